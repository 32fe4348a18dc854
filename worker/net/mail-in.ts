/**
 * Mail in, over SMTP (RFC 5321), as a mail server in front passes it on. One mail at a time is read in memory and let go
 * of; nothing is ever answered, passed on or returned.
 */
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { SMTPServer } from 'smtp-server'
import { Malformed, Unavailable } from '#core/errors.ts'
import type { Log, Now } from '#core/ports.ts'
import { longestMail, readInbound } from '#knowledge/inbound.ts'
import { takeMail } from '#store/events.ts'
import type { Store } from '#store/store.ts'

const bounds = {
  connections: 20,
  recipients: 20,
  /** From one address, so that nobody fills the store alone. */
  mailsAMinute: 60,
  silenceMs: 60_000,
  /** Each is a question to a name server that the sender chooses. */
  signatures: 5,
  lookupMs: 3_000,
}

export interface MailIn extends AsyncDisposable {
  port: number
}

export interface MailInOptions {
  host: string
  port: number
  /** Mail for other domains is refused: this is no relay. */
  domain: string
  store: Store
  now: Now
  log: Log
  /** Answers as `dns.resolve` does. Default: the machine's own name servers. */
  resolve?: (name: string, type: string) => Promise<string[][] | string[]>
}

/** Listens until it is disposed of. Throws `Unavailable` where the port is taken. */
export async function startMailIn({
  host,
  port,
  domain,
  store,
  now,
  log,
  resolve = askNameServers,
}: MailInOptions): Promise<MailIn> {
  const counts = new Map<string, { minute: number; mails: number }>()

  /** Whether this address has sent more in this minute than it may. */
  function isTooOften(address: string): boolean {
    const minute = Math.floor(now() / 60_000)
    for (const [each, count] of counts) if (count.minute !== minute) counts.delete(each)
    const count = counts.get(address) ?? { minute, mails: 0 }
    counts.set(address, { minute, mails: count.mails + 1 })
    return count.mails >= bounds.mailsAMinute
  }

  async function take(stream: Readable & { sizeExceeded?: boolean }, envelope: { from: string; to: string[] }) {
    const bytes = await collect(stream)
    if (bytes === null || stream.sizeExceeded) throw refusal(552, 'The mail is longer than 1 MiB')
    const read = await readInbound(bytes, { recipients: envelope.to, noSender: envelope.from === '' }).catch(
      (error: unknown) => {
        throw error instanceof Malformed ? refusal(550, 'The mail cannot be read') : error
      },
    )
    const verified = read.sort !== 'report' && (await isSigned(bytes, read.sender, { resolve, now }))
    const taken = await takeMail(store, read, { at: new Date(now()), verified })
    log.info('mail.taken', { kind: read.sort, code: taken })
    if (taken === 'too-many') throw refusal(452, 'Too much mail waits')
  }

  const server = new SMTPServer({
    name: domain,
    banner: '',
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: longestMail,
    maxClients: bounds.connections,
    socketTimeout: bounds.silenceMs,
    closeTimeout: 2000,
    onMailFrom: (_address, { remoteAddress }, done) =>
      isTooOften(remoteAddress) ? done(refusal(450, 'Too much mail from here: wait a minute')) : done(),
    onRcptTo({ address }, { envelope }, done) {
      if (!address.toLowerCase().endsWith(`@${domain}`)) done(refusal(550, 'Mail for this address is not taken here'))
      else if (envelope.rcptTo.length >= bounds.recipients) done(refusal(452, 'Too many recipients'))
      else done()
    },
    onData(stream, { envelope }, done) {
      const to = envelope.rcptTo.map(({ address }) => address)
      take(stream, { from: envelope.mailFrom ? envelope.mailFrom.address : '', to }).then(
        () => done(),
        (error: unknown) => {
          if (error instanceof Error && 'responseCode' in error) return done(error)
          log.error('mail.failed', { error: error instanceof Error ? error.name : 'unknown' })
          done(refusal(451, 'Not now: try again later'))
        },
      )
    },
  })
  server.listen(port, host)
  await once(server.server, 'listening').catch((cause: unknown) => {
    throw new Unavailable(`VIGIE_MAIL_IN: port ${port} of ${host} cannot be listened on: it is taken, or not ours.`, {
      cause,
    })
  })
  server.on('error', () => {}) // a connection that was cut
  return {
    port: (server.server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      await new Promise<void>((done) => server.close(done))
    },
  }
}

async function askNameServers(name: string, type: string): Promise<string[][] | string[]> {
  const resolver = new Resolver({ timeout: bounds.lookupMs, tries: 1 })
  return (await resolver.resolve(name, type)) as string[][] | string[]
}

/** Whether the domain that the mail says it comes from has signed it (DKIM, RFC 6376; aligned as DMARC asks, RFC 7489 §3.1.1). */
async function isSigned(
  bytes: Uint8Array,
  sender: string | null,
  { resolve, now }: { resolve: NonNullable<MailInOptions['resolve']>; now: Now },
): Promise<boolean> {
  if (sender === null) return false
  const [head = ''] = Buffer.from(bytes)
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1)
  const count = head.match(/^dkim-signature:/gim)?.length ?? 0
  if (count === 0 || count > bounds.signatures) return false
  // A name server that does not answer, or answers nonsense, leaves the mail unsigned.
  const checked = await dkimVerify(Buffer.from(bytes), { resolver: resolve, curTime: now() }).catch(() => null)
  return checked?.results.some(({ status }) => status.result === 'pass' && Boolean(status.aligned)) ?? false
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

/** All of it, or null where it is too long; what is too long is read on and dropped, as SMTP wants. */
async function collect(stream: Readable): Promise<Uint8Array | null> {
  let parts: Buffer[] | null = []
  let length = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    length += part.length
    if (length > longestMail) parts = null
    parts?.push(part)
  }
  return parts && new Uint8Array(Buffer.concat(parts))
}
