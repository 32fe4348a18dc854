/** What a run needs: a database, enrolled people, a list that publishes, and a worker on either queue. */
import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Redis } from 'ioredis'
import { sql } from 'kysely'
import type { ChannelId } from '#core/ids.ts'
import { locationKey } from '#core/location/index.ts'
import type { Log, LogFields } from '#core/ports.ts'
import { shippedFacts } from '#knowledge/facts.ts'
import { insertCase, prepareCase } from '#store/cases.ts'
import { insertChannel } from '#store/channels.ts'
import { startEmbedded } from '#store/embedded.ts'
import { type Item, insertItems } from '#store/items.ts'
import { openStore, type Store } from '#store/store.ts'
import { startWorker, type Worker } from '#worker/worker.ts'
import type { ListOrder } from './list-server.ts'

export const channel = 'bench-list' as ChannelId
/** A case has a place and this many pictures, a picture this many hashes: the balanced set in its eight forms. */
const picturesPerCase = 4
const hashesPerPicture = 256
const forms = 8

export interface Town extends AsyncDisposable {
  store: Store
  log: Log
  /** Rows are added up for each event that was logged. */
  logged: Map<string, number>
  /** One hash of each enrolled picture, in hexadecimal. */
  targets: string[]
  /** Starts a list and makes it the channel, with nothing read of it yet. */
  publish(order: Omit<ListOrder, 'targets'>, path: 'bulk' | 'live'): Promise<List>
  startWorker(redisUrl: string | undefined): Promise<Worker>
}

export interface List extends AsyncDisposable {
  /** Begins to publish this many notices a second. */
  goLive(perSecond: number, seconds: number): void
}

/** Enrols at least `hashes` hashes as real rows: cases with keys, sealed pictures, the change log. */
export async function startTown(hashes: number): Promise<Town> {
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'vigie-bench-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  const database = opened.use(await startEmbedded(join(folder, 'postgres')))
  const logged = new Map<string, number>()
  const write = (event: string, fields?: LogFields) =>
    void logged.set(event, (logged.get(event) ?? 0) + (fields?.notices ?? fields?.count ?? 1))
  const log: Log = { info: write, warn: write, error: write }
  const store = opened.use(await openStore({ databaseUrl: database.url, dataFolder: folder, log }))
  const targets: string[] = []
  while (targets.length * hashesPerPicture < hashes) targets.push(...(await enrol(store)))
  const held = opened.move()
  return {
    store,
    log,
    logged,
    targets,

    async publish(order, path) {
      const list = fork(fileURLToPath(new URL('./list-server.ts', import.meta.url)))
      list.send({ ...order, targets })
      const [port] = (await once(list, 'message')) as [number]
      const url = `http://127.0.0.1:${port}/${path}/0`
      await store.db.deleteFrom('channels').where('id', '=', channel).execute()
      const options = { every: '1s', quota: '100000000' }
      await insertChannel(store, store.db, {
        secrets: {},
        id: channel,
        kind: 'hash-list',
        name: 'Bench',
        url,
        options,
        at: new Date(),
      })
      return {
        goLive: (perSecond, seconds) => void list.send({ live: perSecond, seconds }),
        async [Symbol.asyncDispose]() {
          list.disconnect()
          await once(list, 'exit')
        },
      }
    },

    startWorker: (redisUrl) =>
      startWorker({
        store,
        facts: shippedFacts,
        redisUrl,
        mailFrom: 'bench@mail.example',
        coverName: 'Bench',
        publicUrl: 'https://bench.example',
        allowNets: ['127.0.0.0/8'],
        digestMs: 0,
        now: Date.now,
        random: (n) => new Uint8Array(randomBytes(n)),
        log,
      }),
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  }
}

async function enrol(store: Store): Promise<string[]> {
  const fresh = await prepareCase(store, (n) => new Uint8Array(randomBytes(n)))
  const pictures = Array.from({ length: picturesPerCase }, aPicture)
  const person = { ageBand: 'adult', country: 'BE', lang: 'en', mail: null, createdAt: new Date() } as const
  await store.transaction(async (tx) => {
    await insertCase(store, tx, { ...fresh, ...person, passphraseHash: randomBytes(48) })
    const items = pictures.map((fingerprints): Item => ({ type: 'picture', fingerprints }))
    items.push(aPlace(fresh.id))
    await insertItems(tx, fresh, items, { practice: false, at: new Date() })
  })
  return pictures.map(([first]) => Buffer.from(first?.value ?? []).toString('hex'))
}

/** One that no notice names: the places of notices are compared all the same. */
function aPlace(of: string): Item {
  const url = `https://watched.example/${of}`
  const location = { platform: 'website', id: `url:watched.example/${of}`, url }
  const fingerprints = [{ type: 'url' as const, value: Buffer.from(locationKey(location)) }]
  return { type: 'place', location, fingerprints, pasted: url }
}

/** Eight forms far from each other, and views of each that lie some 20 bits around it. */
function aPicture(): { type: 'pdq'; value: Uint8Array }[] {
  return Array.from({ length: forms }, () => randomBytes(32)).flatMap((form) =>
    Array.from({ length: hashesPerPicture / forms }, (_, view) => {
      const value = new Uint8Array(form)
      for (const turned of randomBytes(view === 0 ? 0 : 20)) value[turned >> 3]! ^= 1 << (turned & 7)
      return { type: 'pdq' as const, value }
    }),
  )
}

/** The Redis that answers here, if one does. */
export async function findRedis(): Promise<string | undefined> {
  const url = 'redis://127.0.0.1:6379/15'
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null })
  redis.on('error', () => {})
  try {
    await redis.connect()
    return url
  } catch {
    return undefined
  } finally {
    redis.disconnect()
  }
}

/** Forgets what was published, found and told, and what was to be done. Everybody stays enrolled. */
export async function clear({ store }: Town): Promise<void> {
  await sql`truncate notices, finds, alerts, requests, quarantine, retractions, intake, work cascade`.execute(store.db)
  await sql`drop schema if exists queue cascade`.execute(store.db)
}

/** What this process spent on each notice since `before`: on a shared machine steadier than the clock. */
export function cpuOf(notices: number, before: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(before)
  return `${((user + system) / notices).toFixed(1)} µs CPU a notice`
}
