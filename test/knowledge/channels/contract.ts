/** What every channel keeps to, whatever its wire: run against a real peer by each channel's own test. */

import { describe, expect, test } from 'vitest'
import { Refused } from '#core/errors.ts'
import type { Net } from '#core/ports.ts'
import type { Channel, Entry, PublishedNotice } from '#knowledge/channels/channel.ts'
import { parseOptions } from '#knowledge/channels/options.ts'
import { createNet } from '#worker/net/http.ts'
import { outside } from '../../outside.ts'

/** A peer of the channel, spoken to in the words that all channels share. */
export interface Peer extends AsyncDisposable {
  url: string
  options?: Record<string, string>
  secrets?: Record<string, string>
  /** A clock of its own, where what it publishes is dated. */
  now?: () => number
  /** What of the outside it is read through, besides the network. */
  outside?: Partial<Pick<typeof outside, 'git' | 'pages'>>
  /** Publishes a notice for each digest (64 hex digits, made up). */
  publish(digests: string[]): Promise<void>
  /** Takes the notice of this digest back. */
  retract(digest: string): Promise<void>
  /** Publishes something broken, among whatever else there is. */
  spoil(): Promise<void>
  misbehave(how: 'endless' | 'drip' | 'redirect'): void
  /** All that the peer was told, headers and addresses included. */
  heard(): string
}

export interface ContractOptions {
  /** So many notices make at least three pages. */
  many: number
  /** False: the source has no word for taking back. */
  retracts?: boolean
  /** What a notice says in words of the contract, where that is not its fingerprints' digests. */
  said?: (notice: PublishedNotice) => string[]
}

export function channelContract<Options>(
  channel: Channel<Options>,
  start: () => Promise<Peer>,
  { many, retracts = true, said }: ContractOptions,
): void {
  describe(`${channel.id} keeps the channel contract`, () => {
    test('it reads what was published before it was added, and what came since, each once', async () => {
      await using peer = await start()
      await peer.publish(digests(0, 3))
      await using reader = follow(channel, peer, said)

      await reader.poll()
      const before = reader.said()
      await peer.publish(digests(3, 2))
      await reader.poll()

      expect(before).toEqual(new Set(digests(0, 3)))
      expect(reader.said()).toEqual(new Set(digests(0, 5)))
      expect(reader.notices.size).toBe(5)
    })

    test('it resumes after any page', async () => {
      await using peer = await start()
      await peer.publish(digests(0, many))
      await using whole = follow(channel, peer, said)
      await whole.poll()
      expect(whole.pages).toBeGreaterThanOrEqual(3)

      for (let cut = 1; cut < whole.pages; cut++) {
        await using reader = follow(channel, peer, said)
        await reader.poll({ pages: cut })
        await reader.poll()

        expect(reader.said()).toEqual(new Set(digests(0, many)))
      }
    })

    test('it resumes when it is cut after every single page', async () => {
      await using peer = await start()
      await peer.publish(digests(0, many))
      await using reader = follow(channel, peer, said)

      // A snapshot starts anew after a cut, so progress is asked for only where the cursor moves.
      for (let i = 0; i < 3; i++) await reader.poll({ pages: 1 })
      await reader.poll()

      expect(reader.said()).toEqual(new Set(digests(0, many)))
    })

    test('the same again, from the start, adds nothing', async () => {
      await using peer = await start()
      await peer.publish(digests(0, 4))
      await using reader = follow(channel, peer, said)
      await reader.poll()
      const first = [...reader.notices.keys()].sort()

      reader.cursor = null
      await reader.poll()

      expect([...reader.notices.keys()].sort()).toEqual(first)
    })

    test.runIf(retracts)('what is taken back goes, and its neighbours stay', async () => {
      await using peer = await start()
      await peer.publish(digests(0, 3))
      await using reader = follow(channel, peer, said)
      await reader.poll()

      await peer.retract(digests(0, 3)[1] ?? '')
      await reader.poll()

      expect(reader.said()).toEqual(new Set([...digests(0, 1), ...digests(2, 1)]))
    })

    test('what is broken is quarantined with its reason, and its neighbours are read', async () => {
      await using peer = await start()
      await peer.publish(digests(0, 2))
      await peer.spoil()
      await peer.publish(digests(2, 2))
      await using reader = follow(channel, peer, said)

      await reader.poll()

      expect(reader.said()).toEqual(new Set(digests(0, 4)))
      expect(reader.quarantine).not.toEqual([])
      for (const { raw, reason } of reader.quarantine) {
        expect(reason).not.toBe('')
        expect(raw.length).toBeLessThanOrEqual(4_000)
      }
    })

    test.each(['endless', 'drip'] as const)(
      'an answer that never ends (%s) ends in an error, and nothing is lost',
      async (how) => {
        await using peer = await start()
        await peer.publish(digests(0, 2))
        await using reader = follow(channel, peer, said)
        await reader.poll()
        const { cursor } = reader

        peer.misbehave(how)

        await expect(reader.poll()).rejects.toMatchObject({ name: expect.stringMatching(/^(Malformed|Unavailable)$/) })
        expect(reader.cursor).toBe(cursor)
        expect(reader.said()).toEqual(new Set(digests(0, 2)))
      },
      20_000,
    )

    test('a redirect to a private address is refused', async () => {
      await using peer = await start()
      peer.misbehave('redirect')
      await using reader = follow(channel, peer, said)

      await expect(reader.poll()).rejects.toBeInstanceOf(Refused)
    })

    test('cursors stay within 16 kB', async () => {
      await using peer = await start()
      await peer.publish(digests(0, many))
      await using reader = follow(channel, peer, said)

      await reader.poll()

      expect(reader.longestCursor).toBeLessThanOrEqual(16_384)
    })

    test('the peer never hears what it published, let alone what is enrolled', async () => {
      await using peer = await start()
      await peer.publish(digests(0, 3))
      await using reader = follow(channel, peer, said)

      await reader.poll()
      await peer.publish(digests(3, 1))
      await reader.poll()

      const heard = peer.heard().toLowerCase()
      for (const digest of digests(0, 4)) expect(heard).not.toContain(digest)
      for (const id of reader.notices.keys()) expect(heard).not.toContain(id.toLowerCase())
    })
  })
}

/** Made-up digests, the same every time. */
export function digests(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => (0xd1_6e57_0000 + from + i).toString(16).padStart(64, 'a'))
}

export interface Reader extends AsyncDisposable {
  cursor: string | null
  longestCursor: number
  pages: number
  notices: Map<string, PublishedNotice>
  quarantine: Extract<Entry, { type: 'malformed' }>[]
  /** As the operator is shown it; empty: none. */
  warning: string
  /** How often each notice was said. */
  times: Map<string, number>
  /** Digests of the notices in force, as hex; of a CID, its multihash's digest. */
  said(): Set<string>
  /** Reads what there is, or the first so many pages of it, as if the process then died. */
  poll(cut?: { pages?: number; now?: () => number }): Promise<void>
}

/** A store in memory that does with pages what the poll stage does. */
export function follow<Options>(
  channel: Channel<Options>,
  peer: Pick<Peer, 'url' | 'options' | 'secrets' | 'now' | 'outside'>,
  said: (notice: PublishedNotice) => string[] = digestsOf,
): Reader {
  const net = createNet({ allowNets: ['127.0.0.0/8'], userAgent: 'Vigie-test/1' })
  const { own } = parseOptions(channel, peer.options ?? {})
  const named = new Map<string, string>() // id → the snapshot that named it last
  const takenBack = new Set<string>() // by their author, for good

  return {
    cursor: null,
    longestCursor: 0,
    pages: 0,
    notices: new Map(),
    quarantine: [],
    warning: '',
    times: new Map(),

    said() {
      return new Set([...this.notices.values()].flatMap(said))
    },

    async poll({ pages = Number.POSITIVE_INFINITY, now = peer.now ?? Date.now } = {}) {
      const deps = {
        ...outside,
        ...peer.outside,
        net: hurried(net),
        now,
        signal: new AbortController().signal,
        live: false,
        intake: async () => [],
      }
      let read = 0
      for await (const page of channel.poll(
        { url: peer.url, options: own, secrets: peer.secrets ?? {} },
        this.cursor,
        deps,
      )) {
        for (const entry of page.entries) {
          if (entry.type === 'notice') this.times.set(entry.notice.id, (this.times.get(entry.notice.id) ?? 0) + 1)
          if (entry.type === 'malformed') this.quarantine.push(entry)
          if (entry.type === 'notice' && !takenBack.has(`${entry.notice.id} ${entry.notice.author}`)) {
            this.notices.set(entry.notice.id, entry.notice)
            if (page.snapshot) named.set(entry.notice.id, page.snapshot.id)
          }
          if (entry.type === 'retraction') {
            if (entry.author) takenBack.add(`${entry.id} ${entry.author}`)
            if (!entry.author || this.notices.get(entry.id)?.author === entry.author) this.notices.delete(entry.id)
          }
        }
        if (page.snapshot?.done) {
          for (const id of this.notices.keys()) if (named.get(id) !== page.snapshot.id) this.notices.delete(id)
        }
        this.warning = page.warning ?? this.warning
        this.cursor = page.cursor
        this.longestCursor = Math.max(this.longestCursor, page.cursor.length)
        this.pages++
        if (++read >= pages) return
      }
    },

    async [Symbol.asyncDispose]() {
      await net[Symbol.asyncDispose]()
    },
  }
}

function digestsOf({ fingerprints }: PublishedNotice): string[] {
  return fingerprints.map(({ value }) => Buffer.from(value).toString('hex').slice(-64))
}

/** The same client in a hurry, so that a test of patience takes less than a second. */
function hurried(net: Net): Net {
  return {
    ...net,
    get: (url, options) => net.get(url, { ...options, timeoutMs: 700 }),
    ask: (url, options) => net.ask(url, { ...options, timeoutMs: 700 }),
  }
}
