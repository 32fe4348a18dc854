/**
 * Look back: newly enrolled items against every notice already kept, so that what was published before she came counts
 * too. All notices are read and compared here, in memory: the database is never asked for a fingerprint.
 */
import { openItems } from '#store/items.ts'
import { readNotices } from '#store/notices.ts'
import { record, thresholds } from './match.ts'
import { createMatchIndex } from './match-index.ts'
import type { Stage } from './stage.ts'

const noticesAtATime = 2000

export const lookBack: Stage = {
  name: 'look-back',
  page: 500,
  concurrency: 1,
  giveUpAfter: 20,

  async run(ids, deps) {
    const { store, log, signal } = deps
    const { items } = await openItems(store, store.db, { ids })
    const index = createMatchIndex()
    for (const item of items) index.insert(item)
    const threshold = await thresholds(store)
    let count = 0
    let matches = 0
    for (let after = '0'; items.length > 0; ) {
      signal.throwIfAborted()
      const notices = await readNotices(store.db, { after, limit: noticesAtATime })
      const last = notices.at(-1)
      if (!last) break
      const hits = index.find(notices, threshold)
      // Other items meet these notices as well, so none of their matches is taken back here.
      if (hits.length > 0) matches += await record(hits, { noticeIds: [], deps })
      count += notices.length
      after = last.id
    }
    log.info('look-back.done', { count: items.length, notices: count, matches })
  },
}
