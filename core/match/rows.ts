/**
 * Rows: where each hash lies, what state it is in, and its handle.
 *
 * A handle is the row's number less one, plus, from 2²⁴ on, how often that row was used before: rows are used again, handles never.
 */

import { CHUNK, HASH_BYTES, MAX_ROWS, ROW_PAGES, ROWS_A_PAGE } from './layout.ts'
import type { Memory } from './memory.ts'

export const FREE = 0
export const TABLED = 1
export const LOOSE = 2
export const CROWDED = 3
export type State = typeof FREE | typeof TABLED | typeof LOOSE | typeof CROWDED

/** A row used so often is left alone: its mark is full. */
const MAX_USES = 2 ** 14 - 1

export class Rows {
  size = 0
  /** Rows before this number have been used. Row 0 never is. */
  end = 1
  private readonly memory: Memory
  private readonly pages: number[] = []
  /** Per row its state (2 bits) and how often it was used before (14 bits). */
  private readonly marks: Uint16Array[] = []
  private readonly unused: number[] = []
  /** Rows that were deleted while other threads searched: not to be used again before they have ended. */
  private readonly resting: number[] = []

  constructor(memory: Memory) {
    this.memory = memory
  }

  /** Bytes of the marks. */
  get bytes(): number {
    return 2 * ROWS_A_PAGE * this.marks.length
  }

  /** Takes a row, in the state given; its 32 bytes are zero. */
  take(state: State): number {
    const row = this.unused.pop() ?? this.extend()
    this.setState(row, state)
    this.size++
    return row
  }

  /** Zeroes the row. `inUse`: other threads may be reading it. */
  free(row: number, inUse: boolean): void {
    const at = this.addressOf(row)
    this.memory.u8.fill(0, at, at + HASH_BYTES)
    this.retire(row)
    if (this.usesOf(row) < MAX_USES) (inUse ? this.resting : this.unused).push(row)
  }

  /** Rows that rested may be used again. */
  settle(): void {
    for (const row of this.resting) this.unused.push(row)
    this.resting.length = 0
  }

  addressOf(row: number): number {
    return this.pages[row >>> 13]! + (row & (ROWS_A_PAGE - 1)) * HASH_BYTES
  }

  stateOf(row: number): State {
    return (this.marks[row >>> 13]![row & (ROWS_A_PAGE - 1)]! & 3) as State
  }

  setState(row: number, state: State): void {
    const page = this.marks[row >>> 13]!
    page[row & (ROWS_A_PAGE - 1)] = (page[row & (ROWS_A_PAGE - 1)]! & ~3) | state
  }

  handleOf(row: number): number {
    return this.usesOf(row) * MAX_ROWS + row - 1
  }

  /** The handle of a row that holds a hash, by one look at its mark: rows that are found lie far apart. */
  handleIfHeld(row: number): number | undefined {
    const mark = this.marks[row >>> 13]![row & (ROWS_A_PAGE - 1)]!
    return (mark & 3) === FREE ? undefined : (mark >>> 2) * MAX_ROWS + row - 1
  }

  /** The row of a handle; undefined when there is none (any more). */
  rowOf(handle: number): number | undefined {
    if (!Number.isSafeInteger(handle) || handle < 0) return undefined
    const row = (handle % MAX_ROWS) + 1
    if (row >= this.end || this.stateOf(row) === FREE || this.handleOf(row) !== handle) return undefined
    return row
  }

  /** Forgets all rows; their handles stay spent. The memory is the caller's to wipe. */
  clear(): void {
    for (let row = 1; row < this.end; row++) if (this.stateOf(row) !== FREE) this.retire(row)
    this.unused.length = 0
    this.resting.length = 0
    this.pages.length = 0
    const { end } = this
    for (let row = 0; row < end; row += ROWS_A_PAGE) this.addPage()
    for (let row = end - 1; row > 0; row--) if (this.usesOf(row) < MAX_USES) this.unused.push(row)
  }

  /** The marks of a page, for a snapshot; rows that were never used are 0. */
  marksOf(page: number): Uint16Array {
    return this.marks[page] ?? new Uint16Array(ROWS_A_PAGE)
  }

  /** Takes over a page of marks from a snapshot; returns the rows that hold a hash. */
  restore(page: number, marks: Uint16Array, end: number): number[] {
    this.addPage()
    this.marks[page]!.set(marks)
    const held: number[] = []
    for (let i = page === 0 ? 1 : 0; i < ROWS_A_PAGE && page * ROWS_A_PAGE + i < end; i++) {
      const row = page * ROWS_A_PAGE + i
      if ((marks[i]! & 3) !== FREE) held.push(row)
      else if (marks[i]! >>> 2 < MAX_USES) this.unused.push(row)
    }
    this.end = Math.min(end, (page + 1) * ROWS_A_PAGE)
    this.size += held.length
    return held
  }

  private usesOf(row: number): number {
    return this.marks[row >>> 13]![row & (ROWS_A_PAGE - 1)]! >>> 2
  }

  private retire(row: number): void {
    const page = this.marks[row >>> 13]!
    const uses = this.usesOf(row)
    page[row & (ROWS_A_PAGE - 1)] = Math.min(MAX_USES, uses + 1) << 2
    this.size--
  }

  private extend(): number {
    if (this.end === MAX_ROWS) throw new RangeError(`the index is full: one holds ${MAX_ROWS - 1} rows`)
    if (this.end >>> 13 === this.pages.length) this.addPage()
    return this.end++
  }

  private addPage(): void {
    const at = this.memory.chunk()
    const page = this.pages.push(at) - 1
    this.memory.u32[ROW_PAGES / 4 + page] = at
    if (this.marks.length === page) this.marks.push(new Uint16Array(CHUNK / HASH_BYTES))
  }
}
