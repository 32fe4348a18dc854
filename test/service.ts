/** The real service as a child process: `node cli/main.ts start` (or api, or worker), in a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url))

export interface ServiceOptions {
  /** Default: `start`. */
  mode?: 'start' | 'api' | 'worker'
  env?: Record<string, string>
  /** Default: a new folder, which goes with the service. One that is given stays. */
  dataFolder?: string
}

export interface Service extends AsyncDisposable {
  /** Where it answers; empty for a worker. */
  url: string
  dataFolder: string
  pid: number
  /** The operator's token. */
  token(): Promise<string>
  /** Everything printed so far. */
  output: { stdout: string; stderr: string }
  /** Sends the signal and resolves with the exit status when the process has ended. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
  /** SIGKILL, unless told otherwise. Resolves when it is dead. What it started lives on. */
  kill(signal?: NodeJS.Signals): Promise<void>
}

/** Why a service did not come up: what it printed, and its exit status. */
export class NotReady extends Error {
  readonly output: Service['output']
  readonly status: number | null

  constructor(output: Service['output'], status: number | null) {
    super(`The service ended with ${status} before it was ready:\n${output.stderr}`)
    this.output = output
    this.status = status
  }
}

/** Starts it and resolves at its ready line. Throws `NotReady` when it ends before. */
export async function startService({ mode = 'start', env = {}, dataFolder }: ServiceOptions = {}): Promise<Service> {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'vigie-service-')))
  const child = spawn(process.execPath, [main, mode], {
    env: { ...inherited(), PORT: '0', VIGIE_DATA: folder, VIGIE_ALLOW_NETS: '127.0.0.0/8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    output.stderr += chunk
  })
  const ended = endOf(child)
  const ready = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      output.stdout += chunk
      const [line] = /^.*\bready.*$(?=\n)/m.exec(output.stdout) ?? []
      if (line) resolve(line)
    })
  })
  const clean = async () => {
    if (dataFolder === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  const line = await Promise.race([ready, ended.then(() => undefined)])
  if (line === undefined) {
    await clean()
    throw new NotReady(output, child.exitCode)
  }
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return {
    url: /http:\S+/.exec(line)?.[0] ?? '',
    dataFolder: folder,
    pid: child.pid ?? 0,
    token: async () => (await readFile(join(folder, 'operator.token'), 'utf8')).trim(),
    output,
    stop,
    kill: async (signal = 'SIGKILL') => void (await stop(signal)),
    async [Symbol.asyncDispose]() {
      await stop()
      await endDatabase(folder)
      await clean()
    },
  }
}

async function endOf(child: ChildProcess): Promise<number | null> {
  const [code] = await once(child, 'close')
  return code
}

/** A killed service leaves its database running, for the next start to take over. Here there is none. */
async function endDatabase(folder: string): Promise<void> {
  const pid = await databasePid(folder)
  if (pid === undefined) return
  try {
    process.kill(pid, 'SIGQUIT') // PostgreSQL's immediate shutdown
  } catch {
    // It was gone already.
  }
}

/** The process of the embedded database, if it runs. */
export async function databasePid(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, 'postgres/cluster/data/postmaster.pid'), 'utf8').catch(() => '')
  return Number(text.split('\n')[0]) || undefined
}

/** What a child needs of this process, and none of the settings that may be set here. */
function inherited(): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR } = process.env
  return { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}) }
}
