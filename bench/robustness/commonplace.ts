/**
 * Commonplace pictures, drawn by our own code: what thousands of unrelated files look like to a perceptual hash. The first
 * four of each kind stand in core/fingerprint/common.ts; the others are there to be compared with them.
 */

import { distance, hex, type Pixels, pdq } from '#core/fingerprint/index.ts'
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

const SIDE = 256

type Draw = (random: Random) => Canvas

const grey = (level: number): Colour => [level, level, level]

function shaded(level: (x: number, y: number) => number): Canvas {
  const canvas = canvasOf(SIDE, SIDE, grey(0))
  for (let y = 0, at = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const value = level((x + 0.5) / SIDE, (y + 0.5) / SIDE)
      for (let c = 0; c < 3; c++) canvas.rgb[at++] = value
    }
  return canvas
}

const rect = (canvas: Canvas, [x, y, w, h]: [number, number, number, number], colour: Colour) =>
  paint(canvas, {
    x: SIDE * (x + w / 2),
    y: SIDE * (y + h / 2),
    rx: (SIDE * w) / 2,
    ry: (SIDE * h) / 2,
    colour,
    power: 40,
    soft: 0.02,
  })

export const KINDS: Record<string, Draw> = {
  'diagonal gradient': (random) => {
    const [a, b] = [between(random, 0.5, 1.5), between(random, 0.5, 1.5)]
    return shaded((x, y) => (250 * (a * x + b * y)) / (a + b))
  },
  vignette: (random) => {
    const [cx, cy] = [between(random, 0.46, 0.54), between(random, 0.46, 0.54)]
    return shaded((x, y) => 240 * (1 - 1.4 * ((x - cx) ** 2 + (y - cy) ** 2)))
  },
  spot: (random) => {
    const r = between(random, 0.18, 0.3)
    return shaded((x, y) => 20 + 220 * Math.exp(-((x - 0.5) ** 2 + (y - 0.5) ** 2) / r ** 2))
  },
  horizon: (random) => {
    const [at, lean] = [between(random, 0.4, 0.6), between(random, -0.03, 0.03)]
    return shaded((x, y) => (y < at + lean * (x - 0.5) ? 200 + 50 * y + 12 * x : 60 + 40 * y - 10 * x))
  },
  'sun over the horizon': (random) => {
    const [at, x] = [between(random, 0.5, 0.65), between(random, 0.4, 0.6)]
    const canvas = shaded((_, y) => (y < at ? 120 + 100 * y : 60))
    paint(canvas, { x: SIDE * x, y: SIDE * (at - 0.12), rx: 26, ry: 26, colour: grey(255), soft: 0.3 })
    return canvas
  },
  avatar: (random) => {
    const canvas = canvasOf(SIDE, SIDE, grey(between(random, 190, 230)))
    const r = SIDE * between(random, 0.17, 0.2)
    paint(canvas, { x: SIDE / 2, y: SIDE * 0.38, rx: r, ry: r, colour: grey(130) })
    paint(canvas, { x: SIDE / 2, y: SIDE * 0.95, rx: SIDE * 0.34, ry: SIDE * 0.32, colour: grey(130) })
    return canvas
  },
  'round avatar': (random) => {
    const canvas = canvasOf(SIDE, SIDE, grey(255))
    const r = SIDE * between(random, 0.46, 0.5)
    paint(canvas, { x: SIDE / 2, y: SIDE / 2, rx: r, ry: r, colour: grey(110) })
    paint(canvas, { x: SIDE / 2, y: SIDE * 0.4, rx: SIDE * 0.16, ry: SIDE * 0.16, colour: grey(235) })
    paint(canvas, { x: SIDE / 2, y: SIDE * 0.85, rx: SIDE * 0.28, ry: SIDE * 0.22, colour: grey(235) })
    return canvas
  },
  document: (random) => {
    const canvas = canvasOf(SIDE, SIDE, grey(250))
    for (let y = 22; y < SIDE - 20; y += 11)
      rect(canvas, [0.1, y / SIDE, between(random, 0.6, 0.8), 5 / SIDE], grey(120))
    return canvas
  },
  chat: (random) => {
    const canvas = canvasOf(SIDE, SIDE, grey(245))
    rect(canvas, [0, 0, 1, 0.09], grey(90))
    for (let y = 0.13, i = 0; y < 0.9; i++, y += 0.11) {
      const w = between(random, 0.4, 0.6)
      rect(canvas, [i % 2 ? 0.95 - w : 0.05, y, w, 0.08], grey(i % 2 ? 150 : 215))
    }
    return canvas
  },
  'QR code': (random) => {
    const canvas = canvasOf(SIDE, SIDE, grey(255))
    const cell = 0.84 / 25
    for (let i = 0; i < 25; i++)
      for (let j = 0; j < 25; j++)
        if (random() < 0.5) rect(canvas, [0.08 + i * cell, 0.08 + j * cell, cell, cell], grey(0))
    for (const [x, y] of [
      [0, 0],
      [18, 0],
      [0, 18],
    ] as const) {
      rect(canvas, [0.08 + (x - 1) * cell, 0.08 + (y - 1) * cell, 9 * cell, 9 * cell], grey(255))
      rect(canvas, [0.08 + x * cell, 0.08 + y * cell, 7 * cell, 7 * cell], grey(0))
      rect(canvas, [0.08 + (x + 1) * cell, 0.08 + (y + 1) * cell, 5 * cell, 5 * cell], grey(255))
      rect(canvas, [0.08 + (x + 2) * cell, 0.08 + (y + 2) * cell, 3 * cell, 3 * cell], grey(0))
    }
    return canvas
  },
  'error page': (random) => {
    const canvas = canvasOf(SIDE, SIDE, grey(255))
    paint(canvas, { x: SIDE / 2, y: SIDE * 0.4, rx: 30, ry: 30, colour: grey(170) })
    writing(canvas, random, { x: SIDE * 0.3, y: SIDE * 0.6, w: SIDE * 0.4, size: 16, ink: 90 })
    return canvas
  },
  'play button': (random) => {
    const canvas = canvasOf(SIDE, SIDE, grey(between(random, 10, 40)))
    paint(canvas, { x: SIDE / 2, y: SIDE / 2, rx: 44, ry: 44, colour: grey(235), soft: 0.05 })
    for (let i = 0; i < 34; i++)
      rect(canvas, [0.45 + i / SIDE, 0.5 - (34 - i) / 2 / SIDE, 1.5 / SIDE, (34 - i) / SIDE], grey(20))
    return canvas
  },
  collage: (random) => {
    const levels = [50, 190, 160, 90].map((level) => level + between(random, -15, 15))
    return shaded((x, y) =>
      Math.abs(x - 0.5) < 0.01 || Math.abs(y - 0.5) < 0.01 ? 255 : levels[(x < 0.5 ? 0 : 1) + (y < 0.5 ? 0 : 2)]!,
    )
  },
  checkerboard: (random) => {
    const shift = between(random, 0, 0.01)
    return shaded((x, y) => ((Math.floor(8 * (x + shift)) + Math.floor(8 * (y + shift))) % 2 ? 230 : 30))
  },
}

/** Kinds that come out alike each time; of the others the hash is noise, or as different as the writing on them. */
const RECOGNISABLE = [
  'sun over the horizon',
  'avatar',
  'round avatar',
  'chat',
  'error page',
  'play button',
  'collage',
  'checkerboard',
]

/** What stands in core/fingerprint/common.ts: of each recognisable kind up to four that are not near each other. */
export function commonplaceHashes(): { name: string; pdq: string }[] {
  const names = Object.keys(KINDS)
  const kept: { name: string; hash: Uint8Array }[] = []
  for (let n = 0; n < 4 * names.length; n++) {
    const name = names[n % names.length]!
    if (!RECOGNISABLE.includes(name)) continue
    const { hash } = pdq(commonplace(n))
    if (kept.every((other) => distance(other.hash, hash) > 24)) kept.push({ name, hash })
  }
  return kept.map(({ name, hash }) => ({ name, pdq: hex(hash) }))
}

/** Number `n`: the kinds in turn, each time a little different; of every two rounds after the fourth one without grain. */
export function commonplace(n: number): Pixels {
  const kinds = Object.values(KINDS)
  const random = randomFrom(991 * n + 5)
  const round = Math.floor(n / kinds.length)
  return develop(kinds[n % kinds.length]!(random), random, round >= 4 && round % 2 ? 0 : 1.5)
}
