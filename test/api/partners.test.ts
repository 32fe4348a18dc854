import { createHash, createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { aHash, aPicture, type Installation, operatorToken, read, startInstallation, turn } from '../installation.ts'

interface Signer {
  partner: string
  channel: string
  secret: string
}

async function addPartner(vigie: Installation, name = 'Moderators'): Promise<Signer> {
  return (await read(vigie.ask('/partners', { method: 'POST', token: operatorToken, body: { name } }))) as Signer
}

interface Message {
  id?: string
  at?: number
  secret?: string
  /** What is sent, where it is not what was signed. */
  body?: string
}

/** Reports as another's hand signs it. */
async function report(vigie: Installation, { secret }: Signer, sightings: unknown, message: Message = {}) {
  const body = JSON.stringify({ sightings })
  const at = new Date(message.at ?? Date.now() + vigie.clock.ms)
  const id = message.id ?? `msg_${randomBytes(8).toString('hex')}`
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': `${Math.floor(at.getTime() / 1000)}`,
    'webhook-signature': new Webhook(message.secret ?? secret).sign(id, at, body),
  }
  return vigie.fetch('/api/sightings', { method: 'POST', headers, body: message.body ?? body })
}

const taken = { status: 202, text: '{"received":true}' }
const told = async (answer: Response) => ({ status: answer.status, text: await answer.text() })

async function confirm(vigie: Installation, number: string): Promise<void> {
  const answer = await vigie.ask(`/cases/${number}/confirmation`, {
    method: 'PUT',
    token: operatorToken,
    body: { organisation: 'Helpers' },
  })
  expect(answer.status).toBe(200)
}

test('a sighting of a hash, an altered copy and an address reaches a confirmed case, and no other', async () => {
  await using vigie = await startInstallation()
  const [same, near, watched] = [aPicture(), aPicture([aHash()]), 'https://leak.example/p/1']
  const [confirmed, stranger] = await Promise.all(
    [1, 2].map(() => vigie.enrol({ pictures: [same, near], locations: [watched] })),
  )
  await confirm(vigie, confirmed!.number)
  const partner = await addPartner(vigie)

  const answer = await report(vigie, partner, [
    { type: 'sha256', value: same.sha256, url: 'https://forum.example/1' },
    { type: 'pdq', value: turn(near.pdqs[0]!, 12), quality: 90, url: 'https://forum.example/2' },
    { url: watched },
  ])
  await vigie.idle()

  expect(await told(answer)).toEqual(taken)
  const matches = (await confirmed!.inbox()).flatMap((alert) => alert.matches)
  expect(matches.map(({ kind, location }) => [kind, location]).sort()).toEqual([
    ['pdq', 'https://forum.example/2'],
    ['sha256', 'https://forum.example/1'],
    ['url', watched],
  ])
  expect(await stranger!.inbox()).toEqual([])
})

test('a partner takes its own sighting back, and what is broken is quarantined beside what is not', async () => {
  await using vigie = await startInstallation()
  const partner = await addPartner(vigie)

  await report(vigie, partner, [
    { id: 'a', type: 'sha256', value: randomBytes(32).toString('hex') },
    { id: 'b', type: 'md5', value: 'no hash' },
    { id: 'c', url: 'nowhere' },
    { nothing: true },
    { id: 'd', type: 'md5', value: randomBytes(16).toString('hex') },
  ])
  await report(vigie, partner, [{ id: 'a', op: 'delete' }])
  await vigie.idle()

  const [channel] = await channelsOf(vigie)
  expect(channel).toMatchObject({ kind: 'sightings', notices: 1, quarantined: 3, state: 'listening' })
  expect(channel?.warning).toContain('silence is normal')
})

test('without an id the same sighting again is the same one', async () => {
  await using vigie = await startInstallation()
  const partner = await addPartner(vigie)
  const sighting = { type: 'md5', value: randomBytes(16).toString('hex'), url: 'https://forum.example/1' }

  for (let times = 0; times < 2; times++) await report(vigie, partner, [sighting])
  await report(vigie, partner, [{ ...sighting, url: 'https://forum.example/2' }])
  await vigie.idle()

  expect((await channelsOf(vigie))[0]).toMatchObject({ notices: 2 })
})

describe('the answer', () => {
  test('is the same for what is enrolled, what is not and what is broken, and takes as long', {
    timeout: 120_000,
  }, async () => {
    await using vigie = await startInstallation({ worker: false })
    const pictures = Array.from({ length: 100 }, () => aPicture())
    const person = await vigie.enrol({ pictures })
    await confirm(vigie, person.number)
    const partner = await addPartner(vigie)
    const kinds = {
      known: () => ({ type: 'sha256', value: pictures[Math.floor(Math.random() * 100)]!.sha256 }),
      unknown: () => ({ type: 'sha256', value: randomBytes(32).toString('hex') }),
      broken: () => ({ type: 'sha256', value: 'z'.repeat(64) }),
    }
    const names = Object.keys(kinds) as (keyof typeof kinds)[]
    const times: Record<string, number[]> = { known: [], unknown: [], broken: [] }

    for (let round = 0; round < 45; round++) {
      vigie.clock.advance(2000) // so that no limit is met
      if (round % 15 === 0) await vigie.store.pool.query('delete from attempts')
      for (const name of names) {
        const sightings = Array.from({ length: 50 }, kinds[name])
        const before = performance.now()
        const answer = await report(vigie, partner, sightings)
        times[name]!.push(performance.now() - before)
        expect(await told(answer)).toEqual(taken)
      }
    }

    // Twice each other's median would show in any attack that counts; a busy machine moves all three alike.
    const medians = names.map((name) => times[name]!.sort((a, b) => a - b)[22]!)
    expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.5)
  })

  test('does not wait for the work that a sighting makes: nothing is looked up before it', async () => {
    await using vigie = await startInstallation({ worker: false })
    const partner = await addPartner(vigie)
    const answer = await report(vigie, partner, [{ type: 'md5', value: randomBytes(16).toString('hex') }])

    const { rows } = await vigie.store.pool.query('select count(*)::int as waiting from intake')

    expect(answer.status).toBe(202)
    expect(rows).toEqual([{ waiting: 1 }])
  })
})

describe('what is refused', () => {
  const sightings = [{ type: 'md5', value: '0'.repeat(31).concat('7') }]
  const minute = 60_000

  test('another’s secret, another text than was signed, a message that is old or from the future', async () => {
    await using vigie = await startInstallation({ worker: false })
    const partner = await addPartner(vigie)

    const answers = [
      await report(vigie, partner, sightings, { secret: `whsec_${randomBytes(32).toString('base64')}` }),
      await report(vigie, partner, sightings, { body: '{"sightings":[{"url":"https://forum.example/"}]}' }),
      await report(vigie, partner, sightings, { at: Date.now() - 6 * minute }),
      await report(vigie, partner, sightings, { at: Date.now() + 6 * minute }),
      await vigie.fetch('/api/sightings', { method: 'POST', body: '{' }),
    ]

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
    expect((await vigie.store.pool.query('select 1 from intake')).rowCount).toBe(0)
  })

  test('an address that signs wrongly again and again, until it has waited', async () => {
    await using vigie = await startInstallation({ worker: false })
    const partner = await addPartner(vigie)
    const wrongly = () => vigie.fetch('/api/sightings', { method: 'POST', body: '{' })
    for (let i = 0; i < 60; i++) await wrongly()

    const [again, rightly] = [await wrongly(), await report(vigie, partner, sightings)]

    expect([again.status, rightly.status]).toEqual([429, 429])
  })

  test('what is no list of sightings, though it is signed', async () => {
    await using vigie = await startInstallation({ worker: false })
    const { secret } = await addPartner(vigie)
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    const seconds = `${Math.floor(Date.now() / 1000)}`
    const send = (body: string, id: string) => {
      const signature = `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
      // Two signatures, as while a secret is being changed.
      const signatures = `v1,${randomBytes(32).toString('base64')} v1a,AAAA ${signature}`
      const signed = { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures }
      const headers = { 'content-type': 'application/json', ...signed }
      return vigie.fetch('/api/sightings', { method: 'POST', headers, body })
    }
    const url = 'https://a.example/'

    for (const body of [
      '{',
      '[]',
      '{"sightings":{}}',
      '{"sightings":[]}',
      '{"sightings":["text"]}',
      '{"sightings":[{"url":"https://a.example/"}],"picture":"/9j/4AAQ"}',
      JSON.stringify({ sightings: Array.from({ length: 501 }, () => ({ url })) }),
      JSON.stringify({ sightings: [{ value: 'x'.repeat(60_001) }] }),
    ])
      expect((await send(body, randomBytes(4).toString('hex'))).status, body.slice(0, 60)).toBe(400)
    expect((await send(JSON.stringify({ sightings: [{ url }] }), 'right')).status).toBe(202)
  })

  test('a message that was taken already, which is answered as the first time', async () => {
    await using vigie = await startInstallation({ worker: false })
    const partner = await addPartner(vigie)

    const answers = [
      await report(vigie, partner, sightings, { id: 'same' }),
      await report(vigie, partner, sightings, { id: 'same' }),
    ]

    for (const answer of answers) expect(await told(answer)).toEqual(taken)
    expect((await vigie.store.pool.query('select 1 from intake')).rowCount).toBe(1)
  })

  test('a partner that was removed, by itself or with its channel; the others go on', async () => {
    await using vigie = await startInstallation({ worker: false })
    const [first, second, third] = [await addPartner(vigie), await addPartner(vigie), await addPartner(vigie)]
    const remove = (path: string) => vigie.ask(path, { method: 'DELETE', token: operatorToken })

    await remove(`/partners/${first.partner}`)
    await remove(`/channels/${second.channel}`)

    const answers = await Promise.all([first, second, third].map((each) => report(vigie, each, sightings)))
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 202])
    expect((await remove(`/partners/${first.partner}`)).status).toBe(404)
    const listed = (await read(vigie.ask('/partners', { token: operatorToken }))) as { partners: { partner: string }[] }
    expect(listed.partners.map(({ partner }) => partner)).toEqual([third.partner])
  })

  test('more than sixty messages a minute, of that partner alone', async () => {
    await using vigie = await startInstallation({ worker: false })
    const [busy, quiet] = [await addPartner(vigie), await addPartner(vigie)]
    for (let i = 0; i < 60; i++) await report(vigie, busy, sightings)

    const [late, other] = [await report(vigie, busy, sightings), await report(vigie, quiet, sightings)]

    expect([late.status, other.status]).toEqual([429, 202])
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

test('the secret is told once, and lies sealed', async () => {
  await using vigie = await startInstallation({ worker: false })
  const { secret } = await addPartner(vigie)
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')

  const listed = await (await vigie.ask('/partners', { token: operatorToken })).text()
  const { rows } = await vigie.store.pool.query<{ secret: Buffer }>('select secret from partners')

  expect(key).toHaveLength(32)
  expect(listed).not.toContain(secret)
  expect(rows[0]?.secret.includes(secret) || rows[0]?.secret.includes(key)).toBe(false)
})

/** They are run as they are, without types. */
const example = (name: string) => import(new URL(`../../examples/${name}.mjs`, import.meta.url).href)

describe('the examples', () => {
  test('the bot, the forum’s hook and the upload hook report digests of what lies with them, and no byte of it', async () => {
    const [{ onFlag }, { startForumHook }, { onTakedown }] = await Promise.all(
      ['discord-bot', 'forum', 'upload-hook'].map(example),
    )
    await using opened = new AsyncDisposableStack()
    const vigie = opened.use(await startInstallation({ digestMs: 0 }))
    const files = ['bot', 'forum', 'host'].map((name) =>
      Buffer.from(`a picture, for the ${name} ${randomBytes(9).toString('hex')}`),
    )
    const [ofBot, ofForum, ofHost] = files as [Buffer, Buffer, Buffer]
    const digest = (bytes: Buffer) => ({ ...aPicture([]), sha256: createHash('sha256').update(bytes).digest('hex') })
    const person = await vigie.enrol({ pictures: files.map(digest) })
    await confirm(vigie, person.number)
    const { secret } = await addPartner(vigie)
    const sent: string[] = []
    const url = await serve(opened, async (request) => {
      const body = await request.text()
      sent.push(body)
      return vigie.fetch(new URL(request.url).pathname, { method: request.method, headers: request.headers, body })
    })
    const media = await serve(opened, async () => new Response(new Uint8Array(ofBot)))
    const folder = await mkdtemp(join(tmpdir(), 'vigie-forum-'))
    await writeFile(join(folder, 'a.jpg'), ofForum)
    await writeFile(join(folder, 'b.jpg'), ofHost)
    const forum = startForumHook({ folder, port: 0, vigie: { url, secret } })
    opened.defer(() => void forum.close())
    await once(forum, 'listening')
    const call = (body: object) =>
      fetch(`http://127.0.0.1:${(forum.address() as AddressInfo).port}/`, {
        method: 'POST',
        body: JSON.stringify(body),
      })

    const attachments = new Map([['1', { size: ofBot.length, url: media }]])
    await onFlag({ attachments, url: 'https://discord.com/channels/1/2/3' }, { url, secret })
    const [within, outside] = [
      await call({ url: 'https://forum.example/t/1', files: ['a.jpg'] }),
      await call({ url: 'https://forum.example/t/1', files: ['../../etc/passwd'] }),
    ]
    await onTakedown(join(folder, 'b.jpg'), 'https://files.example/f/81', { url, secret })
    await vigie.idle()

    expect([await told(within), outside.status]).toEqual([{ status: 204, text: '' }, 500])
    const locations = (await person.inbox()).flatMap((alert) => alert.matches.map(({ location }) => location))
    expect(locations.sort()).toEqual([
      'https://discord.com/channels/1/2/3',
      'https://files.example/f/81',
      'https://forum.example/t/1',
    ])
    for (const bytes of files) expect(sent.join()).not.toContain(bytes.toString())
  })

  test.each(['report', 'discord-bot', 'forum', 'upload-hook'])('%s has at most thirty lines', async (name) => {
    const text = await readFile(`examples/${name}.mjs`, 'utf8')

    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(30)
  })
})

async function serve(opened: AsyncDisposableStack, answer: (request: Request) => Promise<Response>): Promise<string> {
  const server = createServer(getRequestListener(answer))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  opened.defer(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function channelsOf(vigie: Installation) {
  const { channels } = (await read(vigie.ask('/channels', { token: operatorToken }))) as {
    channels: { kind: string; notices: number; quarantined: number; state: string; warning: string | null }[]
  }
  return channels
}
