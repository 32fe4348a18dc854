import { describe, expect, test } from 'vitest'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import { stopncii } from '#knowledge/channels/stopncii.ts'
import { hashRecord, startStopncii, stopnciiKeys, type TestStopncii } from '../../peers/stopncii.ts'
import { channelContract, digests, follow, type Peer, type Reader } from './contract.ts'

const day = 86_400_000

async function start(): Promise<Peer> {
  const exchange = await startStopncii()
  return {
    url: exchange.url,
    secrets: stopnciiKeys,
    publish: async (all) => {
      for (const digest of all) exchange.put(hashRecord(digest))
    },
    retract: async (digest) => exchange.put(hashRecord(digest, { hashStatus: 'Withdrawn' })),
    spoil: async () => exchange.put(hashRecord('0123456789abcdef0123456789abcdef')), // 32 digits are no PDQ
    misbehave: (how) => exchange.misbehave(how),
    heard: () => exchange.heard(),
    [Symbol.asyncDispose]: () => exchange[Symbol.asyncDispose](),
  }
}

channelContract(stopncii, start, { many: 45 })

const [first = '', second = '', third = ''] = digests(0, 3)
const withKeys = ({ url }: TestStopncii) => ({ url, secrets: stopnciiKeys })

describe('what a record says', () => {
  async function read(record: Record<string, unknown>): Promise<Reader> {
    await using exchange = await startStopncii()
    exchange.put(record)
    await using reader = follow(stopncii, withKeys(exchange))
    await reader.poll()
    return reader
  }
  const [notice] = [async (record: Record<string, unknown>) => [...(await read(record)).notices.values()][0]]

  test('a picture’s PDQ and a video’s MD5 are compared; no place, no case number, no region is kept', async () => {
    expect(await notice(hashRecord(first))).toMatchObject({
      id: `ImagePDQ:${first}`,
      kind: 'hash-bank',
      fingerprints: [{ type: 'pdq' }],
      locations: [],
    })
    const md5 = 'a1'.repeat(16)
    expect(await notice(hashRecord(md5, { signalType: 'VideoMD5' }))).toMatchObject({ fingerprints: [{ type: 'md5' }] })
    expect(JSON.stringify(await notice(hashRecord(first)))).not.toMatch(/UK|00000000-0000/)
  })

  test.each([
    [[{ source: 'Example Platform', feedbackValue: 'Blocked', tags: [] }], 'takedown'],
    [[{ source: '', feedbackValue: 'Blocked', tags: [] }], 'hash-bank'],
    [[{ feedbackValue: 'Blocked' }], 'hash-bank'],
    [[{ source: 'Example Platform', feedbackValue: 'NotBlocked' }], 'hash-bank'],
    [[{ source: 'Example Platform', feedbackValue: 'Undefined' }], 'hash-bank'],
    [['Blocked', null, 7], 'hash-bank'],
    [null, 'hash-bank'],
  ])('feedback %j makes it a %s', async (CSPFeedbacks, kind) => {
    expect(await notice(hashRecord(first, { CSPFeedbacks }))).toMatchObject({ kind })
  })

  test.each(['Withdrawn', 'Deleted'])('the status %s takes it back, whatever its cases say', async (hashStatus) => {
    await using exchange = await startStopncii()
    exchange.put(hashRecord(first))
    exchange.put(hashRecord(second))
    await using reader = follow(stopncii, withKeys(exchange))
    await reader.poll()

    exchange.put(hashRecord(first, { hashStatus, caseNumbers: { a: 'Active' } }))
    await reader.poll()

    expect(reader.said()).toEqual(new Set([second]))
  })

  test('one case that ends does not take back what another still wants blocked', async () => {
    expect(await notice(hashRecord(first, { caseNumbers: { a: 'Withdrawn', b: 'Active' } }))).toBeDefined()
  })

  test.each([
    ['an unknown status', { hashStatus: 'Paused' }],
    ['an unknown feedback', { CSPFeedbacks: [{ source: 'P', feedbackValue: 'Sideways' }] }],
    ['an unknown field', { colour: 'red' }],
    ['no status and no feedback', { hashStatus: undefined, CSPFeedbacks: undefined }],
    ['a time that is none', { lastModtimestamp: 'soon' }],
    ['no time', { lastModtimestamp: undefined }],
  ])('%s drops nothing', async (_, more) => {
    expect(await notice(hashRecord(first, more))).toMatchObject({ id: `ImagePDQ:${first}` })
  })

  test.each([
    ['a missing hash', { hashValue: undefined }],
    ['a hash that is a number', { hashValue: 7 }],
    ['base64 of another length', { hashValue: 'AAAA' }],
    ['an MD5 of nothing', { signalType: 'VideoMD5', hashValue: 'd41d8cd98f00b204e9800998ecf8427e' }],
  ])('%s is quarantined', async (_, more) => {
    const reader = await read(hashRecord(first, more))

    expect(reader.notices.size).toBe(0)
    expect(reader.quarantine).toHaveLength(1)
  })

  test('what was quarantined can be read again', async () => {
    const reader = await read(hashRecord('no hash'))
    const [{ raw } = { raw: '' }] = reader.quarantine

    const [entry] = stopncii.reread?.(raw.replace('no hash', first), { url: '', now: Date.now() }) ?? []

    expect(entry).toMatchObject({ type: 'notice', notice: { id: `ImagePDQ:${first}` } })
    expect(stopncii.reread?.('{', { url: '', now: 0 })).toMatchObject([{ type: 'malformed' }])
  })
})

test('kinds that cannot be compared are counted, and told until a run has none', async () => {
  await using exchange = await startStopncii()
  exchange.put(hashRecord('a', { signalType: 'VideoTMK' }))
  exchange.put(hashRecord('b', { signalType: 'VideoTMK' }))
  exchange.put(hashRecord('c', { signalType: 'Hologram' }))
  exchange.put(hashRecord(first))
  await using reader = follow(stopncii, withKeys(exchange))

  await reader.poll()
  const told = reader.warning
  exchange.time += 10
  exchange.put(hashRecord(second))
  exchange.twist = (answer) => ({ ...answer, hashRecords: [hashRecord(second)] })
  await reader.poll()

  expect(told).toBe(
    'Kept, or left out, without being compared: hashes of the kind VideoTMK (2), hashes of an unknown kind (1).',
  )
  expect(reader.warning).toBe('')
  expect(reader.quarantine).toEqual([])
})

describe('the cursor', () => {
  const starts = ({ asked }: TestStopncii) => asked.map(({ query }) => query.get('startTimestamp'))

  test('is the smallest timestamp that a run’s pages named, and the next run begins there', async () => {
    await using exchange = await startStopncii()
    for (const digest of digests(0, 25)) exchange.put(hashRecord(digest))
    const { time } = exchange
    await using reader = follow(stopncii, withKeys(exchange))

    await reader.poll()
    await reader.poll()

    expect(starts(exchange)).toEqual(['10', '10', '10', String(time - 1)])
  })

  test.each([
    ['before the start', 3, '10'],
    ['in the far future', 9e14, String(Math.floor(Date.now() / 1000)).slice(0, 6)],
    ['no number', 'later', '10'],
  ])('a timestamp %s does no harm', async (_, nextSetTimestamp, expected) => {
    await using exchange = await startStopncii()
    exchange.put(hashRecord(first))
    exchange.twist = (answer) => ({ ...answer, nextSetTimestamp })
    await using reader = follow(stopncii, withKeys(exchange))

    await reader.poll()
    await reader.poll()

    expect(starts(exchange)[1]?.startsWith(expected)).toBe(true)
  })

  test('a token that has expired begins the run anew, and nothing is lost', async () => {
    await using exchange = await startStopncii()
    for (const digest of digests(0, 25)) exchange.put(hashRecord(digest))
    await using reader = follow(stopncii, withKeys(exchange))
    await reader.poll({ pages: 1 })

    exchange.expireTokens()
    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(0, 25)))
  })

  test('tokens that are always refused end in an error that is tried again later', async () => {
    await using exchange = await startStopncii()
    for (const digest of digests(0, 25)) exchange.put(hashRecord(digest))
    exchange.twist = (answer) => {
      exchange.expireTokens()
      return answer
    }
    await using reader = follow(stopncii, withKeys(exchange))

    await expect(reader.poll()).rejects.toBeInstanceOf(Unavailable)
    expect(exchange.asked.length).toBeLessThan(10)
  })

  test('after thirty days without a finished run all is read again, and what is gone by then is taken back', async () => {
    await using exchange = await startStopncii()
    for (const digest of [first, second]) exchange.put(hashRecord(digest))
    await using reader = follow(stopncii, withKeys(exchange))
    await reader.poll()

    const later = Date.now() + 31 * day
    exchange.twist = (answer) => ({ ...answer, hashRecords: [hashRecord(second), hashRecord(third)] })
    await reader.poll({ now: () => later })

    expect(starts(exchange)).toEqual(['10', '10'])
    expect(reader.said()).toEqual(new Set([second, third]))
  })

  test('after twenty-nine days it goes on where it was', async () => {
    await using exchange = await startStopncii()
    exchange.put(hashRecord(first))
    await using reader = follow(stopncii, withKeys(exchange))
    await reader.poll()

    await reader.poll({ now: () => Date.now() + 29 * day })

    expect(starts(exchange)[1]).not.toBe('10')
  })

  test('a whole reading that has shrunk is held until the operator allows it', async () => {
    await using exchange = await startStopncii()
    exchange.pageSize = 200
    for (const digest of digests(0, 120)) exchange.put(hashRecord(digest))
    await using reader = follow(stopncii, withKeys(exchange))
    await reader.poll()

    const later = Date.now() + 31 * day
    exchange.twist = (answer) => ({ ...answer, hashRecords: [hashRecord(first)] })
    await expect(reader.poll({ now: () => later })).rejects.toThrow('option shrink=100')
    expect(reader.said().size).toBe(120)

    await using allowed = follow(stopncii, { ...withKeys(exchange), options: { shrink: '100' } })
    Object.assign(allowed, { cursor: reader.cursor, notices: reader.notices })
    await allowed.poll({ now: () => later })

    expect(allowed.said()).toEqual(new Set([first]))
  })

  test('a cursor of another version begins anew', async () => {
    await using exchange = await startStopncii()
    exchange.put(hashRecord(first))
    await using reader = follow(stopncii, withKeys(exchange))
    reader.cursor = '{"since":12}'

    await reader.poll()

    expect(reader.said()).toEqual(new Set([first]))
  })
})

describe('a server that means no good', () => {
  test.each([
    [
      'names the same next page for ever',
      (answer: object) => ({ ...answer, hasMoreRecords: true, nextPageToken: btoa('[0,0]') }),
    ],
    [
      'names page after page without a record',
      (answer: object, n: number) => ({
        ...answer,
        hashRecords: [],
        hasMoreRecords: true,
        nextPageToken: btoa(`[0,${n}]`),
      }),
    ],
    [
      'says there is more and names no page',
      (answer: object) => ({ ...answer, hasMoreRecords: true, nextPageToken: null }),
    ],
    ['answers another shape', () => ({ hashes: [] })],
    ['answers records that are no list', (answer: object) => ({ ...answer, hashRecords: 'many' })],
    ['answers a list', () => []],
  ])('%s: it ends, and its address and keys are not repeated', async (_, twist) => {
    await using exchange = await startStopncii()
    exchange.put(hashRecord(first))
    exchange.twist = (answer) => twist(answer, exchange.asked.length)
    await using reader = follow(stopncii, withKeys(exchange))

    const failure = await reader.poll().catch((error: unknown) => error)

    expect(failure).toBeInstanceOf(Malformed)
    expect(String(failure)).not.toMatch(/5ecr3t|FetchHashes|WzAs/)
    expect(exchange.asked.length).toBeLessThan(10)
  })

  test.each([
    [401, Refused],
    [403, Refused],
    [404, Unavailable],
    [500, Unavailable],
    ['html', Malformed],
    ['cut', Unavailable],
  ] as const)('%s is told as what it is', async (fault, kind) => {
    await using exchange = await startStopncii()
    exchange.put(hashRecord(first))
    exchange.misbehave(fault)
    await using reader = follow(stopncii, withKeys(exchange))

    await expect(reader.poll()).rejects.toBeInstanceOf(kind)
  })

  test.each([
    [true, 60_000],
    [false, undefined],
  ])('a throttle, with Retry-After or without (%s), is waited for', async (patience, retryAfterMs) => {
    await using exchange = await startStopncii()
    exchange.misbehave(429, { patience })
    await using reader = follow(stopncii, withKeys(exchange))

    await expect(reader.poll()).rejects.toMatchObject({ name: 'Unavailable', retryAfterMs })
  })

  test('keys that are wrong are told, and not repeated', async () => {
    await using exchange = await startStopncii()
    await using reader = follow(stopncii, { url: exchange.url, secrets: { ...stopnciiKeys, 'function-key': 'wr0ng' } })

    const failure = await reader.poll().catch((error: unknown) => error)

    expect(failure).toBeInstanceOf(Refused)
    expect(String(failure)).not.toContain('wr0ng')
  })
})

test('its keys go in the headers it asks for, and in no address and no cursor', async () => {
  await using exchange = await startStopncii()
  for (const digest of digests(0, 25)) exchange.put(hashRecord(digest))
  await using reader = follow(stopncii, withKeys(exchange))

  await reader.poll({ pages: 1 })

  expect(exchange.asked[0]?.headers).toMatchObject({ 'ocp-apim-subscription-key': stopnciiKeys['subscription-key'] })
  expect(exchange.asked.map(({ path }) => path).join()).not.toContain('5ecr3t')
  expect(reader.cursor).not.toContain('5ecr3t')
})
