/**
 * Match: a page of notices against everything enrolled; what it meets becomes finds, and its case has something to be
 * told. A notice that was changed or taken back is matched again: what it no longer says is taken back too.
 *
 * The index catches up with the change log after the work was taken, and so after its notices were stored; so no pair
 * is missed: a fingerprint enrolled before that is in the index here, and one enrolled later is looked up backwards. A
 * notice that changes meanwhile has work of its own.
 *
 * Most notices meet nothing: all are read and compared as fingerprints alone, and only the others are read whole.
 */

import type { CaseId, ChannelId, NoticeId } from '#core/ids.ts'
import type { Channel } from '#knowledge/channels/channel.ts'
import { findChannel } from '#knowledge/channels/index.ts'
import { parseOptions } from '#knowledge/channels/options.ts'
import { logShielded, protectCases } from '#store/cases.ts'
import { readChannels } from '#store/channels.ts'
import { recordMatches, type Sighted } from '#store/finds.ts'
import { holdItems } from '#store/items.ts'
import type { CaseKey } from '#store/keys.ts'
import { holdNotices, readNotices, readWorkPrints, type StoredNotice } from '#store/notices.ts'
import type { Store } from '#store/store.ts'
import { addWork } from '#store/work.ts'
import type { Hit, MatchIndex, Threshold } from './match-index.ts'
import type { Stage, StageDeps } from './stage.ts'

export const match: Stage = {
  name: 'match',
  page: 4,
  concurrency: 1,
  giveUpAfter: 20,

  async run(ids, deps) {
    const { store, follower, log } = deps
    const index = await follower.index()
    const { notices, changed } = await readWorkPrints(store.db, { work: ids, places: index.holdsPlaces })
    const met = new Set([...index.touched(notices), ...changed])
    const matches = met.size === 0 ? 0 : await compare([...met], index, deps)
    log.info('match.page', { notices: notices.length, matches })
  },
}

async function compare(ids: readonly NoticeId[], index: MatchIndex, deps: StageDeps): Promise<number> {
  const { store } = deps
  const notices = await readNotices(store.db, ids)
  const hits = index.find(
    notices.filter((notice) => !notice.retracted),
    await thresholds(store),
  )
  const changed = notices.filter((notice) => notice.turn > 0) // the others have said nothing before
  return record(hits, { changed, deps })
}

/**
 * Writes hits as finds and hands on to the alert stage. `changed`: notices of which these are all the hits there are.
 * What is not public meets a case that nobody has confirmed without a trace; only that a list of abuse of children knows
 * one of its pictures is kept, and acted upon where nobody sees it.
 */
export async function record(
  hits: readonly Hit[],
  { changed, deps }: { changed: readonly StoredNotice[]; deps: Pick<StageDeps, 'store' | 'now'> },
): Promise<number> {
  const { store, now } = deps
  if (hits.length === 0 && changed.length === 0) return 0
  const caseKeys = await openKeys(store, hits)
  const channels = await kinds(store)
  return store.transaction(async (tx) => {
    const current = await holdNotices(tx, [...new Set([...changed, ...hits.map((hit) => hit.notice)])])
    const held = await holdItems(
      tx,
      hits.map((hit) => hit.itemId),
    )
    const met = hits.flatMap((hit) => {
      const item = held.get(hit.itemId)
      if (!item || !caseKeys.has(item.caseId)) return [] // withdrawn meanwhile
      if (!current.has(hit.notice.id)) return [] // it says something else by now, and is matched again
      return [{ hit, item, kind: channels.get(hit.notice.channelId) }]
    })
    const listed = met.flatMap(({ item, kind }) => (kind?.childAbuse ? [item.caseId] : []))
    const shielded = await protectCases(tx, listed)
    const sighted = met.flatMap(({ hit, item, kind }): Sighted[] => {
      if (!kind || (kind.toldTo === 'confirmed' && !item.isConfirmed)) return []
      const { notice, kind: how, distance, share, location } = hit
      const { caseId, practice } = item
      return [
        {
          caseId,
          practice,
          itemId: hit.itemId,
          noticeId: notice.id,
          channelId: notice.channelId,
          kind: how,
          distance,
          share,
          since: notice.at,
          said: notice.kind,
          location,
        },
      ]
    })
    const at = new Date(now())
    const noticeIds = changed.map((notice) => notice.id).filter((id) => current.has(id))
    const untold = await recordMatches(store, tx, { noticeIds, sighted, caseKeys, at })
    await addWork(tx, 'alert', untold, now())
    await logShielded(tx, shielded)
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

/** What kind each channel is of, and whom its operator has it told to; without those that were removed since, whose word does not count any more. */
async function kinds(store: Store): Promise<Map<ChannelId, Channel>> {
  const of = new Map<ChannelId, Channel>()
  for (const row of await readChannels(store)) {
    const kind = findChannel(row.kind)
    if (!kind) continue
    const { told = kind.toldTo } = parseOptions(kind, row.options).common
    of.set(row.id, { ...kind, toldTo: told })
  }
  return of
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
