/**
 * NCMEC hash sharing v2: fingerprints of abuse of children, in XML. A range of time is read to its end, page by page;
 * within it nothing is in the order of time, so only the end of a finished range is a place to go on from.
 *
 * An entry is known by its member and its id: ids repeat across members. Nothing says how long a deletion is told, so
 * once a month the whole list is read, and what it no longer holds is taken back.
 */

import { SaxesParser } from 'saxes'
import { z } from 'zod'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { Got, Net } from '#core/ports.ts'
import { defineChannel, type Entry, type Page, type PublishedFingerprint } from './channel.ts'
import { addTo, guarded, inParts, readBankPrint, type Tally, tellTally } from './hash-bank.ts'
import { wholeNumber } from './options.ts'

const [minute, day] = [60_000, 86_400_000]
const bounds = {
  pageBytes: 32 << 20,
  pagesAtOnce: 2_000, // what is left is read at the next poll
  pagesInRange: 5_000,
  nextLength: 2_000,
  depth: 30,
  textLength: 4_000, // of one element; a fingerprint of ours is shorter
  timeoutMs: 120_000,
}

/** The latest seconds are left for the next range: entries of the same second may still be written. */
const settleMs = 5_000
/** The published client holds a next page for invalid after so long. */
const nextLivesMs = 12 * 60 * minute
const resyncMs = 30 * day
/** A whole reading shorter than this may shrink as it likes. */
const smallList = 100

/** The lists that an organisation may be given, as the published client names their roots. */
const lists = {
  npo: 'https://hashsharing.ncmec.org/npo',
  exploitative: 'https://hashsharing.ncmec.org/exploitative',
  'generative-ai': 'https://hashsharing.ncmec.org/generative-ai-csam',
  'generative-ai-exploitative': 'https://hashsharing.ncmec.org/generative-ai-exploitative',
  industry: 'https://report.cybertip.org/hashsharing',
  'industry-exploitative': 'https://report.cybertip.org/exploitative-hashsharing',
} as const
const listNames = Object.keys(lists) as (keyof typeof lists)[]

export const ncmec = defineChannel({
  id: 'ncmec',
  title: 'NCMEC hash sharing',
  summary:
    'Reads a list of abuse of children, by agreement with NCMEC: finds the very file by MD5 and altered copies by PDQ; it names no place.',
  sources: [
    { url: 'https://report.cybertip.org/hashsharing/v2/documentation.pdf', checked: '2026-11-24' },
    {
      url: 'https://github.com/facebook/ThreatExchange/tree/main/python-threatexchange/threatexchange/exchanges/clients/ncmec',
      checked: '2026-11-24',
    },
  ],
  address: { schemes: ['https:', 'http:'], example: lists.npo, default: lists.npo },
  toldTo: 'confirmed',
  childAbuse: true,
  tells: {
    en: 'The file is on a list that protects children. The list does not say where it was seen.',
    fr: 'Le fichier figure sur une liste qui protège les enfants. La liste ne dit pas où il a été vu.',
    nl: 'Het bestand staat op een lijst die kinderen beschermt. De lijst zegt niet waar het gezien werd.',
    de: 'Die Datei steht auf einer Liste, die Kinder schützt. Die Liste sagt nicht, wo die Datei gesehen wurde.',
  },
  options: z.strictObject({
    list: z
      .enum(listNames, `write one of ${listNames.join(', ')}`)
      .default('npo')
      .describe(`without an address, which list: ${listNames.join(', ')}`),
    members: z
      .string()
      .regex(/^\d{1,12}(,\d{1,12}){0,99}$/, 'write numbers of members, such as 42,43')
      .transform((text) => new Set(text.split(',')))
      .optional()
      .describe('only what these members entered, by their numbers, e.g. 42,43; without it, all'),
    range: wholeNumber(1_000, 10_000_000)
      .default(400_000)
      .describe('most entries in one range of time: a range that announces more is made shorter'),
    shrink: wholeNumber(0, 100)
      .default(20)
      .describe('the share in percent by which a whole reading may be shorter than the last before it is held for you'),
  }),
  secrets: {
    user: { describes: 'the user name of your agreement', required: true },
    password: { describes: 'its password', required: true },
  },
  suggestions: [],
  live: false,
  everyMs: 60 * minute,

  async *poll({ url, options, secrets }, cursor, { net, now, signal }) {
    const { list, members, range, shrink } = options
    const root = (url === lists.npo ? lists[list] : url).replace(/\/$/, '')
    const { user = '', password = '' } = secrets
    yield* readRanges({ root, user, password, members, range, shrink, net, now, signal }, readCursor(cursor))
  },

  reread(raw, { now }) {
    const read = readXml(`<queryResult><images>${raw}</images></queryResult>`, { members: undefined, now, tally: {} })
    return read instanceof SyntaxError ? [{ type: 'malformed', raw, reason: read.message }] : read.entries
  },
})

const State = z.object({
  /** Everything before is read. Instants here are in milliseconds. */
  from: z.number().min(0),
  /** How long the next range is to be at most; null: as long as there is. */
  span: z.number().positive().nullable(),
  /** When the last whole reading began; 0: none has come to its end. */
  syncedAt: z.number(),
  /** Entries in the last whole reading. */
  count: z.int().min(0),
  /** A whole reading under way. */
  sync: z.object({ id: z.string(), until: z.number(), named: z.int().min(0) }).nullable(),
  /** A range under way; `next` holds only with its own ends. */
  range: z
    .object({
      to: z.number(),
      next: z.string().max(bounds.nextLength),
      at: z.number(),
      pages: z.int(),
      read: z.int(),
    })
    .nullable(),
  tally: z.record(z.string().max(80), z.int().min(0)),
})
type State = z.infer<typeof State>

const unread: State = { from: 0, span: null, syncedAt: 0, count: 0, sync: null, range: null, tally: {} }

/** A cursor of another version begins anew: as a whole reading, so that nothing of before stays by mistake. */
function readCursor(cursor: string | null): State {
  if (cursor === null) return unread
  try {
    return State.parse(JSON.parse(cursor))
  } catch {
    return unread
  }
}

interface Asking {
  root: string
  user: string
  password: string
  members: ReadonlySet<string> | undefined
  range: number
  shrink: number
  net: Net
  now: () => number
  signal: AbortSignal
}

async function* readRanges(asking: Asking, stored: State): AsyncGenerator<Page> {
  const { now } = asking
  const latest = Math.floor((now() - settleMs) / 1000) * 1000
  let state = stored
  if (!state.sync && now() - state.syncedAt > resyncMs)
    state = {
      ...unread,
      syncedAt: state.syncedAt,
      count: state.count,
      sync: { id: `${now()}`, until: latest, named: 0 },
    }
  if (state.range && now() - state.range.at > nextLivesMs) state = { ...state, range: null }
  let saved = JSON.stringify(stored)
  let refused = false
  const seen = new Set<string>()

  for (let pages = 0; pages < bounds.pagesAtOnce; ) {
    const until = state.sync?.until ?? latest
    if (!state.range && state.from >= until) return
    // A second of overlap: whether a range's ends belong to it is not published.
    const from = Math.max(0, state.from - 1000)
    const to = state.range?.to ?? Math.min(until, state.from + (state.span ?? until))
    const answer = await askPage(asking, { from, to, next: state.range?.next ?? null })
    if (answer === null) {
      if (refused)
        throw new Unavailable(`${hostOf(asking.root)} refuses the next page that it named: it is tried again`)
      refused = true
      seen.clear()
      state = { ...state, range: null }
      continue
    }
    pages++
    const tally: Tally = { ...state.tally }
    const read = readXml(answer, { members: asking.members, now: now(), tally })
    if (read instanceof SyntaxError)
      throw new Malformed(`The answer of ${hostOf(asking.root)} is no list of NCMEC’s: ${read.message}`)
    if (!state.range && to - from > minute && announced(read.next) > asking.range) {
      state = { ...state, span: Math.max(minute, Math.floor((to - from) / 4)) }
      continue
    }
    const next = read.next === '' ? null : checkNext(read.next, asking)
    if (next !== null && seen.has(next)) throw new Malformed(`The pages of ${hostOf(asking.root)} lead in a circle`)
    seen.add(next ?? '')
    const readSoFar = (state.range?.read ?? 0) + read.entries.length
    const inRange = (state.range?.pages ?? 0) + 1
    if (inRange > bounds.pagesInRange)
      throw new Malformed(`${hostOf(asking.root)} has more than ${bounds.pagesInRange} pages in one range of time`)
    const named = read.entries.filter(({ type }) => type === 'notice').length
    const sync = state.sync && { ...state.sync, named: state.sync.named + named }
    state = { ...state, sync, tally }
    let snapshot: Page['snapshot'] = sync ? { id: sync.id, done: false } : undefined
    let warning: string | undefined
    if (next !== null) {
      state = { ...state, range: { to, next, at: now(), pages: inRange, read: readSoFar } }
    } else {
      seen.clear()
      const span = readSoFar < asking.range / 4 && state.span !== null ? state.span * 2 : state.span
      state = { ...state, from: to, span, range: null }
      if (to >= until) {
        warning = tellTally(tally)
        state = { ...state, tally: {} }
        if (sync) {
          heldWhereShrunk(sync.named, state.count, asking.shrink)
          snapshot = { id: sync.id, done: true }
          state = { ...state, sync: null, syncedAt: sync.until, count: sync.named, span: null }
        }
      }
    }
    const after = JSON.stringify(state)
    for (const { part, last } of inParts(read.entries))
      yield {
        entries: part,
        cursor: last ? after : saved,
        ...(snapshot && { snapshot: { id: snapshot.id, done: snapshot.done && last } }),
        ...(last && warning !== undefined && { warning }),
      }
    saved = after
  }
}

function heldWhereShrunk(named: number, before: number, shrink: number): void {
  if (before < smallList || named >= before * (1 - shrink / 100)) return
  throw new Malformed(
    `The list shrank from ${before} to ${named} entries, so nothing is taken back: ask NCMEC, then set the option shrink=100`,
  )
}

/** How many more entries the range has, by the page's own account. */
function announced(next: string): number {
  const query = new URLSearchParams(next.slice(next.indexOf('?') + 1))
  const [start, max] = [Number(query.get('start')), Number(query.get('max'))]
  return Number.isFinite(max - start) ? max - start : 0
}

/** A range's first page where `next` is null. Null as the answer: the server no longer takes this `next`. */
async function askPage(
  { root, user, password, net, signal }: Asking,
  { from, to, next }: { from: number; to: number; next: string | null },
): Promise<string | null> {
  const address = `${root}${next ?? `/v2/entries?from=${instant(from)}&to=${instant(to)}`}`
  const got: Got | null = await net
    .get(address, {
      maxBytes: bounds.pageBytes,
      timeoutMs: bounds.timeoutMs,
      headers: { accept: 'application/xml', authorization: `Basic ${btoa(`${user}:${password}`)}` },
      signal,
    })
    .catch((error: unknown) => {
      if (next !== null && error instanceof Refused) return null
      throw error
    })
  if (got === null || (next !== null && got.status !== 200)) return null
  if (got.status !== 200)
    throw new Unavailable(`${hostOf(root)} answers ${got.status} where the list should be: check the address`)
  return got.text
}

const instant = (ms: number) => encodeURIComponent(`${new Date(ms).toISOString().slice(0, 19)}Z`)

/**
 * The next page, relative to the list's root (not to its host). It is kept as it is, so it must lead nowhere else and
 * hold nothing of the credentials.
 */
function checkNext(next: string, { root, password }: Asking): string {
  const isPlain = next.length <= bounds.nextLength && /^\/v2\/entries\?[\x21-\x7e]*$/.test(next) && !next.includes('#')
  const leads = isPlain && URL.canParse(root + next) ? new URL(root + next).href : ''
  if (!leads.startsWith(`${new URL(root).href.replace(/\/$/, '')}/v2/entries?`))
    throw new Refused(`${hostOf(root)} names a next page that is not its own list’s: only that list is read`)
  if (next.includes(password) || next.includes(encodeURIComponent(password)))
    throw new Refused(`${hostOf(root)} names a next page with your password in it: tell NCMEC`)
  return next
}

interface Given {
  /** `image`, `video`, `deletedImage` or `deletedVideo`. */
  tag: string
  member: string
  id: string
  timestamp: string
  prints: { name: string; text: string }[]
}

const entryTags = ['image', 'video', 'deletedImage', 'deletedVideo']
const comparable: Readonly<Record<string, 'pdq' | 'md5' | 'sha256'>> = { pdq: 'pdq', md5: 'md5', sha256: 'sha256' }

/** A page, element by element. What breaks XML itself is returned, since then nothing of the page can be trusted. */
function readXml(
  text: string,
  of: { members: ReadonlySet<string> | undefined; now: number; tally: Tally },
): { entries: Entry[]; next: string } | SyntaxError {
  const source = text.replace(/^\uFEFF/, '').trimStart()
  const entries: Entry[] = []
  const path: string[] = []
  let next = ''
  let given: (Given & { begins: number }) | null = null
  let words = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', () => {
    throw new SyntaxError('it is not well-formed XML')
  })
  parser.on('doctype', () => {
    throw new SyntaxError('it brings a document type of its own')
  })
  parser.on('opentag', ({ local, attributes }) => {
    if (path.length === 0 && local !== 'queryResult') throw new SyntaxError('it does not begin with queryResult')
    if (path.length === bounds.depth) throw new SyntaxError('its elements lie too deep in each other')
    const parent = path.at(-1)
    if (!given && entryTags.includes(local) && (parent === 'images' || parent === 'videos')) {
      const begins = source.lastIndexOf('<', parser.position - 1)
      given = { tag: local, member: '', id: '', timestamp: '', prints: [], begins }
    }
    if (given && local === 'member' && parent === given.tag) given.member = attributes.id?.value ?? ''
    path.push(local)
    words = ''
  })
  parser.on('text', (more) => {
    if (words.length < bounds.textLength) words += more
  })
  parser.on('closetag', ({ local }) => {
    path.pop()
    const parent = path.at(-1)
    const said = words.trim()
    words = ''
    if (local === 'next' && parent === 'paging') next = said
    if (!given) return
    if (parent === given.tag && local === 'id') given.id = said
    if (parent === given.tag && local === 'timestamp') given.timestamp = said
    if (parent === 'fingerprints') given.prints.push({ name: local, text: said })
    if (path.length === 2 && local === given.tag) {
      const raw = source.slice(given.begins, parser.position)
      const entry = given
      entries.push(...guarded(raw, () => readEntry(entry, raw, of)))
      given = null
    }
  })
  try {
    parser.write(source).close()
  } catch (error) {
    if (error instanceof SyntaxError) return error
    return new SyntaxError('it is not well-formed XML')
  }
  return { entries, next }
}

/** What is known of an entry is kept; a fingerprint that is none is quarantined beside it. */
function readEntry(
  { tag, member, id, timestamp, prints }: Given,
  raw: string,
  { members, now, tally }: { members: ReadonlySet<string> | undefined; now: number; tally: Tally },
): Entry[] {
  if (!/^\d{1,12}$/.test(member)) throw new SyntaxError('its member has no number')
  if (id === '' || id.length > 400) throw new SyntaxError('its id is missing, or too long')
  if (members && !members.has(member)) return []
  const identity = `${member}:${id}`
  if (tag.startsWith('deleted')) return [{ type: 'retraction', id: identity }]
  const fingerprints: PublishedFingerprint[] = []
  const faults: Entry[] = []
  for (const { name, text } of prints) {
    const type = comparable[name]
    if (!type || text === '') continue // others, and long ones that stand elsewhere
    const fault = guarded(raw, () => {
      fingerprints.push(readBankPrint(type, text))
      return []
    })
    faults.push(...fault)
  }
  if (fingerprints.length === 0) {
    if (faults.length > 0) return faults
    addTo(tally, 'entries without MD5 or PDQ')
    return [{ type: 'retraction', id: identity }] // it may have had one before
  }
  const at = Date.parse(timestamp)
  const notice = {
    id: identity,
    at: Number.isNaN(at) ? now : Math.min(at, now),
    kind: 'hash-bank' as const,
    fingerprints,
    locations: [],
  }
  return [{ type: 'notice', notice }, ...faults]
}

function hostOf(address: string): string {
  return new URL(address).host
}
