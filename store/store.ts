/** The store: one PostgreSQL database and the folder of keys beside it. Opening it brings the tables up to date. */
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { InvalidInput, Unavailable } from '#core/errors.ts'
import type { Log } from '#core/ports.ts'
import { type Keys, openKeys } from './keys.ts'
import { migrations } from './migrations.ts'
import type { Database } from './schema.ts'

/** A process that stops in the middle of a transaction, frozen or swapped out, loses its locks after this long. */
const frozenAfterMs = 5000

export type Tx = Transaction<Database> | Kysely<Database>

export interface Store extends AsyncDisposable {
  db: Kysely<Database>
  pool: pg.Pool
  keys: Keys
  databaseUrl: string
  /** What is of this machine alone lies here, beside the keys. */
  dataFolder: string
  transaction<T>(work: (tx: Transaction<Database>) => Promise<T>): Promise<T>
  /** A connection of its own, for LISTEN and for locks that last as long as it does. */
  connect(): Promise<pg.Client>
}

export async function openStore(deps: { databaseUrl: string; dataFolder: string; log: Log }): Promise<Store> {
  const { databaseUrl, dataFolder, log } = deps
  await reach(databaseUrl)
  const keys = await openKeys(join(dataFolder, 'keys'))
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 12,
    application_name: 'vigie',
    idle_in_transaction_session_timeout: frozenAfterMs,
  })
  // An idle connection that is cut would otherwise end the process; the next query opens another.
  pool.on('error', () => log.warn('store.connection-lost'))
  // So would one that is cut between two statements of a transaction; the second statement fails, which is enough.
  pool.on('connect', (client) => void client.on('error', () => {}))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  try {
    await migrate(db)
    await sameFolder(db, keys)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    db,
    pool,
    keys,
    databaseUrl,
    dataFolder,
    transaction: (work) => db.transaction().execute(work),
    async connect() {
      const client = new pg.Client({ connectionString: databaseUrl, application_name: 'vigie-listen', keepAlive: true })
      await client.connect()
      return client
    },
    [Symbol.asyncDispose]: () => db.destroy(),
  }
}

async function reach(databaseUrl: string): Promise<void> {
  let client: pg.Client
  try {
    client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  } catch (cause) {
    throw new InvalidInput('DATABASE_URL is no address: write it as postgres://user:password@host:5432/database.', {
      cause,
    })
  }
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    if ((rows[0]?.version ?? 0) < 140_000)
      throw new InvalidInput('The PostgreSQL server behind DATABASE_URL is too old: Vigie needs version 14 or later.')
  } catch (cause) {
    if (cause instanceof InvalidInput) throw cause
    throw new Unavailable(`DATABASE_URL: ${sayWhy(cause)}`, { cause })
  } finally {
    await client.end().catch(() => {})
  }
}

function sayWhy(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === '28P01' || code === '28000') return 'the server refuses this user or password. Correct them.'
  if (code === '3D000') return 'the server has no such database. Create it, or name another.'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'the host is not known. Correct its name.'
  return 'no PostgreSQL server answers there. Start it, or correct the address.'
}

async function migrate(db: Kysely<Database>): Promise<void> {
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'vigie_migration',
    migrationLockTableName: 'vigie_migration_lock',
  }).migrateToLatest()
  if (!error) return
  // Kysely's words when the database has a migration that this code does not know.
  if (error instanceof Error && /corrupted migrations/i.test(error.message))
    throw new InvalidInput(
      'This data was written by a newer Vigie. Start that version, or a newer one, instead of this.',
      {
        cause: error,
      },
    )
  throw error
}

/** A database is used with the keys it was made with, or every case in it would look withdrawn and be swept away. */
async function sameFolder(db: Kysely<Database>, keys: Keys): Promise<void> {
  const mine = keys.ref('installation').toString('hex')
  await db
    .insertInto('installation')
    .values({ ref: mine })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { ref } = await db.selectFrom('installation').select('ref').executeTakeFirstOrThrow()
  if (ref !== mine)
    throw new InvalidInput(
      'The keys in VIGIE_DATA do not belong to this database. Point VIGIE_DATA to the folder that does, or use an empty database.',
    )
}

/**
 * A version 7 UUID (RFC 9562 §5.7), its twelve bits after the millisecond a finer time (§6.2, method 3): ids made one
 * after the other by one process are in that order, so rows written together lie together and keep their order.
 */
export function newId(): string {
  const time = performance.timeOrigin + performance.now()
  const ms = Math.floor(time).toString(16).padStart(12, '0')
  const finer = Math.floor((time % 1) * 4096)
    .toString(16)
    .padStart(3, '0')
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${finer}${randomUUID().slice(18)}`
}

/** A secret token for a header or a cookie: 32 bytes, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}
