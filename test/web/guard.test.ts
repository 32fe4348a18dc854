import { afterAll, beforeAll, expect, test } from 'vitest'
import { choosingPolicy, policy, workerPolicy } from '#web/guard.ts'
import { startWeb, type Web } from '../pages.ts'

let web: Web
beforeAll(async () => {
  web = await startWeb()
})
afterAll(() => web[Symbol.asyncDispose]())

test('the policy allows nothing from elsewhere and nothing inline', () => {
  expect(policy).toBe(
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
})

test('only where clips are chosen a file may be played, and only the worker compiles', async () => {
  const base = policy.split('; ')
  const more = (other: string) => other.split('; ').filter((part) => !base.includes(part))
  expect(more(choosingPolicy)).toEqual(['media-src blob:'])
  expect(more(workerPolicy)).toEqual(["script-src 'self' 'wasm-unsafe-eval'"])
  const her = await web.somebody()
  for (const path of ['/', '/in', '/home', '/help', '/leave', '/reach', '/starts'])
    expect((await her.get(path)).headers.get('content-security-policy'), path).toBe(policy)
  for (const path of ['/start', '/add'])
    expect((await her.get(path)).headers.get('content-security-policy'), path).toBe(choosingPolicy)
})

test.each(['/', '/nowhere', '/home', '/out'])(
  '%s is never stored, sends no referrer and stands alone',
  async (path) => {
    const { headers } = await web.visitor().get(path)

    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
  },
)

test('no cookie is set before a choice', async () => {
  const visitor = web.visitor()

  for (const path of ['/', '/start', '/in', '/help', '/leave']) await visitor.get(path)

  expect(visitor.cookies.size).toBe(0)
})

test('the session is a cookie of the browser’s session, for this site and no script', async () => {
  const { number, passphrase } = await web.somebody()

  const answer = await web.visitor().post('/in', { number, words: passphrase })

  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^s=[\w-]{20,}; Path=\/; HttpOnly; SameSite=Strict$/),
  ])
  expect(answer.to).toBe('/home')
})

test('over https the cookie is bound to this host', async () => {
  await using secure = await startWeb({ publicUrl: 'https://almanac.test' })
  const person = await secure.installation.enrol()

  const answer = await secure.visitor().post('/in', { number: person.number, words: person.passphrase })

  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-s=[\w-]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
})

test.each([{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://evil.example' }])(
  'a form from another site is refused: %o',
  async (headers) => {
    const visitor = await web.somebody()

    const answer = await visitor.post('/erase', { sure: 'yes' }, headers)

    expect(answer.status).toBe(403)
    expect((await visitor.get('/home')).status).toBe(200)
  },
)

test.each([{ 'sec-fetch-site': 'same-origin' }, { origin: 'null' }, { origin: 'http://almanac.test' }, {}])(
  'a form of ours is taken: %o',
  async (headers) => {
    const visitor = await web.somebody()

    expect((await visitor.post('/reach', { reach: 'none' }, headers)).to).toBe('/home?said=saved')
  },
)

test('a wrong number and wrong words get the same page', async () => {
  const { number } = await web.somebody()
  const wrongWords = await web.visitor().post('/in', { number, words: 'bati bati bati bati bati bati' })
  const wrongNumber = await web
    .visitor()
    .post('/in', { number: '000-000-0000', words: 'bati bati bati bati bati bati' })

  expect(wrongWords.status).toBe(401)
  expect(wrongNumber.status).toBe(401)
  expect(wrongNumber.html.replaceAll('000-000-0000', number)).toBe(wrongWords.html)
})

test('number and words are forgiven their case, spaces and accents', async () => {
  const { number, passphrase } = await web.somebody()
  const loosely = passphrase.toUpperCase().replaceAll('A', 'Á').replaceAll(' ', '  ')

  const answer = await web.visitor().post('/in', { number: number.replaceAll('-', ' '), words: ` ${loosely} ` })

  expect(answer.to).toBe('/home')
})

test('without a session a file’s pages lead to the first page', async () => {
  expect((await web.visitor().get('/home')).to).toBe('/')
  expect((await web.visitor().get('/m/0190f0f0-0000-7000-8000-000000000000')).to).toBe('/')
})

test('after a quarter of an hour without use she is asked kindly to sign in again', async () => {
  await using later = await startWeb()
  const visitor = await later.somebody()
  later.installation.clock.advance(16 * 60_000)

  const answer = await visitor.get('/home')

  expect(answer.to).toBe('/in?again')
  expect(answer.headers.get('clear-site-data')).toContain('"cookies"')
  expect((await visitor.get('/in?again')).text).toContain('You were signed out to keep your file closed.')
})

test('leaving by the plain link ends the session and opens an ordinary site of her country', async () => {
  const visitor = await web.somebody()
  const cookies = new Map(visitor.cookies)

  const answer = await visitor.get('/out')

  expect(answer.to).toBe('https://www.meteo.be/')
  expect(answer.headers.get('clear-site-data')).toBe('"cookies", "storage"')
  expect(visitor.cookies.size).toBe(0)
  for (const [name, value] of cookies) visitor.cookies.set(name, value)
  expect((await visitor.get('/home')).to).toBe('/in?again')
})

test('another person’s message is not there', async () => {
  const [one, other] = [await web.somebody(), await web.somebody()]
  const id = /href="\/r\/([\w-]+)"/.exec((await one.get('/home')).html)?.[1]

  expect((await one.get(`/r/${id}`)).status).toBe(200)
  expect((await other.get(`/r/${id}`)).status).toBe(404)
})

test('erasing takes two taps and is true at once', async () => {
  const visitor = await web.somebody()
  const cookies = new Map(visitor.cookies)

  const asked = await visitor.post('/erase', { sure: 'ask' })
  expect(asked.text).toContain('Erase it now?')
  expect((await visitor.get('/home')).status).toBe(200)
  const done = await visitor.post('/erase', { sure: 'yes' })

  expect(done.text).toContain('Everything is erased')
  expect(visitor.cookies.size).toBe(0)
  for (const [name, value] of cookies) visitor.cookies.set(name, value)
  expect((await visitor.get('/home')).to).toBe('/in?again')
  const again = await web.visitor().post('/in', { number: visitor.number, words: visitor.passphrase })
  expect(again.status).toBe(401)
})
