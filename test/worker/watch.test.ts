import { describe, expect, test } from 'vitest'
import { Unavailable } from '#core/errors.ts'
import { alert } from '#worker/alert.ts'
import type { StageDeps } from '#worker/stage.ts'
import { watch } from '#worker/watch.ts'
import { aLine, aPicture, type Installation, type Person, startInstallation } from '../installation.ts'
import { outside } from '../outside.ts'
import { startHttpList } from '../peers/http-list.ts'
import { aPage, startWebHost, type WebHost } from '../peers/web-host.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const album = aPage('Summer at the lake', '<h1>Summer</h1><p>Twelve pictures of a week at the lake, and a dog.</p>')

/** Moves the clock, calls for the stage whose work may have fallen due, and lets it happen. */
async function pass(vigie: Installation, ms: number) {
  vigie.clock.advance(ms)
  await vigie.store.pool.query(`select pg_notify('vigie_work', 'watch')`)
  await vigie.idle()
}

const looksAt = (host: WebHost, path: string) => host.asked.filter((line) => line === `HEAD ${path}`).length

async function ask(vigie: Installation, person: Person, path: string, method = 'GET') {
  const answer = await vigie.ask(path, { method, token: await person.signIn() })
  return { status: answer.status, body: answer.status === 200 ? await answer.json() : null }
}

async function requestsOf(person: Person) {
  return (await person.view()).requests.map(({ id, state }) => ({ id, state }))
}

describe('a place that she watches', () => {
  test('is told gone once, after two looks an hour apart, and its requests are closed', async () => {
    await using host = await startWebHost()
    await using vigie = await startInstallation({ digestMs: 0 })
    host.set('/album/7', album)
    const person = await vigie.enrol({ locations: [`${host.origin}/album/7`] })

    await pass(vigie, 30 * minute)
    expect(looksAt(host, '/album/7')).toBe(1)
    host.take('/album/7')
    await pass(vigie, 80 * minute)
    expect(await person.inbox()).toEqual([])
    await pass(vigie, 80 * minute)
    await pass(vigie, 80 * minute)

    const inbox = await person.inbox()
    expect(inbox.flatMap(({ news }) => news)).toMatchObject([{ kind: 'gone', place: 'Website' }])
    expect(inbox.flatMap(({ matches }) => matches)).toEqual([])
    expect(new Set((await requestsOf(person)).map(({ state }) => state))).toEqual(new Set(['removed']))
    expect((await person.view()).found.gone).toBe(1)
  })

  test('that comes back is told, and the next request is prepared, which names the last', async () => {
    await using host = await startWebHost()
    await using vigie = await startInstallation({ digestMs: 0 })
    host.set('/album/7', album)
    const person = await vigie.enrol({ locations: [`${host.origin}/album/7`] })
    await pass(vigie, 30 * minute)
    const [first] = await requestsOf(person)
    await ask(vigie, person, `/case/requests/${first?.id}/sent`, 'POST')
    host.take('/album/7')
    for (let n = 0; n < 3; n++) await pass(vigie, 80 * minute)

    host.set('/album/7', album)
    await pass(vigie, 80 * minute)
    await pass(vigie, 80 * minute)

    const told = (await person.inbox()).flatMap(({ news }) => news.map(({ kind }) => kind))
    expect(told.sort()).toEqual(['back', 'gone'])
    const prepared = (await requestsOf(person)).filter(({ state }) => state === 'prepared')
    expect(prepared.map(({ id }) => id)).not.toContain(first?.id)
    const letters = (await person.inbox()).flatMap(({ requests }) => requests.map(({ id, text }) => ({ id, text })))
    const next = letters.find(({ id, text }) => id !== first?.id && text.includes(first!.id.slice(-8)))
    expect(next?.text).toMatch(/asked for the removal of the same content before/)
  })

  test('is looked at hourly, then daily, then weekly', async () => {
    await using host = await startWebHost()
    await using vigie = await startInstallation()
    host.set('/album/7', album)
    await vigie.enrol({ locations: [`${host.origin}/album/7`] })

    const intervals: number[] = []
    for (const age of [30 * minute, 9 * day, 60 * day]) {
      await pass(vigie, age)
      const { due } = await vigie.store.db
        .selectFrom('work')
        .select('due')
        .where('stage', '=', 'watch')
        .executeTakeFirstOrThrow()
      intervals.push((due.getTime() - Date.now() - vigie.clock.ms) / hour)
    }

    for (const [at, hours] of [1, 24, 168].entries()) {
      expect(intervals[at]).toBeGreaterThan(hours * 0.99)
      expect(intervals[at]).toBeLessThan(hours * 1.26)
    }
    expect(looksAt(host, '/album/7')).toBe(3)
  })

  test('shares its host with others: five seconds lie between two looks', async () => {
    await using host = await startWebHost()
    await using vigie = await startInstallation()
    for (const n of [1, 2, 3]) host.set(`/album/${n}`, album)
    await vigie.enrol({ locations: [1, 2, 3].map((n) => `${host.origin}/album/${n}`) })
    const looked = () => [1, 2, 3].filter((n) => looksAt(host, `/album/${n}`) > 0).length

    await pass(vigie, 30 * minute)
    expect(looked()).toBe(1)
    await pass(vigie, 12_000)
    expect(looked()).toBe(2)
    await pass(vigie, 12_000)
    expect(looked()).toBe(3)
  })

  test('is left alone for as long as its host asks', async () => {
    await using host = await startWebHost()
    await using vigie = await startInstallation()
    host.set('/album/7', { status: 429, headers: { 'retry-after': '20000' } })
    await vigie.enrol({ locations: [`${host.origin}/album/7`] })

    await pass(vigie, 30 * minute)
    for (let n = 0; n < 4; n++) await pass(vigie, 80 * minute)
    expect(looksAt(host, '/album/7')).toBe(1)
    await pass(vigie, 80 * minute)
    expect(looksAt(host, '/album/7')).toBe(2)
  })

  test('is forgotten with the case: nobody is asked after a withdrawal', async () => {
    await using host = await startWebHost()
    await using vigie = await startInstallation()
    const person = await vigie.enrol({ locations: [`${host.origin}/album/7`] })

    await ask(vigie, person, '/case', 'DELETE')
    await pass(vigie, 2 * day)

    expect(host.asked).toEqual([])
    expect(await vigie.store.db.selectFrom('watches').selectAll().execute()).toEqual([])
  })

  test('stands nowhere in the clear', async () => {
    await using host = await startWebHost()
    await using vigie = await startInstallation({ digestMs: 0 })
    await vigie.enrol({ locations: [`${host.origin}/album-of-hers`] })
    await pass(vigie, 30 * minute)
    await pass(vigie, 80 * minute)

    const rows = []
    for (const table of ['watches', 'tidings', 'hosts', 'absences', 'work'] as const)
      rows.push(...(await vigie.store.db.selectFrom(table).selectAll().execute()))
    const texts = [...rows, ...vigie.logged].map((row) =>
      JSON.stringify(row, (_, value) =>
        value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
      ),
    )
    expect(rows.length).toBeGreaterThan(3)
    expect(texts.filter((text) => text.includes('album-of-hers') || text.includes(new URL(host.origin).port))).toEqual(
      [],
    )
  })
})

test('nothing is fetched for a case of somebody under 18, by schedule or when she asks', async () => {
  await using host = await startWebHost()
  await using vigie = await startInstallation()
  host.set('/album/7', album)
  const person = await vigie.enrol({ ageBand: 'under-16', locations: [`${host.origin}/album/7`] })
  const [request] = await requestsOf(person)

  for (let n = 0; n < 3; n++) await pass(vigie, 80 * minute)
  const asked = await ask(vigie, person, `/case/requests/${request?.id}/look`, 'POST')
  await vigie.idle()

  expect(asked.status).toBe(403)
  expect((await ask(vigie, person, `/case/requests/${request?.id}/place`)).body).toMatchObject({ mayLook: false })
  expect(host.asked).toEqual([])
})

describe('a place that a notice named', () => {
  /** A picture of hers, found at the host by a channel; whether anybody may publish there is the operator's to say. */
  async function found(trust: 'high' | 'low') {
    const opened = new AsyncDisposableStack()
    const host = opened.use(await startWebHost())
    const list = opened.use(await startHttpList())
    const vigie = opened.use(await startInstallation({ digestMs: 0 }))
    host.set('/album/7', album)
    const picture = aPicture()
    const person = await vigie.enrol({ pictures: [picture] })
    const line = { id: 'a', type: 'pdq', value: picture.pdqs[0], quality: 100, url: `${host.origin}/album/7` }
    list.publish({ content: aLine(line), type: 'application/x-ndjson' })
    await vigie.poll(await vigie.addChannel('hash-list', list.url, { trust }))
    await vigie.idle()
    return { host, vigie, person, [Symbol.asyncDispose]: () => opened.disposeAsync() }
  }

  test.each(['high', 'low'] as const)('is asked nothing because it matched (trust=%s)', async (trust) => {
    await using of = await found(trust)

    for (let n = 0; n < 3; n++) await pass(of.vigie, 12 * hour)

    expect((await of.person.inbox()).flatMap(({ matches }) => matches)).toHaveLength(1)
    expect(of.host.asked).toEqual([])
  })

  test('is watched once she has sent a request, unless only strangers named it', async () => {
    for (const [trust, looks] of [
      ['high', true],
      ['low', false],
    ] as const) {
      await using of = await found(trust)
      const [request] = await requestsOf(of.person)

      await ask(of.vigie, of.person, `/case/requests/${request?.id}/sent`, 'POST')
      await pass(of.vigie, 30 * minute)
      await pass(of.vigie, 2 * hour)

      expect(of.host.asked.length > 0, trust).toBe(looks)
    }
  })

  test('is looked at when she asks, once; and no more than twice in ten minutes', async () => {
    await using of = await found('low')
    const [request] = await requestsOf(of.person)
    const path = `/case/requests/${request?.id}/look`

    expect((await ask(of.vigie, of.person, path, 'POST')).status).toBe(202)
    await of.vigie.idle()
    const seen = await ask(of.vigie, of.person, `/case/requests/${request?.id}/place`)
    expect(seen.body).toMatchObject({ state: 'up', sign: 'up', scheduled: false, mayLook: true })
    for (let n = 0; n < 3; n++) await pass(of.vigie, 12 * hour)
    expect(looksAt(of.host, '/album/7')).toBe(1)

    await ask(of.vigie, of.person, path, 'POST')
    expect((await ask(of.vigie, of.person, path, 'POST')).status).toBe(429)
  })
})

test('her word counts: what she says is still there is not called gone until it was seen up again', async () => {
  await using host = await startWebHost()
  await using vigie = await startInstallation({ digestMs: 0 })
  const person = await vigie.enrol({ locations: [`${host.origin}/album/7`] })
  for (let n = 0; n < 3; n++) await pass(vigie, 80 * minute)
  const [request] = await requestsOf(person)
  expect(request?.state).toBe('removed')

  await ask(vigie, person, `/case/requests/${request?.id}/still-there`, 'POST')
  for (let n = 0; n < 3; n++) await pass(vigie, 80 * minute)
  expect((await requestsOf(person))[0]?.state).toBe('prepared')

  await ask(vigie, person, `/case/requests/${request?.id}/gone`, 'POST')
  expect((await requestsOf(person))[0]?.state).toBe('removed')
})

test('two workers look at a place once each time it is due', async () => {
  await using host = await startWebHost()
  await using vigie = await startInstallation()
  host.set('/album/7', album)
  await vigie.enrol({ locations: [`${host.origin}/album/7`] })

  await Promise.all([pass(vigie, 30 * minute), vigie.idle()])

  expect(looksAt(host, '/album/7')).toBe(1)
})

/** The stage alone, over a net that answers by address; nothing else is reached. */
async function lookWith(
  vigie: Installation,
  answers: Record<string, { status: number; body?: object; location?: string }>,
) {
  const asked: string[] = []
  const answer = async (url: string) => {
    asked.push(url)
    const { status, body, location } = answers[url.split('?')[0] ?? ''] ?? { status: 500 }
    const text = JSON.stringify(body ?? {})
    const headers = new Headers({ 'content-type': 'application/json', ...(location && { location }) })
    return { status, headers, url, text, bytes: new TextEncoder().encode(text) }
  }
  const net = { ask: answer, get: answer, stream: () => Promise.reject(new Unavailable('not asked here')) }
  const now = () => Date.now() + vigie.clock.ms
  const random = (n: number) => new Uint8Array(n)
  const { signal } = new AbortController()
  const log = { info() {}, warn() {}, error() {} }
  const deps = {
    ...outside,
    store: vigie.store,
    net,
    now,
    random,
    log,
    signal,
    digestMs: 0,
    mailer: null,
  } as unknown as StageDeps
  const ids = await vigie.store.db.selectFrom('watches').select(['id', 'case_id']).orderBy('id').execute()
  for (const { id } of ids) {
    vigie.clock.advance(6000) // one host, one question in five seconds
    await watch.run([id], deps)
  }
  await alert.run([...new Set(ids.map((row) => row.case_id))], deps)
  return asked
}

const invite = (icon: string) => ({ guild: { id: '7', name: 'A room', icon }, channel: { id: '8' } })
const api = (code: string) => `https://discord.com/api/v10/invites/${code}`

test('what was gone and is found at another place of hers is told, and that request names the first', async () => {
  await using vigie = await startInstallation({ worker: false, digestMs: 0 })
  const person = await vigie.enrol({ locations: ['https://discord.gg/First1'] })
  const [first] = await requestsOf(person)
  await ask(vigie, person, `/case/requests/${first?.id}/sent`, 'POST')
  await lookWith(vigie, { [api('First1')]: { status: 200, body: invite('a1b2') } })
  for (let n = 0; n < 2; n++) {
    vigie.clock.advance(2 * hour)
    await lookWith(vigie, { [api('First1')]: { status: 404, body: { message: 'Unknown Invite', code: 10006 } } })
  }

  vigie.clock.advance(2 * hour)
  await vigie.ask('/case/items', {
    method: 'POST',
    token: await person.signIn(),
    body: { locations: ['https://discord.gg/Second2'] },
  })
  const answers = {
    [api('First1')]: { status: 404, body: { code: 10006 } },
    [api('Second2')]: { status: 200, body: invite('a1b2') },
  }
  for (let n = 0; n < 2; n++) await lookWith(vigie, answers)

  const inbox = await person.inbox()
  expect(inbox.flatMap(({ news }) => news)).toMatchObject([
    { kind: 'elsewhere', location: 'https://discord.gg/Second2', before: 'https://discord.gg/First1' },
    { kind: 'gone', location: 'https://discord.gg/First1' },
  ])
  const next = inbox[0]?.requests.find(({ location, state }) => location.endsWith('Second2') && state === 'prepared')
  expect(next?.text).toContain(first!.id.slice(-8))
})

test('a short link gains the place that it leads to, which is watched and asked for as well', async () => {
  await using vigie = await startInstallation({ worker: false })
  const person = await vigie.enrol({ locations: ['https://t.co/AbCdEf'] })

  const asked = await lookWith(vigie, {
    'https://t.co/AbCdEf': { status: 301, location: 'https://discord.gg/First1' },
    [api('First1')]: { status: 200, body: invite('a1b2') },
  })

  expect(asked).toEqual(['https://t.co/AbCdEf', `${api('First1')}?with_counts=true`])
  const { places, requests } = await person.view()
  expect(places.map(({ url }) => url)).toEqual(['https://t.co/AbCdEf', 'https://discord.gg/First1'])
  expect(requests.some(({ location }) => location === 'https://discord.gg/First1')).toBe(true)
})

test('for somebody under 18 an invitation is looked at by its metadata alone', async () => {
  await using vigie = await startInstallation({ worker: false })
  await vigie.enrol({
    ageBand: '16-17',
    locations: ['https://discord.gg/First1', 'https://t.co/AbCdEf', 'https://files.example/a'],
  })

  const asked = await lookWith(vigie, { [api('First1')]: { status: 200, body: invite('a1b2') } })

  expect(asked).toEqual([`${api('First1')}?with_counts=true`])
})
