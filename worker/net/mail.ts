/** Mail out, over SMTP (RFC 5321). One recipient a mail, plain text, no tracking, nothing that names the program. */
import { Transform } from 'node:stream'
import { createTransport } from 'nodemailer'
import { InvalidInput } from '#core/errors.ts'

export interface Mail {
  to: string
  subject: string
  text: string
  /** Makes the Message-ID: the same mail, tried again, carries the same one. */
  id: string
  /**
   * Called when all of the text has been sent and before the dot that ends it, without which no server accepts a mail.
   * False: the mail is not ended, and so not accepted.
   */
  beforeLastDot(): Promise<boolean>
  /**
   * A letter that a person sends through us: it comes from this address, which takes the answers and the bounces, and does
   * not call itself automatic. Without it the mail is the installation's own.
   */
  letterFrom?: { name: string; address: string }
}

export interface Mailer extends AsyncDisposable {
  /** Resolves when the server has accepted the mail. Throws `MailRefused`. */
  send(mail: Mail): Promise<void>
  /** Throws `MailRefused` when no server answers, or it refuses us. */
  verify(): Promise<void>
}

export class MailRefused extends Error {
  override readonly name = 'MailRefused'
  /** The server's reply code, or a short word for what failed before there was one. */
  readonly code: string
  /** The server will never take this mail (a reply of 500 or more to this recipient or text). */
  readonly permanent: boolean

  constructor(code: string, options: { permanent: boolean; cause: unknown }) {
    super('The mail server did not take the mail.', { cause: options.cause })
    this.code = code
    this.permanent = options.permanent
  }
}

/** @throws InvalidInput when `url` is no `smtp:` or `smtps:` address. */
export function createMailer({ url, from, name }: { url: string; from: string; name: string }): Mailer {
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url))
    throw new InvalidInput('SMTP_URL is no address: write it as smtp://user:password@host:587.')
  const transport = createTransport({
    url,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = from.split('@').at(-1) ?? 'localhost'
  transport.use('stream', ({ message, data }, done) => {
    const { beforeLastDot } = data as unknown as { beforeLastDot: Mail['beforeLastDot'] }
    message.transform(
      () =>
        new Transform({
          transform: (chunk, _encoding, next) => next(null, chunk),
          flush: (next) => beforeLastDot().then((go) => next(go ? null : new Error('No longer ours to send.')), next),
        }),
    )
    done()
  })

  return {
    async send({ to, subject, text, id, beforeLastDot, letterFrom }) {
      const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }
      const mail = {
        from: letterFrom ?? { name, address: from },
        to: { name: '', address: to },
        subject,
        text,
        messageId: messageIdOf(id, letterFrom?.address.split('@').at(-1) ?? domain),
        xMailer: false as const,
        ...(letterFrom
          ? { replyTo: { name: '', address: letterFrom.address }, envelope: { from: letterFrom.address, to } }
          : { headers: automatic }),
        beforeLastDot,
      }
      await transport.sendMail(mail).catch(refuse)
    },
    async verify() {
      await transport.verify().catch(refuse)
    },
    async [Symbol.asyncDispose]() {
      transport.close()
    },
  }
}

/** What the same mail carries each time that it is tried. */
export function messageIdOf(id: string, domain: string): string {
  return `<${id}@${domain}>`
}

function refuse(cause: unknown): never {
  const code = cause instanceof Error && 'responseCode' in cause ? Number(cause.responseCode) : 0
  const command = cause instanceof Error && 'command' in cause ? String(cause.command) : ''
  // A refusal of the whole session (greeting, sign-in) is the installation's trouble, not this mail's.
  const permanent = code >= 500 && (command.startsWith('RCPT') || command.startsWith('DATA'))
  const word = cause instanceof Error && 'code' in cause ? String(cause.code).toLowerCase() : 'error'
  throw new MailRefused(code > 0 ? String(code) : word, { permanent, cause })
}
