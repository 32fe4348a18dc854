import { expect, test } from 'vitest'
import { langs } from '#core/case/types.ts'
import { messagesFor } from '#web/messages/index.ts'
import { type Clock, dayOf, lately, moment, sinceWhen } from '#web/when.ts'

const at = '2026-11-26T13:00:00.000Z'
const clock = (lang: Clock['lang'], country: string | null, minutesLater: number): Clock => ({
  lang,
  t: messagesFor(lang),
  country,
  now: Date.parse(at) + minutesLater * 60_000,
})
const nextWeek = 7 * 24 * 60

test.each([
  ['en', 'Thursday 26 November, 14:00 (Brussels)'],
  ['fr', 'jeudi 26 novembre, 14:00 (Bruxelles)'],
  ['nl', 'donderdag 26 november, 14:00 (Brussel)'],
  ['de', 'Donnerstag, 26. November, 14:00 Uhr (Brüssel)'],
] as const)('a moment in %s is its day, its time and whose time it is', (lang, expected) => {
  expect(moment(at, clock(lang, 'BE', 0))).toBe(expected)
})

test('every language is among them, and a country that we have no clock for is told in UTC', () => {
  for (const lang of langs) expect(moment(at, clock(lang, 'BR', 0))).toMatch(/13:00(?: Uhr)? \(UTC\)$/)
})

test('what was lately is told by minutes, then by the time, then by the day', () => {
  const inGerman = (minutes: number) => lately(at, clock('de', 'AT', minutes))

  expect([0, 1, 5, 90].map(inGerman)).toEqual(['gerade eben', 'vor 1 Minute', 'vor 5 Minuten', '14:00 Uhr'])
  expect(inGerman(nextWeek)).toBe('Donnerstag, 26. November, 14:00 Uhr (Wien)')
  expect(sinceWhen(at, clock('de', 'AT', 90))).toBe('14:00 Uhr')
})

test('a day of the calendar is written as each language writes it', () => {
  expect(langs.map((lang) => dayOf('2026-11-24', lang))).toEqual([
    '24 November 2026',
    '24 novembre 2026',
    '24 november 2026',
    '24. November 2026',
  ])
})

test('the first of a month is "1er" in French, and no other day is', () => {
  const november = (day: string) => [
    dayOf(`2026-11-${day}`, 'fr'),
    moment(`2026-11-${day}T13:00:00.000Z`, clock('fr', 'BE', 0)),
  ]

  expect(november('01')).toEqual(['1er novembre 2026', 'dimanche 1er novembre, 14:00 (Bruxelles)'])
  expect(november('21')).toEqual(['21 novembre 2026', 'samedi 21 novembre, 14:00 (Bruxelles)'])
})
