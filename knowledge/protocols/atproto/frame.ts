/**
 * Frames of an AT Protocol stream: one WebSocket message is a header and a body, two items of deterministic CBOR, one
 * after the other (atproto.com/specs/event-stream).
 */
import { type DecodeOptions, decodeFirst } from 'cborg'
import { z } from 'zod'
import { Malformed } from '#core/errors.ts'

export type Frame = { type: 'message'; name: string; body: unknown } | { type: 'error'; error: string }

const Header = z.object({ op: z.int(), t: z.string().optional() })
const ErrorBody = z.object({ error: z.string() })

/** DRISL, the network's deterministic CBOR: no other form of the same value is taken. A link (tag 42) stays bytes. */
const deterministic: DecodeOptions = {
  strict: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowInfinity: false,
  allowNaN: false,
  rejectDuplicateMapKeys: true,
  tags: { 42: (content) => content() },
}

/**
 * One frame, or null where its kind is not of `names`: new kinds may come any day, and are not even decoded.
 *
 * @throws Malformed where it is cut short, followed by other bytes, or nested without end: the stream is broken then
 */
export function readFrame(bytes: Uint8Array, names: readonly string[]): Frame | null {
  const [head, rest] = item(bytes)
  const header = Header.safeParse(head)
  if (!header.success) throw broken('its header is none')
  const { op, t = '' } = header.data
  if (op === -1) {
    const error = ErrorBody.safeParse(whole(rest))
    return { type: 'error', error: error.success ? error.data.error : '' }
  }
  return op === 1 && names.includes(t) ? { type: 'message', name: t, body: whole(rest) } : null
}

function whole(bytes: Uint8Array): unknown {
  const [body, rest] = item(bytes)
  if (rest.length > 0) throw broken('bytes are left over')
  return body
}

function item(bytes: Uint8Array): [item: unknown, rest: Uint8Array] {
  try {
    return decodeFirst(bytes, deterministic)
  } catch (cause) {
    throw broken(cause instanceof RangeError ? 'it is nested too deeply' : 'it is not deterministic CBOR', cause)
  }
}

function broken(why: string, cause?: unknown): Malformed {
  return new Malformed(`The stream sent a frame that cannot be read (${why}): connecting again later`, { cause })
}
