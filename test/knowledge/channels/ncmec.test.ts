import { describe, expect, test } from 'vitest'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import { ncmec } from '#knowledge/channels/ncmec.ts'
import { anImage, ncmecKeys, startNcmec, type TestNcmec } from '../../peers/ncmec.ts'
import { channelContract, digests, follow, type Peer } from './contract.ts'

const [minute, day] = [60_000, 86_400_000]
const pdq = (digest: string) => `<pdq>${digest}</pdq>`
const idOf = (digest: string) => `img-${digest.slice(-8)}-${Number.parseInt(digest.slice(-8), 16) % 7}`

async function start(): Promise<Peer> {
  const list = await startNcmec()
  return {
    url: list.url,
    secrets: ncmecKeys,
    now: () => list.clock,
    publish: async (all) => {
      for (const digest of all) list.put(anImage('42', idOf(digest), pdq(digest)))
    },
    retract: async (digest) => list.put({ tag: 'deletedImage', member: '42', id: idOf(digest) }),
    spoil: async () => list.put(anImage('42', 'short', pdq('0123456789abcdef0123456789abcdef'))),
    misbehave: (how) => {
      list.misbehave(how)
      list.clock += minute // a poll that has nothing to ask would not meet it
    },
    heard: () => list.heard(),
    [Symbol.asyncDispose]: () => list[Symbol.asyncDispose](),
  }
}

channelContract(ncmec, start, { many: 45 })

const [first = '', second = '', third = ''] = digests(0, 3)
const reading = (list: TestNcmec, options: Record<string, string> = {}) =>
  follow(ncmec, { url: list.url, secrets: ncmecKeys, options, now: () => list.clock })
const paths = ({ asked }: TestNcmec) => asked.map(({ path }) => decodeURIComponent(path))

describe('what an entry says', () => {
  async function read(prints: string, more = '') {
    await using list = await startNcmec()
    list.put({ ...anImage('42', 'img-7', prints), more })
    await using reader = reading(list)
    await reader.poll()
    return reader
  }

  test('MD5 and PDQ are compared; what stands elsewhere, or is of another kind, is left', async () => {
    const md5 = 'a1'.repeat(16)
    const { notices } = await read(
      `<md5>${md5.toUpperCase()}</md5><sha1>${'b2'.repeat(20)}</sha1><pdna>00ff</pdna><tmk-pdqf href="https://elsewhere.example/x"/>${pdq(first)}`,
      '<classification>A1</classification><feedback><affirmativeFeedback type="Md5"><members><member id="7">Else</member></members></affirmativeFeedback></feedback>',
    )

    expect([...notices.values()]).toMatchObject([
      { id: '42:img-7', at: Date.UTC(2026, 2, 1), kind: 'hash-bank', locations: [] },
    ])
    expect(notices.get('42:img-7')?.fingerprints.map(({ type }) => type)).toEqual(['md5', 'pdq'])
  })

  test('negative feedback, in whatever order, harms nothing', async () => {
    const reader = await read(
      pdq(first),
      '<feedback><negativeFeedback type="Sha1"><reasons><members><member id="9">M</member></members><reason name="a"/><reason name="b"/></reasons></negativeFeedback><odd/></feedback>',
    )

    expect([...reader.notices.keys()]).toEqual(['42:img-7'])
  })

  test('one without a fingerprint that can be compared is counted', async () => {
    const reader = await read(`<sha1>${'b2'.repeat(20)}</sha1><hologram>1</hologram>`)

    expect(reader.notices.size).toBe(0)
    expect(reader.quarantine).toEqual([])
    expect(reader.warning).toContain('entries without MD5 or PDQ (1)')
  })

  test('a fingerprint that is none is quarantined, and what is good beside it is kept', async () => {
    const reader = await read(`<md5>${'a1'.repeat(16)}</md5><pdq>too short</pdq>`)

    expect(reader.notices.get('42:img-7')?.fingerprints).toHaveLength(1)
    expect(reader.quarantine).toHaveLength(1)
    expect(reader.quarantine[0]?.raw).toMatch(/^<image><member id="42">.*<\/image>$/)
  })

  test('what was quarantined can be read again', async () => {
    const reader = await read('<pdq>too short</pdq>')
    const [{ raw } = { raw: '' }] = reader.quarantine

    expect(ncmec.reread?.(raw.replace('too short', first), { url: '', now: 5 })).toMatchObject([
      { type: 'notice', notice: { id: '42:img-7' } },
    ])
    expect(ncmec.reread?.('<image', { url: '', now: 5 })).toMatchObject([{ type: 'malformed' }])
  })

  test('its own text is cut out exactly, after signs of two units and other line ends', async () => {
    await using list = await startNcmec()
    list.put({ ...anImage('42', 'good', pdq(first)), more: '<classification>😀é\r\n</classification>' })
    list.put(anImage('42', 'bad', '<pdq>x</pdq>'))
    await using reader = reading(list)

    await reader.poll()

    expect(reader.quarantine[0]?.raw).toMatch(/^<image><member id="42">Example<\/member>.*<id>bad<\/id>.*<\/image>$/)
  })

  test.each([
    ['a member without a number', { ...anImage('', 'a', pdq(first)) }],
    ['a missing id', { ...anImage('42', '', pdq(first)) }],
  ])('%s is quarantined', async (_, entry) => {
    await using list = await startNcmec()
    list.put(entry)
    list.put(anImage('42', 'good', pdq(second)))
    await using reader = reading(list)

    await reader.poll()

    expect(reader.said()).toEqual(new Set([second]))
    expect(reader.quarantine).toHaveLength(1)
  })
})

describe('identity', () => {
  test('the same id of two members is two entries, and one’s deletion leaves the other’s', async () => {
    await using list = await startNcmec()
    list.put(anImage('42', 'img-1', pdq(first)))
    list.put(anImage('43', 'img-1', pdq(second)))
    await using reader = reading(list)
    await reader.poll()

    list.put({ tag: 'deletedImage', member: '42', id: 'img-1' })
    await reader.poll()

    expect(reader.said()).toEqual(new Set([second]))
  })

  test('videos are read and deleted as pictures are', async () => {
    await using list = await startNcmec()
    list.put({ tag: 'video', member: '42', id: 'v', prints: `<md5>${'a1'.repeat(16)}</md5>` })
    await using reader = reading(list)
    await reader.poll()
    expect(reader.notices.size).toBe(1)

    list.put({ tag: 'deletedVideo', member: '42', id: 'v' })
    await reader.poll()

    expect(reader.notices.size).toBe(0)
  })

  test('an entry that loses its fingerprints is taken back', async () => {
    await using list = await startNcmec()
    list.put(anImage('42', 'a', pdq(first)))
    await using reader = reading(list)
    await reader.poll()

    list.put(anImage('42', 'a', '<pdna>00</pdna>'))
    await reader.poll()

    expect(reader.notices.size).toBe(0)
  })

  test('only the members that were chosen are kept', async () => {
    await using list = await startNcmec()
    for (const [member, digest] of [
      ['42', first],
      ['43', second],
      ['421', third],
    ] as const)
      list.put(anImage(member, 'a', pdq(digest)))
    await using reader = reading(list, { members: '43,99' })

    await reader.poll()

    expect(reader.said()).toEqual(new Set([second]))
  })
})

describe('ranges of time', () => {
  test('the next range begins where the last one ended, with a second of overlap', async () => {
    await using list = await startNcmec()
    list.put(anImage('42', 'a', pdq(first)))
    await using reader = reading(list)

    await reader.poll()
    list.clock += day
    await reader.poll()

    expect(paths(list)).toEqual([
      '/csam/list/v2/entries?from=1970-01-01T00:00:00Z&to=2026-03-01T00:00:05Z',
      '/csam/list/v2/entries?from=2026-03-01T00:00:04Z&to=2026-03-02T00:00:05Z',
    ])
  })

  test('a next page is asked below the list’s root, with its own ends', async () => {
    await using list = await startNcmec()
    for (const digest of digests(0, 12)) list.put(anImage('42', idOf(digest), pdq(digest)))
    await using reader = reading(list)
    await reader.poll({ pages: 1 })

    list.clock += 60 * minute
    await reader.poll()

    const [one, two] = paths(list)
    expect(two).toMatch(/^\/csam\/list\/v2\/entries\?from=1970-01-01T00:00:00Z&to=.*&start=11&size=10&max=12/)
    expect(two?.match(/&to=([^&]*)/)?.[1]).toBe(one?.match(/&to=([^&]*)/)?.[1])
    expect(reader.said()).toEqual(new Set(digests(0, 12)))
  })

  test('a next page that is refused begins the range anew', async () => {
    await using list = await startNcmec()
    for (const digest of digests(0, 12)) list.put(anImage('42', idOf(digest), pdq(digest)))
    await using reader = reading(list)
    await reader.poll({ pages: 1 })

    list.expireNext()
    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(0, 12)))
    expect(paths(list)[2]).toBe(paths(list)[0])
  })

  test('a next page is not asked for after twelve hours', async () => {
    await using list = await startNcmec()
    for (const digest of digests(0, 12)) list.put(anImage('42', idOf(digest), pdq(digest)))
    await using reader = reading(list)
    await reader.poll({ pages: 1 })

    list.clock += 13 * 60 * minute
    await reader.poll()

    expect(paths(list)[1]).not.toContain('start=')
    expect(reader.said()).toEqual(new Set(digests(0, 12)))
  })

  test('one that announces too much is made shorter, grows again, and loses nothing', async () => {
    await using list = await startNcmec()
    for (const digest of digests(0, 40)) list.put(anImage('42', idOf(digest), pdq(digest)))
    // As if every entry were a hundred of them.
    list.twist = (xml) => xml.replace(/&amp;max=(\d+)/, (_, max) => `&amp;max=${Number(max) * 100}`)
    await using reader = reading(list, { range: '1000' })

    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(0, 40)))
    const ends = paths(list).map((path) => Date.parse(path.match(/&to=([^&]*)/)?.[1] ?? ''))
    expect(ends[1]).toBeLessThan(ends[0] ?? 0)
    expect(list.asked.length).toBeLessThan(120)
  })

  test('once a month all is read again, and what the list no longer holds is taken back', async () => {
    await using list = await startNcmec()
    for (const digest of [first, second]) list.put(anImage('42', idOf(digest), pdq(digest)))
    await using reader = reading(list)
    await reader.poll()

    list.clock += 31 * day
    list.twist = (xml) => xml.replace(/<image>(?:(?!<\/image>).)*d16e570000(?:(?!<\/image>).)*<\/image>/s, '')
    await reader.poll()

    expect(paths(list)[1]).toContain('from=1970')
    expect(reader.said()).toEqual(new Set([second]))
  })

  test('a month’s reading that was cut goes on, and takes nothing back that it has not yet come to', async () => {
    await using list = await startNcmec()
    for (const digest of digests(0, 25)) list.put(anImage('42', idOf(digest), pdq(digest)))
    await using reader = reading(list)
    await reader.poll()

    list.clock += 31 * day
    await reader.poll({ pages: 1 })
    expect(reader.said().size).toBe(25)
    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(0, 25)))
  })

  test('a month’s reading that has shrunk is held', async () => {
    await using list = await startNcmec()
    list.pageSize = 500
    for (const digest of digests(0, 120)) list.put(anImage('42', idOf(digest), pdq(digest)))
    await using reader = reading(list)
    await reader.poll()

    list.clock += 31 * day
    list.twist = () => '<queryResult><images count="0"/></queryResult>'

    await expect(reader.poll()).rejects.toThrow('shrink=100')
    expect(reader.said().size).toBe(120)
  })

  test('a cursor of another version begins anew', async () => {
    await using list = await startNcmec()
    list.put(anImage('42', 'a', pdq(first)))
    await using reader = reading(list)
    reader.cursor = '{"max_timestamp": 7}'

    await reader.poll()

    expect(reader.said()).toEqual(new Set([first]))
  })
})

describe('a server that means no good', () => {
  const next = (to: string) => (xml: string) =>
    xml.replace('</queryResult>', `<paging><next>${to}</next></paging></queryResult>`)

  test.each([
    ['another host', 'https://evil.example/v2/entries?start=2', Refused],
    ['a host by user name', '@evil.example/v2/entries?start=2', Refused],
    ['another path', '/v2/../../admin?start=2', Refused],
    ['a path above by dots', '/v2/entries/../../../x?start=2', Refused],
    ['line ends', '/v2/entries?a\nb', Refused],
    ['its password', `/v2/entries?start=2&amp;p=${ncmecKeys.password}`, Refused],
    ['itself', '/v2/entries?start=2&amp;era=1', Malformed],
    ['more than fits', `/v2/entries?a=${'9'.repeat(3_000)}`, Refused],
  ])('a next page with %s is not followed', async (_, to, kind) => {
    await using list = await startNcmec()
    list.put(anImage('42', 'a', pdq(first)))
    list.twist = next(to)
    await using reader = reading(list)

    const failure = await reader.poll().catch((error: unknown) => error)

    expect(failure).toBeInstanceOf(kind)
    expect(String(failure)).not.toMatch(/evil|5ecr3t/)
    expect(list.asked.length).toBeLessThan(4)
    expect(reader.cursor ?? '').not.toContain('5ecr3t')
  })

  test.each([
    [
      'entities that multiply',
      '<!DOCTYPE q [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><queryResult><images><image><member id="1"/><id>&b;</id></image></images></queryResult>',
    ],
    ['an outside entity', '<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><queryResult>&x;</queryResult>'],
    ['an entity of its own', '<queryResult><images><image><id>&boom;</id></image></images></queryResult>'],
    ['elements without end', `<queryResult>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</queryResult>`],
    ['half a document', '<queryResult><images><image><member id="1">'],
    ['another document', '<rss version="2.0"><channel/></rss>'],
    ['JSON', '{"images": []}'],
    ['nothing', ''],
  ])('%s end in an error', async (_, xml) => {
    await using list = await startNcmec()
    list.put(anImage('42', 'a', pdq(first)))
    list.twist = () => xml
    await using reader = reading(list)

    await expect(reader.poll()).rejects.toBeInstanceOf(Malformed)
    expect(reader.notices.size).toBe(0)
  })

  test.each([
    [401, Refused],
    [403, Refused],
    [404, Unavailable],
    [503, Unavailable],
    ['html', Malformed],
    ['cut', Unavailable],
  ] as const)('%s is told as what it is', async (fault, kind) => {
    await using list = await startNcmec()
    list.misbehave(fault)
    await using reader = reading(list)

    await expect(reader.poll()).rejects.toBeInstanceOf(kind)
  })

  test.each([
    [true, 60_000],
    [false, undefined],
  ])('a throttle, with Retry-After or without (%s), is waited for', async (patience, retryAfterMs) => {
    await using list = await startNcmec()
    list.misbehave(429, { patience })
    await using reader = reading(list)

    await expect(reader.poll()).rejects.toMatchObject({ name: 'Unavailable', retryAfterMs })
  })
})

test('its password goes in the header it asks for, and in no address, no cursor and no error', async () => {
  await using list = await startNcmec()
  for (const digest of digests(0, 12)) list.put(anImage('42', idOf(digest), pdq(digest)))
  await using reader = reading(list)
  await reader.poll({ pages: 1 })

  expect(list.asked.map(({ path }) => path).join()).not.toContain('5ecr3t')
  expect(reader.cursor).not.toContain('5ecr3t')

  await using wrong = follow(ncmec, { url: list.url, secrets: { ...ncmecKeys, password: 'wr0ng-pass' } })
  const failure = await wrong.poll().catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Refused)
  expect(String(failure)).not.toContain('wr0ng')
})
