/** Searches on threads, of an index at rest and of one that changes meanwhile. */
import { setImmediate as breathe } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createHammingIndex, createLinearIndex, type KeptIndex } from '#core/match/index.ts'
import { startMatchThreads } from '#worker/match-threads.ts'
import { flipped, randomHash, randomWords, someBits } from '../core/match/hashes.ts'

function shared(): KeptIndex {
  return createHammingIndex({ shared: true, tablesFrom: 1 })
}

test.each([1, 2, 3])('%i threads find what the linear index finds', async (count) => {
  const random = randomWords(count)
  const index = shared()
  const oracle = createLinearIndex()
  const centre = randomHash(random)
  const hashes = Array.from({ length: 6_000 }, (_, i) =>
    i % 5 ? randomHash(random) : flipped(centre, someBits(random, random() % 30)),
  )
  for (const hash of hashes) {
    index.insert(hash)
    oracle.insert(hash)
  }
  const queries = Array.from({ length: 301 }, (_, i) =>
    flipped(hashes[(i * 17) % hashes.length]!, someBits(random, random() % 40)),
  )

  await using threads = startMatchThreads(index, count)
  for (const distance of [31, 40, 64]) {
    const found: string[] = []
    await threads.search(queries, distance, (...pair) => found.push(`${pair}`))
    const wanted: string[] = []
    oracle.search(queries, distance, (...pair) => wanted.push(`${pair}`))
    expect(found.sort()).toEqual(wanted.sort())
  }
})

test('what stays is found once, what was deleted is not, while the owner inserts, deletes and searches', async () => {
  const random = randomWords(9)
  const index = shared()
  const centre = randomHash(random)
  const make = (i: number) => (i % 4 ? randomHash(random) : flipped(centre, someBits(random, random() % 28)))
  const kept = Array.from({ length: 4_000 }, (_, i) => make(i))
  const keptRows = new Map(kept.map((hash, i) => [index.insert(hash), i]))
  const passing: number[] = Array.from({ length: 2_000 }, (_, i) => index.insert(make(i)))
  const queries = kept.filter((_, i) => i % 4 === 0).slice(0, 200)
  const oracle = createLinearIndex()
  for (const hash of kept) oracle.insert(hash)
  const wanted: string[] = []
  oracle.search(queries, 31, (...pair) => wanted.push(`${pair}`))
  wanted.sort()

  await using threads = startMatchThreads(index, 2)
  let changes = 0
  let late = 0
  for (let round = 0; round < 8; round++) {
    const gone = new Set<number>()
    const found: string[] = []
    let isDone = false
    const search = threads
      .search(queries, 31, (query, row, distance) => {
        if (gone.has(row)) late++
        const at = keptRows.get(row)
        if (at !== undefined) found.push(`${[query, at, distance]}`)
      })
      .finally(() => {
        isDone = true
      })
    while (!isDone) {
      for (let i = 0; i < 40; i++, changes++) {
        passing.push(index.insert(make(i)))
        const [row] = passing.splice(random() % passing.length, 1)
        index.delete(row!)
        gone.add(row!)
      }
      await breathe()
    }
    await search
    expect(found.sort()).toEqual(wanted)
  }

  expect(late).toBe(0)
  expect(changes).toBeGreaterThan(300)
  expect(index.size).toBe(6_000)
  // At rest again, every place is in order: what the owner finds now is what a new index finds.
  const entries = [...index.entries()]
  const fresh = createLinearIndex()
  for (const [, hash] of entries) fresh.insert(hash)
  const here: string[] = []
  index.search(queries.slice(0, 100), 31, (query, row, distance) => here.push(`${[query, row, distance]}`))
  const there: string[] = []
  fresh.search(queries.slice(0, 100), 31, (query, i, distance) => there.push(`${[query, entries[i]![0], distance]}`))
  expect(here.sort()).toEqual(there.sort())
})

test('searches asked for at once are all answered, and an index of one thread is refused', async () => {
  const random = randomWords(10)
  const index = shared()
  const hashes = Array.from({ length: 300 }, () => randomHash(random))
  for (const hash of hashes) index.insert(hash)
  await using threads = startMatchThreads(index, 2)

  const counts = await Promise.all(
    [10, 200, 0, 33].map(async (count) => {
      let found = 0
      await threads.search(hashes.slice(0, count), 5, () => found++)
      return found
    }),
  )

  expect(counts).toEqual([10, 200, 0, 33])
  expect(() => startMatchThreads(createHammingIndex(), 1)).toThrow(/shared/)
})

test('after the last search nothing of a row deleted during it stands in memory', async () => {
  const random = randomWords(12)
  const index = shared()
  const others = Array.from({ length: 2_000 }, () => randomHash(random))
  for (const hash of others) index.insert(hash)
  const hash = randomHash(random)
  const row = index.insert(hash)
  await using threads = startMatchThreads(index, 2)

  const search = threads.search(others, 31, () => {})
  await breathe()
  index.delete(row)
  await search

  const { memory } = index as unknown as { memory: { u8: Uint8Array } }
  for (let at = 0; at + 8 <= memory.u8.length; at += 2)
    if (memory.u8[at] === hash[0] && hash.subarray(0, 8).every((byte, i) => memory.u8[at + i] === byte))
      throw new Error(`a piece at ${at}`)
  let found = 0
  index.search([hash], 31, () => found++)
  expect(found).toBe(0)
})
