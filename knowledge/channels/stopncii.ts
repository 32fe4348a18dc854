/**
 * StopNCII: hashes that adults made of their own intimate pictures, for platforms to block. The list is read from a
 * timestamp on; each record is a whole snapshot of one hash, so it replaces what was said of that hash before.
 *
 * A page's token does not live long. It is kept for a cut in the middle of a run, and where it is refused the run
 * begins anew from the timestamp, which costs repeats and loses nothing.
 */

import { z } from 'zod'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { Got, Net } from '#core/ports.ts'
import { defineChannel, type Entry, type Page } from './channel.ts'
import { addTo, guarded, inParts, readBankPrint, type Tally, tellTally } from './hash-bank.ts'
import { wholeNumber } from './options.ts'

const day = 86_400_000
const bounds = {
  pageBytes: 32 << 20,
  pagesAtOnce: 2_000, // a longer run goes on at the next poll
  emptyPages: 3, // one after the other, each naming a next
  tokenLength: 8_000,
  timeoutMs: 120_000,
}

/** After so long without a finished run the published client reads everything again. */
const staleMs = 30 * day
/** How long a page's token may be tried again. Not published; a refused one costs a repeat. */
const tokenLivesMs = 3_600_000
/** What the published client begins with. */
const firstTimestamp = 10
/** A whole reading shorter than this may shrink as it likes. */
const smallList = 100

export const stopncii = defineChannel({
  id: 'stopncii',
  title: 'StopNCII',
  summary:
    'Reads the hashes that adults gave to StopNCII: finds the very clip by MD5, and pictures with altered copies by PDQ; it names no place.',
  sources: [
    {
      url: 'https://github.com/facebook/ThreatExchange/tree/main/python-threatexchange/threatexchange/exchanges/clients/stopncii',
      checked: '2026-11-24',
    },
  ],
  address: {
    schemes: ['https:', 'http:'],
    example: 'https://api.stopncii.org/v1',
    default: 'https://api.stopncii.org/v1',
  },
  toldTo: 'confirmed',
  tells: {
    en: 'The picture is on a list of pictures that platforms are asked to block. The list does not say where it was seen.',
    fr: 'L’image figure sur une liste que des plateformes sont priées de bloquer. La liste ne dit pas où elle a été vue.',
    nl: 'De foto staat op een lijst van foto’s die platformen gevraagd wordt te blokkeren. De lijst zegt niet waar ze gezien werd.',
    de: 'Das Bild steht auf einer Liste von Bildern, die Plattformen sperren sollen. Die Liste sagt nicht, wo es gesehen wurde.',
  },
  tellsOf: {
    takedown: {
      en: 'A partner platform reported that it blocked this picture.',
      fr: 'Une plateforme partenaire a signalé qu’elle a bloqué cette image.',
      nl: 'Een partnerplatform meldde dat het deze foto tegenhield.',
      de: 'Eine Partnerplattform hat gemeldet, dass dieses Bild dort gesperrt wurde.',
    },
  },
  options: z.strictObject({
    size: wholeNumber(1, 10_000).default(800).describe('records asked for in one page'),
    shrink: wholeNumber(0, 100)
      .default(20)
      .describe('the share in percent by which a whole reading may be shorter than the last before it is held for you'),
  }),
  secrets: {
    'subscription-key': { describes: 'sent as Ocp-Apim-Subscription-Key', required: true },
    'function-key': { describes: 'of the endpoint FetchHashes, sent as x-functions-key', required: true },
  },
  suggestions: [],
  live: false,
  everyMs: 15 * 60_000,

  async *poll({ url, options, secrets }, cursor, { net, now, signal }) {
    const before = readCursor(cursor)
    const headers = {
      accept: 'application/json',
      'ocp-apim-subscription-key': secrets['subscription-key'] ?? '',
      'x-functions-key': secrets['function-key'] ?? '',
    }
    yield* readRun({ url, size: options.size, headers, net, now, signal }, before, options.shrink)
  },

  reread: (raw, { now }) => guarded(raw, () => readRecord(JSON.parse(raw), now, {})),
})

const Tallied = z.record(z.string().max(80), z.int().min(0))

const Run = z.object({
  token: z.string().max(bounds.tokenLength),
  /** When the token was given, in milliseconds. */
  at: z.number(),
  /** The smallest `nextSetTimestamp` so far; the last page may name a smaller one than the first. */
  least: z.int().nullable(),
  /** A whole reading: what it does not name is taken back at its end. */
  snapshot: z.string().nullable(),
  named: z.int().min(0),
  tally: Tallied,
})
type Run = z.infer<typeof Run>

const State = z.object({
  /** Where the next run begins, in seconds since 1970. */
  from: z.int().min(0),
  /** The end of the last finished run, in milliseconds; 0: none yet. */
  finishedAt: z.number(),
  /** Records in the last whole reading. */
  count: z.int().min(0),
  etag: z.string().max(200).nullable(),
  run: Run.nullable(),
})
type State = z.infer<typeof State>

const unread: State = { from: firstTimestamp, finishedAt: 0, count: 0, etag: null, run: null }

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
  url: string
  size: number
  headers: Record<string, string>
  net: Net
  now: () => number
  signal: AbortSignal
}

async function* readRun(asking: Asking, stored: State, shrink: number): AsyncGenerator<Page> {
  const { now } = asking
  const isStale = now() - stored.finishedAt > staleMs
  const before = isStale ? { ...stored, from: firstTimestamp } : stored
  const fresh = (): Run => ({
    token: '',
    at: now(),
    least: null,
    snapshot: isStale ? `${now()}` : null,
    named: 0,
    tally: {},
  })
  let run = before.run && now() - before.run.at < tokenLivesMs ? before.run : fresh()
  let saved = JSON.stringify(stored)
  let restarted = false
  let empty = 0
  const seen = new Set<string>()
  for (let pages = 0; pages < bounds.pagesAtOnce; pages++) {
    const isFirst = run.token === ''
    const etag = isFirst && !run.snapshot ? before.etag : null
    const answer = await askPage(asking, { from: before.from, token: run.token, etag })
    if (answer === 'unchanged') return yield finishedPage({ ...before, run: null, finishedAt: now() })
    if (answer === 'refused') {
      if (restarted)
        throw new Unavailable(`${hostOf(asking.url)} refuses the next page that it named: it is tried again`)
      restarted = true
      seen.clear()
      run = fresh()
      continue
    }
    const tally = { ...run.tally }
    const entries = answer.records.flatMap((record) => guarded(textOf(record), () => readRecord(record, now(), tally)))
    run = {
      ...run,
      tally,
      named: run.named + answer.records.length,
      least: leastOf(run.least, answer.nextSetTimestamp),
    }
    const { snapshot } = run
    empty = answer.records.length === 0 ? empty + 1 : 0
    if (answer.next === null) {
      const count = snapshot ? run.named : before.count
      if (snapshot && before.count >= smallList && run.named < before.count * (1 - shrink / 100))
        throw new Malformed(
          `The list shrank from ${before.count} to ${run.named} records, so nothing is taken back: ask StopNCII, then set the option shrink=100`,
        )
      const state: State = {
        from: nextStart(before.from, run.least, now()),
        finishedAt: now(),
        count,
        etag:
          isFirst && answer.next === null && nextStart(before.from, run.least, now()) === before.from
            ? answer.etag
            : null,
        run: null,
      }
      for (const { part, last } of inParts(entries))
        yield {
          entries: part,
          cursor: last ? JSON.stringify(state) : saved,
          ...(snapshot && { snapshot: { id: snapshot, done: last } }),
          ...(last && { warning: tellTally(tally) }),
        }
      return
    }
    if (seen.has(answer.next)) throw new Malformed(`The pages of ${hostOf(asking.url)} lead in a circle`)
    if (empty === bounds.emptyPages)
      throw new Malformed(`${hostOf(asking.url)} names page after page without a record: its list cannot be read now`)
    seen.add(answer.next)
    run = { ...run, token: answer.next, at: now() }
    const state = JSON.stringify({ ...before, run } satisfies State)
    for (const { part, last } of inParts(entries)) {
      yield {
        entries: part,
        cursor: last ? state : saved,
        ...(snapshot && { snapshot: { id: snapshot, done: false } }),
      }
    }
    saved = state
  }
}

function finishedPage(state: State): Page {
  return { entries: [], cursor: JSON.stringify(state) }
}

function leastOf(least: number | null, next: number | null): number | null {
  if (next === null) return least
  return least === null ? next : Math.min(least, next)
}

/** Never before where this run began, and never in the future: either would lose or repeat without end. */
function nextStart(from: number, least: number | null, nowMs: number): number {
  return Math.max(from, Math.min(least ?? from, Math.floor(nowMs / 1000)))
}

interface RecordPage {
  records: unknown[]
  /** The next page's token; null: this was the last, whatever token it carries. */
  next: string | null
  nextSetTimestamp: number | null
  etag: string | null
}

const Answer = z.looseObject({
  hashRecords: z.array(z.unknown()).nullish(),
  hasMoreRecords: z.boolean(),
  nextPageToken: z.string().max(bounds.tokenLength).nullish(),
  nextSetTimestamp: z.unknown().optional(),
})

async function askPage(
  { url, size, headers, net, signal }: Asking,
  { from, token, etag }: { from: number; token: string; etag: string | null },
): Promise<RecordPage | 'unchanged' | 'refused'> {
  const page = new URL(`${url.replace(/\/$/, '')}/FetchHashes`)
  page.searchParams.set('startTimestamp', String(from))
  page.searchParams.set('pageSize', String(size))
  if (token) page.searchParams.set('nextPageToken', token)
  const got = await net
    .get(page.href, {
      maxBytes: bounds.pageBytes,
      timeoutMs: bounds.timeoutMs,
      headers: { ...headers, ...(etag && { 'if-none-match': etag }) },
      signal,
    })
    .catch((error: unknown) => {
      if (token && error instanceof Refused) return null // a token that has expired is answered with a 4xx
      throw error
    })
  if (got?.status === 304 && etag) return 'unchanged'
  if (got === null || (token && got.status !== 200)) return 'refused'
  if (got.status !== 200)
    throw new Unavailable(`${hostOf(url)} answers ${got.status} where the list should be: check the address`)
  return readPage(got, url)
}

function readPage(got: Got, url: string): RecordPage {
  let json: unknown
  try {
    json = JSON.parse(got.text)
  } catch (cause) {
    throw new Malformed(`${hostOf(url)} does not answer in JSON: check the address`, { cause })
  }
  const { data } = Answer.safeParse(json)
  if (!data) throw new Malformed(`The answer of ${hostOf(url)} is no page of hashes: check the address`)
  if (data.hasMoreRecords && !data.nextPageToken)
    throw new Malformed(`${hostOf(url)} says that there is more, and names no next page`)
  const etag = got.headers.get('etag')
  return {
    records: data.hashRecords ?? [],
    next: data.hasMoreRecords ? (data.nextPageToken ?? null) : null,
    nextSetTimestamp: isSeconds(data.nextSetTimestamp) ? data.nextSetTimestamp : null,
    etag: etag && etag.length <= 200 ? etag : null,
  }
}

const isSeconds = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const Feedback = z.looseObject({ source: z.string().nullish(), feedbackValue: z.string() })

const Hash = z.looseObject({
  signalType: z.string().max(200),
  hashValue: z.string().max(200),
  hashStatus: z.string().nullish(),
  lastModtimestamp: z.unknown().optional(),
  CSPFeedbacks: z.array(z.unknown()).nullish(),
})

const comparable: Readonly<Record<string, 'pdq' | 'md5'>> = { ImagePDQ: 'pdq', VideoMD5: 'md5' }
const otherSignals = ['Unknown', 'VideoTMK', 'Text', 'URL']
const statuses = ['Unknown', 'Received', 'Active', 'Withdrawn', 'Deleted']
/** `Undefined` stands in a published sample and in no list. */
const opinions = [
  ...['Unknown', 'Undefined', 'None', 'QualityUnknown', 'PendingReview'],
  ...['Blocked', 'NotBlocked', 'Withdrawn', 'Deleted'],
]

/** One record, one entry; none where its signal cannot be compared, which is counted. What is not known drops nothing. */
function readRecord(record: unknown, now: number, tally: Tally): Entry[] {
  const { data, error } = Hash.safeParse(record)
  if (!data)
    throw new SyntaxError(`${error.issues[0]?.path.join('.') || 'the record'} is missing, or not what it is to be`)
  const { signalType, hashValue, hashStatus, lastModtimestamp, CSPFeedbacks } = data
  const type = comparable[signalType]
  if (!type) {
    addTo(tally, otherSignals.includes(signalType) ? `hashes of the kind ${signalType}` : 'hashes of an unknown kind')
    return []
  }
  const print = readBankPrint(type, hashValue)
  const id = `${signalType}:${print.value.toHex()}`
  if (hashStatus === 'Withdrawn' || hashStatus === 'Deleted') return [{ type: 'retraction', id }]
  if (hashStatus && !statuses.includes(hashStatus)) addTo(tally, 'records with an unknown status')
  const feedback = (CSPFeedbacks ?? []).flatMap((given) => Feedback.safeParse(given).data ?? [])
  if (feedback.some(({ feedbackValue }) => !opinions.includes(feedbackValue)))
    addTo(tally, 'records with an unknown feedback')
  const isBlocked = feedback.some(({ source, feedbackValue }) => source?.trim() && feedbackValue === 'Blocked')
  const at = isSeconds(lastModtimestamp) ? Math.min(lastModtimestamp * 1000, now) : now
  return [
    {
      type: 'notice',
      notice: { id, at, kind: isBlocked ? 'takedown' : 'hash-bank', fingerprints: [print], locations: [] },
    },
  ]
}

function textOf(record: unknown): string {
  return JSON.stringify(record) ?? ''
}

function hostOf(address: string): string {
  return new URL(address).host
}
