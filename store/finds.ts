/** Finds: a picture or place of a case, seen somewhere; and the matches (one a notice) that say so. */
import { sql } from 'kysely'
import type { AlertId, CaseId, ChannelId, FindId, ItemId, NoticeId } from '#core/ids.ts'
import type { Location } from '#core/location/types.ts'
import type { CaseKey, Keys } from './keys.ts'
import { newId, type Store, type Tx } from './store.ts'

/** `engine`: a search engine shows a place as one where her picture is; nothing was compared here. */
export type MatchKind = 'pdq' | 'vpdq' | 'sha256' | 'md5' | 'cid' | 'url' | 'name' | 'engine'

/** Two clips: how much of the published one is in hers, and of hers in it, in percent of the frames that count. */
export interface ClipShare {
  queryPercent: number
  targetPercent: number
}

/** One notice meets one item at one place, or at none that it names. */
export interface Sighted {
  caseId: CaseId
  itemId: ItemId
  practice: boolean
  noticeId: NoticeId
  channelId: ChannelId
  kind: MatchKind
  distance: number
  share: ClipShare | null
  since: Date
  /** The kind of notice. */
  said?: string
  location: { key: string; location: Location } | null
}

interface SealedFind {
  location: Location | null
}

/** The instant of the notice would name it to whoever reads the tables: it is sealed too. */
interface SealedMatch {
  since: number
  share?: ClipShare
  /** The kind of notice. */
  said?: string
}

export const placeRef = (keys: Keys, caseId: CaseId, locationKey: string) => keys.ref('place', caseId, locationKey)

/**
 * Records what a page of notices met. `noticeIds` are those of which this is all there is: whatever they said before
 * and no longer say is taken back. Returns the cases that now have something untold.
 */
export async function recordMatches(
  store: Store,
  tx: Tx,
  page: {
    noticeIds: readonly NoticeId[]
    sighted: readonly Sighted[]
    caseKeys: ReadonlyMap<CaseId, CaseKey>
    at: Date
  },
): Promise<CaseId[]> {
  const { keys } = store
  const noticeRef = (id: NoticeId) => keys.ref('notice', id)
  const finds = new Map<string, { id: string; ref: Buffer; sighted: Sighted }>()
  const matches = new Map<string, { find: Buffer; notice: Buffer; row: string; sighted: Sighted; key: CaseKey }>()
  for (const sighted of page.sighted) {
    const key = page.caseKeys.get(sighted.caseId)
    if (!key) continue
    const ref = keys.ref('find', sighted.caseId, sighted.itemId, sighted.location?.key ?? `@${sighted.channelId}`)
    const findRef = ref.toString('hex')
    if (!finds.has(findRef)) finds.set(findRef, { id: newId(), ref, sighted })
    const notice = noticeRef(sighted.noticeId)
    const row = `${findRef}|${notice.toString('hex')}`
    matches.set(row, { find: ref, notice, row, sighted, key })
  }
  const fresh = [...finds.values()].flatMap(({ id, ref, sighted }) => {
    const key = page.caseKeys.get(sighted.caseId)
    if (!key) return []
    const sealed: SealedFind = { location: sighted.location?.location ?? null }
    const place = sighted.location ? placeRef(keys, sighted.caseId, sighted.location.key) : null
    return [{ id, ref, place, sealed: key.seal('finds.sealed', ref.toString('hex'), sealed), sighted }]
  })
  await sql`
    insert into finds (id, case_id, item_id, find_ref, place_ref, practice, sealed, created_at)
    select *, ${page.at} from unnest(${fresh.map((f) => f.id)}::uuid[], ${fresh.map((f) => f.sighted.caseId)}::uuid[],
      ${fresh.map((f) => f.sighted.itemId)}::uuid[], ${fresh.map((f) => f.ref)}::bytea[], ${fresh.map((f) => f.place)}::bytea[],
      ${fresh.map((f) => f.sighted.practice)}::boolean[], ${fresh.map((f) => f.sealed)}::bytea[])
    on conflict (find_ref) do nothing`.execute(tx)
  const rows = [...matches.values()].map((match) => {
    const { since, share, said } = match.sighted
    const sealed: SealedMatch = { since: since.getTime(), ...(share && { share }), ...(said && { said }) }
    return { ...match, id: newId(), sealed: match.key.seal('matches.sealed', match.row, sealed) }
  })
  const { rows: current } = await sql<{ id: string }>`
    insert into matches (id, find_id, case_id, channel_id, notice_ref, kind, distance, sealed)
    select m.id, f.id, f.case_id, m.channel_id, m.notice_ref, m.kind, m.distance, m.sealed
    from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.find)}::bytea[], ${rows.map((r) => r.sighted.channelId)}::text[],
      ${rows.map((r) => r.notice)}::bytea[], ${rows.map((r) => r.sighted.kind)}::text[], ${rows.map((r) => r.sighted.distance)}::smallint[],
      ${rows.map((r) => r.sealed)}::bytea[]) as m (id, find_ref, channel_id, notice_ref, kind, distance, sealed)
    join finds f on f.find_ref = m.find_ref
    on conflict (find_id, notice_ref) do update set
      kind = excluded.kind, distance = excluded.distance, sealed = excluded.sealed, retracted_at = null
    returning id`.execute(tx)
  await sql`
    update matches set retracted_at = ${page.at}
    where notice_ref = any(${page.noticeIds.map(noticeRef)}::bytea[]) and retracted_at is null
      and id <> all(${current.map((row) => row.id)}::uuid[])`.execute(tx)
  // A channel that has told of a place, and says the same again without one, adds nothing: it joins that alert.
  const placeless = rows.filter(({ sighted }) => sighted.location === null)
  await sql`
    update finds f set alert_id = (
      select told.alert_id from finds told join matches m on m.find_id = told.id
      where told.item_id = f.item_id and told.place_ref is not null and told.alert_id is not null
        and m.channel_id = said.channel_id and m.retracted_at is null
      order by told.id desc limit 1)
    from unnest(${placeless.map((r) => r.find)}::bytea[], ${placeless.map((r) => r.sighted.channelId)}::text[]) as said (find_ref, channel_id)
    where f.find_ref = said.find_ref and f.alert_id is null`.execute(tx)
  const { rows: untold } = await sql<{ case_id: string }>`
    select distinct f.case_id from matches m join finds f on f.id = m.find_id
    where m.id = any(${current.map((row) => row.id)}::uuid[]) and f.alert_id is null`.execute(tx)
  return untold.map((row) => row.case_id as CaseId)
}

export interface Find {
  id: FindId
  itemId: ItemId
  alertId: AlertId | null
  practice: boolean
  placeRef: Buffer | null
  location: Location | null
  answer: 'me' | 'not-me' | 'later' | null
}

/**
 * Untold finds of a case that at least one notice still stands by, held until the transaction ends. `hidden`: kinds of
 * channel whose word does not count, because the case is not confirmed; nor does that of channels set to `told=confirmed`.
 */
export async function lockUntold(tx: Tx, of: { id: CaseId; key: CaseKey }, hidden: readonly string[]): Promise<Find[]> {
  const { rows } = await sql<FindRow>`
    select f.id, f.item_id, f.alert_id, f.practice, f.find_ref, f.place_ref, f.answer, f.sealed from finds f
    where f.case_id = ${of.id} and f.alert_id is null
      and exists (select from matches m join channels c on c.id = m.channel_id
        where m.find_id = f.id and m.retracted_at is null and (${hidden.length === 0}
          or (c.kind <> all(${[...hidden]}::text[]) and c.options ->> 'told' is distinct from 'confirmed')))
    order by f.id for update of f`.execute(tx)
  return rows.map((row) => toFind(row, of.key))
}

export async function tellFinds(tx: Tx, alertId: AlertId, ids: readonly FindId[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('finds')
    .set({ alert_id: alertId })
    .where('id', 'in', [...ids])
    .execute()
}

export interface ToldMatch extends Find {
  match: string
  channelId: ChannelId
  channelName: string
  channelKind: string
  kind: MatchKind
  distance: number
  /** Null unless the kind is `vpdq`. */
  share: ClipShare | null
  since: Date
  /** The kind of notice; null: not kept. */
  said: string | null
  retracted: boolean
}

/**
 * What the alerts of a case say: for each find the best match of each channel that said it, however many notices
 * repeat it. Live ones before those taken back, nearer before farther.
 */
export async function readTold(
  store: Store,
  of: { id: CaseId; key: CaseKey },
  alertIds: readonly string[] | null,
): Promise<ToldMatch[]> {
  const { rows } = await sql<
    FindRow & {
      match: string
      channel_id: string
      name: string
      channel_kind: string
      kind: MatchKind
      distance: number
      notice_ref: Buffer
      match_sealed: Buffer
      retracted: boolean
    }
  >`
    select distinct on (f.id, m.channel_id) f.id, f.item_id, f.alert_id, f.practice, f.find_ref, f.place_ref, f.answer, f.sealed,
      m.id as match, m.channel_id, c.name, c.kind as channel_kind, m.kind, m.distance, m.notice_ref, m.sealed as match_sealed, m.retracted_at is not null as retracted
    from finds f join matches m on m.find_id = f.id join channels c on c.id = m.channel_id
    where f.case_id = ${of.id} and f.alert_id is not null
      and (${alertIds === null} or f.alert_id = any(${alertIds ?? []}::uuid[]))
    order by f.id, m.channel_id, (m.retracted_at is not null), m.kind = 'engine', m.kind = 'pdq', m.kind = 'vpdq', m.distance, m.id`.execute(
    store.db,
  )
  return rows.map((row) => ({
    ...toFind(row, of.key),
    match: row.match,
    channelId: row.channel_id as ChannelId,
    channelName: row.name,
    channelKind: row.channel_kind,
    kind: row.kind,
    distance: row.distance,
    ...openMatch({ ...row, sealed: row.match_sealed }, of.key),
    retracted: row.retracted,
  }))
}

/** Her answer to a find, named by one of its matches. False: it is not this case's. */
export async function answerFind(tx: Tx, caseId: CaseId, match: string, answer: Find['answer']): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('finds')
    .set({ answer })
    .where('case_id', '=', caseId)
    .where('id', 'in', (eb) =>
      eb.selectFrom('matches').select('find_id').where('id', '=', match).where('case_id', '=', caseId),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

interface FindRow {
  id: string
  item_id: string
  alert_id: string | null
  practice: boolean
  find_ref: Buffer
  place_ref: Buffer | null
  answer: 'me' | 'not-me' | 'later' | null
  sealed: Buffer
}

function toFind(row: FindRow, key: CaseKey): Find {
  const { location } = key.open<SealedFind>('finds.sealed', row.find_ref.toString('hex'), row.sealed)
  return {
    id: row.id as FindId,
    itemId: row.item_id as ItemId,
    alertId: row.alert_id as AlertId | null,
    practice: row.practice,
    placeRef: row.place_ref,
    location,
    answer: row.answer,
  }
}

/** For each find the surest match that still stands: how it came to light. */
export async function readBest(
  tx: Tx,
  key: CaseKey,
  ids: readonly FindId[],
): Promise<Map<FindId, { kind: MatchKind; at: number }>> {
  const { rows } = await sql<{
    find_id: string
    kind: MatchKind
    find_ref: Buffer
    notice_ref: Buffer
    sealed: Buffer
  }>`
    select distinct on (m.find_id) m.find_id, m.kind, f.find_ref, m.notice_ref, m.sealed
    from matches m join finds f on f.id = m.find_id
    where m.find_id = any(${[...ids]}::uuid[]) and m.retracted_at is null
    order by m.find_id, m.kind = 'engine', m.kind = 'pdq', m.kind = 'vpdq', m.distance, m.id`.execute(tx)
  return new Map(
    rows.map((row) => [row.find_id as FindId, { kind: row.kind, at: openMatch(row, key).since.getTime() }]),
  )
}

function openMatch(
  row: { find_ref: Buffer; notice_ref: Buffer; sealed: Buffer },
  key: CaseKey,
): { since: Date; share: ClipShare | null; said: string | null } {
  const bound = `${row.find_ref.toString('hex')}|${row.notice_ref.toString('hex')}`
  const { since, share = null, said = null } = key.open<SealedMatch>('matches.sealed', bound, row.sealed)
  return { since: new Date(since), share, said }
}
