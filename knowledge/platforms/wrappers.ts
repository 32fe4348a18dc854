/**
 * Addresses that carry another address: redirectors, archives, caches. All are opened without the network; a short link
 * needs one step of it and is a place of its own until then. What is inside is recognised in their stead, and the
 * wrapper is kept beside it: a copy in an archive is to be removed as well.
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

const parameter =
  (...names: string[]) =>
  (url: URL): string | null => {
    for (const name of names) {
      const value = url.searchParams.get(name)
      if (value && /^https?:/i.test(value)) return value
    }
    return null
  }

/** What follows the wrapper's own part of the path, with the query and fragment, which are the inner address's. */
const after =
  (own: RegExp) =>
  (url: URL): string | null => {
    const rest = url.pathname.replace(own, '')
    if (rest === url.pathname || rest === '') return null
    return rest.replace(/^(https?:)\/+/i, '$1//') + url.search + url.hash
  }

/** `www-example-org` → `www.example.org`; a hyphen of the name itself is doubled. */
const undash = (label: string) =>
  label
    .split('--')
    .map((part) => part.replaceAll('-', '.'))
    .join('-')

export const archives = [
  'web.archive.org',
  'archive.org',
  'www.archive.org',
  'archive.ph',
  'archive.today',
  'archive.is',
  'archive.li',
  'archive.md',
  'archive.vn',
  'archive.fo',
] // prettier than a pattern: the list is what changes

const wrappers: Wrapper[] = [
  {
    name: 'Facebook and Instagram links',
    hosts: ['l.facebook.com', 'lm.facebook.com', 'www.facebook.com', 'm.facebook.com', 'l.instagram.com'],
    inner: (url) => (url.hostname.startsWith('l.instagram') || url.pathname === '/l.php' ? parameter('u')(url) : null),
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
    hosts: /^[a-z0-9-]+\.cdn\.ampproject\.org$/,
    inner: after(/^\/[cvi]\/(?:s\/)?/),
    source: 'https://developers.google.com/amp/cache/overview',
    checked,
  },
  {
    name: 'Bing results',
    hosts: ['www.bing.com', 'bing.com'],
    inner: (url) => {
      const [, code] = (url.searchParams.get('u') ?? '').match(/^a1([\w-]{8,4000})={0,2}$/) ?? []
      return url.pathname.startsWith('/ck/') && code ? fromBase64Url(code) : null
    },
    source: rules,
    checked,
  },
  {
    name: 'VK links',
    hosts: ['vk.com', 'm.vk.com', 'vk.ru', 'm.vk.ru'],
    inner: (url) => (/^\/away(?:\.php)?$/.test(url.pathname) ? parameter('to')(url) : null),
    source: rules,
    checked,
  },
  { name: 'Reddit links', hosts: ['out.reddit.com'], inner: parameter('url'), source: rules, checked },
  { name: 'Bluesky links', hosts: ['go.bsky.app'], inner: parameter('u'), source: rules, checked },
  {
    name: 'Outlook Safe Links',
    hosts: /^[a-z0-9]+\.safelinks\.protection\.outlook\.com$/,
    inner: parameter('url'),
    source: 'https://learn.microsoft.com/defender-office-365/safe-links-about',
    checked,
  },
  {
    name: 'Wayback Machine',
    hosts: ['web.archive.org', 'archive.org', 'www.archive.org'],
    inner: after(
      /^\/(?:web\/(?:\d{1,14}|\*|save)(?:[a-z]{2}_)?\*?|wayback\/\d{1,14}(?:[a-z]{2}_)?|save(?:\/_embed)?)\//,
    ),
    source: 'https://archive.org/help/wayback_api.php',
    checked,
  },
  {
    name: 'archive.today',
    hosts: archives.filter((host) => !host.endsWith('archive.org')),
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

/** The address inside `url`, with a scheme; null: it carries none. */
export function unwrap(url: URL): string | null {
  if (url.protocol !== 'https:') return null
  for (const { hosts, inner } of wrappers) {
    if (!(hosts instanceof RegExp ? hosts.test(url.hostname) : hosts.includes(url.hostname))) continue
    const address = inner(url)
    if (address) return /^https?:\/\//i.test(address) ? address : `https://${address}`
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
    const address = atob(code.replaceAll('-', '+').replaceAll('_', '/'))
    return /^https?:\/\//i.test(address) ? address : null
  } catch {
    return null
  }
}
