import { describe, expect, test } from 'vitest'
import { rawCidOf } from '#core/fingerprint/index.ts'
import type { Page } from '#knowledge/channels/channel.ts'
import { jetstream } from '#knowledge/channels/jetstream.ts'
import { parseOptions } from '#knowledge/channels/options.ts'
import { createNet } from '#worker/net/http.ts'
import { outside } from '../../outside.ts'
import { aPost } from '../../peers/at-network.ts'
import { startJetstream, type TestJetstream, type Wire } from '../../peers/jetstream.ts'
import { channelContract, digests, follow, type Peer } from './contract.ts'

const author = 'did:plc:authorauthorauthorauth22'
const cidOf = (digest: string) => rawCidOf(Buffer.from(digest, 'hex'))
const [a = '', b = ''] = digests(0, 2)
const place = (key: string) => `at://${author}/app.bsky.feed.post/${key}`

function peerOf(wires: Wire[]) {
  return async (): Promise<Peer> => {
    const stream = await startJetstream({ wires })
    return {
      url: stream.url,
      options: { timeout: '1s' },
      async publish(all) {
        for (const digest of all) stream.write(author, aPost([cidOf(digest)]), digest.slice(-13))
      },
      async retract(digest) {
        stream.erase(author, digest.slice(-13))
      },
      async spoil() {
        stream.write('not a did', aPost([cidOf(a)]), 'spoilt')
      },
      misbehave: (how) => stream.misbehave(how),
      heard: () => stream.requests.join('\n'),
      [Symbol.asyncDispose]: () => stream[Symbol.asyncDispose](),
    }
  }
}

describe.each([['legacy'], ['current']] as const)('by the %s wire', (wire) => {
  channelContract(jetstream, peerOf([wire]), { many: 330 })
})

/** What the pages of one reading warned of. */
async function warningsOf(stream: TestJetstream, cursor: string | null): Promise<string[]> {
  await using net = createNet({ allowNets: ['127.0.0.0/8'], userAgent: 'Vigie-test/1' })
  const { own } = parseOptions(jetstream, {})
  const signal = new AbortController().signal
  const deps = { ...outside, net, now: Date.now, signal, live: false, intake: async () => [] }
  const pages: Page[] = []
  for await (const page of jetstream.poll({ url: stream.url, options: own, secrets: {} }, cursor, deps))
    pages.push(page)
  return pages.flatMap(({ warning }) => warning ?? [])
}

describe('what an event becomes', () => {
  test('a post: its files at its places, each once, pictures marked as their author labels them', async () => {
    await using stream = await startJetstream()
    stream.write(author, aPost([cidOf(a), cidOf(b)], { labels: { values: [{ val: 'porn' }] } }), '3kpost')
    stream.write(author, { text: 'no picture' }, '3knone')
    await using reader = follow(jetstream, stream)

    await reader.poll()

    expect([...reader.notices.keys()]).toEqual([place('3kpost')])
    expect(reader.notices.get(place('3kpost'))).toMatchObject({
      kind: 'listing',
      locations: [
        `https://bsky.app/profile/${author}/post/3kpost`,
        place('3kpost'),
        expect.stringContaining(cidOf(a)),
        expect.stringContaining(cidOf(b)),
      ],
      pictures: [{ adult: true }, { adult: true }],
    })
    expect(reader.said()).toEqual(new Set([a, b]))
  })

  test('a post that is written anew without its picture takes it back', async () => {
    await using stream = await startJetstream()
    stream.write(author, aPost([cidOf(a)]), '3kpost')
    await using reader = follow(jetstream, stream)
    await reader.poll()

    stream.write(author, { text: 'without' }, '3kpost', 'update')
    await reader.poll()

    expect(reader.notices.size).toBe(0)
  })

  test.each([
    ['takendown', true],
    ['suspended', true],
    ['deleted', true],
    ['deactivated', false],
    ['a word of the future', false],
  ])('an account that is %s', async (status, told) => {
    await using stream = await startJetstream()
    stream.account(author, { active: false, status })
    await using reader = follow(jetstream, stream)

    await reader.poll()

    const notice = { kind: 'takedown', locations: [`https://bsky.app/profile/${author}`], fingerprints: [] }
    expect([...reader.notices.values()]).toMatchObject(told ? [notice] : [])
  })

  test('an account that is back takes its takedown back', async () => {
    await using stream = await startJetstream({ wires: ['current'] })
    stream.account(author, { active: false, status: 'takendown' })
    await using reader = follow(jetstream, stream)
    await reader.poll()
    expect(reader.notices.size).toBe(1)

    stream.account(author, { active: true })
    await reader.poll()

    expect(reader.notices.size).toBe(0)
  })

  test('accounts are left out where they are not asked for', async () => {
    await using stream = await startJetstream()
    stream.account(author, { active: false, status: 'takendown' })
    stream.write(author, aPost([cidOf(a)]), '3kpost')
    await using reader = follow(jetstream, { url: stream.url, options: { kinds: 'commit' } })

    await reader.poll()

    expect([...reader.notices.keys()]).toEqual([place('3kpost')])
  })

  test('what was quarantined is read again by the same rules', () => {
    const commit = { operation: 'create', collection: 'app.bsky.feed.post', rkey: '3k', record: aPost([cidOf(a)]) }
    const raw = JSON.stringify({ did: author, time_us: 1_760_000_000_000_000, kind: 'commit', commit })

    expect(jetstream.reread?.(raw, { url: '', now: 0 })).toMatchObject([
      { type: 'notice', notice: { id: place('3k') } },
    ])
    expect(jetstream.reread?.('<html>', { url: '', now: 0 })).toMatchObject([{ type: 'malformed', raw: '<html>' }])
  })
})

describe('the stream', () => {
  test('two events of one time are both read, also when a cut falls between them', async () => {
    await using stream = await startJetstream()
    stream.write(author, aPost([cidOf(a)]), '3ka')
    stream.wait(-1)
    await using reader = follow(jetstream, stream)
    await reader.poll()

    stream.write(author, aPost([cidOf(b)]), '3kb')
    await reader.poll()

    expect(reader.said()).toEqual(new Set([a, b]))
  })

  test('no account is ever named to it, and collections are asked for by name', async () => {
    await using stream = await startJetstream({ wires: ['legacy', 'current'] })
    await using reader = follow(jetstream, {
      url: stream.url,
      options: { collections: 'app.bsky.feed.post, app.bsky.actor.*' },
    })
    await reader.poll()
    await using older = follow(jetstream, { url: stream.url, options: { wire: 'legacy' } })
    await older.poll()

    expect(stream.requests).toEqual([
      expect.stringContaining('collections=app.bsky.feed.post&collections=app.bsky.actor.*&kinds=commit&kinds=account'),
      expect.stringMatching(/^\/subscribe\?wantedCollections=app\.bsky\.feed\.post&cursor=\d{16}$/),
    ])
    expect(stream.requests.join()).not.toMatch(/dids/i)
  })

  test('a wire that was found is remembered', async () => {
    await using stream = await startJetstream({ wires: ['legacy'] })
    stream.write(author, aPost([cidOf(a)]), '3k')
    await using reader = follow(jetstream, stream)

    await reader.poll()
    await reader.poll()

    expect(stream.requests.map((line) => line.split('?')[0])).toEqual([
      '/xrpc/network.bsky.jetstream.subscribeEvents',
      '/subscribe',
      '/subscribe',
    ])
  })

  test('a hole that the legacy wire passes over in silence is told', async () => {
    await using stream = await startJetstream()
    stream.write(author, aPost([cidOf(a)]), '3ka')
    await using reader = follow(jetstream, stream)
    await reader.poll()
    stream.write(author, aPost([cidOf(b)]), '3kb')
    expect(await warningsOf(stream, reader.cursor)).toEqual([])

    stream.wait(400_000)
    stream.write(author, aPost([cidOf(b)]), '3kc')
    stream.forget(1)

    expect(await warningsOf(stream, reader.cursor)).toEqual([expect.stringContaining('sent nothing of the time from')])
  })

  test('a number that the current wire no longer keeps: by time, and told', async () => {
    await using stream = await startJetstream({ wires: ['current'] })
    stream.write(author, aPost([cidOf(a)]), '3ka')
    await using reader = follow(jetstream, stream)
    await reader.poll()
    for (const key of ['3kb', '3kc', '3kd']) stream.write(author, aPost([cidOf(b)]), key)
    stream.forget(1)

    const warnings = await warningsOf(stream, reader.cursor)
    await reader.poll()

    expect(warnings).toEqual([expect.stringContaining('no longer keeps')])
    expect(reader.notices.has(place('3kd'))).toBe(true)
  })

  test('on another host it goes back by time, as numbers are each host’s own', async () => {
    await using first = await startJetstream({ wires: ['current'], firstSeq: 900_000 })
    first.write(author, aPost([cidOf(a)]), '3ka')
    await using reader = follow(jetstream, first)
    await reader.poll()
    await using second = await startJetstream({ wires: ['current'] })
    second.write(author, aPost([cidOf(b)]), '3kb')
    await using moved = follow(jetstream, second)
    moved.cursor = reader.cursor

    await moved.poll()

    expect(moved.said()).toEqual(new Set([b]))
    expect(second.requests.at(-1)).toMatch(/cursor=\d{16}$/)
  })

  test.each([
    ['no JSON', ['<html>']],
    ['an event without its author', [JSON.stringify({ time_us: 1, kind: 'commit' })]],
    [
      'a number where a text should be',
      [JSON.stringify({ $type: 'message', payload: { $type: 'x#commit', seq: 'one' } })],
    ],
  ])('%s is quarantined', async (_, say) => {
    await using stream = await startJetstream()
    stream.misbehave({ say })
    await using reader = follow(jetstream, stream)

    await reader.poll()

    expect(reader.quarantine).toMatchObject([{ raw: say[0] }])
  })

  test.each([
    ['an error', { say: [JSON.stringify({ $type: 'error', error: 'X', message: 'secret' })] }, 'Malformed'],
    ['closed at once', 'close', 'Unavailable'],
    ['429', 429, 'Unavailable'],
    ['403', 403, 'Refused'],
    ['a message of 3 MB', { say: ['x'.repeat(3_000_000)] }, 'Malformed'],
  ] as const)('%s ends it with what to do', async (_, fault, name) => {
    await using stream = await startJetstream()
    stream.misbehave(typeof fault === 'object' ? { say: [...fault.say] } : fault)
    await using reader = follow(jetstream, stream)

    await expect(reader.poll()).rejects.toMatchObject({ name, message: expect.not.stringContaining('secret') })
  })
})
