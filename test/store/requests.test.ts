import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { locationKey } from '#core/location/index.ts'
import { verifyChain } from '#core/record/index.ts'
import type { RequestEvent } from '#core/request/index.ts'
import { type Case, insertCase, prepareCase, readCase } from '#store/cases.ts'
import { placeRef } from '#store/finds.ts'
import { readRecord } from '#store/record.ts'
import {
  closeRequest,
  closeRequests,
  insertRequests,
  moveRequest,
  type NewRequest,
  readRequests,
  reopenRequests,
  reviveRequests,
} from '#store/requests.ts'
import { openStore, type Store } from '#store/store.ts'
import { freshDatabase } from '../database.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }
const start = Date.parse('2026-11-20T10:00:00Z')

async function openTestStore() {
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await freshDatabase())
  const dataFolder = await mkdtemp(join(tmpdir(), 'vigie-requests-'))
  opened.defer(() => rm(dataFolder, { recursive: true, force: true }))
  const store = opened.use(await openStore({ databaseUrl: database.url, dataFolder, log }))
  const held = opened.move()
  return { store, [Symbol.asyncDispose]: () => held.disposeAsync() }
}

async function someone(store: Store): Promise<Case> {
  const fresh = await prepareCase(store, (n) => new Uint8Array(randomBytes(n)))
  const of = { ageBand: 'adult', country: 'BE', lang: 'en', mail: null, createdAt: new Date(start) } as const
  const row = { ...fresh, ...of, passphraseHash: randomBytes(48) }
  await store.transaction((tx) => insertCase(store, tx, row))
  return readCase(store, fresh.id)
}

function requestAt(store: Store, of: Case, url: string): NewRequest {
  const location = { platform: 'website', kind: 'page', id: url, url }
  return {
    placeRef: placeRef(store.keys, of.id, locationKey(location)),
    route: 'abuse-mail',
    ground: 'dsa16',
    location,
    found: null,
  }
}

type Act =
  | { what: 'event'; event: RequestEvent['type'] }
  | { what: 'gone' | 'back' | 'still-there' | 'named'; place: number }
  | { what: 'she-sees-it-gone' }

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    what: fc.constant('event' as const),
    event: fc.constantFrom(
      ...([
        'sent',
        'not-sent',
        'acknowledged',
        'refused',
        'removed',
        'not-removed',
        'escalated',
        'time',
        'back',
      ] as const),
    ),
  }),
  fc.record({ what: fc.constantFrom('gone', 'back', 'still-there', 'named'), place: fc.nat(3) }),
  fc.constant({ what: 'she-sees-it-gone' as const }),
)

function eventOf(type: RequestEvent['type'], at: number): RequestEvent {
  switch (type) {
    case 'sent':
      return { type, at, due: at + 3_600_000 }
    case 'refused':
      return { type, at }
    case 'escalated':
      return { type, step: 'complaint', at, due: null }
    case 'time':
      return { type, now: at }
    default:
      return { type }
  }
}

test('whatever happens in whatever order, places, states, record and figures agree', async () => {
  await using opened = await openTestStore()
  const { store } = opened

  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
      const of = await someone(store)
      const all = [0, 1, 2, 3].map((n) => requestAt(store, of, `https://leak.example/p/${n}`))
      const refOf = (place: number) => all[place]?.placeRef as Buffer
      await insertRequests(store.db, of, all.slice(0, 3), { practice: false, at: new Date(start) })
      for (const [n, each] of acts.entries()) {
        const at = new Date(start + n * 3_600_000)
        const latest = (await readRequests(store, of)).at(-1)!
        if (each.what === 'event')
          await moveRequest(store.db, of, latest.id, { event: eventOf(each.event, at.getTime()), at })
        else if (each.what === 'gone') await closeRequests(store.db, of, refOf(each.place), at)
        else if (each.what === 'back') await reopenRequests(store.db, of, refOf(each.place), at)
        else if (each.what === 'still-there') await reviveRequests(store.db, of, refOf(each.place), at)
        else if (each.what === 'named') await insertRequests(store.db, of, [all[each.place]!], { practice: false, at })
        else await closeRequest(store.db, of, latest, at)
      }

      const requests = await readRequests(store, of)
      for (const { state, places } of requests) {
        const isLeft = places.some(({ goneAt }) => goneAt === null)
        if (state !== 'reopened') expect(isLeft).toBe(state !== 'removed')
      }
      const live = requests.filter(({ state }) => state !== 'removed' && state !== 'reopened')
      const livePlaces = live.flatMap(({ places }) => places.map(({ location }) => location.url))
      expect(new Set(livePlaces).size).toBe(livePlaces.length)
      const record = await readRecord(store.db, of)
      expect(await verifyChain(record)).toEqual({ ok: true })
      expect(record.filter(({ kind }) => kind === 'request.prepared')).toHaveLength(requests.length)
    }),
    { numRuns: 25 },
  )

  const { rows } = await sql<{ wrong: number }>`
    with marks as (
      select split_part(mark, '@', 1) as measure, count(*) as count
      from requests, unnest(counted) as mark group by 1),
    sums as (select measure, sum(count) as count from outcomes group by measure)
    select count(*)::int as wrong from sums full join marks using (measure)
    where coalesce(sums.count, 0) <> coalesce(marks.count, 0)`.execute(store.db)
  expect(rows).toEqual([{ wrong: 0 }])
})

test('places of one host are one request, of two hosts two, and one that is sent takes no more', async () => {
  await using opened = await openTestStore()
  const { store } = opened
  const of = await someone(store)
  const at = new Date(start)
  const add = (...urls: string[]) =>
    insertRequests(
      store.db,
      of,
      urls.map((url) => requestAt(store, of, url)),
      { practice: false, at },
    )
  const urls = async () =>
    (await readRequests(store, of)).map(({ places }) => places.map(({ location }) => new URL(location.url).pathname))

  await add('https://leak.example/1', 'https://other.example/2', 'https://leak.example/3')
  await add('https://leak.example/3', 'https://leak.example/4')
  expect(await urls()).toEqual([['/1', '/3', '/4'], ['/2']])

  const [first] = await readRequests(store, of)
  await moveRequest(store.db, of, first!.id, { event: eventOf('sent', start), at })
  await add('https://leak.example/1', 'https://leak.example/5')
  expect(await urls()).toEqual([['/1', '/3', '/4'], ['/2'], ['/5']])
})
