import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs } from '#core/case/types.ts'
import { searches, searchLink } from '#knowledge/searches.ts'
import { operatorToken, read } from '../installation.ts'
import { type Page, startWeb, type Web } from '../pages.ts'
import { engineKey, startTinEye } from '../peers/engines.ts'

const page = 'https://forum.example/thread/1'
let web: Web
let engine: Awaited<ReturnType<typeof startTinEye>>
let channel: string
beforeAll(async () => {
  engine = await startTinEye()
  web = await startWeb({ worker: true })
  channel = await add('tineye', engine.url, { key: engineKey })
  await add('hma', 'http://127.0.0.1:1', {})
  await web.installation.idle()
})
afterAll(async () => {
  await web[Symbol.asyncDispose]()
  await engine[Symbol.asyncDispose]()
})

async function add(kind: string, url: string, secrets: Record<string, string>) {
  const body = { kind, url, secrets }
  const added = web.installation.ask('/channels', { method: 'POST', token: operatorToken, body })
  return ((await read(added)) as { channel: string }).channel
}

/** What the form of a source would send. */
function formOf({ html }: Page, of: string): Record<string, string> {
  const form = html.split('<form').find((each) => each.includes(`value="${of}"`)) ?? ''
  const words = /name="words" value="([^"]*)"/.exec(form)?.[1] ?? ''
  return { channel: of, words: words.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&') }
}

test.each(langs)('in %s she agrees to what she reads, and stops it, without a script', async (lang) => {
  const visitor = await web.somebody({ lang, locations: [page] })
  const before = await visitor.get('/ask')

  const agreed = await visitor.post('/ask', { ...formOf(before, channel), address: page, do: 'agree' })
  await web.installation.idle()
  const during = await visitor.get('/ask')
  const stopped = await visitor.post('/ask', { ...formOf(during, channel), do: 'stop' })
  const after = await visitor.get('/ask')

  expect(before.html).not.toContain('checked=""')
  expect([agreed.to, stopped.to]).toEqual(['/ask?said=agreed', '/ask?said=stopped'])
  expect(during.html).toContain(`value="${page}" checked=""`)
  expect(during.html).toContain('value="stop"')
  expect(after.html).not.toContain('value="stop"')
  expect(engine.addresses()).toContain(page)
})

test('no address chosen is told beside the form, and nothing is asked', async () => {
  const visitor = await web.somebody({ locations: ['https://forum.example/none'] })

  const again = await visitor.post('/ask', { ...formOf(await visitor.get('/ask'), channel), do: 'agree' })

  expect(again.status).toBe(422)
  expect(again.text).toContain('Choose at least one address.')
  expect(engine.addresses()).not.toContain('https://forum.example/none')
})

test('a hash bank says what it needs first, and has no button to agree before', async () => {
  const visitor = await web.somebody({ locations: [page] })

  const { text, html } = await visitor.get('/ask')

  expect(text).toContain('only when an organisation has confirmed your file')
  expect(html.match(/value="agree"/g)).toHaveLength(1)
})

test('a page that an engine shows is hers to confirm before a request is there', async () => {
  const address = 'https://forum.example/thread/2'
  engine.knows.set(address, ['https://leak.example/engine'])
  const visitor = await web.somebody({ locations: [address] })
  await visitor.post('/ask', { ...formOf(await visitor.get('/ask'), channel), address, do: 'agree' })
  await web.installation.idle()
  const path = /href="(\/m\/[\w-]+)"/.exec((await visitor.get('/home')).html)?.[1] ?? ''
  const before = await visitor.get(path)
  const match = /name="match" value="([^"]+)"/.exec(before.html)?.[1] ?? ''

  await visitor.post(path, { match, answer: 'me' })
  const after = await visitor.get(path)

  expect(before.text).toContain('A search engine shows a page that may have your picture.')
  expect(before.text).toContain('Nobody here has looked at a picture.')
  expect(before.html).not.toContain('href="/r/')
  expect(after.html).toContain('href="/r/')
})

describe('links to search by oneself', () => {
  const linksOf = ({ html }: Page) =>
    [...html.matchAll(/<a href="(https?:[^"]+)"([^>]*)>/g)].filter(([tag]) =>
      searches.some(({ link }) => tag.includes(new URL(link).host)),
    )

  test('are there for an adult’s address, with their warning, and say nothing to the engine of where she comes from', async () => {
    const visitor = await web.somebody({ locations: [page] })

    const asking = await visitor.get('/ask')
    const links = linksOf(asking)

    expect(links).toHaveLength(searches.length)
    for (const [, href = '', attributes = ''] of links) {
      expect(href).toContain(encodeURIComponent(page))
      expect(attributes).toContain('rel="noopener noreferrer"')
      expect(attributes).toContain('referrerpolicy="no-referrer"')
    }
    expect(asking.text).toContain('The search shows this picture to that company.')
    expect(asking.text).toContain('history of this browser')
  })

  test.each(['16-17', 'under-16'] as const)('are nowhere in the file of a minor (%s)', async (ageBand) => {
    const visitor = await web.somebody({ ageBand, locations: [page] })

    for (const path of ['/ask', '/home']) expect(linksOf(await visitor.get(path))).toEqual([])
    expect((await visitor.get('/ask')).html).not.toContain('TinEye')
  })

  test('are made of open addresses alone, without what may be a key', () => {
    const [first] = searches
    const link = (address: string) => first && searchLink(first, address)

    expect(link('https://a:b@host.example/x?y=1&z=$&#secret')).toBe(
      'https://lens.google.com/uploadbyurl?url=https%3A%2F%2Fhost.example%2Fx%3Fy%3D1%26z%3D%24%26',
    )
    for (const address of ['ipfs://bafy', 'at://did/x', 'javascript:alert(1)', 'http://abc.onion/', 'x'])
      expect(link(address)).toBeNull()
  })

  test.each(searches.map((search) => [search.id, search] as const))(
    '%s says where it was seen, and how sure it is',
    (_, search) => {
      expect(search.link.split('{address}')).toHaveLength(2)
      expect(new URL(search.link).protocol).toBe('https:')
      expect([search.checked, search.sure]).toEqual(['2026-11-24', 'unconfirmed'])
    },
  )
})
