import { expect, test } from 'vitest'
import { parseDuration } from '#core/duration.ts'
import { InvalidInput } from '#core/errors.ts'

test.each([
  ['1s', 1_000],
  ['30s', 30_000],
  ['10m', 600_000],
  ['1h', 3_600_000],
  [' 2D ', 172_800_000],
])('%s is %i ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms)
})

test.each(['', '30', '0s', '-1s', '1.5h', '1w', '1h30m', '9999999s', 's'])(
  '"%s" is refused and the form shown',
  (text) => {
    expect(() => parseDuration(text)).toThrow(InvalidInput)
    expect(() => parseDuration(text)).toThrow('30s, 10m, 6h or 2d')
  },
)
