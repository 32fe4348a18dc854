/** A server of Bluesky's events, built from its published formats, both wires of them; it can be made to misbehave. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

export type Wire = 'legacy' | 'current'

/** - `say`: these messages and then nothing; a number: that status instead of a stream. */
type JetstreamFault = 'endless' | 'drip' | 'redirect' | 'close' | number | { say: string[] }

interface Event {
  did: string
  timeUs: number
  seq: number
  commit?: { operation: string; collection: string; rkey: string; record?: unknown }
  account?: { active: boolean; status?: string }
}

export interface TestJetstream extends AsyncDisposable {
  url: string
  /** Addresses of the streams that were asked for. */
  requests: string[]
  write(did: string, record: unknown, rkey: string, operation?: 'create' | 'update'): void
  erase(did: string, rkey: string): void
  account(did: string, account: { active: boolean; status?: string }): void
  /** The next events are so much later than the last. */
  wait(ms: number): void
  /** Lets go of what is older than its last `count` events. */
  forget(count: number): void
  misbehave(fault: JetstreamFault | null): void
  drop(): void
  listening(count: number): Promise<void>
}

/** @param wires which it has; the other's address is not found */
export async function startJetstream({ wires = ['legacy'] as Wire[], firstSeq = 1 } = {}): Promise<TestJetstream> {
  const requests: string[] = []
  let events: Event[] = []
  let fault: JetstreamFault | null = null
  let seq = firstSeq
  let timeUs = 1_000 * (Date.now() - 600_000)
  let moved = Promise.withResolvers<void>()
  const open = new Map<WebSocket, Wire>()

  const http = createServer((_, answer) => answer.writeHead(426).end())
  const sockets = new WebSocketServer({ noServer: true })
  http.on('upgrade', (request, socket, head) => {
    requests.push(request.url ?? '')
    moved.resolve()
    moved = Promise.withResolvers<void>()
    const url = new URL(request.url ?? '/', 'http://stream.example')
    const wire = url.pathname === '/subscribe' ? 'legacy' : 'current'
    const cursor = Number(url.searchParams.get('cursor') ?? Number.NaN)
    const refuse = (status: number) => socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`)
    if (fault === 'redirect')
      return socket.end('HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\nContent-Length: 0\r\n\r\n')
    if (typeof fault === 'number') return refuse(fault)
    if (!wires.includes(wire)) return refuse(404)
    const byTime = cursor >= 1e15
    const tooOld = !byTime && wire === 'current' && cursor < (events[0]?.seq ?? 0) - 1
    if (tooOld) return refuse(400)
    const how = fault
    sockets.handleUpgrade(request, socket, head, (ws) => {
      ws.on('error', () => {})
      if (how) return misanswer(ws, how)
      const kept = events.filter((event) => (byTime ? event.timeUs : event.seq) >= cursor)
      if (wire === 'current' && byTime && events[0] && cursor < events[0].timeUs - 3_600_000_000)
        ws.send(JSON.stringify({ $type: 'message', payload: { $type: 'x#info', name: 'OutdatedCursor' } }))
      for (const event of kept) ws.send(print(event, wire))
      open.set(ws, wire)
      ws.on('close', () => open.delete(ws))
    })
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')

  function add(event: Omit<Event, 'seq' | 'timeUs'>): void {
    timeUs += 1_000
    const whole = { ...event, seq: seq++, timeUs }
    events.push(whole)
    for (const [ws, wire] of open) ws.send(print(whole, wire))
  }

  return {
    url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}`,
    requests,
    write(did, record, rkey, operation = 'create') {
      add({ did, commit: { operation, collection: 'app.bsky.feed.post', rkey, record } })
    },
    erase(did, rkey) {
      add({ did, commit: { operation: 'delete', collection: 'app.bsky.feed.post', rkey } })
    },
    account(did, account) {
      add({ did, account })
    },
    wait(ms) {
      timeUs += 1_000 * ms
    },
    forget(count) {
      events = events.slice(-count)
    },
    misbehave(next) {
      fault = next
    },
    drop() {
      for (const ws of sockets.clients) ws.terminate()
    },
    async listening(count) {
      while (requests.length < count) await moved.promise
    },
    async [Symbol.asyncDispose]() {
      for (const ws of sockets.clients) ws.terminate()
      http.closeAllConnections()
      http.close()
      await once(http, 'close')
    },
  }
}

function print({ did, timeUs, seq, commit, account }: Event, wire: Wire): string {
  const time = new Date(timeUs / 1_000).toISOString()
  const rev = `rev${seq}`
  if (wire === 'legacy') {
    const kind = commit ? 'commit' : 'account'
    return JSON.stringify({ did, time_us: timeUs, kind, ...(commit ? { commit: { rev, ...commit } } : { account }) })
  }
  const $type = `network.bsky.jetstream.subscribeEvents#${commit ? 'commit' : 'account'}`
  const payload = { $type, seq, did, time, ...(commit ? { rev, ...commit } : { account }) }
  return JSON.stringify({ $type: 'message', payload })
}

function misanswer(ws: WebSocket, fault: Exclude<JetstreamFault, number | 'redirect'>): void {
  const nothing = JSON.stringify({ did: 'did:plc:nobody', time_us: 1, kind: 'identity' })
  if (fault === 'close') ws.close()
  else if (fault === 'endless') pour(ws, nothing)
  else if (fault === 'drip') {
    const drip = setInterval(() => ws.send(nothing), 50)
    ws.on('close', () => clearInterval(drip))
  } else for (const text of fault.say) ws.send(text)
}

/** Sends as fast as the other side takes it. */
function pour(ws: WebSocket, text: string): void {
  if (ws.readyState !== ws.OPEN) return
  if (ws.bufferedAmount < 1 << 20) for (let i = 0; i < 100; i++) ws.send(text)
  setImmediate(pour, ws, text)
}
