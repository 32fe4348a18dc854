/**
 * From pasted text to addresses. People paste whole chat messages, half addresses, defanged ones, two links without a
 * space: everything that can be an address comes out, in order, with a scheme, and cut free of the text around it.
 * Whether it is a place, and which, is for the registry (knowledge/platforms/).
 */

/** What only the world knows, and `core` is told. */
export interface AddressRules {
  /** Whether a host without a scheme before it ends in a suffix under which names exist: `discord.gg`, not `foto.jpg`. */
  isHost(host: string): boolean
  /** Whether this host's addresses carry another address in their path (archives). Elsewhere that starts a new one. */
  nests(host: string): boolean
}

/** Longest text that is read, in characters; the rest is ignored. */
const maxText = 200_000
/** Longest address; a longer one is dropped, because a cut one would name another place. */
export const maxAddress = 4_096
const maxAddresses = 1_000

/** Soft hyphen, zero-width and direction marks: they hide in copied text and would change the address. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are no part of an address
const between = /[\s\u0000-\u001F\u007F<>"“”„«»`]+/
/** No address is without one of these, defanged dots and encoded colons included; most words are. */
const possible = /[.:\u3002\uFF0E\uFF61][^.,;:!?…]|[([{%]|n(?:pub|ote|event|profile|addr)1/i
/** The apps' own schemes may lack their slashes: `tg:resolve?domain=…`. */
const scheme =
  /https?:\/\/|(?<![a-z0-9])(?:(?:ipfs|ipns|at|discord|tg|whatsapp):\/\/|nostr:(?=(?:\/\/)?n[a-z]+1)|tg:(?=[a-z]{4,15}\?)|whatsapp:(?=(?:send|chat)\?))/i
const fangedScheme = /h(?:tt|xx)p(s?)[[(]?:[\])]?\/\/[\])]{0,3}/gi
/** A scheme that lost a letter, its colon or a slash on the way: `ttps://`, `htps://`, `https//`. */
const brokenScheme = /^([^\p{L}\p{N}]*)(?:h{1,2}[tx]{1,3}|t{1,2})p(s?)(?::\/{1,3}|\/\/)(?=[\p{L}\p{N}])/iu
/** As pages link to others, whatever scheme they have themselves: `//example.org/a`. */
const noScheme = /^([^\p{L}\p{N}]*?):?\/\/(?=[\p{L}\p{N}])/u
const fangedDot = /[[({]{1,3}(?:\.|dot)[\])}]{1,3}/gi
/** Marks of Markdown and JSON before a character that stands for itself: `a\_b`, `https:\/\/`. */
const escaped = /\\(?=[_*~&#=!./()[\]-])/g
/** What NIP-19 names, bare; a secret key is dropped before. */
const bareNostr = /(?<![\p{L}\p{N}._/-])(?:npub|note|nevent|nprofile|naddr)1[02-9ac-hj-np-z]{20,5000}(?![\p{L}\p{N}])/iu
/** A host without a scheme. Full-width and ideographic full stops count as dots (UTS #46). */
const bareHost =
  /(?<![\p{L}\p{M}\p{N}@./-]|[\p{L}\p{N}._/-]_{1,3})(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,62}[.\u3002\uFF0E\uFF61]){1,20}(?:xn--[a-z0-9-]{2,59}|\p{L}[\p{L}\p{M}]{1,62})(?![\p{L}\p{M}\p{N}@_-])/giu
/** Top-level domains that are far more often the end of a file's name. */
const fileEnding = /\.(?:zip|mov|md)$/i
/** `online.It`: the end of one sentence and the start of the next, with the space forgotten. */
const sentenceEnd = /[.]\p{Lu}\p{Ll}+$/u
const tail = new Set(".,;:!?…'’”*~|\\–—。，、！？；：）】」』》›([{")
const emoji = /(?:\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}]|[\u{1F1E6}-\u{1F1FF}]|\uFE0F)$/u

/**
 * The addresses in `text`, in order, each with a scheme (`https://` where none was written). Never throws. A Nostr
 * secret key, and any token that holds one, is dropped. An e-mail address is not an address of a place.
 */
export function findAddresses(text: string, rules: AddressRules): string[] {
  const found: string[] = []
  for (const token of clean(text.slice(0, maxText)).split(between)) {
    if (found.length >= maxAddresses) break
    if (possible.test(token) && !holdsSecretKey(token)) found.push(...addressesIn(decodeWhole(token), rules))
  }
  return found.slice(0, maxAddresses)
}

// Nothing to clean, defang or cut: no brackets, no `:` after the scheme's, no `;`, no punctuation at the end.
const plainAddress = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#][\w./?#=&%-]*)?(?<![.?])$/

/** Whether `findAddresses` would give back this very text and nothing else. Most addresses that lists publish are so. */
export function isPlainAddress(text: string): boolean {
  return text.length <= maxAddress && plainAddress.test(text) && !holdsSecretKey(text)
}

/** Whether `text` holds a Nostr secret key (NIP-19 `nsec1…`), also behind percent signs. It must go no further. */
export function holdsSecretKey(text: string): boolean {
  return /nsec1[a-z0-9]{6}/i.test(text) || (text.includes('%') && /nsec1[a-z0-9]{6}/i.test(decodePercent(text)))
}

function clean(text: string): string {
  let plain = text.normalize('NFC')
  // Copied from HTML once or twice: `&amp;amp;`. Bounded, since each layer could be made to hide another.
  for (let layer = 0; layer < 4 && plain.includes('&'); layer++) plain = plain.replace(entity, decodeEntity)
  return plain.replace(invisible, '')
}

// biome-ignore format: a table
const named: Record<string, string> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '', zwj: '', zwnj: '',
  lrm: '', rlm: '', colon: ':', sol: '/', period: '.', num: '#', excl: '!', quest: '?', equals: '=', commat: '@', lpar: '(',
  rpar: ')', lsqb: '[', rsqb: ']', lowbar: '_', percnt: '%', plus: '+', laquo: '«', raquo: '»', ldquo: '“', rdquo: '”',
  lsquo: '‘', rsquo: '’', hellip: '…', ndash: '–', mdash: '—',
}
const entity = new RegExp(`&(?:amp;)*(?:(${Object.keys(named).join('|')})|#(\\d{1,7})|#x([0-9a-f]{1,6}));`, 'gi')

function decodeEntity(whole: string, name?: string, decimal?: string, hex?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? whole
  const point = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16)
  return point <= 0x10ffff ? String.fromCodePoint(point) : whole
}

const encodedWhole = /^\W{0,3}(?:h(?:tt|xx)ps?%3a(?:%2f|\/){2}|[\p{L}\p{N}.-]{3,100}%2f)/iu

/** One percent layer, only where the whole token is an encoded address: else a MEGA key's `%23` inside `?u=` is lost. */
function decodeWhole(token: string): string {
  return token.includes('%') && encodedWhole.test(token) ? decodePercent(token) : token
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function addressesIn(token: string, rules: AddressRules): string[] {
  const found: string[] = []
  const whole = token.replace(escaped, '').replace(brokenScheme, '$1http$2://').replace(noScheme, '$1')
  let rest = refangHost(whole.replace(fangedScheme, 'http$1://'))
  while (rest !== '' && found.length < maxAddresses) {
    const start = startOf(rest, rules)
    if (start === null) break
    const end = endOf(rest, start, rules)
    const [marks = ''] = rest.slice(Math.max(0, start.at - 5), start.at).match(/[*_~|]*$/) ?? []
    const address = trimTail(refangHost(rest.slice(start.at, end)), count(marks, '_'))
    if (address.length <= maxAddress) found.push(start.scheme + address)
    rest = rest.slice(end)
  }
  return found
}

interface Start {
  at: number
  /** What is to be written before it; empty: it has its scheme. */
  scheme: 'https://' | 'nostr:' | ''
}

function startOf(token: string, rules: AddressRules): Start | null {
  const schemeAt = token.search(scheme)
  const before = schemeAt < 0 ? token : token.slice(0, schemeAt)
  const nostrAt = before.search(bareNostr)
  for (const { 0: host, index } of before.matchAll(bareHost)) {
    if (nostrAt >= 0 && nostrAt < index) break
    const alone = !/^(?::\d+)?[/?#]/.test(before.slice(index + host.length, index + host.length + 7))
    if (alone && (fileEnding.test(host) || sentenceEnd.test(host))) continue
    if (rules.isHost(narrow(host))) return { at: index, scheme: 'https://' }
  }
  if (nostrAt >= 0) return { at: nostrAt, scheme: 'nostr:' }
  return schemeAt < 0 ? null : { at: schemeAt, scheme: '' }
}

/** `ｇｏｆｉｌｅ．ｉｏ` and `gofile。io` as a URL's parser reads them. */
function narrow(host: string): string {
  return host.normalize('NFKC').replace(/[\u3002\uFF61]/g, '.')
}

/**
 * An address ends where the next `http(s)://` begins, unless that one is in its query or its host nests addresses; and
 * before a bracket that closes what was opened before the address. A name of Nostr ends with its letters.
 */
function endOf(token: string, start: Start, rules: AddressRules): number {
  const whole = token.slice(start.at)
  const [name] = whole.match(/^(?:nostr:(?:\/\/)?)?n[a-z]+1[a-z0-9]+/i) ?? []
  if (name && (start.scheme === 'nostr:' || /^nostr:/i.test(name))) return start.at + name.length
  const head = start.scheme === '' ? (whole.match(scheme)?.[0].length ?? 1) : 1
  const next = whole.slice(head).search(/https?:\/\//i)
  if (next < 0) return start.at + closeOf(whole)
  const own = whole.slice(0, head + next)
  const query = own.indexOf('?')
  const nests = (query >= 0 && !own.includes('#', query)) || rules.nests(hostOf(own))
  return start.at + closeOf(nests ? whole : own)
}

/** Where a bracket closes that this address did not open, or a tag as forums write them (`[/url]`) begins; else its end. */
function closeOf(address: string): number {
  if (!/[)\]}]|\[\//.test(address)) return address.length
  const open = { ')': 0, ']': 0, '}': 0 }
  for (let at = 0; at < address.length; at++) {
    const character = address.charAt(at)
    if (character === '[' && address.charAt(at + 1) === '/') return at
    const closes = closers[character]
    if (closes) open[closes]++
    else if ((character === ')' || character === ']' || character === '}') && open[character]-- === 0) return at
  }
  return address.length
}

const closers: Record<string, ')' | ']' | '}'> = { '(': ')', '[': ']', '{': '}' }

function hostOf(address: string): string {
  const authority = address.replace(/^[a-z]+:\/\//i, '').split(/[/?#]/, 1)[0] ?? ''
  return (
    authority
      .slice(authority.lastIndexOf('@') + 1)
      .split(':', 1)[0]
      ?.toLowerCase() ?? ''
  )
}

/** `discord[.]gg/abc` → `discord.gg/abc`. Only in the host: `/wiki/Point_(dot)` is a page. */
function refangHost(address: string): string {
  const authority = address.match(/^(?:[a-z]+:\/\/)?[^/?#]*/i)?.[0] ?? ''
  return authority.replace(fangedDot, '.') + address.slice(authority.length)
}

/**
 * Cuts the sentence's punctuation off, and faces behind it. An underscore stays, but for as many as stand before the
 * address and show that they are emphasis: MEGA's handles and people's names may end in one.
 */
function trimTail(address: string, underscores: number): string {
  let [end, emphasis] = [address.length, underscores]
  while (end > 0) {
    const last = address.charAt(end - 1)
    if (tail.has(last)) end--
    else if (last === '_' && emphasis-- > 0) end--
    else if (last > '\u2000' && emoji.test(address.slice(0, end).slice(-2)))
      end -= last >= '\uDC00' && last <= '\uDFFF' ? 2 : 1
    else break
  }
  return address.slice(0, end)
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
