import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { NoticeId } from '#core/ids.ts'
import { openStore } from '#store/store.ts'
import { startFollower } from '#worker/follower.ts'
import { freshDatabase } from '../database.ts'
import { aHash, aLine, aPicture, startInstallation, turn } from '../installation.ts'
import { startHttpList } from '../peers/http-list.ts'
import { until } from '../until.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }

test('a follower that cannot take its place at once tries until it can, and leaves no connection behind', async () => {
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await freshDatabase())
  const dataFolder = await mkdtemp(join(tmpdir(), 'vigie-follower-'))
  opened.defer(() => rm(dataFolder, { recursive: true, force: true }))
  const store = opened.use(await openStore({ databaseUrl: database.url, dataFolder, log }))
  let lost = 0
  const worker = { stages: 'match', mail: false }
  const follower = opened.use(
    await startFollower({ store, log: { ...log, warn: () => void lost++ }, worker, holdsIndex: true }),
  )
  const before = await follower.presence()

  await store.transaction(async (tx) => {
    await sql`lock table workers in access exclusive mode`.execute(tx)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'vigie-listen'`.execute(store.db)
    await until('it waits for its place', async () => (await tries()) > 0, { within: 20_000 })
    await sql`alter table workers rename to away`.execute(tx)
  })
  await until('it has tried in vain', async () => (await tries()) === 0, { within: 20_000, every: 5 })
  await sql`alter table away rename to workers`.execute(store.db)

  await follower.index()
  expect(await follower.presence()).not.toBe(before)
  expect(await tries()).toBe(1)
  expect(lost).toBe(1)
  const { rows } = await sql`select id from index_followers`.execute(store.db)
  expect(rows).toEqual([{ id: await follower.presence() }])

  async function tries(): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and application_name = 'vigie-listen'`.execute(store.db)
    return rows[0]?.count ?? 0
  }
})

test('when a withdrawal is answered, every index has dropped the case already, pictures and frames of clips', async () => {
  await using vigie = await startInstallation({ worker: false })
  await using opened = new AsyncDisposableStack()
  const [mine, theirs] = [aHash(), aHash()]
  const clip = (hash: string) => ({ vpdqs: [`${hash}64`], sha256: aHash(), md5: aHash().slice(32), cids: [] })
  const person = await vigie.enrol({ pictures: [aPicture([mine])], clips: [clip(turn(mine, 100))] })
  await vigie.enrol({ pictures: [aPicture([theirs])], clips: [clip(turn(theirs, 100))] })
  const token = await person.signIn()
  const start = () =>
    startFollower({ store: vigie.store, log, worker: { stages: 'match', mail: false }, holdsIndex: true })
  const followers = [opened.use(await start()), opened.use(await start()), opened.use(await start())]
  const indexes = await Promise.all(followers.map((follower) => follower.index()))
  const published = [mine, theirs].flatMap((hash) => [hash, turn(hash, 100)])
  const notices = published.map((hash, id) => {
    const fingerprints = [{ type: 'pdq' as const, value: Buffer.from(hash, 'hex'), quality: null, places: null }]
    return { id: String(id) as NoticeId, fingerprints, places: [] }
  })
  expect(indexes.map((index) => index.touched(notices))).toEqual(indexes.map(() => ['0', '1', '2', '3']))

  const withdrawn = await vigie.ask('/case', { method: 'DELETE', token })

  expect(indexes.map((index) => index.touched(notices))).toEqual(indexes.map(() => ['2', '3']))
  expect(withdrawn.status).toBe(204)
})

test('an index that lost its connection holds nothing until it has read everything anew, and nothing withdrawn', async () => {
  await using list = await startHttpList()
  await using vigie = await startInstallation()
  const [stays, leaves] = [aPicture([aHash()]), aPicture([aHash()])]
  const kept = await vigie.enrol({ pictures: [stays] })
  const gone = await vigie.enrol({ pictures: [leaves] })
  await vigie.idle()

  const token = await gone.signIn()
  const [withdrawn] = await Promise.all([
    vigie.ask('/case', { method: 'DELETE', token }),
    sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'vigie-listen'`.execute(vigie.store.db),
  ])
  const lines = [stays, leaves].map(({ pdqs }, i) => aLine({ id: `n${i}`, type: 'pdq', value: pdqs[0], quality: 90 }))
  list.publish({ content: lines.join(''), type: 'application/x-ndjson' })
  await vigie.addChannel('hash-list', list.url)
  await vigie.idle()

  expect(withdrawn.status).toBe(204)
  expect(vigie.logged.map(({ event }) => event)).toContain('follower.connection-lost')
  expect(await kept.inbox()).toHaveLength(1)
  expect(await vigie.store.db.selectFrom('finds').select('id').execute()).toHaveLength(1)
})
