/**
 * Work rows: what has to happen, written in the transaction of what made it necessary. A queue cannot be part of a
 * transaction, so the queue is only the carrier: rows become jobs (worker/queue.ts), and a row is closed when its
 * stage has written its result. Wipe the queue, kill any process: the rows are still here
 * (docs/decisions/0001-work-rows-not-jobs.md).
 */
import { type RawBuilder, sql } from 'kysely'
import type { NoticeId } from '#core/ids.ts'
import { newId, type Store, type Tx } from './store.ts'

export type StageName =
  | 'poll'
  | 'match'
  | 'look-back'
  | 'ask'
  | 'alert'
  | 'deliver'
  | 'send'
  | 'watch'
  | 'follow-up'
  | 'find-out'
  | 'forget'

/** Work of the poll stage that reads a channel's quarantine again. */
export const replayOf = (channel: string) => `replay:${channel}`
/** Work of the forget stage: notices whose time is over. */
export const expired = 'expired'

/** Adds work, or brings it forward: the same id twice is one row, and never lost while it runs. */
export async function addWork(tx: Tx, stage: StageName, ids: readonly string[], dueMs: number): Promise<void> {
  if (ids.length === 0) return
  await sql`
    insert into work (stage, id, due)
    select ${stage}, id, ${new Date(dueMs)} from unnest(${[...new Set(ids)].sort()}::text[]) as id
    on conflict (stage, id) do update set
      turn = work.turn + 1, parked = false, attempts = 0, due = least(work.due, excluded.due)`.execute(tx)
  await sql`select pg_notify('vigie_work', ${stage})`.execute(tx)
}

const noticesInARow = 1000

/** Adds match work for notices that are new, changed or taken back: one row for each thousand of them. */
export async function addMatchWork(tx: Tx, notices: readonly NoticeId[], dueMs: number): Promise<void> {
  if (notices.length === 0) return
  const lists: string[] = []
  for (let at = 0; at < notices.length; at += noticesInARow)
    lists.push(`{${notices.slice(at, at + noticesInARow).join()}}`)
  await sql`
    with added as (insert into work (stage, id, due, notices)
      select 'match', w.id, ${new Date(dueMs)}, w.notices::bigint[]
      from unnest(${lists.map(() => newId())}::text[], ${lists}::text[]) as w (id, notices))
    select pg_notify('vigie_work', 'match')`.execute(tx)
}

/** Selects the ids of the notices that these rows name; none of a row that was closed meanwhile. */
export function noticesOfWork(ids: readonly string[]): RawBuilder<unknown> {
  return sql`select unnest(notices) from work where stage = 'match' and id = any(${[...ids]}::text[])`
}

export interface Batch {
  batch: string
  stage: StageName
}

interface Taking {
  stage: StageName
  page: number
  nowMs: number
}

/**
 * Groups due rows into batches of at most `page` and returns them. A row in a batch is due never, so that one added
 * again meanwhile takes the new time, whichever it is. What has failed twice is not among them: see `takeAgain`.
 */
export async function takeBatches(store: Store, options: Taking): Promise<Batch[]> {
  return take(store, options, { failed: sql`attempts < 2`, most: options.page })
}

/**
 * Takes what has failed twice or more, each row alone, so that one that always fails takes no other with it; together
 * with batches that were handed to the queue more than `againAfterMs` ago and may have been lost there.
 */
export async function takeAgain(store: Store, options: Taking & { againAfterMs: number }): Promise<Batch[]> {
  const { stage, nowMs, againAfterMs } = options
  const taken = await take(store, options, { failed: sql`attempts >= 2`, most: 1 })
  const { rows: again } = await sql<{ batch: string }>`
    update work set queued_at = ${new Date(nowMs)}
    where stage = ${stage} and batch is not null and queued_at < ${new Date(nowMs - againAfterMs)}
    returning batch`.execute(store.db)
  for (const batch of new Set(again.map((row) => row.batch))) taken.push({ batch, stage })
  return taken
}

async function take(
  store: Store,
  { stage, nowMs }: Taking,
  { failed, most }: { failed: RawBuilder<unknown>; most: number },
): Promise<Batch[]> {
  const now = new Date(nowMs)
  const taken: Batch[] = []
  for (let more = true; more && taken.length < 50; ) {
    const batch = newId()
    // Picked first, apart: as a subquery, PostgreSQL may ask it once a row, and then its limit binds nothing.
    const { numAffectedRows } = await sql`
      with picked as materialized (
        select id from work where stage = ${stage} and batch is null and not parked and due <= ${now} and ${failed}
        order by due limit ${most} for update skip locked)
      update work set batch = ${batch}, queued_at = ${now}, due = 'infinity'
      from picked where work.stage = ${stage} and work.id = picked.id`.execute(store.db)
    const rows = Number(numAffectedRows ?? 0)
    if (rows > 0) taken.push({ batch, stage })
    more = rows === most
  }
  return taken
}

export interface WorkRow {
  id: string
  turn: number
  attempts: number
}

export async function readBatch(store: Store, batch: string): Promise<WorkRow[]> {
  return store.db
    .selectFrom('work')
    .select(['id', 'turn', 'attempts'])
    .where('batch', '=', batch)
    .orderBy('id')
    .execute()
}

/**
 * Closes the rows of a batch; a row that was added again meanwhile stays, free for the next batch. Two statements, so
 * that the second sees what was added while the first waited for it.
 */
export async function closeBatch(store: Store, batch: string, rows: readonly WorkRow[]): Promise<void> {
  await sql`
    delete from work using unnest(${rows.map((row) => row.id)}::text[], ${rows.map((row) => row.turn)}::int[]) as done (id, turn)
    where work.batch = ${batch} and work.id = done.id and work.turn = done.turn`.execute(store.db)
  await sql`
    with freed as (update work set batch = null, queued_at = null where batch = ${batch} returning stage)
    select pg_notify('vigie_work', stage) from (select distinct stage from freed) as stages`.execute(store.db)
}

/** Puts a batch back after a failure, due at `retryAt(attempts)`; after `giveUpAfter` attempts it is parked, visibly. */
export async function failBatch(
  store: Store,
  options: {
    batch: string
    problem: string
    retryAtMs: (attempts: number) => number
    giveUpAfter: number
    rows: readonly WorkRow[]
  },
): Promise<void> {
  const { batch, problem, retryAtMs, giveUpAfter, rows } = options
  const attempts = Math.max(0, ...rows.map((row) => row.attempts)) + 1
  await sql`
    update work set batch = null, queued_at = null, attempts = ${attempts}, problem = ${problem},
      parked = ${attempts >= giveUpAfter}, due = least(due, ${new Date(retryAtMs(attempts))}::timestamptz)
    where batch = ${batch}`.execute(store.db)
}

/** When the next row that no batch holds falls due, in milliseconds since 1970; null: none waits. */
export async function nextDue(store: Store, stages: readonly string[]): Promise<number | null> {
  const row = await store.db
    .selectFrom('work')
    .select((eb) => eb.fn.min('due').as('due'))
    .where('stage', 'in', [...stages])
    .where('batch', 'is', null)
    .where('parked', '=', false)
    .executeTakeFirst()
  return row?.due ? row.due.getTime() : null
}

/** Whether nothing is due and nothing runs. */
export async function isIdle(store: Store, nowMs: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from work where batch is not null or (not parked and due <= ${new Date(nowMs)}) limit 1`.execute(store.db)
  return rows.length === 0
}

/** Whether a row of one of these ids is due or runs. One that was given up is neither. */
export async function isUnderWay(
  store: Store,
  stage: StageName,
  { ids, nowMs }: { ids: readonly string[]; nowMs: number },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from work
    where stage = ${stage} and id = any(${[...ids]}::text[]) and not parked
      and (batch is not null or due <= ${new Date(nowMs)})
    limit 1`.execute(store.db)
  return rows.length > 0
}

export async function countWork(
  store: Store,
): Promise<{ stage: string; waiting: number; parked: number; oldestMs: number | null }[]> {
  const { rows } = await sql<{ stage: string; waiting: number; parked: number; oldest: Date | null }>`
    select stage, (count(*) filter (where not parked))::int as waiting, (count(*) filter (where parked))::int as parked,
      min(due) filter (where not parked and batch is null) as oldest
    from work group by stage order by stage`.execute(store.db)
  return rows.map(({ oldest, ...row }) => ({ ...row, oldestMs: oldest ? oldest.getTime() : null }))
}
