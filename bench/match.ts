/**
 * The index against a linear scan in the same WebAssembly, its twin in plain TypeScript, the plain linear index, and, where
 * this machine has them, FAISS and Meta's C++ index. Options: `--rows=1e5,1e6,1e7`, `--threads` (two of them, beside one),
 * `--reference=PATH` (a copy of ThreatExchange, or a program that answers as match-reference.cpp does).
 *
 * Answers are compared before anything is timed. Every repetition asks a page of its own: a page asked twice is learnt by
 * the caches. What one thread does is timed in processor time, the peers' too, so that other work on the machine counts for
 * little; what several do, on the clock.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { createHammingIndex, createLinearIndex, type HammingIndex, type KeptIndex } from '#core/match/index.ts'
import { type MatchThreads, startMatchThreads } from '#worker/match-threads.ts'
import { type Kind, makeQueries, makeRows, randomWords } from './match-data.ts'
import { faiss, reference } from './match-peers.ts'
import { type Bar, plotBars } from './match-plot.ts'
import type { Report } from './report.ts'

const PAGES = [1, 100, 1_000, 10_000]
const DISTANCE = 31

interface Bench {
  report: Report
  kind: Kind
  count: number
  rows: Uint8Array
  random: () => number
  near: number
}

export async function matchBench(report: Report, options: string[]): Promise<void> {
  const value = (name: string) => options.find((option) => option.startsWith(`--${name}=`))?.slice(name.length + 3)
  const counts = (value('rows') ?? '1e5,1e6').split(',').map(Number)
  const all: Record<string, unknown>[] = []
  for (const count of counts)
    for (const kind of ['uniform', 'clustered'] as const) {
      const random = randomWords(count + kind.length)
      const bench = { report, kind, count, rows: makeRows(kind, count, random), random, near: 50 }
      const result = await measure(bench, { threads: options.includes('--threads'), path: value('reference') })
      all.push(result.figures)
      report.save(`match-${kind}-${count}.svg`, plotBars(`${count} hashes, ${kind}: time for a query`, result.bars))
    }
  report.save('match-figures.json', all)
}

async function measure(bench: Bench, { threads, path }: { threads: boolean; path: string | undefined }) {
  const { report, kind, count, rows } = bench
  const name = `${count.toExponential().replace('+', '')} ${kind}`
  report.say(`\n${name}, load ${loadavg()[0]?.toFixed(1)}`)
  const index = createHammingIndex({ shared: threads })
  const buildSeconds = await build(index, rows)
  const scan = createHammingIndex({ tablesFrom: Number.POSITIVE_INFINITY })
  await build(scan, rows)
  checkAnswers(bench, index, scan)

  const ours = new Map(PAGES.map((page) => [page, timePages(bench, index, page)]))
  const scanUs = timePages(bench, scan, count >= 1e6 ? 100 : 400, { times: count >= 1e7 ? 3 : 5 })
  const bars: Bar[] = []
  for (const [page, us] of ours) {
    report.line({
      what: `${name}: page of ${page}`,
      measured: `${us.toFixed(2)} µs/query`,
      baseline: `linear scan in WebAssembly, ${scanUs.toFixed(0)} µs`,
      ratio: scanUs / us,
    })
    bars.push({ label: `index, page of ${page}`, usPerQuery: us })
  }
  bars.push({ label: 'linear scan, WebAssembly', usPerQuery: scanUs })
  const best = ours.get(10_000)!
  const thousand = ours.get(1_000)!
  const none = timePages({ ...bench, near: 0 }, index, 1_000)
  report.line({
    what: `${name}: page of 1000 without a match`,
    measured: `${none.toFixed(2)} µs/query`,
    baseline: `half of them near, ${thousand.toFixed(2)} µs`,
    ratio: thousand / none,
  })

  if (threads) await timeThreads(bench, index, name)
  const distances = kind === 'uniform' ? timeDistances(bench, index, name) : undefined
  const upkeep = await timeUpkeep(bench, { index, threads, name })
  const bytes = index.bytes / count
  report.line({
    what: `${name}: bytes a hash`,
    measured: bytes.toFixed(0),
    baseline: 'the hash, 32',
    ratio: bytes / 32,
  })
  report.line({
    what: `${name}: insert; delete ${upkeep.deleteUs.toFixed(1)} µs`,
    measured: `${upkeep.insertUs.toFixed(1)} µs, slowest ${upkeep.slowestMs.toFixed(1)} ms`,
    baseline: `all at once, ${((buildSeconds * 1e6) / count).toFixed(2)} µs`,
    ratio: (buildSeconds * 1e6) / count / upkeep.insertUs,
  })

  const plainUs = count <= 1e6 ? await timePlain(bench, name, { best, scanUs }) : undefined
  if (plainUs) bars.push({ label: 'index, plain TypeScript, page of 10000', usPerQuery: plainUs })
  bars.push(...(await timePeers(bench, name, { path, thousand, best, bytes, buildSeconds, index })))
  return {
    bars,
    figures: {
      count,
      kind,
      ours: Object.fromEntries(ours),
      scanUs,
      none,
      buildSeconds,
      bytes,
      ...upkeep,
      plainUs,
      distances,
    },
  }
}

async function build(index: KeptIndex, rows: Uint8Array): Promise<number> {
  const start = cpuUs()
  await index.fill(() => {
    for (let at = 0; at < rows.length; at += 32) index.insert(rows.subarray(at, at + 32))
  })
  return (cpuUs() - start) / 1e6
}

/** The index against the scan in WebAssembly, and that against the linear index, which shares no code with either. */
function checkAnswers(bench: Bench, index: HammingIndex, scan: HammingIndex): void {
  const queries = makeQueries(bench.rows, bench.count >= 1e7 ? 64 : 200, bench.near, bench.random)
  const pairs = (of: HammingIndex, asked: Uint8Array[]) => {
    const found: string[] = []
    of.search(asked, DISTANCE, (query, row, distance) => found.push(`${query} ${row} ${distance}`))
    return found.sort()
  }
  const wanted = pairs(scan, queries)
  if (pairs(index, queries).join('\n') !== wanted.join('\n')) throw new Error('the index and the scan differ')
  if (bench.count <= 1e6) {
    const linear = createLinearIndex()
    for (let at = 0; at < bench.rows.length; at += 32) linear.insert(bench.rows.subarray(at, at + 32))
    const few = queries.slice(0, 10)
    if (pairs(linear, few).join('\n') !== pairs(scan, few).join('\n')) throw new Error('the two scans differ')
  }
  bench.report.say(`${wanted.length} pairs of ${queries.length} queries: index and scans agree, recall 1`)
}

/** The median of microseconds a query, each page a new one. */
function timePages(
  bench: Bench,
  index: HammingIndex,
  page: number,
  { times = page === 1 ? 301 : page >= 10_000 ? 7 : 15, distance = DISTANCE } = {},
): number {
  const each: number[] = []
  for (let i = 0; i < times; i++) {
    const queries = makeQueries(bench.rows, page, bench.near, bench.random)
    let found = 0
    const start = cpuUs()
    index.search(queries, distance, () => found++)
    each.push((cpuUs() - start) / page)
  }
  return median(each)
}

async function timeThreads(bench: Bench, index: KeptIndex, name: string): Promise<void> {
  for (const page of [1_000, 10_000]) {
    await using one = startMatchThreads(index, 1)
    await using two = startMatchThreads(index, 2)
    const timed = async (threads: MatchThreads) => {
      const queries = makeQueries(bench.rows, page, bench.near, bench.random)
      const start = performance.now()
      await threads.search(queries, DISTANCE, () => {})
      return ((performance.now() - start) * 1e3) / page
    }
    const us: [number, number][] = []
    for (let i = 0; i < 15; i++) {
      const both: [number, number] = [await timed(one), await timed(two)]
      if (i >= 6) us.push(both) // a new thread compiles its code while it is warming up
    }
    const [alone, together] = [median(us.map(([one]) => one)), median(us.map(([, two]) => two))]
    bench.report.line({
      what: `${name}: two threads, page of ${page}`,
      measured: `${together.toFixed(2)} µs/query`,
      baseline: `one thread, ${alone.toFixed(2)} µs`,
      ratio: alone / together,
    })
  }
}

/** Inserts and deletes, and pages between them; then as many as there is time for while a thread searches. */
async function timeUpkeep(
  bench: Bench,
  { index, threads, name }: { index: KeptIndex; threads: boolean; name: string },
) {
  const count = Math.min(50_000, bench.count / 20)
  const fresh = makeRows(bench.kind, count, bench.random)
  const hash = (i: number) => fresh.subarray(32 * i, 32 * i + 32)
  const inserted: number[] = []
  let start = cpuUs()
  for (let i = 0; i < count; i++) inserted.push(index.insert(hash(i)))
  const insertUs = (cpuUs() - start) / count
  start = cpuUs()
  for (const row of inserted) index.delete(row)
  const deleteUs = (cpuUs() - start) / count
  let slowestMs = 0
  const pages: { quiet: number[]; changed: number[] } = { quiet: [], changed: [] }
  for (let i = 0; i < count; i++) {
    start = cpuUs()
    inserted[i] = index.insert(hash(i))
    slowestMs = Math.max(slowestMs, (cpuUs() - start) / 1e3)
    if ((i + 1) % Math.ceil(count / 9) !== 0) continue
    pages.changed.push(timePages(bench, index, 1_000, { times: 1 }))
    pages.quiet.push(timePages(bench, index, 1_000, { times: 1 }))
  }
  for (const row of inserted) index.delete(row)
  const [quiet, changed] = [median(pages.quiet), median(pages.changed)]
  bench.report.line({
    what: `${name}: page of 1000 after ${Math.ceil(count / 9)} inserts`,
    measured: `${changed.toFixed(2)} µs/query`,
    baseline: `the next one, ${quiet.toFixed(2)} µs`,
    ratio: quiet / changed,
  })
  if (threads) await timeFlights(bench, { index, hash: (i) => hash(i % count), name })
  return { insertUs, deleteUs, slowestMs, changed, quiet }
}

/** A thread searches, in its own processor time: alone, and while the owner inserts and deletes without a pause. */
async function timeFlights(
  bench: Bench,
  { index, hash, name }: { index: KeptIndex; hash: (i: number) => Uint8Array; name: string },
): Promise<void> {
  await using threads = startMatchThreads(index, 1)
  const us = { alone: 0, meanwhile: 0 }
  let changes = 0
  for (let i = 0; i < 22; i++) {
    const queries = makeQueries(bench.rows, 5_000, bench.near, bench.random)
    const isBusy = i % 2 === 1
    let isOver = false
    const start = othersUs()
    const search = threads.search(queries, DISTANCE, () => {}).finally(() => (isOver = true))
    while (isBusy && !isOver) {
      const rows = Array.from({ length: 20 }, () => index.insert(hash(changes++)))
      for (const row of rows) index.delete(row)
      await turn()
    }
    await search
    if (i > 1) us[isBusy ? 'meanwhile' : 'alone'] += (othersUs() - start) / (10 * queries.length)
  }
  bench.report.line({
    what: `${name}: a thread's page of 5000 during ${changes} inserts and deletes`,
    measured: `${us.meanwhile.toFixed(2)} µs/query`,
    baseline: `without, ${us.alone.toFixed(2)} µs`,
    ratio: us.alone / us.meanwhile,
  })
}

/** Distances beyond 31, each beside 31 on pages of the same size. */
function timeDistances(bench: Bench, index: HammingIndex, name: string): Record<string, number> {
  const page = bench.count >= 1e7 ? 100 : 400
  const at31 = timePages(bench, index, page, { times: 7 })
  const figures: Record<string, number> = { 31: at31 }
  for (const distance of [15, 32, 35, 40, 47, 48, 64]) {
    const us = timePages(bench, index, page, { times: 3, distance })
    figures[distance] = us
    bench.report.line({
      what: `${name}: distance ${distance}, page of ${page}`,
      measured: `${us.toFixed(2)} µs/query`,
      baseline: `distance 31, ${at31.toFixed(2)} µs`,
      ratio: at31 / us,
    })
  }
  return figures
}

async function timePlain(
  bench: Bench,
  name: string,
  { best, scanUs }: { best: number; scanUs: number },
): Promise<number> {
  const plain = createHammingIndex({ engine: 'plain' })
  await build(plain, bench.rows)
  const us = timePages(bench, plain, 10_000)
  bench.report.line({
    what: `${name}: WebAssembly, page of 10000`,
    measured: `${best.toFixed(2)} µs/query`,
    baseline: `the same in plain TypeScript, ${us.toFixed(2)} µs`,
    ratio: us / best,
  })
  const linear = createLinearIndex()
  for (let at = 0; at < bench.rows.length; at += 32) linear.insert(bench.rows.subarray(at, at + 32))
  const linearUs = timePages(bench, linear, bench.count >= 1e6 ? 4 : 20, { times: 5 })
  bench.report.line({
    what: `${name}: linear scan in WebAssembly`,
    measured: `${scanUs.toFixed(0)} µs/query`,
    baseline: `linear scan in plain TypeScript, ${linearUs.toFixed(0)} µs`,
    ratio: linearUs / scanUs,
  })
  return us
}

async function timePeers(
  bench: Bench,
  name: string,
  ours: {
    path: string | undefined
    thousand: number
    best: number
    bytes: number
    buildSeconds: number
    index: HammingIndex
  },
): Promise<Bar[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-match-'))
  try {
    const count = Math.max(16, Math.min(1_000, Math.floor(2e8 / bench.count)))
    const queries = makeQueries(bench.rows, count, bench.near, bench.random)
    const files = { rows: join(folder, 'rows'), queries: join(folder, 'queries'), folder }
    writeFileSync(files.rows, bench.rows)
    writeFileSync(files.queries, Buffer.concat(queries))
    const results = await faiss(files.rows, files.queries, count)
    if (results.length === 0) bench.report.say('FAISS is not on this machine: python3-faiss brings it')
    if (ours.path) results.push(...(await reference(ours.path, files, count)))
    for (const peer of results) {
      let found = 0
      ours.index.search(queries.slice(0, peer.queries), DISTANCE, () => found++)
      for (const [page, us] of [
        [1_000, ours.thousand],
        [10_000, ours.best],
      ] as const)
        bench.report.line({
          what: `${name}: page of ${page}`,
          measured: `${us.toFixed(2)} µs/query`,
          baseline: `${peer.name}, ${peer.usPerQuery.toFixed(0)} µs, recall ${(found ? peer.found / found : 1).toFixed(3)}`,
          ratio: peer.usPerQuery / us,
        })
      bench.report.say(
        `  ${peer.name}: ${peer.bytesPerHash.toFixed(0)} bytes a hash (ours ${ours.bytes.toFixed(0)}), built in ${peer.buildSeconds.toFixed(2)} s (ours ${ours.buildSeconds.toFixed(2)}), load ${loadavg()[0]?.toFixed(1)}`,
      )
    }
    return results.map(({ name: label, usPerQuery }) => ({ label, usPerQuery }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Processor time of the process, in microseconds: finer than that of a thread. */
function cpuUs(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** Processor time of all threads but this one, in microseconds. */
function othersUs(): number {
  const { user, system } = process.threadCpuUsage()
  return cpuUs() - user - system
}
