/** A site on loopback: pages, redirects, soft "not found" of every kind, faults, and a log of what it was asked. */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface SitePage {
  status?: number
  type?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** `endless`: a body without end; `hang`: no answer; `no-head`: 405 to HEAD alone. */
  fault?: 'endless' | 'hang' | 'no-head'
}

export interface WebHost extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`. */
  origin: string
  /** `METHOD path`, in order. */
  asked: string[]
  /** Bytes of bodies that were written out. */
  sent: { path: string; bytes: number }[]
  set(path: string, page: SitePage | string): void
  take(path: string): void
  /** What it answers where nothing was set. Default: a plain 404. */
  otherwise: (path: string) => SitePage
}

export async function startWebHost(): Promise<WebHost> {
  const pages = new Map<string, SitePage>()
  const asked: string[] = []
  const sent: WebHost['sent'] = []
  const server = createServer((ask, answer) => {
    const path = ask.url ?? '/'
    asked.push(`${ask.method} ${path}`)
    const { status = 200, type = 'text/html', headers = {}, body = '', fault } = pages.get(path) ?? host.otherwise(path)
    if (fault === 'hang') return
    if (fault === 'no-head' && ask.method === 'HEAD') return void answer.writeHead(405).end()
    answer.writeHead(status, { 'content-type': type, ...headers })
    if (ask.method === 'HEAD') return void answer.end()
    if (fault === 'endless') return pour(answer)
    sent.push({ path, bytes: body.length })
    answer.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host: WebHost = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    sent,
    set: (path, page) => void pages.set(path, typeof page === 'string' ? { body: page } : page),
    take: (path) => void pages.delete(path),
    otherwise: () => ({ status: 404, body: aPage('Not found', '<p>There is no such page.</p>') }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return host
}

export function aPage(title: string, body: string, head = ''): string {
  return `<!doctype html><html><head><title>${title}</title>${head}</head><body><main>${body}</main></body></html>`
}

function pour(answer: ServerResponse): void {
  const line = '<p>more</p>'.repeat(6000)
  const go = () => {
    while (!answer.destroyed && answer.write(line));
  }
  answer.on('drain', go)
  go()
}
