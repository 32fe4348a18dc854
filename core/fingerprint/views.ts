/**
 * Views: further hashes of one picture, made on the device, so that an altered copy is met.
 *
 * PDQ loses a copy whose frame moved by one or two hundredths of a side. What was cut away or put around cannot be
 * undone by whoever holds a bare hash, so the usual cuts and frames are hashed at enrolment. Which ones, and what each
 * set finds and reveals: docs/decisions/0007-views-of-a-picture.md.
 */

import { hex } from './bases.ts'
import { isCommonplace } from './common.ts'
import { blocksOf, type Part } from './parts.ts'
import { distance, FORM_NAMES, type FormName, formsOf, type Views, viewsOfBlock, type Weakness } from './pdq.ts'
import type { Pixels, Sides } from './picture.ts'
import { reducedSides } from './plane.ts'
import type { Plane } from './reduce.ts'
import { trimmed } from './trim.ts'
import { type Walked, walkPixels } from './walk.ts'

/** How many views at most: `balanced` 32, `wide` 128. `single` is the picture as it is. */
export type ViewSet = 'single' | 'balanced' | 'wide'

export const VIEW_LIMITS: Record<ViewSet, number> = { single: 2, balanced: 32, wide: 128 }

export interface View {
  /** What was done to the picture: `full`, `512`, `1:1 centre`, `left 8%`, `margin 4%`, `framed white 5%`. Unique in its set. */
  name: string
  /** 64 lower-case hexadecimal digits, here and in `forms`. */
  pdq: string
  /** 0 to 100. */
  quality: number
  /** Present where the hash is to be matched by the stricter rule. */
  weakness?: Weakness | 'common'
  forms: Record<FormName, string>
}

/** All that views are made from: what is left of a picture when its rows have streamed past (see `startPicture`). */
export interface Prepared extends Sides, Walked {
  plane: Plane
}

/** Cells on the longer side of the plane that views are taken from. */
const PLANE_SIDE = 640

/** Two views nearer than this, in plain form, find the same copies: the later one is left out. */
const SAME_VIEW = 8

/** The plane to ask of `startPicture`, so that views can be made of what it yields. */
export const viewPlaneOf = (picture: Sides): Sides => reducedSides(picture, PLANE_SIDE)

/** From pixels that are all there. Throws RangeError when they do not fit their sides. */
export function prepare(pixels: Pixels): Prepared {
  const { plane, ...walked } = walkPixels(pixels, { plane: viewPlaneOf(pixels) })
  return { width: pixels.width, height: pixels.height, ...walked, plane: plane! }
}

/**
 * The views to enrol of a picture, the exact ones first (`full`, and `512` when a side exceeds 512 pixels).
 * Throws RangeError when the pixels do not fit their sides.
 */
export function enrolmentViews(picture: Pixels | Prepared, set: ViewSet): { views: View[] } {
  const { width, height, full, path512, plane } = 'plane' in picture ? picture : prepare(picture)
  const first = viewOf('full', full)
  // What says little as a whole is not trusted in part: of such a picture every view is as weak.
  const view = (name: string, made: Views) => ({
    ...viewOf(name, made),
    ...(first.weakness && { weakness: first.weakness }),
  })
  const views = [first]
  if (path512) views.push(view('512', path512))
  if (set === 'single' || isNothing(first)) return { views }
  const kept = views.map((_, i) => (i === 0 ? full : path512!).plain.hash)
  // A frame has edges enough of its own: round a picture that says little, its hash would be that of the frame.
  const isWorthFraming = first.weakness === undefined
  const cuts = [
    ...barsTrimmed(plane),
    ...cutsOf(width / height, set).filter(({ part }) => isWorthFraming || part.ground === undefined),
  ]
  const parts = cuts.map(({ part }) => part)
  for (const [i, block] of blocksOf(plane, { width, height }, parts).entries()) {
    if (views.length === VIEW_LIMITS[set]) break
    const made = viewsOfBlock(block)
    if (!made.plain.informative || kept.some((hash) => distance(hash, made.plain.hash) < SAME_VIEW)) continue
    kept.push(made.plain.hash)
    views.push(view(cuts[i]!.name, made))
  }
  return { views }
}

export interface Prints {
  /** Hashes matched at the usual distance: all forms of all views, without repetitions. */
  pdqs: string[]
  /** Hashes matched at `WEAK_MAX_DISTANCE` only. */
  weak: string[]
  /** Why some are weak, and in which views. */
  notes: { reason: Weakness | 'common'; views: string[] }[]
}

/** What to enrol of a picture. Throws RangeError when the pixels do not fit their sides. */
export function printsOf(picture: Pixels | Prepared, set: ViewSet): Prints {
  const { views } = enrolmentViews(picture, set)
  const hashes = (some: View[]) => some.flatMap((view) => [view.pdq, ...FORM_NAMES.map((name) => view.forms[name])])
  const pdqs = new Set(hashes(views.filter((view) => !view.weakness)))
  const weak = new Set(hashes(views.filter((view) => view.weakness && !isNothing(view))))
  const reasons = [...new Set(views.flatMap(({ weakness }) => weakness ?? []))]
  return {
    pdqs: [...pdqs],
    weak: [...weak].filter((hash) => !pdqs.has(hash)),
    notes: reasons.map((reason) => ({
      reason,
      views: views.filter(({ weakness }) => weakness === reason).map(({ name }) => name),
    })),
  }
}

/** Whether there is no hash worth keeping, by the stricter rule either. */
const isNothing = ({ weakness }: View) => weakness === 'too-small' || weakness === 'blank'

/** Farthest distance at which a weak hash matches. */
export const WEAK_MAX_DISTANCE = 12

export function viewOf(name: string, { plain, forms }: Views): View {
  const weakness = plain.reason ?? (isCommonplace(forms) ? 'common' : undefined)
  return {
    name,
    pdq: hex(plain.hash),
    quality: plain.quality,
    ...(weakness && { weakness }),
    forms: formsOf((form) => hex(forms[form])),
  }
}

/**
 * What part of the picture a view shows, by its name; `shape` is the picture's width by its height. The exact views show
 * all. Throws RangeError for no view's name.
 */
export function partOf(name: string, shape: number): Part {
  if (name === 'full' || name === '512') return WHOLE
  const cut = cutsOf(shape, 'wide').find((cut) => cut.name === name)
  if (!cut) throw new RangeError('no view has this name')
  return cut.part
}

interface Cut {
  name: string
  part: Part
}

/** The picture without its own bars, if it has some: what is left when somebody trims it, or puts more around it. */
function barsTrimmed({ width, height, luma }: Plane): Cut[] {
  const grey = { width, height, luma: new Uint8Array(luma) }
  const { left, top, right, bottom } = trimmed(grey, { left: 0, top: 0, right: width, bottom: height }, BARS)
  if (right - left < width / 4 || bottom - top < height / 4) return []
  return [
    {
      name: 'bars trimmed',
      part: { left: left / width, top: top / height, right: right / width, bottom: bottom / height },
    },
  ]
}

/** As a look trims. */
const BARS = { share: 0.97, within: 16 }

/** The parts to look at, the most useful first. `shape` is width by height. */
function cutsOf(shape: number, set: 'balanced' | 'wide'): Cut[] {
  const cuts = [
    ...ASPECTS.flatMap((aspect) => OFFSETS.map((offset) => aspectCut(shape, aspect, offset))),
    ...steps(0.01, set === 'balanced' ? 0.1 : 0.2).map(marginCut),
    ...GROUNDS.flatMap((ground) => ASPECTS.map((aspect) => barred(shape, aspect, ground))),
  ]
  if (set === 'balanced') return cuts
  return [
    ...cuts,
    ...steps(0.0125, 0.2).flatMap((share) => SIDES.map((side) => sideCut(side, share))),
    ...OTHER_ASPECTS.map((aspect) => aspectCut(shape, aspect, OFFSETS[0])),
    ...GROUNDS.flatMap((ground) => BORDERS.map((share) => bordered(shape, share, ground))),
  ]
}

type Named = readonly [name: string, value: number]

const ASPECTS: readonly Named[] = [
  ['1:1', 1],
  ['4:5', 4 / 5],
  ['9:16', 9 / 16],
  ['16:9', 16 / 9],
]
const OTHER_ASPECTS: readonly Named[] = [
  ['3:4', 3 / 4],
  ['4:3', 4 / 3],
  ['2:3', 2 / 3],
  ['3:2', 3 / 2],
]
/** Where a cut to an aspect lies along the side that it shortens. */
const OFFSETS = [
  { down: 'centre', across: 'centre', at: 0.5 },
  { down: 'top', across: 'left', at: 0 },
  { down: 'bottom', across: 'right', at: 1 },
] as const
const GROUNDS: readonly Named[] = [
  ['black', 0],
  ['white', 255],
]
/** Widths of borders, as shares of the picture's longer side. */
const BORDERS = [0.02, 0.05, 0.1]
const SIDES = ['left', 'top', 'right', 'bottom'] as const
const WHOLE: Part = { left: 0, top: 0, right: 1, bottom: 1 }

const steps = (step: number, last: number) => Array.from({ length: Math.round(last / step) }, (_, i) => step * (i + 1))
const percent = (share: number) => `${Number((100 * share).toFixed(2))}%`

function aspectCut(shape: number, [name, aspect]: Named, { down, across, at }: (typeof OFFSETS)[number]): Cut {
  const isTall = shape < aspect
  const share = isTall ? shape / aspect : aspect / shape
  const from = (1 - share) * at
  return {
    name: `${name} ${isTall ? down : across}`,
    part: isTall ? { ...WHOLE, top: from, bottom: from + share } : { ...WHOLE, left: from, right: from + share },
  }
}

/** So much of each side cut away at both ends. */
const marginCut = (share: number): Cut => ({
  name: `margin ${percent(share)}`,
  part: { left: share, top: share, right: 1 - share, bottom: 1 - share },
})

const sideCut = (side: (typeof SIDES)[number], share: number): Cut => ({
  name: `${side} ${percent(share)}`,
  part: { ...WHOLE, [side]: side === 'left' || side === 'top' ? share : 1 - share },
})

/** With bars of one grey to a common aspect. */
function barred(shape: number, [name, aspect]: Named, [colour, ground]: Named): Cut {
  const bar = (Math.max(shape, aspect) / Math.min(shape, aspect) - 1) / 2
  return {
    name: `framed ${colour} to ${name}`,
    part:
      shape < aspect
        ? { ...WHOLE, left: -bar, right: 1 + bar, ground }
        : { ...WHOLE, top: -bar, bottom: 1 + bar, ground },
  }
}

function bordered(shape: number, share: number, [colour, ground]: Named): Cut {
  const across = share * Math.max(1, 1 / shape)
  const down = share * Math.max(1, shape)
  return {
    name: `framed ${colour} ${percent(share)}`,
    part: { left: -across, top: -down, right: 1 + across, bottom: 1 + down, ground },
  }
}
