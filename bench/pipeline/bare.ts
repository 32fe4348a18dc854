/** The baseline: the same rows into one table of the same database, by the fastest plain statement, page by page. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Report } from '../report.ts'
import type { Town } from './town.ts'

const pageOfRows = 1000

/** Rows a second that PostgreSQL takes of a notice's columns, by `unnest`, a page a transaction, with one unique index. */
export async function measureBare(
  { store }: Town,
  { report, notices }: { report: Report; notices: number },
): Promise<number> {
  await sql`create table bare (id bigint generated always as identity primary key, channel_id text, source_id text,
    kind text, at timestamptz, locations jsonb, prints bytea, received_at timestamptz,
    unique (channel_id, source_id))`.execute(store.db)
  const pages = Array.from({ length: notices / pageOfRows }, (_, page) =>
    Array.from({ length: pageOfRows }, (_, i) => {
      const made = page * pageOfRows + i
      const url = `https://host-${made % 5000}.example/p/${made}`
      return {
        id: `bulk-${made}`,
        locations: JSON.stringify([{ platform: 'website', id: `url:${url.slice(8)}`, url }]),
        prints: randomBytes(39),
      }
    }),
  )
  const at = new Date()
  const begun = performance.now()
  for (const rows of pages)
    await sql`
      insert into bare (channel_id, source_id, kind, at, locations, prints, received_at)
      select 'bench', r.id, 'listing', ${at}, r.locations, r.prints, ${at}
      from unnest(${rows.map((r) => r.id)}::text[], ${rows.map((r) => r.locations)}::jsonb[],
        ${rows.map((r) => r.prints)}::bytea[]) as r (id, locations, prints)`.execute(store.db)
  const perSecond = notices / ((performance.now() - begun) / 1000)
  await sql`drop table bare`.execute(store.db)
  report.say(
    `bare PostgreSQL takes ${perSecond.toFixed(0)} such rows/s (unnest, pages of ${pageOfRows}, one unique index)`,
  )
  return perSecond
}
