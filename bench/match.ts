/**
 * The segment index against the linear one: pages of 1,000 queries, half of them near a row. The linear index is timed on
 * a few of the same queries.
 */
import { createHammingIndex, createLinearIndex, type HammingIndex } from '#core/match/index.ts'
import type { Line } from './main.ts'

const PAGE = 1000
const PAGES = 5
const LINEAR_QUERIES = 20

export function* matchLines(): Generator<Line> {
  for (const count of [1e5, 1e6]) {
    yield* compare(`${count / 1e3}k random rows`, count, (random) => randomHash(random))
    // A fifth of the rows in crowds of look-alikes within 20 bits of 100 centres.
    const centres: Uint8Array[] = []
    yield* compare(`${count / 1e3}k rows, a fifth look-alikes`, count, (random) => {
      if (centres.length < 100) centres.push(randomHash(random))
      return random() % 5 ? randomHash(random) : near(centres[random() % centres.length]!, random() % 20, random)
    })
  }
}

function* compare(what: string, count: number, make: (random: () => number) => Uint8Array): Generator<Line> {
  const random = randomWords(1)
  const ours = createHammingIndex()
  const linear = createLinearIndex()
  const some: Uint8Array[] = []
  let insertMs = 0
  let linearMs = 0
  let longestMs = 0
  for (let i = 0; i < count; i++) {
    const hash = make(random)
    if (i % 101 === 0) some.push(hash)
    const start = performance.now()
    linear.insert(hash)
    const between = performance.now()
    ours.insert(hash)
    const ms = performance.now() - between
    linearMs += between - start
    insertMs += ms
    longestMs = Math.max(longestMs, ms)
  }

  const page = () =>
    Array.from({ length: PAGE }, (_, i) =>
      i % 2 ? randomHash(random) : near(some[random() % some.length]!, random() % 32, random),
    )
  const pages = Array.from({ length: PAGES + 1 }, page)
  const each = pages.map((queries) => timed(ours, queries)).slice(1)
  const { ms, found } = each.sort((a, b) => a.ms - b.ms)[Math.floor(PAGES / 2)]!
  const base = timed(linear, pages[1]!.slice(0, LINEAR_QUERIES)).ms / LINEAR_QUERIES
  yield {
    what: `${what}, ${found} found: page of ${PAGE}`,
    measured: `${ms.toFixed(1)} ms`,
    baseline: `linear index, ${(base * PAGE).toFixed(0)} ms`,
    ratio: (base * PAGE) / ms,
  }
  yield {
    what: `${what}: insert`,
    measured: `${((1e3 * insertMs) / count).toFixed(1)} µs, at most ${longestMs.toFixed(0)} ms`,
    baseline: `linear index, ${((1e3 * linearMs) / count).toFixed(1)} µs`,
    ratio: linearMs / insertMs,
  }
}

function timed(index: HammingIndex, queries: Uint8Array[]): { ms: number; found: number } {
  let found = 0
  const start = performance.now()
  index.search(queries, 31, () => found++)
  return { ms: performance.now() - start, found }
}

function randomWords(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

function randomHash(random: () => number): Uint8Array {
  const words = Uint32Array.from({ length: 8 }, random)
  return new Uint8Array(words.buffer)
}

function near(hash: Uint8Array, distance: number, random: () => number): Uint8Array {
  const other = hash.slice()
  const bits = new Set<number>()
  while (bits.size < distance) bits.add(random() % 256)
  for (const bit of bits) other[bit >> 3]! ^= 1 << (bit & 7)
  return other
}
