import { expect, test } from 'vitest'
import { fromHex } from '#core/fingerprint/index.ts'
import type { ChannelId } from '#core/ids.ts'
import { openItems } from '#store/items.ts'
import { readNotices, retractNotices, upsertNotices } from '#store/notices.ts'
import { record } from '#worker/match.ts'
import { createMatchIndex } from '#worker/match-index.ts'
import { aPicture, startInstallation } from '../installation.ts'

test('what was compared before a notice was taken back is not written down after it', async () => {
  await using vigie = await startInstallation({ worker: false })
  const { store } = vigie
  const picture = aPicture()
  await vigie.enrol({ pictures: [picture] })
  const channel = (await vigie.addChannel('hash-list', 'http://127.0.0.1:1/')) as ChannelId
  const notice = (sourceId: string) => ({
    sourceId,
    author: null,
    kind: 'listing',
    at: new Date(),
    fingerprints: [{ type: 'sha256' as const, value: fromHex(picture.sha256) }],
    locations: [{ platform: 'website', id: `url:leak.example/${sourceId}`, url: `https://leak.example/${sourceId}` }],
  })
  const at = new Date()
  const ids = await upsertNotices(store.db, channel, ['stays', 'goes'].map(notice), { at, snapshot: null })
  const index = createMatchIndex()
  for (const item of (await openItems(store, store.db, { after: null, limit: 10 })).items) index.insert(item)
  const hits = index.find(await readNotices(store.db, ids), () => ({ distance: 31, quality: 50 }))
  expect(hits).toHaveLength(2)

  await retractNotices(store.db, channel, [{ id: 'goes' }], at)
  const written = await record(hits, { changed: [], deps: { store, now: Date.now } })

  expect(written).toBe(1)
  expect(await store.db.selectFrom('matches').select('retracted_at').execute()).toEqual([{ retracted_at: null }])
})
