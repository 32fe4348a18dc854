import { mkdtemp, readdir, rm } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { PageOptions, Pages } from '#core/ports.ts'
import { createNet } from '#worker/net/http.ts'
import { createPages } from '#worker/net/pages.ts'
import { faults, startGallery } from '../../peers/gallery.ts'

const folder = fileURLToPath(new URL('../../../node_modules/.cache/vigie-chromium', import.meta.url))
let pages: Pages & AsyncDisposable
let net: ReturnType<typeof createNet>
beforeAll(() => {
  net = createNet({ allowNets: ['127.0.0.0/8'], userAgent: 'Vigie-test/1' })
  pages = createPages({ net, userAgent: 'Vigie-test/1', folder, chosen: process.env.VIGIE_CHROMIUM })
})
afterAll(async () => {
  await pages[Symbol.asyncDispose]()
  await net[Symbol.asyncDispose]()
})

const fields = { title: { selector: 'b' }, link: { selector: 'a', attribute: 'href' } }
const read = (url: string, options: PageOptions = {}) =>
  pages.read(url, { timeoutMs: 10_000, ...options }, (page) => page.items('li', fields, 100))
const item = (number: number) => `<li><b> Item
   ${number} </b><a href="i/${number}">x</a></li>`

test('items are read as they stand, addresses whole, and what is not there is null', async () => {
  await using site = await startGallery()
  const url = site.publish('/list/', `<ul>${item(1)}${item(2)}<li>bare</li></ul>`)

  const items = await read(url)

  expect(items).toEqual([
    { title: 'Item 1', link: `${site.origin}/list/i/1` },
    { title: 'Item 2', link: `${site.origin}/list/i/2` },
    { title: null, link: null },
  ])
  expect(site.heard()).toContain('Vigie-test/1')
}, 60_000)

test('a page without scripts asks for nothing besides itself: no picture, no style, no other’s', async () => {
  await using site = await startGallery()
  await using other = await startGallery()
  const url = site.publish(
    '/',
    `<head><link rel="stylesheet" href="/s.css"><link rel="preconnect" href="${other.origin}"><link rel="dns-prefetch" href="//leak.example"></head>
     <ul>${item(1)}</ul><img src="/p.jpg"><img src="${other.origin}/p.jpg"><iframe src="/frame"></iframe><video src="/v.mp4"></video>
     <script>fetch('/told'); document.body.innerHTML = ''</script><meta http-equiv="refresh" content="0; url=${other.origin}/gone">`,
  )

  const items = await read(url)

  expect(items).toHaveLength(1)
  expect(site.requests).toEqual(['GET /robots.txt', 'GET /'])
  expect(other.requests).toEqual([])
})

test('a page that refreshes itself at once is read all the same', async () => {
  await using site = await startGallery()

  for (let time = 0; time < 12; time++) {
    const to = ['', 'about:blank', 'https://elsewhere.example/'][time % 3]
    const url = site.publish('/', `<meta http-equiv="refresh" content="0; url=${to}">${item(1)}`)
    expect(await read(url), `time ${time}, to "${to}"`).toHaveLength(1)
  }
})

const goesOn = [
  ['elsewhere', `location = 'https://elsewhere.example/' + Math.random()`],
  ['to itself', 'location.reload()'],
  ['to pages of its own', `history.pushState(null, '', '/' + Math.random()); history.go(0)`],
  [
    'to what Chromium forbids',
    `location = 'data:text/html,<li>'; location = 'file:///'; location = 'chrome://version'`,
  ],
] as const

test.each(goesOn)(
  'a page whose script goes %s again and again is read all the same',
  async (_, go) => {
    await using site = await startGallery()
    const script = `addEventListener('load', () => setInterval(() => { ${go} }, 20))`
    const url = site.publish('/', `${item(1)}<script>${script}</script>`)

    const items = await read(url, { scripts: true, timeoutMs: 50_000 })

    expect(items).toHaveLength(1)
    expect(site.requests).toEqual(['GET /robots.txt', 'GET /'])
  },
  60_000,
)

const goesAway = [
  ['to nothing', `onload = () => { location = 'about:blank' }`],
  ['back', 'onload = () => history.back()'],
  ['to a page of its making', `location = URL.createObjectURL(new Blob(['<li>other'], { type: 'text/html' }))`],
  ['elsewhere before it is whole', `location = 'https://elsewhere.example/'`],
] as const

test.each(goesAway)(
  'a page that goes %s is unavailable, and nothing is read in its place',
  async (_, go) => {
    await using site = await startGallery()
    const url = site.publish('/', `<script>${go}</script>${item(1)}`)

    const items = read(url, { scripts: true, timeoutMs: 50_000 })

    await expect(items).rejects.toThrow(/left or was closed|leads elsewhere/)
  },
  60_000,
)

test('with scripts, a page builds itself from its own origin, and from nowhere else', async () => {
  await using site = await startGallery()
  await using other = await startGallery()
  site.publish('/items.json', JSON.stringify([1, 2]), { 'content-type': 'application/json' })
  other.publish('/items.json', '[3]', { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
  site.publish('/away.json', (answer) => answer.writeHead(302, { location: `${other.origin}/items.json` }).end())
  const url = site.publish(
    '/',
    `<ul></ul><script>
      const add = (n) => document.querySelector('ul').insertAdjacentHTML('beforeend', '<li><b>' + n + '</b></li>')
      const from = (url, options) => fetch(url, options).then((got) => got.json()).then((all) => all.forEach(add)).catch(() => {})
      const say = (name, make) => { try { make() } catch {} }
      const wait = [from('/items.json'), from('/away.json'), from('${other.origin}/items.json'), from('/post', { method: 'POST', body: 'x' })]
      say('socket', () => new WebSocket('${other.origin.replace('http', 'ws')}/socket'))
      say('own socket', () => new WebSocket('${site.origin.replace('http', 'ws')}/socket'))
      say('worker', () => new Worker('data:text/javascript,fetch("${other.origin}/worker")'))
      say('events', () => new EventSource('${other.origin}/events'))
      say('beacon', () => navigator.sendBeacon('${other.origin}/beacon', 'x'))
      say('service', () => navigator.serviceWorker.register('/sw.js'))
      say('window', () => window.open('${other.origin}/window'))
      say('call', () => {
        const call = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${new URL(other.origin).port}' }] })
        call.createDataChannel('x'); call.createOffer().then((offer) => call.setLocalDescription(offer))
      })
      say('picture', () => (new Image().src = '${other.origin}/picture'))
      Promise.all(wait).then(() => add('done'))
    </script>`,
  )

  const items = await read(url, { scripts: true })

  expect(items.map(({ title }) => title).sort()).toEqual(['1', '2', 'done'])
  expect(other.requests).toEqual([])
  expect(site.requests.sort()).toEqual(['GET /', 'GET /away.json', 'GET /items.json', 'GET /robots.txt'])
}, 30_000)

test('a script that never ends is ended, and the next page is read', async () => {
  await using site = await startGallery()
  const stuck = site.publish('/stuck', '<ul></ul><script>while (true) {}</script>')
  const good = site.publish('/good', item(1))

  await expect(read(stuck, { scripts: true, timeoutMs: 1_500 })).rejects.toBeInstanceOf(Unavailable)

  expect(await read(good)).toHaveLength(1)
}, 30_000)

test('what one page leaves behind, the next does not find', async () => {
  await using site = await startGallery()
  const url = site.publish(
    '/',
    `<ul></ul><script>
      document.querySelector('ul').innerHTML = '<li><b>' + (localStorage.seen ?? 'new') + document.cookie + '</b></li>'
      localStorage.seen = 'seen'; document.cookie = 'seen=1'
    </script>`,
    { 'set-cookie': 'session=1' },
  )

  const titles = [await read(url, { scripts: true }), await read(url, { scripts: true })]
    .flat()
    .map(({ title }) => title)

  expect(titles).toEqual(['new', 'new'])
  expect(site.heard()).not.toContain('session')
})

test('what is offered as a download is not kept', async () => {
  await using site = await startGallery()
  const before = await readdir(tmpdir())
  const url = site.publish('/', Buffer.from('MZ...'), { 'content-disposition': 'attachment; filename=a.exe' })

  await expect(read(url)).rejects.toBeInstanceOf(Malformed)

  expect((await readdir(tmpdir())).filter((name) => !before.includes(name) && name.includes('artifacts'))).toEqual([])
})

function noEntry(answer: ServerResponse): void {
  answer.writeHead(401).end()
}

test.each([
  ['is endless', faults.endless, Malformed],
  ['drips', faults.drip, Unavailable],
  ['leads to a private address', faults.redirect, Refused],
  ['wants a login', noEntry, Refused],
] as const)('a page that %s ends in an error', async (_, fault, kind) => {
  await using site = await startGallery()
  const url = site.publish('/list', fault)

  await expect(read(url, { timeoutMs: 800 })).rejects.toBeInstanceOf(kind)
})

test('a page that robots.txt keeps out is not asked for', async () => {
  await using site = await startGallery()
  site.publish('/robots.txt', 'User-agent: *\nDisallow: /list')
  const url = site.publish('/list', item(1))

  await expect(read(url)).rejects.toThrow(/robots\.txt/)

  expect(site.requests).toEqual(['GET /robots.txt'])
})

test('a selector that is none is said to be none', async () => {
  await using site = await startGallery()
  const url = site.publish('/', item(1))

  await expect(pages.read(url, {}, (page) => page.items('li[', {}, 1))).rejects.toThrow(/selector that is none/)
})

test('a page of twenty thousand items is read to its bound', async () => {
  await using site = await startGallery()
  const url = site.publish('/', '<li>'.repeat(20_000))

  expect(await pages.read(url, {}, (page) => page.items('li', fields, 50))).toHaveLength(50)
})

test('without a Chromium it says what to do', async () => {
  await using site = await startGallery()
  const empty = await mkdtemp(join(tmpdir(), 'vigie-no-chromium-'))
  await using none = createPages({ net, userAgent: 'Vigie-test/1', folder: empty, chosen: join(empty, 'chromium') })

  await expect(none.read(site.publish('/', item(1)), {}, (page) => page.items('li', {}, 1))).rejects.toThrow(
    /VIGIE_CHROMIUM/,
  )
  await rm(empty, { recursive: true })
})
