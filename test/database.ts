/**
 * One embedded PostgreSQL for the whole run, one empty database per test file. vitest calls `setup` once, before all
 * files; a file asks for `await using database = await freshDatabase()`.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#store/embedded.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string
  }
}

export async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-test-'))
  // The data may be lost: a test that kills the server starts its own.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' }
  const server = await startEmbedded(folder, { settings })
  project.provide('serverUrl', server.url)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

export interface TestDatabase extends AsyncDisposable {
  url: string
  /** Ends every connection to it. */
  cut(): Promise<void>
  /** Ends every connection and takes no new one, until it is opened again. */
  close(): Promise<void>
  open(): Promise<void>
}

/** An empty database, dropped when it is disposed of, whoever is still connected. Migrations are the store's. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = inject('serverUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await execute(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = name
  const cut = () => execute(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
  return {
    url: url.href,
    cut,
    async close() {
      await execute(server, `alter database ${name} with allow_connections false`)
      await cut()
    },
    open: () => execute(server, `alter database ${name} with allow_connections true`),
    [Symbol.asyncDispose]: () => execute(server, `drop database if exists ${name} with (force)`),
  }
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
