/** Net: the one way out of the service. HTTP here, WebSockets in socket.ts, the guard in guard.ts. */
import { type Duplex, pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Agent, buildConnector, type Dispatcher, request } from 'undici'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { GetOptions, Got, Log, Net } from '#core/ports.ts'
import { explain, refusal } from './faults.ts'
import { createGuard, type Guard } from './guard.ts'
import { createPace } from './pace.ts'
import { openSocket } from './socket.ts'

export interface NetOptions {
  /** Networks in CIDR notation that may be reached although they are private, e.g. `127.0.0.0/8`. */
  allowNets: readonly string[]
  /** How the service introduces itself: name, version and a way to reach the operator. */
  userAgent: string
  log?: Log
}

const maxRedirects = 5
const redirects = new Set([301, 302, 303, 307, 308])
const answered = new Set([200, 206, 304, 404, 410, 416])

/** Headers that go along when a redirect leads to another origin; what may carry a key stays behind. */
const harmless = new Set(['accept', 'accept-encoding', 'if-none-match', 'if-modified-since', 'range'])

/**
 * The guarded client. Everything it throws is of core/errors.ts, names the host and nothing else of the address (paths
 * may carry a digest, queries a key), and says what to do; a caller's abort is thrown as its own reason.
 */
export function createNet({ allowNets, userAgent, log }: NetOptions): Net & AsyncDisposable {
  const guard = createGuard(allowNets)
  const pace = createPace({ atOnce: 2, now: () => performance.now() })
  const agent = new Agent({
    connect: buildConnector({ timeout: 10_000, lookup: guard.lookup, allowH2: false }),
    allowH2: false,
    pipelining: 1,
    maxHeaderSize: 16 * 1024,
    headersTimeout: 0, // one clock for the whole exchange, in `get`
    bodyTimeout: 0,
  })
  const closing = new AbortController()
  const stopping = (signal: AbortSignal | undefined) =>
    signal ? AbortSignal.any([signal, closing.signal]) : closing.signal

  async function hop(url: URL, headers: Record<string, string>, maxBytes: number, signal: AbortSignal) {
    const answer = await request(url, { dispatcher: agent, method: 'GET', headers, signal })
    const { statusCode: status, body } = answer
    if (redirects.has(status) || !answered.has(status)) {
      body.on('error', () => {}).destroy()
      return { status, headers: toHeaders(answer.headers), bytes: new Uint8Array() }
    }
    const bytes = await readBody(body, toHeaders(answer.headers), {
      host: url.host,
      maxBytes,
      strict: status === 200 || status === 206,
    })
    return { status, headers: toHeaders(answer.headers), bytes }
  }

  async function exchange(start: URL, options: GetOptions, signal: AbortSignal): Promise<Got> {
    let url = start
    let headers = lowerCase({ 'accept-encoding': 'gzip, deflate, br', 'user-agent': userAgent, ...options.headers })
    for (let hops = 0; hops <= maxRedirects; hops++) {
      const answer = await hop(url, headers, options.maxBytes, signal)
      if (!redirects.has(answer.status)) return finish(url, answer)
      const next = nextHop(guard, url, answer.headers.get('location'))
      if (next.origin !== url.origin) headers = onlyHarmless(headers, userAgent)
      url = next
    }
    throw new Refused(`${start.host} redirects more than ${maxRedirects} times: give the final address`)
  }

  return {
    async get(address, options) {
      const url = guard.check(address, ['http:', 'https:'])
      const gapMs = guard.isOwn(url.hostname) ? 0 : 100 // the operator's own networks need no sparing
      const stop = stopping(options.signal)
      return await pace.run(
        url.host,
        async () => {
          const timeoutMs = options.timeoutMs ?? 30_000
          const late = AbortSignal.timeout(timeoutMs)
          try {
            return await exchange(url, options, AbortSignal.any([late, stop]))
          } catch (error) {
            if (options.signal?.aborted) throw options.signal.reason
            const told = explain(error, { host: url.host, late: late.aborted ? timeoutMs : undefined })
            if (told instanceof Refused) log?.warn('net.refused')
            throw told
          }
        },
        { gapMs, signal: stop },
      )
    },

    async connect(address, options) {
      const url = guard.check(address, ['ws:', 'wss:'])
      return await openSocket(
        url,
        { ...options, signal: stopping(options.signal) },
        { lookup: guard.lookup, userAgent },
      )
    },

    async [Symbol.asyncDispose]() {
      closing.abort(new Unavailable('The service is stopping: ask again when it has started'))
      await agent.destroy()
    },
  }
}

function nextHop(guard: Guard, from: URL, location: string | null): URL {
  if (!location || !URL.canParse(location, from)) throw new Malformed(`${from.host} redirects without saying where`)
  const next = guard.check(new URL(location, from), ['http:', 'https:'])
  if (from.protocol === 'https:' && next.protocol === 'http:') {
    throw new Refused(
      `${from.host} redirects from https to http: ask its operator to mend that, or give the final address`,
    )
  }
  return next
}

function finish(url: URL, { status, headers, bytes }: { status: number; headers: Headers; bytes: Uint8Array }): Got {
  if (!answered.has(status)) throw refusal(url.host, status, headers.get('retry-after'))
  let text: string | undefined
  return {
    status,
    headers,
    bytes,
    url: url.href,
    get text() {
      text ??= new TextDecoder().decode(bytes)
      return text
    },
  }
}

/**
 * The body, decompressed, never longer than `maxBytes`: the stream is cut at the bound, so that a bomb costs no more
 * than an honest page of that size. One layer of compression only. An error page is cut instead of refused.
 */
async function readBody(
  body: Readable,
  headers: Headers,
  { host, maxBytes, strict }: { host: string; maxBytes: number; strict: boolean },
): Promise<Uint8Array> {
  const decoder = decoderFor(headers.get('content-encoding'))
  const stream = decoder ? pipeline(body, decoder, () => {}) : body // the decoder carries the body's errors
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    length += chunk.byteLength
    if (length <= maxBytes) continue
    if (strict) throw new Malformed(`The answer of ${host} is longer than ${maxBytes} bytes`)
    break
  }
  return new Uint8Array(Buffer.concat(chunks, Math.min(length, maxBytes)))
}

function decoderFor(encoding: string | null): Duplex | null {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return null
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      throw new Malformed('The answer is compressed in a way that was not asked for')
  }
}

function toHeaders(raw: Dispatcher.ResponseData['headers']): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(raw)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one)
  }
  return headers
}

function lowerCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

function onlyHarmless(headers: Record<string, string>, userAgent: string): Record<string, string> {
  return {
    'user-agent': userAgent,
    ...Object.fromEntries(Object.entries(headers).filter(([name]) => harmless.has(name))),
  }
}
