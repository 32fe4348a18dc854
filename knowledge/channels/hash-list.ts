/** Hash list: Vigie's own format for partners, NDJSON or CSV pages over HTTP (docs/reference/hash-list.md). */

import { z } from 'zod'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import { hex, isEmptyContent, parseFingerprint, sha256 } from '#core/fingerprint/index.ts'
import type { Got, Net } from '#core/ports.ts'
import { defineChannel, type Entry, type Page, type PublishedFingerprint } from './channel.ts'
import { wholeNumber } from './options.ts'

const bounds = {
  pageBytes: 64 << 20,
  lineLength: 64 << 10,
  pagesAtOnce: 1_000,
  entries: 1_000, // in one of our pages
  remembered: 64,
  cursorLength: 14_000,
  addressLength: 2_048,
  timeoutMs: 120_000,
}

/** A `full` list shorter than this may shrink as it likes. */
const smallList = 100

export const hashList = defineChannel({
  id: 'hash-list',
  title: 'Hash list',
  summary:
    'Reads a partner’s list of PDQ, MD5 and SHA-256 with addresses: finds the file and, by PDQ, altered copies of it.',
  sources: [{ url: 'https://www.rfc-editor.org/rfc/rfc8288', checked: '2026-11-24' }],
  address: { schemes: ['https:', 'http:'], example: 'https://partner.example.org/hashes.ndjson' },
  options: z.strictObject({
    mode: z
      .enum(['delta', 'full'], 'write delta or full')
      .default('delta')
      .describe('delta: entries stay until one with op=delete; full: what the list no longer holds is taken back'),
    shrink: wholeNumber(0, 100)
      .default(20)
      .describe('mode full: the share in percent by which a list may shrink before it is held for you instead'),
  }),
  suggestions: [],
  live: false,
  everyMs: 10 * 60_000,

  async *poll({ url, options }, cursor, { net, now, signal }) {
    const walk: Walk = { start: url, before: readCursor(cursor), net, now, signal }
    if (options.mode === 'delta') yield* readChanges(walk)
    else if (await hasChanged(walk)) yield* readWhole(walk, options.shrink)
  },
})

const Mark = z.object({ url: z.string(), etag: z.string().optional(), digest: z.string() })
/** A page as it was last read. */
type Mark = z.infer<typeof Mark>

const State = z.object({
  /** The last pages of the list, in its order; earlier ones are forgotten and not asked for again. */
  pages: z.array(Mark),
  /** The page after these, where a cut came before it was read. */
  next: z.string().nullable(),
  /** Mode `full`: how many entries the list held; and whether `pages` are all of it. */
  count: z.int().default(0),
  complete: z.boolean().default(false),
})
type State = z.infer<typeof State>

interface Walk {
  start: string
  before: State
  net: Net
  now: () => number
  signal: AbortSignal
}

function readCursor(cursor: string | null): State {
  return cursor === null ? { pages: [], next: null, count: 0, complete: false } : State.parse(JSON.parse(cursor))
}

/** The state as a cursor: as many of its last pages as fit. */
function print(state: State): string {
  const pages = state.pages.slice(-bounds.remembered)
  while (true) {
    const complete = state.complete && pages.length === state.pages.length
    const text = JSON.stringify({ ...state, pages, complete })
    if (text.length <= bounds.cursorLength || pages.length <= 1) return text
    pages.shift()
  }
}

/**
 * Delta: every remembered page is asked for with its ETag, so a change anywhere in them is seen, at the cost of a 304
 * each. After a page that has changed, all that follow are read again: the last word on an id is the last in the list.
 */
async function* readChanges(walk: Walk): AsyncGenerator<Page> {
  const { start, before, now } = walk
  const pages: Mark[] = []
  const circle = new Set<string>()
  let saved = print(before)
  let changed = before.pages.length === 0
  let restarted = false
  let address: string | null = before.pages[0]?.url ?? before.next ?? start
  for (let count = 0; address !== null && count < bounds.pagesAtOnce; count++) {
    const known = before.pages[pages.length]
    changed ||= known?.url !== address
    const mark = changed ? undefined : known
    const read: PageRead | null = await readPage(address, { ...walk, mark, circle })
    if (!read) {
      if (address === start || restarted || before.pages.length === 0) throw missing(start)
      pages.length = 0 // the list was cut into other pages
      restarted = true
      circle.clear()
      changed = true
      address = start
      continue
    }
    pages.push(read.mark)
    address = read.next === undefined ? (before.pages[pages.length]?.url ?? before.next) : read.next
    if (read.unchanged) continue
    changed = true
    const state = print({ ...before, pages, next: address, complete: false })
    for (const { entries, last } of inPages(readEntries(read.got, now()))) {
      yield { entries, cursor: last ? state : saved }
    }
    saved = state
  }
  const state = print({ ...before, pages, next: address, complete: false })
  if (state !== saved) yield { entries: [], cursor: state }
}

/** Full: is there anything new? Asks for every page with its ETag, where all are remembered. */
async function hasChanged(walk: Walk): Promise<boolean> {
  const { before, start } = walk
  if (!before.complete || before.pages[0]?.url !== start) return true
  const circle = new Set<string>()
  for (const [index, mark] of before.pages.entries()) {
    const read = await readPage(mark.url, { ...walk, mark, circle })
    const following = before.pages[index + 1]?.url ?? null
    if (!read?.unchanged || (read.next === undefined ? following : read.next) !== following) return true
  }
  return false
}

/** Full: the whole list as a snapshot. Until its last page the cursor stays as it was, so that a cut starts it anew. */
async function* readWhole(walk: Walk, shrink: number): AsyncGenerator<Page> {
  const { start, before, now } = walk
  const cursor = print(before)
  const id = `${now()}-${fingerprintOf(new TextEncoder().encode(cursor))}`
  const circle = new Set<string>()
  const pages: Mark[] = []
  let named = 0
  for (let address: string | null = start; address !== null; ) {
    if (pages.length === bounds.pagesAtOnce)
      throw new Malformed(`${hostOf(start)} lists more than ${bounds.pagesAtOnce} pages`)
    const read: PageRead | null = await readPage(address, { ...walk, mark: undefined, circle })
    if (!read || read.unchanged) throw missing(start)
    pages.push(read.mark)
    for (const { entries } of inPages(readEntries(read.got, now()))) {
      named += entries.filter(({ type }) => type === 'notice').length
      yield { entries, cursor, snapshot: { id, done: false } }
    }
    address = read.next ?? null
  }
  if (before.count >= smallList && named < before.count * (1 - shrink / 100)) {
    throw new Malformed(
      `The list shrank from ${before.count} to ${named} entries, so nothing is taken back: ask its publisher, then set the option shrink=100`,
    )
  }
  yield {
    entries: [],
    cursor: print({ pages, next: null, count: named, complete: true }),
    snapshot: { id, done: true },
  }
}

interface PageRead {
  got: Got
  mark: Mark
  /** The bytes are those that `mark` stands for. */
  unchanged: boolean
  /** The next page; null where this is the last; undefined where a 304 says nothing of it. */
  next: string | null | undefined
}

/** One page, conditionally where a mark of it is kept. Null: no longer there, and not the first. */
async function readPage(
  address: string,
  { start, net, signal, mark, circle }: Walk & { mark: Mark | undefined; circle: Set<string> },
): Promise<PageRead | null> {
  if (circle.has(address)) throw new Malformed(`The pages of ${hostOf(start)} lead in a circle`)
  circle.add(address)
  const got = await net.get(address, {
    maxBytes: bounds.pageBytes,
    timeoutMs: bounds.timeoutMs,
    headers: { accept: 'application/x-ndjson, text/csv, */*;q=0.1', ...(mark?.etag && { 'if-none-match': mark.etag }) },
    signal,
  })
  if (got.status === 304 && mark) return { got, mark, unchanged: true, next: nextOf(got, start) ?? undefined }
  if (got.status === 410 && address === start)
    throw new Refused(`${hostOf(start)} says that this list is gone for good: remove the channel`)
  if (got.status !== 200) return null
  if (/html/i.test(got.headers.get('content-type') ?? ''))
    throw new Malformed(`${hostOf(start)} answers a web page: check the address`)
  const etag = got.headers.get('etag')
  const digest = fingerprintOf(got.bytes)
  const read = { url: address, ...(etag && etag.length <= 200 && { etag }), digest }
  return { got, mark: read, unchanged: mark?.digest === digest, next: nextOf(got, start) }
}

function missing(start: string): Unavailable {
  return new Unavailable(`${hostOf(start)} does not have the list, or a page of it: check the address`)
}

function hostOf(address: string): string {
  return new URL(address).host
}

/** Tells versions of a page apart; 64 bits, since nobody gains by a collision in his own list. */
function fingerprintOf(bytes: Uint8Array): string {
  return hex(sha256(bytes)).slice(0, 16)
}

/** The target of `Link: <…>; rel="next"` (RFC 8288 §3). It may carry a token, so no message repeats it. */
function nextOf({ headers, url }: Got, start: string): string | null {
  for (const [, target = '', parameters = ''] of (headers.get('link') ?? '').matchAll(/<([^<>]*)>([^<]*)/g)) {
    const relations = parameters
      .split(/[;,]/)
      .map((parameter) => parameter.trim().match(/^rel\s*=\s*"?([^"]*)"?$/i)?.[1])
    if (!relations.some((relation) => relation?.toLowerCase().split(/\s+/).includes('next'))) continue
    const next = URL.canParse(target, url) ? new URL(target, url) : null
    const origins = [new URL(start).origin, new URL(url).origin]
    if (!next || !origins.includes(next.origin) || next.username || next.href.length > bounds.addressLength) {
      throw new Refused(`${hostOf(start)} names a next page that is not its own: only pages of the same host are read`)
    }
    next.hash = ''
    return next.href
  }
  return null
}

function* inPages(entries: Iterable<Entry>): Generator<{ entries: Entry[]; last: boolean }> {
  let page: Entry[] = []
  for (const entry of entries) {
    if (page.length === bounds.entries) {
      yield { entries: page, last: false }
      page = []
    }
    page.push(entry)
  }
  yield { entries: page, last: true }
}

/** The entries of one page, a line each; blank lines and those that begin with `#` are skipped. */
function* readEntries({ text, headers }: Got, now: number): Generator<Entry> {
  const lines = linesOf(text)
  const type = headers.get('content-type') ?? ''
  let columns: string[] | null = null
  let isCsv = /csv/i.test(type) ? true : /json/i.test(type) ? false : undefined
  for (const { line, number } of lines) {
    isCsv ??= !line.startsWith('{')
    if (isCsv && !columns) {
      columns = readHeader(line)
      continue
    }
    const entry = columns ? readRow(line, columns, now) : readLine(line, now)
    yield entry.type === 'malformed' ? { ...entry, reason: `line ${number}: ${entry.reason}` } : entry
  }
}

function* linesOf(text: string): Generator<{ line: string; number: number }> {
  let number = 0
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const line = text.slice(start, end === -1 ? undefined : end).trim()
    start = end === -1 ? text.length : end + 1
    number++
    if (line !== '' && !line.startsWith('#')) yield { line, number }
  }
}

const types = { pdq: 'pdq', md5: 'md5', sha256: 'sha256', cid: 'cid' } as const

const percent = 'is a whole number from 0 to 100'

const Line = z.object({
  id: z
    .union([z.string(), z.int()], 'missing')
    .transform(String)
    .pipe(z.string().min(1).max(512, 'longer than 512 characters')),
  op: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['upsert', 'delete'], 'is upsert or delete'))
    .default('upsert'),
  type: z
    .string()
    .transform((text) => text.toLowerCase().replace('-', ''))
    .pipe(z.enum(types, 'is one of pdq, md5, sha256, cid'))
    .optional(),
  value: z.string().max(200, 'longer than 200 characters').optional(),
  quality: z.coerce.number(percent).pipe(z.int(percent).min(0, percent).max(100, percent)).optional(),
  url: z
    .string()
    .max(bounds.addressLength, 'longer than 2,048 characters')
    .refine((text) => URL.canParse(text), 'is not a whole address')
    .optional(),
  updated_at: z
    .union([z.string(), z.number()])
    .transform(parseTime)
    .refine((at) => !Number.isNaN(at), 'is a time as 2026-11-24T10:00:00Z')
    .optional(),
})

/**
 * One line of the NDJSON form. Never throws: a bad line is quarantined, its neighbours are not.
 *
 * @param now for an entry without `updated_at`, in milliseconds
 */
export function readLine(line: string, now: number): Entry {
  return guarded(line, () => readRecord(JSON.parse(line), now))
}

function readRow(line: string, columns: string[], now: number): Entry {
  return guarded(line, () => {
    const fields = readFields(line)
    if (fields.length > columns.length)
      throw new SyntaxError(`has ${fields.length} fields, the header ${columns.length}`)
    return readRecord(Object.fromEntries(fields.map((field, index) => [columns[index], field])), now)
  })
}

function guarded(line: string, read: () => Entry): Entry {
  try {
    if (line.length > bounds.lineLength) throw new SyntaxError(`longer than ${bounds.lineLength} characters`)
    if (line.includes('\uFFFD')) throw new SyntaxError('not UTF-8')
    return read()
  } catch (error) {
    return {
      type: 'malformed',
      raw: line.slice(0, 4_000),
      reason: error instanceof Error ? error.message : 'cannot be read',
    }
  }
}

function readRecord(record: unknown, now: number): Entry {
  if (typeof record !== 'object' || record === null) throw new SyntaxError('not an object with id, op, type and value')
  const given = Object.entries(record).filter(([, value]) => value !== null && value !== '')
  const { data, error } = Line.safeParse(Object.fromEntries(given))
  if (!data) throw new SyntaxError(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  const { id, op, type, value, quality, url, updated_at: at = now } = data
  if (op === 'delete') return { type: 'retraction', id }
  if (!type || !value) throw new SyntaxError('type and value: missing')
  const fingerprint: PublishedFingerprint = parseFingerprint(type, value)
  if (isEmptyContent(fingerprint.value))
    throw new SyntaxError('value: that of an empty file, which would match every empty file')
  if (quality !== undefined && type === 'pdq') fingerprint.quality = quality
  return {
    type: 'notice',
    notice: { id, at, kind: 'listing', fingerprints: [fingerprint], locations: url ? [url] : [] },
  }
}

/** ISO 8601, in UTC where no zone is written, or seconds since 1970; as milliseconds, NaN for anything else. */
function parseTime(time: string | number): number {
  if (typeof time === 'number' || /^\d{9,10}$/.test(time)) return Number(time) * 1000
  const [, day, clock = '00:00:00', zone = 'Z'] =
    time.match(/^(\d{4}-\d\d-\d\d)(?:[T ]([\d:.]+)(Z|[+-]\d\d:\d\d)?)?$/) ?? []
  return Date.parse(`${day}T${clock}${zone}`)
}

function readHeader(line: string): string[] {
  const columns = readFields(line).map((name) => name.toLowerCase())
  if (!['id', 'type', 'value'].every((name) => columns.includes(name))) {
    throw new Malformed(
      'The list begins with neither an object nor a header: its first line names the columns, id,op,type,value,quality,url,updated_at',
    )
  }
  return columns
}

/** The fields of one CSV line (RFC 4180, but a field does not reach over a line end: one entry, one line). */
function readFields(line: string): string[] {
  const fields: string[] = []
  for (let at = 0; at <= line.length; at++) {
    const quoted = line[at] === '"'
    const field = quoted ? /"((?:[^"]|"")*)"(?=,|$)/y : /[^,"]*(?=,|$)/y
    field.lastIndex = at
    const [whole, inner] = field.exec(line) ?? []
    if (whole === undefined)
      throw new SyntaxError('a quotation mark is open, or stands inside a field: double it and quote the field')
    fields.push((inner?.replaceAll('""', '"') ?? whole).trim())
    at += whole.length
  }
  return fields
}
