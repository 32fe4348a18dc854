import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { closeBatch, readBatch, takeBatches } from '#store/work.ts'
import { startFollower } from '#worker/follower.ts'
import { match } from '#worker/match.ts'
import { createNet } from '#worker/net/http.ts'
import { poll } from '#worker/poll.ts'
import type { Stage, StageDeps } from '#worker/stage.ts'
import { aLine, aPicture, type Installation, startInstallation } from '../installation.ts'
import { outside } from '../outside.ts'
import { startHttpList } from '../peers/http-list.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }

test('a page of a thousand notices that all match costs as many statements as one of ten', async () => {
  const few = await countStatements(10)
  const many = await countStatements(1000)

  expect(few.finds).toBe(10)
  expect(many.finds).toBe(1000)
  expect(many.statements).toEqual(few.statements)
})

/** Statements of every stage from page to find: for new notices, for the same with other words, for none any more. */
async function countStatements(notices: number) {
  await using opened = new AsyncDisposableStack()
  const list = opened.use(await startHttpList())
  const vigie = opened.use(await startInstallation({ worker: false }))
  const [one, other] = [aPicture(), aPicture()]
  await vigie.enrol({ pictures: [one, other] })
  const channel = await vigie.addChannel('hash-list', list.url, { every: '1s' })
  const deps = await prepare(vigie, opened)
  const publish = (line: (id: number) => Record<string, unknown>) =>
    list.publish({
      content: Array.from({ length: notices }, (_, id) => aLine({ id, ...line(id) })).join(''),
      type: 'application/x-ndjson',
    })
  const said = (picture: typeof one) => (id: number) => ({
    type: 'sha256',
    value: picture.sha256,
    url: `https://leak.example/${id}`,
  })

  let statements = 0
  const original = pg.Client.prototype.query
  const counting = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given) {
    statements++
    return (original as (...given: unknown[]) => void).apply(this, given)
  })
  opened.defer(() => counting.mockRestore())
  const counts: number[] = []
  let finds = 0
  for (const line of [said(one), said(other), () => ({ op: 'delete' })]) {
    publish(line)
    statements = 0
    await poll.run([channel], deps)
    await runAll(match, deps)
    counts.push(statements)
    finds ||= (await vigie.store.db.selectFrom('finds').select('id').execute()).length
  }
  const standing = vigie.store.db.selectFrom('matches').select('id').where('retracted_at', 'is', null)
  expect(await standing.execute()).toEqual([])
  return { statements: counts, finds }
}

async function runAll(stage: Stage, deps: StageDeps): Promise<void> {
  const { store } = deps
  for (const { batch } of await takeBatches(store, {
    stage: stage.name,
    page: stage.page,
    nowMs: Date.now(),
  })) {
    const rows = await readBatch(store, batch)
    await stage.run(
      rows.map((row) => row.id),
      deps,
    )
    await closeBatch(store, batch, rows)
  }
}

async function prepare({ store }: Installation, opened: AsyncDisposableStack): Promise<StageDeps> {
  const worker = { stages: 'match', mail: false }
  return {
    store,
    net: opened.use(createNet({ allowNets: ['127.0.0.0/8'], log, userAgent: 'Vigie/1' })),
    ...outside,
    mailer: null,
    mailDomain: null,
    follower: opened.use(await startFollower({ store, log, worker, holdsIndex: true })),
    coverName: 'Almanac',
    digestMs: 0,
    now: Date.now,
    random: (n) => new Uint8Array(randomBytes(n)),
    log,
    signal: new AbortController().signal,
  }
}
