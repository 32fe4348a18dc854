/** The memory that one search works in: its queries, its probes, what it found; wiped when it ends. */

import {
  ALLOWED,
  CHUNK,
  HASH_BYTES,
  NEXT_ALLOWED,
  OUT,
  OUT_COUNT,
  OUT_ROOM,
  PROBES,
  QUERIES,
  SEGMENTS,
  THIRD_ALLOWED,
} from './layout.ts'
import type { Memory } from './memory.ts'

/** Probes of a table for one query: its own bucket, with one bit changed, with two. */
const PROBES_OF = [1, 17, 137] as const
/** Farthest distance that the tables answer: every table asked with two bits changed. */
export const TABLES_REACH = 3 * SEGMENTS - 1
/** Sizes of a work area, in queries. */
export const PAGE_SIZES = [512, 2048, 16_384] as const

export class WorkArea {
  readonly at: number
  readonly queries: number
  private readonly memory: Memory
  private readonly chunks: number
  private readonly probes: number
  private readonly found: number

  constructor(memory: Memory, queries: number) {
    this.memory = memory
    this.queries = queries
    const probes = QUERIES + queries * HASH_BYTES
    const found = probes + queries * PROBES_OF[1] * 8
    this.chunks = Math.ceil((found + queries * 32) / CHUNK)
    this.at = memory.chunks(this.chunks)
    this.probes = this.at + probes
    this.found = this.at + found
    const { u32 } = memory
    u32[(this.at + PROBES) / 4] = this.probes
    u32[(this.at + OUT) / 4] = this.found
    u32[(this.at + OUT_ROOM) / 4] = Math.floor((this.at + this.chunks * CHUNK - this.found) / 8)
  }

  /** How many queries may be searched together at this distance: their probes have to fit. */
  batch(maxDistance: number): number {
    const widest = Math.max(...allowances(maxDistance))
    const each = PROBES_OF[widest as 0 | 1 | 2]
    return Math.min(this.queries, Math.floor((this.queries * PROBES_OF[1]) / each))
  }

  put(place: number, hash: Uint8Array): void {
    this.memory.u8.set(hash, this.at + QUERIES + place * HASH_BYTES)
  }

  /** Writes what each table allows: bits in its segment, in that and the next, in those and half of the third. */
  allow(maxDistance: number): void {
    const { u16 } = this.memory
    const each = allowances(maxDistance)
    for (let i = 0; i < SEGMENTS; i++) {
      const next = each[i]! + each[(i + 1) & 15]! + 1
      u16[(this.at + ALLOWED) / 2 + i] = each[i]!
      u16[(this.at + NEXT_ALLOWED) / 2 + i] = next
      u16[(this.at + THIRD_ALLOWED) / 2 + i] = next + each[(i + 2) & 15]! + 1
    }
  }

  /** Hands over what has been found so far, and forgets it. */
  drain(each: (query: number, row: number, distance: number) => void): void {
    const { u32 } = this.memory
    const count = u32[(this.at + OUT_COUNT) >>> 2]!
    u32[(this.at + OUT_COUNT) >>> 2] = 0
    for (let i = this.found >>> 2; i < (this.found >>> 2) + 2 * count; i += 2) {
      const first = u32[i]!
      each(first & 0x3fff, u32[i + 1]!, first >>> 16)
    }
  }

  /** Zeroes queries, probes and scratch. */
  wipe(queries: number): void {
    const { u8 } = this.memory
    u8.fill(0, this.at + 128, this.at + QUERIES + queries * HASH_BYTES)
    // All tables' probes of one query at a time, or one table's of all.
    const probes = PROBES_OF[2] * Math.max(SEGMENTS, queries)
    u8.fill(0, this.probes, Math.min(this.found, this.probes + 8 * probes))
    this.memory.u32[(this.at + OUT_COUNT) >>> 2] = 0
  }

  release(): void {
    this.memory.release(this.at, this.chunks)
  }
}

/**
 * How many changed bits each table is asked for. Exact where Σ(allowance + 1) is more than the distance (pigeonhole): one
 * each reaches 31; for less some are asked for their own bucket alone, for more some for two bits.
 */
function allowances(maxDistance: number): number[] {
  const base = maxDistance <= 15 ? -1 : maxDistance <= 31 ? 0 : 1
  const more = maxDistance + 1 - SEGMENTS * (base + 1)
  return Array.from({ length: SEGMENTS }, (_, i) => Math.max(0, base + (i < more ? 1 : 0)))
}
