/**
 * Addresses that carry another address: redirectors, archives, caches. All are opened without the network; a short link
 * needs one step of it and is a place of its own until then. What is inside is recognised in their stead, and the
 * archive's address is kept beside it: the copy there is to be removed as well.
 */

interface Wrapper {
  name: string
  /** Exact hosts, or a pattern for those that are numbered, national or made per site. */
  hosts: string[] | RegExp
  /** The address inside, perhaps without its scheme; null: this address of theirs carries none. */
  inner(url: URL): string | null
  source: string
  checked: string
}

/** What the services publish or ClearURLs' rules say is `published`-like; the others are known from use only. */
const rules = 'https://docs.clearurls.xyz/latest/specs/rules/'
const checked = '2026-11-24'

/** Where the address inside was not encoded, its fragment ended up as the wrapper's. */
const parameter =
  (...names: string[]) =>
  (url: URL): string | null => {
    for (const name of names) {
      const value = url.searchParams.get(name)
      if (value && /^https?:/i.test(value)) return value.includes('#') ? value : value + url.hash
    }
    return null
  }

/** What follows the wrapper's own part of the path, with the query and fragment, which are the inner address's. */
const after =
  (own: RegExp) =>
  (url: URL): string | null => {
    const rest = url.pathname.replace(own, '')
    if (rest === url.pathname || rest === '') return null
    if (/^https?(?::|%3A)%2F/i.test(rest)) return decoded(rest)
    return rest.replace(/^(https?:)\/+/i, '$1//') + url.search + url.hash
  }

/** `www-example-org` → `www.example.org`; a hyphen of the name itself is doubled. */
const undash = (label: string) =>
  label
    .split('--')
    .map((part) => part.replaceAll('-', '.'))
    .join('-')

export const wayback = ['web.archive.org', 'wayback.archive.org', 'archive.org']
/** Their copies stay when the original goes: a copy is a place of its own. */
const archives = [
  ...wayback,
  'archive.ph',
  'archive.today',
  'archive.is',
  'archive.li',
  'archive.md',
  'archive.vn',
  'archive.fo',
]

/** Whether this host's addresses carry the address of the original in their path. */
export const isArchive = (host: string) => archives.includes(host.replace(/^www\./, ''))

export const wrappers: readonly Wrapper[] = [
  {
    name: 'Facebook and Instagram links',
    hosts: [
      'l.facebook.com',
      'lm.facebook.com',
      'www.facebook.com',
      'm.facebook.com',
      'facebook.com',
      'l.messenger.com',
      'l.instagram.com',
      'l.threads.com',
      'l.threads.net',
    ],
    inner: (url) =>
      /^l\.(?:instagram|threads)\./.test(url.hostname) || /^\/(?:l\.php|flx\/warn)$/.test(url.pathname)
        ? parameter('u')(url)
        : null,
    source: rules,
    checked,
  },
  {
    name: 'Google results and AMP viewer',
    hosts: /^(?:www\.)?google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/,
    inner: (url) =>
      url.pathname === '/url'
        ? parameter('q', 'url')(url)
        : (after(/^\/amp\/s\//)(url) ?? after(/^\/amp\/(?!s\/)/)(url)),
    source: rules,
    checked,
  },
  {
    name: 'AMP cache',
    hosts: /^(?:[a-z0-9-]+\.)?cdn\.ampproject\.org$/,
    inner: after(/^\/[cvi]\/(?:s\/)?/),
    source: 'https://developers.google.com/amp/cache/overview',
    checked,
  },
  {
    name: 'Bing results',
    hosts: /^(?:[a-z]{2,3}\.)?bing\.com$/,
    inner: (url) => {
      const [, code] = (url.searchParams.get('u') ?? '').match(/^a1([\w-]{8,4000})={0,2}$/) ?? []
      return url.pathname.startsWith('/ck/') && code ? fromBase64Url(code) : null
    },
    source: rules,
    checked,
  },
  {
    name: 'VK links',
    hosts: ['vk.com', 'www.vk.com', 'm.vk.com', 'vk.ru', 'm.vk.ru', 'vkontakte.ru'],
    inner: (url) => (/^\/away(?:\.php)?$/.test(url.pathname) ? parameter('to')(url) : null),
    source: rules,
    checked,
  },
  { name: 'Reddit links', hosts: ['out.reddit.com'], inner: parameter('url'), source: rules, checked },
  { name: 'Bluesky links', hosts: ['go.bsky.app'], inner: parameter('u'), source: rules, checked },
  {
    name: 'Outlook Safe Links',
    hosts: /^(?:[a-z0-9-]+\.){1,3}safelinks\.protection\.outlook\.com$/,
    inner: parameter('url'),
    source: 'https://learn.microsoft.com/defender-office-365/safe-links-about',
    checked,
  },
  {
    name: 'Wayback Machine',
    hosts: wayback,
    inner: after(
      /^\/(?:web\/(?:(?:\d{1,14}|\*|save)(?:[a-z]{2}_)?\*?\/)?|wayback\/(?:\d{1,14}(?:[a-z]{2}_)?\/)?|save\/(?:_embed\/)?)/,
    ),
    source: 'https://archive.org/help/wayback_api.php',
    checked,
  },
  {
    name: 'archive.today',
    hosts: archives.filter((host) => !wayback.includes(host)),
    inner: after(/^\/(?:[^/]+\/)*?(?=https?:\/)/i),
    source: 'https://archive.today/faq',
    checked,
  },
  {
    name: "Discord's image proxy",
    hosts: /^images-ext-\d+\.discordapp\.net$/,
    inner: (url) => {
      const [, query, scheme, rest] = url.pathname.match(/^\/external\/[^/]+\/(?:(%3F[^/]*)\/)?(https?)\/(.+)$/i) ?? []
      return rest ? `${scheme}://${rest}${query ? decoded(query) : ''}` : null
    },
    source: 'https://docs.discord.com/developers/reference',
    checked,
  },
  {
    name: 'Google Translate, as it was',
    hosts: /^translate\.google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/,
    inner: (url) => (url.pathname === '/translate' ? parameter('u')(url) : null),
    source: 'https://translate.google.com',
    checked,
  },
  {
    name: 'Google Translate',
    hosts: /^[a-z0-9-]+\.translate\.goog$/,
    inner: (url) => {
      const kept = url.search
        .slice(1)
        .split('&')
        .filter((part) => part !== '' && !part.startsWith('_x_tr_'))
      return (
        undash(url.hostname.slice(0, -'.translate.goog'.length)) +
        url.pathname +
        (kept.length > 0 ? `?${kept.join('&')}` : '')
      )
    },
    source: 'https://translate.google.com',
    checked,
  },
]

/**
 * The address inside `url`, with a scheme; null: it carries none. Without a scheme of its own it must look like a host, by
 * `isHost`: `web.archive.org/web/2024/about` carries nothing.
 */
export function unwrap(url: URL, isHost: (host: string) => boolean): string | null {
  if (url.protocol !== 'https:') return null
  const hostname = isArchive(url.hostname) ? url.hostname.replace(/^www\./, '') : url.hostname
  for (const { hosts, inner } of wrappers) {
    if (!(hosts instanceof RegExp ? hosts.test(hostname) : hosts.includes(hostname))) continue
    const address = inner(url)
    if (!address) continue
    if (/^https?:\/\//i.test(address)) return address
    if (isHost(address.split(/[/?#:]/, 1)[0] ?? '')) return `https://${address}`
  }
  return null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function fromBase64Url(code: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), (byte) => byte.charCodeAt(0))
    const address = new TextDecoder().decode(bytes)
    return /^https?:\/\//i.test(address) ? address : null
  } catch {
    return null
  }
}
