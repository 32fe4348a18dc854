/**
 * RDAP (RFC 9082, 9083): what a public register says of a domain, an address or a network's number, and whom it names for
 * abuse. A register learns the domain or the address, never the page.
 */
import { getDomain } from 'tldts'
import { z } from 'zod'
import { Unavailable } from '#core/errors.ts'
import type { Net } from '#core/ports.ts'
import type { Bootstrap } from './bootstrap.ts'
import { bitsWithin, parseIp } from './networks.ts'

export type Subject = { type: 'domain' | 'ip'; name: string } | { type: 'autnum'; name: string }

export interface Registered {
  outcome: 'found'
  /** Of the network or the registrar, as it names itself. */
  name: string | null
  /** For abuse, the nearest to the top first. */
  abuse: { who: string | null; email: string }[]
  /** Numbers of the networks that announce an address, where the register says so. */
  numbers: string[]
}

export type RegisterAnswer =
  | Registered
  /** No register that we know answers for this. */
  | { outcome: 'no-register' }
  | { outcome: 'not-found' }
  | { outcome: 'unavailable'; retryAfterMs: number | null }

interface RdapDeps {
  net: Pick<Net, 'ask'>
  bootstrap: Bootstrap
  signal?: AbortSignal | undefined
}

const maxBytes = 500_000
const maxDepth = 4
const maxEntities = 200

/** Asks the register in charge; of a domain, its registrar's own register as well where the first names no address. */
export async function askRegister(subject: Subject, deps: RdapDeps): Promise<RegisterAnswer> {
  const base = baseFor(subject, deps.bootstrap)
  if (!base) return { outcome: 'no-register' }
  const first = await ask(`${base}${subject.type}/${encodeURIComponent(subject.name)}`, deps)
  if (!('object' in first)) return first
  const told = read(first.object)
  const related = told.related.find((url) => url !== first.url)
  if (subject.type !== 'domain' || told.registered.abuse.length > 0 || !related) return told.registered
  const second = await ask(related, deps) // one hop: what this one relates to is not asked
  if (!('object' in second)) return told.registered
  const more = read(second.object).registered
  return { ...told.registered, name: told.registered.name ?? more.name, abuse: more.abuse }
}

/** Where to ask: the longest label, the narrowest network or the range that holds it (RFC 9224 §4, §5). */
function baseFor({ type, name }: Subject, { dns, ipv4, ipv6, asn }: Bootstrap): string | null {
  let best: { bases: readonly string[]; length: number } | null = null
  const offer = (bases: readonly string[], length: number | null) => {
    if (length !== null && length > (best?.length ?? -1)) best = { bases, length }
  }
  if (type === 'domain')
    for (const [suffixes, bases] of dns)
      for (const suffix of suffixes)
        if (name === suffix || name.endsWith(`.${suffix}`)) offer(bases, suffix.split('.').length)
  const address = type === 'ip' ? parseIp(name) : null
  if (address)
    for (const [networks, bases] of address.version === 4 ? ipv4 : ipv6)
      for (const network of networks) offer(bases, bitsWithin(address, network))
  if (type === 'autnum')
    for (const [ranges, bases] of asn)
      for (const range of ranges) {
        const [from = 0, to = from] = range.split('-').map(Number)
        if (Number(name) >= from && Number(name) <= to) offer(bases, 0)
      }
  const bases: readonly string[] = (best as { bases: readonly string[] } | null)?.bases ?? []
  const base = bases.find((each) => each.startsWith('https:')) ?? bases[0]
  return base === undefined ? null : base.endsWith('/') ? base : `${base}/`
}

async function ask(
  url: string,
  { net, signal }: RdapDeps,
): Promise<{ object: unknown; url: string } | Exclude<RegisterAnswer, Registered>> {
  try {
    const answer = await net.ask(url, {
      headers: { accept: 'application/rdap+json, application/json' },
      redirects: 'follow',
      maxBytes,
      timeoutMs: 15_000,
      signal,
    })
    if (answer.status === 404) return { outcome: 'not-found' }
    if (answer.status !== 200) {
      const seconds = Number(answer.headers.get('retry-after'))
      return { outcome: 'unavailable', retryAfterMs: seconds > 0 ? seconds * 1000 : null }
    }
    return { object: JSON.parse(answer.text), url }
  } catch (error) {
    signal?.throwIfAborted()
    const retryAfterMs = error instanceof Unavailable ? (error.retryAfterMs ?? null) : null
    return { outcome: 'unavailable', retryAfterMs } // not there, or no JSON
  }
}

const text = z.string().max(300).catch('')
const Entity = z.object({
  roles: z.array(text).max(20).catch([]),
  vcardArray: z.tuple([z.literal('vcard'), z.array(z.unknown()).max(100)]).catch(['vcard', []]),
  entities: z.array(z.unknown()).max(100).catch([]),
})
const Top = z.object({
  name: text,
  entities: z.array(z.unknown()).max(100).catch([]),
  links: z.array(z.unknown()).max(50).catch([]),
  arin_originas0_originautnums: z.array(z.number().int()).max(20).catch([]),
})
const Link = z.object({ rel: z.literal('related'), href: z.url().max(500), type: text })

function read(object: unknown): { registered: Registered; related: string[] } {
  const { data } = Top.safeParse(object)
  const entities = [...walk(data?.entities ?? [])]
  const registrar = entities.find(({ roles }) => roles.includes('registrar'))
  const holder = entities.find(({ roles }) => roles.includes('registrant'))
  const abuse = entities
    .filter(({ roles }) => roles.includes('abuse'))
    .sort((a, b) => a.depth - b.depth)
    .flatMap(({ card }) => card.emails.map((email) => ({ who: card.name, email })))
  const related = (data?.links ?? []).flatMap((link) => {
    const { data: found } = Link.safeParse(link)
    return found && /rdap|json/i.test(found.type) ? [found.href] : []
  })
  return {
    registered: {
      outcome: 'found',
      name: registrar?.card.name ?? holder?.card.name ?? (data?.name || null),
      abuse: abuse.filter(({ email }, at) => abuse.findIndex((other) => other.email === email) === at).slice(0, 5),
      numbers: (data?.arin_originas0_originautnums ?? []).map(String),
    },
    related,
  }
}

interface Found {
  roles: string[]
  card: { name: string | null; emails: string[] }
  depth: number
}

/** Entities stand in entities, and a hostile register may nest them for ever. */
function* walk(entities: readonly unknown[]): Generator<Found> {
  let layer: readonly unknown[] = entities
  let seen = 0
  for (let depth = 1; depth <= maxDepth && layer.length > 0; depth++) {
    const below: unknown[] = []
    for (const raw of layer) {
      if (++seen > maxEntities) return
      const { data } = Entity.safeParse(raw)
      if (!data) continue
      yield { roles: data.roles.map((role) => role.toLowerCase()), card: readCard(data.vcardArray[1]), depth }
      below.push(...data.entities)
    }
    layer = below
  }
}

/** jCard (RFC 7095): `["email", {}, "text", "abuse@host.example"]`. */
function readCard(properties: readonly unknown[]): Found['card'] {
  const values = (name: string) =>
    properties.flatMap((property) =>
      Array.isArray(property) && property[0] === name && typeof property[3] === 'string' ? [property[3].trim()] : [],
    )
  const [name] = values('fn')
  const emails = values('email').map((value) => value.replace(/^mailto:/i, ''))
  return { name: name && name.length <= 200 ? name : null, emails: emails.filter(isMail) }
}

export function isMail(value: string): boolean {
  return /^[\w.+'-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,63}$/i.test(value)
}

/** The domain that a register knows, in ASCII; null: an address, an onion, a host within no public suffix. */
export function registeredDomain(hostname: string): string | null {
  return hostname.endsWith('.onion') ? null : getDomain(hostname, { allowPrivateDomains: false })
}
