/**
 * Proxy: lets a program that makes its own connections (git, a browser) out through the guard. It listens on loopback,
 * takes a request only with its own password, and resolves every name itself, once, at the moment of connecting.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { Unavailable } from '#core/errors.ts'
import { createGuard } from './guard.ts'

export interface Proxy extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`, without user and password. */
  url: string
  user: string
  password: string
}

export interface ProxyOptions {
  allowNets: readonly string[]
  /** What one connection may bring, in bytes. */
  maxBytes: number
  /** A connection over which nothing comes for this long is closed. */
  idleMs?: number
}

export async function startProxy({ allowNets, maxBytes, idleMs = 60_000 }: ProxyOptions): Promise<Proxy> {
  const guard = createGuard(allowNets)
  const user = 'vigie'
  const password = randomBytes(24).toString('base64url')
  const right = Buffer.from(`Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`)
  const open = new Set<Duplex>()

  const admits = ({ headers }: IncomingMessage) => {
    const given = Buffer.from(headers['proxy-authorization'] ?? '')
    return given.length === right.length && timingSafeEqual(given, right)
  }

  /** Closes both ends together, and when more comes than was agreed on. */
  function join(here: Duplex, there: Socket): void {
    let bytes = 0
    there.on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength
      if (bytes > maxBytes) there.destroy()
    })
    there.setTimeout(idleMs, () => there.destroy())
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const) {
      open.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
    here.pipe(there)
    there.pipe(here)
  }

  /** Plain HTTP: the request names the whole address. */
  function forward(incoming: IncomingMessage, answer: ServerResponse): void {
    if (!admits(incoming)) return void answer.writeHead(407, { 'proxy-authenticate': 'Basic realm="vigie"' }).end()
    let url: URL
    try {
      url = guard.check(incoming.url ?? '', ['http:'])
    } catch {
      return void answer.writeHead(403).end()
    }
    const headers = Object.fromEntries(Object.entries(incoming.headers).filter(([name]) => !hopByHop.has(name)))
    const outgoing = request(url, { method: incoming.method, headers, lookup: guard.lookup, timeout: idleMs })
    outgoing.on('response', (response) => {
      let bytes = 0
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength
        if (bytes > maxBytes) answer.destroy()
      })
      response.pipe(answer)
    })
    outgoing.on('timeout', () => outgoing.destroy())
    outgoing.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()))
    answer.on('close', () => outgoing.destroy())
    incoming.pipe(outgoing)
  }

  const server = createServer(forward)
  server.on('connect', (incoming: IncomingMessage, here: Duplex) => {
    here.on('error', () => {})
    const refuse = (status: string) => void here.end(`HTTP/1.1 ${status}\r\n\r\n`)
    if (!admits(incoming))
      return void here.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="vigie"\r\n\r\n',
      )
    let url: URL
    try {
      url = guard.check(`https://${incoming.url}`, ['https:'])
    } catch {
      return refuse('403 Forbidden')
    }
    const there = connect({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port || 443),
      lookup: guard.lookup,
      timeout: idleMs,
    })
    const early = () => refuse('502 Bad Gateway')
    there.once('error', early)
    there.once('connect', () => {
      there.off('error', early)
      here.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      join(here, there)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (!address || typeof address === 'string') throw new Unavailable('This machine gives no port on 127.0.0.1.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    user,
    password,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      for (const end of open) end.destroy()
      await closed
    },
  }
}

/** RFC 9110 §7.6.1: they belong to one connection and are not passed on. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])
