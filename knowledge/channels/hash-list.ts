/** Hash list: Vigie's own format for partners, NDJSON or CSV pages over HTTP (docs/reference/hash-list.md). */

import { z } from 'zod'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import {
  encodeVpdq,
  isEmptyContent,
  MAX_ENROLLED_FRAMES,
  parseFingerprint,
  parseVpdq,
} from '#core/fingerprint/index.ts'
import type { Got, Net } from '#core/ports.ts'
import { defineChannel, type Entry, type Page, type PublishedFingerprint } from './channel.ts'
import { type BareType, bareTypes, nextInBody, readForeign } from './hash-formats.ts'
import { wholeNumber } from './options.ts'

const bounds = {
  pageBytes: 64 << 20,
  lineLength: 512 << 10,
  pagesAtOnce: 1_000,
  entries: 4_000, // in one of our pages: the match stage takes as many at a time
  entryBytes: 8 << 20, // the same, of their fingerprints: clips are long
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
    'Reads a partner’s list of PDQ, vPDQ, MD5 and SHA-256 with addresses: finds the file and, by PDQ, altered copies of it.',
  sources: [{ url: 'https://www.rfc-editor.org/rfc/rfc8288', checked: '2026-11-24' }],
  address: { schemes: ['https:', 'http:'], example: 'https://partner.example.org/hashes.ndjson' },
  toldTo: 'everybody',
  options: z.strictObject({
    mode: z
      .enum(['delta', 'full'], 'write delta or full')
      .default('delta')
      .describe('delta: entries stay until one with op=delete; full: what the list no longer holds is taken back'),
    shrink: wholeNumber(0, 100)
      .default(20)
      .describe('mode full: the share in percent by which a list may shrink before it is held for you instead'),
    type: z
      .enum(bareTypes, 'write pdq, md5, sha256 or vpdq')
      .optional()
      .describe(
        'what the values are in a file that holds nothing but values, one a line; vpdq: one clip, as vPDQ text',
      ),
  }),
  suggestions: [],
  live: false,
  everyMs: 10 * 60_000,

  async *poll({ url, options }, cursor, { net, now, signal }) {
    const walk: Walk = { start: url, before: readCursor(cursor), bare: options.type, net, now, signal }
    if (options.mode === 'delta') yield* readChanges(walk)
    else if (await hasChanged(walk)) yield* readWhole(walk, options.shrink)
  },

  reread: (raw, { now }) => (raw.startsWith('{') ? [readLine(raw, now)] : []), // a row needs its header
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
  bare: BareType | undefined
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
    for (const { entries, last } of inPages(readEntries(read.got, { now: now(), bare: walk.bare }))) {
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
  const id = `${now()}-${await fingerprintOf(new TextEncoder().encode(cursor))}`
  const circle = new Set<string>()
  const pages: Mark[] = []
  let named = 0
  for (let address: string | null = start; address !== null; ) {
    if (pages.length === bounds.pagesAtOnce)
      throw new Malformed(`${hostOf(start)} lists more than ${bounds.pagesAtOnce} pages`)
    const read: PageRead | null = await readPage(address, { ...walk, mark: undefined, circle })
    if (!read || read.unchanged) throw missing(start)
    pages.push(read.mark)
    for (const { entries } of inPages(readEntries(read.got, { now: now(), bare: walk.bare }))) {
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
  const digest = await fingerprintOf(got.bytes)
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
async function fingerprintOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, 8).toHex()
}

/** The target of `Link: <…>; rel="next"` (RFC 8288 §3). It may carry a token, so no message repeats it. */
function nextOf({ headers, url, text }: Got, start: string): string | null {
  for (const [, target = '', parameters = ''] of (headers.get('link') ?? '').matchAll(/<([^<>]*)>([^<]*)/g)) {
    const relations = parameters
      .split(/[;,]/)
      .map((parameter) => parameter.trim().match(/^rel\s*=\s*"?([^"]*)"?$/i)?.[1])
    if (!relations.some((relation) => relation?.toLowerCase().split(/\s+/).includes('next'))) continue
    return checkNext(target, url, start)
  }
  const inBody = nextInBody(text)
  return inBody === null ? null : checkNext(inBody, url, start)
}

/** @throws Refused where it leads to another host, without repeating it */
function checkNext(target: string, url: string, start: string): string {
  const next = URL.canParse(target, url) ? new URL(target, url) : null
  const origins = [new URL(start).origin, new URL(url).origin]
  if (!next || !origins.includes(next.origin) || next.username || next.href.length > bounds.addressLength) {
    throw new Refused(`${hostOf(start)} names a next page that is not its own: only pages of the same host are read`)
  }
  next.hash = ''
  return next.href
}

function* inPages(entries: Iterable<Entry>): Generator<{ entries: Entry[]; last: boolean }> {
  let page: Entry[] = []
  let bytes = 0
  for (const entry of entries) {
    if (page.length === bounds.entries || bytes >= bounds.entryBytes) {
      yield { entries: page, last: false }
      page = []
      bytes = 0
    }
    page.push(entry)
    if (entry.type === 'notice') for (const { value } of entry.notice.fingerprints) bytes += value.length
  }
  yield { entries: page, last: true }
}

/** The entries of one page, a line each; blank lines and those that begin with `#` are skipped. */
function* readEntries(
  { text, headers }: Got,
  { now, bare }: { now: number; bare: BareType | undefined },
): Generator<Entry> {
  const foreign = readForeign(text, () => linesOf(text), { bare, at: now })
  if (foreign) return yield* foreign
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

const types = ['pdq', 'vpdq', 'md5', 'sha256', 'cid'] as const

/**
 * What each field may be; throws with what it is to be. By hand, since a schema takes half the time of a page, and of
 * everything that follows it until its notices are stored.
 */
const fields = {
  id(given: unknown): string {
    if (typeof given !== 'string' && !Number.isSafeInteger(given)) throw new SyntaxError('missing')
    return atMost(512, String(given))
  },
  op(given: unknown): 'upsert' | 'delete' {
    const op = typeof given === 'string' && given.toLowerCase()
    if (op === 'upsert' || op === 'delete') return op
    throw new SyntaxError('is upsert or delete')
  },
  type(given: unknown): (typeof types)[number] {
    const name = typeof given === 'string' && given.toLowerCase().replace('-', '')
    const type = types.find((known) => known === name)
    if (!type) throw new SyntaxError(`is one of ${types.join(', ')}`)
    return type
  },
  value: (given: unknown): string => atMost(200, given),
  frames(given: unknown): string[] {
    if (!Array.isArray(given)) throw new SyntaxError('is no list')
    if (given.length > MAX_ENROLLED_FRAMES) throw new SyntaxError('more than 3,600: take fewer a second')
    for (const frame of given)
      if (typeof frame !== 'string') throw new SyntaxError('one is no text "hash,quality,timestamp"')
      else atMost(200, frame)
    return given
  },
  quality(given: unknown): number {
    const quality = typeof given === 'string' || typeof given === 'number' ? Number(given) : Number.NaN
    if (Number.isInteger(quality) && quality >= 0 && quality <= 100) return quality
    throw new SyntaxError('is a whole number from 0 to 100')
  },
  url(given: unknown): string {
    const url = atMost(bounds.addressLength, given)
    if (!URL.canParse(url)) throw new SyntaxError('is not a whole address')
    return url
  },
  updated_at(given: unknown): number {
    const at = typeof given === 'string' || typeof given === 'number' ? parseTime(given) : Number.NaN
    if (at >= earliest && at <= latest) return at
    throw new SyntaxError('is a time as 2026-11-24T10:00:00Z')
  },
}

/** Of what is written with four digits of a year. */
const [earliest, latest] = [Date.parse('0000-01-01'), Date.parse('9999-12-31')]

function atMost(length: number, text: unknown): string {
  if (typeof text !== 'string') throw new SyntaxError('is no text')
  if (text.length > length) throw new SyntaxError(`longer than ${length.toLocaleString('en')} characters`)
  return text
}

function readRecord(record: unknown, now: number): Entry {
  if (typeof record !== 'object' || record === null) throw new SyntaxError('not an object with id, op, type and value')
  const given = record as Record<string, unknown>
  const faults: string[] = []
  /** Undefined: not there, which null and an empty text mean too; or at fault. */
  const read = <T>(name: keyof typeof fields, how: (given: unknown) => T): T | undefined => {
    const value = given[name]
    if (value === undefined || value === null || value === '') return undefined
    try {
      return how(value)
    } catch (error) {
      faults.push(`${name}: ${error instanceof SyntaxError ? error.message : 'cannot be read'}`)
      return undefined
    }
  }
  const id = read('id', fields.id)
  if (id === undefined && faults.length === 0) faults.push('id: missing')
  const op = read('op', fields.op)
  const type = read('type', fields.type)
  const value = read('value', fields.value)
  const frames = read('frames', fields.frames)
  const quality = read('quality', fields.quality)
  const url = read('url', fields.url)
  const at = read('updated_at', fields.updated_at) ?? now
  if (id === undefined || faults.length > 0) throw new SyntaxError(faults.join('; '))
  if (op === 'delete') return { type: 'retraction', id }
  const fingerprints = [readFingerprint({ type, value, frames, quality })]
  return { type: 'notice', notice: { id, at, kind: 'listing', fingerprints, locations: url ? [url] : [] } }
}

interface Hashed {
  type: (typeof types)[number] | undefined
  value: string | undefined
  frames: string[] | undefined
  quality: number | undefined
}

function readFingerprint({ type, value, frames, quality }: Hashed): PublishedFingerprint {
  if (type === 'vpdq') {
    if (!frames?.length) throw new SyntaxError('frames: missing; a clip is published as NDJSON, with its frames')
    return { type, value: encodeVpdq(parseVpdq(JSON.stringify(frames))) }
  }
  if (!type || !value) throw new SyntaxError('type and value: missing')
  if (type === 'pdq') {
    const hash = /^[0-9a-f]{64}$/.test(value) ? Uint8Array.fromHex(value) : parseFingerprint(type, value).value
    return quality === undefined ? { type, value: hash } : { type, value: hash, quality }
  }
  const fingerprint = parseFingerprint(type, value)
  if (isEmptyContent(fingerprint.value))
    throw new SyntaxError('value: that of an empty file, which would match every empty file')
  return fingerprint
}

/** ISO 8601, in UTC where no zone is written, or seconds since 1970; as milliseconds, NaN for anything else. */
function parseTime(time: string | number): number {
  if (typeof time === 'number' || /^\d{9,10}$/.test(time)) return Number(time) * 1000
  if (!/^\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/.test(time)) return Number.NaN
  const inUtc = time.length > 10 && !/[Z+-]/.test(time.slice(11)) ? `${time}Z` : time
  return Date.parse(inUtc.replace(' ', 'T'))
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
