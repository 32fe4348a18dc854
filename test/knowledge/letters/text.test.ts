import { describe, expect, it } from 'vitest'
import type { Lang } from '#core/case/types.ts'
import { dayOf } from '#knowledge/letters/text.ts'

describe('a day in a letter', () => {
  const noon = (month: number, day: number) => Date.UTC(2026, month - 1, day, 12)

  it('is "1er" in French on the first of a month, and on no other day', () => {
    const said: [number, string][] = [
      [noon(11, 1), '1er novembre 2026'],
      [noon(8, 1), '1er août 2026'],
      [noon(11, 2), '2 novembre 2026'],
      [noon(11, 11), '11 novembre 2026'],
      [noon(11, 21), '21 novembre 2026'],
    ]

    for (const [at, words] of said) expect(dayOf(at, 'fr')).toBe(words)
  })

  it('keeps the form of every other language', () => {
    const said: [Lang, string][] = [
      ['en', '1 November 2026'],
      ['nl', '1 november 2026'],
      ['de', '1. November 2026'],
    ]

    for (const [lang, words] of said) expect(dayOf(noon(11, 1), lang)).toBe(words)
  })
})
