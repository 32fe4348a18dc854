/** The rest of AT Protocol's network on loopback: a directory of DID documents and a server of records, with a log. */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface AtNetwork extends AsyncDisposable {
  url: string
  /** Every address that was asked for, in order. */
  requests: string[]
  /** Adds an account that lives here; what is given replaces what its document says. */
  join(did: string, document?: Record<string, unknown>): void
  /** Writes a record and returns its at:// address. */
  write(did: string, value: unknown, at?: { collection?: string; key?: string }): string
  erase(uri: string): void
  /** Answers requests for records (`records`) or documents (`directory`) with this status; null: as it should. */
  fail(what: 'records' | 'directory', status: number | null): void
}

export async function startAtNetwork(): Promise<AtNetwork> {
  const documents = new Map<string, Record<string, unknown>>()
  const records = new Map<string, unknown>()
  const requests: string[] = []
  const failing = new Map<'records' | 'directory', number>()
  let written = 0

  const http = createServer((request, answer) => {
    const url = new URL(request.url ?? '/', 'http://network.example')
    requests.push(`${request.method} ${request.url}`)
    if (url.pathname === '/xrpc/com.atproto.repo.getRecord') {
      const status = failing.get('records')
      const [did, collection, key] = ['repo', 'collection', 'rkey'].map((name) => url.searchParams.get(name))
      const uri = `at://${did}/${collection}/${key}`
      if (status) return json(answer, status, { error: 'Unavailable' })
      if (!records.has(uri)) return json(answer, 400, { error: 'RecordNotFound', message: 'Could not locate record' })
      return json(answer, 200, { uri, cid: `bafyrei${'a'.repeat(52)}`, value: records.get(uri) })
    }
    const status = failing.get('directory')
    const document = documents.get(decodeURIComponent(url.pathname.slice(1)))
    if (status) return json(answer, status, {})
    return document ? json(answer, 200, document) : json(answer, 404, { message: 'DID not registered' })
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`

  return {
    url,
    requests,
    join(did, document = {}) {
      const service = [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: url }]
      documents.set(did, { id: did, verificationMethod: [], service, ...document })
    },
    write(
      did,
      value,
      { collection = 'app.bsky.feed.post', key = `3k${(written++).toString().padStart(11, 'a')}` } = {},
    ) {
      const uri = `at://${did}/${collection}/${key}`
      records.set(uri, value)
      return uri
    },
    erase(uri) {
      records.delete(uri)
    },
    fail(what, status) {
      if (status === null) failing.delete(what)
      else failing.set(what, status)
    },
    async [Symbol.asyncDispose]() {
      http.closeAllConnections()
      http.close()
      await once(http, 'close')
    },
  }
}

function json(answer: ServerResponse, status: number, body: unknown): void {
  answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** A post with pictures of these CIDs, as its author's server gives it. */
export function aPost(cids: string[], more: Record<string, unknown> = {}): Record<string, unknown> {
  const images = cids.map((cid) => ({
    alt: '',
    image: { $type: 'blob', ref: { $link: cid }, mimeType: 'image/jpeg', size: 100_000 },
  }))
  return {
    $type: 'app.bsky.feed.post',
    text: 'hello',
    createdAt: '2026-11-20T10:00:00.000Z',
    embed: { $type: 'app.bsky.embed.images', images },
    ...more,
  }
}
