/**
 * A partner's hash list in a process of its own, so that making it costs the pipeline neither memory nor its thread.
 *
 * `/bulk/N` are whole pages. `/live/N` come into being one a second once the parent says `live`: the newest page has no
 * next one yet. One line in `rare` is near an enrolled hash, the others are random.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ListOrder {
  /** Hashes in hexadecimal, to lie near. */
  targets: string[]
  rare: number
  bulkPages: number
  linesPerPage: number
}

const order = await new Promise<ListOrder>((resolve) => process.once('message', resolve))
const { targets, rare, bulkPages, linesPerPage } = order
let made = 0
let stopsAt = Number.POSITIVE_INFINITY
const live: string[] = ['']

process.on('message', (said: { live: number; seconds: number }) => {
  stopsAt = live.length + said.seconds
  const timer = setInterval(() => {
    live.push(pageOf('live', said.live, new Date()))
    if (live.length === stopsAt) clearInterval(timer)
  }, 1000)
})
process.on('disconnect', () => process.exit(0))

const server = createServer((ask, answer) => {
  const [, kind = '', page = '0'] = (ask.url ?? '').split('/')
  const at = Number(page)
  const hasNext = kind === 'bulk' ? at + 1 < bulkPages : at + 1 < live.length
  answer.setHeader('content-type', 'application/x-ndjson').setHeader('etag', `"${kind}-${at}"`)
  if (hasNext) answer.setHeader('link', `</${kind}/${at + 1}>; rel="next"`)
  if (ask.headers['if-none-match'] === `"${kind}-${at}"`) return void answer.writeHead(304).end()
  send(answer, kind === 'bulk' ? pageOf('bulk', linesPerPage, new Date(1_790_000_000_000)) : (live[at] ?? ''))
}).listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))

function send(answer: ServerResponse, body: string): void {
  answer.setHeader('content-length', Buffer.byteLength(body)).end(body)
}

function pageOf(kind: string, lines: number, at: Date): string {
  const random = randomBytes(32 * lines)
  const updated_at = at.toISOString()
  const text: string[] = []
  for (let i = 0; i < lines; i++, made++) {
    const isNear = targets.length > 0 && made % rare === 0
    const value = isNear
      ? near(targets[(made / rare) % targets.length] ?? '')
      : random.toString('hex', 32 * i, 32 * i + 32)
    const url = `https://host-${made % 5000}.example/p/${made}`
    text.push(JSON.stringify({ id: `${kind}-${made}`, op: 'upsert', type: 'pdq', value, quality: 90, url, updated_at }))
  }
  return `${text.join('\n')}\n`
}

/** The hash with 12 of its bits turned. */
function near(hash: string): string {
  const bytes = Buffer.from(hash, 'hex')
  for (let bit = 0; bit < 256; bit += 22) bytes[bit >> 3]! ^= 1 << (bit & 7)
  return bytes.toString('hex')
}
