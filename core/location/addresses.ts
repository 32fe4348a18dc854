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
const possible = /[.:([{%\u3002\uFF0E\uFF61]/
const scheme = /https?:\/\/|(?<![a-z0-9])(?:ipfs|ipns|at|discord|tg|whatsapp):\/\/|(?<![a-z0-9])nostr:(?=n[a-z]+1)/i
const fangedScheme = /h(?:tt|xx)p(s?)[[(]?:[\])]?\/\/[\])]{0,3}/gi
const fangedDot = /[[({]{1,3}(?:\.|dot)[\])}]{1,3}/gi
/** A host without a scheme. Full-width and ideographic full stops count as dots (UTS #46). */
const bareHost =
  /(?<![\p{L}\p{M}\p{N}@._/-])(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,62}[.\u3002\uFF0E\uFF61]){1,20}(?:xn--[a-z0-9-]{2,59}|\p{L}[\p{L}\p{M}]{1,62})(?![\p{L}\p{M}\p{N}@_-])/giu
/** Top-level domains that are far more often the end of a file's name. */
const fileEnding = /\.(?:zip|mov|md)$/i
/** `online.It`: the end of one sentence and the start of the next, with the space forgotten. */
const sentenceEnd = /[.]\p{Lu}\p{Ll}+$/u
const tail = new Set(".,;:!?…'’*~|\\。，、）】([{")

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

const entity = /&(?:amp;)*(?:(amp|lt|gt|quot|apos|nbsp|shy)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' }

function decodeEntity(whole: string, name?: string, decimal?: string, hex?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? whole
  const point = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16)
  return point <= 0x10ffff ? String.fromCodePoint(point) : whole
}

/** One percent layer, only where the whole token is an encoded address: else a MEGA key's `%23` inside `?u=` is lost. */
function decodeWhole(token: string): string {
  return /^\W{0,3}h(?:tt|xx)ps?%3a%2f%2f/i.test(token) ? decodePercent(token) : token
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
  let rest = refangHost(token.replace(fangedScheme, 'http$1://'))
  while (rest !== '' && found.length < maxAddresses) {
    const start = startOf(rest, rules)
    if (start === null) break
    const end = endOf(rest, start, rules)
    const emphasised = start.at > 0 && '_*'.includes(rest.charAt(start.at - 1))
    const address = trimTail(refangHost(rest.slice(start.at, end)), emphasised)
    if (address.length <= maxAddress) found.push(start.bare ? `https://${address}` : address)
    rest = rest.slice(end)
  }
  return found
}

function startOf(token: string, rules: AddressRules): { at: number; bare: boolean } | null {
  const schemeAt = token.search(scheme)
  const before = schemeAt < 0 ? token : token.slice(0, schemeAt)
  for (const { 0: host, index } of before.matchAll(bareHost)) {
    const alone = !/^(?::\d+)?[/?#]/.test(before.slice(index + host.length, index + host.length + 7))
    if (alone && (fileEnding.test(host) || sentenceEnd.test(host))) continue
    if (rules.isHost(host)) return { at: index, bare: true }
  }
  return schemeAt < 0 ? null : { at: schemeAt, bare: false }
}

/** An address ends where the next `http(s)://` begins, unless that one is in its query or its host nests addresses. */
function endOf(token: string, start: { at: number; bare: boolean }, rules: AddressRules): number {
  const head = start.bare ? start.at + 1 : start.at + (token.slice(start.at).match(scheme)?.[0].length ?? 1)
  const next = token.slice(head).search(/https?:\/\//i)
  if (next < 0) return token.length
  const own = token.slice(start.at, head + next)
  const query = own.indexOf('?')
  if ((query >= 0 && !own.includes('#', query)) || rules.nests(hostOf(own))) return token.length
  return head + next
}

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
 * Cuts the sentence's punctuation off. A closing bracket stays where it was opened in the address. An underscore stays
 * too, unless one before the address shows that it is emphasis: MEGA's handles may end in one.
 */
function trimTail(address: string, emphasised: boolean): string {
  const open = { ')': count(address, '('), ']': count(address, '['), '}': count(address, '{') }
  const closed = { ')': count(address, ')'), ']': count(address, ']'), '}': count(address, '}') }
  let end = address.length
  for (; end > 0; end--) {
    const last = address.charAt(end - 1)
    if (last === ')' || last === ']' || last === '}') {
      if (closed[last] <= open[last]) break
      closed[last]--
    } else if (!(tail.has(last) || (emphasised && last === '_'))) break
  }
  return address.slice(0, end)
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
