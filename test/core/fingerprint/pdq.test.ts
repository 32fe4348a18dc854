import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  distance,
  FORM_NAMES,
  fingerprintPixels,
  fromHex,
  hex,
  type Pixels,
  pdq,
  pdqForms,
  resize512,
} from '#core/fingerprint/index.ts'
import { dctMatrix } from '#core/fingerprint/reference.ts'
import { type Answer, decode, decodeWithAlpha, vectors } from './pdq-vectors.ts'

const printed = (pixels: Pixels) => {
  const forms = pdqForms(pixels)
  return { ...plain(pixels), dihedral: Object.fromEntries(FORM_NAMES.map((name) => [name, hex(forms[name])])) }
}
const plain = (pixels: Pixels) => ({ pdq: hex(pdq(pixels).hash), quality: pdq(pixels).quality })
const answer = ({ pdq, quality, dihedral }: Answer) => ({ pdq, quality, dihedral })

describe('published vectors', () => {
  test('there are 63 of them', () => {
    expect(vectors).toHaveLength(63)
  })

  test.each(vectors)('$file agrees bit for bit, in every form and on both paths', async (vector) => {
    const pixels = await decode(vector.file)
    expect(createHash('sha256').update(pixels.data).digest('hex')).toBe(vector.rgbSha256)

    expect(printed(pixels)).toEqual(answer(vector))
    if (vector.cli512) expect(printed(resize512(pixels))).toEqual(answer(vector.cli512))
    else expect(resize512(pixels)).toBe(pixels)

    const { paths } = fingerprintPixels(pixels)
    expect(paths.map(({ path, pdq, quality, forms }) => ({ path, pdq, quality, dihedral: forms }))).toEqual([
      { path: 'full', ...answer(vector) },
      ...(vector.cli512 ? [{ path: '512', ...answer(vector.cli512) }] : []),
    ])
  })

  test.each(vectors.filter((vector) => vector.alphaVariants))(
    '$file: alpha is dropped, not composited',
    async (vector) => {
      const pixels = await decodeWithAlpha(vector.file)
      expect(printed(pixels)).toEqual(answer(vector))
      expect(plain(over(255, pixels))).toEqual(plainOf(vector.alphaVariants!.overWhite))
      expect(plain(over(0, pixels))).toEqual(plainOf(vector.alphaVariants!.overBlack))
    },
  )
})

const plainOf = ({ pdq, quality }: Answer) => ({ pdq, quality })

function over(ground: number, { width, height, data }: Pixels): Pixels {
  const mixed = new Uint8Array(width * height * 3)
  for (let i = 0; i < mixed.length; i++) {
    const pixel = Math.floor(i / 3)
    const alpha = data[4 * pixel + 3]!
    const colour = data[4 * pixel + (i % 3)]!
    mixed[i] = Math.floor((2 * (colour * alpha + ground * (255 - alpha)) + 255) / 510)
  }
  return { width, height, data: mixed, channels: 3 }
}

test('the transform matrix is the published one to the last bit', () => {
  const matrix = dctMatrix()
  const little = new DataView(new ArrayBuffer(4 * matrix.length))
  for (const [i, value] of matrix.entries()) little.setFloat32(4 * i, value, true)
  expect(createHash('sha256').update(new Uint8Array(little.buffer)).digest('hex')).toBe(
    'db354678fc6c99b7d442c35d8e89b002b71cb35eff6ae436c5f36392277a83c8',
  )
})

test('ordinary pictures set exactly half of the bits', async () => {
  for (const { file, pdq: published } of vectors.filter((vector) => /^(body|face|landscape|scene)/.test(vector.file)))
    expect([file, distance(fromHex(published), new Uint8Array(32))]).toEqual([file, 128])
})

describe('a picture without information', () => {
  test.each(['barcode-vertical.png', 'barcode-horizontal-grey.png'])('%s varies along one axis only', async (file) => {
    expect(pdq(await decode(file))).toMatchObject({ quality: 100, informative: false, reason: 'one-axis' })
  })

  test('a plain one has nothing to see, a dark one little', async () => {
    expect(pdq(await decode('constant-orange.png'))).toMatchObject({ informative: false, reason: 'blank' })
    expect(pdq(await decode('scene-blobs-a.png'))).toMatchObject({ informative: false, reason: 'quality' })
  })

  test('a side under five pixels gives zeros', async () => {
    const { hash, ...judgement } = pdq(await decode('tiny-4x64.png'))
    expect(judgement).toEqual({ quality: 0, informative: false, reason: 'too-small' })
    expect(hex(hash)).toBe('0'.repeat(64))
  })

  test('every other vector of quality 50 or more is informative, and says no reason', async () => {
    for (const vector of vectors.filter(({ file, quality }) => quality >= 50 && !file.startsWith('barcode'))) {
      const { hash: _, ...judgement } = pdq(await decode(vector.file))
      expect([vector.file, judgement]).toEqual([vector.file, { quality: vector.quality, informative: true }])
    }
  })
})

describe('form names', () => {
  test('the form of a picture is near the hash of the picture so turned', async () => {
    const pixels = await decode('face-a.png')
    const forms = pdqForms(pixels)
    const turned = {
      flipY: moved(pixels, (x, y, { width }) => [width - 1 - x, y]),
      flipX: moved(pixels, (x, y, { height }) => [x, height - 1 - y]),
      rotate180: moved(pixels, (x, y, { width, height }) => [width - 1 - x, height - 1 - y]),
    }
    for (const [name, picture] of Object.entries(turned)) {
      const { hash } = pdq(picture)
      const nearest = FORM_NAMES.toSorted((a, b) => distance(forms[a], hash) - distance(forms[b], hash))[0]
      expect(nearest).toBe(name)
      expect(distance(forms[nearest!], hash)).toBeLessThanOrEqual(20)
    }
  })
})

function moved(pixels: Pixels, from: (x: number, y: number, sides: Pixels) => [number, number]): Pixels {
  const data = new Uint8Array(pixels.data.length)
  for (let y = 0; y < pixels.height; y++)
    for (let x = 0; x < pixels.width; x++) {
      const [fromX, fromY] = from(x, y, pixels)
      for (let c = 0; c < 3; c++)
        data[3 * (y * pixels.width + x) + c] = pixels.data[3 * (fromY * pixels.width + fromX) + c]!
    }
  return { ...pixels, data }
}

test('the pixels must fit their sides', () => {
  const pixels = (width: number, height: number, length: number): Pixels => ({
    width,
    height,
    data: new Uint8Array(length),
    channels: 3,
  })
  for (const hash of [pdq, pdqForms, resize512, fingerprintPixels]) {
    expect(() => hash(pixels(10, 10, 299))).toThrow(RangeError)
    expect(() => hash(pixels(0, 10, 0))).toThrow(RangeError)
    expect(() => hash(pixels(2.5, 10, 75))).toThrow(RangeError)
  }
})

test('distance counts differing bits', () => {
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })
  fc.assert(
    fc.property(hash, hash, (a, b) => {
      const bits = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
      expect(distance(a, b)).toBe([...bits(a)].filter((bit, i) => bit !== bits(b)[i]).length)
    }),
  )
  expect(() => distance(new Uint8Array(32), new Uint8Array(16))).toThrow(RangeError)
})
