/** A real labeler (@skyware/labeler) on loopback, behind a door at which it can be made to misbehave. */
import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { Secp256k1Keypair } from '@atproto/crypto'
import { LabelerServer } from '@skyware/labeler'
import { encode } from 'cborg'
import { type WebSocket, WebSocketServer } from 'ws'
import type { AtNetwork } from './at-network.ts'

/**
 * - `frames`: these messages, and then nothing; `endless`: frames that say nothing new, without end; `drip`: the same,
 *   one now and then; `close`: closed as soon as it is open; a number: that status instead of a stream;
 * - `redirect`: the handshake leads to a private address.
 */
export type LabelerFault = 'endless' | 'drip' | 'close' | 'redirect' | number | { frames: Uint8Array[] }

export interface TestLabeler extends AsyncDisposable {
  url: string
  did: string
  /** Addresses that were asked for, the stream's among them. */
  requests: string[]
  /** How many streams were opened. */
  opened(): number
  label(label: { uri: string; val?: string; neg?: boolean; src?: string; cts?: string; exp?: string }): Promise<number>
  /** Puts another signature under a label that is stored. */
  forge(seq: number): Promise<void>
  /** Takes labels out of what is kept, as if they had never been. */
  forget(): Promise<void>
  /** Signs with a new key from now on; the document tells it. */
  rotate(): Promise<void>
  misbehave(fault: LabelerFault | null): void
  /** Cuts every connection. */
  drop(): void
  /** Resolves when so many streams have been opened. */
  listening(count: number): Promise<void>
}

/** A frame as this network's streams have it. */
export function aFrame(header: unknown, body: unknown): Uint8Array {
  return Buffer.concat([encode(header), encode(body)])
}

export async function startAtLabeler(network: AtNetwork): Promise<TestLabeler> {
  const opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'vigie-labeler-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  const did = 'did:plc:labelerlabelerlabelera2'
  const tell = (key: Secp256k1Keypair, endpoint?: string) =>
    network.join(did, {
      verificationMethod: [
        { id: `${did}#atproto_label`, type: 'Multikey', controller: did, publicKeyMultibase: key.did().slice(8) },
      ],
      service: endpoint ? [{ id: '#atproto_labeler', type: 'AtprotoLabeler', serviceEndpoint: endpoint }] : [],
    })

  const key = await Secp256k1Keypair.create({ exportable: true })
  const dbPath = join(folder, 'labels.db')
  const server = new LabelerServer({ did, signingKey: Buffer.from(await key.export()).toString('hex'), dbPath })
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  opened.defer(() => server.app.close())
  const url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
  tell(key, url)

  const requests: string[] = []
  let fault: LabelerFault | null = null
  let streams = 0
  let moved = Promise.withResolvers<void>()
  let signer = server

  const http = server.app.server
  http.on('request', (request) => requests.push(`${request.method} ${request.url}`))
  const own = http.listeners('upgrade')
  http.removeAllListeners('upgrade')
  const strange = new WebSocketServer({ noServer: true })
  const sockets = new Set<Duplex>()
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    requests.push(`UPGRADE ${request.url}`)
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    streams++
    moved.resolve()
    moved = Promise.withResolvers<void>()
    if (fault === 'redirect')
      return socket.end('HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\nContent-Length: 0\r\n\r\n')
    if (typeof fault === 'number') return socket.end(`HTTP/1.1 ${fault} No\r\nContent-Length: 0\r\n\r\n`)
    if (fault === null) {
      for (const listener of own) Reflect.apply(listener, http, [request, socket, head])
      return
    }
    const how = fault
    strange.handleUpgrade(request, socket, head as Buffer<ArrayBuffer>, (ws) => misanswer(ws, how))
  })

  return {
    url: url.replace('http', 'ws'),
    did,
    requests,
    opened: () => streams,
    async label({ val = 'ncii', ...label }) {
      const { id } = await signer.createLabel({ val, ...label })
      return id
    },
    async forge(seq) {
      await server.db.execute({ sql: 'UPDATE labels SET sig = randomblob(64) WHERE id = ?', args: [seq] })
    },
    async forget() {
      await server.db.execute('DELETE FROM labels')
      await server.db.execute("DELETE FROM sqlite_sequence WHERE name = 'labels'")
    },
    async rotate() {
      const next = await Secp256k1Keypair.create({ exportable: true })
      signer = new LabelerServer({ did, signingKey: Buffer.from(await next.export()).toString('hex'), dbPath })
      tell(next, url)
    },
    misbehave(next) {
      fault = next
    },
    drop() {
      for (const socket of sockets) socket.destroy()
    },
    async listening(count) {
      while (streams < count) await moved.promise
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await opened.disposeAsync()
    },
  }
}

function misanswer(ws: WebSocket, fault: Exclude<LabelerFault, number | 'redirect'>): void {
  ws.on('error', () => {})
  const nothing = aFrame({ op: 1, t: '#labels' }, { seq: 0, labels: [] })
  if (fault === 'close') ws.close()
  else if (fault === 'endless') pour(ws, nothing)
  else if (fault === 'drip') {
    const drip = setInterval(() => ws.send(nothing), 50)
    ws.on('close', () => clearInterval(drip))
  } else for (const frame of fault.frames) ws.send(frame)
}

/** Sends as fast as the other side takes it. */
function pour(ws: WebSocket, bytes: Uint8Array): void {
  if (ws.readyState !== ws.OPEN) return
  if (ws.bufferedAmount < 1 << 20) for (let i = 0; i < 100; i++) ws.send(bytes)
  setImmediate(pour, ws, bytes)
}
