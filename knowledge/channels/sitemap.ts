/** Sitemap: the pages that a site lists, with the pictures on them, followed over HTTP (sitemaps.org, version 0.9). */

import { z } from 'zod'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import { hex, sha256 } from '#core/fingerprint/index.ts'
import type { Got, Net } from '#core/ports.ts'
import { defineChannel, type Entry, type Page } from './channel.ts'
import { decodeText, unescapeXml } from './feed.ts'

const bounds = {
  fileBytes: 50 << 20, // by the format, unpacked
  urlsOfFile: 50_000, // by the format
  entryLength: 256 << 10,
  addressLength: 2_048, // by the format
  entries: 1_000, // in one of our pages
  filesAtOnce: 1_000,
  placesOfEntry: 20,
  remembered: 1_700, // parts of an index, eight characters each
  timeoutMs: 120_000,
}

export const sitemap = defineChannel({
  id: 'sitemap',
  title: 'Sitemap',
  summary:
    'Reads the list of its pages and their pictures that a site publishes: finds watched places, and where the same is under another address.',
  sources: [
    { url: 'https://www.sitemaps.org/protocol.html', checked: '2026-11-24' },
    {
      url: 'https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps',
      checked: '2026-11-24',
    },
    {
      url: 'https://developers.google.com/search/docs/crawling-indexing/sitemaps/video-sitemaps',
      checked: '2026-11-24',
    },
  ],
  address: { schemes: ['https:', 'http:'], example: 'https://site.example.org/sitemap.xml' },
  toldTo: 'everybody',
  options: z.strictObject({}),
  suggestions: [],
  looks: true,
  live: false,
  everyMs: 6 * 3_600_000,

  /** A page that is listed no longer is not taken back: sites list what they want found, and drop the rest. */
  async *poll({ url }, cursor, { net, now, signal }) {
    const walk: Walk = { start: url, before: readCursor(cursor), net, now, signal }
    const got = await ask(url, walk, { conditional: true })
    if (got.status === 304) return
    const file = await readFile(got)
    if (file.root === 'urlset') yield* readPages(file, got, walk)
    else yield* readIndex(file, got, walk)
  },

  reread: (raw, { url, now }) => [readEntry(raw, { base: url, now })],
})

const State = z.object({
  /** Of a file that is no index: of an index, any part may have changed when it has not. */
  etag: z.string().max(300).optional(),
  lastModified: z.string().max(100).optional(),
  digest: z.string().max(20).optional(),
  /** Parts that were read whole: eight characters each, of the address with its `lastmod`, or with its bytes. */
  parts: z
    .string()
    .regex(/^(?:[\w-]{8})*$/)
    .default(''),
})
type State = z.infer<typeof State>

interface Walk {
  start: string
  before: State
  net: Net
  now: () => number
  signal: AbortSignal
}

/** A cursor of another version starts anew: what was read already changes nothing. */
function readCursor(cursor: string | null): State {
  try {
    return State.parse(JSON.parse(cursor ?? '{}'))
  } catch {
    return { parts: '' }
  }
}

async function ask(address: string, { start, before, net, signal }: Walk, { conditional }: { conditional: boolean }) {
  const got = await net.get(address, {
    maxBytes: bounds.fileBytes,
    timeoutMs: bounds.timeoutMs,
    headers: {
      accept: 'application/xml, text/xml, application/gzip, text/plain;q=0.5, */*;q=0.1',
      ...(conditional && before.etag && { 'if-none-match': before.etag }),
      ...(conditional && before.lastModified && { 'if-modified-since': before.lastModified }),
    },
    signal,
  })
  if (address !== start || got.status === 200 || (got.status === 304 && conditional)) return got
  if (got.status === 410)
    throw new Refused(`${hostOf(start)} says that this sitemap is gone for good: remove the channel`)
  throw new Unavailable(`${hostOf(start)} does not have the sitemap: check the address`)
}

interface File {
  root: 'urlset' | 'sitemapindex'
  text: string
  digest: string
}

/** @throws Malformed when it is no sitemap as a whole, or cut off */
async function readFile(got: Got): Promise<File> {
  const host = hostOf(got.url)
  const bytes = await unpacked(got.bytes, host)
  const digest = digestOf(bytes)
  const text = withoutComments(decodeText({ headers: got.headers, bytes }).replace(/^\uFEFF/, ''))
  if (!text.includes('<')) return { root: 'urlset', text, digest } // the plain form: an address a line
  const [, root = ''] = text.slice(0, 20_000).match(/<(?:[\w.-]{1,40}:)?([a-z][\w.-]{0,40})(?=[\s/>])/i) ?? []
  const name = root.toLowerCase()
  if (name === 'rss' || name === 'feed') throw new Malformed(`${host} answers a feed: add it as a channel feed`)
  if (name !== 'urlset' && name !== 'sitemapindex')
    throw new Malformed(`${host} answers ${name === 'html' ? 'a web page' : 'no sitemap'}: check the address`)
  if (!new RegExp(`(?:</(?:[\\w.-]{1,40}:)?${root}\\s*>|<[^<>]{1,2000}/>)\\s*$`).test(text.slice(-3_000)))
    throw new Malformed(`The sitemap of ${host} is cut off: what was read before stays`)
  return { root: name, text, digest }
}

/** Many are stored packed, whatever their name says. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>, host: string): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const parts: Uint8Array[] = []
  let length = 0
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
    for await (const part of stream) {
      length += part.length
      if (length > bounds.fileBytes) break
      parts.push(part)
    }
  } catch (cause) {
    throw new Malformed(`The sitemap of ${host} cannot be unpacked: what was read before stays`, { cause })
  }
  if (length > bounds.fileBytes) throw new Malformed(`The sitemap of ${host} is longer than 50 MiB when unpacked`)
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function withoutComments(text: string): string {
  let kept = ''
  let from = 0
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', from)) {
    kept += text.slice(from, at)
    const end = text.indexOf('-->', at)
    if (end < 0) return kept
    from = end + 3
  }
  return kept + text.slice(from)
}

function hostOf(address: string): string {
  return new URL(address).host
}

/** 48 bits tell a site's own files apart. */
function digestOf(of: string | Uint8Array): string {
  const bytes = typeof of === 'string' ? new TextEncoder().encode(of) : of
  return sha256(bytes).slice(0, 6).toBase64({ alphabet: 'base64url' })
}

/** A sitemap that is no index. */
function* readPages(file: File, got: Got, { before, now }: Walk): Generator<Page> {
  const etag = got.headers.get('etag')
  const lastModified = got.headers.get('last-modified')
  const after = JSON.stringify({
    ...(etag && etag.length <= 300 && { etag }),
    ...(lastModified && lastModified.length <= 100 && { lastModified }),
    digest: file.digest,
    parts: '',
  } satisfies State)
  if (file.digest === before.digest) return void (yield { entries: [], cursor: after })
  const unread = JSON.stringify({ parts: '' } satisfies State)
  for (const { entries, isLast } of inPages(readEntries(file, { base: got.url, now: now() })))
    yield { entries, cursor: isLast ? after : unread }
}

/** An index: every part whose `lastmod` is new, or that has none. One part that is broken does not end the others. */
async function* readIndex(file: File, got: Got, walk: Walk): AsyncGenerator<Page> {
  const { start, before, now } = walk
  const known = new Set(before.parts.match(/.{8}/g))
  const context = { base: got.url, now: now() }
  const named = new Set<string>()
  const print = () =>
    JSON.stringify({
      parts: [...named, ...[...known].filter((part) => !named.has(part))].slice(0, bounds.remembered).join(''),
    } satisfies State)
  const broken: Entry[] = []
  let read = 0
  let isTooMany = false
  for (const raw of blocksOf(file.text, 'sitemap')) {
    const part = partOf(raw, { ...context, origins: [new URL(start).origin, new URL(got.url).origin] })
    if ('type' in part) {
      broken.push(part)
      continue
    }
    const dated = part.lastmod === null ? null : digestOf(`${part.url} ${part.lastmod}`)
    if (dated !== null && known.has(dated)) {
      named.add(dated)
      continue
    }
    if (read++ >= bounds.filesAtOnce) {
      isTooMany = true
      break
    }
    const pages = await readPart(part.url, raw, walk)
    const mark = dated ?? digestOf(`${part.url} ${pages.digest}`)
    if (!known.has(mark))
      for (const { entries, isLast } of inPages(pages.entries)) {
        if (isLast) named.add(mark)
        yield { entries, cursor: print() }
      }
    named.add(mark)
  }
  const isForgotten = named.size > bounds.remembered
  const warning =
    isTooMany || isForgotten
      ? `It has more parts than are read at once (${bounds.filesAtOnce}) or remembered (${bounds.remembered}): some are read late, or again.`
      : ''
  known.clear() // parts that the index names no longer
  yield { entries: broken, cursor: print(), warning }
}

async function readPart(
  address: string,
  raw: string,
  walk: Walk,
): Promise<{ digest: string; entries: Iterable<Entry> }> {
  const broken = (reason: string) => ({
    digest: digestOf(reason),
    entries: [{ type: 'malformed' as const, raw: raw.slice(0, 4_000), reason }],
  })
  try {
    const got = await ask(address, walk, { conditional: false })
    if (got.status !== 200) return broken('this part is not there')
    const file = await readFile(got)
    if (file.root === 'sitemapindex') return broken('this part is an index as well: they nest one level')
    return { digest: file.digest, entries: readEntries(file, { base: got.url, now: walk.now() }) }
  } catch (error) {
    if (error instanceof Malformed) return broken(error.message)
    throw error
  }
}

interface Context {
  base: string
  now: number
}

/** Where a part is: on the site's own host alone. Its address may carry a token, so no message repeats it. */
function partOf(
  raw: string,
  { base, origins }: Context & { origins: string[] },
): { url: string; lastmod: string | null } | Entry {
  const broken = (reason: string): Entry => ({ type: 'malformed', raw: raw.slice(0, 4_000), reason })
  const loc = fieldOf(raw, 'loc')
  if (!loc || loc.length > bounds.addressLength || !URL.canParse(loc, base))
    return broken('loc: missing, or no address')
  const url = new URL(loc, base)
  if (!origins.includes(url.origin) || url.username) return broken('loc: on another host, where nothing is read')
  return { url: url.href, lastmod: fieldOf(raw, 'lastmod') }
}

function* inPages(entries: Iterable<Entry>): Generator<{ entries: Entry[]; isLast: boolean }> {
  let page: Entry[] = []
  for (const entry of entries) {
    if (page.length === bounds.entries) {
      yield { entries: page, isLast: false }
      page = []
    }
    page.push(entry)
  }
  yield { entries: page, isLast: true }
}

function* readEntries({ text }: File, context: Context): Generator<Entry> {
  let count = 0
  for (const raw of text.includes('<') ? blocksOf(text, 'url') : linesOf(text)) {
    if (++count > bounds.urlsOfFile) {
      yield {
        type: 'malformed',
        raw: '',
        reason: `more than ${bounds.urlsOfFile.toLocaleString('en')} entries in a file`,
      }
      return
    }
    yield readEntry(raw, context)
  }
}

function* linesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const line = text.slice(start, end < 0 ? undefined : end).trim()
    start = end < 0 ? text.length : end + 1
    if (line !== '') yield line
  }
}

/** Every element of that name, whatever its prefix, as it is written; none of them nests. */
function* blocksOf(text: string, name: string): Generator<string> {
  const open = new RegExp(`<(?:[\\w.-]{1,40}:)?${name}(?=[\\s>])[^<>]{0,2000}>`, 'gi')
  const close = new RegExp(`</(?:[\\w.-]{1,40}:)?${name}\\s{0,100}>`, 'gi')
  for (let start = open.exec(text); start; start = open.exec(text)) {
    close.lastIndex = open.lastIndex
    const end = close.exec(text)
    if (!end) return
    yield text.slice(start.index, close.lastIndex)
    open.lastIndex = close.lastIndex
  }
}

/** One `<url>`, or one line of the plain form. Never throws. */
function readEntry(raw: string, { base, now }: Context): Entry {
  const broken = (reason: string): Entry => ({ type: 'malformed', raw: raw.slice(0, 4_000), reason })
  if (raw.length > bounds.entryLength) return broken('longer than 256 kB')
  const isXml = raw.startsWith('<')
  const inner = isXml ? [...blocksOf(raw, 'image'), ...blocksOf(raw, 'video')] : []
  const own = inner.reduce((rest, block) => rest.replace(block, () => ''), raw)
  const loc = isXml ? fieldOf(own, 'loc') : raw
  const place = loc === null ? null : whole(loc, isXml ? base : undefined)
  if (place === null) return broken('loc: missing, or no address')
  const adult = inner.filter((block) => /^no$/i.test(fieldOf(block, 'family_friendly') ?? ''))
  const files = inner.map(
    (block) => fieldOf(block, 'loc') ?? fieldOf(block, 'content_loc') ?? fieldOf(block, 'player_loc'),
  )
  const locations = [place, ...files.map((file) => (file === null ? null : whole(file, base)))].filter(
    (url) => url !== null,
  )
  const thumbnails = adult.flatMap((block) => whole(fieldOf(block, 'thumbnail_loc') ?? '', base) ?? [])
  const titles = adult.flatMap((block) => fieldOf(block, 'title')?.slice(0, 500) ?? [])
  return {
    type: 'notice',
    notice: {
      id: place.length <= 500 ? place : `sha256:${hex(sha256(new TextEncoder().encode(place)))}`,
      at: timeOf(isXml ? fieldOf(own, 'lastmod') : null, now),
      kind: 'listing',
      fingerprints: [],
      locations: [...new Set(locations)].slice(0, bounds.placesOfEntry),
      ...(adult.length > 0 && { pictures: thumbnails.map((url) => ({ url, adult: true })), titles }),
    },
  }
}

/** The text of the first element of that name. */
function fieldOf(block: string, name: string): string | null {
  const field = new RegExp(
    `<(?:[\\w.-]{1,40}:)?${name}(?=[\\s>])[^<>]{0,2000}>\\s{0,1000}(?:<!\\[CDATA\\[([^\\]]{0,5000})\\]\\]>|([^<]{0,5000}))`,
    'i',
  )
  const [, cdata, text] = block.match(field) ?? []
  const value = (cdata ?? unescapeXml(text ?? '')).trim()
  return value === '' ? null : value
}

function whole(place: string, base: string | undefined): string | null {
  if (place === '' || place.length > bounds.addressLength || !URL.canParse(place, base)) return null
  const url = new URL(place, base)
  return /^https?:$/.test(url.protocol) ? url.href : null
}

/** W3C's date and time; one that cannot be read, or is yet to come, is the time of reading. */
function timeOf(lastmod: string | null, now: number): number {
  const at = Date.parse(lastmod?.slice(0, 60) ?? '')
  return at >= 0 && at <= now ? at : now
}
