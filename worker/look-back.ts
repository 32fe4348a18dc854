/**
 * Look back: newly enrolled items against every notice already kept, so that what was published before she came counts
 * too. All notices' fingerprints are read and compared here, in memory: the database is never asked for one. The few
 * notices that meet something are then read whole.
 */
import { openItems } from '#store/items.ts'
import { readNotices, readPrints } from '#store/notices.ts'
import { record, thresholds } from './match.ts'
import { createMatchIndex } from './match-index.ts'
import type { Stage } from './stage.ts'

const noticesAtATime = 20_000
/** Pages are so long that tables are faster than comparing with each from fewer rows on than usual. */
const tablesFrom = 1000

export const lookBack: Stage = {
  name: 'look-back',
  page: 500,
  concurrency: 1,
  giveUpAfter: 20,

  async run(ids, deps) {
    const { store, log, signal } = deps
    const { items } = await openItems(store, store.db, { ids })
    const index = createMatchIndex({ tablesFrom })
    for (const item of items) index.insert(item)
    const threshold = await thresholds(store)
    const places = index.holdsPlaces
    let count = 0
    let matches = 0
    const read = (after: string) => readPrints(store.db, { after, limit: noticesAtATime, places })
    for (let next = items.length > 0 ? read('0') : null; next; ) {
      signal.throwIfAborted()
      const { notices, last } = await next
      next = last === null ? null : read(last) // the database fetches while we compare
      next?.catch(() => {}) // thrown when it is its turn
      const met = index.touched(notices)
      count += notices.length
      if (met.length === 0) continue
      const whole = await readNotices(store.db, met)
      const hits = index.find(
        whole.filter((notice) => !notice.retracted),
        threshold,
      )
      // Other items meet these notices as well, so none of their matches is taken back here.
      if (hits.length > 0) matches += await record(hits, { changed: [], deps })
    }
    log.info('look-back.done', { count: items.length, notices: count, matches })
  },
}
