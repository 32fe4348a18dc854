import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Unavailable } from '#core/errors.ts'
import { locateOne } from '#knowledge/platforms/index.ts'
import { look } from '#knowledge/platforms/look.ts'
import type { Absence } from '#knowledge/platforms/page-check.ts'
import { readPage } from '#knowledge/web-page.ts'
import { createNet } from '#worker/net/http.ts'
import { aPage, startWebHost, type WebHost } from '../../peers/web-host.ts'

const album = aPage('Summer at the lake', '<h1>Summer</h1><p>Twelve pictures of a week at the lake, and a dog.</p>')

/** Looks once, with what earlier looks have learnt of hosts. */
function looker(now = Date.UTC(2026, 10, 24)) {
  const known = new Map<string, Absence>()
  const clock = { ms: now }
  return {
    clock,
    async at(url: string, { minor = false, timeoutMs }: { minor?: boolean; timeoutMs?: number } = {}) {
      await using net = createNet({ allowNets: ['127.0.0.0/8'], userAgent: 'Vigie-test/1' })
      return await look(locateOne(url)!, {
        net,
        pasted: url,
        metadataOnly: minor,
        absences: {
          recall: async (form) => known.get(form) ?? null,
          keep: async (form, absence) => void known.set(form, absence),
        },
        now: () => clock.ms,
        random: (n) => new Uint8Array(randomBytes(n)),
        signal: timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs),
      })
    },
  }
}

async function stateOf(host: WebHost, path: string) {
  const { state, sign } = await looker().at(`${host.origin}${path}`)
  return { state, sign }
}

describe('a page', () => {
  test('that answers as itself is up', async () => {
    await using host = await startWebHost()
    host.set('/album/7', album)

    expect(await stateOf(host, '/album/7')).toEqual({ state: 'up', sign: '200' })
  })

  test.each([404, 410])('that answers %i is gone', async (status) => {
    await using host = await startWebHost()
    host.otherwise = () => ({ status, body: 'no' })

    expect(await stateOf(host, '/album/7')).toEqual({ state: 'gone', sign: `${status}` })
  })

  test('that answers 200 with what the host says to anything is gone', async () => {
    await using host = await startWebHost()
    host.otherwise = (path) => ({
      body: aPage(`${path.split('/').at(-1)} - not found`, `<p>We looked for ${path}.</p>`),
    })
    host.set('/album/7', album)

    expect(await stateOf(host, '/album/some-album')).toEqual({ state: 'gone', sign: '200 as for nothing' })
    expect(await stateOf(host, '/album/7')).toMatchObject({ state: 'up' })
  })

  test('that is one of a host’s query addresses is told from what cannot exist as well', async () => {
    await using host = await startWebHost()
    host.otherwise = () => ({ body: aPage('Information', '<p>The requested topic does not exist.</p>') })
    host.set('/show.php?t=42', album)

    expect(await stateOf(host, '/show.php?t=42')).toMatchObject({ state: 'up' })
    expect(await stateOf(host, '/show.php?t=43')).toMatchObject({ state: 'gone' })
  })

  test('that leads where every missing page leads is gone', async () => {
    await using host = await startWebHost()
    host.set('/', aPage('Welcome', '<p>The newest albums of everybody, and a way to look for others.</p>'))
    host.otherwise = () => ({ status: 302, headers: { location: '/' } })

    expect(await stateOf(host, '/album/7')).toMatchObject({ state: 'gone' })
  })

  test('is not called gone where the host answers everything with one empty shell for a script', async () => {
    await using host = await startWebHost()
    host.otherwise = () => ({ body: aPage('Photos', '<div id="app"></div><script src="/app.js"></script>') })

    expect(await stateOf(host, '/album/7')).toEqual({ state: 'unknown', sign: 'a page that only a script fills' })
  })

  test.each([
    ['a redirect to the start', { status: 302, headers: { location: '/' } }],
    ['a redirect to a login', { status: 302, headers: { location: '/login?next=album' } }],
    ['a redirect to the search', { status: 302, headers: { location: '/search?q=album' } }],
    [
      'a canonical address of another page',
      { body: aPage('Album', '<p>words and words and words</p>', '<link rel="canonical" href="/album/8">') },
    ],
    [
      'an og:url of another page',
      { body: aPage('Album', '<p>words and words</p>', '<meta property="og:url" content="/">') },
    ],
    [
      'an og:title that is empty',
      { body: aPage('Album', '<p>words and words</p>', '<meta property="og:title" content="">') },
    ],
    [
      'a refresh to elsewhere',
      { body: aPage('Album', '<p>wait</p>', '<meta http-equiv="refresh" content="0; url=/">') },
    ],
    ['a test for robots', { body: aPage('Just a moment...', '<p>Checking your browser before you go on.</p>') }],
    ['a law of one country: 451', { status: 451 }],
    ['too many: 429', { status: 429, headers: { 'retry-after': '60' } }],
    ['403 without a reason', { status: 403 }],
    ['401 without a reason', { status: 401 }],
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['a redirect to a private address', { status: 302, headers: { location: 'http://10.0.0.1/album/7' } }],
    ['a redirect without end', { status: 302, headers: { location: '/album/7' } }],
    ['an answer that is no compression', { headers: { 'content-encoding': 'gzip' }, body: 'not gzip' }],
  ])('is unknown after %s', async (_, page) => {
    await using host = await startWebHost()
    host.set('/', album)
    host.set('/login?next=album', aPage('Log in', '<p>Your name and your password</p><input type="password">'))
    host.set('/search?q=album', aPage('Results', '<p>Nine hundred results for album</p>'))
    host.set('/album/7', page)

    expect((await stateOf(host, '/album/7')).state).toBe('unknown')
  })

  test('that asks for a password is not public', async () => {
    await using host = await startWebHost()
    host.set('/album/7', { status: 401, headers: { 'www-authenticate': 'Basic realm="album"' } })

    expect((await stateOf(host, '/album/7')).state).toBe('not-public')
  })

  test('is asked by GET where HEAD is not answered, and read no further than a million bytes', async () => {
    await using host = await startWebHost()
    host.set('/album/7', { fault: 'no-head', body: album })
    host.set('/long', { fault: 'endless' })

    expect((await stateOf(host, '/album/7')).state).toBe('up')
    expect((await stateOf(host, '/long')).state).toBe('up')
  })
})

test('a host is asked for what cannot exist once a day, whatever of it is looked at', async () => {
  await using host = await startWebHost()
  for (const n of [1, 2, 3]) host.set(`/album/${n}`, album)
  const looks = looker()
  const strange = () => host.asked.filter((line) => line.startsWith('HEAD') && !/\/album\/[123]$/.test(line)).length

  for (const n of [1, 2, 3]) await looks.at(`${host.origin}/album/${n}`)
  expect(strange()).toBe(1)

  looks.clock.ms += 25 * 3_600_000
  await looks.at(`${host.origin}/album/1`)
  expect(strange()).toBe(2)
})

test('no byte of a picture is asked for, whatever it is called', async () => {
  await using host = await startWebHost()
  const picture = { type: 'image/jpeg', body: randomBytes(5000) }
  host.set('/a.jpg', picture)
  host.set('/album/7', picture)

  expect((await stateOf(host, '/a.jpg')).state).toBe('up')
  expect((await stateOf(host, '/album/7')).state).toBe('up')
  expect((await stateOf(host, '/b.jpg')).state).toBe('gone')
  expect(host.asked).toEqual(['HEAD /a.jpg', 'HEAD /album/7', 'HEAD /b.jpg'])
  expect(host.sent).toEqual([])
})

test('for somebody under 18 nothing is asked of a site, and the state is unknown', async () => {
  await using host = await startWebHost()
  host.set('/album/7', album)

  const seen = await looker().at(`${host.origin}/album/7`, { minor: true })

  expect(seen).toMatchObject({ state: 'unknown', asked: false })
  expect(host.asked).toEqual([])
})

test('a host that never answers is given up when the caller is', async () => {
  await using host = await startWebHost()
  host.set('/album/7', { fault: 'hang' })

  await expect(looker().at(`${host.origin}/album/7`, { timeoutMs: 300 })).rejects.toThrow()
})

test('a host is reached without encryption only where the link was given so', async () => {
  const asked: string[] = []
  const net = {
    ask: async (url: string) => {
      asked.push(url)
      throw new Unavailable('no TLS here')
    },
  }
  const at = (pasted: string) =>
    look(locateOne(pasted)!, {
      net: net as never,
      pasted,
      metadataOnly: false,
      absences: { recall: async () => null, keep: async () => {} },
      now: () => 0,
      random: (n) => new Uint8Array(n),
    })

  await at('https://files.example/a')
  await at('look: http://files.example/a')

  expect(asked).toEqual(['https://files.example/a', 'https://files.example/a', 'http://files.example/a'])
})

describe('a short link', () => {
  /** What the net answers to HEAD, by address; nothing else is asked of it. */
  const opens = (hops: Record<string, { status: number; location?: string }>) => {
    const asked: string[] = []
    const unasked = () => Promise.reject(new Error('asked otherwise'))
    const net = {
      get: unasked,
      stream: unasked,
      connect: unasked,
      async ask(url: string, { method }: { method?: string }) {
        asked.push(`${method} ${url}`)
        const { status, location } = hops[url] ?? { status: 500 }
        const headers = new Headers(location ? { location } : {})
        return { status, headers, url, bytes: new Uint8Array(), text: '' }
      },
    }
    return {
      asked,
      at: (url: string) =>
        look(locateOne(url)!, {
          net: net as never,
          metadataOnly: false,
          absences: { recall: async () => null, keep: async () => {} },
          now: () => 0,
          random: (n) => new Uint8Array(n),
        }),
    }
  }

  test('is opened hop by hop, each recognised, and the place behind it is looked at', async () => {
    const link = opens({
      'https://t.co/AbCd': { status: 301, location: 'https://t.co/EfGh' },
      'https://t.co/EfGh': { status: 302, location: 'https://files.example/a?utm_source=t' },
    })

    const seen = await link.at('https://t.co/AbCd')

    expect(seen.resolved).toMatchObject({ platform: 'website', id: 'url:files.example/a' })
    expect(link.asked).toEqual(['HEAD https://t.co/AbCd', 'HEAD https://t.co/EfGh', 'HEAD https://files.example/a'])
  })

  test('that its own host does not know any more is gone', async () => {
    const seen = await opens({ 'https://t.co/AbCd': { status: 404 } }).at('https://t.co/AbCd')

    expect(seen).toMatchObject({ state: 'gone', resolved: null })
  })

  test.each([
    ['a page instead of a redirect', { 'https://t.co/AbCd': { status: 200 } }],
    ['a circle', { 'https://t.co/AbCd': { status: 302, location: 'https://t.co/AbCd' } }],
    ['a login', { 'https://t.co/AbCd': { status: 302, location: 'https://www.facebook.com/login/?next=a' } }],
  ])('that leads to %s is unknown', async (_, hops) => {
    expect(await opens(hops).at('https://t.co/AbCd')).toMatchObject({ state: 'unknown' })
  })
})

describe('reading a page', () => {
  test('takes its head, its words and its links', () => {
    const page = readPage(
      '<HTML><head><TITLE>A &amp; B</TITLE><link href="/c" rel=canonical><meta content="T" property="og:title"></head>' +
        '<body><!-- <a href=x> --><script>var a = "<a href=y>"</script><a href=\'/contact\'>Contact <b>us</b></a> 1 &lt; 2</body>',
    )

    expect(page).toMatchObject({ title: 'A & B', canonical: '/c', ogTitle: 'T', words: 'Contact us 1 < 2', scripts: 1 })
    expect(page.links).toEqual([{ href: '/contact', words: 'Contact us' }])
  })

  test('never throws, whatever it is given', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '<a href="',
      '<!--',
      '<script',
      '</script>',
      '&#x110000;',
      '=',
      'x',
      '<meta ',
      '\0',
    )

    fc.assert(fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => void readPage(pieces.join(''))))
  })

  test.each(['<', '<a href="', '<a ', '<!--', '<script>', '<title>', '&amp;', "<meta content='"])(
    'is linear in a page of nothing but %s',
    (piece) => {
      const page = piece.repeat(Math.floor(1_000_000 / piece.length))
      const begun = performance.now()

      readPage(page)

      expect(performance.now() - begun).toBeLessThan(3000)
    },
  )
})
