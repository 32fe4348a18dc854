/** The registry: every place we know, specific before general, and the one way from pasted text to places. */
import { parse } from 'tldts'
import {
  findAddresses,
  holdsSecretKey,
  type Location,
  locationKey,
  parseAddress,
  skeleton,
} from '#core/location/index.ts'
import { discord } from './discord.ts'
import { mega } from './mega.ts'
import type { Platform } from './platform.ts'
import { website } from './website.ts'
import { archives, unwrap } from './wrappers.ts'

/** `website` takes what nobody before it does. */
export const platforms: readonly Platform[] = [discord, mega, website]

/** A wrapper in a wrapper in a wrapper: this many are opened. */
const maxLayers = 5

/**
 * The places named in pasted text, in order, each once. Never throws; no address gives no place. Secret keys of Nostr
 * are dropped. Works without the network: a short link is a place of its own.
 */
export function locate(text: string): Location[] {
  const places = new Map<string, Location>()
  for (const address of findAddresses(text, { isHost, nests: (host) => archives.includes(host) })) {
    const place = recognise(address)
    if (place && !places.has(locationKey(place))) places.set(locationKey(place), place)
  }
  return [...places.values()]
}

/** The place that one address names, e.g. one published by a channel; spaces in it are read as `%20`. Null: none. */
export function locateOne(address: string): Location | null {
  return locate(address.trim().replace(/\s+/g, '%20'))[0] ?? locate(address)[0] ?? null
}

/** The platform of a stored location. Throws if there is none of that id, which is a bug: ids are never renamed. */
export function platformOf(id: string): Platform {
  const platform = platforms.find((candidate) => candidate.id === id)
  if (!platform)
    throw new Error(`No platform has the id ${JSON.stringify(id)}: add its file to knowledge/platforms/index.ts.`)
  return platform
}

function recognise(address: string): Location | null {
  let url = parseAddress(address)
  let via: string | undefined
  for (let layer = 0; url && layer < maxLayers; layer++) {
    const inner = unwrap(url)
    const next = inner === null ? null : parseAddress(inner)
    if (!next) break
    via ??= url.href
    url = next
  }
  if (!url || holdsSecretKey(url.href)) return null

  for (const platform of platforms) {
    const place = platform === website || isOf(url, platform) ? platform.recognise(url) : null
    if (!place) continue
    const lookalike = platform === website && looksKnown(url.hostname)
    return { platform: platform.id, ...place, ...(via !== undefined && { via }), ...(lookalike && { lookalike }) }
  }
  return null
}

/** The host itself or one below it. Never "contains": `discord.gg.evil.example` is not Discord. */
function isOf(url: URL, { hosts, scheme }: Platform): boolean {
  return url.protocol === scheme || (url.protocol === 'https:' && hosts.some((host) => within(url.hostname, host)))
}

const known = platforms.flatMap(({ hosts }) => hosts.map((host) => ({ host, shape: skeleton(host) })))

function looksKnown(hostname: string): boolean {
  if (known.some(({ host }) => within(hostname, host))) return false
  const shape = skeleton(hostname)
  return known.some((other) => within(shape, other.shape))
}

function within(hostname: string, host: string): boolean {
  return hostname === host || hostname.endsWith(`.${host}`)
}

/** A public suffix of ICANN's part of the list; an onion address; or `.example`, which drills and documents use. */
function isHost(host: string): boolean {
  const { isIcann, domain, hostname } = parse(host, { allowPrivateDomains: false })
  if (!domain || !hostname) return false
  return isIcann === true || hostname.endsWith('.example') || /^(?:[a-z0-9-]+\.)*[a-z2-7]{56}\.onion$/.test(hostname)
}
