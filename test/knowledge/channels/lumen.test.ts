import { describe, expect, test } from 'vitest'
import type { PollDeps } from '#knowledge/channels/channel.ts'
import { lumen, readNotice } from '#knowledge/channels/lumen.ts'
import { createNet } from '#worker/net/http.ts'
import { outside } from '../../outside.ts'
import { type LumenServer, startLumen } from '../../peers/lumen.ts'
import { channelContract, follow } from './contract.ts'

const ago = (ms: number) => new Date(Date.now() - ms).toISOString()
const minutes = 60_000
const days = 86_400_000
const secrets = { token: 'token-of-test' }

let next = 840_000_017
const aNotice = (url: string, more: object = {}) => ({
  id: next++,
  type: 'PrivateInformation',
  date_submitted: ago(2 * minutes),
  date_received: '2026-11-20T00:00:00.000Z',
  works: [
    {
      complaint: 'Pictures',
      urls_with_private_information: [{ url }],
      copyrighted_urls: [{ url: 'No URL submitted' }],
    },
  ],
  ...more,
})

channelContract(
  lumen,
  async () => {
    const server = await startLumen()
    const place = (digest: string) => `https://leak.example/${digest}`
    return {
      url: server.url,
      secrets,
      async publish(digests) {
        server.notices.push(...digests.map((digest) => aNotice(place(digest))))
      },
      async retract(digest) {
        server.notices = server.notices.map((notice) =>
          JSON.stringify(notice).includes(digest)
            ? { id: notice.id, date_submitted: notice.date_submitted, title: 'A notice', body: 'Notice Rescinded' }
            : notice,
        )
      },
      async spoil() {
        server.notices.push({ id: 'no number' as never, date_submitted: ago(2 * minutes) })
      },
      misbehave(how) {
        server.answers = how
      },
      heard: server.heard,
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    }
  },
  { many: 600, said: ({ locations }) => locations.map((url) => url.slice(-64)) },
)

async function opened(stack: AsyncDisposableStack): Promise<{ server: LumenServer; deps: PollDeps }> {
  const server = stack.use(await startLumen())
  const net = stack.use(createNet({ allowNets: ['127.0.0.0/8'], userAgent: 'Vigie-test/1' }))
  const deps = {
    ...outside,
    net,
    now: Date.now,
    signal: new AbortController().signal,
    live: false,
    intake: async () => [],
  }
  return { server, deps }
}

describe('what a notice says', () => {
  test.each([
    ['DMCA', { infringing_urls: [{ url: 'https://a.example/1' }], copyrighted_urls: [{ url: 'https://own.example' }] }],
    ['Defamation', { defamatory_urls: [{ url: 'https://a.example/1' }] }],
    ['DataProtection', { urls_mentioned_in_request: [{ url: 'https://a.example/1' }] }],
    ['CourtOrder', { targetted_urls: [{ url: 'https://a.example/1' }] }],
    [
      'LawEnforcementRequest',
      { urls_in_request: [{ url: 'https://a.example/1' }], original_work_urls: [{ url: 'https://own.example' }] },
    ],
    ['Other', { problematic_urls: [{ url: 'https://a.example/1' }] }],
    ['a kind to come', { infringing_urls: [{ url: 'https://a.example/1' }], whatever: 5 }],
  ])('%s: the addresses complained about, and not those of the works', (type, work) => {
    const entry = readNotice({ id: 1, type, date_received: '2026-03-01T00:00:00.000Z', works: [work] })

    expect(entry).toMatchObject({
      type: 'notice',
      notice: { id: '1', kind: 'takedown', locations: ['https://a.example/1'] },
    })
  })

  test('marks count, hosts alone and redacted addresses do not, and one served by its type is the same', () => {
    const trademark = { id: 2, type: 'Trademark', marks: [{ infringing_urls: [{ url: 'https://a.example/2' }] }] }
    const hostsAlone = { id: 3, works: [{ infringing_urls: [{ fqdn: 'a.example', count: 3 }, { url: '[REDACTED]' }] }] }

    expect(readNotice({ trademark })).toMatchObject({ notice: { locations: ['https://a.example/2'] } })
    expect(readNotice(hostsAlone)).toBeNull()
  })

  test('a rescinded one takes back what it said', () => {
    expect(readNotice({ id: 4, title: 'x', body: 'Notice Rescinded' })).toEqual({ type: 'retraction', id: '4' })
  })
})

test('a stretch of time with more than Lumen shows is halved until each part fits, and nothing is missed', async () => {
  await using stack = new AsyncDisposableStack()
  const { server } = await opened(stack)
  server.most = 20_000
  const many = 20_500
  for (let i = 0; i < many; i++)
    server.notices.push(aNotice(`https://leak.example/${i}`, { date_submitted: ago(2 * days + i * 1000) }))
  await using reader = follow(lumen, { url: server.url, secrets, options: { back: '10d' } })

  for (let i = 0; i < 4; i++) await reader.poll()

  expect(reader.notices.size).toBe(many)
}, 60_000)

test('a notice that is rescinded after weeks is taken back by the weekly reading again', async () => {
  await using stack = new AsyncDisposableStack()
  const { server, deps } = await opened(stack)
  const notice = aNotice('https://leak.example/old', { date_submitted: ago(20 * days) })
  server.notices.push(notice)
  const source = { url: server.url, options: {}, secrets }
  const read = async (cursor: string | null, now: number) => {
    const pages = []
    for await (const page of lumen.poll(source, cursor, { ...deps, now: () => now })) pages.push(page)
    return pages
  }

  const first = await read(null, Date.now())
  server.notices = [{ id: notice.id, date_submitted: notice.date_submitted, body: 'Notice Rescinded' }]
  const soon = await read(first.at(-1)?.cursor ?? null, Date.now() + 60_000)
  const later = await read(soon.at(-1)?.cursor ?? null, Date.now() + 8 * days)

  expect(first.flatMap(({ entries }) => entries)).toHaveLength(1)
  expect(soon.flatMap(({ entries }) => entries)).toEqual([])
  expect(later.flatMap(({ entries }) => entries)).toEqual([{ type: 'retraction', id: `${notice.id}` }])
})

test('a circle of pages ends, and the next poll goes on from it', async () => {
  await using stack = new AsyncDisposableStack()
  const { server } = await opened(stack)
  server.answers = 'circle'
  await using reader = follow(lumen, { url: server.url, secrets })

  await reader.poll()

  expect(server.requests.length).toBeLessThanOrEqual(81)
  expect(reader.pages).toBeGreaterThan(0)
})

test.each([
  [{ status: 403, body: 'no' }, 'Refused', /token/],
  [{ status: 429, body: 'wait five minutes' }, 'Unavailable', /slowly/],
  [{ status: 429, headers: { 'retry-after': '7' }, body: '' }, 'Unavailable', /later/],
  [{ status: 200, body: '<html>' }, 'Malformed', /as Lumen does/],
  [{ status: 200, body: '{"notices":"none","meta":{}}' }, 'Malformed', /as Lumen does/],
])('refused or answered otherwise (%o), it says what to do, and never its token', async (answers, name, message) => {
  await using stack = new AsyncDisposableStack()
  const { server } = await opened(stack)
  server.answers = answers
  await using reader = follow(lumen, { url: server.url, secrets })

  const failure = await reader.poll().catch((error: unknown) => error)

  expect(failure).toMatchObject({ name, message: expect.stringMatching(message) })
  expect(String(failure)).not.toContain(secrets.token)
  if (answers.status === 429) expect(failure).toMatchObject({ retryAfterMs: 'headers' in answers ? 7000 : 300_000 })
})

test('the token goes in a header, in no address', async () => {
  await using stack = new AsyncDisposableStack()
  const { server } = await opened(stack)
  await using reader = follow(lumen, { url: server.url, secrets })

  await reader.poll()

  expect(server.requests).not.toEqual([])
  for (const url of server.requests) expect(url.href).not.toContain(secrets.token)
})
