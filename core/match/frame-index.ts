/**
 * Clips by the PDQ hashes of their frames (vPDQ): which enrolled sets of frames a set of published ones meets, and how
 * many frames of either are in the other. The percentages and what they mean are the caller's; so is leaving out frames
 * of low quality. Repeated frames count once (facebook/ThreatExchange, python-threatexchange's vpdq extension).
 */

import { createHammingIndex } from './create.ts'
import { checkHash, checkSearch, type HammingIndex } from './hamming-index.ts'

/** How much of two clips is one: different frames on each side, and how many of them the other has. */
export interface FrameMatch {
  queryFrames: number
  queryMatched: number
  targetFrames: number
  targetMatched: number
}

export interface FrameIndex {
  /** Sets in it. */
  readonly size: number
  /** Returns a handle that is never given twice. Throws RangeError unless every frame has 32 bytes and there is one. */
  insert(frames: readonly Uint8Array[]): number
  /** The frames leave memory before this returns. Deleting twice is harmless. */
  delete(handle: number): void
  /** Calls `found` once for every query set and enrolled set with a pair of frames at most `maxDistance` bits apart. */
  search(
    queries: readonly (readonly Uint8Array[])[],
    maxDistance: number,
    found: (query: number, handle: number, match: FrameMatch) => void,
  ): void
  clear(): void
}

/** Frames are kept in `frames`, an index of their own. */
export function createFrameIndex(frames: HammingIndex = createHammingIndex()): FrameIndex {
  const rowsOf = new Map<number, number[]>()
  const setOf = new Map<number, number>()
  let next = 0

  return {
    get size() {
      return rowsOf.size
    },

    insert(given) {
      if (given.length === 0) throw new RangeError('a set of frames has at least one')
      for (const frame of given) checkHash(frame)
      const rows = different(given).map((frame) => frames.insert(frame))
      for (const row of rows) setOf.set(row, next)
      rowsOf.set(next, rows)
      return next++
    },

    delete(handle) {
      for (const row of rowsOf.get(handle) ?? []) {
        frames.delete(row)
        setOf.delete(row)
      }
      rowsOf.delete(handle)
    },

    search(queries, maxDistance, found) {
      const page: Uint8Array[] = []
      const clipOf: number[] = []
      const counts = queries.map((query, clip) => {
        checkSearch(query, maxDistance)
        const asked = different(query)
        page.push(...asked)
        for (let i = 0; i < asked.length; i++) clipOf.push(clip)
        return asked.length
      })
      const met = queries.map(() => new Map<number, { asked: Set<number>; rows: Set<number> }>())
      frames.search(page, maxDistance, (query, row) => {
        const handle = setOf.get(row)
        if (handle === undefined) return
        const clip = met[clipOf[query]!]!
        const pair = clip.get(handle) ?? { asked: new Set(), rows: new Set() }
        clip.set(handle, pair)
        pair.asked.add(query)
        pair.rows.add(row)
      })
      for (const [query, clip] of met.entries())
        for (const [handle, { asked, rows }] of clip)
          found(query, handle, {
            queryFrames: counts[query]!,
            queryMatched: asked.size,
            targetFrames: rowsOf.get(handle)!.length,
            targetMatched: rows.size,
          })
    },

    clear() {
      frames.clear()
      rowsOf.clear()
      setOf.clear()
    },
  }
}

/** Each hash once. By sorting, not by texts in a set: a text cannot be wiped. */
function different(frames: readonly Uint8Array[]): Uint8Array[] {
  const sorted = [...frames].sort(compare)
  return sorted.filter((frame, i) => i === 0 || compare(sorted[i - 1]!, frame) !== 0)
}

function compare(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return 0
}
