/**
 * The change log of the match index. Every process that holds an index follows it; a withdrawal is answered only when
 * all of them have applied it.
 *
 * A follower is a row and an advisory lock that it holds on a connection of its own: when the process dies, the lock
 * goes with the connection, and nobody waits for it. A follower that loses the connection must empty its index, since
 * it no longer hears of withdrawals.
 */
import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import type { CaseId, ItemId } from '#core/ids.ts'
import type { Store, Tx } from './store.ts'

const writers = 7_415_001
const followers = 7_415_002
const confirmWithinMs = 10_000

/** Entries become visible in the order of `seq`: writers take turns, and hold the lock until they commit. */
async function append(tx: Tx, entries: { caseId: CaseId; itemId: ItemId | null; op: 'enrolled' | 'withdrawn' }[]): Promise<string> {
  await sql`select pg_advisory_xact_lock(${writers})`.execute(tx)
  const { rows } = await sql<{ seq: string }>`
    insert into index_log (case_id, item_id, op)
    select * from unnest(${entries.map((e) => e.caseId)}::uuid[], ${entries.map((e) => e.itemId)}::uuid[], ${entries.map((e) => e.op)}::text[])
    returning seq`.execute(tx)
  await sql`select pg_notify('vigie_index', '')`.execute(tx)
  return rows.reduce((most, row) => (BigInt(row.seq) > BigInt(most) ? row.seq : most), '0')
}

export async function logEnrolment(tx: Tx, caseId: CaseId, itemIds: readonly ItemId[]): Promise<void> {
  if (itemIds.length > 0) await append(tx, itemIds.map((itemId) => ({ caseId, itemId, op: 'enrolled' })))
}

/** Takes one item out of the indexes (a practice that is over), or with no item the whole case. */
export async function logWithdrawal(tx: Tx, caseId: CaseId, itemId: ItemId | null = null): Promise<string> {
  return append(tx, [{ caseId, itemId, op: 'withdrawn' }])
}

export interface LogEntry {
  seq: string
  caseId: CaseId
  itemId: ItemId | null
  op: 'enrolled' | 'withdrawn'
}

export async function readLog(tx: Tx, after: string, limit: number): Promise<LogEntry[]> {
  const rows = await tx.selectFrom('index_log').selectAll().where('seq', '>', after).orderBy('seq').limit(limit).execute()
  return rows.map((row) => ({ seq: row.seq, caseId: row.case_id as CaseId, itemId: row.item_id as ItemId | null, op: row.op }))
}

export async function lastSeq(tx: Tx): Promise<string> {
  const { rows } = await sql<{ seq: string }>`select coalesce(max(seq), 0)::text as seq from index_log`.execute(tx)
  return rows[0]?.seq ?? '0'
}

/**
 * Registers a follower on `client`, whose loss ends it. It counts as having applied nothing: register before reading
 * the index, so that a withdrawal in between is waited for.
 */
export async function follow(client: pg.Client): Promise<number> {
  const id = randomInt(1, 2 ** 31)
  await client.query('listen vigie_index')
  await client.query('select pg_advisory_lock($1, $2)', [followers, id]) // before the row, or another would sweep it
  await client.query('insert into index_followers (id, applied) values ($1, 0)', [id])
  await client.query(
    `delete from index_followers f where not exists (
       select from pg_locks l where l.locktype = 'advisory' and l.classid = $1 and l.objid = f.id)`,
    [followers],
  )
  return id
}

export async function confirm(client: pg.Client, follower: number, applied: string): Promise<void> {
  await client.query('update index_followers set applied = $2 where id = $1', [follower, applied])
}

export async function unfollow(client: pg.Client, follower: number): Promise<void> {
  await client.query('delete from index_followers where id = $1', [follower])
}

/**
 * Waits until every living follower has applied `seq`. One that does not answer within ten seconds has its connection
 * ended, at which it empties its index as soon as it runs again; then the answer is false.
 */
export async function waitForFollowers(store: Store, seq: string): Promise<boolean> {
  const behind = sql<{ pid: number }>`
    select l.pid from index_followers f
    join pg_locks l on l.locktype = 'advisory' and l.classid = ${followers} and l.objid = f.id and l.granted
      and l.database = (select oid from pg_database where datname = current_database())
    where f.applied < ${seq}`
  for (const until = Date.now() + confirmWithinMs; Date.now() < until; ) {
    if ((await behind.execute(store.db)).rows.length === 0) return true
    await wait(10)
  }
  for (const { pid } of (await behind.execute(store.db)).rows) await sql`select pg_terminate_backend(${pid})`.execute(store.db)
  return false
}
