/** Notices: what channels published, hashes and places only, kept for a stated time so that new cases are matched backwards. */
import { type RawBuilder, sql } from 'kysely'
import type { Fingerprint } from '#core/fingerprint/types.ts'
import type { ChannelId, NoticeId } from '#core/ids.ts'
import { type Location, locationKey } from '#core/location/index.ts'
import { type PublishedPrint, packPrints, unpackPrints } from './prints.ts'
import type { Store, Tx } from './store.ts'
import { noticesOfWork } from './work.ts'

/** A notice as it is stored: its places canonical. */
export interface NewNotice {
  sourceId: string
  author: string | null
  kind: string
  at: Date
  /** `places`: which of `locations`, by their numbers; without it, all. */
  fingerprints: (Fingerprint & { quality?: number; places?: number[]; looked?: true })[]
  locations: Location[]
  /** When it ceases to hold by itself; null: never. */
  expiresAt?: Date | null
}

/**
 * Stores one page's notices. The same id again replaces what it said before, and the same words again change nothing.
 * Returns the ids of those that are new or say something else: they are to be matched.
 *
 * A page is thousands of rows, and what each costs here is most of what a channel costs. So fingerprints go as one value
 * that PostgreSQL cuts up, not as an array of them in hexadecimal, and ids come back as one text.
 */
export async function upsertNotices(
  tx: Tx,
  channelId: ChannelId,
  notices: readonly NewNotice[],
  options: { at: Date; snapshot: string | null },
): Promise<NoticeId[]> {
  if (notices.length === 0) return []
  const column = <T>(of: (notice: NewNotice) => T) => notices.map(of)
  const prints = column((n) => packPrints(n.fingerprints))
  const lengths = prints.map(({ length }) => length)
  const ends = [1]
  for (const length of lengths) ends.push((ends.at(-1) ?? 1) + length)
  const { rows } = await sql<{ ids: string | null }>`
    with said as (
      insert into notices (channel_id, source_id, author, kind, at, locations, prints, snapshot, received_at, retracted_at, expires_at)
      select ${channelId}, n.source_id, n.author, n.kind, 'epoch'::timestamptz + n.at * interval '1 ms', n.locations,
        substring(${Buffer.concat(prints)}::bytea from n.start for n.length), ${options.snapshot}, ${options.at},
        case when r.author is not null then ${options.at}::timestamptz end, n.expires_at
      from rows from (
        unnest(${column((n) => n.sourceId)}::text[], ${column((n) => n.author)}::text[], ${column((n) => n.kind)}::text[],
          ${numbers(column((n) => n.at.getTime()))}::bigint[], ${numbers(ends.slice(0, -1))}::int[],
          ${numbers(lengths)}::int[], ${column((n) => n.expiresAt ?? null)}::timestamptz[]),
        jsonb_array_elements(${JSON.stringify(column((n) => n.locations))}::jsonb)
      ) as n (source_id, author, kind, at, start, length, expires_at, locations)
      left join retractions r on r.channel_id = ${channelId} and r.source_id = n.source_id and r.author = n.author
      on conflict (channel_id, source_id) do update set
        author = excluded.author, kind = excluded.kind, at = excluded.at, locations = excluded.locations,
        prints = excluded.prints, retracted_at = excluded.retracted_at, expires_at = excluded.expires_at,
        turn = notices.turn + 1
      where (notices.author, notices.kind, notices.locations, notices.prints)
        is distinct from (excluded.author, excluded.kind, excluded.locations, excluded.prints)
        or (notices.retracted_at is null) <> (excluded.retracted_at is null)
        or notices.expires_at is distinct from excluded.expires_at
      returning id)
    select string_agg(id::text, ',') as ids from said`.execute(tx)
  if (options.snapshot !== null)
    await sql`
      update notices set snapshot = ${options.snapshot}
      where channel_id = ${channelId} and source_id = any(${column((n) => n.sourceId)}::text[])`.execute(tx)
  return (rows[0]?.ids?.split(',') ?? []) as NoticeId[]
}

/** An array of numbers as PostgreSQL reads it: they need none of the care that texts do. */
function numbers(of: readonly number[]): string {
  return `{${of.join()}}`
}

/**
 * Takes notices back. A retraction that names its author touches that author's notice only, and is remembered for one
 * that arrives later. Returns the notices that it changed.
 */
export async function retractNotices(
  tx: Tx,
  channelId: ChannelId,
  retractions: readonly { id: string; author?: string }[],
  at: Date,
): Promise<NoticeId[]> {
  if (retractions.length === 0) return []
  const ids = retractions.map((r) => r.id)
  const authors = retractions.map((r) => r.author ?? null)
  await sql`
    insert into retractions (channel_id, source_id, author)
    select ${channelId}, id, author from unnest(${ids}::text[], ${authors}::text[]) as r (id, author) where author is not null
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ id: string }>`
    update notices n set retracted_at = ${at}, turn = n.turn + 1
    from unnest(${ids}::text[], ${authors}::text[]) as r (id, author)
    where n.channel_id = ${channelId} and n.source_id = r.id and n.retracted_at is null
      and (r.author is null or r.author = n.author)
    returning n.id`.execute(tx)
  return rows.map((row) => row.id as NoticeId)
}

/** A whole list has been read: what it no longer names is taken back. */
export async function retractAllBut(tx: Tx, channelId: ChannelId, snapshot: string, at: Date): Promise<NoticeId[]> {
  const { rows } = await sql<{ id: string }>`
    update notices set retracted_at = ${at}, turn = turn + 1
    where channel_id = ${channelId} and retracted_at is null and snapshot is distinct from ${snapshot}
    returning id`.execute(tx)
  return rows.map((row) => row.id as NoticeId)
}

/** Takes back what has ceased to hold by itself, at most `limit` a call. Returns the notices that it changed. */
export async function retractExpired(tx: Tx, at: Date, limit: number): Promise<NoticeId[]> {
  const { rows } = await sql<{ id: string }>`
    update notices set retracted_at = ${at}, turn = turn + 1
    where id in (select id from notices where expires_at <= ${at} and retracted_at is null limit ${limit} for update)
    returning id`.execute(tx)
  return rows.map((row) => row.id as NoticeId)
}

/** When the next one ceases to hold; null: none does. */
export async function nextExpiry(tx: Tx): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(expires_at) as at from notices where expires_at is not null and retracted_at is null`.execute(tx)
  return rows[0]?.at ?? null
}

export interface StoredNotice {
  id: NoticeId
  channelId: ChannelId
  kind: string
  at: Date
  locations: Location[]
  retracted: boolean
  /** Grows whenever it says something else or is taken back: 0 at first. */
  turn: number
  fingerprints: PublishedPrint[]
}

/** The notices named, as they are now, in the order of their ids. */
export async function readNotices(tx: Tx, ids: readonly string[]): Promise<StoredNotice[]> {
  const { rows } = await sql<NoticeRow>`
    select id, channel_id, kind, at, locations, retracted_at is not null as retracted, turn, prints from notices
    where id = any(${[...ids]}::bigint[]) order by id`.execute(tx)
  return rows.map((row) => ({
    id: row.id as NoticeId,
    channelId: row.channel_id as ChannelId,
    kind: row.kind,
    at: row.at,
    locations: row.locations,
    retracted: row.retracted,
    turn: row.turn,
    fingerprints: unpackPrints(row.prints),
  }))
}

interface NoticeRow {
  id: string
  channel_id: string
  kind: string
  at: Date
  locations: Location[]
  retracted: boolean
  turn: number
  prints: Buffer
}

/** What it takes to see which notices meet something: fingerprints, and the identities of places where asked for. */
export interface NoticePrints {
  id: NoticeId
  fingerprints: PublishedPrint[]
  places: string[]
}

/** The next `limit` notices after `after` that were not taken back, in the order of their ids. */
export async function readPrints(
  tx: Tx,
  { after, limit, places }: { after: string; limit: number; places: boolean },
): Promise<{ notices: NoticePrints[]; last: string | null }> {
  return readPacked(tx, sql`id > ${after} and retracted_at is null order by id limit ${limit}`, places)
}

/**
 * The notices that these match work rows name and that were not taken back. `changed`: those that have said something
 * before, taken back or not.
 */
export async function readWorkPrints(
  tx: Tx,
  { work, places }: { work: readonly string[]; places: boolean },
): Promise<{ notices: NoticePrints[]; changed: NoticeId[] }> {
  return readPacked(tx, sql`id = any(array(${noticesOfWork(work)}))`, places)
}

/** They come packed in one value, since a row of its own for each of a thousand costs more than comparing it. */
async function readPacked(
  tx: Tx,
  which: RawBuilder<unknown>,
  places: boolean,
): Promise<{ notices: NoticePrints[]; changed: NoticeId[]; last: string | null }> {
  const { rows } = await sql<PackedRow>`
    select max(id) as last, coalesce(array_agg(id::text) filter (where turn > 0), '{}') as changed,
      string_agg(int8send(id) || int4send(length(prints)) || prints, '' order by id) filter (where live) as packed,
      ${places ? sql`json_agg(locations order by id) filter (where live)` : sql`null`} as locations
    from (select id, turn, prints, locations, retracted_at is null as live from notices where ${which}) as page`.execute(
    tx,
  )
  const { last = null, changed = [], packed = null, locations = null } = rows[0] ?? {}
  const notices: NoticePrints[] = []
  for (let at = 0; packed && at < packed.length; ) {
    const id = packed.readBigInt64BE(at).toString() as NoticeId
    const end = at + 12 + packed.readInt32BE(at + 8)
    const keys = locations?.[notices.length]?.map(locationKey) ?? []
    notices.push({ id, fingerprints: unpackPrints(packed.subarray(at + 12, end)), places: keys })
    at = end
  }
  return { notices, changed: changed as NoticeId[], last }
}

interface PackedRow {
  last: string | null
  changed: string[]
  packed: Buffer | null
  locations: Location[][] | null
}

const recorders = 7_415_004

/**
 * Takes the turn to record matches, until the transaction ends, and tells which of these notices still are as they were
 * read: what was matched of another must not be written down, since the work of its change may have been done already.
 */
export async function holdNotices(tx: Tx, notices: readonly StoredNotice[]): Promise<Set<NoticeId>> {
  await sql`select pg_advisory_xact_lock(${recorders})`.execute(tx)
  const { rows } = await sql<{ id: string }>`
    select n.id from notices n
    join unnest(${notices.map((n) => n.id)}::bigint[], ${notices.map((n) => n.turn)}::int[]) as read (id, turn)
      on n.id = read.id and n.turn = read.turn`.execute(tx)
  return new Set(rows.map((row) => row.id as NoticeId))
}

/** Deletes what was received before `before`, at most `limit` rows a call. */
export async function forgetNotices(store: Store, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from notices where id in (select id from notices where received_at < ${before} limit ${limit})`.execute(
    store.db,
  )
  return Number(numAffectedRows ?? 0)
}
