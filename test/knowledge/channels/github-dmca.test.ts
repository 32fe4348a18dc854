import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Entry, Page } from '#knowledge/channels/channel.ts'
import { githubDmca } from '#knowledge/channels/github-dmca.ts'
import { createGit } from '#worker/net/git.ts'
import { createNet } from '#worker/net/http.ts'
import { outside } from '../../outside.ts'
import { startGitHost } from '../../peers/git-host.ts'

const year = new Date().getUTCFullYear()
const notice = (...addresses: string[]) =>
  [
    '**Describe the original work**',
    '',
    'My photographs, at https://github.com/mine/own-work',
    '',
    '**Identify the full repository URL that is infringing:**',
    '',
    ...addresses,
  ].join('\n')

async function open(stack: AsyncDisposableStack) {
  const host = stack.use(await startGitHost())
  const folder = await mkdtemp(join(tmpdir(), 'vigie-copies-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const net = stack.use(createNet({ allowNets: ['127.0.0.0/8'], userAgent: 'Vigie-test/1' }))
  const git = createGit({ allowNets: ['127.0.0.0/8'], folder })
  const poll = async (cursor: string | null, options: { years?: number } = {}): Promise<Page[]> => {
    const signal = new AbortController().signal
    const deps = { ...outside, net, git, now: Date.now, signal, live: false, intake: async () => [] }
    const pages: Page[] = []
    for await (const page of githubDmca.poll({ url: host.url, options, secrets: {} }, cursor, deps)) pages.push(page)
    return pages
  }
  return { host, poll }
}

const entriesOf = (pages: Page[]): Entry[] => pages.flatMap(({ entries }) => entries)
const cursorOf = (pages: Page[]) => pages.at(-1)?.cursor ?? null

test('each notice’s addresses on GitHub, not those of the original work, and what was added since', async () => {
  await using stack = new AsyncDisposableStack()
  const { host, poll } = await open(stack)
  await host.commit({
    'README.md': 'https://github.com/nobody/nothing',
    [`${year}/01/${year}-01-09-someone.md`]: notice(
      'https://github.com/thief/photos, and https://thief.github.io/a.html.',
    ),
  })

  const first = await poll(null)
  await host.commit({ [`${year}/02/${year}-02-01-another.md`]: notice('https://gist.github.com/thief/abc') })
  const second = await poll(cursorOf(first))
  const third = await poll(cursorOf(second))

  expect(entriesOf(first)).toEqual([
    {
      type: 'notice',
      notice: {
        id: `${year}-01-09-someone.md`,
        at: Date.UTC(year, 0, 9),
        kind: 'takedown',
        fingerprints: [],
        locations: ['https://github.com/thief/photos', 'https://thief.github.io/a.html'],
      },
    },
  ])
  expect(first.at(-1)?.snapshot?.done).toBe(true)
  expect(entriesOf(second)).toMatchObject([{ notice: { locations: ['https://gist.github.com/thief/abc'] } }])
  expect(second.at(-1)?.snapshot).toBeUndefined()
  expect(third).toEqual([])
})

test('a file that is deleted is taken back; one that is only moved stays the same notice', async () => {
  await using stack = new AsyncDisposableStack()
  const { host, poll } = await open(stack)
  const [gone, moved] = [`${year}/01/${year}-01-01-gone.md`, `${year}/02/${year}-01-02-moved.md`]
  await host.commit({ [gone]: notice('https://github.com/a/a'), [moved]: notice('https://github.com/b/b') })
  const first = await poll(null)

  await host.commit({ [gone]: null, [`${year}/01/${year}-01-02-moved.md`]: { from: moved } })
  const second = entriesOf(await poll(cursorOf(first)))

  expect(second).toContainEqual({ type: 'retraction', id: `${year}-01-01-gone.md` })
  const last = second.findLast((entry) => JSON.stringify(entry).includes('moved'))
  expect(last).toMatchObject({ type: 'notice', notice: { id: `${year}-01-02-moved.md` } })
})

test('counter notices and retractions are no notices, and years too long ago are left out', async () => {
  await using stack = new AsyncDisposableStack()
  const { host, poll } = await open(stack)
  await host.commit({
    [`${year}/01/${year}-01-01-x-CounterNotice.md`]: notice('https://github.com/a/a'),
    [`${year}/01/${year}-01-01-x-Retraction.md`]: notice('https://github.com/a/a'),
    '2014-01-01-old.md': notice('https://github.com/b/b'),
  })

  const pages = await poll(null)

  expect(entriesOf(pages)).toEqual([])
  expect(entriesOf(await poll(null, { years: 30 }))).toHaveLength(1)
})

test('a file longer than any letter is quarantined, and its neighbours are read', async () => {
  await using stack = new AsyncDisposableStack()
  const { host, poll } = await open(stack)
  await host.commit({
    [`${year}/01/${year}-01-01-long.md`]: notice('https://github.com/a/a', 'x'.repeat(600 << 10)),
    [`${year}/01/${year}-01-02-short.md`]: notice('https://github.com/b/b'),
  })

  const entries = entriesOf(await poll(null))

  expect(entries.map(({ type }) => type).sort()).toEqual(['malformed', 'notice'])
})

test('many notices come in several pages, of which only the last moves the place to go on from', async () => {
  await using stack = new AsyncDisposableStack()
  const { host, poll } = await open(stack)
  const files = Array.from({ length: 1_100 }, (_, i) => [
    `${year}/01/${year}-01-01-n${i}.md`,
    notice(`https://github.com/a/r${i}`),
  ])
  await host.commit(Object.fromEntries(files))

  const pages = await poll(null)

  expect(entriesOf(pages)).toHaveLength(1_100)
  expect(pages).toHaveLength(3)
  expect(pages.map(({ cursor }) => JSON.parse(cursor).commit === null)).toEqual([true, true, false])
  expect(host.heard()).not.toContain('thief')
})
