import { describe, expect, test } from 'vitest'
import { rawCidOf } from '#core/fingerprint/index.ts'
import { atproto } from '#knowledge/channels/atproto.ts'
import { aFrame, startAtLabeler } from '../../peers/at-labeler.ts'
import { aPost, startAtNetwork } from '../../peers/at-network.ts'
import { channelContract, digests, follow, type Peer } from './contract.ts'

const author = 'did:plc:authorauthorauthorauth22'
const cidOf = (digest: string) => rawCidOf(Buffer.from(digest, 'hex'))

async function startBoth(options: Record<string, string> = {}) {
  const network = await startAtNetwork()
  network.join(author)
  const labeler = await startAtLabeler(network)
  return {
    network,
    labeler,
    url: labeler.url,
    options: { directory: network.url, timeout: '1s', ...options },
    post: (...of: string[]) => network.write(author, aPost(of.map(cidOf))),
    async [Symbol.asyncDispose]() {
      await labeler[Symbol.asyncDispose]()
      await network[Symbol.asyncDispose]()
    },
  }
}

async function start(): Promise<Peer> {
  const both = await startBoth()
  const posts = new Map<string, string>()
  return {
    url: both.url,
    options: both.options,
    async publish(all) {
      for (const digest of all) {
        const uri = both.post(digest)
        posts.set(digest, uri)
        await both.labeler.label({ uri })
      }
    },
    async retract(digest) {
      await both.labeler.label({ uri: posts.get(digest) ?? '', neg: true })
    },
    async spoil() {
      await both.labeler.forge(await both.labeler.label({ uri: both.post('d'.repeat(64)) }))
    },
    misbehave: (how) => both.labeler.misbehave(how),
    heard: () => [...both.labeler.requests, ...both.network.requests].join('\n'),
    [Symbol.asyncDispose]: () => both[Symbol.asyncDispose](),
  }
}

channelContract(atproto, start, { many: 105 })

const [a = '', b = '', c = ''] = digests(0, 3)
const id = (uri: string, val = 'ncii') => `${uri} ${val}`

describe('what a label becomes', () => {
  test('a post: its files by CID and SHA-256, at the post and at the picture’s own address', async () => {
    await using both = await startBoth()
    const uri = both.post(a, b)
    await both.labeler.label({ uri, cts: '2026-11-20T10:00:00.000Z' })
    await using reader = follow(atproto, both)

    await reader.poll()

    const page = `https://bsky.app/profile/${author}/post/${uri.split('/').at(-1)}`
    const picture = `https://cdn.bsky.app/img/feed_fullsize/plain/${author}/${cidOf(a)}`
    expect(reader.notices.get(id(uri))).toMatchObject({
      kind: 'label',
      at: Date.UTC(2026, 10, 20, 10),
      locations: [page, uri, picture, expect.stringContaining(cidOf(b))],
      fingerprints: [
        { type: 'cid', locations: [page, uri, picture] },
        { type: 'sha256', value: new Uint8Array(Buffer.from(a, 'hex')), locations: [page, uri, picture] },
        { type: 'cid', locations: [page, uri, expect.stringContaining(cidOf(b))] },
        { type: 'sha256', value: new Uint8Array(Buffer.from(b, 'hex')) },
      ],
    })
    expect(reader.notices.get(id(uri))).not.toHaveProperty('pictures')
  })

  test('an account: its profile, and the picture that stands there', async () => {
    await using both = await startBoth()
    const avatar = { $type: 'blob', ref: { $link: cidOf(a) }, mimeType: 'image/png', size: 5 }
    both.network.write(author, { avatar }, { collection: 'app.bsky.actor.profile', key: 'self' })
    await both.labeler.label({ uri: author, val: '!takedown' })
    await using reader = follow(atproto, both)

    await reader.poll()

    expect(reader.notices.get(id(author, '!takedown'))).toMatchObject({
      kind: 'takedown',
      locations: [`https://bsky.app/profile/${author}`, expect.stringContaining(cidOf(a))],
    })
    expect(reader.said()).toEqual(new Set([a]))
  })

  test('the name that the account goes by is a place as well, for who watches that, and not one of the file', async () => {
    await using both = await startBoth()
    both.network.join(author, { alsoKnownAs: ['https://alice.example', 'at://Alice.example'] })
    const uri = both.post(a)
    await both.labeler.label({ uri })
    await both.labeler.label({ uri: author })
    await using reader = follow(atproto, both)

    await reader.poll()

    const named = `https://bsky.app/profile/alice.example/post/${uri.split('/').at(-1)}`
    const notice = reader.notices.get(id(uri))
    expect(notice?.locations).toContain(named)
    for (const print of notice?.fingerprints ?? []) expect(print.locations).not.toContain(named)
    expect(reader.notices.get(id(author))?.locations).toContain('https://bsky.app/profile/alice.example')
  })

  test('a record that is gone, or whose author nobody knows: its place alone', async () => {
    await using both = await startBoth()
    const gone = `at://${author}/app.bsky.feed.post/3kgone`
    const unknown = 'at://did:plc:nobodynobodynobodynobod2/app.bsky.feed.post/3knone'
    await both.labeler.label({ uri: gone })
    await both.labeler.label({ uri: unknown })
    await using reader = follow(atproto, both)

    await reader.poll()

    expect([...reader.notices.keys()]).toEqual([id(gone), id(unknown)])
    expect(reader.said()).toEqual(new Set())
    expect(JSON.parse(reader.cursor ?? '').unread).toEqual([])
  })

  test('only the chosen values count; with * all do', async () => {
    await using both = await startBoth()
    const uri = both.post(a)
    await both.labeler.label({ uri, val: 'spam' })
    await both.labeler.label({ uri, val: 'ours' })

    await using chosen = follow(atproto, { url: both.url, options: { ...both.options, labels: 'ours, ncii' } })
    await chosen.poll()
    await using all = follow(atproto, { url: both.url, options: { ...both.options, labels: '*' } })
    await all.poll()

    expect([...chosen.notices.keys()]).toEqual([id(uri, 'ours')])
    expect([...all.notices.keys()]).toEqual([id(uri, 'spam'), id(uri, 'ours')])
  })

  test('the record is read for every label of a chosen value, whoever is enrolled, and for no other', async () => {
    await using both = await startBoth()
    const uris = [both.post(a), both.post(b), both.post(c)]
    for (const uri of uris) await both.labeler.label({ uri })
    const other = both.post('f'.repeat(64))
    await both.labeler.label({ uri: other, val: 'spam' })
    await using reader = follow(atproto, both)

    await reader.poll()

    const asked = both.network.requests.filter((line) => line.includes('getRecord'))
    const keys = uris.map((uri) => uri.split('/').at(-1) ?? '')
    expect(asked).toHaveLength(3)
    for (const key of keys) expect(asked.join()).toContain(key)
    expect(both.network.requests.join()).not.toMatch(/getBlob|cdn/)
  })

  test('an end that is told is kept, and what has ended already is taken back', async () => {
    await using both = await startBoth()
    const [coming, over] = [both.post(a), both.post(b)]
    const exp = new Date(Date.now() + 3_600_000).toISOString()
    await both.labeler.label({ uri: coming, exp })
    await both.labeler.label({ uri: over, exp: '2020-01-01T00:00:00.000Z' })
    await using reader = follow(atproto, both)

    await reader.poll()

    expect(reader.notices.get(id(coming))?.expiresAt).toBe(Date.parse(exp))
    expect(reader.notices.has(id(over))).toBe(false)
  })

  test('a label that is taken back, again put, and one taken back that was never seen', async () => {
    await using both = await startBoth()
    const [uri, never] = [both.post(a), both.post(b)]
    await both.labeler.label({ uri })
    await both.labeler.label({ uri: never, neg: true })
    await using reader = follow(atproto, both)
    await reader.poll()

    await both.labeler.label({ uri, neg: true })
    await reader.poll()
    const between = [...reader.notices.keys()]
    await both.labeler.label({ uri })
    await reader.poll()

    expect(between).toEqual([])
    expect([...reader.notices.keys()]).toEqual([id(uri)])
  })

  test('of two words on the same label the newer counts, whichever comes last', async () => {
    await using both = await startBoth()
    const uri = both.post(a)
    await both.labeler.label({ uri, neg: true, cts: '2026-11-20T10:00:00.000Z' })
    await both.labeler.label({ uri, cts: '2026-11-19T10:00:00.000Z' })
    await using reader = follow(atproto, both)

    await reader.poll()

    expect(reader.notices.size).toBe(0)
  })

  test.each([
    ['the labeler says porn', { val: 'porn' }, {}, true],
    ['its author says so', { val: 'ncii' }, { labels: { values: [{ val: 'sexual' }] } }, true],
    ['nobody says so', { val: 'ncii' }, {}, false],
    [
      'its author says so of something that was taken down',
      { val: '!takedown' },
      { labels: { values: [{ val: 'porn' }] } },
      false,
    ],
    [
      'something says that it may show a minor',
      { val: 'porn' },
      { labels: { values: [{ val: 'possible-minor' }] } },
      false,
    ],
  ])('a look: %s', async (_, label, more, looks) => {
    await using both = await startBoth({ labels: 'porn,ncii,!takedown' })
    const uri = both.network.write(author, aPost([cidOf(a)], more))
    await both.labeler.label({ uri, ...label })
    await using reader = follow(atproto, both)

    await reader.poll()

    const picture = { url: `https://cdn.bsky.app/img/feed_fullsize/plain/${author}/${cidOf(a)}`, adult: true }
    expect(reader.notices.get(id(uri, label.val))?.pictures).toEqual(looks ? [picture] : undefined)
  })
})

describe('what is not the labeler’s word', () => {
  test('a forged signature, a foreign source, a subject that is none: quarantined, their neighbours read', async () => {
    await using both = await startBoth()
    const uri = both.post(a)
    await both.labeler.label({ uri })
    await both.labeler.forge(await both.labeler.label({ uri: both.post(b) }))
    await both.labeler.label({ uri: both.post(c), src: author })
    await both.labeler.label({ uri: 'at://handle.example/app.bsky.feed.post/3k' })
    await using reader = follow(atproto, both)

    await reader.poll()

    expect([...reader.notices.keys()]).toEqual([id(uri)])
    expect(reader.quarantine.map(({ reason }) => reason)).toEqual([
      'The signature does not fit the labeler’s present key',
      'The label is of another labeler than the one that is followed',
      'The label’s subject is neither an at:// address with a DID nor a DID',
    ])
  })

  test('a forged retraction takes nothing back', async () => {
    await using both = await startBoth()
    const uri = both.post(a)
    await both.labeler.label({ uri })
    await using reader = follow(atproto, both)
    await reader.poll()

    await both.labeler.forge(await both.labeler.label({ uri, neg: true }))
    await reader.poll()

    expect([...reader.notices.keys()]).toEqual([id(uri)])
  })

  test('a labeler without a key for labels says nothing', async () => {
    await using both = await startBoth()
    both.network.join(both.labeler.did, { verificationMethod: [] })
    await both.labeler.label({ uri: both.post(a) })
    await using reader = follow(atproto, both)

    await reader.poll()

    expect(reader.quarantine).toMatchObject([{ reason: 'The labeler’s DID document has no key for labels' }])
    expect(reader.notices.size).toBe(0)
  })

  test('a key that was changed is looked up again', async () => {
    await using both = await startBoth()
    const [before, after] = [both.post(a), both.post(b)]
    await both.labeler.label({ uri: before })
    await using reader = follow(atproto, both)
    await reader.poll()

    await both.labeler.rotate()
    await both.labeler.label({ uri: after })
    await reader.poll()

    expect(reader.said()).toEqual(new Set([a, b]))
  })

  test('while the directory is silent nothing is taken, and nothing lost', async () => {
    await using both = await startBoth()
    await both.labeler.label({ uri: both.post(a) })
    both.network.fail('directory', 503)
    await using reader = follow(atproto, both)

    await expect(reader.poll()).rejects.toMatchObject({ name: 'Unavailable' })
    both.network.fail('directory', null)
    await reader.poll()

    expect(reader.said()).toEqual(new Set([a]))
  })
})

describe('a server that does not answer', () => {
  test('its record is read another time', async () => {
    await using both = await startBoth()
    const uri = both.post(a)
    await both.labeler.label({ uri })
    both.network.fail('records', 503)
    await using reader = follow(atproto, both)
    await reader.poll()
    const told = reader.notices.get(id(uri))?.fingerprints
    both.network.fail('records', null)

    await reader.poll() // too early
    expect(reader.said()).toEqual(new Set())
    reader.cursor = (reader.cursor ?? '').replace(/"due":\d+/, '"due":0')
    await reader.poll()

    expect(told).toEqual([])
    expect(reader.said()).toEqual(new Set([a]))
    expect(JSON.parse(reader.cursor ?? '').unread).toEqual([])
  })
})

describe('the stream', () => {
  test('a labeler that lost its numbering is stopped at, and read anew on the operator’s word', async () => {
    await using both = await startBoth()
    for (const digest of digests(10, 3)) await both.labeler.label({ uri: both.post(digest) })
    await using reader = follow(atproto, both)
    await reader.poll()
    const { cursor } = reader

    await both.labeler.forget()
    await both.labeler.label({ uri: both.post(a) })
    await expect(reader.poll()).rejects.toThrow(/restart=yes/)
    expect(reader.cursor).toBe(cursor)
    await using again = follow(atproto, { url: both.url, options: { ...both.options, restart: 'yes' } })
    again.cursor = cursor
    await again.poll()

    expect(again.said()).toEqual(new Set([a]))
  })

  test('after a hole all that the labeler still says is read', async () => {
    await using both = await startBoth()
    await both.labeler.label({ uri: both.post(a) })
    const frames = [aFrame({ op: 1, t: '#info' }, { name: 'OutdatedCursor' })]
    both.labeler.misbehave({ frames })
    await using reader = follow(atproto, both)

    await reader.poll()

    const sweeps = both.labeler.requests.filter((line) => line.includes('queryLabels'))
    expect(reader.said()).toEqual(new Set([a]))
    expect(sweeps.length).toBeGreaterThan(0)
    for (const line of sweeps) expect(line).toContain('uriPatterns=*')
  })

  test.each([
    ['half a frame', [aFrame({ op: 1, t: '#labels' }, { seq: 5, labels: [] }).subarray(0, 20)]],
    ['bytes left over', [Buffer.concat([aFrame({ op: 1, t: '#labels' }, { seq: 5, labels: [] }), Buffer.from([0])])]],
    [
      'deep nesting',
      [Buffer.concat([aFrame({ op: 1, t: '#labels' }, 0).subarray(0, -1), Buffer.alloc(900_000, 0x81)])],
    ],
    ['a frame of 10 MB', [Buffer.alloc(10_000_000)]],
    ['no CBOR', [Buffer.from('<html>')]],
    ['labels without a number', [aFrame({ op: 1, t: '#labels' }, { labels: [] })]],
  ])('%s: the connection is given up, the place stays', async (_, frames) => {
    await using both = await startBoth()
    both.labeler.misbehave({ frames })
    await using reader = follow(atproto, both)

    await expect(reader.poll()).rejects.toMatchObject({ name: 'Malformed' })
    expect(reader.cursor).toBeNull()
  })

  test('frames of kinds that are not known yet are passed over', async () => {
    await using both = await startBoth()
    const frames = [aFrame({ op: 1, t: '#new' }, { x: 1 }), aFrame({ op: 7 }, {})]
    both.labeler.misbehave({ frames })
    await using reader = follow(atproto, both)

    await reader.poll()

    expect(reader.quarantine).toEqual([])
  })

  test.each([
    ['closed at once', 'close', 'Unavailable'],
    ['429', 429, 'Unavailable'],
    ['503', 503, 'Unavailable'],
    ['501, no labeler', 501, 'Refused'],
    ['401', 401, 'Refused'],
    ['read too slowly', { frames: [aFrame({ op: -1 }, { error: 'ConsumerTooSlow' })] }, 'Unavailable'],
    ['another error', { frames: [aFrame({ op: -1 }, { error: 'Surprise' })] }, 'Unavailable'],
  ] as const)('%s is told as what it is', async (_, fault, name) => {
    await using both = await startBoth()
    both.labeler.misbehave(typeof fault === 'object' ? { frames: [...fault.frames] } : fault)
    await using reader = follow(atproto, both)

    await expect(reader.poll()).rejects.toMatchObject({ name })
  })

  test('the labeler’s web address is as good as its stream’s', async () => {
    await using both = await startBoth()
    await both.labeler.label({ uri: both.post(a) })
    await using reader = follow(atproto, { url: both.url.replace('ws:', 'http:'), options: both.options })

    await reader.poll()

    expect(reader.said()).toEqual(new Set([a]))
  })

  test('a place that this version does not know begins anew', async () => {
    await using both = await startBoth()
    await both.labeler.label({ uri: both.post(a) })
    await using reader = follow(atproto, both)
    reader.cursor = '{"was":"other"}'

    await reader.poll()

    expect(reader.said()).toEqual(new Set([a]))
  })
})
