import type { KeptIndex } from './hamming-index.ts'
import { type IndexOptions, SegmentIndex } from './segment-index.ts'

/**
 * An index for distances up to 31, at a cost up to 47, by comparing every row beyond. README.md has the figures.
 * Throws RangeError where `shared` or `wasm` is asked for and the machine has it not.
 */
export function createHammingIndex(options: IndexOptions = {}): KeptIndex {
  return new SegmentIndex(options)
}

/**
 * An index from the opened pieces of a snapshot, in their order; rows keep their handles. Throws SyntaxError for pieces
 * that are none, or not all of them.
 */
export function restoreHammingIndex(pieces: Iterable<Uint8Array>, options: IndexOptions = {}): KeptIndex {
  const index = new SegmentIndex(options)
  index.restore(pieces)
  return index
}
