/**
 * The match index: every enrolled fingerprint, in memory only, and what a page of notices meets in it.
 *
 * All PDQ hashes, those of a clip's frames too, are rows of one Hamming index. Rows belong to groups: a picture's
 * hashes, its weak ones, or one set of a clip's frames.
 */
import {
  countingFrames,
  decodeVpdq,
  doubleHashes,
  isVpdqMatch,
  VPDQ_QUALITY,
  WEAK_MAX_DISTANCE,
} from '#core/fingerprint/index.ts'
import type { Fingerprint } from '#core/fingerprint/types.ts'
import type { CaseId, ChannelId, ItemId, NoticeId } from '#core/ids.ts'
import { locationKey } from '#core/location/index.ts'
import type { Location } from '#core/location/types.ts'
import { createExactIndex, createHammingIndex } from '#core/match/index.ts'
import type { ClipShare, MatchKind } from '#store/finds.ts'
import type { IndexedItem } from '#store/items.ts'
import type { NoticePrints, StoredNotice } from '#store/notices.ts'
import type { PublishedPrint } from '#store/prints.ts'
import { RowTable } from './row-table.ts'

export interface Hit extends Meeting {
  caseId: CaseId
  itemId: ItemId
  notice: StoredNotice
  /** Null: the notice names no place. */
  location: { key: string; location: Location } | null
}

interface Meeting {
  kind: MatchKind
  /** Of two clips: that of their nearest frames. */
  distance: number
  /** Null unless two clips met. */
  share: ClipShare | null
}

/**
 * Up to which PDQ distance a channel's notices match, and the published quality below which they match up to
 * `WEAK_MAX_DISTANCE` only, as enrolled hashes do that say little.
 */
export interface Threshold {
  distance: number
  quality: number
}

export interface MatchIndex {
  /** Items in it. */
  readonly size: number
  /** Whether a place is among what is enrolled, so that those of notices matter. */
  readonly holdsPlaces: boolean
  insert(item: IndexedItem): void
  /** Items inserted before `insertAll` has ended cost a part of what each alone does. */
  fill(insertAll: () => Promise<void>): Promise<void>
  /** The fingerprints leave memory at once. */
  deleteItem(id: ItemId): void
  deleteCase(id: CaseId): void
  clear(): void
  /** Every meeting of the page's notices with the items: at most one for each notice, item and place; the surest. */
  find(notices: readonly StoredNotice[], threshold: (channel: ChannelId) => Threshold): Hit[]
  /** Which notices may meet an item, whatever their channels' thresholds: none that does is left out. */
  touched(notices: readonly NoticePrints[]): NoticeId[]
}

interface Entry {
  id: ItemId
  caseId: CaseId
  isShielded: boolean
  groups: number[]
  exact: Fingerprint[]
}

interface Group {
  item: ItemId
  /** Its item is: nothing that a look has seen meets it. */
  isShielded: boolean
  kind: 'picture' | 'weak' | 'clip'
  rows: Float64Array
}

/** A published hash that is looked for: a PDQ of its own, or a frame of a clip. */
interface Query {
  at: number
  print: PublishedPrint
  limit: number
  clip: Clip | null
}

/** What a published clip has met so far: per group of enrolled frames, which of either side's. */
interface Clip {
  frames: number
  met: Map<number, { queries: Set<number>; rows: Set<number>; distance: number }>
}

const farthest = 31

/** @param tablesFrom rows from which on the Hamming index keeps tables; undefined: its own default */
export function createMatchIndex({ tablesFrom }: { tablesFrom?: number } = {}): MatchIndex {
  const near = createHammingIndex(tablesFrom === undefined ? {} : { tablesFrom })
  const same = createExactIndex<ItemId>()
  const entries = new Map<ItemId, Entry>()
  const withPlaces = new Set<ItemId>()
  const itemsOfCase = new Map<CaseId, Set<ItemId>>()
  const groups: (Group | undefined)[] = []
  const unused: number[] = []
  const groupOfRow = new RowTable()

  function addGroup(
    { id: item, isShielded }: IndexedItem,
    kind: Group['kind'],
    hashes: readonly Uint8Array[],
  ): number[] {
    if (hashes.length === 0) return []
    const number = unused.pop() ?? groups.length
    const rows = Float64Array.from(hashes, (hash) => near.insert(hash))
    groups[number] = { item, isShielded, kind, rows }
    for (const row of rows) groupOfRow.set(row, number)
    return [number]
  }

  function deleteGroup(number: number): void {
    for (const row of groups[number]?.rows ?? []) {
      near.delete(row)
      groupOfRow.delete(row)
    }
    groups[number] = undefined
    unused.push(number)
  }

  function insert(item: IndexedItem): void {
    const { id, caseId, fingerprints, isShielded } = item
    deleteItem(id) // the log may tell of an item that the first copy held already
    const valuesOf = (type: Fingerprint['type']) =>
      fingerprints.filter((print) => print.type === type).map((print) => print.value)
    const clips = valuesOf('vpdq').map((value) => countingFrames(decodeVpdq(value)).map((frame) => frame.hash))
    const entry: Entry = {
      id,
      caseId,
      isShielded,
      groups: [
        ...addGroup(item, 'picture', valuesOf('pdq')),
        ...addGroup(item, 'weak', valuesOf('pdq-weak')),
        ...clips.flatMap((hashes) => addGroup(item, 'clip', hashes)),
      ],
      exact: fingerprints.flatMap(publishedForms),
    }
    for (const { type, value } of entry.exact) same.insert(type, value, id)
    if (entry.exact.some(({ type }) => type === 'url')) withPlaces.add(id)
    entries.set(id, entry)
    const siblings = itemsOfCase.get(caseId) ?? new Set()
    itemsOfCase.set(caseId, siblings.add(id))
  }

  function deleteItem(id: ItemId): void {
    const entry = entries.get(id)
    if (!entry) return
    for (const number of entry.groups) deleteGroup(number)
    for (const { type, value } of entry.exact) same.delete(type, value, id)
    withPlaces.delete(id)
    entries.delete(id)
    const siblings = itemsOfCase.get(entry.caseId)
    siblings?.delete(id)
    if (siblings?.size === 0) itemsOfCase.delete(entry.caseId)
  }

  function find(notices: readonly StoredNotice[], threshold: (channel: ChannelId) => Threshold): Hit[] {
    const best = new Best()
    const queries: Query[] = []
    const hashes: Uint8Array[] = []
    const clips: { at: number; print: PublishedPrint; clip: Clip }[] = []
    for (const [at, notice] of notices.entries()) {
      const { distance, quality } = threshold(notice.channelId)
      const weak = Math.min(distance, WEAK_MAX_DISTANCE)
      for (const print of notice.fingerprints)
        if (print.type === 'vpdq') {
          const frames = countingFrames(decodeVpdq(print.value), Math.max(quality, VPDQ_QUALITY))
          const clip: Clip = { frames: frames.length, met: new Map() }
          clips.push({ at, print, clip })
          for (const frame of frames) hashes[queries.push({ at, print, limit: distance, clip }) - 1] = frame.hash
        } else if (isPdq(print)) {
          const isWeak = print.type === 'pdq-weak' || (print.quality !== null && print.quality < quality)
          hashes[queries.push({ at, print, limit: isWeak ? weak : distance, clip: null }) - 1] = print.value
        } else
          for (const item of same.lookup(print.type, print.value))
            if (!(print.looked && entries.get(item)?.isShielded))
              best.meet({ at, notice, item, places: print.places }, exactly(print))
      for (const [place, location] of notice.locations.entries())
        for (const item of same.lookup('url', Buffer.from(locationKey(location))))
          best.meet({ at, notice, item, places: [place] }, { kind: 'url', distance: 0, share: null })
    }

    near.search(hashes, farthest, (number, row, distance) => {
      const query = queries[number]
      const inGroup = groupOfRow.get(row)
      const group = groups[inGroup]
      const notice = notices[query?.at ?? 0]
      if (!query || !group || !notice) return
      const { at, print, limit, clip } = query
      if (print.looked && group.isShielded) return
      if (distance > (group.kind === 'weak' ? Math.min(limit, WEAK_MAX_DISTANCE) : limit)) return
      if (clip && group.kind === 'clip') return tally(clip, inGroup, { number, row, distance })
      best.meet({ at, notice, item: group.item, places: print.places }, { kind: 'pdq', distance, share: null })
    })

    for (const { at, print, clip } of clips)
      for (const [inGroup, met] of clip.met) {
        const group = groups[inGroup]
        const notice = notices[at]
        if (!group || !notice) continue
        const share = {
          queryPercent: (100 * met.queries.size) / clip.frames,
          targetPercent: (100 * met.rows.size) / group.rows.length,
        }
        if (isVpdqMatch({ ...share, queryFrames: clip.frames, targetFrames: group.rows.length }))
          best.meet(
            { at, notice, item: group.item, places: print.places },
            { kind: 'vpdq', distance: met.distance, share },
          )
      }
    return [...best.hits(notices, (item) => caseOf(item))]
  }

  function touched(notices: readonly NoticePrints[]): NoticeId[] {
    const met = new Set<NoticeId>()
    const hashes: Uint8Array[] = []
    const noticeOf: NoticeId[] = []
    for (const { id, fingerprints, places } of notices) {
      for (const print of fingerprints)
        if (isPdq(print)) hashes[noticeOf.push(id) - 1] = print.value
        else if (print.type === 'vpdq')
          for (const { hash } of decodeVpdq(print.value)) hashes[noticeOf.push(id) - 1] = hash
        else if (same.lookup(print.type, print.value).length > 0) met.add(id)
      for (const key of places) if (same.lookup('url', Buffer.from(key)).length > 0) met.add(id)
    }
    near.search(hashes, farthest, (query) => void met.add(noticeOf[query] as NoticeId))
    return [...met]
  }

  function caseOf(item: ItemId): CaseId {
    const entry = entries.get(item)
    if (!entry) throw new Error('The index holds a fingerprint without its item.')
    return entry.caseId
  }

  return {
    get size() {
      return entries.size
    },
    get holdsPlaces() {
      return withPlaces.size > 0
    },
    insert,
    fill: near.fill.bind(near),
    deleteItem,
    deleteCase(id) {
      for (const item of itemsOfCase.get(id) ?? []) deleteItem(item)
    },
    clear() {
      near.clear()
      same.clear()
      entries.clear()
      withPlaces.clear()
      itemsOfCase.clear()
      groupOfRow.clear()
      groups.length = 0
      unused.length = 0
    },
    find,
    touched,
  }
}

function isPdq({ type }: Fingerprint): boolean {
  return type === 'pdq' || type === 'pdq-weak'
}

/** What is found by equality. A CID is published as it is, or as either of a denylist's double hashes. */
function publishedForms(fingerprint: Fingerprint): Fingerprint[] {
  if (isPdq(fingerprint) || fingerprint.type === 'vpdq') return []
  if (fingerprint.type !== 'cid') return [fingerprint]
  return [fingerprint, ...doubleHashes(fingerprint.value).map((value): Fingerprint => ({ type: 'cid-double', value }))]
}

function exactly({ type }: Fingerprint): Meeting {
  const kind = type === 'cid-double' ? 'cid' : type === 'pdq-weak' ? 'pdq' : type
  return { kind, distance: 0, share: null }
}

function tally(clip: Clip, group: number, pair: { number: number; row: number; distance: number }): void {
  const met = clip.met.get(group) ?? { queries: new Set(), rows: new Set(), distance: pair.distance }
  clip.met.set(group, met)
  met.queries.add(pair.number)
  met.rows.add(pair.row)
  met.distance = Math.min(met.distance, pair.distance)
}

/** The surest meeting of each notice, item and place; a place of null: the notice names none. */
class Best {
  private readonly of = new Map<number, Map<ItemId, Map<number | null, Meeting>>>()

  meet(
    { at, notice, item, places }: { at: number; notice: StoredNotice; item: ItemId; places: number[] | null },
    meeting: Meeting,
  ): void {
    const items = this.of.get(at) ?? new Map<ItemId, Map<number | null, Meeting>>()
    this.of.set(at, items)
    const met = items.get(item) ?? new Map<number | null, Meeting>()
    items.set(item, met)
    const named: (number | null)[] = places ?? [...notice.locations.keys()]
    for (const place of named.length > 0 ? named : [null]) {
      const before = met.get(place)
      if (!before || isSurer(meeting, before)) met.set(place, meeting)
    }
  }

  *hits(notices: readonly StoredNotice[], caseOf: (item: ItemId) => CaseId): Generator<Hit> {
    for (const [at, items] of this.of) {
      const notice = notices[at]
      if (!notice) continue
      for (const [itemId, met] of items)
        for (const [place, meeting] of met) {
          const location = place === null ? null : notice.locations[place]
          yield {
            ...meeting,
            caseId: caseOf(itemId),
            itemId,
            notice,
            location: location ? { key: locationKey(location), location } : null,
          }
        }
    }
  }
}

/** The very same says more than a clip of which most is the same, and that more than one look-alike; nearer says more. */
function isSurer(one: Meeting, other: Meeting): boolean {
  const rank = ({ kind }: Meeting) => (kind === 'pdq' ? 2 : kind === 'vpdq' ? 1 : 0)
  return rank(one) < rank(other) || (rank(one) === rank(other) && one.distance < other.distance)
}
