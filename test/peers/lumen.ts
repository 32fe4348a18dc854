/** Lumen, as its API is documented: notices by date submitted, a page at a time, for whoever has a token. */
import { once } from 'node:events'
import { createServer } from 'node:http'

export interface LumenNotice {
  id: number
  type?: string
  date_submitted: string
  [field: string]: unknown
}

export interface LumenServer extends AsyncDisposable {
  url: string
  notices: LumenNotice[]
  /** How it answers from now on; null: as it should. */
  answers:
    | null
    | { status: number; headers?: Record<string, string>; body: string }
    | 'circle'
    | 'endless'
    | 'drip'
    | 'redirect'
  /** At most so many to a search: beyond it, a window is to be halved. Default 20,000. */
  most: number
  requests: URL[]
  heard(): string
}

export async function startLumen({ token = 'token-of-test' } = {}): Promise<LumenServer> {
  let heard = ''
  const state: Pick<LumenServer, 'notices' | 'answers' | 'most' | 'requests'> = {
    notices: [],
    answers: null,
    most: 20_000,
    requests: [],
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    heard += `${request.method} ${request.url} ${JSON.stringify(request.headers)}\n`
    state.requests.push(url)
    const { answers } = state
    const json = (body: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (answers === 'redirect') return void response.writeHead(302, { location: 'http://10.0.0.1/' }).end()
    if (answers === 'endless') {
      response.writeHead(200, { 'content-type': 'application/json' })
      const write = () => {
        while (response.write(' '.repeat(1 << 20)));
      }
      response.on('drain', write)
      return write()
    }
    if (answers === 'drip') {
      response.writeHead(200, { 'content-type': 'application/json' })
      const timer = setInterval(() => response.write(' '), 50)
      return void response.on('close', () => clearInterval(timer))
    }
    if (answers && typeof answers === 'object')
      return void response.writeHead(answers.status, answers.headers).end(answers.body)
    if (request.headers['x-authentication-token'] !== token) return void response.writeHead(403).end('Forbidden')
    const [from = 0, to = 0] = (url.searchParams.get('date_submitted_facet') ?? '').split('..').map(Number)
    const page = Number(url.searchParams.get('page'))
    const perPage = Number(url.searchParams.get('per_page'))
    if (page * perPage > state.most) return void response.writeHead(404).end('{}')
    const inWindow = state.notices.filter(({ date_submitted }) => {
      const at = Date.parse(date_submitted)
      return at >= from && at <= to
    })
    const notices = inWindow.slice((page - 1) * perPage, page * perPage)
    const endless = answers === 'circle'
    const total = Math.ceil(inWindow.length / perPage)
    json({
      notices: endless ? [{ id: page, type: 'Other', date_submitted: new Date(to).toISOString(), works: [] }] : notices,
      meta: {
        query: { term: null },
        current_page: page,
        next_page: endless || page < total ? page + 1 : null,
        previous_page: page > 1 ? page - 1 : null,
        per_page: perPage,
        total_entries: inWindow.length,
        total_pages: total,
        offset: (page - 1) * perPage,
      },
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    heard: () => heard,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  })
}
