/**
 * What a stranger can learn by asking: nothing about who or what is enrolled. That a wrong number takes as long as wrong
 * words is for reading (`findCase` derives in both cases): no test here measures time.
 */
import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aHash, aLine, aPicture, type Installation, startInstallation } from './installation.ts'
import { startHttpList } from './peers/http-list.ts'
import { until } from './until.ts'

const place = 'https://leak.example/p/1'
const ndjson = 'application/x-ndjson'
const body = (of: object) => ({ statement: true, ageBand: 'adult', country: 'BE', lang: 'en', ...of })

test('every answer a stranger can get is the same whether or not her picture and place are enrolled', async () => {
  await using without = await startInstallation()
  await using having = await startInstallation()
  const picture = aPicture()
  await having.enrol({ pictures: [picture], locations: [place], mail: 'ada@mail.example' })
  await having.idle()

  expect(await askAsStranger(having, picture)).toEqual(await askAsStranger(without, picture))
})

test('enrolling what another case enrolled is answered as if it were the first', async () => {
  await using vigie = await startInstallation()
  const picture = aPicture()
  const enrol = () => vigie.ask('/cases', { method: 'POST', body: body({ pictures: [picture], locations: [place] }) })

  const first = await told(await enrol())
  await vigie.idle()

  expect(await told(await enrol())).toEqual(first)
})

describe('the measures that are open to everybody', () => {
  test('are the same after a notice that matches and after one that does not', async () => {
    const [watched, other] = [aPicture(), aPicture()]
    const measured: string[] = []
    for (const published of [watched, other]) {
      await using list = await startHttpList()
      await using vigie = await startInstallation()
      await vigie.enrol({ pictures: [watched], mail: 'ada@mail.example' })
      await vigie.idle()
      const line = aLine({ id: 'a', type: 'sha256', value: published.sha256, url: place })
      list.publish({ content: line, type: ndjson })
      await vigie.poll(await vigie.addChannel('hash-list', list.url))
      await vigie.idle()
      measured.push(await measures(vigie))
    }

    expect(measured[0]).toContain('vigie_channel_notices')
    expect(measured[0]).toBe(measured[1])
  })

  test('do not show the work that a match makes, while it waits', async () => {
    const [watched, other] = [aPicture(), aPicture()]
    const measured: string[] = []
    for (const published of [watched, other]) {
      await using list = await startHttpList()
      await using vigie = await startInstallation({ stages: ['poll', 'match'] }) // nobody alerts: that work stays
      await vigie.enrol({ pictures: [watched], mail: 'ada@mail.example' })
      list.publish({ content: aLine({ id: 'a', type: 'sha256', value: published.sha256 }), type: ndjson })
      await vigie.poll(await vigie.addChannel('hash-list', list.url))
      const open = vigie.store.db.selectFrom('work').select('id').where('stage', '=', 'match')
      await until('the page was matched', async () => (await open.execute()).length === 0, { within: 10_000 })
      measured.push(await measures(vigie))
      const alerting = vigie.store.db.selectFrom('work').select('id').where('stage', '=', 'alert')
      expect(await alerting.execute()).toHaveLength(published === watched ? 1 : 0)
    }

    expect(measured[0]).toBe(measured[1])
  })
})

describe('a failed sign-in', () => {
  test('is answered the same for a number that is none and for words that are wrong', async () => {
    await using vigie = await startInstallation({ worker: false })
    const person = await vigie.enrol()
    const signIn = (of: { case: string; passphrase: string }) => vigie.ask('/session', { method: 'POST', body: of })

    const wrongWords = await told(await signIn({ case: person.number, passphrase: 'not these words at all no' }))
    const wrongNumber = await told(await signIn({ case: '000-000-0000', passphrase: person.passphrase }))
    const noNumber = await told(await signIn({ case: 'x', passphrase: '' }))

    expect(wrongWords.status).toBe(401)
    expect(wrongNumber).toEqual(wrongWords)
    expect(noNumber).toEqual(wrongWords)
  })

  test('is answered the same for a case that was withdrawn', async () => {
    await using vigie = await startInstallation({ worker: false })
    const person = await vigie.enrol()
    const token = await person.signIn()
    const signIn = { method: 'POST', body: { case: person.number, passphrase: person.passphrase } }

    await vigie.ask('/case', { method: 'DELETE', token })

    const gone = await told(await vigie.ask('/session', signIn))
    const never = await told(await vigie.ask('/session', { ...signIn, body: { ...signIn.body, case: '000-000-0000' } }))
    expect(gone).toEqual(never)
    expect(await told(await vigie.ask('/case', { token }))).toEqual(
      await told(await vigie.ask('/case', { token: randomBytes(32).toString('base64url') })),
    )
  })

  test.each(['a case that is there', 'a number that is none'])(
    'can be repeated ten times from one address for %s, however it is spelled; then it says how long to wait',
    async (which) => {
      await using vigie = await startInstallation({ worker: false })
      const person = await vigie.enrol()
      const number = which === 'a case that is there' ? person.number : '000-000-0000'
      const spellings = [number, number.replaceAll('-', ''), ` ${number.replaceAll('-', '.')} `]
      const attempt = (n: number) =>
        vigie.ask('/session', { method: 'POST', body: { case: spellings[n % 3], passphrase: 'wrong' } })

      for (let n = 0; n < 10; n++) expect((await attempt(n)).status).toBe(401)
      const refused = await attempt(10)

      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500)
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(600)
      expect(await refused.json()).toMatchObject({ error: expect.stringContaining('Wait 10 minutes') })
    },
  )
})

test('a minor’s match asks nobody anything: the peers are asked what they would be asked without her', async () => {
  const asked: string[][] = []
  for (const enrolled of [true, false]) {
    await using list = await startHttpList()
    await using vigie = await startInstallation()
    const picture = aPicture()
    const [picturePlace, watchedPlace] = [`${list.origin}/picture.jpg`, `${list.origin}/album`]
    const person = enrolled
      ? await vigie.enrol({ ageBand: 'under-16', pictures: [picture], locations: [watchedPlace] })
      : null
    list.publish({ content: 'a picture', type: 'image/jpeg' }, '/picture.jpg')
    const lines = [
      aLine({ id: 'a', type: 'pdq', value: picture.pdqs[0], quality: 100, url: picturePlace }),
      aLine({ id: 'b', type: 'sha256', value: aHash(), url: watchedPlace }),
    ]
    list.publish({ content: lines.join(''), type: ndjson })
    await vigie.poll(await vigie.addChannel('hash-list', list.url))
    await vigie.idle()

    const matches = (await person?.inbox())?.flatMap((alert) => alert.matches) ?? []
    expect(matches).toHaveLength(enrolled ? 2 : 0)
    asked.push([...new Set(list.requests.map(({ path }) => path))])
  }

  expect(asked[0]).toEqual(['/list'])
  expect(asked[0]).toEqual(asked[1])
})

describe('the server takes hashes and refuses everything else', () => {
  const image = randomBytes(3000)
  const picture = aPicture()
  const json = (of: unknown) => ({ type: 'application/json', sent: JSON.stringify(of) })
  const form = new FormData()
  form.set('picture', new Blob([image], { type: 'image/jpeg' }), 'me.jpg')

  test.each([
    [
      'a picture in base64 where a hash belongs',
      json(body({ pictures: [{ ...picture, sha256: image.toString('base64') }] })),
      400,
    ],
    ['a picture among the PDQs', json(body({ pictures: [{ ...picture, pdqs: [image.toString('base64')] }] })), 400],
    [
      'a data URL as a CID',
      json(body({ pictures: [{ ...picture, cids: [`data:image/jpeg;base64,${image.toString('base64')}`] }] })),
      400,
    ],
    ['a data URL as a place', json(body({ locations: [`data:image/jpeg;base64,${image.toString('base64')}`] })), 400],
    [
      'a field of its own in the picture',
      json(body({ pictures: [{ ...picture, image: image.toString('base64') }] })),
      400,
    ],
    ['a field of its own beside', json(body({ pictures: [picture], file: image.toString('hex') })), 400],
    ['a hash with one digit too many', json(body({ pictures: [{ ...picture, md5: `${picture.md5}0` }] })), 400],
    ['more than fits', json(body({ pictures: [picture], note: 'x'.repeat(17_000_000) })), 413],
    ['a form with a file', { type: null, sent: form }, 400],
    ['the bytes themselves', { type: 'image/jpeg', sent: image }, 400],
    ['the bytes, called JSON', { type: 'application/json', sent: image }, 400],
    ['nothing', { type: 'application/json', sent: '' }, 400],
  ])('%s', async (_, { type, sent }, status) => {
    await using vigie = await startInstallation({ worker: false })

    const answer = await vigie.fetch('/api/cases', {
      method: 'POST',
      body: sent,
      headers: {
        ...(type ? { 'content-type': type } : {}),
        ...(typeof sent === 'string' ? { 'content-length': String(sent.length) } : {}),
      },
    })

    const said = await answer.text()
    expect([answer.status, said.length < 2000]).toEqual([status, true])
    expect(JSON.parse(said)).toMatchObject({ error: expect.any(String), code: 'InvalidInput' })
    for (const table of ['cases', 'items', 'work', 'index_log'] as const)
      expect(await vigie.store.db.selectFrom(table).selectAll().execute(), table).toEqual([])
  })
})

/** Everything that can be asked without a session or a key, and what was answered, in order. */
async function askAsStranger(vigie: Installation, picture: ReturnType<typeof aPicture>) {
  const post = (of: unknown) => ({
    method: 'POST',
    body: JSON.stringify(of),
    headers: { 'content-type': 'application/json' },
  })
  const asked: [string, RequestInit?][] = [
    ['/api/info'],
    ['/api/info?lang=nl'],
    ['/api/help?country=BE&age=under-16'],
    ['/api/places', post({ text: place })],
    ['/api/cases', post(body({ pictures: [picture], locations: [place] }))],
    ['/api/session', post({ case: '000-000-0000', passphrase: 'a b c' })],
    ['/api/case'],
    ['/api/case/alerts', { headers: { authorization: `Bearer ${'x'.repeat(43)}` } }],
    ['/api/case/items', post({ pictures: [picture] })],
    ['/api/case', { method: 'DELETE' }],
    ['/api/case/matches/00000000-0000-7000-8000-000000000000/answer', post({ answer: 'not-me' })],
    ['/api/case/consents'],
    ['/api/cases/000-000-0000/confirmation', { ...post({ organisation: 'X' }), method: 'PUT' }],
    ['/api/channels'],
    ['/api/channels', post({ kind: 'hash-list', url: 'https://list.example' })],
    ['/api/doctor'],
    ['/api/nothing'],
    ['/api/openapi.json'],
    ['/health/live'],
    ['/health/ready'],
    ['/metrics'],
  ]
  const answers: [string, Awaited<ReturnType<typeof told>>][] = []
  for (const [path, init] of asked) {
    answers.push([`${init?.method ?? 'GET'} ${path}`, await told(await vigie.fetch(path, init))])
    await vigie.idle()
  }
  return answers
}

/** An answer without what is drawn by chance: file number, secret words, token. */
async function told(answer: Response) {
  const text = await answer.text()
  const plain = text
    .replace(/"case":"[\d-]+"/, '"case":"…"')
    .replace(/"passphrase":"[a-z ]+"/, '"passphrase":"…"')
    .replace(/"token":"[\w-]+"/, '"token":"…"')
  const headers = Object.fromEntries(
    [...answer.headers].map(([name, value]) => [name, name === 'content-length' ? '…' : value]),
  )
  return { status: answer.status, headers, text: plain }
}

/** The open measures, without the channel's drawn name and the moment it was heard. */
async function measures(vigie: Installation): Promise<string> {
  const text = await (await vigie.fetch('/metrics')).text()
  return text.replace(/channel="[^"]+"/g, 'channel="…"').replace(/^(vigie_channel_heard_\S+) .*$/gm, '$1 …')
}
