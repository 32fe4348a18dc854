import { expect, test } from 'vitest'
import type { Page } from '#knowledge/channels/channel.ts'
import { dsaTransparency } from '#knowledge/channels/dsa-transparency.ts'
import { parseOptions } from '#knowledge/channels/options.ts'
import { createNet } from '#worker/net/http.ts'
import { outside } from '../../outside.ts'
import { aRow, columns, type DsaDatabase, dumpOf, startDsaDatabase, zipOf } from '../../peers/dsa-database.ts'

const noon = Date.parse('2026-11-22T12:00:00Z') // the day of the 20th is the last that is read
const file = (platform: string, date: string) => `sor-${platform}-${date}-light.zip`

async function open(stack: AsyncDisposableStack) {
  const database = stack.use(await startDsaDatabase())
  const net = stack.use(createNet({ allowNets: ['127.0.0.0/8'], userAgent: 'Vigie-test/1' }))
  const poll = async (cursor: string | null, options: Record<string, string> = {}, now = noon): Promise<Page[]> => {
    const { own } = parseOptions(dsaTransparency, { platforms: 'example', days: '1', ...options })
    const signal = new AbortController().signal
    const deps = { ...outside, net, now: () => now, signal, live: false, intake: async () => [] }
    const pages: Page[] = []
    for await (const page of dsaTransparency.poll({ url: database.url, options: own, secrets: {} }, cursor, deps))
      pages.push(page)
    return pages
  }
  return { database, poll }
}

const figuresOf = (pages: Page[]) => pages.flatMap(({ figures }) => (figures ? [figures] : []))
const counted = (page: Page | undefined, group: string) =>
  Object.fromEntries(
    page?.figures?.rows.filter((row) => row.group === group).map((row) => [row.measure, row.count]) ?? [],
  )

test('rows of every CSV of every zip in the zip are counted, by their reason', async () => {
  await using stack = new AsyncDisposableStack()
  const { database, poll } = await open(stack)
  const rows = [
    aRow(),
    aRow({ decision_visibility: '["DECISION_VISIBILITY_CONTENT_DISABLED"]', source_type: 'SOURCE_TRUSTED_FLAGGER' }),
    aRow({ decision_visibility: '["DECISION_VISIBILITY_CONTENT_DEMOTED"]', automated_detection: 'Yes' }),
    aRow({
      category_specification: '["KEYWORD_CYBER_STALKING","KEYWORD_NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN"]',
    }),
    aRow({
      category_specification: '["KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL"]',
      decision_account: 'DECISION_ACCOUNT_TERMINATED',
    }),
    aRow({ category_specification: '' }),
    aRow({ category_specification: '["KEYWORD_TO_COME"]', category: 'STATEMENT_CATEGORY_TO_COME' }),
  ]
  database.files.set(file('example', '2026-11-20'), await dumpOf(rows))

  const [page] = await poll(null)

  expect(page?.figures?.day).toBe('2026-11-20')
  expect(counted(page, 'all')).toEqual({ decisions: 7, 'with-keyword': 6 })
  expect(counted(page, 'intimate-images')).toEqual({
    decisions: 4,
    removed: 2,
    disabled: 1,
    'still-there': 1,
    'by-notice': 3,
    'by-trusted-flagger': 1,
    'detected-automatically': 1,
    'stood-days:2': 4,
  })
  expect(counted(page, 'minors')).toMatchObject({ decisions: 1, account: 1 })
  expect(counted(page, 'kindred')).toMatchObject({ decisions: 1 })
  expect(page?.entries).toEqual([])
})

test('columns are read by their names: more of them, and in another order', async () => {
  await using stack = new AsyncDisposableStack()
  const { database, poll } = await open(stack)
  const row = aRow().split('","').reverse()
  const header = [...columns].reverse()
  const quoted = `"${row.map((cell) => cell.replace(/^"|"$/g, '')).join('","')}","new"`
  database.files.set(file('example', '2026-11-20'), await dumpOf([quoted], [...header, 'facts_to_come'].join(',')))

  const [page] = await poll(null)

  expect(counted(page, 'intimate-images')).toMatchObject({ decisions: 1 })
})

test('each day once; a day that was made anew replaces its counts', async () => {
  await using stack = new AsyncDisposableStack()
  const { database, poll } = await open(stack)
  for (const date of ['2026-11-18', '2026-11-19', '2026-11-20'])
    database.files.set(file('example', date), await dumpOf([aRow()]))

  const first = await poll(null, { days: '3' })
  const cursor = first.at(-1)?.cursor ?? null
  const again = await poll(cursor, { days: '3' })
  database.files.set(file('example', '2026-11-19'), await dumpOf([aRow(), aRow()]))
  const anew = await poll(cursor, { days: '3' })

  expect(figuresOf(first).map(({ day }) => day)).toEqual(['2026-11-18', '2026-11-19', '2026-11-20'])
  expect(figuresOf(again)).toEqual([])
  expect(figuresOf(anew).map(({ day }) => day)).toEqual(['2026-11-19'])
  expect(counted(anew[0], 'intimate-images')).toMatchObject({ decisions: 2 })
})

test('after a week’s absence the days between are read; a file that comes late is read when it comes', async () => {
  await using stack = new AsyncDisposableStack()
  const { database, poll } = await open(stack)
  const day = 86_400_000
  database.files.set(file('example', '2026-11-20'), await dumpOf([aRow()]))
  const first = await poll(null)
  for (const date of ['2026-11-21', '2026-11-23', '2026-11-27'])
    database.files.set(file('example', date), await dumpOf([aRow()]))

  const back = await poll(first.at(-1)?.cursor ?? null, {}, noon + 7 * day)
  database.files.set(file('example', '2026-11-22'), await dumpOf([aRow()]))
  const late = await poll(back.at(-1)?.cursor ?? null, {}, noon + 7 * day)

  expect(figuresOf(back).map((figures) => figures.day)).toEqual(['2026-11-21', '2026-11-23', '2026-11-27'])
  expect(figuresOf(late).map((figures) => figures.day)).toEqual(['2026-11-22'])
})

test('an odd row is quarantined, and the others are counted', async () => {
  await using stack = new AsyncDisposableStack()
  const { database, poll } = await open(stack)
  const odd = '"only","three","cells"'
  const long = `"${'x'.repeat(300 << 10)}"`
  const escaped = aRow({ decision_ground_reference_url: 'a \\' })
  database.files.set(file('example', '2026-11-20'), await dumpOf([aRow(), odd, long, escaped, aRow()]))

  const [page] = await poll(null)

  expect(counted(page, 'intimate-images')).toMatchObject({ decisions: 3 })
  expect(page?.entries).toMatchObject([
    { type: 'malformed', raw: odd, reason: '3 cells where the header has 34' },
    { type: 'malformed', reason: 'a line of more than 256 KiB' },
  ])
})

test.each([
  [
    'a wrong checksum',
    'Unavailable',
    async (database: DsaDatabase) => {
      database.files.set(file('example', '2026-11-20'), await dumpOf([aRow()]))
      database.sums.set(file('example', '2026-11-20'), 'a'.repeat(40))
    },
  ],
  [
    'no checksum at all',
    'Malformed',
    async (database: DsaDatabase) => {
      database.files.set(file('example', '2026-11-20'), await dumpOf([aRow()]))
      database.sums.set(file('example', '2026-11-20'), '<html>')
    },
  ],
  [
    'no zip',
    'Malformed',
    async (database: DsaDatabase) => {
      database.files.set(file('example', '2026-11-20'), Buffer.from('<html>no zip</html>'))
    },
  ],
  [
    'a zip that is cut short',
    'Malformed',
    async (database: DsaDatabase) => {
      const whole = await dumpOf(Array.from({ length: 2000 }, () => aRow()))
      database.files.set(file('example', '2026-11-20'), whole.subarray(0, whole.length / 3))
    },
  ],
  [
    'other columns',
    'Malformed',
    async (database: DsaDatabase) => {
      database.files.set(file('example', '2026-11-20'), await dumpOf(['"1"'], 'number'))
    },
  ],
] as const)('%s ends in an error, and nothing is counted', async (_, name, publish) => {
  await using stack = new AsyncDisposableStack()
  const { database, poll } = await open(stack)
  await publish(database)

  const failure = await poll(null).catch((error: unknown) => error)

  expect(failure).toMatchObject({ name })
})

test('a bomb of a zip is cut at the bound', async () => {
  await using stack = new AsyncDisposableStack()
  const { database, poll } = await open(stack)
  const zeros = await zipOf({ 'a.csv': `${columns.join(',')}\n${'x'.repeat(40 << 20)}` })
  database.files.set(file('example', '2026-11-20'), await zipOf({ 'a.csv.zip': zeros }))
  const before = process.memoryUsage().rss

  const [page] = await poll(null)

  expect(page?.entries).toMatchObject([{ reason: 'a line of more than 256 KiB' }])
  expect(process.memoryUsage().rss - before).toBeLessThan(120 << 20)
}, 30_000)

test('a redirect to a private address is refused', async () => {
  await using stack = new AsyncDisposableStack()
  const { database, poll } = await open(stack)
  database.misbehave('redirect')

  await expect(poll(null)).rejects.toMatchObject({ name: 'Refused' })
})

test('it is asked for days and platforms alone', async () => {
  await using stack = new AsyncDisposableStack()
  const { database, poll } = await open(stack)
  database.files.set(file('example', '2026-11-20'), await dumpOf([aRow()]))

  await poll(null)

  for (const address of database.requests)
    expect(address).toMatch(/^\/(?:explore-data\/download|signed)\/sor-example-2026-11-\d\d-light\.zip/)
})
