/**
 * Delegated routing of IPFS (specs.ipfs.tech/routing/http-routing-v1): which peers offer a CID. The one question that
 * names what somebody looks for, so it is asked only when a person gives the CID and says so; no stage asks it.
 */
import { z } from 'zod'
import { InvalidInput, Malformed, Refused, Unavailable } from '#core/errors.ts'
import { cidToText, parseCid } from '#core/fingerprint/index.ts'
import type { Net } from '#core/ports.ts'

export const routingFacts = { source: 'https://specs.ipfs.tech/routing/http-routing-v1/', checked: '2026-11-24' }

export const publicRouter = 'https://delegated-ipfs.dev'

/** What it means to ask, in the words that are shown before. */
export const routingConsent =
  'The router learns that somebody at this address asks for this very file, now. It may keep that, and it may be run by anybody. The answer names computers that offer the file, not people. Nothing is fetched from them.'

export interface Provider {
  /** The peer's id, as its network names it. */
  id: string
  /** Where it says it can be reached. */
  addresses: string[]
}

const bounds = { bytes: 1 << 20, providers: 100, addresses: 20, timeoutMs: 20_000 }

/** The CID in a text: alone, behind `ipfs://`, or in a gateway's address. Throws InvalidInput where there is none. */
export function cidIn(text: string): string {
  const candidates = text.trim().match(/[a-zA-Z0-9]{46,130}/g) ?? []
  for (const candidate of candidates) {
    try {
      return cidToText(parseCid(candidate))
    } catch {
      // a word of that length that is no CID: the next one may be
    }
  }
  throw new InvalidInput('There is no CID in this: it looks like bafy… or Qm…')
}

const Answer = z.object({ Providers: z.array(z.unknown()).nullish() })
const Peer = z.object({ ID: z.string().max(200), Addrs: z.array(z.string().max(500)).nullish() })

/**
 * Asks one router, once, for one CID.
 *
 * @throws Refused where it offers no such answers, Unavailable, Malformed
 */
export async function findProviders(
  cid: string,
  { router, net, signal }: { router: string; net: Pick<Net, 'ask'>; signal?: AbortSignal | undefined },
): Promise<Provider[]> {
  const address = new URL(`/routing/v1/providers/${cidIn(cid)}`, router)
  const { status, text, headers } = await net.ask(address.href, {
    maxBytes: bounds.bytes,
    timeoutMs: bounds.timeoutMs,
    headers: { accept: 'application/json' },
    signal,
  })
  if (status === 404) return []
  if (status === 429 || status >= 500) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN)
    const retryAfterMs = seconds >= 0 ? seconds * 1_000 : undefined
    throw new Unavailable(`${address.host} answers ${status}: try again later`, { retryAfterMs })
  }
  if (status !== 200) throw new Refused(`${address.host} answers ${status}: choose another router`)
  return readAnswer(text, address.host)
}

function readAnswer(text: string, host: string): Provider[] {
  try {
    const peers = (Answer.parse(JSON.parse(text)).Providers ?? []).flatMap((peer) => Peer.safeParse(peer).data ?? [])
    return peers
      .slice(0, bounds.providers)
      .map(({ ID, Addrs }) => ({ id: ID, addresses: (Addrs ?? []).slice(0, bounds.addresses) }))
  } catch (cause) {
    throw new Malformed(`${host} answers in another form than is published: choose another router`, { cause })
  }
}
