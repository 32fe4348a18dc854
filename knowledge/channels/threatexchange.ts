/**
 * ThreatExchange: what the members of one privacy group share. Updates come in the order of their time, so the highest
 * time that was read is the place to go on from, repeats included; a page's `next` address carries the token, so it is
 * followed and never kept.
 */

import { z } from 'zod'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { Got, Net } from '#core/ports.ts'
import { readAnswer, readRetryAfter } from '../answers.ts'
import { defineChannel, type Entry, type Page, type PublishedNotice } from './channel.ts'
import { addTo, guarded, inParts, readBankPrint, type Tally, tellTally } from './hash-bank.ts'
import { wholeNumber } from './options.ts'

const day = 86_400_000
const bounds = {
  pageBytes: 32 << 20,
  pagesAtOnce: 2_000, // what is left is read at the next poll
  emptyPages: 3, // one after the other, each naming a next
  addressLength: 8_000,
  timeoutMs: 120_000,
}

/** Deletions are told for 90 days; who has not read to the end for so long can no longer tell what is gone. */
const staleMs = 85 * day
/** A whole reading shorter than this may shrink as it likes. */
const smallList = 100

const base = 'https://graph.facebook.com/v21.0'

export const threatexchange = defineChannel({
  id: 'threatexchange',
  title: 'ThreatExchange',
  summary:
    'Reads what a privacy group of ThreatExchange shares: finds the very file by MD5 and SHA-256, altered copies by PDQ, and addresses that you watch.',
  sources: [
    {
      url: 'https://developers.facebook.com/docs/threat-exchange/reference/apis/threat-updates/',
      checked: '2026-11-24',
    },
    {
      url: 'https://github.com/facebook/ThreatExchange/tree/main/python-threatexchange/threatexchange/exchanges/clients/fb_threatexchange',
      checked: '2026-11-24',
    },
  ],
  address: { schemes: ['https:', 'http:'], example: base, default: base },
  toldTo: 'confirmed',
  tells: {
    en: 'A group of platforms knows this picture. What they share does not say where it was seen.',
    fr: 'Un groupe de plateformes connaît cette image. Ce qu’elles partagent ne dit pas où elle a été vue.',
    nl: 'Een groep platformen kent deze foto. Wat zij delen, zegt niet waar ze gezien werd.',
    de: 'Eine Gruppe von Plattformen kennt dieses Bild. Was dort geteilt wird, sagt nicht, wo es gesehen wurde.',
  },
  options: z.strictObject({
    group: z
      .string('write the number of the privacy group')
      .regex(/^\d{1,20}$/, 'write the number of the privacy group')
      .describe('the privacy group, by its number; threat_updates must be switched on for it'),
    size: wholeNumber(1, 1_000).default(500).describe('updates asked for in one page'),
    shrink: wholeNumber(0, 100)
      .default(20)
      .describe('the share in percent by which a whole reading may be shorter than the last before it is held for you'),
  }),
  secrets: { token: { describes: 'the access token of your app, APPID|SECRET', required: true } },
  suggestions: [],
  live: false,
  everyMs: 15 * 60_000,

  async *poll({ url, options, secrets }, cursor, { net, now, signal }) {
    const asking = { root: url.replace(/\/$/, ''), ...options, token: secrets.token ?? '', net, now, signal }
    yield* readUpdates(asking, readCursor(cursor))
  },

  reread: (raw, { now }) => guarded(raw, () => readUpdate(JSON.parse(raw), now, {})),
})

const State = z.object({
  /** The highest time that was read, in seconds: where to go on, that second included. */
  since: z.int().min(0),
  /** The end of the last finished reading, in milliseconds; 0: none yet. */
  finishedAt: z.number(),
  /** Indicators in the last whole reading. */
  count: z.int().min(0),
  /** A whole reading under way: what it does not name is taken back at its end. */
  sync: z.object({ id: z.string(), named: z.int().min(0) }).nullable(),
  tally: z.record(z.string().max(80), z.int().min(0)),
})
type State = z.infer<typeof State>

const unread: State = { since: 0, finishedAt: 0, count: 0, sync: null, tally: {} }

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
  group: string
  size: number
  shrink: number
  token: string
  net: Net
  now: () => number
  signal: AbortSignal
}

async function* readUpdates(asking: Asking, stored: State): AsyncGenerator<Page> {
  const { root, now } = asking
  let state = stored
  if (!state.sync && now() - state.finishedAt > staleMs)
    state = { ...unread, count: state.count, finishedAt: state.finishedAt, sync: { id: `${now()}`, named: 0 } }
  let saved = JSON.stringify(stored)
  let address: string | null = firstPage(asking, state.since)
  let empty = 0
  const seen = new Set<string>()
  for (let pages = 0; address !== null && pages < bounds.pagesAtOnce; pages++) {
    seen.add(address)
    const { updates, next } = await askPage(address, asking)
    if (next !== null && seen.has(next)) throw new Malformed(`The pages of ${hostOf(root)} lead in a circle`)
    empty = updates.length === 0 ? empty + 1 : 0
    if (next !== null && empty === bounds.emptyPages)
      throw new Malformed(`${hostOf(root)} names page after page without an update: the group cannot be read now`)
    const tally: Tally = { ...state.tally }
    const entries = updates.flatMap((update) => guarded(textOf(update), () => readUpdate(update, now(), tally)))
    const named = entries.filter(({ type }) => type === 'notice').length
    const sync = state.sync && { ...state.sync, named: state.sync.named + named }
    const since = Math.min(updates.reduce(laterOf, state.since), Math.floor(now() / 1000))
    state = { ...state, sync, since, tally }
    if (next === null) {
      if (sync) heldWhereShrunk(sync.named, state.count, asking.shrink)
      state = { ...state, sync: null, count: sync?.named ?? state.count, finishedAt: now(), tally: {} }
    }
    const after = JSON.stringify(state)
    for (const { part, last } of inParts(entries))
      yield {
        entries: part,
        cursor: last ? after : saved,
        ...(sync && { snapshot: { id: sync.id, done: next === null && last } }),
        ...(next === null && last && { warning: tellTally(tally) }),
      }
    saved = after
    address = next
  }
}

function heldWhereShrunk(named: number, before: number, shrink: number): void {
  if (before < smallList || named >= before * (1 - shrink / 100)) return
  throw new Malformed(
    `The group shrank from ${before} to ${named} indicators, so nothing is taken back: ask its members, then set the option shrink=100`,
  )
}

function laterOf(latest: number, update: unknown): number {
  const { data } = z.looseObject({ last_updated: z.unknown() }).safeParse(update)
  return data && isSeconds(data.last_updated) ? Math.max(latest, data.last_updated) : latest
}

const isSeconds = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

function firstPage({ root, group, size }: Asking, since: number): string {
  const page = new URL(`${root}/${group}/threat_updates/`)
  const fields = 'id,indicator,type,last_updated,should_delete,descriptors{id,reactions,owner{id},tags,status}'
  if (since > 0) page.searchParams.set('start_time', String(since))
  page.searchParams.set('limit', String(size))
  page.searchParams.set('fields', fields)
  return page.href
}

const Answer = z.looseObject({
  data: z.array(z.unknown()),
  paging: z.looseObject({ next: z.string().nullish() }).nullish(),
})

/** The page at an address without the token, which is put in for this one request alone. */
async function askPage(
  address: string,
  { root, token, net, now, signal }: Asking,
): Promise<{ updates: unknown[]; next: string | null }> {
  const page = new URL(address)
  page.searchParams.set('access_token', token)
  const got = await net.ask(page.href, {
    maxBytes: bounds.pageBytes,
    timeoutMs: bounds.timeoutMs,
    headers: { accept: 'application/json' },
    signal,
  })
  const fault = got.status === 200 ? null : faultOf(got, now())
  if (fault) throw fault
  const data = readAnswer(got, Answer, now())
  return { updates: data.data, next: nextOf(data.paging?.next ?? null, { root, token }) }
}

const Fault = z.looseObject({ error: z.looseObject({ code: z.int() }) })
/** Of the app, of its user, of the page, of the call: each a limit of how often. */
const throttled = new Set([4, 17, 32, 613])
/** Unknown and passing faults of the service itself. */
const passing = new Set([1, 2])

/** What only its own number tells; null where the status says it all. Its words are not read: they may hold the token. */
function faultOf({ text, status, headers, url }: Got, nowMs: number): Error | null {
  const { host } = new URL(url)
  let code: number | undefined
  try {
    code = Fault.safeParse(JSON.parse(text)).data?.error.code
  } catch {
    code = undefined
  }
  if (code === 190) return new Refused(`${host} does not take this token: add the channel again with another`)
  if (code !== undefined && (throttled.has(code) || passing.has(code)))
    return new Unavailable(`${host} cannot be read now (its error ${code}): it is tried again`, {
      retryAfterMs: readRetryAfter(headers.get('retry-after'), nowMs),
    })
  if (status !== 500) return null
  return new Unavailable(
    `${host} answers 500: it is tried again. If it stays so, ask that threat_updates be switched on for your group`,
  )
}

/** The next page without the token that stands in it; only on the host, and below the address, that were set up. */
function nextOf(next: string | null, { root, token }: { root: string; token: string }): string | null {
  if (next === null || next === '') return null
  const page = next.length <= bounds.addressLength && URL.canParse(next) ? new URL(next) : null
  const own = new URL(root)
  if (!page || page.origin !== own.origin || page.username || page.password)
    throw new Refused(`${own.host} names a next page that is not its own: only pages of the same host are read`)
  page.hash = ''
  page.searchParams.delete('access_token')
  if (decodeURIComponent(page.href.replace(/%(?![\da-f]{2})/gi, '')).includes(token))
    throw new Refused(`${own.host} puts your token into the path of its next page: it is not read further`)
  return page.href
}

const Tags = z.union([
  z.array(z.unknown()),
  z.looseObject({ data: z.array(z.unknown()) }).transform(({ data }) => data),
])

const Descriptor = z.looseObject({ status: z.string().nullish(), tags: z.unknown().optional() })

const Update = z.looseObject({
  id: z.union([z.string().min(1).max(100), z.int()]).transform(String),
  indicator: z.string().max(8_000).nullish(),
  type: z.string().max(200).nullish(),
  last_updated: z.unknown().optional(),
  should_delete: z.boolean().nullish(),
  descriptors: z.looseObject({ data: z.array(z.unknown()) }).nullish(),
})

/** A clip's digest is compared as a picture's is: what it is of, the digest does not say and need not. */
const digests: Readonly<Record<string, 'pdq' | 'md5' | 'sha256'>> = {
  HASH_PDQ: 'pdq',
  HASH_MD5: 'md5',
  HASH_VIDEO_MD5: 'md5',
  HASH_SHA256: 'sha256',
  HASH_VIDEO_SHA256: 'sha256',
}
const addresses = ['URI', 'RAW_URI', 'UNCLICKABLE_URL']
const otherTypes = [
  'HASH_SHA1',
  'HASH_TMK',
  'HASH_PDQ_OCR',
  'HASH_URL_MD5',
  'HASH_IMAGE_PHASH',
  'DEBUG_STRING',
  'TEXT_STRING',
]

/** One update, one entry; none where its type cannot be compared, which is counted. What is not known drops nothing. */
function readUpdate(update: unknown, now: number, tally: Tally): Entry[] {
  const { data, error } = Update.safeParse(update)
  if (!data)
    throw new SyntaxError(`${error.issues[0]?.path.join('.') || 'the update'} is missing, or not what it is to be`)
  const { id, indicator, type, last_updated, should_delete, descriptors } = data
  // Some that are deleted say so only by having no descriptor.
  if (should_delete || !descriptors) return [{ type: 'retraction', id }]
  const said = descriptors.data.flatMap((descriptor) => {
    const known = Descriptor.safeParse(descriptor)
    return known.success ? [known.data] : []
  })
  if (said.length > 0 && said.every(({ status }) => status === 'NON_MALICIOUS')) {
    addTo(tally, 'indicators that the group holds for harmless')
    return [{ type: 'retraction', id }]
  }
  if (!type || indicator === null || indicator === undefined) throw new SyntaxError('type or indicator is missing')
  const read = readIndicator(
    type,
    indicator,
    said.flatMap(({ tags }) => tagsOf(tags)),
  )
  if (!read) {
    addTo(tally, otherTypes.includes(type) ? `indicators of the type ${type}` : 'indicators of an unknown type')
    return []
  }
  const at = isSeconds(last_updated) ? Math.min(last_updated * 1000, now) : now
  return [{ type: 'notice', notice: { id, at, kind: 'hash-bank', ...read } }]
}

/** Null where it cannot be compared. */
function readIndicator(
  type: string,
  text: string,
  tags: readonly string[],
): Pick<PublishedNotice, 'fingerprints' | 'locations'> | null {
  if (addresses.includes(type)) return { fingerprints: [], locations: [readAddress(text)] }
  const [, named] = (type === 'DEBUG_STRING' && tags.find((tag) => tag.startsWith('signal_type:'))?.split(':')) || []
  const digest = digests[type] ?? (named === 'pdq' ? 'pdq' : named === 'video_md5' ? 'md5' : undefined)
  return digest ? { fingerprints: [readBankPrint(digest, text)], locations: [] } : null
}

/** Written so that nobody opens it by mistake: `[h]ttps`, `hxxps`, `[.]`. */
function readAddress(text: string): string {
  const address = text
    .replace(/^\[h\]/i, 'h')
    .replace(/^hxxp/i, 'http')
    .replaceAll('[.]', '.')
    .replace('[:]', ':')
  if (address.length > 2_048 || !URL.canParse(address)) throw new SyntaxError('the indicator is no whole address')
  return address
}

/** An array of texts, or `{data: [{id, text}]}`. */
function tagsOf(tags: unknown): string[] {
  return (Tags.safeParse(tags).data ?? []).flatMap((tag) => {
    const text = z.union([z.string(), z.looseObject({ text: z.string() }).transform(({ text }) => text)]).safeParse(tag)
    return text.success ? [text.data] : []
  })
}

function textOf(update: unknown): string {
  return JSON.stringify(update) ?? ''
}

function hostOf(address: string): string {
  return new URL(address).host
}
