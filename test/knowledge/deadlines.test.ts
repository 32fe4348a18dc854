import { describe, expect, test } from 'vitest'
import { langs } from '#core/case/types.ts'
import { compareDue, deadlineFor, deadlineSteps, sayDue, stepDeadline, stepOpenUntil } from '#knowledge/deadlines.ts'
import type { Ground, GroundId, Step, StepId } from '#knowledge/grounds/ground.ts'
import { grounds } from '#knowledge/grounds/index.ts'

/** A ground of nothing but its times. */
function aGround(id: GroundId, times: Partial<Ground>): Ground {
  return {
    id,
    invokers: [],
    against: [],
    tells: [],
    elements: () => [],
    offered: () => null,
    deadline: null,
    remindAfterDays: null,
    homeState: null,
    steps: [],
    letter: [],
    sources: [],
    ...times,
  }
}

const aStep = (id: StepId, times: Partial<Step>): Step => ({
  id,
  after: ['refused'],
  to: 'same',
  openFor: null,
  answerIn: null,
  ...times,
})
const months = (count: number) => ({ unit: 'months', count }) as const
const hours = (count: number) => ({ unit: 'hours', count }) as const

const gdpr17 = aGround('gdpr17', {
  deadline: { period: months(1), from: 'received' },
  extension: months(3),
  steps: [aStep('authority', { answerIn: months(3) })],
})
const dsa16 = aGround('dsa16', { remindAfterDays: 7, steps: [aStep('complaint', { openFor: months(6) })] })
const tida = aGround('tida', { deadline: { period: hours(48), from: 'received' } })
const be584 = aGround('be584', { deadline: { period: hours(6), from: 'served' }, homeState: 'BE' })
const dmca = aGround('dmca', {
  homeState: 'US',
  remindAfterDays: 7,
  counterNotice: { unit: 'business-days', least: 10, most: 14 },
})

const ms = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds
const iso = (at: number | null | undefined) => (at == null ? null : new Date(at).toISOString().replace('.000Z', 'Z'))
type Asked = Omit<Parameters<typeof deadlineFor>[1], 'receivedAt'>
const dueOf = (ground: Ground, received: string, asked: Asked = {}) =>
  iso(deadlineFor(ground, { receivedAt: ms(received), ...asked }).due)

describe('worked by hand', () => {
  test.each<[string, Ground, string, Asked, string | null]>([
    ['a month, on a Thursday', gdpr17, '2026-11-10T12:00+01:00', {}, '2026-12-10T23:00:00Z'],
    ['31 January, in Belgium', gdpr17, '2027-01-31T12:00+01:00', { country: 'BE' }, '2027-03-01T23:00:00Z'],
    [
      '21 June to the Belgian national day',
      gdpr17,
      '2027-06-21T12:00+02:00',
      { country: 'BE' },
      '2027-07-22T22:00:00Z',
    ],
    ['the same in the Netherlands', gdpr17, '2027-06-21T12:00+02:00', { country: 'NL' }, '2027-07-21T22:00:00Z'],
    [
      '23 May to the national day of Luxembourg',
      gdpr17,
      '2027-05-23T12:00+02:00',
      { country: 'LU' },
      '2027-06-24T22:00:00Z',
    ],
    [
      'to Good Friday, which is a working day in Ireland',
      gdpr17,
      '2027-02-26T12:00Z',
      { country: 'IE' },
      '2027-03-27T00:00:00Z',
    ],
    [
      'to Easter Monday, in Ireland, where the clocks went forward',
      gdpr17,
      '2027-02-28T12:00Z',
      { country: 'IE' },
      '2027-03-30T23:00:00Z',
    ],
    [
      'to Good Friday in Germany: Tuesday after Easter',
      gdpr17,
      '2027-02-26T12:00+01:00',
      { country: 'DE' },
      '2027-03-30T22:00:00Z',
    ],
    ['to Ascension', gdpr17, '2027-04-06T12:00+02:00', { country: 'BE' }, '2027-05-07T22:00:00Z'],
    ['to 25 December 2026, a Friday', gdpr17, '2026-11-25T12:00+01:00', { country: 'BE' }, '2026-12-28T23:00:00Z'],
    [
      'the same in the Netherlands: 26 is a Saturday',
      gdpr17,
      '2026-11-25T12:00+01:00',
      { country: 'NL' },
      '2026-12-28T23:00:00Z',
    ],
    [
      'to 25 December 2028 in Germany: a Monday, and the 26th is one as well',
      gdpr17,
      '2028-11-25T12:00+01:00',
      { country: 'DE' },
      '2028-12-27T23:00:00Z',
    ],
    [
      'the same in Belgium, where the 26th is a working day',
      gdpr17,
      '2028-11-25T12:00+01:00',
      { country: 'BE' },
      '2028-12-26T23:00:00Z',
    ],
    ['to All Saints, a Sunday; no bridge', gdpr17, '2026-10-01T12:00+02:00', { country: 'BE' }, '2026-11-02T23:00:00Z'],
    [
      'the extension: three months from receipt',
      gdpr17,
      '2026-11-10T12:00+01:00',
      { step: 'extension' },
      '2027-02-10T23:00:00Z',
    ],
    ['the authority: three months', gdpr17, '2026-11-30T12:00+01:00', { step: 'complaint' }, '2027-03-01T23:00:00Z'],
    [
      'an internal complaint: six months from 31 August',
      dsa16,
      '2026-08-31T12:00+02:00',
      { step: 'complaint' },
      '2027-03-01T23:00:00Z',
    ],
    ['a notice: no number', dsa16, '2026-08-31T12:00+02:00', {}, null],
    ['48 hours over a change of the clocks', tida, '2027-03-27T22:00Z', { country: 'BE' }, '2027-03-29T22:00:00Z'],
    ['six hours from service', be584, '2026-11-26T17:05+01:00', {}, '2026-11-26T22:05:00Z'],
    // 20 November is a Friday; 23 is the first day, 26 Thanksgiving; the 14th is Friday 11 December.
    [
      'a counter-notice over Thanksgiving',
      dmca,
      '2026-11-20T12:00-05:00',
      { step: 'counter-notice' },
      '2026-12-12T05:00:00Z',
    ],
  ])('%s', (_, ground, received, asked, expected) => {
    expect(dueOf(ground, received, asked)).toBe(expected)
  })

  test('a counter-notice also says from which day the content may be back', () => {
    const { from } = deadlineFor(dmca, { receivedAt: ms('2026-11-20T12:00-05:00'), step: 'counter-notice' })

    expect(iso(from)).toBe('2026-12-07T05:00:00Z') // Monday: the tenth
  })
})

describe('the zone', () => {
  const at = { receivedAt: ms('2026-11-26T12:00Z') }

  test.each<[Ground, Asked, string]>([
    [gdpr17, {}, 'Europe/Brussels'],
    [gdpr17, { country: 'IE' }, 'Europe/Dublin'],
    [tida, {}, 'UTC'],
    [tida, { country: 'FR' }, 'Europe/Paris'],
    [be584, {}, 'Europe/Brussels'],
    [be584, { country: 'NL' }, 'Europe/Amsterdam'],
    [dmca, { step: 'counter-notice' }, 'America/New_York'],
    [dsa16, {}, 'UTC'],
    [dsa16, { country: 'NL' }, 'Europe/Amsterdam'],
  ])('of %o %o', (ground, asked, zone) => {
    expect(deadlineFor(ground, { ...at, ...asked }).zone).toBe(zone)
  })
})

describe('why', () => {
  const rule = (ground: Ground, received: string, asked: Asked = {}) =>
    deadlineFor(ground, { receivedAt: ms(received), ...asked }).rule

  test('names the law, the month without such a day, and the Sunday', () => {
    expect(rule(gdpr17, '2027-01-31T12:00+01:00')).toBe(
      '1 month from receipt (GDPR, Article 12(3)). Regulation 1182/71 says how it is counted. February 2027 has no day 31: its last day counts. 28 February 2027 is a Sunday, so the last day is the next working day: 1 March 2027.',
    )
    expect(rule(gdpr17, '2026-11-10T12:00+01:00')).not.toContain('working day')
  })

  test('names the holiday of the state that must act, in each language', () => {
    const said = langs.map((lang) => rule(gdpr17, '2027-06-21T12:00+02:00', { country: 'BE', lang }))

    expect(said).toEqual([
      expect.stringContaining(
        '21 July 2027 is a public holiday (Belgium), so the last day is the next working day: 22 July 2027.',
      ),
      expect.stringContaining(
        'Le 21 juillet 2027 est un jour férié (Belgique)\u00a0: le dernier jour est donc le jour ouvrable suivant, le 22 juillet 2027.',
      ),
      expect.stringContaining(
        '21 juli 2027 is een feestdag (België), dus de laatste dag is de volgende werkdag: 22 juli 2027.',
      ),
      expect.stringContaining(
        'Der 21. Juli 2027 ist ein Feiertag (Belgien). Deshalb ist der nächste Arbeitstag der letzte Tag: der 22. Juli 2027.',
      ),
    ])
  })

  test('says that nights count where hours do, and that a reminder of ours is no deadline', () => {
    expect(rule(tida, '2026-11-26T12:00Z')).toBe(
      '48 hours from receipt (TAKE IT DOWN Act, 47 U.S.C. 223a). Nights, weekends and holidays count.',
    )
    expect(rule(dsa16, '2026-11-26T12:00Z')).toBe(
      'This law says “timely” and “without undue delay”, and names no number of hours or days. After 7 days without an answer comes our reminder. It is no legal deadline.',
    )
  })
})

describe('said as a person reads it', () => {
  test.each([
    ['en', 'by Thursday 26 November 2026, 14:00 (Brussels)', 'by the end of Monday 1 March 2027 (Brussels)'],
    ['fr', 'avant le jeudi 26 novembre 2026 à 14:00 (Bruxelles)', 'avant la fin du lundi 1er mars 2027 (Bruxelles)'],
    ['nl', 'vóór donderdag 26 november 2026 om 14:00 (Brussel)', 'vóór het einde van maandag 1 maart 2027 (Brussel)'],
    ['de', 'bis Donnerstag, 26. November 2026, 14:00 Uhr (Brüssel)', 'bis Ende Montag, 1. März 2027 (Brüssel)'],
  ] as const)('in %s', (lang, instant, day) => {
    const zone = 'Europe/Brussels'

    expect(sayDue({ due: ms('2026-11-26T13:00Z'), zone }, lang)).toBe(instant)
    expect(sayDue({ due: ms('2027-03-01T23:00Z'), zone }, lang)).toBe(day)
    expect(sayDue({ due: null, zone }, lang)).toBeNull()
  })

  test('a span names both its ends', () => {
    const { due, from, zone } = deadlineFor(dmca, { receivedAt: ms('2026-11-20T12:00-05:00'), step: 'counter-notice' })

    expect(sayDue({ due, zone, ...(from !== undefined && { from }) }, 'en')).toBe(
      'from Monday 7 December 2026 to the end of Friday 11 December 2026 (New York)',
    )
  })
})

describe('a step', () => {
  test('that this law does not have is refused, with those that it has', () => {
    expect(() => dueOf(gdpr17, '2026-11-26T12:00Z', { step: 'counter-notice' })).toThrow(
      /It has: extension, complaint\./,
    )
    expect(() => dueOf(tida, '2026-11-26T12:00Z', { step: 'complaint' })).toThrow(/no step with a time/)
    expect(() => stepDeadline(gdpr17, 'ftc', { receivedAt: 0 })).toThrow(/It has: authority\./)
  })

  test('has its own time to be taken, and its own time to be answered', () => {
    const told = { receivedAt: ms('2026-08-31T12:00+02:00'), country: 'BE' }

    expect(iso(stepOpenUntil(dsa16, 'complaint', told).due)).toBe('2027-03-01T23:00:00Z')
    expect(stepDeadline(dsa16, 'complaint', told).due).toBeNull()
    expect(stepOpenUntil(gdpr17, 'authority', told).due).toBeNull()
    expect(iso(stepDeadline(gdpr17, 'authority', told).due)).toBe('2026-11-30T23:00:00Z')
  })
})

test('an instant beyond the calendar is the sender’s to mend', () => {
  expect(() => deadlineFor(gdpr17, { receivedAt: 8.64e15 })).toThrow(/beyond what a calendar can count/)
})

describe('a running date', () => {
  const receivedAt = ms('2026-11-10T12:00+01:00')
  const stored = deadlineFor(gdpr17, { receivedAt, country: 'BE' })

  test('keeps, and what a changed rule would make of it is told', () => {
    const longer = aGround('gdpr17', { deadline: { period: months(2), from: 'received' } })
    const recomputed = deadlineFor(longer, { receivedAt, country: 'BE' })

    expect(compareDue(stored, deadlineFor(gdpr17, { receivedAt, country: 'BE', lang: 'fr' }))).toEqual({
      keeps: stored.due,
      changed: null,
    })
    expect(compareDue(stored, recomputed)).toEqual({
      keeps: stored.due,
      changed: { would: recomputed.due, because: 'rule' },
    })
  })

  test('keeps when a state has made a new holiday', () => {
    const later = { ...stored, due: (stored.due ?? 0) + 24 * 3_600_000 }

    expect(compareDue(stored, later)).toEqual({ keeps: stored.due, changed: { would: later.due, because: 'calendar' } })
  })
})

describe('every ground', () => {
  const receivedAt = ms('2027-01-31T12:00+01:00')

  test.each(grounds.map((ground) => [ground.id, ground] as const))(
    '%s has a law and a sentence for each of its times',
    (id, ground) => {
      for (const lang of langs) {
        const times = [
          deadlineFor(ground, { receivedAt, lang }),
          ...deadlineSteps.flatMap((step) => {
            try {
              return [deadlineFor(ground, { receivedAt, lang, step })]
            } catch {
              return []
            }
          }),
          ...ground.steps.flatMap(({ id }) => [
            stepDeadline(ground, id, { receivedAt, lang }),
            stepOpenUntil(ground, id, { receivedAt, lang }),
          ]),
        ]
        for (const { rule, due, zone } of times) {
          expect(rule).not.toMatch(/[{}!]|undefined/)
          // A law of its own, not the ground's id in capitals.
          expect(rule).not.toContain(`(${id.toUpperCase()}`)
          if (due !== null) expect(sayDue({ due, zone }, lang)).not.toMatch(/[{}]/)
          for (const sentence of rule.split(/(?<=[\p{L})]\.)\s+(?=[\p{Lu}\d])/u))
            expect(sentence.split(/[^\p{L}\d/]+/u).filter(Boolean).length, sentence).toBeLessThanOrEqual(22)
        }
      }
    },
  )
})
