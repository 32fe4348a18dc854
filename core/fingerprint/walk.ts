/**
 * One walk over a picture's rows, from the top down, that yields all there is to hash of it: the full resolution, the
 * 512-pixel path and a reduced plane. The rows may come in strips of any height, so that whoever decodes never holds
 * the whole picture's pixels: the walk keeps two windows of rows.
 */

import { linesOf } from './blur.ts'
import { borrowKernel, type Kernel, returnKernel } from './kernel.ts'
import { checkPixels, checkSides, exceeds512, type Pixels, resize512, type Sides } from './picture.ts'
import { type Plane, reduced } from './reduce.ts'
import { isBlock, isTooSmall, nothing, referenceViews, type Views } from './reference.ts'

export interface Wanted {
  /** Whether the 512-pixel path is taken where it differs. Otherwise only the full resolution. Default true. */
  with512?: boolean
  /** Cells of a reduced plane, each the mean luma of its area; a side of more cells than pixels gets as many as pixels. */
  plane?: Sides
}

export interface Walked {
  full: Views
  /** Only when a side exceeds 512 pixels. */
  path512?: Views
  /** Only when wanted. */
  plane?: Plane
}

export interface PictureWalk {
  /** The next rows, whole ones, as many as you like: R, G, B or R, G, B, A. RangeError for half a row or too many. */
  push(rows: Uint8Array | Uint8ClampedArray): void
  /** Once, after the last row. RangeError when rows are missing. */
  finish(): Walked
}

/** Begins a picture of these sides, in pixels. RangeError when they are no sides of a picture. */
export function startPicture(sides: Omit<Pixels, 'data'>, wanted: Wanted = {}): PictureWalk {
  checkSides(sides)
  const { width, height, channels } = sides
  const job: Job = { ...sides, with512: wanted.with512 !== false && exceeds512(sides) }
  if (wanted.plane)
    job.cells = { width: Math.min(wanted.plane.width, width), height: Math.min(wanted.plane.height, height) }
  const kernel = borrowKernel()
  const { take, finish } = kernel ? walkOf(kernel, job) : collect(job)
  let left = height
  return {
    push(rows) {
      const count = rows.length / (width * channels)
      if (!Number.isInteger(count) || count > left)
        throw new RangeError(`${rows.length} samples are not whole rows of the ${left} that are left`)
      left -= count
      take(rows)
    },
    finish() {
      if (left !== 0) throw new RangeError(`${left} of ${height} rows are missing`)
      return finish()
    },
  }
}

/** The same of pixels that are all there. Throws RangeError when they do not fit their sides. */
export function walkPixels(pixels: Pixels, wanted: Wanted = {}): Walked {
  checkPixels(pixels)
  const walk = startPicture(pixels, wanted)
  walk.push(pixels.data)
  return walk.finish()
}

interface Job extends Omit<Pixels, 'data'> {
  with512: boolean
  cells?: Sides
}

/** Bytes that are copied into the kernel at once: they stay in a processor's cache. */
const INPUT_BYTES = 2 ** 17

function walkOf(kernel: Kernel, job: Job) {
  const { width, height, channels, with512, cells } = job
  const row = width * channels
  // Four rows at a time are what the kernel works on.
  const fours = (rows: number) => 4 * Math.ceil(rows / 4)
  const room = Math.min(fours(height), Math.max(4, 4 * Math.floor(INPUT_BYTES / (4 * row))))
  kernel.start(width, height, channels, room, true, with512, cells?.width ?? 0, cells?.height ?? 0)
  const input = kernel.input(room * row)
  let waiting = 0
  return {
    take(rows: Uint8Array | Uint8ClampedArray) {
      for (let at = 0; at < rows.length; ) {
        const next = rows.subarray(at, at + (room - waiting) * row)
        input.set(next, waiting * row)
        at += next.length
        waiting += next.length / row
        if (waiting < room) return
        kernel.take(waiting)
        waiting = 0
      }
    },
    finish(): Walked {
      if (waiting) {
        input.fill(0, waiting * row, fours(waiting) * row)
        kernel.take(waiting)
      }
      kernel.end()
      const full = isTooSmall(job) ? nothing() : kernel.views(isBlock(job))
      const plane = cells && { ...cells, luma: kernel.plane(cells.width * cells.height).slice() }
      if (with512) kernel.block512()
      const path512 = with512 ? kernel.views(false) : undefined
      returnKernel(kernel)
      return { full, ...(path512 && { path512 }), ...(plane && { plane }) }
    },
  }
}

/** Without the kernel: all rows together, then as it is written down. */
function collect({ width, height, channels, with512, cells }: Job) {
  const pixels = { width, height, channels, data: new Uint8Array(width * height * channels) }
  let at = 0
  return {
    take(rows: Uint8Array | Uint8ClampedArray) {
      pixels.data.set(rows, at)
      at += rows.length
    },
    finish(): Walked {
      return {
        full: referenceViews(linesOf(pixels)),
        ...(with512 && { path512: referenceViews(linesOf(resize512(pixels))) }),
        ...(cells && { plane: reduced(linesOf(pixels), cells) }),
      }
    },
  }
}
