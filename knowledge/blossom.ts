/**
 * Blossom: servers of files, each named by its SHA-256 in the address (github.com/hzrd149/blossom). Whether a file is
 * still there is asked by `HEAD`, without a byte of it; and a report that somebody signs with a Nostr key can be put to
 * its server (BUD-09). Vigie prepares that report and sends nothing.
 */
import { InvalidInput, Unavailable } from '#core/errors.ts'
import type { Location } from '#core/location/types.ts'
import type { LivenessCheck, LookDeps, Sight } from './platforms/platform.ts'

const facts = { source: 'https://github.com/hzrd149/blossom/blob/master/buds/01.md', checked: '2026-11-24' }

const mostHops = 3

/** The digest in the address of a file on such a server: the whole path, perhaps with an extension. Null: none. */
export function blossomDigest(address: string): string | null {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null
  return url.search === ''
    ? (url.pathname.match(/^\/([0-9a-f]{64})(?:\.\w{1,10})?$/i)?.[1]?.toLowerCase() ?? null)
    : null
}

export const blossomCheck: LivenessCheck = {
  kinds: ['url'],
  metadata: true,
  fits: ({ url }) => blossomDigest(url) !== null,
  look: askHead,
  ...facts,
}

async function askHead({ url: start }: Location, { net, signal }: LookDeps): Promise<Sight> {
  const digest = blossomDigest(start)
  let url = start
  for (let hops = 0; hops <= mostHops; hops++) {
    const { status, headers } = await net.ask(url, { method: 'HEAD', maxBytes: 1_000, timeoutMs: 20_000, signal })
    const next = [301, 302, 303, 307, 308].includes(status) ? URL.parse(headers.get('location') ?? '', url) : null
    if (next === null) return judge(status, headers, new URL(url).host)
    // Only an address of the same file says something about the file.
    if (digest === null || !next.pathname.toLowerCase().includes(digest))
      return { state: 'unknown', sign: 'HEAD: a redirect to something else' }
    url = next.href
  }
  return { state: 'unknown', sign: 'HEAD: redirects without an end' }
}

function judge(status: number, headers: Headers, host: string): Sight {
  if (status === 429 || status === 503) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN)
    const retryAfterMs = seconds >= 0 ? seconds * 1_000 : undefined
    throw new Unavailable(`${host} answers ${status}: try again later`, { retryAfterMs })
  }
  // A page for people under every address is no file.
  if (status === 200 && /^text\/html\b/i.test(headers.get('content-type') ?? ''))
    return { state: 'unknown', sign: 'HEAD: 200 with a page instead of a file' }
  if (status === 200) return { state: 'up', sign: 'HEAD: 200' }
  if (status === 404 || status === 410) return { state: 'gone', sign: `HEAD: ${status}` }
  return { state: 'unknown', sign: `HEAD: ${status}` } // 401, 402, 403: the server asks for a key or for money
}

/** NIP-56. */
export const reportTypes = ['illegal', 'nudity', 'other'] as const

export interface PreparedReport {
  method: 'PUT'
  url: string
  /** To be signed with the key of whoever sends it: `pubkey`, `id` and `sig` are theirs to add. */
  event: { kind: 1984; created_at: number; tags: string[][]; content: string }
}

/**
 * What is put to `/report` once somebody has signed it. It names the file by the digest in its address, which is public
 * there, and nothing that was enrolled.
 *
 * @throws InvalidInput for an address that names no file of such a server
 */
export function prepareReport(
  address: string,
  { now, type, content }: { now: number; type: (typeof reportTypes)[number]; content: string },
): PreparedReport {
  const digest = blossomDigest(address)
  if (digest === null)
    throw new InvalidInput('This is no file of a Blossom server: its address ends in 64 hexadecimal digits')
  const { origin, href } = new URL(address)
  const tags = [
    ['x', digest, type],
    ['server', href],
  ]
  return {
    method: 'PUT',
    url: `${origin}/report`,
    event: { kind: 1984, created_at: Math.floor(now / 1_000), tags, content },
  }
}
