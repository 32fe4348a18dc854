/**
 * Send: letters to recipients, for those who have agreed that this route is used for them. The letter is written when it
 * leaves, and leaves only if it is complete, every place is confirmed, and consent and mandate stand; hers is the word
 * that ends each of them, at any moment before the last dot. The states, and what a crash leaves, are drawn in
 * store/sendings.ts.
 */
import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { NotFound } from '#core/errors.ts'
import type { SendingId } from '#core/ids.ts'
import { chanceFrom } from '#core/watch/index.ts'
import { deadlineFor, stepDeadline } from '#knowledge/deadlines.ts'
import { stepIds } from '#knowledge/grounds/ground.ts'
import { groundOf } from '#knowledge/grounds/index.ts'
import { type Case, readCase } from '#store/cases.ts'
import { replyAddressOf } from '#store/events.ts'
import { isInForce, type Mandate, readMandates } from '#store/mandates.ts'
import { type DueSnapshot, type Request, readRequest, readRequestOf, snapshotOf } from '#store/requests.ts'
import {
  abandonedSendings,
  arePlacesConfirmed,
  busySendings,
  type ClaimedSending,
  claimSendings,
  type Handed,
  markSendingHanded,
  markUnconfirmed,
  readSendings,
  type Sending,
  type StopCode,
  settleSent,
  settleUnsent,
} from '#store/sendings.ts'
import type { Tx } from '#store/store.ts'
import { type TidingKind, tellOfRequest } from '#store/tidings.ts'
import { watchAsked } from '#store/watches.ts'
import { addWork } from '#store/work.ts'
import { letterOf } from './letter.ts'
import { type Mailer, MailRefused, messageIdOf } from './net/mail.ts'
import type { Stage, StageDeps } from './stage.ts'

const hour = 3_600_000
const giveUpAfterMs = 5 * 24 * hour

export const send: Stage = {
  name: 'send',
  page: 20,
  concurrency: 2,
  giveUpAfter: 1000,

  async run(ids, deps) {
    const { store, mailer, mailDomain, follower, now } = deps
    for (const { id, caseId } of await abandonedSendings(store, ids)) await noteUnconfirmed(id, caseId, deps)
    // A worker with a mail server takes them when it starts.
    if (!mailer || !mailDomain) return addWork(store.db, 'send', ids, now() + hour)
    const claimed = await claimSendings(store, ids, await follower.presence())
    const ours = new Set<string>(claimed.map(({ id }) => id))
    const others = (await busySendings(store, ids)).filter((id) => !ours.has(id))
    await addWork(store.db, 'send', others, now() + 5000)
    for (const sending of claimed) await sendOne(sending, { ...deps, mailer, mailDomain })
  },
}

type Sender = StageDeps & { mailer: Mailer; mailDomain: string }

async function noteUnconfirmed(id: SendingId, caseId: Case['id'], deps: StageDeps): Promise<void> {
  const { store, now, log } = deps
  const of = await readCase(store, caseId).catch(unlessWithdrawn)
  if (!of) return
  const at = new Date(now())
  await store
    .transaction(async (tx) => {
      const sending = await markUnconfirmed(tx, of, id, at)
      if (sending) await tell(tx, of, { kind: 'unconfirmed', sending, at }, deps)
    })
    .catch(unlessWithdrawn)
  log.warn('send.unconfirmed', { count: 1 })
}

type Outcome =
  | { state: 'sent'; handed: Handed; sentAt: number; due: DueSnapshot }
  | { state: 'failing' | 'failed' | 'stopped'; code: string }

async function sendOne(claimed: ClaimedSending, deps: Sender): Promise<void> {
  const { store, log, signal } = deps
  const of = await readCase(store, claimed.caseId).catch(unlessWithdrawn)
  if (!of) return
  const outcome = await hand(claimed, of, deps).catch((error: unknown) => {
    if (error instanceof NotFound) return null // withdrawn meanwhile
    throw error
  })
  if (!outcome) return
  if (outcome.state === 'sent') log.info('send.sent', { count: 1 })
  else log.warn('send.failed', { code: outcome.code })
  // We know what became of the mail, and nobody else does: it is written down however long the database is away.
  for (;;)
    try {
      return await store.transaction((tx) => settle(tx, of, { claimed, outcome }, deps))
    } catch (error) {
      if (error instanceof NotFound) return
      if (signal.aborted) throw error
      await wait(500, null, { signal }).catch(() => {})
    }
}

async function settle(
  tx: Tx,
  of: Case,
  { claimed, outcome }: { claimed: ClaimedSending; outcome: Outcome },
  deps: Sender,
): Promise<void> {
  const { store, now, random } = deps
  const at = new Date(now())
  if (outcome.state === 'sent') {
    const { handed, sentAt, due } = outcome
    if (!(await settleSent(tx, of, claimed, { handed, due, sentAt, at }))) return
    const request = await readRequestOf(tx, of, claimed.requestId)
    return watchAsked(tx, of, request, { keys: store.keys, at, chance: () => chanceFrom(random) })
  }
  const { state, code } = outcome
  if (!(await settleUnsent(tx, of, claimed, { state, code, at }))) return
  if (state === 'failing') {
    const againAt = now() + Math.min(hour, 5000 * 2 ** claimed.attempts)
    return addWork(tx, 'send', [claimed.id], againAt)
  }
  if (code === 'not-to-be-sent') return // she has sent it herself, or it is gone
  const sending = (await readSendings(tx, of)).find(({ id }) => id === claimed.id)
  if (sending) await tell(tx, of, { kind: 'unsendable', sending, at }, deps)
}

async function tell(
  tx: Tx,
  of: Case,
  { kind, sending, at }: { kind: TidingKind; sending: Sending; at: Date },
  { store }: StageDeps,
): Promise<void> {
  const request = await readRequestOf(tx, of, sending.requestId)
  const { keys } = store
  await tellOfRequest(tx, of, { kind, request, step: sending.step, at }, { keys, once: [kind, sending.id] })
}

/** Writes the letter, hands it over and says what became of it. */
async function hand(claimed: ClaimedSending, of: Case, deps: Sender): Promise<Outcome | null> {
  const { store, mailer, mailDomain, facts, now } = deps
  const sending = (await readSendings(store.db, of)).find(({ id }) => id === claimed.id)
  const request = await readRequest(store, of, claimed.requestId)
  if (!sending) return null
  const { lang, step } = sending
  const mandate = await mandateOf(sending, request, of, deps)
  if (mandate === 'ended') return stopped('mandate-ended')
  if (!isToBeSent(request, step)) return stopped('not-to-be-sent')
  if (!(await arePlacesConfirmed(store.db, of, request))) return stopped('unconfirmed-place')
  const address = `${await replyAddressOf(store, request)}@${mailDomain}`
  const letter = letterOf(request, of, { lang, step, mandate, replyTo: address, at: now(), facts })
  if (!letter) return stopped('not-to-be-sent')
  if (letter.missing.length > 0) return stopped('incomplete')
  if (letter.to === null || letter.to.toLowerCase() !== sending.to.toLowerCase()) return stopped('recipient-changed')

  const { subject, text, to } = letter
  const messageId = messageIdOf(sending.id, mailDomain)
  const digest = createHash('sha256').update(text).digest('hex')
  try {
    await mailer.send({
      to,
      subject,
      text,
      id: sending.id,
      letterFrom: { name: mandate?.organisation ?? '', address },
      beforeLastDot: () => markSendingHanded(store, claimed, new Date(now())),
    })
    const sentAt = now()
    return { state: 'sent', handed: { to, subject, digest, messageId }, sentAt, due: dueOf(request, step, sentAt) }
  } catch (error) {
    const code = error instanceof MailRefused ? error.code : 'error'
    const tooLate = now() - sending.createdAt.getTime() > giveUpAfterMs
    const isFinal = tooLate || (error instanceof MailRefused && error.permanent)
    return { state: isFinal ? 'failed' : 'failing', code }
  }
}

const stopped = (code: StopCode): Outcome => ({ state: 'stopped', code })

function isToBeSent({ state, practice }: Request, step: string | null): boolean {
  if (practice) return false
  return step === null ? state === 'prepared' : !['prepared', 'removed', 'reopened'].includes(state)
}

/** The mandate under which it is sent; null: none is needed. */
async function mandateOf(
  sending: Sending,
  request: Request,
  of: Case,
  { store, now }: StageDeps,
): Promise<Mandate | null | 'ended'> {
  if (sending.mandate === null) return null
  const mandate = (await readMandates(store.db, of)).find(({ id }) => id === sending.mandate)
  const covers = {
    at: now(),
    ground: request.ground,
    platform: request.location.platform,
    locations: request.places.map(({ location }) => location.url),
  }
  return mandate && isInForce(mandate, covers) ? mandate : 'ended'
}

/** The mail server took it: that is the instant of receipt until they name another. */
function dueOf(request: Request, step: string | null, receivedAt: number): DueSnapshot {
  const ground = groundOf(request.ground)
  const taken = stepIds.find((id) => id === step)
  const deadline = taken ? stepDeadline(ground, taken, { receivedAt }) : deadlineFor(ground, { receivedAt })
  return snapshotOf(deadline, { receivedAt, receipt: 'mail-server', computedAt: receivedAt })
}

function unlessWithdrawn(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}
