/**
 * Blocks of crowds: look-alikes kept together beside the tables, each block with a centre and a radius.
 *
 * From a query farther than distance + radius from the centre no member can be near (triangle inequality), so a crowd
 * costs one comparison, and is read in a straight line where it is met. The centre is the majority of its members' bits,
 * counted bit by bit, so that it can follow when a member that it resembles is deleted: a centre is almost a hash.
 */

import { BLOCK_BYTES, BLOCKS, COUNTS, FIRST, HASH_BYTES, MAX_BLOCKS, MEMBERS, RADIUS, ROOM } from './layout.ts'
import type { Memory } from './memory.ts'

/**
 * A centre is kept with a bit changed in every segment: the majority of those that are left may be, bit for bit, a hash
 * that was deleted, and no piece of that may stand in memory. The radius is measured from what is kept.
 */
const MASK = 0x0100_0010
/** A hash at most so far from what is kept as a centre joins its block. */
export const JOIN = 40
const COUNT_BYTES = 1024
const MEMBER_BYTES = HASH_BYTES + 4
const LARGEST = 1 << 18
/** Members of a block at most. */
export const MOST = Math.floor((LARGEST - COUNT_BYTES) / MEMBER_BYTES)
/** A deleted member so near moves the centre on to the majority of those that are left. */
const TELLING = 48
/** A radius that has become so large is measured anew. */
const LOOSE_RADIUS = 64
const WORDS = HASH_BYTES / 4

export class Crowds {
  /** Heads in use, the emptied among them included. */
  end = 0
  private readonly memory: Memory
  private readonly unused: number[] = []
  /** Per block its members that were not deleted, and the size of its piece of memory. */
  private readonly alive: number[] = []
  private readonly sizes: number[] = []

  constructor(memory: Memory) {
    this.memory = memory
  }

  get canAdd(): boolean {
    return this.unused.length > 0 || this.end < MAX_BLOCKS
  }

  /** The majority of these rows' bits. */
  centreOf(members: readonly number[], addressOf: (row: number) => number): Uint32Array {
    const counts = new Uint32Array(8 * HASH_BYTES)
    for (const row of members) tally(this.memory.u32, addressOf(row) >>> 2, counts, 0, 1)
    const centre = majority(counts, 0, members.length)
    counts.fill(0)
    return centre
  }

  /** A block without members round this centre. */
  create(centre: Uint32Array): number {
    const block = this.unused.pop() ?? this.end++
    this.alive[block] = 0
    this.sizes[block] = 0
    const head = headOf(block)
    for (let i = 0; i < WORDS; i++) this.memory.u32[head + i] = centre[i]! ^ MASK
    this.memory.u32[head + RADIUS / 4] = 0
    return block
  }

  count(block: number): number {
    return this.alive[block] ?? 0
  }

  /** Whether one more fits where the block lies. */
  fits(block: number): boolean {
    const head = headOf(block)
    return this.memory.u32[head + MEMBERS / 4]! < this.memory.u32[head + ROOM / 4]!
  }

  /** Adds the row at this address. Radius and member are written before the count tells of them. */
  add(block: number, row: number, at: number): void {
    if (!this.fits(block)) this.enlarge(block)
    const { u8, u32 } = this.memory
    const head = headOf(block)
    const count = u32[head + MEMBERS / 4]!
    const first = u32[head + FIRST / 4]!
    const room = u32[head + ROOM / 4]!
    const far = bitsApart(u32, head, at >>> 2)
    if (far > u32[head + RADIUS / 4]!) Atomics.store(u32, head + RADIUS / 4, far)
    u8.copyWithin(first + count * HASH_BYTES, at, at + HASH_BYTES)
    u32[(first >>> 2) + room * WORDS + count] = row
    tally(u32, at >>> 2, u32, u32[head + COUNTS / 4]! >>> 2, 1)
    this.alive[block]!++
    Atomics.store(u32, head + MEMBERS / 4, count + 1)
  }

  /** Takes a member out. `inPlace`: other threads may be reading, so its place is left empty until `settle`. */
  delete(row: number, at: number, inPlace: boolean): number {
    for (let block = 0; block < this.end; block++) {
      const head = headOf(block)
      const { u8, u32 } = this.memory
      const count = u32[head + MEMBERS / 4]!
      if (count === 0 || bitsApart(u32, head, at >>> 2) > u32[head + RADIUS / 4]!) continue
      const first = u32[head + FIRST / 4]!
      const ids = (first >>> 2) + u32[head + ROOM / 4]! * WORDS
      let i = 0
      while (i < count && u32[ids + i] !== row) i++
      if (i === count) continue
      const last = inPlace ? i : count - 1
      u8.copyWithin(first + i * HASH_BYTES, first + last * HASH_BYTES, first + (last + 1) * HASH_BYTES)
      u8.fill(0, first + last * HASH_BYTES, first + (last + 1) * HASH_BYTES)
      u32[ids + i] = u32[ids + last]!
      u32[ids + last] = 0
      if (!inPlace) u32[head + MEMBERS / 4] = count - 1
      this.alive[block]!--
      tally(u32, at >>> 2, u32, u32[head + COUNTS / 4]! >>> 2, -1)
      if (bitsApart(u32, head, at >>> 2) <= TELLING) this.follow(block, inPlace)
      return block
    }
    return -1
  }

  /** Drops the places that deletions left empty. Returns blocks that have fewer than `few` members. */
  settle(few: number): number[] {
    const { u8, u32 } = this.memory
    const small: number[] = []
    for (let block = 0; block < this.end; block++) {
      const head = headOf(block)
      const count = u32[head + MEMBERS / 4]!
      if (count === 0) continue
      const first = u32[head + FIRST / 4]!
      const ids = (first >>> 2) + u32[head + ROOM / 4]! * WORDS
      let kept = 0
      for (let i = 0; i < count && this.alive[block]! < count; i++) {
        if (u32[ids + i] === 0) continue
        if (kept < i) {
          u32[ids + kept] = u32[ids + i]!
          u8.copyWithin(first + kept * HASH_BYTES, first + i * HASH_BYTES, first + (i + 1) * HASH_BYTES)
        }
        kept++
      }
      if (this.alive[block]! < count) {
        u8.fill(0, first + kept * HASH_BYTES, first + count * HASH_BYTES)
        u32.fill(0, ids + kept, ids + count)
        u32[head + MEMBERS / 4] = kept
      }
      if (this.alive[block]! < few) small.push(block)
    }
    return small
  }

  /** Gives the block up; returns the rows that were in it. */
  dissolve(block: number): number[] {
    const { u32 } = this.memory
    const head = headOf(block)
    const ids = (u32[head + FIRST / 4]! >>> 2) + u32[head + ROOM / 4]! * WORDS
    const rows = [...u32.subarray(ids, ids + u32[head + MEMBERS / 4]!)].filter((row) => row !== 0)
    if (this.sizes[block]) this.memory.releasePiece(u32[head + COUNTS / 4]!, this.sizes[block])
    u32.fill(0, head, head + BLOCK_BYTES / 4)
    this.sizes[block] = 0
    this.alive[block] = 0
    this.unused.push(block)
    return rows
  }

  clear(): void {
    for (const list of [this.unused, this.alive, this.sizes]) list.length = 0
    this.end = 0
  }

  /** The centre becomes the majority of those that are left; the radius grows first, so that no search misses one. */
  private follow(block: number, inPlace: boolean): void {
    const { u32 } = this.memory
    const head = headOf(block)
    const centre = majority(u32, u32[head + COUNTS / 4]! >>> 2, this.alive[block]!)
    for (let i = 0; i < WORDS; i++) centre[i]! ^= MASK
    let moved = 0
    for (let i = 0; i < WORDS; i++) moved += ones(u32[head + i]! ^ centre[i]!)
    if (moved > 0) {
      Atomics.store(u32, head + RADIUS / 4, u32[head + RADIUS / 4]! + moved)
      for (let i = 0; i < WORDS; i++) Atomics.store(u32, head + i, centre[i]!)
      if (!inPlace && u32[head + RADIUS / 4]! > LOOSE_RADIUS) this.measure(block)
    }
    centre.fill(0)
  }

  private measure(block: number): void {
    const { u32 } = this.memory
    const head = headOf(block)
    const first = u32[head + FIRST / 4]! >>> 2
    let radius = 0
    for (let i = 0; i < u32[head + MEMBERS / 4]!; i++)
      radius = Math.max(radius, bitsApart(u32, head, first + i * WORDS))
    u32[head + RADIUS / 4] = radius
  }

  private enlarge(block: number): void {
    const head = headOf(block)
    const old = this.memory.u32[head + COUNTS / 4]!
    const oldSize = this.sizes[block]!
    const { at, size } = this.memory.piece(oldSize + 1)
    const { u8, u32 } = this.memory
    const room = Math.floor((size - COUNT_BYTES) / MEMBER_BYTES)
    const count = u32[head + MEMBERS / 4]!
    const first = u32[head + FIRST / 4]!
    if (oldSize > 0) {
      u8.copyWithin(at, old, old + COUNT_BYTES)
      u8.copyWithin(at + COUNT_BYTES, first, first + count * HASH_BYTES)
      const ids = first + u32[head + ROOM / 4]! * HASH_BYTES
      u8.copyWithin(at + COUNT_BYTES + room * HASH_BYTES, ids, ids + 4 * count)
      this.memory.releasePiece(old, oldSize)
    }
    this.sizes[block] = size
    u32[head + COUNTS / 4] = at
    u32[head + FIRST / 4] = at + COUNT_BYTES
    u32[head + ROOM / 4] = room
  }
}

/** Bits in which the hashes at these places (in words) differ. */
export function bitsApart(u32: Uint32Array, a: number, b: number): number {
  let bits = 0
  for (let i = 0; i < WORDS; i++) bits += ones(u32[a + i]! ^ u32[b + i]!)
  return bits
}

export function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

function headOf(block: number): number {
  return (BLOCKS + block * BLOCK_BYTES) >>> 2
}

function tally(u32: Uint32Array, at: number, counts: Uint32Array, first: number, by: 1 | -1): void {
  for (let i = 0; i < WORDS; i++)
    for (let bit = 0, word = u32[at + i]!; bit < 32; bit++) counts[first + 32 * i + bit]! += by * ((word >>> bit) & 1)
}

function majority(counts: Uint32Array, first: number, of: number): Uint32Array {
  const centre = new Uint32Array(WORDS)
  for (let bit = 0; bit < 8 * HASH_BYTES; bit++)
    if (2 * counts[first + bit]! > of) centre[bit >>> 5]! |= 1 << (bit & 31)
  return centre
}
