/**
 * This process, as the others see it: alive, and holding an index of everything enrolled. Both hang on one connection.
 * When that is lost, the others no longer wait for us, so the index is emptied at once and read anew.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { Unavailable } from '#core/errors.ts'
import type { Log } from '#core/ports.ts'
import { confirm, follow, lastSeq, readLog, unfollow } from '#store/index-log.ts'
import { openItems } from '#store/items.ts'
import { announce, type Presence } from '#store/presence.ts'
import type { Store } from '#store/store.ts'
import { createMatchIndex, type MatchIndex } from './match-index.ts'

export interface Follower extends AsyncDisposable {
  /** The index, holding everything that was enrolled, and nothing that was withdrawn, before this call. */
  index(): Promise<MatchIndex>
  /** This process's number in the claims it makes. */
  presence(): Promise<number>
}

const pageOfItems = 2000

/** @param holdsIndex false where no stage of this process matches: it is then present, and holds nothing. */
export async function startFollower(deps: {
  store: Store
  log: Log
  worker: { stages: string; mail: boolean }
  holdsIndex: boolean
}): Promise<Follower> {
  const { store, log, worker, holdsIndex } = deps
  const index = createMatchIndex()
  let ended = false
  let applied = '0'
  /** Grows when the connection is lost: what was begun before must not touch the index any more. */
  let epoch = 0
  let presence: Promise<Presence> = connect()
  let turn: Promise<unknown> = Promise.resolve()
  await presence

  /** Takes this process's place among the others, or leaves nothing of the attempt. */
  async function connect(): Promise<Presence> {
    const client = await store.connect()
    let stands = false
    let over = false
    client.on('error', () => {}) // 'end' follows
    client.on('end', () => {
      over = true
      if (stands) lost(client)
    })
    try {
      const here = await announce(store, client, worker)
      if (holdsIndex) {
        await follow(here)
        client.on('notification', () => void catchUp().catch(() => {})) // a failure is met again at the next use
        await load(here)
      }
      if (over) throw new Unavailable('The connection to the database was lost.')
      stands = true
      return here
    } catch (cause) {
      client.removeAllListeners('notification')
      empty()
      await client.end().catch(() => {})
      throw cause
    }
  }

  function empty(): void {
    epoch++
    index.clear()
    applied = '0'
  }

  function lost(client: pg.Client): void {
    empty()
    client.removeAllListeners('notification')
    if (ended) return
    log.warn('follower.connection-lost')
    presence = again()
    presence.catch(() => {})
  }

  async function again(): Promise<Presence> {
    for (let pauseMs = 100; !ended; pauseMs = Math.min(pauseMs * 2, 5000)) {
      await wait(pauseMs)
      const here = await connect().catch(() => null)
      if (here) return here
    }
    throw new Unavailable('This process is stopping.')
  }

  function still(begun: number): void {
    if (begun !== epoch) throw new Unavailable('The connection to the database was lost. It is being made again.')
  }

  async function load(here: Presence): Promise<void> {
    const begun = epoch
    await store.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx) // it opens many files, and locks nothing
        applied = await lastSeq(tx)
        await index.fill(async () => {
          for (let after: string | null = null; ; ) {
            const { items, last } = await openItems(store, tx, { after, limit: pageOfItems })
            still(begun)
            for (const item of items) index.insert(item)
            if (last === null) break
            after = last
          }
        })
      })
    await confirm(here, applied)
    log.info('index.loaded', { count: index.size })
  }

  /** One at a time, each from where the one before ended. */
  function catchUp(): Promise<void> {
    const next = turn.then(async () => {
      const here = await presence
      const begun = epoch
      for (;;) {
        const entries = await readLog(store.db, applied, 1000)
        still(begun)
        const last = entries.at(-1)
        if (!last) return
        for (const entry of entries)
          if (entry.op === 'withdrawn') entry.itemId ? index.deleteItem(entry.itemId) : index.deleteCase(entry.caseId)
        const fresh = entries.flatMap((entry) => (entry.op === 'enrolled' && entry.itemId ? [entry.itemId] : []))
        const { items } = await openItems(store, store.db, { ids: fresh })
        still(begun)
        for (const item of items) index.insert(item)
        applied = last.seq
        await confirm(here, applied)
      }
    })
    turn = next.catch(() => {})
    return next
  }

  return {
    async index() {
      if (!holdsIndex) throw new Error('This process was started without an index.')
      await presence
      await catchUp()
      return index
    },
    presence: async () => (await presence).id,
    async [Symbol.asyncDispose]() {
      ended = true
      index.clear()
      const here = await presence.catch(() => null)
      if (!here) return
      if (holdsIndex) await unfollow(here).catch(() => {})
      await here.client.end().catch(() => {})
    },
  }
}
