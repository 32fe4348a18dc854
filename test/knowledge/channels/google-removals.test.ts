import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import type { Page } from '#knowledge/channels/channel.ts'
import { googleRemovals } from '#knowledge/channels/google-removals.ts'
import { createNet } from '#worker/net/http.ts'
import { outside } from '../../outside.ts'
import { zipOf } from '../../peers/dsa-database.ts'

const folder = 'google-websearch-copyright-removals'
const requestsHeader =
  'Request ID,Date,Lumen URL,Copyright owner ID,Copyright owner name,Reporting organization ID,Reporting organization name,URLs removed,URLs that were not in Google’s search index,URLs for which we took no action,URLs pending review,From Abuser'
const aRequest = (id: number, owner: string) =>
  `${id},2026-01-02T00:00:00Z,https://lumendatabase.org/notices/${id},1,${owner},2,Agent,3,0,1,0,false`
const keptHeader = 'Request ID,Domain,URL,From Abuser'
const aKept = (id: number, url: string) => `${id},leak.example,${url},false`

interface Tables {
  requests: (string | Buffer)[]
  kept: string[]
}

async function zipped({ requests, kept }: Tables): Promise<Buffer> {
  const lines = (header: string, rows: readonly (string | Buffer)[]) =>
    Buffer.concat([header, ...rows].flatMap((line) => [Buffer.from(line), Buffer.from('\r\n')]))
  return zipOf({
    [`${folder}/requests.csv`]: lines(requestsHeader, requests),
    [`${folder}/domains.csv`]: 'Request ID,Domain\n1,leak.example\n',
    [`${folder}/urls-no-action-taken.csv`]: lines(keptHeader, kept),
  })
}

async function open(stack: AsyncDisposableStack) {
  const host = {
    file: Buffer.alloc(0) as Buffer,
    length: undefined as number | undefined,
    cutAfter: Number.POSITIVE_INFINITY,
    reads: 0,
    heard: '',
  }
  const server = createServer((request, response) => {
    host.heard += `${request.method} ${request.url} ${JSON.stringify(request.headers)}\n`
    const etag = `"${host.file.length}-${host.file.toString('latin1').length}-${host.file.at(-30)}"`
    response.setHeader('etag', etag).setHeader('content-length', host.length ?? host.file.length)
    if (request.method === 'HEAD') return void response.end()
    host.reads++
    if (host.cutAfter < host.file.length) {
      response.write(host.file.subarray(0, host.cutAfter))
      return void setTimeout(() => response.destroy(), 20)
    }
    response.end(host.file)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  stack.defer(() => void server.closeAllConnections())
  stack.defer(() => void server.close())
  const address = server.address()
  const url = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}/${folder}.zip`
  const net = stack.use(createNet({ allowNets: ['127.0.0.0/8'], userAgent: 'Vigie-test/1' }))
  const poll = async (cursor: string | null, pages: Page[] = []): Promise<Page[]> => {
    const deps = {
      ...outside,
      net,
      now: Date.now,
      signal: new AbortController().signal,
      live: false,
      intake: async () => [],
    }
    for await (const page of googleRemovals.poll({ url, options: {}, secrets: {} }, cursor, deps)) pages.push(page)
    return pages
  }
  return { host, poll }
}

const entriesOf = (pages: readonly Page[]) => pages.flatMap(({ entries }) => entries)
const cursorOf = (pages: readonly Page[]) => pages.at(-1)?.cursor ?? null

test('addresses that were kept, and names in which was asked, are notices', async () => {
  await using stack = new AsyncDisposableStack()
  const { host, poll } = await open(stack)
  host.file = await zipped({
    requests: [
      aRequest(7, 'Jane Doe'),
      aRequest(8, 'ACME'),
      Buffer.concat([Buffer.from(aRequest(9, 'Ren')), Buffer.from([])]),
    ],
    kept: [aKept(7, 'https://leak.example/a'), aKept(7, 'https://leak.example/b'), aKept(7, 'no address')],
  })

  const entries = entriesOf(await poll(null))

  expect(entries).toMatchObject([
    { notice: { id: '7', titles: ['Jane Doe'], locations: ['https://lumendatabase.org/notices/7'] } },
    { notice: { locations: ['https://leak.example/a'] } },
    { notice: { locations: ['https://leak.example/b'] } },
  ])
})

test('a name that is not written in UTF-8 is read as Latin-1', async () => {
  await using stack = new AsyncDisposableStack()
  const { host, poll } = await open(stack)
  host.file = await zipped({ requests: [Buffer.from(aRequest(7, 'Ren\xe9e Dupr\xe9'), 'latin1')], kept: [] })

  expect(entriesOf(await poll(null))).toMatchObject([{ notice: { titles: ['Renée Dupré'] } }])
})

test('the same download is not fetched twice, and of the next one only what is new counts', async () => {
  await using stack = new AsyncDisposableStack()
  const { host, poll } = await open(stack)
  host.file = await zipped({
    requests: [],
    kept: [aKept(10, 'https://leak.example/a'), aKept(9_000_000, 'https://leak.example/b')],
  })
  const first = await poll(null)
  const again = await poll(cursorOf(first))
  host.file = await zipped({
    requests: [],
    kept: [
      aKept(10, 'https://leak.example/a'),
      aKept(9_000_000, 'https://leak.example/b'),
      aKept(9_000_001, 'https://leak.example/c'),
    ],
  })

  const next = await poll(cursorOf(first))

  expect(again).toEqual([])
  expect(host.reads).toBe(2)
  expect(entriesOf(next).map((entry) => (entry.type === 'notice' ? entry.notice.locations[0] : null))).toEqual([
    'https://leak.example/b',
    'https://leak.example/c',
  ])
})

test('a download that is cut begins anew, and loses nothing', async () => {
  await using stack = new AsyncDisposableStack()
  const { host, poll } = await open(stack)
  const kept = Array.from({ length: 9_000 }, (_, i) =>
    aKept(i, `https://leak.example/${(i * 2_654_435_761).toString(36)}`),
  )
  host.file = await zipped({ requests: [], kept })
  host.cutAfter = Math.floor(host.file.length * 0.9)
  const pages: Page[] = []

  const failure = await poll(null, pages).catch((error: unknown) => error)
  host.cutAfter = Number.POSITIVE_INFINITY
  const whole = await poll(cursorOf(pages))

  expect(failure).toMatchObject({ name: expect.stringMatching(/Unavailable|Malformed/) })
  expect(entriesOf(pages).length).toBeGreaterThan(0)
  expect(entriesOf(whole)).toHaveLength(9_000)
})

test('more than was agreed to is not fetched, and it says what to set', async () => {
  await using stack = new AsyncDisposableStack()
  const { host, poll } = await open(stack)
  host.length = 13 * 2 ** 30

  await expect(poll(null)).rejects.toMatchObject({ name: 'Refused', message: expect.stringContaining('gigabytes=13') })
  expect(host.reads).toBe(0)
})

test('an odd row is quarantined, and its neighbours are read', async () => {
  await using stack = new AsyncDisposableStack()
  const { host, poll } = await open(stack)
  host.file = await zipped({ requests: ['1,2'], kept: [aKept(7, 'https://leak.example/a')] })

  expect(entriesOf(await poll(null)).map(({ type }) => type)).toEqual(['malformed', 'notice'])
})
