import { expect, test } from 'vitest'
import { aPicture, read, startInstallation } from '../installation.ts'

test('a case is opened again with number and words, however they are typed', async () => {
  await using vigie = await startInstallation({ worker: false })
  const { number, passphrase } = await vigie.enrol()
  const typed = {
    case: ` ${number.replaceAll('-', ' ')} `,
    passphrase: ` ${passphrase.toUpperCase().replaceAll(' ', '-')}\n`,
  }

  const session = await vigie.ask('/session', { method: 'POST', body: typed })

  expect(session.status).toBe(200)
})

test('UK is taken for GB, and a country that is none is refused with what to do', async () => {
  await using vigie = await startInstallation({ worker: false })
  const person = await vigie.enrol({ country: 'uk' })

  const refused = await vigie.ask('/cases', {
    method: 'POST',
    body: { statement: true, ageBand: 'adult', country: 'XX', lang: 'en' },
  })

  expect((await person.view()).country).toBe('GB')
  expect(refused.status).toBe(400)
  expect(((await refused.json()) as { error: string }).error).toMatch(/country/i)
})

test('nothing is opened without her statement', async () => {
  await using vigie = await startInstallation({ worker: false })

  const refused = await vigie.ask('/cases', {
    method: 'POST',
    body: { statement: false, ageBand: 'adult', country: 'BE', lang: 'en' },
  })

  expect(refused.status).toBe(400)
  expect(await vigie.store.db.selectFrom('cases').selectAll().execute()).toEqual([])
})

test('a link that is none is named, and nothing is stored', async () => {
  await using vigie = await startInstallation({ worker: false })

  const body = {
    statement: true,
    ageBand: 'adult',
    country: 'BE',
    lang: 'en',
    locations: ['https://a.example/1', 'no link here'],
  }
  const refused = await vigie.ask('/cases', { method: 'POST', body })

  expect(refused.status).toBe(400)
  expect(((await refused.json()) as { error: string }).error).toContain('no link here')
  expect(await vigie.store.db.selectFrom('cases').selectAll().execute()).toEqual([])
})

test('a place that she names herself has its requests prepared at once', async () => {
  await using vigie = await startInstallation({ worker: false })
  const person = await vigie.enrol({
    country: 'FR',
    locations: ['https://discord.gg/AbCdEf', 'https://mega.nz/folder/aBcD1234#k_k-1k_k-1k_k-1k_k-1kQ'],
  })

  const view = await person.view()

  expect(view.places.map((place) => place.name)).toEqual(['Discord', 'MEGA'])
  expect(view.requests.map(({ place, ground }) => `${place} ${ground}`)).toEqual([
    'Discord dsa16',
    'Discord tida',
    'MEGA dsa16',
    'MEGA tida',
  ])
  expect(view.next.kind).toBe('send')
})

test('a minor’s request asks for no name, and help for minors comes first', async () => {
  await using vigie = await startInstallation({ worker: false })
  const person = await vigie.enrol({ ageBand: 'under-16', locations: ['https://discord.gg/AbCdEf'] })
  const { requests, help } = await person.view()
  const token = await person.signIn()

  const dsa = (await read(vigie.ask(`/case/requests/${requests[0]?.id}`, { token }))) as {
    ground: string
    missing: string[]
    questions: unknown[]
    text: string
  }

  expect(help[0]?.name).toContain('Child Focus')
  expect(dsa).toMatchObject({ ground: 'dsa16', missing: [], questions: [] })
  expect(dsa.text).not.toMatch(/\[/)
})

test('her answers fill the gaps of the letter, in every language, and can be taken out again', async () => {
  await using vigie = await startInstallation({ worker: false })
  const person = await vigie.enrol({ locations: ['https://discord.gg/AbCdEf'] })
  const id = (await person.view()).requests[0]?.id
  const token = await person.signIn()
  const letter = async (lang: string) =>
    (await vigie.ask(`/case/requests/${id}/letter.txt?lang=${lang}`, { token })).text()
  expect(await letter('nl')).toMatch(/\[uw naam\]|\[je naam\]/)

  const saved = await vigie.ask(`/case/requests/${id}/answers`, {
    method: 'PUT',
    token,
    body: { answers: { 'dsa16.identity': 'Ada Vos, ada@mail.example' } },
  })

  expect(saved.status).toBe(204)
  expect(await letter('nl')).toContain('Ada Vos')
  expect(await letter('fr')).toContain('Ada Vos')
  await vigie.ask(`/case/requests/${id}/answers`, { method: 'PUT', token, body: { answers: { 'dsa16.identity': '' } } })
  expect(await letter('fr')).not.toContain('Ada Vos')
})

test('one case reads nothing of another', async () => {
  await using vigie = await startInstallation({ worker: false })
  const ada = await vigie.enrol({ locations: ['https://discord.gg/AbCdEf'] })
  const eve = await vigie.enrol({ pictures: [aPicture()] })
  const id = (await ada.view()).requests[0]?.id
  const token = await eve.signIn()

  const answers = await Promise.all([
    vigie.ask(`/case/requests/${id}`, { token }),
    vigie.ask(`/case/requests/${id}/letter.eml`, { token }),
    vigie.ask(`/case/requests/${id}/sent`, { method: 'POST', token }),
    vigie.ask(`/case/requests/00000000-0000-7000-8000-000000000000`, { token }),
  ])

  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404])
  const bodies = await Promise.all(answers.map((answer) => answer.text()))
  expect(new Set(bodies).size).toBe(1)
})

test('a session ends after a quarter of an hour without use, and lives on while it is used', async () => {
  await using vigie = await startInstallation({ worker: false })
  const token = await (await vigie.enrol()).signIn()

  vigie.clock.advance(14 * 60_000)
  expect((await vigie.ask('/case', { token })).status).toBe(200)
  vigie.clock.advance(14 * 60_000)
  expect((await vigie.ask('/case', { token })).status).toBe(200)
  vigie.clock.advance(15 * 60_000 + 1)
  expect((await vigie.ask('/case', { token })).status).toBe(401)
})

test('the fingerprint of something blank or empty is refused: it would match anybody', async () => {
  await using vigie = await startInstallation({ worker: false })
  const enrol = (picture: object) => {
    const body = { statement: true, ageBand: 'adult', country: 'BE', lang: 'en', pictures: [picture] }
    return vigie.ask('/cases', { method: 'POST', body })
  }
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

  expect((await enrol(aPicture(['0'.repeat(64)]))).status).toBe(400)
  expect((await enrol({ ...aPicture(), sha256: empty })).status).toBe(400)
  expect(await vigie.store.db.selectFrom('cases').selectAll().execute()).toEqual([])
})

test('an address that is none of ours is answered in the same shape as every mistake', async () => {
  await using vigie = await startInstallation({ worker: false })

  const answer = await vigie.ask('/nothing-here')

  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({ code: 'NotFound' })
})
