import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { aHash, aLine, operatorToken, read, startInstallation, turn } from '../installation.ts'
import { startHttpList } from '../peers/http-list.ts'
import { until } from '../until.ts'

const token = operatorToken
type Shown = {
  channels: {
    channel: string
    state: string
    failures: number
    problem: string | null
    notices: number
    quarantined: number
    heardAt: string | null
    nextAt: string | null
  }[]
}

test('a channel is added, polled at once, shown, paused, resumed and removed', async () => {
  await using list = await startHttpList()
  await using vigie = await startInstallation()
  list.publish({
    content: `${aLine({ id: 'a', type: 'sha256', value: aHash() })}no entry\n`,
    type: 'application/x-ndjson',
  })
  const channel = await vigie.addChannel('hash-list', list.url, { every: '1h' })
  await vigie.idle()
  const shown = async () => ((await read(vigie.ask('/channels', { token }))) as Shown).channels

  expect(await shown()).toMatchObject([{ channel, state: 'listening', failures: 0, notices: 1, quarantined: 1 }])
  const { quarantined } = (await read(vigie.ask(`/channels/${channel}/quarantine`, { token }))) as {
    quarantined: { raw: string }[]
  }
  expect(quarantined).toMatchObject([{ raw: 'no entry' }])

  await vigie.ask(`/channels/${channel}/pause`, { method: 'POST', token })
  const asked = list.requests.length
  vigie.clock.advance(2 * 3_600_000)
  await vigie.idle()
  expect(list.requests).toHaveLength(asked)
  expect(await shown()).toMatchObject([{ state: 'paused' }])

  await vigie.ask(`/channels/${channel}/resume`, { method: 'POST', token })
  await vigie.idle()
  expect(list.requests.length).toBeGreaterThan(asked)

  await vigie.ask(`/channels/${channel}`, { method: 'DELETE', token })
  expect(await shown()).toEqual([])
})

test('a poll that is asked for while one runs brings what there is by then', async () => {
  const [asked, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const line = (id: string) => aLine({ id, type: 'sha256', value: aHash() })
  const before = line('a')
  const server = createServer(async (_, answer) => {
    asked.resolve()
    const content = polled ? before + line('b') + line('c') : before
    await released.promise
    answer.writeHead(200, { 'content-type': 'application/x-ndjson' }).end(content)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  await using vigie = await startInstallation()
  let polled: ReturnType<typeof vigie.poll> | null = null
  const channel = await vigie.addChannel('hash-list', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await asked.promise

  polled = vigie.poll(channel)
  const turn = async () =>
    (await vigie.store.db.selectFrom('work').select('turn').where('id', '=', channel).execute())[0]
  await until('it is asked for', async () => (await turn())?.turn === 1, { within: 20_000 })
  released.resolve()

  expect(await polled).toMatchObject({ notices: 2, problem: null })
  server.close()
})

test('a channel that fails is shown with what to do, slows down, and recovers by itself', async () => {
  await using list = await startHttpList()
  await using vigie = await startInstallation()
  list.misbehave(503)
  const channel = await vigie.addChannel('hash-list', list.url, { every: '10s' })
  await vigie.idle()
  const shown = async () => ((await read(vigie.ask('/channels', { token }))) as Shown).channels[0]
  expect(await shown()).toMatchObject({ channel, state: 'failing', failures: 1, heardAt: null })
  expect((await shown())?.problem).toBeTruthy()
  const polled = await vigie.store.db.selectFrom('channels').select('polled_at').executeTakeFirstOrThrow()
  const pauseMs = Date.parse((await shown())?.nextAt ?? '') - (polled.polled_at?.getTime() ?? 0)
  expect(pauseMs).toBeGreaterThanOrEqual(60_000) // it said to wait a minute
  const asked = list.requests.length

  vigie.clock.advance(30_000)
  await vigie.idle()
  expect(list.requests).toHaveLength(asked)

  list.misbehave(null)
  list.publish({ content: aLine({ id: 'a', type: 'sha256', value: aHash() }), type: 'application/x-ndjson' })
  vigie.clock.advance(60_000)
  await vigie.idle()
  expect(await shown()).toMatchObject({ state: 'listening', failures: 0, problem: null, notices: 1 })
})

test('a channel from which nothing was heard for long is silent, though nothing failed', async () => {
  await using list = await startHttpList()
  await using vigie = await startInstallation()
  list.publish({ content: '', type: 'application/x-ndjson' })
  await vigie.addChannel('hash-list', list.url, { every: '10s' })
  await vigie.idle()
  await vigie.stopWorker()

  vigie.clock.advance(10 * 60_000)

  const { channels } = (await read(vigie.ask('/channels', { token }))) as Shown
  expect(channels).toMatchObject([{ state: 'silent', failures: 0 }])
})

test('what is wrong in adding a channel is said, with what would be right', async () => {
  await using vigie = await startInstallation({ worker: false })
  const add = async (kind: string, url: string, options: Record<string, string> = {}) => {
    const answer = await vigie.ask('/channels', { method: 'POST', token, body: { kind, url, options } })
    return { status: answer.status, error: ((await answer.json()) as { error: string }).error }
  }

  expect(await add('carrier-pigeon', 'https://a.example')).toMatchObject({
    status: 400,
    error: expect.stringContaining('hash-list'),
  })
  expect(await add('nostr', 'https://a.example')).toMatchObject({
    status: 400,
    error: expect.stringContaining('wss://'),
  })
  expect(await add('hash-list', 'https://me:secret@a.example')).toMatchObject({
    status: 400,
    error: expect.stringContaining('password'),
  })
  expect(await add('hash-list', 'https://a.example', { evry: '1s' })).toMatchObject({
    status: 400,
    error: expect.stringContaining('every'),
  })
  expect(await add('hash-list', 'https://a.example', { distance: '32' })).toMatchObject({
    status: 400,
    error: expect.stringContaining('31'),
  })
})

test('a channel’s own threshold decides what is near enough', async () => {
  await using list = await startHttpList()
  await using vigie = await startInstallation()
  const hash = aHash()
  const person = await vigie.enrol({ pictures: [{ pdqs: [hash], sha256: aHash(), md5: aHash().slice(32), cids: [] }] })
  const near = turn(hash, 20)
  list.publish({ content: aLine({ id: 'a', type: 'pdq', value: near, quality: 100 }), type: 'application/x-ndjson' })

  await vigie.poll(await vigie.addChannel('hash-list', list.url, { distance: '19' }))
  await vigie.idle()
  expect(await person.inbox()).toEqual([])
  await vigie.poll(await vigie.addChannel('hash-list', list.url, { distance: '20' }))
  await vigie.idle()

  expect((await person.inbox())[0]?.matches).toMatchObject([{ distance: 20 }])
})

test('a flood stops at the channel’s quota, is shown, and goes on the next day without a loss', async () => {
  await using list = await startHttpList()
  await using vigie = await startInstallation()
  const day = 24 * 3_600_000
  vigie.clock.advance(day + day / 2 - (Date.now() % day)) // noon: no day ends while it is looked at
  const lines = (n: number) =>
    Array.from({ length: n }, (_, i) => aLine({ id: `n${i}`, type: 'sha256', value: aHash() })).join('')
  list.publish({ content: lines(20), type: 'application/x-ndjson' })
  const channel = await vigie.addChannel('hash-list', list.url, { quota: '25' })
  await vigie.poll(channel)
  list.append(Array.from({ length: 20 }, (_, i) => aLine({ id: `m${i}`, type: 'sha256', value: aHash() })).join(''))

  const { problem } = await vigie.poll(channel)
  expect(problem).toContain('25')

  vigie.clock.advance(day)
  await vigie.idle()
  expect(((await read(vigie.ask('/channels', { token }))) as Shown).channels).toMatchObject([
    { notices: 40, failures: 0 },
  ])
})

test('facts that nobody has checked for half a year are listed, oldest first, and the doctor says how many', async () => {
  await using vigie = await startInstallation({ worker: false })
  const stale = async () =>
    (await read(vigie.ask('/knowledge/stale', { token }))) as {
      facts: number
      stale: { fact: string; checked: string }[]
    }
  const before = await stale()

  vigie.clock.advance(1000 * 24 * 3_600_000)
  const after = await stale()
  const { checks } = (await read(vigie.ask('/doctor', { token }))) as { checks: { check: string; says: string }[] }

  expect(before.facts).toBeGreaterThan(100)
  expect(after.stale).toHaveLength(after.facts)
  expect(after.stale.map(({ checked }) => checked)).toEqual(after.stale.map(({ checked }) => checked).sort())
  expect(checks.find(({ check }) => check === 'facts')?.says).toContain(`${after.facts} facts`)
  expect((await vigie.ask('/knowledge/stale')).status).toBe(401)
})
