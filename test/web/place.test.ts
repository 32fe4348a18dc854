import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Page, startWeb, type Web } from '../pages.ts'
import { aPage, startWebHost, type WebHost } from '../peers/web-host.ts'

let web: Web
let host: WebHost
beforeAll(async () => {
  web = await startWeb({ worker: true })
  host = await startWebHost()
  host.set('/album/7', aPage('Summer at the lake', '<p>Twelve pictures of a week at the lake, and a dog.</p>'))
})
afterAll(async () => {
  await web[Symbol.asyncDispose]()
  await host[Symbol.asyncDispose]()
})

const requestIn = ({ html }: Page) => /href="(\/r\/[\w-]+)"/.exec(html)?.[1] ?? 'no request'

async function withPlace(ageBand: 'adult' | 'under-16' = 'adult') {
  const visitor = await web.somebody({ ageBand, locations: [`${host.origin}/album/7`] })
  return { visitor, path: requestIn(await visitor.get('/home')) }
}

test('the page says what looks have said, and looks when she asks', async () => {
  const { visitor, path } = await withPlace()

  const before = await visitor.get(path)
  const pressed = await visitor.post(`${path}/look`, {})
  await web.installation.idle()
  const after = await visitor.get(path)

  expect(before.text).toContain('Nobody has looked yet.')
  expect(before.text).toContain('The site can see that somebody looks. It cannot see who.')
  expect(pressed.to).toBe(`${path}#place`)
  expect(after.text).toContain('It was there at the last look.')
})

test('her word closes the request, and opens it again', async () => {
  const { visitor, path } = await withPlace()

  await visitor.post(`${path}/gone`, {})
  const gone = await visitor.get(path)
  await visitor.post(`${path}/there`, {})
  const there = await visitor.get(path)

  expect(gone.text).toContain('It is gone.')
  expect(there.text).toContain('Ready to send. Nothing has been sent.')
})

test('pressed too often it says to wait, and nothing is lost', async () => {
  const { visitor, path } = await withPlace()
  for (let n = 0; n < 2; n++) await visitor.post(`${path}/look`, {})

  const third = await visitor.post(`${path}/look`, {})

  expect(third.to).toBe(`${path}?soon#place`)
  expect((await visitor.get(`${path}?soon`)).text).toContain('We looked a moment ago.')
})

test('who runs the site is found out when she presses, and not before', async () => {
  const { visitor, path } = await withPlace()
  const before = await visitor.get(path)
  host.asked.length = 0
  await visitor.get(path)
  expect(host.asked).toEqual([])

  await visitor.post(`${path}/who`, {})
  await web.installation.idle()
  const after = await visitor.get(path)

  expect(before.text).toContain('Who else can take it down')
  expect(host.asked).toContain('GET /.well-known/security.txt')
  expect(after.text).toContain('There is no public register for a part of it.')
})

test('a page that may show somebody under 18 is not opened, and the page says so', async () => {
  host.asked.length = 0
  const { visitor, path } = await withPlace('under-16')

  const page = await visitor.get(path)
  const pressed = await visitor.post(`${path}/look`, {})
  await web.installation.idle()

  expect(page.text).toContain('We do not open this page. It may show somebody under 18.')
  expect(page.html).not.toContain(`${path}/look`)
  expect(pressed.status).toBeGreaterThanOrEqual(400)
  expect(host.asked).toEqual([])
})
