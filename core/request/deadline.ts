/**
 * How a legal period is counted. Calendars are Temporal, so this stays on the server; holidays are passed in, since which
 * days they are is a fact of the world (knowledge/holidays.ts).
 */

export type Period =
  /** Plain elapsed hours, counted in UTC: a change of the clocks adds and takes nothing. */
  | { unit: 'hours'; count: number }
  /** Calendar months by Regulation (EEC, Euratom) 1182/71, Article 3. */
  | { unit: 'months'; count: number }
  /** Working days after the day of the event, of the state that must act. `least` and `most` as 17 U.S.C. 512(g)(2)(C). */
  | { unit: 'business-days'; least: number; most: number }

/** The state that must act: its clocks, and whether a day (`2027-02-28`) is a holiday there. */
export interface Calendar {
  /** IANA, e.g. `Europe/Brussels`. */
  zone: string
  isHoliday(day: string): boolean
}

export interface Due {
  /** When the time is over, in ms since 1970. The end of a day is the next day's 00:00 in the zone. */
  at: number
  /** Of a period of business days: the start of the first day on which it may be over. */
  from?: number
  /** Of a period of months: the day that it is counted to, and the last day, which is later when the first is no working day. */
  days?: { counted: string; last: string }
}

const hourMs = 3_600_000
/** No state has so many days off in a row. */
const longestPause = 60

/**
 * When a period ends that an event at `receivedAt` (ms since 1970) has begun.
 *
 * @throws RangeError for a count, an instant or a zone that there is not, and for a calendar without working days
 */
export function dueOf(period: Period, receivedAt: number, calendar: Calendar): Due {
  const received = Temporal.Instant.fromEpochMilliseconds(receivedAt)
  switch (period.unit) {
    case 'hours':
      return { at: msOf(received.add({ milliseconds: countOf(period.count) * hourMs })) }
    case 'months':
      return months(countOf(period.count), received, calendar)
    case 'business-days':
      return businessDays(period, received, calendar)
  }
}

/**
 * Article 3(1): the day of the event is not counted. Article 3(2)(c): the end is the last hour of the same date, or of
 * the month's last day where it has no such date. Article 3(4): where that is a Saturday, a Sunday or a holiday, the last
 * hour of the next working day. Holidays in between count (Article 3(3)).
 */
function months(count: number, received: Temporal.Instant, calendar: Calendar): Due {
  const event = received.toZonedDateTimeISO(calendar.zone).toPlainDate()
  const counted = event.add({ months: count }, { overflow: 'constrain' })
  const last = workingDayFrom(counted, calendar)
  return { at: endOf(last, calendar), days: { counted: counted.toString(), last: last.toString() } }
}

/** The day of the event is not counted, whichever it is; then every working day is one. */
function businessDays(
  { least, most }: Extract<Period, { unit: 'business-days' }>,
  received: Temporal.Instant,
  calendar: Calendar,
): Due {
  if (countOf(most) < countOf(least)) throw new RangeError(`A period of ${least} to ${most} days ends before it may.`)
  let day = received.toZonedDateTimeISO(calendar.zone).toPlainDate()
  let from = 0
  for (let passed = 1; passed <= most; passed++) {
    day = workingDayFrom(day.add({ days: 1 }), calendar)
    if (passed === least) from = startOf(day, calendar)
  }
  return { at: endOf(day, calendar), from }
}

/** That day, or the next working day. */
function workingDayFrom(day: Temporal.PlainDate, { isHoliday }: Calendar): Temporal.PlainDate {
  let next = day
  for (let passed = 0; passed <= longestPause; passed++) {
    if (next.dayOfWeek < 6 && !isHoliday(next.toString())) return next
    next = next.add({ days: 1 })
  }
  throw new RangeError(`No working day follows ${day}: the calendar of holidays is wrong.`)
}

function startOf(day: Temporal.PlainDate, { zone }: Calendar): number {
  return day.toZonedDateTime(zone).epochMilliseconds
}

function endOf(day: Temporal.PlainDate, calendar: Calendar): number {
  return startOf(day.add({ days: 1 }), calendar)
}

function msOf({ epochMilliseconds }: Temporal.Instant): number {
  return epochMilliseconds
}

function countOf(count: number): number {
  if (!Number.isSafeInteger(count) || count < 1 || count > 10_000)
    throw new RangeError(`A period has a whole number of hours, months or days, and at least one; this has ${count}.`)
  return count
}
