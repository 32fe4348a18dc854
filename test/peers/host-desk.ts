/**
 * The abuse desk of a host: takes letters over SMTP, and answers to the address that they came from, signed with DKIM as
 * a mail service does. It answers, refuses, bounces or stays silent when it is told to.
 */
import { generateKeyPairSync } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { startMailServer, type TestMailServer } from './mail-server.ts'

type Letter = TestMailServer['mails'][number]

export interface HostDesk extends AsyncDisposable {
  /** What the letters are sent through. */
  url: string
  mail: TestMailServer
  /** Letters that came to the desk, the earliest first. */
  letters(): Letter[]
  /** Answers as DNS does, for whoever checks signatures. */
  resolve(name: string): Promise<string[][]>
  /** Answers a letter. Resolves with the reply code of the server that took the answer. */
  answer(letter: Letter, text: string, options?: { unsigned?: boolean; subject?: string }): Promise<number>
  /** A mail server's report that a letter could not be delivered (RFC 3464). */
  bounce(letter: Letter): Promise<number>
}

export const deskAddress = 'desk@host.example'

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

/** @param inbox the port where mail comes in */
export async function startHostDesk(inbox: () => number): Promise<HostDesk> {
  const mail = await startMailServer()
  let count = 0

  async function hand(raw: string, envelope: { from: string; to: string }): Promise<number> {
    const transport = createTransport({ host: '127.0.0.1', port: inbox(), ignoreTLS: true })
    const { response } = await transport.sendMail({ raw, envelope: { from: envelope.from, to: [envelope.to] } })
    return Number(response.slice(0, 3))
  }

  return {
    url: mail.url,
    mail,
    letters: () => mail.mails.filter((each) => JSON.stringify(each.to).includes(deskAddress)),
    async resolve(name) {
      if (name === 's1._domainkey.host.example') return [[`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]]
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    },
    async answer(letter, text, { unsigned = false, subject = `Re: ${letter.subject}` } = {}) {
      const to = letter.replyTo?.value[0]?.address ?? ''
      const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
      const { message } = await transport.sendMail({
        from: deskAddress,
        to,
        subject,
        text,
        messageId: `<answer-${++count}@host.example>`,
        ...(!unsigned && { dkim: { domainName: 'host.example', keySelector: 's1', privateKey } }),
      })
      return hand(message.toString(), { from: deskAddress, to })
    },
    async bounce(letter) {
      const to = letter.from?.value[0]?.address ?? ''
      const raw = [
        'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
        `To: ${to}`,
        'Subject: Undelivered Mail Returned to Sender',
        `Message-ID: <bounce-${++count}@mx.example>`,
        'Auto-Submitted: auto-replied',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'Your message could not be delivered.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example',
        '',
        `Final-Recipient: rfc822; ${deskAddress}`,
        'Action: failed',
        'Status: 5.1.1',
        '--b--',
        '',
      ].join('\r\n')
      return hand(raw, { from: '', to })
    },
    [Symbol.asyncDispose]: () => mail[Symbol.asyncDispose](),
  }
}
