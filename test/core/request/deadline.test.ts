import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, dueOf, type Period } from '#core/request/deadline.ts'

const none = () => false
const on =
  (...days: string[]) =>
  (day: string) =>
    days.includes(day)
const brussels = (...holidays: string[]): Calendar => ({ zone: 'Europe/Brussels', isHoliday: on(...holidays) })
const ms = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds
const iso = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z')
const oneMonth: Period = { unit: 'months', count: 1 }
const due = (period: Period, received: string, calendar = brussels()) => iso(dueOf(period, ms(received), calendar).at)

describe('months, by Regulation 1182/71', () => {
  // Hand-made: the last day by Article 3(1), 3(2)(c) and 3(4), then the midnight after it in Brussels.
  test.each([
    ['2026-11-10T09:00+01:00', 1, '2026-12-10T23:00:00Z', 'an ordinary Thursday'],
    ['2026-11-10T00:00+01:00', 1, '2026-12-10T23:00:00Z', 'the first moment of the day counts as that day'],
    ['2026-11-09T23:59:59.999+01:00', 1, '2026-12-09T23:00:00Z', 'the last moment of the day before'],
    ['2027-01-28T12:00+01:00', 1, '2027-03-01T23:00:00Z', '28 February is a Sunday'],
    ['2027-01-29T12:00+01:00', 1, '2027-03-01T23:00:00Z', 'no 29 February in 2027: the 28th, a Sunday'],
    ['2027-01-30T12:00+01:00', 1, '2027-03-01T23:00:00Z', 'no 30 February'],
    ['2027-01-31T12:00+01:00', 1, '2027-03-01T23:00:00Z', 'no 31 February'],
    ['2028-01-29T12:00+01:00', 1, '2028-02-29T23:00:00Z', 'a leap year has a 29 February, a Tuesday'],
    ['2028-01-31T12:00+01:00', 1, '2028-02-29T23:00:00Z', 'and ends with it'],
    [
      '2028-02-29T12:00+01:00',
      1,
      '2028-03-29T22:00:00Z',
      'the same date, though not the last day; summer time began on the 26th',
    ],
    ['2026-08-31T12:00+02:00', 1, '2026-09-30T22:00:00Z', 'no 31 September'],
    ['2026-08-31T12:00+02:00', 6, '2027-03-01T23:00:00Z', '28 February 2027 is a Sunday'],
    ['2026-11-10T12:00+01:00', 3, '2027-02-10T23:00:00Z', 'the extension, counted from receipt as one period'],
    ['2027-03-14T12:00+01:00', 1, '2027-04-14T22:00:00Z', 'the clocks go forward in between'],
    ['2026-09-25T12:00+02:00', 1, '2026-10-26T23:00:00Z', '25 October is a Sunday, and the clocks go back on it'],
    ['2026-11-28T12:00+01:00', 1, '2026-12-28T23:00:00Z', 'a Monday'],
    ['2026-10-31T23:30+01:00', 1, '2026-11-30T23:00:00Z', 'near midnight: the date in the zone, not in UTC'],
    ['2026-10-31T23:30Z', 1, '2026-12-01T23:00:00Z', 'which is 1 November in Brussels already'],
  ])('%s + %i: %s (%s)', (received, count, expected) => {
    expect(due({ unit: 'months', count }, received)).toBe(expected)
  })

  test.each([
    ['Easter Monday', '2026-03-06T12:00+01:00', ['2026-04-06'], '2026-04-07T22:00:00Z'],
    ['Ascension', '2026-04-14T12:00+02:00', ['2026-05-14'], '2026-05-15T22:00:00Z'],
    ['Christmas on a Friday, then a week-end', '2026-11-25T12:00+01:00', ['2026-12-25'], '2026-12-28T23:00:00Z'],
    ['26 December on a Saturday', '2026-11-26T12:00+01:00', ['2026-12-25', '2026-12-26'], '2026-12-28T23:00:00Z'],
    ['Good Friday to Easter Monday', '2026-03-03T12:00+01:00', ['2026-04-03', '2026-04-06'], '2026-04-07T22:00:00Z'],
    ['one in the middle, which counts', '2026-04-20T12:00+02:00', ['2026-05-01', '2026-05-14'], '2026-05-20T22:00:00Z'],
  ])('a last day that is a holiday moves to the next working day: %s', (_, received, holidays, expected) => {
    expect(due(oneMonth, received, brussels(...holidays))).toBe(expected)
  })

  test('tells which day was counted and which is the last, for the sentence that says why', () => {
    expect(dueOf(oneMonth, ms('2027-01-31T12:00+01:00'), brussels()).days).toEqual({
      counted: '2027-02-28',
      last: '2027-03-01',
    })
  })

  test('ends on a midnight of the zone, on a day after a working day, and never early', () => {
    const received = fc.integer({ min: ms('2024-01-01T00:00Z'), max: ms('2040-01-01T00:00Z') })
    const zone = fc.constantFrom(
      'Europe/Brussels',
      'Europe/Lisbon',
      'Pacific/Auckland',
      'America/New_York',
      'America/Sao_Paulo',
    )
    fc.assert(
      fc.property(received, zone, fc.integer({ min: 1, max: 12 }), (at, zone, count) => {
        const { at: end } = dueOf({ unit: 'months', count }, at, { zone, isHoliday: none })
        const from = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
        const to = Temporal.Instant.fromEpochMilliseconds(end).toZonedDateTimeISO(zone)
        const last = to.toPlainDate().subtract({ days: 1 })

        expect(to.equals(to.startOfDay())).toBe(true)
        expect(last.dayOfWeek).toBeLessThan(6)
        const counted = from.toPlainDate().add({ months: count })
        expect(last.since(counted).days).toBeGreaterThanOrEqual(0)
        expect(last.since(counted).days).toBeLessThanOrEqual(2)
      }),
    )
  })
})

describe('hours', () => {
  const hours = (count: number): Period => ({ unit: 'hours', count })

  test.each([
    ['2027-03-27T22:00Z', 48, '2027-03-29T22:00:00Z', 'the clocks go forward in Brussels'],
    ['2026-10-24T22:00Z', 48, '2026-10-26T22:00:00Z', 'the clocks go back'],
    ['2026-12-24T17:05+01:00', 6, '2026-12-24T22:05:00Z', 'a holiday moves nothing'],
    ['2026-02-28T23:30:00.250Z', 1, '2026-03-01T00:30:00.250Z', 'to the millisecond'],
  ])('%s + %i h: %s (%s)', (received, count, expected) => {
    expect(due(hours(count), received, brussels('2026-12-24', '2026-12-25'))).toBe(expected)
  })
})

describe('business days', () => {
  const counterNotice: Period = { unit: 'business-days', least: 10, most: 14 }
  const washington = (...holidays: string[]): Calendar => ({ zone: 'America/New_York', isHoliday: on(...holidays) })

  test('begin with the day after receipt, leave out week-ends, and end with the fourteenth', () => {
    // Tuesday 1 September 2026: the 2nd is the first; the tenth is Tuesday 15, the fourteenth Monday 21.
    const { at, from } = dueOf(counterNotice, ms('2026-09-01T10:00-04:00'), washington())

    expect(iso(at)).toBe('2026-09-22T04:00:00Z')
    expect(iso(from ?? 0)).toBe('2026-09-15T04:00:00Z')
  })

  test('leave out federal holidays, and begin after a week-end on Monday', () => {
    // Received on Saturday 19 December 2026: 21–24 and 28–31 are eight, 1 January is off, the 5th is the tenth, the 11th the fourteenth.
    const { at, from } = dueOf(counterNotice, ms('2026-12-19T10:00-05:00'), washington('2026-12-25', '2027-01-01'))

    expect(iso(from ?? 0)).toBe('2027-01-05T05:00:00Z')
    expect(iso(at)).toBe('2027-01-12T05:00:00Z')
  })

  test('the date of receipt is that of the zone', () => {
    const late = dueOf(counterNotice, ms('2026-09-02T03:00Z'), washington()) // 1 September, 23:00 in Washington

    expect(iso(late.at)).toBe('2026-09-22T04:00:00Z')
  })
})

test.each<[string, Period, number, Calendar]>([
  ['no hours', { unit: 'hours', count: 0 }, 0, brussels()],
  ['half a month', { unit: 'months', count: 0.5 }, 0, brussels()],
  ['less than nothing', { unit: 'months', count: -1 }, 0, brussels()],
  ['days that end before they begin', { unit: 'business-days', least: 14, most: 10 }, 0, brussels()],
  ['an instant that is none', oneMonth, Number.NaN, brussels()],
  ['the end of time', { unit: 'hours', count: 1 }, 8.64e15, brussels()],
  ['a zone that is none', oneMonth, 0, { zone: 'Europe/Nowhere', isHoliday: none }],
  ['a calendar without working days', oneMonth, 0, { zone: 'UTC', isHoliday: () => true }],
])('%s is out of range', (_, period, receivedAt, calendar) => {
  expect(() => dueOf(period, receivedAt, calendar)).toThrow(RangeError)
})
