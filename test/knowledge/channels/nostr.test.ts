import { describe, expect, test } from 'vitest'
import type { Page } from '#knowledge/channels/channel.ts'
import { nostr } from '#knowledge/channels/nostr.ts'
import { readEvent } from '#knowledge/protocols/nostr/event.ts'
import { createNet } from '#worker/net/http.ts'
import { outside } from '../../outside.ts'
import { forge, newAuthor } from '../../peers/nostr-events.ts'
import { startNostrRelay } from '../../peers/nostr-relay.ts'
import { channelContract, digests, follow, type Peer } from './contract.ts'

const day = 86_400
const now = () => Math.floor(Date.now() / 1000)

async function start(): Promise<Peer> {
  const relay = await startNostrRelay({ maxLimit: 7 })
  const author = newAuthor()
  const ids = new Map<string, string>()
  let made = 0
  return {
    url: relay.url,
    options: { timeout: '1s' },
    async publish(all) {
      const events = all.map((digest) => {
        const event = author.sign({
          kind: 1984,
          tags: [['x', digest, 'nudity']],
          at: now() - 600 + Math.floor(made++ / 3),
        })
        ids.set(digest, event.id)
        return event
      })
      await relay.publish(...events)
    },
    async retract(digest) {
      await relay.publish(author.sign({ kind: 5, tags: [['e', ids.get(digest) ?? '']] }))
    },
    async spoil() {
      await relay.plant(
        forge(author.sign({ kind: 1984, tags: [['x', 'b'.repeat(64)]], at: now() - 590 }), [['x', 'c'.repeat(64)]]),
      )
    },
    misbehave(how) {
      relay.misbehave(how)
    },
    heard: () => relay.requests.join('\n'),
    [Symbol.asyncDispose]: () => relay[Symbol.asyncDispose](),
  }
}

channelContract(nostr, start, { many: 30 })

describe('what an event says', () => {
  const author = newAuthor()
  const [a = '', b = '', c = '', d = ''] = digests(0, 4)
  const read = (kind: number, tags: string[][]) => {
    const [entry] = readEvent(author.sign({ kind, tags, at: 1_760_000_000 })).entries
    if (entry?.type !== 'notice') return entry
    const { fingerprints, ...notice } = entry.notice
    return { ...notice, digests: fingerprints.map(({ value }) => Buffer.from(value).toString('hex')) }
  }

  test('a report: digest, server, author and time', () => {
    expect(
      read(1984, [
        ['x', a, 'illegal'],
        ['e', b],
        ['p', author.pubkey],
        ['server', 'https://media.example/1.jpg'],
      ]),
    ).toMatchObject({
      kind: 'report',
      at: 1_760_000_000_000,
      author: author.pubkey,
      digests: [a],
      locations: ['https://media.example/1.jpg'],
    })
  })

  test('file metadata: the served file, the original, its smaller copies and its further places', () => {
    const tags = [
      ['url', `https://media.example/${a}.png`],
      ['x', a],
      ['ox', b],
      ['thumb', `https://media.example/${c}`, d],
      ['fallback', 'https://other.example/1.png'],
    ]

    expect(read(1063, tags)).toMatchObject({
      kind: 'listing',
      digests: [a, b, c, d],
      locations: [`https://media.example/${a}.png`, 'https://other.example/1.png'],
    })
  })

  test.each([20, 21, 22])('kind %i: imeta', (kind) => {
    const imeta = [
      'imeta',
      'url https://media.example/1.jpg',
      'm image/jpeg',
      `x ${a}`,
      `ox ${b}`,
      'fallback https://o.example/1',
    ]

    expect(read(kind, [imeta])).toMatchObject({
      kind: 'listing',
      digests: [a, b],
      locations: ['https://media.example/1.jpg', 'https://o.example/1'],
    })
  })

  test('a label: its address, and the digest in it', () => {
    expect(
      read(1985, [
        ['L', 'ns'],
        ['l', 'ncii', 'ns'],
        ['r', `https://media.example/${a.toUpperCase()}.webp`],
      ]),
    ).toMatchObject({
      kind: 'label',
      digests: [a],
    })
  })

  test('a report or a label that names no file: the event that it is about', () => {
    const entries = [1984, 1985].map((kind) => read(kind, [['e', 'a'.repeat(64)]]))

    for (const entry of entries)
      expect(entry).toMatchObject({
        digests: [],
        locations: [expect.stringMatching(/^nostr:note1[02-9ac-hj-np-z]{58}$/)],
      })
  })

  test('a deletion: of each event it names, by its author', () => {
    expect(
      readEvent(
        author.sign({
          kind: 5,
          tags: [
            ['e', a],
            ['e', b],
            ['e', a],
            ['k', '1984'],
          ],
        }),
      ).entries,
    ).toEqual([
      { type: 'retraction', id: a, author: author.pubkey },
      { type: 'retraction', id: b, author: author.pubkey },
    ])
  })

  test.each([
    ['a report that names an account alone', 1984, [['p', a]]],
    [
      'a deletion of an ordinary note',
      5,
      [
        ['e', a],
        ['k', '1'],
      ],
    ],
    ['a digest of nothing', 1984, [['x', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855']]],
    ['a digest of another length', 1984, [['x', 'abc']]],
    [
      'an address that is none',
      1984,
      [
        ['server', 'javascript:alert(1)'],
        ['r', 'media.example'],
      ],
    ],
    ['another kind', 1, [['x', a]]],
  ])('%s gives nothing', (_, kind, tags) => {
    expect(readEvent(author.sign({ kind, tags })).entries).toEqual([])
  })

  test('an event that was copied and changed is found out, even with the mark of a verified one', () => {
    const event = author.sign({ kind: 1984, tags: [['x', a]] })
    const copies = [
      { ...event, tags: [['x', b]] },
      { ...event, content: 'other' },
      { ...event, pubkey: newAuthor().pubkey },
      { ...event, sig: `${event.sig.slice(0, -2)}00` },
    ]

    for (const copy of copies) expect(readEvent(copy).entries).toMatchObject([{ type: 'malformed' }])
  })

  test.each([
    ['10,000 tags', { tags: Array.from({ length: 10_000 }, () => ['x', a]) }],
    ['no tags', { tags: null }],
    ['a time that is none', { created_at: 1e300 }],
    ['an id in capitals', { id: 'A'.repeat(64) }],
  ])('%s: malformed, and shortened', (_, change) => {
    const [entry] = readEvent({ ...author.sign({ kind: 1984, tags: [['x', a]] }), ...change }).entries

    expect(entry).toMatchObject({ type: 'malformed' })
    expect(JSON.stringify(entry).length).toBeLessThan(10_000)
  })

  test('an event with hundreds of digests is cut', () => {
    expect(
      read(
        1063,
        digests(0, 500).map((digest) => ['x', digest]),
      ),
    ).toMatchObject({ digests: digests(0, 64) })
  })
})

describe('reading a relay', () => {
  test('a second with more events than a page is read as far as the relay shows it, and older ones are reached', async () => {
    await using relay = await startNostrRelay({ maxLimit: 5 })
    const author = newAuthor()
    const at = now() - 100
    await relay.publish(...digests(0, 8).map((digest) => author.sign({ kind: 1984, tags: [['x', digest]], at })))
    await relay.publish(
      ...digests(8, 2).map((digest) => author.sign({ kind: 1984, tags: [['x', digest]], at: at - 50 })),
    )
    await using reader = follow(nostr, relay)

    await reader.poll()

    for (const digest of digests(8, 2)) expect(reader.said()).toContain(digest)
    expect(reader.notices.size).toBe(7)
  })

  test('an event from the future is kept and does not move the place', async () => {
    await using relay = await startNostrRelay()
    const author = newAuthor()
    await relay.publish(author.sign({ kind: 1984, tags: [['x', digests(0, 1)[0] ?? '']], at: 4_102_444_800 }))
    await using reader = follow(nostr, relay)
    await reader.poll()

    await relay.publish(author.sign({ kind: 1984, tags: [['x', digests(1, 1)[0] ?? '']], at: now() - 5 * day }))
    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(0, 2)))
  })

  test('an event that arrives late, dated back a day, is found', async () => {
    await using relay = await startNostrRelay()
    const author = newAuthor()
    await relay.publish(author.sign({ kind: 1984, tags: [['x', digests(0, 1)[0] ?? '']] }))
    await using reader = follow(nostr, relay)
    await reader.poll()

    await relay.publish(author.sign({ kind: 1984, tags: [['x', digests(1, 1)[0] ?? '']], at: now() - day }))
    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(0, 2)))
  })

  test('a stranger cannot take a notice back', async () => {
    await using relay = await startNostrRelay()
    const event = newAuthor().sign({ kind: 1984, tags: [['x', digests(0, 1)[0] ?? '']] })
    await relay.publish(event, newAuthor().sign({ kind: 5, tags: [['e', event.id]] }))
    await using reader = follow(nostr, relay)

    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(0, 1)))
  })

  test('connections that drop again and again lose nothing', async () => {
    await using relay = await startNostrRelay({ maxLimit: 6 })
    const author = newAuthor()
    await relay.publish(
      ...digests(0, 40).map((digest, i) => author.sign({ kind: 1984, tags: [['x', digest]], at: now() - 500 + i })),
    )
    await using reader = follow(nostr, relay)

    relay.dropAfter(20)
    let drops = 0
    for (; drops < 40; drops++) {
      const broken = await reader.poll().then(
        () => false,
        () => true,
      )
      if (!broken) break
    }

    expect(drops).toBeGreaterThan(0)
    relay.dropAfter(null)
    await reader.poll()
    expect(reader.said()).toEqual(new Set(digests(0, 40)))
  })

  test.each([
    ['closed: auth-required: members only', { name: 'Refused', message: expect.stringContaining('members') }],
    ['closed: restricted: no', { name: 'Refused' }],
    ['closed: invalid: kinds', { name: 'Refused' }],
    ['closed: rate-limited: slow down', { name: 'Unavailable', retryAfterMs: 60_000 }],
    ['closed: error: broken', { name: 'Unavailable' }],
    ['silent', { name: 'Unavailable', message: expect.stringContaining('within 1 s') }],
    ['flood', { name: 'Unavailable' }],
    ['oversized', { name: 'Malformed' }],
  ] as const)('a relay that is %s', async (fault, error) => {
    await using relay = await startNostrRelay()
    relay.misbehave(fault)
    await using reader = follow(nostr, { url: relay.url, options: { timeout: '1s' } })

    await expect(reader.poll()).rejects.toMatchObject(error)
  })

  test('the request names kinds and times, and nothing else', async () => {
    await using relay = await startNostrRelay()
    await using reader = follow(nostr, relay)

    await reader.poll()

    const asked = relay.requests.map((text) => JSON.parse(text)).filter(([type]) => type === 'REQ')
    for (const [, , filter] of asked) {
      expect(Object.keys(filter).filter((key) => !['kinds', 'since', 'until', 'limit'].includes(key))).toEqual([])
    }
  })
})

describe('several relays as one channel', () => {
  const both = (one: { url: string }, other: { url: string }, options: Record<string, string> = {}) =>
    follow(nostr, { url: one.url, options: { timeout: '1s', relays: other.url, ...options } })
  const report = (digest: string) => newAuthor().sign({ kind: 1984, tags: [['x', digest]] })

  test('what each of them keeps is read, and what both keep is read once', async () => {
    await using one = await startNostrRelay()
    await using other = await startNostrRelay()
    const [a, b, c] = digests(0, 3).map(report)
    if (!a || !b || !c) throw new Error('made three')
    await one.publish(a, b)
    await other.publish(b, c)
    await using reader = both(one, other)

    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(0, 3)))
    expect(reader.times.get(b.id)).toBe(1)
  })

  test('each has its own place: one that is behind loses nothing', async () => {
    await using one = await startNostrRelay()
    await using other = await startNostrRelay()
    await other.publish(newAuthor().sign({ kind: 1984, tags: [['x', digests(0, 1)[0] ?? '']], at: now() - 20 * day }))
    await one.publish(report(digests(1, 1)[0] ?? ''))
    await using alone = follow(nostr, one)
    await alone.poll()
    await using reader = both(one, other)
    reader.cursor = alone.cursor

    await reader.poll()

    expect(reader.said()).toContain(digests(0, 1)[0])
    expect(Object.keys(JSON.parse(reader.cursor ?? '').relays)).toEqual([one.url, other.url])
  })

  test('one that fails is shown, and the others are read; it is shown no longer when it is back', async () => {
    await using one = await startNostrRelay()
    await using other = await startNostrRelay()
    await one.publish(report(digests(0, 1)[0] ?? ''))
    await other.publish(report(digests(1, 1)[0] ?? ''))
    one.misbehave('closed: auth-required: members')
    await using reader = both(one, other)

    await reader.poll()
    const { warning } = reader
    one.misbehave(null)
    await reader.poll()

    expect(warning).toContain(new URL(one.url).host)
    expect(reader.warning).toBe('')
    expect(reader.said()).toEqual(new Set(digests(0, 2)))
  })

  test('all of them failing is a failure', async () => {
    await using one = await startNostrRelay()
    await using other = await startNostrRelay()
    one.misbehave('closed: error: broken')
    other.misbehave('silent')
    await using reader = both(one, other)

    await expect(reader.poll()).rejects.toMatchObject({ name: 'Unavailable' })
  })

  test('an event that one relay altered is taken from the other', async () => {
    await using one = await startNostrRelay()
    await using other = await startNostrRelay()
    const event = report(digests(0, 1)[0] ?? '')
    await one.plant(forge(event, [['x', digests(1, 1)[0] ?? '']]))
    await other.publish(event)
    await using reader = both(one, other)

    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(0, 1)))
    expect(reader.quarantine).toHaveLength(1)
  })

  test.each(['https://relay.example', 'wss://a.example,,', 'relay', Array(8).fill('wss://a.example').join()])(
    'the option relays=%s is refused with how to write it',
    (relays) => {
      expect(() => follow(nostr, { url: 'wss://b.example', options: { relays } })).toThrow(/at most 7 addresses/)
    },
  )
})

describe('what comes back', () => {
  test('a file that its author deleted is a new notice when somebody else publishes it', async () => {
    await using relay = await startNostrRelay()
    const [digest = ''] = digests(0, 1)
    const author = newAuthor()
    const first = author.sign({ kind: 1063, tags: [['x', digest]] })
    await relay.publish(first)
    await using reader = follow(nostr, relay)
    await reader.poll()
    await relay.publish(author.sign({ kind: 5, tags: [['e', first.id]] }))
    await reader.poll()
    expect(reader.notices.size).toBe(0)

    const second = newAuthor().sign({ kind: 1063, tags: [['x', digest]] })
    await relay.publish(second)
    await reader.poll()

    expect([...reader.notices.keys()]).toEqual([second.id])
  })
})

describe('an author’s other servers (BUD-03)', () => {
  const [a = ''] = digests(0, 1)
  const servers = (author: ReturnType<typeof newAuthor>, at: number) =>
    author.sign({
      kind: 10_063,
      tags: [
        ['server', 'https://other.example/'],
        ['server', 'javascript:alert(1)'],
      ],
      at,
    })
  const file = (author: ReturnType<typeof newAuthor>, at: number) =>
    author.sign({
      kind: 1063,
      tags: [
        ['url', `https://first.example/${a}.png`],
        ['x', a],
      ],
      at,
    })

  test.each([
    ['before', -60],
    ['after', 60],
  ])('are further places of a file, whether the list came %s it', async (_, later) => {
    await using relay = await startNostrRelay()
    const author = newAuthor()
    await relay.publish(file(author, now() - 100), servers(author, now() - 100 + later))
    await using reader = follow(nostr, relay)

    await reader.poll()

    const [notice] = reader.notices.values()
    expect(notice?.locations).toEqual([`https://first.example/${a}.png`, `https://other.example/${a}.png`])
  })

  test('a stranger’s list, a forged one, and a file elsewhere than on such a server add nothing', async () => {
    await using relay = await startNostrRelay()
    const author = newAuthor()
    await relay.publish(file(author, now() - 100), servers(newAuthor(), now()))
    await relay.plant(forge(servers(author, now()), [['server', 'https://evil.example']]))
    await using reader = follow(nostr, relay)

    await reader.poll()

    const [notice] = reader.notices.values()
    expect(notice?.locations).toEqual([`https://first.example/${a}.png`])
  })
})

test('what was quarantined is read again by the same rules', () => {
  const event = newAuthor().sign({ kind: 1984, tags: [['x', digests(0, 1)[0] ?? '']] })
  const again = (raw: string) => nostr.reread?.(raw, { url: '', now: 0 })

  expect(again(JSON.stringify(event))).toMatchObject([{ type: 'notice', notice: { id: event.id } }])
  expect(again(JSON.stringify(forge(event, [])).slice(0, 50))).toMatchObject([{ type: 'malformed' }])
})

describe('live', () => {
  async function* listenTo(
    url: string,
    signal: AbortSignal,
    cursor: string | null = null,
    relays: string[] = [],
  ): AsyncGenerator<Page> {
    await using net = createNet({ allowNets: ['127.0.0.0/8'], userAgent: 'Vigie-test/1' })
    const source = { url, options: { timeout: 5_000, relays }, secrets: {} }
    yield* nostr.poll(source, cursor, { ...outside, net, now: Date.now, signal, live: true, intake: async () => [] })
  }

  test('each event is told as it is published, until the signal', async () => {
    await using relay = await startNostrRelay()
    const author = newAuthor()
    await relay.publish(author.sign({ kind: 1984, tags: [['x', digests(0, 1)[0] ?? '']] }))
    const stop = new AbortController()
    const heard = new Set<string>()
    let published = 1

    for await (const { entries } of listenTo(relay.url, stop.signal)) {
      for (const entry of entries) if (entry.type === 'notice') heard.add(entry.notice.id)
      if (heard.size === 5) stop.abort()
      // Some while the reader works through what was stored, the others when it only listens.
      if (heard.size < published) continue
      await relay.publish(author.sign({ kind: 1984, tags: [['x', digests(published++, 1)[0] ?? '']] }))
    }

    expect(heard.size).toBe(5)
  })

  test('a cut in the middle is told, and the stored cursor goes on from there', async () => {
    await using relay = await startNostrRelay()
    const author = newAuthor()
    const stop = new AbortController()
    const pages = listenTo(relay.url, stop.signal)
    let cursor: string | null = (await pages.next()).value?.cursor ?? null
    const waiting = pages.next()
    await relay.listening()
    await using another = follow(nostr, relay)
    await another.poll() // meanwhile the first one only waits

    relay.drop()
    await expect(waiting).rejects.toMatchObject({ name: 'Unavailable' })
    const missed = author.sign({ kind: 1984, tags: [['x', digests(0, 1)[0] ?? '']] })
    await relay.publish(missed)

    const again = listenTo(relay.url, stop.signal, cursor)
    const { value } = await again.next()
    cursor = value?.cursor ?? null
    stop.abort()
    await again.return(undefined)
    expect(value?.entries).toMatchObject([{ type: 'notice', notice: { id: missed.id } }])
  })

  test('with several, one that is cut is shown while the others are heard', async () => {
    await using one = await startNostrRelay()
    await using other = await startNostrRelay()
    const stop = new AbortController()
    const pages = listenTo(one.url, stop.signal, null, [other.url])
    await pages.next()
    await pages.next()
    const cut = pages.next()
    await one.listening()

    one.drop()
    const { value: shown } = await cut
    const event = newAuthor().sign({ kind: 1984, tags: [['x', digests(0, 1)[0] ?? '']] })
    const waiting = pages.next()
    await other.publish(event)
    const { value: heard } = await waiting
    stop.abort()
    await pages.return(undefined)

    expect(shown?.warning).toContain(new URL(one.url).host)
    expect(heard?.entries).toMatchObject([{ type: 'notice', notice: { id: event.id } }])
  })
})
