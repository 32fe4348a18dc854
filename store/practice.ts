/** Practice: a made-up notice of a made-up picture, in a case for a short while, counted nowhere, gone afterwards. */
import { sql } from 'kysely'
import type { CaseId, ChannelId } from '#core/ids.ts'
import { waitForFollowers } from './index-log.ts'
import { deletePracticeItems } from './items.ts'
import { newId, type Store, type Tx } from './store.ts'

/** Notes the start; a case has at most one practice. Throws when one is running: end it first. */
export async function startPractice(tx: Tx, caseId: CaseId, at: Date): Promise<string> {
  const id = newId()
  await tx.insertInto('practices').values({ id, case_id: caseId, started_at: at }).execute()
  return id
}

/** Takes every trace of the case's practice away: picture, find, alert, request, mail not yet sent, and notice. */
export async function endPractice(store: Store, caseId: CaseId): Promise<void> {
  const seq = await store.transaction(async (tx) => {
    const seq = await deletePracticeItems(tx, caseId)
    await tx.deleteFrom('alerts').where('case_id', '=', caseId).where('practice', '=', true).execute()
    await tx.deleteFrom('requests').where('case_id', '=', caseId).where('practice', '=', true).execute()
    const gone = await tx.deleteFrom('practices').where('case_id', '=', caseId).returning('id').execute()
    for (const { id } of gone)
      await sql`delete from intake where channel_id = ${practiceChannelId} and position(${id}::text in raw) > 0`.execute(
        tx,
      )
    await sql`delete from notices where channel_id = ${practiceChannelId} and source_id = any(${gone.map((row) => row.id)}::text[])`.execute(
      tx,
    )
    return seq
  })
  if (seq) await waitForFollowers(store, seq)
}

/** The channel through which made-up notices come; there is one in every installation. */
export const practiceChannelId = 'practice' as ChannelId

export interface PracticeSteps {
  startedAt: Date
  publishedAt: Date | null
  matchedAt: Date | null
  alertedAt: Date | null
  alert: string | null
  delivery: string | null
}

/** How far it has come, as the rows tell; null: none is running. */
export async function readPractice(store: Store, caseId: CaseId): Promise<PracticeSteps | null> {
  const { rows } = await sql<PracticeSteps>`
    select p.started_at as "startedAt",
      (select n.received_at from notices n where n.channel_id = ${practiceChannelId} and n.source_id = p.id::text) as "publishedAt",
      f.created_at as "matchedAt", a.created_at as "alertedAt", a.id as alert, d.state as delivery
    from practices p
    left join lateral (select * from finds where case_id = p.case_id and practice limit 1) f on true
    left join alerts a on a.id = f.alert_id
    left join deliveries d on d.alert_id = a.id
    where p.case_id = ${caseId}`.execute(store.db)
  return rows[0] ?? null
}
