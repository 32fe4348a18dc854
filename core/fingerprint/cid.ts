/**
 * Content identifiers of IPFS and AT Protocol: reading, writing, and what denylists make of them.
 * Source: github.com/multiformats/cid, /multihash, /unsigned-varint; IPIP-383 for the double hashes.
 */

import { base32, base58, fromBase58, fromMultibase, hex } from './bases.ts'
import { sha256 } from './sha256.ts'

export interface Cid {
  version: 0 | 1
  /** How the bytes behind it are to be read: 0x55 raw, 0x70 dag-pb (UnixFS), … Matching does not look at it. */
  codec: number
  /** Hash function, length and digest: what matching compares. */
  multihash: Uint8Array
}

export const RAW = 0x55
export const DAG_PB = 0x70

const SHA2_256 = 0x12
/** Longest multihash: two prefix bytes and a digest of 1,024 bits. */
const MAX_MULTIHASH = 130
/** Longest text: the longest CID in base 16 is shorter. Base58 and base36 take quadratic time. */
const MAX_TEXT = 300

/**
 * A CID in any form found on the wire: version 0 (`Qm…`), version 1 in base 32, 58, 36, 16, 64.
 * Throws SyntaxError, without repeating the text, when it is none.
 */
export function parseCid(text: string): Cid {
  if (text.length > MAX_TEXT) throw new SyntaxError(`a CID has at most ${MAX_TEXT} characters, not ${text.length}`)
  if (text.length === 46 && text.startsWith('Qm'))
    return { version: 0, codec: DAG_PB, multihash: checkMultihash(reading(() => fromBase58(text))) }
  const bytes = reading(() => fromMultibase(text))
  const [version, afterVersion] = readVarint(bytes, 0)
  if (version !== 1) throw new SyntaxError('a CID with a multibase prefix has version 1')
  const [codec, afterCodec] = readVarint(bytes, afterVersion)
  return { version: 1, codec, multihash: checkMultihash(bytes.slice(afterCodec)) }
}

/** The usual text: base58 for version 0 (`Qm…`), base32 for version 1 (`bafy…`, `bafk…`). */
export function cidToText({ version, codec, multihash }: Cid): string {
  return version === 0 ? base58(multihash) : `b${base32(joined([1, ...varint(codec)], multihash))}`
}

/** The form that follows from the SHA-256 alone (`bafkrei…`): one raw block with this digest. */
export function rawCidOf(digest: Uint8Array): string {
  return cidToText({ version: 1, codec: RAW, multihash: multihashOf(digest) })
}

/** A SHA-256 digest as a multihash, 34 bytes. Throws RangeError for another length. */
export function multihashOf(digest: Uint8Array): Uint8Array {
  if (digest.length !== 32) throw new RangeError(`a SHA-256 digest has 32 bytes, not ${digest.length}`)
  return joined([SHA2_256, 32], digest)
}

/** The same bytes, if they are one whole multihash of at most 130 bytes; else throws SyntaxError. */
export function checkMultihash(bytes: Uint8Array): Uint8Array {
  const [, afterCode] = readVarint(bytes, 0)
  const [length, start] = readVarint(bytes, afterCode)
  if (bytes.length !== start + length)
    throw new SyntaxError(`this CID announces a digest of ${length} bytes and has ${bytes.length - start}`)
  if (bytes.length > MAX_MULTIHASH) throw new SyntaxError(`this CID's digest of ${length} bytes is too long`)
  return bytes
}

/**
 * The anchors under which a denylist of double hashes (IPIP-383) would hold this content; compare them by set look-up.
 * - modern: the multihash of SHA-256(base58(multihash)), 34 bytes;
 * - legacy: SHA-256(CIDv1 in base32 + '/'), 32 bytes, tied to the codec: one for raw, one for dag-pb.
 */
export function doubleHashes(multihash: Uint8Array): Uint8Array[] {
  const legacy = (codec: number) => sha256(ascii(`${cidToText({ version: 1, codec, multihash })}/`))
  return [multihashOf(sha256(ascii(base58(multihash)))), legacy(RAW), legacy(DAG_PB)]
}

/**
 * Whether a multihash, SHA-256 or MD5 says only "nothing in it": an empty file or folder. Rules and entries about it
 * would match every empty file and are to be ignored.
 */
export function isEmptyContent(value: Uint8Array): boolean {
  return EMPTY.has(hex(value))
}

const EMPTY = new Set([
  // bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku, and the bare SHA-256
  '1220e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  // QmbFMke1KXqnYyBBWxB74N4c5SBnJMVAiMNRcGu6x1AwQH: an empty UnixFS file
  '1220bfccda787baba32b59c78450ac3d20b633360b43992c77289f9ed46d843561e6',
  // QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn: an empty UnixFS folder
  '122059948439065f29619ef41280cbb932be52c56d99c5966b65e0111239f098bbef',
  // bafkqaaa and bafyaabakaieac: nothing, and an empty folder, inlined
  '0000',
  '00040a020801',
  // MD5
  'd41d8cd98f00b204e9800998ecf8427e',
])

/** Unsigned varint, the shortest form, as numbers up to 2⁵³. */
export function varint(value: number): number[] {
  const bytes: number[] = []
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80)
  return [...bytes, value]
}

function readVarint(bytes: Uint8Array, at: number): [value: number, next: number] {
  let value = 0
  for (let i = 0; i < 7; i++) {
    const byte = bytes[at + i]
    if (byte === undefined) throw new SyntaxError('this CID is cut short')
    value += (byte & 0x7f) * 2 ** (7 * i)
    if (byte & 0x80) continue
    if (i > 0 && byte === 0) break
    return [value, at + i + 1]
  }
  throw new SyntaxError('this CID has a number that is not in its shortest form')
}

function reading(decode: () => Uint8Array): Uint8Array {
  try {
    return decode()
  } catch (cause) {
    throw new SyntaxError(`this is not a CID: it ${cause instanceof Error ? cause.message : 'cannot be read'}`, {
      cause,
    })
  }
}

export function joined(...parts: (Uint8Array | number[])[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
