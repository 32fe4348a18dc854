/** The registry: every place we know, specific before general, and the one way from pasted text to places. */
import { parse } from 'tldts'
import {
  findAddresses,
  holdsSecretKey,
  isPlainAddress,
  type Location,
  locationKey,
  parseAddress,
  readBack,
  skeleton,
} from '#core/location/index.ts'
import { bingSearch } from './bing-search.ts'
import { bluesky } from './bluesky.ts'
import { discord } from './discord.ts'
import { discourse } from './discourse.ts'
import { dropbox } from './dropbox.ts'
import { facebook } from './facebook.ts'
import { gofile } from './gofile.ts'
import { googleDrive } from './google-drive.ts'
import { googleSearch } from './google-search.ts'
import { imgur } from './imgur.ts'
import { instagram } from './instagram.ts'
import { mastodon } from './mastodon.ts'
import { mega } from './mega.ts'
import { nostr } from './nostr.ts'
import { onedrive } from './onedrive.ts'
import { phpbb } from './phpbb.ts'
import { pixeldrain } from './pixeldrain.ts'
import type { Platform, Recognised } from './platform.ts'
import { pornhub } from './pornhub.ts'
import { reddit } from './reddit.ts'
import { snapchat } from './snapchat.ts'
import { telegram } from './telegram.ts'
import { tiktok } from './tiktok.ts'
import { vbulletin } from './vbulletin.ts'
import { vk } from './vk.ts'
import { website } from './website.ts'
import { whatsapp } from './whatsapp.ts'
import { isArchive, unwrap } from './wrappers.ts'
import { x } from './x.ts'
import { xenforo } from './xenforo.ts'
import { xhamster } from './xhamster.ts'
import { xvideos } from './xvideos.ts'

/** Places with hosts of their own, then software that runs on any host, then `website`, which takes what is left. */
export const platforms: readonly Platform[] = [
  discord,
  mega,
  dropbox,
  googleDrive,
  onedrive,
  gofile,
  pixeldrain,
  whatsapp,
  telegram,
  facebook,
  instagram,
  snapchat,
  vk,
  x,
  reddit,
  tiktok,
  bluesky,
  nostr,
  imgur,
  pornhub,
  xvideos,
  xhamster,
  googleSearch,
  bingSearch,
  xenforo,
  vbulletin,
  phpbb,
  discourse,
  mastodon,
  website,
]

/** A wrapper in a wrapper in a wrapper: this many are opened. */
const maxLayers = 5

/**
 * The places named in pasted text, in order, each once. Never throws; no address gives no place. Secret keys of Nostr
 * are dropped. Works without the network: a short link is a place of its own.
 */
export function locate(text: string): Location[] {
  const places = new Map<string, Location>()
  for (const address of new Set(findAddresses(text, { isHost, nests: isArchive }))) {
    const place = recognise(address)
    if (place && !places.has(locationKey(place))) places.set(locationKey(place), place)
  }
  return [...places.values()]
}

/** The place that one address names, e.g. one published by a channel; spaces in it are read as `%20`. Null: none. */
export function locateOne(address: string): Location | null {
  if (isPlainAddress(address)) return recognise(address)
  return locate(address.trim().replace(/\s+/g, '%20'))[0] ?? locate(address)[0] ?? null
}

/** A place and, behind it, the copy in an archive that named it, if one did: where a removal is to be asked. */
export function withCopy(location: Location): Location[] {
  const url = location.via === undefined ? null : parseAddress(location.via)
  const copy = url && isArchive(url.hostname) && !holdsSecretKey(url.href) ? website.recognise(url) : null
  return url && copy ? [location, { platform: website.id, id: copy.id, url: location.via ?? url.href }] : [location]
}

/** The platform of a stored location. Throws if there is none of that id, which is a bug: ids are never renamed. */
export function platformOf(id: string): Platform {
  const platform = platforms.find((candidate) => candidate.id === id)
  if (!platform)
    throw new Error(`No platform has the id ${JSON.stringify(id)}: add its file to knowledge/platforms/index.ts.`)
  return platform
}

function recognise(address: string): Location | null {
  let [from, url] = [address, parseAddress(address)]
  let via: string | undefined
  for (let layer = 0; url && layer < maxLayers; layer++) {
    const inner = unwrap(url, isHost)
    const next = inner === null ? null : parseAddress(inner)
    if (inner === null || !next) break
    if (isArchive(url.hostname)) via ??= asWritten(from)
    from = inner
    url = next
  }
  if (!url || holdsSecretKey(url.href)) return null

  const owner = ownerOf(url)
  const lookalike = !owner && looksKnown(url.hostname)
  for (const platform of owner ? [owner, website] : lookalike ? [website] : hostless) {
    const place = placeOn(platform, url)
    if (!place) continue
    return { platform: platform.id, ...place, ...(via !== undefined && { via }), ...(lookalike && { lookalike }) }
  }
  return null
}

/** A copy's address as it was given: a slash at its end is the original's. */
function asWritten(address: string): string | undefined {
  const url = URL.parse(address.replace(/^http:/i, 'https:'))
  if (url) [url.username, url.password] = ['', '']
  return url?.href
}

/**
 * An underscore at the end may be the text's emphasis. Where the place knows no object of that name, it was; `website`
 * knows every name.
 */
function placeOn(platform: Platform, url: URL): Recognised {
  const place = platform.recognise(url) ?? (url.href.endsWith('_') ? recogniseWithoutEmphasis(platform, url) : null)
  return place && { ...place, url: readBack(place.url) }
}

function recogniseWithoutEmphasis(platform: Platform, url: URL): Recognised {
  const plain = parseAddress(url.href.replace(/_{1,8}$/, ''))
  return plain && platform.recognise(plain)
}

/** Software that runs anywhere, and `website`: they are asked only about hosts that nobody owns. */
const hostless = platforms.filter((platform) => platform.anyHost || platform === website)
const hosted = platforms.filter((platform) => !hostless.includes(platform))
const byScheme = new Map(hosted.flatMap((platform) => (platform.scheme ? [[platform.scheme, platform] as const] : [])))
const byHost = new Map(hosted.flatMap((platform) => platform.hosts.map((host) => [host, platform] as const)))
const patterned = hosted.filter(({ hostPattern }) => hostPattern !== undefined)
const byShape = new Map(platforms.flatMap(({ hosts }) => hosts.map((host) => [skeleton(host), host] as const)))

function ownerOf({ protocol, hostname }: URL): Platform | undefined {
  if (protocol !== 'https:') return byScheme.get(protocol)
  return atOrAbove(byHost, hostname) ?? patterned.find(({ hostPattern }) => hostPattern?.test(hostname))
}

/** Whether a host that nobody owns has the face of one that is known, and is not that one or below it. */
function looksKnown(hostname: string): boolean {
  const like = atOrAbove(byShape, skeleton(hostname))
  return like !== undefined && hostname !== like && !hostname.endsWith(`.${like}`)
}

/** What is held of the host itself or of the nearest above it. Never "contains": `discord.gg.evil.example` is not Discord. */
function atOrAbove<T>(held: ReadonlyMap<string, T>, hostname: string): T | undefined {
  for (let host = hostname; ; ) {
    const found = held.get(host)
    const dot = host.indexOf('.')
    if (found !== undefined || dot < 0) return found
    host = host.slice(dot + 1)
  }
}

/** A public suffix of ICANN's part of the list; an onion address; or `.example`, which drills and documents use. */
function isHost(host: string): boolean {
  const { isIcann, domain, hostname } = parse(host, { allowPrivateDomains: false })
  if (!domain || !hostname) return false
  return isIcann === true || hostname.endsWith('.example') || /^(?:[a-z0-9-]+\.)*[a-z2-7]{56}\.onion$/.test(hostname)
}
