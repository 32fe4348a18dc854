/** The whole way with every stage running: a list is read from its first page until nothing is left to do. */
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Report } from '../report.ts'
import { channel, clear, cpuOf, type Town } from './town.ts'

const linesPerPage = 10_000

export async function measureWhole(
  town: Town,
  on: { report: Report; notices: number; bare: number; backend: string; redisUrl: string | undefined },
): Promise<void> {
  const { store } = town
  await clear(town)
  await using _list = await town.publish({ rare: 1000, bulkPages: on.notices / linesPerPage, linesPerPage }, 'bulk')
  const starting = performance.now()
  await using worker = await town.startWorker(on.redisUrl)
  on.report.say(`worker with its index ready in ${((performance.now() - starting) / 1000).toFixed(1)} s`)
  const begun = performance.now()
  const before = process.cpuUsage()
  await allStored(town, on.notices)
  const stored = performance.now()
  await worker.idle()
  const { rows } = await sql<{ alerts: number; finds: number }>`select (select count(*)::int from alerts) as alerts,
    (select count(*)::int from finds where alert_id is not null) as finds`.execute(store.db)
  const perSecond = on.notices / ((performance.now() - begun) / 1000)
  const cpu = cpuOf(on.notices, before)
  on.report.line({
    what: `${on.notices} notices, page to alert, queue on ${on.backend}, ${rows[0]?.finds} finds in ${rows[0]?.alerts} alerts`,
    measured: `${perSecond.toFixed(0)} notices/s`,
    baseline: `bare insert, ${on.bare.toFixed(0)} rows/s`,
    ratio: perSecond / on.bare,
  })
  on.report.say(`  (stored at ${(on.notices / ((stored - begun) / 1000)).toFixed(0)} notices/s; ${cpu})`)
}

/** Resolves when so many notices are stored and no stage has anything left. */
async function allStored({ store }: Town, notices: number): Promise<void> {
  for (;;) {
    // Not counted in their table: a count reads it all, which would be a tenth of what the database has to do here.
    const row = await store.db.selectFrom('channels').select('quota_used').where('id', '=', channel).executeTakeFirst()
    if ((row?.quota_used ?? 0) >= notices) return
    await wait(200)
  }
}
