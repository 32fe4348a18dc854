/**
 * PDQ, the 256-bit perceptual hash of facebook/ThreatExchange (`pdq/cpp`, commit baefb4e), bit for bit: the one to read.
 * Where WebAssembly is at hand, kernel/pdq.as.ts computes the same faster.
 *
 * Luma → two box blurs → 64 × 64 samples → discrete cosine transform, frequencies 1 to 16 both ways → one bit per
 * coefficient: above the median or not. All in IEEE single precision, in the reference's order of summation: on
 * pictures whose coefficients tie or vanish (gradients, plain fields) the rounding alone decides the bits.
 */

import { BLOCK, blurredBlock, type Lines, plainBlock } from './blur.ts'
import type { Sides } from './picture.ts'

/** The eight ways a picture can lie, named as in the reference; flipX exchanges top and bottom, flipY is the mirror. */
export const FORM_NAMES = [
  'original',
  'rotate90', // a quarter turn counter-clockwise
  'rotate180',
  'rotate270',
  'flipX',
  'flipY',
  'flipPlus1', // transposed
  'flipMinus1', // transposed on the other diagonal
] as const

export type FormName = (typeof FORM_NAMES)[number]

/**
 * Why a hash is not to be matched as others are: a side under 5 pixels; nothing to see at all, so that the bits are noise;
 * quality under 50; variation along one axis only.
 */
export type Weakness = 'too-small' | 'blank' | 'quality' | 'one-axis'

export interface Pdq {
  /** 32 bytes in the order of the text form: the first byte holds bits 255 to 248. */
  hash: Uint8Array
  /** 0 to 100: how much there is to see. The reference discards hashes of 49 or less. */
  quality: number
  /** Whether the hash says anything about the picture. If not, match it by its digests alone. */
  informative: boolean
  /** Present exactly when it is not informative. */
  reason?: Weakness
}

export interface Views {
  plain: Pdq
  forms: Record<FormName, Uint8Array>
}

/** Below this side nothing is computed: 64 zeros, quality 0. */
const MIN_SIDE = 5
const MIN_QUALITY = 50
const MAX_NEAR_MEDIAN = 16
/** Coefficients per side. */
const SIDE = 16
const BITS = SIDE * SIDE

/** The plain hash and the eight forms of a picture at full resolution. The caller has checked its sides. */
export function referenceViews(lines: Lines): Views {
  if (isTooSmall(lines)) return nothing()
  const views = referenceViewsOfBlock(blurredBlock(lines))
  // A picture of exactly 64 × 64 is not blurred: the reference's shortcut, which its eight forms do not take.
  return isBlock(lines) ? { ...views, plain: judge(plainBlock(lines)).plain } : views
}

/** The same of a picture that is already blurred and sampled: 64 rows of 64 luma values. */
export function referenceViewsOfBlock(block: Float32Array): Views {
  const { plain, coefficients } = judge(block)
  return { plain, forms: formsOf((name) => bitsOf(turned(coefficients, name))) }
}

export const isTooSmall = ({ width, height }: Sides) => width < MIN_SIDE || height < MIN_SIDE
export const isBlock = ({ width, height }: Sides) => width === BLOCK && height === BLOCK

/** What there is to say of a picture that is too small: zeros. */
export function nothing(): Views {
  const zeros = () => new Uint8Array(BITS / 8)
  return {
    plain: { hash: zeros(), quality: 0, informative: false, reason: 'too-small' },
    forms: formsOf(zeros),
  }
}

/** A hash with what it is worth; `near` counts the coefficients within 0.01 of the median (see `nearMedian`). */
export function judged(hash: Uint8Array, quality: number, near: number): Pdq {
  const isNoise = near > MAX_NEAR_MEDIAN
  const weak = quality < MIN_QUALITY ? 'quality' : isNoise ? 'one-axis' : null
  const reason = quality === 0 && isNoise ? 'blank' : weak
  return { hash, quality, informative: !reason, ...(reason && { reason }) }
}

/** One value per form. */
export function formsOf<T>(form: (name: FormName) => T): Record<FormName, T> {
  return {
    original: form('original'),
    rotate90: form('rotate90'),
    rotate180: form('rotate180'),
    rotate270: form('rotate270'),
    flipX: form('flipX'),
    flipY: form('flipY'),
    flipPlus1: form('flipPlus1'),
    flipMinus1: form('flipMinus1'),
  }
}

function judge(block: Float32Array): { plain: Pdq; coefficients: Float32Array } {
  const coefficients = transform(block)
  return { coefficients, plain: judged(bitsOf(coefficients), qualityOf(block), nearMedian(coefficients)) }
}

/** Sum of the steps between neighbours, in whole hundredths of the grey scale (a step under 2.55 counts as nothing). */
function qualityOf(block: Float32Array): number {
  const step = (u: number, v: number) => Math.abs(Math.trunc(Math.fround(Math.fround(Math.fround(u - v) * 100) / 255)))
  let total = 0
  for (let i = 0; i < BLOCK; i++)
    for (let j = 0; j < BLOCK; j++) {
      const at = i * BLOCK + j
      if (i + 1 < BLOCK) total += step(block[at]!, block[at + BLOCK]!)
      if (j + 1 < BLOCK) total += step(block[at]!, block[at + 1]!)
    }
  return Math.min(100, Math.floor(total / 90))
}

/**
 * A guard of our own. In a picture that varies along one axis only (barcode, stripes) every coefficient is zero up to
 * rounding, because the constant term is left out in both directions: its hash is noise, whatever its quality. Such
 * pictures have all 256 coefficients within 0.01 of the median; of 141 others of quality ≥ 50, none had more than 6.
 */
function nearMedian(coefficients: Float32Array): number {
  const median = medianOf(coefficients)
  return coefficients.reduce((near, value) => near + (Math.abs(value - median) < 0.01 ? 1 : 0), 0)
}

/** The transform's 16 × 64 matrix: row i holds frequency i + 1. Rounded once, from double. */
export function dctMatrix(): Float32Array {
  const scale = Math.fround(Math.sqrt(2 / BLOCK))
  return Float32Array.from({ length: SIDE * BLOCK }, (_, at) => {
    const i = Math.floor(at / BLOCK)
    const j = at % BLOCK
    return scale * Math.cos((Math.PI / 2 / BLOCK) * (i + 1) * (2 * j + 1))
  })
}

/** D · block · Dᵀ, each sum in one single-precision accumulator from the first term to the last. */
function transform(block: Float32Array): Float32Array {
  const matrix = dctMatrix()
  const half = new Float32Array(SIDE * BLOCK)
  for (let i = 0; i < SIDE; i++)
    for (let j = 0; j < BLOCK; j++) {
      let sum = 0
      for (let k = 0; k < BLOCK; k++)
        sum = Math.fround(sum + Math.fround(matrix[i * BLOCK + k]! * block[k * BLOCK + j]!))
      half[i * BLOCK + j] = sum
    }
  const coefficients = new Float32Array(BITS)
  for (let i = 0; i < SIDE; i++)
    for (let j = 0; j < SIDE; j++) {
      let sum = 0
      for (let k = 0; k < BLOCK; k++)
        sum = Math.fround(sum + Math.fround(half[i * BLOCK + k]! * matrix[j * BLOCK + k]!))
      coefficients[i * SIDE + j] = sum
    }
  return coefficients
}

/** The coefficients that the picture would have, lying as `name` says: an odd frequency changes sign when mirrored. */
function turned(coefficients: Float32Array, name: FormName): Float32Array {
  const [isTransposed, isNegative] = TURNS[name]
  const out = new Float32Array(BITS)
  for (let i = 0; i < SIDE; i++)
    for (let j = 0; j < SIDE; j++) {
      const value = coefficients[i * SIDE + j]!
      out[isTransposed ? j * SIDE + i : i * SIDE + j] = isNegative(i, j) ? -value : value
    }
  return out
}

const TURNS: Record<FormName, readonly [isTransposed: boolean, isNegative: (i: number, j: number) => boolean]> = {
  original: [false, () => false],
  rotate90: [true, (_, j) => j % 2 === 0],
  rotate180: [false, (i, j) => (i + j) % 2 === 1],
  rotate270: [true, (i) => i % 2 === 0],
  flipX: [false, (i) => i % 2 === 0],
  flipY: [false, (_, j) => j % 2 === 0],
  flipPlus1: [true, () => false],
  flipMinus1: [true, (i, j) => (i + j) % 2 === 1],
}

/** The lower median: the 128th smallest of 256, not the mean of the two middle ones. */
function medianOf(coefficients: Float32Array): number {
  return coefficients.slice().sort()[BITS / 2 - 1]!
}

/** Bit 16·i + j says whether coefficient (i, j) lies strictly above the median; bit 0 is the last byte's lowest. */
function bitsOf(coefficients: Float32Array): Uint8Array {
  const median = medianOf(coefficients)
  const hash = new Uint8Array(BITS / 8)
  for (let bit = 0; bit < BITS; bit++) if (coefficients[bit]! > median) hash[31 - (bit >> 3)]! |= 1 << (bit & 7)
  return hash
}
