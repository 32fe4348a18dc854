/** Faults: what undici, zlib, ws and sockets throw, as the errors of core/errors.ts. */
import { errors } from 'undici'
import { InvalidInput, Malformed, Refused, Unavailable } from '#core/errors.ts'

/** Codes of zlib, brotli and undici: the answer breaks its own format. */
const brokenFormat = /^(Z_|ERR_BROTLI|ERR__ERROR|ERR_PADDING|UND_ERR_HEADERS_OVERFLOW)/

/** @param late the exchange's time limit in milliseconds, where that is what ended it. */
export function explain(error: unknown, { host, late }: { host: string; late: number | undefined }): Error {
  for (const cause of causes(error)) {
    if (cause instanceof Refused || cause instanceof Malformed || cause instanceof Unavailable) return cause
    if (cause instanceof InvalidInput) return cause
  }
  if (late !== undefined) {
    return new Unavailable(`${host} did not finish its answer within ${late / 1000} s: try again later`, {
      cause: error,
    })
  }
  const code = errorCode(error)
  if (brokenFormat.test(code) || error instanceof errors.HTTPParserError) {
    return new Malformed(`The answer of ${host} cannot be read (${code})`, { cause: error })
  }
  return unreachable(host, error)
}

export function unreachable(host: string, cause: unknown): Unavailable {
  const message = `${host} cannot be reached (${errorCode(cause)}): check the address and this machine's network`
  return new Unavailable(message, { cause })
}

/** An answer without content, as an error: `Unavailable` where the same request may succeed later. */
export function refusal(host: string, status: number, retryAfter: string | null): Unavailable | Refused {
  if (status === 501) return new Refused(`${host} does not offer this: check the address, and the kind of this channel`)
  if (status >= 500 || passing.has(status)) {
    const retryAfterMs = parseRetryAfter(retryAfter, Date.now())
    return new Unavailable(`${host} answers ${status}: try again later`, { retryAfterMs })
  }
  return new Refused(`${host} answers ${status}: check the address, and whether it needs a key or an agreement`)
}

const passing = new Set([408, 425, 429])

/** Seconds, or an HTTP date (RFC 9110 §10.2.3), as milliseconds from now; undefined for anything else. */
function parseRetryAfter(value: string | null, nowMs: number): number | undefined {
  const text = value?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  const at = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs)
}

/** The first system or library code among an error's causes, e.g. `ECONNREFUSED`. */
export function errorCode(error: unknown): string {
  for (const cause of causes(error)) {
    if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code
  }
  return 'no answer'
}

function* causes(error: unknown): Generator<unknown> {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    yield at
    if (at instanceof AggregateError) yield* at.errors
  }
}
