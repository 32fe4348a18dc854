/** A real SMTP server on loopback that keeps what it accepts, and can be made to refuse, stall or hang up. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface TestMailServer extends AsyncDisposable {
  url: string
  /** Runs when a mail has arrived whole, before it is acknowledged. */
  beforeAnswer: () => Promise<void>
  /** Accepted and acknowledged, in order. */
  mails: (ParsedMail & { raw: string })[]
  /** Resolves when this many have been accepted. */
  received(count: number): Promise<ParsedMail[]>
  /** What the next mails meet, until it is taken back: a reply at RCPT or after the last dot, or no reply at all. */
  misbehave(fault: { at: 'rcpt' | 'dot'; reply: 450 | 550 | 'hang-up' | 'silence' } | null): void
}

export async function startMailServer(): Promise<TestMailServer> {
  const mails: (ParsedMail & { raw: string })[] = []
  const waiting: { count: number; done: () => void }[] = []
  let fault: { at: 'rcpt' | 'dot'; reply: 450 | 550 | 'hang-up' | 'silence' } | null = null
  const refusal = (code: number) => Object.assign(new Error('Not now'), { responseCode: code })

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onRcptTo(_address, _session, done) {
      if (fault?.at === 'rcpt' && typeof fault.reply === 'number') done(refusal(fault.reply))
      else done()
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        const raw = Buffer.concat(parts)
        if (fault?.at === 'dot') {
          if (fault.reply === 'silence') return
          if (fault.reply === 'hang-up') {
            for (const connection of server.connections)
              if (connection.session === session) connection._socket.destroy()
            return
          }
          return done(refusal(fault.reply))
        }
        mails.push({ ...(await simpleParser(raw)), raw: raw.toString('latin1') })
        await peer.beforeAnswer()
        done()
        for (const each of waiting) if (mails.length >= each.count) each.done()
      })
    },
  }) as SMTPServer & { connections: Set<{ session: unknown; _socket: { destroy(): void } }> }
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')

  const peer: TestMailServer = {
    beforeAnswer: async () => {},
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    async received(count) {
      if (mails.length < count) await new Promise<void>((done) => waiting.push({ count, done }))
      return mails
    },
    misbehave(next) {
      fault = next
    },
    async [Symbol.asyncDispose]() {
      await new Promise<void>((done) => server.close(done))
    },
  }
  return peer
}
