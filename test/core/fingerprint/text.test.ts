import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  base32,
  base58,
  type Fingerprint,
  type FingerprintType,
  fromBase58,
  fromHex,
  hex,
  parseFingerprint,
  printFingerprint,
} from '#core/fingerprint/index.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const multihash = fc.oneof(
  bytes(32).map((digest) => Uint8Array.of(0x12, 32, ...digest)),
  fc.uint8Array({ maxLength: 100 }).map((digest) => Uint8Array.of(0x13, digest.length, ...digest)),
  fc.uint8Array({ maxLength: 40 }).map((digest) => Uint8Array.of(0, digest.length, ...digest)),
)
const identity = fc
  .tuple(fc.stringMatching(/^[a-z0-9-]+$/), fc.string({ minLength: 1, unit: 'grapheme', maxLength: 50 }))
  .map(([platform, object]) => `${platform}|${object}`)
  .filter((text) => text === text.trim() && /\|./s.test(text))

const fingerprint: fc.Arbitrary<Fingerprint> = fc.oneof(
  fc.record({ type: fc.constantFrom<FingerprintType>('pdq', 'sha256'), value: bytes(32) }),
  fc.record({ type: fc.constant<FingerprintType>('md5'), value: bytes(16) }),
  fc.record({ type: fc.constant<FingerprintType>('cid'), value: multihash }),
  fc.record({ type: fc.constant<FingerprintType>('cid-double'), value: fc.oneof(bytes(32), multihash) }),
  fc.record({
    type: fc.constant<FingerprintType>('url'),
    value: identity.map((text) => new TextEncoder().encode(text)),
  }),
)

test('what is printed reads back as the same fingerprint', () => {
  fc.assert(
    fc.property(fingerprint, (print) => {
      const { type, value } = parseFingerprint(print.type, printFingerprint(print))
      expect([type, hex(value)]).toEqual([print.type, hex(print.value)])
    }),
    { numRuns: 500 },
  )
})

describe('digests are taken', () => {
  test('in either case, with 0x before them, with blanks around, in base64', () => {
    fc.assert(
      fc.property(fc.constantFrom<FingerprintType>('pdq', 'sha256', 'md5'), bytes(32), (type, long) => {
        const value = type === 'md5' ? long.slice(0, 16) : long
        const digits = hex(value)
        const base64 = Buffer.from(value).toString('base64')
        const url = Buffer.from(value).toString('base64url')
        for (const text of [digits, digits.toUpperCase(), `0x${digits}`, ` ${digits}\n`, base64, url])
          expect(hex(parseFingerprint(type, text).value)).toBe(digits)
      }),
    )
  })

  const other = 'f'.repeat(64)
  test.each<[FingerprintType, string, RegExp]>([
    ['pdq', '', /64 hexadecimal digits; here are 0/],
    ['pdq', 'f'.repeat(32), /64 hexadecimal digits; here are 32/],
    ['pdq', 'g'.repeat(64), /64 hexadecimal digits; here are 64 characters that are not/],
    ['sha256', `${other}0`, /here are 65/],
    ['md5', other, /32 hexadecimal digits; here are 64/],
    ['cid', other, /not a CID/],
    ['cid-double', 'Qm0', /double hash/],
    ['cid-double', '2'.repeat(10_000), /double hash/],
    ['url', 'https', /platform/],
    ['url', 'web|\ud800', /platform/],
    ['url', `web|${'x'.repeat(5000)}`, /at most 4096 bytes/],
    ['sha256', `${'A'.repeat(42)}B`, /cut short/],
  ])('%s: %s is refused with what was expected', (type, text, message) => {
    expect(() => parseFingerprint(type, text)).toThrow(SyntaxError)
    expect(() => parseFingerprint(type, text)).toThrow(message)
  })

  test('and a refusal never repeats the text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<FingerprintType>('pdq', 'md5', 'cid', 'cid-double'),
        fc.base64String(),
        (type, text) => {
          try {
            parseFingerprint(type, `${text}!planted!`)
          } catch (error) {
            expect(String(error)).not.toContain('planted')
          }
        },
      ),
    )
  })
})

describe('bases', () => {
  test('hexadecimal and base58 read back what they print', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (value) => {
        expect(fromHex(hex(value))).toEqual(value)
        expect(hex(value)).toBe(Buffer.from(value).toString('hex'))
        expect(fromBase58(base58(value))).toEqual(value)
      }),
    )
    expect(() => fromHex('abc')).toThrow(SyntaxError)
    expect(() => fromHex('zz')).toThrow(SyntaxError)
  })

  test('base32 has the vectors of RFC 4648 §10, in lower case and unpadded', () => {
    const ascii = (text: string) => new TextEncoder().encode(text)
    expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(ascii(text)))).toEqual([
      '',
      'my',
      'mzxq',
      'mzxw6',
      'mzxw6yq',
      'mzxw6ytb',
      'mzxw6ytboi',
    ])
  })
})
