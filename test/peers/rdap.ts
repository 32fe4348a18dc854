/** A register on loopback: answers of our own writing in the shape of RFC 9083, and faults. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Bootstrap } from '#knowledge/responsible/bootstrap.ts'

export interface Register extends AsyncDisposable {
  origin: string
  /** Paths, in order. */
  asked: string[]
  /** Everything is answered by this register. */
  bootstrap: Bootstrap
  answer(path: string, object: unknown, options?: { status?: number; headers?: Record<string, string> }): void
}

export async function startRegister(): Promise<Register> {
  const answers = new Map<string, { body: string; status: number; headers: Record<string, string> }>()
  const asked: string[] = []
  const server = createServer((ask, answer) => {
    const path = ask.url ?? '/'
    asked.push(path)
    const { body, status, headers } = answers.get(path) ?? { body: '{"errorCode":404}', status: 404, headers: {} }
    answer.writeHead(status, { 'content-type': 'application/rdap+json', ...headers }).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const all = (keys: string[]): Bootstrap['dns'] => [[keys, [`${origin}/`]]]
  return {
    origin,
    asked,
    bootstrap: {
      dns: all(['example']),
      ipv4: all(['0.0.0.0/0']),
      ipv6: all(['::/0']),
      asn: all(['1-100000']),
    },
    answer(path, object, { status = 200, headers = {} } = {}) {
      answers.set(path, { body: typeof object === 'string' ? object : JSON.stringify(object), status, headers })
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** An entity with a card. */
export function anEntity(roles: string[], name: string, emails: string[], entities: unknown[] = []) {
  const card = [
    ['version', {}, 'text', '4.0'],
    ['fn', {}, 'text', name],
    ...emails.map((email) => ['email', { type: 'work' }, 'text', email]),
  ]
  return { objectClassName: 'entity', roles, vcardArray: ['vcard', card], entities }
}
