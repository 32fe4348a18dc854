/** A canvas of floats, and the strokes from which test pictures are made: fields of 1/f noise, soft shapes, light. */

import type { Pixels } from '#core/fingerprint/index.ts'

export type Random = () => number
export type Colour = readonly [number, number, number]

export interface Canvas {
  width: number
  height: number
  /** R, G, B per pixel, 0 to 255 and beyond; clipped when developed. */
  rgb: Float32Array
}

/** 0 to 1, the same sequence for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let word = Math.imul(state ^ (state >>> 15), state | 1)
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61)
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32
  }
}

export const between = (random: Random, low: number, high: number) => low + (high - low) * random()
export const oneOf = <T>(random: Random, some: readonly T[]): T => some[Math.floor(random() * some.length)]!

export function canvasOf(width: number, height: number, colour: Colour): Canvas {
  const rgb = new Float32Array(width * height * 3)
  for (let i = 0; i < rgb.length; i++) rgb[i] = colour[i % 3]!
  return { width, height, rgb }
}

/**
 * Noise whose octaves fall off by `fall` (1 is the 1/f amplitude of photographs, more is smoother): mean 0, spread
 * about 1. `stretch` draws it out along the rows.
 */
export function noise(random: Random, width: number, height: number, { fall = 1, coarsest = 1, stretch = 1 } = {}) {
  const field = new Float32Array(width * height)
  const long = Math.max(width, height)
  let power = 0
  for (let octave = 0, period = long * coarsest; period >= 2; octave++, period /= 2) {
    const amplitude = fall ** -octave
    power += amplitude ** 2 / 6
    addOctave(field, random, { width, height, across: period * stretch, down: period, amplitude })
  }
  const scale = 1 / Math.sqrt(power)
  for (let i = 0; i < field.length; i++) field[i]! *= scale
  return field
}

function addOctave(
  field: Float32Array,
  random: Random,
  { width, height, across, down, amplitude }: Record<'width' | 'height' | 'across' | 'down' | 'amplitude', number>,
): void {
  const columns = Math.ceil(width / across) + 2
  const rows = Math.ceil(height / down) + 2
  const knots = Float32Array.from({ length: columns * rows }, () => amplitude * (2 * random() - 1))
  const shift = random()
  const at = new Int32Array(width)
  const share = new Float32Array(width)
  for (let x = 0; x < width; x++) {
    at[x] = Math.floor(x / across + shift)
    share[x] = eased(x / across + shift - at[x]!)
  }
  const line = new Float32Array(columns)
  for (let y = 0; y < height; y++) {
    const row = Math.min(rows - 2, Math.floor(y / down + shift))
    const part = eased(y / down + shift - row)
    for (let i = 0; i < columns; i++)
      line[i] = knots[row * columns + i]! * (1 - part) + knots[(row + 1) * columns + i]! * part
    for (let x = 0; x < width; x++) {
      const i = Math.min(columns - 2, at[x]!)
      field[y * width + x]! += line[i]! + share[x]! * (line[i + 1]! - line[i]!)
    }
  }
}

const eased = (t: number) => t * t * (3 - 2 * t)

/** Adds a field to all three colours, `strength` times, tinted. */
export function addField({ rgb }: Canvas, field: Float32Array, strength: number, tint: Colour = [1, 1, 1]): void {
  for (let i = 0; i < field.length; i++) for (let c = 0; c < 3; c++) rgb[3 * i + c]! += strength * tint[c]! * field[i]!
}

/** Multiplies by light that falls off in one direction, from `1 + by` to `1 - by`. */
export function lightFrom({ width, height, rgb }: Canvas, angle: number, by: number): void {
  const [dx, dy] = [Math.cos(angle) / width, Math.sin(angle) / height]
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const light = 1 + 2 * by * ((x - width / 2) * dx + (y - height / 2) * dy)
      for (let c = 0; c < 3; c++) rgb[at++]! *= light
    }
}

/** A lens darkens its corners. */
export function vignette({ width, height, rgb }: Canvas, by: number): void {
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const far = ((2 * x) / width - 1) ** 2 + ((2 * y) / height - 1) ** 2
      for (let c = 0; c < 3; c++) rgb[at++]! *= 1 - (by * far) / 2
    }
}

export interface Shape {
  /** Centre and half axes, in pixels. */
  x: number
  y: number
  rx: number
  ry: number
  angle?: number
  colour: Colour
  /** Width of the edge as a share of the shape; 0.02 is sharp. */
  soft?: number
  /** 2 is an ellipse, 8 nearly a rectangle. */
  power?: number
  /** How much darker it gets towards its lower right, as a round body does. */
  shade?: number
  opacity?: number
}

export function paint({ width, height, rgb }: Canvas, shape: Shape): void {
  const { x, y, rx, ry, angle = 0, colour, soft = 0.04, power = 2, shade = 0, opacity = 1 } = shape
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const reach = 1 + soft
  const boxX = reach * (Math.abs(rx * cos) + Math.abs(ry * sin))
  const boxY = reach * (Math.abs(rx * sin) + Math.abs(ry * cos))
  for (let py = Math.max(0, Math.floor(y - boxY)); py < Math.min(height, y + boxY); py++)
    for (let px = Math.max(0, Math.floor(x - boxX)); px < Math.min(width, x + boxX); px++) {
      const u = ((px - x) * cos + (py - y) * sin) / rx
      const v = ((py - y) * cos - (px - x) * sin) / ry
      const far = power === 2 ? Math.sqrt(u * u + v * v) : (Math.abs(u) ** power + Math.abs(v) ** power) ** (1 / power)
      if (far >= 1 + soft / 2) continue
      const share = opacity * Math.min(1, Math.max(0, (1 + soft / 2 - far) / soft))
      const light = 1 - shade * (0.5 * (u + v) + 0.4 * far * far)
      const at = 3 * (py * width + px)
      for (let c = 0; c < 3; c++) rgb[at + c]! += share * (colour[c]! * light - rgb[at + c]!)
    }
}

/** A limb: from one point to another, with a width at each end. */
export function limb(canvas: Canvas, from: Shape, to: { x: number; y: number; r: number }): void {
  const steps = 14
  for (let i = 0; i <= steps; i++) {
    const t = i / steps
    const r = from.rx + t * (to.r - from.rx)
    paint(canvas, { ...from, x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y), rx: r, ry: r })
  }
}

/** A line of what looks like writing, from `x` on, `w` wide, its letters `size` high. */
export function writing(
  canvas: Canvas,
  random: Random,
  box: { x: number; y: number; w: number; size: number; ink: number },
) {
  const { x, y, w, size, ink } = box
  for (let at = x; at < x + w; ) {
    const letters = 2 + Math.floor(8 * random())
    for (let i = 0; i < letters && at < x + w; i++, at += size * 0.55) {
      const tall = random() < 0.3 ? 0.5 : 0.32
      for (let stroke = 0; stroke < 2; stroke++)
        paint(canvas, {
          x: at + size * between(random, 0, 0.35),
          y: y - size * (tall - 0.3) + size * between(random, -0.1, 0.1),
          rx: stroke ? size * 0.2 : Math.max(0.8, size * 0.07),
          ry: stroke ? Math.max(0.8, size * 0.06) : size * tall,
          colour: [ink, ink, ink],
          power: 6,
          soft: 0.5,
        })
    }
    at += size * 0.5
  }
}

/** Sensor grain of `sigma` grey levels, then 8 bits a sample. */
export function develop({ width, height, rgb }: Canvas, random: Random, sigma: number): Pixels {
  const data = new Uint8Array(rgb.length)
  for (let i = 0; i < rgb.length; i++) {
    const grain = sigma * 1.7 * (random() + random() - 1) * 1.4
    data[i] = Math.min(255, Math.max(0, Math.round(rgb[i]! + grain)))
  }
  return { width, height, data, channels: 3 }
}
