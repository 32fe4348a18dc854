import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { expect, test } from 'vitest'
import type { CaseId } from '#core/ids.ts'
import { openKeys } from '#store/keys.ts'
import { migrations } from '#store/migrations.ts'
import { readNotices, readWorkPrints } from '#store/notices.ts'
import { moveRequest, readRequests } from '#store/requests.ts'
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

test('requests of an older version keep their place and where they stand, and what is waited for is looked at again', async () => {
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await freshDatabase())
  const dataFolder = await mkdtemp(join(tmpdir(), 'vigie-migrations-'))
  opened.defer(() => rm(dataFolder, { recursive: true, force: true }))
  const keys = await openKeys(join(dataFolder, 'keys'))
  const id = randomUUID() as CaseId
  const of = { id, key: await keys.create(id) }
  const old = await openAt(database.url, '0011-partners')
  await sql`insert into cases (id, number_ref, passphrase, age_band, country, lang, sealed, created_at)
    values (${id}, '', '', 'adult', 'BE', 'en', ${of.key.seal('cases.sealed', id, { number: '1', mail: null })}, now())`.execute(
    old,
  )
  const sentAt = new Date('2026-11-20T10:00:00Z')
  const states = ['prepared', 'sent', 'acknowledged', 'refused', 'overdue', 'removed']
  for (const [n, state] of states.entries()) {
    const request = randomUUID()
    const location = { platform: 'website', kind: 'page', id: `${n}`, url: `https://leak.example/p/${n}` }
    const sealed = of.key.seal('requests.sealed', request, { location, found: null, answers: { a: 'b' } })
    const sent = state === 'prepared' ? null : sentAt
    const due = state === 'overdue' ? sentAt : null
    await sql`insert into requests (id, case_id, place_ref, route, ground, practice, state, sent_at, due_at, sealed, created_at)
      values (${request}, ${id}, ${Buffer.of(n)}, 'abuse-mail', 'dsa16', false, ${state}, ${sent}, ${due}, ${sealed}, now())`.execute(
      old,
    )
  }
  await old.destroy()

  const store = opened.use(await openStore({ databaseUrl: database.url, dataFolder, log }))

  const requests = (await readRequests(store, of)).sort((a, b) => a.placeRef.compare(b.placeRef))
  expect(requests.map(({ progress }) => progress.state)).toEqual(states)
  expect(requests.map(({ places }) => places.map(({ location }) => location.url))).toEqual(
    states.map((_, n) => [`https://leak.example/p/${n}`]),
  )
  expect(requests.map(({ places }) => places.some(({ goneAt }) => goneAt))).toEqual(
    states.map((state) => state === 'removed'),
  )
  const [batch] = await takeBatches(store, { stage: 'follow-up', page: 10, nowMs: Date.now() + 1000 })
  expect(await readBatch(store, batch!.batch)).toHaveLength(4)
  const { moved } = await moveRequest(store.db, of, requests[3]!.id, { event: { type: 'removed' }, at: new Date() })
  expect(moved).toBe(true)
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
