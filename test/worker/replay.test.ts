import { expect, test } from 'vitest'
import type { ChannelId } from '#core/ids.ts'
import { quarantine, readQuarantine } from '#store/channels.ts'
import { readNotices, upsertNotices } from '#store/notices.ts'
import { addMatchWork, addWork, expired } from '#store/work.ts'
import { aHash, aLine, aPicture, operatorToken, startInstallation } from '../installation.ts'
import { startHttpList } from '../peers/http-list.ts'

test('what is in quarantine is read again on the operator’s word: what can be read is matched, the rest stays', async () => {
  await using list = await startHttpList()
  await using vigie = await startInstallation()
  const mine = aHash()
  const person = await vigie.enrol({ pictures: [aPicture([mine])] })
  const channel = await vigie.addChannel('hash-list', list.url)
  await vigie.idle()
  const readable = aLine({ id: 'n1', type: 'pdq', value: mine, quality: 90 }).trim()
  const kept = ['{"broken', readable].map((raw) => ({ raw, reason: 'a version before could not read it' }))
  await quarantine(vigie.store.db, channel as ChannelId, kept, new Date())

  const replayed = await vigie.ask(`/channels/${channel}/quarantine/replay`, { method: 'POST', token: operatorToken })
  await vigie.idle()

  expect(await replayed.json()).toEqual({ read: 1, left: 1 })
  expect(await person.inbox()).toHaveLength(1)
  const left = await readQuarantine(vigie.store, channel as ChannelId, 10)
  expect(left.map(({ raw }) => raw)).toEqual(['{"broken'])
})

test('a notice whose time is over is taken back, and its match with it', async () => {
  await using list = await startHttpList()
  await using vigie = await startInstallation()
  const mine = aHash()
  const person = await vigie.enrol({ pictures: [aPicture([mine])] })
  const channel = (await vigie.addChannel('hash-list', list.url)) as ChannelId
  await vigie.idle()
  const at = new Date()
  const expiresAt = new Date(Date.now() + 60_000)
  const label = {
    sourceId: 'label',
    author: null,
    kind: 'label',
    at,
    fingerprints: [{ type: 'pdq' as const, value: Buffer.from(mine, 'hex'), quality: 90 }],
    locations: [],
    expiresAt,
  }
  const ids = await vigie.store.transaction(async (tx) => {
    const ids = await upsertNotices(tx, channel, [label], { at, snapshot: null })
    await addMatchWork(tx, ids, at.getTime())
    await addWork(tx, 'forget', [expired], expiresAt.getTime())
    return ids
  })
  await vigie.idle()
  const before = await person.inbox()

  vigie.clock.advance(61_000)
  await vigie.idle()

  expect(before).toHaveLength(1)
  expect(before[0]?.matches[0]).toMatchObject({ retracted: false })
  expect((await readNotices(vigie.store.db, ids))[0]).toMatchObject({ retracted: true })
  expect((await person.inbox())[0]?.matches[0]).toMatchObject({ retracted: true })
})
