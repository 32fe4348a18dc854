import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ChannelId } from '#core/ids.ts'
import { insertChannel, moveCursor, quarantine, readChannel, readQuarantine } from '#store/channels.ts'
import {
  forgetNotices,
  type NewNotice,
  readNotices,
  retractAllBut,
  retractNotices,
  upsertNotices,
} from '#store/notices.ts'
import { openStore } from '#store/store.ts'
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
    await insertChannel(store.db, { id, kind: 'hash-list', name: id, url: 'https://list.example', options: {}, at })
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
  const [a] = await readNotices(db, { ids: [first[0]!] })
  expect(a?.fingerprints.map(({ value }) => Buffer.from(value))).toEqual([Buffer.from(changed.fingerprints[0]!.value)])
})

test('the same id in two channels is two notices', async () => {
  await using opened = await newStore()
  const { db } = opened.store
  const [mine] = await upsertNotices(db, channel, [aNotice('a')], plain)
  const [theirs] = await upsertNotices(db, other, [aNotice('a')], plain)

  expect(await retractNotices(db, other, [{ id: 'a' }], at)).toEqual([theirs])
  expect((await readNotices(db, { ids: [mine!] }))[0]?.retracted).toBe(false)
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

  const read = await readNotices(db, { ids: [after!, before!] })
  expect(read.map(({ retracted }) => retracted)).toEqual([true, true])
  // And it stays so, however often a relay repeats it.
  await upsertNotices(db, channel, [aNotice('after', { author: 'ada' })], plain)
  expect((await readNotices(db, { ids: [after!] }))[0]?.retracted).toBe(true)
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

  const read = await readNotices(db, { ids: [after!, before!] })
  expect(read.map(({ retracted }) => retracted)).toEqual([false, false])
})

test('what a list took back and lists again counts again', async () => {
  await using opened = await newStore()
  const { db } = opened.store
  const notice = aNotice('a')
  const [id] = await upsertNotices(db, channel, [notice], plain)
  await retractNotices(db, channel, [{ id: 'a' }], at)

  expect(await upsertNotices(db, channel, [notice], plain)).toEqual([id])
  expect((await readNotices(db, { ids: [id!] }))[0]?.retracted).toBe(false)
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

test('quarantine keeps what is broken, readable, once with a count: NUL, halves of surrogates and great length included', async () => {
  await using opened = await newStore()
  const { store } = opened
  const broken = [
    { raw: 'a\0b', reason: 'no JSON' },
    { raw: '\ud800 half', reason: 'half \udc00' },
    { raw: `${'x'.repeat(3999)}\u{1f600}`, reason: 'y'.repeat(1000) },
  ]

  await quarantine(store.db, channel, broken, at)
  await quarantine(store.db, channel, [...broken, broken[0]!], new Date(at.getTime() + 1000))

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

  const page = await readNotices(store.db, { after: '0', limit: 2 })
  const next = await readNotices(store.db, { after: page.at(-1)!.id, limit: 2 })
  expect([...page, ...next].map(({ id }) => id)).toEqual([ids[0], ids[2], ids[3]])

  expect(await forgetNotices(store, at, 1)).toBe(1)
  expect(await forgetNotices(store, at, 10)).toBe(1)
  expect((await readNotices(store.db, { ids })).map(({ id }) => id)).toEqual([ids[2], ids[3]])
})
