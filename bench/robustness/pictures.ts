/**
 * Test pictures, drawn by our own code: ten kinds, seeded. They have the statistics that PDQ looks at in photographs
 * (amplitude about 1/f, soft light, occluding edges, grain), but they are drawings: figures from them are for comparing
 * sets of views, not for promising a share of real photographs.
 */

import type { Pixels } from '#core/fingerprint/index.ts'
import {
  addField,
  between,
  type Canvas,
  type Colour,
  canvasOf,
  develop,
  lightFrom,
  limb,
  noise,
  oneOf,
  paint,
  type Random,
  randomFrom,
  vignette,
  writing,
} from './canvas.ts'

export interface Picture {
  name: string
  kind: string
  pixels: Pixels
}

type Draw = (random: Random, width: number, height: number) => Canvas

const KINDS: Record<string, Draw> = { scene, face, body, room, objects, crowd, night, texture, text, screenshot }

const SHAPES = [3 / 4, 4 / 3, 3 / 4, 9 / 16, 2 / 3, 3 / 2, 1, 16 / 9]

/** Picture number `seed`, its longer side `long` pixels or up to a half more. */
export function pictureOf(seed: number, long = 640): Picture {
  const random = randomFrom(0x51ed27 + 7919 * seed)
  const kind = Object.keys(KINDS)[seed % 10]!
  const shape = kind === 'screenshot' ? 9 / 19 : kind === 'text' ? 0.71 : oneOf(random, SHAPES)
  const side = long * between(random, 1, 1.5)
  const width = Math.round(shape < 1 ? side * shape : side)
  const height = Math.round(shape < 1 ? side : side / shape)
  const canvas = KINDS[kind]!(random, width, height)
  return { name: `${kind} ${seed}`, kind, pixels: develop(canvas, random, kind === 'screenshot' ? 0 : 2.5) }
}

const grey = (level: number): Colour => [level, level, level]
const tinted = (random: Random, low: number, high: number): Colour => {
  const level = between(random, low, high)
  return [level * between(random, 0.8, 1.15), level * between(random, 0.85, 1.1), level * between(random, 0.75, 1.15)]
}
const skinOf = (random: Random): Colour => {
  const level = between(random, 70, 225)
  return [level, level * between(random, 0.72, 0.84), level * between(random, 0.55, 0.72)]
}

function photograph(canvas: Canvas, random: Random): Canvas {
  addField(canvas, noise(random, canvas.width, canvas.height, { fall: 1.15, coarsest: 0.25 }), between(random, 4, 11))
  lightFrom(canvas, between(random, 0, 2 * Math.PI), between(random, 0.1, 0.5))
  vignette(canvas, between(random, 0, 0.4))
  return canvas
}

function scene(random: Random, width: number, height: number): Canvas {
  const canvas = canvasOf(width, height, [0, 0, 0])
  const horizon = height * between(random, 0.3, 0.65)
  const sky = tinted(random, 140, 235)
  const clouds = noise(random, width, height, { fall: 1.3, coarsest: 0.7, stretch: 2 })
  const ground = noise(random, width, height, { fall: 1.05, coarsest: 0.4, stretch: 1.5 })
  const soil = tinted(random, 50, 130)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      for (let c = 0; c < 3; c++)
        canvas.rgb[3 * at + c] =
          y < horizon ? sky[c]! * (0.75 + (0.3 * y) / horizon) + 22 * clouds[at]! : soil[c]! + 24 * ground[at]!
  for (let ridge = 0; ridge < 3; ridge++) {
    const colour = tinted(random, 60, 140 - 25 * ridge)
    const humps = 4 + Math.floor(6 * random())
    for (let i = 0; i < humps; i++) {
      const rx = width * between(random, 0.08, 0.3)
      const y = horizon + height * (0.03 + 0.07 * ridge)
      paint(canvas, { x: width * random(), y, rx, ry: height * between(random, 0.04, 0.2), colour, soft: 0.03 })
    }
  }
  for (let tree = 0; tree < 14; tree++) {
    const x = width * random()
    const y = horizon + height * between(random, -0.02, 0.4)
    const size = height * between(random, 0.02, 0.12)
    const colour = tinted(random, 25, 90)
    paint(canvas, { x, y, rx: size * 0.12, ry: size, colour: grey(40), power: 6 })
    for (let leaf = 0; leaf < 6; leaf++)
      paint(canvas, {
        x: x + size * between(random, -0.6, 0.6),
        y: y - size * between(random, 0.4, 1.4),
        rx: size * between(random, 0.2, 0.6),
        ry: size * between(random, 0.2, 0.5),
        colour,
        soft: 0.3,
        shade: 0.5,
      })
  }
  return photograph(canvas, random)
}

function backdrop(random: Random, width: number, height: number): Canvas {
  const canvas = canvasOf(width, height, tinted(random, 60, 200))
  addField(canvas, noise(random, width, height, { fall: 1.7, coarsest: 0.8 }), between(random, 15, 40))
  for (let i = 0; i < 9; i++)
    paint(canvas, {
      x: width * random(),
      y: height * random(),
      rx: width * between(random, 0.05, 0.3),
      ry: height * between(random, 0.05, 0.35),
      angle: between(random, 0, 3),
      colour: tinted(random, 30, 230),
      power: oneOf(random, [2, 8]),
      soft: between(random, 0.05, 0.5),
      shade: 0.3,
    })
  return canvas
}

function head(canvas: Canvas, random: Random, place: { x: number; y: number; size: number }): void {
  const { x, y, size } = place
  const skin = skinOf(random)
  const dark = tinted(random, 15, 150)
  const lean = between(random, -0.3, 0.3)
  const part = (dx: number, dy: number, rx: number, ry: number, colour: Colour, more: Partial<Shape> = {}) =>
    paint(canvas, {
      x: x + size * (dx * Math.cos(lean) - dy * Math.sin(lean)),
      y: y + size * (dy * Math.cos(lean) + dx * Math.sin(lean)),
      rx: size * rx,
      ry: size * ry,
      angle: lean,
      colour,
      soft: 0.08,
      ...more,
    })
  const darker = (by: number): Colour => [skin[0] * by, skin[1] * by, skin[2] * by]
  part(0, 1.75, between(random, 1.2, 1.8), 0.9, tinted(random, 20, 220), { power: 3, shade: 0.3 })
  part(0, -0.1, between(random, 0.82, 1.05), between(random, 1.0, 1.6), dark, { soft: 0.15, shade: 0.3 })
  part(0, 0.75, 0.32, 0.55, darker(0.8), { shade: 0.3 })
  part(0, 0.08, between(random, 0.62, 0.72), between(random, 0.85, 0.98), skin, { shade: between(random, 0.15, 0.45) })
  part(0, -0.75, 0.62, between(random, 0.18, 0.4), dark, { soft: 0.2 })
  for (const side of [-1, 1]) {
    part(side * 0.27, -0.12, 0.13, 0.06, grey(235))
    part(side * 0.27, -0.12, 0.06, 0.06, grey(25))
    part(side * 0.27, -0.27, 0.17, 0.04, darker(0.4))
    part(side * 0.3, 0.25, 0.16, 0.12, darker(1.12), { soft: 0.9, opacity: 0.5 })
  }
  part(0.03, 0.15, 0.07, 0.2, darker(0.78), { soft: 0.6 })
  part(0, 0.48, between(random, 0.16, 0.28), between(random, 0.04, 0.1), [skin[0] * 0.8, skin[1] * 0.5, skin[2] * 0.5])
}

type Shape = Parameters<typeof paint>[1]

function face(random: Random, width: number, height: number): Canvas {
  const canvas = backdrop(random, width, height)
  const size = Math.min(width, height) * between(random, 0.22, 0.36)
  head(canvas, random, { x: width * between(random, 0.38, 0.62), y: height * between(random, 0.35, 0.5), size })
  return photograph(canvas, random)
}

function crowd(random: Random, width: number, height: number): Canvas {
  const canvas = backdrop(random, width, height)
  const count = 3 + Math.floor(7 * random())
  for (let i = 0; i < count; i++) {
    const size = Math.min(width, height) * between(random, 0.07, 0.15)
    head(canvas, random, { x: (width * (i + random())) / count, y: height * between(random, 0.3, 0.75), size })
  }
  return photograph(canvas, random)
}

function body(random: Random, width: number, height: number): Canvas {
  const canvas = random() < 0.5 ? backdrop(random, width, height) : roomOf(random, width, height)
  const skin = skinOf(random)
  const unit = Math.min(width, height) * between(random, 0.09, 0.15)
  const tilt = between(random, -1.4, 1.4)
  const [x, y] = [width * between(random, 0.35, 0.65), height * between(random, 0.35, 0.6)]
  const at = (dx: number, dy: number) => ({
    x: x + unit * (dx * Math.cos(tilt) - dy * Math.sin(tilt)),
    y: y + unit * (dy * Math.cos(tilt) + dx * Math.sin(tilt)),
  })
  const stroke = (from: [number, number], to: [number, number], thick: [number, number], colour: Colour = skin) => {
    const start = { ...at(...from), rx: thick[0] * unit, ry: thick[0] * unit, colour, soft: 0.15, shade: 0.18 }
    limb(canvas, start, { ...at(...to), r: thick[1] * unit })
  }
  for (const side of [-1, 1]) {
    const knee: [number, number] = [side * between(random, 0.5, 1.4), between(random, 2.6, 3.6)]
    stroke([side * 0.5, 1.5], knee, [0.55, 0.38])
    stroke(knee, [side * between(random, 0.3, 1.6), between(random, 4.6, 6)], [0.36, 0.2])
    const elbow: [number, number] = [side * between(random, 1.2, 2), between(random, -0.9, 0.8)]
    stroke([side * 0.9, -1.3], elbow, [0.33, 0.26])
    stroke(elbow, [side * between(random, 0.2, 2), between(random, -2.2, 1.6)], [0.25, 0.15])
  }
  stroke([0, -1.1], [0, 0.3], [0.95, 0.72])
  stroke([0, 0.3], [0, 1.5], [0.72, 0.9])
  if (random() < 0.6) stroke([-0.5, 1.3], [0.5, 1.4], [0.5, 0.5], tinted(random, 20, 230))
  head(canvas, random, { ...at(0, -2.9), size: unit * 0.85 })
  return photograph(canvas, random)
}

function roomOf(random: Random, width: number, height: number): Canvas {
  const canvas = canvasOf(width, height, tinted(random, 110, 215))
  const floor = height * between(random, 0.6, 0.8)
  const rect = (x: number, y: number, w: number, h: number, colour: Colour, more: Partial<Shape> = {}) =>
    paint(canvas, { x: x + w / 2, y: y + h / 2, rx: w / 2, ry: h / 2, colour, power: 24, soft: 0.02, ...more })
  rect(-10, floor, width + 20, height - floor + 10, tinted(random, 50, 150), { shade: 0.2 })
  for (let i = 0; i < 4; i++) {
    const w = width * between(random, 0.08, 0.3)
    const h = height * between(random, 0.08, 0.35)
    rect((width - w) * random(), floor * random() * 0.6, w, h, tinted(random, 30, 250))
    rect(width * random() - w / 2, floor - h * between(random, 0.5, 0.9), 1.3 * w, h, tinted(random, 30, 200), {
      shade: 0.3,
    })
  }
  rect(width * between(random, -0.1, 0.4), floor * 0.92, width * 0.7, height * 0.25, tinted(random, 90, 240), {
    power: 6,
    shade: 0.4,
  })
  return canvas
}

function room(random: Random, width: number, height: number): Canvas {
  return photograph(roomOf(random, width, height), random)
}

/** Dead leaves: shapes of all sizes over each other, which have the scale-free statistics of photographs. */
function objects(random: Random, width: number, height: number): Canvas {
  const canvas = canvasOf(width, height, tinted(random, 40, 200))
  const long = Math.max(width, height)
  for (let i = 0; i < 420; i++) {
    // Radii by an inverse cube law.
    const r = long * Math.min(0.35, 0.012 / Math.sqrt(between(random, 0.0012, 1)))
    paint(canvas, {
      x: width * between(random, -0.1, 1.1),
      y: height * between(random, -0.1, 1.1),
      rx: r * between(random, 0.5, 1.4),
      ry: r * between(random, 0.5, 1.4),
      angle: between(random, 0, 3.2),
      colour: tinted(random, 10, 240),
      power: oneOf(random, [2, 2, 8]),
      soft: between(random, 0.03, 0.25),
      shade: between(random, 0, 0.6),
    })
  }
  return photograph(canvas, random)
}

function night(random: Random, width: number, height: number): Canvas {
  const canvas = canvasOf(width, height, tinted(random, 8, 40))
  addField(canvas, noise(random, width, height, { fall: 1.2 }), 10)
  for (let i = 0; i < 45; i++) {
    const r = Math.max(width, height) * 0.01 * between(random, 0.5, 2) ** 3
    const colour = tinted(random, 60, 255)
    paint(canvas, { x: width * random(), y: height * random(), rx: r, ry: r, colour, soft: between(random, 0.2, 1) })
  }
  if (random() < 0.7) {
    const size = Math.min(width, height) * between(random, 0.15, 0.3)
    head(canvas, random, { x: width * random(), y: height * between(random, 0.3, 0.6), size })
  }
  return photograph(canvas, random)
}

function texture(random: Random, width: number, height: number): Canvas {
  const canvas = canvasOf(width, height, tinted(random, 80, 170))
  const stretch = between(random, 0.5, 2.5)
  addField(canvas, noise(random, width, height, { fall: between(random, 0.95, 1.3), stretch }), between(random, 25, 45))
  addField(canvas, noise(random, width, height, { fall: 1.2, coarsest: 0.3 }), 15, [1, 0.4, -0.3])
  return photograph(canvas, random)
}

function text(random: Random, width: number, height: number): Canvas {
  const isDark = random() < 0.2
  const canvas = canvasOf(width, height, grey(isDark ? 30 : between(random, 225, 255)))
  const ink = isDark ? 220 : 25
  const left = width * between(random, 0.05, 0.13)
  for (let y = height * between(random, 0.05, 0.1); y < height * 0.93; ) {
    const size = width * (random() < 0.12 ? between(random, 0.04, 0.06) : 0.024)
    const lines = size > width * 0.03 ? 1 : 2 + Math.floor(7 * random())
    for (let i = 0; i < lines && y < height * 0.95; i++, y += size * 1.6)
      writing(canvas, random, { x: left, y, w: (width - 2 * left) * (i === lines - 1 ? random() : 1), size, ink })
    y += size * between(random, 0.5, 2)
    if (random() < 0.15 && y < height * 0.7) {
      const h = height * between(random, 0.08, 0.2)
      const colour = tinted(random, 60, 200)
      paint(canvas, { x: width / 2, y: y + h / 2, rx: width / 2 - left, ry: h / 2, colour, power: 24, shade: 0.5 })
      y += h * 1.2
    }
  }
  return canvas
}

function screenshot(random: Random, width: number, height: number): Canvas {
  const isDark = random() < 0.4
  const canvas = canvasOf(width, height, grey(isDark ? between(random, 0, 30) : between(random, 235, 255)))
  const ink = isDark ? 230 : 30
  const bar = tinted(random, isDark ? 25 : 150, isDark ? 60 : 240)
  paint(canvas, { x: width / 2, y: height * 0.045, rx: width, ry: height * 0.045, colour: bar, power: 24, soft: 0.01 })
  writing(canvas, random, { x: width * 0.2, y: height * 0.06, w: width * 0.4, size: width * 0.045, ink })
  paint(canvas, {
    x: width * 0.1,
    y: height * 0.06,
    rx: width * 0.05,
    ry: width * 0.05,
    colour: tinted(random, 60, 200),
  })
  for (let y = height * 0.12; y < height * 0.88; ) {
    const isMine = random() < 0.5
    const size = width * 0.042
    const isPicture = random() < 0.2
    const lines = 1 + Math.floor(5 * random())
    const w = width * between(random, 0.35, 0.72)
    const h = isPicture ? w * between(random, 0.6, 1.1) : lines * size * 1.5 + size
    const x = isMine ? width * 0.96 - w : width * 0.04
    const colour = isPicture || isMine ? tinted(random, 70, 200) : grey(isDark ? 60 : 225)
    paint(canvas, { x: x + w / 2, y: y + h / 2, rx: w / 2, ry: h / 2, colour, power: 10, shade: isPicture ? 0.7 : 0 })
    if (isPicture) head(canvas, random, { x: x + w / 2, y: y + h / 2.4, size: Math.min(w, h) * 0.26 })
    else
      for (let i = 0; i < lines; i++)
        writing(canvas, random, {
          x: x + size,
          y: y + size * (1.1 + 1.5 * i),
          w: (w - 2 * size) * (i === lines - 1 ? between(random, 0.3, 1) : 1),
          size,
          ink: isMine ? 250 : ink,
        })
    y += h + height * between(random, 0.008, 0.025)
  }
  paint(canvas, { x: width / 2, y: height * 0.97, rx: width, ry: height * 0.035, colour: bar, power: 24, soft: 0.01 })
  return canvas
}
