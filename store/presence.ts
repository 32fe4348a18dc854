/**
 * Which worker processes are alive. Each holds an advisory lock on a connection of its own, so that PostgreSQL itself
 * notices a death, however sudden: the lock goes with the connection, and nobody waits for a timeout.
 */
import { randomInt } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type pg from 'pg'
import type { Store } from './store.ts'

const lockClass = 7_415_002

export interface Presence {
  /** Names this process in `index_followers` and in the claims of `deliveries`. */
  id: number
  client: pg.Client
}

/** `client` must be kept for nothing else that blocks: when it is lost, this process counts as dead. */
export async function announce(
  store: Store,
  client: pg.Client,
  worker: { stages: string; mail: boolean },
): Promise<Presence> {
  const id = randomInt(1, 2 ** 31)
  await client.query('select pg_advisory_lock($1, $2)', [lockClass, id])
  await store.db
    .insertInto('workers')
    .values({ id, ...worker, started_at: new Date() })
    .execute()
  await sql`delete from index_followers where not ${isAlive(sql.ref('id'))}`.execute(store.db)
  await sql`delete from workers where not ${isAlive(sql.ref('id'))}`.execute(store.db)
  return { id, client }
}

/** SQL that is true while the process named by `id` is connected. */
export function isAlive(id: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from pg_locks l where l.locktype = 'advisory' and l.classid = ${lockClass} and l.objid = ${id} and l.granted
      and l.database = (select oid from pg_database where datname = current_database()))`
}

/** Ends the connection of a process that does not answer; it counts as dead from now on. */
export async function endPresence(store: Store, ids: readonly number[]): Promise<void> {
  await sql`
    select pg_terminate_backend(l.pid) from pg_locks l
    where l.locktype = 'advisory' and l.classid = ${lockClass} and l.objid::bigint = any(${[...ids]}::bigint[])
      and l.database = (select oid from pg_database where datname = current_database())`.execute(store.db)
}

export async function readWorkers(store: Store): Promise<{ stages: string; mail: boolean }[]> {
  const { rows } = await sql<{ stages: string; mail: boolean }>`
    select stages, mail from workers where ${isAlive(sql.ref('id'))}`.execute(store.db)
  return rows
}
