/**
 * Trusted timestamps (RFC 3161) over HTTP: a digest goes out, and nothing else. The authority learns that this
 * installation has made a pack, not of whom nor how large. Called while somebody waits, so it is short.
 */
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import { requestFor, tokenOf } from '#core/pack/timestamp.ts'
import type { Net, Random } from '#core/ports.ts'

const timeoutMs = 8000
/** Tokens with a whole chain of certificates have some 10 kB. */
const maxBytes = 64 * 1024

export interface Stamper {
  /** Where it is. */
  authority: string
  /** A TimeStampToken over the message. Throws `Unavailable` when there is none to be had now, for whatever reason. */
  token(message: Uint8Array): Promise<Uint8Array>
}

export function createStamper({ url, net, random }: { url: string; net: Net; random: Random }): Stamper {
  const { host } = new URL(url)
  return {
    authority: url,
    async token(message) {
      const request = await requestFor(message, random(16))
      try {
        const { status, bytes } = await net.ask(url, {
          method: 'POST',
          headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
          body: request,
          maxBytes,
          timeoutMs,
        })
        const token = status === 200 ? await tokenOf(bytes, request, message) : null
        if (token) return token
        throw new Unavailable(`${host} gives no timestamp (${status}): check VIGIE_TIMESTAMP_URL.`)
      } catch (cause) {
        if (cause instanceof Malformed || cause instanceof Refused)
          throw new Unavailable(`${host} gives no timestamp: check VIGIE_TIMESTAMP_URL.`, { cause })
        throw cause
      }
    },
  }
}
