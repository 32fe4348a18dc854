import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  generateCaseNumber,
  generatePassphrase,
  normaliseCaseNumber,
  normalisePassphrase,
  passphraseBits,
  words,
} from '#core/case/passphrase.ts'
import { madeUpPicture } from '#core/case/practice.ts'
import { fingerprintPixels } from '#core/fingerprint/index.ts'

const random = (n: number) => new Uint8Array(randomBytes(n))

test('secret words hold at least 70 bits, and every word is there once', () => {
  expect(passphraseBits).toBeGreaterThanOrEqual(70)
  expect(new Set(words).size).toBe(words.length)
})

test('words are drawn evenly: every word of the list comes up', () => {
  const seen = new Set<string>()
  for (let i = 0; i < 20_000; i++) for (const word of generatePassphrase(random).split(' ')) seen.add(word)

  expect(seen).toEqual(new Set(words))
})

test('however the words are typed, they are the same words', () => {
  const dressed = fc.record({
    seed: fc.uint8Array({ minLength: 64, maxLength: 64 }),
    upper: fc.boolean(),
    between: fc.constantFrom(' ', '-', '  ', '\u00a0', '\n', ', '),
  })
  fc.assert(
    fc.property(dressed, ({ seed, upper, between }) => {
      let at = 0
      const passphrase = generatePassphrase((n) => Uint8Array.from({ length: n }, () => seed[at++ % seed.length]! ^ at))
      const typed = passphrase.replaceAll(' ', between)

      expect(normalisePassphrase(upper ? typed.toUpperCase() : typed)).toBe(passphrase.replaceAll(' ', ''))
    }),
  )
  expect(normalisePassphrase('Bàli  TÖKU')).toBe('balitoku')
})

test('a file number is found in whatever surrounds its ten digits, and nothing else is one', () => {
  const number = generateCaseNumber(random)

  expect(number).toMatch(/^\d{3}-\d{3}-\d{4}$/)
  expect(normaliseCaseNumber(` ${number.replaceAll('-', ' ')} `)).toBe(number.replaceAll('-', ''))
  for (const none of ['', '123', '12345678901', 'abcdefghij', '١٢٣٤٥٦٧٨٩٠']) expect(normaliseCaseNumber(none)).toBe('')
})

test('a made-up picture can be recognised, and is another each time', () => {
  const hashes = Array.from({ length: 50 }, () => fingerprintPixels(madeUpPicture(random)).paths[0])

  expect(hashes.every((hash) => hash?.informative)).toBe(true)
  expect(new Set(hashes.map((hash) => hash?.pdq)).size).toBe(50)
})
