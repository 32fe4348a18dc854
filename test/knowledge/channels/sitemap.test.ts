import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { sitemap } from '#knowledge/channels/sitemap.ts'
import { startInstallation } from '../../installation.ts'
import { startHttpList, type TestList } from '../../peers/http-list.ts'
import { channelContract, digests, follow, type Peer } from './contract.ts'

const place = (digest: string) => `https://files.example/${[...digest].reverse().join('')}`
const urlset = (...entries: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:video="http://www.google.com/schemas/sitemap-video/1.1">${entries.join('\n')}</urlset>`
const url = (loc: string, more = '') => `<url><loc>${loc}</loc>${more}</url>`
const index = (parts: { loc: string; lastmod?: string }[]) =>
  `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${parts
    .map(({ loc, lastmod }) => `<sitemap><loc>${loc}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</sitemap>`)
    .join('')}</sitemapindex>`

/** A site whose index names a part for each ten pages. */
async function start(): Promise<Peer> {
  const list = await startHttpList()
  const entries: string[] = []
  const write = () => {
    const count = Math.ceil(entries.length / 10)
    for (let part = 0; part < count; part++)
      list.publish(urlset(...entries.slice(part * 10, part * 10 + 10)), `/part-${part}.xml`)
    list.publish(index(Array.from({ length: count }, (_, part) => ({ loc: `${list.origin}/part-${part}.xml` }))))
  }
  write()
  return {
    url: list.url,
    async publish(all) {
      entries.push(...all.map((digest) => url(place(digest))))
      write()
    },
    retract: async () => {},
    async spoil() {
      entries.push('<url><lastmod>2026-01-01</lastmod></url>')
      write()
    },
    misbehave: (how) => list.misbehave(how),
    heard: () => JSON.stringify(list.requests),
    [Symbol.asyncDispose]: () => list[Symbol.asyncDispose](),
  }
}

channelContract(sitemap, start, {
  many: 35,
  retracts: false,
  said: ({ locations }) => locations.map((location) => [...location.slice(-64)].reverse().join('')),
})

async function read(content: string | Uint8Array, type = 'application/xml') {
  await using list = await startHttpList()
  list.publish({ content, type })
  await using reader = follow(sitemap, list)
  await reader.poll()
  return { notices: [...reader.notices.values()], broken: reader.quarantine }
}

const paths = (list: TestList) => list.requests.map(({ path, status }) => `${path} ${status}`)

describe('what an entry says', () => {
  test('its page, its time, and the pictures and clips on it', async () => {
    const { notices } = await read(
      urlset(
        url(
          'https://x.example/a?b=1&amp;c=2',
          `<lastmod>2020-01-02T03:04:05+00:00</lastmod>
           <image:image><image:loc>https://x.example/1.jpg</image:loc><image:title>A name</image:title></image:image>
           <image:image><image:loc><![CDATA[https://x.example/2.jpg]]></image:loc></image:image>
           <video:video><video:thumbnail_loc>https://x.example/t.jpg</video:thumbnail_loc><video:content_loc>https://x.example/v.mp4</video:content_loc></video:video>`,
        ),
      ),
    )

    expect(notices).toEqual([
      {
        id: 'https://x.example/a?b=1&c=2',
        at: Date.parse('2020-01-02T03:04:05Z'),
        kind: 'listing',
        fingerprints: [],
        locations: [
          'https://x.example/a?b=1&c=2',
          'https://x.example/1.jpg',
          'https://x.example/2.jpg',
          'https://x.example/v.mp4',
        ],
      },
    ])
  })

  test('a thumbnail and a title only of what is labelled as not for families', async () => {
    const video = (label: string) =>
      url(
        `https://x.example/${label}`,
        `<video:video><video:thumbnail_loc>https://x.example/${label}.jpg</video:thumbnail_loc><video:title>A name</video:title><video:family_friendly>${label}</video:family_friendly></video:video>`,
      )

    const { notices } = await read(urlset(video('no'), video('yes')))

    expect(notices.map(({ pictures, titles }) => ({ pictures, titles }))).toEqual([
      { pictures: [{ url: 'https://x.example/no.jpg', adult: true }], titles: ['A name'] },
      { pictures: undefined, titles: undefined },
    ])
  })

  test.each([
    [
      'under a prefix of its own',
      '<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url><s:loc>https://x.example/1</s:loc></s:url></s:urlset>',
    ],
    ['with comments', urlset('<!-- <url><loc>https://x.example/0</loc></url> -->', url('https://x.example/1'))],
    ['as text, an address a line', '\uFEFFhttps://x.example/1\r\n\r\n'],
    ['packed', gzipSync(urlset(url('https://x.example/1')))],
  ])('%s', async (_, content) => {
    expect((await read(content)).notices.map(({ id }) => id)).toEqual(['https://x.example/1'])
  })

  test('what is broken is quarantined, and read again from its own text', async () => {
    const { notices, broken } = await read(
      urlset(
        url('https://x.example/1'),
        url(''),
        url('javascript:alert(1)'),
        url(`https://x.example/${'a'.repeat(3000)}`),
        url('https://x.example/2'),
      ),
    )

    expect(notices.map(({ id }) => id)).toEqual(['https://x.example/1', 'https://x.example/2'])
    expect(broken.map(({ reason }) => reason)).toEqual(Array(3).fill('loc: missing, or no address'))
    expect(sitemap.reread?.(url('https://x.example/3'), { url: 'https://x.example/', now: 7 })).toMatchObject([
      { type: 'notice', notice: { id: 'https://x.example/3', at: 7 } },
    ])
  })
})

describe('following', () => {
  test('asks only whether it has changed', async () => {
    await using list = await startHttpList()
    list.publish(urlset(url('https://x.example/1')))
    await using reader = follow(sitemap, list)

    for (let times = 0; times < 2; times++) await reader.poll()

    expect(paths(list)).toEqual(['/list 200', '/list 304'])
  })

  test('a part is read when its time is new, and one without a time is looked at each time', async () => {
    await using list = await startHttpList()
    const parts = (lastmod: string) => index([{ loc: '/dated.xml', lastmod }, { loc: `${list.origin}/undated.xml` }])
    list.publish(parts('2026-01-01'))
    list.publish(urlset(url('https://x.example/1')), '/dated.xml')
    list.publish(urlset(url('https://x.example/2')), '/undated.xml')
    await using reader = follow(sitemap, list)
    await reader.poll()
    list.requests.length = 0
    reader.notices.clear()

    await reader.poll()
    const again = paths(list)
    list.publish(parts('2026-01-02'))
    list.publish(urlset(url('https://x.example/1'), url('https://x.example/3')), '/dated.xml')
    await reader.poll()

    expect(again).toEqual(['/list 200', '/undated.xml 200'])
    expect([...reader.notices.keys()]).toEqual(['https://x.example/1', 'https://x.example/3'])
  })

  test('a page that is listed no longer stays', async () => {
    await using list = await startHttpList()
    list.publish(urlset(url('https://x.example/1'), url('https://x.example/2')))
    await using reader = follow(sitemap, list)
    await reader.poll()

    list.publish(urlset(url('https://x.example/2')))
    await reader.poll()

    expect(reader.notices.size).toBe(2)
  })

  test('one broken part does not end the others: another host, missing, an index, a web page', async () => {
    await using list = await startHttpList()
    list.publish(
      index([
        { loc: 'https://elsewhere.example/s.xml?token=s3cret' },
        { loc: '/missing.xml' },
        { loc: '/index.xml' },
        { loc: '/page.xml' },
        { loc: '/good.xml' },
      ]),
    )
    list.publish(index([{ loc: '/good.xml' }]), '/index.xml')
    list.publish('<html><body>Sign in</body></html>', '/page.xml')
    list.publish(urlset(url('https://x.example/1')), '/good.xml')
    await using reader = follow(sitemap, list)

    await reader.poll()

    expect([...reader.notices.keys()]).toEqual(['https://x.example/1'])
    expect(reader.quarantine.map(({ reason }) => reason).sort()).toEqual([
      expect.stringContaining('answers a web page'),
      expect.stringContaining('another host'),
      expect.stringContaining('nest one level'),
      expect.stringContaining('not there'),
    ])
    expect(reader.cursor).not.toContain('s3cret')
  })

  test('an index of many parts resumes, and its cursor stays small', async () => {
    await using list = await startHttpList()
    const count = 300
    list.publish(index(Array.from({ length: count }, (_, part) => ({ loc: `/p${part}.xml`, lastmod: '2026-01-01' }))))
    for (let part = 0; part < count; part++) list.publish(urlset(url(`https://x.example/${part}`)), `/p${part}.xml`)
    await using reader = follow(sitemap, list)

    await reader.poll({ pages: 120 })
    list.requests.length = 0
    await reader.poll()

    expect(reader.notices.size).toBe(count)
    expect(list.requests.length).toBe(1 + count - 120)
    expect(reader.longestCursor).toBeLessThan(16_384)
  })
})

describe('a hostile site', () => {
  test.each([
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['a feed', '<rss version="2.0"><channel></channel></rss>'],
    ['a list that is cut off', urlset(url('https://x.example/1')).slice(0, -20)],
    ['a bomb', gzipSync(Buffer.alloc(60 << 20, 'a'))],
    ['half of what was packed', gzipSync(urlset(url('https://x.example/1'))).subarray(0, 60)],
  ])('%s is malformed, and what was known stays', async (_, content) => {
    await using list = await startHttpList()
    list.publish(urlset(url('https://x.example/1')))
    await using reader = follow(sitemap, list)
    await reader.poll()

    list.publish({ content })

    await expect(reader.poll()).rejects.toMatchObject({ name: 'Malformed' })
    expect(reader.notices.size).toBe(1)
  })

  test.each([
    ['entries without end', '<url>'.repeat(500_000)],
    ['comments without end', '<!--'.repeat(500_000)],
    ['brackets', '<'.repeat(2_000_000)],
    ['more entries than the format has', url('https://x.example/1').repeat(50_002)],
  ])('%s take a few seconds at most', async (_, inner) => {
    const before = performance.now()

    await read(urlset(inner)).catch(() => {})

    expect(performance.now() - before).toBeLessThan(5000)
  })

  test.each([
    [404, 'Unavailable'],
    [410, 'Refused'],
    [403, 'Refused'],
    [429, 'Unavailable'],
    ['cut', 'Unavailable'],
  ] as const)('%s: %s', async (fault, name) => {
    await using list = await startHttpList()
    list.publish(urlset(url('https://x.example/1')))
    list.misbehave(fault)
    await using reader = follow(sitemap, list)

    await expect(reader.poll()).rejects.toMatchObject({ name, ...(fault === 429 && { retryAfterMs: 60_000 }) })
  })
})

test('a watched place that turns up in a sitemap reaches her inbox, and the site hears nothing of her', async () => {
  await using list = await startHttpList()
  await using vigie = await startInstallation()
  const person = await vigie.enrol({ locations: ['https://leak.example/p/1'] })
  const channel = await vigie.addChannel('sitemap', list.url)
  list.publish(urlset(url('https://leak.example/p/1'), url(place(digests(0, 1)[0]!))))

  await vigie.poll(channel)
  await vigie.idle()

  expect((await person.inbox())[0]?.matches).toMatchObject([{ kind: 'url', location: 'https://leak.example/p/1' }])
  expect(JSON.stringify(list.requests)).not.toContain('leak.example')
})
