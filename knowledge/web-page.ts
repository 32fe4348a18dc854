/**
 * A stranger's web page, as far as we read one: what its head says of itself, its words, its skeleton, its links. Never a
 * picture: what is not a page is known by its headers and left alone.
 */
import { hex, sha256 } from '#core/fingerprint/index.ts'
import type { Asked, Net, Streamed } from '#core/ports.ts'

export interface WebPage {
  title: string
  /** What the page calls itself: `<link rel=canonical>`, `og:url`. */
  canonical: string | null
  ogUrl: string | null
  /** Null: it has none; empty: it has one that says nothing. */
  ogTitle: string | null
  /** Where a `<meta http-equiv=refresh>` leads at once. */
  refresh: string | null
  /** Visible words, at most `maxWords` characters. */
  words: string
  links: { href: string; words: string }[]
  /** Digest of the order of its elements, whatever words they hold. */
  skeleton: string
  /** Characters of the page as it came. */
  length: number
  asksPassword: boolean
  scripts: number
}

export interface Visit {
  status: number
  headers: Headers
  /** The address after redirects. */
  url: string
  /** Null: what is there is no page, or it was not opened. */
  page: WebPage | null
}

const maxPageBytes = 1_000_000
const maxHops = 5
const timeoutMs = 20_000
const maxWords = 20_000
const maxLinks = 500

/** What is fetched of a file that looks like a picture, a clip or an archive: its headers. */
const noPage =
  /\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?|svg|mp4|m4v|webm|mov|avi|mkv|m3u8|ts|mp3|m4a|ogg|zip|rar|7z|pdf|torrent)$/i

/**
 * Looks at what is at an address. `HEAD` first, one hop at a time; only where that says it is a page (or says that it is
 * gone, which some servers say to `HEAD` alone) the page is asked for, and its body is left unread when it is none.
 *
 * @throws what `net` throws when nobody answers as it should
 */
export async function visit(
  address: string,
  { net, signal }: { net: Pick<Net, 'ask' | 'stream'>; signal?: AbortSignal | undefined },
): Promise<Visit> {
  const head = await headOf(address, { net, signal })
  const isFile = noPage.test(new URL(head.url).pathname)
  const mayBePage = isPage(head.headers) && !isFile
  const unsure = head.status === 405 || head.status === 501 || head.status === 404 || head.status === 410
  const open = mayBePage && (head.status === 200 || unsure)
  if (!open) return { status: head.status, headers: head.headers, url: head.url, page: null }

  await using answer = await net.stream(head.url, {
    headers: { accept: 'text/html,application/xhtml+xml' },
    maxBytes: maxPageBytes * 4,
    timeoutMs,
    idleMs: timeoutMs,
    signal,
  })
  const { status, headers, url } = answer
  const page = status === 200 && isPage(headers) ? readPage(await readText(answer)) : null
  return { status, headers, url, page }
}

async function headOf(
  address: string,
  { net, signal }: { net: Pick<Net, 'ask'>; signal?: AbortSignal | undefined },
): Promise<Asked> {
  for (let url = address, hops = 0; ; hops++) {
    const answer = await net.ask(url, { method: 'HEAD', maxBytes: 1000, timeoutMs, signal })
    const next = nextHop(answer)
    if (next === null || hops === maxHops) return answer
    url = next
  }
}

/** Where an answer redirects to; null: it does not. */
export function nextHop({ status, headers, url }: Pick<Asked, 'status' | 'headers' | 'url'>): string | null {
  const to = headers.get('location')
  if (![301, 302, 303, 307, 308].includes(status) || !to) return null
  return URL.parse(to, url)?.href ?? null
}

function isPage(headers: Headers): boolean {
  return /^(?:text\/html|application\/xhtml\+xml)\b/i.test(headers.get('content-type') ?? 'text/html')
}

/** As much as is read of a page; the rest of a long one is left. */
async function readText({ body, headers }: Streamed): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    length += chunk.byteLength
    if (length >= maxPageBytes) break
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return decode(bytes, headers.get('content-type') ?? '')
}

function decode(bytes: Uint8Array, contentType: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const named =
    /charset=["']?([\w-]{1,40})/i.exec(contentType)?.[1] ??
    /<meta[^>]{0,200}charset=["']?([\w-]{1,40})/i.exec(start)?.[1]
  try {
    return new TextDecoder(named ?? 'utf-8').decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes) // a charset that nobody knows
  }
}

/** Reads a page. Linear in its length, whatever it holds; never throws. */
export function readPage(html: string): WebPage {
  const page = {
    title: '',
    canonical: null as string | null,
    ogUrl: null as string | null,
    ogTitle: null as string | null,
    refresh: null as string | null,
    links: [] as WebPage['links'],
    asksPassword: false,
    scripts: 0,
  }
  const words: string[] = []
  const order: string[] = []
  let wordsLength = 0
  let link: { href: string; words: string } | null = null

  for (const token of tokens(html)) {
    if (token.type === 'text') {
      const text = plain(token.text)
      if (text === '') continue
      if (token.within === 'title') page.title ||= text.slice(0, 300)
      if (token.within !== null) continue
      if (wordsLength < maxWords) words.push(text)
      wordsLength += text.length + 1
      if (link && link.words.length < 100) link.words = `${link.words} ${text}`.trim().slice(0, 100)
      continue
    }
    const { name, closes, attributes } = token
    if (closes) {
      if (name === 'a') link = null
      continue
    }
    if (order.length < 20_000) order.push(name)
    if (name === 'script') page.scripts++
    else if (name === 'a') {
      link = { href: attribute(attributes, 'href').slice(0, 2000), words: '' }
      if (link.href !== '' && page.links.length < maxLinks) page.links.push(link)
    } else if (name === 'input' && attribute(attributes, 'type').toLowerCase() === 'password') page.asksPassword = true
    else if (name === 'link' && /\bcanonical\b/i.test(attribute(attributes, 'rel')))
      page.canonical ??= attribute(attributes, 'href').slice(0, 2000)
    else if (name === 'meta') {
      const property = (attribute(attributes, 'property') || attribute(attributes, 'name')).toLowerCase()
      const content = attribute(attributes, 'content').slice(0, 2000)
      if (property === 'og:url') page.ogUrl ??= content
      if (property === 'og:title') page.ogTitle ??= content.trim()
      if (attribute(attributes, 'http-equiv').toLowerCase() === 'refresh')
        page.refresh ??= /^\s*[0-3](?:\.\d+)?\s*[;,]\s*url\s*=\s*['"]?([^'"]+)/i.exec(content)?.[1]?.trim() ?? null
    }
  }
  const skeleton = hex(sha256(new TextEncoder().encode(order.join(' '))))
  return { ...page, words: words.join(' ').slice(0, maxWords), skeleton, length: html.length }
}

type Token =
  | { type: 'text'; text: string; within: string | null }
  | { type: 'tag'; name: string; closes: boolean; attributes: string }

/** Elements whose content is no words of the page. */
const silent = new Set(['script', 'style', 'noscript', 'template', 'title', 'textarea', 'svg', 'iframe'])
const longestTag = 8_000

/** Tags and the text between them. Each character is looked at a bounded number of times. */
function* tokens(html: string): Generator<Token> {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) break
    if (open > at) yield { type: 'text', text: html.slice(at, open), within: null }
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4)
      continue
    }
    const [, slash, name] = /^<(\/?)([a-z][a-z0-9-]{0,40})/i.exec(html.slice(open, open + 44)) ?? []
    if (name === undefined) {
      at = /[!?]/.test(html.charAt(open + 1)) ? endOfTag(html, open) : open + 1
      continue
    }
    const end = endOfTag(html, open)
    const tag = name.toLowerCase()
    yield { type: 'tag', name: tag, closes: slash === '/', attributes: html.slice(open + 1 + name.length, end - 1) }
    at = end
    if (slash === '/' || !silent.has(tag)) continue
    const close = new RegExp(`</${tag}`, 'gi')
    close.lastIndex = end
    const until = close.exec(html)?.index ?? html.length
    yield { type: 'text', text: html.slice(end, until), within: tag }
    at = until
  }
  if (at < html.length) yield { type: 'text', text: html.slice(at), within: null }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? text.length : found + mark.length
}

/** Behind the `>` that ends a tag; quoted ones do not. A tag without an end is cut. */
function endOfTag(html: string, open: number): number {
  let quote = ''
  const limit = Math.min(html.length, open + longestTag)
  for (let at = open + 1; at < limit; at++) {
    const character = html[at]
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '>') return at + 1
    else if ((character === '"' || character === "'") && html[at - 1] === '=') quote = character
  }
  return limit
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|[\\s"'/])${name}\\s{0,5}=\\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  )
  return entities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim()
}

function plain(text: string): string {
  return entities(text).replace(/\s+/g, ' ').trim()
}

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  commat: '@',
  period: '.',
}

function entities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:([a-z]{2,8})|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
    (whole, name?: string, decimal?: string, hexa?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole
      const point = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hexa ?? '', 16)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
    },
  )
}
