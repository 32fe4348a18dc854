import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Entry, PublishedNotice } from '#knowledge/channels/channel.ts'
import { feed } from '#knowledge/channels/feed.ts'
import { aPicture, startInstallation } from '../../installation.ts'
import { startFeed } from '../../peers/feeds.ts'
import { startHttpList } from '../../peers/http-list.ts'
import { channelContract, digests, follow, type Peer } from './contract.ts'

const place = (digest: string) => `https://files.example/${[...digest].reverse().join('')}`
const itemOf = (digest: string) => ({ id: `n-${digest.slice(-6)}`, sha256: digest, url: place(digest) })

async function start(): Promise<Peer> {
  const peer = await startFeed('json', 10)
  let broken = 0
  return {
    url: peer.url,
    publish: async (all) => peer.publish(all.map(itemOf)),
    retract: async (digest) => peer.publish([{ ...itemOf(digest), deleted: true }]),
    spoil: async () => peer.publish([{ id: `broken-${broken++}`, broken: true }]),
    misbehave: (how) => peer.list.misbehave(how),
    heard: () => JSON.stringify(peer.list.requests),
    [Symbol.asyncDispose]: () => peer[Symbol.asyncDispose](),
  }
}

channelContract(feed, start, { many: 35 })

/** Reads one document; its notices and what is broken in it. */
async function read(content: string | Uint8Array, type = 'application/xml') {
  await using list = await startHttpList()
  list.publish({ content, type })
  await using reader = follow(feed, list)
  await reader.poll()
  return { notices: [...reader.notices.values()], broken: reader.quarantine, origin: list.origin }
}

const rss = (items: string, head = '') =>
  `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>t</title>${head}${items}</channel></rss>`
const json = (...items: unknown[]) => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 't', items })
const printed = ({ fingerprints }: PublishedNotice) =>
  fingerprints.map(({ type, value }) => `${type} ${Buffer.from(value).toString('hex')}`)

describe('what an item says', () => {
  const md5 = 'dfdec888b72151965a34b4b59031290a'

  test('RSS: its guid, time, link and enclosure, and the hash of each file at that file', async () => {
    const { notices } = await read(
      rss(`<item><guid isPermaLink="false">a&amp;1</guid><link>https://x.example/1</link>
        <pubDate>Tue, 24 Nov 2020 10:00:00 GMT</pubDate><enclosure url="https://x.example/1.jpg?a=1&amp;b=2" type="image/jpeg"/>
        <media:group><media:content url="/2.jpg"><media:hash algo="MD5"> ${md5.toUpperCase()} </media:hash></media:content></media:group>
        <media:content url="https://x.example/3.jpg"><media:hash algo="sha-1">${'a'.repeat(40)}</media:hash></media:content></item>`),
    )

    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatchObject({ id: 'a&1', kind: 'listing', at: Date.parse('2020-11-24T10:00:00Z') })
    expect(notices[0]?.locations.map((url) => url.replace(/127\.0\.0\.1:\d+/, 'own'))).toEqual([
      'https://x.example/1',
      'https://x.example/3.jpg',
      'http://own/2.jpg',
      'https://x.example/1.jpg?a=1&b=2',
    ])
    expect(printed(notices[0]!)).toEqual([`md5 ${md5}`])
    expect(notices[0]?.fingerprints[0]?.locations?.[0]).toMatch(/\/2\.jpg$/)
  })

  test.each([
    ['a guid that is an address', '<guid>https://x.example/9</guid>', 'https://x.example/9', ['https://x.example/9']],
    [
      'a link where there is no guid',
      '<link>https://x.example/8</link>',
      'https://x.example/8',
      ['https://x.example/8'],
    ],
  ])('RSS: %s', async (_, inner, id, locations) => {
    const { notices } = await read(rss(`<item>${inner}</item>`))

    expect(notices).toMatchObject([{ id, locations }])
  })

  test('Atom: id, updated, links; a tombstone takes the entry back', async () => {
    const atom = (entries: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:d="http://purl.org/atompub/tombstones/1.0"><title>t</title>${entries}</feed>`
    const entry =
      '<entry><id>urn:a&amp;b</id><updated>2020-01-01T00:00:00Z</updated><link href="https://x.example/"/><link rel="enclosure" href="https://x.example/f.mp4"/></entry>'
    await using list = await startHttpList()
    list.publish({ content: atom(entry), type: 'application/atom+xml' })
    await using reader = follow(feed, list)
    await reader.poll()
    expect([...reader.notices.values()]).toMatchObject([
      { id: 'urn:a&b', at: Date.parse('2020-01-01'), locations: ['https://x.example/', 'https://x.example/f.mp4'] },
    ])

    list.publish({
      content: atom(
        `<!-- <d:deleted-entry ref="x"/> --><d:deleted-entry when="2020-01-02T00:00:00Z" ref='urn:a&amp;b'/>`,
      ),
      type: 'application/atom+xml',
    })
    await reader.poll()

    expect(reader.notices.size).toBe(0)
  })

  test('RDF: what it is about, and Dublin Core’s date', async () => {
    const { notices } = await read(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
       <channel rdf:about="x"><title>c</title></channel>
       <item rdf:about="https://x.example/9"><title>t</title><link>https://x.example/9</link><dc:date>2020-01-01T00:00:00Z</dc:date></item></rdf:RDF>`,
    )

    expect(notices).toMatchObject([{ id: 'https://x.example/9', at: Date.parse('2020-01-01') }])
  })

  test('JSON Feed: our extension’s hashes of every kind, and that it was removed', async () => {
    const sha256 = 'ab'.repeat(32)
    const cid = 'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e'
    const { notices, broken } = await read(
      json(
        {
          id: 7,
          url: 'https://x.example/7',
          _vigie: { action: 'removed', sha256, pdq: ['f0'.repeat(32)], md5: [md5], cid: [cid] },
        },
        { id: 'new', _vigie: { action: 'something new', sha256: [sha256], urls: ['https://y.example/1'], extra: 1 } },
      ),
      'application/feed+json',
    )

    expect(broken).toEqual([])
    expect(notices).toMatchObject([
      { id: '7', kind: 'takedown', locations: ['https://x.example/7'] },
      { id: 'new', kind: 'listing', locations: ['https://y.example/1'] },
    ])
    expect(notices.map((notice) => notice.fingerprints.map(({ type }) => type))).toEqual([
      ['sha256', 'md5', 'pdq', 'cid'],
      ['sha256'],
    ])
  })

  test('a hash that is none is quarantined, and the rest of its item is read', async () => {
    const empty = 'd41d8cd98f00b204e9800998ecf8427e'
    const { notices, broken } = await read(
      json({ id: 'a', _vigie: { sha256: ['zz', 7, 'ab'.repeat(32)], md5: [empty] } }, 'text', null, { id: 'b' }),
      'application/json',
    )

    expect(notices.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(printed(notices[0]!)).toEqual([`sha256 ${'ab'.repeat(32)}`])
    expect(broken.length).toBe(5)
    expect(broken.map(({ reason }) => reason).join()).toContain('an empty file')
  })

  test('a picture and a title are named only where the item is labelled as adult content', async () => {
    const content = (rating: string) =>
      `<item><guid>${rating || 'none'}</guid><title>A title</title><media:content url="https://x.example/${rating}.jpg" medium="image">${rating && `<media:rating>${rating}</media:rating>`}</media:content></item>`

    const { notices } = await read(rss(['adult', 'nonadult', ''].map(content).join('')))

    expect(notices.map(({ pictures, titles }) => ({ pictures, titles }))).toEqual([
      { pictures: [{ url: 'https://x.example/adult.jpg', adult: true }], titles: ['A title'] },
      { pictures: undefined, titles: undefined },
      { pictures: undefined, titles: undefined },
    ])
  })

  test.each([
    ['in the header', 'text/xml; charset="windows-1252"', ''],
    ['in the declaration', 'text/xml', '<?xml version="1.0" encoding="ISO-8859-1"?>'],
  ])('its charset is taken from where it stands: %s', async (_, type, declaration) => {
    const content = Buffer.from(`${declaration}${rss('<item><guid>caf\u00e9</guid></item>')}`, 'latin1')

    const { notices } = await read(content, type)

    expect(notices.map(({ id }) => id)).toEqual(['café'])
  })

  test('a date that cannot be, or is yet to come, is the time of reading', async () => {
    const before = Date.now()
    const { notices } = await read(
      json({ id: 'a', date_published: 'soon' }, { id: 'b', date_published: '2999-01-01T00:00:00Z' }, { id: 'c' }),
      'application/json',
    )

    for (const { at } of notices) expect(at).toBeGreaterThanOrEqual(before)
  })

  test('what was quarantined is read again from its own text', () => {
    const context = { url: 'https://x.example/feed', now: 7 }
    const ofJson = feed.reread?.('{"id":"a","url":"/1"}', context)
    const ofRss = feed.reread?.(
      '{"rss":{"guid":{"value":"b","isPermaLink":false},"link":"https://x.example/2"}}',
      context,
    )
    const hostile = ['', '[]', '{"rss":7}', '{"atom":{"links":"x"}}', '{"rss":{"guid":null}}'].map((raw) =>
      feed.reread?.(raw, context),
    )

    expect(ofJson).toMatchObject([{ type: 'notice', notice: { id: 'a', locations: ['https://x.example/1'] } }])
    expect(ofRss).toMatchObject([{ type: 'notice', notice: { id: 'b', locations: ['https://x.example/2'] } }])
    for (const entries of hostile) expect((entries as Entry[])[0]?.type).toBe('malformed')
  })
})

describe('following', () => {
  test('an item that was edited says the new, and one that the feed let go of stays', async () => {
    await using peer = await startFeed()
    peer.publish([
      { id: 'a', sha256: digests(0, 1)[0]! },
      { id: 'b', sha256: digests(1, 1)[0]! },
    ])
    await using reader = follow(feed, peer)
    await reader.poll()

    peer.publish([{ id: 'b', sha256: digests(2, 1)[0]! }])
    peer.forget(1)
    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(0, 1).concat(digests(2, 1))))
  })

  test('what has not changed is not told again, though its neighbour has', async () => {
    await using peer = await startFeed()
    peer.publish(digests(0, 5).map(itemOf))
    await using reader = follow(feed, peer)
    await reader.poll()
    reader.notices.clear()

    peer.publish(digests(5, 1).map(itemOf))
    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(5, 1)))
  })

  test('after an absence it goes back over the pages, and no further than where it knows everything', async () => {
    await using peer = await startFeed('json', 5)
    peer.publish(digests(0, 30).map(itemOf))
    await using reader = follow(feed, peer)
    await reader.poll()
    peer.publish(digests(30, 12).map(itemOf))
    peer.list.requests.length = 0

    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(0, 42)))
    expect(peer.list.requests.map(({ path }) => path)).toEqual([
      '/feed',
      '/feed?page=1',
      '/feed?page=2',
      '/feed?page=3',
    ])
  })

  test.each(['rss', 'atom'] as const)('the older pages of %s are found', async (form) => {
    await using peer = await startFeed(form, 4)
    peer.publish(digests(0, 10).map((digest) => ({ id: digest, url: place(digest), md5: digest.slice(32) })))
    await using reader = follow(feed, peer)

    await reader.poll()

    expect(reader.notices.size).toBe(10)
  })

  test('asks only whether it has changed', async () => {
    await using peer = await startFeed()
    peer.publish(digests(0, 3).map(itemOf))
    await using reader = follow(feed, peer)
    await reader.poll()

    await reader.poll()

    expect(peer.list.requests.map(({ status }) => status)).toEqual([200, 304])
  })

  test.each([
    ['ttl', rss('<item><guid>1</guid></item>', '<ttl>60</ttl>')],
    ['a day at most', rss('<item><guid>1</guid></item>', '<ttl>999999</ttl>')],
  ])('is not asked again within its own time (%s)', async (name, content) => {
    await using list = await startHttpList()
    list.publish({ content, type: 'application/rss+xml' })
    await using reader = follow(feed, list)
    await reader.poll()
    const { notBefore } = JSON.parse(reader.cursor ?? '{}') as { notBefore: number }

    await reader.poll()

    expect(list.requests).toHaveLength(1)
    const hours = Math.round((notBefore - Date.now()) / 3_600_000)
    expect(hours).toBe(name === 'ttl' ? 1 : 24)
  })

  test('a cursor of another kind starts anew', async () => {
    await using peer = await startFeed()
    peer.publish(digests(0, 2).map(itemOf))
    await using reader = follow(feed, peer)

    for (const cursor of ['17', 'not JSON', '{"known":7}']) {
      reader.cursor = cursor
      reader.notices.clear()
      await reader.poll()

      expect(reader.said()).toEqual(new Set(digests(0, 2)))
    }
  })
})

describe('a hostile publisher', () => {
  test('nested entities are not expanded', async () => {
    const levels = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`)
    const bomb = `<!DOCTYPE rss [<!ENTITY e0 "boom">${levels.join('')}]>${rss('<item><guid>&e20;</guid></item>')}`
    const before = performance.now()

    const { notices } = await read(bomb)

    expect(notices.map(({ id }) => id)).toEqual(['&e20;'])
    expect(performance.now() - before).toBeLessThan(2000)
  })

  test.each([
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['a part of a feed', rss('<item><guid>1</guid></item>').slice(0, -30)],
    [
      'an entity that names a file',
      `<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hostname">]>${rss('<item><guid>&f;</guid></item>')}`,
    ],
    ['nesting without end', `<rss version="2.0">${'<a>'.repeat(300_000)}`],
    ['JSON that is no feed', '{"items":[]}'],
    ['half of a JSON feed', json({ id: 'a' }).slice(0, -4)],
    ['nothing', ''],
  ])('%s is malformed, and what was known stays', async (_, content) => {
    await using list = await startHttpList()
    list.publish({ content: rss('<item><guid>1</guid></item>'), type: 'text/xml' })
    await using reader = follow(feed, list)
    await reader.poll()

    list.publish({ content, type: 'text/html' })

    await expect(reader.poll()).rejects.toMatchObject({ name: 'Malformed' })
    expect(reader.notices.size).toBe(1)
  })

  test.each([
    ['circle', '/list?token=s3cret', 'Malformed'],
    ['another host', 'https://elsewhere.example/next?token=s3cret', 'Refused'],
    ['a file', 'file:///etc/passwd?token=s3cret', 'Refused'],
  ])('a next page that leads to %s ends in an error that does not repeat it', async (_, next, name) => {
    await using list = await startHttpList()
    const page = (id: string) => JSON.stringify({ ...JSON.parse(json({ id })), next_url: next })
    list.publish({ content: page('a'), type: 'application/json' })
    list.publish({ content: page('b'), type: 'application/json' }, '/list?token=s3cret')
    await using reader = follow(feed, list)

    const failure = await reader.poll().catch((error: unknown) => error)

    expect(failure).toMatchObject({ name, message: expect.not.stringContaining('s3cret') })
    expect(reader.cursor ?? '').not.toContain('s3cret')
  })

  test('pages without end are read back so far and no further, and the operator is told', async () => {
    await using list = await startHttpList()
    for (let page = 0; page < 210; page++) {
      const content = { ...JSON.parse(json({ id: `i${page}` })), next_url: `/list?page=${page + 1}` }
      list.publish(
        { content: JSON.stringify(content), type: 'application/json' },
        page === 0 ? '/list' : `/list?page=${page}`,
      )
    }
    await using reader = follow(feed, list)

    await reader.poll()

    expect(reader.notices.size).toBe(200)
  })

  test('older pages that are not there end the walk, and what was read counts', async () => {
    await using peer = await startFeed('json', 2)
    peer.publish(digests(0, 6).map(itemOf))
    peer.list.withdraw('/feed?page=1')
    await using reader = follow(feed, peer)

    await reader.poll()
    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(4, 2)))
    expect(peer.list.requests.map(({ status }) => status)).toEqual([200, 404, 304])
  })

  test.each([
    [404, 'Unavailable'],
    [410, 'Refused'],
    [401, 'Refused'],
    [403, 'Refused'],
    [429, 'Unavailable'],
    [503, 'Unavailable'],
    ['cut', 'Unavailable'],
  ] as const)('%s: %s', async (fault, name) => {
    await using list = await startHttpList()
    list.publish({ content: rss('<item><guid>1</guid></item>'), type: 'text/xml' })
    list.misbehave(fault)
    await using reader = follow(feed, list)

    await expect(reader.poll()).rejects.toMatchObject({
      name,
      ...(fault === 429 || fault === 503 ? { retryAfterMs: 60_000 } : {}),
    })
  })
})

test('the feed that partners are shown is read without a complaint', async () => {
  const page = readFileSync('docs/reference/json-feed.md', 'utf8')
  const [, content = ''] = page.match(/```json\n(.*?)```/s) ?? []

  const { notices, broken } = await read(content, 'application/feed+json')

  expect(broken).toEqual([])
  expect(notices).toMatchObject([{ kind: 'takedown', locations: ['https://files.example.net/f/82'] }])
  expect(notices[0]?.fingerprints.map(({ type }) => type)).toEqual(['sha256', 'md5'])
})

test('a partner’s takedown feed reaches her inbox, and the feed hears nothing of her', async () => {
  await using peer = await startFeed()
  await using vigie = await startInstallation()
  const picture = aPicture()
  const person = await vigie.enrol({ pictures: [picture] })
  const channel = await vigie.addChannel('feed', peer.url)
  peer.publish([{ id: 'a', sha256: picture.sha256, url: 'https://leak.example/1' }])

  await vigie.poll(channel)
  await vigie.idle()

  const [alert] = await person.inbox()
  expect(alert?.matches).toMatchObject([{ kind: 'sha256', location: 'https://leak.example/1' }])
  expect(JSON.stringify(peer.list.requests)).not.toContain(picture.sha256)
})
