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
  const url = URL.parse(address)
  if (!url || !schemes.has(url.protocol)) return null
  if (url.protocol === 'http:') url.protocol = 'https:'
  url.username = ''
  url.password = ''
  if (url.port === '80' || url.port === '443') url.port = ''
  if (url.hostname.endsWith('.')) url.hostname = withoutTail(url.hostname, '.')
  if (url.protocol === 'https:' && url.hostname === '') return null
  if (url.host !== '') url.pathname = withoutTail(plain(url.pathname), '/')
  url.search = plain(url.search)
  return url
}

/** `%c3` → `%C3`; and `&amp;` → `%26amp;`, so that what we print is read back as what we meant. */
function plain(part: string): string {
  return part
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())
    .replace(/&(?=(?:[a-z]{2,8}|#x?[0-9a-f]{1,7});)/gi, '%26')
}

function withoutTail(text: string, character: string): string {
  let end = text.length
  while (end > 0 && text.charAt(end - 1) === character) end--
  return text.slice(0, end)
}
