/**
 * A removal request's life. One pure step, so that no order of events, however late or doubled, leaves the machine:
 * what does not apply changes nothing.
 *
 * ```
 * prepared ─► sent ─► acknowledged ─┬─► removed
 *              │            │       └─► refused ─► removed
 *              └─► overdue ◄┘  overdue ─► removed, refused
 * sent, overdue ─► prepared, when she had not sent it after all
 * ```
 */

export type Progress =
  | { state: 'prepared'; sentAt: null; dueAt: null }
  /** `dueAt` is null where the law names no number of hours. */
  | { state: 'sent' | 'acknowledged' | 'refused'; sentAt: number; dueAt: number | null }
  /** Late, whether or not they have answered that they received it. */
  | { state: 'overdue'; sentAt: number; dueAt: number }
  /** Gone; `sentAt` is null when it went before she had sent anything. */
  | { state: 'removed'; sentAt: number | null; dueAt: number | null }

export type RequestEvent =
  /** She says that she has sent it, or the mail server took it, at `at` (ms since 1970). */
  | { type: 'sent'; at: number; deadlineMs: number | null }
  /** She has not sent it after all: a slip of the finger. */
  | { type: 'not-sent' }
  | { type: 'acknowledged' }
  | { type: 'removed' }
  | { type: 'refused' }
  /** Time has passed; it is `now`. */
  | { type: 'time'; now: number }

export const prepared: Progress = { state: 'prepared', sentAt: null, dueAt: null }

/** A stored row's state. Throws for one that the machine cannot have reached, which is a bug or a damaged row. */
export function progressOf(row: { state: Progress['state']; sentAt: number | null; dueAt: number | null }): Progress {
  const { state, sentAt, dueAt } = row
  if (state === 'removed') return { state, sentAt, dueAt }
  if (state === 'prepared') return prepared
  if (sentAt !== null && state !== 'overdue') return { state, sentAt, dueAt }
  if (sentAt !== null && state === 'overdue' && dueAt !== null) return { state, sentAt, dueAt }
  throw new Error(`A stored request is ${state} without an instant of sending or a time limit.`)
}

/**
 * When the recipient's time ends, in milliseconds since 1970: plain elapsed time from `sentAt`, counted in UTC, so that
 * a change of the clocks adds and takes nothing. Null where the law names no number.
 */
export function dueAt(deadlineMs: number | null, sentAt: number): number | null {
  return deadlineMs === null ? null : sentAt + deadlineMs
}

/** The next state. An event that does not apply (sent twice, refused before it was sent) gives back the same object. */
export function step(from: Progress, event: RequestEvent): Progress {
  switch (event.type) {
    case 'sent':
      if (from.state !== 'prepared') return from // the first instant counts
      return { state: 'sent', sentAt: event.at, dueAt: dueAt(event.deadlineMs, event.at) }
    case 'not-sent':
      return from.state === 'sent' || from.state === 'overdue' ? prepared : from
    case 'acknowledged':
      // A late receipt does not make them less late.
      return from.state === 'sent' ? { ...from, state: 'acknowledged' } : from
    case 'refused':
      if (from.state === 'prepared' || from.state === 'removed' || from.state === 'refused') return from
      return { state: 'refused', sentAt: from.sentAt, dueAt: from.dueAt }
    case 'removed':
      return from.state === 'removed' ? from : { state: 'removed', sentAt: from.sentAt, dueAt: from.dueAt }
    case 'time':
      if (from.state !== 'sent' && from.state !== 'acknowledged') return from
      if (from.dueAt === null || event.now < from.dueAt) return from
      return { state: 'overdue', sentAt: from.sentAt, dueAt: from.dueAt }
  }
}
