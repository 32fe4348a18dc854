import { expect, test } from 'vitest'
import { aHash, aLine, aPicture, startInstallation, turn } from '../installation.ts'
import { startHttpList } from '../peers/http-list.ts'
import { startMailServer } from '../peers/mail-server.ts'

test('a notice of an enrolled picture becomes one mail, one alert and a prepared request', async () => {
  await using mail = await startMailServer()
  await using list = await startHttpList()
  await using vigie = await startInstallation({ smtpUrl: mail.url })
  const picture = aPicture()
  const person = await vigie.enrol({ mail: 'ada@mail.example', pictures: [picture], lang: 'fr' })
  list.publish({ content: '', type: 'application/x-ndjson' })
  const channel = await vigie.addChannel('hash-list', list.url)
  await vigie.poll(channel) // its first poll comes by itself, and would take what the next is to count

  list.publish({
    content: aLine({
      id: 'a',
      type: 'pdq',
      value: turn(picture.pdqs[0]!, 31),
      quality: 90,
      url: 'https://leak.example/p/1',
    }),
    type: 'application/x-ndjson',
  })
  const counts = await vigie.poll(channel)
  await vigie.idle()

  expect(counts).toMatchObject({ notices: 1, malformed: 0, problem: null })
  const [alert, ...others] = await person.inbox()
  expect(others).toEqual([])
  expect(alert).toMatchObject({ practice: false, delivery: 'sent' })
  expect(alert?.matches).toMatchObject([{ channel, kind: 'pdq', distance: 31, location: 'https://leak.example/p/1' }])
  expect(alert?.requests.map((request) => request.ground)).toContain('dsa16')
  expect(alert?.requests[0]).toMatchObject({ lang: 'fr', state: 'prepared', deadline: null })
  expect(alert?.requests[0]?.text).toContain('https://leak.example/p/1')
  expect(alert?.help.length).toBeGreaterThan(0)
  expect(mail.mails).toHaveLength(1)
  expect(mail.mails[0]?.text).not.toContain('leak.example')
})

test('a hash one bit farther than the threshold is no match', async () => {
  await using list = await startHttpList()
  await using vigie = await startInstallation()
  const picture = aPicture()
  const person = await vigie.enrol({ pictures: [picture] })
  list.publish({
    content: aLine({ id: 'a', type: 'pdq', value: turn(picture.pdqs[0]!, 32), quality: 90 }),
    type: 'application/x-ndjson',
  })

  const channel = await vigie.addChannel('hash-list', list.url)
  await vigie.poll(channel)
  await vigie.idle()

  expect(await person.inbox()).toEqual([])
})

test('what was published before she came is found when she enrols', async () => {
  await using list = await startHttpList()
  await using vigie = await startInstallation()
  const picture = aPicture()
  list.publish({ content: aLine({ id: 'a', type: 'sha256', value: picture.sha256 }), type: 'application/x-ndjson' })
  const channel = await vigie.addChannel('hash-list', list.url)
  await vigie.poll(channel)
  await vigie.idle()

  const person = await vigie.enrol({ pictures: [picture] })
  await vigie.idle()

  const [alert] = await person.inbox()
  expect(alert?.matches).toMatchObject([{ kind: 'sha256', distance: 0, location: null }])
  expect(alert?.requests).toEqual([])
})

test('however many notices say the same, she hears it once', async () => {
  await using mail = await startMailServer()
  await using list = await startHttpList()
  await using vigie = await startInstallation({ smtpUrl: mail.url })
  const picture = aPicture()
  const person = await vigie.enrol({ mail: 'ada@mail.example', pictures: [picture] })
  const same = { type: 'sha256', value: picture.sha256, url: 'https://leak.example/p/1' }
  list.publish({
    content: Array.from({ length: 50 }, (_, i) => aLine({ id: `n${i}`, ...same })).join(''),
    type: 'application/x-ndjson',
  })
  const channel = await vigie.addChannel('hash-list', list.url)
  await vigie.poll(channel)
  await vigie.idle()

  list.append(aLine({ id: 'again', ...same }))
  await vigie.poll(channel)
  await vigie.idle()
  vigie.clock.advance(2 * 3_600_000)
  await vigie.idle()

  const alerts = await person.inbox()
  expect(alerts).toHaveLength(1)
  expect(alerts[0]?.matches).toHaveLength(1)
  expect(mail.mails).toHaveLength(1)
})

test('a channel that told of a place and repeats itself without one is not told again', async () => {
  await using list = await startHttpList()
  await using vigie = await startInstallation()
  const picture = aPicture()
  const person = await vigie.enrol({ pictures: [picture] })
  const line = { type: 'sha256', value: picture.sha256 }
  list.publish({ content: aLine({ id: 'a', ...line, url: 'https://leak.example/p/1' }), type: 'application/x-ndjson' })
  const channel = await vigie.addChannel('hash-list', list.url)
  await vigie.poll(channel)
  await vigie.idle()

  list.append(aLine({ id: 'b', ...line }) + aLine({ id: 'c', ...line }))
  await vigie.poll(channel)
  await vigie.idle()
  vigie.clock.advance(2 * 3_600_000)
  await vigie.idle()

  const [alert, ...others] = await person.inbox()
  expect(others).toEqual([])
  expect(alert?.matches.map((match) => match.location).sort()).toEqual(['https://leak.example/p/1', null])
})

test('the first alert goes at once and later ones are gathered until the window has passed', async () => {
  await using mail = await startMailServer()
  await using list = await startHttpList()
  await using vigie = await startInstallation({ smtpUrl: mail.url, digestMs: 3_600_000 })
  const picture = aPicture()
  const person = await vigie.enrol({ mail: 'ada@mail.example', pictures: [picture] })
  const line = (n: number) =>
    aLine({ id: `n${n}`, type: 'sha256', value: picture.sha256, url: `https://leak.example/p/${n}` })
  list.publish({ content: line(1), type: 'application/x-ndjson' })
  const channel = await vigie.addChannel('hash-list', list.url)
  await vigie.poll(channel)
  await vigie.idle()
  for (const n of [2, 3, 4]) {
    list.append(line(n))
    await vigie.poll(channel)
    await vigie.idle()
  }
  expect(await person.inbox()).toHaveLength(1)

  vigie.clock.advance(3_600_000)
  await vigie.idle()

  const alerts = await person.inbox()
  expect(alerts.map((alert) => alert.matches.length)).toEqual([3, 1])
  expect(mail.mails).toHaveLength(2)
})

test('a notice taken back before she was told is never told, and one taken back after says so', async () => {
  await using list = await startHttpList()
  await using vigie = await startInstallation({ digestMs: 3_600_000 })
  const picture = aPicture()
  const person = await vigie.enrol({ pictures: [picture] })
  const line = (n: number, op = 'upsert') =>
    aLine({ id: `n${n}`, op, type: 'sha256', value: picture.sha256, url: `https://leak.example/p/${n}` })
  list.publish({ content: line(1), type: 'application/x-ndjson' })
  const channel = await vigie.addChannel('hash-list', list.url)
  await vigie.poll(channel)
  await vigie.idle()
  list.append(line(2))
  await vigie.poll(channel)
  await vigie.idle()

  list.append(line(1, 'delete') + line(2, 'delete'))
  await vigie.poll(channel)
  await vigie.idle()
  vigie.clock.advance(2 * 3_600_000)
  await vigie.idle()

  const alerts = await person.inbox()
  expect(alerts).toHaveLength(1)
  expect(alerts[0]?.matches).toMatchObject([{ location: 'https://leak.example/p/1', retracted: true }])
})

test('a watched place is found under another address of the same object', async () => {
  await using list = await startHttpList()
  await using vigie = await startInstallation()
  const person = await vigie.enrol({ locations: ['look: https://canary.discord.com/channels/1/22/333?x=1 !'] })
  list.publish({
    content: aLine({ id: 'a', type: 'sha256', value: aHash(), url: 'https://discord.com/channels/1/22/333' }),
    type: 'application/x-ndjson',
  })

  const channel = await vigie.addChannel('hash-list', list.url)
  await vigie.poll(channel)
  await vigie.idle()

  const [alert] = await person.inbox()
  expect(alert?.matches).toMatchObject([
    { kind: 'url', distance: 0, location: 'https://discord.com/channels/1/22/333', place: 'Discord' },
  ])
  expect(alert?.requests.map((request) => request.ground).sort()).toEqual(['dsa16', 'tida'])
})

test('a withdrawn case is never alerted, not even for a match already on its way', async () => {
  await using mail = await startMailServer()
  await using list = await startHttpList()
  await using vigie = await startInstallation({ smtpUrl: mail.url })
  const picture = aPicture()
  const person = await vigie.enrol({ mail: 'ada@mail.example', pictures: [picture] })
  list.publish({ content: aLine({ id: 'a', type: 'sha256', value: picture.sha256 }), type: 'application/x-ndjson' })

  const token = await person.signIn()
  const [, withdrawn] = await Promise.all([
    vigie.addChannel('hash-list', list.url).then((channel) => vigie.poll(channel)),
    vigie.ask('/case', { method: 'DELETE', token }),
  ])
  await vigie.idle()

  expect(withdrawn.status).toBe(204)
  expect((await vigie.ask('/case', { token })).status).toBe(401)
  const again = await vigie.ask('/session', {
    method: 'POST',
    body: { case: person.number, passphrase: person.passphrase },
  })
  expect(again.status).toBe(401)
  expect(await vigie.store.db.selectFrom('finds').selectAll().execute()).toEqual([])
})

test('a practice runs the whole way, is marked, counts for nothing and is gone afterwards', async () => {
  await using mail = await startMailServer()
  await using vigie = await startInstallation({ smtpUrl: mail.url })
  const person = await vigie.enrol({ mail: 'ada@mail.example', pictures: [aPicture()], ageBand: '16-17', lang: 'nl' })

  const begun = await vigie.ask('/case/practice', { method: 'POST', token: await person.signIn() })
  await vigie.idle()

  expect(begun.status).toBe(202)
  const [alert] = await person.inbox()
  expect(alert).toMatchObject({ practice: true, delivery: 'sent' })
  expect(alert?.matches).toMatchObject([{ kind: 'pdq', distance: 6 }])
  expect(alert?.requests.length).toBeGreaterThan(0)
  expect(mail.mails).toHaveLength(1)
  expect(await person.view()).toMatchObject({ pictures: 1, found: { places: 0, asked: 0, gone: 0 } })

  vigie.clock.advance(3_600_001)
  await vigie.idle()

  expect(await person.inbox()).toEqual([])
  for (const table of [
    'finds',
    'matches',
    'alerts',
    'requests',
    'deliveries',
    'practices',
    'intake',
    'notices',
  ] as const)
    expect(await vigie.store.db.selectFrom(table).selectAll().execute(), table).toEqual([])
})

test('she says that she has sent a request, and its clock starts; twice is once', async () => {
  await using vigie = await startInstallation({ worker: false })
  const person = await vigie.enrol({ locations: ['https://discord.gg/AbCdEf'] })
  const { requests } = await person.view()
  const tida = requests.find((request) => request.ground === 'tida')!

  const first = (await (
    await vigie.ask(`/case/requests/${tida.id}/sent`, { method: 'POST', token: await person.signIn() })
  ).json()) as { sentAt: string; deadline: string }
  vigie.clock.advance(3_600_000)
  const second = await (
    await vigie.ask(`/case/requests/${tida.id}/sent`, { method: 'POST', token: await person.signIn() })
  ).json()

  expect(Date.parse(first.deadline) - Date.parse(first.sentAt)).toBe(48 * 3_600_000)
  expect(second).toMatchObject({ sentAt: first.sentAt, deadline: first.deadline })
  vigie.clock.advance(48 * 3_600_000)
  expect((await person.view()).requests.find((request) => request.id === tida.id)?.state).toBe('overdue')
})
