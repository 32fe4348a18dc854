/** The kernel against the plain walk, on the same pixels: every hash, form, quality and judgement. */
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { linesOf } from '#core/fingerprint/blur.ts'
import {
  FORM_NAMES,
  fingerprintPixels,
  hashParts,
  hex,
  type Pixels,
  pdq,
  pdqForms,
  referenceViews,
  resize512,
  startPicture,
  type Walked,
  walkPixels,
} from '#core/fingerprint/index.ts'
import type { Views } from '#core/fingerprint/pdq.ts'
import { decode, vectors } from './pdq-vectors.ts'

const printed = ({ plain, forms }: Views) => [
  { ...plain, hash: hex(plain.hash) },
  ...FORM_NAMES.map((name) => hex(forms[name])),
]
const ofKernel = (pixels: Pixels) => printed(walkPixels(pixels, { with512: false }).full)
const ofReference = (pixels: Pixels) => printed(referenceViews(linesOf(pixels)))

type Kind = 'noise' | 'gradient' | 'plain' | 'bars' | 'waves'
const KINDS: Kind[] = ['noise', 'gradient', 'plain', 'bars', 'waves']

interface Recipe {
  width: number
  height: number
  channels: 3 | 4
  kind: Kind
  seed: number
}

function pictureOf({ width, height, channels, kind, seed }: Recipe): Pixels {
  const data = new Uint8Array(width * height * channels)
  let state = seed | 1
  const random = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9
    return (state >>> 11) & 255
  }
  const sample: Record<Kind, (x: number, y: number, c: number) => number> = {
    noise: random,
    gradient: (x, y, c) => (x * (1 + (seed & 3)) + y * ((seed >> 2) & 3) + 40 * c) & 255,
    plain: (_x, _y, c) => (seed >> (8 * (c % 3))) & 255,
    bars: (x, y) => (((seed & 1 ? x : y) * 7919) >> 3) & 1 && 255,
    waves: (x, y, c) => 128 + 100 * Math.sin((x + seed) / 9 + c) * Math.cos(y / 13) + (random() >> 5),
  }
  for (let i = 0, at = 0; at < data.length; i++)
    for (let c = 0; c < channels; c++) data[at++] = sample[kind](i % width, Math.floor(i / width), c)
  return { width, height, channels, data }
}

const recipes = (maxSide: number) =>
  fc.record<Recipe>({
    width: fc.integer({ min: 1, max: maxSide }),
    height: fc.integer({ min: 1, max: maxSide }),
    channels: fc.constantFrom(3, 4),
    kind: fc.constantFrom(...KINDS),
    seed: fc.integer(),
  })

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

describe('the kernel agrees with the reference to the last bit', () => {
  test('on every published picture, on both paths', async () => {
    for (const { file } of vectors) {
      const pixels = await decode(file)
      expect([file, ...ofKernel(pixels)]).toEqual([file, ...ofReference(pixels)])
      const { path512 } = walkPixels(pixels)
      if (path512) expect([file, ...printed(path512)]).toEqual([file, ...ofReference(resize512(pixels))])
      else expect(resize512(pixels)).toBe(pixels)
    }
  })

  test('on thousands of generated pictures of every small size', { timeout: 120_000 }, () => {
    const check = (recipe: Recipe) => {
      const pixels = pictureOf(recipe)
      expect(JSON.stringify(ofKernel(pixels))).toBe(JSON.stringify(ofReference(pixels)))
    }
    fc.assert(fc.property(recipes(70), check), { numRuns: 1500 })
    fc.assert(fc.property(recipes(200), check), { numRuns: 500 })
    fc.assert(fc.property(recipes(1400), check), { numRuns: 5 })
  })

  test('at sides where a window grows, and at the one that is not blurred', () => {
    for (const width of [4, 5, 63, 64, 65, 127, 128, 129, 255, 256, 257, 385])
      for (const height of [5, 64, 128, 129, 257])
        for (const kind of KINDS) {
          const pixels = pictureOf({ width, height, channels: 3, kind, seed: width * height })
          expect([width, height, kind, ...ofKernel(pixels)]).toEqual([width, height, kind, ...ofReference(pixels)])
        }
  })
})

describe('a picture given in strips', () => {
  const all = ({ full, path512, plane }: Walked) => ({
    full: printed(full),
    path512: path512 && printed(path512),
    plane,
  })

  test('yields what the whole picture does, however its rows are cut', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 12 })
    const check = (recipe: Recipe, heights: number[]) => {
      const pixels = pictureOf(recipe)
      const row = pixels.width * pixels.channels
      const plane = { width: 40, height: 30 }

      const walk = startPicture(pixels, { plane })
      for (let y = 0, i = 0; y < pixels.height; i++) {
        const rows = heights[i % heights.length]!
        walk.push(pixels.data.subarray(y * row, (y + rows) * row))
        y += rows
      }

      expect(all(walk.finish())).toEqual(all(walkPixels(pixels, { plane })))
    }
    fc.assert(fc.property(recipes(200), cuts, check), { numRuns: 150 })
    fc.assert(fc.property(recipes(900), cuts, check), { numRuns: 12 })
  })

  test('does not disturb another that is given meanwhile', () => {
    const [a, b] = [41, 90].map((side) =>
      pictureOf({ width: side, height: 80, channels: 3, kind: 'waves', seed: side }),
    ) as [Pixels, Pixels]
    const walks = [a, b].map((pixels) => ({ pixels, walk: startPicture(pixels) }))

    for (let y = 0; y < 80; y += 20)
      for (const { pixels, walk } of walks)
        walk.push(pixels.data.subarray(y * pixels.width * 3, (y + 20) * pixels.width * 3))

    for (const { pixels, walk } of walks) expect(printed(walk.finish().full)).toEqual(ofReference(pixels))
  })

  test('must be given whole, in whole rows, and no more', () => {
    const walk = startPicture({ width: 10, height: 10, channels: 3 })
    expect(() => walk.push(new Uint8Array(31))).toThrow(RangeError)
    walk.push(new Uint8Array(270))
    expect(() => walk.finish()).toThrow(RangeError)
    expect(() => walk.push(new Uint8Array(60))).toThrow(RangeError)
    walk.push(new Uint8Array(30))
    expect(walk.finish().full.plain.quality).toBe(0)
    expect(() => startPicture({ width: 0, height: 10, channels: 3 })).toThrow(RangeError)
  })
})

describe('where there is no WebAssembly', () => {
  test('everything comes out the same', async () => {
    const some = [
      ...KINDS.map((kind, i) => pictureOf({ width: 90 + 37 * i, height: 140, channels: 4, kind, seed: 77 * i })),
      pictureOf({ width: 700, height: 333, channels: 3, kind: 'waves', seed: 5 }),
      pictureOf({ width: 64, height: 64, channels: 3, kind: 'noise', seed: 6 }),
    ]
    const parts = [
      { left: 3, top: 2, width: 50, height: 41 },
      { left: 0, top: 0, width: 4, height: 9 },
    ]
    const outcome = (door: { walkPixels: typeof walkPixels; hashParts: typeof hashParts }) =>
      some.map((pixels) => {
        const { full, path512, plane } = door.walkPixels(pixels, { plane: { width: 77, height: 64 } })
        return [printed(full), path512 && printed(path512), plane, door.hashParts(plane!, parts).map(printed)]
      })
    const withKernel = outcome({ walkPixels, hashParts })

    vi.stubGlobal('WebAssembly', undefined)
    vi.resetModules()
    const plain = await import('#core/fingerprint/index.ts')

    expect(outcome(plain)).toEqual(withKernel)
    expect(plain.fingerprintPixels(some[5]!)).toEqual(fingerprintPixels(some[5]!))
    expect(hex(plain.pdq(some[6]!).hash)).toBe(hex(pdq(some[6]!).hash))
    expect(plain.pdqForms(some[0]!)).toEqual(pdqForms(some[0]!))
  })
})
