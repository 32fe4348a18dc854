/** What the made-up hash exchanges share: an HTTP server on loopback, a log of all it was told, and faults. */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * - `endless`: a body without end; `drip`: a byte now and then; `redirect`: to a private address;
 * - `cut`: half of what would be answered, then the connection ends; `html`: a web page with status 200;
 * - a number: that status, with `Retry-After: 60` where `patience` is not false.
 */
export type Fault = 'endless' | 'drip' | 'redirect' | 'cut' | 'html' | number

export interface Asked {
  method: string
  /** Path and query. */
  path: string
  query: URLSearchParams
  headers: Record<string, string | string[] | undefined>
  body: string
}

export interface Answer {
  status?: number
  headers?: Record<string, string>
  body: string
}

export interface ExchangeServer extends AsyncDisposable {
  origin: string
  asked: Asked[]
  misbehave(fault: Fault | null, options?: { patience?: boolean; body?: string }): void
  heard(): string
}

export async function startExchangeServer(answer: (asked: Asked, origin: string) => Answer): Promise<ExchangeServer> {
  const asked: Asked[] = []
  let fault: Fault | null = null
  let patience = true
  let words = ''

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const url = new URL(request.url ?? '/', origin)
    const heard: Asked = {
      method: request.method ?? '',
      path: request.url ?? '/',
      query: url.searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    }
    asked.push(heard)
    if (typeof fault === 'number') {
      response.writeHead(fault, patience ? { 'retry-after': '60' } : {}).end(words)
      return
    }
    const { status = 200, headers = {}, body } = answer(heard, origin)
    if (fault) return misanswer(response, fault, body)
    response.writeHead(status, headers).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    origin,
    asked,
    misbehave(next, { patience: waits = true, body = '' } = {}) {
      fault = next
      patience = waits
      words = body
    },
    heard: () => JSON.stringify(asked),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function misanswer(response: ServerResponse, fault: Exclude<Fault, number>, body: string): void {
  switch (fault) {
    case 'redirect':
      response.writeHead(302, { location: 'http://10.0.0.1/list' }).end()
      return
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title><p>Sign in')
      return
    case 'cut':
      response.writeHead(200, { 'content-length': Buffer.byteLength(body) })
      response.write(body.slice(0, body.length / 2), () => response.destroy())
      return
    case 'drip': {
      const drip = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(drip))
      return
    }
    case 'endless': {
      const blank = ' '.repeat(1 << 20)
      const pour = () => {
        while (!response.destroyed && response.write(blank));
      }
      response.on('drain', pour)
      pour()
    }
  }
}
