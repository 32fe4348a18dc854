/** GitHub's DMCA repository: copyright notices about repositories, a file each, read from its git history. */
import { z } from 'zod'
import { defineChannel, type Entry, type Page } from './channel.ts'
import { wholeNumber } from './options.ts'

const bounds = { fileBytes: 512 << 10, pageEntries: 500, addresses: 500 }

export const githubDmca = defineChannel({
  id: 'github-dmca',
  title: 'GitHub DMCA notices',
  summary:
    'Reads the copyright notices that GitHub publishes in a git repository: finds a watched address on GitHub that somebody complained about.',
  sources: [{ url: 'https://github.com/github/dmca', checked: '2026-11-24' }],
  address: {
    schemes: ['https:', 'http:'],
    example: 'https://github.com/github/dmca',
    default: 'https://github.com/github/dmca',
  },
  toldTo: 'everybody',
  options: z.strictObject({
    years: wholeNumber(1, 30).optional().describe('how many years back to read at first; without it, 3'),
  }),
  suggestions: [],
  live: false,
  everyMs: 6 * 3_600_000,

  /** The cursor is the commit up to which everything is stored; only the last page of a reading moves it. */
  async *poll({ url, options }, cursor, { git, now, signal }) {
    const since = readCursor(cursor)
    const { tip, rewritten, changes } = await git.changes(url, { since, maxFileBytes: bounds.fileBytes, signal })
    if (tip === since) return
    const firstYear = new Date(now()).getUTCFullYear() - (options.years ?? 3)
    const after = JSON.stringify({ commit: tip })
    const before = cursor ?? JSON.stringify({ commit: null })
    const whole = rewritten ? { id: tip, done: false } : undefined
    let entries: Entry[] = []
    for await (const { path, change, text } of changes) {
      const name = nameOf(path)
      if (!name || name.year < firstYear) continue
      const entry = change === 'deleted' ? retraction(path) : readFile(path, name, text)
      if (entry) entries.push(entry)
      if (entries.length < bounds.pageEntries) continue
      yield { entries, cursor: before, ...(whole && { snapshot: whole }) } satisfies Page
      entries = []
    }
    yield { entries, cursor: after, ...(whole && { snapshot: { ...whole, done: true } }) } satisfies Page
  },

  reread(raw) {
    const { path, text } = z.object({ path: z.string(), text: z.string() }).parse(JSON.parse(raw))
    const name = nameOf(path)
    const entry = name && readFile(path, name, text)
    return entry ? [entry] : []
  },
})

const Cursor = z.object({ commit: z.string().nullable() })

function readCursor(cursor: string | null): string | null {
  return cursor === null ? null : Cursor.parse(JSON.parse(cursor)).commit
}

interface Name {
  at: number
  year: number
  kind: 'notice' | 'counter' | 'retraction'
}

/** `2026/01/2026-01-09-someone-2.md`, or without the month before October 2018; null: no notice's file. */
function nameOf(path: string): Name | null {
  const [, file, date, slug = ''] =
    path.match(/^(?:\d{4}\/)?(?:\d\d\/)?((\d{4}-\d\d-\d\d)-(.+?)\.(?:md|markdown))$/u) ?? []
  if (!file || !date) return null
  const at = Date.parse(date)
  if (Number.isNaN(at)) return null
  // The words of a file's name are all that tells what it is; a counter notice's own retraction is none of ours.
  const kind = /counter/i.test(slug) ? 'counter' : /retraction|reversal/i.test(slug) ? 'retraction' : 'notice'
  return { at, year: new Date(at).getUTCFullYear(), kind }
}

/** The path without its folders: a file that is moved to another folder is the same notice. */
const idOf = (path: string) => (path.split('/').at(-1) ?? path).slice(0, 500)

const retraction = (path: string): Entry => ({ type: 'retraction', id: idOf(path) })

/** One file, one entry: null where it names no address on GitHub, or answers another notice. Never throws. */
export function readFile(path: string, { at, kind }: Name, text: string | null): Entry | null {
  if (kind === 'counter') return null
  if (text === null)
    return { type: 'malformed', raw: JSON.stringify({ path, text: '' }).slice(0, 4_000), reason: 'longer than 512 KiB' }
  const locations = addressesIn(kind === 'retraction' ? text : afterInfringement(text))
  if (locations.length === 0) return null
  // A retraction may take back only a part of what it names, so it is a word about addresses, and takes back no file.
  if (kind === 'retraction') return null
  return { type: 'notice', notice: { id: idOf(path), at, kind: 'takedown', fingerprints: [], locations } }
}

/** From the question about what infringes on: addresses before it belong to the complainant's own work. */
function afterInfringement(text: string): string {
  const at = text.search(
    /identify (?:the full repository|only the specific)|infring\w* (?:content|material|files?|repositor)/i,
  )
  return at < 0 ? text : text.slice(at)
}

const ours =
  /https?:\/\/(?:www\.)?(?:github\.com|gist\.github\.com|raw\.githubusercontent\.com|[a-z0-9-]{1,39}\.github\.io)(?:\/[^\s<>"'`)\]}|\\]*)?/gi
const aboutGithub =
  /^https?:\/\/(?:www\.)?github\.com\/(?:$|github\/dmca|site\/|contact|about|security|features|settings)/i

function addressesIn(text: string): string[] {
  const found = new Set<string>()
  for (const [address] of text.matchAll(ours)) {
    const plain = address.replace(/[.,;:!?*_~]+$/, '')
    if (!aboutGithub.test(plain) && found.size < bounds.addresses) found.add(plain)
  }
  return [...found]
}
