/**
 * Nostr relays: reports, file metadata, labels and deletions, over one WebSocket each. Nothing enrolled is ever asked for.
 * Several relays are one channel: an event is the same wherever it is kept, and one relay may fail without the others.
 */

import { z } from 'zod'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { Net } from '#core/ports.ts'
import { kindsRead, type Read, readEvent, readEvents } from '../protocols/nostr/event.ts'
import { openRelay, pageSize } from '../protocols/nostr/relay.ts'
import { followServers, type Servers } from '../protocols/nostr/servers.ts'
import { together } from '../protocols/together.ts'
import { defineChannel, type Entry, type Page } from './channel.ts'
import { duration } from './options.ts'

const bounds = {
  messageBytes: 1 << 20,
  relays: 8,
  addressLength: 300,
  sameSecond: 5_000, // events of one second that are told apart
}

const day = 86_400
/** `created_at` is the author's claim, so each reading starts again this far before the newest event, in seconds. */
const overlap = 2 * day
/** And once in a while this far back, for events dated back further. */
const sweep = { every: 7 * day, reach: 90 * day }
const clockSkew = 15 * 60

/** A relay that stops is tried again while others are heard, after so long in milliseconds, and twice as long each time. */
const againMs = { first: 5_000, most: 600_000 }

/** Addresses with commas between them. */
const relayList = z.string().transform((text, context) => {
  const urls = text.split(',').map((url) => url.trim())
  const fits = (url: string) => url.length <= bounds.addressLength && /^wss?:$/.test(URL.parse(url)?.protocol ?? '')
  if (urls.length < bounds.relays && urls.every(fits)) return urls
  context.addIssue({
    code: 'custom',
    message: `write at most ${bounds.relays - 1} addresses, e.g. wss://relay.example.org`,
  })
  return z.NEVER
})

export const nostr = defineChannel({
  id: 'nostr',
  title: 'Nostr relay',
  summary:
    'Reads reports, file metadata and labels that a relay publishes: finds the very file, by its SHA-256, and watched addresses.',
  sources: [
    { url: 'https://github.com/nostr-protocol/nips/blob/master/01.md', checked: '2026-11-24' },
    { url: 'https://github.com/nostr-protocol/nips/blob/master/56.md', checked: '2026-11-24' },
    { url: 'https://github.com/nostr-protocol/nips/blob/master/94.md', checked: '2026-11-24' },
    { url: 'https://github.com/nostr-protocol/nips/blob/master/32.md', checked: '2026-11-24' },
    { url: 'https://github.com/hzrd149/blossom/blob/master/buds/03.md', checked: '2026-11-24' },
  ],
  address: { schemes: ['wss:', 'ws:'], example: 'wss://relay.example.org' },
  toldTo: 'everybody',
  options: z.strictObject({
    relays: relayList
      .optional()
      .describe('further relays read as the same source, with commas: wss://a.example,wss://b.example'),
    back: duration.optional().describe('how far back the first reading goes, e.g. 90d; without it, all that is kept'),
    timeout: duration.default(30_000).describe('how long the relay may take to answer one request, e.g. 30s'),
  }),
  suggestions: [
    { name: 'Damus', url: 'wss://relay.damus.io', note: 'A large public relay.' },
    { name: 'nos.lol', url: 'wss://nos.lol', note: 'A large public relay.' },
    { name: 'nostr.band', url: 'wss://relay.nostr.band', note: 'A relay that gathers from many others.' },
  ],
  live: true,
  // The stream tells what is new at once; this reads two days over again, and checks every signature in them.
  everyMs: 600_000,

  async *poll({ url, options }, cursor, { net, now, signal, live }) {
    const relays = [...new Map([url, ...(options.relays ?? [])].map((one) => [new URL(one).href, one])).values()]
    const places = readCursor(cursor, url)
    const enough = new AbortController()
    const reading: Reading = {
      options,
      net,
      clock: () => Math.floor(now() / 1000),
      now,
      signal: AbortSignal.any([signal, enough.signal]),
      live,
      known: new Map(),
      servers: followServers(),
    }
    const troubles = new Map<string, unknown>()
    const page = (entries: Entry[], warns: boolean): Page => ({
      entries,
      cursor: JSON.stringify({
        relays: Object.fromEntries(relays.flatMap((one) => (places[one] ? [[one, places[one]]] : []))),
      }),
      ...(warns ? { warning: [...troubles].map(([relay, trouble]) => wordsFor(relay, trouble)).join(' ') } : {}),
    })
    const several = relays.length > 1

    const sources = new Map(relays.map((one) => [one, () => readRelay(one, places[one] ?? null, reading)]))
    for await (const told of together(sources, { enough, againMs: live ? againMs : null })) {
      if (signal.aborted) return
      if ('stopped' in told) {
        if (told.stopped !== null) troubles.set(told.from, told.stopped)
        if (live && several && troubles.size < relays.length) yield page([], true)
      } else {
        places[told.from] = told.step.place
        yield page(told.step.entries, troubles.delete(told.from))
      }
    }
    const [failure] = troubles.values()
    if (failure && (live || troubles.size === relays.length)) throw failure
    if (several && !live) yield page([], true)
  },

  reread(raw) {
    try {
      return readEvent(JSON.parse(raw)).entries
    } catch {
      return [{ type: 'malformed', raw, reason: 'It was kept shortened, and cannot be read again' }]
    }
  },
})

interface Reading {
  options: { back?: number | undefined; timeout: number }
  net: Pick<Net, 'connect'>
  /** In seconds since 1970, as all times of this protocol. */
  clock: () => number
  now: () => number
  signal: AbortSignal
  live: boolean
  /** Events that were read by now, from whatever relay. */
  known: Map<string, number>
  servers: Servers
}

/** Our own errors say what to do; of anything else nothing is repeated. */
function wordsFor(relay: string, trouble: unknown): string {
  const isOurs = trouble instanceof Unavailable || trouble instanceof Refused || trouble instanceof Malformed
  return isOurs ? `${trouble.message}.` : `${new URL(relay).host} cannot be read.`
}

/**
 * Newest first, then backwards page by page, `until` being inclusive. What is not read yet stands in the place as gaps,
 * so reading goes on anywhere after a cut. The overlap is published again on purpose: a notice with the same id replaces
 * itself, so nothing is counted twice. Each step holds the place as it is once its entries are stored.
 */
async function* readRelay(
  url: string,
  before: Place | null,
  { options, net, clock, now, signal, live, known, servers }: Reading,
): AsyncGenerator<{ entries: Entry[]; place: Place }, void> {
  const floor = options.back === undefined ? 0 : Math.max(0, clock() - Math.floor(options.back / 1000))
  const place: Place = structuredClone(before) ?? { newest: null, swept: clock(), gaps: [] }
  const step = (events: Read[], more: Entry[] = []) => {
    place.newest = newest(place.newest, events, clock())
    const further = servers.follow(events).map((notice): Entry => ({ type: 'notice', notice }))
    const entries = [...more, ...events.flatMap(({ entries }) => entries), ...further]
    return { entries, place: structuredClone(place) }
  }

  await using socket = await net.connect(url, { maxMessageBytes: bounds.messageBytes, signal })
  const relay = openRelay(socket, { host: new URL(url).host, timeoutMs: options.timeout, now })
  const ask = async (name: string, span: { since: number; until?: number }) =>
    readEvents(await relay.ask(name, { kinds: kindsRead, ...span, limit: pageSize }), known)

  const since = place.newest === null ? floor : Math.max(floor, place.newest - overlap)
  if (clock() - place.swept > sweep.every) {
    addGap(place, { since: Math.max(floor, clock() - sweep.reach), until: since })
    place.swept = clock()
  }
  const top = await ask('live', { since })
  if (!live) relay.close('live')
  const until = oldest(top)
  if (until !== undefined && until >= since) addGap(place, { since, until })
  yield step(top)

  let edge = idsAt(top, until)
  for (let request = 1; place.gaps[0]; request++) {
    const gap = place.gaps[0]
    const read = await ask(`back-${request}`, gap)
    relay.close(`back-${request}`)
    const inside = read.filter(({ at }) => at !== undefined && at >= gap.since && at <= gap.until)
    const fresh = read.filter((event) => event.at === undefined || (inside.includes(event) && !edge.has(event.id)))
    const next = oldest(inside) ?? gap.since - 1
    const more = fresh.some(({ at }) => at !== undefined) && edge.size < bounds.sameSecond
    const stuck = next === gap.until && !more
    edge = new Set([...idsAt(inside, next), ...(next === gap.until ? edge : [])])
    gap.until = stuck ? next - 1 : next
    if (gap.until < gap.since) place.gaps.shift()
    const hole = stuck && inside.length >= crowded ? [crowdedSecond(next)] : []
    yield step([...fresh, ...(await readEvents(relay.heard(), known))], hole)
  }

  while (live) {
    const heard = await relay.listen()
    if (!heard) return
    yield step(await readEvents(heard, known))
  }
}

/** In seconds since 1970, as all times of this protocol. `until` is inclusive. */
interface Gap {
  since: number
  until: number
}

const Place = z.object({
  /** Newest event seen, never later than the moment it was seen. */
  newest: z.int().nullable(),
  /** When the last deep reading was begun. */
  swept: z.int(),
  /** Spans not read yet, newest first. */
  gaps: z.array(z.object({ since: z.int(), until: z.int() })),
})
type Place = z.infer<typeof Place>

/** A single relay's place, as it was kept before several could be read, is that of the channel's address. */
function readCursor(cursor: string | null, url: string): Record<string, Place> {
  try {
    const read = z
      .union([z.object({ relays: z.record(z.string(), Place) }), Place])
      .nullable()
      .parse(JSON.parse(cursor ?? 'null'))
    if (!read) return {}
    return 'relays' in read ? read.relays : { [url]: read }
  } catch {
    return {} // of another version: everything is read again, and told once
  }
}

function addGap({ gaps }: { gaps: Gap[] }, gap: Gap): void {
  gaps.unshift(gap)
  if (gaps.length <= 8) return
  const [older, old] = [gaps.pop(), gaps.pop()]
  if (older && old) gaps.push({ since: Math.min(older.since, old.since), until: Math.max(older.until, old.until) })
}

function oldest(events: Read[]): number | undefined {
  return events.reduce<number | undefined>(
    (least, { at }) => (at === undefined || (least ?? at) < at ? least : at),
    undefined,
  )
}

function newest(before: number | null, events: Read[], clock: number): number | null {
  let result = before
  for (const { at } of events) {
    if (at !== undefined && at <= clock + clockSkew) result = Math.max(result ?? 0, Math.min(at, clock))
  }
  return result
}

function idsAt(events: Read[], second: number | undefined): Set<string> {
  return new Set(events.filter(({ at }) => at === second).map(({ id }) => id))
}

/** Events of one second from which on a page that shows nothing new is taken for a hole rather than for the end. */
const crowded = 100

function crowdedSecond(second: number): Entry {
  return {
    type: 'malformed',
    raw: `${second}`,
    reason: 'The relay holds more events of this second than it shows at once: some may be missing',
  }
}
