import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ChannelId } from '#core/ids.ts'
import { insertChannel, moveCursor, quarantine, readChannel, readQuarantine } from '#store/channels.ts'
import {
  forgetNotices,
  holdNotices,
  type NewNotice,
  readNotices,
  readPrints,
  readWorkPrints,
  retractAllBut,
  retractNotices,
  upsertNotices,
} from '#store/notices.ts'
import { openStore } from '#store/store.ts'
import { addMatchWork, readBatch, takeBatches } from '#store/work.ts'
import { freshDatabase } from '../database.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }
const at = new Date('2026-11-24T12:00:00Z')
const channel = 'list-1' as ChannelId
const other = 'list-2' as ChannelId

/** A store with two channels. */
async function newStore() {
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await freshDatabase())
  const dataFolder = await mkdtemp(join(tmpdir(), 'vigie-notices-'))
  opened.defer(() => rm(dataFolder, { recursive: true, force: true }))
  const store = opened.use(await openStore({ databaseUrl: database.url, dataFolder, log }))
  for (const id of [channel, other])
    await insertChannel(store, store.db, {
      secrets: {},
      id,
      kind: 'hash-list',
      name: id,
      url: 'https://list.example',
      options: {},
      at,
    })
  const held = opened.move()
  return { store, [Symbol.asyncDispose]: () => held.disposeAsync() }
}

function aNotice(sourceId: string, of: Partial<NewNotice> = {}): NewNotice {
  const fingerprints = [{ type: 'sha256' as const, value: new Uint8Array(randomBytes(32)) }]
  return { sourceId, author: null, kind: 'listing', at, fingerprints, locations: [], ...of }
}

const plain = { at, snapshot: null }

test('the same page twice changes nothing; what says something else is to be matched again, in place of what it said', async () => {
  await using opened = await newStore()
  const { db } = opened.store
  const page = [aNotice('a'), aNotice('b', { fingerprints: [] }), aNotice('c')]
  const first = await upsertNotices(db, channel, page, plain)

  expect(first).toHaveLength(3)
  expect(await upsertNotices(db, channel, page, { at: new Date(at.getTime() + 1000), snapshot: null })).toEqual([])

  const changed = aNotice('a')
  expect(await upsertNotices(db, channel, [changed, page[1]!], plain)).toEqual([first[0]])
  const [a] = await readNotices(db, [first[0]!])
  expect(a?.fingerprints.map(({ value }) => Buffer.from(value))).toEqual([Buffer.from(changed.fingerprints[0]!.value)])
})

test.each([
  ['who said it', { author: 'eve' }],
  ['what kind it is', { kind: 'report' }],
  ['where it is', { locations: [{ platform: 'website', id: 'url:leak.example/2', url: 'https://leak.example/2' }] }],
  ['a quality', { fingerprints: [{ type: 'pdq' as const, value: new Uint8Array(32), quality: 51 }] }],
])('a notice that changes %s is to be matched again', async (_, change) => {
  await using opened = await newStore()
  const { db } = opened.store
  const said = aNotice('a', { fingerprints: [{ type: 'pdq', value: new Uint8Array(32), quality: 50 }] })
  const [id] = await upsertNotices(db, channel, [said], plain)

  expect(await upsertNotices(db, channel, [{ ...said, ...change }], plain)).toEqual([id])
  expect(await upsertNotices(db, channel, [{ ...said, ...change }], plain)).toEqual([])
})

test('the same id in two channels is two notices', async () => {
  await using opened = await newStore()
  const { db } = opened.store
  const [mine] = await upsertNotices(db, channel, [aNotice('a')], plain)
  const [theirs] = await upsertNotices(db, other, [aNotice('a')], plain)

  expect(await retractNotices(db, other, [{ id: 'a' }], at)).toEqual([theirs])
  expect((await readNotices(db, [mine!]))[0]?.retracted).toBe(false)
})

test('an author takes back her own notice, before it arrives as well as after', async () => {
  await using opened = await newStore()
  const { db } = opened.store
  const [after] = await upsertNotices(db, channel, [aNotice('after', { author: 'ada' })], plain)

  expect(
    await retractNotices(
      db,
      channel,
      [
        { id: 'after', author: 'ada' },
        { id: 'before', author: 'ada' },
      ],
      at,
    ),
  ).toEqual([after])
  const [before] = await upsertNotices(db, channel, [aNotice('before', { author: 'ada' })], plain)

  const read = await readNotices(db, [after!, before!])
  expect(read.map(({ retracted }) => retracted)).toEqual([true, true])
  // And it stays so, however often a relay repeats it.
  await upsertNotices(db, channel, [aNotice('after', { author: 'ada' })], plain)
  expect((await readNotices(db, [after!]))[0]?.retracted).toBe(true)
})

test('a stranger takes back nothing, before it arrives or after', async () => {
  await using opened = await newStore()
  const { db } = opened.store
  const [after] = await upsertNotices(db, channel, [aNotice('after', { author: 'ada' })], plain)

  expect(
    await retractNotices(
      db,
      channel,
      [
        { id: 'after', author: 'eve' },
        { id: 'before', author: 'eve' },
      ],
      at,
    ),
  ).toEqual([])
  const [before] = await upsertNotices(db, channel, [aNotice('before', { author: 'ada' })], plain)

  const read = await readNotices(db, [after!, before!])
  expect(read.map(({ retracted }) => retracted)).toEqual([false, false])
})

test('what a list took back and lists again counts again', async () => {
  await using opened = await newStore()
  const { db } = opened.store
  const notice = aNotice('a')
  const [id] = await upsertNotices(db, channel, [notice], plain)
  await retractNotices(db, channel, [{ id: 'a' }], at)

  expect(await upsertNotices(db, channel, [notice], plain)).toEqual([id])
  expect((await readNotices(db, [id!]))[0]?.retracted).toBe(false)
})

test('a whole list that was read takes back what it no longer names, and nothing of another channel', async () => {
  await using opened = await newStore()
  const { db } = opened.store
  const [a, b, c] = [aNotice('a'), aNotice('b'), aNotice('c')]
  const [, idOfB] = await upsertNotices(db, channel, [a, b], { at, snapshot: 'monday' })
  await upsertNotices(db, other, [b], { at, snapshot: 'monday' })
  expect(await retractAllBut(db, channel, 'monday', at)).toEqual([])

  const fresh = await upsertNotices(db, channel, [a, c], { at, snapshot: 'tuesday' }) // `a` says what it said

  expect(fresh).toHaveLength(1)
  expect(await retractAllBut(db, channel, 'tuesday', at)).toEqual([idOfB])
  expect(await retractAllBut(db, channel, 'tuesday', at)).toEqual([])
})

test('quarantine keeps what is broken, readable, once with a count of days: NUL, halves of surrogates and great length included', async () => {
  await using opened = await newStore()
  const { store } = opened
  const broken = [
    { raw: 'a\0b', reason: 'no JSON' },
    { raw: '\ud800 half', reason: 'half \udc00' },
    { raw: `${'x'.repeat(3999)}\u{1f600}`, reason: 'y'.repeat(1000) },
  ]

  await quarantine(store.db, channel, broken, at)
  await quarantine(store.db, channel, [...broken, broken[0]!], new Date(at.getTime() + 1000))
  expect((await readQuarantine(store, channel, 10)).map(({ times }) => times)).toEqual([1, 1, 1])
  await quarantine(store.db, channel, broken, new Date(at.getTime() + 24 * 3_600_000))

  const rows = await readQuarantine(store, channel, 10)
  expect(rows).toHaveLength(3)
  expect(rows.map(({ times }) => times)).toEqual([2, 2, 2])
  expect(rows.map(({ raw }) => raw).sort()).toEqual(['a\ufffdb', `${'x'.repeat(3999)}\ufffd`, '\ufffd half'].sort())
  expect(rows.every(({ reason }) => reason.isWellFormed() && reason.length <= 300)).toBe(true)
  expect(await readQuarantine(store, other, 10)).toEqual([])
})

test('of two readers who start from the same place, one moves on and the other is told', async () => {
  await using opened = await newStore()
  const { store } = opened

  const moved = await Promise.all(
    ['x', 'y', 'z'].map((to) => store.transaction((tx) => moveCursor(tx, channel, null, to, at))),
  )

  expect(moved.filter(Boolean)).toHaveLength(1)
  expect((await readChannel(store, channel)).cursor).toBe(['x', 'y', 'z'][moved.indexOf(true)])
})

test('notices are read in pages, live ones only, and forgotten when their time is over', async () => {
  await using opened = await newStore()
  const { store } = opened
  const old = { at: new Date(at.getTime() - 1000), snapshot: null }
  const ids = [
    ...(await upsertNotices(store.db, channel, [aNotice('a'), aNotice('b')], old)),
    ...(await upsertNotices(store.db, channel, [aNotice('c'), aNotice('d')], plain)),
  ]
  await retractNotices(store.db, channel, [{ id: 'b' }], at)

  const page = await readPrints(store.db, { after: '0', limit: 2, places: false })
  const next = await readPrints(store.db, { after: page.last!, limit: 2, places: false })
  expect([...page.notices, ...next.notices].map(({ id }) => id)).toEqual([ids[0], ids[2], ids[3]])
  expect((await readPrints(store.db, { after: next.last!, limit: 2, places: false })).last).toBe(null)

  expect(await forgetNotices(store, at, 1)).toBe(1)
  expect(await forgetNotices(store, at, 10)).toBe(1)
  expect((await readNotices(store.db, ids)).map(({ id }) => id)).toEqual([ids[2], ids[3]])
})

test('fingerprints come back as they were stored, whole or alone, with quality and places', async () => {
  await using opened = await newStore()
  const { db } = opened.store
  const place = (n: number) => ({ platform: 'website', id: `url:leak.example/${n}`, url: `https://leak.example/${n}` })
  const clip = new Uint8Array(randomBytes(33 * 400))
  const fingerprints: NewNotice['fingerprints'] = [
    { type: 'pdq', value: new Uint8Array(randomBytes(32)), quality: 0, places: [1] },
    { type: 'pdq', value: new Uint8Array(randomBytes(32)), quality: 100, places: [] },
    { type: 'cid-double', value: new Uint8Array(randomBytes(34)), places: [0, 1] },
    { type: 'vpdq', value: clip },
  ]
  const [id] = await upsertNotices(db, channel, [aNotice('a', { fingerprints, locations: [0, 1].map(place) })], plain)

  const [whole] = await readNotices(db, [id!])
  const { notices } = await readPrints(db, { after: '0', limit: 10, places: true })
  const expected = fingerprints.map(({ value, ...print }) => {
    const bytes = Buffer.from(value).toString('hex')
    return { ...print, quality: print.quality ?? null, places: print.places ?? null, bytes }
  })

  for (const read of [whole, ...notices])
    expect(
      read?.fingerprints.map(({ value, ...print }) => ({ ...print, bytes: Buffer.from(value).toString('hex') })),
    ).toEqual(expected)
  expect(notices[0]?.places).toEqual(['website|url:leak.example/0', 'website|url:leak.example/1'])
})

test('match work is read as fingerprints, each notice once, with what has changed or was taken back told apart', async () => {
  await using opened = await newStore()
  const { store } = opened
  const place = { platform: 'website', id: 'url:leak.example/1', url: 'https://leak.example/1' }
  const page = [aNotice('new', { locations: [place] }), aNotice('changes'), aNotice('goes'), aNotice('is not named')]
  const [fresh, changed, gone] = await upsertNotices(store.db, channel, page, plain)
  await upsertNotices(store.db, channel, [aNotice('changes')], plain)
  await retractNotices(store.db, channel, [{ id: 'goes' }], at)
  await addMatchWork(store.db, [fresh!, changed!], at.getTime())
  await addMatchWork(store.db, [changed!, gone!], at.getTime())
  const [batch] = await takeBatches(store, { stage: 'match', page: 10, nowMs: at.getTime() })
  const work = (await readBatch(store, batch!.batch)).map((row) => row.id)

  const read = await readWorkPrints(store.db, { work, places: true })

  expect(read.notices.map(({ id, places }) => ({ id, places }))).toEqual([
    { id: fresh, places: ['website|url:leak.example/1'] },
    { id: changed, places: [] },
  ])
  expect(read.notices[0]?.fingerprints.map(({ value }) => Buffer.from(value))).toEqual([
    Buffer.from(page[0]!.fingerprints[0]!.value),
  ])
  expect(read.changed.sort()).toEqual([changed, gone].sort())
  expect((await readWorkPrints(store.db, { work, places: false })).notices[0]?.places).toEqual([])
  expect(await readWorkPrints(store.db, { work: [], places: true })).toMatchObject({ notices: [], changed: [] })
})

test('what was matched of a notice that says something else by now is not to be written down', async () => {
  await using opened = await newStore()
  const { store } = opened
  const ids = await upsertNotices(store.db, channel, [aNotice('stays'), aNotice('changes'), aNotice('goes')], plain)
  const read = await readNotices(store.db, ids)

  await upsertNotices(store.db, channel, [aNotice('changes')], plain)
  await retractNotices(store.db, channel, [{ id: 'goes' }], at)

  expect([...(await store.transaction((tx) => holdNotices(tx, read)))]).toEqual([ids[0]])
})
