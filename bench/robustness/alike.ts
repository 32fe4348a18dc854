/**
 * False matches where they are not rare: look-alikes, that is, other pictures of one family, with a dial for how alike
 * they are. Every picture of a family is enrolled, and every other one of it is compared, as a bare hash and by a look.
 */
import { enrolmentViews, FORM_NAMES, hex, lookViews, type Pixels, pdq, prepare } from '#core/fingerprint/index.ts'
import {
  between,
  type Canvas,
  type Colour,
  canvasOf,
  develop,
  paint,
  type Random,
  randomFrom,
  writing,
} from './canvas.ts'
import { nearest, packed } from './hashes.ts'
import { pictureOf } from './pictures.ts'
import { SETS } from './worker.ts'

type Draw = (family: number, random: Random, dial: number) => Pixels

const LONG = 420
const MEMBERS = 8
const MATCH = 31

const colour = (random: Random): Colour => [255 * random(), 255 * random(), 255 * random()]

const canvasFrom = ({ width, height, data }: Pixels): Canvas => ({ width, height, rgb: Float32Array.from(data) })

/** The same place or person, with other things in it: more and larger ones with the dial. */
const withThings =
  (kind: number): Draw =>
  (family, random, dial) => {
    const canvas = canvasFrom(pictureOf(10 * family + kind, LONG).pixels)
    const { width, height } = canvas
    for (let i = 0; i < 6; i++) {
      const r = Math.min(width, height) * dial * between(random, 0.4, 1)
      const ry = r * between(random, 0.6, 1.4)
      paint(canvas, { x: width * random(), y: height * random(), rx: r, ry, colour: colour(random), shade: 0.3 })
    }
    return develop(canvas, random, 2.5)
  }

/** Frames of one scene: the camera drifts by up to the dial, as a share of the sides, and one body moves freely. */
const moving: Draw = (family, random, dial) => {
  const canvas = canvasFrom(pictureOf(10 * family, LONG * 1.25).pixels)
  const size = 0.08 * canvas.width
  paint(canvas, {
    x: canvas.width * between(random, 0.3, 0.7),
    y: canvas.height * between(random, 0.3, 0.7),
    rx: size,
    ry: 2 * size,
    colour: [90, 60, 50],
    shade: 0.3,
  })
  const [width, height] = [Math.round(0.8 * canvas.width), Math.round(0.8 * canvas.height)]
  const [x, y] = [
    Math.round(canvas.width * (0.1 + dial * between(random, -1, 1))),
    Math.round(canvas.height * (0.1 + dial * between(random, -1, 1))),
  ]
  const rgb = new Float32Array(3 * width * height)
  for (let row = 0; row < height; row++) {
    const from = 3 * ((y + row) * canvas.width + x)
    rgb.set(canvas.rgb.subarray(from, from + 3 * width), 3 * row * width)
  }
  return develop({ width, height, rgb }, random, 2.5)
}

/** One screen's layout: the dial is the share of its messages that are others, and all have another text. */
const screen: Draw = (family, random, dial) => {
  const layout = randomFrom(40_000 + family)
  const [width, height] = [220, 460]
  const canvas = canvasOf(width, height, [245, 245, 245])
  paint(canvas, { x: width / 2, y: 20, rx: width, ry: 20, colour: colour(layout), power: 24, soft: 0.01 })
  for (let y = 50; y < height - 30; ) {
    const usual = { w: between(layout, 0.35, 0.75), h: between(layout, 20, 90), isMine: layout() < 0.5 }
    const other = { w: between(random, 0.35, 0.75), isMine: random() < 0.5 }
    const { w, isMine } = random() < dial ? other : usual
    const h = usual.h
    const x = isMine ? width * (0.96 - w) : width * 0.04
    const level = isMine ? 120 : 215
    paint(canvas, {
      x: x + (width * w) / 2,
      y: y + h / 2,
      rx: (width * w) / 2,
      ry: h / 2,
      colour: [level, level, level],
      power: 12,
      soft: 0.02,
    })
    for (let line = y + 12; line < y + h - 4; line += 13)
      writing(canvas, random, { x: x + 8, y: line, w: (width * w - 16) * between(random, 0.5, 1), size: 8, ink: 30 })
    y += h + 8
  }
  return develop(canvas, random, 0)
}

const FAMILIES: { name: string; draw: Draw; dials: number[] }[] = [
  { name: 'one room, other things', draw: withThings(3), dials: [0.015, 0.025, 0.04] },
  { name: 'one person, other things', draw: withThings(1), dials: [0.03, 0.045, 0.06] },
  { name: 'frames of one moving scene', draw: moving, dials: [0.015, 0.02, 0.03] },
  { name: 'one screen, other messages', draw: screen, dials: [0.1, 0.2, 0.3] },
]

export interface Alike {
  name: string
  dial: number
  pairs: number
  /** By set: pairs at 31 or less, of the bare hash and of a look. */
  hash: number[]
  look: number[]
  /** By distance at which all views but the exact ones would match: pairs, of the bare hash with the wide set. */
  nearer: Record<number, number>
}

/** Distances tried for views that are not exact. */
const NEARER = [31, 28, 24, 20]

export function alikes(families: number): Alike[] {
  return FAMILIES.flatMap(({ name, draw, dials }) =>
    dials.map((dial) => {
      const result: Alike = { name, dial, pairs: 0, hash: [0, 0, 0, 0], look: [0, 0, 0, 0], nearer: {} }
      for (const step of NEARER) result.nearer[step] = 0
      for (let family = 0; family < families; family++) countIn(result, membersOf(draw, family, dial))
      return result
    }),
  )
}

interface Member {
  bare: Uint32Array
  look: Uint32Array
  /** By set. */
  stored: Uint32Array[]
}

function membersOf(draw: Draw, family: number, dial: number): Member[] {
  return Array.from({ length: MEMBERS }, (_, i) => {
    const pixels = draw(family, randomFrom(7919 * family + 31 * i + 11), dial)
    const prepared = prepare(pixels)
    const hashes = (set: 'balanced' | 'wide') =>
      enrolmentViews(prepared, set).views.flatMap((view) => FORM_NAMES.map((form) => view.forms[form]))
    const forms = FORM_NAMES.map((form) => hex(prepared.full.forms[form]))
    const stored = [[hex(prepared.full.plain.hash)], forms, hashes('balanced'), hashes('wide')].map(packed)
    return { bare: packed([hex(pdq(pixels).hash)]), look: packed(lookViews(pixels).map(({ pdq }) => pdq)), stored }
  })
}

function countIn(result: Alike, members: Member[]): void {
  for (const enrolled of members)
    for (const found of members) {
      if (found === enrolled) continue
      const bare = enrolled.stored.map((hashes) => nearest(hashes, found.bare))
      const look = enrolled.stored.map((hashes) => nearest(hashes, found.look))
      result.pairs++
      for (const s of SETS.keys()) {
        if (bare[s]! <= MATCH) result.hash[s]!++
        if (look[s]! <= MATCH) result.look[s]!++
      }
      for (const step of NEARER) if (bare[1]! <= MATCH || bare[3]! <= step) result.nearer[step]!++
    }
}
