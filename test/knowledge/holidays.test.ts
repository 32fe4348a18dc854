import { describe, expect, test } from 'vitest'
import { countries } from '#knowledge/countries.ts'
import { isHolidayIn, zoneOf } from '#knowledge/holidays.ts'

/**
 * Written by hand, from each state's own law: public holidays of the whole state that fall on a working day, Monday to
 * Friday. Easter is 5 April 2026, 28 March 2027 and 16 April 2028.
 */
const workdaysOff: Record<string, Record<number, string>> = {
  BE: {
    2026: '01-01 04-06 05-01 05-14 05-25 07-21 11-11 12-25',
    2027: '01-01 03-29 05-06 05-17 07-21 11-01 11-11',
    2028: '04-17 05-01 05-25 06-05 07-21 08-15 11-01 12-25',
  },
  NL: {
    2026: '01-01 04-06 04-27 05-14 05-25 12-25',
    2027: '01-01 03-29 04-27 05-06 05-17',
    2028: '04-17 04-27 05-25 06-05 12-25 12-26',
  },
  FR: {
    2026: '01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25',
    2027: '01-01 03-29 05-06 05-17 07-14 11-01 11-11',
    2028: '04-17 05-01 05-08 05-25 06-05 07-14 08-15 11-01 12-25',
  },
  DE: {
    2026: '01-01 04-03 04-06 05-01 05-14 05-25 12-25',
    2027: '01-01 03-26 03-29 05-06 05-17',
    2028: '04-14 04-17 05-01 05-25 06-05 10-03 12-25 12-26',
  },
  LU: {
    2026: '01-01 04-06 05-01 05-14 05-25 06-23 12-25',
    2027: '01-01 03-29 05-06 05-17 06-23 11-01',
    2028: '04-17 05-01 05-09 05-25 06-05 06-23 08-15 11-01 12-25 12-26',
  },
  IE: {
    2026: '01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25',
    2027: '01-01 02-01 03-17 03-29 05-03 06-07 08-02 10-25',
    2028: '02-07 03-17 04-17 05-01 06-05 08-07 10-30 12-25 12-26',
  },
  // Federal, 5 U.S.C. 6103: on a Saturday kept on the Friday before, on a Sunday on the Monday after.
  US: {
    2026: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
    2027: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
    2028: '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
  },
  IT: {
    2026: '01-01 01-06 04-06 05-01 06-02 12-08 12-25',
    2027: '01-01 01-06 03-29 06-02 10-04 11-01 12-08',
    2028: '01-06 04-17 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26',
  },
  ES: {
    2026: '01-01 01-06 04-03 05-01 10-12 12-08 12-25',
    2027: '01-01 01-06 03-26 10-12 11-01 12-06 12-08',
    2028: '01-06 04-14 05-01 08-15 10-12 11-01 12-06 12-08 12-25',
  },
  // England: the substitute days as well.
  GB: {
    2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
    2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
    2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  },
  // Mondayised, and Matariki by its own table.
  NZ: {
    2026: '01-01 01-02 02-06 04-03 04-06 04-27 06-01 07-10 10-26 12-25 12-28',
    2027: '01-01 01-04 02-08 03-26 03-29 04-26 06-07 06-25 10-25 12-27 12-28',
    2028: '01-03 01-04 02-07 04-14 04-17 04-25 06-05 07-14 10-23 12-25 12-26',
  },
  // Christmas Eve since 2025.
  PL: {
    2026: '01-01 01-06 04-06 05-01 06-04 11-11 12-24 12-25',
    2027: '01-01 01-06 03-29 05-03 05-27 11-01 11-11 12-24',
    2028: '01-06 04-17 05-01 05-03 06-15 08-15 11-01 12-25 12-26',
  },
}

/** The working days of a year that are off. */
function offIn(country: string, year: number): string[] {
  const isHoliday = isHolidayIn(country)
  const days: string[] = []
  for (let day = new Temporal.PlainDate(year, 1, 1); day.year === year; day = day.add({ days: 1 }))
    if (day.dayOfWeek < 6 && isHoliday(day.toString())) days.push(day.toString().slice(5))
  return days
}

describe('public holidays of a whole state', () => {
  test.each(
    Object.entries(workdaysOff).flatMap(([country, years]) =>
      Object.entries(years).map(([year, days]) => ({ country, year, days })),
    ),
  )('$country $year', ({ country, year, days }) => {
    expect(offIn(country, Number(year)).join(' ')).toBe(days)
  })

  test('those of one region, and half days, are working days', () => {
    expect(isHolidayIn('DE')('2027-01-06')).toBe(false) // Epiphany: three of the Länder
    expect(isHolidayIn('FR')('2027-03-26')).toBe(false) // Good Friday: Alsace and Moselle
    expect(isHolidayIn('IS')('2026-12-24')).toBe(false) // from 13:00
  })

  test("that last for days are off on each of them, and Veterans' Day is kept on a working day", () => {
    expect(['2027-01-01', '2027-01-02'].map(isHolidayIn('RO'))).toEqual([true, true])
    expect(['2028-11-10', '2029-11-12', '2029-11-09'].map(isHolidayIn('US'))).toEqual([true, true, false])
  })

  test('of a country that is not known there are none', () => {
    expect(isHolidayIn('AQ')('2027-01-01')).toBe(false)
  })
})

test('every country has clocks that Temporal knows', () => {
  const noon = Temporal.Instant.from('2027-01-01T12:00Z')

  for (const country of countries) expect(() => noon.toZonedDateTimeISO(zoneOf(country))).not.toThrow()
  expect(['BE', 'GB', 'US', 'NZ', 'PT', 'AQ'].map(zoneOf)).toEqual([
    'Europe/Brussels',
    'Europe/London',
    'America/New_York',
    'Pacific/Auckland',
    'Europe/Lisbon',
    'UTC',
  ])
})
