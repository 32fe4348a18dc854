import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { commands } from '#cli/commands/index.ts'
import { commandLinePage, settingsPage } from '#cli/reference.ts'

const page = (name: string) => readFile(new URL(`../../docs/reference/${name}`, import.meta.url), 'utf8')

test('the page of settings says what the code reads: else `npm run reference`', async () => {
  expect(settingsPage()).toBe(await page('settings.md'))
})

test("the page of the command line says what the commands' help says: else `npm run reference`", async () => {
  expect(await commandLinePage()).toBe(await page('command-line.md'))
})

test.each(commands.map(({ name, load }) => [name, load] as const))(
  '%s has a sentence and a real example',
  async (_name, load) => {
    const command = await load()

    expect(command.summary).toMatch(/\.$/)
    expect(command.example).toMatch(/npx vigie |npm /)
  },
)
