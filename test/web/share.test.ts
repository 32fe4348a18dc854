import { afterAll, beforeAll, expect, test } from 'vitest'
import { shareWords } from '#knowledge/share.ts'
import { aPicture, operatorToken, read } from '../installation.ts'
import { type Page, startWeb, type Web } from '../pages.ts'
import { openHashReader } from '../peers/hash-reader.ts'

let web: Web
beforeAll(async () => {
  web = await startWeb()
})
afterAll(() => web[Symbol.asyncDispose]())

const offered = ({ html }: Page) => [...html.matchAll(/name="reader" value="([^"]*)"/g)].map(([, id = '']) => id)

test('she reads what leaves, chooses, sees what a platform said, and stops it', async () => {
  const { installation } = web
  const visitor = await web.somebody({ pictures: [aPicture()] })
  expect((await visitor.get('/share')).text).toContain('No platform reads from this service yet.')
  const added = installation.ask('/exchange', { method: 'POST', token: operatorToken, body: { name: 'Plaza' } })
  const { user = '', key = '' } = (await read(added)) as Record<string, string>
  const reader = openHashReader((path, init) => installation.fetch(`/api/exchange${path}`, init), { user, key })
  const fetch = () => {
    installation.clock.advance(60_000)
    return reader.fetch(new Date(Date.now() + installation.clock.ms - 5_000))
  }

  const page = await visitor.get('/share')
  expect(page.text).toContain(shareWords.en)
  expect(page.text).toContain('Nothing is passed on.')
  expect(page.html).not.toMatch(/name="reader"[^>]*checked/)
  expect((await visitor.post('/share', { do: 'agree', words: shareWords.en })).text).toContain('Choose a platform.')

  const [id = ''] = offered(page)
  const agreed = await visitor.post('/share', { do: 'agree', words: shareWords.en, reader: id })
  expect([agreed.status, agreed.to]).toEqual([303, '/share?said=agreed'])
  expect((await visitor.get('/share?said=agreed')).text).toContain('1 picture or video is passed on.')
  await fetch()
  expect(reader.bank.size).toBe(1)

  const [entry = ''] = [...reader.bank.keys()].map((each) => each.replace('1-', ''))
  await reader.say(entry, 'PDQ', 'affirmative')
  for (const path of ['/share', '/home'])
    expect((await visitor.get(path)).text).toMatch(/Plaza says it blocked this picture, \w+day \d+ \w+/)

  expect((await visitor.post('/share', { do: 'stop' })).to).toBe('/share?said=stopped')
  await fetch()
  expect(reader.bank.size).toBe(0)
  expect((await visitor.get('/share')).text).toContain('Nothing is passed on.')
})

test('a file without pictures, and words that have changed, are told', async () => {
  const [page, visitor] = [await (await web.somebody()).get('/share'), await web.somebody()]
  const [id = ''] = offered(page)

  const nothing = await visitor.post('/share', { do: 'agree', words: shareWords.en, reader: id })
  expect([nothing.status, nothing.text.includes('There is no picture and no video')]).toEqual([422, true])

  const other = await (await web.somebody({ pictures: [aPicture()] })).post('/share', {
    do: 'agree',
    words: 'other words',
    reader: id,
  })
  expect([other.status, other.text.includes('Read the page again')]).toEqual([422, true])
})

test('somebody under 18 in the picture is led to Take It Down, and offered nothing else', async () => {
  const visitor = await web.somebody({ ageBand: '16-17', pictures: [aPicture()] })

  const page = await visitor.get('/share')

  expect(page.html).toContain('href="https://takeitdown.ncmec.org"')
  expect(page.html).not.toContain('action="/share"')
})

test('without an open file there is nothing to see', async () => {
  expect((await web.visitor().get('/share')).to).toBe('/')
})
