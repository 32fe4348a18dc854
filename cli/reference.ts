/** Writes docs/reference/settings.md and command-line.md from what the code says: `npm run reference`. A test compares. */
import { writeFile } from 'node:fs/promises'
import { describeCommand } from './command.ts'
import { groups } from './commands/index.ts'
import { settings } from './config.ts'

const folder = new URL('../docs/reference/', import.meta.url)
const madeBy = '<!-- Made by `npm run reference`. Change the code instead. -->'

export function settingsPage(): string {
  const rows = Object.entries(settings.shape).map(([name, { description = '' }]) => `| \`${name}\` | ${description} |`)
  return [
    madeBy,
    '# Settings',
    '',
    'Environment variables, read once when a process starts. An empty one counts as unset. A mistake is told in one line that says what to write instead, and nothing starts.',
    '',
    '| variable | what it is |',
    '|---|---|',
    ...rows,
    '',
  ].join('\n')
}

export async function commandLinePage(): Promise<string> {
  const parts = [
    madeBy,
    '# Command line',
    '',
    '`npx vigie COMMAND …`, in the folder of the project. Results are JSON lines on stdout, messages go to stderr. Exit status: 0 done, 1 failed, 2 wrong use.',
    '',
  ]
  for (const { title, entries } of groups) {
    parts.push(`## ${title}`, '')
    for (const { name, load } of entries)
      parts.push(`### ${name}`, '', '```text', describeCommand(name, await load()), '```', '')
  }
  return parts.join('\n')
}

if (import.meta.main) {
  await writeFile(new URL('settings.md', folder), settingsPage())
  await writeFile(new URL('command-line.md', folder), await commandLinePage())
}
