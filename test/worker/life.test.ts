import { expect, test } from 'vitest'
import { verifyAudit, verifyChain } from '#core/record/index.ts'
import { readAudit, readAuditHead, readRecord } from '#store/record.ts'
import { moveRequest } from '#store/requests.ts'
import { day, hour, minute, startAsking } from '../asking.ts'
import { aPage } from '../peers/web-host.ts'

const album = aPage('Summer at the lake', '<h1>Summer</h1><p>Twelve pictures of a week at the lake, and a dog.</p>')

test('a host that answers and takes it down, and a re-upload: each state by itself, and told only what matters', async () => {
  await using asking = await startAsking()
  const { desk, host, vigie, of } = asking

  await asking.send()
  expect(await asking.request()).toMatchObject({ state: 'sent', due: { receipt: 'mail-server', at: null } })

  await desk.answer(desk.letters()[0]!, 'We have received your report. Your ticket is [#4711].')
  await asking.pass(minute)
  expect((await asking.request()).state).toBe('acknowledged')
  expect(await asking.told()).toEqual([])

  await asking.pass(30 * minute)
  host.take('/album/7')
  for (let n = 0; n < 3; n++) await asking.pass(80 * minute)
  expect((await asking.request()).state).toBe('removed')

  host.set('/album/7', album)
  for (let n = 0; n < 2; n++) await asking.pass(80 * minute)

  const rounds = (await asking.requests()).filter(({ ground }) => ground === 'dsa16')
  expect(rounds.map(({ state, round }) => [state, round])).toEqual([
    ['reopened', 1],
    ['prepared', 2],
  ])
  expect(rounds[1]?.earlier?.sentAt).toBe(rounds[0]?.sentAt?.getTime())
  expect(await asking.told()).toEqual(['gone', 'back'])

  const record = await readRecord(vigie.store.db, of)
  expect(await verifyChain(record)).toEqual({ ok: true })
  const mine = record.filter(({ request }) => request === rounds[0]?.id).map(({ kind }) => kind)
  expect(mine).toEqual([
    'request.prepared',
    'request.answers',
    'sending.queued',
    'sending.sent',
    'request.sent',
    'request.answered',
    'request.acknowledged',
    'request.removed',
    'request.reopened',
  ])
  const { seq } = await readAuditHead(vigie.store.db)
  const links = await readAudit(vigie.store.db, { from: 1, to: seq })
  expect(await verifyAudit(links)).toEqual({ ok: true })
  expect(record.every(({ auditSeq, hash }) => links[auditSeq - 1]?.digest === hash)).toBe(true)
})

test('a host that refuses: what it writes is a proposal, her word is the refusal, and a day later a step is offered', async () => {
  await using asking = await startAsking()
  const { desk, vigie, of } = asking
  await asking.send()

  await desk.answer(desk.letters()[0]!, 'We will not remove this content. It does not violate our terms.')
  await asking.pass(minute)
  expect((await asking.request()).state).toBe('acknowledged')
  expect(await asking.told()).toEqual(['answered'])

  const { id } = await asking.request()
  const event = { type: 'refused' as const, at: asking.now().getTime() }
  await moveRequest(vigie.store.db, of, id, { event, at: asking.now(), facts: { by: 'person' } })
  await asking.pass(hour)
  expect(await asking.told()).toEqual(['answered'])
  await asking.pass(day)
  await asking.pass(day)

  expect((await asking.told()).filter((kind) => kind !== 'unsent')).toEqual(['answered', 'next-step'])
  const news = (await asking.person.inbox()).flatMap((alert) => alert.news)
  expect(news.find(({ kind }) => kind === 'next-step')).toMatchObject({ request: id, step: 'complaint' })
})

test('an answer that nobody has signed moves nothing, and is told all the same', async () => {
  await using asking = await startAsking()
  await asking.send()

  await asking.desk.answer(asking.desk.letters()[0]!, 'We have removed the content.', { unsigned: true })
  await asking.pass(minute)

  expect((await asking.request()).state).toBe('sent')
  expect(await asking.told()).toEqual(['answered'])
})

test('a host that is silent: late when its 48 hours are over, told once; reminded of where the law names no time', async () => {
  await using asking = await startAsking({ country: 'US' })
  await asking.send('tida')
  await asking.send('dsa16')
  const { due } = await asking.request('tida')
  expect(due).toMatchObject({ at: (due?.receivedAt ?? 0) + 48 * hour, receipt: 'mail-server' })

  await asking.pass(47 * hour)
  expect((await asking.request('tida')).state).toBe('sent')
  await asking.pass(2 * hour)
  expect((await asking.request('tida')).state).toBe('overdue')
  for (let days = 0; days < 7; days++) await asking.pass(day)

  expect(await asking.told()).toEqual(['overdue', 'next-step'])
  expect((await asking.request('dsa16')).state).toBe('sent')
})

test('a mail that comes back: she is told, and the request stands ready again', async () => {
  await using asking = await startAsking()
  await asking.send()

  await asking.desk.bounce(asking.desk.letters()[0]!)
  await asking.pass(minute)
  await asking.pass(2 * hour)

  expect(await asking.request()).toMatchObject({ state: 'prepared', sentAt: null, due: null })
  expect(await asking.told()).toEqual(['bounced'])
  expect(asking.desk.letters()).toHaveLength(1)
})

test('places of one host are one request, which is removed when the last of them is gone', async () => {
  const paths = ['/a', '/b', '/c']
  await using asking = await startAsking({ paths })
  await asking.send()
  expect((await asking.request()).places).toHaveLength(3)
  expect(asking.desk.letters()).toHaveLength(1)
  for (const { location } of (await asking.request()).places)
    expect(asking.desk.letters()[0]?.text).toContain(location.url)

  const gone = async () => (await asking.request()).places.filter(({ goneAt }) => goneAt !== null).length
  /** Looks at one host take turns, and each place is looked at hourly, more or less. */
  const passUntilGone = async (count: number) => {
    for (let n = 0; n < 60 && (await gone()) < count; n++) await asking.pass(20 * minute)
  }

  for (const path of ['/a', '/b']) asking.host.take(path)
  await passUntilGone(2)
  expect([(await asking.request()).state, await gone()]).toEqual(['sent', 2])

  asking.host.take('/c')
  await passUntilGone(3)
  expect((await asking.request()).state).toBe('removed')
})
