import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueAt, type Progress, prepared, progressOf, type RequestEvent, step } from '#core/request/index.ts'

const hour = 3_600_000
const at = fc.integer({ min: 0, max: 4_000_000_000_000 })
const event: fc.Arbitrary<RequestEvent> = fc.oneof(
  fc.record({ type: fc.constant('sent' as const), at, deadlineMs: fc.option(fc.constantFrom(hour, 48 * hour)) }),
  fc.constantFrom<RequestEvent>(
    { type: 'not-sent' },
    { type: 'acknowledged' },
    { type: 'removed' },
    { type: 'refused' },
  ),
  fc.record({ type: fc.constant('time' as const), now: at }),
)
const run = (events: RequestEvent[], from = prepared) => events.reduce(step, from)

describe("a request's life", () => {
  it('no sequence of events leaves the machine', () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const { state, sentAt, dueAt } = run(events)

        expect(progressOf({ state, sentAt, dueAt })).toEqual({ state, sentAt, dueAt })

        expect(['prepared', 'sent', 'acknowledged', 'removed', 'refused', 'overdue']).toContain(state)
        if (state === 'prepared') expect([sentAt, dueAt]).toEqual([null, null])
        else if (state !== 'removed') expect(sentAt).not.toBeNull()
        if (state === 'overdue') expect(dueAt).not.toBeNull()
        if (sentAt === null) expect(dueAt).toBeNull()
      }),
    )
  })

  it('the same event twice in a row is the event once', () => {
    fc.assert(
      fc.property(fc.array(event), event, (events, last) => {
        const once = run([...events, last])

        expect(step(once, last)).toEqual(once)
      }),
    )
  })

  it('what was sent twice keeps the first instant, whatever happens between', () => {
    fc.assert(
      fc.property(at, fc.array(event.filter(({ type }) => type !== 'not-sent')), (first, events) => {
        expect(run(events, step(prepared, { type: 'sent', at: first, deadlineMs: 48 * hour }))).toMatchObject({
          sentAt: first,
          dueAt: first + 48 * hour,
        })
      }),
    )
  })

  it('is late from the very millisecond that its time is over, and not before', () => {
    const sent = run([{ type: 'sent', at: 1000, deadlineMs: hour }])

    expect(step(sent, { type: 'time', now: 1000 + hour - 1 }).state).toBe('sent')
    expect(step(sent, { type: 'time', now: 1000 + hour }).state).toBe('overdue')
    expect(run([{ type: 'acknowledged' }, { type: 'time', now: 1000 + hour }], sent).state).toBe('overdue')
  })

  it('is never late where the law names no time', () => {
    const sent = run([{ type: 'sent', at: 0, deadlineMs: null }])

    expect(step(sent, { type: 'time', now: Number.MAX_SAFE_INTEGER })).toBe(sent)
  })

  it('can be taken back when she pressed "sent" by mistake, until they have answered', () => {
    const sent = run([{ type: 'sent', at: 5, deadlineMs: hour }])

    expect(step(sent, { type: 'not-sent' })).toEqual(prepared)
    expect(run([{ type: 'acknowledged' }, { type: 'not-sent' }], sent).state).toBe('acknowledged')
  })

  it('can be gone before it was sent, and after it was refused', () => {
    const gone: Progress = { state: 'removed', sentAt: null, dueAt: null }

    expect(run([{ type: 'removed' }])).toEqual(gone)
    expect(run([{ type: 'sent', at: 5, deadlineMs: null }, { type: 'refused' }, { type: 'removed' }]).state).toBe(
      'removed',
    )
  })

  it('counts elapsed hours, so that a change of the clocks adds and takes nothing', () => {
    const saturdayEvening = Date.UTC(2027, 2, 27, 22) // Brussels changes its clocks the night after
    const due = dueAt(48 * hour, saturdayEvening) ?? 0

    expect(new Date(due).toISOString()).toBe('2027-03-29T22:00:00.000Z')
    expect(dueAt(null, saturdayEvening)).toBeNull()
  })
})
