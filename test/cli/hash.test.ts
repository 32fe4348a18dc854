import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPicture } from '#cli/picture.ts'
import { distance, fromHex, pdq } from '#core/fingerprint/index.ts'
import { vigie } from './run.ts'

interface Vector {
  file: string
  rgbSha256: string
  pdq: string
  quality: number
  dihedral: Record<string, string>
  cli512?: { pdq: string; quality: number }
}

const vectorFolder = fileURLToPath(new URL('../vectors/pdq/', import.meta.url))
const vectors: Vector[] = JSON.parse(await readFile(join(vectorFolder, 'vectors.json'), 'utf8'))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigie-hash-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('decoding', () => {
  test.each(vectors)('$file: the pixels are those that the reference hashed', async ({ file, rgbSha256 }) => {
    const { pixels } = await readPicture(join(vectorFolder, file))

    expect(createHash('sha256').update(pixels.data).digest('hex')).toBe(rgbSha256)
  })

  const upright = join(vectorFolder, 'face-a.png')

  test.each([
    ['jpg', (picture: Sharp) => picture.jpeg({ quality: 95, chromaSubsampling: '4:4:4' })],
    ['webp', (picture: Sharp) => picture.webp({ lossless: true })],
    ['gif', (picture: Sharp) => picture.gif()],
    ['avif', (picture: Sharp) => picture.avif({ quality: 90 })],
    ['png', (picture: Sharp) => picture.png()],
  ] as const)('a %s of a picture has its hash, or nearly', async (kind, encode) => {
    const file = join(folder, `copy.${kind}`)
    await encode(sharp(upright)).toFile(file)

    const { pixels } = await readPicture(file)

    const wanted = fromHex(vectors.find((vector) => vector.file === 'face-a.png')?.pdq ?? '')
    expect(distance(pdq(pixels).hash, wanted)).toBeLessThanOrEqual(10)
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'EXIF orientation %i is honoured: the picture is hashed as it is seen',
    async (orientation) => {
      const seen = await sharp(upright).raw().toBuffer({ resolveWithObject: true })
      // How the sensor must have held it, for the viewer to turn it upright (EXIF 2.32, tag 274). sharp mirrors first.
      const stored = {
        1: (p: Sharp) => p,
        2: (p: Sharp) => p.flop(),
        3: (p: Sharp) => p.rotate(180),
        4: (p: Sharp) => p.flip(),
        5: (p: Sharp) => p.flop().rotate(270),
        6: (p: Sharp) => p.rotate(270),
        7: (p: Sharp) => p.flop().rotate(90),
        8: (p: Sharp) => p.rotate(90),
      }[orientation]
      const turned = await stored!(sharp(upright)).png().toBuffer()
      const file = join(folder, `turned-${orientation}.webp`)
      await sharp(turned).withMetadata({ orientation }).webp({ lossless: true }).toFile(file)

      const { pixels } = await readPicture(file)

      expect([pixels.width, pixels.height]).toEqual([seen.info.width, seen.info.height])
      expect(Buffer.from(pixels.data).equals(seen.data)).toBe(true)
    },
  )

  test('a colour profile is ignored, transparency is dropped, and shown over white besides', async () => {
    const file = join(folder, 'clear.png')
    const data = Buffer.from(Array.from({ length: 32 * 32 }, (_, i) => [i % 256, 40, 200, i % 2 ? 255 : 0]).flat())
    await sharp(data, { raw: { width: 32, height: 32, channels: 4 } })
      .png()
      .withIccProfile('p3')
      .toFile(file)
    const stored = await sharp(file, { ignoreIcc: true }).raw().toBuffer()

    const { pixels, overWhite } = await readPicture(file)

    expect([...pixels.data.slice(0, 3)]).toEqual([...stored.subarray(0, 3)])
    expect([...(overWhite?.data.slice(0, 3) ?? [])]).toEqual([255, 255, 255])
  })

  test('of an animation, the first frame counts', async () => {
    const frame = (level: number) =>
      sharp({ create: { width: 40, height: 30, channels: 3, background: { r: level, g: level, b: level } } })
        .png()
        .toBuffer()
    const file = join(folder, 'moving.gif')
    await sharp([await frame(10), await frame(200)], { join: { animated: true } })
      .gif()
      .toFile(file)

    const { pixels } = await readPicture(file)

    expect([pixels.width, pixels.height, pixels.data[0]]).toEqual([40, 30, 10])
  })
})

describe('vigie hash', () => {
  test('prints both paths and, on demand, the eight forms, as published', async () => {
    const some = vectors.filter(({ file }) =>
      ['palette8-transparent.png', 'rgb16-scene.png', 'tiny-2x3.png', 'smooth-3000x2000.png'].includes(file),
    )

    const { status, lines } = await vigie(['hash', '--forms', ...some.map(({ file }) => join(vectorFolder, file))])

    expect(status).toBe(0)
    expect(lines).toHaveLength(some.length)
    for (const [i, vector] of some.entries()) {
      const full = { path: 'full', pdq: vector.pdq, quality: vector.quality }
      const pdqs = vector.cli512
        ? [full, { path: '512', pdq: vector.cli512.pdq, quality: vector.cli512.quality }]
        : [full]
      const bytes = await readFile(join(vectorFolder, vector.file))
      expect(lines[i]).toMatchObject({
        file: join(vectorFolder, vector.file),
        pdq: vector.pdq,
        quality: vector.quality,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        md5: createHash('md5').update(bytes).digest('hex'),
        pdqs,
        forms: vector.dihedral,
      })
    }
  })

  test('says what is no picture, goes on with the others, and ends with status 1', async () => {
    const svg = join(folder, 'drawing.png')
    await writeFile(svg, '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    const cut = join(folder, 'cut.png')
    await writeFile(cut, (await readFile(join(vectorFolder, 'face-a.png'))).subarray(0, 3000))
    const good = join(vectorFolder, 'tiny-5x5.png')

    const { status, lines } = await vigie(['hash', join(folder, 'absent.jpg'), folder, svg, cut, good])

    expect(status).toBe(1)
    expect(lines.map(({ error }) => error)).toEqual([
      'There is no such file.',
      'This is a folder: name the files in it.',
      'SVG is a drawing, not a picture: save it as JPEG, PNG, WebP, GIF or AVIF first.',
      'This PNG file is damaged or cut short: open it in a picture program and save it again.',
      undefined,
    ])
    expect(lines.at(-1)).toHaveProperty('pdq')
  })

  test('prints the views of a set, or those of a look, by name', async () => {
    const file = join(vectorFolder, 'face-a.png')
    const viewsOf = async (...options: string[]) => {
      const { lines } = await vigie(['hash', file, ...options])
      return lines[0]?.views as { name: string; pdq: string }[]
    }
    const [balanced, wide, look, plain] = await Promise.all([
      viewsOf('--views', 'balanced'),
      viewsOf('--views', 'wide'),
      viewsOf('--look'),
      viewsOf(),
    ])
    const { pdq: hash } = vectors.find((vector) => vector.file === 'face-a.png') ?? {}

    for (const views of [balanced, wide, look]) {
      expect(views[0]?.pdq).toBe(hash)
      expect(new Set(views.map(({ name }) => name)).size).toBe(views.length)
    }
    expect(balanced.length).toBeLessThanOrEqual(32)
    expect(wide.length).toBeGreaterThan(balanced.length)
    expect(plain).toBeUndefined()
  })

  test.each([
    [['hash'], /Something is missing/],
    [['hash', '--frms', 'a.png'], /Unknown option '--frms'/],
    [['hush'], /There is no command "hush"/],
    [['hash', 'a.png', '--views', 'many'], /balanced, wide/],
    [['hash', 'a.png', '--look', '--views', 'wide'], /not both/],
    [['hash', 'a.mp4', 'b.mp4', '--text'], /one video/],
    [['hash', 'a.mp4', '--seconds-per-hash', '-1'], /./],
    [['hash', 'a.mp4', '--seconds-per-hash', 'soon'], /seconds-per-hash is a number/],
  ])('%j is wrong use: status 2, and nothing on stdout', async (args, message) => {
    const { status, stdout, stderr } = await vigie(args)

    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(message)
  })
})
