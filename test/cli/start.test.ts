import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { freshDatabase } from '../database.ts'
import { databasePid, NotReady, type ServiceOptions, startService } from '../service.ts'
import { processesOf, vigie } from './run.ts'

// Whole processes start and end here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

async function refusal(options: ServiceOptions): Promise<{ status: number | null; stderr: string; stdout: string }> {
  const error = await startService(options).then(
    async (service) => {
      await service.stop()
      return undefined
    },
    (cause) => cause,
  )
  if (!(error instanceof NotReady)) throw error ?? new Error('It started.')
  return { status: error.status, ...error.output }
}

async function newFolder() {
  const path = await mkdtemp(join(tmpdir(), 'vigie-start-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) }
}

test('one ready line and nothing else on stdout; SIGTERM ends it with status 0 and leaves no process', async () => {
  await using folder = await newFolder()
  const service = await startService({ dataFolder: folder.path })
  expect(await (await fetch(`${service.url}/health/ready`)).json()).toEqual({ ready: true })
  expect((await processesOf(folder.path)).length).toBeGreaterThan(1)

  const status = await service.stop('SIGTERM')

  expect(status).toBe(0)
  expect(service.output.stdout).toBe(`Vigie is ready: ${service.url}\n`)
  expect(service.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(await processesOf(folder.path)).toEqual([])
})

test('the data folder and the operator’s token are for their owner alone', async () => {
  await using service = await startService()

  expect((await stat(service.dataFolder)).mode & 0o777).toBe(0o700)
  expect((await stat(join(service.dataFolder, 'operator.token'))).mode & 0o777).toBe(0o600)
  const asked = await fetch(`${service.url}/api/channels`, {
    headers: { authorization: `Bearer ${await service.token()}` },
  })
  expect(asked.status).toBe(200)
})

test('a stop during the start is a stop', async () => {
  await using folder = await newFolder()
  const main = new URL('../../cli/main.ts', import.meta.url).pathname
  const env = { ...process.env, PORT: '0', VIGIE_DATA: folder.path }
  const child = spawn(process.execPath, [main, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  await once(child.stderr, 'data') // it is setting up the database

  child.kill('SIGINT')
  const [status] = await once(child, 'close')

  expect(status).toBe(0)
  expect(await processesOf(folder.path)).toEqual([])
})

test('after a SIGKILL the next start takes over what was left, and finds what was stored', async () => {
  await using folder = await newFolder()
  const first = await startService({ dataFolder: folder.path })
  const token = await first.token()
  const body = { kind: 'hash-list', url: 'http://127.0.0.1:9/list.csv' }
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const added = await fetch(`${first.url}/api/channels`, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(added.status).toBe(201)
  const database = await databasePid(folder.path)
  await first.kill()

  const second = await startService({ dataFolder: folder.path })

  expect(await databasePid(folder.path)).toBe(database)
  expect(await second.token()).toBe(token)
  const { channels } = await (await fetch(`${second.url}/api/channels`, { headers })).json()
  expect(channels).toHaveLength(1)
  expect(await second.stop()).toBe(0)
  expect(await processesOf(folder.path)).toEqual([])
})

test('it outlives a SIGKILL of its database', async () => {
  await using service = await startService()
  const pid = await databasePid(service.dataFolder)

  process.kill(pid ?? 0, 'SIGKILL')

  const hasComeBack = async () => {
    const isNew = ![pid, undefined].includes(await databasePid(service.dataFolder))
    return isNew && (await fetch(`${service.url}/health/ready`)).ok
  }
  await expect.poll(hasComeBack, { timeout: 90_000, interval: 200 }).toBe(true)
  const practised = await vigie(['practice'], { env: { VIGIE_URL: service.url } })
  expect(practised.status, practised.stderr).toBe(0)
})

test('a taken port: one line, status 1, and the folder is not touched', async () => {
  await using folder = await newFolder()
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = address && typeof address === 'object' ? address.port : 0

  const { status, stderr, stdout } = await refusal({ dataFolder: folder.path, env: { PORT: String(port) } })

  other.close()
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toBe(
    `Port ${port} is taken, perhaps by another Vigie: stop what uses it, or set PORT to another number (0 takes a free one).\n`,
  )
  expect(await readdir(folder.path)).toEqual([])
})

test('a second start of the same folder on a taken port leaves the first one its database', async () => {
  await using service = await startService()

  const { status } = await refusal({ dataFolder: service.dataFolder, env: { PORT: new URL(service.url).port } })

  expect(status).toBe(1)
  expect((await fetch(`${service.url}/health/ready`)).status).toBe(200)
})

test.each<[string, ServiceOptions, RegExp]>([
  ['a DATABASE_URL that is none', { env: { DATABASE_URL: 'nonsense' } }, /^DATABASE_URL: Write it as postgres:.*\n$/],
  [
    'a DATABASE_URL where nothing answers',
    { env: { DATABASE_URL: 'postgres://a:b@127.0.0.1:9/c' } },
    /^DATABASE_URL: .*answers there.*\n$/,
  ],
  ['a mistyped setting or two', { env: { VIGIE_DIGEST: 'soon', HOST: 'my host' } }, /^HOST: .*\nVIGIE_DIGEST: .*\n$/],
  [
    'a HOST of another machine',
    { env: { HOST: '192.0.2.1' } },
    /^This machine has no address 192\.0\.2\.1: set HOST .*\n$/,
  ],
  ['an api without DATABASE_URL', { mode: 'api' }, /^`api` needs DATABASE_URL.*\n$/],
  ['a worker without DATABASE_URL', { mode: 'worker' }, /^`worker` needs DATABASE_URL.*\n$/],
])('%s: clear lines, and status 1', async (_what, options, message) => {
  const { status, stderr, stdout } = await refusal(options)

  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(message)
})

test('an unreachable REDIS_URL: one line, status 1, nothing left running', async () => {
  await using folder = await newFolder()

  const { status, stderr } = await refusal({ dataFolder: folder.path, env: { REDIS_URL: 'redis://127.0.0.1:9' } })

  expect(status).toBe(1)
  expect(stderr.split('\n').filter((line) => /REDIS_URL/.test(line))).toHaveLength(1)
  expect(await processesOf(folder.path)).toEqual([])
})

test('an unknown stage: one line that names those there are', async () => {
  await using database = await freshDatabase()

  const { status, stderr } = await refusal({
    mode: 'worker',
    env: { DATABASE_URL: database.url, VIGIE_STAGES: 'dance' },
  })

  expect(status).toBe(1)
  expect(stderr).toMatch(/VIGIE_STAGES.*dance.*poll/)
})

// A file in place of the folder, and not a folder without rights: nothing is refused to root, who may run this.
test.skipIf(process.platform !== 'linux')(
  'a folder in which nothing can be made: one line, and not an endless try',
  async () => {
    const { status, stderr } = await refusal({ dataFolder: '/proc/vigie/data' })

    expect(status).toBe(1)
    expect(stderr).toMatch(/^The data folder \/proc\/vigie\/data cannot be written/)
  },
)

test('a data folder that cannot be written: one line, status 1', async () => {
  await using folder = await newFolder()
  await writeFile(join(folder.path, 'file'), '')

  const { status, stderr } = await refusal({ dataFolder: join(folder.path, 'file', 'data') })

  expect(status).toBe(1)
  expect(stderr).toMatch(
    /^The data folder .*file\/data cannot be written \(ENOTDIR\): mend its rights, or set VIGIE_DATA to another folder\.\n$/,
  )
})

test('data of a newer Vigie: one line, status 1, nothing left running', async () => {
  await using folder = await newFolder()
  await using database = await freshDatabase()
  const first = await startService({ dataFolder: folder.path, env: { DATABASE_URL: database.url } })
  await first.stop()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(
    `insert into vigie_migration (name, timestamp) values ('9999-from-the-future', '2099-01-01T00:00:00Z')`,
  )
  await client.end()

  const { status, stderr } = await refusal({ dataFolder: folder.path, env: { DATABASE_URL: database.url } })

  expect(status).toBe(1)
  expect(stderr).toMatch(/^This data was written by a newer Vigie\. .*\n$/)
  expect(await processesOf(folder.path)).toEqual([])
})

test('api and worker apart, on one database, are one Vigie', async () => {
  await using folder = await newFolder()
  await using database = await freshDatabase()
  const shared = { dataFolder: folder.path, env: { DATABASE_URL: database.url } }
  await using api = await startService({ mode: 'api', ...shared })
  await using _worker = await startService({ mode: 'worker', ...shared })

  const practised = await vigie(['practice'], { env: { VIGIE_URL: api.url } })

  expect(practised.stderr).toBe('The alert came: this installation works.\n')
  expect(practised.lines.map(({ step }) => step)).toEqual([
    'case opened',
    'enrolled',
    'published',
    'matched',
    'alerted',
    'delivery',
    'case erased',
  ])
})
