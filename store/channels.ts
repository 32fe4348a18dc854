/** Channels as rows: where each stands, and how it is. */
import { sql } from 'kysely'
import { InvalidInput, NotFound } from '#core/errors.ts'
import type { ChannelId } from '#core/ids.ts'
import type { Store, Tx } from './store.ts'

export interface ChannelRow {
  id: ChannelId
  kind: string
  name: string
  url: string
  options: Record<string, string>
  secrets: Record<string, string>
  cursor: string | null
  paused: boolean
  createdAt: Date
  heardAt: Date | null
  connectedAt: Date | null
  failures: number
  problem: string | null
  polledAt: Date | null
  pollResult: PollCounts | null
  quotaDay: string | null
  quotaUsed: number
  warning: string | null
}

export interface PollCounts {
  notices: number
  retractions: number
  malformed: number
  pages: number
}

export async function insertChannel(
  { keys }: Store,
  tx: Tx,
  channel: Pick<ChannelRow, 'kind' | 'name' | 'url' | 'options' | 'secrets'> & { id: string; at: Date },
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('channels')
    .values({
      id: channel.id,
      kind: channel.kind,
      name: channel.name,
      url: channel.url,
      options: JSON.stringify(channel.options),
      secrets: keys.own.seal('channels.secrets', channel.id, channel.secrets),
      created_at: channel.at,
      failures: 0,
      paused: false,
      removed: false,
      quota_used: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) throw new InvalidInput('There is a channel of that name already.')
}

export async function readChannels(store: Store): Promise<ChannelRow[]> {
  const rows = await store.db
    .selectFrom('channels')
    .selectAll()
    .where('removed', '=', false)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => toChannel(store, row))
}

export async function readChannel(store: Store, id: string): Promise<ChannelRow> {
  const row = await store.db
    .selectFrom('channels')
    .selectAll()
    .where('id', '=', id)
    .where('removed', '=', false)
    .executeTakeFirst()
  if (!row) throw new NotFound(`There is no channel ${id.slice(0, 60)}. \`vigie channels\` lists them.`)
  return toChannel(store, row)
}

export async function setPaused(tx: Tx, id: ChannelId, paused: boolean): Promise<void> {
  await tx.updateTable('channels').set({ paused, connected_at: null }).where('id', '=', id).execute()
  await tx
    .updateTable('channels')
    .set({ failures: 0, problem: null })
    .where('id', '=', id)
    .where('paused', '=', false)
    .execute()
  await notifyChannels(tx, id)
}

/** Stops it and forgets what it published. What a case was told stays with the case. */
export async function removeChannel(tx: Tx, id: ChannelId): Promise<void> {
  await tx
    .updateTable('channels')
    .set({ removed: true, paused: true, cursor: null, connected_at: null, secrets: null })
    .where('id', '=', id)
    .execute()
  for (const table of ['notices', 'quarantine', 'retractions', 'intake', 'figures'] as const)
    await tx.deleteFrom(table).where('channel_id', '=', id).execute()
  await tx.deleteFrom('consents').where('purpose', '=', `ask:${id}`).execute()
  await tx.deleteFrom('work').where('stage', '=', 'poll').where('id', '=', id).execute()
  await notifyChannels(tx, id)
}

/** Moves the cursor, if it still stands where the reader started from: two readers never overwrite each other's place. */
export async function moveCursor(tx: Tx, id: ChannelId, from: string | null, to: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('channels')
    .set({ cursor: to, heard_at: at, failures: 0, problem: null })
    .where('id', '=', id)
    .where('removed', '=', false)
    .where((eb) => (from === null ? eb('cursor', 'is', null) : eb('cursor', '=', from)))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What a page warned of stands until another page warns of something else, or says that all is well (an empty text). */
export async function warnOf(tx: Tx, id: ChannelId, warning: string): Promise<void> {
  await tx
    .updateTable('channels')
    .set({ warning: warning === '' ? null : warning.slice(0, 500) })
    .where('id', '=', id)
    .execute()
}

/** Counts notices against the day's quota and returns how many are in it now. */
export async function countQuota(tx: Tx, id: ChannelId, day: string, notices: number): Promise<number> {
  const { rows } = await sql<{ used: number }>`
    update channels set quota_used = case when quota_day = ${day}::date then quota_used else 0 end + ${notices}, quota_day = ${day}::date
    where id = ${id} returning quota_used as used`.execute(tx)
  return rows[0]?.used ?? 0
}

/** It answered as it should. */
export async function markHeard(tx: Tx, id: ChannelId, at: Date): Promise<void> {
  await tx.updateTable('channels').set({ heard_at: at, failures: 0, problem: null }).where('id', '=', id).execute()
}

/** Its stream is open. That alone mends no failure: an open line over which nothing comes is no word from it. */
export async function markConnected(tx: Tx, id: ChannelId, at: Date): Promise<void> {
  await tx
    .updateTable('channels')
    .set((eb) => ({
      connected_at: at,
      heard_at: eb
        .case()
        .when(eb.and([eb('failures', '=', 0), eb('heard_at', 'is not', null)]))
        .then(at)
        .else(eb.ref('heard_at'))
        .end(),
    }))
    .where('id', '=', id)
    .execute()
}

export async function markDisconnected(tx: Tx, id: ChannelId): Promise<void> {
  await tx.updateTable('channels').set({ connected_at: null }).where('id', '=', id).execute()
}

/** Counts a failure and says what it was, in words that the operator may read. Returns how many there are in a row. */
export async function markFailed(tx: Tx, id: ChannelId, problem: string): Promise<number> {
  const row = await tx
    .updateTable('channels')
    .set((eb) => ({ failures: eb('failures', '+', 1), problem: problem.slice(0, 500) }))
    .where('id', '=', id)
    .returning('failures')
    .executeTakeFirst()
  return row?.failures ?? 0
}

/** A poll has ended; whoever waits for it is told. */
export async function markPolled(tx: Tx, id: ChannelId, at: Date, result: PollCounts): Promise<void> {
  await tx
    .updateTable('channels')
    .set({ polled_at: at, poll_result: JSON.stringify(result) })
    .where('id', '=', id)
    .execute()
}

// ---- intake: what was handed to this installation for a channel

export async function insertIntake(tx: Tx, channelId: ChannelId, raw: readonly string[], at: Date): Promise<void> {
  await tx
    .insertInto('intake')
    .values(raw.map((text) => ({ channel_id: channelId, raw: text, received_at: at })))
    .execute()
}

export async function readIntake(
  store: Store,
  channelId: ChannelId,
  after: number,
  limit: number,
): Promise<{ position: number; raw: string }[]> {
  const rows = await store.db
    .selectFrom('intake')
    .select(['position', 'raw'])
    .where('channel_id', '=', channelId)
    .where('position', '>', String(after))
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ position: Number(row.position), raw: row.raw }))
}

// ---- quarantine: what broke its own format

/** `times` counts days: a channel that is read back shows the same entry again and again. */
export async function quarantine(
  tx: Tx,
  channelId: ChannelId,
  entries: readonly { raw: string; reason: string }[],
  at: Date,
): Promise<void> {
  if (entries.length === 0) return
  await sql`
    insert into quarantine (channel_id, digest, raw, reason, first_at, last_at)
    select ${channelId}, sha256(convert_to(raw, 'UTF8')), raw, (array_agg(reason))[1], ${at}, ${at}
    from unnest(${entries.map((e) => printable(e.raw, 4000))}::text[], ${entries.map((e) => printable(e.reason, 300))}::text[]) as e (raw, reason)
    group by raw
    on conflict (channel_id, digest) do update set last_at = excluded.last_at, times = quarantine.times
      + case when date_trunc('day', quarantine.last_at, 'UTC') < date_trunc('day', excluded.last_at, 'UTC') then 1 else 0 end`.execute(
    tx,
  )
}

/** PostgreSQL keeps no NUL in text; a surrogate without its other half has no UTF-8. */
function printable(text: string, length: number): string {
  return text.slice(0, length).replaceAll('\0', '\uFFFD').toWellFormed()
}

export async function readQuarantine(
  store: Store,
  channelId: ChannelId,
  limit: number,
): Promise<{ at: Date; raw: string; reason: string; times: number }[]> {
  const rows = await store.db
    .selectFrom('quarantine')
    .select(['last_at', 'raw', 'reason', 'times'])
    .where('channel_id', '=', channelId)
    .orderBy('last_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ last_at, ...row }) => ({ at: last_at, ...row }))
}

/** What is in quarantine and whole, in the order in which it came. */
export async function readQuarantined(
  store: Store,
  channelId: ChannelId,
  after: string,
  limit: number,
): Promise<{ id: string; raw: string }[]> {
  return store.db
    .selectFrom('quarantine')
    .select(['id', 'raw'])
    .where('channel_id', '=', channelId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function releaseQuarantined(tx: Tx, channelId: ChannelId, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('quarantine')
    .where('channel_id', '=', channelId)
    .where('id', 'in', [...ids])
    .execute()
}

/** How many live notices and quarantined entries each channel has. */
export async function countChannels(store: Store): Promise<Map<string, { notices: number; quarantined: number }>> {
  const { rows } = await sql<{ id: string; notices: number; quarantined: number }>`
    select c.id,
      (select count(*)::int from notices n where n.channel_id = c.id and n.retracted_at is null) as notices,
      (select count(*)::int from quarantine q where q.channel_id = c.id) as quarantined
    from channels c where not c.removed`.execute(store.db)
  return new Map(rows.map((row) => [row.id, row]))
}

type Row = Awaited<ReturnType<typeof selectChannel>>
const selectChannel = (store: Store) => store.db.selectFrom('channels').selectAll().executeTakeFirstOrThrow()

function toChannel({ keys }: Store, row: Row): ChannelRow {
  return {
    id: row.id as ChannelId,
    kind: row.kind,
    name: row.name,
    url: row.url,
    options: row.options,
    secrets: row.secrets ? keys.own.open('channels.secrets', row.id, row.secrets) : {},
    cursor: row.cursor,
    paused: row.paused,
    createdAt: row.created_at,
    heardAt: row.heard_at,
    connectedAt: row.connected_at,
    failures: row.failures,
    problem: row.problem,
    polledAt: row.polled_at,
    pollResult: row.poll_result,
    quotaDay: row.quota_day,
    quotaUsed: row.quota_used,
    warning: row.warning,
  }
}

/** Wakes whoever listens to channels: one was added, paused or removed. */
export async function notifyChannels(tx: Tx, id: string): Promise<void> {
  await sql`select pg_notify('vigie_channels', ${id})`.execute(tx)
}

/** When each channel is due next; one that is being polled now has no time. */
export async function nextPolls(store: Store): Promise<Map<string, Date>> {
  const rows = await store.db
    .selectFrom('work')
    .select(['id', 'due'])
    .where('stage', '=', 'poll')
    .where('batch', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row.due]))
}
