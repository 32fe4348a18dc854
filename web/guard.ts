/** What holds for every answer of the web, and what keeps other sites from acting in her name. */
import type { MiddlewareHandler } from 'hono'
import type { Site } from './visit.ts'

/** Nothing from elsewhere, nothing inline. test/web/guard.test.ts holds it, so that nobody widens it in passing. */
const parts = {
  'default-src': "'none'",
  'script-src': "'self'",
  'worker-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
}

const write = (of: Record<string, string>) =>
  Object.entries(of)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

export const policy = write(parts)

/** Of the pages where clips are chosen: the browser's player is given the file, by an address that is this page's own. */
export const choosingPolicy = write({ ...parts, 'media-src': 'blob:' })

/** Of the worker that hashes, which is held to the policy of its own file. Pages compile no WebAssembly. */
export const workerPolicy = write({ ...parts, 'script-src': "'self' 'wasm-unsafe-eval'" })

/** @param path of a page */
export const policyOf = (path: string) => (/^\/(?:start|add)(?:\/|$)/.test(path) ? choosingPolicy : policy)

export const headers: Record<string, string> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': policy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

export const safely: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('Content-Security-Policy')) c.res.headers.set('Content-Security-Policy', policyOf(c.req.path))
  for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
}

/**
 * Whether a request that changes something comes from one of our pages. Browsers say so in `Sec-Fetch-Site` wherever an
 * address is trustworthy (https, localhost). Elsewhere `Origin` is looked at; it is `null` for our own forms, because
 * pages send no referrer (Fetch, "append a request Origin header"), and then the cookie's `SameSite=Strict` decides.
 */
export function isOurs(request: Request, { publicUrl }: Site): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  return (
    origin === null ||
    origin === 'null' ||
    origin === new URL(publicUrl).origin ||
    origin === new URL(request.url).origin
  )
}
