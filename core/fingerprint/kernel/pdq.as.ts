// asc --initialMemory 16
//
// PDQ in WebAssembly, with vectors of four singles: bit for bit what blur.ts and reference.ts say.
//
// The rows come four at a time. Along the rows the four lanes are four rows, down the columns they are four columns: no
// lane ever looks at another, so every running sum has the reference's order and rounding. Nothing is fused into one
// rounding, and every mean is a true division.
//
// The reference's first and last samples of a box have rules of their own: only add, or only subtract. Here all samples
// are added and subtracted, with zeros lying around the picture: (s + 0) - 0 = s, to the last bit. Beyond the last column
// means are divided by infinity, which makes them zero.

/** Fixed places in the memory; what depends on the picture's sides comes after ARENA. */
const MATRIX: usize = 1024 // 16 × 64: the transform, row after row
const TURNED_MATRIX: usize = 5120 // 64 × 16: the same, column after column
const BLOCK: usize = 9216 // 64 × 64: luma, blurred and sampled
const RAW: usize = 25600 // 64 × 64: luma as it is, of a picture of these very sides
const HALF: usize = 41984 // 16 × 64
const COEFFICIENTS: usize = 46080 // 16 × 16, row after row
const TURNED: usize = 47104 // the same, transposed
const HASHES: usize = 48128 // 8 × 32 bytes, in the order of FORM_NAMES
const QUALITY: usize = 48384
const NEAR: usize = 48388 // how many coefficients lie within 0.01 of the median
const SCRATCH: usize = 48640
const SAMPLES: usize = 48704 // 64 columns of 4 rows
const SAMPLE_ROWS: usize = 49728 // 4 rows of 64 columns
const SAMPLE_SUMS: usize = 50752
const ARENA: usize = 51200

const SIDE: i32 = 64
const SIDE_512: i32 = 512

/** The end of what is in use. */
let top: usize = ARENA

function reserve(bytes: usize): usize {
  const at = top
  top = (at + bytes + 63) & ~(<usize>63)
  const missing = <i32>((top + 65535) >> 16) - memory.size()
  if (missing > 0 && memory.grow(missing) < 0) unreachable()
  return at
}

// ---- the blur -------------------------------------------------------------------------------------------------------

let width: i32 = 0
let height: i32 = 0
/** Windows along a row and down a column, and how many samples each takes in before its first value comes out. */
let windowX: i32 = 0
let windowY: i32 = 0
let leadX: i32 = 0
let leadY: i32 = 0
/** Columns gone through, in fours: the picture's and as many zeros as the last windows reach beyond it. */
let columns: i32 = 0
/** Four rows of luma, column by column. */
let luma: usize = 0
/** Four rows as they come out of the first two passes, column by column. */
let blurred: usize = 0
let countsX: usize = 0
let sums: usize = 0
/** The rows in the window, in groups of four: of each four columns of a group, four rows of four lie together. */
let kept: usize = 0
let keptRows: i32 = 0
/** The sampled columns of the rows in the second window. */
let keptSamples: usize = 0
let taken: i32 = 0
let sampledRows: i32 = 0

@inline
function windowOf(length: i32): i32 {
  return (length + 127) >> 7
}

@inline
function countAt(o: i32, length: i32, window: i32, lead: i32): f32 {
  return <f32>min(min(window, lead + o), length - o + window - lead)
}

@inline
function sampledAt(i: i32, length: i32): i32 {
  return ((2 * i + 1) * length) >> 7
}

function startBlur(w: i32, h: i32): void {
  width = w
  height = h
  windowX = windowOf(w)
  windowY = windowOf(h)
  leadX = (windowX + 2) >> 1
  leadY = (windowY + 2) >> 1
  columns = (w + leadX - 1 + 3) & ~3
  keptRows = ((windowY + 3) & ~3) + 4
  taken = 0
  sampledRows = 0
  const start = top
  const before = <usize>windowX << 4
  luma = reserve(before + (<usize>(columns + leadX + 4) << 4)) + before
  blurred = reserve(before + (<usize>columns << 4)) + before
  countsX = reserve(<usize>columns << 2)
  sums = reserve(<usize>columns << 2)
  kept = reserve(<usize>keptRows * (<usize>columns << 2))
  keptSamples = reserve(<usize>windowY << 8)
  memory.fill(start, 0, top - start)
  memory.fill(SAMPLE_SUMS, 0, 256)
  for (let o = 0; o < columns; o++)
    store<f32>(countsX + (<usize>o << 2), o < w ? countAt(o, w, windowX, leadX) : Infinity)
}

/** Takes the four rows that lie in `luma`: the first round along the rows and down the columns, the second along. */
function takeStrip(): void {
  const first = taken - leadY + 1
  taken += 4

  const count0 = f32x4.splat(rowCount(first))
  const count1 = f32x4.splat(rowCount(first + 1))
  const count2 = f32x4.splat(rowCount(first + 2))
  const count3 = f32x4.splat(rowCount(first + 3))
  let old0 = rowInWindow(taken - 4)
  let old1 = rowInWindow(taken - 3)
  let old2 = rowInWindow(taken - 2)
  let old3 = rowInWindow(taken - 1)
  let fresh = keptAt((taken - 4) % keptRows)

  let along = f32x4.splat(0)
  let again = f32x4.splat(0)
  let right = luma
  for (let i = 1; i < leadX; i++, right += 16) along = f32x4.add(along, v128.load(right))
  let left = right - (<usize>windowX << 4)
  let out = blurred
  let outLeft = out - (<usize>windowX << 4)
  let counts = countsX
  let column = sums

  let sample = 0
  let nextX = sampledAt(0, width) + leadX - 1

  for (let x = 0; x < columns; x += 4) {
    // Along the rows: four columns, lanes are rows.
    along = f32x4.sub(f32x4.add(along, v128.load(right)), v128.load(left))
    const a0 = f32x4.div(along, v128.load32_splat(counts))
    along = f32x4.sub(f32x4.add(along, v128.load(right, 16)), v128.load(left, 16))
    const a1 = f32x4.div(along, v128.load32_splat(counts, 4))
    along = f32x4.sub(f32x4.add(along, v128.load(right, 32)), v128.load(left, 32))
    const a2 = f32x4.div(along, v128.load32_splat(counts, 8))
    along = f32x4.sub(f32x4.add(along, v128.load(right, 48)), v128.load(left, 48))
    const a3 = f32x4.div(along, v128.load32_splat(counts, 12))

    // Down the columns: four rows, lanes are columns.
    const b0 = v128.shuffle<i32>(a0, a1, 0, 4, 1, 5)
    const b1 = v128.shuffle<i32>(a0, a1, 2, 6, 3, 7)
    const b2 = v128.shuffle<i32>(a2, a3, 0, 4, 1, 5)
    const b3 = v128.shuffle<i32>(a2, a3, 2, 6, 3, 7)
    const c0 = v128.shuffle<i64>(b0, b2, 0, 2)
    const c1 = v128.shuffle<i64>(b0, b2, 1, 3)
    const c2 = v128.shuffle<i64>(b1, b3, 0, 2)
    const c3 = v128.shuffle<i64>(b1, b3, 1, 3)
    // Stored before the old ones are read: a window of one to three rows holds rows of this very strip.
    v128.store(fresh, c0)
    v128.store(fresh, c1, 16)
    v128.store(fresh, c2, 32)
    v128.store(fresh, c3, 48)
    let down = v128.load(column)
    down = f32x4.sub(f32x4.add(down, c0), v128.load(old0))
    const d0 = f32x4.div(down, count0)
    down = f32x4.sub(f32x4.add(down, c1), v128.load(old1))
    const d1 = f32x4.div(down, count1)
    down = f32x4.sub(f32x4.add(down, c2), v128.load(old2))
    const d2 = f32x4.div(down, count2)
    down = f32x4.sub(f32x4.add(down, c3), v128.load(old3))
    const d3 = f32x4.div(down, count3)
    v128.store(column, down)

    // Along the rows again.
    const e0 = v128.shuffle<i32>(d0, d1, 0, 4, 1, 5)
    const e1 = v128.shuffle<i32>(d0, d1, 2, 6, 3, 7)
    const e2 = v128.shuffle<i32>(d2, d3, 0, 4, 1, 5)
    const e3 = v128.shuffle<i32>(d2, d3, 2, 6, 3, 7)
    const g0 = v128.shuffle<i64>(e0, e2, 0, 2)
    const g1 = v128.shuffle<i64>(e0, e2, 1, 3)
    const g2 = v128.shuffle<i64>(e1, e3, 0, 2)
    const g3 = v128.shuffle<i64>(e1, e3, 1, 3)
    v128.store(out, g0)
    v128.store(out, g1, 16)
    v128.store(out, g2, 32)
    v128.store(out, g3, 48)
    const h0 = f32x4.sub(f32x4.add(again, g0), v128.load(outLeft))
    const h1 = f32x4.sub(f32x4.add(h0, g1), v128.load(outLeft, 16))
    const h2 = f32x4.sub(f32x4.add(h1, g2), v128.load(outLeft, 32))
    again = f32x4.sub(f32x4.add(h2, g3), v128.load(outLeft, 48))

    if (nextX < x + 4) {
      v128.store(SCRATCH, h0)
      v128.store(SCRATCH, h1, 16)
      v128.store(SCRATCH, h2, 32)
      v128.store(SCRATCH, again, 48)
      do {
        const sum = v128.load(SCRATCH + (<usize>(nextX - x) << 4))
        const count = v128.load32_splat(countsX + (<usize>(nextX - leadX + 1) << 2))
        v128.store(SAMPLES + (<usize>sample << 4), f32x4.div(sum, count))
        sample++
        nextX = sample < SIDE ? sampledAt(sample, width) + leadX - 1 : i32.MAX_VALUE
      } while (nextX < x + 4)
    }

    right += 64
    left += 64
    counts += 16
    fresh += 64
    old0 += 64
    old1 += 64
    old2 += 64
    old3 += 64
    column += 16
    out += 64
    outLeft += 64
  }

  if (first + 3 < 0) return
  for (let j: usize = 0; j < 16; j++) {
    const at = SAMPLES + (j << 6)
    const a0 = v128.load(at)
    const a1 = v128.load(at, 16)
    const a2 = v128.load(at, 32)
    const a3 = v128.load(at, 48)
    const b0 = v128.shuffle<i32>(a0, a1, 0, 4, 1, 5)
    const b1 = v128.shuffle<i32>(a0, a1, 2, 6, 3, 7)
    const b2 = v128.shuffle<i32>(a2, a3, 0, 4, 1, 5)
    const b3 = v128.shuffle<i32>(a2, a3, 2, 6, 3, 7)
    const to = SAMPLE_ROWS + (j << 4)
    v128.store(to, v128.shuffle<i64>(b0, b2, 0, 2))
    v128.store(to, v128.shuffle<i64>(b0, b2, 1, 3), 256)
    v128.store(to, v128.shuffle<i64>(b1, b3, 0, 2), 512)
    v128.store(to, v128.shuffle<i64>(b1, b3, 1, 3), 768)
  }
  for (let i = 0; i < 4; i++)
    if (first + i >= 0 && first + i < height) takeSamples(first + i, SAMPLE_ROWS + (<usize>i << 8))
}

/** What a row of sums is divided by; rows outside the picture come to nothing, whatever this is. */
@inline
function rowCount(o: i32): f32 {
  return o >= 0 && o < height ? countAt(o, height, windowY, leadY) : 1
}

@inline
function keptAt(slot: i32): usize {
  return kept + <usize>(slot >> 2) * (<usize>columns << 4) + (<usize>(slot & 3) << 4)
}

/** The row that leaves the window when row y enters; zeros where there is none. */
@inline
function rowInWindow(y: i32): usize {
  return keptAt((y + keptRows - windowY) % keptRows)
}

/** The second round down the columns, for the sampled ones. Row y is to be taken, or zeros after the last. */
function takeSamples(y: i32, row: usize): void {
  const out = y - leadY + 1
  const old = keptSamples + (<usize>(y % windowY) << 8)
  for (let at: usize = 0; at < 256; at += 16) {
    const sample = v128.load(row + at)
    const sum = f32x4.add(v128.load(SAMPLE_SUMS + at), sample)
    v128.store(SAMPLE_SUMS + at, f32x4.sub(sum, v128.load(old + at)))
    v128.store(old + at, sample)
  }
  if (out < 0) return
  for (; sampledRows < SIDE && sampledAt(sampledRows, height) == out; sampledRows++) {
    const to = BLOCK + (<usize>sampledRows << 8)
    const count = f32x4.splat(countAt(out, height, windowY, leadY))
    for (let at: usize = 0; at < 256; at += 16)
      v128.store(to + at, f32x4.div(v128.load(SAMPLE_SUMS + at), count))
  }
}

/** After the last strip: what is still in the windows comes out. */
function endBlur(): void {
  memory.fill(luma, 0, <usize>columns << 4)
  while (taken < height + leadY - 1) takeStrip()
  memory.fill(SAMPLE_ROWS, 0, 256)
  for (let y = height; sampledRows < SIDE; y++) takeSamples(y, SAMPLE_ROWS)
}

// ---- luma -----------------------------------------------------------------------------------------------------------

/** Y = ((kr·R) + (kg·G)) + (kb·B) of four pixels whose samples lie in `pixels` as the masks say. */
@inline
function lumaOf(pixels: v128, reds: v128, greens: v128, blues: v128): v128 {
  const red = f32x4.mul(f32x4.splat(0.299), f32x4.convert_i32x4_s(v128.swizzle(pixels, reds)))
  const green = f32x4.mul(f32x4.splat(0.587), f32x4.convert_i32x4_s(v128.swizzle(pixels, greens)))
  const blue = f32x4.mul(f32x4.splat(0.114), f32x4.convert_i32x4_s(v128.swizzle(pixels, blues)))
  return f32x4.add(f32x4.add(red, green), blue)
}

@inline
function storeTurned(to: usize, a0: v128, a1: v128, a2: v128, a3: v128): void {
  const b0 = v128.shuffle<i32>(a0, a1, 0, 4, 1, 5)
  const b1 = v128.shuffle<i32>(a0, a1, 2, 6, 3, 7)
  const b2 = v128.shuffle<i32>(a2, a3, 0, 4, 1, 5)
  const b3 = v128.shuffle<i32>(a2, a3, 2, 6, 3, 7)
  v128.store(to, v128.shuffle<i64>(b0, b2, 0, 2))
  v128.store(to, v128.shuffle<i64>(b0, b2, 1, 3), 16)
  v128.store(to, v128.shuffle<i64>(b1, b3, 0, 2), 32)
  v128.store(to, v128.shuffle<i64>(b1, b3, 1, 3), 48)
}

/** Four rows of RGB, from `at`. Reads up to 16 bytes beyond them. */
function readRgb(at: usize): void {
  const reds = i8x16(0, -1, -1, -1, 3, -1, -1, -1, 6, -1, -1, -1, 9, -1, -1, -1)
  const greens = i8x16(1, -1, -1, -1, 4, -1, -1, -1, 7, -1, -1, -1, 10, -1, -1, -1)
  const blues = i8x16(2, -1, -1, -1, 5, -1, -1, -1, 8, -1, -1, -1, 11, -1, -1, -1)
  const stride = <usize>width * 3
  const end = luma + (<usize>width << 4)
  for (let to = luma; to < end; to += 64, at += 12)
    storeTurned(
      to,
      lumaOf(v128.load(at), reds, greens, blues),
      lumaOf(v128.load(at + stride), reds, greens, blues),
      lumaOf(v128.load(at + 2 * stride), reds, greens, blues),
      lumaOf(v128.load(at + 3 * stride), reds, greens, blues),
    )
  memory.fill(end, 0, 48)
}

/** Four rows of RGBA. */
function readRgba(at: usize): void {
  const reds = i8x16(0, -1, -1, -1, 4, -1, -1, -1, 8, -1, -1, -1, 12, -1, -1, -1)
  const greens = i8x16(1, -1, -1, -1, 5, -1, -1, -1, 9, -1, -1, -1, 13, -1, -1, -1)
  const blues = i8x16(2, -1, -1, -1, 6, -1, -1, -1, 10, -1, -1, -1, 14, -1, -1, -1)
  const stride = <usize>width << 2
  const end = luma + (<usize>width << 4)
  for (let to = luma; to < end; to += 64, at += 16)
    storeTurned(
      to,
      lumaOf(v128.load(at), reds, greens, blues),
      lumaOf(v128.load(at + stride), reds, greens, blues),
      lumaOf(v128.load(at + 2 * stride), reds, greens, blues),
      lumaOf(v128.load(at + 3 * stride), reds, greens, blues),
    )
  memory.fill(end, 0, 48)
}

/** Up to four rows of luma, `stride` bytes apart. */
function readLuma(at: usize, stride: usize, rows: i32): void {
  const end = luma + (<usize>width << 4)
  const zero = i32x4.splat(0)
  if (rows >= 4)
    for (let to = luma; to < end; to += 64, at += 16)
      storeTurned(to, v128.load(at), v128.load(at + stride), v128.load(at + 2 * stride), v128.load(at + 3 * stride))
  else
    for (let to = luma; to < end; to += 64, at += 16)
      storeTurned(
        to,
        v128.load(at),
        rows > 1 ? v128.load(at + stride) : zero,
        rows > 2 ? v128.load(at + 2 * stride) : zero,
        zero,
      )
  memory.fill(end, 0, 48)
}

// ---- a picture, its 512 path and its reduced plane --------------------------------------------------------------------

let channels: i32 = 0
let isBlurred: bool = true
let seen: i32 = 0
/** Luma of the 512 path; none when 0. */
let plane512: usize = 0
let columns512: usize = 0
let rows512: i32 = 0
/** The reduced plane; none when there are no cells. */
let cellsX: i32 = 0
let cellsY: i32 = 0
let cellsAt: usize = 0
let cellSums: usize = 0

/** Where the blur's own room begins: everything before it stays when another blur is started. */
let afterPlane: usize = 0

export let inputAt: usize = 0
export let planeAt: usize = 0

/** Starts a picture. `inputRows`, a multiple of four, is how many rows the caller will give at once. */
export function start(w: i32, h: i32, samples: i32, inputRows: i32, blurs: bool, has512: bool, cellColumns: i32, cellRows: i32): void {
  top = ARENA
  channels = samples
  isBlurred = blurs
  seen = 0
  inputAt = reserve(<usize>inputRows * <usize>(w * samples) + 16)
  plane512 = 0
  rows512 = 0
  if (has512) {
    plane512 = reserve(<usize>(SIDE_512 * SIDE_512) << 2)
    columns512 = reserve(<usize>SIDE_512 << 2)
    for (let x = 0; x < SIDE_512; x++)
      store<u32>(columns512 + (<usize>x << 2), <u32>(<u64>x * <u64>w / SIDE_512) << 4)
  }
  cellsX = cellColumns
  cellsY = cellRows
  if (cellsX > 0) {
    const bytes = <usize>cellsX * <usize>cellsY * 4
    cellsAt = reserve(bytes + 16)
    memory.fill(cellsAt, 0, bytes)
    cellSums = reserve((<usize>cellsX + 4) << 4)
  }
  planeAt = cellsAt
  afterPlane = top
  startBlur(w, h)
}

/** Takes rows that lie at `inputAt`. Only the picture's last may be no multiple of four; zeros follow them. */
export function take(rows: i32): void {
  const strip = <usize>(width * channels) << 2
  let at = inputAt
  for (let y = 0; y < rows; y += 4, at += strip) {
    if (channels == 3) readRgb(at)
    else readRgba(at)
    const given = min(4, rows - y)
    if (width == SIDE && height == SIDE) keepRaw()
    if (plane512) keep512(given)
    if (cellsX) keepCells(given)
    seen += given
    if (isBlurred) takeStrip()
  }
}

/** Of a picture that already is a block: the strip as it is. */
function keepRaw(): void {
  for (let i = 0; i < 4; i++)
    for (let x = 0; x < SIDE; x++)
      store<f32>(RAW + (<usize>((seen + i) * SIDE + x) << 2), load<f32>(luma + (<usize>x << 4) + (<usize>i << 2)))
}

/** Nearest neighbour: row y takes the source row ⌊y·height / 512⌋, and so do the columns. */
function keep512(given: i32): void {
  while (rows512 < SIDE_512) {
    const y = <i32>(<u64>rows512 * <u64>height / SIDE_512)
    if (y >= seen + given) return
    const from = luma + (<usize>(y - seen) << 2)
    const to = plane512 + (<usize>(rows512 * SIDE_512) << 2)
    for (let x: usize = 0; x < 2048; x += 4) store<f32>(to + x, load<f32>(from + load<u32>(columns512 + x)))
    rows512++
  }
}

/** Adds the strip to the reduced plane: every cell is the mean of its area, pixels on its edge in part. */
function keepCells(given: i32): void {
  let x = 0
  let rest: v128 = f32x4.splat(0)
  for (let c = 0; c < cellsX; c++) {
    const edge = (<f64>(c + 1) * <f64>width) / <f64>cellsX
    const whole = <i32>edge
    let sum = rest
    let at = luma + (<usize>x << 4)
    for (; x < whole; x++, at += 16) sum = f32x4.add(sum, v128.load(at))
    rest = f32x4.splat(0)
    if (x < width) {
      const share = f32x4.splat(<f32>(edge - <f64>whole))
      const pixel = v128.load(at)
      const part = f32x4.mul(pixel, share)
      sum = f32x4.add(sum, part)
      rest = f32x4.sub(pixel, part)
      x++
    }
    v128.store(cellSums + (<usize>c << 4), sum)
  }
  const perPixel = <f64>cellsX / <f64>width
  const scaleY = <f64>cellsY / <f64>height
  for (let i = 0; i < given; i++) {
    const from = <f64>(seen + i) * scaleY
    const to = <f64>(seen + i + 1) * scaleY
    const cell = min(cellsY - 1, <i32>from)
    const inFirst = min(to, <f64>(cell + 1)) - from
    addCells(cell, i, <f32>(inFirst * perPixel))
    if (cell + 1 < cellsY && to > <f64>(cell + 1)) addCells(cell + 1, i, <f32>((to - <f64>(cell + 1)) * perPixel))
  }
}

function addCells(cell: i32, lane: i32, weight: f32): void {
  let to = cellsAt + (<usize>(cell * cellsX) << 2)
  let from = cellSums + (<usize>lane << 2)
  for (let c = 0; c < cellsX; c++, to += 4, from += 16) store<f32>(to, load<f32>(to) + weight * load<f32>(from))
}

/** After the last row: the block of the whole picture is ready. */
export function end(): void {
  endBlur()
}

/** The block of the 512 path, after all else is done with the picture. */
export function block512(): void {
  top = afterPlane
  hashPlane(plane512, SIDE_512, SIDE_512, SIDE_512)
}

// ---- parts of a plane of luma -----------------------------------------------------------------------------------------

let planeWidth: i32 = 0

/** Makes room for a plane at `planeAt`. */
export function startPlane(w: i32, h: i32): void {
  top = ARENA
  planeWidth = w
  planeAt = reserve((<usize>w * <usize>h << 2) + 16)
  afterPlane = top
}

/** The block of one part of the plane. */
export function part(left: i32, upper: i32, w: i32, h: i32): void {
  top = afterPlane
  hashPlane(planeAt + (<usize>upper * <usize>planeWidth + <usize>left << 2), planeWidth, w, h)
}

function hashPlane(at: usize, stride: i32, w: i32, h: i32): void {
  startBlur(w, h)
  const bytes = <usize>stride << 2
  for (let y = 0; y < h; y += 4, at += bytes << 2) {
    readLuma(at, bytes, h - y)
    seen = y
    if (w == SIDE && h == SIDE) keepRaw()
    takeStrip()
  }
  endBlur()
}

// ---- from the block to the bits ---------------------------------------------------------------------------------------

/** Once, when the matrix has been written: its other order. */
export function setUp(): void {
  for (let i = 0; i < 16; i++)
    for (let k = 0; k < SIDE; k++)
      store<f32>(TURNED_MATRIX + (<usize>(k * 16 + i) << 2), load<f32>(MATRIX + (<usize>(i * SIDE + k) << 2)))
}

/** Quality, coefficients, hash and judgement of the blurred block, and its eight forms; of the raw block no forms. */
export function hash(isRaw: bool): void {
  const block = isRaw ? RAW : BLOCK
  transform(block)
  store<i32>(QUALITY, qualityOf(block))
  const median = medianOf(0, 0)
  let near = 0
  for (let at: usize = 0; at < 1024; at += 4)
    if (abs(<f64>load<f32>(COEFFICIENTS + at) - <f64>median) < 0.01) near++
  store<i32>(NEAR, near)
  bits(0, COEFFICIENTS, 0, 0, median)
  if (isRaw) return
  for (let at = 0; at < 256; at++)
    store<f32>(TURNED + (<usize>(((at & 15) << 4) | (at >> 4)) << 2), load<f32>(COEFFICIENTS + (<usize>at << 2)))
  // The forms go in pairs: the same signs, transposed or not, so the same median.
  const evenColumns = medianOf(EVEN, 0)
  const evenRows = medianOf(0, EVEN)
  const odd = medianOf(ODD, 1)
  bits(1, TURNED, 0, EVEN, evenColumns) // rotate90
  bits(2, COEFFICIENTS, ODD, 1, odd) // rotate180
  bits(3, TURNED, EVEN, 0, evenRows) // rotate270
  bits(4, COEFFICIENTS, 0, EVEN, evenRows) // flipX
  bits(5, COEFFICIENTS, EVEN, 0, evenColumns) // flipY
  bits(6, TURNED, 0, 0, median) // flipPlus1
  bits(7, TURNED, ODD, 1, odd) // flipMinus1
}

/** Which columns change sign (of the even rows), and which rows: none, the even ones, the odd ones. */
const EVEN: i32 = 2
const ODD: i32 = 3

/** The signs of four coefficients in a row, as a mask to be flipped. */
@inline
function signs(row: i32, byColumn: i32, byRow: i32): v128 {
  const evenLanes = i32x4(i32.MIN_VALUE, 0, i32.MIN_VALUE, 0)
  const oddLanes = i32x4(0, i32.MIN_VALUE, 0, i32.MIN_VALUE)
  if (byColumn == EVEN) return evenLanes
  if (byColumn == ODD) return (row & 1) == 0 ? oddLanes : evenLanes
  return byRow == EVEN && (row & 1) == 0 ? i32x4.splat(i32.MIN_VALUE) : i32x4.splat(0)
}

/** D · block · Dᵀ; each sum in one lane, from the first term to the last. */
function transform(block: usize): void {
  for (let i: usize = 0; i < 16; i += 2)
    for (let j: usize = 0; j < 256; j += 64) {
      let a0 = f32x4.splat(0)
      let a1 = a0
      let a2 = a0
      let a3 = a0
      let b0 = a0
      let b1 = a0
      let b2 = a0
      let b3 = a0
      let row = MATRIX + (i << 8)
      let from = block + j
      for (let k = 0; k < SIDE; k++, row += 4, from += 256) {
        const a = v128.load32_splat(row)
        const b = v128.load32_splat(row, 256)
        const c0 = v128.load(from)
        const c1 = v128.load(from, 16)
        const c2 = v128.load(from, 32)
        const c3 = v128.load(from, 48)
        a0 = f32x4.add(a0, f32x4.mul(a, c0))
        a1 = f32x4.add(a1, f32x4.mul(a, c1))
        a2 = f32x4.add(a2, f32x4.mul(a, c2))
        a3 = f32x4.add(a3, f32x4.mul(a, c3))
        b0 = f32x4.add(b0, f32x4.mul(b, c0))
        b1 = f32x4.add(b1, f32x4.mul(b, c1))
        b2 = f32x4.add(b2, f32x4.mul(b, c2))
        b3 = f32x4.add(b3, f32x4.mul(b, c3))
      }
      const to = HALF + (i << 8) + j
      v128.store(to, a0)
      v128.store(to, a1, 16)
      v128.store(to, a2, 32)
      v128.store(to, a3, 48)
      v128.store(to, b0, 256)
      v128.store(to, b1, 272)
      v128.store(to, b2, 288)
      v128.store(to, b3, 304)
    }
  for (let i: usize = 0; i < 16; i++) {
    let a0 = f32x4.splat(0)
    let a1 = a0
    let a2 = a0
    let a3 = a0
    let half = HALF + (i << 8)
    let from = TURNED_MATRIX
    for (let k = 0; k < SIDE; k++, half += 4, from += 64) {
      const a = v128.load32_splat(half)
      a0 = f32x4.add(a0, f32x4.mul(a, v128.load(from)))
      a1 = f32x4.add(a1, f32x4.mul(a, v128.load(from, 16)))
      a2 = f32x4.add(a2, f32x4.mul(a, v128.load(from, 32)))
      a3 = f32x4.add(a3, f32x4.mul(a, v128.load(from, 48)))
    }
    const to = COEFFICIENTS + (i << 6)
    v128.store(to, a0)
    v128.store(to, a1, 16)
    v128.store(to, a2, 32)
    v128.store(to, a3, 48)
  }
}

@inline
function sumOf(lanes: v128): i32 {
  return (
    i32x4.extract_lane(lanes, 0) +
    i32x4.extract_lane(lanes, 1) +
    i32x4.extract_lane(lanes, 2) +
    i32x4.extract_lane(lanes, 3)
  )
}

/** Whole hundredths of the grey scale between four pairs of neighbours. */
@inline
function steps(u: v128, v: v128): v128 {
  const part = f32x4.div(f32x4.mul(f32x4.sub(u, v), f32x4.splat(100)), f32x4.splat(255))
  return i32x4.abs(i32x4.trunc_sat_f32x4_s(part))
}

function qualityOf(block: usize): i32 {
  let total = i32x4.splat(0)
  for (let at = block; at < block + 63 * 256; at += 16) total = i32x4.add(total, steps(v128.load(at), v128.load(at, 256)))
  for (let row = block; row < block + 64 * 256; row += 256) {
    for (let at = row; at < row + 240; at += 16) total = i32x4.add(total, steps(v128.load(at), v128.load(at, 4)))
    // The last lane has no neighbour: it meets itself.
    const last = v128.load(row, 240)
    total = i32x4.add(total, steps(last, v128.shuffle<i32>(last, last, 1, 2, 3, 3)))
  }
  return min(100, sumOf(total) / 90)
}

/** Signed integers in the order of singles. */
@inline
function keyOf(bits: i32): i32 {
  return bits ^ ((bits >> 31) & 0x7fffffff)
}

/** The 128th smallest coefficient, after some have changed sign: halving the range of what it may be. */
function medianOf(byColumn: i32, byRow: i32): f32 {
  const keys = HALF // no longer in use
  let least = i32x4.splat(i32.MAX_VALUE)
  let most = i32x4.splat(i32.MIN_VALUE)
  for (let row = 0; row < 16; row++) {
    const flip = signs(row, byColumn, byRow)
    for (let at: usize = <usize>row << 6; at < (<usize>row << 6) + 64; at += 16) {
      const raw = v128.xor(v128.load(COEFFICIENTS + at), flip)
      const key = v128.xor(raw, v128.and(i32x4.shr_s(raw, 31), i32x4.splat(0x7fffffff)))
      v128.store(keys + at, key)
      least = i32x4.min_s(least, key)
      most = i32x4.max_s(most, key)
    }
  }
  let low = min(
    min(i32x4.extract_lane(least, 0), i32x4.extract_lane(least, 1)),
    min(i32x4.extract_lane(least, 2), i32x4.extract_lane(least, 3)),
  )
  let high = max(
    max(i32x4.extract_lane(most, 0), i32x4.extract_lane(most, 1)),
    max(i32x4.extract_lane(most, 2), i32x4.extract_lane(most, 3)),
  )
  // The smallest key that at least 128 keys do not exceed.
  while (low < high) {
    const middle = <i32>((<i64>low + <i64>high) >> 1)
    const limit = i32x4.splat(middle)
    let a = i32x4.splat(0)
    let b = a
    for (let at: usize = 0; at < 1024; at += 32) {
      a = i32x4.add(a, i32x4.gt_s(v128.load(keys + at), limit))
      b = i32x4.add(b, i32x4.gt_s(v128.load(keys + at, 16), limit))
    }
    if (256 + sumOf(i32x4.add(a, b)) >= 128) high = middle
    else low = middle + 1
  }
  return reinterpret<f32>(keyOf(low))
}

/** Bit 16·i + j: whether coefficient (i, j) lies strictly above the median; bit 0 is the last byte's lowest. */
function bits(form: usize, from: usize, byColumn: i32, byRow: i32, median: f32): void {
  const limit = f32x4.splat(median)
  for (let row = 0; row < 16; row++) {
    const flip = signs(row, byColumn, byRow)
    const at = from + (<usize>row << 6)
    const word =
      i32x4.bitmask(f32x4.gt(v128.xor(v128.load(at), flip), limit)) |
      (i32x4.bitmask(f32x4.gt(v128.xor(v128.load(at, 16), flip), limit)) << 4) |
      (i32x4.bitmask(f32x4.gt(v128.xor(v128.load(at, 32), flip), limit)) << 8) |
      (i32x4.bitmask(f32x4.gt(v128.xor(v128.load(at, 48), flip), limit)) << 12)
    const to = HASHES + (form << 5) + 30 - <usize>(row << 1)
    store<u8>(to, word >> 8)
    store<u8>(to, word, 1)
  }
}
