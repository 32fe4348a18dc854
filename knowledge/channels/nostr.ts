/** Nostr relay: reports, file metadata, labels and deletions, over one WebSocket. Nothing enrolled is ever asked for. */

import { getEventHash, verifyEvent } from 'nostr-tools/pure'
import { z } from 'zod'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import { fromHex, isEmptyContent } from '#core/fingerprint/index.ts'
import type { Socket } from '#core/ports.ts'
import { defineChannel, type Entry, type NoticeKind, type Page, type PublishedNotice } from './channel.ts'
import { duration } from './options.ts'

/** Kinds that become notices; a deletion (kind 5, NIP-09) becomes a retraction. */
const kinds: Record<number, NoticeKind> = {
  1984: 'report', // NIP-56
  1063: 'listing', // NIP-94
  20: 'listing', // NIP-68
  21: 'listing', // NIP-71
  22: 'listing',
  1985: 'label', // NIP-32
}
const deletion = 5
const asked = [...Object.keys(kinds).map(Number), deletion]

const pageSize = 500
const bounds = {
  messageBytes: 1 << 20,
  eventBytes: 128 << 10,
  tags: 2_000,
  perNotice: 64, // fingerprints, and locations, that one event may carry
  stored: 5_000, // events for one request; a relay may ignore our limit, but not without end
  noise: 1_000, // messages a minute that carry nothing
}

const day = 86_400
/** `created_at` is the author's claim, so each reading starts again this far before the newest event, in seconds. */
const overlap = 2 * day
/** And once in a while this far back, for events dated back further. */
const sweep = { every: 7 * day, reach: 90 * day }
const clockSkew = 15 * 60

export const nostr = defineChannel({
  id: 'nostr',
  title: 'Nostr relay',
  summary:
    'Reads reports, file metadata and labels that a relay publishes: finds the very file, by its SHA-256, and watched addresses.',
  sources: [
    { url: 'https://github.com/nostr-protocol/nips/blob/master/01.md', checked: '2026-11-24' },
    { url: 'https://github.com/nostr-protocol/nips/blob/master/56.md', checked: '2026-11-24' },
    { url: 'https://github.com/nostr-protocol/nips/blob/master/94.md', checked: '2026-11-24' },
  ],
  address: { schemes: ['wss:', 'ws:'], example: 'wss://relay.example.org' },
  options: z.strictObject({
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

  /**
   * Newest first, then backwards page by page, `until` being inclusive. What is not read yet stands in the cursor as
   * gaps, so reading goes on anywhere after a cut. The overlap is published again on purpose: a notice with the same
   * id replaces itself, so nothing is counted twice.
   */
  async *poll({ url, options }, cursor, { net, now, signal, live }) {
    const clock = () => Math.floor(now() / 1000)
    const floor = options.back === undefined ? 0 : Math.max(0, clock() - Math.floor(options.back / 1000))
    const place = readCursor(cursor) ?? { newest: null, swept: clock(), gaps: [] }
    const page = (events: Read[], more: Entry[] = []): Page => {
      place.newest = newest(place.newest, events, clock())
      return { entries: [...more, ...events.flatMap(({ entries }) => entries)], cursor: JSON.stringify(place) }
    }
    try {
      await using socket = await net.connect(url, { maxMessageBytes: bounds.messageBytes, signal })
      const relay = openRelay(socket, { host: new URL(url).host, timeoutMs: options.timeout, now })

      const since = place.newest === null ? floor : Math.max(floor, place.newest - overlap)
      if (clock() - place.swept > sweep.every) {
        addGap(place, { since: Math.max(floor, clock() - sweep.reach), until: since })
        place.swept = clock()
      }
      const top = await readAll(await relay.ask('live', { kinds: asked, since, limit: pageSize }))
      if (!live) relay.close('live')
      const until = oldest(top)
      if (until !== undefined && until >= since) addGap(place, { since, until })
      yield page(top)

      let edge = idsAt(top, until)
      for (let request = 1; place.gaps[0]; request++) {
        const gap = place.gaps[0]
        const read = await readAll(await relay.ask(`back-${request}`, { kinds: asked, ...gap, limit: pageSize }))
        relay.close(`back-${request}`)
        const inside = read.filter(({ at }) => at !== undefined && at >= gap.since && at <= gap.until)
        const fresh = read.filter((event) => event.at === undefined || (inside.includes(event) && !edge.has(event.id)))
        const next = oldest(inside) ?? gap.since - 1
        const more = fresh.some(({ at }) => at !== undefined) && edge.size < bounds.stored
        const stuck = next === gap.until && !more
        edge = new Set([...idsAt(inside, next), ...(next === gap.until ? edge : [])])
        gap.until = stuck ? next - 1 : next
        if (gap.until < gap.since) place.gaps.shift()
        const hole = stuck && inside.length >= crowded ? [crowdedSecond(next)] : []
        yield page([...fresh, ...(await readAll(relay.heard()))], hole)
      }

      while (live) {
        const heard = await relay.listen()
        if (!heard) return
        yield page(await readAll(heard))
      }
    } catch (error) {
      if (!signal.aborted) throw error
    }
  },
})

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

function readCursor(cursor: string | null): z.infer<typeof Place> | null {
  return cursor === null ? null : Place.parse(JSON.parse(cursor))
}

function addGap({ gaps }: { gaps: Gap[] }, gap: Gap): void {
  gaps.unshift(gap)
  if (gaps.length <= 8) return
  const [older, old] = [gaps.pop(), gaps.pop()]
  if (older && old) gaps.push({ since: Math.min(older.since, old.since), until: Math.max(older.until, old.until) })
}

/** One event, read. `at` is missing where it is malformed: what a relay invents moves nothing. */
interface Read {
  id: string
  at?: number
  entries: Entry[]
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

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`))

/** NIP-01. */
const Event = z.object({
  id: hex(64),
  pubkey: hex(64),
  created_at: z.int().min(0).max(253_402_300_799), // the year 9999
  kind: z.int().min(0).max(65_535),
  tags: z.array(z.array(z.string())).max(bounds.tags),
  content: z.string(),
  sig: hex(128),
})
type Event = z.infer<typeof Event>

/** Checking a signature takes about 2 ms, so others are let in between. */
async function readAll(events: unknown[]): Promise<Read[]> {
  const read: Read[] = []
  for (const event of events) {
    read.push(readEvent(event))
    if (read.length % 8 === 0) await new Promise((resolve) => setTimeout(resolve))
  }
  return read
}

/**
 * One event, straight from `JSON.parse` (nostr-tools marks an object it has verified, and a copy keeps the mark).
 * Never throws. Events that name no file and no address give no entry; only what gives one is verified.
 */
export function readEvent(raw: unknown): Read {
  const { data: event, error } = Event.safeParse(raw)
  if (!event) return malformed(raw, `Not an event: ${error.issues[0]?.path.join('.')} ${error.issues[0]?.message}`)
  const entries = event.kind === deletion ? readDeletion(event) : readNotice(event)
  if (entries.length === 0) return { id: event.id, at: event.created_at, entries }
  if (getEventHash(event) !== event.id) return malformed(raw, 'The id does not belong to this event')
  if (!verifyEvent(event)) return malformed(raw, 'The signature is not valid')
  return { id: event.id, at: event.created_at, entries }
}

function malformed(raw: unknown, reason: string): Read {
  return { id: '', entries: [{ type: 'malformed', raw: (JSON.stringify(raw) ?? '').slice(0, 4_000), reason }] }
}

/** Most deletions are of ordinary notes and say so (`k`): those are left out. */
function readDeletion({ tags, pubkey }: Event): Entry[] {
  const named = tags.filter(([name]) => name === 'k').map(([, kind]) => Number(kind))
  if (named.length > 0 && !named.some((kind) => kind in kinds)) return []
  const ids = new Set(tags.flatMap(([name, id]) => (name === 'e' && /^[0-9a-f]{64}$/.test(id ?? '') ? [id ?? ''] : [])))
  return [...ids].map((id) => ({ type: 'retraction', id, author: pubkey }))
}

function readNotice({ id, pubkey, created_at, kind, tags }: Event): Entry[] {
  const noticeKind = kinds[kind]
  if (!noticeKind) return []
  const files = tags
    .filter(([name]) => name === 'imeta')
    .map((tag) => readTags(tag.slice(1).map((field) => field.split(' '))))
  const event = readTags(tags.filter(([name]) => name !== 'imeta'))
  const locations = [event, ...files].flatMap((part) => [...part.locations])
  const digests = new Set([event, ...files].flatMap((part) => [...part.digests]))
  if (digests.size + locations.length === 0) return []
  const notice: PublishedNotice = {
    id,
    at: created_at * 1000,
    kind: noticeKind,
    fingerprints: [...digests].slice(0, bounds.perNotice).map((digest) => ({
      type: 'sha256',
      value: fromHex(digest),
      ...(files.length > 0 ? { locations: placesOf(digest, { event, files }) } : {}),
    })),
    locations: locations.slice(0, bounds.perNotice),
    author: pubkey,
  }
  return [{ type: 'notice', notice }]
}

interface Part {
  digests: Set<string>
  locations: Set<string>
}

/**
 * Where a digest is. NIP-92: one `imeta` a file, and a digest in it is at its addresses alone, however many pictures
 * the event shows. One that the event only repeats beside a single file is that file's.
 */
function placesOf(digest: string, { event, files }: { event: Part; files: Part[] }): string[] {
  const own = files.filter((file) => file.digests.has(digest))
  if (own.length > 0) return own.flatMap((file) => [...file.locations])
  const [only, more] = files
  return [...event.locations, ...(only && !more && only.digests.size === 0 ? only.locations : [])]
}

function readTags(tags: string[][]): Part {
  const found: Part = { digests: new Set(), locations: new Set() }
  for (const tag of tags) readTag(tag, found)
  return found
}

function readTag([name, value = '', third = '']: string[], found: Part): void {
  switch (name) {
    case 'x': // the file as served
    case 'ox': // the file before the host changed it
      addDigest(value, found.digests)
      return
    case 'url':
    case 'server':
    case 'fallback':
    case 'r':
      if (addDigestOf(value, found.digests)) found.locations.add(value)
      return
    case 'thumb':
    case 'image': // of a smaller copy: its address, perhaps its digest
      addDigestOf(value, found.digests)
      addDigest(third, found.digests)
  }
}

function addDigest(text: string, digests: Set<string>): void {
  if (/^[0-9a-f]{64}$/i.test(text) && !isEmptyContent(fromHex(text))) digests.add(text.toLowerCase())
}

/** A web address whose last path segment is 64 hex digits names a file by its SHA-256 (NIP-B7). False: no address. */
function addDigestOf(address: string, digests: Set<string>): boolean {
  if (address.length > 2_048 || !URL.canParse(address)) return false
  const { protocol, pathname } = new URL(address)
  if (protocol !== 'https:' && protocol !== 'http:') return false
  addDigest(pathname.slice(pathname.lastIndexOf('/') + 1).replace(/\.\w{1,10}$/, ''), digests)
  return true
}

interface Relay {
  /** Opens a subscription; the events that the relay has stored, in its order. */
  ask(subscription: string, filter: Record<string, unknown>): Promise<unknown[]>
  close(subscription: string): void
  /** What the subscription `live` has brought besides. */
  heard(): unknown[]
  /** The same, once there is something; null when the relay has closed the connection. */
  listen(): Promise<unknown[] | null>
}

function openRelay(
  socket: Socket,
  { host, timeoutMs, now }: { host: string; timeoutMs: number; now: () => number },
): Relay {
  const messages = socket.messages[Symbol.asyncIterator]()
  let coming: Promise<IteratorResult<string, unknown>> | undefined
  const live: unknown[] = []
  const open = new Set<string>()
  const noise = { count: 0, since: now() }

  /** The next message; null when the relay has closed the connection. */
  async function next(late: Promise<'late'> | null): Promise<string | 'late' | null> {
    coming ??= messages.next()
    coming.catch(() => {}) // thrown to whoever waits next
    const result = await (late ? Promise.race([coming, late]) : coming)
    if (result === 'late') return result
    coming = undefined
    return result.done ? null : result.value
  }

  /** Sorts one message; what belongs to `subscription` is answered, what is live is kept, all else is noise. */
  function take(text: string, subscription: string | null): { event: unknown } | 'end' | null {
    const [type, name, third] = readMessage(text)
    if (type === 'EVENT' && text.length > bounds.eventBytes) {
      const event = `${text.slice(0, 200)}…`
      return name === subscription ? { event } : null
    }
    if (type === 'EVENT' && name === subscription) return { event: third }
    if (type === 'EVENT' && name === 'live' && open.has(name)) {
      if (live.push(third) > bounds.stored)
        throw new Unavailable(`${host} sends faster than is read here: trying again later`)
      return null
    }
    if (type === 'EOSE' && name === subscription) return 'end'
    if (type === 'CLOSED' && typeof name === 'string' && open.has(name)) throw refusal(host, third)
    if (now() - noise.since > 60_000) Object.assign(noise, { count: 0, since: now() })
    if (++noise.count > bounds.noise)
      throw new Unavailable(`${host} floods the connection with remarks: trying again later`)
    return null
  }

  return {
    async ask(subscription, filter) {
      open.add(subscription)
      socket.send(JSON.stringify(['REQ', subscription, filter]))
      using late = alarm(timeoutMs)
      const events: unknown[] = []
      while (true) {
        const text = await next(late.rings)
        if (text === null) throw new Unavailable(`${host} closed the connection: trying again later`)
        if (text === 'late') {
          throw new Unavailable(`${host} did not finish its answer within ${timeoutMs / 1000} s: trying again later`)
        }
        const taken = take(text, subscription)
        if (taken === 'end') return events
        if (taken && events.push(taken.event) > bounds.stored) {
          throw new Malformed(`${host} sent more than ${bounds.stored} events where ${pageSize} were asked for`)
        }
      }
    },

    close(subscription) {
      open.delete(subscription)
      socket.send(JSON.stringify(['CLOSE', subscription]))
    },

    heard() {
      return live.splice(0)
    },

    async listen() {
      while (live.length < pageSize) {
        using soon = alarm(0) // rings when all that has arrived is read
        const text = await next(live.length === 0 ? null : soon.rings)
        if (text === 'late') break
        if (text === null) return live.length > 0 ? live.splice(0) : null
        take(text, null)
      }
      return live.splice(0)
    },
  }
}

function alarm(ms: number): Disposable & { rings: Promise<'late'> } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const rings = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, ms, 'late')
  })
  return { rings, [Symbol.dispose]: () => clearTimeout(timer) }
}

function readMessage(text: string): unknown[] {
  try {
    const message: unknown = JSON.parse(text)
    return Array.isArray(message) ? message : []
  } catch {
    return []
  }
}

/** The prefixes of NIP-01 and NIP-42. */
function refusal(host: string, reason: unknown): Error {
  const prefix = typeof reason === 'string' ? reason.split(':')[0] : ''
  switch (prefix) {
    case 'auth-required':
    case 'restricted':
    case 'blocked':
      return new Refused(`${host} answers only to members (${prefix}): remove this channel, or choose another relay`)
    case 'unsupported':
    case 'invalid':
      return new Refused(`${host} does not understand the request (${prefix}): choose another relay`)
    case 'rate-limited':
      return new Unavailable(`${host} asks to be read less often: raise the option every`, { retryAfterMs: 60_000 })
    default:
      return new Unavailable(`${host} ended the subscription: trying again later`)
  }
}
