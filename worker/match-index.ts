/** The match index: every enrolled fingerprint, in memory only, and what a page of notices meets in it. */
import { doubleHashes } from '#core/fingerprint/index.ts'
import type { Fingerprint } from '#core/fingerprint/types.ts'
import type { CaseId, ChannelId, ItemId } from '#core/ids.ts'
import { locationKey } from '#core/location/index.ts'
import type { Location } from '#core/location/types.ts'
import { createExactIndex, createHammingIndex } from '#core/match/index.ts'
import type { MatchKind } from '#store/finds.ts'
import type { IndexedItem } from '#store/items.ts'
import type { StoredNotice } from '#store/notices.ts'

export interface Hit {
  caseId: CaseId
  itemId: ItemId
  notice: StoredNotice
  kind: MatchKind
  distance: number
  /** Null: the notice names no place. */
  location: { key: string; location: Location } | null
}

/** From which PDQ distance on, and below which published quality, a channel's notices are no match. */
export interface Threshold {
  distance: number
  quality: number
}

export interface MatchIndex {
  /** Items in it. */
  readonly size: number
  insert(item: IndexedItem): void
  /** The fingerprints leave memory at once. */
  deleteItem(id: ItemId): void
  deleteCase(id: CaseId): void
  clear(): void
  /** Every meeting of the page's notices with the items: at most one for each notice, item and place; the surest. */
  find(notices: readonly StoredNotice[], threshold: (channel: ChannelId) => Threshold): Hit[]
}

interface Entry {
  id: ItemId
  caseId: CaseId
  rows: number[]
  exact: Fingerprint[]
}

export function createMatchIndex(): MatchIndex {
  const near = createHammingIndex()
  const same = createExactIndex<ItemId>()
  const entries = new Map<ItemId, Entry>()
  const itemOfRow = new Map<number, ItemId>()
  const itemsOfCase = new Map<CaseId, Set<ItemId>>()

  function deleteItem(id: ItemId): void {
    const entry = entries.get(id)
    if (!entry) return
    for (const row of entry.rows) {
      near.delete(row)
      itemOfRow.delete(row)
    }
    for (const { type, value } of entry.exact) same.delete(type, value, id)
    entries.delete(id)
    const siblings = itemsOfCase.get(entry.caseId)
    siblings?.delete(id)
    if (siblings?.size === 0) itemsOfCase.delete(entry.caseId)
  }

  return {
    get size() {
      return entries.size
    },

    insert({ id, caseId, fingerprints }) {
      deleteItem(id) // the log may tell of an item that the first copy held already
      const entry: Entry = { id, caseId, rows: [], exact: [] }
      for (const fingerprint of fingerprints)
        if (fingerprint.type === 'pdq') entry.rows.push(near.insert(fingerprint.value))
        else entry.exact.push(...publishedForms(fingerprint))
      for (const row of entry.rows) itemOfRow.set(row, id)
      for (const { type, value } of entry.exact) same.insert(type, value, id)
      entries.set(id, entry)
      const siblings = itemsOfCase.get(caseId) ?? new Set()
      itemsOfCase.set(caseId, siblings.add(id))
    },

    deleteItem,

    deleteCase(id) {
      for (const item of itemsOfCase.get(id) ?? []) deleteItem(item)
    },

    clear() {
      near.clear()
      same.clear()
      entries.clear()
      itemOfRow.clear()
      itemsOfCase.clear()
    },

    find(notices, threshold) {
      const best = notices.map(() => new Map<ItemId, Met[]>())
      const hits: Hit[] = []
      const queries: Uint8Array[] = []
      const noticeOf: number[] = []
      const placesOf: (number[] | null)[] = []
      let widest = 0
      for (const [at, notice] of notices.entries()) {
        const { distance, quality } = threshold(notice.channelId)
        for (const print of notice.fingerprints) {
          if (print.type !== 'pdq') {
            for (const item of same.lookup(print.type, print.value))
              meet(best[at], item, { notice, places: print.places, kind: kindOf(print.type), distance: 0 })
          } else if (print.quality === null || print.quality >= quality) {
            queries.push(print.value)
            noticeOf.push(at)
            placesOf.push(print.places)
            widest = Math.max(widest, distance)
          }
        }
        for (const location of notice.locations) {
          const key = locationKey(location)
          for (const itemId of same.lookup('url', new TextEncoder().encode(key)))
            hits.push({ caseId: caseOf(itemId), itemId, notice, kind: 'url', distance: 0, location: { key, location } })
        }
      }
      near.search(queries, widest, (query, row, distance) => {
        const at = noticeOf[query] ?? 0
        const notice = notices[at]
        const item = itemOfRow.get(row)
        if (notice && item && distance <= threshold(notice.channelId).distance)
          meet(best[at], item, { notice, places: placesOf[query] ?? null, kind: 'pdq', distance })
      })
      for (const [at, notice] of notices.entries())
        for (const [itemId, met] of best[at] ?? [])
          for (const { place, kind, distance } of met) {
            const location = place === null ? null : notice.locations[place]
            hits.push({
              caseId: caseOf(itemId),
              itemId,
              notice,
              kind,
              distance,
              location: location ? { key: locationKey(location), location } : null,
            })
          }
      return hits
    },
  }

  function caseOf(item: ItemId): CaseId {
    const entry = entries.get(item)
    if (!entry) throw new Error('The index holds a fingerprint without its item.')
    return entry.caseId
  }
}

/** A CID is published as it is, or as either of a denylist's double hashes. */
function publishedForms(fingerprint: Fingerprint): Fingerprint[] {
  if (fingerprint.type !== 'cid') return [fingerprint]
  return [fingerprint, ...doubleHashes(fingerprint.value).map((value): Fingerprint => ({ type: 'cid-double', value }))]
}

function kindOf(type: Fingerprint['type']): MatchKind {
  return type === 'cid-double' ? 'cid' : type
}

/** A meeting at one of the notice's places, or at none that it names. */
interface Met {
  place: number | null
  kind: MatchKind
  distance: number
}

/** Keeps the surest meeting of each place: an exact one says more than a near one, a nearer one more than a farther. */
function meet(
  best: Map<ItemId, Met[]> | undefined,
  item: ItemId,
  { notice, places, kind, distance }: Omit<Met, 'place'> & { notice: StoredNotice; places: number[] | null },
): void {
  const met = best?.get(item) ?? []
  best?.set(item, met)
  const at: (number | null)[] = places ?? [...notice.locations.keys()]
  for (const place of at.length > 0 ? at : [null]) {
    const before = met.find((each) => each.place === place)
    if (!before) met.push({ place, kind, distance })
    else if (before.kind === 'pdq' && (kind !== 'pdq' || distance < before.distance))
      Object.assign(before, { kind, distance })
  }
}
