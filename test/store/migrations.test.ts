import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { expect, test } from 'vitest'
import { migrations } from '#store/migrations.ts'
import { readNotices, readWorkPrints } from '#store/notices.ts'
import { openStore } from '#store/store.ts'
import { readBatch, takeBatches } from '#store/work.ts'
import { freshDatabase } from '../database.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }

test('notices of an older version keep their fingerprints, and what was to be matched still is', async () => {
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await freshDatabase())
  const dataFolder = await mkdtemp(join(tmpdir(), 'vigie-migrations-'))
  opened.defer(() => rm(dataFolder, { recursive: true, force: true }))
  const [near, same] = [randomBytes(32), randomBytes(32)]
  const old = await openAt(database.url, '0002-places-of-a-fingerprint')
  await sql`insert into channels (id, kind, name, url, options, created_at) values ('list', 'hash-list', '', '', '{}', now())`.execute(
    old,
  )
  await sql`insert into notices (channel_id, source_id, kind, at, locations, digest, received_at)
    select 'list', n::text, 'listing', now(), '[]', '', now() from generate_series(1, 1002) as n`.execute(old)
  await sql`insert into notice_fingerprints (notice_id, type, value, quality, places)
    values (1, 'pdq', ${near}, 73, '[2, 0]'), (1, 'sha256', ${same}, null, null)`.execute(old)
  await sql`insert into work (stage, id, due) select 'match', n::text, now() from generate_series(1, 1001) as n`.execute(
    old,
  )
  await old.destroy()

  const store = opened.use(await openStore({ databaseUrl: database.url, dataFolder, log }))

  const [first, second] = await readNotices(store.db, ['1', '2'])
  expect(first?.fingerprints.map(({ value, ...print }) => ({ ...print, value: Buffer.from(value) }))).toEqual([
    { type: 'pdq', quality: 73, places: [2, 0], value: near },
    { type: 'sha256', quality: null, places: null, value: same },
  ])
  expect(second?.fingerprints).toEqual([])
  const [batch] = await takeBatches(store, { stage: 'match', page: 10, nowMs: Date.now() + 1000 })
  const rows = await readBatch(store, batch!.batch)
  expect(rows).toHaveLength(2)
  const work = rows.map((row) => row.id)
  expect((await readWorkPrints(store.db, { work, places: false })).notices).toHaveLength(1001)
})

/** A database as an older version left it. */
async function openAt(url: string, last: string): Promise<Kysely<unknown>> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) }) })
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'vigie_migration',
    migrationLockTableName: 'vigie_migration_lock',
  }).migrateTo(last)
  if (error) throw error
  return db
}
