/**
 * `npm run bench -- hash [--reference=PATH]`: PDQ of decoded pixels, kernel against the plain walk, and beside the image
 * hashes that npm has; digests and CIDs against the platform's SHA-256.
 *
 * PATH is the program `benchmark-photo-hasher` of facebook/ThreatExchange, built of `pdq/cpp` (`g++ -O3 -I../.. -I. -o
 * benchmark-photo-hasher bin/benchmark-photo-hasher.cpp io/*.cpp common/*.cpp hashing/*.cpp downscaling/*.cpp -lm
 * -lpthread`). It resizes what exceeds 512 pixels before it starts its clock, so the two meet at 512 × 512.
 */
import { deepStrictEqual } from 'node:assert'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import imghash from 'imghash'
import * as sharpPhash from 'sharp-phash'
import { linesOf } from '#core/fingerprint/blur.ts'
import {
  cidsOf,
  hashParts,
  hex,
  md5,
  type Pixels,
  pdq,
  pdqForms,
  reducedPlane,
  referenceViews,
  sha256,
  startPicture,
  walkPixels,
} from '#core/fingerprint/index.ts'
import { medianMs } from './median.ts'
import type { Report } from './report.ts'

// It has no types of its own, and asks for a decoder that is not installed and not used here.
registerHooks({
  resolve: (name, context, next) =>
    name === 'png-js' ? { url: 'node:buffer', shortCircuit: true } : next(name, context),
})
const require = createRequire(import.meta.url)
const { blockhashData } = require('blockhash') as {
  blockhashData(image: Omit<Pixels, 'channels'>, bits: number, method: number): string
}

// Its types say a default export of a module; the module is the function.
const phash = sharpPhash.default as unknown as (typeof sharpPhash.default)['default']

const SIDES = [
  [512, 512],
  [1080, 1350],
  [4000, 3000],
  [8000, 6000],
] as const
/** Beyond this the slow ones are not waited for. */
const MAX_SLOW_PIXELS = 12e6

export async function hashBench(report: Report, options: string[]): Promise<void> {
  memoryLine(report)
  for (const [width, height] of SIDES) {
    const pixels = pictureOf(width, height)
    const speed = (ms: number) => `${((width * height) / 1e3 / ms).toFixed(1)} MP/s`
    const size = `${width} × ${height}`
    const isSlow = width * height > MAX_SLOW_PIXELS
    if (!isSlow) deepStrictEqual(walkPixels(pixels, { with512: false }).full, referenceViews(linesOf(pixels)))

    const kernel = medianMs(7, () => pdq(pixels))
    if (!isSlow) {
      const plain = medianMs(3, () => referenceViews(linesOf(pixels)))
      const baseline = `the same in TypeScript, ${speed(plain)}`
      report.line({ what: `pdq ${size}, kernel`, measured: speed(kernel), baseline, ratio: plain / kernel })
      await others(report, pixels, kernel, speed)
    }
    const all = medianMs(7, () => walkPixels(pixels, { plane: { width: 512, height: 512 } }))
    report.line({
      what: `pdq ${size}, 512 path and reduced plane in the same walk`,
      measured: speed(all),
      baseline: `pdq alone, ${speed(kernel)}`,
      ratio: kernel / all,
    })
    // One after the other, so that whatever else the machine does falls on both.
    const pairs = Array.from({ length: 15 }, () => [onceMs(() => pdq(pixels)), onceMs(() => pdqForms(pixels))] as const)
    const one = Math.min(...pairs.map(([ms]) => ms))
    const forms = Math.min(...pairs.map(([, ms]) => ms))
    const measured = `${forms.toFixed(2)} ms`
    const baseline = `pdq, ${one.toFixed(2)} ms (it computes the eight)`
    report.line({ what: `eight forms ${size}, time`, measured, baseline, ratio: forms / one })
  }
  partsLine(report)
  const path = options.find((option) => option.startsWith('--reference='))?.slice('--reference='.length)
  if (path) referenceLine(report, path)
  else report.say('no C++ reference: give --reference=PATH of benchmark-photo-hasher')
  digestLines(report)
}

/** The same decoded pixels, as far as their doors allow. */
async function others(report: Report, pixels: Pixels, kernel: number, speed: (ms: number) => string): Promise<void> {
  const { width, height, data } = pixels
  const line = (name: string, ms: number) =>
    report.line({
      what: `pdq ${width} × ${height}, kernel`,
      measured: speed(kernel),
      baseline: `${name}, ${speed(ms)}`,
      ratio: ms / kernel,
    })
  const rgba = { width, height, data: Uint8ClampedArray.from(data) }
  line(
    'blockhash (256 bits)',
    medianMs(3, () => blockhashData(rgba, 16, 2)),
  )
  line(
    'imghash (256 bits)',
    medianMs(3, () => imghash.hashRaw(rgba, 16)),
  )
  const raw = { raw: { width, height, channels: pixels.channels } }
  const times: number[] = []
  for (let i = 0; i < 6; i++) {
    const start = performance.now()
    await phash(data as Buffer, raw)
    times.push(performance.now() - start)
  }
  line('sharp-phash (64 bits; shrinks first)', times.slice(1).sort((a, b) => a - b)[2]!)
}

function onceMs(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

function partsLine(report: Report): void {
  const plane = reducedPlane(pictureOf(4000, 3000), 512)
  const part = { left: 5, top: 3, width: 500, height: 375 }
  const parts = Array.from({ length: 32 }, () => part)
  const ms = medianMs(5, () => hashParts(plane, parts)) / parts.length
  const picture = pictureOf(500, 375)
  const plain = medianMs(5, () => pdq(picture))
  report.line({
    what: 'a part of 500 × 375 of a reduced plane, eight forms',
    measured: `${ms.toFixed(2)} ms`,
    baseline: `pdq of so many pixels, ${plain.toFixed(2)} ms`,
    ratio: plain / ms,
  })
}

/** What a picture of 48 megapixels takes beside the strip that is given. */
function memoryLine(report: Report): void {
  const [width, height] = [8000, 6000]
  const strip = new Uint8Array(width * 4 * 60).map((_, i) => (i * 2654435761) >>> 24)
  startPicture({ width: 8, height: 8, channels: 4 })
  const before = process.resourceUsage().maxRSS
  const walk = startPicture({ width, height, channels: 4 }, { plane: { width: 512, height: 512 } })
  for (let y = 0; y < height; y += 60) walk.push(strip)
  walk.finish()
  const took = Math.max(1, process.resourceUsage().maxRSS - before) / 1024
  const whole = (width * height * 4) / 2 ** 20
  report.line({
    what: 'pdq 8000 × 6000 in strips of 60 rows: most memory taken',
    measured: `${took.toFixed(1)} MiB`,
    baseline: `its pixels, ${whole.toFixed(0)} MiB`,
    ratio: whole / took,
  })
}

const REPEATS = 200

function referenceLine(report: Report, path: string): void {
  const pixels = pictureOf(512, 512)
  const rgb = Uint8Array.from(pixels.data).filter((_, i) => i % 4 < 3)
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'))
  try {
    writeFileSync(join(folder, 'picture.ppm'), Buffer.concat([Buffer.from('P6\n512 512\n255\n'), rgb]))
    const run = (...options: string[]) => execFileSync(path, [...options, folder], { encoding: 'utf8' })
    const hash = run('-v', '-n', '1').match(/Hash: ([0-9a-f]{64})/)?.[1]
    deepStrictEqual(hash, hex(pdq(pixels).hash), 'the reference answers another hash')
    const secondsOf = (...options: string[]) =>
      Number(run(...options, '-n', String(REPEATS)).match(/HASHING PHOTOS \(SECONDS\):\s+([\d.]+)/)?.[1])
    for (const [what, options, ours] of [
      ['pdq 512 × 512, kernel', [], () => pdq(pixels)],
      ['eight forms 512 × 512, kernel', ['--dihedral'], () => pdqForms(pixels)],
    ] as const) {
      const theirs = (1e3 * secondsOf(...options)) / REPEATS
      const ms = medianMs(25, ours)
      const baseline = `C++ reference, ${theirs.toFixed(2)} ms`
      report.line({ what, measured: `${ms.toFixed(2)} ms`, baseline, ratio: theirs / ms })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function digestLines(report: Report): void {
  const bytes = Uint8Array.from(pictureOf(1600, 1000).data)
  const theirs = medianMs(5, () => createHash('sha256').update(bytes).digest())
  const speed = (ms: number) => `${(bytes.length / 1e3 / ms).toFixed(0)} MB/s`
  const digests: [string, (bytes: Uint8Array) => unknown][] = [
    ['sha256', sha256],
    ['md5', md5],
    ['all CIDs', (given) => cidsOf(given)],
  ]
  for (const [what, digest] of digests) {
    const ours = medianMs(5, () => digest(bytes))
    const baseline = `SHA-256 of node:crypto, ${speed(theirs)}`
    report.line({
      what: `${what} of ${bytes.length / 1e6} MB`,
      measured: speed(ours),
      baseline,
      ratio: theirs / ours,
    })
  }
}

/** A smooth ground with some grain. */
function pictureOf(width: number, height: number): Pixels {
  const data = Buffer.alloc(width * height * 4)
  for (let i = 0; i < data.length; i++) data[i] = 128 + 90 * Math.sin(i / 997) + ((i * 2654435761) >>> 27)
  return { width, height, data, channels: 4 }
}
