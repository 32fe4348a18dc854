/** Figures: what platforms decided, counted by day. Counts alone, of no person and no content. */
import { sql } from 'kysely'
import type { Store, Tx } from './store.ts'

/** What a source of figures published of one day. */
export interface DayFigures {
  /** `YYYY-MM-DD`. */
  day: string
  version: string
  rows: readonly Figure[]
}

export interface Figure {
  platform: string
  group: string
  measure: string
  count: number
}

/** The same day and platform again replace what was counted of them. */
export async function replaceFigures(tx: Tx, channelId: string, { day, version, rows }: DayFigures): Promise<void> {
  const platforms = [...new Set(rows.map(({ platform }) => platform))]
  await sql`
    delete from figures where channel_id = ${channelId} and day = ${day}::date and platform = any(${platforms}::text[])`.execute(
    tx,
  )
  await sql`
    insert into figures (channel_id, day, platform, subject, measure, count, version)
    select ${channelId}, ${day}::date, f.platform, f.subject, f.measure, f.count, ${version}
    from unnest(${rows.map((r) => r.platform)}::text[], ${rows.map((r) => r.group)}::text[], ${rows.map((r) => r.measure)}::text[],
      ${rows.map((r) => r.count)}::bigint[]) as f (platform, subject, measure, count)`.execute(tx)
}

/** Sums over `days` from `from` on, of every source that is switched on; and of how many days there are any. */
export async function readFigures(
  store: Store,
  { platform, from, to }: { platform: string; from: string; to: string },
): Promise<{ days: number; figures: { group: string; measure: string; count: number }[] }> {
  const { rows } = await sql<{ subject: string; measure: string; count: string; days: string }>`
    with chosen as (
      select f.* from figures f join channels c on c.id = f.channel_id
      where not c.removed and f.platform = ${platform} and f.day between ${from}::date and ${to}::date)
    select subject, measure, sum(count)::text as count, (select count(distinct day) from chosen)::text as days
    from chosen group by subject, measure order by subject, measure`.execute(store.db)
  return {
    days: Number(rows[0]?.days ?? 0),
    figures: rows.map(({ subject, measure, count }) => ({ group: subject, measure, count: Number(count) })),
  }
}
