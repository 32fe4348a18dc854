/** Each stage alone, on the same notices: what a thousand of them cost where. */
import { randomBytes } from 'node:crypto'
import { hashList } from '#knowledge/channels/hash-list.ts'
import { shippedFacts } from '#knowledge/facts.ts'
import { closeBatch, readBatch, takeBatches } from '#store/work.ts'
import { alert } from '#worker/alert.ts'
import { startFollower } from '#worker/follower.ts'
import { lookBack } from '#worker/look-back.ts'
import { match } from '#worker/match.ts'
import { createNet } from '#worker/net/http.ts'
import { poll } from '#worker/poll.ts'
import type { Stage, StageDeps } from '#worker/stage.ts'
import type { Report } from '../report.ts'
import { channel, clear, cpuOf, type Town } from './town.ts'

const linesPerPage = 10_000

export async function measureStages(town: Town, on: { report: Report; notices: number; bare: number }): Promise<void> {
  await clear(town)
  await using opened = new AsyncDisposableStack()
  const deps = await prepare(town, opened)
  opened.use(await town.publish({ rare: 1000, bulkPages: on.notices / linesPerPage, linesPerPage }, 'bulk'))
  const { url } = await town.store.db
    .selectFrom('channels')
    .select('url')
    .where('id', '=', channel)
    .executeTakeFirstOrThrow()
  const measure = async (what: string, run: () => Promise<number>) => {
    const before = process.cpuUsage()
    const perSecond = on.notices / ((await run()) / 1000)
    on.report.line({
      what: `  ${what} alone, ${cpuOf(on.notices, before)}`,
      measured: `${perSecond.toFixed(0)} notices/s`,
      baseline: `bare insert, ${on.bare.toFixed(0)} rows/s`,
      ratio: perSecond / on.bare,
    })
  }

  const source = { url, options: hashList.options.parse({}), secrets: {} }
  const { net, git, pages, now, signal } = deps
  const outside = { net, git, pages, now, signal, live: false, intake: async () => [] }
  await measure('fetch and parse', async () => {
    const begun = performance.now()
    for await (const _page of hashList.poll(source, null, outside));
    return performance.now() - begun
  })
  await measure('fetch, parse and store', async () => {
    const begun = performance.now()
    await poll.run([channel], deps)
    return performance.now() - begun
  })
  await measure('match and record', () => runAll(match, deps))
  await measure('alert', () => runAll(alert, deps))
}

/** Newly enrolled pictures against all notices kept. */
export async function measureLookBack(town: Town, on: { report: Report; notices: number }): Promise<void> {
  await clear(town)
  await using opened = new AsyncDisposableStack()
  const deps = await prepare(town, opened)
  opened.use(await town.publish({ rare: 1000, bulkPages: on.notices / linesPerPage, linesPerPage }, 'bulk'))
  await poll.run([channel], deps)
  const items = await town.store.db.selectFrom('items').select('id').orderBy('id').limit(10).execute()
  const begun = performance.now()
  await lookBack.run(
    items.map((item) => item.id),
    deps,
  )
  const ms = performance.now() - begun
  on.report.line({
    what: `look back: 10 pictures of 256 hashes over ${on.notices} notices`,
    measured: `${(ms / 1000).toFixed(2)} s`,
    baseline: 'a couple of seconds: 2 s',
    ratio: 2000 / ms,
  })
}

const unasked = () => Promise.reject(new Error('The bench asks nothing of the outside.'))
const outsideOfBench = {
  facts: shippedFacts,
  resolve: unasked,
  git: { changes: unasked },
  pages: { read: unasked },
  looker: { look: unasked },
}

async function prepare({ store, log }: Town, opened: AsyncDisposableStack): Promise<StageDeps> {
  const worker = { stages: 'match', mail: false }
  return {
    store,
    net: opened.use(createNet({ allowNets: ['127.0.0.0/8'], log, userAgent: 'Vigie/1' })),
    ...outsideOfBench,
    mailer: null,
    mailDomain: null,
    follower: opened.use(await startFollower({ store, log, worker, holdsIndex: true })),
    coverName: 'Bench',
    digestMs: 0,
    now: Date.now,
    random: (n) => new Uint8Array(randomBytes(n)),
    log,
    signal: new AbortController().signal,
  }
}

/** Runs a stage until it has nothing due. Returns the milliseconds in the stage, without the queue's. */
async function runAll(stage: Stage, deps: StageDeps): Promise<number> {
  const { store } = deps
  let ms = 0
  for (;;) {
    const taken = await takeBatches(store, {
      stage: stage.name,
      page: stage.page,
      nowMs: Date.now(),
    })
    if (taken.length === 0) return ms
    for (const { batch } of taken) {
      const begun = performance.now()
      const rows = await readBatch(store, batch)
      await stage.run(
        rows.map((row) => row.id),
        deps,
      )
      await closeBatch(store, batch, rows)
      ms += performance.now() - begun
    }
  }
}
