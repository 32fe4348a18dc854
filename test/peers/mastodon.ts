/** The public interface of a Mastodon instance on loopback, as its documentation states it, with faults. */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { faults } from './gallery.ts'

type Fault =
  | 'endless'
  | 'drip'
  | 'redirect'
  | 'same'
  | 'html'
  | 'cut'
  | { status: number; headers?: Record<string, string> }

export interface TestInstance extends AsyncDisposable {
  url: string
  requests: string[]
  heard(): string
  /** Publishes posts with one picture each; returns their ids. `more` replaces fields. */
  post(name: string, more?: Record<string, unknown>): string
  remove(name: string): void
  misbehave(fault: Fault | null): void
  /** What `domain_blocks` answers; null: hidden. */
  blocks: unknown[] | null
  remaining: number
}

/** @param firstMs when its first post was made, and how much later each that follows */
export async function startMastodon({ firstMs = Date.now() - 3_600_000, everyMs = 1000 } = {}): Promise<TestInstance> {
  const posts: { id: bigint; name: string; status: Record<string, unknown> }[] = []
  const requests: string[] = []
  const headers: unknown[] = []
  let fault: Fault | null = null
  const server = createServer((ask, answer) => {
    requests.push(ask.url ?? '')
    headers.push(ask.url, ask.headers)
    if (fault !== null && fault !== 'same') return misanswer(answer, fault)
    const { pathname, searchParams } = new URL(ask.url ?? '/', instance.url)
    const json = (status: number, body: unknown) =>
      answer
        .writeHead(status, {
          'content-type': 'application/json; charset=utf-8',
          'x-ratelimit-limit': '300',
          'x-ratelimit-remaining': String(instance.remaining),
          'x-ratelimit-reset': new Date(Date.now() + 300_000).toISOString(),
          link: `<${instance.url}/api/v1/timelines/public?min_id=999&access_token=t0ken>; rel="prev"`,
        })
        .end(JSON.stringify(body))
    if (pathname === '/api/v1/instance/domain_blocks')
      return instance.blocks
        ? json(200, instance.blocks)
        : json(401, { error: 'This method requires an authenticated user' })
    if (pathname !== '/api/v1/timelines/public') return json(404, { error: 'Record not found' })
    const limit = Math.min(40, Number(searchParams.get('limit') ?? 20))
    const from = BigInt(fault === 'same' ? 0 : (searchParams.get('min_id') ?? 0))
    // `min_id`: the posts next after it; without it the newest. Either way newest first.
    const after = posts.filter(({ id }) => id > from)
    const page = searchParams.has('min_id') ? after.slice(0, limit) : after.slice(-limit)
    json(200, page.map(({ status }) => status).reverse())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const instance: TestInstance = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    heard: () => JSON.stringify(headers),
    blocks: null,
    remaining: 299,
    post(name, more = {}) {
      const at = firstMs + posts.length * everyMs
      const id = (BigInt(at) << 16n) + BigInt(posts.length)
      const status = {
        id: String(id),
        created_at: new Date(at).toISOString(),
        sensitive: true,
        spoiler_text: '',
        visibility: 'public',
        uri: `${instance.url}/users/a/statuses/${id}`,
        url: `https://social.example/@a/${id}`,
        content: '<p>Look</p>',
        account: { acct: 'a', noindex: false, indexable: true },
        media_attachments: [
          {
            id: `m${id}`,
            type: 'image',
            url: `https://files.social.example/${name}.jpg`,
            preview_url: `https://files.social.example/small/${name}.jpg`,
            remote_url: null,
            blurhash: 'UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH',
            meta: {},
          },
        ],
        tags: [{ name: 'art' }],
        ...more,
      }
      posts.push({ id, name, status })
      return String(id)
    },
    remove(name) {
      posts.splice(
        posts.findIndex((post) => post.name === name),
        1,
      )
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
  return instance
}

function misanswer(answer: ServerResponse, fault: Exclude<Fault, 'same'>): void {
  if (typeof fault === 'object') answer.writeHead(fault.status, fault.headers).end('{"error":"no"}')
  else if (fault === 'html') answer.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>')
  else if (fault === 'cut') answer.writeHead(200, { 'content-length': 900 }).write('[{"id":"1"', () => answer.destroy())
  else faults[fault](answer)
}
