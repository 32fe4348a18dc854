import { expect, test } from 'vitest'
import { printFingerprint } from '#core/fingerprint/index.ts'
import { openItems } from '#store/items.ts'
import { aHash, aPicture, type Installation, read, startInstallation } from '../installation.ts'

const aClip = (vpdqs: string[]) => ({ ...digestsOf(aPicture()), vpdqs })
const digestsOf = ({ sha256, md5, cids }: ReturnType<typeof aPicture>) => ({ sha256, md5, cids })

/** What the index is given, the clips' items first. */
async function enrolledItems({ store }: Installation) {
  const { items } = await store.transaction((tx) => openItems(store, tx, { after: null, limit: 100 }))
  return items.toSorted((a, b) => b.fingerprints.length - a.fingerprints.length)
}

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

test('a page that she names by its copy in an archive has requests for both, the copy’s after its own', async () => {
  await using vigie = await startInstallation({ worker: false })
  const copy = 'https://web.archive.org/web/2024/https://forum.example/a'
  const person = await vigie.enrol({ country: 'FR', locations: [copy] })

  const token = await person.signIn()
  const { requests } = await person.view()

  const asked = await Promise.all(
    requests.map(({ id }) =>
      vigie
        .ask(`/case/requests/${id}`, { token })
        .then((answer) => answer.json() as Promise<{ location: string; recipient: string }>),
    ),
  )
  expect(asked.map(({ location, recipient }) => [location, recipient])).toEqual([
    ['https://forum.example/a', 'The operators of forum.example'],
    ['https://forum.example/a', 'The operators of forum.example'],
    // An archive is no platform that the TAKE IT DOWN Act covers.
    [copy, 'Internet Archive'],
  ])
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

test('a clip is frame sets and digests; pictures and clips are counted apart', async () => {
  await using vigie = await startInstallation({ worker: false })
  const frames = Array.from({ length: 3600 }, () => `${aHash()}64`).join('')
  const clips = [aClip([frames, `${aHash().toUpperCase()}32`]), aClip([])]
  const person = await vigie.enrol({ pictures: [aPicture()], clips })

  expect(await person.view()).toMatchObject({ pictures: 1, clips: 2 })
  const [item] = await enrolledItems(vigie)
  expect(item?.fingerprints.filter(({ type }) => type === 'vpdq').map(({ value }) => value.length)).toEqual([
    3600 * 33,
    33,
  ])
})

test('weak hashes are kept apart, blank ones never kept, in a picture as in a clip', async () => {
  await using vigie = await startInstallation({ worker: false })
  const blank = '0'.repeat(64)
  const nearlyBlank = `fff${'0'.repeat(61)}`
  const lean = `ffff${'0'.repeat(60)}`
  await vigie.enrol({
    pictures: [{ ...aPicture([]), weak: [blank, nearlyBlank, lean] }],
    clips: [aClip([`${blank}64`, `${blank}64${'a7'.repeat(32)}64`])],
  })

  const fingerprints = (await enrolledItems(vigie)).flatMap((item) => item.fingerprints)
  const told = fingerprints.filter(({ type }) => type !== 'sha256' && type !== 'md5').map(printFingerprint)
  expect(told.sort()).toEqual([`${'a7'.repeat(32)}64`, lean])
})

test.each([
  ['a frame cut short', { clips: [aClip(['ab'])] }, /66 hexadecimal digits/],
  ['a quality above 100', { clips: [aClip([`${aHash()}65`])] }, /quality/],
  ['five frame sets', { clips: [aClip(Array.from({ length: 5 }, () => `${aHash()}64`))] }, /four frame sets/],
  ['21 clips', { clips: Array.from({ length: 21 }, () => aClip([])) }, /20 clips/],
  ['too many hashes of one picture', { pictures: [aPicture(Array(2201).fill(aHash()))] }, /2,200 hashes/],
  ['too many hashes', { pictures: Array(120).fill(aPicture(Array(1001).fill(aHash()))) }, /more than 120,000 hashes/],
])('%s is refused with what to do', async (_what, body, message) => {
  await using vigie = await startInstallation({ worker: false })
  const enrolment = { statement: true, ageBand: 'adult', country: 'BE', lang: 'en' }

  const refused = await vigie.ask('/cases', { method: 'POST', body: { ...enrolment, ...body } })

  expect(refused.status).toBe(400)
  expect(((await refused.json()) as { error: string }).error).toMatch(message)
})

test('a body of more than 16 MB is refused where hashes come in, of more than 4 MB elsewhere', async () => {
  await using vigie = await startInstallation({ worker: false })
  const statusOf = async (path: string, megabytes: number) =>
    (await vigie.ask(path, { method: 'POST', body: { padding: ' '.repeat(megabytes * 2 ** 20) } })).status

  expect(await statusOf('/cases', 15)).toBe(400)
  expect(await statusOf('/cases', 16)).toBe(413)
  expect(await statusOf('/session', 4)).toBe(413)
})

test('an address that is none of ours is answered in the same shape as every mistake', async () => {
  await using vigie = await startInstallation({ worker: false })

  const answer = await vigie.ask('/nothing-here')

  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({ code: 'NotFound' })
})
