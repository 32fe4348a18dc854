import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createHammingIndex, type KeptIndex, restoreHammingIndex } from '#core/match/index.ts'
import { flipped, randomHash, randomWords, someBits } from './hashes.ts'

const key = new Uint8Array(16).fill(7)

function filled(count: number, seed = 1): { index: KeptIndex; rows: number[]; hashes: Uint8Array[] } {
  const random = randomWords(seed)
  const index = createHammingIndex()
  const centre = randomHash(random)
  const hashes = Array.from({ length: count }, (_, i) =>
    i % 4 ? randomHash(random) : flipped(centre, someBits(random, random() % 20)),
  )
  return { index, rows: hashes.map((hash) => index.insert(hash)), hashes }
}

const open = (index: KeptIndex) => [...index.snapshot((piece) => piece.slice())]
const listed = (index: KeptIndex) => [...index.entries()].map(([row, hash]) => `${row} ${hash}`)

function pairs(index: KeptIndex, queries: Uint8Array[]): string[] {
  const found: string[] = []
  index.search(queries, 31, (...pair) => found.push(`${pair}`))
  return found.sort()
}

test.each([0, 1, 500, 8191, 8192, 20_000])('%i rows come back from their snapshot under their handles', (count) => {
  const { index, rows, hashes } = filled(count)
  for (const row of rows.filter((_, i) => i % 7 === 0)) index.delete(row)

  const again = restoreHammingIndex(open(index))

  expect(again.size).toBe(index.size)
  expect(listed(again)).toEqual(listed(index))
  expect(pairs(again, hashes.slice(0, 200))).toEqual(pairs(index, hashes.slice(0, 200)))
})

test('handles that were spent before the snapshot stay spent after it', () => {
  const { index, rows } = filled(300)
  for (const row of rows.slice(0, 50)) index.delete(row)

  const again = restoreHammingIndex(open(index))
  const fresh = Array.from({ length: 60 }, () => again.insert(new Uint8Array(32)))

  expect(fresh.filter((row) => rows.includes(row))).toEqual([])
  for (const row of rows.slice(0, 50)) again.delete(row)
  expect(again.size).toBe(310)
})

test('a cipher of the caller seals it, and nothing deleted is in it', () => {
  const { index, rows, hashes } = filled(9000)
  index.delete(rows[5]!)
  const secret = randomBytes(32)
  let plain = Buffer.alloc(0)
  const sealed = [
    ...index.snapshot((piece) => {
      plain = Buffer.concat([plain, piece])
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', secret, nonce)
      return Buffer.concat([nonce, cipher.update(piece), cipher.final(), cipher.getAuthTag()])
    }),
  ]

  expect(plain.includes(hashes[6]!)).toBe(true)
  expect(plain.includes(hashes[5]!)).toBe(false)
  expect(Buffer.concat(sealed).includes(hashes[6]!)).toBe(false)
  const opened = sealed.map((piece) => {
    const decipher = createDecipheriv('aes-256-gcm', secret, piece.subarray(0, 12))
    decipher.setAuthTag(piece.subarray(-16))
    return Buffer.concat([decipher.update(piece.subarray(12, -16)), decipher.final()])
  })
  expect(listed(restoreHammingIndex(opened))).toEqual(listed(index))
})

test('a piece is wiped once it is sealed', () => {
  const { index } = filled(10)
  const seen: Uint8Array[] = []
  for (const _ of index.snapshot((piece) => void seen.push(piece)));
  expect(seen.every((piece) => piece.every((byte) => byte === 0))).toBe(true)
})

test('a snapshot that lacks a piece, has them out of order or is none is refused', () => {
  const pieces = open(filled(20_000).index)
  expect(pieces).toHaveLength(3)
  const [first, second, third] = pieces as [Uint8Array, Uint8Array, Uint8Array]
  for (const wrong of [[], [first, second], [second, third], [first, third, second], [first.subarray(0, 100)]])
    expect(() => restoreHammingIndex(wrong)).toThrow(SyntaxError)
  expect(() => restoreHammingIndex([first.map((byte) => byte ^ 1)])).toThrow(SyntaxError)
  expect(() => restoreHammingIndex([first, second, third.subarray(0, -1)])).toThrow(SyntaxError)
})

test('two indexes of the same hashes have one checksum, whatever their order and history', () => {
  const { index, hashes } = filled(2000)
  const other = createHammingIndex({ engine: 'plain' })
  const passing = hashes.map((hash) => other.insert(hash.map((byte) => ~byte)))
  for (const hash of hashes.toReversed()) other.insert(hash)
  for (const row of passing) other.delete(row)

  expect(other.checksum(key)).toBe(index.checksum(key))
  expect(other.checksum(key.map((byte) => byte + 1))).not.toBe(index.checksum(key))
  const row = other.insert(hashes[0]!)
  expect(other.checksum(key)).not.toBe(index.checksum(key))
  other.delete(row)
  expect(other.checksum(key)).toBe(index.checksum(key))
  expect(() => index.checksum(new Uint8Array(15))).toThrow(RangeError)
})

test('rows that are filled in at once are found as rows that came one by one', async () => {
  const { index, hashes } = filled(12_000)
  const at = createHammingIndex()
  await at.fill(async () => {
    for (const hash of hashes) at.insert(hash)
  })
  expect(pairs(at, hashes.slice(0, 300))).toEqual(pairs(index, hashes.slice(0, 300)))
  const hash = new Uint8Array(32)
  expect([at.copyHash(3, hash), hash]).toEqual([true, hashes[3]])
  expect(at.copyHash(12_000, hash)).toBe(false)
})
