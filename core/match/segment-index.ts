/**
 * The index: rows, tables, crowds and loose rows under one interface, and the kernel that searches them.
 *
 * Only the owner changes it. While other threads search (a *flight*), changes are made in place alone: what does not fit
 * there waits among the loose rows, what is deleted leaves an empty place, and everything that moves something is done
 * when no search is under way. So a search always sees each row in one place, and nobody waits for a lock.
 */

import { bitsApart, Crowds, JOIN, MOST as MOST_MEMBERS } from './crowds.ts'
import { checkHash, checkSearch, type Found, type KeptIndex } from './hamming-index.ts'
import { hasKernel, type Kernel, openKernel, plainGrowth } from './kernel.ts'
import { BUCKETS, HASH_BYTES, LOOSE_A_PAGE, LOOSE_PAGES, SEGMENTS } from './layout.ts'
import { Memory } from './memory.ts'
import { createPlainKernel } from './plain-kernel.ts'
import { CROWDED, FREE, LOOSE, Rows, TABLED } from './rows.ts'
import { checksumOf, readSnapshot, takeSnapshot } from './snapshot.ts'
import { Tables } from './tables.ts'
import { PAGE_SIZES, TABLES_REACH, WorkArea } from './work-area.ts'

export interface IndexOptions {
  /** `wasm` where the machine has it, which is what is chosen unless told. */
  engine?: 'wasm' | 'plain'
  /** Keeps memory that threads can share (`openLanes`). Needs WebAssembly and SharedArrayBuffer. */
  shared?: boolean
  /** Rows from which on tables are kept; fewer are compared one by one. Default: 8,192. */
  tablesFrom?: number
}

const TABLES_FROM = 8192
/** Pages of fewer queries are not sorted. */
const SORT_FROM = 32
/** A block of fewer members is given up. */
const FEWEST_MEMBERS = 16
/** A crowd of fewer is left in the tables. */
const SMALLEST_CROWD = 64
/** Rows of a full bucket that are looked at from each of some, to see whether they are a crowd. */
const SAMPLE = 256
const PIVOTS = 8
/** Members of a crowd, when it is found, are at most so far from its centre. */
const REACH = 31
/** Fewer rows are filed one by one when tables begin. */
const BUILD_FROM = 2048

export class SegmentIndex implements KeptIndex {
  readonly memory: Memory
  /** The memory to give to other threads; undefined unless it is shared. */
  readonly sharedMemory: WebAssembly.Memory | undefined
  readonly rows: Rows
  private readonly tables: Tables
  private readonly crowds: Crowds
  private readonly kernel: Kernel
  private readonly tablesFrom: number
  private work: WorkArea | undefined
  private collect: (query: number, row: number, distance: number) => void = () => {}
  private looseCount = 0
  private loosePages = 0
  private tabled = 0
  private isSearching = false
  /** Tables are not begun meanwhile. */
  private isFilling = false
  private flights = 0
  /** Whether something waits for the end of all flights. */
  private isUnsettled = false

  constructor({ engine, shared = false, tablesFrom = TABLES_FROM }: IndexOptions) {
    const drain = () => this.work!.drain(this.collect)
    if (engine === 'plain' || (engine === undefined && !shared && !hasKernel(false))) {
      this.memory = new Memory(plainGrowth())
      this.kernel = createPlainKernel(this.memory, drain)
    } else {
      const { kernel, memory, grow } = openKernel(shared, drain)
      this.memory = new Memory(grow)
      this.kernel = kernel
      if (shared) this.sharedMemory = memory
    }
    this.rows = new Rows(this.memory)
    this.tables = new Tables(this.memory)
    this.crowds = new Crowds(this.memory)
    this.tablesFrom = tablesFrom
  }

  get size(): number {
    return this.rows.size
  }

  get bytes(): number {
    return this.memory.u8.length + this.rows.bytes
  }

  insert(hash: Uint8Array): number {
    checkHash(hash)
    this.checkIdle()
    const row = this.rows.take(LOOSE)
    const at = this.rows.addressOf(row)
    this.memory.u8.set(hash, at)
    if (this.tables.records !== 0) this.file(row, at)
    else if (this.flights > 0) this.isUnsettled = true
    else if (!this.isFilling) this.startTables()
    return this.rows.handleOf(row)
  }

  async fill(insertAll: () => void | Promise<void>): Promise<void> {
    this.checkIdle()
    this.isFilling = true
    try {
      await insertAll()
    } finally {
      this.isFilling = false
      if (this.tables.records === 0 && this.flights === 0) this.startTables()
    }
  }

  delete(handle: number): void {
    this.checkIdle()
    const row = this.rows.rowOf(handle)
    if (row === undefined) return
    const at = this.rows.addressOf(row)
    const inPlace = this.flights > 0
    const state = this.rows.stateOf(row)
    if (state === TABLED) {
      this.tables.delete(row, at, inPlace)
      this.tabled--
    } else if (state === CROWDED) this.leaveCrowd(row, at)
    else if (this.tables.records !== 0) this.deleteLoose(row)
    this.rows.free(row, inPlace)
    if (inPlace) this.isUnsettled = true
  }

  search(queries: readonly Uint8Array[], maxDistance: number, found: Found): void {
    checkSearch(queries, maxDistance)
    this.checkIdle()
    if (queries.length === 0) return
    this.isSearching = true
    let first = 0
    this.collect = (query, row, distance) => {
      const handle = this.rows.handleIfHeld(row)
      if (handle !== undefined) found(first + query, handle, distance)
    }
    const work = this.workFor(queries.length)
    const batch = work.batch(maxDistance)
    try {
      for (; first < queries.length; first += batch) {
        const count = Math.min(batch, queries.length - first)
        for (let i = 0; i < count; i++) work.put(i, queries[first + i]!)
        this.searchWork(work, count, maxDistance)
        work.drain(this.collect)
      }
    } finally {
      work.wipe(Math.min(batch, queries.length))
      this.isSearching = false
    }
  }

  *entries(): Generator<[row: number, hash: Uint8Array]> {
    for (let row = 1; row < this.rows.end; row++) {
      if (this.rows.stateOf(row) === FREE) continue
      const at = this.rows.addressOf(row)
      yield [this.rows.handleOf(row), this.memory.u8.slice(at, at + HASH_BYTES)]
    }
  }

  copyHash(handle: number, to: Uint8Array): boolean {
    const row = this.rows.rowOf(handle)
    if (row === undefined) return false
    const at = this.rows.addressOf(row)
    to.set(this.memory.u8.subarray(at, at + HASH_BYTES))
    return true
  }

  checksum(key: Uint8Array): string {
    return checksumOf(this.memory, this.rows, key)
  }

  snapshot<Sealed>(seal: (piece: Uint8Array) => Sealed): Generator<Sealed> {
    return takeSnapshot(this.memory, this.rows, seal)
  }

  restore(pieces: Iterable<Uint8Array>): void {
    try {
      readSnapshot(this.memory, this.rows, pieces)
      this.startTables()
    } catch (cause) {
      this.clear()
      throw cause
    }
  }

  clear(): void {
    this.checkIdle()
    if (this.flights > 0) throw new RangeError('the index is being searched by other threads: wait for them')
    this.memory.clear()
    this.rows.clear()
    this.tables.clear()
    this.crowds.clear()
    this.work = undefined
    this.looseCount = 0
    this.loosePages = 0
    this.tabled = 0
  }

  /** What a search needs to know of the index, on whatever thread. */
  plan(): SearchPlan {
    return {
      records: this.tables.records,
      rows: this.rows.end,
      loose: this.looseCount,
      blocks: this.crowds.end,
    }
  }

  /** Another thread begins to search. Throws RangeError within `found`. */
  takeOff(): void {
    this.checkIdle()
    this.flights++
  }

  /** It has ended. What waited for the last flight is done now. */
  land(): void {
    this.flights--
    if (this.flights > 0 || !this.isUnsettled) return
    this.isUnsettled = false
    this.rows.settle()
    if (this.tables.records !== 0) this.tables.settle()
    for (const block of this.crowds.settle(FEWEST_MEMBERS)) this.dissolve(block)
    if (this.tables.records === 0) {
      this.startTables()
      return
    }
    const waiting = this.takeLoose()
    for (const row of waiting) this.file(row, this.rows.addressOf(row))
  }

  private searchWork(work: WorkArea, count: number, maxDistance: number): void {
    work.allow(maxDistance)
    searchAll(this.kernel, work.at, this.plan(), count, maxDistance)
  }

  private workFor(queries: number): WorkArea {
    const wanted = PAGE_SIZES.find((size) => size >= queries) ?? PAGE_SIZES[2]
    if (this.work && this.work.queries >= wanted) return this.work
    this.work?.release()
    this.work = new WorkArea(this.memory, wanted)
    return this.work
  }

  /** Into a crowd, the tables, or, where neither has room in place during a flight, among the loose rows. */
  private file(row: number, at: number): void {
    const inPlace = this.flights > 0
    const block = this.crowds.end > 0 ? this.kernel.blockNear(at, this.crowds.end, JOIN, MOST_MEMBERS) : -1
    if (block >= 0 && (!inPlace || this.crowds.fits(block))) {
      this.crowds.add(block, row, at)
      this.rows.setState(row, CROWDED)
      return
    }
    if (inPlace ? !this.tables.fits(at) : this.tables.isFull(at)) {
      this.addLoose(row)
      if (inPlace) this.isUnsettled = true
      return
    }
    this.rows.setState(row, TABLED)
    const fullest = this.tables.insert(row, at, inPlace)
    this.tabled++
    if (inPlace || fullest <= this.crowdedFrom()) return
    for (let table = 0; table < SEGMENTS; table++) {
      const bucket = this.memory.u16[(at >>> 1) + table]!
      const count = this.tables.count(table, bucket)
      if (count > this.crowdedFrom() && isRound(count)) {
        const crowd = this.findCrowd(table, bucket)
        if (crowd.length === 0) continue
        for (const member of crowd) this.tables.delete(member, this.rows.addressOf(member), false)
        this.makeBlocks(crowd)
        return
      }
    }
  }

  /** Once there are enough rows: all are filed. */
  private startTables(): void {
    if (this.rows.size < this.tablesFrom) return
    this.tables.start()
    const isBuilt = this.rows.size >= BUILD_FROM
    for (let row = 1; row < this.rows.end; row++) {
      if (this.rows.stateOf(row) === FREE) continue
      if (isBuilt) this.rows.setState(row, TABLED)
      else this.file(row, this.rows.addressOf(row))
    }
    if (isBuilt) this.buildTables()
  }

  private buildTables(): void {
    const isTabled = (row: number) => this.rows.stateOf(row) === TABLED
    const left = this.tables.build(this.kernel, (row) => this.rows.addressOf(row), this.rows.end, isTabled)
    this.tabled = 0
    for (let row = 1; row < this.rows.end; row++) if (isTabled(row)) this.tabled++
    for (const row of left) {
      this.rows.setState(row, LOOSE)
      this.tabled--
      this.addLoose(row)
    }
    /** A bit for each row: read for every entry of the tables, so it has to be small. */
    const moved = new Uint32Array(Math.ceil(this.rows.end / 32))
    let isMoved = false
    for (let table = 0; table < SEGMENTS; table++)
      for (let bucket = 0; bucket < BUCKETS; bucket++) {
        if (this.tables.count(table, bucket) <= this.crowdedFrom()) continue
        for (let crowd = this.findCrowd(table, bucket); crowd.length > 0; crowd = this.findCrowd(table, bucket)) {
          this.makeBlocks(crowd)
          for (const row of crowd) moved[row >>> 5]! |= 1 << (row & 31)
          isMoved = true
        }
      }
    if (isMoved) this.tables.purge((row) => ((moved[row >>> 5]! >>> (row & 31)) & 1) === 0)
  }

  /** Entries from which on a bucket is looked at for a crowd: many more than chance puts in one. */
  private crowdedFrom(): number {
    const mean = this.tabled / BUCKETS
    return mean + 8 * Math.sqrt(mean) + SMALLEST_CROWD
  }

  /** The rows near to a centre in this bucket; none where what fills it is no crowd. */
  private findCrowd(table: number, bucket: number): number[] {
    if (!this.crowds.canAdd) return []
    const count = this.tables.count(table, bucket)
    const rows: number[] = []
    for (let i = 0; i < count; i++) {
      const row = this.tables.rowIn(table, bucket, i)
      if (row !== 0 && this.rows.stateOf(row) === TABLED) rows.push(row)
    }
    if (rows.length < SMALLEST_CROWD / 2) return []
    const step = Math.max(1, Math.floor(rows.length / SAMPLE))
    let best = { near: 0, at: 0 }
    for (let i = 0; i < PIVOTS; i++) {
      const at = this.rows.addressOf(rows[Math.floor((i * rows.length) / PIVOTS)]!)
      let near = 0
      for (let other = 0; other < rows.length; other += step)
        if (bitsApartOf(this.memory, at, this.rows.addressOf(rows[other]!)) <= REACH) near++
      if (near > best.near) best = { near, at }
    }
    if (best.near * step < SMALLEST_CROWD / 2) return []
    const pivot = this.memory.u8.slice(best.at, best.at + HASH_BYTES) // a copy: the search may grow the memory
    const first = this.near(pivot)
    pivot.fill(0)
    const centre = this.crowds.centreOf(first, (row) => this.rows.addressOf(row))
    const members = this.near(new Uint8Array(centre.buffer))
    centre.fill(0)
    return members.length < SMALLEST_CROWD ? [] : members
  }

  /** Rows in the tables at most `REACH` bits from this hash. */
  private near(hash: Uint8Array): number[] {
    const rows: number[] = []
    const work = this.workFor(1)
    const before = this.collect
    this.collect = (_, row) => {
      if (row !== 0 && this.rows.stateOf(row) === TABLED) rows.push(row)
    }
    work.put(0, hash)
    work.allow(REACH)
    this.kernel.searchEach(work.at, this.tables.records, 1, REACH)
    work.drain(this.collect)
    work.wipe(1)
    this.collect = before
    return rows
  }

  /** Moves rows, out of the tables already or about to be purged from them, into blocks. */
  private makeBlocks(members: number[]): void {
    const centre = this.crowds.centreOf(members, (row) => this.rows.addressOf(row))
    let block = -1
    for (const row of members) {
      if (block < 0 || this.crowds.count(block) === MOST_MEMBERS)
        block = this.crowds.canAdd ? this.crowds.create(centre) : -1
      this.tabled--
      if (block < 0) {
        this.rows.setState(row, LOOSE)
        this.addLoose(row)
        continue
      }
      this.crowds.add(block, row, this.rows.addressOf(row))
      this.rows.setState(row, CROWDED)
    }
    centre.fill(0)
  }

  private leaveCrowd(row: number, at: number): void {
    const inPlace = this.flights > 0
    const block = this.crowds.delete(row, at, inPlace)
    if (!inPlace && this.crowds.count(block) < FEWEST_MEMBERS) this.dissolve(block)
  }

  /** Its members return to the tables. */
  private dissolve(block: number): void {
    for (const row of this.crowds.dissolve(block)) {
      this.rows.setState(row, LOOSE)
      this.file(row, this.rows.addressOf(row))
    }
  }

  private addLoose(row: number): void {
    if (this.looseCount === this.loosePages * LOOSE_A_PAGE) {
      const page = this.memory.chunk()
      this.memory.u32[LOOSE_PAGES / 4 + this.loosePages++] = page
    }
    this.memory.u32[this.looseAt(this.looseCount)] = row
    this.looseCount++
  }

  /** Row 0 is left in its place during a flight. */
  private deleteLoose(row: number): void {
    const { u32 } = this.memory
    let i = 0
    while (i < this.looseCount && u32[this.looseAt(i)] !== row) i++
    if (i === this.looseCount) return
    if (this.flights > 0) {
      u32[this.looseAt(i)] = 0
      return
    }
    this.looseCount--
    u32[this.looseAt(i)] = u32[this.looseAt(this.looseCount)]!
    u32[this.looseAt(this.looseCount)] = 0
  }

  /** Empties the list. */
  private takeLoose(): number[] {
    const rows: number[] = []
    for (let i = 0; i < this.looseCount; i++) {
      const at = this.looseAt(i)
      if (this.memory.u32[at] !== 0) rows.push(this.memory.u32[at]!)
      this.memory.u32[at] = 0
    }
    this.looseCount = 0
    return rows
  }

  private looseAt(i: number): number {
    return (this.memory.u32[LOOSE_PAGES / 4 + Math.floor(i / LOOSE_A_PAGE)]! >>> 2) + (i % LOOSE_A_PAGE)
  }

  private checkIdle(): void {
    if (this.isSearching) throw new RangeError('the index is being searched: collect what is found, then change it')
  }
}

/** What a search needs to know of the index. */
export interface SearchPlan {
  /** Address of the tables' records; 0 where all rows are compared one by one. */
  records: number
  rows: number
  loose: number
  blocks: number
}

/** Searches a work area's queries, whose allowances are written, in all places where a row can be. */
export function searchAll(kernel: Kernel, w: number, plan: SearchPlan, queries: number, maxDistance: number): void {
  if (plan.records === 0 || maxDistance > TABLES_REACH) {
    kernel.searchRows(w, 1, plan.rows, queries, maxDistance)
    return
  }
  if (plan.loose > 0) kernel.searchLoose(w, plan.loose, queries, maxDistance)
  if (plan.blocks > 0) kernel.searchBlocks(w, plan.blocks, queries, maxDistance)
  if (queries < SORT_FROM) kernel.searchEach(w, plan.records, queries, maxDistance)
  else kernel.searchPage(w, plan.records, queries, maxDistance)
}

/** Three leading bits and then zeros: what a growing count comes past once in every quarter of its size. */
function isRound(count: number): boolean {
  return (count & ((1 << Math.max(0, 29 - Math.clz32(count))) - 1)) === 0
}

function bitsApartOf({ u32 }: Memory, a: number, b: number): number {
  return bitsApart(u32, a >>> 2, b >>> 2)
}
