import { generateKeyPairSync } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import { type MailIn, startMailIn } from '#worker/net/mail-in.ts'
import { type Installation, operatorToken, type Person, read, startInstallation } from '../../installation.ts'

const domain = 'in.example'
const log = { info: () => {}, warn: () => {}, error: () => {} }

interface RequestView {
  state: string
  replyTo: string | null
  events: {
    sort: string
    sender: string | null
    verified: boolean
    ticket: string | null
    text: string
    proposes: string | null
  }[]
}

interface Scene extends AsyncDisposable {
  vigie: Installation
  mailIn: MailIn
  person: Person
  /** One of her requests, which she has sent. */
  request(): Promise<RequestView>
  /** Its letter, as a mail. */
  eml(): Promise<string>
  send(raw: string, to?: string, from?: string): Promise<string>
}

/** What the name server of `host.example` knows: the key that its mails are signed with. */
const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const resolve = async (name: string) => {
  if (name === 's1._domainkey.host.example') return [[`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]]
  throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
}

async function signed(mail: { from: string; to: string; text: string }): Promise<string> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const dkim = { domainName: 'host.example', keySelector: 's1', privateKey }
  const { message } = await transport.sendMail({
    ...mail,
    subject: 'Received',
    headers: { 'Auto-Submitted': 'auto-replied' },
    dkim,
  })
  return message.toString()
}

async function open(): Promise<Scene> {
  const vigie = await startInstallation({ worker: false, mailDomain: domain })
  const mailIn = await startMailIn({
    ...{ host: '127.0.0.1', port: 0, domain, log, resolve },
    store: vigie.store,
    now: () => Date.now() + vigie.clock.ms,
  })
  const person = await vigie.enrol({ locations: ['https://leak.example/p/1'] })
  const token = await person.signIn()
  const ask = async (path: string, method = 'GET') => vigie.ask(path, { method, token })
  const id = (await person.view()).requests[0]?.id ?? 'none'
  await ask(`/case/requests/${id}/sent`, 'POST')
  return {
    vigie,
    mailIn,
    person,
    request: async () => (await read(ask(`/case/requests/${id}`))) as RequestView,
    eml: async () => (await ask(`/case/requests/${id}/letter.eml`)).text(),
    async send(raw, to = `desk@${domain}`, from = 'abuse@host.example') {
      const transport = createTransport({ host: '127.0.0.1', port: mailIn.port, ignoreTLS: true })
      const sent = transport.sendMail({ raw, envelope: { from, to: [to] } })
      return await sent.then(
        ({ response }) => response.slice(0, 3),
        (error: { responseCode?: number }) => `${error.responseCode}`,
      )
    },
    async [Symbol.asyncDispose]() {
      await mailIn[Symbol.asyncDispose]()
      await vigie[Symbol.asyncDispose]()
    },
  }
}

const answer = (headers: string, body: string) => `From: Desk <desk@host.example>\r\n${headers}\r\n\r\n${body}\r\n`

describe('an answer to a request', () => {
  test('comes to its own address, is shown beside it as text, and moves it nowhere by itself', async () => {
    await using scene = await open()
    const { replyTo } = await scene.request()

    const code = await scene.send(
      answer('Subject: [#4711] Done\r\nMessage-ID: <1@host.example>', 'We have removed it.'),
      replyTo ?? '',
    )

    expect(replyTo).toMatch(/^r-[a-z2-7]{26}@in\.example$/)
    expect(await scene.eml()).toContain(`\r\nReply-To: ${replyTo}\r\n`)
    expect(code).toBe('250')
    expect(await scene.request()).toMatchObject({
      state: 'sent',
      events: [
        {
          sort: 'answer',
          sender: 'host.example',
          verified: false,
          ticket: '4711',
          text: 'We have removed it.',
          proposes: 'removed',
        },
      ],
    })
  })

  test('is one, however often it arrives; the next is known by the ticket and its sender', async () => {
    await using scene = await open()
    const { replyTo } = await scene.request()
    const first = answer('Subject: [#4711] Received\r\nMessage-ID: <1@host.example>', 'One')

    await scene.send(first, replyTo ?? '')
    await scene.send(first, replyTo ?? '')
    await scene.send(answer('Subject: [#4711] Closed\r\nMessage-ID: <2@host.example>', 'Two'))
    await scene.send('From: x@elsewhere.example\r\nSubject: [#4711] Closed\r\nMessage-ID: <3@e.example>\r\n\r\nThree')

    expect((await scene.request()).events.map(({ text }) => text)).toEqual(['Two', 'One'])
  })

  test('marks it as received where its sender has signed for it, and never as removed', async () => {
    await using scene = await open()
    const { replyTo } = await scene.request()
    const hand = (raw: string) =>
      scene.vigie.fetch('/api/mail?verified=true', {
        method: 'POST',
        headers: { authorization: `Bearer ${operatorToken}`, 'content-type': 'message/rfc822' },
        body: raw,
      })

    const bounce = `From: mailer-daemon@host.example\r\nTo: ${replyTo}\r\nSubject: Failure\r\n\r\nNo such user`
    await hand(bounce)
    const before = await scene.request()
    const handed = await hand(
      `From: desk@host.example\r\nTo: ${replyTo}\r\nAuto-Submitted: auto-replied\r\n\r\nWe have removed it.`,
    )
    const after = await scene.request()

    expect(before).toMatchObject({ state: 'sent', events: [{ sort: 'bounce' }] })
    expect(await handed.json()).toEqual({ taken: 'answer' })
    expect(after).toMatchObject({
      state: 'acknowledged',
      events: [{ sort: 'automatic', verified: true, proposes: null }, {}],
    })
  })

  test('is believed to come from whom it says where that domain has signed it, and it was not changed', async () => {
    await using scene = await open()
    const { replyTo } = await scene.request()
    const to = replyTo ?? ''
    const right = await signed({ from: 'desk@host.example', to, text: 'We got it.' })
    const changed = right.replace('We got it.', 'We got it!').replace(/^Message-ID: </m, 'Message-ID: <2')
    const borrowed = await signed({ from: 'desk@elsewhere.example', to, text: 'We got it.' })

    for (const raw of [changed, borrowed]) await scene.send(raw, to)
    const before = await scene.request()
    await scene.send(right, to)
    const after = await scene.request()

    expect(before).toMatchObject({ state: 'sent', events: [{ verified: false }, { verified: false }] })
    expect(after).toMatchObject({ state: 'acknowledged', events: [{ verified: true, sender: 'host.example' }, {}, {}] })
  })

  test('to a case that was withdrawn is an answer to nobody', async () => {
    await using scene = await open()
    const { replyTo } = await scene.request()
    const token = await scene.person.signIn()
    expect((await scene.vigie.ask('/case', { method: 'DELETE', token })).status).toBe(204)

    expect(await scene.send(answer('Subject: x', 'Late'), replyTo ?? '')).toBe('250')

    const { rows } = await scene.vigie.store.pool.query('select sort, known, sender from mails')
    expect(rows).toEqual([{ sort: 'answer', known: false, sender: 'host.example' }])
  })

  test('leaves no word, address of reply or ticket in the clear', async () => {
    await using scene = await open()
    const { replyTo } = await scene.request()
    await scene.send(answer('Subject: [#471100] Zanzibar', 'Quetzalcoatl'), replyTo ?? '')
    await scene.send(answer('Subject: Zanzibar', 'Quetzalcoatl'))

    for (const table of ['request_events', 'mails', 'requests', 'intake']) {
      const { rows } = await scene.vigie.store.pool.query(`select * from ${table}`)
      const text = JSON.stringify(rows, (_, value) =>
        value?.type === 'Buffer'
          ? `${Buffer.from(value.data).toString('latin1')} ${Buffer.from(value.data).toString('hex')}`
          : value,
      )
      for (const word of ['Quetzalcoatl', 'Zanzibar', '471100', replyTo!.slice(2, 28)])
        expect(text, `${word} in ${table}`).not.toContain(word)
    }
  })
})

describe('a report', () => {
  const arf = (id: string) =>
    [
      'From: reports@isp.example',
      `Message-ID: <${id}@isp.example>`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'A report',
      '--b',
      'Content-Type: message/feedback-report',
      '',
      'Feedback-Type: other',
      'Version: 1',
      'Reported-URI: https://leak.example/p/1',
      '',
      '--b--',
    ].join('\r\n')

  test('reaches a confirmed case through the channel, once', { timeout: 60_000 }, async () => {
    await using scene = await open()
    const { vigie, person } = scene
    await vigie.ask(`/cases/${person.number}/confirmation`, {
      method: 'PUT',
      token: operatorToken,
      body: { organisation: 'Helpers' },
    })
    await read(vigie.ask('/channels', { method: 'POST', token: operatorToken, body: { kind: 'mail' } }))
    await vigie.startWorker()

    const codes = [await scene.send(arf('1')), await scene.send(arf('1'))]
    await vigie.idle()

    expect(codes).toEqual(['250', '250'])
    const [alert] = await person.inbox()
    expect(alert?.matches).toMatchObject([{ kind: 'url', location: 'https://leak.example/p/1' }])
    expect((await vigie.store.pool.query('select 1 from intake')).rowCount).toBe(1)
  })

  test('without a channel that takes it is counted, and shown to the operator without a word', async () => {
    await using scene = await open()

    await scene.send(arf('1'))

    const listed = (await read(scene.vigie.ask('/mail', { token: operatorToken }))) as { mails: object[] }
    expect(listed.mails).toMatchObject([{ sort: 'report', known: false, sender: 'isp.example' }])
    expect(JSON.stringify(listed)).not.toContain('leak.example')
  })
})

describe('the listener', () => {
  test('takes mail for its own domain alone, of at most 1 MiB, sixty a minute from one address', async () => {
    await using scene = await open()

    const elsewhere = await scene.send(answer('Subject: x', 'x'), 'somebody@elsewhere.example')
    const long = await scene.send(answer('Subject: x', 'x'.repeat(1_100_000)))
    const codes: string[] = []
    for (let i = 0; i < 60; i++) codes.push(await scene.send(answer(`Message-ID: <${i}@h.example>`, 'x')))
    scene.vigie.clock.advance(60_000)
    const later = await scene.send(answer('Message-ID: <last@h.example>', 'x'))

    expect([elsewhere, long]).toEqual(['550', '552'])
    expect([...new Set(codes)]).toEqual(['250', '450'])
    expect(later).toBe('250')
  })
})
