import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashPlane, hex, type Pixels, type Plane, pdq, reducedPlane, reducedSides } from '#core/fingerprint/index.ts'
import { decode } from './pdq-vectors.ts'

const cropped = ({ width, data }: Pixels, left: number, top: number, w: number, h: number): Pixels => ({
  width: w,
  height: h,
  channels: 3,
  data: Uint8Array.from({ length: w * h * 3 }, (_, i) => {
    const x = left + (Math.floor(i / 3) % w)
    const y = top + Math.floor(i / 3 / w)
    return data[3 * (y * width + x) + (i % 3)]!
  }),
})

test('a part of a plane hashes as a picture of just that part', async () => {
  const pixels = await decode('face-a.png')
  const plane = reducedPlane(pixels, 5000)
  expect({ width: plane.width, height: plane.height }).toEqual({ width: pixels.width, height: pixels.height })
  const sides = fc.record({
    left: fc.integer({ min: 0, max: 90 }),
    top: fc.integer({ min: 0, max: 90 }),
    width: fc.integer({ min: 5, max: pixels.width - 90 }),
    height: fc.integer({ min: 5, max: pixels.height - 90 }),
  })
  fc.assert(
    fc.property(sides, (part) => {
      const { left, top, width, height } = part
      const exact = pdq(cropped(pixels, left, top, width, height))
      const { plain } = hashPlane(plane, part)
      expect([hex(plain.hash), plain.quality]).toEqual([hex(exact.hash), exact.quality])
    }),
    { numRuns: 30 },
  )
})

describe('a reduced plane', () => {
  test('holds the mean luma of each cell', () => {
    const pixels: Pixels = {
      width: 5,
      height: 2,
      channels: 3,
      data: Uint8Array.from([0, 100, 200, 50, 250, 0, 100, 200, 50, 250].flatMap((v) => [v, v, v])),
    }
    const { luma, ...sides } = reducedPlane(pixels, 2)
    expect(sides).toEqual({ width: 2, height: 1 })
    expect([...luma].map((value) => Math.round(10 * value) / 10)).toEqual([80, 160])
  })

  test('keeps proportions, and is never larger than the picture', () => {
    expect(reducedSides({ width: 4000, height: 3000 }, 512)).toEqual({ width: 512, height: 384 })
    expect(reducedSides({ width: 300, height: 200 }, 512)).toEqual({ width: 300, height: 200 })
    expect(reducedSides({ width: 4000, height: 2 }, 512)).toEqual({ width: 512, height: 1 })
  })
})

test('a part must lie within its plane, and a plane must be whole', () => {
  const plane: Plane = { width: 20, height: 10, luma: new Float32Array(200) }
  const part = { left: 0, top: 0, width: 20, height: 10 }
  for (const wrong of [{ left: 1 }, { top: -1 }, { width: 0 }, { height: 2.5 }])
    expect(() => hashPlane(plane, { ...part, ...wrong })).toThrow(RangeError)
  expect(() => hashPlane({ ...plane, width: 19 })).toThrow(RangeError)
})
