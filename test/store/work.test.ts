import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { NoticeId } from '#core/ids.ts'
import { openStore, type Store } from '#store/store.ts'
import {
  addMatchWork,
  addWork,
  type Batch,
  closeBatch,
  countWork,
  failBatch,
  isIdle,
  nextDue,
  noticesOfWork,
  readBatch,
  takeAgain,
  takeBatches,
} from '#store/work.ts'
import { freshDatabase } from '../database.ts'
import { until } from '../until.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }
const at = Date.parse('2026-11-24T12:00:00Z')

async function newStore() {
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await freshDatabase())
  const dataFolder = await mkdtemp(join(tmpdir(), 'vigie-work-'))
  opened.defer(() => rm(dataFolder, { recursive: true, force: true }))
  const store = opened.use(await openStore({ databaseUrl: database.url, dataFolder, log }))
  const held = opened.move()
  return { store, [Symbol.asyncDispose]: () => held.disposeAsync() }
}

const take = async (store: Store, { nowMs = at, page = 10, againAfterMs = 5000 } = {}) => [
  ...(await takeBatches(store, { stage: 'match', page, nowMs })),
  ...(await takeAgain(store, { stage: 'match', page, nowMs, againAfterMs })),
]
const idsOf = async (store: Store, batches: Batch[]) =>
  Promise.all(batches.map(async ({ batch }) => (await readBatch(store, batch)).map((row) => row.id)))

test('due work is taken in pages, once, and is gone when it is closed', async () => {
  await using opened = await newStore()
  const { store } = opened
  await addWork(store.db, 'match', ['a', 'b', 'c', 'a'], at)
  await addWork(store.db, 'match', ['later'], at + 1000)
  await addWork(store.db, 'alert', ['a'], at)

  const batches = await take(store, { page: 2 })

  expect((await idsOf(store, batches)).map((ids) => ids.length)).toEqual([2, 1])
  expect((await idsOf(store, batches)).flat().sort()).toEqual(['a', 'b', 'c'])
  expect(await take(store)).toEqual([])
  for (const { batch } of batches) await closeBatch(store, batch, await readBatch(store, batch))
  expect(await nextDue(store, ['match'])).toBe(at + 1000)
  expect(await nextDue(store, ['match', 'alert'])).toBe(at)
})

test('work added again while it runs is not closed with it', async () => {
  await using opened = await newStore()
  const { store } = opened
  await addWork(store.db, 'match', ['a', 'b'], at)
  const [taken] = await take(store)
  const rows = await readBatch(store, taken!.batch)

  await addWork(store.db, 'match', ['a'], at + 100)
  await closeBatch(store, taken!.batch, rows)

  expect(await take(store, { nowMs: at + 99 })).toEqual([])
  expect(await idsOf(store, await take(store, { nowMs: at + 100 }))).toEqual([['a']])
})

test('work that is being added while its batch closes is free at once', async () => {
  await using opened = await newStore()
  const { store } = opened
  await addWork(store.db, 'match', ['a'], at)
  const [taken] = await take(store)
  const rows = await readBatch(store, taken!.batch)

  const { closing } = await store.transaction(async (tx) => {
    await addWork(tx, 'match', ['a'], at)
    const closing = closeBatch(store, taken!.batch, rows)
    const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    const waits = async () => (await waiting.execute(store.db)).rows.length > 0
    await until('it waits for the row', waits, { within: 5000, every: 5 })
    return { closing }
  })
  await closing

  expect(await idsOf(store, await take(store))).toEqual([['a']])
})

test('match work is a row a thousand notices, and tells of all of them until it is closed', async () => {
  await using opened = await newStore()
  const { store } = opened
  const notices = Array.from({ length: 1001 }, (_, i) => String(i + 1) as NoticeId)
  await addMatchWork(store.db, notices, at)
  await addMatchWork(store.db, notices.slice(0, 10), at)

  const [batch] = await take(store)
  const ids = (await readBatch(store, batch!.batch)).map((row) => row.id)

  expect(ids).toHaveLength(3)
  const named = async () =>
    (await sql<{ unnest: string }>`${noticesOfWork(ids)}`.execute(store.db)).rows.map((row) => row.unnest)
  expect((await named()).sort()).toEqual([...notices, ...notices.slice(0, 10)].sort())
  await closeBatch(store, batch!.batch, await readBatch(store, batch!.batch))
  expect(await named()).toEqual([])
})

test('the same work twice is one row, at the earlier of the two times', async () => {
  await using opened = await newStore()
  const { store } = opened
  await addWork(store.db, 'match', ['a'], at + 60_000)
  await addWork(store.db, 'match', ['a'], at + 1000)
  await addWork(store.db, 'match', ['a'], at + 90_000)

  expect(await nextDue(store, ['match'])).toBe(at + 1000)
  expect(await idsOf(store, await take(store, { nowMs: at + 1000 }))).toEqual([['a']])
})

test('a batch that the queue lost is handed out again under its own name, and not before its time', async () => {
  await using opened = await newStore()
  const { store } = opened
  await addWork(store.db, 'match', ['a', 'b'], at)
  const taken = await take(store)

  expect(await take(store, { nowMs: at + 5000 })).toEqual([])
  expect(await take(store, { nowMs: at + 5001 })).toEqual(taken)
  expect(await take(store, { nowMs: at + 5002 })).toEqual([])
  expect(await isIdle(store, at)).toBe(false)
})

test('what fails is tried again later each time, and in the end put aside where the operator sees it', async () => {
  await using opened = await newStore()
  const { store } = opened
  await addWork(store.db, 'match', ['a'], at)
  let nowMs = at
  for (let attempt = 1; attempt <= 3; attempt++) {
    const [taken] = await take(store, { nowMs })
    const rows = await readBatch(store, taken!.batch)
    expect(rows).toMatchObject([{ id: 'a', attempts: attempt - 1 }])
    const retryAtMs = (attempts: number) => nowMs + attempts * 1000
    await failBatch(store, { batch: taken!.batch, problem: 'Error', retryAtMs, giveUpAfter: 3, rows })
    expect(await take(store, { nowMs: nowMs + attempt * 1000 - 1 })).toEqual([])
    nowMs += attempt * 1000
  }

  expect(await take(store, { nowMs: nowMs + 1e9 })).toEqual([])
  expect(await countWork(store)).toMatchObject([{ stage: 'match', waiting: 0, parked: 1 }])
  expect(await isIdle(store, nowMs + 1e9)).toBe(true)

  await addWork(store.db, 'match', ['a'], nowMs) // its notice changed: it is worth another try
  expect(await idsOf(store, await take(store, { nowMs }))).toEqual([['a']])
})

test('one piece of work that always fails is put aside alone: its neighbours are done', async () => {
  await using opened = await newStore()
  const { store } = opened
  await addWork(store.db, 'match', ['a', 'b', 'bad', 'c'], at)

  for (let nowMs = at; !(await isIdle(store, nowMs)) || (await nextDue(store, ['match'])) !== null; nowMs += 1000)
    for (const { batch } of await take(store, { nowMs })) {
      const rows = await readBatch(store, batch)
      const fails = rows.some((row) => row.id === 'bad')
      if (fails)
        await failBatch(store, { batch, problem: 'Error', retryAtMs: () => nowMs + 1000, giveUpAfter: 5, rows })
      else await closeBatch(store, batch, rows)
    }

  expect(await store.db.selectFrom('work').select(['id', 'attempts', 'parked']).execute()).toEqual([
    { id: 'bad', attempts: 5, parked: true },
  ])
})

test('work that was brought forward while it failed keeps the earlier time', async () => {
  await using opened = await newStore()
  const { store } = opened
  await addWork(store.db, 'match', ['a'], at)
  const [taken] = await take(store)
  const rows = await readBatch(store, taken!.batch)
  await addWork(store.db, 'match', ['a'], at + 10)

  await failBatch(store, { batch: taken!.batch, problem: 'Error', retryAtMs: () => at + 60_000, giveUpAfter: 3, rows })

  expect(await nextDue(store, ['match'])).toBe(at + 10)
})

test('takers at once never share a row, and leave none', async () => {
  await using opened = await newStore()
  const { store } = opened
  const ids = Array.from({ length: 500 }, () => randomUUID())
  await addWork(store.db, 'match', ids, at)

  const taken = (await Promise.all(Array.from({ length: 8 }, () => take(store, { page: 7 })))).flat()
  for (let more = await take(store, { page: 7 }); more.length > 0; more = await take(store, { page: 7 }))
    taken.push(...more)

  expect((await idsOf(store, taken)).flat().sort()).toEqual(ids.sort())
})

test('work of a transaction that fails was never added', async () => {
  await using opened = await newStore()
  const { store } = opened

  const failing = store.transaction(async (tx) => {
    await addWork(tx, 'match', ['a'], at)
    throw new Error('no')
  })

  await expect(failing).rejects.toThrow('no')
  expect(await nextDue(store, ['match'])).toBe(null)
})
