/**
 * Match: a page of notices against everything enrolled; what it meets becomes finds, and its case has something to be
 * told. A notice that was changed or taken back is matched again: what it no longer says is taken back too.
 *
 * The index catches up with the change log after the notices were read, so that no pair is missed: a fingerprint
 * enrolled before a notice was stored is in the index here, and one enrolled after it is looked up backwards.
 */

import type { CaseId, ChannelId, NoticeId } from '#core/ids.ts'
import { findChannel } from '#knowledge/channels/index.ts'
import { parseOptions } from '#knowledge/channels/options.ts'
import { readChannels } from '#store/channels.ts'
import { recordMatches, type Sighted } from '#store/finds.ts'
import { holdItems } from '#store/items.ts'
import type { CaseKey } from '#store/keys.ts'
import { readNotices } from '#store/notices.ts'
import type { Store } from '#store/store.ts'
import { addWork } from '#store/work.ts'
import type { Hit, Threshold } from './match-index.ts'
import type { Stage, StageDeps } from './stage.ts'

export const match: Stage = {
  name: 'match',
  page: 1000,
  concurrency: 1,
  giveUpAfter: 20,

  async run(ids, deps) {
    const { store, follower, log } = deps
    const notices = await readNotices(store.db, { ids })
    const threshold = await thresholds(store)
    const index = await follower.index()
    const hits = index.find(
      notices.filter((notice) => !notice.retracted),
      threshold,
    )
    const noticeIds = notices.map((notice) => notice.id)
    const matches = await record(hits, { noticeIds, deps })
    log.info('match.page', { notices: ids.length, matches })
  },
}

/** Writes hits as finds and hands on to the alert stage. `noticeIds`: those of which these are all the hits there are. */
export async function record(
  hits: readonly Hit[],
  page: { noticeIds: readonly NoticeId[]; deps: StageDeps },
): Promise<number> {
  const { store, now } = page.deps
  if (hits.length === 0 && page.noticeIds.length === 0) return 0
  const caseKeys = await openKeys(store, hits)
  return store.transaction(async (tx) => {
    const held = await holdItems(
      tx,
      hits.map((hit) => hit.itemId),
    )
    const sighted = hits.flatMap((hit): Sighted[] => {
      const item = held.get(hit.itemId)
      if (!item || !caseKeys.has(item.caseId)) return [] // withdrawn meanwhile
      const { notice, kind, distance, location } = hit
      const { caseId, practice } = item
      return [
        {
          caseId,
          practice,
          itemId: hit.itemId,
          noticeId: notice.id,
          channelId: notice.channelId,
          kind,
          distance,
          since: notice.at,
          location,
        },
      ]
    })
    const at = new Date(now())
    const untold = await recordMatches(store, tx, { noticeIds: page.noticeIds, sighted, caseKeys, at })
    await addWork(tx, 'alert', untold, now())
    return sighted.length
  })
}

async function openKeys(store: Store, hits: readonly Hit[]): Promise<Map<CaseId, CaseKey>> {
  const keys = new Map<CaseId, CaseKey>()
  for (const { caseId } of hits) {
    if (keys.has(caseId)) continue
    const key = await store.keys.open(caseId).catch(() => null) // withdrawn meanwhile
    if (key) keys.set(caseId, key)
  }
  return keys
}

/** Each channel's threshold, as its operator set it; the strictest default for one that is gone. */
export async function thresholds(store: Store): Promise<(channel: ChannelId) => Threshold> {
  const of = new Map<ChannelId, Threshold>()
  for (const row of await readChannels(store)) {
    const channel = findChannel(row.kind)
    if (channel) of.set(row.id, parseOptions(channel, row.options).common)
  }
  return (channel) => of.get(channel) ?? { distance: 31, quality: 50 }
}
