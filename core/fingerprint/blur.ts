/**
 * From a picture to the 64 × 64 luma block that PDQ looks at, in one walk over the rows.
 *
 * PDQ blurs the whole picture twice (a box along every row, then along every column) and keeps 4,096 samples of the
 * result. Its hash depends on the last bit of every running sum, so nothing here may be reordered: all arithmetic is
 * IEEE single precision, one rounding per operation (`Math.fround`, or the store into a `Float32Array`; a double result
 * of two single operands rounded once more is the single result). What may be changed is *when* independent sums
 * advance: all columns advance together, one row at a time, so a row can be forgotten as soon as it has left the window.
 * A 12-megapixel photograph takes two windows of rows instead of two planes of floats.
 */

import type { Pixels } from './picture.ts'

/** The block's side. */
export const BLOCK = 64

/** A picture as rows of luma. */
export interface Lines {
  width: number
  height: number
  /** Writes row y into a line of `width` values. */
  read(y: number, line: Float32Array): void
}

/** Luma, blurred and sampled: 64 rows of 64 values. */
export function blurredBlock({ width, height, read }: Lines): Float32Array {
  const block = new Float32Array(BLOCK * BLOCK)
  const columns = sampledAt(width)
  const rows = sampledAt(height)

  const along = boxOf(width)
  const counts = countsOf(width)
  const line = new Float32Array(width)
  const sums = new Float32Array(width)
  const samples = new Float32Array(BLOCK)

  // Round 2. Only the sampled columns are needed of its last pass, and of that only the sampled rows.
  let sampledRows = 0
  const second = columnPass(BLOCK, height, (row, y) => {
    for (; rows[sampledRows] === y; sampledRows++) block.set(row, BLOCK * sampledRows)
  })
  // Round 1's last pass hands each finished row to round 2's first.
  const first = columnPass(width, height, (row) => {
    rowPass(row, along, sums)
    for (let j = 0; j < BLOCK; j++) samples[j] = sums[columns[j]!]! / counts[columns[j]!]!
    second(samples)
  })

  for (let y = 0; y < height; y++) {
    read(y, line)
    rowPass(line, along, sums)
    for (let x = 0; x < width; x++) line[x] = sums[x]! / counts[x]!
    first(line)
  }
  return block
}

/** Luma as it is, for the picture that already is a block. */
export function plainBlock({ read }: Lines): Float32Array {
  const block = new Float32Array(BLOCK * BLOCK)
  for (let y = 0; y < BLOCK; y++) read(y, block.subarray(BLOCK * y, BLOCK * (y + 1)))
  return block
}

/** Y = ((kr·R) + (kg·G)) + (kb·B), each product and sum rounded; the products come from tables. The caller has checked the pixels. */
export function linesOf({ width, height, data, channels }: Pixels): Lines {
  const product = (factor: number) => Float32Array.from({ length: 256 }, (_, sample) => Math.fround(factor) * sample)
  const red = product(0.299)
  const green = product(0.587)
  const blue = product(0.114)
  const read = (y: number, line: Float32Array) => {
    for (let x = 0, at = y * width * channels; x < width; x++, at += channels)
      line[x] = Math.fround(red[data[at]!]! + green[data[at + 1]!]!) + blue[data[at + 2]!]!
  }
  return { width, height, read }
}

/** The source positions of the 64 samples along a side: the middles of 64 equal parts. */
function sampledAt(length: number): Int32Array {
  return Int32Array.from({ length: BLOCK }, (_, i) => Math.floor(((2 * i + 1) * length) / (2 * BLOCK)))
}

interface Box {
  /** The window's length. */
  window: number
  /** How many samples are taken in before the first value comes out. */
  lead: number
}

/** The window along a side. For an even window the box lies half a sample towards the end. */
function boxOf(length: number): Box {
  const window = Math.floor((length + 127) / 128)
  return { window, lead: Math.floor((window + 2) / 2) }
}

/** How many samples each output's window holds: it is clipped at both ends, not padded. */
function countsOf(length: number): Float32Array {
  const { window, lead } = boxOf(length)
  return Float32Array.from({ length }, (_, o) => Math.min(window, lead + o, length - o + window - lead))
}

/** The running sums of a box along one row; dividing them by their counts is left to the caller. */
function rowPass(input: Float32Array, { window, lead }: Box, sums: Float32Array): void {
  const length = input.length
  let sum = 0
  let right = 0
  let left = 0
  let out = 0
  while (right < lead - 1) sum = Math.fround(sum + input[right++]!)
  while (right < window) {
    sum = Math.fround(sum + input[right++]!)
    sums[out++] = sum
  }
  // First the new sample, then the old one: two roundings, also for a window of one.
  while (right < length) {
    sum = Math.fround(Math.fround(sum + input[right++]!) - input[left++]!)
    sums[out++] = sum
  }
  while (out < length) {
    sum = Math.fround(sum - input[left++]!)
    sums[out++] = sum
  }
}

/**
 * A box along every column at once. The returned function takes the rows from the top down; `emit` gets each finished
 * row (valid until it returns), the last ones together with the last row taken.
 */
function columnPass(width: number, height: number, emit: (row: Float32Array, y: number) => void) {
  const { window, lead } = boxOf(height)
  const counts = countsOf(height)
  const sums = new Float32Array(width)
  const kept = new Float32Array(width * window)
  const out = new Float32Array(width)
  let taken = 0
  let emitted = 0

  const finish = () => {
    const count = counts[emitted]!
    for (let x = 0; x < width; x++) out[x] = sums[x]! / count
    emit(out, emitted++)
  }

  return (row: Float32Array): void => {
    // The ring's next place holds the row that now leaves the window.
    let at = (taken % window) * width
    if (taken < window) for (let x = 0; x < width; x++) sums[x] = sums[x]! + row[x]!
    else for (let x = 0, old = at; x < width; x++, old++) sums[x] = Math.fround(sums[x]! + row[x]!) - kept[old]!
    kept.set(row, at)
    taken++
    if (taken >= lead) finish()
    if (taken < height) return
    for (let left = height - window; emitted < height; left++) {
      at = (left % window) * width
      for (let x = 0; x < width; x++, at++) sums[x] = sums[x]! - kept[at]!
      finish()
    }
  }
}
