/**
 * The oracle: every query against every row. Slow and plainly right; the other engines are tested and timed against it.
 * It shares no code with them beyond the interface.
 */

import { checkHash, checkSearch, type HammingIndex } from './hamming-index.ts'

const WORDS = 8

/** An index that looks at every row. 32 bytes and a little a row. */
export function createLinearIndex(): HammingIndex {
  let hashes = new Uint32Array(64 * WORDS)
  let rows: number[] = []
  const placeOf = new Map<number, number>()
  let nextRow = 0

  return {
    get size() {
      return rows.length
    },

    insert(hash) {
      checkHash(hash)
      if ((rows.length + 1) * WORDS > hashes.length) {
        const larger = new Uint32Array(2 * hashes.length)
        larger.set(hashes)
        hashes.fill(0)
        hashes = larger
      }
      copyWords(hash, hashes, rows.length * WORDS)
      placeOf.set(nextRow, rows.length)
      rows.push(nextRow)
      return nextRow++
    },

    delete(row) {
      const place = placeOf.get(row)
      if (place === undefined) return
      const last = rows.length - 1
      hashes.copyWithin(place * WORDS, last * WORDS, (last + 1) * WORDS)
      hashes.fill(0, last * WORDS, (last + 1) * WORDS)
      rows[place] = rows[last]!
      placeOf.set(rows[place]!, place)
      placeOf.delete(row)
      rows.pop()
    },

    search(queries, maxDistance, found) {
      checkSearch(queries, maxDistance)
      const words = new Uint32Array(WORDS)
      for (const [query, hash] of queries.entries()) {
        copyWords(hash, words, 0)
        for (let place = 0; place < rows.length; place++) {
          let distance = 0
          for (let i = 0; i < WORDS && distance <= maxDistance; i++)
            distance += ones(words[i]! ^ hashes[place * WORDS + i]!)
          if (distance <= maxDistance) found(query, rows[place]!, distance)
        }
      }
    },

    clear() {
      hashes.fill(0)
      rows = []
      placeOf.clear()
    },
  }
}

function copyWords(hash: Uint8Array, to: Uint32Array, at: number): void {
  for (let i = 0; i < WORDS; i++)
    to[at + i] = (hash[4 * i]! << 24) | (hash[4 * i + 1]! << 16) | (hash[4 * i + 2]! << 8) | hash[4 * i + 3]!
}

/** Bits set in 32, summed in pairs, fours, bytes. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
