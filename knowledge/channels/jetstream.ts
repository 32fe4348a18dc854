/**
 * Jetstream: the posts of Bluesky's whole network as they are written, with the CIDs of their files, and accounts that
 * are taken down. Nobody's account is ever named to it: everything is subscribed to, and compared here.
 *
 * Two wires are read: `/subscribe`, and `subscribeEvents`, which numbers its events. Nothing of either is signed.
 */
import { z } from 'zod'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { Net, Socket } from '#core/ports.ts'
import { arrivalsOf, silenceAfter } from '../protocols/arrivals.ts'
import { didPattern } from '../protocols/atproto/identity.ts'
import {
  blobsOf,
  fingerprintsOf,
  isPicture,
  parseSubject,
  pictureOf,
  placesOf,
  selfLabelsOf,
} from '../protocols/atproto/record.ts'
import { defineChannel, type Entry, type Page } from './channel.ts'
import { duration } from './options.ts'

const bounds = {
  messageBytes: 2 << 20,
  messagesAtOnce: 500,
  entriesPerPage: 100,
  noise: 1_000, // messages in a row that bring nothing new
}

/** In milliseconds. Many posts have no file: a page waits for some that have, and the place is stored besides. */
const pace = { page: 2_000, place: 30_000 }

/** Events are numbered by each host for itself: on another host reading goes back by time, this far. */
const overlapMs = 300_000
/** So much is missing between what was asked for and what came first that something was left out in silence. */
const holeMs = 300_000

const kinds = ['commit', 'account'] as const

export const jetstream = defineChannel({
  id: 'jetstream',
  title: 'Jetstream',
  summary:
    'Reads every post of Bluesky’s network as it is written: finds the very file by its CID where it was uploaded unchanged, and watched accounts that are taken down.',
  sources: [{ url: 'https://github.com/bluesky-social/jetstream', checked: '2026-11-24' }],
  address: { schemes: ['wss:', 'ws:'], example: 'wss://jetstream.example.org' },
  toldTo: 'everybody',
  options: z.strictObject({
    collections: list(
      /^(?:[a-zA-Z\d-]+\.)+(?:[a-zA-Z\d-]+|\*)$/,
      'write names with commas between them, e.g. app.bsky.feed.post',
    )
      .prefault('app.bsky.feed.post')
      .describe('which records are read, e.g. app.bsky.feed.post,app.bsky.actor.profile or app.bsky.*'),
    kinds: list(/^(?:commit|account)$/, 'write commit, account, or both with a comma')
      .prefault('commit,account')
      .describe('commit: what is written and deleted; account: what is taken down'),
    back: duration
      .default(3_600_000)
      .describe('how far back the first reading goes, e.g. 1h; servers keep a day or two'),
    wire: z
      .enum(['auto', 'legacy', 'current'], 'write auto, legacy or current')
      .default('auto')
      .describe('legacy: /subscribe; current: subscribeEvents; auto: what the address says, or what the server has'),
    timeout: duration.default(30_000).describe('how long the server may send nothing new while it is read, e.g. 30s'),
  }),
  looks: true,
  suggestions: [
    {
      name: 'Bluesky, east coast',
      url: 'wss://jetstream2.us-east.bsky.network/subscribe',
      note: 'The whole network: some gigabytes a day, and more notices than the default quota. Set quota before you add it.',
    },
  ],
  live: true,
  everyMs: 600_000,

  async *poll({ url, options }, cursor, { net, now, signal, live }) {
    const host = new URL(url).host
    const began = now()
    const reading: Reading = { url, host, options, from: 1_000 * Math.max(0, began - options.back), net, signal }
    const known = readCursor(cursor)
    const place: Place = known ?? { host, time: 0 }
    if (place.host !== host)
      Object.assign(place, { host, time: place.time - 1_000 * overlapMs, seq: undefined, wire: undefined })
    let [entries, warning]: [Entry[], string | undefined] = [[], undefined]
    let stored = { at: began, time: place.time }
    const page = (): Page => {
      const full: Page = { entries, cursor: JSON.stringify(place), ...(warning === undefined ? {} : { warning }) }
      stored = { at: now(), time: place.time }
      ;[entries, warning] = [[], undefined]
      return full
    }

    try {
      const opened = await open(reading, place)
      await using socket = opened.socket
      const silence = live ? { first: pace.page, next: pace.page } : silenceAfter(now() - began)
      let quietMs = silence.first
      const arrivals = arrivalsOf(socket.messages)
      const noise = { count: 0, since: now() }
      let first = known !== null && opened.by === 'time'
      if (opened.hole) warning = holeWords(host)

      while (true) {
        const messages = await arrivals.next({ most: bounds.messagesAtOnce, quietMs })
        quietMs = silence.next
        const isPast = messages !== 'quiet' && messages !== null
        for (const text of isPast ? messages : []) {
          const read = readEvent(text)
          if (read.type === 'error') throw refusal(host, read.error)
          if (read.type === 'outdated') warning = holeWords(host)
          const isNew = read.type === 'event' && isAfter(read, place)
          if (!isNew && ++noise.count > bounds.noise)
            throw new Unavailable(`${host} sends messages without end that say nothing new: trying again later`)
          if (read.type === 'malformed') entries.push(read.entry)
          if (read.type !== 'event' || !(isNew || isBeside(read, place))) continue
          if (first && read.time - place.time > 1_000 * holeMs) warning = gapWords(host, place.time, read.time)
          first = false
          Object.assign(place, { time: read.time, seq: read.seq, wire: read.seq === undefined ? 'legacy' : 'current' })
          if (isNew) Object.assign(noise, { count: 0, since: now() })
          if (options.kinds.includes(read.kind)) entries.push(...read.entries)
          if (entries.length >= bounds.entriesPerPage) yield page()
        }
        const due = now() - stored.at >= (entries.length > 0 || warning !== undefined ? pace.page : pace.place)
        const isOver = !live && (!isPast || place.time >= 1_000 * began)
        if (entries.length > 0 || warning !== undefined || place.time > stored.time)
          if (due || isOver || messages === null) yield page()
        if (messages === null) throw new Unavailable(`${host} closed the connection: trying again later`)
        if (isOver) return
        if (!live && now() - noise.since > options.timeout)
          throw new Unavailable(`${host} sends nothing new for ${options.timeout / 1_000} s: trying again later`)
      }
    } catch (error) {
      if (!signal.aborted) throw error
    }
  },

  reread(raw) {
    const read = readEvent(raw)
    if (read.type === 'event') return read.entries
    return read.type === 'malformed' ? [read.entry] : []
  },
})

function list(each: RegExp, told: string) {
  return z.string().transform((text, context) => {
    const names = text.split(',').map((name) => name.trim())
    if (names.length <= 100 && names.every((name) => name.length <= 300 && each.test(name))) return names
    context.addIssue({ code: 'custom', message: told })
    return z.NEVER
  })
}

interface Reading {
  url: string
  host: string
  options: { collections: string[]; kinds: string[]; wire: 'auto' | Wire }
  /** Where the first reading begins, in microseconds since 1970. */
  from: number
  net: Pick<Net, 'connect'>
  signal: AbortSignal
}

type Wire = 'legacy' | 'current'

const Place = z.object({
  host: z.string(),
  /** Of the last event that is stored, in microseconds since 1970; 0: none is. */
  time: z.number(),
  /** Its number, where this host numbers its events. */
  seq: z.int().min(0).optional(),
  wire: z.enum(['legacy', 'current']).optional(),
})
type Place = z.infer<typeof Place>

function readCursor(cursor: string | null): Place | null {
  try {
    return cursor === null ? null : Place.parse(JSON.parse(cursor))
  } catch {
    return null // of another version: read again from `back`
  }
}

interface Opened {
  socket: Socket
  by: 'time' | 'number'
  hole: boolean
}

/** By number where there is one; where that is not kept any more, and so refused, by time: then there is a hole. */
async function open(reading: Reading, place: Place): Promise<Opened> {
  const wires = wiresOf(reading, place)
  for (const wire of wires) {
    const isLast = wire === wires.at(-1)
    try {
      return await openBy(reading, wire, place)
    } catch (error) {
      if (!(error instanceof Refused) || isLast) throw error
    }
  }
  throw new Refused(`${reading.host} has no stream of events: check the address`)
}

function wiresOf({ url, options }: Reading, place: Place): Wire[] {
  if (options.wire !== 'auto') return [options.wire]
  const { pathname } = new URL(url)
  if (pathname.endsWith('/subscribe')) return ['legacy']
  if (pathname.endsWith('.subscribeEvents')) return ['current']
  return place.wire ? [place.wire] : ['current', 'legacy']
}

async function openBy({ url, options, from, net, signal }: Reading, wire: Wire, place: Place): Promise<Opened> {
  const time = place.time === 0 ? from : place.time
  const connect = (cursor: number) =>
    net.connect(streamOf(url, { wire, options, cursor }), { maxMessageBytes: bounds.messageBytes, signal })
  if (wire === 'legacy' || place.seq === undefined) return { socket: await connect(time), by: 'time', hole: false }
  try {
    return { socket: await connect(place.seq), by: 'number', hole: false }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { socket: await connect(time), by: 'time', hole: true }
  }
}

function streamOf(
  url: string,
  { wire, options, cursor }: { wire: Wire; options: Reading['options']; cursor: number },
): string {
  const address = new URL(wire === 'legacy' ? '/subscribe' : '/xrpc/network.bsky.jetstream.subscribeEvents', url)
  for (const name of options.collections)
    address.searchParams.append(wire === 'legacy' ? 'wantedCollections' : 'collections', name)
  if (wire === 'current') for (const kind of options.kinds) address.searchParams.append('kinds', kind)
  address.searchParams.set('cursor', `${cursor}`)
  return address.href
}

function isAfter({ time, seq }: { time: number; seq?: number | undefined }, place: Place): boolean {
  return seq !== undefined && place.seq !== undefined ? seq > place.seq : time > place.time
}

/** Two events may have one time, and a cut may fall between them. */
function isBeside({ time, seq }: { time: number; seq?: number | undefined }, place: Place): boolean {
  return seq === undefined && time === place.time
}

function holeWords(host: string): string {
  return `${host} no longer keeps what followed the place that was reached: what was written in between is not known.`
}

function gapWords(host: string, asked: number, came: number): string {
  const [from, to] = [asked, came].map(
    (us) => `${new Date(us / 1_000).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  )
  return `${host} sent nothing of the time from ${from} to ${to}: it keeps less than that, or nothing was written.`
}

function refusal(host: string, error: string): Error {
  if (error === 'ConsumerTooSlow')
    return new Unavailable(`${host} says that it is read too slowly: going on from what is stored`)
  return new Malformed(`${host} ended the stream with an error: trying again later`)
}

type Read =
  | { type: 'event'; time: number; seq?: number; kind: (typeof kinds)[number] | 'other'; entries: Entry[] }
  | { type: 'error'; error: string }
  | { type: 'outdated' }
  | { type: 'malformed'; entry: Entry }

const Commit = z.object({
  operation: z.string(),
  collection: z.string().max(317),
  rkey: z.string().max(512),
  record: z.unknown().optional(),
})
const Account = z.object({ active: z.boolean(), status: z.string().max(100).optional() })
const microseconds = z.number().min(0).max(8e18)

/** `/subscribe`. */
const Legacy = z.object({
  did: z.string().regex(didPattern),
  time_us: microseconds,
  kind: z.string(),
  commit: Commit.optional(),
  account: Account.optional(),
})

/** `subscribeEvents`, the inside of a message. */
const Current = z.object({
  $type: z.string(),
  seq: z.int().min(0),
  did: z.string().regex(didPattern),
  time: z.string().max(64),
  account: Account.optional(),
})

/** One message, whichever wire it came by. Never throws; kinds that are not known yet give an event without entries. */
function readEvent(text: string): Read {
  const message = json(text)
  const outer = z.looseObject({ $type: z.string() }).safeParse(message)
  if (!outer.success) return fromLegacy(message, text)
  const { $type, error, payload } = outer.data
  if ($type === 'error') return { type: 'error', error: typeof error === 'string' ? error : '' }
  const inner = z.object({ $type: z.string(), name: z.string().optional() }).safeParse(payload)
  if (inner.data?.$type.endsWith('#info'))
    return inner.data.name === 'OutdatedCursor'
      ? { type: 'outdated' }
      : { type: 'event', time: 0, kind: 'other', entries: [] }
  return fromCurrent(payload, text)
}

function fromLegacy(message: unknown, text: string): Read {
  const read = Legacy.safeParse(message)
  if (!read.success) return malformed(text, read.error)
  const { did, time_us: time, kind, commit, account } = read.data
  if (kind === 'commit' && commit) return { type: 'event', time, kind, entries: ofCommit(did, commit, time) }
  if (kind === 'account' && account) return { type: 'event', time, kind, entries: ofAccount(did, account, time) }
  return { type: 'event', time, kind: 'other', entries: [] }
}

function fromCurrent(payload: unknown, text: string): Read {
  const read = Current.safeParse(payload)
  if (!read.success) return malformed(text, read.error)
  const { $type, seq, did, account } = read.data
  const time = 1_000 * Date.parse(read.data.time)
  if (Number.isNaN(time)) return malformed(text, null)
  const commit = $type.endsWith('#commit') ? Commit.safeParse(payload) : null
  if (commit && !commit.success) return malformed(text, commit.error)
  if (commit) return { type: 'event', time, seq, kind: 'commit', entries: ofCommit(did, commit.data, time) }
  if ($type.endsWith('#account') && account)
    return { type: 'event', time, seq, kind: 'account', entries: ofAccount(did, account, time) }
  return { type: 'event', time, seq, kind: 'other', entries: [] }
}

function malformed(text: string, error: z.ZodError | null): Read {
  const field = error?.issues[0]?.path.join('.')
  const reason = `Not an event of this stream${field ? `: its ${field} is missing, or of another kind` : ''}`
  return { type: 'malformed', entry: { type: 'malformed', raw: text.slice(0, 4_000), reason } }
}

/** What is written; where it names no file any more, what it said before is taken back. */
function ofCommit(did: string, { operation, collection, rkey, record }: z.infer<typeof Commit>, time: number): Entry[] {
  const id = `at://${did}/${collection}/${rkey}`
  const subject = parseSubject(id)
  if (!subject) return []
  if (operation === 'delete') return [{ type: 'retraction', id }]
  const blobs = blobsOf(record)
  if (blobs.length === 0) return operation === 'update' ? [{ type: 'retraction', id }] : []
  const labels = selfLabelsOf(record)
  const adult = labels.some((label) => ['porn', 'sexual', 'nudity'].includes(label))
  const pictures = blobs.filter(isPicture).map((blob) => ({ url: pictureOf(did, blob), adult }))
  const notice = { id, at: Math.floor(time / 1_000), kind: 'listing' as const }
  return [{ type: 'notice', notice: { ...notice, ...fingerprintsOf(did, blobs, placesOf(subject)), pictures } }]
}

/** What its host says of an account; those that its owner only put to sleep are left out. */
function ofAccount(did: string, { active, status = '' }: z.infer<typeof Account>, time: number): Entry[] {
  const id = `account ${did}`
  if (active) return [{ type: 'retraction', id }]
  if (!['takendown', 'suspended', 'deleted'].includes(status)) return []
  const at = Math.floor(time / 1_000)
  return [{ type: 'notice', notice: { id, at, kind: 'takedown', fingerprints: [], locations: placesOf({ did }) } }]
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
