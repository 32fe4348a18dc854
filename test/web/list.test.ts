import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Page, startWeb, type Web } from '../pages.ts'

let web: Web
beforeAll(async () => {
  web = await startWeb({ worker: true })
})
afterAll(() => web[Symbol.asyncDispose]())

const firstRequest = ({ html }: Page) => /href="(\/r\/[\w-]+)"/.exec(html)?.[1] ?? 'none'

test('she chooses for whom the list is, and reads what stands in it, before it is made', async () => {
  const visitor = await web.somebody()
  const timeline = await visitor.get(`${firstRequest(await visitor.get('/home'))}/t`)

  const page = await visitor.get('/list')

  expect(timeline.html).toContain('href="/list"')
  expect(timeline.html).not.toContain('list.zip')
  for (const part of ['The police', 'A lawyer', 'A court', 'Not in it: any picture.', 'Check a list'])
    expect(page.text).toContain(part)
  expect(page.html).toContain('href="/check"')
  expect(page.html).toContain('<title>Almanac</title>')
})

test.each([
  ['fr', 'Une liste à montrer', 'vous'],
  ['nl', 'Een lijst om te tonen', 'je'],
  ['de', 'Eine Liste zum Zeigen', 'Sie'],
] as const)('it is there in %s', async (lang, title, you) => {
  const visitor = await web.somebody({ lang })

  const { text } = await visitor.get('/list')

  expect(text).toContain(title)
  expect(text).toMatch(new RegExp(`\\b${you}\\b`))
})

test('what she chose stands in the file; the file number only when she ticked it', async () => {
  const visitor = await web.somebody()
  const packOf = ({ bytes }: Page) => strFromU8(unzipSync(bytes)['pack.json'] ?? new Uint8Array())

  const plain = await visitor.get('/list.zip?for=lawyer&l=de')
  const numbered = await visitor.get('/list.zip?for=court&l=&number=true')

  expect(plain.headers.get('content-disposition')).toBe('attachment; filename="list.zip"')
  expect(packOf(plain)).toMatch(/"for":\s*"lawyer"/)
  expect(packOf(plain)).not.toContain(visitor.number)
  expect(packOf(numbered)).toMatch(/"for":\s*"court"/)
  expect(packOf(numbered)).toContain(visitor.number)
})

test('the Institute is for adults in Belgium: a minor is not offered it', async () => {
  const adult = await (await web.somebody({ country: 'BE' })).get('/list')
  const minor = await (await web.somebody({ country: 'BE', ageBand: '16-17' })).get('/list')

  expect(adult.html).toContain('value="institute"')
  expect(minor.html).not.toContain('value="institute"')
})

test('without an open file it leads to the first page', async () => {
  expect((await web.visitor().get('/list')).to).toBe('/')
})

test('a report for abuse desks is offered only where answers can come in', async () => {
  await using receiving = await startWeb({ mailDomain: 'answers.example' })
  const letterOf = async (of: Web) => {
    const visitor = await of.somebody()
    return visitor.get(`${firstRequest(await visitor.get('/home'))}/l`)
  }

  const [silent, answered] = [await letterOf(web), await letterOf(receiving)]

  expect(silent.html).toContain('data.json')
  expect(silent.html).not.toContain('report.json')
  expect(answered.html).toContain('report.json')
})
