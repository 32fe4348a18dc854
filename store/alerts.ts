/** Alerts: what a case is told, one row a telling; and their deliveries, the outbox of mails. */
import { sql } from 'kysely'
import type { AlertId, CaseId, DeliveryId } from '#core/ids.ts'
import { isAlive } from './presence.ts'
import { newId, type Store, type Tx } from './store.ts'

/**
 * Takes the case's turn and says when it was last told, and whether it is confirmed: alerts of one case are written one
 * after the other. Null: the case is gone.
 */
export async function lockCase(
  tx: Tx,
  caseId: CaseId,
): Promise<{ lastToldAt: Date | null; isConfirmed: boolean } | null> {
  const row = await tx
    .selectFrom('cases')
    .select('confirmed_at')
    .where('id', '=', caseId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) return null
  const last = await tx
    .selectFrom('alerts')
    .select('created_at')
    .where('case_id', '=', caseId)
    .where('practice', '=', false)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { lastToldAt: last?.created_at ?? null, isConfirmed: row.confirmed_at !== null }
}

export async function insertAlert(
  tx: Tx,
  alert: { caseId: CaseId; practice: boolean; at: Date; mail: boolean },
): Promise<{ id: AlertId; delivery: DeliveryId | null }> {
  const id = newId() as AlertId
  await tx
    .insertInto('alerts')
    .values({ id, case_id: alert.caseId, practice: alert.practice, created_at: alert.at })
    .execute()
  if (!alert.mail) return { id, delivery: null }
  const delivery = newId() as DeliveryId
  await tx
    .insertInto('deliveries')
    .values({ id: delivery, alert_id: id, case_id: alert.caseId, state: 'waiting', attempts: 0, created_at: alert.at })
    .execute()
  return { id, delivery }
}

export interface AlertRow {
  id: AlertId
  practice: boolean
  createdAt: Date
  read: boolean
  delivery: DeliveryState | null
}

export type DeliveryState = 'waiting' | 'sending' | 'handed' | 'sent' | 'failing' | 'failed' | 'unconfirmed'

export async function readAlerts(store: Store, caseId: CaseId, alertId: string | null): Promise<AlertRow[]> {
  let query = store.db
    .selectFrom('alerts')
    .leftJoin('deliveries', 'deliveries.alert_id', 'alerts.id')
    .select(['alerts.id', 'alerts.practice', 'alerts.created_at', 'alerts.read_at', 'deliveries.state'])
    .where('alerts.case_id', '=', caseId)
    .orderBy('alerts.created_at', 'desc')
  if (alertId !== null) query = query.where('alerts.id', '=', alertId)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id as AlertId,
    practice: row.practice,
    createdAt: row.created_at,
    read: row.read_at !== null,
    delivery: row.state,
  }))
}

export async function markRead(tx: Tx, caseId: CaseId, alertId: AlertId, at: Date): Promise<void> {
  await tx
    .updateTable('alerts')
    .set({ read_at: at })
    .where('id', '=', alertId)
    .where('case_id', '=', caseId)
    .where('read_at', 'is', null)
    .execute()
}

// ---- deliveries
//
//   waiting ─► sending ─► handed ─► sent
//      ▲          │          ├────► failing ─► waiting        the server said no, or the line broke: nothing was accepted
//      └──────────┘          └────► unconfirmed               we died while it answered: never sent again unseen
//
// `handed` is written before the mail's last dot leaves (RFC 5321 §4.1.1.4): a server can only accept what is handed
// first, so a mail that a server accepted is never sent twice, wherever a process is killed.

export interface Claimed {
  id: DeliveryId
  caseId: CaseId
  alertId: AlertId
  claim: string
  attempts: number
}

/** Claims what may be sent now, and what a worker that has died since claimed and never handed over. */
export async function claimDeliveries(store: Store, ids: readonly string[], worker: number): Promise<Claimed[]> {
  const claim = newId()
  const { rows } = await sql<{ id: string; case_id: string; alert_id: string; attempts: number }>`
    update deliveries set state = 'sending', claim = ${claim}, claimed_by = ${worker}
    where id = any(${[...ids]}::uuid[])
      and (state in ('waiting', 'failing') or (state = 'sending' and not ${isAlive(sql.ref('claimed_by'))}))
    returning id, case_id, alert_id, attempts`.execute(store.db)
  return rows.map((row) => ({
    id: row.id as DeliveryId,
    caseId: row.case_id as CaseId,
    alertId: row.alert_id as AlertId,
    claim,
    attempts: row.attempts,
  }))
}

/** What a worker handed over before it died: whether the server took it, nobody knows. */
export async function settleAbandoned(store: Store, ids: readonly string[], now: Date): Promise<DeliveryId[]> {
  const { rows } = await sql<{ id: string }>`
    update deliveries set state = 'unconfirmed', settled_at = ${now}
    where id = any(${[...ids]}::uuid[]) and state = 'handed' and not ${isAlive(sql.ref('claimed_by'))}
    returning id`.execute(store.db)
  return rows.map((row) => row.id as DeliveryId)
}

/** Those of `ids` that a living worker is at: to be looked at again later. */
export async function busyDeliveries(store: Store, ids: readonly string[]): Promise<DeliveryId[]> {
  const rows = await store.db
    .selectFrom('deliveries')
    .select('id')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('state', 'in', ['sending', 'handed'])
    .execute()
  return rows.map((row) => row.id as DeliveryId)
}

/** False: the claim is not ours any more, or the case was withdrawn; the mail must not go out. */
export async function markHanded(store: Store, delivery: Claimed): Promise<boolean> {
  const { numUpdatedRows } = await store.db
    .updateTable('deliveries')
    .set({ state: 'handed' })
    .where('id', '=', delivery.id)
    .where('claim', '=', delivery.claim)
    .where('state', '=', 'sending')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function settleDelivery(
  tx: Tx,
  delivery: Claimed,
  outcome: { state: 'sent' | 'failing' | 'failed' | 'waiting'; code: string | null; at: Date },
): Promise<void> {
  await tx
    .updateTable('deliveries')
    .set((eb) => ({
      state: outcome.state,
      code: outcome.code?.slice(0, 60) ?? null,
      claim: null,
      attempts: outcome.state === 'failing' ? eb('attempts', '+', 1) : eb.ref('attempts'),
      settled_at: outcome.state === 'sent' || outcome.state === 'failed' ? outcome.at : null,
    }))
    .where('id', '=', delivery.id)
    .where('claim', '=', delivery.claim)
    .execute()
}

/** An unconfirmed mail whose alert she has not read after an hour is sent once more, rather than perhaps never. */
export async function remindUnread(store: Store, ids: readonly string[], before: Date): Promise<DeliveryId[]> {
  const { rows } = await sql<{ id: string }>`
    update deliveries d set state = 'waiting', claim = null from alerts a
    where d.id = any(${[...ids]}::uuid[]) and d.alert_id = a.id and d.state = 'unconfirmed'
      and d.settled_at <= ${before} and d.attempts = 0 and a.read_at is null
    returning d.id`.execute(store.db)
  return rows.map((row) => row.id as DeliveryId)
}

export async function countDeliveries(store: Store): Promise<{ state: string; count: number; oldest: Date | null }[]> {
  const { rows } = await sql<{ state: string; count: number; oldest: Date | null }>`
    select state, count(*)::int as count, min(created_at) as oldest from deliveries group by state`.execute(store.db)
  return rows
}

/** Mails that are not settled: what a worker that has a mail server looks at when it starts. */
export async function waitingDeliveries(store: Store): Promise<DeliveryId[]> {
  const rows = await store.db
    .selectFrom('deliveries')
    .select('id')
    .where('state', 'in', ['waiting', 'failing', 'sending', 'handed'])
    .execute()
  return rows.map((row) => row.id as DeliveryId)
}
