/**
 * How a check asks and what it says. It asks as a stranger, once, and says `unknown` whenever the answer is not plainly
 * one of the others; what the network throws is left to whoever asked for the look.
 */
import { Unavailable } from '#core/errors.ts'
import { type Location, parseAddress } from '#core/location/index.ts'
import type { Asked, AskOptions } from '#core/ports.ts'
import type { LivenessCheck, LookDeps, Marks, Platform, Sight } from './platform.ts'

export const up = (sign: string, marks?: Marks): Sight => ({ state: 'up', sign, ...(marks && { marks }) })
export const gone = (sign: string): Sight => ({ state: 'gone', sign })
export const notPublic = (sign: string): Sight => ({ state: 'not-public', sign })
export const unknown = (sign: string): Sight => ({ state: 'unknown', sign })

const maxBytes = 4_000_000
const timeoutMs = 20_000

/** The answer, whatever its status. Where they ask us to stay away for a while, that is thrown, with how long. */
export async function ask(
  url: string,
  { net, now, signal }: LookDeps,
  options: Pick<AskOptions, 'method' | 'headers' | 'redirects'> = {},
): Promise<Asked> {
  const answer = await net.ask(url, { maxBytes, timeoutMs, signal, ...options })
  const { status, headers } = answer
  const wait = headers.get('retry-after')
  if ((status === 429 || status === 503) && wait !== null) {
    const seconds = /^\d{1,7}$/.test(wait) ? Number(wait) : (Date.parse(wait) - now()) / 1000
    const retryAfterMs = Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : undefined
    throw new Unavailable(`${new URL(url).host} answers ${status}: ask again later`, { retryAfterMs })
  }
  return answer
}

/** A page as a stranger's browser gets it, redirects followed. */
export function askPage(url: string, deps: LookDeps): Promise<Asked> {
  return ask(url, deps, { redirects: 'follow', headers: { accept: 'text/html,application/xhtml+xml' } })
}

/** Undefined: it is no JSON. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const door = /(?:^|\/)(?:login|log-in|signin|sign-in|sign_in|accounts|auth|checkpoint|challenge|consent)\b/i

/** Where the redirects ended: at the same place, at a door that asks who one is, or somewhere else. */
export function landing({ url }: Pick<Asked, 'url'>, asked: string): 'there' | 'door' | 'elsewhere' {
  const [at, from] = [new URL(url), new URL(asked)]
  if (door.test(at.pathname) && !door.test(from.pathname)) return 'door'
  const bare = ({ hostname }: URL) => hostname.replace(/^(?:www|m|[a-z]{2}(?:-[a-z]{2})?)\.(?=[^.]+\.)/, '')
  if (bare(at) !== bare(from)) return 'elsewhere'
  return at.pathname === '/' && from.pathname !== '/' ? 'elsewhere' : 'there'
}

/**
 * The address that she pasted, where it is another form of the same place, without its query: what follows the `?` often
 * tells who shared it. For places whose short canonical form may not be one that they answer to.
 */
export function pastedForm(
  { id }: Location,
  pasted: string | undefined,
  recognise: Platform['recognise'],
): string | null {
  for (const [found] of (pasted ?? '').slice(0, 10_000).matchAll(/https?:\/\/[^\s<>"'?#]+/gi)) {
    const url = parseAddress(found)
    if (url && recognise(url)?.id === id) return url.href
  }
  return null
}

/** Kinds of which nobody can tell without an account, or that are not to be asked about: nothing is asked. */
export function untold(
  kinds: readonly string[],
  fact: { sign: string; source: string; checked: string },
): LivenessCheck {
  const { sign, source, checked } = fact
  return { kinds, metadata: true, source, checked, look: async () => unknown(sign) }
}

/** Case, accents, figures and ornaments off: what stays of a title when it is written again. */
export function folded(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

/** Whether two titles are the same and long enough to say something: "help" or "hi" comes back every day. */
export function sameTitle(before: Marks, after: Marks): boolean {
  return before.title !== undefined && before.title === after.title && before.title.length >= 8
}
