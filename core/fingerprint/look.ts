/**
 * A look: the views that are derived of a picture found in public, so that what was put around it or written over it
 * does not hide it. Here many guesses are free: they are made on the finder's machine and tell nobody anything.
 *
 * Guessed are rectangles that may be the picture itself: without borders of one colour, without the bars of a phone's
 * screen, between straight edges that run across, and without a caption's band.
 */

import { blocksOf } from './parts.ts'
import { distance, type Views, viewsOfBlock } from './pdq.ts'
import { checkPixels, type Pixels } from './picture.ts'
import { reducedSides } from './plane.ts'
import { type Grey, type Rectangle, trimmed, withoutLayer } from './trim.ts'
import { type View, viewOf } from './views.ts'
import { walkPixels } from './walk.ts'

interface Guess extends Rectangle {
  name: string
}

/** Finer than at enrolment: the picture may fill but half of what was found. */
const PLANE_SIDE = 1024
/** Views of a look nearer than this find the same. */
const SAME_VIEW = 4
/** What is left must be this share of each side, at least: a wide picture on a long phone's screen is a fifth of it. */
const MIN_LEFT = { across: 0.25, down: 0.18 }
/** Bands cut unseen, as shares of the height; the same as views at enrolment, so that they meet exactly. */
const BANDS = [0.04, 0.08, 0.12, 0.16, 0.2]

/**
 * The views of a found picture, as it is first; compare each, in its eight forms, with what is stored.
 * Throws RangeError when the pixels do not fit their sides.
 */
export function lookViews(pixels: Pixels): View[] {
  checkPixels(pixels)
  const { full: asIs, path512, plane } = walkPixels(pixels, { plane: reducedSides(pixels, PLANE_SIDE) })
  const views = [viewOf('as is', asIs)]
  const kept = [asIs.plain.hash]
  const keep = (name: string, made: Views) => {
    if (kept.some((hash) => distance(hash, made.plain.hash) < SAME_VIEW)) return
    kept.push(made.plain.hash)
    views.push(viewOf(name, made))
  }
  if (asIs.plain.reason === 'too-small') return views
  if (path512) keep('512', path512)
  const { width, height } = pixels
  const guesses = guessesOf(pixels)
  const parts = guesses.map(({ left, top, right, bottom }) => ({
    left: left / width,
    top: top / height,
    right: right / width,
    bottom: bottom / height,
  }))
  for (const [i, block] of blocksOf(plane!, pixels, parts).entries()) {
    const made = viewsOfBlock(block)
    if (made.plain.informative) keep(guesses[i]!.name, made)
  }
  return views
}

function guessesOf(pixels: Pixels): Guess[] {
  const grey = greyOf(pixels)
  const whole: Rectangle = { left: 0, top: 0, right: grey.width, bottom: grey.height }
  const closely = trimmed(grey, whole, { share: 0.97, within: 5 })
  const loosely = trimmed(grey, whole, { share: 0.97, within: 16 })
  const inner = trimmed(grey, loosely, { share: 0.55, within: 8 })
  const layer = { share: 0.97, within: 16 }
  const once = withoutLayer(grey, whole, layer)
  const guesses: Guess[] = [
    { name: 'without one border', ...once },
    { name: 'without two borders', ...withoutLayer(grey, once, layer) },
    { name: 'trimmed', ...loosely },
    { name: 'trimmed closely', ...closely },
    { name: 'trimmed of writing', ...inner },
    { name: 'trimmed of writing and borders', ...trimmed(grey, inner, { share: 0.97, within: 16 }) },
  ]
  for (const [name, from] of [
    ['as is', whole],
    ['trimmed', loosely],
  ] as const) {
    for (const { top, bottom } of betweenEdges(grey, from, 'rows')) {
      const rows = trimmed(grey, { ...from, top, bottom }, { share: 0.97, within: 16 })
      guesses.push(
        { name: `rows ${top} to ${bottom}`, ...from, top, bottom },
        { name: `rows ${top} to ${bottom}, trimmed`, ...rows },
      )
    }
    for (const { left, right } of betweenEdges(grey, from, 'columns'))
      guesses.push({ name: `columns ${left} to ${right}`, ...from, left, right })
    const height = from.bottom - from.top
    for (const share of BANDS) {
      const band = Math.round(share * height)
      guesses.push({ name: `${name}, top ${100 * share}% cut`, ...from, top: from.top + band })
      guesses.push({ name: `${name}, bottom ${100 * share}% cut`, ...from, bottom: from.bottom - band })
    }
  }
  const seen = new Set<string>()
  return guesses.filter(({ left, top, right, bottom }) => {
    const key = `${left} ${top} ${right} ${bottom}`
    if (seen.has(key) || right - left < MIN_LEFT.across * grey.width || bottom - top < MIN_LEFT.down * grey.height)
      return false
    return seen.add(key)
  })
}

function greyOf({ width, height, data, channels }: Pixels): Grey {
  const luma = new Uint8Array(width * height)
  for (let i = 0, at = 0; i < luma.length; i++, at += channels)
    luma[i] = (77 * data[at]! + 150 * data[at + 1]! + 29 * data[at + 2]!) >> 8
  return { width, height, luma }
}

/** The strips between the strongest straight edges that run all across. */
function betweenEdges(grey: Grey, from: Rectangle, along: 'rows' | 'columns'): Rectangle[] {
  const [start, end] = along === 'rows' ? [from.top, from.bottom] : [from.left, from.right]
  const least = (end - start) * (along === 'rows' ? MIN_LEFT.down : MIN_LEFT.across)
  const at = [start, ...strongestEdges(grey, from, along), end].sort((a, b) => a - b)
  const strips: Rectangle[] = []
  for (const [i, first] of at.entries())
    for (const last of at.slice(i + 1)) {
      if (last - first < least || last - first === end - start) continue
      strips.push(along === 'rows' ? { ...from, top: first, bottom: last } : { ...from, left: first, right: last })
    }
  return strips
}

const EDGES = { rows: 7, columns: 3 }
/** An edge is a step of more grey levels than this, in more than this share of the lines that cross it. */
const EDGE_STEP = 7
const EDGE_SHARE = 0.35
/** Or a slight step, one way in nearly all lines: the pale edge of a picture on white, the dark one on black. */
const SLIGHT_STEP = 1
const SLIGHT_SHARE = 0.5

function strongestEdges({ width, luma }: Grey, from: Rectangle, along: 'rows' | 'columns'): number[] {
  const isRows = along === 'rows'
  const [start, end] = isRows ? [from.top, from.bottom] : [from.left, from.right]
  const [low, high] = isRows ? [from.left, from.right] : [from.top, from.bottom]
  const [next, across] = isRows ? [width, 1] : [1, width]
  const strength = new Float32Array(end)
  for (let i = start + 2; i < end - 2; i++) {
    let steps = 0
    let oneWay = 0
    for (let k = low, position = i * next + low * across; k < high; k++, position += across) {
      const step = luma[position]! - luma[position - next]!
      if (Math.abs(step) > EDGE_STEP) steps++
      if (Math.abs(step) > SLIGHT_STEP) oneWay += Math.sign(step)
    }
    strength[i] = Math.max(steps / EDGE_SHARE, Math.abs(oneWay) / SLIGHT_SHARE) / (high - low)
  }
  const edges: number[] = []
  const ranked = Array.from({ length: end - start }, (_, i) => start + i)
    .filter((i) => strength[i]! > 1)
    .sort((a, b) => strength[b]! - strength[a]!)
  for (const i of ranked) {
    if (edges.length === EDGES[along]) break
    if (edges.every((edge) => Math.abs(edge - i) > 3)) edges.push(i)
  }
  return edges
}
