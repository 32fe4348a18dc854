/**
 * The 16 tables: 65,536 buckets each, a bucket a run of entries in some chunk.
 *
 * An entry that finds its bucket full moves the bucket to a longer run; what is left behind is zeroed and counted. Once a
 * table has left a thirty-second behind, it is moved bucket by bucket into fresh chunks, a few buckets at each insert, so
 * that nothing ever pauses; chunks that have run empty are used again at once.
 */

import type { Kernel } from './kernel.ts'
import { BUCKETS, CHUNK, FILED, FILING, FILING_BINS, IDS, ROWS_A_PAGE, RUN_ENTRIES, SEGMENTS } from './layout.ts'
import type { Memory } from './memory.ts'

const RECORD_CHUNKS = (SEGMENTS * BUCKETS * 8) / CHUNK
/** Entries that may lie waste in a table besides its thirty-second. */
const WASTE = 8192
/** Work of one step of moving, in entries; a bucket costs as much as eight. */
const STEP = 300
/** Entries of one vector: runs begin on such, so that a vector read lies in one line of the cache. */
const LANES = 8
/** Entries of a bin, when many are filed at once: all bins together take 8 MiB at most. */
const LARGEST_BIN = 4096
const NONE = -1

export class Tables {
  /** Where the records lie; 0 while there are no tables. */
  records = 0
  private readonly memory: Memory
  /** Per chunk of memory: entries' room in use, and given back. */
  private inUse = new Int32Array()
  private waste = new Int32Array()
  /** Per table: room in use and given back, the chunk being filled, and how far. */
  private readonly room = new Float64Array(SEGMENTS)
  private readonly wasted = new Float64Array(SEGMENTS)
  private readonly current = new Float64Array(SEGMENTS)
  private readonly filled = new Float64Array(SEGMENTS)
  /** The table being moved, and the next bucket to move. */
  private moving = NONE
  private cursor = 0
  /** Records of buckets that have entries of row 0, dropped by `settle`. */
  private readonly holed: number[] = []

  constructor(memory: Memory) {
    this.memory = memory
  }

  start(): void {
    this.records = this.memory.chunks(RECORD_CHUNKS)
    this.inUse = new Int32Array(2 ** 32 / CHUNK)
    this.waste = new Int32Array(2 ** 32 / CHUNK)
  }

  clear(): void {
    this.records = 0
    for (const list of [this.inUse, this.waste, this.room, this.wasted, this.current, this.filled]) list.fill(0)
    this.moving = NONE
    this.cursor = 0
    this.holed.fill(0).length = 0
  }

  count(table: number, bucket: number): number {
    return this.memory.u32[this.recordOf(table, bucket) + 1]! & 0xffff
  }

  /** Entry `i` of a bucket: its row. */
  rowIn(table: number, bucket: number, i: number): number {
    return this.memory.u32[(idsOf(this.memory.u32[this.recordOf(table, bucket)]!) >>> 2) + i]! >>> 8
  }

  /** Whether each table has room in place for the row at this address. */
  fits(at: number): boolean {
    const { u16, u32 } = this.memory
    for (let table = 0; table < SEGMENTS; table++) {
      const bounds = u32[this.recordOf(table, u16[(at >>> 1) + table]!) + 1]!
      if ((bounds & 0xffff) >= bounds >>> 16) return false
    }
    return true
  }

  /** Whether a bucket of this row has grown as long as a run can be. */
  isFull(at: number): boolean {
    const { u16 } = this.memory
    for (let table = 0; table < SEGMENTS; table++)
      if (this.count(table, u16[(at >>> 1) + table]!) >= RUN_ENTRIES - 64) return true
    return false
  }

  /**
   * Files the row at this address. Sketch and id are written before the count tells of them, so that a search on another
   * thread sees whole entries. Unless `inPlace` buckets are moved as need be. Returns the entries of the fullest bucket.
   */
  insert(row: number, at: number, inPlace: boolean): number {
    let fullest = 0
    for (let table = 0; table < SEGMENTS; table++) {
      const segment = (at >>> 1) + table
      const record = this.recordOf(table, this.memory.u16[segment]!)
      const bounds = this.memory.u32[record + 1]!
      if ((bounds & 0xffff) === bounds >>> 16) this.move(table, record, (bounds & 0xffff) + 1)
      const { u8, u16, u32 } = this.memory
      const count = u32[record + 1]! & 0xffff
      const run = u32[record]!
      u16[(run >>> 1) + count] = u16[(at >>> 1) + ((table + 1) & 15)]!
      u32[(idsOf(run) >>> 2) + count] = (row << 8) | u8[at + 2 * ((table + 2) & 15)]!
      // Where nobody searches a plain store does: the other waits until all before it have reached memory.
      if (inPlace) Atomics.store(u32, record + 1, u32[record + 1]! + 1)
      else u32[record + 1]!++
      if (count >= fullest) fullest = count + 1
    }
    if (!inPlace) this.step()
    return fullest
  }

  /**
   * Takes the row at this address out. Unless `inPlace` the last entry takes its place; else an entry of row 0 is left
   * until `settle`: a search on another thread could miss an entry that moves.
   */
  delete(row: number, at: number, inPlace: boolean): void {
    const { u8, u16, u32 } = this.memory
    for (let table = 0; table < SEGMENTS; table++) {
      const record = this.recordOf(table, u16[(at >>> 1) + table]!)
      const bounds = u32[record + 1]!
      const last = (bounds & 0xffff) - 1
      const sketches = u32[record]! >>> 1
      const ids = idsOf(u32[record]!) >>> 2
      const id = ((row << 8) | u8[at + 2 * ((table + 2) & 15)]!) >>> 0
      let i = 0
      while (i <= last && u32[ids + i] !== id) i++
      if (i > last) continue
      if (inPlace) {
        u32[ids + i] = 0
        u16[sketches + i] = 0
        this.holed.push(record)
        continue
      }
      u32[ids + i] = u32[ids + last]!
      u16[sketches + i] = u16[sketches + last]!
      u32[ids + last] = 0
      u16[sketches + last] = 0
      u32[record + 1] = bounds - 1
      if (last === 0) this.empty(record)
    }
  }

  /** Drops what deletions in place have left. */
  settle(): void {
    for (const record of this.holed) {
      this.sift(record, (row) => row !== 0)
      if ((this.memory.u32[record + 1]! & 0xffff) === 0) this.empty(record)
    }
    this.holed.fill(0).length = 0
  }

  /**
   * Builds all tables at once from rows 1 to before `end` of which `isFiled` says yes; the tables are empty before. Rows
   * of a bucket beyond the longest run are left out and returned.
   */
  build(
    kernel: Kernel,
    addressOf: (row: number) => number,
    end: number,
    isFiled: (row: number) => boolean,
  ): Set<number> {
    const left = new Set<number>()
    const filed = new Uint8Array(end)
    const counts = new Uint32Array(SEGMENTS * BUCKETS)
    for (let row = 1; row < end; row++) {
      if (!isFiled(row)) continue
      const first = addressOf(row) >>> 1
      const { u16 } = this.memory
      let fullest = 0
      for (let table = 0; table < SEGMENTS; table++)
        fullest = Math.max(fullest, counts[table * BUCKETS + u16[first + table]!]!)
      if (fullest >= RUN_ENTRIES - 64) {
        left.add(row)
        continue
      }
      filed[row] = 1
      for (let table = 0; table < SEGMENTS; table++) counts[table * BUCKETS + u16[first + table]!]!++
    }
    const capacity = Math.max(16, Math.min(LARGEST_BIN, end >>> 11))
    const chunks = Math.ceil((FILING + 8 * FILING_BINS * capacity) / CHUNK)
    const area = this.memory.chunks(chunks)
    for (let table = 0; table < SEGMENTS; table++) {
      for (let bucket = 0; bucket < BUCKETS; bucket++) {
        const count = counts[table * BUCKETS + bucket]!
        if (count > 0) this.place(table, this.recordOf(table, bucket), roomFor(count))
      }
      for (let from = 0; from < end; from += ROWS_A_PAGE) {
        const rows = Math.min(ROWS_A_PAGE, end - from)
        this.memory.u8.set(filed.subarray(from, from + rows), area + FILED)
        kernel.fileRows(area, capacity, this.records, table, addressOf(from), from, rows)
      }
      kernel.fileRest(area, capacity, this.records, table)
    }
    this.memory.release(area, chunks)
    counts.fill(0)
    return left
  }

  /** Drops every entry whose row is no longer filed: for many at once. */
  purge(isFiled: (row: number) => boolean): void {
    for (let record = this.records >>> 2; record < (this.records >>> 2) + 2 * SEGMENTS * BUCKETS; record += 2)
      if (this.sift(record, isFiled) > 0 && (this.memory.u32[record + 1]! & 0xffff) === 0) this.empty(record)
  }

  /** Moves some buckets of a table that has left too much behind. */
  private step(): void {
    if (this.moving === NONE) {
      for (let table = 0; table < SEGMENTS; table++)
        if (this.wasted[table]! > this.room[table]! / 32 + WASTE) this.moving = table
      if (this.moving === NONE) return
      this.cursor = 0
      this.freshChunk(this.moving)
    }
    for (let work = 0; work < STEP; this.cursor++) {
      if (this.cursor === BUCKETS) {
        this.moving = NONE
        return
      }
      const record = this.recordOf(this.moving, this.cursor)
      const bounds = this.memory.u32[record + 1]!
      if ((bounds & 0xffff) > 0) this.move(this.moving, record, bounds & 0xffff)
      work += (bounds & 0xffff) + 8
    }
  }

  /** Moves a bucket to a run with room for `wanted` entries and some more, without the entries of row 0. */
  private move(table: number, record: number, wanted: number): void {
    const dropped = this.sift(record, (row) => row !== 0)
    const old = this.memory.u32[record]!
    const bounds = this.memory.u32[record + 1]!
    const count = bounds & 0xffff
    this.place(table, record, roomFor(wanted - dropped))
    if (old === 0) return
    const { u16, u32 } = this.memory
    const run = u32[record]!
    const [sketches, ids] = [run >>> 1, idsOf(run) >>> 2]
    const [oldSketches, oldIds] = [old >>> 1, idsOf(old) >>> 2]
    for (let i = 0; i < count; i++) {
      u16[sketches + i] = u16[oldSketches + i]!
      u32[ids + i] = u32[oldIds + i]!
      u16[oldSketches + i] = 0
      u32[oldIds + i] = 0
    }
    u32[record + 1] = (u32[record + 1]! & 0xffff0000) | count
    this.giveBack(table, old, bounds >>> 16)
  }

  /** A bucket without entries has no run: even its place would tell that a hash was here. */
  private empty(record: number): void {
    const { u32 } = this.memory
    if (u32[record] === 0) return
    const table = Math.floor((record - (this.records >>> 2)) / (2 * BUCKETS))
    this.giveBack(table, u32[record]!, u32[record + 1]! >>> 16)
    u32[record] = 0
    u32[record + 1] = 0
  }

  /** Returns how many entries it dropped. */
  private sift(record: number, stays: (row: number) => boolean): number {
    const { u16, u32 } = this.memory
    const count = u32[record + 1]! & 0xffff
    if (count === 0) return 0
    const sketches = u32[record]! >>> 1
    const ids = idsOf(u32[record]!) >>> 2
    let kept = 0
    for (let i = 0; i < count; i++) {
      const id = u32[ids + i]!
      if (!stays(id >>> 8)) continue
      u32[ids + kept] = id
      u16[sketches + kept++] = u16[sketches + i]!
    }
    for (let i = kept; i < count; i++) {
      u32[ids + i] = 0
      u16[sketches + i] = 0
    }
    u32[record + 1]! -= count - kept
    return count - kept
  }

  private place(table: number, record: number, room: number): void {
    if (room >= LANES) this.filled[table] = (this.filled[table]! + LANES - 1) & -LANES
    if (this.current[table] === 0 || this.filled[table]! + room > RUN_ENTRIES) this.freshChunk(table)
    const { u32 } = this.memory
    const chunk = this.current[table]!
    u32[record] = chunk + 2 * this.filled[table]!
    u32[record + 1] = room << 16
    this.filled[table]! += room
    this.inUse[chunk / CHUNK]! += room
    this.room[table]! += room
  }

  private freshChunk(table: number): void {
    const old = this.current[table]!
    this.current[table] = this.memory.chunk()
    this.filled[table] = 0
    if (old !== 0) this.reuse(table, old)
  }

  private giveBack(table: number, run: number, room: number): void {
    const chunk = run - (run & (CHUNK - 1))
    this.inUse[chunk / CHUNK]! -= room
    this.waste[chunk / CHUNK]! += room
    this.room[table]! -= room
    this.wasted[table]! += room
    if (chunk !== this.current[table]) this.reuse(table, chunk)
  }

  private reuse(table: number, chunk: number): void {
    if (this.inUse[chunk / CHUNK]! > 0) return
    this.wasted[table]! -= this.waste[chunk / CHUNK]!
    this.waste[chunk / CHUNK] = 0
    this.memory.release(chunk)
  }

  /** A record's place among words: its run's address; the bounds follow. */
  private recordOf(table: number, bucket: number): number {
    return (this.records >>> 2) + 2 * (table * BUCKETS + bucket)
  }
}

/** Where the ids of the run at this address are. */
function idsOf(run: number): number {
  const within = run & (CHUNK - 1)
  return run + IDS + within
}

/** A sixteenth and two more, and up to whole vectors; of few an even number, as ids lie on four bytes. */
function roomFor(count: number): number {
  const wanted = count + (count >>> 4) + 2
  return Math.min(RUN_ENTRIES, wanted > LANES ? (wanted + LANES - 1) & -LANES : (wanted + 1) & ~1)
}
