/**
 * Deliver: alerts by mail. The outbox row is claimed, the mail is handed over, the server's answer is recorded. The
 * states and what a crash leaves are drawn in store/alerts.ts. A mail is tried for five days before it is given up,
 * and she sees all the while that it has not arrived.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { NotFound } from '#core/errors.ts'
import type { DeliveryId } from '#core/ids.ts'
import { alertMail } from '#knowledge/mails.ts'
import {
  busyDeliveries,
  type Claimed,
  claimDeliveries,
  markHanded,
  remindUnread,
  settleAbandoned,
  settleDelivery,
} from '#store/alerts.ts'
import { readCase } from '#store/cases.ts'
import { addWork } from '#store/work.ts'
import { type Mailer, MailRefused } from './net/mail.ts'
import type { Stage, StageDeps } from './stage.ts'

const hour = 3_600_000
const giveUpAfterMs = 5 * 24 * hour

export const deliver: Stage = {
  name: 'deliver',
  page: 20,
  concurrency: 4,
  giveUpAfter: 1000,

  async run(ids, deps) {
    const { store, mailer, follower, now } = deps
    const unconfirmed = await settleAbandoned(store, ids, new Date(now()))
    if (unconfirmed.length > 0) deps.log.warn('deliver.unconfirmed', { count: unconfirmed.length })
    await addWork(store.db, 'deliver', unconfirmed, now() + hour)
    await remindUnread(store, ids, new Date(now() - hour))
    if (!mailer) return addWork(store.db, 'deliver', ids, now() + hour) // a worker with a mail server takes them at once
    const claimed = await claimDeliveries(store, ids, await follower.presence())
    await addWork(store.db, 'deliver', await busyByOthers(claimed, ids, deps), now() + 5000)
    for (const delivery of claimed) await send(delivery, mailer, deps)
  },
}

async function busyByOthers(
  claimed: readonly Claimed[],
  ids: readonly string[],
  { store }: StageDeps,
): Promise<DeliveryId[]> {
  const ours = new Set(claimed.map((delivery) => delivery.id))
  return (await busyDeliveries(store, ids)).filter((id) => !ours.has(id))
}

async function send(delivery: Claimed, mailer: Mailer, deps: StageDeps): Promise<void> {
  const { store, now, log } = deps
  const outcome = await hand(delivery, mailer, deps)
  if (!outcome) return
  if (outcome.state === 'sent') log.info('deliver.sent', { count: 1 })
  else log.warn('deliver.failed', { code: outcome.code ?? 'unknown' })
  const againAt = now() + Math.min(hour, 5000 * 2 ** delivery.attempts)
  // We know what became of the mail, and nobody else does: it is written down however long the database is away.
  for (;;)
    try {
      return await store.transaction(async (tx) => {
        await settleDelivery(tx, delivery, { ...outcome, at: new Date(now()) })
        if (outcome.state === 'failing') await addWork(tx, 'deliver', [delivery.id], againAt)
      })
    } catch (error) {
      if (deps.signal.aborted) throw error
      await wait(500, null, { signal: deps.signal }).catch(() => {})
    }
}

interface Outcome {
  state: 'sent' | 'failing' | 'failed'
  code: string | null
}

/** Hands the mail over and says what became of it; null: the case was withdrawn meanwhile, and its row is gone. */
async function hand(delivery: Claimed, mailer: Mailer, { store, coverName }: StageDeps): Promise<Outcome | null> {
  try {
    const { mail: to, lang } = await readCase(store, delivery.caseId)
    if (to === null) return { state: 'failed', code: 'no-address' }
    const words = alertMail({ lang, coverName, homeUrl: null })
    await mailer.send({ to, ...words, id: delivery.id, beforeLastDot: () => markHanded(store, delivery) })
    return { state: 'sent', code: null }
  } catch (error) {
    if (error instanceof NotFound) return null
    const permanent = error instanceof MailRefused && error.permanent
    const tooLate = delivery.attempts * hour > giveUpAfterMs
    const code = error instanceof MailRefused ? error.code : 'error'
    return { state: permanent || tooLate ? 'failed' : 'failing', code }
  }
}
