/** A thousand notices a second, for a while: how long from publication, and from arrival, to the alert row. */
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Report } from '../report.ts'
import { clear, type Town } from './town.ts'

const perSecond = 1000

export async function measureSteady(
  town: Town,
  on: { report: Report; backend: string; redisUrl: string | undefined; seconds: number },
): Promise<void> {
  const { store } = town
  await clear(town)
  await using list = await town.publish({ rare: 50, bulkPages: 0, linesPerPage: 0 }, 'live')
  await using worker = await town.startWorker(on.redisUrl)
  list.goLive(perSecond, on.seconds)
  const expected = on.seconds * perSecond
  for (let stored = 0; stored < expected; await wait(500)) {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from notices`.execute(store.db)
    stored = rows[0]?.count ?? 0
  }
  await worker.idle()

  const notices = await store.db.selectFrom('notices').select(['id', 'at', 'received_at']).execute()
  const { rows: told } = await sql<{ notice_ref: Buffer; created_at: Date }>`
    select m.notice_ref, a.created_at from matches m join finds f on f.id = m.find_id join alerts a on a.id = f.alert_id`.execute(
    store.db,
  )
  const alertOf = new Map(told.map((row) => [row.notice_ref.toString('hex'), row.created_at.getTime()]))
  const waits = notices.flatMap((notice) => {
    const at = alertOf.get(store.keys.ref('notice', notice.id).toString('hex'))
    return at ? [{ published: at - notice.at.getTime(), arrived: at - notice.received_at.getTime() }] : []
  })
  const quantile = (of: 'published' | 'arrived', q: number) =>
    waits.map((each) => each[of]).sort((a, b) => a - b)[Math.floor(waits.length * q)] ?? Number.NaN
  on.report.line({
    what: `${perSecond} notices/s for ${on.seconds} s on ${on.backend}, ${waits.length} alerted: arrival to alert`,
    measured: `p50 ${quantile('arrived', 0.5)} ms, p99 ${quantile('arrived', 0.99)} ms`,
    baseline: 'p99 under 2,000 ms',
    ratio: 2000 / quantile('arrived', 0.99),
  })
  on.report.line({
    what: '  from publication (the list is asked every second)',
    measured: `p50 ${quantile('published', 0.5)} ms, p99 ${quantile('published', 0.99)} ms`,
    baseline: 'p99 under 2,000 ms',
    ratio: 2000 / quantile('published', 0.99),
  })
}
