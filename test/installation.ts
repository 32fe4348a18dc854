/**
 * A whole installation in this process: a database of its own, the API and a worker, real queue and real network. The
 * clock can be moved; nothing is waited for by the clock.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import { createApi } from '#api/app.ts'
import type { Alert, CaseView, Enrolled } from '#api/schema.ts'
import type { Lang } from '#core/case/types.ts'
import type { Log, LogFields } from '#core/ports.ts'
import { type Facts, shippedFacts } from '#knowledge/facts.ts'
import { openStore, type Store } from '#store/store.ts'
import { startWorker, type Worker } from '#worker/worker.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

export const operatorToken = 'test-operator-token-0123456789abcdef'

export type Wire = { alert: z.infer<typeof Alert>; case: z.infer<typeof CaseView>; enrolled: z.infer<typeof Enrolled> }

export interface Installation extends AsyncDisposable {
  store: Store
  /** Every route that the API serves. */
  routes: { method: string; path: string }[]
  databaseUrl: string
  database: TestDatabase
  dataFolder: string
  worker: Worker | null
  /** Every line that was logged. */
  logged: { event: string; fields: LogFields | undefined }[]
  clock: { ms: number; advance(ms: number): void }
  /** Asks the API; a body is sent as JSON. */
  ask(path: string, options?: { method?: string; token?: string; body?: unknown }): Promise<Response>
  /** Asks anything the service answers, as a stranger may. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** Opens a case. */
  enrol(options?: Partial<Enrolment>): Promise<Person>
  addChannel(kind: string, url: string, options?: Record<string, string>): Promise<string>
  poll(channel: string): Promise<{ notices: number; retractions: number; malformed: number; problem: string | null }>
  startWorker(): Promise<void>
  stopWorker(): Promise<void>
  /** Runs every stage until nothing is due. */
  idle(): Promise<void>
}

interface Enrolment {
  ageBand: 'adult' | '16-17' | 'under-16'
  country: string
  lang: Lang
  mail: string | null
  pictures: { pdqs: string[]; weak?: string[]; sha256: string; md5: string; cids: string[] }[]
  clips: { vpdqs: string[]; sha256: string; md5: string; cids: string[] }[]
  locations: string[]
  names: string[]
}

export interface Person {
  number: string
  passphrase: string
  /** A new session's token: sessions end when the clock is moved far. */
  signIn(): Promise<string>
  inbox(): Promise<Wire['alert'][]>
  view(): Promise<Wire['case']>
}

export interface InstallationOptions {
  /** Mail for it comes in. */
  mailDomain?: string
  smtpUrl?: string | undefined
  redisUrl?: string | undefined
  digestMs?: number
  stages?: string[]
  worker?: boolean
  facts?: Facts
}

export async function startInstallation(options: InstallationOptions = {}): Promise<Installation> {
  const { redisUrl, digestMs = 3_600_000, stages, worker: withWorker = true } = options
  const opened = new AsyncDisposableStack()
  const database = opened.use(await freshDatabase())
  const dataFolder = await mkdtemp(join(tmpdir(), 'vigie-installation-'))
  opened.defer(() => rm(dataFolder, { recursive: true, force: true }))
  const logged: Installation['logged'] = []
  const write = (event: string, fields?: LogFields) => void logged.push({ event, fields })
  const log: Log = { info: write, warn: write, error: write }
  const store = opened.use(await openStore({ databaseUrl: database.url, dataFolder, log }))
  const clock = {
    ms: 0,
    advance(ms: number) {
      clock.ms += ms
    },
  }
  const now = () => Date.now() + clock.ms
  const random = (n: number) => new Uint8Array(randomBytes(n))
  const facts = options.facts ?? shippedFacts
  const api = createApi({
    store,
    facts,
    now,
    random,
    log,
    config: { coverName: 'Almanac', operatorToken, mailDomain: options.mailDomain },
  })
  let worker: Worker | null = null
  opened.defer(() => installation.stopWorker())

  const installation: Installation = {
    store,
    routes: api.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => ({ method, path })),
    databaseUrl: database.url,
    database,
    dataFolder,
    get worker() {
      return worker
    },
    logged,
    clock,

    async ask(path, { method = 'GET', token, body } = {}) {
      const headers = {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      }
      return api.request(`/api${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    },

    fetch: async (path, init) => api.request(path, init),

    async enrol(enrolment = {}) {
      const body = { statement: true, ageBand: 'adult', country: 'BE', lang: 'en', ...enrolment }
      const { case: number, passphrase } = (await read(
        installation.ask('/cases', { method: 'POST', body }),
      )) as Wire['enrolled']
      const signIn = async () => {
        const session = await read(installation.ask('/session', { method: 'POST', body: { case: number, passphrase } }))
        return (session as { token: string }).token
      }
      return {
        number,
        passphrase,
        signIn,
        inbox: async () => {
          const answer = await read(installation.ask('/case/alerts', { token: await signIn() }))
          return (answer as { alerts: Wire['alert'][] }).alerts
        },
        view: async () => (await read(installation.ask('/case', { token: await signIn() }))) as Wire['case'],
      }
    },

    async addChannel(kind, url, channelOptions = {}) {
      const added = installation.ask('/channels', {
        method: 'POST',
        token: operatorToken,
        body: { kind, url, options: channelOptions },
      })
      return ((await read(added)) as { channel: string }).channel
    },

    async poll(channel) {
      return (await read(
        installation.ask(`/channels/${channel}/poll`, { method: 'POST', token: operatorToken }),
      )) as Awaited<ReturnType<Installation['poll']>>
    },

    async startWorker() {
      worker = await startWorker({
        store,
        facts,
        redisUrl,
        smtpUrl: options.smtpUrl,
        mailFrom: 'almanac@mail.example',
        mailDomain: options.mailDomain,
        coverName: 'Almanac',
        publicUrl: 'https://almanac.example',
        allowNets: ['127.0.0.0/8'],
        stages,
        digestMs,
        now,
        random,
        log,
      })
    },

    async stopWorker() {
      await worker?.[Symbol.asyncDispose]()
      worker = null
    },

    idle: async () => worker?.idle(),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
  if (withWorker) await installation.startWorker()
  return installation
}

/** The answer's JSON; a refusal fails the test with its words. */
export async function read(answer: Promise<Response>): Promise<unknown> {
  const got = await answer
  if (!got.ok) throw new Error(`${got.status}: ${await got.text()}`)
  return got.json()
}

/** A picture that was never taken: random digests, and PDQ hashes as given. */
export function aPicture(pdqs: string[] = [aHash()]): Enrolment['pictures'][number] {
  return { pdqs, sha256: randomBytes(32).toString('hex'), md5: randomBytes(16).toString('hex'), cids: [] }
}

export function aHash(): string {
  return randomBytes(32).toString('hex')
}

/** The hash with its first `bits` bits turned. */
export function turn(hash: string, bits: number): string {
  const bytes = Buffer.from(hash, 'hex')
  for (let bit = 0; bit < bits; bit++) bytes[bit >> 3]! ^= 128 >> (bit & 7)
  return bytes.toString('hex')
}

/** A line of a hash list. */
export function aLine(entry: Record<string, unknown>): string {
  return `${JSON.stringify({ op: 'upsert', updated_at: '2026-11-20T10:00:00Z', ...entry })}\n`
}
