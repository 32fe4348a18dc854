/** Many hashes, packed, and their distances to one. */

import { fromHex } from '#core/fingerprint/index.ts'

const WORDS = 8

/** 32-bit words, eight a hash. */
export function packed(hashes: readonly string[]): Uint32Array {
  const bytes = new Uint8Array(32 * hashes.length)
  for (const [i, hash] of hashes.entries()) bytes.set(fromHex(hash), 32 * i)
  return new Uint32Array(bytes.buffer)
}

/** The nearest of `hashes` to any of `queries`; 256 when there is none. */
export function nearest(hashes: Uint32Array, queries: Uint32Array): number {
  let least = 256
  for (let q = 0; q < queries.length; q += WORDS)
    for (let h = 0; h < hashes.length; h += WORDS) {
      let bits = 0
      for (let k = 0; k < WORDS && bits < least; k++) bits += ones(hashes[h + k]! ^ queries[q + k]!)
      if (bits < least) least = bits
    }
  return least
}

function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
