/**
 * AT Protocol labeler: what it labels is read at once from its author's server, for every label of the chosen values,
 * whoever is enrolled; the files that it names are compared by their CID.
 */
import { z } from 'zod'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import { hex, sha256 } from '#core/fingerprint/index.ts'
import type { Net } from '#core/ports.ts'
import { arrivalsOf, silenceAfter } from '../protocols/arrivals.ts'
import { readFrame } from '../protocols/atproto/frame.ts'
import { type Directory, didPattern, openDirectory } from '../protocols/atproto/identity.ts'
import { isSigned, type Label, parseLabel, printLabel } from '../protocols/atproto/label.ts'
import {
  blobsOf,
  fingerprintsOf,
  isPicture,
  namedPlacesOf,
  parseSubject,
  pictureOf,
  placesOf,
  type Subject,
  selfLabelsOf,
} from '../protocols/atproto/record.ts'
import { defineChannel, type Entry, type Page } from './channel.ts'
import { duration } from './options.ts'

const bounds = {
  messageBytes: 1 << 20,
  labelsPerFrame: 1_000,
  framesPerPage: 50,
  noise: 1_000, // frames in a row that bring nothing new
  recordBytes: 1 << 20,
  recordMs: 10_000,
  recordsAtOnce: 8,
  sweepBytes: 4 << 20,
  sweepPages: 10_000,
  remembered: 20_000,
}

/** A record that could not be read is asked for again after so long each time, and then given up. */
const againAfterMs = [600_000, 3_600_000, 6 * 3_600_000, 24 * 3_600_000]
const mostUnread = 40

const subscribe = 'com.atproto.label.subscribeLabels'

/** A comma-separated list. */
const values = z.string().transform((text, context) => {
  const list = text.split(',').map((value) => value.trim())
  if (list.length <= 100 && list.every((value) => value !== '' && value.length <= 128)) return list
  context.addIssue({ code: 'custom', message: 'write values with commas between them, e.g. ncii,!takedown' })
  return z.NEVER
})

export const atproto = defineChannel({
  id: 'atproto',
  title: 'AT Protocol labeler',
  summary:
    'Follows a labeler of Bluesky’s network: finds the very file behind a labelled post, by its CID, and watched posts and accounts.',
  sources: [
    { url: 'https://atproto.com/specs/label', checked: '2026-11-24' },
    { url: 'https://atproto.com/specs/event-stream', checked: '2026-11-24' },
    { url: 'https://atproto.com/specs/did', checked: '2026-11-24' },
  ],
  address: { schemes: ['wss:', 'ws:', 'https:', 'http:'], example: 'wss://labeler.example.org' },
  toldTo: 'everybody',
  options: z.strictObject({
    labels: values
      .prefault('ncii,!takedown')
      .describe('which values count, e.g. ncii,!takedown; * for all: no value has the same meaning at every labeler'),
    adult: values
      .prefault('porn,sexual,nudity')
      .describe('with look=on: values, of the labeler or the author, that say a picture is adult content'),
    did: z
      .string()
      .regex(didPattern, 'write did:plc:… or did:web:…')
      .optional()
      .describe(
        'the labeler’s DID; without it, that of the first signed label, and a warning where it names another address',
      ),
    directory: z
      .url({ protocol: /^https?$/, error: 'write an address, e.g. https://plc.directory' })
      .default('https://plc.directory')
      .describe('where did:plc is looked up'),
    restart: z
      .enum(['no', 'yes'], 'write yes or no')
      .default('no')
      .describe('yes: a labeler that has lost its place is read again from its beginning instead of being stopped at'),
    timeout: duration.default(30_000).describe('how long the labeler may send nothing new while it is read, e.g. 30s'),
  }),
  looks: true,
  suggestions: [
    {
      name: 'Bluesky Moderation',
      url: 'wss://mod.bsky.app',
      note: 'The labeler of Bluesky’s own app: set labels=!takedown, as it has no value for images without consent.',
    },
  ],
  live: true,
  // The stream tells what is new at once; this asks again for records that could not be read.
  everyMs: 600_000,

  async *poll({ url, options }, cursor, { net, now, signal, live }) {
    const place = readCursor(cursor)
    const host = new URL(url).host
    const directory = openDirectory(options.directory, { net, now, signal })
    const reading: Reading = { url, host, options, place, directory, newest: new Map(), net, now, signal }
    const page = (entries: Entry[], warning?: string): Page => ({
      entries,
      cursor: JSON.stringify(place),
      ...(warning === undefined ? {} : { warning }),
    })
    try {
      const again = await readAgain(reading)
      if (again) yield page(again)
      if (place.sweep !== undefined) yield* sweep(reading, page)
      yield* follow(reading, { page, live })
    } catch (error) {
      if (!signal.aborted) throw error
    }
  },
})

interface Reading {
  url: string
  host: string
  options: { labels: string[]; adult: string[]; did?: string | undefined; restart: 'no' | 'yes'; timeout: number }
  place: Place
  directory: Directory
  /** Of each label, the newest time of its making seen in this reading: an older word on it is not taken. */
  newest: Map<string, number>
  net: Pick<Net, 'ask' | 'connectBinary'>
  now: () => number
  signal: AbortSignal
}

const Unread = z.object({
  uri: z.string(),
  val: z.string(),
  cts: z.number(),
  exp: z.number().optional(),
  tries: z.int(),
  due: z.number(),
})

const Place = z.object({
  /** The last frame that is stored; 0: from the oldest that is kept. */
  seq: z.int().min(0),
  /** Who makes these labels. */
  did: z.string().optional(),
  /** Where a sweep over all its labels stands, after a hole; absent: none is under way. */
  sweep: z.string().max(1_000).optional(),
  /** Labelled records whose servers did not answer. */
  unread: z.array(Unread).max(mostUnread),
})
type Place = z.infer<typeof Place>

function readCursor(cursor: string | null): Place {
  const start: Place = { seq: 0, unread: [] }
  if (cursor === null) return start
  try {
    return Place.parse(JSON.parse(cursor))
  } catch {
    return start // of another version: everything is said again, and nothing twice
  }
}

/** The stream from the last frame stored; without `live` until it falls silent. */
async function* follow(
  reading: Reading,
  { page, live }: { page: (entries: Entry[], warning?: string) => Page; live: boolean },
): AsyncGenerator<Page> {
  const { host, options, place, net, now, signal } = reading
  const asked = place.seq
  const openedAt = now()
  await using socket = await net.connectBinary(streamOf(reading), { maxMessageBytes: bounds.messageBytes, signal })
  const silence = silenceAfter(now() - openedAt)
  const arrivals = arrivalsOf(socket.messages)
  const noise = { count: 0, since: now() }

  for (let isFirst = true; ; isFirst = false) {
    const quietMs = live ? null : isFirst ? silence.first : silence.next
    const messages = await arrivals.next({ most: bounds.framesPerPage, quietMs })
    if (messages === 'quiet') return
    if (messages === null) throw new Unavailable(`${host} closed the connection: trying again later`)
    const labels: unknown[] = []
    const before = place.seq
    let hole = false
    for (const message of messages) {
      const frame = readFrame(message, ['#labels', '#info'])
      const read = frame?.type === 'message' && frame.name === '#labels' ? readBody(frame.body) : null
      if (frame?.type === 'error') {
        if (frame.error !== 'FutureCursor' || options.restart === 'no' || asked === 0) throw refusal(host, frame.error)
        yield* restart(reading, { page, live })
        return
      }
      hole ||= frame?.type === 'message' && frame.name === '#info' && isOutdated(frame.body)
      // The specification says "greater or equal" where servers start after it; so both are taken.
      if (read && read.seq > place.seq) {
        labels.push(...read.labels)
        place.seq = read.seq
        noise.count = 0
      } else if (++noise.count > bounds.noise || (!live && now() - noise.since > options.timeout))
        throw new Unavailable(`${host} sends frames without end that say nothing new: trying again later`)
    }
    if (hole) place.sweep = ''
    if (place.seq > before) yield page(...(await readLabels(labels, reading)))
    if (place.sweep !== undefined) yield* sweep(reading, page)
    if (place.seq > before) noise.since = now() // our own work took this long, not its silence
  }
}

function streamOf({ url, place }: Pick<Reading, 'url' | 'place'>): string {
  const address = new URL(`/xrpc/${subscribe}`, url)
  address.protocol = address.protocol.replace('http', 'ws')
  address.searchParams.set('cursor', `${place.seq}`)
  return address.href
}

/** On the operator's word alone. What was said before is said again under the same ids, so nothing is told twice. */
async function* restart(reading: Reading, following: Parameters<typeof follow>[1]): AsyncGenerator<Page> {
  reading.place.seq = 0
  yield following.page([], `${reading.host} has lost its place and is read from its beginning, as restart=yes says.`)
  yield* follow(reading, following)
}

const Body = z.object({ seq: z.int().min(0), labels: z.array(z.unknown()).max(bounds.labelsPerFrame) })

function readBody(body: unknown): z.infer<typeof Body> {
  const read = Body.safeParse(body)
  if (read.success) return read.data
  throw new Malformed('The labeler sent a frame without a number or labels: connecting again later')
}

function isOutdated(body: unknown): boolean {
  return z.object({ name: z.literal('OutdatedCursor') }).safeParse(body).success
}

function refusal(host: string, error: string): Error {
  switch (error) {
    case 'FutureCursor':
      return new Refused(
        `${host} does not know the place that was reached: it has lost or renumbered its labels. Ask its operator, then set restart=yes to read it again from its beginning`,
      )
    case 'ConsumerTooSlow':
      return new Unavailable(`${host} says that it is read too slowly: going on from what is stored`)
    default:
      return new Unavailable(`${host} ended the stream: trying again later`)
  }
}

/** All labels of one frame after the other; and a warning, where the operator should know. */
async function readLabels(raws: readonly unknown[], reading: Reading): Promise<[entries: Entry[], warning?: string]> {
  const { place } = reading
  const entries: Entry[] = []
  const warnings: string[] = []
  for (let from = 0; from < raws.length; from += bounds.recordsAtOnce) {
    const batch = raws.slice(from, from + bounds.recordsAtOnce)
    const words: (Word | null)[] = []
    for (const raw of batch) words.push(await readWord(raw, reading, warnings))
    const read = await Promise.all(words.map((word) => (word?.type === 'label' ? describe(word, reading) : word)))
    entries.push(...read.filter((entry) => entry !== null))
  }
  const lost = trim(place)
  if (lost > 0) warnings.push(`${lost} labelled records could not be read: the files behind them are not known.`)
  const [warning] = warnings
  return warning === undefined ? [entries] : [entries, warning]
}

/** Only so many are kept for another try; the oldest are let go of. */
function trim(place: Place): number {
  const lost = Math.max(0, place.unread.length - mostUnread)
  place.unread.splice(0, lost)
  return lost
}

type Word = Exclude<Entry, { type: 'notice' }> | { type: 'label'; label: Label; subject: Subject; id: string }

/** One label: of a value that was chosen, by this labeler, signed, and not older than what it said before; else null. */
async function readWord(raw: unknown, reading: Reading, warnings: string[]): Promise<Word | null> {
  const { options, now, newest, place } = reading
  let label: Label
  try {
    label = parseLabel(raw)
  } catch {
    return malformed(raw, 'A label lacks a field, or has one of another type')
  }
  if (!options.labels.includes(label.val) && !options.labels.includes('*')) return null
  const subject = parseSubject(label.uri)
  if (!subject) return malformed(raw, 'The label’s subject is neither an at:// address with a DID nor a DID')
  const wrong = await doubtOf(raw, { label, reading, warnings })
  if (wrong) return malformed(raw, wrong)

  const id = idOf(label)
  const made = Date.parse(label.cts)
  if (made < (newest.get(id) ?? Number.NEGATIVE_INFINITY)) return null
  remember(newest, id, made)
  place.unread = place.unread.filter(({ uri, val }) => uri !== label.uri || val !== label.val)
  const ended = label.exp !== undefined && Date.parse(label.exp) <= now()
  return label.neg || ended ? { type: 'retraction', id } : { type: 'label', label, subject, id }
}

/** The same for each word on (labeler, subject, value); the version of a record that was labelled plays no part. */
function idOf({ uri, val }: Pick<Label, 'uri' | 'val'>): string {
  const id = `${uri} ${val}`
  return id.length <= 400 ? id : `sha256:${hex(sha256(new TextEncoder().encode(id)))}`
}

function remember(newest: Map<string, number>, id: string, made: number): void {
  newest.delete(id)
  newest.set(id, made)
  const [oldest] = newest.keys()
  if (newest.size > bounds.remembered && oldest !== undefined) newest.delete(oldest)
}

/** Why this is not this labeler's word; null: it is. After a bad signature its key is looked up again. */
async function doubtOf(
  raw: unknown,
  { label, reading, warnings }: { label: Label; reading: Reading; warnings: string[] },
): Promise<string | null> {
  const { host, options, place, directory } = reading
  const known = options.did ?? place.did
  if (known !== undefined && label.src !== known) return 'The label is of another labeler than the one that is followed'
  const identity = await directory.resolve(label.src)
  if (!identity?.labelKey) return 'The labeler’s DID document has no key for labels'
  let fits = await isSigned(raw, identity.labelKey)
  if (!fits) {
    const again = await directory.resolve(label.src, 'again')
    fits = again?.labelKey != null && again.labelKey !== identity.labelKey && (await isSigned(raw, again.labelKey))
  }
  if (!fits) return 'The signature does not fit the labeler’s present key'
  if (known === undefined) {
    place.did = label.src
    if (!namesHost(identity.labeler, host))
      warnings.push(
        `${host} sends labels of ${label.src}, which names another address: if that is meant, set did to it.`,
      )
  }
  return null
}

function namesHost(endpoint: string | null, host: string): boolean {
  return endpoint !== null && new URL(endpoint).host === host
}

function malformed(raw: unknown, reason: string): Word {
  return { type: 'malformed', raw: printLabel(raw), reason }
}

/** The notice of a label: its subject's places, and the files of the record as its author's server gives it now. */
async function describe({ label, subject, id }: Extract<Word, { type: 'label' }>, reading: Reading): Promise<Entry> {
  const { place, options, now } = reading
  const record = await readRecord(subject, reading)
  if (record === 'unanswered' && label.uri.length <= 250) {
    const { uri, val, cts, exp } = label
    const ends = exp === undefined ? {} : { exp: Date.parse(exp) }
    place.unread.push({ uri, val, cts: Date.parse(cts), ...ends, tries: 0, due: now() + (againAfterMs[0] ?? 0) })
  }
  return toNotice(
    { id, subject, val: label.val, cts: Date.parse(label.cts), exp: label.exp ? Date.parse(label.exp) : undefined },
    { record, handle: await handleOf(subject, reading), adult: options.adult },
  )
}

/** Known by now, where the directory answered at all. */
async function handleOf({ did }: Subject, { directory, signal }: Reading): Promise<string | null> {
  try {
    return (await directory.resolve(did))?.handle ?? null
  } catch (error) {
    if (signal.aborted || !(error instanceof Unavailable)) throw error
    return null
  }
}

interface Labelled {
  id: string
  subject: Subject
  val: string
  cts: number
  exp?: number | undefined
}

function toNotice(
  { id, subject, val, cts, exp }: Labelled,
  { record, handle, adult }: { record: unknown; handle: string | null; adult: readonly string[] },
): Entry {
  const blobs = blobsOf(record)
  const { fingerprints, locations } = fingerprintsOf(subject.did, blobs, placesOf(subject))
  const isAdult = saysAdult([val, ...selfLabelsOf(record)], { val, adult })
  return {
    type: 'notice',
    notice: {
      id,
      at: cts,
      kind: val === '!takedown' ? 'takedown' : 'label',
      fingerprints,
      locations: [...namedPlacesOf(subject, handle), ...locations],
      ...(exp === undefined ? {} : { expiresAt: exp }),
      ...(isAdult ? { pictures: pictures(subject.did, blobs) } : {}),
    },
  }
}

const pictures = (did: string, blobs: ReturnType<typeof blobsOf>) =>
  blobs.filter(isPicture).map((blob) => ({ url: pictureOf(did, blob), adult: true }))

/** What may show a minor is never looked at. What was taken down is not either: that is what happens to such pictures. */
function saysAdult(labels: string[], { val, adult }: { val: string; adult: readonly string[] }): boolean {
  if (val.startsWith('!') || labels.some((label) => /minor|child|csam|csem|underage|teen|young/i.test(label)))
    return false
  return labels.some((label) => adult.includes(label))
}

const Answer = z.object({ value: z.unknown() })

/** The record's value; null where it is not to be had; `unanswered` where it may be another time. */
async function readRecord(
  { did, record = { collection: 'app.bsky.actor.profile', key: 'self' } }: Subject,
  { directory, net, signal }: Reading,
): Promise<unknown> {
  try {
    const pds = (await directory.resolve(did))?.pds
    if (!pds) return null
    const address = new URL('/xrpc/com.atproto.repo.getRecord', pds)
    address.search = new URLSearchParams({ repo: did, collection: record.collection, rkey: record.key }).toString()
    const { status, text } = await net.ask(address.href, {
      maxBytes: bounds.recordBytes,
      timeoutMs: bounds.recordMs,
      headers: { accept: 'application/json' },
      signal,
    })
    if (status === 429 || status >= 500) return 'unanswered'
    return status === 200 ? (Answer.safeParse(JSON.parse(text)).data?.value ?? null) : null
  } catch (error) {
    if (signal.aborted) throw error
    return error instanceof Unavailable ? 'unanswered' : null // a stranger's server that breaks rules says nothing
  }
}

/** Asks again for the records whose time has come. Null: there was none. */
async function readAgain(reading: Reading): Promise<Entry[] | null> {
  const { place, now, options } = reading
  const due = place.unread.filter((one) => one.due <= now())
  if (due.length === 0) return null
  const entries: Entry[] = []
  for (const one of due) {
    const subject = parseSubject(one.uri)
    const record = subject && !(one.exp !== undefined && one.exp <= now()) ? await readRecord(subject, reading) : null
    const pause = againAfterMs[one.tries + 1]
    if (record === 'unanswered' && pause !== undefined) {
      Object.assign(one, { tries: one.tries + 1, due: now() + pause })
      continue
    }
    place.unread = place.unread.filter((other) => other !== one)
    if (subject && record !== null && record !== 'unanswered') {
      const handle = await handleOf(subject, reading)
      entries.push(toNotice({ ...one, id: idOf(one), subject }, { record, handle, adult: options.adult }))
    }
  }
  return entries
}

const Swept = z.object({ cursor: z.string().max(1_000).optional(), labels: z.array(z.unknown()).max(1_000) })

/** After a hole: everything that the labeler still says, a page after the other, by the one question that names nothing. */
async function* sweep(reading: Reading, page: (entries: Entry[], warning?: string) => Page): AsyncGenerator<Page> {
  const { place, host } = reading
  const hole = `${host} no longer keeps what followed the place that was reached`
  for (let pages = 0; place.sweep !== undefined; pages++) {
    const read = await askLabels(place.sweep, reading)
    if (!read) {
      delete place.sweep
      yield page([], `${hole}, and does not tell all its labels: some may be missing.`)
      return
    }
    const { cursor = '', labels } = read
    const before = place.sweep
    if (labels.length === 0 || cursor === '') delete place.sweep
    else place.sweep = cursor
    if (place.sweep === before || pages > bounds.sweepPages)
      throw new Malformed(`${host} leads back to where it was read already: its labels cannot be read through`)
    yield page((await readLabels(labels, reading))[0], `${hole}: all that it still says is read again.`)
  }
}

async function askLabels(cursor: string, { url, options, place, host, net, signal }: Reading) {
  const address = new URL('/xrpc/com.atproto.label.queryLabels', url)
  address.protocol = address.protocol.replace('ws', 'http')
  const did = options.did ?? place.did
  address.search = new URLSearchParams({
    uriPatterns: '*',
    ...(did === undefined ? {} : { sources: did }),
    limit: '250',
    ...(cursor === '' ? {} : { cursor }),
  }).toString()
  const { status, text, headers } = await net.ask(address.href, { maxBytes: bounds.sweepBytes, signal })
  if (status === 429 || (status >= 500 && status !== 501)) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN)
    const retryAfterMs = seconds >= 0 ? seconds * 1_000 : undefined
    throw new Unavailable(`${host} answers ${status} where its labels should be: trying again later`, { retryAfterMs })
  }
  if (status !== 200) return null // labelers need not offer it
  try {
    return Swept.parse(JSON.parse(text))
  } catch (cause) {
    throw new Malformed(`${host} tells its labels in another form than is published: trying again later`, { cause })
  }
}
