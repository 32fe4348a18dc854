/** Which days are public holidays of a state as a whole, by npm's date-holidays (data: CC BY 3.0), and its capital's clocks. */
import Holidays from 'date-holidays'

export const holidayFacts = { source: 'https://github.com/commenthol/date-holidays', checked: '2026-11-24' }

/** The part of a state whose holidays stand for it, where no list is common to all: that of the capital. */
const partOfCapital: Readonly<Record<string, string>> = { GB: 'ENG' }

/**
 * Whether a day, as `2027-02-28`, is a public holiday in the whole of a country (ISO 3166-1). Week-ends are none by
 * themselves, half days and days of one region neither. A country that is not known has none.
 */
export function isHolidayIn(country: string): (day: string) => boolean {
  const part = partOfCapital[country]
  const calendar = part ? new Holidays(country, part) : new Holidays(country)
  const years = new Map<number, ReadonlySet<string>>()
  return (day) => {
    const { year } = Temporal.PlainDate.from(day)
    const days = years.get(year) ?? daysOf(calendar, year, country)
    years.set(year, days)
    return days.has(day)
  }
}

function daysOf(calendar: Holidays, year: number, country: string): ReadonlySet<string> {
  const days = new Set<string>()
  for (const { date, start, end, type } of calendar.getHolidays(year) ?? []) {
    if (type !== 'public') continue
    const first = Temporal.PlainDate.from(date.slice(0, 10))
    // A day of a change of the clocks has 23 or 25 hours; half a day off is a working day.
    const count = Math.floor((end.getTime() - start.getTime()) / dayMs + 0.1)
    for (let i = 0; i < count; i++) days.add(first.add({ days: i }).toString())
  }
  if (country === 'US') days.add(veteransDay(year))
  return days
}

const dayMs = 24 * 3_600_000

/** 5 U.S.C. 6103(b): on a Saturday it is kept on the Friday, on a Sunday on the Monday. The list above leaves that out. */
function veteransDay(year: number): string {
  const day = new Temporal.PlainDate(year, 11, 11)
  const shift = day.dayOfWeek === 6 ? -1 : day.dayOfWeek === 7 ? 1 : 0
  return day.add({ days: shift }).toString()
}

/** The IANA zone of a country's capital; UTC where none is known. */
export function zoneOf(country: string): string {
  return zones[country] ?? new Holidays(country).getTimezones()?.[0] ?? 'UTC'
}

/** Of the states whose law or authorities the product names, and of those with more than one zone. */
const zones: Readonly<Record<string, string>> = {
  AT: 'Europe/Vienna',
  AU: 'Australia/Sydney',
  BE: 'Europe/Brussels',
  BG: 'Europe/Sofia',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CH: 'Europe/Zurich',
  CY: 'Asia/Nicosia',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  EE: 'Europe/Tallinn',
  ES: 'Europe/Madrid',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  GR: 'Europe/Athens',
  HR: 'Europe/Zagreb',
  HU: 'Europe/Budapest',
  IE: 'Europe/Dublin',
  IS: 'Atlantic/Reykjavik',
  IT: 'Europe/Rome',
  LI: 'Europe/Vaduz',
  LT: 'Europe/Vilnius',
  LU: 'Europe/Luxembourg',
  LV: 'Europe/Riga',
  MT: 'Europe/Malta',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  NZ: 'Pacific/Auckland',
  PL: 'Europe/Warsaw',
  PT: 'Europe/Lisbon',
  RO: 'Europe/Bucharest',
  SE: 'Europe/Stockholm',
  SI: 'Europe/Ljubljana',
  SK: 'Europe/Bratislava',
  UA: 'Europe/Kyiv',
  US: 'America/New_York',
}
