/** Look: a public picture, fetched and fingerprinted in a process of its own, and dropped. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Refused, Unavailable } from '#core/errors.ts'
import { fromHex } from '#core/fingerprint/index.ts'
import type { Log } from '#core/ports.ts'
import type { PublishedFingerprint } from '#knowledge/channels/channel.ts'

export interface Looker {
  /** The fingerprints of the picture at `url`; none where it cannot be read. Nothing of the picture is kept. */
  look(url: string, signal: AbortSignal): Promise<PublishedFingerprint[]>
}

export interface LookerOptions {
  allowNets: readonly string[]
  userAgent: string
  log?: Log
  /** Longest that one look may take, fetching included, and greatest memory of the process. For tests. */
  limits?: { timeoutMs: number; memoryBytes: number }
}

/** What the process is told, and what it tells (look-child.ts). Never a byte of a picture. */
export type LookOrder =
  | { type: 'start'; allowNets: readonly string[]; userAgent: string; memoryBytes: number }
  | { type: 'look'; id: number; url: string }
export type LookAnswer =
  | { type: 'looked'; id: number; prints: LookPrint[] }
  | { type: 'unread'; id: number; code: string }
  | { type: 'ready' }
  | { type: 'no-decoder' }
export interface LookPrint {
  type: 'pdq' | 'pdq-weak' | 'sha256' | 'md5'
  hex: string
  quality?: number
}

interface Job {
  id: number
  url: string
  /** It was in the process when that died: it is tried once more, and alone. */
  suspect: boolean
  settle(prints: PublishedFingerprint[]): void
  fail(error: Error): void
}

/** Pictures fetched at a time; they are decoded one by one. */
const atOnce = 4
const usual = { timeoutMs: 60_000, memoryBytes: 1.5 * 1024 ** 3 }
const startMs = 60_000
const mostPrints = 1_000

/**
 * The process starts with the first look and ends when it is disposed. A picture that kills it, or on which it hangs or
 * grows, costs its own look and no other: what was under way beside it is tried again.
 */
export function createLooker(options: LookerOptions): Looker & AsyncDisposable {
  const { log, limits = usual } = options
  const waiting: Job[] = []
  const running = new Map<number, { job: Job; timer: NodeJS.Timeout | undefined }>()
  let child: ChildProcess | null = null
  let ready = false
  let noDecoder = false
  let closed = false
  let lastId = 0

  function pump(): void {
    while (waiting.length > 0 && !closed) {
      const [next] = waiting
      const alone = next?.suspect || [...running.values()].some(({ job }) => job.suspect)
      if (!next || running.size >= (alone ? 1 : atOnce)) return
      waiting.shift()
      child ??= start()
      running.set(next.id, { job: next, timer: undefined })
      if (ready) limit(next.id)
      order(child, { type: 'look', id: next.id, url: next.url })
    }
  }

  /** From now on this look may take so long; what starts the process has its own bound. */
  function limit(id: number): void {
    const under = running.get(id)
    const looking = child
    if (under && looking) under.timer = setTimeout(() => looking.kill('SIGKILL'), limits.timeoutMs)
  }

  function start(): ChildProcess {
    const started = fork(fileURLToPath(new URL('./look-child.ts', import.meta.url)), {
      env: {},
      execArgv: permissions(),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    started.on('message', (answer: LookAnswer) => hear(answer))
    started.once('error', () => ended(started))
    started.once('exit', () => ended(started))
    const unstarted = setTimeout(() => !ready && started.kill('SIGKILL'), startMs)
    started.once('exit', () => clearTimeout(unstarted))
    const { allowNets, userAgent } = options
    order(started, { type: 'start', allowNets, userAgent, memoryBytes: limits.memoryBytes })
    return started
  }

  function hear(answer: LookAnswer): void {
    if (answer.type === 'no-decoder') {
      noDecoder = true
      failAll(withoutDecoder())
      return
    }
    if (answer.type === 'ready') {
      ready = true
      for (const id of running.keys()) limit(id)
      return
    }
    const job = take(answer.id)
    if (answer.type === 'unread') log?.info('look.unread', { code: answer.code })
    job?.settle(answer.type === 'looked' ? answer.prints.slice(0, mostPrints).map(toFingerprint) : [])
    pump()
  }

  function take(id: number): Job | undefined {
    const under = running.get(id)
    clearTimeout(under?.timer)
    running.delete(id)
    return under?.job
  }

  function ended(process: ChildProcess): void {
    if (process !== child) return
    child = null
    if (closed) return
    log?.warn('look.process-ended', { count: running.size })
    if (!ready) {
      failAll(new Unavailable('The process for looks does not start: is this machine out of memory?'))
      return
    }
    ready = false
    const left = [...running.keys()].flatMap((id) => take(id) ?? [])
    const [first, ...others] = left
    // What was alone in it is to blame; of several nobody knows which.
    if (others.length === 0) first?.settle([])
    else waiting.unshift(...left.map((job) => ({ ...job, suspect: true })))
    pump()
  }

  function failAll(error: Error): void {
    for (const id of [...running.keys()]) take(id)?.fail(error)
    for (const job of waiting.splice(0)) job.fail(error)
  }

  return {
    async look(url, signal) {
      signal.throwIfAborted()
      if (noDecoder) throw withoutDecoder()
      const { promise, resolve, reject } = Promise.withResolvers<PublishedFingerprint[]>()
      const id = ++lastId
      const stop = () => {
        const at = waiting.findIndex((job) => job.id === id)
        if (at >= 0) waiting.splice(at, 1)
        reject(signal.reason) // a look that is under way ends by its own bounds, and nobody hears of it
      }
      signal.addEventListener('abort', stop, { once: true })
      waiting.push({ id, url, suspect: false, settle: resolve, fail: reject })
      pump()
      return promise.finally(() => signal.removeEventListener('abort', stop))
    },

    async [Symbol.asyncDispose]() {
      closed = true
      failAll(new Unavailable('The service is stopping: look again when it has started'))
      const last = child
      if (!last) return
      const gone = once(last, 'exit')
      last.kill('SIGKILL')
      await gone
    },
  }
}

function order(child: ChildProcess, message: LookOrder): void {
  child.send(message, () => {}) // that it is gone is heard by `exit`
}

/** It may read what it is made of, reach the network, and use the decoder; it may write nothing and start nothing. */
function permissions(): string[] {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const readable = ['core', 'worker', 'knowledge', 'package.json', 'node_modules'].flatMap((part) => {
    const path = `${root}${part}`
    return [path, realpathSync(path)]
  })
  return [
    '--permission',
    ...new Set(readable.map((path) => `--allow-fs-read=${path}`)),
    '--allow-net',
    '--allow-addons',
    '--disable-warning=ExperimentalWarning',
    '--max-old-space-size=512',
  ]
}

function toFingerprint({ type, hex, quality }: LookPrint): PublishedFingerprint {
  const print = { type, value: fromHex(hex) }
  return quality === undefined ? print : { ...print, quality }
}

function withoutDecoder(): Refused {
  return new Refused(
    'Looks need the package sharp, which is not on this machine: run `npm install` here, or add the channel without look=on',
  )
}
