/**
 * A calendar file (RFC 5545) for her own telephone, which others may look at: each entry is called by the cover name and
 * says nothing else. No place, no text, and no number of ours, since calendars are synchronised with strangers' servers.
 */
import { hex, sha256 } from '../fingerprint/index.ts'

export interface CalendarEntry {
  /** Ours, of what it is for: the same one replaces the entry. It does not go into the file; a digest of it does. */
  id: string
  /** When the time is over, in ms since 1970. The entry ends there, so that the end of a day stands on that day. */
  at: number
  /** How long before it the telephone speaks up; without it, it does not. */
  alarmMinutes?: number
}

export interface CalendarOptions {
  /** The name under which the product appears on her telephone. */
  coverName: string
  /** When the file is made, in ms since 1970. */
  madeAt: number
}

const lengthMs = 15 * 60_000

/**
 * The file, in CRLF lines of at most 75 octets.
 *
 * @throws RangeError for an instant that the format cannot say
 */
export function calendarOf(entries: readonly CalendarEntry[], { coverName, madeAt }: CalendarOptions): string {
  const name = escaped(coverName)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${name}//EN`,
    `X-WR-CALNAME:${name}`,
    ...entries.flatMap((entry) => eventOf(entry, { name, madeAt })),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventOf(
  { id, at, alarmMinutes }: CalendarEntry,
  { name, madeAt }: { name: string; madeAt: number },
): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(id)}`,
    `DTSTAMP:${stamp(madeAt)}`,
    `DTSTART:${stamp(at - lengthMs)}`,
    `DTEND:${stamp(at)}`,
    `SUMMARY:${name}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    ...(alarmMinutes === undefined
      ? []
      : [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `TRIGGER:-PT${wholeMinutes(alarmMinutes)}M`,
          `DESCRIPTION:${name}`,
          'END:VALARM',
        ]),
    'END:VEVENT',
  ]
}

/** RFC 7986 §5.3: a UUID, and no name of a host. Version 8 is of one's own making (RFC 9562 §5.8). */
function uidOf(id: string): string {
  const digest = hex(sha256(new TextEncoder().encode(`calendar ${id}`)))
  const variant = '89ab'[Number.parseInt(digest[16] ?? '0', 16) % 4]
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-')
}

/** §3.3.5, form 2: UTC, to the second. */
function stamp(at: number): string {
  const text = new Date(at).toISOString()
  if (!/^\d{4}-/.test(text)) throw new RangeError(`A calendar file knows the years 0 to 9999; this is ${text}.`)
  return text.replace(/[-:]|\.\d{3}/g, '')
}

function wholeMinutes(minutes: number): number {
  if (!Number.isSafeInteger(minutes) || minutes < 0)
    throw new RangeError(`An alarm is whole minutes before; this is ${minutes}.`)
  return minutes
}

/** §3.3.11. A line break is no part of a name, and characters that are not seen are none either. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .replace(/[\\;,]/g, '\\$&')
}

/** §3.1: at most 75 octets a line; what follows begins with a space. No character is cut. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > 75) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}
