import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbedded } from '#store/embedded.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigie-embedded-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function ask(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

const serverPid = async () => {
  const text = await readFile(join(folder, 'cluster/data/postmaster.pid'), 'utf8').catch(() => '')
  return Number(text.split('\n')[0])
}

/** A process that has ended and waits for its parent to notice (state Z) does not run. */
const isUp = (pid: number) => /^\d+ \(.*\) [^Z]/.test(readStat(pid))

function readStat(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}

/** Another process of ours that holds the server of `folder`. */
async function startHolder() {
  const script = join(folder, '..', `${folder.split('/').at(-1)}.mjs`)
  const embedded = new URL('../../store/embedded.ts', import.meta.url)
  await writeFile(
    script,
    `import { startEmbedded } from ${JSON.stringify(embedded.href)}
     const server = await startEmbedded(${JSON.stringify(folder)})
     process.send(server.url)
     process.on('message', async () => { await server.stop(); process.disconnect() })`,
  )
  const child = fork(script, { execArgv: [] })
  const [url] = await once(child, 'message')
  await rm(script)
  return { child, url: String(url) }
}

test('what was stored is there after a stop, and nothing runs in between', async () => {
  const first = await startEmbedded(folder)
  await ask(first.url, 'create table kept as select 1 as one')
  const pid = await serverPid()
  expect(isUp(pid)).toBe(true)
  await first.stop()
  expect(isUp(pid)).toBe(false)

  await using second = await startEmbedded(folder)

  expect(await ask(second.url, 'select one from kept')).toEqual([{ one: 1 }])
  expect(second.url).toBe(first.url)
})

test('only its owner can read the folder', async () => {
  await using server = await startEmbedded(join(folder, 'made'))

  expect((await stat(join(folder, 'made'))).mode & 0o777).toBe(0o700)
  expect((await stat(join(folder, 'made/cluster/secret'))).mode & 0o777).toBe(0o600)
  await expect(ask(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/)
})

test('two starts at once share one server, and the last to leave stops it', async () => {
  const [one, two] = await Promise.all([startEmbedded(folder), startEmbedded(folder)])
  const pid = await serverPid()
  expect(two.url).toBe(one.url)

  await one.stop()
  expect(await ask(two.url, 'select 1 as one')).toEqual([{ one: 1 }])

  await two.stop()
  expect(isUp(pid)).toBe(false)
  expect((await readdir(folder)).filter((name) => name.startsWith('new-'))).toEqual([])
})

test('when the process that started it is killed, the next start takes the server over and can stop it', async () => {
  const { child, url } = await startHolder()
  const pid = await serverPid()
  child.kill('SIGKILL')
  await once(child, 'exit')

  const next = await startEmbedded(folder)

  expect(next.url).toBe(url)
  expect(await serverPid()).toBe(pid)
  await next.stop()
  expect(isUp(pid)).toBe(false)
})

test('a server that is killed under a living process comes back on the same address', async () => {
  const events: string[] = []
  const log = { info: () => undefined, warn: (event: string) => events.push(event), error: () => undefined }
  await using server = await startEmbedded(folder, { log })
  await ask(server.url, 'create table kept as select 1 as one')

  process.kill(await serverPid(), 'SIGKILL')

  await expect.poll(() => events, { timeout: 20_000 }).toEqual(['postgres.lost', 'postgres.restarted'])
  expect(await ask(server.url, 'select one from kept')).toEqual([{ one: 1 }])
})

test('a mark left by a power cut, whose number is another program now, does not hinder the start', async () => {
  await (await startEmbedded(folder)).stop()
  const data = join(folder, 'cluster/data')
  await writeFile(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1700000000\n5432\n\n127.0.0.1\n\nready   \n`)

  await using server = await startEmbedded(folder)

  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a first start that was cut short leaves nothing that hinders the second', async () => {
  await mkdir(join(folder, 'new-999999999-aaaa/data'), { recursive: true })

  await using server = await startEmbedded(folder)

  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(await readdir(folder)).not.toContain('new-999999999-aaaa')
})

test('a folder of a newer PostgreSQL is left alone, and the message says what to do', async () => {
  await (await startEmbedded(folder)).stop()
  await writeFile(join(folder, 'cluster/data/PG_VERSION'), '99\n')

  await expect(startEmbedded(folder)).rejects.toThrow(/made by PostgreSQL 99.*update Vigie/)
})

test('a folder that cannot be made is named', async () => {
  await writeFile(join(folder, 'file'), '')

  await expect(startEmbedded(join(folder, 'file', 'below'))).rejects.toThrow(/file\/below cannot be made/)
})

test("the server's log carries no value of a failing statement", async () => {
  await using server = await startEmbedded(folder)
  await ask(server.url, "select 'planted-value'::int").catch(() => undefined)
  await ask(
    server.url,
    "create table t (a text primary key); insert into t values ('planted-value'), ('planted-value')",
  ).catch(() => undefined)

  expect(await readFile(join(folder, 'server.log'), 'utf8')).not.toContain('planted-value')
})
