import { describe, expect, test } from 'vitest'
import { fromHex } from '#core/fingerprint/index.ts'
import { hashList, readLine } from '#knowledge/channels/hash-list.ts'
import { startHttpList, type TestList } from '../../peers/http-list.ts'
import { channelContract, digests, follow, type Peer } from './contract.ts'

const ndjson = 'application/x-ndjson'
const line = (digest: string) => `${JSON.stringify({ id: `n-${digest.slice(-6)}`, type: 'sha256', value: digest })}\n`
const lines = (from: number, count: number) => digests(from, count).map(line).join('')
const csvHeader = 'id,op,type,value,quality,url,updated_at\n'

/** Pages of ten entries, each naming the next. */
function paged(list: TestList, form: 'ndjson' | 'csv') {
  const head = form === 'csv' ? csvHeader : ''
  const type = form === 'csv' ? 'text/csv; charset=utf-8' : ndjson
  let page = 0
  let entries = 0
  const path = (number: number) => (number === 0 ? '/list' : `/list?page=${number}&token=t0ken`)
  list.publish({ content: head, type }, path(0))
  return (row: { id: string; op?: string; digest?: string } | string) => {
    const { id = '', op = '', digest = '' } = typeof row === 'string' ? {} : row
    const content =
      typeof row === 'string'
        ? row
        : form === 'csv'
          ? `${id},${op},${digest && 'sha256'},${digest},,,\n`
          : `${JSON.stringify({ id, ...(op && { op }), ...(digest && { type: 'sha256', value: digest }) })}\n`
    list.append(content, path(page))
    if (++entries % 10 !== 0) return
    list.link(path(page), path(++page))
    list.publish({ content: head, type }, path(page))
  }
}

function start(form: 'ndjson' | 'csv') {
  return async (): Promise<Peer> => {
    const list = await startHttpList()
    const add = paged(list, form)
    const id = (digest: string) => `n-${digest.slice(-6)}`
    return {
      url: list.url,
      publish: async (all) => {
        for (const digest of all) add({ id: id(digest), digest })
      },
      retract: async (digest) => add({ id: id(digest), op: 'delete' }),
      spoil: async () => add(form === 'csv' ? 'a,b"c,d\n' : '{"id": \n'),
      misbehave: (how) => list.misbehave(how),
      heard: () => JSON.stringify(list.requests),
      [Symbol.asyncDispose]: () => list[Symbol.asyncDispose](),
    }
  }
}

describe('as NDJSON', () => channelContract(hashList, start('ndjson'), { many: 45 }))
describe('as CSV', () => channelContract(hashList, start('csv'), { many: 45 }))

describe('what a line says', () => {
  const [digest = ''] = digests(0, 1)
  const base64 = Buffer.from(digest, 'hex').toString('base64')
  const read = (record: unknown) => readLine(JSON.stringify(record), 5)

  test('all of it', () => {
    const record = {
      id: 'case-7',
      op: 'upsert',
      type: 'pdq',
      value: digest,
      quality: 87,
      url: 'https://example.org/f/1',
      updated_at: '2026-11-24T10:00:00+01:00',
      colour: 'ignored',
    }

    expect(read(record)).toEqual({
      type: 'notice',
      notice: {
        id: 'case-7',
        at: Date.UTC(2026, 10, 24, 9),
        kind: 'listing',
        fingerprints: [{ type: 'pdq', value: fromHex(digest), quality: 87 }],
        locations: ['https://example.org/f/1'],
      },
    })
  })

  test.each([
    ['upper case', digest.toUpperCase()],
    ['0x', `0x${digest}`],
    ['base64', base64],
    ['base64 without its end', base64.replace('=', '')],
    ['blanks around', ` ${digest} `],
  ])('a value with %s', (_, value) => {
    for (const type of ['sha256', 'SHA-256', 'pdq']) {
      expect(read({ id: 1, type, value })).toMatchObject({
        notice: { id: '1', at: 5, fingerprints: [{ value: fromHex(digest) }] },
      })
    }
  })

  test.each([
    '2026-11-24T10:00:00Z',
    '2026-11-24T11:00:00.000+01:00',
    '2026-11-24 10:00:00',
    1_795_514_400,
    '1795514400',
  ])('the time %s', (time) => {
    const entry = read({ id: 'a', type: 'sha256', value: digest, updated_at: time })

    expect(entry).toMatchObject({ notice: { at: Date.UTC(2026, 10, 24, 10) } })
  })

  test('MD5, and a CID', () => {
    expect(read({ id: 'a', type: 'md5', value: '5eb63bbbe01eeed093cb22bb8f5acdc3' })).toMatchObject({ type: 'notice' })
    expect(
      read({ id: 'a', type: 'cid', value: 'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e' }),
    ).toMatchObject({ type: 'notice' })
  })

  test('a clip, as one fingerprint of its frames', () => {
    const frames = [`${digest},97,0`, `${digest.toUpperCase()},100,1.23e+02`]

    expect(read({ id: 'a', type: 'vPDQ', frames, url: 'https://example.org/f' })).toMatchObject({
      notice: {
        fingerprints: [{ type: 'vpdq', value: fromHex(`${digest}61${digest}64`) }],
        locations: ['https://example.org/f'],
      },
    })
    expect(read({ id: 'a', type: 'vpdq', frames: Array(3600).fill(`${digest},100,1234.5`) })).toMatchObject({
      notice: { fingerprints: [{ value: { length: 3600 * 33 } }] },
    })
  })

  test('a deletion needs the id alone', () => {
    expect(read({ id: 'a', op: 'delete' })).toEqual({ type: 'retraction', id: 'a' })
    expect(read({ id: 'a', op: 'DELETE', type: '', value: null, quality: '' })).toEqual({ type: 'retraction', id: 'a' })
  })

  test.each([
    [{ type: 'sha256', value: digest }, 'id: missing'],
    [{ id: '', type: 'sha256', value: digest }, 'id: missing'],
    [{ id: 'x'.repeat(600), type: 'sha256', value: digest }, 'id: longer than 512'],
    [{ id: 'a', type: 'sha1', value: digest }, 'type: is one of pdq, vpdq, md5, sha256, cid'],
    [{ id: 'a', type: 'pdq', value: digest.slice(32) }, '64 hexadecimal digits'],
    [{ id: 'a', type: 'pdq' }, 'type and value: missing'],
    [{ id: 'a', op: 'remove' }, 'op: is upsert or delete'],
    [{ id: 'a', type: 'pdq', value: digest, quality: 101 }, 'quality: is a whole number from 0 to 100'],
    [{ id: 'a', type: 'pdq', value: digest, quality: 'good' }, 'quality: is a whole number from 0 to 100'],
    [{ id: 'a', type: 'pdq', value: digest, url: 'example.org/f' }, 'url: is not a whole address'],
    [{ id: 'a', type: 'pdq', value: digest, updated_at: 'today' }, 'updated_at: is a time as'],
    [{ id: 'a', type: 'pdq', value: digest, updated_at: 1e15 }, 'updated_at: is a time as'],
    [{ id: 'a', type: 'pdq', value: digest, updated_at: [] }, 'updated_at: is a time as'],
    [{ id: 'a', type: 'pdq', value: digest, quality: true }, 'quality: is a whole number from 0 to 100'],
    [{ id: 'a', type: 'constructor', value: digest }, 'type: is one of pdq, vpdq, md5, sha256, cid'],
    [{ id: 'a', type: 'sha256', value: 7 }, 'value: is no text'],
    [{ id: 'a', type: 'vpdq', frames: [`${digest},90,0`, 7] }, 'frames: one is no text'],
    [
      { id: 1.5, op: 'remove', url: 'x'.repeat(3000) },
      'id: missing; op: is upsert or delete; url: longer than 2,048 ch',
    ],
    [{ op: 'remove' }, 'id: missing; op: is upsert or delete'],
    [{ id: 'a', type: 'md5', value: 'd41d8cd98f00b204e9800998ecf8427e' }, 'empty file'],
    [{ id: 'a', type: 'vpdq', value: digest }, 'frames: missing'],
    [{ id: 'a', type: 'vpdq', frames: [] }, 'frames: missing'],
    [{ id: 'a', type: 'vpdq', frames: digest }, 'frames: is no list'],
    [{ id: 'a', type: 'vpdq', frames: [`${digest},90,0`, digest] }, 'entry 2 has 1 of the three fields'],
    [{ id: 'a', type: 'vpdq', frames: Array(3601).fill(`${digest},90,0`) }, 'frames: more than 3,600'],
    [[], 'id: missing'],
    ['text', 'not an object'],
  ])('%j is malformed, and says why', (record, reason) => {
    expect(read(record)).toMatchObject({ type: 'malformed', reason: expect.stringContaining(reason) })
  })

  test('a line without end is shortened', () => {
    expect(JSON.stringify(readLine(`{"id":"${'x'.repeat(1 << 20)}"}`, 0)).length).toBeLessThan(5_000)
  })
})

describe('the two forms', () => {
  const csv = `\uFEFF# made by hand\r\n\r\nID,Type,Value,url,note\r\na,md5,5eb63bbbe01eeed093cb22bb8f5acdc3,"https://example.org/?a=1,2","say ""hi"""\r\n`

  test.each([
    ['by content type', 'text/csv'],
    ['by the first bytes', undefined],
  ])('CSV with BOM, CRLF, remarks, quotes and its own order of columns, told %s', async (_, type) => {
    await using list = await startHttpList()
    list.publish({ content: csv, ...(type && { type }) })
    await using reader = follow(hashList, list)

    await reader.poll()

    expect(reader.notices.get('a')).toMatchObject({ locations: ['https://example.org/?a=1,2'] })
    expect(reader.quarantine).toEqual([])
  })

  test('NDJSON with BOM and remarks, told by the first bytes', async () => {
    await using list = await startHttpList()
    list.publish(`\uFEFF# made by hand\r\n\r\n${lines(0, 2).replaceAll('\n', '\r\n')}`)
    await using reader = follow(hashList, list)

    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(0, 2)))
  })

  test('a bad line is named by its number', async () => {
    await using list = await startHttpList()
    list.publish(`${csvHeader}a,,sha256,${digests(0, 1)[0]},,,\n\nb,,sha256,nonsense,,,\nc,,,,,,,,,\n"d,,\n`)
    await using reader = follow(hashList, list)

    await reader.poll()

    expect(reader.notices.size).toBe(1)
    expect(reader.quarantine.map(({ reason }) => reason.slice(0, 7))).toEqual(['line 4:', 'line 5:', 'line 6:'])
  })

  test.each([
    ['a header without id', 'name,type,value\na,b,c\n', undefined],
    ['a web page', '<html>', 'text/html'],
    ['text', 'Please log in', undefined],
  ])('%s is no list', async (_, content, type) => {
    await using list = await startHttpList()
    list.publish({ content, ...(type && { type }) })
    await using reader = follow(hashList, list)

    await expect(reader.poll()).rejects.toMatchObject({ name: 'Malformed' })
  })
})

describe('following pages', () => {
  test('after a 304 everywhere nothing is read', async () => {
    await using list = await startHttpList()
    list.publish({ content: lines(0, 2), next: '/2' })
    list.publish({ content: lines(2, 2) }, '/2')
    await using reader = follow(hashList, list)
    await reader.poll()
    list.requests.length = 0

    await reader.poll()

    expect(list.requests.map(({ status }) => status)).toEqual([304, 304])
  })

  test('the last page grows, then gets a follower', async () => {
    await using list = await startHttpList()
    list.publish({ content: lines(0, 2), next: '/2' })
    list.publish({ content: lines(2, 1) }, '/2')
    await using reader = follow(hashList, list)
    await reader.poll()

    list.append(lines(3, 1), '/2')
    await reader.poll()
    const grown = reader.said().size
    list.publish({ content: lines(2, 2), next: '/3' }, '/2')
    list.publish({ content: lines(4, 1) }, '/3')
    list.requests.length = 0
    await reader.poll()

    expect(grown).toBe(4)
    expect(reader.said()).toEqual(new Set(digests(0, 5)))
    expect(list.requests.map(({ status }) => status)).toEqual([304, 200, 200])
  })

  test('a long page is told in parts, and cut between them nothing is lost', async () => {
    await using list = await startHttpList()
    list.publish(lines(0, 2_500))
    for (const pages of [1, 2]) {
      await using reader = follow(hashList, list)
      await reader.poll({ pages })
      await reader.poll()

      expect(reader.said().size).toBe(2_500)
    }
  })

  test('clips are told in parts that a page can hold', async () => {
    await using list = await startHttpList()
    const clip = (digest: string, i: number) =>
      `${JSON.stringify({ id: `clip-${i}`, type: 'vpdq', frames: Array(3_600).fill(`${digest},100,0`) })}\n`
    list.publish(digests(0, 75).map(clip).join(''))
    await using reader = follow(hashList, list)

    await reader.poll({ pages: 1 })
    expect(reader.said().size).toBeGreaterThan(0)
    expect(reader.said().size).toBeLessThan(75)
    await reader.poll()
    expect(reader.said().size).toBe(75)
  })

  test('an entry changed in an early page is seen, and a later word on the same id still counts', async () => {
    await using list = await startHttpList()
    const entry = (id: string, at: number) => `${JSON.stringify({ id, type: 'sha256', value: digests(at, 1)[0] })}\n`
    list.publish({ content: entry('a', 0) + entry('b', 1), next: '/2' })
    list.publish({ content: entry('b', 2) }, '/2')
    await using reader = follow(hashList, list)
    await reader.poll()

    list.publish({ content: entry('a', 5) + entry('b', 1), next: '/2' })
    await reader.poll()

    expect(reader.said()).toEqual(new Set([...digests(5, 1), ...digests(2, 1)]))
  })

  test('a server without ETags is read again, and what is the same is not told again', async () => {
    await using list = await startHttpList()
    list.able.etag = false
    list.publish(lines(0, 2))
    await using reader = follow(hashList, list)
    await reader.poll()
    const { pages } = reader

    await reader.poll()
    const again = reader.pages
    list.append(lines(2, 1))
    await reader.poll()

    expect(again).toBe(pages)
    expect(reader.said()).toEqual(new Set(digests(0, 3)))
  })

  test('a list cut into other pages is read anew', async () => {
    await using list = await startHttpList()
    list.publish({ content: lines(0, 2), next: '/2' })
    list.publish({ content: lines(2, 2) }, '/2')
    await using reader = follow(hashList, list)
    await reader.poll()

    list.withdraw('/2')
    list.publish({ content: lines(0, 3), next: '/b' })
    list.publish({ content: lines(3, 2) }, '/b')
    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(0, 5)))
  })

  test('of a long list the last pages are remembered, and its growth is seen', async () => {
    await using list = await startHttpList()
    const path = (page: number) => (page === 0 ? '/list' : `/p${page}-${'long'.repeat(60)}`)
    for (let page = 0; page < 100; page++) {
      list.publish({ content: lines(page, 1), ...(page < 99 && { next: path(page + 1) }) }, path(page))
    }
    await using reader = follow(hashList, list)
    await reader.poll()
    list.requests.length = 0

    list.append(lines(100, 1), path(99))
    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(0, 101)))
    expect(list.requests.length).toBeLessThanOrEqual(64)
    expect(reader.longestCursor).toBeLessThanOrEqual(16_384)
  }, 20_000)

  test.each(['https://other.example/2', 'http://127.0.0.1:1/2', 'http://u:p@127.0.0.1/', 'ftp://x/'])(
    'a next page at %s is refused',
    async (next) => {
      await using list = await startHttpList()
      list.publish({ content: lines(0, 1), next })
      await using reader = follow(hashList, list)

      await expect(reader.poll()).rejects.toMatchObject({ name: 'Refused' })
    },
  )

  test('pages in a circle end', async () => {
    await using list = await startHttpList()
    list.publish({ content: lines(0, 1), next: '/2' })
    list.publish({ content: lines(1, 1), next: '/list' }, '/2')
    await using reader = follow(hashList, list)

    await expect(reader.poll()).rejects.toMatchObject({ name: 'Malformed' })
    expect(reader.said()).toEqual(new Set(digests(0, 2)))
  })

  test('no error repeats the token of a next page', async () => {
    await using list = await startHttpList()
    list.publish({ content: lines(0, 1), next: '/list?token=t0ken' })
    await using reader = follow(hashList, list)

    const error: Error = await reader.poll().then(
      () => expect.unreachable(),
      (error: Error) => error,
    )

    expect(`${error.message} ${error.stack}`).not.toContain('t0ken')
  })
})

describe('mode full', () => {
  const full = (list: TestList, more = {}) => follow(hashList, { url: list.url, options: { mode: 'full', ...more } })

  test('what the list no longer holds is taken back, on any page', async () => {
    await using list = await startHttpList()
    list.publish({ content: lines(0, 2), next: '/2' })
    list.publish({ content: lines(2, 2) }, '/2')
    await using reader = full(list)
    await reader.poll()

    list.publish({ content: lines(2, 1) }, '/2')
    await reader.poll()
    const last = reader.said()
    list.publish({ content: lines(1, 1), next: '/2' })
    await reader.poll()

    expect(last).toEqual(new Set(digests(0, 3)))
    expect(reader.said()).toEqual(new Set(digests(1, 2)))
  })

  test('an unchanged list is not read again', async () => {
    await using list = await startHttpList()
    list.publish({ content: lines(0, 2), next: '/2' })
    list.publish({ content: lines(2, 2) }, '/2')
    await using reader = full(list)
    await reader.poll()
    list.requests.length = 0

    await reader.poll()

    expect(list.requests.map(({ status }) => status)).toEqual([304, 304])
  })

  test('cut after any page, it starts anew and takes nothing back that is there', async () => {
    await using list = await startHttpList()
    for (const page of [0, 1, 2]) {
      list.publish(
        { content: lines(page * 2, 2), ...(page < 2 && { next: `/${page + 1}` }) },
        page ? `/${page}` : '/list',
      )
    }
    for (const pages of [1, 2, 3]) {
      await using reader = full(list)
      await reader.poll({ pages })
      await reader.poll()

      expect(reader.said()).toEqual(new Set(digests(0, 6)))
    }
  })

  test('a list that shrinks by more than a fifth is held, until the operator says it may', async () => {
    await using list = await startHttpList()
    list.publish(lines(0, 200))
    await using reader = full(list)
    await reader.poll()
    list.publish(lines(0, 20))

    await expect(reader.poll()).rejects.toThrow('shrank from 200 to 20 entries')
    const held = reader.said().size
    await using willing = full(list, { shrink: '100' })
    Object.assign(willing, { cursor: reader.cursor })
    await willing.poll()

    expect(held).toBe(200)
    expect(willing.said().size).toBe(20)
  })
})
