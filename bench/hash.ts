/** PDQ by picture size against a plain walk over the same pixels; digests and CIDs against the platform's SHA-256. */
import { createHash } from 'node:crypto'
import { cidsOf, fingerprintPixels, md5, type Pixels, sha256 } from '#core/fingerprint/index.ts'
import type { Line } from './main.ts'
import { medianMs } from './median.ts'

const SIDES = [
  [512, 512],
  [1080, 1350],
  [4000, 3000],
] as const

export function* hashLines(): Generator<Line> {
  for (const [width, height] of SIDES) {
    const pixels = pictureOf(width, height)
    const ours = medianMs(3, () => fingerprintPixels(pixels))
    const walk = medianMs(3, () => lumaSum(pixels))
    yield {
      what: `pdq ${width} × ${height}, every path and form`,
      measured: `${((width * height) / 1e3 / ours).toFixed(1)} MP/s`,
      baseline: `sum of luma over the pixels, ${walk.toFixed(1)} ms`,
      ratio: walk / ours,
    }
  }

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
    yield { what: `${what} of ${bytes.length / 1e6} MB`, measured: speed(ours), baseline, ratio: theirs / ours }
  }
}

/** A smooth ground with some grain. */
function pictureOf(width: number, height: number): Pixels {
  const data = new Uint8Array(width * height * 3)
  for (let i = 0; i < data.length; i++) data[i] = 128 + 90 * Math.sin(i / 997) + ((i * 2654435761) >>> 27)
  return { width, height, data, channels: 3 }
}

function lumaSum({ data }: Pixels): number {
  let sum = 0
  for (let i = 0; i < data.length; i += 3) sum += 0.299 * data[i]! + 0.587 * data[i + 1]! + 0.114 * data[i + 2]!
  return sum
}
