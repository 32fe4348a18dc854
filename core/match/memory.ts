/** The memory of an index: one buffer that grows by chunks in place, and lists of what was given back. */

import { CHUNK } from './layout.ts'

/** Gives the buffer with at least so many bytes; what it held before stays. */
export type Grow = (bytes: number) => ArrayBufferLike

const LARGEST = 2 ** 32
/** Sizes of pieces, for blocks that are smaller than a chunk. */
const PIECES = [CHUNK >> 4, CHUNK >> 2, CHUNK] as const

export class Memory {
  u8!: Uint8Array
  u16!: Uint16Array
  u32!: Uint32Array
  private readonly grow: Grow
  private end = 2 * CHUNK
  private readonly free: number[] = []
  private readonly pieces: [number[], number[]] = [[], []]

  constructor(grow: Grow) {
    this.grow = grow
    this.look(grow(this.end))
  }

  /** A chunk, all zero, aligned to its size. */
  chunk(): number {
    return this.free.pop() ?? this.chunks(1)
  }

  /** So many chunks in one run. Throws RangeError when memory is full. */
  chunks(count: number): number {
    const at = this.end
    const end = at + count * CHUNK
    if (end > LARGEST) throw new RangeError('the index is full: one holds 4 GiB')
    if (end > this.u8.length) this.look(this.grow(end))
    this.end = end
    return at
  }

  /** Takes a run of chunks back and wipes it. */
  release(at: number, count = 1): void {
    this.u8.fill(0, at, at + count * CHUNK)
    for (let i = count - 1; i >= 0; i--) this.free.push(at + i * CHUNK)
  }

  /** The smallest piece that holds so many bytes, at most a chunk. */
  piece(bytes: number): { at: number; size: number } {
    const level = PIECES.findIndex((size) => size >= bytes)
    return { at: level === 2 ? this.chunk() : this.split(level as 0 | 1), size: PIECES[level]! }
  }

  releasePiece(at: number, size: number): void {
    if (size === CHUNK) {
      this.release(at)
      return
    }
    this.u8.fill(0, at, at + size)
    this.pieces[size === PIECES[0] ? 0 : 1].push(at)
  }

  /** Zeroes everything and begins anew. What was grown is kept, and used again. */
  clear(): void {
    this.u8.fill(0, 0, this.end)
    this.end = 2 * CHUNK
    for (const list of [this.free, ...this.pieces]) list.length = 0
  }

  private split(level: 0 | 1): number {
    const list = this.pieces[level]
    if (list.length === 0) {
      const from = level === 0 ? this.split(1) : this.chunk()
      for (let i = 3; i >= 0; i--) list.push(from + i * PIECES[level])
    }
    return list.pop()!
  }

  private look(buffer: ArrayBufferLike): void {
    this.u8 = new Uint8Array(buffer)
    this.u16 = new Uint16Array(buffer)
    this.u32 = new Uint32Array(buffer)
  }
}
