/**
 * The processes that stay: `start` (everything in one), `api` and `worker`. What is opened is closed in the opposite
 * order, whether the person stops it, a later part cannot be opened, or a fault of ours ends it.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server'
import { InvalidInput, Refused, Unavailable } from '#core/errors.ts'
import type { Log } from '#core/ports.ts'
import type { Store } from '#store/store.ts'
import type { Context, ExitStatus } from './command.ts'
import { readSettings, type Settings } from './config.ts'
import { openDataFolder, readOrMakeToken } from './data-folder.ts'
import { readFacts } from './facts.ts'
import { openLog } from './log.ts'

export type Mode = 'start' | 'api' | 'worker'

/** Longest that a request under way may hold up the end. */
const drainMs = 10_000
const portPatienceMs = 4000

const now = () => Date.now()
const random = (n: number) => new Uint8Array(randomBytes(n))

/**
 * Runs until `context.signal`; resolves when everything has ended.
 *
 * @throws Refused, Unavailable with one line that says what to do, when a part cannot be opened.
 */
export async function runService(mode: Mode, context: Context): Promise<ExitStatus> {
  const { signal } = context
  const settings = readOurSettings(context)
  const log = openLog(settings.VIGIE_LOG ?? (mode === 'start' ? 'warn' : 'info'))
  const faults = watchForFaults(log)
  try {
    await using opened = new AsyncDisposableStack()
    const ready = await open({ mode, settings, log, opened, context })
    if (!signal.aborted) {
      process.stdout.write(`${ready}\n`)
      await Promise.race([aborted(signal), faults.happened])
    }
  } catch (cause) {
    if (cause instanceof InvalidInput) throw new Refused(cause.message, { cause }) // no wrong use of the command
    if (cause instanceof Refused || cause instanceof Unavailable) throw cause
    if (!(signal.aborted && cause === signal.reason)) faults.report(cause)
  } finally {
    faults.stop()
  }
  return faults.has() ? 1 : 0
}

function readOurSettings({ environment }: Context): Settings {
  try {
    return readSettings(environment)
  } catch (cause) {
    if (cause instanceof InvalidInput) throw new Refused(cause.message, { cause })
    throw cause
  }
}

interface Opening {
  mode: Mode
  settings: Settings
  log: Log
  opened: AsyncDisposableStack
  context: Context
}

/** Opens every part of this mode; returns the line that says so. */
async function open({ mode, settings, log, opened, context }: Opening): Promise<string> {
  const { signal } = context
  const dataFolder = settings.VIGIE_DATA
  // The port comes first: where it is taken, another Vigie may be at work on the same folder, and nothing is touched.
  const door = mode === 'worker' ? undefined : opened.use(await openDoor(settings))
  await openDataFolder(dataFolder)
  signal.throwIfAborted()

  const facts = await readFacts(dataFolder)
  const databaseUrl = settings.DATABASE_URL ?? (await openDatabase({ mode, dataFolder, log, opened, context }))
  signal.throwIfAborted()

  const { openStore } = await import('#store/store.ts')
  const store = opened.use(await openStore({ databaseUrl, dataFolder, log }))
  signal.throwIfAborted()

  const publicUrl = settings.PUBLIC_URL ?? door?.url ?? `http://127.0.0.1:${settings.PORT}`
  const coverName = settings.VIGIE_NAME
  if (door) {
    const operatorToken = settings.VIGIE_TOKEN ?? (await readOrMakeToken(dataFolder))
    const { createApi } = await import('#api/app.ts')
    const config = { coverName, operatorToken, mailDomain: settings.VIGIE_MAIL_DOMAIN, publicUrl }
    const stamp = await openStamper(settings, { publicUrl, log, opened })
    const api = createApi({ store, facts, now, random, log, config, stamp })
    const web = await openPages({ api, coverName, publicUrl })
    door.open((request, env) => (isForApi(request.url) ? api.fetch(request, env) : web.fetch(request, env)))
  }

  if (mode !== 'api') {
    const { startWorker } = await import('#worker/worker.ts')
    const from = settings.MAIL_FROM
    opened.use(
      await startWorker({
        ...{ store, facts, now, random, log },
        redisUrl: settings.REDIS_URL,
        smtpUrl: settings.SMTP_URL,
        mailFrom: from?.address ?? `post@${new URL(publicUrl).hostname}`,
        mailDomain: settings.VIGIE_MAIL_DOMAIN,
        coverName: from?.name ?? coverName,
        publicUrl,
        allowNets: settings.VIGIE_ALLOW_NETS,
        chromium: settings.VIGIE_CHROMIUM,
        stages: settings.VIGIE_STAGES,
        digestMs: settings.VIGIE_DIGEST,
      }),
    )
    await openMailIn(settings, { store, log, opened })
  }
  // What is opened last is closed first: no request is taken while the rest is being closed.
  if (door) opened.defer(door.close)
  return {
    start: `Vigie is ready: ${door?.url}`,
    api: `The api is ready: ${door?.url}`,
    worker: 'The worker is ready.',
  }[mode]
}

async function openMailIn(
  { VIGIE_MAIL_IN: at, VIGIE_MAIL_DOMAIN: domain }: Settings,
  { store, log, opened }: Pick<Opening, 'log' | 'opened'> & { store: Store },
): Promise<void> {
  if (!at) return
  if (!domain) throw new Refused('VIGIE_MAIL_IN needs VIGIE_MAIL_DOMAIN: set it to the domain whose mail comes in.')
  const { startMailIn } = await import('#worker/net/mail-in.ts')
  opened.use(await startMailIn({ ...at, domain, store, now, log }))
}

/** The one thing that the api asks outside: where it is configured, and of that authority alone. */
async function openStamper(
  { VIGIE_TIMESTAMP_URL: url, VIGIE_ALLOW_NETS: allowNets }: Settings,
  { publicUrl, log, opened }: Pick<Opening, 'log' | 'opened'> & { publicUrl: string },
) {
  if (url === undefined) return undefined
  const { createNet } = await import('#worker/net/http.ts')
  const { createStamper } = await import('#worker/net/timestamp.ts')
  const net = opened.use(createNet({ allowNets, log, userAgent: `Vigie/1 (+${publicUrl})` }))
  return createStamper({ url, net, random })
}

const isForApi = (url: string) => /^\/(?:api|health|metrics)(?:\/|$)/.test(new URL(url).pathname)

interface DatabaseOpening extends Omit<Opening, 'settings'> {
  dataFolder: string
}

async function openDatabase({ mode, dataFolder, log, opened, context }: DatabaseOpening): Promise<string> {
  if (mode !== 'start')
    throw new Refused(
      `\`${mode}\` needs DATABASE_URL, and VIGIE_DATA on the same folder as the others: set both, or use \`npm start\`, which runs everything in one.`,
    )
  const { startEmbedded } = await import('#store/embedded.ts')
  const words = {
    initialise: 'Setting up the database in the data folder…',
    recover: 'The database is recovering what it did before it was cut off…',
  }
  const server = await startEmbedded(join(dataFolder, 'postgres'), { log, onSlow: (what) => context.say(words[what]) })
  return opened.use(server).url
}

interface Pages {
  fetch: Answer
}

async function openPages(deps: { api: Pages; coverName: string; publicUrl: string }): Promise<Pages> {
  const built = new URL('../dist/web/server.js', import.meta.url)
  try {
    const { createWeb } = await import(built.href)
    return createWeb(deps)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND')
      throw new Unavailable('The pages are not built: run `npm run build` and start again.', { cause })
    throw cause
  }
}

/** `env` is the connection that the request came over: who is asking is counted by it. */
type Answer = (request: Request, env: HttpBindings | Http2Bindings) => Response | Promise<Response>

interface Door extends AsyncDisposable {
  url: string
  open(answer: Answer): void
  /** Takes no new request, and resolves when those under way are answered. */
  close(): Promise<void>
}

/** Listens, and answers "not yet" until it is opened. */
async function openDoor({ HOST: host, PORT: port }: Settings): Promise<Door> {
  let answer: Answer = () =>
    Response.json({ error: 'Vigie is starting. Try again in a moment.', code: 'starting' }, { status: 503 })
  const server = createServer(getRequestListener((request, env) => answer(request, env)))
  await listenSoon(server, host, port)
  const close = async () => {
    if (!server.listening) return
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    const patience = setTimeout(() => server.closeAllConnections(), drainMs)
    await closed
    clearTimeout(patience)
  }
  return {
    url: `http://${nameOf(host)}:${portOf(server)}`,
    open(next) {
      answer = next
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** One that was killed a moment ago may still be letting go of the port. */
async function listenSoon(server: Server, host: string, port: number): Promise<void> {
  for (const until = performance.now() + portPatienceMs; ; await wait(200))
    try {
      return await listen(server, host, port)
    } catch (error) {
      const { cause } = error instanceof Unavailable ? error : { cause: null }
      const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
      if (!isTaken || performance.now() > until) throw error
    }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: NodeJS.ErrnoException) => {
      server.off('listening', accept)
      reject(new Unavailable(whyNoPort(cause, host, port), { cause }))
    }
    const accept = () => {
      server.off('error', refuse)
      resolve()
    }
    server.once('error', refuse).once('listening', accept).listen({ host, port })
  })
}

function whyNoPort({ code }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken, perhaps by another Vigie: stop what uses it, or set PORT to another number (0 takes a free one).`
  if (code === 'EACCES') return `This user may not listen on port ${port}: set PORT to a number from 1024 on.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `This machine has no address ${host}: set HOST to one of its own, such as 127.0.0.1.`
  return `Vigie cannot listen on ${host}, port ${port} (${code}): set HOST and PORT to what is free.`
}

/** For a person to open: "every address" is reached by the loopback. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** A fault of ours that nobody caught: written down without its words, which may be a stranger's, and the process ends. */
function watchForFaults(log: Log) {
  const { promise: happened, resolve } = Promise.withResolvers<void>()
  let has = false
  const report = (cause: unknown) => {
    const at = placeOf(cause)
    if (at === undefined && isLostConnection(cause)) return log.warn('process.connection-lost')
    has = true
    log.error('process.fault', { error: cause instanceof Error ? cause.name : typeof cause, at: at ?? 'outside' })
    resolve()
  }
  process.on('uncaughtException', report)
  return { happened, report, has: () => has, stop: () => void process.off('uncaughtException', report) }
}

/**
 * A library of ours lets some of its connections' ends go unheard (BullMQ's own, in between two commands). It connects
 * again by itself; where no line of ours stands in the trace, nothing of ours was waiting for it either.
 */
function isLostConnection(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  // Class 08 and 57P01 to 57P03 of PostgreSQL: connection failure, shutdown, crash, not yet started.
  const isOver = 'code' in cause && /^(?:08|57P0[123]$|ECONN|EPIPE)/.test(String(cause.code))
  return isOver || /^Connection terminated/.test(cause.message)
}

/** The first line of ours in the trace, e.g. `store/work.ts:41`. */
function placeOf(cause: unknown): string | undefined {
  const root = new URL('..', import.meta.url).pathname
  const trace = cause instanceof Error ? (cause.stack ?? '') : ''
  const lines = trace.split(root).slice(1)
  return lines.map((line) => /^(?!node_modules)[\w./-]+:\d+/.exec(line)?.[0]).find((place) => place !== undefined)
}
