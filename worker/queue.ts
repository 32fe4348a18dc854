/**
 * Queue: work rows become BullMQ jobs, on PostgreSQL or on Redis. A job carries the id of a batch and nothing else; the
 * batch's rows stay in our own table until their stage has written its result. So the queue may be wiped, or lose what
 * it likes: whatever is not closed after a while is handed to it again, under the same job id.
 */
import { setTimeout as wait } from 'node:timers/promises'
import * as bull from 'bullmq'
import { Redis } from 'ioredis'
import { Unavailable } from '#core/errors.ts'
import type { Log } from '#core/ports.ts'
import type { Store } from '#store/store.ts'
import {
  closeBatch,
  failBatch,
  isIdle,
  nextDue,
  readBatch,
  type StageName,
  takeAgain,
  takeBatches,
} from '#store/work.ts'
import type { Stage, StageDeps } from './stage.ts'

/** A batch not closed after this long is handed to the queue again, in case it was lost there. */
const againAfterMs = 5000
/** How long a batch of a killed worker waits for another: its lock runs out, and the next check finds it. */
const lockMs = 6000
const slowestLookMs = 2000
/** A queue that has not taken a batch after this long takes none. */
const addWithinMs = 10_000

export interface Queue extends AsyncDisposable {
  /** Resolves when nothing is due and nothing runs. */
  idle(): Promise<void>
}

/** Starts the dispatcher and a BullMQ worker for each stage. Throws `Unavailable` when Redis does not answer. */
export async function startQueue(
  stages: readonly Stage[],
  deps: StageDeps & { databaseUrl: string; redisUrl: string | undefined },
): Promise<Queue> {
  const { store, log, now, signal } = deps
  const backend = await connect(deps)
  const queues = new Map(stages.map((stage) => [stage.name, backend.queue(stage.name)]))
  const workers = stages.map((stage) => backend.worker(stage, (batch) => runBatch(stage, batch, deps)))
  await Promise.all([...queues.values()].map((queue) => queue.waitUntilReady()))
  await Promise.all(workers.map((worker) => worker.waitUntilReady()))

  const stopping = new AbortController()
  const ended = dispatch()
  return {
    async idle() {
      while (!(await isIdle(store, now()))) await wait(20)
    },
    async [Symbol.asyncDispose]() {
      stopping.abort()
      await ended
      await Promise.all(workers.map((worker) => worker.close()))
      await Promise.all([...queues.values()].map((queue) => queue.close()))
      await backend.close()
    },
  }

  /**
   * Hands a batch to the queue. A queue whose connection was cut at an unlucky moment never takes anything again, while
   * new ones do: so one that does not take a batch makes room for a new one, which takes it at the next look.
   */
  async function add(name: StageName, batch: string): Promise<void> {
    const queue = queues.get(name)
    const options = { jobId: batch, removeOnComplete: true, removeOnFail: true }
    try {
      const late = wait(addWithinMs, null, { ref: false }).then(() =>
        Promise.reject(new Unavailable('The queue hangs.')),
      )
      await Promise.race([queue?.add(name, { batch }, options), late])
    } catch (error) {
      queues.set(name, backend.queue(name))
      queue?.close().catch(() => {})
      throw error
    }
  }

  async function dispatch(): Promise<void> {
    const stop = AbortSignal.any([stopping.signal, signal])
    let woken = new AbortController()
    /** Stages that were called for since they were last looked at. */
    const called = new Set<string>()
    let looksAt = 0
    let client = await listen()
    while (!stop.aborted) {
      client ??= await listen()
      woken = new AbortController()
      const looksAtAll = now() >= looksAt
      const wanted = stages.filter((stage) => looksAtAll || called.has(stage.name))
      called.clear()
      try {
        for (const { name, page } of wanted) {
          const taking = { stage: name, page, nowMs: now() }
          const batches = await takeBatches(store, taking)
          if (looksAtAll) batches.push(...(await takeAgain(store, { ...taking, againAfterMs })))
          for (const { batch } of batches) await add(name, batch)
        }
        const due = await nextDue(
          store,
          stages.map((stage) => stage.name),
        )
        if (looksAtAll) looksAt = now() + slowestLookMs
        // What is due already and was called for meanwhile is taken without a look at all.
        if (due !== null) looksAt = Math.min(looksAt, Math.max(due, now() + 50))
      } catch (error) {
        log.warn('queue.dispatch-failed', origin(error)) // the database or Redis is away: look again soon
        looksAt = now() + 500
      }
      if (called.size > 0) continue
      await wait(Math.max(0, looksAt - now()), null, { signal: AbortSignal.any([stop, woken.signal]) }).catch(() => {})
    }
    await client?.end().catch(() => {})

    async function listen() {
      const fresh = await store.connect().catch(() => null)
      fresh?.on('error', () => {})
      fresh?.on('end', () => {
        client = null
      })
      fresh?.on('notification', ({ payload = '' }) => {
        called.add(payload)
        woken.abort()
      })
      await fresh?.query('listen vigie_work').catch(() => {})
      return fresh
    }
  }
}

/** Never throws: a batch that fails goes back into its rows, later each time, and after many times to the operator. */
async function runBatch(stage: Stage, batch: string, deps: StageDeps): Promise<void> {
  const { store, log, now, signal } = deps
  const rows = await readBatch(store, batch)
  if (rows.length === 0) return
  const begun = now()
  try {
    await stage.run(
      rows.map((row) => row.id),
      deps,
    )
    await closeBatch(store, batch, rows)
  } catch (error) {
    if (signal.aborted) return // left as it is: the next start takes it up
    log.error('stage.failed', { stage: stage.name, count: rows.length, ...origin(error) })
    const retryAtMs = (attempts: number) => now() + Math.min(600_000, 500 * 2 ** attempts)
    const problem = error instanceof Error ? error.name : 'unknown'
    await failBatch(store, { batch, problem, retryAtMs, giveUpAfter: stage.giveUpAfter, rows })
  } finally {
    log.info('stage.ran', { stage: stage.name, count: rows.length, ms: now() - begun })
  }
}

/** An error's class and the line of ours where it arose: its message may hold what must not be logged. */
function origin(error: unknown): { error: string; at?: string } {
  if (!(error instanceof Error)) return { error: 'unknown' }
  const at = error.stack?.match(/\/((?:worker|store|knowledge|core)\/[\w/.-]+\.ts:\d+)/)?.[1]
  const code = 'code' in error && typeof error.code === 'string' ? `:${error.code}` : ''
  return { error: error.name + code, ...(at ? { at } : {}) }
}

interface Job {
  batch: string
}

type Backend = bull.BackendClasses<bull.IQueueBackend, unknown>

/** Both back ends behind one door; nothing else in the project asks which of them it is. */
async function connect({
  store,
  databaseUrl,
  redisUrl,
  log,
}: {
  store: Store
  databaseUrl: string
  redisUrl: string | undefined
  log: Log
}) {
  // Our own rows are the truth, so the queue's commits need not wait for the disk.
  const postgres = {
    connectionString: databaseUrl,
    schema: 'queue',
    migrate: true,
    max: 2,
    options: '-c synchronous_commit=off',
  }
  const redis = redisUrl ? await reach(redisUrl) : null
  const { Queue, Worker } = bull.withBackend(
    (redis ? bull.createRedisBackend : bull.createPostgresBackend) as never,
  ) as Backend
  // Installations that share a Redis have queues of their own.
  const options = {
    connection: redis ?? postgres,
    prefix: `vigie-${store.keys.ref('queue').toString('hex').slice(0, 12)}`,
  }
  const onError = () => log.warn('queue.connection-lost')
  return {
    queue: (name: StageName) => new Queue<Job>(name, options).on('error', onError),
    worker: (stage: Stage, run: (batch: string) => Promise<void>) =>
      new Worker<Job>(stage.name, ({ data }) => run(data.batch), {
        ...options,
        concurrency: stage.concurrency,
        lockDuration: lockMs,
        stalledInterval: lockMs / 2,
        maxStalledCount: 1000,
      }).on('error', onError),
    close: async () => void (await redis?.quit().catch(() => {})),
  }
}

async function reach(redisUrl: string): Promise<Redis> {
  if (!/^rediss?:\/\//.test(redisUrl) || !URL.canParse(redisUrl))
    throw new Unavailable('REDIS_URL is no address: write it as redis://host:6379.')
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null, lazyConnect: true, retryStrategy: () => null })
  redis.on('error', () => {})
  try {
    await redis.connect()
    await redis.ping()
  } catch (cause) {
    redis.disconnect()
    throw new Unavailable('REDIS_URL: no Redis answers there. Start it, correct the address, or unset REDIS_URL.', {
      cause,
    })
  }
  redis.options.retryStrategy = (times) => Math.min(times * 100, 2000)
  return redis
}
