/**
 * Records of AT Protocol: the files they name, and their addresses. A file is named by the CID of its whole bytes at any
 * size, so that its SHA-256 is read without fetching it (atproto.com/specs/data-model#blob-type).
 */
import { z } from 'zod'
import { fromHex, hex, isEmptyContent, parseCid } from '#core/fingerprint/index.ts'
import type { PublishedFingerprint } from '../../channels/channel.ts'
import { didPattern } from './identity.ts'

export interface Subject {
  did: string
  /** Absent where the whole account is meant. */
  record?: { collection: string; key: string }
}

const atUri = /^at:\/\/(did:[a-zA-Z\d.:%-]{1,300})\/([a-zA-Z\d.-]{1,317})\/([\w.~:-]{1,512})$/

/** `at://DID/COLLECTION/KEY`, or a DID for the account. Null: neither; a handle is not a lasting name. */
export function parseSubject(uri: string): Subject | null {
  if (didPattern.test(uri)) return { did: uri }
  const [, did = '', collection = '', key = ''] = uri.match(atUri) ?? []
  return didPattern.test(did) ? { did, record: { collection, key } } : null
}

/** Where people find it: the protocol's own address, and the page of the best-known app where it has one. */
export function placesOf({ did, record }: Subject): string[] {
  const profile = profileOf(did)
  if (!record) return [profile]
  const own = `at://${did}/${record.collection}/${record.key}`
  if (record.collection === 'app.bsky.feed.post') return [`${profile}/post/${record.key}`, own]
  return record.collection === 'app.bsky.actor.profile' ? [profile, own] : [own]
}

/** The same under the name that the account goes by: people paste that address, and it cannot be told from the other. */
export function namedPlacesOf({ record }: Subject, handle: string | null): string[] {
  if (handle === null) return []
  if (!record || record.collection === 'app.bsky.actor.profile') return [profileOf(handle)]
  return record.collection === 'app.bsky.feed.post' ? [`${profileOf(handle)}/post/${record.key}`] : []
}

const profileOf = (name: string) => `https://bsky.app/profile/${name}`

export interface Blob {
  /** In its usual text. */
  cid: string
  digest: Uint8Array
  mimeType: string
}

const bounds = { blobs: 64, nodes: 20_000, depth: 32 }

const Ref = z.union([
  z.object({ $type: z.literal('blob'), ref: z.object({ $link: z.string() }), mimeType: z.string().default('') }),
  z.object({ cid: z.string(), mimeType: z.string() }), // before 2023
])

/** The files that a record names, wherever in it they stand. */
export function blobsOf(record: unknown): Blob[] {
  const found = new Map<string, Blob>()
  const ahead: { value: unknown; depth: number }[] = [{ value: record, depth: 0 }]
  for (let nodes = 0; nodes < bounds.nodes && found.size < bounds.blobs; nodes++) {
    const next = ahead.pop()
    if (!next) break
    const { value, depth } = next
    if (typeof value !== 'object' || value === null || depth > bounds.depth) continue
    const blob = readBlob(value)
    if (blob) found.set(blob.cid, blob)
    else for (const inner of Object.values(value).reverse()) ahead.push({ value: inner, depth: depth + 1 })
  }
  return [...found.values()]
}

function readBlob(value: object): Blob | null {
  const { data } = Ref.safeParse(value)
  if (!data) return null
  const cid = 'ref' in data ? data.ref.$link : data.cid
  try {
    const { codec, multihash } = parseCid(cid)
    const digest = multihash.slice(2)
    if (codec !== raw || multihash[0] !== 0x12 || digest.length !== 32 || isEmptyContent(digest)) return null
    return { cid, digest, mimeType: data.mimeType.toLowerCase() }
  } catch {
    return null // a reference that is none names no file
  }
}

const raw = 0x55

/** The public form of a picture, which the network re-encodes; its address still names the file. */
export function pictureOf(did: string, { cid }: Blob): string {
  return `https://cdn.bsky.app/img/feed_fullsize/plain/${did}/${cid}`
}

/** Each file under both names that are enrolled of it, at the record's places and at its own address. */
export function fingerprintsOf(
  did: string,
  blobs: readonly Blob[],
  places: readonly string[],
): { fingerprints: PublishedFingerprint[]; locations: string[] } {
  const fingerprints = blobs.flatMap((blob): PublishedFingerprint[] => {
    const locations = [...places, ...(isPicture(blob) ? [pictureOf(did, blob)] : [])]
    return [
      { type: 'cid', value: fromHex(`1220${hex(blob.digest)}`), locations },
      { type: 'sha256', value: blob.digest, locations },
    ]
  })
  return { fingerprints, locations: [...places, ...blobs.filter(isPicture).map((blob) => pictureOf(did, blob))] }
}

export function isPicture({ mimeType }: Blob): boolean {
  return mimeType.startsWith('image/')
}

const SelfLabels = z.object({ labels: z.object({ values: z.array(z.object({ val: z.string() })) }) })

/** What the author said of the record. */
export function selfLabelsOf(record: unknown): string[] {
  const { data } = SelfLabels.safeParse(record)
  return data?.labels.values.slice(0, 20).map(({ val }) => val) ?? []
}
