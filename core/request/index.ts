/**
 * A removal request's life. One pure step, so that no order of events, however late or doubled, leaves the machine:
 * what does not apply gives back the same object.
 *
 * ```
 * prepared ─► sent ─► acknowledged ─┬─► refused ─┐
 *              │            │       │            ├─► escalated ─► overdue, refused, escalated
 *              └──► overdue ◄┘ ─────┴────────────┘   (a next step: complaint, authority, court …)
 *
 * any of them ─► removed ─► reopened                 (back again: a next round is prepared, this one ends)
 *                removed ─► where it stood           (it was not gone after all)
 * sent, overdue ─► prepared                          (she had not sent it after all)
 * ```
 */

/** In the order of a life. */
export const requestStates = [
  'prepared',
  'sent',
  'acknowledged',
  'refused',
  'overdue',
  'escalated',
  'removed',
  'reopened',
] as const
export type RequestState = (typeof requestStates)[number]

/** Instants are in ms since 1970. `step` is the last step that was taken (knowledge/grounds), and `stepAt` when. */
export type Progress =
  | In<'prepared', typeof untouched>
  /** `dueAt` is null where the law names no time. */
  | In<'sent', Waiting>
  | In<'acknowledged', Waiting>
  /** They refused the request, or the step that was taken last. */
  | In<'refused', { sentAt: number; dueAt: number | null; refusedAt: number } & Stepped>
  /** Late, whether or not they have answered that they received it; with a step, whoever was asked last is late. */
  | In<'overdue', { sentAt: number; dueAt: number; refusedAt: number | null } & Stepped>
  /** A next step is taken; `dueAt` is its own, null where the law gives them no time for it. */
  | In<'escalated', Late & { step: string; stepAt: number }>
  /** Gone, or gone and back; `sentAt` is null when it went before she had sent anything. */
  | In<'removed', typeof untouched | (Late & Stepped)>
  | In<'reopened', typeof untouched | (Late & Stepped)>

type In<State extends RequestState, Instants> = { state: State } & Instants
type Waiting = { sentAt: number; dueAt: number | null; refusedAt: null; step: null; stepAt: null }
type Late = { sentAt: number; dueAt: number | null; refusedAt: number | null }
type Stepped = { step: null; stepAt: null } | { step: string; stepAt: number }

const untouched = { sentAt: null, dueAt: null, refusedAt: null, step: null, stepAt: null } as const

export type RequestEvent =
  /** She says that she has sent it, or the mail server took it, at `at`. `due`: when their time ends, by the ground. */
  | { type: 'sent'; at: number; due: number | null }
  /** She has not sent it after all: a slip of the finger. */
  | { type: 'not-sent' }
  | { type: 'acknowledged' }
  | { type: 'refused'; at: number }
  | { type: 'removed' }
  /** It is not gone after all. */
  | { type: 'not-removed' }
  /** A next step was taken; whoever it went to has until `due`. */
  | { type: 'escalated'; step: string; at: number; due: number | null }
  /** Time has passed; it is `now`. */
  | { type: 'time'; now: number }
  /** It was gone, and has come again. */
  | { type: 'back' }

export const prepared: Progress = { state: 'prepared', ...untouched }

/** What a row holds of a request's progress. */
export interface ProgressRow {
  state: RequestState
  sentAt: number | null
  dueAt: number | null
  refusedAt?: number | null
  step?: string | null
  stepAt?: number | null
}

/** A stored row's state. Throws for one that the machine cannot have reached, which is a bug or a damaged row. */
export function progressOf(row: ProgressRow): Progress {
  const { state, sentAt, dueAt, refusedAt = null } = row
  const stepped = steppedOf(row)
  const isUntouched = sentAt === null && dueAt === null && refusedAt === null && stepped?.step === null
  const isFirst = refusedAt === null && stepped?.step === null
  switch (state) {
    case 'prepared':
      if (isUntouched) return prepared
      break
    case 'sent':
    case 'acknowledged':
      if (sentAt !== null && isFirst) return { state, sentAt, dueAt, refusedAt: null, step: null, stepAt: null }
      break
    case 'refused':
      if (sentAt !== null && refusedAt !== null && stepped) return { state, sentAt, dueAt, refusedAt, ...stepped }
      break
    case 'overdue':
      if (sentAt !== null && dueAt !== null && stepped) return { state, sentAt, dueAt, refusedAt, ...stepped }
      break
    case 'escalated':
      if (sentAt !== null && stepped && stepped.step !== null) return { state, sentAt, dueAt, refusedAt, ...stepped }
      break
    case 'removed':
    case 'reopened':
      if (isUntouched) return { state, ...untouched }
      if (sentAt !== null && stepped) return { state, sentAt, dueAt, refusedAt, ...stepped }
      break
  }
  throw new Error(`A stored request is ${state} without the instants that belong to that state, or with others.`)
}

/** Null: half of it is missing. */
function steppedOf({ step = null, stepAt = null }: ProgressRow): Stepped | null {
  if (step !== null && stepAt !== null) return { step, stepAt }
  return step === null && stepAt === null ? { step, stepAt } : null
}

/** The next state. An event that does not apply (sent twice, refused before it was sent) gives back the same object. */
export function step(from: Progress, event: RequestEvent): Progress {
  switch (event.type) {
    case 'sent':
      if (from.state !== 'prepared') return from // the first instant counts
      return { ...untouched, state: 'sent', sentAt: event.at, dueAt: event.due }
    case 'not-sent':
      // Whom a step was taken against has been sent something.
      return from.state === 'sent' || (from.state === 'overdue' && from.step === null) ? prepared : from
    case 'acknowledged':
      // A late receipt does not make them less late, and one for a step changes nothing that is waited for.
      return from.state === 'sent' ? { ...from, state: 'acknowledged' } : from
    case 'refused':
      return refused(from, event.at)
    case 'removed':
      if (from.state === 'removed' || from.state === 'reopened') return from
      return { ...from, state: 'removed' }
    case 'not-removed':
      return from.state === 'removed' ? revived(from) : from
    case 'escalated':
      return escalated(from, event)
    case 'time':
      if (from.state !== 'sent' && from.state !== 'acknowledged' && from.state !== 'escalated') return from
      if (from.dueAt === null || event.now < from.dueAt) return from
      return { ...from, state: 'overdue', dueAt: from.dueAt }
    case 'back':
      return from.state === 'removed' ? { ...from, state: 'reopened' } : from
  }
}

function refused(from: Progress, at: number): Progress {
  switch (from.state) {
    case 'sent':
    case 'acknowledged':
    case 'escalated':
      return { ...from, state: 'refused', refusedAt: at }
    case 'overdue':
      return { ...from, state: 'refused', refusedAt: at }
    default:
      return from
  }
}

function escalated(from: Progress, { step, at, due }: Extract<RequestEvent, { type: 'escalated' }>): Progress {
  if (from.state === 'prepared' || from.state === 'removed' || from.state === 'reopened') return from
  // The same step is taken once; and one that was taken before the last is told late.
  if (from.step === step || at < (from.stepAt ?? from.sentAt)) return from
  return { state: 'escalated', sentAt: from.sentAt, dueAt: due, refusedAt: from.refusedAt, step, stepAt: at }
}

/** Where it stood before it was taken for gone, as far as instants tell: that a receipt came is no longer known. */
function revived(from: Extract<Progress, { state: 'removed' | 'reopened' }>): Progress {
  if (from.sentAt === null) return prepared
  const { refusedAt, ...rest } = from
  if (refusedAt !== null && (rest.step === null || refusedAt > rest.stepAt))
    return { ...rest, state: 'refused', refusedAt }
  if (rest.step !== null) return { ...rest, state: 'escalated', refusedAt }
  return { ...rest, state: 'sent', refusedAt: null }
}
