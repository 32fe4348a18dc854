/** Forget: what was only for a time goes when its time is over. */
import { sql } from 'kysely'
import type { CaseId } from '#core/ids.ts'
import { sweepWithdrawn } from '#store/cases.ts'
import { forgetHosts } from '#store/hosts.ts'
import { forgetNotices, nextExpiry, retractExpired } from '#store/notices.ts'
import { endPractice } from '#store/practice.ts'
import { addMatchWork, addWork, expired } from '#store/work.ts'
import type { Stage, StageDeps } from './stage.ts'

const day = 24 * 3_600_000
/** New cases are matched backwards this far. */
const noticesKeptMs = 400 * day

export const daily = 'daily'

export const forget: Stage = {
  name: 'forget',
  page: 50,
  concurrency: 1,
  giveUpAfter: 20,

  /** `daily`, `expired`, or the id of a case whose practice is over. */
  async run(ids, deps) {
    for (const id of ids)
      if (id === daily) await everyDay(deps)
      else if (id === expired) await endExpired(deps)
      else await endPractice(deps.store, id as CaseId)
  },
}

/** Notices whose time is over are taken back, and what they said of anybody with them. */
async function endExpired({ store, now }: StageDeps): Promise<void> {
  for (let ended = 1; ended > 0; )
    ended = await store.transaction(async (tx) => {
      const gone = await retractExpired(tx, new Date(now()), 1000)
      await addMatchWork(tx, gone, now())
      return gone.length
    })
  const next = await nextExpiry(store.db)
  if (next) await addWork(store.db, 'forget', [expired], next.getTime())
}

async function everyDay({ store, now, log, signal }: StageDeps): Promise<void> {
  const before = new Date(now() - noticesKeptMs)
  let notices = 0
  for (let gone = 1; gone > 0 && !signal.aborted; notices += gone) gone = await forgetNotices(store, before, 5000)
  const count = await sweepWithdrawn(store)
  await sql`delete from sessions where seen_at < ${new Date(now() - day)}`.execute(store.db)
  await sql`delete from index_log where seq < (select coalesce(min(applied), 0) from index_followers)`.execute(store.db)
  await forgetHosts(store, new Date(now() - 8 * day))
  log.info('forget.done', { notices, count })
  await addWork(store.db, 'forget', [daily], now() + day)
}
