/** Notices: what channels published, hashes and places only, kept for a stated time so that new cases are matched backwards. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Fingerprint, FingerprintType } from '#core/fingerprint/types.ts'
import type { ChannelId, NoticeId } from '#core/ids.ts'
import type { Location } from '#core/location/types.ts'
import type { Store, Tx } from './store.ts'

/** A notice as it is stored: its places canonical. */
export interface NewNotice {
  sourceId: string
  author: string | null
  kind: string
  at: Date
  /** `places`: which of `locations`, by their numbers; without it, all. */
  fingerprints: (Fingerprint & { quality?: number; places?: number[] })[]
  locations: Location[]
}

/**
 * Stores one page's notices. The same id again replaces what it said before, and the same words again change nothing.
 * Returns the ids of those that are new or say something else: they are to be matched.
 */
export async function upsertNotices(
  tx: Tx,
  channelId: ChannelId,
  notices: readonly NewNotice[],
  options: { at: Date; snapshot: string | null },
): Promise<NoticeId[]> {
  if (notices.length === 0) return []
  const rows = notices.map((notice) => ({
    source_id: notice.sourceId,
    author: notice.author,
    kind: notice.kind,
    at: notice.at.toISOString(),
    locations: notice.locations,
    digest: digestOf(notice).toString('hex'),
  }))
  const { rows: changed } = await sql<{ id: string; source_id: string }>`
    insert into notices (channel_id, source_id, author, kind, at, locations, digest, snapshot, received_at, retracted_at)
    select ${channelId}, n.source_id, n.author, n.kind, n.at, n.locations, decode(n.digest, 'hex'), ${options.snapshot}, ${options.at},
      case when r.author is not null then ${options.at}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n (source_id text, author text, kind text, at timestamptz, locations jsonb, digest text)
    left join retractions r on r.channel_id = ${channelId} and r.source_id = n.source_id and r.author = n.author
    on conflict (channel_id, source_id) do update set
      author = excluded.author, kind = excluded.kind, at = excluded.at, locations = excluded.locations,
      digest = excluded.digest, retracted_at = excluded.retracted_at
    where notices.digest <> excluded.digest or (notices.retracted_at is null) <> (excluded.retracted_at is null)
    returning id, source_id`.execute(tx)
  if (options.snapshot !== null)
    await sql`
      update notices set snapshot = ${options.snapshot}
      where channel_id = ${channelId} and source_id = any(${notices.map((n) => n.sourceId)}::text[])`.execute(tx)
  await replaceFingerprints(tx, changed, notices)
  return changed.map((row) => row.id as NoticeId)
}

async function replaceFingerprints(
  tx: Tx,
  changed: { id: string; source_id: string }[],
  notices: readonly NewNotice[],
): Promise<void> {
  if (changed.length === 0) return
  const idOf = new Map(changed.map((row) => [row.source_id, row.id]))
  const rows = notices.flatMap((notice) => {
    const id = idOf.get(notice.sourceId)
    return id === undefined ? [] : notice.fingerprints.map((fp) => ({ id, ...fp }))
  })
  await sql`delete from notice_fingerprints where notice_id = any(${changed.map((row) => row.id)}::bigint[])`.execute(
    tx,
  )
  await sql`
    insert into notice_fingerprints (notice_id, type, value, quality, places)
    select * from unnest(${rows.map((r) => r.id)}::bigint[], ${rows.map((r) => r.type)}::text[],
      ${rows.map((r) => Buffer.from(r.value))}::bytea[], ${rows.map((r) => r.quality ?? null)}::smallint[],
      ${rows.map((r) => (r.places ? JSON.stringify(r.places) : null))}::jsonb[])
    on conflict do nothing`.execute(tx)
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
    update notices n set retracted_at = ${at}
    from unnest(${ids}::text[], ${authors}::text[]) as r (id, author)
    where n.channel_id = ${channelId} and n.source_id = r.id and n.retracted_at is null
      and (r.author is null or r.author = n.author)
    returning n.id`.execute(tx)
  return rows.map((row) => row.id as NoticeId)
}

/** A whole list has been read: what it no longer names is taken back. */
export async function retractAllBut(tx: Tx, channelId: ChannelId, snapshot: string, at: Date): Promise<NoticeId[]> {
  const { rows } = await sql<{ id: string }>`
    update notices set retracted_at = ${at}
    where channel_id = ${channelId} and retracted_at is null and snapshot is distinct from ${snapshot}
    returning id`.execute(tx)
  return rows.map((row) => row.id as NoticeId)
}

export interface StoredNotice {
  id: NoticeId
  channelId: ChannelId
  at: Date
  locations: Location[]
  retracted: boolean
  fingerprints: (Fingerprint & { quality: number | null; places: number[] | null })[]
}

/** Notices with their fingerprints: those named, or the next `limit` after `after` in the order of their ids. */
export async function readNotices(
  tx: Tx,
  which: { ids: readonly string[] } | { after: string; limit: number },
): Promise<StoredNotice[]> {
  let query = tx.selectFrom('notices').select(['id', 'channel_id', 'at', 'locations', 'retracted_at']).orderBy('id')
  if ('ids' in which) query = query.where(sql<boolean>`id = any(${[...which.ids]}::bigint[])`)
  else query = query.where('id', '>', which.after).where('retracted_at', 'is', null).limit(which.limit)
  const rows = await query.execute()
  const prints = await tx
    .selectFrom('notice_fingerprints')
    .selectAll()
    .where(sql<boolean>`notice_id = any(${rows.map((row) => row.id)}::bigint[])`)
    .execute()
  const of = Map.groupBy(prints, (print) => print.notice_id)
  return rows.map((row) => ({
    id: row.id as NoticeId,
    channelId: row.channel_id as ChannelId,
    at: row.at,
    locations: row.locations,
    retracted: row.retracted_at !== null,
    fingerprints: (of.get(row.id) ?? []).map(({ type, value, quality, places }) => ({ type, value, quality, places })),
  }))
}

/** Deletes what was received before `before`, at most `limit` rows a call. */
export async function forgetNotices(store: Store, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from notices where id in (select id from notices where received_at < ${before} limit ${limit})`.execute(
    store.db,
  )
  return Number(numAffectedRows ?? 0)
}

function digestOf(notice: NewNotice): Buffer {
  const prints = notice.fingerprints.map((fp): [FingerprintType, string, number | null, number[] | null] => [
    fp.type,
    Buffer.from(fp.value).toString('base64'),
    fp.quality ?? null,
    fp.places ?? null,
  ])
  return createHash('sha256')
    .update(JSON.stringify([notice.author, notice.kind, prints.sort(), notice.locations]))
    .digest()
}
