import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { mail as channel } from '#knowledge/channels/mail.ts'
import { type Envelope, longestMail, readInbound } from '#knowledge/inbound.ts'

const token = 'abcdefghijklmnopqrstuvwxyz'
const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'))

function aMail(headers: Record<string, string>, body: string): Uint8Array {
  const all = {
    From: 'Abuse <abuse@host.example>',
    To: `<r-${token}@in.example>`,
    Subject: 'Re: your request',
    ...headers,
  }
  return bytes(...Object.entries(all).map(([name, value]) => `${name}: ${value}`), '', body)
}

async function answer(headers: Record<string, string>, body = 'Hello', envelope: Envelope = {}) {
  const read = await readInbound(aMail(headers, body), envelope)
  if (read.sort === 'report') throw new Error('is a report')
  return read
}

/** A mail of several parts. */
function parts(type: string, ...each: [headers: string, body: string][]): Uint8Array {
  return aMail(
    { 'MIME-Version': '1.0', 'Content-Type': `${type}; boundary="b"`, 'Message-ID': '<7@host.example>' },
    `${each.map(([headers, body]) => `--b\r\n${headers}\r\n\r\n${body}\r\n`).join('')}--b--\r\n`,
  )
}

/** What the mail channel makes of a report. */
async function reported(mail: Uint8Array) {
  const read = await readInbound(mail)
  if (read.sort !== 'report') throw new Error(`is ${read.sort}`)
  return read.reports.flatMap((raw) => channel.reread?.(raw, { url: '', now: 7 }) ?? [])
}

describe('an answer', () => {
  test('is known by the address of reply it was sent to, in whichever header it stands', async () => {
    const address = `R-${token.toUpperCase()}@in.example`
    const plain = { To: 'desk@in.example' }
    const read = await Promise.all([
      answer({}),
      answer({ To: `"Us" <${address}>` }),
      answer({ ...plain, 'Delivered-To': address }),
      answer({ ...plain, References: `<1@host.example> <r-${token}@in.example>` }),
      answer(plain, 'Hello', { recipients: [address] }),
      answer(plain),
    ])

    expect(read.map(({ tokens }) => tokens)).toEqual([[token], [token], [token], [token], [token], []])
    expect(read[0]).toMatchObject({
      sort: 'answer',
      sender: 'host.example',
      subject: 'Re: your request',
      text: 'Hello',
    })
  })

  test.each([
    ['Auto-Submitted', 'auto-replied', 'automatic'],
    ['Auto-Submitted', 'no', 'answer'],
    ['Precedence', 'bulk', 'automatic'],
    ['Precedence', 'first-class', 'answer'],
    ['X-Autoreply', 'yes', 'automatic'],
    ['X-Auto-Response-Suppress', 'All', 'automatic'],
    ['Return-Path', '<>', 'automatic'],
    ['Return-Path', '<abuse@host.example>', 'answer'],
    ['From', 'MAILER-DAEMON@host.example', 'bounce'],
  ])('%s: %s makes it %s', async (name, value, sort) => {
    expect(await answer({ [name]: value })).toMatchObject({ sort })
  })

  test('without a sender in its envelope is automatic', async () => {
    expect(await answer({}, 'Hello', { noSender: true })).toMatchObject({ sort: 'automatic' })
  })

  test.each([
    ['Re: [#123456] received', '123456'],
    ['[Ticket#2026030110000123] Your request', '2026030110000123'],
    ['Your message (Case 01234567)', '01234567'],
    ['ref:_00D30abc.5003xyz:ref', '_00D30abc.5003xyz'],
    ['[ABC-123-45678] Report', 'ABC-123-45678'],
    ['Thank you', null],
  ])('its ticket is read from the subject: %s', async (Subject, ticket) => {
    expect(await answer({ Subject })).toMatchObject({ ticket })
  })

  test.each([
    ['We have removed the content.', 'removed'],
    ['The page is no longer available.', 'removed'],
    ['Le contenu a été supprimé.', 'removed'],
    ['De afbeelding is verwijderd.', 'removed'],
    ['Der Inhalt wurde gelöscht.', 'removed'],
    ['It does not violate our rules and was not removed.', 'refused'],
    ['Ce contenu ne viole pas nos règles.', 'refused'],
    ['We received your message.', 'receipt'],
    ['Could you send us the exact address?', 'question'],
    ['Hello.', null],
  ])('its words propose and no more: %s', async (body, proposes) => {
    const headers = { 'Content-Type': 'text/plain; charset=utf-8' }

    expect(await answer(headers, body)).toMatchObject({ proposes })
    expect(await answer({ ...headers, 'Auto-Submitted': 'auto-replied' }, body)).toMatchObject({ proposes: null })
  })

  test('keeps text alone: no markup, script, picture, quotation or character that turns the reading around', async () => {
    const html =
      '<html><head><title>t</title></head><body><!-- hidden <b>x</b> --><p>Dear &lt;you&gt;</p><script>steal()</script><img src="https://t.example/p.gif">All\u202e good</body></html>'
    const ofHtml = await answer({ 'Content-Type': 'text/html; charset=utf-8' }, html)
    const quoting = await answer({}, 'Done\r\n> my name is\r\n> Ada\r\n')

    expect(ofHtml.text).toBe('Dear <you>\nAll good')
    expect(quoting.text).toBe('Done')
  })

  test('of markup leaves out what is quoted, and keeps it where there is nothing else', async () => {
    const html = { 'Content-Type': 'text/html; charset=utf-8' }
    const quoted = '<blockquote><p>Please tell me.</p><blockquote>It was removed.</blockquote>Thanks</blockquote>'
    const below = await answer(html, `<p>We have not removed it.</p>${quoted}<p>Regards</p>`)
    const alone = await answer(html, '<blockquote>We have removed it.</blockquote>')

    expect(below).toMatchObject({ text: 'We have not removed it.\n\nRegards', proposes: 'refused' })
    expect(alone).toMatchObject({ text: 'We have removed it.', proposes: 'removed' })
  })

  test('with a picture attached keeps nothing of it', async () => {
    const picture = randomBytes(3000).toString('base64')
    const read = await readInbound(
      parts(
        'multipart/mixed',
        ['Content-Type: text/plain', 'See the picture'],
        ['Content-Type: image/jpeg; name=her.jpg\r\nContent-Transfer-Encoding: base64', picture],
        ['Content-Type: text/plain; name=notes.txt\r\nContent-Disposition: attachment', 'attached words'],
      ),
    )

    expect(read).toMatchObject({ sort: 'answer', text: 'See the picture' })
    const kept = JSON.stringify(read)
    for (const text of [picture.slice(0, 40), 'her.jpg', 'attached words']) expect(kept).not.toContain(text)
  })
})

describe('a bounce', () => {
  const status = (action: string) =>
    parts(
      'multipart/report; report-type=delivery-status',
      ['Content-Type: text/plain', 'Could not be delivered'],
      [
        'Content-Type: message/delivery-status',
        `Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; abuse@host.example\r\nAction: ${action}\r\nStatus: 5.1.1`,
      ],
      ['Content-Type: text/rfc822-headers', `Subject: A request\r\nReply-To: r-${'b'.repeat(26)}@in.example`],
    )

  test.each([
    ['failed', 'bounce'],
    ['delayed', 'delayed'],
    ['delivered', 'automatic'],
  ])('whose action is %s is told as %s, and known by what it quotes', async (action, sort) => {
    expect(await readInbound(status(action))).toMatchObject({ sort, tokens: [token, 'b'.repeat(26)] })
  })
})

describe('a report', () => {
  const arf = (...fields: string[]) =>
    parts(
      'multipart/report; report-type=feedback-report',
      ['Content-Type: text/plain', 'A report'],
      ['Content-Type: message/feedback-report', fields.join('\r\n')],
      ['Content-Type: message/rfc822', 'Subject: what it is about\r\n\r\nthe original'],
    )
  const xarf = (report: object, type = 'application/json; name=xarf.json') =>
    parts(
      'multipart/report; report-type=feedback-report',
      ['Content-Type: text/plain', 'A report'],
      ['Content-Type: message/feedback-report', 'Feedback-Type: xarf\r\nVersion: 3\r\nUser-Agent: x/1'],
      [
        `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64`,
        Buffer.from(JSON.stringify(report)).toString('base64').replace(/.{76}/g, '$&\r\n'),
      ],
    )
  const four = {
    xarf_version: '4.2.0',
    report_id: '6f1d2c3b-4a59-4e68-9d70-1b2c3d4e5f60',
    timestamp: '1970-01-01T00:00:00.005Z',
    reporter: { org: 'Example', contact: 'desk@ngo.example', domain: 'ngo.example' },
    sender: { org: 'Example', contact: 'desk@ngo.example', domain: 'ngo.example' },
    source_identifier: 'files.example',
    category: 'content',
    type: 'exposed_data',
    url: 'https://files.example/f/abc',
  }

  test('as ARF names every address it reports, and never what it was about', async () => {
    const [entry] = await reported(
      arf(
        'Feedback-Type: other',
        'Version: 1',
        'Reported-URI: https://leak.example/1',
        'Reported-URI: https://leak.example/2',
        'Reported-URI: nowhere',
      ),
    )

    expect(entry).toMatchObject({
      type: 'notice',
      notice: {
        kind: 'report',
        author: 'host.example',
        locations: ['https://leak.example/1', 'https://leak.example/2'],
        fingerprints: [],
      },
    })
    expect(
      JSON.stringify(await readInbound(arf('Feedback-Type: abuse', 'Reported-URI: https://a.example/'))),
    ).not.toContain('the original')
  })

  test('that concerns no content, or names no address, is no notice; without a type it is broken', async () => {
    expect(await reported(arf('Feedback-Type: auth-failure', 'Reported-URI: https://a.example/'))).toEqual([])
    expect(await reported(arf('Feedback-Type: abuse', 'Source-IP: 192.0.2.1'))).toEqual([])
    expect(await reported(arf('Version: 1'))).toMatchObject([
      { type: 'malformed', reason: expect.stringContaining('feedback-type') },
    ])
  })

  test('as XARF 3 names its source', async () => {
    const [entry] = await reported(
      xarf({
        Version: '3',
        ReporterInfo: { ReporterType: 'Org', ReporterOrg: 'Example' },
        Report: {
          ReportClass: 'Activity',
          ReportType: 'Harassment',
          Date: '1970-01-01T00:00:00.003Z',
          SourceUrl: 'https://leak.example/3',
          Samples: [{ ContentType: 'image/jpeg', Payload: '/9j/4AAQSkZJRg' }],
        },
      }),
    )

    expect(entry).toMatchObject({ notice: { kind: 'report', at: 3, locations: ['https://leak.example/3'] } })
  })

  test.each([
    'application/json; name=xarf.json',
    'application/xarf+json',
    'text/plain\r\nContent-Disposition: attachment; filename=report.json',
  ])('as XARF 4 is read from a part that is %s', async (type) => {
    const [entry] = await reported(xarf({ ...four, hash_values: { sha256: 'ab'.repeat(32) } }, type))

    expect(entry).toMatchObject({
      notice: {
        id: `host.example/xarf:${four.report_id}`,
        at: 5,
        locations: [four.url],
        fingerprints: [{ type: 'sha256' }],
      },
    })
  })

  test('as XARF 4 is read where the mail is nothing else', async () => {
    const body = JSON.stringify(four)

    expect(await reported(aMail({ To: 'abuse@in.example' }, body))).toMatchObject([
      { notice: { locations: [four.url] } },
    ])
  })

  test('of abuse of a child keeps the hashes alone: no address, no evidence', async () => {
    const report = {
      ...four,
      type: 'csam',
      hash_values: { sha256: 'cd'.repeat(32), md5: 'no hash', photodna: 'x' },
      evidence: [{ content_type: 'image/jpeg', payload: '/9j/4AAQSkZJRg' }],
    }
    const entries = await reported(xarf(report))

    expect(entries.map(({ type }) => type)).toEqual(['malformed', 'notice'])
    expect(entries[1]).toMatchObject({
      notice: { kind: 'hash-bank', locations: [], fingerprints: [{ type: 'sha256' }] },
    })
    const kept = JSON.stringify(await readInbound(xarf(report)))
    expect(kept).not.toContain('/9j/4AAQSkZJRg')
  })

  test.each([
    ['a type that is not there', { ...four, type: undefined }, 'type'],
    ['a version that is unknown', { ...four, xarf_version: '9' }, 'version 4'],
    ['text where an object stands', { ...four, report_id: {} }, 'report_id'],
  ])('with %s is quarantined with its reason', async (_, report, reason) => {
    expect(await reported(xarf(report))).toMatchObject([{ type: 'malformed', reason: expect.stringContaining(reason) }])
  })

  test('about a network is no notice', async () => {
    expect(await reported(xarf({ ...four, category: 'connection', type: 'port_scan' }))).toEqual([])
  })
})

describe('a hostile mail', () => {
  test.each([
    ['too long', () => new Uint8Array(longestMail + 1)],
    [
      'nested beyond reason',
      () =>
        bytes(
          ...Array.from({ length: 200 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}`),
          'x',
        ),
    ],
    ['all headers', () => bytes(`Subject: ${'x'.repeat(200_000)}`, '', 'x')],
  ])('that is %s is refused', async (_, make) => {
    await expect(readInbound(make())).rejects.toMatchObject({ name: 'Malformed' })
  })

  test.each([
    ['a million opening brackets', '<'.repeat(900_000)],
    ['scripts without end', '<script>'.repeat(100_000)],
    ['comments without end', '<!--'.repeat(200_000)],
    ['half of a tag', `<a ${'x'.repeat(900_000)}`],
    ['words that nearly propose', 'is '.repeat(300_000)],
  ])('of %s takes less than a second', async (_, body) => {
    const before = performance.now()

    await answer({ 'Content-Type': 'text/html' }, body)
    await answer({}, body)

    expect(performance.now() - before).toBeLessThan(1000)
  })

  test('of bytes that are nothing is an answer to nobody', async () => {
    expect(await readInbound(randomBytes(2000))).toMatchObject({ sort: 'answer', tokens: [], sender: null })
    expect(await readInbound(new Uint8Array())).toMatchObject({ tokens: [], text: '' })
  })
})
