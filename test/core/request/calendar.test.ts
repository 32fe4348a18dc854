import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type CalendarEntry, calendarOf } from '#core/request/calendar.ts'

const at = Date.UTC(2027, 2, 1, 23)
const madeAt = Date.UTC(2027, 0, 31, 13, 20)
const entry: CalendarEntry = { id: '01JREQUEST', at }

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent').map((each) => {
    const { uid, summary, location, description, startDate, endDate } = new ICAL.Event(each)
    const [alarm] = each.getAllSubcomponents('valarm')
    return {
      uid,
      summary,
      location,
      description,
      start: startDate.toJSDate().getTime(),
      end: endDate.toJSDate().getTime(),
      trigger: alarm ? `${alarm.getFirstPropertyValue('trigger')}` : null,
      alarm: alarm ? alarm.getFirstPropertyValue('description') : null,
    }
  })
  return { name: calendar.getFirstPropertyValue('x-wr-calname'), events }
}

describe('a calendar file', () => {
  test('is read back: an entry that ends when the time is over, called by the cover name', () => {
    const { name, events } = read(calendarOf([entry], { coverName: 'Garden notes', madeAt }))

    expect(name).toBe('Garden notes')
    expect(events).toEqual([
      {
        uid: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
        summary: 'Garden notes',
        location: null,
        description: null,
        start: at - 900_000,
        end: at,
        trigger: null,
        alarm: null,
      },
    ])
  })

  test('speaks up where it is told to, in the same name', () => {
    const { events } = read(calendarOf([{ ...entry, alarmMinutes: 90 }], { coverName: 'Garden', madeAt }))

    expect(events).toMatchObject([{ trigger: '-PT90M', alarm: 'Garden' }])
  })

  test('says nothing of what it is for: not even our own number', () => {
    const text = calendarOf([entry, { id: '01JOTHER', at, alarmMinutes: 5 }], { coverName: 'Garden', madeAt })

    expect(text).not.toMatch(/vigie|request|remov|legal|law|deadline|image|case|01J|LOCATION|URL|ORGANIZER/i)
  })

  test('keeps an entry’s number from file to file, so that it is replaced and not doubled', () => {
    const uidOf = (options: { coverName: string; madeAt: number }, of = entry) =>
      read(calendarOf([of], options)).events[0]?.uid

    expect(uidOf({ coverName: 'A', madeAt })).toBe(
      uidOf({ coverName: 'B', madeAt: madeAt + 1 }, { ...entry, at: at + 5000 }),
    )
    expect(uidOf({ coverName: 'A', madeAt })).not.toBe(uidOf({ coverName: 'A', madeAt }, { ...entry, id: '01JOTHER' }))
  })

  test('is empty where nothing runs', () => {
    expect(read(calendarOf([], { coverName: 'Garden', madeAt })).events).toEqual([])
  })

  test('in lines of 75 octets that end with CRLF, whatever the name, which is read back', () => {
    const name = fc.string({
      unit: fc.constantFrom(
        'a',
        'é',
        '漢',
        '😀',
        '\r',
        '\n',
        '\t',
        ';',
        ',',
        '\\',
        ':',
        '"',
        ' ',
        '\u202e',
        '\u0000',
        '\ud800',
      ),
      maxLength: 200,
    })
    fc.assert(
      fc.property(name, fc.integer({ min: 0, max: 4_000_000_000_000 }), (coverName, due) => {
        const text = calendarOf([{ id: 'x', at: due, alarmMinutes: 60 }], { coverName, madeAt })

        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]/)
        }
        expect(text).toMatch(/\r\nEND:VCALENDAR\r\n$/)
        expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(1)
        const plain = coverName
          .toWellFormed()
          .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
          .trim()
        expect(read(text).events[0]?.summary ?? '').toBe(plain)
      }),
    )
  })

  test('folds at 75 octets and not later, also between letters of two', () => {
    const text = calendarOf([entry], { coverName: 'aé'.repeat(100), madeAt })
    const lengths = text.split('\r\n').map((line) => Buffer.byteLength(line))

    expect(Math.max(...lengths)).toBe(75)
  })

  test.each([Number.NaN, 8.64e15, -8.64e15])('an instant that the format cannot say is out of range: %d', (instant) => {
    expect(() => calendarOf([{ id: 'x', at: instant }], { coverName: 'A', madeAt })).toThrow(RangeError)
    expect(() => calendarOf([{ id: 'x', at, alarmMinutes: 0.5 }], { coverName: 'A', madeAt })).toThrow(RangeError)
  })
})
