import { describe, expect, test } from 'vitest'
import {
  distance,
  enrolmentViews,
  FORM_NAMES,
  fromHex,
  hex,
  type Pixels,
  pdq,
  pdqForms,
  prepare,
  printsOf,
  startPicture,
  VIEW_LIMITS,
  type View,
  viewPlaneOf,
  WEAK_MAX_DISTANCE,
} from '#core/fingerprint/index.ts'
import { cropped, drawn, framed, mirrored, redrawn } from './drawn.ts'
import { decode } from './pdq-vectors.ts'

const pictures = [1, 2, 3].map((seed) => drawn(seed))
const sideways = drawn(4, 700, 420)

const between = (a: string, b: string) => distance(fromHex(a), fromHex(b))
const nearest = (hashes: string[], copy: Pixels) => {
  const { hash } = pdq(copy)
  return Math.min(...hashes.map((text) => distance(fromHex(text), hash)))
}
const named = (views: View[], name: string) => views.find((view) => view.name === name)!

describe.each(['balanced', 'wide'] as const)('the %s set', (set) => {
  test('keeps within its limit, names each view once, and keeps no two that are alike', () => {
    for (const picture of [...pictures, sideways]) {
      const { views } = enrolmentViews(picture, set)
      expect(views.length).toBeLessThanOrEqual(VIEW_LIMITS[set])
      expect(views.length).toBeGreaterThan(set === 'wide' ? 60 : 20)
      expect(new Set(views.map(({ name }) => name)).size).toBe(views.length)
      for (const [i, view] of views.entries())
        for (const other of views.slice(i + 1))
          if (other.name !== '512') expect(between(view.pdq, other.pdq)).toBeGreaterThanOrEqual(8)
    }
  })

  test('begins with the exact hashes', () => {
    const { views } = enrolmentViews(sideways, set)
    expect(views.slice(0, 2).map(({ name }) => name)).toEqual(['full', '512'])
    expect(views[0]).toMatchObject({ pdq: hex(pdq(sideways).hash), quality: pdq(sideways).quality })
    const forms = pdqForms(sideways)
    for (const name of FORM_NAMES) expect(views[0]!.forms[name]).toBe(hex(forms[name]))
  })

  test('is the same each time, and of a picture that streamed past', () => {
    const views = enrolmentViews(sideways, set)
    const walk = startPicture(sideways, { plane: viewPlaneOf(sideways) })
    const row = 3 * sideways.width
    for (let y = 0; y < sideways.height; y += 60) walk.push(sideways.data.subarray(y * row, (y + 60) * row))
    const { plane, ...rest } = walk.finish()

    expect(enrolmentViews(sideways, set)).toEqual(views)
    expect(enrolmentViews({ width: sideways.width, height: sideways.height, ...rest, plane: plane! }, set)).toEqual(
      views,
    )
  })

  test('meets mirrored and quarter-turned copies', () => {
    for (const picture of pictures) {
      const { pdqs } = printsOf(picture, set)
      expect(nearest(pdqs, mirrored(picture))).toBeLessThanOrEqual(31)
      const { width, height } = picture
      const turned = redrawn(picture, [height, width], (x, y) => [y, height - 1 - x])
      expect(nearest(pdqs, turned)).toBeLessThanOrEqual(31)
    }
  })

  test('meets centred cuts of up to a tenth of each end, also mirrored', () => {
    for (const picture of pictures) {
      const { pdqs } = printsOf(picture, set)
      for (const share of [0.013, 0.027, 0.05, 0.072, 0.1]) {
        const [x, y] = [Math.round(share * picture.width), Math.round(share * picture.height)]
        const copy = cropped(picture, { left: x, right: x, top: y, bottom: y })
        expect(nearest(pdqs, copy)).toBeLessThanOrEqual(31)
        expect(nearest(pdqs, mirrored(copy))).toBeLessThanOrEqual(31)
      }
    }
  })

  test('meets common aspects at either end and the middle, and bars to a square', () => {
    for (const picture of pictures) {
      const { pdqs } = printsOf(picture, set)
      const { width, height } = picture
      for (const aspect of [1, 4 / 5, 16 / 9]) {
        const rest = height - Math.round(width / aspect)
        for (const top of [0, rest >> 1, rest])
          expect(nearest(pdqs, cropped(picture, { top, bottom: rest - top }))).toBeLessThanOrEqual(31)
      }
      for (const ground of [0, 255])
        expect(
          nearest(pdqs, framed(picture, [height, height], [(height - width) >> 1, 0], ground)),
        ).toBeLessThanOrEqual(31)
    }
  })
})

test('a view is near the hash of a picture of just its part', () => {
  for (const picture of [...pictures, sideways]) {
    const { views } = enrolmentViews(picture, 'wide')
    const share = (part: number, of: number) => Math.round(part * of)
    const cuts = {
      'margin 5%': [0.05, 0.05, 0.05, 0.05],
      'left 10%': [0.1, 0, 0, 0],
      'bottom 15%': [0, 0, 0, 0.15],
    }
    for (const [name, [left, top, right, bottom]] of Object.entries(cuts)) {
      const { width, height } = picture
      const copy = cropped(picture, {
        left: share(left!, width),
        top: share(top!, height),
        right: share(right!, width),
        bottom: share(bottom!, height),
      })
      expect(between(named(views, name).pdq, hex(pdq(copy).hash))).toBeLessThanOrEqual(8)
    }
  }
})

test('the wide set meets cuts of up to a fifth of one side, which the balanced one does not', () => {
  const found = { balanced: 0, wide: 0 }
  let cuts = 0
  for (const picture of pictures) {
    const prepared = prepare(picture)
    const stored = { balanced: printsOf(prepared, 'balanced').pdqs, wide: printsOf(prepared, 'wide').pdqs }
    for (const side of ['left', 'top', 'right', 'bottom'])
      for (const share of [0.06, 0.11, 0.155, 0.19]) {
        const of = side === 'left' || side === 'right' ? picture.width : picture.height
        const copy = cropped(picture, { [side]: Math.round(share * of) })
        for (const set of ['balanced', 'wide'] as const) if (nearest(stored[set], copy) <= 31) found[set]++
        cuts++
      }
  }

  expect(found.wide / cuts).toBeGreaterThanOrEqual(0.95)
  expect(found.balanced / cuts).toBeLessThan(0.5)
})

describe('what is enrolled', () => {
  test('is every form of every view, once', () => {
    const { views } = enrolmentViews(pictures[0]!, 'balanced')
    const { pdqs, weak, notes } = printsOf(pictures[0]!, 'balanced')
    expect(new Set(pdqs).size).toBe(pdqs.length)
    expect(new Set(pdqs)).toEqual(new Set(views.flatMap((view) => [view.pdq, ...Object.values(view.forms)])))
    expect({ weak, notes }).toEqual({ weak: [], notes: [] })
  })

  test.each([
    ['scene-blobs-a.png', 'quality'],
    ['barcode-vertical.png', 'one-axis'],
  ])('%s says little (%s): kept, for the stricter rule alone', async (file, reason) => {
    const { pdqs, weak, notes } = printsOf(await decode(file), 'single')
    expect(pdqs).toEqual([])
    expect(weak.length).toBeGreaterThan(0)
    expect(notes[0]).toMatchObject({ reason, views: expect.arrayContaining(['full']) })
    expect(WEAK_MAX_DISTANCE).toBeLessThan(31)
  })

  test('a frame round a picture that says little is not enrolled', async () => {
    const { pdqs, notes } = printsOf(await decode('constant-orange.png'), 'wide')
    expect({ pdqs, notes }).toEqual({ pdqs: [], notes: [{ reason: 'blank', views: ['full'] }] })
  })

  test('of a picture too small to hash there is nothing', async () => {
    expect(printsOf(await decode('tiny-4x64.png'), 'wide')).toEqual({
      pdqs: [],
      weak: [],
      notes: [{ reason: 'too-small', views: ['full'] }],
    })
  })
})

test('pixels that do not fit their sides are refused', () => {
  expect(() => enrolmentViews({ width: 10, height: 10, data: new Uint8Array(10), channels: 3 }, 'balanced')).toThrow(
    RangeError,
  )
})
