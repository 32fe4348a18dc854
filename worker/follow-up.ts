/**
 * Follow up: looks at a request again when something about it falls due. A request that was prepared and not sent is
 * reminded of once, after a day; one whose time is over is late; after refusal, or silence where the law names no time,
 * the next step is offered, once. Where there is nothing for her to do she hears nothing.
 *
 * One row of work a request. Whatever moves a request brings its row forward, so that what is due is always computed from
 * where it stands now.
 */
import { NotFound } from '#core/errors.ts'
import { compareDue, type Deadline, deadlineFor, stepDeadline } from '#knowledge/deadlines.ts'
import { type Ground, stepIds } from '#knowledge/grounds/ground.ts'
import { groundOf } from '#knowledge/grounds/index.ts'
import { type Case, readCase } from '#store/cases.ts'
import { readEvents } from '#store/events.ts'
import { isInForce, readMandates } from '#store/mandates.ts'
import { holdCase } from '#store/record.ts'
import {
  caseOfRequest,
  moveRequest,
  noteChangedRule,
  type Request,
  readRequestOf,
  snapshotOf,
} from '#store/requests.ts'
import { readSendings, resolveSending, type Sending } from '#store/sendings.ts'
import type { Tx } from '#store/store.ts'
import { type TidingKind, tellOfRequest } from '#store/tidings.ts'
import { addWork } from '#store/work.ts'
import type { Stage, StageDeps } from './stage.ts'

const day = 24 * 3_600_000
/** Where neither the law nor the ground says how long to wait. */
const patienceDays = 14
/** A running date is compared with today's rules so often. */
const compareEveryMs = 7 * day

export const followUp: Stage = {
  name: 'follow-up',
  page: 50,
  concurrency: 2,
  giveUpAfter: 50,

  async run(ids, deps) {
    for (const id of ids) await followOne(id, deps)
  },
}

async function followOne(id: string, deps: StageDeps): Promise<void> {
  const { store, now, log } = deps
  const caseId = await caseOfRequest(store, id)
  const of = caseId && (await readCase(store, caseId).catch(unlessWithdrawn))
  if (!of) return
  await store
    .transaction(async (tx) => {
      await holdCase(tx, of.id)
      const known = await readRequestOf(tx, of, id)
      if (known.practice) return
      const sendings = (await readSendings(tx, of)).filter(({ requestId }) => requestId === known.id)
      const arrived = await noteArrived(tx, of, { request: known, sendings }, deps)
      const { request } = await moveRequest(tx, of, arrived.id, {
        event: { type: 'time', now: now() },
        at: new Date(now()),
      })
      await keepDate(tx, of, request, now())
      const { told, againAt } = decide(request, groundOf(request.ground), { sendings, now: now() })
      if (told && !(await isSilenced(tx, of, { request, kind: told.kind, now: now() }))) {
        const { kind, step, once } = told
        await tellOfRequest(tx, of, { kind, request, step, at: new Date(now()) }, { keys: store.keys, once })
      }
      if (againAt !== null) await addWork(tx, 'follow-up', [id], againAt)
      log.info('follow-up.done', { kind: request.state, code: told?.kind ?? 'quiet' })
    })
    .catch(unlessWithdrawn)
}

function unlessWithdrawn(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}

interface Decided {
  /** `once` names it: the same is told once. */
  told: { kind: TidingKind; step: string | null; once: string[] } | null
  /** When to look again, in ms since 1970. */
  againAt: number | null
}

const quiet: Decided = { told: null, againAt: null }

/** What she is to be told of a request now, and when it is to be looked at again. */
function decide(request: Request, ground: Ground, { sendings, now }: { sendings: Sending[]; now: number }): Decided {
  const { id, progress } = request
  switch (progress.state) {
    case 'prepared': {
      const isLeaving = sendings.some(({ step, state }) => step === null && state !== 'failed' && state !== 'stopped')
      if (isLeaving) return quiet
      const at = request.createdAt.getTime() + day
      if (now < at) return { told: null, againAt: at }
      return { told: { kind: 'unsent', step: null, once: ['unsent', id] }, againAt: null }
    }
    case 'sent':
    case 'acknowledged':
    case 'escalated': {
      if (progress.dueAt !== null) return { told: null, againAt: Math.min(progress.dueAt, now + compareEveryMs) }
      const since = progress.stepAt ?? progress.sentAt
      const at = since + (ground.remindAfterDays ?? patienceDays) * day
      if (now < at) return { told: null, againAt: at }
      return offer(request, ground, { after: 'silent', since })
    }
    case 'overdue': {
      const step = nextStep(request, ground, 'silent')
      return { told: { kind: 'overdue', step, once: ['overdue', id, String(progress.dueAt)] }, againAt: null }
    }
    case 'refused': {
      // She has just said so herself, and the page has shown what comes next.
      const at = progress.refusedAt + day
      if (now < at) return { told: null, againAt: at }
      return offer(request, ground, { after: 'refused', since: progress.refusedAt })
    }
    case 'removed':
    case 'reopened':
      return quiet
  }
}

function offer(
  request: Request,
  ground: Ground,
  { after, since }: { after: 'refused' | 'silent'; since: number },
): Decided {
  const step = nextStep(request, ground, after)
  if (step === null) return quiet
  return { told: { kind: 'next-step', step, once: ['next-step', request.id, String(since)] }, againAt: null }
}

/** The best of the ground's steps that was not taken yet. */
function nextStep(request: Request, { steps }: Ground, after: 'refused' | 'silent'): string | null {
  const taken = steps.findIndex(({ id }) => id === request.step)
  return steps.slice(taken + 1).find((step) => step.after.includes(after))?.id ?? null
}

/** Nobody is reminded of what was drafted under a mandate that has ended. */
async function isSilenced(
  tx: Tx,
  of: Case,
  { request, kind, now }: { request: Request; kind: TidingKind; now: number },
): Promise<boolean> {
  if (request.mandate === null || (kind !== 'unsent' && kind !== 'next-step')) return false
  const mandate = (await readMandates(tx, of)).find(({ id }) => id === request.mandate)
  const covers = {
    at: now,
    ground: request.ground,
    platform: request.location.platform,
    locations: request.places.map(({ location }) => location.url),
  }
  return !mandate || !isInForce(mandate, covers)
}

/** They answer a letter of which nobody knew whether it was taken: it was. */
async function noteArrived(
  tx: Tx,
  of: Case,
  { request, sendings }: { request: Request; sendings: readonly Sending[] },
  { store, now }: StageDeps,
): Promise<Request> {
  const open = sendings.find(({ state, step }) => state === 'unconfirmed' && step === null)
  if (!open || request.state !== 'prepared') return request
  const answers = await readEvents(store, of, request)
  if (!answers.some(({ verified, sort }) => verified && (sort === 'answer' || sort === 'automatic'))) return request
  const receivedAt = (open.settledAt ?? open.createdAt).getTime()
  const deadline = deadlineFor(groundOf(request.ground), { receivedAt })
  const due = snapshotOf(deadline, { receivedAt, receipt: 'mail-server', computedAt: now() })
  const at = new Date(now())
  await resolveSending(tx, of, open.id, { wasSent: true, due, at })
  const { request: moved } = await moveRequest(tx, of, request.id, { event: { type: 'acknowledged' }, at })
  return moved
}

/** A changed rule never moves a running date: that it would be another today is written down, and it keeps. */
async function keepDate(tx: Tx, of: Case, request: Request, now: number): Promise<void> {
  const { due } = request
  const isRunning = request.state === 'sent' || request.state === 'acknowledged' || request.state === 'escalated'
  if (!due || !isRunning) return
  const { changed } = compareDue({ due: due.at, basis: due.rule }, today(request, due))
  if (changed) await noteChangedRule(tx, of, { request, ...changed, at: new Date(now) })
}

function today(request: Request, { receivedAt, country }: NonNullable<Request['due']>): Deadline {
  const ground = groundOf(request.ground)
  const taken = stepIds.find((id) => id === request.step)
  const counted = { receivedAt, ...(country && { country }) }
  return taken && ground.steps.some(({ id }) => id === taken)
    ? stepDeadline(ground, taken, counted)
    : deadlineFor(ground, counted)
}
