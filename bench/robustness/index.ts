/**
 * How well an altered copy is found, and at what price: recall at 31 with one hash, its eight forms, and both sets of
 * views; of the bare hash of a copy, and of a look at it; false matches against unrelated pictures; and what is recovered
 * of the picture from stolen hashes. Options: `--pictures=N` (default 120, besides the photographs), `--unrelated=N`
 * (default 3000), `--quick` (16 and 600), `--seed=N`.
 */
import { Worker } from 'node:worker_threads'
import { enrolmentViews, pdqViews, VIEW_LIMITS } from '#core/fingerprint/index.ts'
import type { Bench } from '../main.ts'
import { medianMs } from '../median.ts'
import { machine, type Report } from '../report.ts'
import { alikes } from './alike.ts'
import { alterations } from './alterations.ts'
import { quantile } from './hashes.ts'
import { invert, sheetOf } from './inversion.ts'
import { photos } from './photos.ts'
import { pictureOf } from './pictures.ts'
import { plotOf } from './plot.ts'
import { type Hashed, type Job, type Outcome, PHOTOS_FROM, SETS } from './worker.ts'

const MATCH = 31

export const robustnessBench: Bench = async (report, options) => {
  const isQuick = options.includes('--quick')
  const number = (name: string, usual: number) =>
    Number(options.find((option) => option.startsWith(`--${name}=`))?.split('=')[1] ?? usual)
  const count = number('pictures', isQuick ? 16 : 120)
  const others = number('unrelated', isQuick ? 600 : 3000)
  const seed = 1000 * number('seed', 0)
  const threads = Math.min(machine().cores, 8)
  const real = await photos()
  report.say(
    `${count} drawn pictures of ten kinds (synthetic: see bench/robustness/pictures.ts), ${real.length} photographs; ${alterations.length} alterations; ${others} unrelated pictures.`,
  )

  const ofOthers = Array.from({ length: others }, (_, i) => 500_000 + seed + i)
  const unrelated = await spread<Hashed>(threads, ofOthers, (hash) => ({ hash }))
  const everyday = await spread<Hashed>(
    threads,
    Array.from({ length: isQuick ? 140 : 560 }, (_, i) => seed + 100 + i),
    (hash) => ({ hash, everyday: true }),
  )
  const texts = (hashed: Hashed[]) => hashed.map(({ hash }) => hash)
  const numbers = [
    ...Array.from({ length: count }, (_, i) => seed + i),
    ...real.map((_, i) => PHOTOS_FROM + i).slice(0, isQuick ? 4 : undefined),
  ]
  const outcomes = await spread<Outcome>(threads, numbers, (pictures) => ({
    measure: { pictures, unrelated: texts(unrelated), everyday: texts(everyday) } satisfies Job,
  }))

  const rows = tell(report, outcomes)
  const falses = tellFalse(report, outcomes)
  const alike = tellAlike(report, isQuick ? 2 : 6)
  tellWeak(report, [...unrelated, ...everyday])
  tellSpeed(report)
  const inversions = await tellInversion(report, isQuick ? 2 : 6)
  report.save('robustness-table.json', {
    ...machine(),
    pictures: count,
    photographs: real.length,
    rows,
    falses,
    alike,
    inversions,
  })
  report.save('robustness.svg', plotOf(rows))
}

/** Shares numbers among threads, in turn. */
async function spread<T>(threads: number, numbers: number[], job: (mine: number[]) => object): Promise<T[]> {
  const each = Array.from({ length: threads }, (_, t) => numbers.filter((_, i) => i % threads === t))
  const results = await Promise.all(
    each.map(
      (mine) =>
        new Promise<T[]>((resolve, reject) => {
          const got: T[] = []
          const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: job(mine) })
          worker.on('message', (one: T) => got.push(one))
          worker.on('error', reject)
          worker.on('exit', () => resolve(got))
        }),
    ),
  )
  return results.flat()
}

export interface Row {
  group: string
  name: string
  seen: 'hash' | 'look'
  /** By set: the share found, and the distances at the median and the 90th percentile. */
  recall: number[]
  photoRecall: number[]
  median: number[]
  p90: number[]
}

function tell(report: Report, outcomes: Outcome[]): Row[] {
  const mean = (of: (outcome: Outcome) => number) => outcomes.reduce((sum, one) => sum + of(one), 0) / outcomes.length
  report.say(
    `views a picture: balanced ${mean(({ views }) => views.balanced).toFixed(1)} (at most ${VIEW_LIMITS.balanced}), wide ${mean(({ views }) => views.wide).toFixed(1)} (at most ${VIEW_LIMITS.wide}); weak among them ${mean(({ weak }) => weak.balanced).toFixed(2)} and ${mean(({ weak }) => weak.wide).toFixed(2)}`,
  )
  report.say(
    `\nrecall at ${MATCH} (median, 90th percentile of the distance)\n${''.padEnd(50)}${SETS.map((set) => set.padEnd(19)).join('')}`,
  )
  const rows: Row[] = []
  for (const seen of ['hash', 'look'] as const)
    for (const [i, { group, name }] of alterations.entries()) {
      const distances = (some: Outcome[]) =>
        SETS.map((_, s) =>
          some
            .flatMap(({ bare, look }) => (seen === 'hash' ? bare[i]![s]! : (look[i]?.[s] ?? [])))
            .sort((a, b) => a - b),
        )
      const all = distances(outcomes)
      if (all[0]!.length === 0) continue
      const share = (some: number[]) => some.filter((bits) => bits <= MATCH).length / some.length
      const row: Row = {
        group,
        name,
        seen,
        recall: all.map(share),
        photoRecall: distances(outcomes.filter(({ kind }) => kind === 'photo')).map(share),
        median: all.map((some) => quantile(some, 0.5)),
        p90: all.map((some) => quantile(some, 0.9)),
      }
      rows.push(row)
      const cells = row.recall.map((recall, s) => `${recall.toFixed(3)} (${row.median[s]}, ${row.p90[s]})`.padEnd(19))
      report.say(`${`${seen === 'look' ? 'look: ' : ''}${group}: ${name}`.padEnd(50)}${cells.join('')}`)
    }
  return rows
}

interface False {
  set: string
  against: 'unrelated' | 'everyday'
  pairs: number
  matches: number
  least: number
  /** Pairs by distance, 0 to 255. */
  histogram: number[]
  /** Times as many near misses as one hash has, at the distance within which one hash has a thousandth of its pairs. */
  timesOne: number
}

function tellFalse(report: Report, outcomes: Outcome[]): False[] {
  report.say('\nfalse matches, pairs of a picture and an unrelated one')
  const falses: False[] = []
  for (const against of ['unrelated', 'everyday'] as const)
    for (const [s, set] of SETS.entries()) {
      const histogram = Array.from({ length: 256 }, () => 0)
      for (const outcome of outcomes) for (const bits of outcome[against][s]!) histogram[bits]!++
      const pairs = histogram.reduce((sum, n) => sum + n, 0)
      const matches = histogram.slice(0, MATCH + 1).reduce((sum, n) => sum + n, 0)
      const least = histogram.findIndex((n) => n > 0)
      const times = timesOne(s === 0 ? histogram : falses.findLast(({ set }) => set === 'one')!.histogram, histogram)
      falses.push({ set, against, pairs, matches, least, histogram, timesOne: times })
      report.say(
        `${against.padEnd(12)}${set.padEnd(12)}${pairs} pairs, ${matches} at ${MATCH} or less, nearest ${least}; near misses (where one hash has a thousandth of its pairs) × ${times.toFixed(1)}; 95 % sure of less than ${(3 / pairs).toExponential(0)} a pair`,
      )
    }
  const strict = SETS.map((_, s) => outcomes.reduce((sum, { strict }) => sum + strict[s]!, 0))
  report.say(
    `everyday pictures that a weak hash matches by the stricter rule: balanced ${strict[2]}, wide ${strict[3]}`,
  )
  return falses
}

/** Pairs of look-alikes at 31 or less, as many times as one hash has. */
function tellAlike(report: Report, families: number) {
  const rows = alikes(families)
  report.say(`\nfalse matches among look-alikes, times those of one hash: ${SETS.slice(1).join(', ')} (a look)`)
  for (const { name, dial, pairs, hash, look, nearer } of rows) {
    const times = (n: number) => (hash[0] ? (n / hash[0]).toFixed(2) : `${n} against 0`)
    const sets = [1, 2, 3].map((s) => `${times(hash[s]!)} (${times(look[s]!)})`)
    const tried = Object.entries(nearer).map(([bits, n]) => `${bits}: ${times(n)}`)
    report.say(
      `${name.padEnd(28)}${dial.toFixed(3)}: ${hash[0]} of ${pairs} pairs; ${sets.join(', ')}; views of wide nearer: ${tried.join(', ')}`,
    )
  }
  return rows
}

/** How many times as many pairs as of one hash lie within the distance that holds a thousandth of those of one hash. */
function timesOne(one: number[], some: number[]): number {
  const within = (histogram: number[], bits: number) => histogram.slice(0, bits + 1).reduce((sum, n) => sum + n, 0)
  const all = within(one, 255)
  const bits = one.findIndex((_, bits) => within(one, bits) >= all / 1000)
  return within(some, bits) / within(one, bits)
}

/** How near unrelated pictures come to each other by their quality: what the stricter rule is for. */
function tellWeak(report: Report, hashed: Hashed[]): void {
  const ones = (a: string, b: string) => {
    let bits = 0
    for (let i = 0; i < 64; i += 8)
      for (
        let left = (Number.parseInt(a.slice(i, i + 8), 16) ^ Number.parseInt(b.slice(i, i + 8), 16)) >>> 0;
        left;
        left &= left - 1
      )
        bits++
    return bits
  }
  report.say('\npairs of unrelated pictures by quality, both of it: share within 6, 12, 18, 24, 31')
  for (const [low, high] of [
    [0, 10],
    [10, 30],
    [30, 50],
    [50, 100.5],
  ] as const) {
    const some = hashed
      .filter(({ quality, reason }) => quality >= low && quality < high && reason !== 'one-axis')
      .slice(0, 500)
    const bits: number[] = []
    for (const [i, a] of some.entries()) for (const b of some.slice(i + 1)) bits.push(ones(a.hash, b.hash))
    const share = (most: number) => (bits.filter((n) => n <= most).length / Math.max(1, bits.length)).toExponential(1)
    report.say(
      `quality ${low} to ${Math.floor(high)}: ${some.length} pictures, ${[6, 12, 18, 24, 31].map(share).join('  ')}`,
    )
  }
}

function tellSpeed(report: Report): void {
  const small = pictureOf(1, 400).pixels
  const [width, height] = [4000, 3000]
  const data = new Uint8Array(width * height * 3)
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0; x < width; x++, to += 3) {
      const from = 3 * (Math.floor((y * small.height) / height) * small.width + Math.floor((x * small.width) / width))
      data.set(small.data.subarray(from, from + 3), to)
    }
  const pixels = { width, height, data, channels: 3 as const }
  const one = medianMs(5, () => pdqViews(pixels))
  for (const set of ['single', 'balanced', 'wide'] as const) {
    const ms = medianMs(5, () => enrolmentViews(pixels, set))
    report.line({
      what: `${set}: all views of 12 megapixels`,
      measured: `${ms.toFixed(0)} ms`,
      baseline: `one full-resolution hash, ${one.toFixed(0)} ms`,
      ratio: one / ms,
    })
  }
}

async function tellInversion(report: Report, count: number) {
  const real = await photos()
  const some = [1, 2, 11, 22, 13]
    .slice(0, count - 1)
    .map((n) => pictureOf(n))
    .concat(real[9] ?? [])
  const inverted = []
  for (const picture of some) inverted.push(await invert(picture))
  report.save('robustness-inversion.png', await sheetOf(inverted.map(({ strip }) => strip)))
  const numbers = inverted.flatMap(({ numbers }) => numbers)
  report.say(
    '\nwhat least squares recovers of the picture (64 × 64): robustness-inversion.png has the true one, then from',
  )
  for (const set of ['one', 'balanced', 'wide'] as const) {
    const mine = numbers.filter((one) => one.set === set)
    const mean = (of: 'bits' | 'correlation' | 'psnr' | 'ssim') =>
      mine.reduce((sum, one) => sum + one[of], 0) / mine.length
    report.say(
      `${set.padEnd(10)}${mean('bits').toFixed(0)} bits: correlation ${mean('correlation').toFixed(3)}, PSNR ${mean('psnr').toFixed(1)} dB, SSIM ${mean('ssim').toFixed(3)}`,
    )
  }
  return numbers
}
