/** Mastodon: the public timeline of an instance that the operator has chosen, and of whatever else answers the same way. */

import { z } from 'zod'
import { mayShowMinor } from '#core/case/young.ts'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { Asked } from '#core/ports.ts'
import { defineChannel, type Entry, type PollDeps, type PublishedPicture } from './channel.ts'
import { wholeNumber } from './options.ts'

const bounds = {
  pageBytes: 8 << 20,
  blocksBytes: 8 << 20,
  statuses: 40, // the most that the interface gives at a time
  idLength: 64,
  places: 20,
  /** Posts that are read again each time, to see which are gone. */
  remembered: 80,
  /** Requests left of the instance's quota at which we stop for this time. */
  spared: 20,
}

const day = 86_400_000
const backfillMs = 7 * day

export const mastodon = defineChannel({
  id: 'mastodon',
  title: 'Mastodon instance',
  summary:
    'Reads the public posts with media of a chosen instance: finds watched addresses and, with look=on, pictures that their author has marked as sensitive.',
  sources: [
    { url: 'https://docs.joinmastodon.org/methods/timelines/#public', checked: '2026-11-24' },
    { url: 'https://docs.joinmastodon.org/methods/instance/#domain_blocks', checked: '2026-11-24' },
    { url: 'https://docs.joinmastodon.org/api/rate-limits/', checked: '2026-11-24' },
  ],
  address: { schemes: ['https:', 'http:'], example: 'https://social.example.org' },
  toldTo: 'everybody',
  options: z.strictObject({
    scope: z
      .enum(['local', 'federated'], 'write local or federated')
      .default('local')
      .describe('local: posts of this instance’s own people; federated: also those it hears of from others'),
    pages: wholeNumber(3, 200).default(30).describe('most pages of 40 posts that are read in one go'),
    blocks: z
      .enum(['off', 'on'], 'write on or off')
      .default('off')
      .describe('on: how many other servers it silences or suspends is read once a day and shown to you'),
  }),
  looks: true,
  suggestions: [],
  live: false,
  everyMs: 5 * 60_000,

  /**
   * Forward by `min_id`, oldest first. Deletions are told to followers alone, so the last posts are read again each time,
   * and those that are no longer there are taken back; of older ones nobody tells.
   */
  async *poll({ url, options }, cursor, deps) {
    const walk: Walk = { url, scope: options.scope, deps }
    let state = readCursor(cursor) ?? (await begin(walk))
    let warning = state.floor === null ? nothingShown : undefined
    if (options.blocks === 'on' && deps.now() - state.blocksAt >= day) {
      warning ??= await readBlocks(walk)
      state = { ...state, blocksAt: deps.now() }
    }
    let from = state.floor ?? '0'
    for (let count = 0; count < options.pages; count++) {
      const { statuses, spare } = await readPage(walk, from)
      const read = statuses.filter(({ id }) => compare(id, from) > 0)
      const last = read.at(-1)?.id
      if (statuses.length > 0 && last === undefined)
        throw new Malformed(`The pages of ${hostOf(url)} lead in a circle: it gives the same posts again`)
      const { entries, recent } = follow(state.recent, { read, last, from, now: deps.now() })
      const kept = recent.slice(-bounds.remembered)
      const floor = recent.at(-bounds.remembered - 1) ?? state.floor
      state = { ...state, recent: kept, floor: read.length > 0 ? (floor ?? '0') : floor }
      yield { entries, cursor: JSON.stringify(state), ...(warning !== undefined && { warning }) }
      warning = undefined
      // What is read again brings nothing new, and must not be all that the quota is spent on.
      if (last === undefined || (!spare && entries.length > 0)) return
      from = last
    }
  },

  reread: (raw, { now }) => [readStatus(raw, now)],
})

const nothingShown = 'It shows nothing to strangers, or has no public posts with media yet.'

const Id = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/)

const State = z.object({
  /** The post before the first of `recent`; null: none was there yet. */
  floor: Id.nullable(),
  /** The last posts that were read, oldest first. */
  recent: z.array(Id).max(bounds.remembered),
  /** When the blocked servers were counted, in milliseconds since 1970. */
  blocksAt: z.number(),
})
type State = z.infer<typeof State>

interface Walk {
  url: string
  scope: 'local' | 'federated'
  deps: Pick<PollDeps, 'net' | 'now' | 'signal'>
}

/** One that is not ours, or of another version, is begun anew: the same posts again change nothing. */
function readCursor(cursor: string | null): State | null {
  try {
    return cursor === null ? null : State.parse(JSON.parse(cursor))
  } catch {
    return null
  }
}

/**
 * Where to begin: a week back, where ids are made of time (milliseconds ‖ 16 bits, as Mastodon makes them), at the very
 * first post of a small instance, and else with its newest posts.
 */
async function begin(walk: Walk): Promise<State> {
  const { statuses } = await readPage(walk, null)
  const newest = statuses.at(-1)
  if (!newest) return { floor: null, recent: [], blocksAt: 0 }
  return { floor: floorBefore(newest, statuses, walk.deps.now()), recent: [], blocksAt: 0 }
}

function floorBefore(newest: Status, statuses: readonly Status[], now: number): string {
  if (/^\d{15,20}$/.test(newest.id)) {
    const madeAt = Number(BigInt(newest.id) >> 16n)
    if (Math.abs(madeAt - Date.parse(newest.created_at ?? '')) < day)
      return String(BigInt(Math.max(0, Math.min(now, madeAt) - backfillMs)) << 16n)
  }
  const isSmall = statuses.length < bounds.statuses || /^\d{1,12}$/.test(newest.id)
  return isSmall ? '0' : (statuses[0]?.id ?? '0')
}

/** Ids grow: as numbers without leading zeros, and as the fixed-length words that other software makes. */
function compare(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0)
}

/** What a page says of the posts known before, and what is new in it. */
function follow(
  recent: readonly string[],
  { read, last, from, now }: { read: readonly Status[]; last: string | undefined; from: string; now: number },
): { entries: Entry[]; recent: string[] } {
  const here = new Set(read.map(({ id }) => id))
  const isCovered = (id: string) => compare(id, from) > 0 && (last === undefined || compare(id, last) <= 0)
  const gone = recent.filter((id) => isCovered(id) && !here.has(id))
  const known = new Set(recent)
  const fresh = read.filter(({ id }) => !known.has(id))
  const left = [...recent.filter((id) => !gone.includes(id)), ...fresh.map(({ id }) => id)].sort(compare)
  return {
    entries: [
      ...gone.map((id): Entry => ({ type: 'retraction', id: idOf(id) })),
      ...fresh.map(({ raw }) => readStatus(raw, now)),
    ],
    recent: left,
  }
}

const idOf = (id: string) => `post/${id}`

interface Status {
  id: string
  created_at: string | undefined
  /** As it came, without what is never used. */
  raw: string
}

const Placed = z.looseObject({ id: Id, created_at: z.string().max(64).optional().catch(undefined) })

/** One page, oldest first. What has no id cannot be placed and is left out. `spare`: the instance lets us go on. */
async function readPage(walk: Walk, from: string | null): Promise<{ statuses: Status[]; spare: boolean }> {
  const timeline = new URL('/api/v1/timelines/public', walk.url)
  timeline.searchParams.set('local', String(walk.scope === 'local'))
  timeline.searchParams.set('only_media', 'true')
  timeline.searchParams.set('limit', String(bounds.statuses))
  if (from !== null) timeline.searchParams.set('min_id', from)
  const got = await ask(walk, timeline.href, bounds.pageBytes)
  const listed = readList(got, walk.url)
  const statuses = listed.flatMap((status) => {
    const placed = Placed.safeParse(status)
    return placed.success
      ? [{ id: placed.data.id, created_at: placed.data.created_at, raw: JSON.stringify(pruned(placed.data)) }]
      : []
  })
  if (listed.length > 0 && statuses.length === 0)
    throw new Malformed(`${hostOf(walk.url)} lists posts without ids: is it an instance that answers as Mastodon does?`)
  const remaining = got.headers.get('x-ratelimit-remaining') ?? ''
  return {
    statuses: statuses.sort((a, b) => compare(a.id, b.id)),
    spare: !/^\d{1,9}$/.test(remaining) || Number(remaining) > bounds.spared,
  }
}

function readList(got: Asked, url: string): unknown[] {
  try {
    return z.array(z.unknown()).max(1_000).parse(JSON.parse(got.text))
  } catch (cause) {
    throw new Malformed(`${hostOf(url)} answers something else than a list: check the address`, { cause })
  }
}

async function ask({ url, deps }: Walk, address: string, maxBytes: number): Promise<Asked> {
  const { net, now, signal } = deps
  const got = await net.ask(address, { maxBytes, headers: { accept: 'application/json' }, signal })
  const { status } = got
  if (status === 200) return got
  if (status >= 300 && status < 400)
    throw new Refused(`${hostOf(url)} redirects, which is not followed here: give the final address`)
  // 422: "requires an authenticated user", as newer versions say it.
  if (status === 401 || status === 403 || status === 422)
    throw new Refused(
      `${hostOf(url)} shows its public posts to its own people alone, and Vigie goes behind no login: remove the channel`,
    )
  if (status === 404 || status === 410)
    throw new Refused(`${hostOf(url)} has no such interface: give the address of an instance of Mastodon`)
  throw new Unavailable(`${hostOf(url)} answers ${status}: try again later`, {
    retryAfterMs: patience(got.headers, now()),
  })
}

/** `Retry-After` in seconds or as a date (RFC 9110 §10.2.3), or when the quota of the instance begins anew. */
function patience(headers: Headers, now: number): number | undefined {
  const after = headers.get('retry-after') ?? ''
  if (/^\d{1,7}$/.test(after)) return Number(after) * 1000
  const at = Date.parse(after || (headers.get('x-ratelimit-reset') ?? ''))
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}

/** How many servers it silences or suspends. Their names are often starred out, and none is kept. */
async function readBlocks(walk: Walk): Promise<string> {
  const { url, deps } = walk
  const address = new URL('/api/v1/instance/domain_blocks', url).href
  const got = await deps.net.ask(address, { maxBytes: bounds.blocksBytes, signal: deps.signal })
  if (got.status !== 200) return 'It does not say which other servers it silences or suspends.'
  const Block = z.object({ severity: z.string() })
  const severities = readList(got, url).flatMap((block) => {
    const read = Block.safeParse(block)
    return read.success ? [read.data.severity] : []
  })
  const count = (severity: string) => severities.filter((one) => one === severity).length
  return `It silences ${count('silence')} other servers and suspends ${count('suspend')}: what these publish is not seen here.`
}

function hostOf(url: string): string {
  return new URL(url).host
}

/** Of a post what is read here; its text only to see whether it speaks of somebody under age. */
function pruned(status: Record<string, unknown>): Record<string, unknown> {
  const { id, created_at, url, uri, sensitive, account, media_attachments, spoiler_text, tags, content } = status
  const short = (text: unknown) => (typeof text === 'string' ? text.slice(0, 500) : undefined)
  const { noindex, indexable } = Flags.catch({}).parse(account)
  return {
    ...{ id, created_at, url, uri, sensitive },
    account: { noindex, indexable },
    media_attachments: Array.isArray(media_attachments)
      ? media_attachments.slice(0, 8).map((file) => Media.safeParse(file).data ?? null)
      : media_attachments,
    words: [short(spoiler_text), short(content), ...(Array.isArray(tags) ? tags.slice(0, 30) : []).map(nameOf)]
      .filter((word) => word !== undefined)
      .join(' ')
      .slice(0, 800),
  }
}

const Flags = z.object({ noindex: z.boolean().nullish().catch(null), indexable: z.boolean().nullish().catch(null) })
const nameOf = (tag: unknown) => z.object({ name: z.string().max(100) }).safeParse(tag).data?.name

const Web = z
  .string()
  .max(1_000)
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text))

/** `preview_url` and `blurhash` are of no use: unrelated pictures share them. */
const Media = z.object({
  type: z.string().max(40).catch('unknown'),
  url: Web.nullish().catch(null),
  remote_url: Web.nullish().catch(null),
})

const Post = z.object({
  id: Id,
  created_at: z.iso.datetime({ offset: true }),
  url: Web.nullish().catch(null),
  uri: Web.nullish().catch(null),
  sensitive: z.boolean().nullish().catch(null),
  account: Flags,
  media_attachments: z.array(Media.nullable()),
  words: z.string().catch(''),
})

/** One post, one entry. Never throws. */
function readStatus(raw: string, now: number): Entry {
  try {
    const { id, created_at, url, uri, sensitive, account, media_attachments, words } = Post.parse(JSON.parse(raw))
    const page = url ?? uri
    if (!page) throw new SyntaxError('url: missing, or no address')
    const files = media_attachments.filter((file) => file !== null)
    const places = [page, ...files.flatMap((file) => [file.url, file.remote_url])].filter(
      (place) => typeof place === 'string',
    )
    // Its author has asked not to be read by machines.
    const isClosed = account.noindex === true || account.indexable === false
    const adult = sensitive === true && !mayShowMinor(words)
    const pictures = files.flatMap((file): PublishedPicture[] =>
      file.type === 'image' && file.url && !isClosed ? [{ url: file.url, adult }] : [],
    )
    return {
      type: 'notice',
      notice: {
        id: idOf(id),
        at: Math.min(Date.parse(created_at), now),
        kind: 'listing',
        fingerprints: [],
        locations: [...new Set(places)].slice(0, bounds.places),
        pictures,
      },
    }
  } catch (error) {
    return { type: 'malformed', raw: raw.slice(0, 4_000), reason: sayWhy(error) }
  }
}

function sayWhy(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues
      .map(({ path, message }) => `${path.join('.')}: ${message}`)
      .join('; ')
      .slice(0, 300)
  return error instanceof Error ? error.message : 'cannot be read'
}
