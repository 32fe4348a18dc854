/**
 * A site with pictures on loopback: pages and files by their path, `robots.txt`, a log of what it was asked, and faults.
 * Its pictures are drawn: grain and soft shapes, a different one for each number.
 */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'

type Answer = (answer: ServerResponse) => void

export interface TestGallery extends AsyncDisposable {
  origin: string
  /** What was asked, in order: method and path. */
  requests: string[]
  /** The same, with all headers. */
  heard(): string
  /** Publishes a file or page under a path. */
  publish(path: string, content: string | Uint8Array | Answer, headers?: Record<string, string>): string
  withdraw(path: string): void
  /** Whatever is asked is answered so. */
  misbehave(answer: Answer | null): void
}

export async function startGallery(): Promise<TestGallery> {
  const files = new Map<string, Answer>()
  const requests: string[] = []
  const headers: unknown[] = []
  let fault: Answer | null = null
  const server = createServer((ask, answer) => {
    requests.push(`${ask.method} ${ask.url}`)
    headers.push(ask.url, ask.headers)
    const file = fault ?? files.get(ask.url ?? '')
    if (file) file(answer)
    else answer.writeHead(404, { 'content-type': 'text/plain' }).end('Nothing is here.')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    requests,
    heard: () => JSON.stringify(headers),
    publish(path, content, more = {}) {
      const type = typeof content === 'string' ? 'text/html; charset=utf-8' : 'application/octet-stream'
      files.set(
        path,
        typeof content === 'function'
          ? content
          : (answer) => answer.writeHead(200, { 'content-type': type, ...more }).end(content),
      )
      return `${origin}${path}`
    },
    withdraw: (path) => void files.delete(path),
    misbehave(answer) {
      fault = answer
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Faults that every site may have. */
export const faults = {
  endless(answer: ServerResponse) {
    const pour = () => {
      while (!answer.destroyed && answer.write('<p>more</p>'.repeat(100_000)));
    }
    answer.on('drain', pour).writeHead(200, { 'content-type': 'text/html' })
    pour()
  },
  drip(answer: ServerResponse) {
    answer.writeHead(200, { 'content-type': 'text/html' })
    const drip = setInterval(() => answer.write(' '), 20)
    answer.on('close', () => clearInterval(drip))
  },
  redirect(answer: ServerResponse) {
    answer.writeHead(302, { location: 'http://10.0.0.1/list' }).end()
  },
} satisfies Record<string, Answer>

/** A picture that was never taken, with enough to see in it; the same for the same number. */
export async function drawPicture(number: number, side = 480): Promise<Buffer> {
  let state = (number * 2_654_435_761) >>> 0
  const chance = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const cells = 12
  const coarse = Buffer.from(Array.from({ length: cells * cells * 3 }, () => Math.floor(chance() * 256)))
  return sharp(coarse, { raw: { width: cells, height: cells, channels: 3 } })
    .resize(side, side, { kernel: 'cubic' })
    .jpeg({ quality: 90 })
    .toBuffer()
}
