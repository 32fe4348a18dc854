import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSha256, hex, md5, sha256 } from '#core/fingerprint/index.ts'

const oracle = (name: string, bytes: Uint8Array) => createHash(name).update(bytes).digest('hex')

test('SHA-256 and MD5 agree with the platform at every length around a block border', () => {
  const bytes = Uint8Array.from({ length: 260 }, (_, i) => (i * 73) & 255)
  for (let length = 0; length <= bytes.length; length++) {
    const part = bytes.subarray(0, length)
    expect([length, hex(sha256(part))]).toEqual([length, oracle('sha256', part)])
    expect([length, hex(md5(part))]).toEqual([length, oracle('md5', part)])
  }
})

test('SHA-256 and MD5 agree with the platform on a megabyte', () => {
  const bytes = new Uint8Array(1_000_003).map((_, i) => (i * i) >> 3)
  expect(hex(sha256(bytes))).toBe(oracle('sha256', bytes))
  expect(hex(md5(bytes))).toBe(oracle('md5', bytes))
})

test('taken in pieces, SHA-256 is the same', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (pieces) => {
      const sha = createSha256()
      for (const piece of pieces) sha.update(piece)
      expect(hex(sha.digest())).toBe(oracle('sha256', Buffer.concat(pieces)))
    }),
  )
})
