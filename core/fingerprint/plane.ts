/**
 * Hashes of the parts of one plane of luma, each as PDQ would hash a picture of just that part: windows and samples by
 * the part's own sides. The plane is copied into the kernel once for all of them.
 */

import type { Lines } from './blur.ts'
import { borrowKernel, returnKernel } from './kernel.ts'
import type { Pixels, Sides } from './picture.ts'
import type { Plane } from './reduce.ts'
import { isBlock, isTooSmall, nothing, referenceViews, type Views } from './reference.ts'
import { walkPixels } from './walk.ts'

/** In cells of the plane. */
export interface PlanePart extends Sides {
  left: number
  top: number
}

/** Sides in proportion, the longer one `side`; the picture's own when it is no larger. */
export function reducedSides({ width, height }: Sides, side: number): Sides {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * Mean luma, so that the longer side is `side` cells; a smaller picture keeps its own sides.
 * Throws RangeError when the pixels do not fit their sides.
 */
export function reducedPlane(pixels: Pixels, side: number): Plane {
  return walkPixels(pixels, { with512: false, plane: reducedSides(pixels, side) }).plane!
}

/** The hash and the eight forms of a part of a plane, or of all of it. Throws RangeError as `hashParts` does. */
export function hashPlane(plane: Plane, part: PlanePart = { left: 0, top: 0, ...sidesOf(plane) }): Views {
  return hashParts(plane, [part])[0]!
}

/** The same of several parts, in their order. Throws RangeError for a part that is not within the plane. */
export function hashParts(plane: Plane, parts: readonly PlanePart[]): Views[] {
  checkPlane(plane)
  for (const part of parts) checkPart(plane, part)
  const kernel = borrowKernel()
  if (!kernel) return parts.map((part) => referenceViews(linesOfPart(plane, part)))
  kernel.startPlane(plane.width, plane.height)
  kernel.plane(plane.luma.length).set(plane.luma)
  const views = parts.map((part) => {
    if (isTooSmall(part)) return nothing()
    kernel.part(part.left, part.top, part.width, part.height)
    return kernel.views(isBlock(part))
  })
  returnKernel(kernel)
  return views
}

const sidesOf = ({ width, height }: Sides) => ({ width, height })

function linesOfPart(plane: Plane, { left, top, width, height }: PlanePart): Lines {
  const read = (y: number, line: Float32Array) => {
    const from = (top + y) * plane.width + left
    line.set(plane.luma.subarray(from, from + width))
  }
  return { width, height, read }
}

function checkPlane({ width, height, luma }: Plane): void {
  if (width < 1 || height < 1 || luma.length !== width * height)
    throw new RangeError(`a plane of ${width} × ${height} has ${width * height} values, not ${luma.length}`)
}

function checkPart(plane: Sides, { left, top, width, height }: PlanePart): void {
  const fits = (from: number, length: number, whole: number) =>
    Number.isInteger(from) && Number.isInteger(length) && from >= 0 && length >= 1 && from + length <= whole
  if (!fits(left, width, plane.width) || !fits(top, height, plane.height))
    throw new RangeError(`no part of ${plane.width} × ${plane.height}: ${width} × ${height} at ${left}, ${top}`)
}
