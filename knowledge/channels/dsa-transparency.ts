/**
 * EU DSA Transparency Database: what platforms decided, from the daily dumps, as counts alone. It holds no address and
 * no hash, so nothing of it can match; it tells what to expect of a platform, within the limits named in
 * knowledge/expectations.ts.
 */
import { sha1 } from '@noble/hashes/legacy.js'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { Malformed, Unavailable } from '#core/errors.ts'
import type { Net } from '#core/ports.ts'
import { filesIn, linesOf } from '../protocols/zip.ts'
import { defineChannel, type Entry, type Figures, type Page } from './channel.ts'
import { wholeNumber } from './options.ts'

const bounds = {
  zippedBytes: 4 * 2 ** 30,
  unpackedBytes: 64 * 2 ** 30,
  lineBytes: 256 << 10,
  quarantined: 100, // of one file
  platforms: 60,
}
const day = 86_400_000
/** A day's file appears a day or two later; days before may be made anew. */
const settledAfterDays = 2
const lookAgainDays = 7

export const dsaTransparency = defineChannel({
  id: 'dsa-transparency',
  title: 'EU DSA Transparency Database',
  summary:
    'Counts the decisions that platforms must report in the EU: finds nobody’s pictures, and tells what to expect of a platform.',
  sources: [
    { url: 'https://transparency.dsa.ec.europa.eu/page/data-download-documentation', checked: '2026-11-24' },
    { url: 'https://transparency.dsa.ec.europa.eu/page/api-documentation', checked: '2026-11-24' },
  ],
  address: {
    schemes: ['https:', 'http:'],
    example: 'https://transparency.dsa.ec.europa.eu',
    default: 'https://transparency.dsa.ec.europa.eu',
  },
  toldTo: 'everybody',
  options: z.strictObject({
    platforms: z
      .string()
      .regex(
        /^[a-z0-9-]{1,60}(?:,[a-z0-9-]{1,60})*$/,
        'write names as the database spells them in its downloads, e.g. facebook,tiktok',
      )
      .transform((text) => text.split(','))
      .pipe(z.array(z.string()).max(bounds.platforms))
      .default(['discord-netherlands-bv', 'facebook', 'instagram', 'snapchat', 'tiktok', 'x', 'pornhub', 'telegram'])
      .describe(
        'whose files are read, as the database spells them, e.g. facebook,tiktok; global reads everybody’s, which is much',
      ),
    days: wholeNumber(1, 400).optional().describe('how many days back to begin; without it, 30'),
  }),
  suggestions: [],
  live: false,
  everyMs: 12 * 3_600_000,

  /** A file a page: one platform, one day. The cursor knows the versions of the last days' files, to see which were made anew. */
  async *poll({ url, options }, cursor, { net, now, signal }) {
    const last = now() - settledAfterDays * day
    const before = readCursor(cursor) ?? { next: dayOf(last - ((options.days ?? 30) - 1) * day), done: {} }
    const state: State = { next: before.next, done: { ...before.done } }
    const first = Math.min(Date.parse(state.next), last - lookAgainDays * day)
    for (let at = first; at <= last; at += day) {
      const date = dayOf(at)
      if (!cursor && at < Date.parse(before.next)) continue
      for (const platform of options.platforms) {
        const key = `${platform} ${date}`
        const page = await readFile(net, { url, platform, date, known: state.done[key], signal })
        if (!page) continue
        state.done[key] = page.figures.version
        yield { ...page, cursor: print(state, last) } satisfies Page
      }
      if (dayOf(at + day) > state.next) state.next = dayOf(at + day)
    }
    const after = print(state, last)
    if (after !== cursor) yield { entries: [], cursor: after }
  },

  reread: () => [],
})

const State = z.object({
  /** The first day that was not read yet. */
  next: z.iso.date(),
  /** The version of each file of the last days, by platform and day. */
  done: z.record(z.string(), z.string()),
})
type State = z.infer<typeof State>

function readCursor(cursor: string | null): State | null {
  return cursor === null ? null : State.parse(JSON.parse(cursor))
}

/** Files older than what is looked at again are forgotten; of a version eight digits tell enough. */
function print({ next, done }: State, last: number): string {
  const oldest = dayOf(last - (lookAgainDays + 1) * day)
  const kept = Object.entries(done).filter(([key]) => (key.split(' ')[1] ?? '') > oldest)
  return JSON.stringify({ next, done: Object.fromEntries(kept) })
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

async function readFile(
  net: Net,
  of: { url: string; platform: string; date: string; known: string | undefined; signal: AbortSignal },
): Promise<{ entries: Entry[]; figures: Figures } | null> {
  const name = `sor-${of.platform}-${of.date}-light.zip`
  const address = new URL(`/explore-data/download/${name}`, of.url).href
  const sum = await net.get(`${address}.sha1`, { maxBytes: 4_096, signal: of.signal })
  if (sum.status !== 200) return null // no such file, or not yet
  const [expected] = sum.text.match(/\b[0-9a-f]{40}\b/i) ?? []
  if (!expected) throw new Malformed(`${new URL(of.url).host} gives no checksum of ${name}: check the address`)
  const version = expected.slice(0, 8).toLowerCase()
  if (version === of.known) return null
  await using answer = await net.stream(address, {
    maxBytes: bounds.zippedBytes,
    timeoutMs: 120_000,
    signal: of.signal,
  })
  if (answer.status !== 200) return null
  const digest = sha1.create()
  const counting = count(hashed(answer.body, digest))
  const { rows, odd } = await counting
  const actual = [...digest.digest()].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (actual !== expected.toLowerCase())
    throw new Unavailable(`${name} came damaged, or was made anew meanwhile: it is read again later`)
  return { entries: odd, figures: { day: of.date, version, rows } }
}

async function* hashed(chunks: AsyncIterable<Uint8Array>, digest: { update(chunk: Uint8Array): unknown }) {
  for await (const chunk of chunks) {
    digest.update(chunk)
    yield chunk
  }
}

/** Counts every row of every CSV of every zip in the zip. */
async function count(zip: AsyncIterable<Uint8Array>): Promise<{ rows: Figures['rows']; odd: Entry[] }> {
  const counts = new Map<string, number>()
  const odd: Entry[] = []
  const add = (platform: string, group: string, measure: string) => {
    const key = `${platform}\0${group}\0${measure}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  let left = bounds.unpackedBytes
  for await (const outer of filesIn(zip, { maxBytes: bounds.zippedBytes })) {
    if (!/\.zip$/i.test(outer.name)) continue
    for await (const inner of filesIn(outer.chunks, { maxBytes: left })) {
      if (!/\.csv$/i.test(inner.name)) continue
      let columns: string[] | null = null
      for await (const line of linesOf(metered(inner.chunks), { maxLength: bounds.lineBytes })) {
        if (line === '') continue
        if (!columns) columns = headerOf(line ?? '')
        else countRow(line, columns, { add, odd })
      }
    }
  }
  const rows = [...counts].map(([key, count]) => {
    const [platform = '', group = '', measure = ''] = key.split('\0')
    return { platform, group, measure, count }
  })
  return { rows, odd }

  async function* metered(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      left -= chunk.byteLength
      yield chunk
    }
  }
}

const needed = ['platform_name', 'decision_visibility', 'category', 'category_specification', 'source_type'] as const

function headerOf(line: string): string[] {
  const columns = (readRow(line.replace(/^\uFEFF/, '')) ?? []).map((name) => name.trim())
  const missing = needed.find((name) => !columns.includes(name))
  if (missing) throw new Malformed(`A file of the database has no column ${missing}: it has changed its form`)
  return columns
}

/** A cell may hold quotation marks as PHP writes them. Null: no row. */
function readRow(line: string): string[] | null {
  try {
    const [row] = parse(line, { relax_quotes: true, relax_column_count: true })
    return Array.isArray(row) ? row : null
  } catch {
    return null
  }
}

/** The words of the database for each group, those before July 2025 as well. */
const groups: Record<string, RegExp> = {
  'intimate-images':
    /KEYWORD_(?:NON_CONSENSUAL_(?:IMAGE_SHARING|MATERIAL_DEEPFAKE|ITEMS_DEEPFAKE)|IMAGE_BASED_SEXUAL_ABUSE)/,
  minors: /KEYWORD_(?:CHILD_SEXUAL_ABUSE_MATERIAL|GROOMING_SEXUAL_ENTICEMENT_MINORS)/,
  kindred:
    /KEYWORD_(?:CYBER_HARASSMENT|CYBER_STALKING|CYBER_BULLYING_INTIMIDATION|ONLINE_BULLYING_INTIMIDATION|BULLYING_AGAINST_GIRLS|RIGHT_TO_BE_FORGOTTEN|IMPERSONATION_ACCOUNT_HIJACKING)/,
}

function countRow(
  line: string | null,
  columns: readonly string[],
  { add, odd }: { add: (platform: string, group: string, measure: string) => void; odd: Entry[] },
): void {
  const cells = line === null ? null : readRow(line)
  if (!cells || cells.length !== columns.length) {
    if (odd.length < bounds.quarantined)
      odd.push({
        type: 'malformed',
        raw: (line ?? '').slice(0, 4_000),
        reason:
          line === null
            ? 'a line of more than 256 KiB'
            : `${cells?.length ?? 0} cells where the header has ${columns.length}`,
      })
    return
  }
  const cell = (name: string) => cells[columns.indexOf(name)] ?? ''
  const platform = cell('platform_name').slice(0, 100)
  const words = cell('category_specification')
  add(platform, 'all', 'decisions')
  if (/KEYWORD_/.test(words)) add(platform, 'all', 'with-keyword')
  for (const [group, pattern] of Object.entries(groups)) {
    if (!pattern.test(words)) continue
    for (const measure of measuresOf(cell)) add(platform, group, measure)
  }
}

function measuresOf(cell: (name: string) => string): string[] {
  const visibility = cell('decision_visibility')
  const source = cell('source_type')
  const stood = Date.parse(cell('application_date')) - Date.parse(cell('content_date'))
  const automated = cell('automated_decision').match(/AUTOMATED_DECISION_(FULLY|PARTIALLY|NOT_AUTOMATED)/)?.[1]
  return [
    'decisions',
    /CONTENT_REMOVED/.test(visibility) ? 'removed' : /CONTENT_DISABLED/.test(visibility) ? 'disabled' : 'still-there',
    ...(/SUSPENDED|TERMINATED/.test(cell('decision_account')) ? ['account'] : []),
    ...(source === 'SOURCE_ARTICLE_16' ? ['by-notice'] : []),
    ...(source === 'SOURCE_TRUSTED_FLAGGER' ? ['by-trusted-flagger'] : []),
    ...(source === 'SOURCE_TYPE_OTHER_NOTIFICATION' ? ['by-other-notice'] : []),
    ...(source === 'SOURCE_VOLUNTARY' ? ['by-itself'] : []),
    ...(/^yes$/i.test(cell('automated_detection')) ? ['detected-automatically'] : []),
    ...(automated === 'FULLY' ? ['decided-automatically'] : []),
    ...(stood >= 0 ? [`stood-days:${bucketOf(stood / day)}`] : []),
  ]
}

/** Days are counted in steps, which grow: single ones to 14, then the ends of weeks, months and years. */
function bucketOf(days: number): number {
  return [...Array(15).keys(), 21, 30, 60, 90, 180, 365, 730].find((most) => days <= most) ?? 9_999
}
