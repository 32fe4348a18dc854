import { expect, test } from 'vitest'
import { endMandate, giveMandate } from '#store/mandates.ts'
import { readRecord } from '#store/record.ts'
import { moveRequest, setMandate } from '#store/requests.ts'
import { day, hour, startAsking } from '../asking.ts'

test('a request that was prepared and not sent is reminded of after a day, and never again', async () => {
  await using asking = await startAsking()

  await asking.pass(23 * hour)
  expect(await asking.told()).toEqual([])
  for (let days = 0; days < 4; days++) await asking.pass(day)

  const news = (await asking.person.inbox()).flatMap((alert) => alert.news)
  const ids = (await asking.requests()).map(({ id }) => id)
  expect(news.map(({ kind }) => kind)).toEqual(ids.map(() => 'unsent'))
  expect(new Set(news.map(({ request }) => request))).toEqual(new Set(ids))
})

test('a running date keeps when its rule has changed, and the record says so, once', async () => {
  await using asking = await startAsking({ worker: false })
  const { of, vigie } = asking
  const { id } = await asking.request('tida')
  const receivedAt = asking.now().getTime()
  const at = receivedAt + 72 * hour // what an older rule gave
  const due = {
    at,
    rule: 'an older rule',
    zone: 'UTC',
    country: null,
    computedAt: at,
    receivedAt,
    receipt: 'sent' as const,
  }
  const event = { type: 'sent' as const, at: receivedAt, due: at }
  await moveRequest(vigie.store.db, of, id, { event, due, at: asking.now() })

  await vigie.startWorker()
  for (let days = 0; days < 2; days++) await asking.pass(day)
  const running = await asking.request('tida')
  expect([running.state, running.dueAt?.getTime()]).toEqual(['sent', at])
  await asking.pass(day + hour)

  expect((await asking.request('tida')).state).toBe('overdue')
  const kept = (await readRecord(vigie.store.db, of)).filter(({ kind }) => kind === 'request.due-kept')
  expect(kept.map(({ facts }) => facts)).toEqual([
    { due: at, would: receivedAt + 48 * hour, because: 'rule', rule: 'an older rule' },
  ])
})

test('what was drafted under a mandate that has ended is not reminded of', async () => {
  await using asking = await startAsking({ worker: false })
  const { of, vigie } = asking
  const given = {
    kind: 'agent' as const,
    name: 'Cas Worker',
    organisation: 'A Helping Hand',
    contact: null,
    scope: { grounds: null, recipients: null, locations: null },
    from: asking.now(),
    until: null,
    how: 'in-writing' as const,
    words: 'They may ask for me.',
  }
  const mandate = await giveMandate(vigie.store.db, of, given, asking.now())
  for (const request of await asking.requests()) await setMandate(vigie.store.db, of, request, mandate.id, asking.now())
  await endMandate(vigie.store.db, of, mandate.id, asking.now())

  await vigie.startWorker()
  for (let days = 0; days < 3; days++) await asking.pass(day)

  expect(await asking.told()).toEqual([])
})
