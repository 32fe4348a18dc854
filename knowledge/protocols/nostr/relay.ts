/** One connection to a Nostr relay (NIP-01): what it stores, a request at a time, and what it hears besides. */
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { Socket } from '#core/ports.ts'

/** Most events for one request. */
export const pageSize = 500

const bounds = {
  eventBytes: 128 << 10,
  stored: 5_000, // events for one request; a relay may ignore our limit, but not without end
  noise: 1_000, // messages a minute that carry nothing
}

export interface Relay {
  /** Opens a subscription; the events that the relay has stored, in its order. */
  ask(subscription: string, filter: Record<string, unknown>): Promise<unknown[]>
  close(subscription: string): void
  /** What the subscription `live` has brought besides. */
  heard(): unknown[]
  /** The same, once there is something; null when the relay has closed the connection. */
  listen(): Promise<unknown[] | null>
}

export function openRelay(
  socket: Socket,
  { host, timeoutMs, now }: { host: string; timeoutMs: number; now: () => number },
): Relay {
  const messages = socket.messages[Symbol.asyncIterator]()
  let coming: Promise<IteratorResult<string, unknown>> | undefined
  const live: unknown[] = []
  const open = new Set<string>()
  const noise = { count: 0, since: now() }

  /** The next message; null when the relay has closed the connection. */
  async function next(late: Promise<'late'> | null): Promise<string | 'late' | null> {
    coming ??= messages.next()
    coming.catch(() => {}) // thrown to whoever waits next
    const result = await (late ? Promise.race([coming, late]) : coming)
    if (result === 'late') return result
    coming = undefined
    return result.done ? null : result.value
  }

  /** Sorts one message; what belongs to `subscription` is answered, what is live is kept, all else is noise. */
  function take(text: string, subscription: string | null): { event: unknown } | 'end' | null {
    const [type, name, third] = readMessage(text)
    if (type === 'EVENT' && text.length > bounds.eventBytes) {
      const event = `${text.slice(0, 200)}…`
      return name === subscription ? { event } : null
    }
    if (type === 'EVENT' && name === subscription) return { event: third }
    if (type === 'EVENT' && name === 'live' && open.has(name)) {
      if (live.push(third) > bounds.stored)
        throw new Unavailable(`${host} sends faster than is read here: trying again later`)
      return null
    }
    if (type === 'EOSE' && name === subscription) return 'end'
    if (type === 'CLOSED' && typeof name === 'string' && open.has(name)) throw refusal(host, third)
    if (now() - noise.since > 60_000) Object.assign(noise, { count: 0, since: now() })
    if (++noise.count > bounds.noise)
      throw new Unavailable(`${host} floods the connection with remarks: trying again later`)
    return null
  }

  return {
    async ask(subscription, filter) {
      open.add(subscription)
      socket.send(JSON.stringify(['REQ', subscription, filter]))
      using late = alarm(timeoutMs)
      const events: unknown[] = []
      while (true) {
        const text = await next(late.rings)
        if (text === null) throw new Unavailable(`${host} closed the connection: trying again later`)
        if (text === 'late') {
          throw new Unavailable(`${host} did not finish its answer within ${timeoutMs / 1000} s: trying again later`)
        }
        const taken = take(text, subscription)
        if (taken === 'end') return events
        if (taken && events.push(taken.event) > bounds.stored) {
          throw new Malformed(`${host} sent more than ${bounds.stored} events where ${pageSize} were asked for`)
        }
      }
    },

    close(subscription) {
      open.delete(subscription)
      socket.send(JSON.stringify(['CLOSE', subscription]))
    },

    heard() {
      return live.splice(0)
    },

    async listen() {
      while (live.length < pageSize) {
        using soon = alarm(0) // rings when all that has arrived is read
        const text = await next(live.length === 0 ? null : soon.rings)
        if (text === 'late') break
        if (text === null) return live.length > 0 ? live.splice(0) : null
        take(text, null)
      }
      return live.splice(0)
    },
  }
}

function alarm(ms: number): Disposable & { rings: Promise<'late'> } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const rings = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, ms, 'late')
  })
  return { rings, [Symbol.dispose]: () => clearTimeout(timer) }
}

function readMessage(text: string): unknown[] {
  try {
    const message: unknown = JSON.parse(text)
    return Array.isArray(message) ? message : []
  } catch {
    return []
  }
}

/** The prefixes of NIP-01 and NIP-42. */
function refusal(host: string, reason: unknown): Error {
  const prefix = typeof reason === 'string' ? reason.split(':')[0] : ''
  switch (prefix) {
    case 'auth-required':
    case 'restricted':
    case 'blocked':
      return new Refused(`${host} answers only to members (${prefix}): remove this channel, or choose another relay`)
    case 'unsupported':
    case 'invalid':
      return new Refused(`${host} does not understand the request (${prefix}): choose another relay`)
    case 'rate-limited':
      return new Unavailable(`${host} asks to be read less often: raise the option every`, { retryAfterMs: 60_000 })
    default:
      return new Unavailable(`${host} ended the subscription: trying again later`)
  }
}
