/**
 * When a law's time ends, and why. The periods are the grounds' own data, how they are counted is core/request/deadline,
 * and the sentences are the catalogues': here the three come together.
 *
 * An instant that is computed is stored, and stays: `compareDue` says what a changed rule would make of it.
 */
import type { Lang } from '#core/case/types.ts'
import { InvalidInput } from '#core/errors.ts'
import { type Due, dueOf, type Period } from '#core/request/deadline.ts'
import type { Ground, GroundId, Step, StepId } from './grounds/ground.ts'
import { isHolidayIn, zoneOf } from './holidays.ts'
import { fill } from './letters/text.ts'
import { deadlines as de } from './words/de/deadlines.ts'
import { deadlines as en } from './words/en/deadlines.ts'
import { deadlines as fr } from './words/fr/deadlines.ts'
import { deadlines as nl } from './words/nl/deadlines.ts'

/** Times besides the one to answer in: they take longer; it goes to a complaint; the one who posted it objects. */
export const deadlineSteps = ['extension', 'complaint', 'counter-notice'] as const
export type DeadlineStep = (typeof deadlineSteps)[number]

export interface Deadline {
  ground: GroundId
  /** In ms since 1970; the end of a day is the next day's 00:00. Null: no law names a time. */
  due: number | null
  /** Where it is a span: when it begins. */
  from?: number
  /** ISO 3166-1: the state whose calendar and clocks were used; null: none was needed. */
  country: string | null
  /** IANA: the zone in which the days were counted, and in which it is shown. */
  zone: string
  /** Which rule was used, for whoever stores `due`: one that changed has another. */
  basis: string
  /** Why then, in a few sentences. */
  rule: string
}

export interface Counted {
  /** When the event was that the time runs from, in ms since 1970: receipt, service of an order, their decision. */
  receivedAt: number
  /** ISO 3166-1: the state that must act. Without it the ground's own; without that Belgium, and UTC for hours. */
  country?: string
  lang?: Lang
}

/**
 * When they must have answered; with a step, when that step's time ends: the longer time that they may take, the time
 * for a complaint (or for the authority that is complained to), the days after a counter-notice.
 *
 * @throws InvalidInput when this law has no such step, and for an instant beyond the calendar
 */
export function deadlineFor(ground: Ground, asked: Counted & { step?: DeadlineStep }): Deadline {
  const { step, ...counted } = asked
  if (step === undefined) {
    const { deadline } = ground
    if (!deadline) return noTime(ground, counted)
    const kind = deadline.from === 'served' ? 'served' : kindOf(deadline.period)
    return count({ ground, what: 'answer', kind, period: deadline.period }, counted)
  }
  const time = timeOf(ground, step)
  if (time) return count({ ground, what: step, ...time }, counted)
  const has = deadlineSteps.filter((each) => timeOf(ground, each) !== null)
  throw new InvalidInput(
    `${ground.id} has no step "${step}". ${has.length > 0 ? `It has: ${has.join(', ')}.` : 'It has no step with a time.'}`,
  )
}

/** How long whoever a step was taken to has from receipt. `due` is null where the law names no time. */
export function stepDeadline(ground: Ground, step: StepId, counted: Counted): Deadline {
  const { answerIn } = stepOf(ground, step)
  if (!answerIn) return noTime(ground, counted, { what: `${step}.answer` })
  const kind = step === 'authority' ? 'court' : answerIn.unit === 'hours' ? 'hours' : 'answer'
  return count({ ground, what: kind === 'court' ? 'complaint' : `${step}.answer`, kind, period: answerIn }, counted)
}

/** Until when a step stays open after their decision, `receivedAt`. `due` is null where no end is named. */
export function stepOpenUntil(ground: Ground, step: StepId, counted: Counted): Deadline {
  const { openFor } = stepOf(ground, step)
  if (!openFor) return noTime(ground, counted, { what: `${step}.open` })
  return count({ ground, what: step === 'complaint' ? step : `${step}.open`, kind: 'open', period: openFor }, counted)
}

/** `by Thursday 26 November 2026, 14:00 (Brussels)`; the end of a day is named as that day's. Null where there is none. */
export function sayDue(of: Pick<Deadline, 'due' | 'from' | 'zone'>, lang: Lang): string | null {
  if (of.due === null) return null
  const words = catalogues[lang]
  const city = cityOf(of.zone, lang)
  const at = Temporal.Instant.fromEpochMilliseconds(of.due).toZonedDateTimeISO(of.zone)
  const isMidnight = at.equals(at.startOfDay())
  const last = sayDay(isMidnight ? at.toPlainDate().subtract({ days: 1 }) : at.toPlainDate(), lang, 'weekday')
  if (of.from !== undefined) {
    const first = Temporal.Instant.fromEpochMilliseconds(of.from).toZonedDateTimeISO(of.zone).toPlainDate()
    return fill(words.between, { first: sayDay(first, lang, 'weekday'), day: last, city })
  }
  if (isMidnight) return fill(words.endOfDay, { day: last, city })
  return fill(words.instant, { day: last, time: at.toPlainTime().toString({ smallestUnit: 'minute' }), city })
}

/** What is stored with a running date. */
export type StoredDue = Pick<Deadline, 'due' | 'basis'>

/**
 * A running date keeps, whatever became of the rule; that it would be another today is told, for the case's record.
 * `rule`: another period, law or state counts now. `calendar`: the same rule falls on another day, as when a state has
 * made a new holiday.
 */
export function compareDue(
  stored: StoredDue,
  recomputed: StoredDue,
): { keeps: number | null; changed: Changed | null } {
  const keeps = stored.due
  if (stored.due === recomputed.due) return { keeps, changed: null }
  const because = stored.basis === recomputed.basis ? 'calendar' : 'rule'
  return { keeps, changed: { would: recomputed.due, because } }
}

export interface Changed {
  /** What would be due by today's rule. */
  would: number | null
  because: 'rule' | 'calendar'
}

// ---- the times of a ground

type Kind = 'hours' | 'served' | 'months' | 'extension' | 'open' | 'court' | 'answer' | 'counterNotice'

interface Time {
  kind: Kind
  period: Period
}

function timeOf(ground: Ground, step: DeadlineStep): Time | null {
  switch (step) {
    case 'extension':
      return ground.extension ? { kind: 'extension', period: ground.extension } : null
    case 'counter-notice':
      return ground.counterNotice ? { kind: 'counterNotice', period: ground.counterNotice } : null
    case 'complaint': {
      // To themselves it stays open for a time; an authority has a time to deal with it.
      const own = ground.steps.find(({ id, openFor }) => id === 'complaint' && openFor)?.openFor
      if (own) return { kind: 'open', period: own }
      const theirs = ground.steps.find(({ id, answerIn }) => id === 'authority' && answerIn)?.answerIn
      return theirs ? { kind: 'court', period: theirs } : null
    }
  }
}

function stepOf(ground: Ground, id: StepId): Step {
  const step = ground.steps.find((each) => each.id === id)
  if (!step)
    throw new InvalidInput(
      `${ground.id} has no step "${id}". It has: ${ground.steps.map((each) => each.id).join(', ')}.`,
    )
  return step
}

function kindOf({ unit }: Period): Kind {
  return unit === 'hours' ? 'hours' : unit === 'months' ? 'months' : 'counterNotice'
}

// ---- counting, and saying why

const catalogues = { en, fr, nl, de }
const locales: Record<Lang, string> = { en: 'en-GB', fr: 'fr-BE', nl: 'nl-BE', de: 'de-DE' }

function count({ ground, what, kind, period }: Time & { ground: Ground; what: string }, counted: Counted): Deadline {
  const country = placeOf(ground, counted) ?? (period.unit === 'hours' ? null : 'BE')
  const zone = country ? zoneOf(country) : 'UTC'
  const lang = counted.lang ?? 'en'
  const due = inRange(() =>
    dueOf(period, counted.receivedAt, { zone, isHoliday: country ? isHolidayIn(country) : () => false }),
  )
  const sizes = period.unit === 'business-days' ? [period.least, period.most] : [period.count]
  return {
    ground: ground.id,
    due: due.at,
    ...(due.from !== undefined && { from: due.from }),
    country,
    zone,
    basis: [ground.id, what, `${sizes.join('-')} ${period.unit}`, country ?? 'UTC'].join('/'),
    rule: [
      fill(catalogues[lang][kind], { ...sizesOf(period, lang), law: lawOf(ground.id, what, lang) }),
      ...movedTo({ due, country, zone, lang }, counted.receivedAt),
      ...(what === 'answer' ? noteOf(ground.id, lang) : []),
    ].join(' '),
  }
}

function noTime(ground: Ground, counted: Counted, { what = 'answer' } = {}): Deadline {
  const country = placeOf(ground, counted)
  const lang = counted.lang ?? 'en'
  const words = catalogues[lang]
  const { remindAfterDays } = ground
  const ours =
    what === 'answer' && remindAfterDays !== null
      ? [fill(words.ours, { days: sizeOf(remindAfterDays, 'day', lang) })]
      : []
  return {
    ground: ground.id,
    due: null,
    country,
    zone: country ? zoneOf(country) : 'UTC',
    basis: [ground.id, what, 'none'].join('/'),
    rule: [what === 'answer' ? withoutTime(ground.id, lang) : words.none, ...ours].join(' '),
  }
}

function placeOf(ground: Ground, { country }: Counted): string | null {
  return country ?? ground.homeState
}

function inRange(counting: () => Due): Due {
  try {
    return counting()
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new InvalidInput('That instant is beyond what a calendar can count. Give the one at which it was received.', {
      cause,
    })
  }
}

/** Why the last day is not the one that the period leads to. */
function movedTo(
  { due, country, zone, lang }: { due: Due; country: string | null; zone: string; lang: Lang },
  receivedAt: number,
): string[] {
  if (!due.days) return []
  const words = catalogues[lang]
  const [counted, last] = [due.days.counted, due.days.last].map((day) => Temporal.PlainDate.from(day))
  if (!counted || !last) return []
  const { day } = Temporal.Instant.fromEpochMilliseconds(receivedAt).toZonedDateTimeISO(zone)
  const sentences =
    day === counted.day ? [] : [fill(words.noSuchDay, { day: `${day}`, month: sayMonth(counted, lang) })]
  if (!counted.equals(last)) {
    const isWeekend = counted.dayOfWeek >= 6
    sentences.push(
      fill(isWeekend ? words.weekend : words.holiday, {
        counted: sayDay(counted, lang),
        last: sayDay(last, lang),
        weekday: new Intl.DateTimeFormat(locales[lang], { weekday: 'long', timeZone: 'UTC' }).format(noonOf(counted)),
        country: country ? (new Intl.DisplayNames(lang, { type: 'region' }).of(country) ?? country) : '',
      }),
    )
  }
  return sentences
}

function sizesOf(period: Period, lang: Lang): Record<string, string> {
  if (period.unit === 'business-days') return { least: `${period.least}`, most: `${period.most}` }
  return { period: sizeOf(period.count, period.unit === 'hours' ? 'hour' : 'month', lang) }
}

/** `48 hours`, `1 month`, with the plural of the language. */
function sizeOf(count: number, unit: 'hour' | 'day' | 'month', lang: Lang): string {
  return new Intl.NumberFormat(locales[lang], { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}

/** The law by ground and what is asked; without a line of its own, by its ground, and else in capitals. */
function lawOf(ground: GroundId, what: string, lang: Lang): string {
  const laws: Readonly<Record<string, string>> = catalogues[lang].laws
  return laws[`${ground}.${what}`] ?? laws[ground] ?? ground.toUpperCase()
}

function withoutTime(ground: GroundId, lang: Lang): string {
  const own: Readonly<Record<string, string>> = catalogues[lang].withoutTime
  return own[ground] ?? catalogues[lang].none
}

function noteOf(ground: GroundId, lang: Lang): string[] {
  const notes: Readonly<Record<string, string>> = catalogues[lang].notes
  return notes[ground] === undefined ? [] : [notes[ground]]
}

function sayDay(day: Temporal.PlainDate, lang: Lang, withWeekday?: 'weekday'): string {
  const text = new Intl.DateTimeFormat(locales[lang], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    ...(withWeekday && { weekday: 'long' }),
  }).format(noonOf(day))
  // The first of a month is "le 1er" in French, which Intl leaves out.
  return lang === 'fr' ? text.replace(/\b1(?= \p{L})/u, '1er') : text.replace(/,/g, lang === 'en' ? '' : ',')
}

/** `February 2027`, as it begins a sentence. */
function sayMonth(day: Temporal.PlainDate, lang: Lang): string {
  const text = new Intl.DateTimeFormat(locales[lang], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    noonOf(day),
  )
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function noonOf(day: Temporal.PlainDate): number {
  return day.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds
}

function cityOf(zone: string, lang: Lang): string {
  const cities: Readonly<Record<string, string>> = catalogues[lang].cities
  return cities[zone] ?? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}
