/** What holds for the address of every place, before anybody asks which place it is. */
import { maxAddress } from './addresses.ts'

const schemes = new Set(['https:', 'http:', 'discord:', 'ipfs:', 'ipns:', 'at:', 'tg:', 'whatsapp:', 'nostr:'])

/**
 * An address as a URL in the form that identities are built from: scheme `https`, host in lower case and Punycode
 * without a trailing dot, no user name and password, no port 80 or 443, percent-encoding in upper case (RFC 3986
 * §6.2.2.1), no slash at the end. The host is what follows the last `@`, as browsers read it. Query and fragment are
 * left: for some places they are the identity. Null: not an address, or longer than 4,096 characters.
 */
export function parseAddress(address: string): URL | null {
  if (address.length > maxAddress) return null
  const url = URL.parse(address.replace(didAuthority, 'at:'))
  if (!url || !schemes.has(url.protocol)) return null
  if (url.protocol === 'http:') url.protocol = 'https:'
  // Each setter parses the whole address again, so it is called only where it changes something.
  if (url.username !== '') url.username = ''
  if (url.password !== '') url.password = ''
  if (url.port === '80' || url.port === '443') url.port = ''
  if (url.hostname.endsWith('.')) url.hostname = withoutTail(url.hostname, '.')
  if (url.protocol === 'https:' && url.hostname === '') return null
  const [path, query] = [withoutTail(plain(url.pathname), '/'), plain(url.search)]
  if (url.host !== '' && path !== url.pathname) url.pathname = path
  if (query !== url.search) url.search = query
  return url
}

/** `at://did:plc:…` has colons where a URL has a port. Without the slashes, all of it is the path. */
const didAuthority = /^at:\/\/(?=did:)/i

/** `%c3` → `%C3`; and `&amp;` → `%26amp;`, and `\\` → `%5C`, so that what we print is read back as what we meant. */
function plain(part: string): string {
  return part
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())
    .replace(/&(?=(?:[a-z]{2,8}|#x?[0-9a-f]{1,7});)/gi, '%26')
    .replaceAll('\\', '%5C')
}

/**
 * So that what we print is read back whole: written as their codes are punctuation at the end, which a reader of text
 * takes for the sentence's, a bracket that closes what nothing opened, and a second address in the path, which would be
 * read as another one.
 */
export function readBack(part: string): string {
  const closed = /[)\]}]|\[\//.test(part) ? withClosers(part) : part
  const last = closed.at(-1) ?? ''
  const ended = /[.,;:!?'*~|\\([{]/.test(last) ? closed.slice(0, -1) + code(last) : closed
  return ended.includes('://', 8) ? withoutInner(ended) : ended
}

function withoutInner(part: string): string {
  const [path = ''] = part.split('?', 1)
  return path.replace(/(?<!^)(https?:)\/\//gi, '$1%2F%2F') + part.slice(path.length)
}

function withClosers(part: string): string {
  const open = { '(': 0, '[': 0, '{': 0 }
  return part.replace(/\[\/|[()[\]{}]/g, (bracket) => {
    if (bracket === '[/') return `${code('[')}/`
    if (bracket === '(' || bracket === '[' || bracket === '{') open[bracket]++
    else {
      const opener = bracket === ')' ? '(' : bracket === ']' ? '[' : '{'
      if (open[opener] === 0) return code(bracket)
      open[opener]--
    }
    return bracket
  })
}

function code(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

function withoutTail(text: string, character: string): string {
  let end = text.length
  while (end > 0 && text.charAt(end - 1) === character) end--
  return text.slice(0, end)
}
