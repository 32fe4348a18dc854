import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { parseRecipe } from '#knowledge/recipes/recipe.ts'
import { findChromium } from '#worker/net/chromium.ts'
import { startListing } from '../peers/listing.ts'
import { vigie } from './run.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let folder: string
let env: Record<string, string>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigie-recipe-'))
  const cache = fileURLToPath(new URL('../../node_modules/.cache/vigie-chromium', import.meta.url))
  await findChromium({ folder: cache }) // unpacked once for all tests
  await symlink(cache, join(folder, 'chromium'))
  env = { VIGIE_DATA: folder, VIGIE_ALLOW_NETS: '127.0.0.0/8' }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('try shows what a recipe reads, a line an item, and keeps nothing', async () => {
  await using listing = await startListing()
  listing.add({ name: 'one', title: 'Anna Berg', age: '18+' }, { name: 'two', html: '<figure>no link</figure>' })
  const file = join(folder, 'own.yaml')
  await writeFile(
    file,
    `# mine\ndescribes: mine\nitems: figure\nlink: a@href\npicture: img@src\ntitle: figcaption\nage: .age\n`,
  )

  const { status, lines, stderr } = await vigie(['recipe', 'try', file, listing.url], { env })

  const { origin } = listing.site
  expect(lines).toEqual([
    {
      locations: [`${origin}/item/one`],
      titles: ['Anna Berg', 'one'],
      pictures: [{ url: `${origin}/files/one.jpg`, adult: true }],
    },
    { malformed: 'link: missing' },
  ])
  expect([status, stderr]).toEqual([0, '1 pages were read, and nothing of them is kept.\n'])
  expect(await readdir(folder)).toEqual(['chromium', 'own.yaml'])
})

test('a recipe in the data folder is known by its name, and is shown without its comments', async () => {
  await mkdir(join(folder, 'recipes'))
  await writeFile(join(folder, 'recipes', 'mine.yaml'), '# a remark\ndescribes: mine\nitems: li\nlink: "@href"\n')

  const { stdout } = await vigie(['recipe', 'show', 'mine'], { env })

  expect(stdout).not.toContain('remark')
  expect(parseRecipe(stdout)).toMatchObject({ describes: 'mine', items: 'li', link: { attribute: 'href' } })
})

test('those that come with Vigie are listed, and can be begun with', async () => {
  const { lines } = await vigie(['recipe', 'list'], { env })
  const { stdout } = await vigie(['recipe', 'show', 'gallery'], { env })

  expect(lines.map(({ recipe }) => recipe)).toEqual(['gallery', 'forum-thread', 'file-folder'])
  expect(parseRecipe(stdout).items).toBe('figure')
})

test.each([
  [['recipe', 'try', 'nowhere.yaml', 'https://a.example'], /There is no recipe "nowhere.yaml"/],
  [['recipe', 'try', 'gallery'], /Name the address of a listing/],
  [['recipe', 'eat', 'gallery'], /recipe list, recipe show NAME/],
])('%j is wrong use', async (args, message) => {
  const { status, stderr, stdout } = await vigie(args, { env })

  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(message)
})
