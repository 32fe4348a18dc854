import { describe, expect, test } from 'vitest'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import { threatexchange } from '#knowledge/channels/threatexchange.ts'
import {
  anUpdate,
  group,
  startThreatExchange,
  type TestThreatExchange,
  threatToken,
} from '../../peers/threatexchange.ts'
import { channelContract, digests, follow, type Peer } from './contract.ts'

const day = 86_400_000
const idOf = (digest: string) => `40120000${Number.parseInt(digest.slice(-8), 16)}`
const secrets = { token: threatToken }

async function start(): Promise<Peer> {
  const exchange = await startThreatExchange()
  return {
    url: exchange.url,
    secrets,
    options: { group },
    publish: async (all) => {
      for (const digest of all) exchange.put(anUpdate(idOf(digest), digest))
    },
    retract: async (digest) => exchange.put({ id: idOf(digest), should_delete: true }),
    spoil: async () => exchange.put(anUpdate('4012999999', '0123456789abcdef0123456789abcdef')),
    misbehave: (how) => exchange.misbehave(how),
    heard: () => exchange.heard(),
    [Symbol.asyncDispose]: () => exchange[Symbol.asyncDispose](),
  }
}

channelContract(threatexchange, start, { many: 45 })

const [first = '', second = '', third = ''] = digests(0, 3)
const reading = ({ url }: TestThreatExchange, options: Record<string, string> = {}) =>
  follow(threatexchange, { url, secrets, options: { group, ...options } })

describe('what an update says', () => {
  async function read(update: Record<string, unknown>) {
    await using exchange = await startThreatExchange()
    exchange.put(update)
    await using reader = reading(exchange)
    await reader.poll()
    return reader
  }
  const descriptors = (...data: unknown[]) => ({ descriptors: { data } })

  test.each([
    ['HASH_PDQ', first, 'pdq', undefined],
    ['HASH_MD5', 'a1'.repeat(16), 'md5', ['media_type_video']],
    ['HASH_VIDEO_MD5', 'a1'.repeat(16), 'md5', undefined],
    ['HASH_SHA256', first, 'sha256', { data: [{ id: '1', text: 'media_type_video' }] }],
    ['HASH_VIDEO_SHA256', first, 'sha256', undefined],
    ['DEBUG_STRING', first, 'pdq', ['signal_type:pdq']],
    ['DEBUG_STRING', 'a1'.repeat(16), 'md5', { data: [{ id: '1', text: 'signal_type:video_md5' }] }],
  ])('%s %s is compared as %s', async (type, indicator, expected, tags) => {
    const reader = await read(anUpdate('7', indicator, { type, ...descriptors({ status: 'MALICIOUS', tags }) }))

    expect([...reader.notices.values()]).toMatchObject([
      { id: '7', kind: 'hash-bank', fingerprints: [{ type: expected }], locations: [] },
    ])
  })

  test.each([
    ['URI', 'https://leak.example/a/1'],
    ['RAW_URI', 'https://leak.example/a/1'],
    ['UNCLICKABLE_URL', '[h]ttps://leak[.]example/a/1'],
    ['UNCLICKABLE_URL', 'hxxps://leak.example/a/1'],
  ])('%s %s is an address', async (type, indicator) => {
    const reader = await read(anUpdate('7', indicator, { type }))

    expect(reader.notices.get('7')).toMatchObject({ fingerprints: [], locations: ['https://leak.example/a/1'] })
  })

  test('what cannot be compared is counted', async () => {
    await using exchange = await startThreatExchange()
    exchange.put(anUpdate('1', 'x', { type: 'HASH_TMK' }))
    exchange.put(anUpdate('2', 'x', { type: 'HASH_URL_MD5' }))
    exchange.put(anUpdate('3', 'x', { type: 'HASH_HOLOGRAM' }))
    exchange.put(anUpdate('4', 'x', { type: 'DEBUG_STRING', ...descriptors({ tags: ['signal_type:vpdq'] }) }))
    await using reader = reading(exchange)

    await reader.poll()

    expect(reader.warning).toContain('type HASH_TMK (1)')
    expect(reader.warning).toContain('of an unknown type (1)')
    expect(reader.warning).not.toContain('HOLOGRAM')
    expect(reader.notices.size + reader.quarantine.length).toBe(0)
  })

  test.each([
    ['a descriptor without its owner', descriptors({ id: '1', status: 'MALICIOUS', tags: [] })],
    ['descriptors that are no objects', descriptors('a', null, 7)],
    ['no descriptor that can be seen', descriptors()],
    ['an unknown status', descriptors({ status: 'MAYBE' })],
    ['tags of another shape', descriptors({ status: 'MALICIOUS', tags: 'ncii' })],
    ['one of two that holds it for harmless', descriptors({ status: 'NON_MALICIOUS' }, { status: 'MALICIOUS' })],
    ['an unknown field', { colour: 'red' }],
    ['a number as its id', { id: 7 }],
    ['no time', { last_updated: undefined }],
  ])('%s drops nothing', async (_, more) => {
    const reader = await read(anUpdate('7', first, more))

    expect(reader.said()).toEqual(new Set([first]))
  })

  test.each([
    ['should_delete', { should_delete: true }],
    ['no descriptors', { descriptors: undefined }],
    ['descriptors that all hold it for harmless', descriptors({ status: 'NON_MALICIOUS' })],
  ])('%s takes it back', async (_, more) => {
    await using exchange = await startThreatExchange()
    exchange.put(anUpdate('7', first))
    exchange.put(anUpdate('8', second))
    await using reader = reading(exchange)
    await reader.poll()

    exchange.put(anUpdate('7', first, more))
    await reader.poll()

    expect(reader.said()).toEqual(new Set([second]))
  })

  test.each([
    ['no id', { id: undefined }],
    ['no indicator', { indicator: undefined }],
    ['an address that is none', { type: 'URI', indicator: 'leak' }],
    ['a digest of nothing', { type: 'HASH_MD5', indicator: 'd41d8cd98f00b204e9800998ecf8427e' }],
  ])('%s is quarantined', async (_, more) => {
    const reader = await read(anUpdate('7', first, more))

    expect(reader.notices.size).toBe(0)
    expect(reader.quarantine).toHaveLength(1)
  })

  test('what was quarantined can be read again', async () => {
    const reader = await read(anUpdate('7', 'no hash'))
    const [{ raw } = { raw: '' }] = reader.quarantine

    expect(threatexchange.reread?.(raw.replace('no hash', first), { url: '', now: 0 })).toMatchObject([
      { type: 'notice', notice: { id: '7' } },
    ])
  })
})

describe('the cursor', () => {
  test('is the highest time, that second included', async () => {
    await using exchange = await startThreatExchange()
    for (const digest of digests(0, 12)) exchange.put(anUpdate(idOf(digest), digest))
    await using reader = reading(exchange)

    await reader.poll()
    await reader.poll()

    expect(exchange.asked.map(({ query }) => query.get('start_time'))).toEqual([null, null, String(exchange.time)])
  })

  test('a time in the far future does not skip what comes', async () => {
    await using exchange = await startThreatExchange()
    exchange.put(anUpdate('7', first, { last_updated: 9_000_000_000 }))
    await using reader = reading(exchange)

    await reader.poll()
    await reader.poll()

    expect(Number(exchange.asked[1]?.query.get('start_time'))).toBeLessThanOrEqual(Date.now() / 1000)
  })

  test('after 85 days without a finished reading all is read again, and what is gone is taken back', async () => {
    await using exchange = await startThreatExchange()
    exchange.put(anUpdate('7', first))
    exchange.put(anUpdate('8', second))
    await using reader = reading(exchange)
    await reader.poll()

    // The deletion of 7 has come and gone meanwhile.
    exchange.twist = (answer) => ({ ...answer, data: [anUpdate('8', second), anUpdate('9', third)] })
    await reader.poll({ now: () => Date.now() + 86 * day })

    expect(exchange.asked.at(-1)?.query.get('start_time')).toBeNull()
    expect(reader.said()).toEqual(new Set([second, third]))
  })

  test('after 84 days it goes on where it was', async () => {
    await using exchange = await startThreatExchange()
    exchange.put(anUpdate('7', first))
    await using reader = reading(exchange)
    await reader.poll()

    await reader.poll({ now: () => Date.now() + 84 * day })

    expect(exchange.asked.at(-1)?.query.get('start_time')).toBe(String(exchange.time))
  })

  test('a whole reading that has shrunk is held', async () => {
    await using exchange = await startThreatExchange()
    exchange.pageSize = 200
    for (const digest of digests(0, 120)) exchange.put(anUpdate(idOf(digest), digest))
    await using reader = reading(exchange)
    await reader.poll()

    exchange.twist = () => ({ data: [] })

    await expect(reader.poll({ now: () => Date.now() + 86 * day })).rejects.toThrow('shrink=100')
    expect(reader.said().size).toBe(120)
  })

  test('of another version begins anew', async () => {
    await using exchange = await startThreatExchange()
    exchange.put(anUpdate('7', first))
    await using reader = reading(exchange)
    reader.cursor = '{"update_time": 12}'

    await reader.poll()

    expect(reader.said()).toEqual(new Set([first]))
  })
})

describe('the token', () => {
  test('goes with each request, and is in no cursor although `next` repeats it', async () => {
    await using exchange = await startThreatExchange()
    for (const digest of digests(0, 25)) exchange.put(anUpdate(idOf(digest), digest))
    await using reader = reading(exchange)

    await reader.poll({ pages: 2 })

    expect(exchange.asked.map(({ query }) => query.getAll('access_token'))).toEqual([[threatToken], [threatToken]])
    expect(reader.cursor).not.toContain('5ecr3t')
  })

  test('is not repeated where it is refused, although the answer repeats it', async () => {
    await using exchange = await startThreatExchange()
    await using reader = follow(threatexchange, { url: exchange.url, options: { group }, secrets: { token: 'wr0ng' } })

    const failure = await reader.poll().catch((error: unknown) => error)

    expect(failure).toBeInstanceOf(Refused)
    expect(String(failure)).toContain('does not take this token')
    expect(String(failure)).not.toContain('wr0ng')
  })
})

describe('a server that means no good', () => {
  test.each([
    ['another host', 'https://evil.example/v21.0/x', Refused],
    ['another port', 'http://127.0.0.1:1/v21.0/x', Refused],
    ['a user name', 'http://user:pass@HOST/x', Refused],
    ['no address', 'next please', Refused],
    ['the token in its path', `http://HOST/v21.0/${encodeURIComponent(threatToken)}/x`, Refused],
    ['itself', `http://HOST/v21.0/${group}/threat_updates/?after=0`, Malformed],
    ['a place that is not there', 'http://HOST/v21.0/elsewhere', Refused],
  ])('a next page with %s is not followed', async (_, next, kind) => {
    await using exchange = await startThreatExchange()
    exchange.put(anUpdate('7', first))
    exchange.twist = (answer) => ({ ...answer, paging: { next: next.replace('HOST', new URL(exchange.url).host) } })
    await using reader = reading(exchange)

    const failure = await reader.poll().catch((error: unknown) => error)

    expect(failure).toBeInstanceOf(kind)
    expect(String(failure)).not.toMatch(/evil|5ecr3t|elsewhere/)
    expect(exchange.asked.length).toBeLessThan(5)
  })

  test('page after page without an update ends', async () => {
    await using exchange = await startThreatExchange()
    exchange.twist = () => ({
      data: [],
      paging: { next: `${exchange.url}/${group}/threat_updates/?after=${exchange.asked.length}` },
    })
    await using reader = reading(exchange)

    await expect(reader.poll()).rejects.toBeInstanceOf(Malformed)
    expect(exchange.asked.length).toBeLessThan(10)
  })

  test.each([
    ['a list', []],
    ['data that is no list', { data: 'many' }],
    ['paging that is a text', { data: [], paging: 'next' }],
  ])('%s instead of a page ends in an error', async (_, answer) => {
    await using exchange = await startThreatExchange()
    exchange.twist = () => answer
    await using reader = reading(exchange)

    await expect(reader.poll()).rejects.toBeInstanceOf(Malformed)
  })

  test.each([
    [400, 4],
    [400, 17],
    [403, 32],
    [400, 613],
    [500, 2],
  ])('status %i with the code %i is a throttle', async (status, code) => {
    await using exchange = await startThreatExchange()
    exchange.misbehave(status, { body: JSON.stringify({ error: { message: threatToken, code } }) })
    await using reader = reading(exchange)

    const failure = await reader.poll().catch((error: unknown) => error)

    expect(failure).toMatchObject({ name: 'Unavailable', retryAfterMs: 60_000 })
    expect(String(failure)).not.toContain('5ecr3t')
  })

  test.each([
    [401, Refused],
    [403, Refused],
    [404, Refused],
    [500, Unavailable],
    [503, Unavailable],
    ['html', Malformed],
    ['cut', Unavailable],
  ] as const)('%s is told as what it is', async (fault, kind) => {
    await using exchange = await startThreatExchange()
    exchange.misbehave(fault)
    await using reader = reading(exchange)

    await expect(reader.poll()).rejects.toBeInstanceOf(kind)
  })

  test.each([
    [true, 60_000],
    [false, undefined],
  ])('a throttle, with Retry-After or without (%s), is waited for', async (patience, retryAfterMs) => {
    await using exchange = await startThreatExchange()
    exchange.misbehave(429, { patience })
    await using reader = reading(exchange)

    await expect(reader.poll()).rejects.toMatchObject({ name: 'Unavailable', retryAfterMs })
  })
})
