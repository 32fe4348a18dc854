/** Lumen: takedown notices that search engines and hosts share, read by date and compared here. */
import { z } from 'zod'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { Net } from '#core/ports.ts'
import { defineChannel, type Entry, type Page } from './channel.ts'
import { duration } from './options.ts'

const bounds = { pageBytes: 32 << 20, perPage: 250, pagesAtOnce: 50, urlsOfNotice: 500, mostOfWindow: 20_000 }
const hour = 3_600_000
const day = 24 * hour
/** A notice may be entered a while after its date; and what is rescinded shows only when it is read again. */
const overlapMs = hour
const sweepEveryMs = 7 * day
/** A window of time in which this many notices came cannot be halved any more. */
const shortestWindowMs = 60_000

export const lumen = defineChannel({
  id: 'lumen',
  title: 'Lumen',
  summary:
    'Reads takedown notices that search engines and hosts made public, by date: finds a watched address that somebody complained about.',
  sources: [
    { url: 'https://github.com/berkmancenter/lumendatabase/wiki/Lumen-API-Documentation', checked: '2026-11-24' },
  ],
  address: { schemes: ['https:', 'http:'], example: 'https://lumendatabase.org', default: 'https://lumendatabase.org' },
  toldTo: 'everybody',
  options: z.strictObject({
    back: duration
      .optional()
      .describe('how far back to begin, and to read again each week, e.g. 30d; without it, 30 days'),
    topic: z.string().max(100).optional().describe('only notices of this topic, as Lumen spells it'),
  }),
  secrets: {
    token: {
      describes: 'the research token that Lumen gives on request; with full addresses, if you can have it',
      required: true,
    },
  },
  suggestions: [],
  live: false,
  everyMs: 10 * 60_000,

  async *poll({ url, options, secrets }, cursor, { net, now, signal }) {
    const backMs = options.back ?? 30 * day
    let state = readCursor(cursor) ?? { from: now() - backMs, window: null, page: 1, sweptAt: now() }
    if (state.window === null && now() - state.sweptAt >= sweepEveryMs)
      state = { ...state, from: Math.min(state.from, now() - backMs), sweptAt: now() }
    const ask = (state: State, window: Window) =>
      read(net, { url, token: secrets.token ?? '', topic: options.topic, page: state.page, window, signal })
    const end = now() - 60_000 // what is being entered right now is read next time
    for (let count = 0; count < bounds.pagesAtOnce; count++) {
      const window: Window = state.window ?? { from: state.from - overlapMs, to: end }
      const answer = await ask(state, window)
      if (state.page === 1 && answer.total >= bounds.mostOfWindow && window.to - window.from > shortestWindowMs) {
        state = { ...state, window: { from: window.from, to: Math.floor((window.from + window.to) / 2) } }
        continue
      }
      state = answer.hasMore
        ? { ...state, window, page: state.page + 1 }
        : { ...state, from: window.to, window: null, page: 1 }
      const cutShort = answer.total >= bounds.mostOfWindow
      yield {
        entries: answer.notices.flatMap((notice) => readNotice(notice) ?? []),
        cursor: JSON.stringify(state),
        ...warningOf(answer.notices, cutShort),
      } satisfies Page
      if (state.window === null && window.to >= end) return
    }
  },

  reread(raw) {
    return [readNotice(JSON.parse(raw))].filter((entry) => entry !== null)
  },
})

interface Window {
  from: number
  to: number
}

const State = z.object({
  /** What was submitted before is read. */
  from: z.number(),
  /** The stretch of time that is being read, and its next page. */
  window: z.object({ from: z.number(), to: z.number() }).nullable(),
  page: z.int().min(1),
  /** When the last weekly reading again began. */
  sweptAt: z.number(),
})
type State = z.infer<typeof State>

function readCursor(cursor: string | null): State | null {
  return cursor === null ? null : State.parse(JSON.parse(cursor))
}

const Answer = z.object({
  notices: z.array(z.unknown()).max(2_000),
  meta: z.object({ total_entries: z.int().min(0), next_page: z.int().nullish() }),
})

async function read(
  net: Net,
  of: { url: string; token: string; topic: string | undefined; page: number; window: Window; signal: AbortSignal },
): Promise<{ notices: unknown[]; total: number; hasMore: boolean }> {
  const address = new URL('/notices/search.json', of.url)
  const query = {
    date_submitted_facet: `${of.window.from}..${of.window.to}`,
    sort_by: 'created_at asc',
    page: `${of.page}`,
    per_page: `${bounds.perPage}`,
    ...(of.topic && { topic_facet: of.topic }),
  }
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  // The token goes in a header: an address is kept in logs of others.
  const headers = { accept: 'application/json', 'x-authentication-token': of.token }
  const got = await net
    .get(address.href, { maxBytes: bounds.pageBytes, timeoutMs: 60_000, headers, signal: of.signal })
    .catch((error: unknown) => {
      if (error instanceof Refused && /\b40[13]\b/.test(error.message))
        throw new Refused(`${address.host} does not accept the token: ask Lumen for one, then add the channel again`, {
          cause: error,
        })
      if (error instanceof Unavailable && /\b429\b/.test(error.message) && error.retryAfterMs === undefined)
        throw new Unavailable(`${address.host} asks to be read more slowly`, { retryAfterMs: 5 * 60_000, cause: error })
      throw error
    })
  if (got.status === 404) return { notices: [], total: 0, hasMore: false } // beyond the last page it shows
  const parsed = Answer.safeParse(parseJson(got.text))
  if (!parsed.success) throw new Malformed(`${address.host} does not answer as Lumen does: check the address`)
  const { notices, meta } = parsed.data
  const more = meta.next_page != null && meta.next_page > of.page && notices.length > 0
  return { notices, total: meta.total_entries, hasMore: more && (of.page + 1) * bounds.perPage <= bounds.mostOfWindow }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Of which addresses were complained about; those of the works themselves are the complainant's own. */
const complained = [
  'infringing_urls',
  'urls_with_private_information',
  'defamatory_urls',
  'urls_mentioned_in_request',
  'targetted_urls', // spelt so
  'urls_in_request',
  'problematic_urls',
] as const

const Row = z.object({ url: z.string().max(4_096).optional(), fqdn: z.string().max(300).optional() })
const Work = z.object(Object.fromEntries(complained.map((name) => [name, z.array(Row).nullish()])))

const Notice = z.object({
  id: z.union([z.int(), z.string().regex(/^\d{1,20}$/)]),
  title: z.string().nullish(),
  type: z.string().nullish(),
  body: z.string().nullish(),
  date_received: z.string().nullish(),
  date_submitted: z.string().nullish(),
  date_sent: z.string().nullish(),
  works: z.array(Work).nullish(),
  marks: z.array(z.object({ infringing_urls: z.array(Row).nullish() })).nullish(),
})

/** One notice; null where it names no whole address. Never throws: what is no notice is quarantined. */
export function readNotice(given: unknown): Entry | null {
  const parsed = Notice.safeParse(unwrap(given))
  if (!parsed.success)
    return { type: 'malformed', raw: JSON.stringify(given).slice(0, 4_000), reason: reasonOf(parsed.error) }
  const notice = parsed.data
  const id = `${notice.id}`
  if (/^notice rescinded$/i.test(notice.body ?? '') || /^notice rescinded$/i.test(notice.title ?? ''))
    return { type: 'retraction', id }
  const locations = rowsOf(notice).flatMap(({ url }) => (url && /^https?:\/\/\S+$/i.test(url) ? [url] : []))
  if (locations.length === 0) return null
  const at = [notice.date_received, notice.date_sent, notice.date_submitted]
    .map((text) => Date.parse(text ?? ''))
    .find((ms) => !Number.isNaN(ms))
  const unique = [...new Set(locations)].slice(0, bounds.urlsOfNotice)
  return { type: 'notice', notice: { id, at: at ?? 0, kind: 'takedown', fingerprints: [], locations: unique } }
}

/** A single notice is served under the name of its type: `{"dmca": {…}}`. */
function unwrap(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || 'id' in given) return given
  const [only, ...others] = Object.values(given)
  return others.length === 0 ? only : given
}

function rowsOf({ works, marks }: z.infer<typeof Notice>): z.infer<typeof Row>[] {
  const ofWorks = (works ?? []).flatMap((work) => complained.flatMap((name) => work[name] ?? []))
  return [...ofWorks, ...(marks ?? []).flatMap((mark) => mark.infringing_urls ?? [])]
}

function reasonOf(error: z.ZodError): string {
  const [issue] = error.issues
  return `not a notice of Lumen: ${issue?.path.join('.') || 'the whole'} does not fit`
}

/** What the operator cannot see otherwise: how much comes without whole addresses. Says nothing where there is nothing. */
function warningOf(notices: readonly unknown[], cutShort: boolean): { warning?: string } {
  if (cutShort) return { warning: 'More than 20,000 notices came within a minute: Lumen shows no more of them.' }
  let hosts = 0
  let whole = 0
  for (const notice of notices) {
    const parsed = Notice.safeParse(unwrap(notice))
    for (const { url, fqdn } of parsed.success ? rowsOf(parsed.data) : []) {
      if (fqdn) hosts++
      else if (url) whole++
    }
  }
  if (hosts === 0) return whole > 0 ? { warning: '' } : {}
  return {
    warning: `Of ${hosts} addresses on a page Lumen showed only the host: ask it for full addresses with your token.`,
  }
}
