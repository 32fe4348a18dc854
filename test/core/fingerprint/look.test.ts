import { describe, expect, test } from 'vitest'
import { distance, fromHex, hex, lookViews, type Pixels, pdq, printsOf } from '#core/fingerprint/index.ts'
import { cropped, drawn, framed, redrawn } from './drawn.ts'

const picture = drawn(7)
const { width, height } = picture

const nearest = (stored: string[], found: Pixels) =>
  Math.min(...lookViews(found).flatMap((view) => stored.map((text) => distance(fromHex(text), fromHex(view.pdq)))))
const asItWas = [hex(pdq(picture).hash)]
const wide = printsOf(picture, 'wide').pdqs

/** Marks as of writing: short dark strokes along a line. */
function written(page: Pixels, top: number, { ink = 0, size = 12, to = 0.5 } = {}): Pixels {
  const data = Uint8Array.from(page.data)
  for (let y = top; y < top + size; y++)
    for (let x = 10; x < to * page.width; x++)
      if (x % 9 < 4 && (x + 3 * y) % 7 < 5) data.fill(ink, 3 * (y * page.width + x), 3 * (y * page.width + x) + 3)
  return { ...page, data }
}

test('the first view is the picture as it is', () => {
  expect(lookViews(picture)[0]).toMatchObject({ name: 'as is', pdq: asItWas[0] })
  const names = lookViews(picture).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

describe('a look sees the picture', () => {
  test.each([0, 128, 255])('within a border of grey %i', (ground) => {
    expect(nearest(asItWas, framed(picture, [width + 60, height + 60], [30, 30], ground))).toBeLessThanOrEqual(8)
  })

  test('between bars above and below, or at its sides', () => {
    expect(nearest(asItWas, framed(picture, [width, height * 2], [0, height >> 1], 0))).toBeLessThanOrEqual(8)
    expect(nearest(asItWas, framed(picture, [width * 2, height], [width >> 1, 0], 255))).toBeLessThanOrEqual(8)
  })

  test("on a phone's screen, with a head and lines of writing", () => {
    const screen = framed(picture, [width, 800], [0, 120], 250)
    const marked = [10, 60, 630, 660, 690, 760].reduce((page, top) => written(page, top), screen)
    expect(nearest(asItWas, marked)).toBeLessThanOrEqual(8)
  })

  test("though it is wide and fills but a fifth of a long phone's screen", () => {
    const panorama = drawn(9, 720, 320)
    const screen = framed(panorama, [720, 1560], [0, 560], 20)
    const marked = [20, 90, 930, 1000, 1500].reduce((page, top) => written(page, top, { ink: 230, size: 24 }), screen)
    expect(nearest([hex(pdq(panorama).hash)], marked)).toBeLessThanOrEqual(8)
  })

  test('though its own edges are nearly as white as the page', () => {
    const pale = redrawn(
      picture,
      [width, height + 120],
      (x, y) => (y < 60 || y >= height + 60 ? null : [x, y - 60]),
      251,
    )
    const screen = framed(pale, [width, 900], [0, 130], 255)
    const marked = [10, 60, 760, 790, 860].reduce((page, top) => written(page, top), screen)
    expect(nearest([hex(pdq(pale).hash)], marked)).toBeLessThanOrEqual(8)
  })

  test('under an added band of writing', () => {
    const banded = written(framed(picture, [width, height + 70], [0, 70], 255), 25, { size: 24, to: 0.8 })
    expect(nearest(asItWas, banded)).toBeLessThanOrEqual(8)
  })

  test.each([0.06, 0.1, 0.15])('under a band over %f of its height, by the views of the wide set', (share) => {
    const band = Math.round(share * height)
    const over = redrawn(picture, [width, height], (x, y) => (y < height - band ? [x, y] : null), 10)
    expect(nearest(wide, written(over, height - band + 5, { ink: 240, size: 12 }))).toBeLessThanOrEqual(31)
  })
})

test('another picture is not seen', () => {
  expect(nearest(wide, framed(drawn(8), [width + 40, height + 40], [20, 20], 0))).toBeGreaterThan(60)
})

test('a blank picture and a tiny one have but the one view', () => {
  const blank: Pixels = { width: 300, height: 200, data: new Uint8Array(180000).fill(90), channels: 3 }
  expect(lookViews(blank).map(({ name }) => name)).toEqual(['as is'])
  expect(lookViews(cropped(picture, { right: width - 3 })).map(({ name }) => name)).toEqual(['as is'])
})
