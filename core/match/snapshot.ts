/**
 * An index as pieces to be sealed, and back: the rows alone. Tables are built anew, which takes hardly longer than
 * reading them would.
 *
 * A piece is a page of 8,192 rows: four words (a mark, the page's number, how many pages, rows in use), the rows' marks of
 * 16 bits, and 32 bytes for each row that holds a hash. Numbers are little-endian. Spent handles stay spent.
 */

import { HASH_BYTES, ROWS_A_PAGE } from './layout.ts'
import type { Memory } from './memory.ts'
import { FREE, LOOSE, type Rows } from './rows.ts'

/** "VGM1" */
const MARK = 0x314d4756
const HEAD = 16
const FIRST = HEAD + 2 * ROWS_A_PAGE

export function* takeSnapshot<Sealed>(
  memory: Memory,
  rows: Rows,
  seal: (piece: Uint8Array) => Sealed,
): Generator<Sealed> {
  const { end } = rows
  const pages = Math.ceil(end / ROWS_A_PAGE)
  for (let page = 0; page < pages; page++) {
    const marks = rows.marksOf(page)
    const held: number[] = []
    for (let i = page === 0 ? 1 : 0; i < ROWS_A_PAGE && page * ROWS_A_PAGE + i < end; i++)
      if (rows.stateOf(page * ROWS_A_PAGE + i) !== FREE) held.push(i)
    const piece = new Uint8Array(FIRST + held.length * HASH_BYTES)
    const words = new Uint32Array(piece.buffer, 0, HEAD / 4)
    words.set([MARK, page, pages, end])
    const copied = new Uint16Array(piece.buffer, HEAD, ROWS_A_PAGE)
    for (let i = 0; i < ROWS_A_PAGE; i++) copied[i] = marks[i]! & ~3
    for (const [i, row] of held.entries()) {
      copied[row]! |= LOOSE
      const at = rows.addressOf(page * ROWS_A_PAGE + row)
      piece.set(memory.u8.subarray(at, at + HASH_BYTES), FIRST + i * HASH_BYTES)
    }
    try {
      yield seal(piece)
    } finally {
      piece.fill(0)
    }
  }
}

/** Fills an empty index. Throws SyntaxError for pieces that are none, or not all of them in their order. */
export function readSnapshot(memory: Memory, rows: Rows, pieces: Iterable<Uint8Array>): void {
  let page = 0
  let pages = 1
  for (const given of pieces) {
    if (given.length < FIRST) throw new SyntaxError(`piece ${page} of the snapshot is too short`)
    const piece = given.byteOffset % 4 === 0 ? given : given.slice()
    const [mark, number, count, end] = new Uint32Array(piece.buffer, piece.byteOffset, HEAD / 4) as unknown as number[]
    if (mark !== MARK) throw new SyntaxError(`piece ${page} is not of a snapshot of an index`)
    if (number !== page || page >= count! || (page > 0 && count !== pages))
      throw new SyntaxError(`piece ${number} of the snapshot stands where ${page} should`)
    if (Math.ceil(end! / ROWS_A_PAGE) !== count) throw new SyntaxError('the snapshot does not say how long it is')
    pages = count!
    const marks = new Uint16Array(piece.buffer, piece.byteOffset + HEAD, ROWS_A_PAGE)
    const held = rows.restore(page, marks, end!)
    if (given.length !== FIRST + held.length * HASH_BYTES)
      throw new SyntaxError(`piece ${page} of the snapshot is not as long as it says`)
    for (const [i, row] of held.entries())
      memory.u8.set(piece.subarray(FIRST + i * HASH_BYTES, FIRST + (i + 1) * HASH_BYTES), rows.addressOf(row))
    if (piece !== given) piece.fill(0)
    page++
  }
  if (page !== pages) throw new SyntaxError(`the snapshot has ${page} of its ${pages} pieces`)
}

/** A sum over the rows, so that order counts for nothing, of two keyed mixes of 32 bits. */
export function checksumOf({ u32 }: Memory, rows: Rows, key: Uint8Array): string {
  if (key.length !== 16) throw new RangeError(`a key has 16 bytes, not ${key.length}`)
  const keys = new Uint32Array(key.slice().buffer)
  let low = 0
  let high = 0
  for (let row = 1; row < rows.end; row++) {
    if (rows.stateOf(row) === FREE) continue
    const at = rows.addressOf(row) >>> 2
    let a = keys[0]!
    let b = keys[1]!
    for (let i = 0; i < HASH_BYTES / 4; i++) {
      a = Math.imul(a ^ u32[at + i]!, 0x9e3779b1)
      a ^= a >>> 15
      b = Math.imul(b ^ u32[at + i]! ^ a, 0x85ebca6b)
      b ^= b >>> 13
    }
    low = (low + Math.imul(a ^ keys[2]!, 0xc2b2ae35)) | 0
    high = (high + Math.imul(b ^ keys[3]! ^ (a >>> 7), 0x27d4eb2f)) | 0
  }
  keys.fill(0)
  return [high, low].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
