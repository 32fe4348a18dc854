import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Progress,
  prepared,
  progressOf,
  type RequestEvent,
  type RequestState,
  requestStates,
  step,
} from '#core/request/index.ts'

const hour = 3_600_000
/** Few instants, so that events meet: the same moment, before, after. */
const at = fc.integer({ min: 0, max: 12 }).map((hours) => hours * hour)
const due = fc.option(at)
const event: fc.Arbitrary<RequestEvent> = fc.oneof(
  fc.record({ type: fc.constant('sent' as const), at, due }),
  fc.record({ type: fc.constant('refused' as const), at }),
  fc.record({
    type: fc.constant('escalated' as const),
    step: fc.constantFrom('complaint', 'coordinator', 'court'),
    at,
    due,
  }),
  fc.record({ type: fc.constant('time' as const), now: at }),
  fc.constantFrom<RequestEvent>(
    { type: 'not-sent' },
    { type: 'acknowledged' },
    { type: 'removed' },
    { type: 'not-removed' },
    { type: 'back' },
  ),
)
const events = fc.array(event, { maxLength: 25 })
const run = (all: RequestEvent[], from = prepared) => all.reduce(step, from)
/** Every state on the way. */
const lifeOf = (all: RequestEvent[]) => {
  const life = [prepared]
  for (const each of all) life.push(step(life.at(-1)!, each))
  return life
}

describe("a request's life", () => {
  it('no sequence of events leaves the machine', () => {
    fc.assert(
      fc.property(events, (all) => {
        const now = run(all)

        expect(progressOf(now)).toEqual(now)
        expect(requestStates).toContain(now.state)
        if (now.state === 'prepared') expect(now).toEqual(prepared)
        if (!['prepared', 'removed', 'reopened'].includes(now.state)) expect(now.sentAt).not.toBeNull()
        if (now.state === 'overdue') expect(now.dueAt).not.toBeNull()
        if (now.sentAt === null)
          expect([now.dueAt, now.refusedAt, now.step, now.stepAt]).toEqual([null, null, null, null])
        expect(now.step === null).toBe(now.stepAt === null)
      }),
      { numRuns: 500 },
    )
  })

  it('every state can be reached, or the property above says little', () => {
    const seen = new Set<RequestState>()
    fc.assert(
      fc.property(events, (all) => {
        for (const { state } of lifeOf(all)) seen.add(state)
      }),
      { seed: 1, numRuns: 300 },
    )

    expect([...seen].sort()).toEqual([...requestStates].sort())
  })

  it('the same event twice in a row is the event once', () => {
    fc.assert(
      fc.property(events, event, (all, last) => {
        const once = run([...all, last])

        expect(step(once, last)).toBe(once)
      }),
    )
  })

  it('the instant of sending stays, and the running date moves only when a next step is taken', () => {
    fc.assert(
      fc.property(events, (all) => {
        const life = lifeOf(all)
        for (const [i, each] of all.entries()) {
          const [before, after] = [life[i]!, life[i + 1]!]
          const isTakenBack = each.type === 'not-sent' || after.state === 'prepared'
          if (before.sentAt !== null && !isTakenBack) expect(after.sentAt).toBe(before.sentAt)
          if (before.sentAt !== null && !isTakenBack && each.type !== 'escalated')
            expect(after.dueAt).toBe(before.dueAt)
        }
      }),
    )
  })

  it('what was sent twice keeps the first instant, whatever happens between', () => {
    fc.assert(
      fc.property(at, fc.array(event.filter(({ type }) => type !== 'not-sent')), (first, all) => {
        expect(run(all, step(prepared, { type: 'sent', at: first, due: first + 48 * hour })).sentAt).toBe(first)
      }),
    )
  })

  it('a round that has ended stays ended', () => {
    fc.assert(
      fc.property(events, events, (all, later) => {
        const ended = run([...all, { type: 'removed' }, { type: 'back' }])

        expect(ended.state).toBe('reopened')
        expect(run(later, ended)).toBe(ended)
      }),
    )
  })

  it('what was taken for gone and was not, stands where it stood', () => {
    const sent: RequestEvent[] = [{ type: 'sent', at: 0, due: hour }]
    const lives: [RequestEvent[], RequestState][] = [
      [[], 'prepared'],
      [sent, 'sent'],
      [[...sent, { type: 'refused', at: hour }], 'refused'],
      [[...sent, { type: 'refused', at: 1 }, { type: 'escalated', step: 'complaint', at: 2, due: null }], 'escalated'],
      [[...sent, { type: 'escalated', step: 'complaint', at: 2, due: null }, { type: 'refused', at: 3 }], 'refused'],
    ]
    for (const [all, state] of lives) {
      const before = run(all)

      expect(before.state).toBe(state)
      expect(run([{ type: 'removed' }, { type: 'not-removed' }], before)).toEqual(before)
    }
    const late = run([...sent, { type: 'time', now: hour }])
    expect(run([{ type: 'removed' }, { type: 'not-removed' }, { type: 'time', now: 2 * hour }], late)).toEqual(late)
  })

  it('is late from the very millisecond that its time is over, and not before', () => {
    const sent = run([{ type: 'sent', at: 1000, due: 1000 + hour }])

    expect(step(sent, { type: 'time', now: 1000 + hour - 1 }).state).toBe('sent')
    expect(step(sent, { type: 'time', now: 1000 + hour }).state).toBe('overdue')
    expect(run([{ type: 'acknowledged' }, { type: 'time', now: 1000 + hour }], sent).state).toBe('overdue')
  })

  it('is never late where the law names no time', () => {
    const sent = run([{ type: 'sent', at: 0, due: null }])

    expect(step(sent, { type: 'time', now: Number.MAX_SAFE_INTEGER })).toBe(sent)
  })

  it('can be taken back when she pressed "sent" by mistake, until they have answered or a step was taken', () => {
    const sent = run([{ type: 'sent', at: 5, due: hour }])
    const complained = step(sent, { type: 'escalated', step: 'complaint', at: 6, due: hour })

    expect(step(sent, { type: 'not-sent' })).toBe(prepared)
    expect(run([{ type: 'acknowledged' }, { type: 'not-sent' }], sent).state).toBe('acknowledged')
    expect(run([{ type: 'not-sent' }], complained)).toBe(complained)
    expect(run([{ type: 'time', now: hour }, { type: 'not-sent' }], complained).state).toBe('overdue')
  })

  it('can be gone before it was sent, and after it was refused', () => {
    const gone: Progress = { ...prepared, state: 'removed' }

    expect(run([{ type: 'removed' }])).toEqual(gone)
    expect(run([{ type: 'sent', at: 5, due: null }, { type: 'refused', at: 6 }, { type: 'removed' }]).state).toBe(
      'removed',
    )
  })

  it('after silence goes on to the complaint, then to the coordinator, each with a time of its own', () => {
    const late = run([
      { type: 'sent', at: 0, due: 48 * hour },
      { type: 'time', now: 48 * hour },
    ])
    const complained = step(late, { type: 'escalated', step: 'complaint', at: 50 * hour, due: 100 * hour })

    expect(complained).toMatchObject({ state: 'escalated', step: 'complaint', sentAt: 0, dueAt: 100 * hour })
    expect(step(complained, { type: 'time', now: 99 * hour })).toBe(complained)
    const lateAgain = step(complained, { type: 'time', now: 100 * hour })
    expect(lateAgain).toMatchObject({ state: 'overdue', step: 'complaint' })
    expect(step(lateAgain, { type: 'escalated', step: 'complaint', at: 50 * hour, due: 100 * hour })).toBe(lateAgain)
    const coordinator = step(lateAgain, { type: 'escalated', step: 'coordinator', at: 101 * hour, due: null })
    expect(coordinator).toMatchObject({ state: 'escalated', step: 'coordinator', dueAt: null })
    expect(step(coordinator, { type: 'escalated', step: 'complaint', at: 50 * hour, due: 100 * hour })).toBe(
      coordinator,
    )
  })

  it('counts nothing as refused, escalated or back that was never sent or never gone', () => {
    expect(step(prepared, { type: 'refused', at: 0 })).toBe(prepared)
    expect(step(prepared, { type: 'escalated', step: 'complaint', at: 0, due: null })).toBe(prepared)
    expect(step(prepared, { type: 'back' })).toBe(prepared)
  })

  it.each<[string, Parameters<typeof progressOf>[0]]>([
    ['sent at no time', { state: 'sent', sentAt: null, dueAt: null }],
    ['prepared and yet sent', { state: 'prepared', sentAt: 5, dueAt: null }],
    ['late without a time', { state: 'overdue', sentAt: 5, dueAt: null }],
    ['refused at no time', { state: 'refused', sentAt: 5, dueAt: null }],
    ['escalated to nobody', { state: 'escalated', sentAt: 5, dueAt: null }],
    ['escalated at no time', { state: 'escalated', sentAt: 5, dueAt: null, step: 'complaint' }],
    ['gone unsent, and yet due', { state: 'removed', sentAt: null, dueAt: 7 }],
  ])('a row that is %s is damaged, and said to be', (_, row) => {
    expect(() => progressOf(row)).toThrow(/A stored request is/)
  })
})
