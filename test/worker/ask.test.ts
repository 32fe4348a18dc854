import { describe, expect, test } from 'vitest'
import {
  aPicture,
  type Installation,
  operatorToken,
  type Person,
  read,
  startInstallation,
  turn,
} from '../installation.ts'
import { shieldSecrets, startArachnid } from '../peers/arachnid.ts'
import { type Engine, engineKey, startTinEye } from '../peers/engines.ts'
import { startHma } from '../peers/hma.ts'

const day = 24 * 3_600_000
const page = 'https://forum.example/thread/1'

interface Sources {
  confirmedBy: string | null
  sources: {
    channel: string
    kind: string
    words: string
    agreed: { words: string } | null
    lastAsked: string | null
  }[]
  addresses: string[]
}

async function add(vigie: Installation, kind: string, url: string, more: Record<string, unknown> = {}) {
  const body = { kind, url, ...more }
  const { channel } = (await read(vigie.ask('/channels', { method: 'POST', token: operatorToken, body }))) as {
    channel: string
  }
  await vigie.idle()
  return channel
}

const sourcesOf = async (vigie: Installation, person: Person) =>
  (await read(vigie.ask('/case/consents', { token: await person.signIn() }))) as Sources

async function agree(vigie: Installation, person: Person, channel: string, addresses: string[] = []) {
  const { sources } = await sourcesOf(vigie, person)
  const words = sources.find((source) => source.channel === channel)?.words ?? 'words'
  const answer = await vigie.ask(`/case/consents/${channel}`, {
    method: 'PUT',
    token: await person.signIn(),
    body: { words, addresses },
  })
  await vigie.idle()
  return answer
}

const stop = async (vigie: Installation, person: Person, channel: string) =>
  vigie.ask(`/case/consents/${channel}`, { method: 'DELETE', token: await person.signIn() })

async function confirm(vigie: Installation, { number }: Person) {
  const body = { organisation: 'Child Focus' }
  await read(vigie.ask(`/cases/${number}/confirmation`, { method: 'PUT', token: operatorToken, body }))
  await vigie.idle()
}

const inboxOf = async (person: Person) => (await person.inbox()).flatMap(({ matches }) => matches)

describe('a hash bank', () => {
  test('is asked about the pictures of the case that agreed, and of no other; its answer is told to that case', async () => {
    await using bank = await startHma()
    await using vigie = await startInstallation()
    const [mine, hers] = [aPicture(), aPicture()]
    const contents = [mine, hers].map(({ pdqs }, id) => ({ id, pdq: pdqs[0]!, distance: 3 }))
    bank.banks.push({ name: 'BANK', contents })
    const [me, she] = [await vigie.enrol({ pictures: [mine] }), await vigie.enrol({ pictures: [hers] })]
    const channel = await add(vigie, 'hma', bank.url)
    for (const person of [me, she]) await confirm(vigie, person)
    const before = bank.hashes()

    await agree(vigie, me, channel)

    expect(before).toEqual([])
    expect(bank.hashes()).toEqual([mine.pdqs[0]])
    expect(await inboxOf(me)).toMatchObject([{ kind: 'pdq', distance: 3, channel }])
    expect(await inboxOf(she)).toEqual([])
    expect(await vigie.store.db.selectFrom('notices').select('id').execute()).toEqual([])
  })

  test('is not asked for a case that nobody has confirmed, even if it wishes', async () => {
    await using bank = await startHma()
    await using vigie = await startInstallation()
    bank.banks.push({ name: 'BANK', contents: [] })
    const person = await vigie.enrol({ pictures: [aPicture()] })
    const channel = await add(vigie, 'hma', bank.url)

    const answer = await agree(vigie, person, channel)

    expect(answer.status).toBe(403)
    expect(bank.hashes()).toEqual([])
  })

  test('is asked again after a week and not before, and the same answer is told once', async () => {
    await using bank = await startHma()
    await using vigie = await startInstallation()
    const picture = aPicture()
    bank.banks.push({ name: 'BANK', contents: [{ id: 1, pdq: picture.pdqs[0]! }] })
    const person = await vigie.enrol({ pictures: [picture] })
    const channel = await add(vigie, 'hma', bank.url)
    await confirm(vigie, person)
    const lookUps = () => bank.questions.filter(({ path }) => path === '/m/lookup').length
    await agree(vigie, person, channel)
    const first = lookUps()

    for (let days = 0; days < 6; days++) {
      vigie.clock.advance(day)
      await vigie.idle()
    }
    const sixth = lookUps()
    vigie.clock.advance(3 * day)
    await vigie.idle()

    expect([first, sixth, lookUps()]).toEqual([1, 1, 2])
    expect(await inboxOf(person)).toHaveLength(1)
  })

  test('what it does not know any more is taken back; a bank that tosses a coin takes nothing back', async () => {
    for (const ratio of [1, 0.5]) {
      await using bank = await startHma()
      await using vigie = await startInstallation()
      const picture = aPicture()
      const only = { name: 'BANK', ratio, contents: [{ id: 1, pdq: picture.pdqs[0]! }] }
      bank.banks.push(only)
      const person = await vigie.enrol({ pictures: [picture] })
      const channel = await add(vigie, 'hma', bank.url)
      await confirm(vigie, person)
      await agree(vigie, person, channel)

      only.contents = []
      vigie.clock.advance(8 * day)
      await vigie.idle()

      expect(await inboxOf(person)).toMatchObject([{ retracted: ratio === 1 }])
    }
  })

  test('is not asked from the moment she stops it, and an answer that is under way then is dropped', async () => {
    await using bank = await startHma()
    await using vigie = await startInstallation()
    const pictures = [aPicture(), aPicture(), aPicture()]
    bank.banks.push({ name: 'BANK', contents: pictures.map(({ pdqs }, id) => ({ id, pdq: pdqs[0]! })) })
    const person = await vigie.enrol({ pictures })
    const channel = await add(vigie, 'hma', bank.url)
    await confirm(vigie, person)
    bank.meanwhile = async ({ path }) => {
      if (path === '/m/lookup') await stop(vigie, person, channel)
    }

    await agree(vigie, person, channel)
    vigie.clock.advance(30 * day)
    await vigie.idle()

    expect(bank.hashes()).toHaveLength(1)
    expect(await inboxOf(person)).toEqual([])
    expect(await vigie.store.db.selectFrom('work').select('id').where('stage', '=', 'ask').execute()).toEqual([])
  })

  test('a case that is withdrawn is asked about no more', async () => {
    await using bank = await startHma()
    await using vigie = await startInstallation()
    bank.banks.push({ name: 'BANK', contents: [] })
    const person = await vigie.enrol({ pictures: [aPicture()] })
    const channel = await add(vigie, 'hma', bank.url)
    await confirm(vigie, person)
    await agree(vigie, person, channel)
    const asked = bank.hashes().length

    await vigie.ask('/case', { method: 'DELETE', token: await person.signIn() })
    vigie.clock.advance(30 * day)
    await vigie.idle()

    expect([asked, bank.questions.filter(({ path }) => path === '/m/lookup').length]).toEqual([1, 1])
    for (const table of ['asked', 'consents'] as const)
      expect(await vigie.store.db.selectFrom(table).select('case_id').execute()).toEqual([])
  })

  test('a source that asks for patience is left alone by every case, for as long as it asks', async () => {
    await using bank = await startHma()
    await using vigie = await startInstallation()
    bank.banks.push({ name: 'BANK', contents: [] })
    const people = [await vigie.enrol({ pictures: [aPicture()] }), await vigie.enrol({ pictures: [aPicture()] })]
    const channel = await add(vigie, 'hma', bank.url)
    for (const person of people) await confirm(vigie, person)
    const before = bank.questions.length
    bank.misbehave(429)

    for (const person of people) await agree(vigie, person, channel)
    const meanwhile = bank.questions.length - before
    bank.misbehave(null)
    vigie.clock.advance(3 * 60_000)
    await vigie.idle()

    expect(meanwhile).toBe(1)
    expect(bank.hashes()).toHaveLength(2)
  })

  test('no more is asked in a day than the operator allows; the rest is asked the day after', async () => {
    await using bank = await startHma()
    await using vigie = await startInstallation()
    bank.banks.push({ name: 'BANK', contents: [] })
    const person = await vigie.enrol({ pictures: [aPicture(), aPicture(), aPicture()] })
    const channel = await add(vigie, 'hma', bank.url, { options: { quota: '2' } })
    await confirm(vigie, person)

    await agree(vigie, person, channel)
    const today = bank.hashes().length
    vigie.clock.advance(day + 3 * 60_000)
    await vigie.idle()

    expect([today, bank.hashes().length]).toEqual([2, 3])
  })

  test('nonsense about one picture does not keep it from being asked about the next', async () => {
    await using bank = await startHma()
    await using vigie = await startInstallation()
    bank.banks.push({ name: 'BANK', contents: [] })
    const person = await vigie.enrol({ pictures: [aPicture(), aPicture()] })
    const channel = await add(vigie, 'hma', bank.url)
    await confirm(vigie, person)
    bank.meanwhile = async ({ path }) =>
      bank.misbehave(path === '/m/lookup' && bank.hashes().length === 1 ? 'html' : null)

    await agree(vigie, person, channel)

    expect(bank.hashes()).toHaveLength(2)
  })
})

test('Arachnid Shield’s answer takes a confirmed adult’s case down the minors’ path', async () => {
  await using shield = await startArachnid()
  await using vigie = await startInstallation()
  const picture = aPicture()
  shield.knows.set(Buffer.from(picture.pdqs[0]!, 'hex').toString('base64'), {
    classification: 'csam',
    match_type: 'exact',
  })
  const person = await vigie.enrol({ pictures: [picture] })
  const channel = await add(vigie, 'arachnid', shield.url, { secrets: shieldSecrets })
  await confirm(vigie, person)
  const unasked = shield.hashes()

  await agree(vigie, person, channel)

  expect(unasked).toEqual([])
  expect((await person.view()).ageBand).toBe('16-17')
  expect(await inboxOf(person)).toMatchObject([{ channel, location: null }])
})

describe('a search engine', () => {
  const secrets = { key: engineKey }

  async function engineFor(person: Partial<Parameters<Installation['enrol']>[0]> = {}) {
    const opened = new AsyncDisposableStack()
    const engine: Engine = opened.use(await startTinEye())
    const vigie = opened.use(await startInstallation())
    const who = await vigie.enrol({ locations: [page], ...person })
    const channel = await add(vigie, 'tineye', engine.url, { secrets })
    return { engine, vigie, who, channel, [Symbol.asyncDispose]: () => opened.disposeAsync() }
  }

  test('is shown the address that she agreed to, and nothing before', async () => {
    await using of = await engineFor()
    const before = of.engine.addresses()

    expect((await agree(of.vigie, of.who, of.channel, [`${page}#a-key`])).status).toBe(200)

    expect(before).toEqual([])
    expect(of.engine.addresses()).toEqual([page])
  })

  test('a page that it shows has no request before she says that it is her', async () => {
    await using of = await engineFor()
    of.engine.knows.set(page, ['https://leak.example/1', page])
    const requestsAt = async () =>
      (await of.who.view()).requests.filter(({ location }) => location === 'https://leak.example/1').length

    await agree(of.vigie, of.who, of.channel, [page])
    const [match, ...others] = await inboxOf(of.who)
    const before = await requestsAt()
    const body = { answer: 'me' }
    await of.vigie.ask(`/case/matches/${match?.id}/answer`, { method: 'POST', token: await of.who.signIn(), body })

    expect(match).toMatchObject({
      kind: 'engine',
      location: 'https://leak.example/1',
      since: '2025-03-01T00:00:00.000Z',
    })
    expect(others).toEqual([]) // the page that she named herself is no news
    expect(before).toBe(0)
    expect(await requestsAt()).toBeGreaterThan(0)
    expect((await sourcesOf(of.vigie, of.who)).addresses).toEqual([page, 'https://leak.example/1'])
  })

  test('an address that is not hers, that is none, or that holds a password is refused, and shown to nobody', async () => {
    await using of = await engineFor()
    const addresses = [
      'https://elsewhere.example/1',
      'somewhere',
      'https://a:b@forum.example/thread/1',
      'ftp://a.example/',
    ]

    for (const address of addresses) expect((await agree(of.vigie, of.who, of.channel, [address])).status).toBe(400)
    expect((await agree(of.vigie, of.who, of.channel, [])).status).toBe(400)
    expect(of.engine.addresses()).toEqual([])
  })

  test.each(['16-17', 'under-16'] as const)('is neither offered nor asked where she was %s', async (ageBand) => {
    await using of = await engineFor({ ageBand })

    const answer = await agree(of.vigie, of.who, of.channel, [page])

    expect(answer.status).toBe(403)
    expect(await sourcesOf(of.vigie, of.who)).toMatchObject({ sources: [], addresses: [] })
    expect(of.engine.addresses()).toEqual([])
  })

  test('is not asked any more once a list of abuse of children knows a picture of hers, and nobody sees why', async () => {
    await using of = await engineFor()
    await of.vigie.store.db.updateTable('cases').set({ listed: true }).execute()

    const answer = await agree(of.vigie, of.who, of.channel, [page])

    expect(answer.status).toBe(200)
    expect(of.engine.addresses()).toEqual([])
  })

  test('a page whose place she has taken out is not shown to it', async () => {
    await using of = await engineFor()
    await agree(of.vigie, of.who, of.channel, [page])
    await of.vigie.store.db.deleteFrom('items').execute()

    of.vigie.clock.advance(30 * day)
    await of.vigie.idle()

    expect(of.engine.addresses()).toEqual([page])
  })
})

test('the words are kept as she read them, sealed, and other words are no consent', async () => {
  await using bank = await startHma()
  await using vigie = await startInstallation()
  bank.banks.push({ name: 'BANK', contents: [] })
  const person = await vigie.enrol({ lang: 'fr', pictures: [aPicture()] })
  const channel = await add(vigie, 'hma', bank.url)
  await confirm(vigie, person)
  const body = { words: 'I agree to anything.' }

  const refused = await vigie.ask(`/case/consents/${channel}`, { method: 'PUT', token: await person.signIn(), body })
  await agree(vigie, person, channel)

  expect(refused.status).toBe(400)
  const { sources } = await sourcesOf(vigie, person)
  expect(sources[0]?.agreed?.words).toMatch(/^L’organisation/)
  const [row] = await vigie.store.db.selectFrom('consents').selectAll().execute()
  expect(JSON.stringify(row)).not.toContain('organisation')
  expect(row?.sealed.toString('latin1')).not.toContain('organisation')
})

test('after a crash between question and answer it is asked again, and told once', async () => {
  await using bank = await startHma()
  await using vigie = await startInstallation()
  const picture = aPicture()
  bank.banks.push({ name: 'BANK', contents: [{ id: 1, pdq: picture.pdqs[0]! }] })
  const person = await vigie.enrol({ pictures: [picture, aPicture([turn(picture.pdqs[0]!, 40)])] })
  const channel = await add(vigie, 'hma', bank.url)
  await confirm(vigie, person)
  await agree(vigie, person, channel)

  await vigie.stopWorker()
  await vigie.store.db.deleteFrom('asked').execute() // as if none of it had been written down
  await vigie.startWorker()
  await vigie.idle()

  expect(bank.questions.filter(({ path }) => path === '/m/lookup')).toHaveLength(4)
  expect(await inboxOf(person)).toHaveLength(1)
})
