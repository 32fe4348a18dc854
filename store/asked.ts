/** Asked: which picture or place of a case a source was asked about, and when it is to be asked again. */
import { sql } from 'kysely'
import type { CaseId, ChannelId, ItemId, NoticeId } from '#core/ids.ts'
import type { Store, Tx } from './store.ts'

/** A source's answer, as if it were a notice of that channel: it is kept nowhere, so that it needs no number. */
export const answerId = (channelId: ChannelId, id: string) => `${channelId}|${id}` as NoticeId

/** When each subject is to be asked again, by the digest of what it is. */
export async function readAsked(
  { db, keys }: Store,
  of: { caseId: CaseId; channelId: ChannelId },
): Promise<(subject: string) => Date | null> {
  const rows = await db
    .selectFrom('asked')
    .select(['subject_ref', 'due_at'])
    .where('case_id', '=', of.caseId)
    .where('channel_id', '=', of.channelId)
    .execute()
  const due = new Map(rows.map((row) => [row.subject_ref.toString('hex'), row.due_at]))
  return (subject) => due.get(keys.ref('asked', of.caseId, subject).toString('hex')) ?? null
}

export async function recordAsked(
  { keys }: Store,
  tx: Tx,
  asked: { caseId: CaseId; channelId: ChannelId; subject: string; at: Date; dueAt: Date },
): Promise<void> {
  await tx
    .insertInto('asked')
    .values({
      case_id: asked.caseId,
      channel_id: asked.channelId,
      subject_ref: keys.ref('asked', asked.caseId, asked.subject),
      asked_at: asked.at,
      due_at: asked.dueAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['case_id', 'channel_id', 'subject_ref'])
        .doUpdateSet({ asked_at: asked.at, due_at: asked.dueAt }),
    )
    .execute()
}

/** When each source was last asked for a case. */
export async function lastAsked(tx: Tx, caseId: CaseId): Promise<Map<string, Date>> {
  const rows = await tx
    .selectFrom('asked')
    .select((eb) => ['channel_id', eb.fn.max('asked_at').as('at')])
    .where('case_id', '=', caseId)
    .groupBy('channel_id')
    .execute()
  return new Map(rows.map((row) => [row.channel_id, row.at]))
}

/** Which of these answers stand for this item already: the same again is no news. */
export async function standingAnswers(
  { keys }: Store,
  tx: Tx,
  of: { channelId: ChannelId; itemId: ItemId; answers: readonly NoticeId[] },
): Promise<Set<NoticeId>> {
  const refs = new Map(of.answers.map((id) => [keys.ref('notice', id).toString('hex'), id]))
  const { rows } = await sql<{ notice_ref: Buffer }>`
    select m.notice_ref from matches m join finds f on f.id = m.find_id
    where f.item_id = ${of.itemId} and m.channel_id = ${of.channelId} and m.retracted_at is null`.execute(tx)
  return new Set(rows.flatMap((row) => refs.get(row.notice_ref.toString('hex')) ?? []))
}

/** Takes back what the source said of this item before and does not say any more. */
export async function retractUnsaid(
  { keys }: Store,
  tx: Tx,
  of: { channelId: ChannelId; itemId: ItemId; answers: readonly NoticeId[]; at: Date },
): Promise<void> {
  const refs = of.answers.map((id) => keys.ref('notice', id))
  await sql`
    update matches m set retracted_at = ${of.at} from finds f
    where f.id = m.find_id and f.item_id = ${of.itemId} and m.channel_id = ${of.channelId}
      and m.retracted_at is null and m.notice_ref <> all(${refs}::bytea[])`.execute(tx)
}

/** No question to this source before that, whichever case it is for. */
export async function holdOff(tx: Tx, channelId: ChannelId, until: Date): Promise<void> {
  await tx.updateTable('channels').set({ ask_after: until }).where('id', '=', channelId).execute()
}
