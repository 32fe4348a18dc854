/**
 * Identities of AT Protocol: what a DID document says of an account's server and of a labeler's key and address.
 * Sources: atproto.com/specs/did, web.plc.did-method-plc; read again when a signature does not fit (keys are rotated).
 */
import { formatDidKey, multibaseToBytes, parseMultikey } from '@atproto/crypto'
import { z } from 'zod'
import { Unavailable } from '#core/errors.ts'
import type { Net } from '#core/ports.ts'

export interface Identity {
  /** The key that signs labels, as `did:key:…`. */
  labelKey: string | null
  /** Where the labeler says it can be reached. */
  labeler: string | null
  /** The server that keeps the account's records. */
  pds: string | null
  /** The name it goes by, as it says itself. */
  handle: string | null
}

export interface Directory {
  /**
   * Null: there is no such account, or its document is none. With `again` it is asked for anew, once in a while.
   *
   * @throws Unavailable where the directory does not answer: nothing is known then
   */
  resolve(did: string, again?: 'again'): Promise<Identity | null>
}

const bounds = { documentBytes: 256 << 10, kept: 5_000, timeoutMs: 10_000 }
/** A stream of forged signatures must not become a stream of questions to the directory. */
const againAfterMs = 60_000

/** As `did:plc:…` or `did:web:host`; what else there is, the network does not use. */
export const didPattern = /^did:(?:plc:[a-z\d]{1,64}|web:[a-zA-Z\d.-]{1,253}(?:%3[Aa]\d{1,5})?)$/

export function openDirectory(
  address: string,
  { net, now, signal }: { net: Pick<Net, 'ask'>; now: () => number; signal: AbortSignal },
): Directory {
  const known = new Map<string, { identity: Identity | null; at: number }>()
  return {
    async resolve(did, again) {
      const before = known.get(did)
      if (before && (!again || now() - before.at < againAfterMs)) return before.identity
      const identity = await ask(did)
      known.delete(did)
      known.set(did, { identity, at: now() })
      for (const [oldest] of known) {
        if (known.size <= bounds.kept) break
        known.delete(oldest)
      }
      return identity
    },
  }

  async function ask(did: string): Promise<Identity | null> {
    const url = addressOf(did, address)
    if (!url) return null
    const headers = { accept: 'application/did+ld+json, application/json' }
    const { status, text } = await net.ask(url, {
      maxBytes: bounds.documentBytes,
      timeoutMs: bounds.timeoutMs,
      headers,
      signal,
    })
    if (status >= 500 || status === 429 || status === 408)
      throw new Unavailable(`${new URL(url).host} answers ${status} where a DID document should be: trying again later`)
    return status === 200 ? readDocument(text, did) : null
  }
}

function addressOf(did: string, directory: string): string | null {
  if (!didPattern.test(did)) return null
  if (did.startsWith('did:plc:')) return `${directory.replace(/\/+$/, '')}/${did}`
  const host = did.slice('did:web:'.length).replace(/%3a/i, ':')
  const scheme = /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host) ? 'http' : 'https'
  return `${scheme}://${host}/.well-known/did.json`
}

const Document = z.object({
  id: z.string(),
  alsoKnownAs: z.array(z.string()).max(100).default([]),
  verificationMethod: z.array(z.unknown()).max(100).default([]),
  service: z.array(z.unknown()).max(100).default([]),
})
const Method = z.object({ id: z.string(), type: z.string(), publicKeyMultibase: z.string().max(200) })
const Service = z.object({ id: z.string(), serviceEndpoint: z.url({ protocol: /^https?$/ }).max(500) })

function readDocument(text: string, did: string): Identity | null {
  const document = Document.safeParse(json(text))
  if (!document.success || document.data.id !== did) return null
  const services = document.data.service.flatMap((service) => Service.safeParse(service).data ?? [])
  const endpoint = (name: string) =>
    services.find(({ id }) => id === name || id === `${did}${name}`)?.serviceEndpoint ?? null
  const methods = document.data.verificationMethod.flatMap((method) => Method.safeParse(method).data ?? [])
  const method = methods.find(({ id }) => id === '#atproto_label' || id === `${did}#atproto_label`)
  return {
    labelKey: method ? keyOf(method) : null,
    labeler: endpoint('#atproto_labeler'),
    pds: endpoint('#atproto_pds'),
    handle: handleIn(document.data.alsoKnownAs),
  }
}

/** The first that is one. Whether the host of that name agrees is not asked: it is used to find places alone. */
function handleIn(names: string[]): string | null {
  const handles = names.flatMap((name) => name.match(/^at:\/\/((?:[a-z\d-]{1,63}\.)+[a-z][a-z\d-]{1,62})$/i)?.[1] ?? [])
  return handles[0]?.toLowerCase() ?? null
}

/** Older documents name the curve in the type and leave it out of the key. */
function keyOf({ type, publicKeyMultibase }: z.infer<typeof Method>): string | null {
  try {
    switch (type) {
      case 'Multikey': {
        const { jwtAlg, keyBytes } = parseMultikey(publicKeyMultibase)
        return formatDidKey(jwtAlg, keyBytes)
      }
      case 'EcdsaSecp256k1VerificationKey2019':
        return formatDidKey('ES256K', multibaseToBytes(publicKeyMultibase))
      case 'EcdsaSecp256r1VerificationKey2019':
        return formatDidKey('ES256', multibaseToBytes(publicKeyMultibase))
      default:
        return null
    }
  } catch {
    return null // not a key: the labeler has none, and its labels are not taken
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
