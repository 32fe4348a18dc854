/** Files as hash exchanges hand them out, read by the hash list. */
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { Refused } from '#core/errors.ts'
import { hashList } from '#knowledge/channels/hash-list.ts'
import { startHttpList } from '../../peers/http-list.ts'
import { digests, follow } from './contract.ts'

const [first = '', second = '', third = ''] = digests(0, 3)
const md5 = 'a1'.repeat(16)

async function read(content: string, options: Record<string, string> = {}, type = 'text/plain') {
  await using list = await startHttpList()
  list.publish({ content, type })
  await using reader = follow(hashList, { url: list.url, options })
  await reader.poll()
  return reader
}

describe('a local file', () => {
  test('with its kinds: comments, blanks and other line ends are passed over', async () => {
    const reader = await read(
      `\uFEFF# made up\r\npdq ${first}\r\n\r\nPDQ 0x${second.toUpperCase()}\nvideo_md5\t${md5}\n`,
    )

    expect([...reader.notices.keys()]).toEqual([`pdq:${first}`, `pdq:${second}`, `md5:${md5}`])
    expect([...reader.notices.values()].every(({ kind }) => kind === 'hash-bank')).toBe(true)
    expect(reader.quarantine).toEqual([])
  })

  test('of bare values, when their type is said', async () => {
    const base64 = Buffer.from(second, 'hex').toString('base64')

    const reader = await read(`${first}\n${base64}\n`, { type: 'pdq' })

    expect(reader.said()).toEqual(new Set([first, second]))
  })

  test('keeps its neighbours, when a line is broken or of another kind', async () => {
    const reader = await read(`pdq ${first}\npdq 0123\nphotodna AAAA\npdq ${second} ${third}\npdq ${second}\n`)

    expect(reader.said()).toEqual(new Set([first, second]))
    expect(reader.quarantine.map(({ reason }) => reason.slice(0, 7))).toEqual(['line 2:', 'line 3:', 'line 4:'])
  })

  test('takes back what is absent, in the mode full', async () => {
    await using list = await startHttpList()
    list.publish({ content: `pdq ${first}\npdq ${second}\n`, type: 'text/plain' })
    await using reader = follow(hashList, { url: list.url, options: { mode: 'full' } })
    await reader.poll()

    list.publish({ content: `pdq ${second}\n`, type: 'text/plain' })
    await reader.poll()

    expect(reader.said()).toEqual(new Set([second]))
  })
})

describe('a clip', () => {
  test.each([
    ['as vPDQ text', (text: string) => text],
    [
      'as compact JSON',
      (text: string) =>
        JSON.stringify(
          text
            .trim()
            .split('\n')
            .map((line) => line.split(','))
            .map(([, quality, hash, time]) => `${hash},${quality},${time}`),
        ),
    ],
  ])('%s is one notice, when the type is said', async (_, form) => {
    const text = await readFile('test/vectors/vpdq/a.txt', 'utf8')

    const reader = await read(form(text), { type: 'vpdq' })

    expect([...reader.notices.values()].map(({ fingerprints }) => fingerprints)).toMatchObject([[{ type: 'vpdq' }]])
  })

  test('that is none is quarantined', async () => {
    expect((await read('frames, somewhere', { type: 'vpdq' })).quarantine).toHaveLength(1)
  })
})

describe('the list of Tech Against Terrorism', () => {
  const result = (id: number, more: object = {}) => ({
    hash_digest: digests(id, 1)[0],
    algorithm: 'PDQ',
    ideology: 'far-right',
    file_type: 'jpg',
    deleted: false,
    updated_on: 1_764_990_000.5,
    created_on: '2026-01-01T00:00:00Z',
    id,
    ...more,
  })
  const page = (results: unknown[], next: string | null = null) =>
    JSON.stringify({ count: 9, next, previous: null, checkpoint: '1764990000.5,7', results })

  test('is read with its deletions; what cannot be compared is quarantined', async () => {
    const results = [result(1), result(2, { deleted: true }), result(3, { algorithm: 'SHA512' }), 'odd', result(4)]

    const reader = await read(page(results), {}, 'application/json')

    expect([...reader.notices.entries()].map(([id, { at }]) => [id, at])).toEqual([
      ['1', 1_764_990_000_500],
      ['4', 1_764_990_000_500],
    ])
    expect(reader.quarantine).toHaveLength(2)
  })

  test('is followed from page to page, as its body says', async () => {
    await using list = await startHttpList()
    list.publish({ content: page([result(1)], `${list.origin}/list?after=1`), type: 'application/json' })
    list.publish({ content: page([result(2)]), type: 'application/json' }, '/list?after=1')
    await using reader = follow(hashList, { url: list.url })

    await reader.poll()
    list.publish(
      { content: page([result(2, { deleted: true }), result(3)]), type: 'application/json' },
      '/list?after=1',
    )
    await reader.poll()

    expect([...reader.notices.keys()]).toEqual(['1', '3'])
  })

  test.each(['https://evil.example/next?token=5ecr3t', 'http://user:pw@HOST/x'])(
    'a next page at %s is refused',
    async (next) => {
      await using list = await startHttpList()
      list.publish({ content: page([], next.replace('HOST', new URL(list.origin).host)), type: 'application/json' })
      await using reader = follow(hashList, { url: list.url })

      const failure = await reader.poll().catch((error: unknown) => error)

      expect(failure).toBeInstanceOf(Refused)
      expect(String(failure)).not.toMatch(/evil|5ecr3t|pw/)
    },
  )

  test('that is cut is quarantined, and nothing of it is believed', async () => {
    const reader = await read(page([result(1), result(2)]).slice(0, 300), {}, 'application/json')

    expect(reader.notices.size).toBe(0)
    expect(reader.quarantine).toHaveLength(1)
  })
})

test('our own format is read as before, whatever it holds', async () => {
  const lines = `${JSON.stringify({ id: 'results', type: 'sha256', value: first })}\n${JSON.stringify({ id: 'b', type: 'pdq', value: second, note: '"results": [' })}\n`

  const reader = await read(lines)

  expect(reader.said()).toEqual(new Set([first, second]))
})
