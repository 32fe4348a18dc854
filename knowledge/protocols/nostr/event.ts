/** Nostr events (NIP-01): what reports, files, labels and deletions say, and that their authors said it. */

import { noteEncode } from 'nostr-tools/nip19'
import { getEventHash, verifyEvent } from 'nostr-tools/pure'
import { z } from 'zod'
import { fromHex, isEmptyContent } from '#core/fingerprint/index.ts'
import type { Entry, NoticeKind, PublishedNotice } from '../../channels/channel.ts'

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
/** Where an author keeps files (BUD-03): further places of a file that the same author publishes. */
const serverList = 10_063
export const kindsRead = [...Object.keys(kinds).map(Number), deletion, serverList]

const bounds = {
  tags: 2_000,
  perNotice: 64, // fingerprints, and locations, that one event may carry
}

/** One event, read. `at` is missing where it is malformed: what a relay invents moves nothing. */
export interface Read {
  id: string
  at?: number
  entries: Entry[]
  /** The event itself, where it is a list of its author's servers; its signature is not checked yet. */
  servers?: Event
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
export type Event = z.infer<typeof Event>

/**
 * Events in their order. `known` holds those that were read before, by whatever relay, with their times: they say nothing
 * new and are not checked again. Checking a signature takes about 2 ms, so others are let in between.
 */
export async function readEvents(events: readonly unknown[], known: Map<string, number>): Promise<Read[]> {
  const read: Read[] = []
  for (const event of events) {
    const id = z.object({ id: z.string() }).safeParse(event).data?.id
    const at = id === undefined ? undefined : known.get(id)
    if (id !== undefined && at !== undefined) {
      read.push({ id, at, entries: [] })
      continue
    }
    const one = readEvent(event)
    read.push(one)
    // Only what was verified: else a relay could have the true event passed over by an invented one.
    if (one.at !== undefined && one.entries.length > 0) remember(known, one.id, one.at)
    if (read.length % 8 === 0) await new Promise((resolve) => setTimeout(resolve))
  }
  return read
}

const mostKnown = 50_000

function remember(known: Map<string, number>, id: string, at: number): void {
  known.set(id, at)
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
}

/**
 * One event, straight from `JSON.parse` (nostr-tools marks an object it has verified, and a copy keeps the mark).
 * Never throws. Events that name no file and no address give no entry; only what gives one is verified.
 */
export function readEvent(raw: unknown): Read {
  const { data: event, error } = Event.safeParse(raw)
  if (!event) return malformed(raw, `Not an event: ${error.issues[0]?.path.join('.')} ${error.issues[0]?.message}`)
  if (event.kind === serverList) return { id: event.id, at: event.created_at, entries: [], servers: event }
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
  // A report or label of an event that names no file: the event is the place.
  if (digests.size + locations.length === 0) locations.push(...subjectsOf(kind, tags))
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

/** The events that a report or a label is about, as NIP-19 names them. */
function subjectsOf(kind: number, tags: string[][]): string[] {
  if (kind !== 1984 && kind !== 1985) return []
  return tags.flatMap(([name, id = '']) =>
    name === 'e' && /^[0-9a-f]{64}$/.test(id) ? [`nostr:${noteEncode(id)}`] : [],
  )
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
