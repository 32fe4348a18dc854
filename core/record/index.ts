/**
 * The record of a case: what happened to its requests, one entry a change, each bound to the one before. Whoever holds
 * the entries can check them alone, in a browser, on a command line, years later.
 *
 *     hash(0) = 32 bytes of zero
 *     hash(n) = SHA-256( hash(n-1) ‖ canonical JSON of entry n )
 *
 * The canonical form is that of RFC 8785 (JSON Canonicalization Scheme) for what entries are made of: objects, arrays,
 * strings, booleans, null and whole numbers. Each entry carries 128 bits of chance, so that its hash, which is kept where
 * everybody may see it, tells nobody what it says.
 */

/** What an entry may say. Whole numbers only: how a fraction is written is where canonical forms differ. */
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact }

export interface RecordEntry {
  /** 1, 2, 3 … within the case. */
  seq: number
  /** In ms since 1970. */
  at: number
  /** What happened: `request.sent`, `consent.granted` … (`recordKinds` of the store). */
  kind: string
  /** The request that it is about. */
  request: string | null
  facts: { readonly [name: string]: Fact }
  /** 16 bytes, base64url. */
  nonce: string
}

/** An entry as it is kept: `hash` is hex. */
export interface ChainedEntry extends RecordEntry {
  hash: string
}

/** What the first entry is bound to. */
export const noHash = '0'.repeat(64)

/** The text that is hashed: RFC 8785. Throws `RangeError` for a number that is not whole, or beyond 2^53. */
export function canonicalJson(value: Fact): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`A record holds whole numbers alone, not ${value}.`)
    return String(value === 0 ? 0 : value) // no minus zero
  }
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') {
    // A half of a surrogate pair has no bytes in UTF-8, and two texts would have one hash.
    if (!value.isWellFormed()) throw new RangeError('A record holds whole characters alone.')
    return JSON.stringify(value)
  }
  if (isList(value)) return `[${value.map(canonicalJson).join()}]`
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) // by UTF-16 code units, as §3.2.3 asks
  return `{${members.map(([name, each]) => `${canonicalJson(name)}:${canonicalJson(each)}`).join()}}`
}

function isList(value: Fact): value is readonly Fact[] {
  return Array.isArray(value)
}

/** The hash, in hex, that binds `value` to what came before it. `previous` is hex, or `noHash`. */
export async function chainHash(previous: string, value: Fact): Promise<string> {
  const before = bytesOf(previous)
  const text = new TextEncoder().encode(canonicalJson(value))
  const bound = new Uint8Array(before.length + text.length)
  bound.set(before)
  bound.set(text, before.length)
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bound)))
}

/** The hash of an entry after the one whose hash is `previous`. */
export function entryHash(previous: string, entry: RecordEntry): Promise<string> {
  const { seq, at, kind, request, facts, nonce } = entry
  return chainHash(previous, { seq, at, kind, request, facts, nonce })
}

/** A link of the installation's own chain: that something was written down, and nothing of what. */
export interface AuditLink {
  seq: number
  /** In ms since 1970. */
  at: number
  /** The hash of the entry that was written, hex. */
  digest: string
  /** SHA-256( hash of the link before ‖ canonical JSON of `{ at, digest, seq }` ), hex. */
  hash: string
}

export function auditHash(previous: string, { seq, at, digest }: Omit<AuditLink, 'hash'>): Promise<string> {
  return chainHash(previous, { seq, at, digest })
}

export type Checked = { ok: true } | { ok: false; seq: number; problem: 'order' | 'hash' }

/**
 * Whether every entry is the one that was written, none is missing before the last, and none is out of its place. `from`
 * is the hash before the first of them, where they are not the whole record. Never throws: what cannot be hashed at all
 * has not been written by us.
 */
export async function verifyChain(entries: readonly ChainedEntry[], from: string = noHash): Promise<Checked> {
  return verify(entries, from, entryHash)
}

/** The same of links of the installation's chain. */
export async function verifyAudit(links: readonly AuditLink[], from: string = noHash): Promise<Checked> {
  return verify(links, from, auditHash)
}

async function verify<Link extends { seq: number; hash: string }>(
  links: readonly Link[],
  from: string,
  hashOf: (previous: string, link: Link) => Promise<string>,
): Promise<Checked> {
  let previous = from
  let last = from === noHash ? 0 : null
  for (const link of links) {
    if (last !== null && link.seq !== last + 1) return { ok: false, seq: link.seq, problem: 'order' }
    const hash = await hashOf(previous, link).catch(() => null)
    if (hash === null || hash !== link.hash) return { ok: false, seq: link.seq, problem: 'hash' }
    previous = link.hash
    last = link.seq
  }
  return { ok: true }
}

function bytesOf(hex: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new RangeError('A hash is 64 hexadecimal digits.')
  return Uint8Array.fromHex(hex)
}

function hexOf(bytes: Uint8Array): string {
  return bytes.toHex()
}
