/** An HTTP server for lists on loopback: ETag, Range, pages, a log of what it was asked, and faults. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * - `endless`: a body without end; `drip`: a byte now and then; `redirect`: to a private address;
 * - `cut`: half of the body, then the connection ends; a number: this status, with `Retry-After: 60`.
 */
type ListFault = 'endless' | 'drip' | 'redirect' | 'cut' | number

interface ListPage {
  content: string | Uint8Array
  /** Content type; none where it is left out. */
  type?: string
  /** Path of the page that `Link: rel="next"` names. */
  next?: string
}

interface ListRequest {
  path: string
  status: number
  /** Bytes of the body that was sent. */
  sent: number
  headers: IncomingMessage['headers']
}

export interface TestList extends AsyncDisposable {
  /** Origin; the first page is at `/list` unless `publish` says otherwise. */
  origin: string
  url: string
  requests: ListRequest[]
  /** Sets a page, replacing what was there. */
  publish(page: ListPage | string, path?: string): void
  append(text: string, path?: string): void
  /** Gives a page the page after it. */
  link(path: string, next: string): void
  withdraw(path?: string): void
  misbehave(fault: ListFault | null): void
  /** Capabilities that some servers lack. */
  able: { etag: boolean; range: boolean }
}

export async function startHttpList(): Promise<TestList> {
  const pages = new Map<string, ListPage>()
  const requests: ListRequest[] = []
  const able = { etag: true, range: true }
  let fault: ListFault | null = null

  const server = createServer((ask, answer) => {
    const path = ask.url ?? '/'
    const log = (status: number, sent: number) => requests.push({ path, status, sent, headers: ask.headers })
    if (fault !== null) {
      log(0, 0)
      return misanswer(answer, fault, pages.get(path))
    }
    const page = pages.get(path)
    const { status, body, headers } = page ? answerFor(page, ask, able) : { status: 404, body: empty, headers: {} }
    log(status, body.length)
    answer.writeHead(status, headers).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    origin,
    url: `${origin}/list`,
    requests,
    able,
    publish(page, path = '/list') {
      pages.set(path, typeof page === 'string' ? { content: page } : page)
    },
    append(text, path = '/list') {
      const page = pages.get(path) ?? { content: '' }
      pages.set(path, { ...page, content: Buffer.concat([Buffer.from(page.content), Buffer.from(text)]) })
    },
    link(path, next) {
      pages.set(path, { content: '', ...pages.get(path), next })
    },
    withdraw(path = '/list') {
      pages.delete(path)
    },
    misbehave(next) {
      fault = next
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const empty = Buffer.alloc(0)

function answerFor(page: ListPage, ask: IncomingMessage, able: TestList['able']) {
  const content = Buffer.from(page.content)
  const etag = `"${createHash('sha1')
    .update(content)
    .update(page.next ?? '')
    .digest('hex')}"`
  const headers = {
    ...(page.type && { 'content-type': page.type }),
    ...(page.next && { link: `<${page.next}>; rel="next"` }),
    ...(able.etag && { etag }),
  }
  if (able.etag && ask.headers['if-none-match'] === etag) return { status: 304, body: empty, headers: { etag } }
  const [, from] = able.range ? (ask.headers.range?.match(/^bytes=(\d+)-$/) ?? []) : []
  if (from === undefined) return { status: 200, body: content, headers }
  const total = content.length
  if (Number(from) >= total) return { status: 416, body: empty, headers: { 'content-range': `bytes */${total}` } }
  const range = { 'content-range': `bytes ${from}-${total - 1}/${total}` }
  return { status: 206, body: content.subarray(Number(from)), headers: { ...headers, ...range } }
}

function misanswer(answer: ServerResponse, fault: ListFault, page: ListPage | undefined): void {
  if (typeof fault === 'number') {
    answer.writeHead(fault, { 'retry-after': '60' }).end()
    return
  }
  switch (fault) {
    case 'redirect':
      answer.writeHead(302, { location: 'http://10.0.0.1/list' }).end()
      return
    case 'cut': {
      const body = Buffer.from(page?.content ?? 'nothing')
      answer.writeHead(200, { 'content-length': body.length })
      answer.write(body.subarray(0, body.length / 2), () => answer.destroy())
      return
    }
    case 'drip': {
      const drip = setInterval(() => answer.write('#'), 20)
      answer.on('close', () => clearInterval(drip))
      return
    }
    case 'endless': {
      const line = '#'.repeat(1 << 20)
      const pour = () => {
        while (!answer.destroyed && answer.write(line));
      }
      answer.on('drain', pour)
      pour()
    }
  }
}
