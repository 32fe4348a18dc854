/** WebSocket: bounded messages, back-pressure, dead peers found by ping. Redirects are not followed. */
import type { LookupFunction } from 'node:net'
import WebSocket from 'ws'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { BinarySocket, Socket, SocketOptions } from '#core/ports.ts'
import { errorCode, refusal, unreachable } from './faults.ts'

export interface SocketDeps {
  lookup: LookupFunction
  userAgent: string
  /** Between two pings, in milliseconds. A peer that is silent for two of them is dead. */
  heartbeatMs?: number
}

/** Unread messages at which the peer is told to wait, and at which it may go on. */
const high = { messages: 1_000, bytes: 4 << 20 }
const low = { messages: 100, bytes: 512 << 10 }

/** Opens `url`, which the guard has passed. Throws `Unavailable`, `Refused`, or the signal's reason. */
export async function openSocket(url: URL, options: SocketOptions, deps: SocketDeps): Promise<Socket> {
  const { ws, inbox, close } = await connect(url, options, deps, 'text')
  return {
    messages: inbox.messages((bytes) => bytes.toString('utf8')),
    send(text) {
      if (ws.readyState !== WebSocket.OPEN)
        throw new Unavailable(`The connection to ${url.host} is closed: connect again`)
      ws.send(text)
    },
    [Symbol.asyncDispose]: close,
  }
}

/** The same, for a peer that sends binary messages alone. */
export async function openBinarySocket(url: URL, options: SocketOptions, deps: SocketDeps): Promise<BinarySocket> {
  const { inbox, close } = await connect(url, options, deps, 'binary')
  return { messages: inbox.messages((bytes) => bytes), [Symbol.asyncDispose]: close }
}

async function connect(url: URL, options: SocketOptions, deps: SocketDeps, expects: 'text' | 'binary') {
  const { maxMessageBytes, signal } = options
  const { lookup, userAgent, heartbeatMs = 25_000 } = deps
  signal?.throwIfAborted()
  const ws = new WebSocket(url, {
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
    followRedirects: false,
    handshakeTimeout: 10_000,
    headers: { 'user-agent': userAgent },
    maxHeaderSize: 16 * 1024,
    lookup,
  })
  const inbox = createInbox(ws, url.host, expects)

  const abort = () => {
    inbox.end(signal?.reason)
    ws.terminate()
  }
  signal?.addEventListener('abort', abort, { once: true })
  const closed = new Promise<void>((resolve) => ws.once('close', () => resolve()))
  closed.then(() => signal?.removeEventListener('abort', abort))

  await opened(ws, url.host).catch(async (error: unknown) => {
    ws.on('error', () => {}).terminate()
    throw signal?.aborted ? signal.reason : error
  })
  const stopHeartbeat = keepAlive(ws, heartbeatMs, () => {
    inbox.end(new Unavailable(`${url.host} does not answer pings any more: connect again`))
  })
  closed.then(stopHeartbeat)

  async function close(): Promise<void> {
    inbox.end(null)
    ws.resume() // a paused socket would never see the peer's answer to our close
    ws.close(1000)
    const impatient = setTimeout(() => ws.terminate(), 1_000)
    await closed
    clearTimeout(impatient)
  }
  return { ws, inbox, close }
}

function opened(ws: WebSocket, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    ws.once('open', resolve)
    ws.once('unexpected-response', (_, { statusCode = 0, headers }) => {
      const redirected = statusCode >= 300 && statusCode < 400
      if (redirected) reject(new Refused(`${host} redirects, which is not followed here: give the final address`))
      else reject(refusal(host, statusCode, headers['retry-after'] ?? null))
    })
    ws.once('error', (error) => reject(error instanceof Refused ? error : unreachable(host, error)))
  })
}

/** Pings; a peer from which nothing came between two beats is given up. Returns how to stop. */
function keepAlive(ws: WebSocket, everyMs: number, dead: () => void): () => void {
  let heard = true
  const hear = () => {
    heard = true
  }
  ws.on('pong', hear).on('ping', hear).on('message', hear)
  const timer = setInterval(() => {
    if (ws.isPaused) return // we are the slow ones: its answer lies unread
    if (!heard) {
      dead()
      ws.terminate()
      return
    }
    heard = false
    ws.ping()
  }, everyMs)
  return () => clearInterval(timer)
}

interface Inbox {
  messages<T>(read: (bytes: Buffer) => T): AsyncGenerator<T, void, undefined>
  /** No more messages: `null` ends quietly, anything else is thrown to the reader. The first end counts. */
  end(why: unknown): void
}

/** Messages between the socket and a reader that may be slower than it. */
function createInbox(ws: WebSocket, host: string, expects: 'text' | 'binary'): Inbox {
  const queue: Buffer[] = []
  let bytes = 0
  let ended: { why: unknown } | undefined
  let wake = () => {}

  const end = (why: unknown) => {
    ended ??= { why }
    wake()
  }

  ws.on('message', (data: Buffer, isBinary: boolean) => {
    if (ended) return
    if (isBinary !== (expects === 'binary')) {
      const [sends, expected] = isBinary ? ['binary', 'text'] : ['text', 'binary']
      end(new Malformed(`${host} sends ${sends} messages where ${expected} is expected`))
      ws.close(1003)
      return
    }
    queue.push(data)
    bytes += data.byteLength
    if (queue.length >= high.messages || bytes >= high.bytes) ws.pause()
    wake()
  })
  ws.on('error', (error) => {
    const code = errorCode(error)
    if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH')
      end(new Malformed(`${host} sent a message that is too long`, { cause: error }))
    else if (code.startsWith('WS_ERR'))
      end(new Malformed(`${host} breaks the WebSocket protocol (${code})`, { cause: error }))
    else end(new Unavailable(`The connection to ${host} was lost (${code}): connect again`, { cause: error }))
  })
  ws.on('close', (code) => {
    end(code === 1006 ? new Unavailable(`The connection to ${host} was lost: connect again`) : null)
  })

  async function* messages<T>(read: (bytes: Buffer) => T) {
    while (true) {
      const next = queue.shift()
      if (next !== undefined) {
        bytes -= next.byteLength
        if (ws.isPaused && queue.length <= low.messages && bytes <= low.bytes) ws.resume()
        yield read(next)
      } else if (ended) {
        if (ended.why !== null) throw ended.why
        return
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
  }

  return { messages, end }
}
