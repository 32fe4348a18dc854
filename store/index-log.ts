/**
 * The change log of the match index. Every process that holds an index follows it; a withdrawal is answered only when
 * all of them have applied it.
 *
 * A follower is a row of a living process (./presence.ts). One that loses its connection counts as dead, so it must
 * empty its index: it no longer hears of withdrawals.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { CaseId, ItemId } from '#core/ids.ts'
import { endPresence, isAlive, type Presence } from './presence.ts'
import type { Store, Tx } from './store.ts'

const writers = 7_415_001
const confirmWithinMs = 10_000

/** Entries become visible in the order of `seq`: writers take turns, and hold the lock until they commit. */
async function append(
  tx: Tx,
  entries: { caseId: CaseId; itemId: ItemId | null; op: 'enrolled' | 'withdrawn' }[],
): Promise<string> {
  await sql`select pg_advisory_xact_lock(${writers})`.execute(tx)
  const { rows } = await sql<{ seq: string }>`
    insert into index_log (case_id, item_id, op)
    select * from unnest(${entries.map((e) => e.caseId)}::uuid[], ${entries.map((e) => e.itemId)}::uuid[], ${entries.map((e) => e.op)}::text[])
    returning seq`.execute(tx)
  await sql`select pg_notify('vigie_index', '')`.execute(tx)
  return rows.reduce((most, row) => (BigInt(row.seq) > BigInt(most) ? row.seq : most), '0')
}

export async function logEnrolment(tx: Tx, caseId: CaseId, itemIds: readonly ItemId[]): Promise<void> {
  if (itemIds.length > 0)
    await append(
      tx,
      itemIds.map((itemId) => ({ caseId, itemId, op: 'enrolled' })),
    )
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
  const rows = await tx
    .selectFrom('index_log')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    caseId: row.case_id as CaseId,
    itemId: row.item_id as ItemId | null,
    op: row.op,
  }))
}

export async function lastSeq(tx: Tx): Promise<string> {
  const { rows } = await sql<{ seq: string }>`select coalesce(max(seq), 0)::text as seq from index_log`.execute(tx)
  return rows[0]?.seq ?? '0'
}

/** Registers a follower. It counts as having applied nothing: register before reading the index's first copy. */
export async function follow({ id, client }: Presence): Promise<void> {
  await client.query('listen vigie_index')
  await client.query('insert into index_followers (id, applied) values ($1, 0)', [id])
}

export async function confirm({ id, client }: Presence, applied: string): Promise<void> {
  await client.query('update index_followers set applied = $2 where id = $1', [id, applied])
}

export async function unfollow({ id, client }: Presence): Promise<void> {
  await client.query('delete from index_followers where id = $1', [id])
}

/**
 * Waits until every living follower has applied `seq`. One that does not answer within ten seconds has its connection
 * ended, at which it empties its index as soon as it runs again; then the answer is false.
 */
export async function waitForFollowers(store: Store, seq: string): Promise<boolean> {
  const behind = sql<{
    id: number
  }>`select id from index_followers where applied < ${seq} and ${isAlive(sql.ref('id'))}`
  for (const until = Date.now() + confirmWithinMs; Date.now() < until; ) {
    if ((await behind.execute(store.db)).rows.length === 0) return true
    await wait(10)
  }
  await endPresence(
    store,
    (await behind.execute(store.db)).rows.map((row) => row.id),
  )
  return false
}
