/**
 * Instants in words: "Thursday 26 November, 14:00 (Brussels)", "Donnerstag, 26. November, 14:00 Uhr (Brüssel)". Each
 * country's clock where it has one, else UTC.
 */
import type { Lang, Messages } from './messages/index.ts'

type City = keyof Messages['cities']

/** Countries on one clock, by ISO 3166-1; the zone's name is IANA's. */
const clocks: Record<string, [zone: string, city: City]> = {
  AT: ['Europe/Vienna', 'vienna'],
  BE: ['Europe/Brussels', 'brussels'],
  CH: ['Europe/Zurich', 'zurich'],
  DE: ['Europe/Berlin', 'berlin'],
  ES: ['Europe/Madrid', 'madrid'],
  FR: ['Europe/Paris', 'paris'],
  GB: ['Europe/London', 'london'],
  IE: ['Europe/Dublin', 'dublin'],
  IT: ['Europe/Rome', 'rome'],
  LU: ['Europe/Luxembourg', 'luxembourg'],
  NL: ['Europe/Amsterdam', 'amsterdam'],
  NZ: ['Pacific/Auckland', 'auckland'],
  PL: ['Europe/Warsaw', 'warsaw'],
  PT: ['Europe/Lisbon', 'lisbon'],
}

const locales: Record<Lang, string> = { en: 'en-GB', fr: 'fr-FR', nl: 'nl-BE', de: 'de-DE' }

export interface Clock {
  lang: Lang
  t: Messages
  country: string | null
  /** Milliseconds since 1970. */
  now: number
}

/** The day and the time, with the place whose clock it is. */
export function moment(instant: string, clock: Clock): string {
  const [, city] = zoneOf(clock)
  return `${parts(instant, clock, { weekday: 'long', day: 'numeric', month: 'long' })}, ${time(instant, clock)} (${clock.t.cities[city]})`
}

/** As short as it stays true: "just now", "5 minutes ago", "14:02" today, else the whole moment. */
export function lately(instant: string, clock: Clock): string {
  const minutes = Math.floor((clock.now - Date.parse(instant)) / 60_000)
  if (minutes < 1) return clock.t.home.ago.now
  if (minutes < 60) return clock.t.home.ago.minutes(minutes)
  return sinceWhen(instant, clock)
}

/** For "not heard from since …": a time today, else the whole moment. */
export function sinceWhen(instant: string, clock: Clock): string {
  const day = (at: string) => parts(at, clock, { day: 'numeric', month: 'numeric', year: 'numeric' })
  return day(instant) === day(new Date(clock.now).toISOString()) ? time(instant, clock) : moment(instant, clock)
}

/** A day of the calendar, `2026-11-24`, in words. */
export function dayOf(day: string, lang: Lang): string {
  const date = new Intl.DateTimeFormat(locales[lang], { dateStyle: 'long', timeZone: 'UTC' })
  return withFirst(date.format(new Date(day)), lang)
}

function time(instant: string, clock: Clock): string {
  const digits = parts(instant, clock, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return clock.lang === 'de' ? `${digits} Uhr` : digits
}

function parts(instant: string, clock: Clock, options: Intl.DateTimeFormatOptions): string {
  const [timeZone] = zoneOf(clock)
  const format = new Intl.DateTimeFormat(locales[clock.lang], { ...options, timeZone })
  // German needs its marks: without them "26." is not the twenty-sixth.
  if (options.hour || clock.lang === 'de') return format.format(new Date(instant))
  const wanted = format.formatToParts(new Date(instant)).filter(({ type }) => type !== 'literal')
  return withFirst(wanted.map(({ value }) => value).join(' '), clock.lang)
}

/** The first of a month is `1er` in French, which Intl leaves out. */
function withFirst(date: string, lang: Lang): string {
  return lang === 'fr' ? date.replace(/\b1(?= \p{Ll})/u, '1er') : date
}

function zoneOf({ country }: Clock): [zone: string, city: City] {
  return clocks[country ?? ''] ?? ['UTC', 'utc']
}
