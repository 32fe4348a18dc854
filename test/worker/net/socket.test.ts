import { lookup } from 'node:dns'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import { createNet } from '#worker/net/http.ts'
import { openSocket } from '#worker/net/socket.ts'
import { serve } from './server.ts'

const local = () => createNet({ allowNets: ['127.0.0.0/8'], userAgent: 'Vigie-test/1' })
const small = { maxMessageBytes: 1_000 }

async function peer(greet: (socket: WebSocket) => void, options: { autoPong?: boolean } = {}) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', ...options })
  server.on('connection', (socket) => greet(socket.on('error', () => {})))
  await once(server, 'listening')
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      for (const client of server.clients) client.terminate()
      server.close()
    },
  }
}

async function readAll(messages: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = []
  for await (const text of messages) all.push(text)
  return all
}

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return await promise.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => error,
  )
}

test('messages arrive in order and end when the peer closes', async () => {
  await using server = await peer((socket) => {
    socket.on('message', (text) => socket.send(`echo ${text}`, () => socket.close(1000)))
  })
  await using net = local()
  await using socket = await net.connect(server.url, small)

  socket.send('hello')

  expect(await readAll(socket.messages)).toEqual(['echo hello'])
})

test('a lost connection throws, after what had arrived', async () => {
  await using server = await peer((socket) => socket.send('one', () => socket.terminate()))
  await using net = local()
  await using socket = await net.connect(server.url, small)
  const heard: string[] = []

  const error = await failure(
    (async () => {
      for await (const text of socket.messages) heard.push(text)
    })(),
  )

  expect(error).toBeInstanceOf(Unavailable)
  expect(heard).toEqual(['one'])
})

test('a message that is too long closes the connection', async () => {
  await using server = await peer((socket) => socket.send('x'.repeat(2_000)))
  await using net = local()
  await using socket = await net.connect(server.url, small)

  expect(await failure(readAll(socket.messages))).toBeInstanceOf(Malformed)
})

test('a binary message is malformed', async () => {
  await using server = await peer((socket) => socket.send(new Uint8Array(3)))
  await using net = local()
  await using socket = await net.connect(server.url, small)

  expect(await failure(readAll(socket.messages))).toBeInstanceOf(Malformed)
})

test('a flood waits at the peer while the reader is slow', async () => {
  const text = 'x'.repeat(1_000)
  const total = 40_000
  let sender: WebSocket | undefined
  await using server = await peer((socket) => {
    sender = socket
    for (let i = 0; i < total; i++) socket.send(text)
    socket.close(1000)
  })
  await using net = local()
  await using socket = await net.connect(server.url, small)
  const reader = socket.messages[Symbol.asyncIterator]()
  await reader.next()

  const held = sender?.bufferedAmount ?? 0
  let read = 1
  while (!(await reader.next()).done) read++

  expect(held).toBeGreaterThan(10_000_000)
  expect(read).toBe(total)
})

test('a peer that answers no ping is given up', async () => {
  await using server = await peer(() => {}, { autoPong: false })
  const deps = { lookup, userAgent: 'Vigie-test/1', heartbeatMs: 40 }
  await using socket = await openSocket(new URL(server.url), small, deps)

  expect(await failure(readAll(socket.messages))).toBeInstanceOf(Unavailable)
})

test('the signal ends a waiting reader with its own reason', async () => {
  await using server = await peer(() => {})
  await using net = local()
  const stop = new AbortController()
  await using socket = await net.connect(server.url, { ...small, signal: stop.signal })
  const reading = readAll(socket.messages)
  const reason = new Error('enough')

  stop.abort(reason)

  expect(await failure(reading)).toBe(reason)
})

test('a name that leads to loopback is refused where loopback is not allowed', async () => {
  await using server = await peer(() => {})
  await using net = createNet({ allowNets: [], userAgent: 'Vigie-test/1' })

  expect(await failure(net.connect(server.url.replace('127.0.0.1', 'localhost'), small))).toBeInstanceOf(Refused)
})

test('an answer that is no WebSocket says what to do', async () => {
  await using server = await serve((ask, answer) => {
    if (ask.url === '/busy') answer.writeHead(503, { 'retry-after': '7' }).end()
    else if (ask.url === '/moved') answer.writeHead(302, { location: 'http://10.0.0.1/' }).end()
    else answer.writeHead(404).end()
  })
  await using net = local()
  const at = (path: string) => failure(net.connect(server.url.replace('http', 'ws') + path, small))

  expect(await at('/busy')).toMatchObject({ name: 'Unavailable', retryAfterMs: 7_000 })
  expect(await at('/moved')).toBeInstanceOf(Refused)
  expect(await at('/gone')).toBeInstanceOf(Refused)
})

test('closing the client closes its sockets', async () => {
  const gone = Promise.withResolvers<void>()
  await using server = await peer((socket) => socket.on('close', () => gone.resolve()))
  const net = local()
  await net.connect(server.url, small)

  await net[Symbol.asyncDispose]()

  await gone.promise
})
