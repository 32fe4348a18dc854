/**
 * What becomes of a picture on its way: saved again, resized, cut, framed, written over, turned. Cuts and frames are
 * drawn from a range, not set to a grid, so that no set of views is flattered by meeting just its own steps; after a cut
 * or a frame the copy is saved as JPEG of quality 85, as every program saves it.
 */

import sharp, { type Sharp } from 'sharp'
import { type Pixels, resize512 } from '#core/fingerprint/index.ts'
import { between, type Colour, canvasOf, develop, oneOf, paint, type Random, writing } from './canvas.ts'

type Apply = (pixels: Pixels, random: Random) => Promise<Pixels> | Pixels

export interface Alteration {
  name: string
  group: string
  apply: Apply
}

const open = ({ width, height, data, channels }: Pixels) => sharp(data, { raw: { width, height, channels } })

async function developed(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data, channels: 3 }
}

const saved = async (pixels: Pixels, quality = 85) => developed(sharp(await open(pixels).jpeg({ quality }).toBuffer()))
const savedWebp = async (pixels: Pixels, quality: number) =>
  developed(sharp(await open(pixels).webp({ quality }).toBuffer()))
const scaled = (pixels: Pixels, by: number) =>
  developed(
    open(pixels).resize(Math.max(8, Math.round(pixels.width * by)), Math.max(8, Math.round(pixels.height * by)), {
      fit: 'fill',
    }),
  )
const within = (pixels: Pixels, side: number) =>
  developed(open(pixels).resize(side, side, { fit: 'inside', withoutEnlargement: true }))

interface Edges {
  left?: number
  top?: number
  right?: number
  bottom?: number
}

/** Shares of the sides cut away, to the nearest pixel. */
function cut({ width, height, data }: Pixels, { left = 0, top = 0, right = 0, bottom = 0 }: Edges): Pixels {
  const x0 = Math.round(left * width)
  const y0 = Math.round(top * height)
  const w = Math.max(8, width - x0 - Math.round(right * width))
  const h = Math.max(8, height - y0 - Math.round(bottom * height))
  const out = new Uint8Array(w * h * 3)
  for (let y = 0; y < h; y++) {
    const from = 3 * ((y + y0) * width + x0)
    out.set(data.subarray(from, from + 3 * w), 3 * y * w)
  }
  return { width: w, height: h, data: out, channels: 3 }
}

/** A picture laid on another, its upper left corner at (x, y). */
function laid(ground: Pixels, picture: Pixels, x: number, y: number): Pixels {
  const data = Uint8Array.from(ground.data) // a Buffer's slice would be the same memory
  for (let row = 0; row < picture.height; row++) {
    if (y + row < 0 || y + row >= ground.height) continue
    const from = 3 * row * picture.width
    data.set(
      picture.data.subarray(from, from + 3 * Math.min(picture.width, ground.width - x)),
      3 * ((y + row) * ground.width + x),
    )
  }
  return { ...ground, data }
}

const plain = (width: number, height: number, colour: Colour): Pixels =>
  develop(canvasOf(width, height, colour), () => 0.5, 0)

const cropped = (edges: (random: Random, pixels: Pixels) => Edges): Apply => {
  return (pixels, random) => saved(cut(pixels, edges(random, pixels)))
}

const all = (share: number): Edges => ({ left: share, top: share, right: share, bottom: share })
const SIDES = ['left', 'top', 'right', 'bottom'] as const

const ASPECTS = {
  '1:1': 1,
  '4:5': 0.8,
  '9:16': 9 / 16,
  '16:9': 16 / 9,
  '3:4': 3 / 4,
  '4:3': 4 / 3,
  '2:3': 2 / 3,
  '3:2': 3 / 2,
}

function toAspect({ width, height }: Pixels, aspect: number, at: number): Edges {
  const shape = width / height
  const rest = shape < aspect ? 1 - shape / aspect : 1 - aspect / shape
  return shape < aspect ? { top: rest * at, bottom: rest * (1 - at) } : { left: rest * at, right: rest * (1 - at) }
}

const framed =
  (share: number, colour: Colour): Apply =>
  (pixels) => {
    const by = Math.round(share * Math.max(pixels.width, pixels.height))
    const ground = plain(pixels.width + 2 * by, pixels.height + 2 * by, colour)
    return saved(laid(ground, pixels, by, by))
  }

/** Bars that bring a picture to an aspect. */
const barred =
  (aspect: number, colour: Colour | 'blurred'): Apply =>
  async (pixels) => {
    const shape = pixels.width / pixels.height
    const width = shape < aspect ? Math.round(pixels.height * aspect) : pixels.width
    const height = shape < aspect ? pixels.height : Math.round(pixels.width / aspect)
    const ground =
      colour === 'blurred'
        ? await developed(open(pixels).resize(width, height, { fit: 'cover' }).blur(25).modulate({ brightness: 0.7 }))
        : plain(width, height, colour)
    return saved(laid(ground, pixels, Math.floor((width - pixels.width) / 2), Math.floor((height - pixels.height) / 2)))
  }

/** A phone's screen with the picture in it: status bar, an application's head and foot, the ground between. */
const onScreen =
  (style: 'light' | 'dark' | 'viewer'): Apply =>
  async (pixels, random) => {
    const width = 720
    const height = Math.round(width * between(random, 1.9, 2.2))
    const isDark = style !== 'light'
    const canvas = canvasOf(width, height, isDark ? (style === 'dark' ? [18, 18, 20] : [0, 0, 0]) : [255, 255, 255])
    const ink = isDark ? 235 : 20
    writing(canvas, random, { x: 50, y: 32, w: 70, size: 24, ink })
    writing(canvas, random, { x: width - 150, y: 32, w: 100, size: 22, ink })
    const head = between(random, 0.08, 0.13) * height
    if (style !== 'viewer') {
      const colour: Colour = isDark
        ? [30, 30, 34]
        : oneOf(random, [
            [255, 255, 255],
            [246, 246, 248],
            [7, 94, 84],
          ])
      paint(canvas, { x: width / 2, y: (56 + head) / 2, rx: width, ry: (head - 56) / 2, colour, power: 40, soft: 0.01 })
      paint(canvas, { x: 90, y: (56 + head) / 2, rx: 30, ry: 30, colour: [120, 100, 140] })
      writing(canvas, random, { x: 150, y: (56 + head) / 2, w: 280, size: 30, ink })
    }
    const picture = await developed(open(pixels).resize(width, Math.round(0.74 * height), { fit: 'inside' }))
    const x = Math.floor((width - picture.width) / 2)
    const free = height - head - 0.08 * height - picture.height
    const y = Math.round(head + Math.max(0, free) * (style === 'viewer' ? 0.5 : between(random, 0.05, 0.6)))
    if (style !== 'viewer')
      for (let line = y + picture.height + 40, i = 0; i < 4 && line < 0.9 * height; i++, line += 44)
        writing(canvas, random, { x: 30, y: line, w: width * between(random, 0.3, 0.85), size: 28, ink })
    for (let i = 0; i < 5; i++)
      paint(canvas, {
        x: (width * (i + 0.5)) / 5,
        y: 0.955 * height,
        rx: 22,
        ry: 20,
        colour: [ink, ink, ink],
        opacity: 0.7,
      })
    return saved(laid(develop(canvas, random, 0), picture, x, y))
  }

interface Band {
  where: 'top' | 'bottom' | 'middle'
  share: number
  colour: Colour
  isAdded?: boolean
}

/** A band of writing, over the picture or added to it; `share` is of the picture's height. */
const captioned =
  (band: (random: Random) => Band): Apply =>
  (pixels, random) => {
    const { where, share, colour, isAdded } = band(random)
    const { width, height } = pixels
    const high = Math.round(share * height)
    const canvas = canvasOf(width, high, colour)
    const lines = share > 0.12 ? 2 : 1
    const size = (high / lines) * 0.5
    for (let i = 0; i < lines; i++)
      writing(canvas, random, {
        x: width * 0.08,
        y: (high * (i + 0.6)) / lines,
        w: width * between(random, 0.4, 0.8),
        size,
        ink: colour[0] > 128 ? 15 : 245,
      })
    const strip = develop(canvas, random, 0)
    if (!isAdded)
      return saved(
        laid(pixels, strip, 0, where === 'top' ? 0 : where === 'bottom' ? height - high : Math.round(0.6 * height)),
      )
    const ground = plain(width, height + high, colour)
    const whole = laid(ground, pixels, 0, where === 'top' ? high : 0)
    return saved(laid(whole, strip, 0, where === 'top' ? 0 : height))
  }

const stickered =
  (share: number): Apply =>
  (pixels, random) => {
    const { width, height, data } = pixels
    const canvas = { width, height, rgb: Float32Array.from(data) }
    const r = (share * width) / 2
    const [x, y] = [between(random, r, width - r), between(random, r, height - r)]
    paint(canvas, { x, y, rx: r, ry: r, colour: [250, 205, 50], soft: 0.05, shade: 0.2 })
    for (const side of [-1, 1])
      paint(canvas, { x: x + side * r * 0.35, y: y - r * 0.2, rx: r * 0.12, ry: r * 0.2, colour: [60, 40, 20] })
    paint(canvas, { x, y: y + r * 0.4, rx: r * 0.5, ry: r * 0.15, colour: [120, 40, 30] })
    return saved(develop(canvas, () => 0.5, 0))
  }

const watermarked: Apply = (pixels, random) => {
  const { width, height, data } = pixels
  const canvas = { width, height, rgb: Float32Array.from(data) }
  writing(canvas, random, { x: width * 0.6, y: height * 0.95, w: width * 0.35, size: width * 0.03, ink: 245 })
  return saved(develop(canvas, () => 0.5, 0))
}

/** Turned by some degrees: with black corners, or cut to the largest frame of the same shape without them. */
const turned =
  (degrees: number, isCut: boolean): Apply =>
  async (pixels, random) => {
    const angle = random() < 0.5 ? degrees : -degrees
    const turned = await developed(open(pixels).rotate(angle, { background: '#000' }))
    if (!isCut) return saved(turned)
    const { width: w, height: h } = pixels
    const [sin, cos] = [Math.abs(Math.sin((angle * Math.PI) / 180)), Math.cos((angle * Math.PI) / 180)]
    const scale = Math.min(w / (w * cos + h * sin), h / (w * sin + h * cos))
    return saved(
      cut(turned, {
        left: (1 - (scale * w) / turned.width) / 2,
        right: (1 - (scale * w) / turned.width) / 2,
        top: (1 - (scale * h) / turned.height) / 2,
        bottom: (1 - (scale * h) / turned.height) / 2,
      }),
    )
  }

const levels =
  (level: (value: number) => number): Apply =>
  (pixels) => {
    const table = Uint8ClampedArray.from({ length: 256 }, (_, i) => level(i))
    return saved({ ...pixels, data: Uint8Array.from(pixels.data, (value) => table[value]!) })
  }

const noisy =
  (sigma: number): Apply =>
  (pixels, random) =>
    saved(develop({ ...pixels, rgb: Float32Array.from(pixels.data) }, random, sigma))

/** What messengers do, hop by hop: fitted within a side, saved at a quality. */
const sent =
  (...hops: [side: number, quality: number][]): Apply =>
  async (pixels) => {
    let copy = pixels
    for (const [side, quality] of hops) copy = await saved(await within(copy, side), quality)
    return copy
  }

const then =
  (...steps: Apply[]): Apply =>
  async (pixels, random) => {
    let copy = pixels
    for (const step of steps) copy = await step(copy, random)
    return copy
  }

const mirrored: Apply = (pixels) => developed(open(pixels).flop())
const quarter =
  (turn: 90 | 180 | 270): Apply =>
  (pixels) =>
    developed(open(pixels).rotate(turn))
const jpeg =
  (quality: number): Apply =>
  (pixels) =>
    saved(pixels, quality)
const resized =
  (by: number): Apply =>
  async (pixels) =>
    saved(await scaled(pixels, by))

const BLACK: Colour = [0, 0, 0]
const WHITE: Colour = [255, 255, 255]
const range = (from: number, to: number, edges: (share: number) => Edges) =>
  cropped((random) => edges(between(random, from, to) / 100))
const group = (name: string, some: Record<string, Apply>): Alteration[] =>
  Object.entries(some).map(([of, apply]) => ({ group: name, name: of, apply }))
const each = <T>(some: readonly T[], entry: (one: T) => [string, Apply]) => Object.fromEntries(some.map(entry))

/** Ranges of a centred crop, as the share cut from each end of each side. */
const MARGINS = [
  [0, 1],
  [1, 2.5],
  [2.5, 5],
  [5, 10],
  [10, 12.5],
  [12.5, 20],
  [20, 25],
] as const
const CUTS = [
  [0, 2],
  [2, 5],
  [5, 10],
  [10, 15],
  [15, 20],
  [20, 25],
] as const
const BANDS = [
  [3, 8],
  [8, 12],
  [12, 15],
  [15, 20],
] as const

export const alterations: Alteration[] = [
  ...group('saved again', {
    ...each([90, 70, 50, 30, 20, 10], (quality) => [`jpeg ${quality}`, jpeg(quality)]),
    ...each([75, 30], (quality) => [`webp ${quality}`, (pixels) => savedWebp(pixels, quality)]),
    'hashed on the 512 path': (pixels) => resize512(pixels),
    greyscale: async (pixels) => saved(await developed(open(pixels).modulate({ saturation: 0 }))),
  }),
  ...group(
    'resized',
    each([0.1, 0.25, 0.5, 0.75, 1.5, 2], (by) => [`× ${by}`, resized(by)]),
  ),
  ...group('turned', {
    mirror: mirrored,
    'quarter turn': quarter(90),
    'half turn': quarter(180),
    'three quarter turn': quarter(270),
  }),
  ...group('turned a little', {
    ...each([0.5, 1, 2, 5], (degrees) => [`${degrees}°, black corners`, turned(degrees, false)]),
    ...each([0.5, 1, 2, 5], (degrees) => [`${degrees}°, corners cut`, turned(degrees, true)]),
  }),
  ...group('tone', {
    ...each([0.6, 0.8, 1.2, 1.4], (by) => [`brightness × ${by}`, levels((value) => value * by)]),
    ...each([0.6, 0.8, 1.25, 1.5], (by) => [`contrast × ${by}`, levels((value) => 128 + (value - 128) * by)]),
    ...each([0.5, 0.7, 1.4, 2], (by) => [`gamma ${by}`, levels((value) => 255 * (value / 255) ** by)]),
    ...each([1, 2, 4], (sigma) => [
      `blur σ ${sigma}`,
      async (pixels) => saved(await developed(open(pixels).blur(sigma))),
    ]),
    ...each([5, 10, 20], (sigma) => [`noise σ ${sigma}`, noisy(sigma)]),
  }),
  ...group('messenger', {
    '1600 q70, 1280 q60': sent([1600, 70], [1280, 60]),
    '1280 q75, 800 q60, 720 q50': sent([1280, 75], [800, 60], [720, 50]),
    '640 q40 twice': sent([640, 40], [600, 40]),
    '320 q70': sent([320, 70]),
  }),
  ...group(
    'crop centred',
    each(MARGINS, ([from, to]) => [`${from}–${to} % of each end`, range(from, to, all)]),
  ),
  ...group(
    'crop one side',
    Object.assign(
      {},
      ...SIDES.map((side) =>
        each(CUTS, ([from, to]) => [`${side} ${from}–${to} %`, range(from, to, (share) => ({ [side]: share }))]),
      ),
    ),
  ),
  ...group(
    'crop to aspect',
    Object.assign(
      {},
      ...(['1:1', '4:5', '9:16', '16:9'] as const).map((aspect) =>
        each(
          [
            ['start', 0],
            ['centre', 0.5],
            ['end', 1],
          ] as const,
          ([place, at]) => [`${aspect} ${place}`, cropped((_, pixels) => toAspect(pixels, ASPECTS[aspect], at))],
        ),
      ),
    ),
  ),
  ...group('crop to other aspect', {
    ...each(['3:4', '4:3', '2:3', '3:2'] as const, (aspect) => [
      `${aspect} centre`,
      cropped((_, pixels) => toAspect(pixels, ASPECTS[aspect], 0.5)),
    ]),
    'common aspects, anywhere': cropped((random, pixels) =>
      toAspect(pixels, oneOf(random, [1, 0.8, 9 / 16, 16 / 9]), random()),
    ),
  }),
  ...group(
    'crop free',
    each([2, 5, 10, 20], (most) => [
      `each end 0–${most} %`,
      cropped((random) => ({
        left: (random() * most) / 100,
        top: (random() * most) / 100,
        right: (random() * most) / 100,
        bottom: (random() * most) / 100,
      })),
    ]),
  ),
  ...group('border', {
    ...each([2, 5, 10], (share) => [`black ${share} %`, framed(share / 100, BLACK)]),
    ...each([2, 5, 10], (share) => [`white ${share} %`, framed(share / 100, WHITE)]),
    'coloured 4–12 %': (pixels, random) => framed(between(random, 0.04, 0.12), [200, 60, 90])(pixels, random),
  }),
  ...group('letterbox', {
    ...each(['1:1', '4:5', '9:16', '16:9'] as const, (aspect) => [
      `black to ${aspect}`,
      barred(ASPECTS[aspect], BLACK),
    ]),
    ...each(['1:1', '4:5', '9:16', '16:9'] as const, (aspect) => [
      `white to ${aspect}`,
      barred(ASPECTS[aspect], WHITE),
    ]),
    'blurred to 9:16': barred(9 / 16, 'blurred'),
    'blurred to 1:1': barred(1, 'blurred'),
  }),
  ...group('screenshot frame', { light: onScreen('light'), dark: onScreen('dark'), viewer: onScreen('viewer') }),
  ...group('caption added', {
    ...each(BANDS, ([from, to]) => [
      `top ${from}–${to} %`,
      captioned((random) => ({
        where: 'top',
        share: between(random, from, to) / 100,
        colour: oneOf(random, [BLACK, WHITE]),
        isAdded: true,
      })),
    ]),
    ...each(BANDS, ([from, to]) => [
      `bottom ${from}–${to} %`,
      captioned((random) => ({
        where: 'bottom',
        share: between(random, from, to) / 100,
        colour: oneOf(random, [BLACK, WHITE]),
        isAdded: true,
      })),
    ]),
  }),
  ...group('caption over', {
    ...each(BANDS, ([from, to]) => [
      `top ${from}–${to} %`,
      captioned((random) => ({
        where: 'top',
        share: between(random, from, to) / 100,
        colour: oneOf(random, [BLACK, WHITE]),
      })),
    ]),
    ...each(BANDS, ([from, to]) => [
      `bottom ${from}–${to} %`,
      captioned((random) => ({
        where: 'bottom',
        share: between(random, from, to) / 100,
        colour: oneOf(random, [BLACK, WHITE]),
      })),
    ]),
    'middle 5–8 %': captioned((random) => ({ where: 'middle', share: between(random, 0.05, 0.08), colour: BLACK })),
  }),
  ...group('laid over', {
    ...each([5, 10, 15, 20], (share) => [`sticker ${share} % wide`, stickered(share / 100)]),
    watermark: watermarked,
  }),
  ...group('pairs', {
    'mirror, jpeg 50': then(mirrored, jpeg(50)),
    'mirror, centred crop 2–5 %': then(mirrored, range(2, 5, all)),
    'mirror, black border 5 %': then(mirrored, framed(0.05, BLACK)),
    'quarter turn, 1:1 centre': then(
      quarter(90),
      cropped((_, pixels) => toAspect(pixels, 1, 0.5)),
    ),
    '4:5 centre, messenger': then(
      cropped((_, pixels) => toAspect(pixels, 0.8, 0.5)),
      sent([1280, 75], [800, 60]),
    ),
    '1:1 centre, white border 5 %': then(
      cropped((_, pixels) => toAspect(pixels, 1, 0.5)),
      framed(0.05, WHITE),
    ),
    'left 5–10 %, resize × 0.5': then(
      range(5, 10, (share) => ({ left: share })),
      resized(0.5),
    ),
    'centred 2–5 %, brightness × 1.2': then(
      range(2, 5, all),
      levels((value) => value * 1.2),
    ),
    'letterbox 9:16, messenger': then(barred(9 / 16, BLACK), sent([1280, 75], [800, 60])),
    'screenshot viewer, 9:16 crop, jpeg 60': then(
      onScreen('viewer'),
      cropped((_, pixels) => toAspect(pixels, 9 / 16, 0.5)),
      jpeg(60),
    ),
    'bottom 5–10 %, top 5–10 %': cropped((random) => ({
      top: between(random, 0.05, 0.1),
      bottom: between(random, 0.05, 0.1),
    })),
  }),
]

/** Whether a look may see more than the bare hash: something was put around or over the picture. */
export const isForLook = ({ group }: Alteration) => /border|letterbox|screenshot|caption|pairs|saved/.test(group)
