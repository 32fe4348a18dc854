/**
 * A pack of evidence: what was found where and when, what was asked of whom, and what came of it; without any image. It
 * is one JSON file and one PDF that says the same on paper. Whoever holds both can check them alone, in a browser or on a
 * command line, years later and without asking us: nothing here needs a network.
 *
 *     body      = canonical JSON (RFC 8785) of { content, pdf }             what is said
 *     timestamp = RFC 3161, over the body                                   that it was said by then
 *     signature = Ed25519 over canonical JSON of { content, pdf, timestamp }  by which installation
 *     content.record, content.audit                                         chains of their own (core/record)
 *
 * The file is written in one way alone, so that no byte of it can be changed unseen.
 */
import {
  type AuditLink,
  auditHash,
  type ChainedEntry,
  canonicalJson,
  type Fact,
  noHash,
  verifyChain,
} from '../record/index.ts'
import { readToken } from './timestamp.ts'

export const packFormat = 'vigie-evidence-1'

/** What any pack says about itself; the rest is `knowledge/evidence.ts`'s, and is not looked at here. */
export interface PackContent {
  format: typeof packFormat
  /** The pack's own number; says nothing of the case. */
  id: string
  /** In ms since 1970. */
  madeAt: number
  /** The record of the case, whole, from its first entry on. */
  record: readonly PackedEntry[]
  /** For entries of the record: their link in the installation's own chain, and the hash before it. */
  audit: readonly (AuditLink & { previous: string })[]
}

/**
 * An entry as it is, or one whose text is kept back, because it holds a name or words of hers: the entry after it and its
 * link are bound to its hash, so that it can be shown later and cannot be another.
 */
export type PackedEntry = ChainedEntry | (Pick<ChainedEntry, 'seq' | 'at' | 'kind' | 'hash'> & { withheld: true })

/** Bytes are base64url without padding. */
export interface Pack<Content extends PackContent = PackContent> {
  content: Content
  pdf: { sha256: string; bytes: number }
  timestamp: Timestamp | null
  signature: { algorithm: 'Ed25519'; publicKey: string; value: string }
}

export interface Timestamp {
  /** Where it was asked for. */
  authority: string
  /** TimeStampToken (RFC 3161 §2.4.2), DER. */
  token: string
}

/** What can be wrong. Words: `check.problems` of the catalogues. */
export const packProblems = ['form', 'signature', 'key', 'record', 'audit', 'pdf', 'timestamp'] as const
export type PackProblem = (typeof packProblems)[number]

export interface Verdict {
  ok: boolean
  /** Empty when all fits. */
  problems: readonly PackProblem[]
  id: string | null
  /** In ms since 1970, by the installation's own clock. */
  madeAt: number | null
  /** Of the key that has signed: who knows it from elsewhere can compare. Null where nothing is signed. */
  key: string | null
  /** How many entries the record has. */
  entries: number
  /** Whether the PDF was there to be compared. */
  pdf: 'fits' | 'differs' | 'not given'
  /** What the authority says: by this instant, in ms since 1970, the pack was as it is. */
  timestamp: { at: number; authority: string } | null
}

export type Signer = { publicKey: Uint8Array; sign(message: Uint8Array): Uint8Array | Promise<Uint8Array> }

/** What a timestamp is asked for. */
export function bodyOf({ content, pdf }: Pick<Pack, 'content' | 'pdf'>): Uint8Array<ArrayBuffer> {
  return utf8(canonicalJson({ content: content as unknown as Fact, pdf }))
}

/** The whole pack, signed. Throws `RangeError` for what has no canonical form: fractions, halves of characters. */
export async function sealPack<Content extends PackContent>(
  of: Omit<Pack<Content>, 'signature'>,
  signer: Signer,
): Promise<Pack<Content>> {
  const value = await signer.sign(signedOf(of))
  return { ...of, signature: { algorithm: 'Ed25519', publicKey: toText(signer.publicKey), value: toText(value) } }
}

/** The one way in which a pack is written. */
export function printPack(pack: Pack): string {
  return `${JSON.stringify(pack, null, 2)}\n`
}

/** 32 digits in groups of four: long enough that nobody makes another key with the same. */
export async function keyName(publicKey: Uint8Array): Promise<string> {
  const digest = await sha256(publicKey)
  return (digest.slice(0, 32).match(/.{4}/g) ?? []).join(' ')
}

/**
 * Checks a pack. Null: this file is no pack. Never throws: what cannot be read was not written by us.
 *
 * @param given `json` is the bytes of the JSON file, `pdf` those of the PDF, null when it is not at hand; `key` is the
 * name of the key that it must be signed with, where that is known from elsewhere
 */
export async function verifyPack(given: {
  json: Uint8Array
  pdf: Uint8Array | null
  key?: string | undefined
}): Promise<Verdict | null> {
  const text = textOf(given.json)
  const pack = text === null ? null : parse(text)
  if (!pack) return text !== null && !looksLikeOne(text) ? null : unreadable(given.pdf)
  const problems = new Set<PackProblem>()
  if (text !== printPack(pack)) problems.add('form')
  const key = await nameOf(pack)
  if (!(await isSigned(pack))) problems.add('signature')
  if (given.key !== undefined && key !== null && spaceless(given.key) !== spaceless(key)) problems.add('key')
  const record = Array.isArray(pack.content.record) ? pack.content.record : []
  if (record !== pack.content.record || !(await isChained(record))) problems.add('record')
  if (!(await areLinked(pack, record))) problems.add('audit')
  const timestamp = await stampOf(pack)
  if (pack.timestamp !== null && !timestamp) problems.add('timestamp')
  const pdf = given.pdf === null ? 'not given' : (await fits(pack, given.pdf)) ? 'fits' : 'differs'
  if (pdf === 'differs') problems.add('pdf')
  const { id, madeAt } = pack.content
  return {
    ok: problems.size === 0,
    problems: packProblems.filter((each) => problems.has(each)),
    id: typeof id === 'string' ? id : null,
    madeAt: typeof madeAt === 'number' ? madeAt : null,
    key,
    entries: record.length,
    pdf,
    timestamp,
  }
}

/** As JSON it is damaged; it was one. */
function unreadable(pdf: Uint8Array | null): Verdict {
  const nothing = { id: null, madeAt: null, key: null, entries: 0, timestamp: null }
  return { ok: false, problems: ['form'], ...nothing, pdf: pdf === null ? 'not given' : 'differs' }
}

/** Null: not UTF-8, to the last byte. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return looksLikeOne(new TextDecoder('latin1').decode(bytes)) ? null : ''
  }
}

/** Whatever was done to it: two of its marks are left. */
function looksLikeOne(text: string): boolean {
  const marks = [/"content"\s*:/, /"signature"\s*:/, /"publicKey"/, /vigie-evidence/, /"sha256"\s*:\s*"[0-9a-f]{64}"/]
  return marks.filter((mark) => mark.test(text)).length > 1
}

/** A pack by its outline, whatever it says. */
function parse(text: string): Pack | null {
  try {
    const value: unknown = JSON.parse(text)
    if (!isObject(value) || !isObject(value.content) || !isObject(value.pdf) || !isObject(value.signature)) return null
    if (value.timestamp !== null && !isObject(value.timestamp)) return null
    return value as unknown as Pack
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function signedOf({ content, pdf, timestamp }: Omit<Pack, 'signature'>): Uint8Array<ArrayBuffer> {
  const of = { content: content as unknown as Fact, pdf, timestamp: timestamp as unknown as Fact }
  return utf8(canonicalJson(of))
}

async function isSigned(pack: Pack): Promise<boolean> {
  try {
    const { algorithm, publicKey, value, ...more } = pack.signature
    const extra = Object.keys(pack).length !== 4 || Object.keys(more).length > 0
    if (extra || algorithm !== 'Ed25519' || pack.content.format !== packFormat) return false
    const key = await crypto.subtle.importKey('raw', exactly(publicKey), 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', key, exactly(value), signedOf(pack))
  } catch {
    return false
  }
}

async function nameOf({ signature }: Pack): Promise<string | null> {
  try {
    return await keyName(exactly(signature.publicKey))
  } catch {
    return null
  }
}

/** Each stretch between entries that are kept back is a chain from the hash before it. */
async function isChained(record: readonly PackedEntry[]): Promise<boolean> {
  try {
    let [from, stretch] = [noHash, [] as ChainedEntry[]]
    for (const [at, entry] of record.entries()) {
      if (entry.seq !== at + 1 || !/^[0-9a-f]{64}$/.test(entry.hash)) return false
      if (!('withheld' in entry)) {
        stretch.push(entry)
        continue
      }
      if (!(await verifyChain(stretch, from)).ok) return false
      ;[from, stretch] = [entry.hash, []]
    }
    return (await verifyChain(stretch, from)).ok
  } catch {
    return false
  }
}

/** Whether each link is of an entry of the record, and bound to what it says came before. */
async function areLinked({ content }: Pack, record: readonly PackedEntry[]): Promise<boolean> {
  try {
    const own = new Set(record.map(({ hash }) => hash))
    for (const { previous, ...link } of content.audit)
      if (!own.has(link.digest) || (await auditHash(previous, link)) !== link.hash) return false
    return true
  } catch {
    return false
  }
}

async function stampOf(pack: Pack): Promise<Verdict['timestamp']> {
  try {
    if (!pack.timestamp) return null
    const read = await readToken(exactly(pack.timestamp.token), bodyOf(pack))
    return read && { at: read.at, authority: read.authority }
  } catch {
    return null
  }
}

async function fits({ pdf }: Pack, bytes: Uint8Array): Promise<boolean> {
  return pdf.bytes === bytes.length && pdf.sha256 === (await sha256(bytes))
}

/** SHA-256 in hex. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const spaceless = (text: string) => text.replace(/[\s:-]/g, '').toLowerCase()

/** base64url without padding. */
export function toText(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** The bytes of a text that `toText` has written; throws for any other that would give the same. */
function exactly(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  if (toText(bytes) !== text) throw new RangeError('Not written as this file writes bytes.')
  return bytes
}
