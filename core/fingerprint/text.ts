/** Fingerprints as text: what people and lists write, and the one form that we print. */

import { base58, fromBase58, fromBase64, fromHex, hex } from './bases.ts'
import { checkMultihash, cidToText, parseCid, RAW } from './cid.ts'
import type { Fingerprint, FingerprintType } from './types.ts'
import { decodeVpdq } from './vpdq.ts'

/** Longest identity of a location, in bytes. */
const MAX_URL_BYTES = 4096

const DIGESTS = {
  name: { name: 'A digest of a name', bytes: 32 },
  pdq: { name: 'a PDQ hash', bytes: 32 },
  sha256: { name: 'a SHA-256 digest', bytes: 32 },
  md5: { name: 'an MD5 digest', bytes: 16 },
}

/**
 * A fingerprint from its text; blanks around it are ignored.
 *
 * | type                   | taken                                                                            |
 * |------------------------|----------------------------------------------------------------------------------|
 * | `pdq`, `sha256`, `md5` | hexadecimal in either case, `0x` before it or not; base64 of the same bytes      |
 * | `pdq-weak`             | as `pdq`                                                                         |
 * | `vpdq`                 | hexadecimal, a frame after the other: 64 digits of its hash, 2 of its quality    |
 * | `cid`                  | a CID in any version and base; its multihash is kept                             |
 * | `cid-double`           | 64 hexadecimal digits (legacy) or a multihash in base58 (modern)                 |
 * | `url`                  | a location's identity, `platform` + `|` + object id                              |
 *
 * Throws SyntaxError with what was expected; the message never repeats the text.
 */
export function parseFingerprint(type: FingerprintType, text: string): Fingerprint {
  return { type, value: bytesOf(type, text.trim()) }
}

/** The usual text: lower-case hexadecimal; multihashes in base58 (`Qm…` for SHA-256), others as a raw CID; a URL as it is. */
export function printFingerprint({ type, value }: Fingerprint): string {
  switch (type) {
    case 'pdq':
    case 'pdq-weak':
    case 'vpdq':
    case 'sha256':
    case 'md5':
    case 'name':
      return hex(value)
    case 'cid':
      return cidToText({ version: isSha256(value) ? 0 : 1, codec: RAW, multihash: value })
    case 'cid-double':
      return value.length === 32 ? hex(value) : base58(value)
    case 'url':
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(value)
  }
}

function bytesOf(type: FingerprintType, text: string): Uint8Array {
  switch (type) {
    case 'pdq':
    case 'pdq-weak':
      return digest(text, DIGESTS.pdq)
    case 'vpdq':
      return frames(text)
    case 'sha256':
    case 'md5':
      return digest(text, DIGESTS[type])
    case 'cid':
      return parseCid(text).multihash
    case 'cid-double':
      return doubleHash(text)
    case 'url':
      return identity(text)
    case 'name':
      return digest(text, DIGESTS.name)
  }
}

function digest(text: string, { name, bytes }: { name: string; bytes: number }): Uint8Array {
  const digits = text.replace(/^0x/i, '')
  if (digits.length === 2 * bytes && isHex(digits)) return fromHex(digits)
  if (BASE64_OF[bytes]?.test(text)) return expecting(name, () => fromBase64(text))
  const found = isHex(digits) ? `${digits.length} of them` : `${text.length} characters that are not`
  throw new SyntaxError(`${name} is ${2 * bytes} hexadecimal digits; here are ${found}`)
}

function frames(text: string): Uint8Array {
  const name = 'a clip is frames of 66 hexadecimal digits, 64 of a hash and 2 of a quality from 00 to 64'
  if (text === '' || text.length % 66 !== 0 || !isHex(text))
    throw new SyntaxError(`${name}; here are ${text.length} characters`)
  return expecting(name, () => {
    const value = fromHex(text)
    decodeVpdq(value)
    return value
  })
}

/** Exactly the base64 texts of so many bytes. */
const BASE64_OF: Record<number, RegExp> = { 32: /^[\w+/-]{43}=?$/, 16: /^[\w+/-]{22}(==)?$/ }

function doubleHash(text: string): Uint8Array {
  if (/^[0-9a-f]{64}$/i.test(text)) return fromHex(text)
  const name = 'a double hash is 64 hexadecimal digits or a multihash in base58'
  if (text.length > 200) throw new SyntaxError(`${name}; here are ${text.length} characters`)
  return expecting(name, () => checkMultihash(fromBase58(text)))
}

function identity(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  if (!/^[a-z0-9-]+\|./s.test(text) || !isWellFormed(text))
    throw new SyntaxError("a location's identity is the platform's name, a vertical bar and the object's id")
  if (bytes.length > MAX_URL_BYTES)
    throw new SyntaxError(`a location's identity has at most ${MAX_URL_BYTES} bytes, not ${bytes.length}`)
  return bytes
}

function expecting(name: string, decode: () => Uint8Array): Uint8Array {
  try {
    return decode()
  } catch (cause) {
    throw new SyntaxError(`${name}: this text ${cause instanceof Error ? cause.message : 'cannot be read'}`, { cause })
  }
}

const isHex = (text: string) => /^[0-9a-f]*$/i.test(text)
const isSha256 = (multihash: Uint8Array) => multihash.length === 34 && multihash[0] === 0x12 && multihash[1] === 32
/** No half of a surrogate pair stands alone: those would not survive UTF-8. */
const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text)
