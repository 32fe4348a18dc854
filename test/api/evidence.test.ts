import { unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import type { CaseId } from '#core/ids.ts'
import { type Pack, verifyPack } from '#core/pack/index.ts'
import type { Evidence } from '#knowledge/evidence.ts'
import { readCase } from '#store/cases.ts'
import { endMandate, giveMandate } from '#store/mandates.ts'
import {
  aLine,
  aPicture,
  type Installation,
  operatorToken,
  type Person,
  startInstallation,
  turn,
} from '../installation.ts'
import { startHttpList } from '../peers/http-list.ts'

const places = ['https://t.me/somechannel/42', 'https://mega.nz/folder/aBcD1234#k_k-1k_k-1k_k-1k_k-1kQ'] as const

const withoutKey = 'https://mega.nz/folder/aBcD1234'

interface Made {
  pack: Pack<Evidence>
  json: string
  pdf: Buffer
  text: string
  pages: string[]
}

async function packFor(vigie: Installation, person: Person, body: object = {}): Promise<Made> {
  const answer = await vigie.ask('/case/evidence', { method: 'POST', token: await person.signIn(), body })
  expect(answer.status).toBe(200)
  const made = (await answer.json()) as { json: string; pdf: string }
  const pdf = Buffer.from(made.pdf, 'base64')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
  const pages = text.map((page) => page.replace(/\s+/g, ' '))
  return { pack: JSON.parse(made.json), json: made.json, pdf, pages, text: pages.join(' ') }
}

/** Her picture, named by a public list: the very file at one place, a copy of it at another. */
async function found(options: Parameters<Installation['enrol']>[0] = {}) {
  const opened = new AsyncDisposableStack()
  const list = opened.use(await startHttpList())
  const vigie = opened.use(await startInstallation())
  const picture = aPicture()
  const person = await vigie.enrol({ country: 'BE', lang: 'nl', pictures: [picture], ...options })
  const pdq = turn(picture.pdqs[0] ?? '', 6)
  list.publish(
    aLine({ id: 'a', type: 'sha256', value: picture.sha256, url: places[0] }) +
      aLine({ id: 'b', type: 'pdq', value: pdq, quality: 100, url: places[1] }),
  )
  await vigie.poll(await vigie.addChannel('hash-list', list.url))
  await vigie.idle()
  return { vigie, person, picture, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

const matches = async (person: Person) => (await person.inbox()).flatMap((alert) => alert.matches)

test('a pack says what was found, where, since when, by whom it was said and how sure that is, and fits', async () => {
  await using her = await found()
  const { vigie, person, picture } = her

  const { pack, json, pdf, text } = await packFor(vigie, person)

  expect(await verifyPack({ json: Buffer.from(json), pdf })).toMatchObject({ ok: true, pdf: 'fits', timestamp: null })
  expect(pack.content.places).toMatchObject([
    {
      address: withoutKey,
      keyLeftOut: true,
      platform: 'MEGA',
      object: 'folder:aBcD1234',
      said: 'unconfirmed',
      finds: [{ how: 'picture', measure: 6 }],
    },
    { address: places[0], platform: 'Telegram', said: 'unconfirmed', finds: [{ how: 'file', takenBack: false }] },
  ])
  for (const part of [
    places[0],
    withoutKey,
    'folder:aBcD1234',
    '20 november 2026, 11:00:00 (UTC+1)',
    'in 6 van de 256 kenmerken',
    picture.sha256,
    picture.md5,
  ])
    expect(text).toContain(part)
  expect(pack.content.record.length).toBeGreaterThan(0)
  expect(pack.content.audit.map(({ digest }) => digest)).toEqual(pack.content.record.map(({ hash }) => hash))
})

test('what she said is not her is left out, and what she confirmed says so', async () => {
  await using her = await found()
  const { vigie, person } = her
  const token = await person.signIn()
  for (const { id, location } of await matches(person))
    await vigie.ask(`/case/matches/${id}/answer`, {
      method: 'POST',
      token,
      body: { answer: location === places[0] ? 'me' : 'not-me' },
    })

  const { pack, text } = await packFor(vigie, person)

  expect(pack.content.places.filter(({ finds }) => finds.length > 0)).toMatchObject([
    { address: places[0], said: 'confirmed' },
  ])
  expect(text).not.toContain('256 kenmerken')
})

test('digests are of what was found, unless she wants all or none; a PDQ only when she asks for it', async () => {
  await using her = await found()
  const { vigie, person, picture } = her
  const pdq = picture.pdqs[0] ?? '-'

  const usual = await packFor(vigie, person)
  const more = await packFor(vigie, person, { pdq: true, files: 'all' })
  const none = await packFor(vigie, person, { files: 'none' })

  expect(usual.json + usual.text).not.toContain(pdq)
  expect(more.pack.content.files).toMatchObject([{ digests: expect.arrayContaining([{ type: 'pdq', value: pdq }]) }])
  expect(more.text).toContain(pdq)
  expect(none.json).not.toContain(picture.sha256)
  expect(none.pack.content.files).toEqual([])
})

test('the first page is for any police zone, in the language of the police there, unless another is asked for', async () => {
  await using vigie = await startInstallation({ worker: false })
  const enrol = (lang: 'en' | 'fr' | 'nl', country: string, ageBand: 'adult' | '16-17') =>
    vigie.enrol({ lang, country, ageBand, locations: [places[0]] })
  const [belgian, young, french] = [
    await enrol('en', 'BE', 'adult'),
    await enrol('fr', 'BE', '16-17'),
    await enrol('nl', 'FR', 'adult'),
  ]

  const [first = ''] = (await packFor(vigie, belgian)).pages
  const [hers = ''] = (await packFor(vigie, young)).pages
  const [theirs = ''] = (await packFor(vigie, french)).pages
  const [asked = ''] = (await packFor(vigie, french, { lang: 'nl' })).pages

  for (const part of ['Bewijsdossier', 'Elke politiezone in België', 'Computer Crime Unit', 'artikel 136', 'Niveau 3'])
    expect(first).toContain(part)
  for (const part of ['Toute zone de police', 'articles 136 et 144', 'Niveau 4', 'sans ses parents'])
    expect(hers).toContain(part)
  expect(theirs).toContain('PHAROS')
  expect(asked).toContain('Bewijsdossier')
})

test('whom it is for is said, and the Institute is for adults in Belgium', async () => {
  await using vigie = await startInstallation({ worker: false })
  const adult = await vigie.enrol({ country: 'BE', lang: 'fr', locations: [places[0]] })
  const minor = await vigie.enrol({ country: 'BE', lang: 'fr', ageBand: 'under-16' })

  for (const [purpose, words] of [
    ['lawyer', 'avocat'],
    ['court', 'tribunal'],
    ['institute', 'égalité des femmes et des hommes'],
  ])
    expect((await packFor(vigie, adult, { for: purpose })).pages[0]).toContain(words)
  const refused = await vigie.ask('/case/evidence', {
    method: 'POST',
    token: await minor.signIn(),
    body: { for: 'institute' },
  })
  expect(refused.status).toBe(400)
})

test('a pack holds her file number only when she wants it, and never her address, her answers or an image', async () => {
  await using vigie = await startInstallation({ worker: false })
  const person = await vigie.enrol({ country: 'BE', lang: 'en', mail: 'anna@example.org', locations: [places[0]] })
  const token = await person.signIn()
  const [request] = (await person.view()).requests
  await vigie.ask(`/case/requests/${request?.id}/answers`, {
    method: 'PUT',
    token,
    body: { answers: { 'dsa16.identity': 'Anna Peeters' } },
  })

  const usual = await packFor(vigie, person, { lang: 'en' })
  const numbered = await packFor(vigie, person, { lang: 'en', number: true })

  for (const part of [person.number, 'anna@example.org', 'Anna Peeters', person.passphrase])
    expect(usual.json + usual.text).not.toContain(part)
  expect(usual.pdf.includes('/Subtype /Image')).toBe(false)
  expect(numbered.text).toContain(person.number)
})

test('as a zip it is one download with both files', async () => {
  await using vigie = await startInstallation({ worker: false })
  const person = await vigie.enrol({ country: 'BE', locations: [places[0]] })

  const answer = await vigie.ask('/case/evidence.zip?lang=de&number=true', { token: await person.signIn() })
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))

  expect(answer.headers.get('content-type')).toBe('application/zip')
  expect(Object.keys(files).sort()).toEqual(['pack.json', 'pack.pdf'])
  const { 'pack.json': json = new Uint8Array(), 'pack.pdf': pdf = null } = files
  expect(await verifyPack({ json, pdf })).toMatchObject({ ok: true, pdf: 'fits' })
  expect(Buffer.from(json).toString()).toContain(person.number)
})

test('nobody has a pack without being signed in, and a closed file has none', async () => {
  await using vigie = await startInstallation({ worker: false })
  const person = await vigie.enrol({ locations: [places[0]] })
  const token = await person.signIn()

  const stranger = await vigie.ask('/case/evidence', { method: 'POST', body: {} })
  await vigie.ask('/case', { method: 'DELETE', token })
  const after = await vigie.ask('/case/evidence', { method: 'POST', token, body: {} })

  expect([stranger.status, after.status]).toEqual([401, 401])
})

test('the key that signs is the installation’s, and told to whoever asks', async () => {
  await using vigie = await startInstallation({ worker: false })
  const person = await vigie.enrol({ locations: [places[0]] })
  const { json, pdf, text } = await packFor(vigie, person, { lang: 'en' })

  const { name, publicKey } = await (await vigie.ask('/evidence-key')).json()

  expect(await verifyPack({ json: Buffer.from(json), pdf, key: name })).toMatchObject({ ok: true, key: name })
  expect(json).toContain(publicKey)
  expect(text).toContain(name)
})

/** A request that is sent, and an answer to it that names her. */
async function answered(ageBand: 'adult' | 'under-16') {
  const vigie = await startInstallation({ worker: false, mailDomain: 'in.vigie.example' })
  const person = await vigie.enrol({ country: 'BE', lang: 'nl', ageBand, locations: [places[1]] })
  const token = await person.signIn()
  const request = (await person.view()).requests.find(({ ground }) => ground === 'dsa16')
  const sent = await vigie.ask(`/case/requests/${request?.id}/sent`, { method: 'POST', token })
  expect(sent.status).toBe(200)
  const { replyTo } = await (await vigie.ask(`/case/requests/${request?.id}`, { token })).json()
  const mail = [
    'From: Abuse <abuse@mega.example>',
    `To: ${replyTo}`,
    'Subject: Your notice',
    'Message-ID: <1@mega.example>',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Beste Anna Peeters, we verwijderen dit niet: ${places[1]}`,
  ].join('\r\n')
  const took = await vigie.fetch('/api/mail?verified=true', {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${operatorToken}` },
    body: mail,
  })
  expect((await took.json()).taken).toBe('answer')
  return { vigie, person, request, [Symbol.asyncDispose]: () => vigie[Symbol.asyncDispose]() }
}

test('a request stands in it with when it was sent and what was answered', async () => {
  await using her = await answered('adult')

  const { pack, text, json, pdf } = await packFor(her.vigie, her.person)

  const asked = pack.content.requests.find(({ reference }) => reference === her.request?.id.slice(-8))
  expect(asked).toMatchObject({ recipient: expect.stringContaining('MEGA'), state: 'acknowledged', places: [1] })
  expect(asked?.sentAt).toBeGreaterThan(Date.now() - 60_000)
  expect(asked?.answers).toMatchObject([{ sort: 'answer', sender: 'mega.example', verified: true }])
  expect(text).toContain('we verwijderen dit niet')
  expect(text).toContain('verzoek verstuurd')
  expect(json + text).not.toContain('k_k-1k')
  expect(await verifyPack({ json: Buffer.from(json), pdf })).toMatchObject({ ok: true })
})

test('for somebody under 18 no text is in it in which a name may stand', async () => {
  await using her = await answered('under-16')

  const { pack, text, json, pdf } = await packFor(her.vigie, her.person)

  expect(json + text).not.toContain('Peeters')
  expect(pack.content.requests.flatMap(({ answers }) => answers)).toMatchObject([
    { sender: 'mega.example', text: null },
  ])
  expect(text).toContain('De tekst van het antwoord is weggelaten')
  expect(await verifyPack({ json: Buffer.from(json), pdf })).toMatchObject({ ok: true })
})

test('who has a mandate is not told: its entry is its digest alone, and the record still holds together', async () => {
  await using vigie = await startInstallation({ worker: false })
  const person = await vigie.enrol({ country: 'BE', lang: 'nl', locations: [places[0]] })
  const row = await vigie.store.db.selectFrom('cases').select('id').executeTakeFirstOrThrow()
  const of = await readCase(vigie.store, row.id as CaseId)
  const scope = { grounds: null, recipients: null, locations: null }
  const given = {
    kind: 'agent',
    name: 'Sofie Maes',
    organisation: 'Een huis',
    contact: 'sofie@huis.example',
    scope,
  } as const
  const until = { from: new Date(), until: null, how: 'in-writing', words: 'Zij mag dit voor mij doen' } as const
  const { id } = await giveMandate(vigie.store.db, of, { ...given, ...until }, new Date())
  await endMandate(vigie.store.db, of, id, new Date())

  const { pack, text, json, pdf } = await packFor(vigie, person)

  for (const part of ['Sofie', 'Maes', 'huis', 'Zij mag']) expect(json + text).not.toContain(part)
  expect(pack.content.record.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['mandate.given', 'mandate.ended']),
  )
  expect(text).toContain('volmacht gegeven')
  expect(await verifyPack({ json: Buffer.from(json), pdf })).toMatchObject({ ok: true })
})

test('a key that opens the content is for the court alone; for others it is neither in an address nor in the record', async () => {
  await using vigie = await startInstallation({ worker: false })
  const person = await vigie.enrol({ country: 'BE', lang: 'nl', locations: [places[1]] })

  const made = { police: await packFor(vigie, person), court: await packFor(vigie, person, { for: 'court' }) }

  expect(made.police.json + made.police.text).not.toContain('k_k-1k')
  expect(made.police.text).toContain('De sleutel die de inhoud opent, is hier weggelaten')
  expect(made.court.text).toContain(places[1])
  for (const { json, pdf } of Object.values(made))
    expect(await verifyPack({ json: Buffer.from(json), pdf })).toMatchObject({ ok: true })
})
