/** A deleted hash leaves memory at once: every byte of the index is looked through for pieces of it. */
import { expect, test } from 'vitest'
import { SegmentIndex } from '#core/match/segment-index.ts'
import { flipped, randomHash, randomWords, someBits } from './hashes.ts'

const RECORDS = 16 * 65_536

/** Buckets (table and segment) that have a run, entries or not. */
function bucketsInUse(index: SegmentIndex): Set<number> {
  const { records } = index.plan()
  const used = new Set<number>()
  const words = index.memory.u32.subarray(records / 4, records / 4 + 2 * RECORDS)
  for (let i = 0; i < RECORDS; i++) if (words[2 * i] !== 0 || words[2 * i + 1] !== 0) used.add(i)
  return used
}

function segmentsOf(hash: Uint8Array): number[] {
  return Array.from({ length: 16 }, (_, i) => hash[2 * i]! | (hash[2 * i + 1]! << 8))
}

/** How often a piece of the hash stands anywhere else than in the records. */
function piecesIn(index: SegmentIndex, hash: Uint8Array): number {
  const { records } = index.plan()
  const pieces = new Set(segmentsOf(hash))
  let count = 0
  const { u16 } = index.memory
  for (let i = 0; i < u16.length; i++)
    if (u16[i] !== 0 && pieces.has(u16[i]!) && !(2 * i >= records && 2 * i < records + 8 * RECORDS)) count++
  return count
}

const make = (engine: 'wasm' | 'plain') => new SegmentIndex({ engine, tablesFrom: 1 })

test.each(['wasm', 'plain'] as const)('of one hash among strangers nothing is left, %s', (engine) => {
  const random = randomWords(3)
  const index = make(engine)
  const strangers = Array.from({ length: 60 }, () => randomHash(random))
  for (const stranger of strangers) index.insert(stranger)
  const before = bucketsInUse(index)
  const hash = randomHash(random)
  const here = piecesIn(index, hash)
  const row = index.insert(hash)
  expect(piecesIn(index, hash)).toBeGreaterThan(here + 16)

  index.search([hash, ...strangers], 31, () => {})
  index.delete(row)

  expect(piecesIn(index, hash)).toBe(here)
  expect(bucketsInUse(index)).toEqual(before)
})

test.each(['wasm', 'plain'] as const)('of a crowd whose block is emptied nothing is left, %s', (engine) => {
  const random = randomWords(4)
  const hash = randomHash(random)
  const crowd = Array.from({ length: 700 }, (_, i) => (i % 3 ? hash : flipped(hash, someBits(random, 9))))
  const index = make(engine)
  const first = index.insert(randomHash(random))
  const here = piecesIn(index, hash)
  const before = bucketsInUse(index)
  const rows = crowd.map((member) => index.insert(member))
  expect(index.plan().blocks).toBeGreaterThan(0)

  for (const row of rows) index.delete(row)

  expect([piecesIn(index, hash), bucketsInUse(index)]).toEqual([here, before])
  index.delete(first)
  expect(bucketsInUse(index).size).toBe(0)
})

test('the centre of a block does not outlive the hash that it was', () => {
  const random = randomWords(5)
  const hash = randomHash(random)
  const index = make('wasm')
  const copies = Array.from({ length: 400 }, () => index.insert(hash))
  for (let i = 0; i < 60; i++) index.insert(flipped(hash, someBits(random, 14)))
  expect(index.plan().blocks).toBeGreaterThan(0)

  for (const row of copies) index.delete(row)

  let whole = 0
  for (let at = 0; at + 32 <= index.memory.u8.length; at += 4)
    if (hash.every((byte, i) => index.memory.u8[at + i] === byte)) whole++
  expect(whole).toBe(0)
})

test.each(['deleted one by one', 'cleared'])('an index that was %s is blank', (how) => {
  const random = randomWords(6)
  const index = make('wasm')
  const rows = Array.from({ length: 500 }, () => index.insert(randomHash(random)))
  const hash = randomHash(random)
  const row = index.insert(hash)
  if (how === 'cleared') index.clear()
  else for (const each of [...rows, row]) index.delete(each)
  const { u8 } = index.memory
  for (let at = 0; at + 8 <= u8.length; at += 2) {
    if (u8[at] !== hash[0]) continue
    for (let piece = 0; piece < 32; piece += 8)
      if (hash.subarray(piece, piece + 8).every((byte, i) => u8[at + i] === byte)) throw new Error(`a piece at ${at}`)
  }
  expect(index.size).toBe(0)
})
