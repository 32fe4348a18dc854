/**
 * One look at one place: is it still there? The platform's own check where one fits, the general check of a page
 * otherwise; a short link is opened first, one hop at a time, and never followed blindly.
 */
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { Location } from '#core/location/types.ts'
import type { Net } from '#core/ports.ts'
import { nextHop } from '../web-page.ts'
import { locateOne, platformOf } from './index.ts'
import { type Absences, checkPage, type PageLookDeps } from './page-check.ts'
import type { LivenessCheck, Sight } from './platform.ts'

export interface LookOptions extends Omit<PageLookDeps, 'identify'> {
  absences: Absences
  /** In a case of somebody under 18 in the picture: no page that may show it is opened, whatever else is known. */
  metadataOnly: boolean
  /** As she pasted it: only a place that was given with `http:` is asked without encryption, where it has none. */
  pasted?: string | undefined
}

export interface Looked extends Sight {
  /** Where a short link led; null: it is no short link, or could not be opened. */
  resolved: Location | null
  /** Whether anything was asked of anybody. */
  asked: boolean
  /** How long the other side asked us to stay away, in milliseconds. */
  retryAfterMs: number | null
}

const maxHops = 5

/** Never throws but for the signal: what goes wrong outside is `unknown`. */
export async function look(location: Location, options: LookOptions): Promise<Looked> {
  try {
    return await lookAt(location, { ...options, net: netFor(location, options) })
  } catch (error) {
    options.signal?.throwIfAborted()
    const retryAfterMs = error instanceof Unavailable ? (error.retryAfterMs ?? null) : null
    return { state: 'unknown', sign: signOf(error), resolved: null, asked: true, retryAfterMs }
  }
}

/** The net as this place may be asked: without encryption only where it was given so, and has none. */
export function netFor<Given extends Asking>(
  location: Location,
  { net, pasted }: { net: Given; pasted?: string | undefined },
): Given {
  return isPlain(location, pasted) ? { ...net, ...alsoPlain(net, new URL(location.url).host) } : net
}

type Asking = Pick<Net, 'ask' | 'stream'> & Partial<Pick<Net, 'get'>>

function isPlain({ url }: Location, pasted = ''): boolean {
  if (!url.startsWith('https:')) return false
  const { host } = new URL(url)
  return ownNetwork.test(host) || pasted.toLowerCase().includes(`http://${host}`)
}

/** Literal addresses of one's own machine and house, which no certificate covers. The guard decides whether they are asked. */
const ownNetwork = /^(?:127\.|10\.|192\.168\.|\[::1\])/

/** The same questions, which reach this one host without encryption once that has turned out to be the only way. */
function alsoPlain({ ask, stream, get }: Asking, host: string): Asking {
  let isPlain = false
  const reach = async <Got>(url: string, go: (url: string) => Promise<Got>): Promise<Got> => {
    const at = new URL(url)
    if (at.protocol !== 'https:' || at.host !== host) return go(url)
    const plain = url.replace(/^https:/, 'http:')
    if (isPlain) return go(plain)
    try {
      return await go(url)
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      const got = await go(plain)
      isPlain = true
      return got
    }
  }
  return {
    ask: (url, options) => reach(url, (at) => ask(at, options)),
    stream: (url, options) => reach(url, (at) => stream(at, options)),
    ...(get && { get: (url, options) => reach(url, (at) => get(at, options)) }),
  }
}

async function lookAt(location: Location, options: LookOptions): Promise<Looked> {
  const check = checkFor(location, options)
  if (!check && isShort(location) && !options.metadataOnly) {
    const opened = await open(location, options)
    if ('sign' in opened) return { ...opened, resolved: null, asked: true, retryAfterMs: null }
    return { ...(await lookAt(opened, options)), resolved: opened }
  }
  if (!check && options.metadataOnly) return { ...notOpened, resolved: null, asked: false, retryAfterMs: null }
  const sight = check
    ? await check.look(location, {
        ...options,
        general: () => checkPage(location, { ...options, identify: locateOne }),
      })
    : await checkPage(location, { ...options, identify: locateOne })
  return { ...sight, resolved: null, asked: true, retryAfterMs: null }
}

const notOpened: Sight = { state: 'unknown', sign: 'not opened: it may show somebody under 18' }

/** Whether a look at this place asks for metadata alone, so that it may be made in a minor's case. */
export function isMetadata(location: Location): boolean {
  return checkFor(location, { metadataOnly: true }) !== undefined
}

function checkFor(location: Location, { metadataOnly }: Pick<LookOptions, 'metadataOnly'>): LivenessCheck | undefined {
  const kind = kindOf(location)
  return platformOf(location.platform).checks?.find(
    (check) => check.kinds.includes(kind) && (check.fits?.(location) ?? true) && (check.metadata || !metadataOnly),
  )
}

const kindOf = ({ id }: Location) => id.slice(0, Math.max(0, id.indexOf(':')))
const isShort = (location: Location) => /^(?:short|share)$/.test(kindOf(location))

/**
 * Where a short link leads: `HEAD` without following, each hop recognised again, until it names an object. As ourselves:
 * to a browser some of them answer with a page instead of a redirect.
 */
async function open(location: Location, { net, signal }: LookOptions): Promise<Location | Sight> {
  let url = location.url
  for (let hops = 0; hops < maxHops; hops++) {
    const answer = await net.ask(url, { method: 'HEAD', maxBytes: 1000, timeoutMs: 20_000, signal })
    const next = nextHop(answer)
    if (next === null) {
      const isOwn = new URL(url).host === new URL(location.url).host
      if (isOwn && (answer.status === 404 || answer.status === 410))
        return { state: 'gone', sign: `${answer.status} of the short link` }
      return { state: 'unknown', sign: `${answer.status} instead of where it leads` }
    }
    const named = locateOne(next)
    if (!named) return { state: 'unknown', sign: 'a short link to no place' }
    const isDoor = /\/(?:login|checkpoint|accounts\/login|consent|signin)\b/i.test(new URL(next).pathname)
    if (isDoor) return { state: 'unknown', sign: 'a short link to a login' }
    if (!isShort(named)) return named
    url = next
  }
  return { state: 'unknown', sign: 'a short link without an end' }
}

function signOf(error: unknown): string {
  if (error instanceof Refused) return 'refused'
  if (error instanceof Malformed) return 'an answer that breaks its own form'
  if (error instanceof Unavailable) return error.retryAfterMs === undefined ? 'no answer' : 'asks to be left alone'
  return 'an answer that cannot be read'
}
