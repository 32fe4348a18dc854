/** A real Nostr relay on loopback, with an in-memory store, that can be made to misbehave. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Event, EventRepository, type Filter, LogLevel } from '@nostr-relay/common'
import { NostrRelay } from '@nostr-relay/core'
import { Validator } from '@nostr-relay/validator'
import { matchFilter } from 'nostr-tools/filter'
import type { NostrEvent } from 'nostr-tools/pure'
import { type WebSocket, WebSocketServer } from 'ws'

/**
 * - `silent`: answers no request; `drip`: a remark now and then, and no answer; `flood`: remarks without end;
 * - `endless`: events without end, never an EOSE; `oversized`: one message of 2 MiB;
 * - `closed: …`: each request is answered by CLOSED with this text;
 * - `redirect`: the handshake leads to a private address.
 */
type RelayFault = 'silent' | 'drip' | 'flood' | 'endless' | 'oversized' | 'redirect' | `closed: ${string}`

export interface TestRelay extends AsyncDisposable {
  url: string
  /** Every message that clients sent, in order. */
  requests: string[]
  publish(...events: NostrEvent[]): Promise<void>
  /** Puts an event into the store, and to whoever listens, without looking at it. */
  plant(...events: NostrEvent[]): Promise<void>
  misbehave(fault: RelayFault | null): void
  /** Cuts every connection. */
  drop(): void
  /** Cuts every connection after so many messages to it. */
  dropAfter(messages: number | null): void
  /** Resolves when some client has a subscription open whose stored events were sent. */
  listening(): Promise<void>
}

/** @param maxLimit most stored events for one request, whatever is asked for */
export async function startNostrRelay({ maxLimit = 500 } = {}): Promise<TestRelay> {
  const memory = new Memory(maxLimit)
  // No cache: with a short one, an answer that expires while it is looked up fails the request.
  const relay = new NostrRelay(memory, { filterResultCacheTtl: 0, logLevel: LogLevel.ERROR })
  const validator = new Validator()
  const requests: string[] = []
  let fault: RelayFault | null = null
  let cutAfter: number | null = null
  let heardOut = Promise.withResolvers<void>()

  const http = createServer((_, answer) => answer.writeHead(426).end())
  const sockets = new WebSocketServer({ noServer: true })
  http.on('upgrade', (request, socket, head) => {
    if (fault === 'redirect')
      socket.end('HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\nContent-Length: 0\r\n\r\n')
    else sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request))
  })
  sockets.on('connection', (ws: WebSocket) => {
    ws.on('error', () => {})
    let sent = 0
    const send = ws.send.bind(ws)
    ws.send = (text: string) => {
      if (cutAfter !== null && sent++ >= cutAfter) return ws.terminate()
      send(text)
      if (text.startsWith('["EOSE"')) heardOut.resolve()
    }
    relay.handleConnection(ws)
    ws.on('close', () => relay.handleDisconnect(ws))
    ws.on('message', async (raw: Buffer) => {
      const text = raw.toString()
      requests.push(text)
      const subscription: string = JSON.parse(text)[1]
      if (fault) return text.startsWith('["REQ"') && misanswer(ws, fault, subscription)
      try {
        await relay.handleMessage(ws, await validator.validateIncomingMessage(raw))
      } catch (error) {
        ws.send(JSON.stringify(['NOTICE', String(error)]))
      }
    })
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')

  return {
    url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}`,
    requests,
    async publish(...events) {
      for (const event of events) {
        const { success, message } = await relay.handleEvent(event)
        if (!success) throw new Error(`The relay refused an event: ${message}`)
        if (event.kind === 5) await relay.broadcast(event) // this relay only obeys it, others pass it on as well
      }
    },
    async plant(...events) {
      for (const event of events) {
        memory.events.set(`${event.id} ${JSON.stringify(event.tags)}`, event)
        await relay.broadcast(event)
      }
    },
    misbehave(next) {
      fault = next
    },
    drop() {
      for (const ws of sockets.clients) ws.terminate()
    },
    dropAfter(messages) {
      cutAfter = messages
    },
    async listening() {
      await heardOut.promise
      heardOut = Promise.withResolvers<void>()
    },
    async [Symbol.asyncDispose]() {
      for (const ws of sockets.clients) ws.terminate()
      await relay.destroy()
      http.closeAllConnections()
      http.close()
      await once(http, 'close')
    },
  }
}

class Memory extends EventRepository {
  readonly events = new Map<string, Event>()
  readonly #maxLimit: number

  constructor(maxLimit: number) {
    super()
    this.#maxLimit = maxLimit
  }

  isSearchSupported() {
    return false
  }

  async upsert(event: Event) {
    const isDuplicate = this.events.has(event.id)
    if (!isDuplicate) this.events.set(event.id, event)
    return { isDuplicate }
  }

  async find(filter: Filter) {
    return [...this.events.values()]
      .filter((event) => matchFilter(filter as Parameters<typeof matchFilter>[0], event))
      .sort((a, b) => b.created_at - a.created_at)
      .slice(0, Math.min(filter.limit ?? this.#maxLimit, this.#maxLimit))
  }

  override async deleteByDeletionRequest(request: Event) {
    const { id, tags, pubkey } = request
    this.events.set(id, request)
    for (const [name, target = ''] of tags) {
      if (name === 'e' && this.events.get(target)?.pubkey === pubkey) this.events.delete(target)
    }
  }

  async destroy() {}
}

function misanswer(ws: WebSocket, fault: RelayFault, subscription: string): void {
  const remark = JSON.stringify(['NOTICE', 'hello'])
  if (fault.startsWith('closed: ')) ws.send(JSON.stringify(['CLOSED', subscription, fault.slice(8)]))
  if (fault === 'oversized') ws.send(JSON.stringify(['EVENT', subscription, { content: 'x'.repeat(2 << 20) }]))
  if (fault === 'flood') pour(ws, remark)
  if (fault === 'endless') pour(ws, JSON.stringify(['EVENT', subscription, { kind: 1984 }]))
  if (fault === 'drip') {
    const drip = setInterval(() => ws.send(remark), 50)
    ws.on('close', () => clearInterval(drip))
  }
}

/** Sends as fast as the other side takes it. */
function pour(ws: WebSocket, text: string): void {
  if (ws.readyState !== ws.OPEN) return
  if (ws.bufferedAmount < 1 << 20) for (let i = 0; i < 100; i++) ws.send(text)
  setImmediate(pour, ws, text)
}
