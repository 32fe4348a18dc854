/**
 * PDQ of decoded pixels. Where WebAssembly with vectors is at hand a kernel computes it (kernel/pdq.as.ts), else the plain
 * walk of reference.ts: the same to the last bit, some times slower.
 */

import { borrowKernel, returnKernel } from './kernel.ts'
import type { Pixels } from './picture.ts'
import { type FormName, type Pdq, referenceViewsOfBlock, type Views } from './reference.ts'
import { walkPixels } from './walk.ts'

export { FORM_NAMES, type FormName, formsOf, type Pdq, type Views, type Weakness } from './reference.ts'

/**
 * The hash of a picture at full resolution.
 * A picture of exactly 64 × 64 pixels is not blurred (the reference's shortcut, which its eight forms do not take).
 * Throws RangeError when the pixels are not as many as the sides say.
 */
export function pdq(pixels: Pixels): Pdq {
  return pdqViews(pixels).plain
}

/** The hashes of the eight ways a picture can lie, from one transform. Throws RangeError as `pdq` does. */
export function pdqForms(pixels: Pixels): Record<FormName, Uint8Array> {
  return pdqViews(pixels).forms
}

/** `pdq` and `pdqForms` together, for the cost of one. Throws RangeError as `pdq` does. */
export function pdqViews(pixels: Pixels): Views {
  return walkPixels(pixels, { with512: false }).full
}

/** The same of a picture that is already blurred and sampled: 64 rows of 64 luma values. */
export function viewsOfBlock(block: Float32Array): Views {
  const kernel = borrowKernel()
  if (!kernel) return referenceViewsOfBlock(block)
  kernel.writeBlock(block)
  const views = kernel.views(false)
  returnKernel(kernel)
  return views
}

/** Number of differing bits. Throws RangeError when the lengths differ. */
export function distance(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) throw new RangeError(`hashes of ${a.length} and ${b.length} bytes cannot be compared`)
  let bits = 0
  for (let i = 0; i < a.length; i++) for (let left = a[i]! ^ b[i]!; left; left &= left - 1) bits++
  return bits
}
