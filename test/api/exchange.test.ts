/** The exchange, read by a platform as matchers read; and that what has ended is nowhere any more. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { ShareView } from '#api/schema.ts'
import type { CaseId } from '#core/ids.ts'
import { protectCases } from '#store/cases.ts'
import { aPicture, type Installation, operatorToken, type Person, read, startInstallation } from '../installation.ts'
import { type HashReader, openHashReader } from '../peers/hash-reader.ts'

type Share = z.infer<typeof ShareView>

/** One for all: each test has platforms and people of its own. */
let vigie: Installation
beforeAll(async () => {
  vigie = await startInstallation({ worker: false })
})
afterAll(async () => {
  await vigie[Symbol.asyncDispose]()
})

let count = 0

async function addReader(at = vigie): Promise<HashReader & { id: string; name: string; key: string }> {
  const name = `Platform ${++count}`
  const added = at.ask('/exchange', { method: 'POST', token: operatorToken, body: { name } })
  const { reader, user, key } = (await read(added)) as { reader: string; user: string; key: string }
  const root = (path: string, init: RequestInit) => at.fetch(`/api/exchange${path}`, init)
  return Object.assign(openHashReader(root, { user, key }), { id: reader, name, key })
}

const view = async (person: Person) => (await read(vigie.ask('/case/share', { token: await person.signIn() }))) as Share

async function agree(person: Person, readers: { id: string }[]): Promise<Response> {
  const { words } = await view(person)
  const body = { words, readers: readers.map(({ id }) => id) }
  return vigie.ask('/case/share', { method: 'PUT', token: await person.signIn(), body })
}

const stop = async (person: Person) => vigie.ask('/case/share', { method: 'DELETE', token: await person.signIn() })

async function caseOf(entry: string): Promise<string> {
  const { db } = vigie.store
  const row = await db.selectFrom('shares').select('case_id').where('id', '=', entry).executeTakeFirstOrThrow()
  return row.case_id ?? ''
}

/** A range ends a few seconds ago, as the published client ends it; the clock moves on so that it holds what was done. */
async function fetchLater(reader: HashReader): Promise<void> {
  vigie.clock.advance(60_000)
  await reader.fetch(new Date(Date.now() + vigie.clock.ms - 5_000))
}

describe('what a platform reads', () => {
  test('nothing, before somebody agrees', async () => {
    const reader = await addReader()
    await vigie.enrol({ pictures: [aPicture()] })

    await fetchLater(reader)

    expect(reader.bank.size).toBe(0)
  })

  test('of a picture its first PDQ and its MD5, of a video its MD5, and nothing else of her', async () => {
    const reader = await addReader()
    const [picture, clip] = [aPicture(), aPicture([])]
    const views = [...picture.pdqs, randomBytes(32).toString('hex')]
    const frames = `${randomBytes(32).toString('hex')}64`
    const person = await vigie.enrol({
      pictures: [{ ...picture, pdqs: views }],
      clips: [{ vpdqs: [frames], sha256: clip.sha256, md5: clip.md5, cids: [] }],
      locations: ['https://leak.example/p/1'],
      mail: 'ada@mail.example',
    })

    expect((await agree(person, [reader])).status).toBe(200)
    await fetchLater(reader)

    expect([...reader.bank.values()]).toEqual([
      { media: 'image', prints: { md5: picture.md5, pdq: picture.pdqs[0] } },
      { media: 'video', prints: { md5: clip.md5 } },
    ])
    const secrets = [
      views[1],
      frames,
      picture.sha256,
      clip.sha256,
      'leak.example',
      'ada',
      person.number,
      person.passphrase,
    ]
    for (const secret of secrets) expect(reader.heard()).not.toContain(secret)
  })

  test('a hash that says little is not given: it would meet many', async () => {
    const reader = await addReader()
    const picture = { ...aPicture([]), weak: [randomBytes(32).toString('hex')] }
    const person = await vigie.enrol({ pictures: [picture] })

    await agree(person, [reader])
    await fetchLater(reader)

    expect([...reader.bank.values()]).toEqual([{ media: 'image', prints: { md5: picture.md5 } }])
  })

  test('page after page, each entry once, also while entries change', async () => {
    const reader = await addReader()
    const pictures = Array.from({ length: 500 }, () => aPicture())
    const [many, few] = [await vigie.enrol({ pictures }), await vigie.enrol({ pictures: [aPicture(), aPicture()] })]
    await read(
      vigie.ask('/case/items', {
        method: 'POST',
        token: await many.signIn(),
        body: { pictures, clips: [], locations: [] },
      }),
    )
    for (const person of [many, few]) await agree(person, [reader])

    await fetchLater(reader)

    expect(reader.bank.size).toBe(1002)
    expect(reader.answers).toHaveLength(2)
    const [first] = await Promise.all(reader.answers.slice(0, 1).map((answer) => answer.text()))
    expect(first).toMatch(
      /<next>\/v2\/entries\?from=[^<]*&amp;start=1001&amp;size=1000&amp;max=1002&amp;after=\d+<\/next>/,
    )

    await stop(few)
    await fetchLater(reader)

    expect(reader.bank.size).toBe(1000)
  })

  test('what another platform was given has other ids, and is not shown to it', async () => {
    const [one, other, third] = [await addReader(), await addReader(), await addReader()]
    const person = await vigie.enrol({ pictures: [aPicture()] })

    await agree(person, [one, other])
    for (const reader of [one, other, third]) await fetchLater(reader)

    expect(one.bank.size).toBe(1)
    expect(third.bank.size).toBe(0)
    expect([...one.bank.keys()]).not.toEqual([...other.bank.keys()])
  })

  test('an answer that is the same costs no second transfer', async () => {
    const reader = await addReader()
    const authorization = `Basic ${btoa(`${reader.id}:${reader.key}`)}`
    const path = '/api/exchange/v2/entries?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z'
    const first = await vigie.fetch(path, { headers: { authorization } })

    const again = await vigie.fetch(path, {
      headers: { authorization, 'if-none-match': first.headers.get('etag') ?? '' },
    })

    expect([first.status, again.status]).toEqual([200, 304])
  })
})

describe('what has ended', () => {
  test('is told to be deleted, by its id alone, when she stops', async () => {
    const reader = await addReader()
    const picture = aPicture()
    const person = await vigie.enrol({ pictures: [picture] })
    await agree(person, [reader])
    await fetchLater(reader)
    const [id] = [...reader.bank.keys()].map((key) => key.replace('1-', ''))

    expect((await stop(person)).status).toBe(204)
    const before = reader.heard().length
    await fetchLater(reader)

    expect(reader.bank.size).toBe(0)
    expect(reader.deleted).toEqual([id])
    expect(reader.heard().slice(before)).not.toContain(picture.pdqs[0])
    expect((await view(person)).agreed).toBeNull()
  })

  test('after a withdrawal is an id, and no hash and no case is left anywhere', async () => {
    const reader = await addReader()
    const picture = aPicture()
    const person = await vigie.enrol({ pictures: [picture] })
    await agree(person, [reader])
    await fetchLater(reader)
    const [entry = ''] = [...reader.bank.keys()].map((key) => key.replace('1-', ''))
    await reader.say(entry, 'PDQ', 'affirmative')
    const id = await caseOf(entry)

    await read(vigie.ask('/case', { method: 'DELETE', token: await person.signIn() })).catch(() => {})
    await fetchLater(reader)

    expect(reader.bank.size).toBe(0)
    const { db } = vigie.store
    expect(await db.selectFrom('shares').selectAll().where('id', '=', entry).execute()).toMatchObject([
      { id: entry, case_id: null, item_id: null, media: 'image' },
    ])
    for (const table of ['shares', 'share_answers', 'consents', 'items'] as const)
      expect(await db.selectFrom(table).selectAll().where('case_id', '=', id).execute()).toEqual([])
    expect(await reader.say(entry, 'PDQ', 'negative')).toBe(200) // there is nobody to tell
    expect(await db.selectFrom('share_answers').selectAll().where('share_id', '=', entry).execute()).toEqual([])
  })

  test('of a withdrawal that a crash cut in its middle is no longer shown', async () => {
    const reader = await addReader()
    const person = await vigie.enrol({ pictures: [aPicture()] })
    await agree(person, [reader])
    await fetchLater(reader)
    const [entry = ''] = [...reader.bank.keys()].map((key) => key.replace('1-', ''))

    await vigie.store.keys.destroy(await caseOf(entry))
    const { key } = reader
    const anew = openHashReader((path, init) => vigie.fetch(`/api/exchange${path}`, init), { user: reader.id, key })
    await fetchLater(anew)

    expect(anew.bank.size).toBe(0)
    expect(anew.deleted).toEqual([entry])
  })

  test('for one platform leaves the others', async () => {
    const [one, other] = [await addReader(), await addReader()]
    const person = await vigie.enrol({ pictures: [aPicture()] })
    await agree(person, [one, other])
    for (const reader of [one, other]) await fetchLater(reader)
    const kept = [...other.bank.keys()]

    await agree(person, [other])
    for (const reader of [one, other]) await fetchLater(reader)

    expect(one.bank.size).toBe(0)
    expect([...other.bank.keys()]).toEqual(kept)
  })

  test.each([
    ['ahead, as by its zone', 2 * 3_600_000],
    ['on time', 0],
  ])('reaches a platform whose clock is %s', async (_, ahead) => {
    const reader = await addReader()
    const person = await vigie.enrol({ pictures: [aPicture()] })
    await agree(person, [reader])
    const fetch = () => {
      vigie.clock.advance(60_000)
      return reader.fetch(new Date(Date.now() + vigie.clock.ms + ahead))
    }
    await fetch()
    expect(reader.bank.size).toBe(1)

    await stop(person)
    await fetch()

    expect(reader.bank.size).toBe(0)
  })

  test('is not lost between two ranges, whenever it ends', async () => {
    const reader = await addReader()
    const people = await Promise.all(Array.from({ length: 3 }, () => vigie.enrol({ pictures: [aPicture()] })))
    for (const person of people) await agree(person, [reader])
    await fetchLater(reader)
    const tokens = await Promise.all(people.map((person) => person.signIn()))

    // Ranges end in the future of what changes meanwhile: the hardest case for a date that is given before the commit.
    await Promise.all([
      ...tokens.map((token) => vigie.ask('/case/share', { method: 'DELETE', token })),
      (async () => {
        for (let i = 1; i <= 5; i++) await reader.fetch(new Date(Date.now() + vigie.clock.ms + i * 10_000))
      })(),
    ])
    await reader.fetch(new Date(Date.now() + vigie.clock.ms + 100_000))

    expect(reader.bank.size).toBe(0)
    expect(reader.deleted).toHaveLength(3)
  })
})

describe('who may not share', () => {
  test.each(['16-17', 'under-16'] as const)(
    'somebody who was %s in the picture: Take It Down is for her',
    async (ageBand) => {
      const reader = await addReader()
      const person = await vigie.enrol({ ageBand, pictures: [aPicture()] })

      const answer = await agree(person, [reader])
      await fetchLater(reader)

      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain('Take It Down')
      expect(await view(person)).toMatchObject({ offered: 'minor', readers: [] })
      expect(reader.bank.size).toBe(0)
    },
  )

  test('a case that a list of abuse of children knows: its shares end, and she cannot tell that they did', async () => {
    const reader = await addReader()
    const person = await vigie.enrol({ pictures: [aPicture()] })
    await agree(person, [reader])
    await fetchLater(reader)
    const before = await view(person)
    const [entry = ''] = [...reader.bank.keys()].map((key) => key.replace('1-', ''))

    const id = await caseOf(entry)
    await vigie.store.transaction((tx) => protectCases(tx, [id as CaseId]))
    await fetchLater(reader)

    expect(reader.bank.size).toBe(0)
    expect(await view(person)).toEqual(before)
    expect((await agree(person, [reader])).status).toBe(200)
    await fetchLater(reader)
    expect(reader.bank.size).toBe(0)
  })

  test('a practice', async () => {
    const reader = await addReader()
    const person = await vigie.enrol({ pictures: [aPicture()] })
    await read(vigie.ask('/case/practice', { method: 'POST', token: await person.signIn() }))

    await agree(person, [reader])
    await fetchLater(reader)

    expect(reader.bank.size).toBe(1)
  })
})

describe('what she agrees to', () => {
  test('is what she watches now: what is added later is not shared before she says so again', async () => {
    const reader = await addReader()
    const person = await vigie.enrol({ pictures: [aPicture()] })
    await agree(person, [reader])
    const more = { pictures: [aPicture()], clips: [], locations: [] }
    await read(vigie.ask('/case/items', { method: 'POST', token: await person.signIn(), body: more }))

    await fetchLater(reader)
    expect(reader.bank.size).toBe(1)
    expect(await view(person)).toMatchObject({ unshared: 1, agreed: { items: 1 } })

    await agree(person, [reader])
    await fetchLater(reader)
    expect(reader.bank.size).toBe(2)
    expect(await view(person)).toMatchObject({ unshared: 0, agreed: { items: 2 } })
  })

  test.each([
    ['other words', { words: 'Share everything.' }],
    ['a platform that does not read here', { readers: ['reader-0'] }],
    ['no platform', { readers: [] }],
  ])('%s are refused', async (_, other) => {
    const reader = await addReader()
    const person = await vigie.enrol({ pictures: [aPicture()] })
    const { words } = await view(person)

    const body = { words, readers: [reader.id], ...other }
    const answer = await vigie.ask('/case/share', { method: 'PUT', token: await person.signIn(), body })

    expect(answer.status).toBe(400)
    expect((await view(person)).agreed).toBeNull()
  })
})

describe('what a platform says back', () => {
  test('is shown to her, the later word, and to nobody else', async () => {
    const reader = await addReader()
    const [person, stranger] = [
      await vigie.enrol({ pictures: [aPicture()] }),
      await vigie.enrol({ pictures: [aPicture()] }),
    ]
    await agree(person, [reader])
    await fetchLater(reader)
    const [entry = ''] = [...reader.bank.keys()].map((key) => key.replace('1-', ''))

    expect(await reader.say(entry, 'PDQ', 'negative')).toBe(200)
    expect(await reader.say(entry, 'MD5', 'affirmative')).toBe(200)

    expect((await view(person)).answers).toMatchObject([{ reader: reader.name, says: 'blocked', media: 'image' }])
    expect((await view(stranger)).answers).toEqual([])
  })

  test('stays with her when she stops', async () => {
    const reader = await addReader()
    const person = await vigie.enrol({ pictures: [aPicture()] })
    await agree(person, [reader])
    await fetchLater(reader)
    const [entry = ''] = [...reader.bank.keys()].map((key) => key.replace('1-', ''))
    await reader.say(entry, 'PDQ', 'affirmative')

    await stop(person)

    expect((await view(person)).answers).toHaveLength(1)
  })

  test('of an entry that it was not given is refused, the same for one that is not there', async () => {
    const [one, other] = [await addReader(), await addReader()]
    const person = await vigie.enrol({ pictures: [aPicture()] })
    await agree(person, [one])
    await fetchLater(one)
    const [entry = ''] = [...one.bank.keys()].map((key) => key.replace('1-', ''))

    const said = [entry, crypto.randomUUID(), 'nonsense'].map((id) => other.say(id, 'PDQ', 'affirmative'))

    expect(await Promise.all(said)).toEqual([404, 404, 404])
    expect((await view(person)).answers).toEqual([])
  })

  test.each(['', '<a/>', '<affirmative/><negative/>', `<affirmative/>${' '.repeat(20_000)}`, '{"affirmative":true}'])(
    'in another form is refused (%#)',
    async (body) => {
      const reader = await addReader()
      const authorization = `Basic ${btoa(`${reader.id}:${reader.key}`)}`

      const path = `/api/exchange/v2/entries/1/${crypto.randomUUID()}/PDQ/feedback`
      const answer = await vigie.fetch(path, { method: 'PUT', headers: { authorization }, body })

      expect(answer.status).toBe(400)
    },
  )
})

describe('a key', () => {
  const entries = '/api/exchange/v2/entries?from=1970-01-01T00:00:00Z'

  test('is kept as a digest, opens nothing of the operator’s or of a case’s, and nothing at all once removed', async () => {
    const reader = await addReader()
    const headers = { authorization: `Basic ${btoa(`${reader.id}:${reader.key}`)}` }
    const stored = JSON.stringify(await vigie.store.db.selectFrom('exchange_readers').selectAll().execute())
    expect(stored).not.toContain(reader.key)
    expect(stored).not.toContain(Buffer.from(reader.key).toString('hex'))
    expect((await vigie.fetch(entries, { headers })).status).toBe(200)
    for (const path of ['/api/exchange', '/api/channels', '/api/case', '/api/case/share'])
      for (const authorization of [headers.authorization, `Bearer ${reader.key}`])
        expect((await vigie.fetch(path, { headers: { authorization } })).status, path).toBe(401)

    await vigie.ask(`/exchange/${reader.id}`, { method: 'DELETE', token: operatorToken })

    expect((await vigie.fetch(entries, { headers })).status).toBe(401)
  })

  test.each([
    ['none', undefined],
    ['another', `Basic ${btoa('reader-x:wrong')}`],
    ['no base64', 'Basic %%%'],
    ['a bearer', 'Bearer abcdefghijklmnopqrstuvwxyz'],
  ])('that is %s opens nothing', async (_, authorization) => {
    expect((await vigie.fetch(entries, { headers: authorization ? { authorization } : {} })).status).toBe(401)
  })

  test('is tried only so often', async () => {
    await using vigie = await startInstallation({ worker: false }) // its address is refused for a while
    const reader = await addReader(vigie)
    const wrong = { authorization: `Basic ${btoa(`${reader.id}:guess`)}` }
    for (let i = 0; i < 60; i++) await vigie.fetch(entries, { headers: wrong })

    const answer = await vigie.fetch(entries, { headers: wrong })

    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

test.each([
  ['from=yesterday'],
  ['from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z'],
  ['from=2026-01-01T00:00:00Z&to=9999-01-01T00:00:00Z'],
  ['from=2026-01-01T00:00:00Z&after=1%20or%201=1'],
])('a range that is none is refused: %s', async (query) => {
  const reader = await addReader()
  const headers = { authorization: `Basic ${btoa(`${reader.id}:${reader.key}`)}` }

  expect((await vigie.fetch(`/api/exchange/v2/entries?${query}`, { headers })).status).toBe(400)
})
