/**
 * The 64 × 64 blocks that PDQ would look at in any part of a picture, from a reduced plane of its luma.
 *
 * PDQ blurs a part of n pixels with two boxes of ⌈n / 128⌉ and keeps 64 samples a side: it looks through tents about two
 * samples wide. On a plane of some hundred cells such a tent spans several, so it can be laid where the picture's own
 * pixels would put it: no need to go back to them, nor for a part to begin at a cell's edge. A part may also reach
 * outside, where there is a ground of one grey: that is the picture framed.
 */

import { BLOCK } from './blur.ts'
import type { Sides } from './picture.ts'
import type { Plane } from './reduce.ts'

/** In shares of the picture's sides. */
export interface Part {
  left: number
  top: number
  right: number
  bottom: number
  /** Luma outside the picture, 0 to 255. */
  ground?: number
}

/**
 * The blocks of several parts, in their order; those of the same width share their pass along the rows. `picture` has
 * the sides, in pixels, of what `plane` was reduced from.
 */
export function blocksOf(plane: Plane, picture: Sides, parts: readonly Part[]): Float32Array[] {
  const passes = new Map<string, Float32Array>()
  return parts.map((part) => {
    const { left, top, right, bottom, ground = 0 } = part
    const key = `${left} ${right} ${ground}`
    const pass = passes.get(key) ?? alongRows(plane, tentsOf(plane.width, picture.width, [left, right]), ground)
    passes.set(key, pass)
    return downColumns(pass, tentsOf(plane.height, picture.height, [top, bottom]))
  })
}

/** What each of the 64 samples of a part sees of the plane's cells along one side: from which on, and how much of each. */
interface Tents {
  first: Int32Array
  weights: Float32Array[]
}

function tentsOf(cells: number, pixels: number, [from, to]: [number, number]): Tents {
  const length = Math.max(1, Math.round((to - from) * pixels))
  const window = Math.floor((length + 127) / 128)
  const perPixel = cells / pixels
  const reach = window * perPixel
  // An even window lies half a pixel towards the end, in each of the two rounds.
  const shift = window % 2 ? 0.5 : 1.5
  const first = new Int32Array(BLOCK)
  const weights = Array.from({ length: BLOCK }, (_, i) => {
    const centre = from * cells + (Math.floor(((2 * i + 1) * length) / (2 * BLOCK)) + shift) * perPixel
    const start = Math.max(0, Math.floor(centre - reach))
    const end = Math.min(cells, Math.ceil(centre + reach))
    first[i] = start
    const seen = new Float32Array(Math.max(0, end - start))
    let before = tentUpTo((start - centre) / reach)
    for (let k = 0; k < seen.length; k++) {
      const next = tentUpTo((start + k + 1 - centre) / reach)
      seen[k] = next - before
      before = next
    }
    return seen
  })
  return { first, weights }
}

/** The share of a tent over -1 to 1 that lies left of t. */
function tentUpTo(t: number): number {
  if (t <= -1) return 0
  if (t >= 1) return 1
  return t < 0 ? (1 + t) ** 2 / 2 : 1 - (1 - t) ** 2 / 2
}

/** Luma above the ground, so that nothing need be added where a part reaches outside: PDQ leaves out the mean. */
function alongRows({ width, height, luma }: Plane, { first, weights }: Tents, ground: number): Float32Array {
  const pass = new Float32Array(height * BLOCK)
  for (let y = 0; y < height; y++)
    for (let j = 0; j < BLOCK; j++) {
      const seen = weights[j]!
      let sum = 0
      for (let k = 0, at = y * width + first[j]!; k < seen.length; k++, at++) sum += seen[k]! * (luma[at]! - ground)
      pass[y * BLOCK + j] = sum
    }
  return pass
}

function downColumns(pass: Float32Array, { first, weights }: Tents): Float32Array {
  const block = new Float32Array(BLOCK * BLOCK)
  for (let i = 0; i < BLOCK; i++) {
    const seen = weights[i]!
    for (let k = 0; k < seen.length; k++) {
      const weight = seen[k]!
      const from = (first[i]! + k) * BLOCK
      for (let j = 0; j < BLOCK; j++) block[i * BLOCK + j]! += weight * pass[from + j]!
    }
  }
  return block
}
