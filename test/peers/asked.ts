/** A server on loopback for sources that are asked: what it was asked, word for word, and faults. */
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/**
 * - `endless`: a body without end; `drip`: a byte now and then; `redirect`: to a private address; `cut`: half a body;
 * - `html`, `types`, `deep`: a page instead of data, data of another form, a million brackets;
 * - a number: this status, with `Retry-After: 60`; negative: the same without.
 */
export type AskedFault = 'endless' | 'drip' | 'redirect' | 'cut' | 'html' | 'types' | 'deep' | number

export interface Question {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: string
}

export interface AskedPeer extends AsyncDisposable {
  url: string
  questions: Question[]
  /** All that it was told, addresses, headers and bodies. */
  heard(): string
  misbehave(fault: AskedFault | null): void
  /** What happens while it thinks about an answer. */
  meanwhile: ((question: Question) => Promise<void>) | null
}

/** @param answer status and JSON for a question; undefined: 404 */
export async function startAsked(
  answer: (question: Question) => { status?: number; json: unknown } | undefined,
): Promise<AskedPeer> {
  const questions: Question[] = []
  let fault: AskedFault | null = null
  const server = createServer(async (ask, response) => {
    const url = new URL(ask.url ?? '/', 'http://peer')
    const question = {
      method: ask.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: ask.headers,
      body: await text(ask),
    }
    questions.push(question)
    await peer.meanwhile?.(question)
    if (fault !== null) return misanswer(response, fault)
    const { status = 200, json } = answer(question) ?? { status: 404, json: { message: 'not found' } }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const peer: AskedPeer = {
    meanwhile: null,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    questions,
    heard: () => questions.map((each) => JSON.stringify({ ...each, query: [...each.query] })).join('\n'),
    misbehave(next) {
      fault = next
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return peer
}

function misanswer(response: ServerResponse, fault: AskedFault): void {
  const json = { 'content-type': 'application/json' }
  if (typeof fault === 'number')
    return void response.writeHead(Math.abs(fault), fault > 0 ? { 'retry-after': '60' } : {}).end('{"detail":"no"}')
  switch (fault) {
    case 'redirect':
      return void response.writeHead(302, { location: 'http://10.0.0.1/' }).end()
    case 'html':
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Sign in first')
    case 'types':
      return void response.writeHead(200, json).end('[{"results":7,"responses":{},"scanned_hashes":[]},null]')
    case 'deep':
      return void response.writeHead(200, json).end('['.repeat(900_000))
    case 'cut': {
      response.writeHead(200, { ...json, 'content-length': 100 })
      return void response.write('{"results":', () => response.destroy())
    }
    case 'drip': {
      const drip = setInterval(() => response.write(' '), 20)
      return void response.on('close', () => clearInterval(drip))
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
