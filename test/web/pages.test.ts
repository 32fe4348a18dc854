import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Page, startWeb, type Web } from '../pages.ts'

let web: Web
beforeAll(async () => {
  web = await startWeb({ worker: true })
})
afterAll(() => web[Symbol.asyncDispose]())

const forEverybody = ['/', '/start', '/start?by=link', '/in', '/in?again', '/help', '/help?c=FR', '/leave', '/nowhere']

describe.each(['en-GB', 'fr-BE', 'nl-BE'])('every page in %s', (lang) => {
  test.each(forEverybody)('%s has the frame', async (path) => {
    expectFrame(await web.visitor(lang).get(path))
  })
})

test('every page of a file has the frame, the inbox and a letter included', async () => {
  const visitor = await web.somebody()
  await visitor.post('/practice')
  await web.installation.idle()
  const home = await visitor.get('/home')

  for (const path of ['/home', '/add', '/ask', '/reach', '/erase', '/help', '/leave', message(home), request(home)])
    expectFrame(await visitor.get(path))
})

test('a message shows no picture, and nothing that could load one', async () => {
  const visitor = await web.somebody()
  await visitor.post('/practice')
  await web.installation.idle()

  const { html } = await visitor.get(message(await visitor.get('/home')))

  expect(html).not.toMatch(/<(?:img|picture|video|audio|canvas|svg|iframe|object|embed|source|image)\b/i)
  expect(html).not.toMatch(/\b(?:src|srcset|poster|background)=(?!"\/assets\/[\w-]+\.js")/i)
})

test('a place is named and its address shown as text: nothing on a message page leads to it', async () => {
  const visitor = await web.somebody()
  await visitor.post('/practice')
  await web.installation.idle()

  const { html, text } = await visitor.get(message(await visitor.get('/home')))

  expect(text).toContain('https://practice.example/made-up-picture')
  expect(html).not.toContain('href="https://practice.example')
})

test('a practice message says so in its heading', async () => {
  const visitor = await web.somebody({ lang: 'nl' })
  await visitor.post('/practice')
  await web.installation.idle()

  const { html } = await visitor.get(message(await visitor.get('/home')))

  expect(html).toMatch(/<h1[^>]*>Dit is een oefenbericht<\/h1>/)
})

test('a name is asked of nobody: who offers one finds it counted, never shown, and can take it back', async () => {
  const visitor = await web.somebody()
  const wrong = await visitor.post('/add', { name: 'Hermione' })
  const added = await visitor.post('/add', { name: 'Hermione Quisquater' })
  const home = await visitor.get('/home')

  await visitor.post('/names')

  expect(wrong.text).toContain('Write first and last name.')
  expect(added.to).toBe('/home?said=added')
  expect(home.text).toContain('folders with a name')
  expect(home.html).not.toContain('Quisquater')
  expect((await visitor.get('/home')).text).not.toContain('folders with a name')
})

test('help is for her country, and both ages are one page away', async () => {
  const { text } = await web.visitor('nl-BE').get('/help')

  expect(text).toContain('Child Focus')
  expect(text).toContain('1712')
})

test('French speaks to an adult as vous, and to a minor as tu', async () => {
  const adult = await web.somebody({ lang: 'fr' })
  const minor = await web.somebody({ lang: 'fr', ageBand: 'under-16' })

  expect((await adult.get('/home')).text).toContain('Votre dossier')
  expect((await minor.get('/home')).text).toContain('Ton dossier')
})

test('German speaks to an adult as Sie, and to a minor as du', async () => {
  const adult = await web.somebody({ lang: 'de' })
  const minor = await web.somebody({ lang: 'de', ageBand: '16-17' })

  expect((await adult.get('/home')).text).toContain('Ihre Akte')
  expect((await minor.get('/home')).text).toContain('Deine Akte')
})

test('a browser that asks for German is answered in German, with help that speaks it', async () => {
  const visitor = web.visitor('de-BE')

  expect((await visitor.get('/')).html).toContain('<html lang="de">')
  expect((await visitor.get('/help')).text).toContain('Telefonhilfe')
})

test('a changed language is kept in the file as well, so that mails follow it', async () => {
  const visitor = await web.somebody()

  const changed = await visitor.post('/lang', { lang: 'nl', back: '/home' })

  expect(changed.to).toBe('/home')
  expect((await visitor.get('/home')).html).toContain('<html lang="nl">')
})

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/a//b', 'home'])(
  'a change of language never leads to %s',
  async (back) => {
    expect((await web.visitor().post('/lang', { lang: 'fr', back })).to).toBe('/')
  },
)

const message = ({ html }: Page) => /href="(\/m\/[\w-]+)"/.exec(html)?.[1] ?? 'no message'
const request = ({ html }: Page) => /href="(\/r\/[\w-]+)"/.exec(html)?.[1] ?? 'no request'

/** What holds for every page whatever it says. */
function expectFrame({ html, headers }: Page): void {
  const order = (...marks: RegExp[]) => marks.map((mark) => html.search(mark))
  expect(html).toMatch(/^<!doctype html>\n<html lang="(?:en|fr|nl)">/)
  expect(html.match(/<title>[^<]*<\/title>/g)).toEqual(['<title>Almanac</title>'])
  expect(html.match(/<h1\b/g)).toHaveLength(1)
  // The way out comes right after the skip link, before anything else that can be reached.
  const stops = [...html.matchAll(/<(?:a|button|input|select|textarea|summary)\b[^>]*>/g)].map(([tag]) => tag)
  expect(stops[0]).toContain('href="#main"')
  expect(stops[1]).toContain('href="/out"')
  // Help is the first thing after the heading, or the page is about it.
  const [heading, help, links] = order(/<\/h1>/, /<aside class="help"/, /href="\/help"/)
  expect(html.includes('<aside class="help"') ? help : heading! + 5).toBe(heading! + 5)
  expect(links).toBeGreaterThan(0)
  // No text in addresses says what this is about, and nothing inline runs or colours.
  expect(html).not.toMatch(/\sstyle=|\son\w+=|<style|<script(?![^>]*\ssrc="\/assets\/)/)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
}
