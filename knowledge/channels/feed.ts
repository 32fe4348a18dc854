/** Feed: RSS, Atom, RDF and JSON Feed over HTTP, with Media RSS hashes and our extension (docs/reference/json-feed.md). */

import { parseFeed } from 'feedsmith'
import { z } from 'zod'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import { isEmptyContent, parseFingerprint, sha256 } from '#core/fingerprint/index.ts'
import type { Got, Net } from '#core/ports.ts'
import { defineChannel, type Entry, type Page, type PublishedFingerprint } from './channel.ts'

const bounds = {
  feedBytes: 10 << 20,
  timeoutMs: 60_000,
  pagesAtOnce: 200,
  entries: 1_000, // in one of our pages
  placesOfItem: 20,
  hashesOfItem: 200,
  idLength: 400,
  addressLength: 2_048,
  /** Of the newest items, an id's and a content's digest each: so that what has not changed is not told again. */
  remembered: 600,
  longestPauseMs: 86_400_000,
}

export const feed = defineChannel({
  id: 'feed',
  title: 'Feed',
  summary:
    'Reads RSS, Atom or JSON Feed: finds the places it names, and the very file where the feed publishes hashes of it.',
  sources: [
    { url: 'https://www.rssboard.org/rss-specification', checked: '2026-11-24' },
    { url: 'https://www.rssboard.org/media-rss', checked: '2026-11-24' },
    { url: 'https://www.rfc-editor.org/rfc/rfc4287', checked: '2026-11-24' },
    { url: 'https://www.rfc-editor.org/rfc/rfc5005', checked: '2026-11-24' },
    { url: 'https://www.rfc-editor.org/rfc/rfc6721', checked: '2026-11-24' },
    { url: 'https://www.jsonfeed.org/version/1.1/', checked: '2026-11-24' },
  ],
  address: { schemes: ['https:', 'http:'], example: 'https://partner.example.org/takedowns.json' },
  toldTo: 'everybody',
  options: z.strictObject({}),
  suggestions: [],
  looks: true,
  live: false,
  everyMs: 15 * 60_000,

  /**
   * Newest first, as feeds are: from the first page back until a page says nothing new. What is no longer in a feed is
   * not taken back, since every feed lets its oldest go.
   */
  async *poll({ url }, cursor, { net, now, signal }) {
    const before = readCursor(cursor)
    if (now() < before.notBefore) return // its own `ttl` or `max-age`: it does not want to be asked yet
    yield* readBack({ start: url, before, net, now, signal })
  },

  reread: (raw, { url, now }) => readRaw(raw, { base: url, now }),
})

const State = z.object({
  etag: z.string().max(300).optional(),
  lastModified: z.string().max(100).optional(),
  /** Of the first page's bytes: a server without ETag says the same again and again. */
  digest: z.string().max(20).optional(),
  notBefore: z.number().default(0),
  /** A walk back was cut: the next one does not stop at what is known. */
  unfinished: z.boolean().default(false),
  /** 16 characters each: half of an id's digest, half of what the item said. */
  known: z
    .string()
    .regex(/^(?:[\w-]{16})*$/)
    .default(''),
})
type State = z.infer<typeof State>

const empty: State = { notBefore: 0, unfinished: false, known: '' }

/** A cursor of another version starts the feed anew: what was read already changes nothing. */
function readCursor(cursor: string | null): State {
  if (cursor === null) return empty
  try {
    return State.parse(JSON.parse(cursor))
  } catch {
    return empty
  }
}

interface Walk {
  start: string
  before: State
  net: Net
  now: () => number
  signal: AbortSignal
}

async function* readBack(walk: Walk): AsyncGenerator<Page> {
  const { start, before, now } = walk
  const known = new Map(before.known.match(/.{16}/g)?.map((mark) => [mark.slice(0, 8), mark.slice(8)]))
  /** Of this walk: on a later, older page the same id says something older. */
  const said = new Map<string, string>()
  const circle = new Set<string>()
  const state = (over: Partial<State>): string =>
    JSON.stringify({ ...before, known: remember(said, known), ...over } satisfies State)

  let first: Pick<State, 'etag' | 'lastModified' | 'digest' | 'notBefore'> = { notBefore: 0 }
  let warning: string | undefined
  let pages = 0
  for (let address: string | null = start; address !== null; pages++) {
    const got = await ask(address, walk)
    if (got.status === 404) {
      yield { entries: [], cursor: state({ ...first, unfinished: false }), warning: 'Its older pages are not there.' }
      return
    }
    circle.add(address).add(got.url)
    const isFirst = address === start
    if (isFirst) {
      first = versionOf(got)
      const isSame = got.status === 304 || (first.digest === before.digest && !before.unfinished)
      if (isSame) {
        const pause = { notBefore: pauseUntil(got, {}, now()) }
        const version = got.status === 304 ? {} : { ...first }
        return void (yield { entries: [], cursor: state({ ...version, ...pause }) })
      }
    }
    const page = readFeed(got, now())
    if (isFirst) {
      first.notBefore = pauseUntil(got, page, now())
      warning = page.ended ? 'The feed says that it has ended: nothing new will come.' : ''
    }

    const fresh: Entry[] = []
    let isNew = false
    for (const item of page.items) {
      if (said.has(item.mark)) continue
      said.set(item.mark, item.digest)
      if (known.get(item.mark) === item.digest) continue
      isNew = true
      fresh.push(...item.entries)
    }
    const next: string | null = nextOf(page.next, got, start)
    const goesOn = next !== null && (isNew || before.unfinished)
    if (goesOn && circle.has(next)) throw new Malformed(`The pages of ${hostOf(start)} lead in a circle`)
    const isTooLong = goesOn && pages + 1 >= bounds.pagesAtOnce
    if (isTooLong) warning = `Its archive has more than ${bounds.pagesAtOnce} pages: what is older is not read.`
    address = goesOn && !isTooLong ? next : null

    const after = state(address === null ? { ...first, unfinished: false } : { unfinished: true })
    const unread = state({ known: before.known, unfinished: true })
    for (let at = 0; at === 0 || at < fresh.length; at += bounds.entries) {
      const isLast = at + bounds.entries >= fresh.length
      yield {
        entries: fresh.slice(at, at + bounds.entries),
        cursor: isLast ? after : unread,
        ...(isLast && address === null && warning !== undefined ? { warning } : {}),
      }
    }
  }
}

async function ask(address: string, { start, before, net, signal }: Walk): Promise<Got> {
  const isConditional = address === start && !before.unfinished
  const got = await net.get(address, {
    maxBytes: bounds.feedBytes,
    timeoutMs: bounds.timeoutMs,
    headers: {
      accept:
        'application/feed+json, application/atom+xml, application/rss+xml, application/json, application/xml;q=0.9, */*;q=0.1',
      ...(isConditional && before.etag && { 'if-none-match': before.etag }),
      ...(isConditional && before.lastModified && { 'if-modified-since': before.lastModified }),
    },
    signal,
  })
  if (got.status === 410) throw new Refused(`${hostOf(start)} says that this feed is gone for good: remove the channel`)
  if (got.status === 304 && isConditional) return got
  const isLost = got.status === 404 && address !== start
  if (got.status !== 200 && !isLost)
    throw new Unavailable(`${hostOf(start)} does not have the feed, or a page of it: check the address`)
  return got
}

function versionOf(got: Got): Pick<State, 'etag' | 'lastModified' | 'digest' | 'notBefore'> {
  const etag = got.headers.get('etag')
  const lastModified = got.headers.get('last-modified')
  return {
    ...(etag && etag.length <= 300 && { etag }),
    ...(lastModified && lastModified.length <= 100 && { lastModified }),
    digest: digestOf(got.bytes),
    notBefore: 0,
  }
}

/** RSS counts `ttl` in minutes; a cache's time is one in which nothing else would be answered. At most a day. */
function pauseUntil({ headers }: Got, { ttlMinutes = 0 }: { ttlMinutes?: number }, now: number): number {
  const [, seconds = '0'] = headers.get('cache-control')?.match(/(?:^|[\s,])max-age="?(\d{1,9})/i) ?? []
  const pauseMs = Math.max(ttlMinutes * 60_000, Number(seconds) * 1000)
  return pauseMs > 0 ? now + Math.min(pauseMs, bounds.longestPauseMs) : 0
}

/** Newest first, so that what is cut off is oldest. */
function remember(said: ReadonlyMap<string, string>, known: ReadonlyMap<string, string>): string {
  const marks = [...said]
  for (const mark of known) if (!said.has(mark[0])) marks.push(mark)
  return marks
    .slice(0, bounds.remembered)
    .map((mark) => mark.join(''))
    .join('')
}

/** 48 bits tell an item from the few hundred others of its own feed. */
function digestOf(of: string | Uint8Array): string {
  const bytes = typeof of === 'string' ? new TextEncoder().encode(of) : of
  return sha256(bytes).slice(0, 6).toBase64({ alphabet: 'base64url' })
}

function hostOf(address: string): string {
  return new URL(address).host
}

/** The older page, on the host of the feed alone. It may carry a token: no message repeats it and no cursor keeps it. */
function nextOf(target: string | undefined, { url }: Got, start: string): string | null {
  if (!target) return null
  const next = URL.canParse(target, url) ? new URL(target, url) : null
  const origins = [new URL(start).origin, new URL(url).origin]
  if (!next || !origins.includes(next.origin) || next.username || next.href.length > bounds.addressLength)
    throw new Refused(`${hostOf(start)} names a next page that is not its own: only pages of the same host are read`)
  next.hash = ''
  return next.href
}

interface FeedPage {
  items: { mark: string; digest: string; entries: Entry[] }[]
  next: string | undefined
  ttlMinutes?: number
  ended: boolean
}

interface Context {
  /** Addresses of items may be relative to it. */
  base: string
  now: number
}

/** @throws Malformed when it is no feed as a whole */
function readFeed(got: Got, now: number): FeedPage {
  const text = decodeText(got)
  const context = { base: got.url, now }
  const start = text.trimStart()
  if (start.startsWith('{')) return readJsonFeed(start, context)
  let parsed: Parsed
  try {
    parsed = parseFeed(text)
  } catch (cause) {
    const what = /^<(?:!doctype html|html)/i.test(start) ? 'answers a web page' : 'answers no feed, or a part of one'
    throw new Malformed(`${new URL(got.url).host} ${what}: check the address`, { cause })
  }
  const page = (items: unknown[] | undefined, form: XmlForm, gone: Entry[] = []): FeedPage['items'] => [
    ...gone.map((entry) => remembered([entry], entry.type === 'retraction' ? entry.id : '')),
    ...(items ?? []).map((item) => readXmlItem({ [form]: item }, context)),
  ]
  switch (parsed.format) {
    case 'atom':
      return {
        items: page(parsed.feed.entries, 'atom', readTombstones(text)),
        next: olderPage(parsed.feed.links),
        ended: false,
      }
    case 'rss':
      return {
        items: page(parsed.feed.items, 'rss', readTombstones(text)),
        next: olderPage(parsed.feed.atom?.links),
        ...(parsed.feed.ttl !== undefined && { ttlMinutes: Number(parsed.feed.ttl) || 0 }),
        ended: false,
      }
    case 'rdf':
      return { items: page(parsed.feed.items, 'rdf'), next: olderPage(parsed.feed.atom?.links), ended: false }
    default:
      throw new Malformed(`${new URL(got.url).host} answers a kind of feed that is not read: check the address`)
  }
}

/** The header's charset, else a byte order mark, else the XML declaration's encoding (RFC 7303 §3). */
export function decodeText({ headers, bytes }: Pick<Got, 'headers' | 'bytes'>): string {
  const [, ofHeader] = headers.get('content-type')?.match(/;\s*charset\s*=\s*"?([\w.:-]{1,40})/i) ?? []
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const [, ofXml] = head.match(/^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]{1,40})["']/) ?? []
  for (const label of [mark, ofHeader, ofXml])
    try {
      if (label) return new TextDecoder(label).decode(bytes)
    } catch {
      // a name that nobody knows: the next one, or UTF-8
    }
  return new TextDecoder().decode(bytes)
}

/** Pages (RFC 5005 §3) and archives (§4): both lead to what is older. */
function olderPage(links: { rel?: string; href?: string }[] | undefined): string | undefined {
  return ['next', 'prev-archive'].map((rel) => links?.find((link) => link.rel === rel)?.href).find(Boolean)
}

/** Atom's tombstones (RFC 6721), which the parser leaves out. */
function readTombstones(text: string): Entry[] {
  if (!text.includes('http://purl.org/atompub/tombstones/1.0')) return []
  const plain = text.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '')
  const tags = plain.matchAll(
    /<(?:[\w.-]{1,40}:)?deleted-entry\s[^<>]{0,2000}?\bref\s*=\s*(?:"([^"<>]{1,2000})"|'([^'<>]{1,2000})')/g,
  )
  return [...tags].map(([, double, single]) => ({ type: 'retraction', id: idOf(unescapeXml(double ?? single ?? '')) }))
}

const predefined: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five entities of XML itself; no other is ever expanded. */
export function unescapeXml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => predefined[name] ?? whole)
}

/** What an item says, whatever the format. */
interface Item {
  id: string | undefined
  date: string | undefined
  /** Where it is, most telling first. */
  places: string[]
  prints: { type: string; value: unknown; place?: string | undefined }[]
  title: string | undefined
  adult: boolean
  pictures: string[]
  kind: 'takedown' | 'listing'
  deleted: boolean
}

type XmlForm = 'rss' | 'atom' | 'rdf'

function readXmlItem(wrapped: Partial<Record<XmlForm, unknown>>, context: Context): FeedPage['items'][number] {
  const raw = JSON.stringify(wrapped).slice(0, 4_000)
  return remembered(
    guarded(raw, () => toEntries(xmlItem(wrapped), raw, context)),
    raw,
  )
}

/** @param wrapped the parser's own item under the name of its format */
function xmlItem(wrapped: Partial<Record<XmlForm, unknown>>): Item {
  // The parser has made these of text; what a stranger puts into quarantine is read as loosely.
  const { rss, rdf, atom } = wrapped as { rss?: RssItem; rdf?: RdfItem; atom?: AtomEntry }
  if (atom) {
    const alternate = atom.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href
    const enclosures = atom.links?.filter(({ rel }) => rel === 'enclosure') ?? []
    const title = typeof atom.title === 'string' ? atom.title : atom.title?.value
    return ofXml(
      { ...atom, id: atom.id ?? alternate, date: atom.updated ?? atom.published, title, link: alternate },
      enclosures.map(({ href, type }) => ({ url: href, type })),
    )
  }
  const item = rss ?? rdf
  if (!item) throw new SyntaxError('no item of a known form')
  const id = rss?.guid?.value ?? rdf?.rdf?.about ?? item.link
  const permanent =
    rss?.guid?.isPermaLink !== false && /^https?:/.test(rss?.guid?.value ?? '') ? rss?.guid?.value : undefined
  return ofXml(
    { ...item, id, date: rss?.pubDate ?? item.dc?.dates?.[0], title: item.title, link: item.link ?? permanent },
    rss?.enclosures ?? [],
  )
}

type Parsed = ReturnType<typeof parseFeed>
type RssItem = NonNullable<Extract<Parsed, { format: 'rss' }>['feed']['items']>[number]
type AtomEntry = NonNullable<Extract<Parsed, { format: 'atom' }>['feed']['entries']>[number]
type RdfItem = Pick<RssItem, 'title' | 'link' | 'dc' | 'media'> & { rdf?: { about?: string } }
type Media = NonNullable<RssItem['media']>

interface XmlFields {
  id: string | undefined
  date: unknown
  title: string | undefined
  link: string | undefined
  media?: Media | undefined
}

function ofXml(
  { id, date, title, link, media }: XmlFields,
  enclosures: { url?: string | undefined; type?: string | undefined }[],
): Item {
  const contents = [...(media?.contents ?? []), ...(media?.groups ?? []).flatMap((group) => group.contents ?? [])]
  const rated = [media, ...(media?.groups ?? []), ...contents].flatMap((each) => each?.ratings ?? [])
  const files = [...contents, ...enclosures]
  const isPicture = (file: { type?: string | undefined; medium?: string | undefined }) =>
    file.medium === 'image' || /^image\//i.test(file.type ?? '')
  return {
    id,
    date: typeof date === 'string' ? date : undefined,
    places: [link, ...files.map(({ url }) => url)].filter((place) => place !== undefined),
    prints: [
      ...[media, ...(media?.groups ?? [])]
        .flatMap((each) => each?.hashes ?? [])
        .map((hash) => ({ hash, place: undefined })),
      ...contents.flatMap(({ hashes, url }) => (hashes ?? []).map((hash) => ({ hash, place: url }))),
    ].flatMap(({ hash, place }) => {
      const type = mediaHashes[(hash.algo ?? 'md5').toLowerCase()]
      return type ? [{ type, value: hash.value, place }] : []
    }),
    title,
    adult: rated.some(({ value, scheme = 'urn:simple' }) => scheme === 'urn:simple' && value === 'adult'),
    pictures: files.filter(isPicture).flatMap(({ url }) => url ?? []),
    kind: 'listing',
    deleted: false,
  }
}

/** Media RSS knows md5 (where none is named) and sha-1, which nobody here enrols. */
const mediaHashes: Record<string, string> = { md5: 'md5', 'sha-256': 'sha256', sha256: 'sha256' }

const hashTypes = ['sha256', 'md5', 'pdq', 'cid'] as const
const Text = z.string().max(20_000)
const Texts = z
  .union([z.string(), z.array(z.unknown()).max(bounds.hashesOfItem)])
  .optional()
  .catch(undefined)

const Extension = z.object({
  action: z.string().optional().catch(undefined),
  deleted: z.boolean().optional().catch(undefined),
  adult: z.boolean().optional().catch(undefined),
  urls: Texts,
  sha256: Texts,
  md5: Texts,
  pdq: Texts,
  cid: Texts,
})

const Address = Text.optional().catch(undefined)
const JsonItem = z.object({
  id: z.union([z.string().min(1), z.number()], 'missing').transform(String),
  url: Address,
  external_url: Address,
  title: Address,
  image: Address,
  date_published: Address,
  date_modified: Address,
  attachments: z
    .array(z.object({ url: Address, mime_type: Address }).catch({}))
    .max(1000)
    .catch([])
    .default([]),
  _vigie: Extension.optional().catch(undefined),
})

const JsonFeed = z.object({
  version: z.string().startsWith('https://jsonfeed.org/version/'),
  items: z.array(z.unknown()),
  next_url: z.string().optional().catch(undefined),
  expired: z.boolean().optional().catch(undefined),
})

function readJsonFeed(text: string, context: Context): FeedPage {
  let feed: z.infer<typeof JsonFeed>
  try {
    feed = JsonFeed.parse(JSON.parse(text))
  } catch (cause) {
    throw new Malformed(`${new URL(context.base).host} answers JSON that is no JSON Feed: check the address`, { cause })
  }
  return {
    items: feed.items.map((item) => {
      const raw = JSON.stringify(item)
      return remembered(readRaw(raw, context), raw)
    }),
    next: feed.next_url,
    ended: feed.expired === true,
  }
}

/** One item as it stands in quarantine: a JSON Feed's own, or another format's under its name. */
function readRaw(raw: string, context: Context): Entry[] {
  return guarded(raw.slice(0, 4_000), () => {
    const item: unknown = JSON.parse(raw)
    if (typeof item !== 'object' || item === null) throw new SyntaxError('an item is an object')
    const isXml = ['rss', 'atom', 'rdf'].some((form) => Object.hasOwn(item, form)) && !Object.hasOwn(item, 'id')
    return toEntries(isXml ? xmlItem(item) : jsonItem(item), raw.slice(0, 4_000), context)
  })
}

function jsonItem(given: unknown): Item {
  const item = JsonItem.parse(given)
  const { _vigie: said = {} } = item
  const list = (of: unknown) => (Array.isArray(of) ? of : of === undefined ? [] : [of])
  const files = item.attachments.flatMap(({ url, mime_type }) => (url ? [{ url, type: mime_type ?? '' }] : []))
  return {
    id: item.id,
    date: item.date_modified ?? item.date_published,
    places: [item.url, item.external_url, ...files.map(({ url }) => url), item.image, ...list(said.urls)].filter(
      (place) => typeof place === 'string',
    ),
    prints: hashTypes.flatMap((type) => list(said[type]).map((value: unknown) => ({ type, value }))),
    title: item.title,
    adult: said.adult === true,
    pictures: [item.image, ...files.filter(({ type }) => /^image\//i.test(type)).map(({ url }) => url)].filter(
      (url) => url !== undefined,
    ),
    kind: said.action === 'removed' ? 'takedown' : 'listing',
    deleted: said.deleted === true,
  }
}

function guarded(raw: string, read: () => Entry[]): Entry[] {
  try {
    return read()
  } catch (error) {
    return [{ type: 'malformed', raw, reason: reasonOf(error) }]
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues
      .map(({ path, message }) => `${path.join('.') || 'item'}: ${message}`)
      .join('; ')
      .slice(0, 300)
  return error instanceof SyntaxError || error instanceof RangeError ? error.message : 'cannot be read'
}

/** One item: its notice or that it is taken back, and what of its hashes is none. */
function toEntries(item: Item, raw: string, { base, now }: Context): Entry[] {
  const id = item.id?.trim()
  if (!id) throw new SyntaxError('has neither an id nor a link')
  if (item.deleted) return [{ type: 'retraction', id: idOf(id) }]
  const entries: Entry[] = []
  const fingerprints: PublishedFingerprint[] = []
  const locations = [...new Set(item.places.flatMap((place) => whole(place, base)))].slice(0, bounds.placesOfItem)
  for (const { type, value, place } of item.prints.slice(0, bounds.hashesOfItem))
    try {
      const own = place === undefined ? [] : whole(place, base)
      const print = readHash(type, value)
      fingerprints.push(own.length > 0 ? { ...print, locations: [...own, ...locations.slice(0, 1)] } : print)
    } catch (error) {
      entries.push({ type: 'malformed', raw, reason: `${type}: ${reasonOf(error)}` })
    }
  const at = readDate(item.date, now)
  const notice = { id: idOf(id), at, kind: item.kind, fingerprints, locations }
  const labelled = item.adult && {
    pictures: [...new Set(item.pictures.flatMap((url) => whole(url, base)))].map((url) => ({ url, adult: true })),
    ...(item.title !== undefined && { titles: [item.title.slice(0, 500)] }),
  }
  entries.push({ type: 'notice', notice: { ...notice, ...labelled } })
  return entries
}

function readHash(type: string, value: unknown): PublishedFingerprint {
  const known = hashTypes.find((each) => each === type)
  if (!known || typeof value !== 'string') throw new SyntaxError('is no text')
  if (value.length > 200) throw new SyntaxError('longer than 200 characters')
  const print = parseFingerprint(known, value.trim())
  if (known !== 'pdq' && isEmptyContent(print.value))
    throw new SyntaxError('that of an empty file, which would match every empty file')
  return print
}

/** A whole address, or none. */
function whole(place: string, base: string): string[] {
  if (place.length > bounds.addressLength || !URL.canParse(place.trim(), base)) return []
  return [new URL(place.trim(), base).href]
}

/** Dates lie: one that cannot be read, or is yet to come, is the time of reading. */
function readDate(date: string | undefined, now: number): number {
  const at = Date.parse(date?.slice(0, 100) ?? '')
  return at >= 0 && at <= now ? at : now
}

function idOf(id: string): string {
  return id.length <= bounds.idLength ? id : `sha256:${digestOf(id)}:${id.slice(0, 100)}`
}

/** With what it takes to see whether it has been read already. The time of reading counts for nothing. */
function remembered(entries: Entry[], raw: string): FeedPage['items'][number] {
  const [id] = entries.flatMap((entry) =>
    entry.type === 'notice' ? entry.notice.id : entry.type === 'retraction' ? entry.id : [],
  )
  return { mark: digestOf(id ?? raw), digest: digestOf(`${entries[0]?.type}${raw}`), entries }
}
