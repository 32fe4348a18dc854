/** What a source answers that is asked one thing at a time: JSON of a known shape, or one of our errors. */
import type { z } from 'zod'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { Asked } from '#core/ports.ts'

/** The answer passes later: timeouts, too early, too many (RFC 9110 §15.5.9, RFC 8470 §5.2, RFC 6585 §4). */
const passing = new Set([408, 425, 429])

/**
 * Reads the answer to a question, whose address held what nobody else may read: so messages name the host alone.
 *
 * @throws Refused when the source will not answer us, Unavailable when it cannot now, Malformed for any other shape
 */
export function readAnswer<T>(asked: Asked, shape: z.ZodType<T>, nowMs: number): T {
  const { status, headers, url } = asked
  const { host } = new URL(url)
  if (status >= 500 || passing.has(status))
    throw new Unavailable(`${host} answers ${status}: it is asked again later`, {
      retryAfterMs: readRetryAfter(headers.get('retry-after'), nowMs),
    })
  if (status >= 300 && status < 400)
    throw new Refused(
      `${host} sends questions elsewhere (${status}): give the address that it leads to, if you trust it`,
    )
  if (status === 401 || status === 403)
    throw new Refused(`${host} answers ${status}: add the channel again with the right secret`)
  if (status === 402) throw new Refused(`${host} answers 402: its questions are paid for, and used up`)
  if (status !== 200) throw new Refused(`${host} answers ${status}: check the address, and what it is asked for`)
  const read = shape.safeParse(parse(asked))
  if (!read.success) {
    const where = read.error.issues[0]?.path.map(String).join('.') ?? ''
    throw new Malformed(
      `The answer of ${host} has another form than it should${where ? `, at ${where.slice(0, 60)}` : ''}`,
    )
  }
  return read.data
}

function parse({ text, url }: Asked): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Malformed(`The answer of ${new URL(url).host} is no JSON`, { cause })
  }
}

/** Seconds, or an HTTP date (RFC 9110 §10.2.3), in milliseconds from now; undefined for anything else. */
export function readRetryAfter(value: string | null, nowMs: number): number | undefined {
  const text = value?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  const at = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs)
}
