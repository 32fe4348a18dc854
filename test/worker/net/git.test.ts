import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Refused } from '#core/errors.ts'
import type { GitChange } from '#core/ports.ts'
import { createGit } from '#worker/net/git.ts'
import { startGitHost } from '../../peers/git-host.ts'

const allowNets = ['127.0.0.0/8']

async function open(stack: AsyncDisposableStack, nets: readonly string[] = allowNets) {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-copies-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const git = createGit({ allowNets: nets, folder })
  return async (url: string, since: string | null, maxFileBytes = 1000) => {
    const { tip, rewritten, changes } = await git.changes(url, { since, maxFileBytes })
    const found: GitChange[] = []
    for await (const change of changes) found.push(change)
    return { tip, rewritten, found }
  }
}

test('everything at first, then what has changed since, names with accents and blanks included', async () => {
  await using opened = new AsyncDisposableStack()
  const host = opened.use(await startGitHost())
  const read = await open(opened)
  await host.commit({ '2026/01/één bestand.md': 'one', 'b.md': 'two', 'c.md': 'three' })

  const first = await read(host.url, null)
  await host.commit({ 'b.md': 'two, changed', 'c.md': null, 'd.md': 'four' })
  await host.commit({ 'e.md': { from: '2026/01/één bestand.md' } })
  const second = await read(host.url, first.tip)
  const third = await read(host.url, second.tip)

  expect(first.rewritten).toBe(true)
  expect(first.found).toEqual([
    { path: '2026/01/één bestand.md', change: 'added', text: 'one' },
    { path: 'b.md', change: 'added', text: 'two' },
    { path: 'c.md', change: 'added', text: 'three' },
  ])
  expect(second.rewritten).toBe(false)
  expect(second.found).toEqual([
    { path: '2026/01/één bestand.md', change: 'deleted', text: null },
    { path: 'c.md', change: 'deleted', text: null },
    { path: 'b.md', change: 'modified', text: 'two, changed' },
    { path: 'd.md', change: 'added', text: 'four' },
    { path: 'e.md', change: 'added', text: 'one' },
  ])
  expect(third.found).toEqual([])
})

test('a branch that was rewritten is compared with what was read of it', async () => {
  await using opened = new AsyncDisposableStack()
  const host = opened.use(await startGitHost())
  const read = await open(opened)
  await host.commit({ 'a.md': 'one' })
  await host.commit({ 'b.md': 'two' })

  const before = await read(host.url, null)
  await host.rewrite({ 'b.md': 'another' })
  const after = await read(host.url, before.tip)

  expect(after.found).toEqual([{ path: 'b.md', change: 'modified', text: 'another' }])
})

test('where the copy is gone, everything is read again and said to be so', async () => {
  await using opened = new AsyncDisposableStack()
  const host = opened.use(await startGitHost())
  await host.commit({ 'a.md': 'one' })
  const { tip } = await (await open(opened))(host.url, null)
  await host.commit({ 'b.md': 'two' })

  const again = await (await open(opened))(host.url, tip)

  expect(again.rewritten).toBe(true)
  expect(again.found.map(({ path }) => path)).toEqual(['a.md', 'b.md'])
})

test('a file longer than was asked for comes without its text', async () => {
  await using opened = new AsyncDisposableStack()
  const host = opened.use(await startGitHost())
  await host.commit({ 'long.md': 'x'.repeat(2000), 'short.md': 'x' })

  const { found } = await (await open(opened))(host.url, null)

  expect(found.map(({ text }) => text)).toEqual([null, 'x'])
})

test('a private address is not reached, neither by its name nor by a redirect', async () => {
  await using opened = new AsyncDisposableStack()
  const host = opened.use(await startGitHost())
  const other = opened.use(await startGitHost())
  await host.commit({ 'a.md': 'one' })
  await other.commit({ 'secret.md': 'two' })
  const closed = await open(opened, [])
  const only = await open(opened, ['127.0.0.1/32'])
  host.redirectTo(other.url.replace('127.0.0.1', '127.0.0.2').replace('/list.git', ''))

  await expect(closed(host.url, null)).rejects.toThrow(Refused)
  await expect(closed(host.url.replace('127.0.0.1', 'localhost'), null)).rejects.toThrow()
  await expect(only(host.url, null)).rejects.toThrow()
  expect(other.heard()).toBe('')
})

test('an address without a repository is refused in words that help', async () => {
  await using opened = new AsyncDisposableStack()
  const host = opened.use(await startGitHost())
  const read = await open(opened)

  await expect(read(host.url.replace('list.git', 'none.git'), null)).rejects.toThrow(/no such repository/)
})
