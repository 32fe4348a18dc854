/** What holds for every answer of the web, and what keeps other sites from acting in her name. */
import type { MiddlewareHandler } from 'hono'
import type { Site } from './visit.ts'

/** Nothing from elsewhere, nothing inline. test/web/guard.test.ts holds it, so that nobody widens it in passing. */
export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

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
