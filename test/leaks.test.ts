/**
 * The main job with values that can be recognised, and then a search for them wherever the service writes or sends
 * something. What a channel published is known to its notices; what she gave must be nowhere in the clear.
 */
import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { base32 } from 'multiformats/bases/base32'
import { base58btc } from 'multiformats/bases/base58'
import { CID } from 'multiformats/cid'
import * as Digest from 'multiformats/hashes/digest'
import pg from 'pg'
import { expect, test } from 'vitest'
import { normalisePassphrase } from '#core/case/passphrase.ts'
import { freshDatabase } from './database.ts'
import { aHash, aLine, turn, type Wire } from './installation.ts'
import { startHttpList } from './peers/http-list.ts'
import { startMailServer } from './peers/mail-server.ts'
import { newAuthor } from './peers/nostr-events.ts'
import { startNostrRelay } from './peers/nostr-relay.ts'
import { freshRedis, type TestRedis } from './redis.ts'
import { type Service, startService } from './service.ts'
import { until } from './until.ts'

/** Where something was written: a table, a file, an answer. */
type Traces = Map<string, Buffer>

test('nothing that she gave stands in the clear in any log, table, file, mail, answer or request', {
  timeout: 240_000,
}, async () => {
  await using mail = await startMailServer()
  await using list = await startHttpList()
  await using relay = await startNostrRelay()
  await using service = await startService({
    env: { SMTP_URL: mail.url, VIGIE_LOG: 'info', VIGIE_DIGEST: '1s' },
  })
  const databaseUrl = await embeddedUrl(service.dataFolder)
  const { plants, published, token } = await walkTheMainJob(service, { list, relay, mail })

  const traces = await traceService(service, { databaseUrl })
  for (const [at, each] of mail.mails.entries()) traces.set(`mail ${at}`, Buffer.from(each.raw))
  // Her address is where a mail goes to, and stands in no other place.
  expect(searchFor(plants, traces).filter((found) => !/^e-mail .* in mail \d+$/.test(found))).toEqual([])
  // The search itself finds what is there: the published hash, in its table as text and in PostgreSQL's files as bytes.
  const control = searchFor({ published: spellingsOf(published) }, traces)
  expect(control).toContain('published as hex in table public.notices')
  expect(control.some((found) => /^published as bytes in file postgres\//.test(found))).toBe(true)

  const withdrawn = await ask(service, '/case', { method: 'DELETE', token })
  expect(withdrawn.status).toBe(204)
  await service.stop()
  const after: Traces = new Map([...(await traceFiles(service.dataFolder)), ...traceOutput(service)])
  expect(searchFor(plants, after)).toEqual([])

  const asked = new Map([
    ['the list', Buffer.from(JSON.stringify(list.requests))],
    ['the relay', Buffer.from(relay.requests.join('\n'))],
  ])
  expect(list.requests.length * relay.requests.length).toBeGreaterThan(0)
  expect(searchFor(plants, asked)).toEqual([])
})

const redis = await freshRedis(11)

test.skipIf(redis === null)('nor in Redis, nor in what api and worker print', { timeout: 240_000 }, async () => {
  await redis?.empty()
  await using opened = new AsyncDisposableStack()
  const mail = opened.use(await startMailServer())
  const list = opened.use(await startHttpList())
  const relay = opened.use(await startNostrRelay())
  const database = opened.use(await freshDatabase())
  const env = { SMTP_URL: mail.url, DATABASE_URL: database.url, VIGIE_DIGEST: '1s', REDIS_URL: redis?.url ?? '' }
  const api = opened.use(await startService({ mode: 'api', env }))
  const worker = opened.use(await startService({ mode: 'worker', env, dataFolder: api.dataFolder }))
  const dumps: string[] = []
  const { plants } = await walkTheMainJob(api, {
    list,
    relay,
    mail,
    meanwhile: async () => void dumps.push(await dump(redis)),
  })

  const traces = await traceService(api, { databaseUrl: database.url })
  for (const [name, text] of traceOutput(worker)) traces.set(`worker ${name}`, text)
  for (const [at, text] of dumps.entries()) traces.set(`redis at ${at}`, Buffer.from(text, 'latin1'))
  expect(dumps.join('').length).toBeGreaterThan(0)
  expect(worker.output.stderr).toContain('deliver.sent')
  expect(searchFor(plants, traces)).toEqual([])
})

const dump = async (from: TestRedis | null) => (await from?.dump()) ?? ''

/** Enrols, is found, told and mailed, answers, asks, practises, signs in wrongly, moves: all that a case does. */
async function walkTheMainJob(
  service: Service,
  {
    list,
    relay,
    mail,
    meanwhile = async () => {},
  }: {
    list: Awaited<ReturnType<typeof startHttpList>>
    relay: Awaited<ReturnType<typeof startNostrRelay>>
    mail: Awaited<ReturnType<typeof startMailServer>>
    meanwhile?: () => Promise<void>
  },
) {
  const operator = await service.token()
  for (const [kind, url] of [
    ['hash-list', list.url],
    ['nostr', relay.url],
  ])
    await json(
      ask(service, '/channels', { method: 'POST', token: operator, body: { kind, url, options: { every: '1s' } } }),
    )
  const [pdq, further, file, small] = [aHash(), aHash(), randomBytes(32), randomBytes(16)]
  const raw = CID.createV1(0x55, Digest.create(0x12, file))
  const dag = CID.createV0(Digest.create(0x12, file))
  const picture = {
    pdqs: [pdq, further],
    sha256: file.toString('hex'),
    md5: small.toString('hex'),
    cids: [raw.toString(), dag.toString()],
  }
  const email = `plant-${randomBytes(6).toString('hex')}@mail.example`
  const next = `moved-${randomBytes(6).toString('hex')}@mail.example`
  const watched = `https://watched-${randomBytes(6).toString('hex')}.example/album/${randomBytes(6).toString('hex')}`
  const name = `Ada Plant-${randomBytes(6).toString('hex')}`
  const published = turn(pdq, 5)

  const enrolment = {
    statement: true,
    ageBand: 'adult',
    country: 'BE',
    lang: 'fr',
    mail: email,
    pictures: [picture],
    locations: [watched],
  }
  const opened = await json<Wire['enrolled']>(ask(service, '/cases', { method: 'POST', body: enrolment }))
  await meanwhile()
  const wrong = { case: opened.case, passphrase: `${opened.passphrase} wrong` }
  expect((await ask(service, '/session', { method: 'POST', body: wrong })).status).toBe(401)
  const right = { case: opened.case, passphrase: opened.passphrase }
  const { token } = await json<{ token: string }>(ask(service, '/session', { method: 'POST', body: right }))
  await json(
    ask(service, '/case/items', { method: 'POST', token, body: { pictures: [{ ...picture, pdqs: [further] }] } }),
  )

  list.publish({
    content: `${aLine({ id: 'a', type: 'pdq', value: published, quality: 90, url: 'https://leak.example/p/1' })}not a line\n`,
    type: 'application/x-ndjson',
  })
  const tags = [
    ['x', aHash()],
    ['url', 'https://leak.example/p/2'],
  ]
  await relay.publish(newAuthor().sign({ kind: 1063, tags }))
  await meanwhile()
  const inbox = async () => (await json<{ alerts: Wire['alert'][] }>(ask(service, '/case/alerts', { token }))).alerts
  await until('she is told and mailed', async () => (await inbox()).some(({ delivery }) => delivery === 'sent'), {
    within: 30_000,
  })
  await meanwhile()
  const [alert] = await inbox()
  const request = alert?.requests[0]?.id
  await json(ask(service, `/case/alerts/${alert?.alert}`, { token }))
  await ask(service, `/case/matches/${alert?.matches[0]?.id}/answer`, {
    method: 'POST',
    token,
    body: { answer: 'later' },
  })
  const answers = { 'dsa16.identity': `${name}, ${email}` }
  expect(
    (await ask(service, `/case/requests/${request}/answers`, { method: 'PUT', token, body: { answers } })).status,
  ).toBe(204)
  await json(ask(service, `/case/requests/${request}/sent`, { method: 'POST', token }))
  expect((await ask(service, '/case/contact', { method: 'PUT', token, body: { mail: next } })).status).toBe(204)
  await json(ask(service, '/case/practice', { method: 'POST', token }))
  await until('the practice arrives', async () => mail.mails.length === 2, { within: 30_000 })
  await meanwhile()

  const secret = opened.passphrase
  const digits = opened.case.replaceAll('-', '')
  const plants: Plants = {
    pdq: spellingsOf(pdq),
    'further pdq': spellingsOf(further),
    sha256: spellingsOf(picture.sha256),
    md5: spellingsOf(picture.md5),
    cid: { base32: utf8(raw.toString()), base58: utf8(dag.toString()), 'base58 v1': utf8(raw.toString(base58btc)) },
    'watched address': {
      whole: utf8(watched),
      host: utf8(new URL(watched).host),
      path: utf8(new URL(watched).pathname),
    },
    'e-mail': { whole: utf8(email), 'before the @': utf8(email.split('@')[0] ?? ''), new: utf8(next) },
    name: { whole: utf8(name), 'last word': utf8(name.split(' ')[1] ?? '') },
    passphrase: {
      shown: utf8(secret),
      hyphens: utf8(secret.replaceAll(' ', '-')),
      together: utf8(normalisePassphrase(secret)),
      upper: utf8(secret.toUpperCase()),
      encoded: utf8(encodeURIComponent(secret)),
      form: utf8(secret.replaceAll(' ', '+')),
      hex: utf8(Buffer.from(secret).toString('hex')),
      base64: utf8(Buffer.from(secret).toString('base64')),
      'hex of the compared': utf8(Buffer.from(normalisePassphrase(secret)).toString('hex')),
    },
    'file number': { shown: utf8(opened.case), digits: utf8(digits), spaced: utf8(opened.case.replaceAll('-', ' ')) },
    session: { token: utf8(token) },
  }
  return { plants, published, token }
}

type Plants = Record<string, Record<string, Buffer>>

const utf8 = (text: string) => Buffer.from(text)

/** Every way in which a hash could have been written down. */
function spellingsOf(hex: string): Record<string, Buffer> {
  const bytes = Buffer.from(hex, 'hex')
  return {
    hex: utf8(hex),
    'upper hex': utf8(hex.toUpperCase()),
    base64: utf8(bytes.toString('base64').replace(/=+$/, '')),
    base64url: utf8(bytes.toString('base64url')),
    base32: utf8(base32.encode(bytes).slice(1)),
    base58: utf8(base58btc.encode(bytes).slice(1)),
    bytes,
    'reversed bytes': Buffer.from(bytes).reverse(),
    list: utf8([...bytes].join(',')),
  }
}

function searchFor(plants: Plants, traces: Traces): string[] {
  const found: string[] = []
  // A column of bytes is printed as hex: text that stands in it shows as the hex of that text.
  for (const [where, trace] of traces)
    for (const [what, spellings] of Object.entries(plants))
      for (const [how, needle] of Object.entries(spellings))
        if (trace.includes(needle) || trace.includes(needle.toString('hex')))
          found.push(`${what} as ${how} in ${where}`)
  return found
}

async function traceService(service: Service, { databaseUrl }: { databaseUrl: string }): Promise<Traces> {
  return new Map([
    ...traceOutput(service),
    ...(await traceTables(databaseUrl)),
    ...(await traceFiles(service.dataFolder)),
    ...(await traceAnswers(service)),
  ])
}

function traceOutput({ output }: Service): Traces {
  return new Map([
    ['stdout', Buffer.from(output.stdout)],
    ['stderr', Buffer.from(output.stderr)],
  ])
}

/** Every row of every table, ours and the queue's: as text, in which bytes are hex. Then all of it goes to the disk. */
async function traceTables(databaseUrl: string): Promise<Traces> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ schema: string; name: string }>(
      `select schemaname as schema, tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    expect(tables.length).toBeGreaterThan(20)
    const traces: Traces = new Map()
    for (const { schema, name } of tables) {
      const { rows } = await client.query<{ text: string }>(`select t::text as text from "${schema}"."${name}" t`)
      traces.set(`table ${schema}.${name}`, Buffer.from(rows.map(({ text }) => text).join('\n')))
    }
    const { rows } = await client.query<{ query: string }>('select query from pg_stat_activity')
    traces.set('statements under way', Buffer.from(rows.map(({ query }) => query).join('\n')))
    await client.query('checkpoint')
    return traces
  } finally {
    await client.end()
  }
}

async function traceFiles(folder: string): Promise<Traces> {
  const traces: Traces = new Map()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    // PostgreSQL may remove one while we look.
    if (entry.isFile())
      traces.set(`file ${path.slice(folder.length + 1)}`, await readFile(path).catch(() => Buffer.alloc(0)))
  }
  return traces
}

async function traceAnswers({ url }: Service): Promise<Traces> {
  const traces: Traces = new Map()
  for (const path of ['/metrics', '/health/live', '/health/ready', '/api/info', '/api/openapi.json', '/'])
    traces.set(`answer ${path}`, Buffer.from(await (await fetch(url + path)).text()))
  return traces
}

async function embeddedUrl(dataFolder: string): Promise<string> {
  const home = join(dataFolder, 'postgres/cluster')
  const [, , , port] = (await readFile(join(home, 'data/postmaster.pid'), 'utf8')).split('\n')
  return `postgres://vigie:${await readFile(join(home, 'secret'), 'utf8')}@127.0.0.1:${port}/postgres`
}

async function ask(
  { url }: Service,
  path: string,
  { method = 'GET', token, body }: { method?: string; token?: string; body?: unknown } = {},
): Promise<Response> {
  return fetch(`${url}/api${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

async function json<T>(answer: Promise<Response>): Promise<T> {
  const got = await answer
  if (!got.ok) throw new Error(`${got.status}: ${await got.text()}`)
  return (await got.json()) as T
}
