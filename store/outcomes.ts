/**
 * What became of requests, as numbers of the whole installation: by platform, route, ground and the month in which they
 * were sent. A number holds nothing of a case, and stays when a case is withdrawn. Each request is counted once a
 * measure, in the transaction that moves it; what turns out not to have happened is taken back.
 */
import { sql } from 'kysely'
import type { Tx } from './store.ts'

/** Days from sending until it was seen to be gone, as upper bounds; beyond the last is `later`. */
const bounds = [1, 2, 3, 7, 14, 30, 90] as const
const dayMs = 24 * 3_600_000
/** Smaller groups say more about chance, and about one person, than about a platform. */
export const smallestGroup = 10

export type Measure = 'prepared' | 'sent' | 'acknowledged' | 'refused' | 'overdue' | 'gone' | 'back' | `gone-${string}`

export interface Counted {
  id: string
  platform: string
  route: string
  ground: string
}

/** Counts a request for a measure, once. `month` is any instant of the month that it belongs to. The case is held, and its entry written. */
export async function count(tx: Tx, of: Counted, measure: Measure, month: Date): Promise<void> {
  const mark = `${measure}@${monthOf(month)}`
  const { rows } = await sql`
    update requests set counted = array_append(counted, ${mark})
    where id = ${of.id} and not practice and not exists (select from unnest(counted) as each where each like ${`${measure}@%`})
    returning id`.execute(tx)
  if (rows.length > 0) await add(tx, of, { measure, month: monthOf(month), by: 1 })
}

/** It did not happen after all. */
export async function uncount(tx: Tx, of: Counted, measures: readonly string[]): Promise<void> {
  const row = await tx.selectFrom('requests').select('counted').where('id', '=', of.id).executeTakeFirst()
  const marks = (row?.counted ?? []).filter((mark) => measures.some((each) => mark.startsWith(`${each}@`)))
  if (marks.length === 0) return
  await sql`
    update requests set counted = array(select each from unnest(counted) as each where each <> all(${marks}::text[]))
    where id = ${of.id}`.execute(tx)
  for (const mark of marks) {
    const [measure = '', month = ''] = mark.split('@')
    await add(tx, of, { measure, month, by: -1 })
  }
}

/** What a removal `ms` after sending is counted as, besides `gone`. */
export function bucketOf(ms: number): `gone-${string}` {
  const bound = bounds.find((days) => ms <= days * dayMs)
  return bound === undefined ? 'gone-later' : `gone-${bound}d`
}

export const goneMeasures = ['gone', 'gone-later', ...bounds.map((days) => `gone-${days}d`)]

async function add(
  tx: Tx,
  { platform, route, ground }: Counted,
  { measure, month, by }: { measure: string; month: string; by: 1 | -1 },
): Promise<void> {
  await sql`
    insert into outcomes (platform, route, ground, month, measure, count)
    values (${platform}, ${nameless(route)}, ${ground}, ${`${month}-01`}, ${measure}, ${by})
    on conflict (platform, route, ground, month, measure) do update set count = outcomes.count + excluded.count`.execute(
    tx,
  )
}

/** An address that was found for one site alone would name the site: `host:abuse@isp.example` is counted as `host`. */
function nameless(route: string): string {
  return route.split(':', 1)[0] ?? route
}

function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7)
}

export interface OutcomeGroup {
  platform: string
  route: string
  ground: string
  /** At least `smallestGroup`; every other number is of these. */
  sent: number
  acknowledged: number
  refused: number
  overdue: number
  gone: number
  /** Of those that were gone: came back. */
  back: number
  /** How many were gone within so many days of being sent, each including those before. */
  goneWithin: { days: number; count: number }[]
}

/** What is known of groups that are large enough. Without `platform` or `ground`: of all. `since` leaves out older months. */
export async function readOutcomes(
  tx: Tx,
  {
    platform = null,
    ground = null,
    since = null,
  }: { platform?: string | null; ground?: string | null; since?: Date | null } = {},
): Promise<OutcomeGroup[]> {
  const { rows } = await sql<{ platform: string; route: string; ground: string; measure: string; count: string }>`
    select platform, route, ground, measure, sum(count) as count from outcomes
    where (${platform}::text is null or platform = ${platform}) and (${ground}::text is null or ground = ${ground})
      and (${since}::timestamptz is null or month >= date_trunc('month', ${since}::timestamptz at time zone 'UTC')::date)
    group by platform, route, ground, measure order by platform, route, ground`.execute(tx)
  const groups = Map.groupBy(rows, (row) => JSON.stringify([row.platform, row.route, row.ground]))
  return [...groups.values()].flatMap((measures) => {
    const [first] = measures
    const of = (measure: string) => Number(measures.find((row) => row.measure === measure)?.count ?? 0)
    if (!first || of('sent') < smallestGroup) return []
    let within = 0
    return [
      {
        platform: first.platform,
        route: first.route,
        ground: first.ground,
        sent: of('sent'),
        acknowledged: of('acknowledged'),
        refused: of('refused'),
        overdue: of('overdue'),
        gone: of('gone'),
        back: of('back'),
        goneWithin: bounds.map((days) => {
          within += of(`gone-${days}d`)
          return { days, count: within }
        }),
      },
    ]
  })
}
