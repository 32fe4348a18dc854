/**
 * The search in plain TypeScript, for machines without WebAssembly: the same tables, the same tests in the same order as
 * `kernel/search.as.ts`, an entry at a time instead of eight.
 */

import { bitsApart, ones } from './crowds.ts'
import type { Kernel } from './kernel.ts'
import {
  ALLOWED,
  BINS,
  BLOCK_BYTES,
  BLOCKS,
  BUCKETS,
  CHUNK,
  FILED,
  FIRST,
  IDS,
  LOOSE_A_PAGE,
  LOOSE_PAGES,
  MEMBERS,
  NEXT_ALLOWED,
  OUT,
  OUT_COUNT,
  OUT_ROOM,
  PROBES,
  QUERIES,
  RADIUS,
  ROOM,
  ROW_PAGES,
  ROWS_A_PAGE,
  SEGMENTS,
  SINK,
  THIRD_ALLOWED,
} from './layout.ts'
import type { Memory } from './memory.ts'

const WORDS = 8
const BIN_COUNT = 2048
/** Probes whose buckets are touched together; entries in a line of the cache. */
const AHEAD = 32
const LINE = 32
/** The lowest and the highest bit of both halves of a word. */
const ONE_EACH = 0x0001_0001
const TOP_EACH = 0x8000_8000
/** Bits changed in the i-th of `changes`. */
const flipsOf = (i: number) => (i === 0 ? 0 : i <= 16 ? 1 : 2)

export function createPlainKernel(memory: Memory, drain: () => void): Kernel {
  /** The tables' allowances, read once a search: bits in a segment, in two, in two and the third's low byte. */
  const allowed = new Uint8Array(SEGMENTS)
  const nextAllowed = new Uint8Array(SEGMENTS)
  const thirdAllowed = new Uint8Array(SEGMENTS)
  /** Buckets to probe for one query in one table. */
  const changed = new Uint16Array(137)
  /** Bounds of the buckets that are tested next. */
  const runs = new Uint32Array(AHEAD)
  const counts = new Uint16Array(AHEAD)

  function readAllowances(w: number): void {
    for (let i = 0; i < SEGMENTS; i++) {
      allowed[i] = memory.u16[(w + ALLOWED) / 2 + i]!
      nextAllowed[i] = memory.u16[(w + NEXT_ALLOWED) / 2 + i]!
      thirdAllowed[i] = memory.u16[(w + THIRD_ALLOWED) / 2 + i]!
    }
  }

  function report(w: number, query: number, row: number, bits: number): void {
    if (memory.u32[(w + OUT_COUNT) >>> 2]! >= memory.u32[(w + OUT_ROOM) >>> 2]!) drain()
    const { u32 } = memory
    const count = u32[(w + OUT_COUNT) >>> 2]!++
    const at = (u32[(w + OUT) >>> 2]! >>> 2) + 2 * count
    u32[at] = query | (bits << 16)
    u32[at + 1] = row
  }

  function wordsOf(row: number): number {
    return (memory.u32[ROW_PAGES / 4 + (row >>> 13)]! >>> 2) + (row & (ROWS_A_PAGE - 1)) * WORDS
  }

  function queryWords(w: number, query: number): number {
    return ((w + QUERIES) >>> 2) + query * WORDS
  }

  /**
   * Tests buckets, each against its probe, from a list of `count`: bucket, table and changed bits, then the query and its
   * next segment. What a bucket holds is touched some probes earlier, so that several come from memory at once.
   */
  function run(w: number, records: number, probes: number, count: number, max: number): void {
    const { u8, u16, u32 } = memory
    const first = records >>> 2
    let sink = 0
    for (let from = 0; from < count; from += AHEAD) {
      const end = Math.min(from + AHEAD, count)
      for (let i = from; i < end; i++) {
        const record = first + 2 * (u32[probes + 2 * i]! & 0xfffff)
        runs[i - from] = u32[record]!
        counts[i - from] = u32[record + 1]! & 0xffff
      }
      for (let i = 0; i < end - from; i++) {
        const at = runs[i]! >>> 1
        for (let line = at; line < at + counts[i]!; line += LINE) sink = (sink + u16[line]!) | 0
      }
      for (let i = from; i < end; i++) {
        const entries = counts[i - from]!
        if (entries === 0) continue
        const what = u32[probes + 2 * i]!
        const next = u32[probes + 2 * i + 1]! >>> 16
        const table = (what >>> 16) & 15
        const flips = what >>> 24
        const budget = nextAllowed[table]! - flips
        const both = next | (next << 16)
        const sketches = runs[i - from]! >>> 1
        const last = (sketches + entries + 1) >>> 1
        for (let pair = nextPair(u32, sketches >>> 1, last, both, budget); pair < last; ) {
          for (let at = 2 * pair; at < 2 * pair + 2; at++) {
            const differing = ones(u16[at]! ^ next)
            if (differing > budget || at >= sketches + entries) continue
            const query = u32[probes + 2 * i + 1]! & 0xffff
            const own = w + QUERIES + query * 4 * WORDS
            const id = u32[(2 * at + IDS + ((2 * at) & (CHUNK - 1))) >>> 2]!
            if (flips + differing + ones((id & 255) ^ u8[own + 2 * ((table + 2) & 15)]!) > thirdAllowed[table]!)
              continue
            verify(w, query, table, id >>> 8, max)
          }
          pair = nextPair(u32, pair + 1, last, both, budget)
        }
      }
    }
    u32[(w + SINK) >>> 2] = sink
  }

  function verify(w: number, query: number, table: number, row: number, max: number): void {
    const bits = bitsApart(memory.u32, wordsOf(row), queryWords(w, query))
    if (bits <= max && firstTable(wordsOf(row), queryWords(w, query)) === table) report(w, query, row, bits)
  }

  /** The first table whose probes and tests accept the pair. */
  function firstTable(row: number, query: number): number {
    const { u16 } = memory
    const differing = (i: number) => u16[2 * row + (i & 15)]! ^ u16[2 * query + (i & 15)]!
    for (let i = 0; i < SEGMENTS; i++) {
      const here = ones(differing(i))
      if (here > allowed[i]!) continue
      const two = here + ones(differing(i + 1))
      if (two <= nextAllowed[i]! && two + ones(differing(i + 2) & 255) <= thirdAllowed[i]!) return i
    }
    return SEGMENTS
  }

  /** The query's segment and every change of it that the table is asked for, into `changed`; returns how many. */
  function changes(table: number, segment: number): number {
    changed[0] = segment
    if (allowed[table] === 0) return 1
    let count = 1
    for (let i = 0; i < 16; i++) changed[count++] = segment ^ (1 << i)
    if (allowed[table] === 1) return count
    for (let i = 0; i < 16; i++) for (let j = i + 1; j < 16; j++) changed[count++] = segment ^ (1 << i) ^ (1 << j)
    return count
  }

  return {
    searchEach(w, records, queries, max) {
      readAllowances(w)
      const { u16, u32 } = memory
      const probes = u32[(w + PROBES) >>> 2]! >>> 2
      for (let query = 0; query < queries; query++) {
        let to = probes
        for (let table = 0; table < SEGMENTS; table++) {
          const own = 2 * queryWords(w, query)
          const count = changes(table, u16[own + table]!)
          const asked = query | (u16[own + ((table + 1) & 15)]! << 16)
          for (let i = 0; i < count; i++) {
            u32[to++] = changed[i]! | (table << 16) | (flipsOf(i) << 24)
            u32[to++] = asked
          }
        }
        run(w, records, probes, (to - probes) / 2, max)
      }
      changed.fill(0)
    },

    searchPage(w, records, queries, max) {
      readAllowances(w)
      const bins = (w + BINS) >>> 2
      const { u16, u32 } = memory
      const probes = u32[(w + PROBES) >>> 2]! >>> 2
      for (let table = 0; table < SEGMENTS; table++) {
        u32.fill(0, bins, bins + BIN_COUNT + 1)
        for (let query = 0; query < queries; query++) {
          const count = changes(table, u16[2 * queryWords(w, query) + table]!)
          for (let i = 0; i < count; i++) u32[bins + (changed[i]! >>> 5)]!++
        }
        let sum = 0
        for (let bin = 0; bin < BIN_COUNT; bin++) {
          const here = u32[bins + bin]!
          u32[bins + bin] = sum
          sum += here
        }
        for (let query = 0; query < queries; query++) {
          const own = 2 * queryWords(w, query)
          const count = changes(table, u16[own + table]!)
          const asked = query | (u16[own + ((table + 1) & 15)]! << 16)
          for (let i = 0; i < count; i++) {
            const at = probes + 2 * u32[bins + (changed[i]! >>> 5)]!++
            u32[at] = changed[i]! | (table << 16) | (flipsOf(i) << 24)
            u32[at + 1] = asked
          }
        }
        run(w, records, probes, sum, max)
      }
      changed.fill(0)
    },

    searchBlocks(w, blocks, queries, max) {
      for (let query = 0; query < queries; query++)
        for (let block = 0; block < blocks; block++) {
          const head = (BLOCKS + block * BLOCK_BYTES) >>> 2
          const { u32 } = memory
          const members = u32[head + MEMBERS / 4]!
          if (members === 0) continue
          if (bitsApart(u32, head, queryWords(w, query)) > max + u32[head + RADIUS / 4]!) continue
          const first = u32[head + FIRST / 4]! >>> 2
          const ids = first + u32[head + ROOM / 4]! * WORDS
          for (let i = 0; i < members; i++) {
            const bits = bitsApart(u32, first + i * WORDS, queryWords(w, query))
            if (bits <= max) report(w, query, u32[ids + i]!, bits)
          }
        }
    },

    searchLoose(w, rows, queries, max) {
      for (let query = 0; query < queries; query++)
        for (let i = 0; i < rows; i++) {
          const page = memory.u32[LOOSE_PAGES / 4 + Math.floor(i / LOOSE_A_PAGE)]! >>> 2
          const row = memory.u32[page + (i % LOOSE_A_PAGE)]!
          const bits = bitsApart(memory.u32, wordsOf(row), queryWords(w, query))
          if (bits <= max) report(w, query, row, bits)
        }
    },

    searchRows(w, first, end, queries, max) {
      for (let query = 0; query < queries; query++)
        for (let row = first; row < end; row++) {
          const bits = bitsApart(memory.u32, wordsOf(row), queryWords(w, query))
          if (bits <= max) report(w, query, row, bits)
        }
    },

    fileRows(f, _capacity, records, table, at, first, rows) {
      const { u8, u16, u32 } = memory
      const next = (table + 1) & 15
      const third = 2 * ((table + 2) & 15)
      for (let i = 0; i < rows; i++, at += 4 * WORDS) {
        if (u8[f + FILED + i] === 0) continue
        const record = (records >>> 2) + 2 * (table * BUCKETS + u16[(at >>> 1) + table]!)
        const bounds = u32[record + 1]!
        const to = u32[record]! + 2 * (bounds & 0xffff)
        u32[record + 1] = bounds + 1
        u16[to >>> 1] = u16[(at >>> 1) + next]!
        u32[(to + IDS + (to & (CHUNK - 1))) >>> 2] = ((first + i) << 8) | u8[at + third]!
      }
    },

    fileRest() {},

    blockNear(own, blocks, max, most) {
      for (let block = 0; block < blocks; block++) {
        const head = (BLOCKS + block * BLOCK_BYTES) >>> 2
        const members = memory.u32[head + MEMBERS / 4]!
        if (members !== 0 && members < most && bitsApart(memory.u32, head, own >>> 2) <= max) return block
      }
      return -1
    },
  }
}

/**
 * The first pair of sketches from `at` on of which one has at most `budget` bits changed; `end` where there is none.
 * Clearing the lowest bit of either half that often leaves nothing of it. (A half that is empty borrows from the other,
 * but has told of itself by then.)
 */
function nextPair(u32: Uint32Array, at: number, end: number, both: number, budget: number): number {
  for (; at < end; at++) {
    let rest = u32[at]! ^ both
    if (budget === 2) {
      rest &= rest - ONE_EACH
      rest &= rest - ONE_EACH
    } else for (let i = 0; i < budget; i++) rest &= rest - ONE_EACH
    if (((rest - ONE_EACH) & ~rest & TOP_EACH) !== 0) return at
  }
  return end
}
