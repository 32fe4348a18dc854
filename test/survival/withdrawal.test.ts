import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { type Service, startService } from '../service.ts'
import { until } from '../until.ts'
import { startTown, type Town } from './town.ts'

const caseTables = [
  'cases',
  'items',
  'alerts',
  'finds',
  'matches',
  'requests',
  'request_places',
  'records',
  'deliveries',
]

test('once a withdrawal is answered no worker matches the case, its key is gone, and a copy of the rows stays closed', {
  timeout: 240_000,
}, async () => {
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await freshDatabase())
  const town: Town = opened.use(await startTown(() => api.url))
  const env = { ...town.env, DATABASE_URL: database.url }
  const api: Service = opened.use(await startService({ mode: 'api', env }))
  const { dataFolder } = api
  const start = async () => opened.use(await startService({ mode: 'worker', env, dataFolder }))
  const workers = await Promise.all([start(), start()])
  await town.addChannels(await api.token())
  const [stays, leaves] = [await town.enrol(), await town.enrol()]
  await town.publish(leaves)
  await town.toldOnceFor(leaves, { within: 60_000 })
  const copy = await copyRows(database.url)
  expect(await keyFiles(dataFolder)).toHaveLength(2)

  const answer = await town.withdraw(leaves)
  leaves.place = 'https://leak.example/elsewhere'
  await town.publish(leaves)
  await town.publish(stays)

  expect(answer.status).toBe(204)
  expect(await keyFiles(dataFolder)).toHaveLength(1)
  await town.toldOnceFor(stays, { within: 30_000 }) // the same page, the same workers
  expect(await rowsOf(database.url, 'finds')).toHaveLength(1)
  expect(await rowsOf(database.url, 'cases')).toHaveLength(1)
  expect((await town.signIn(leaves)).status).toBe(401)

  await putBack(database.url, copy)
  expect(await rowsOf(database.url, 'cases')).toHaveLength(2)
  expect((await town.signIn(leaves)).status).toBe(401)
  await Promise.all(workers.map((worker) => worker.stop()))
  await start()
  expect(await rowsOf(database.url, 'cases')).toHaveLength(1)
  expect(await rowsOf(database.url, 'items')).toHaveLength(1)
})

test('a worker that stands still does not hold up a withdrawal, and tells nothing when it goes on', {
  timeout: 240_000,
}, async () => {
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await freshDatabase())
  const town: Town = opened.use(await startTown(() => api.url))
  const env = { ...town.env, DATABASE_URL: database.url }
  const api: Service = opened.use(await startService({ mode: 'api', env }))
  const worker = opened.use(await startService({ mode: 'worker', env, dataFolder: api.dataFolder }))
  opened.defer(() => void process.kill(worker.pid, 'SIGCONT')) // also when the test fails
  await town.addChannels(await api.token())
  const [stays, leaves] = [await town.enrol(), await town.enrol()]

  process.kill(worker.pid, 'SIGSTOP')
  const askedAt = performance.now()
  const answer = await town.withdraw(leaves)
  const tookMs = performance.now() - askedAt
  await town.publish(leaves)
  await town.publish(stays)
  process.kill(worker.pid, 'SIGCONT')

  expect(answer.status).toBe(204)
  expect(tookMs).toBeLessThan(16_000)
  await town.toldOnceFor(stays, { within: 60_000 })
  expect(await rowsOf(database.url, 'finds')).toHaveLength(1)
  expect(town.mail.mails).toHaveLength(1)
  await until('the worker says that it was cut off', () => worker.output.stderr.includes('follower.connection-lost'), {
    within: 5000,
  })
})

async function keyFiles(dataFolder: string): Promise<string[]> {
  const entries = await readdir(join(dataFolder, 'keys/cases'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

type Rows = Record<string, Record<string, unknown>[]>

async function copyRows(url: string): Promise<Rows> {
  const copy: Rows = {}
  for (const table of caseTables) copy[table] = await rowsOf(url, table)
  return copy
}

/** As a backup that is played back: what is there stays. */
async function putBack(url: string, copy: Rows): Promise<void> {
  for (const table of caseTables)
    await query(
      url,
      `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1) on conflict do nothing`,
      [JSON.stringify(copy[table])],
    )
}

async function rowsOf(url: string, table: string): Promise<Record<string, unknown>[]> {
  const rows = await query<{ row: Record<string, unknown> }>(url, `select to_jsonb(t) as row from ${table} t`)
  return rows.map(({ row }) => row)
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string, values: string[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}
