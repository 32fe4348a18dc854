/** Net: the one way out of the service. HTTP here, WebSockets in socket.ts, the guard in guard.ts. */
import { type Duplex, pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Agent, buildConnector, type Dispatcher, request } from 'undici'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { AskOptions, GetOptions, Got, Log, Net, Streamed, StreamOptions } from '#core/ports.ts'
import { explain, refusal } from './faults.ts'
import { createGuard, type Guard } from './guard.ts'
import { createPace } from './pace.ts'
import { openBinarySocket, openSocket } from './socket.ts'

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

  const withDefaults = (headers: Record<string, string> | undefined) =>
    lowerCase({ 'accept-encoding': 'gzip, deflate, br', 'user-agent': userAgent, ...headers })

  async function hop(url: URL, { method = 'GET', headers = {}, body }: AskOptions, signal: AbortSignal) {
    const answer = await request(url, { dispatcher: agent, method, headers, body: body ?? null, signal })
    return { status: answer.statusCode, headers: toHeaders(answer.headers), body: answer.body }
  }
  type Hop = Awaited<ReturnType<typeof hop>>

  /** The answer at the end of the redirects, its body unread. */
  async function follow(start: URL, options: AskOptions, signal: AbortSignal): Promise<Hop & { url: URL }> {
    let url = start
    let asked = { ...options, headers: withDefaults(options.headers) }
    for (let hops = 0; hops <= maxRedirects; hops++) {
      const answer = await hop(url, asked, signal)
      if (!redirects.has(answer.status)) return { ...answer, url }
      discard(answer)
      const next = nextHop(guard, url, answer.headers.get('location'))
      if (next.origin !== url.origin) asked = { ...asked, headers: onlyHarmless(asked.headers, userAgent) }
      if (answer.status === 303) asked = { ...asked, method: 'GET', body: '' }
      url = next
    }
    throw new Refused(`${start.host} redirects more than ${maxRedirects} times: give the final address`)
  }

  async function finish(
    answer: Hop & { url: URL },
    maxBytes: number,
    isAnswer: (status: number) => boolean,
  ): Promise<Got> {
    const { status, headers, url } = answer
    if (!isAnswer(status)) {
      discard(answer)
      throw refusal(url.host, status, headers.get('retry-after'))
    }
    const strict = status === 200 || status === 206
    return toGot(url, {
      status,
      headers,
      bytes: await readBody(answer.body, headers, { host: url.host, maxBytes, strict }),
    })
  }

  /** Runs an exchange when it is the host's turn, against the clock; what it throws is told in our own words. */
  async function inTurn<T>(
    address: string,
    options: Pick<GetOptions, 'signal' | 'timeoutMs'>,
    exchange: (url: URL, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const url = guard.check(address, ['http:', 'https:'])
    const gapMs = guard.isOwn(url.hostname) ? 0 : 100 // the operator's own networks need no sparing
    const stop = stopping(options.signal)
    return await pace.run(
      url.host,
      async () => {
        const timeoutMs = options.timeoutMs ?? 30_000
        const late = AbortSignal.timeout(timeoutMs)
        try {
          return await exchange(url, AbortSignal.any([late, stop]))
        } catch (error) {
          if (options.signal?.aborted) throw options.signal.reason
          const told = explain(error, { host: url.host, late: late.aborted ? timeoutMs : undefined })
          if (told instanceof Refused) log?.warn('net.refused')
          throw told
        }
      },
      { gapMs, signal: stop },
    )
  }

  return {
    async get(address, options) {
      return inTurn(address, options, async (url, signal) =>
        finish(await follow(url, { ...options, method: 'GET' }, signal), options.maxBytes, (status) =>
          answered.has(status),
        ),
      )
    },

    async ask(address, options) {
      return inTurn(address, options, async (url, signal) => {
        const follows = options.redirects === 'follow'
        const answer = follows
          ? await follow(url, options, signal)
          : { ...(await hop(url, { ...options, headers: withDefaults(options.headers) }, signal)), url }
        if (options.method === 'HEAD') {
          discard(answer) // it may say how a body would be compressed, and has none
          return toGot(answer.url, { status: answer.status, headers: answer.headers, bytes: new Uint8Array() })
        }
        return finish(answer, options.maxBytes, () => true)
      })
    },

    async stream(address, options) {
      // The clock of the exchange ends with the headers; from then on only silence between two chunks counts.
      return inTurn(address, options, async (url) => {
        const silence = new AbortController()
        const idleMs = options.idleMs ?? 30_000
        const timer = setTimeout(() => silence.abort(), idleMs)
        const signal = AbortSignal.any([silence.signal, stopping(options.signal)])
        const answer = await follow(url, { ...options, maxBytes: 0 }, signal).finally(() => timer.refresh())
        if (!answered.has(answer.status)) {
          clearTimeout(timer)
          discard(answer)
          throw refusal(answer.url.host, answer.status, answer.headers.get('retry-after'))
        }
        return streamed(answer, { options, timer, silence: silence.signal, idleMs })
      })
    },

    async connect(address, options) {
      const url = guard.check(address, ['ws:', 'wss:'])
      return await openSocket(
        url,
        { ...options, signal: stopping(options.signal) },
        { lookup: guard.lookup, userAgent },
      )
    },

    async connectBinary(address, options) {
      const url = guard.check(address, ['ws:', 'wss:'])
      return await openBinarySocket(
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

function discard({ body }: { body: Readable }): void {
  body.on('error', () => {}).destroy()
}

function toGot(
  url: URL,
  { status, headers, bytes }: { status: number; headers: Headers; bytes: Uint8Array<ArrayBuffer> },
): Got {
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

function streamed(
  answer: { status: number; headers: Headers; body: Readable; url: URL },
  of: { options: StreamOptions; timer: NodeJS.Timeout; silence: AbortSignal; idleMs: number },
): Streamed {
  const { status, headers, url } = answer
  const { options, timer, silence, idleMs } = of
  async function* body() {
    let length = 0
    try {
      for await (const chunk of decoded(answer.body, headers)) {
        timer.refresh()
        length += chunk.byteLength
        if (length > options.maxBytes)
          throw new Malformed(`The answer of ${url.host} is longer than ${options.maxBytes} bytes`)
        yield chunk
      }
    } catch (error) {
      if (options.signal?.aborted) throw options.signal.reason
      throw explain(error, { host: url.host, late: silence.aborted ? idleMs : undefined })
    } finally {
      clearTimeout(timer)
    }
  }
  return {
    status,
    headers,
    url: url.href,
    body: body(),
    async [Symbol.asyncDispose]() {
      clearTimeout(timer)
      discard(answer)
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
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of decoded(body, headers)) {
    chunks.push(chunk)
    length += chunk.byteLength
    if (length <= maxBytes) continue
    if (strict) throw new Malformed(`The answer of ${host} is longer than ${maxBytes} bytes`)
    break
  }
  return new Uint8Array(Buffer.concat(chunks, Math.min(length, maxBytes)))
}

function decoded(body: Readable, headers: Headers): AsyncIterable<Uint8Array> {
  const decoder = decoderFor(headers.get('content-encoding'))
  return decoder ? pipeline(body, decoder, () => {}) : body // the decoder carries the body's errors
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
