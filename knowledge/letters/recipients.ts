/** Whom a letter goes to: a route of a platform, or an address that was found for a site, addressed for one location. */
import { getDomain } from 'tldts'
import type { Lang } from '#core/case/types.ts'
import type { Location } from '#core/location/types.ts'
import { type Facts, shippedRoutes } from '../facts.ts'
import { type RecipientKind, recipientKinds } from '../grounds/ground.ts'
import { platformOf } from '../platforms/index.ts'
import type { Route } from '../platforms/platform.ts'
import { isArchive } from '../platforms/wrappers.ts'
import { wordsOf } from '../words/index.ts'
import type { Recipient } from './letter.ts'
import { fill } from './text.ts'

/** Platforms whose locations are results of a search; the page itself is a place of its own. */
export const searchEngines = ['google-search', 'bing-search']

/** A route with whom it leads to, as a letter in this language names them. */
export type Addressed = Omit<Route, 'recipient'> & { recipient: string; kind: RecipientKind }

/** The route for this very location; null when it needs a domain and the location has none. */
export function addressed(route: Route, location: Location, lang: Lang): Addressed | null {
  const words = typeof route.recipient === 'string' ? route.recipient : route.recipient[lang]
  const url = new URL(location.url)
  if (route.at && !route.at.includes(url.hostname)) return null
  const recipient = fill(words, { host: hostOf(location, lang) })
  const kind = kindOf(location)
  if (!('email' in route.to)) return { ...route, recipient, kind }

  const domain = domainOf(location)
  if (route.to.email.includes('{domain}') && !domain) return null
  return { ...route, recipient, kind, to: { email: fill(route.to.email, { domain: domain ?? '' }) } }
}

/** What sort of recipient runs the place itself. */
export function kindOf({ platform, url }: Location): RecipientKind {
  if (searchEngines.includes(platform)) return 'search-engine'
  return isArchive(new URL(url).hostname) ? 'archive' : 'platform'
}

export function hostOf({ url }: Location, lang: Lang): string {
  const { protocol, host } = new URL(url)
  return protocol === 'https:' ? host.replace(/^www\./, '') : wordsOf(lang).letter.ipfs
}

/**
 * The place's address as this recipient may read it. The key that opens the content is for whoever runs the place, and for
 * the court, whose order must hold all that identifies it; nobody else gets it.
 */
export function addressFor(location: Location, { kind }: Pick<Recipient, 'kind'>): string {
  const { key } = platformOf(location.platform)
  if (!key || kind === 'platform' || kind === 'court') return location.url
  const url = new URL(location.url)
  if (key === 'fragment') url.hash = ''
  else url.searchParams.delete(key.parameter)
  return url.href
}

/** Whether a mail address or a form is of whoever runs the place. */
export function isOfPlace(to: { form: string } | { email: string }, { platform, url }: Location): boolean {
  const { hosts, routes } = platformOf(platform)
  const siteOf = (each: Route['to']) =>
    'form' in each
      ? getDomain(each.form)
      : 'email' in each
        ? getDomain(each.email.slice(each.email.lastIndexOf('@') + 1))
        : null
  const own = [...hosts.map((host) => getDomain(host)), getDomain(url), ...routes.map((route) => siteOf(route.to))]
  const site = siteOf(to)
  return site !== null && own.includes(site)
}

/** The registrable domain; null: an address by number, an onion, a location without a host. */
export function domainOf({ url }: Location): string | null {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' && !hostname.endsWith('.onion') ? getDomain(hostname) : null
}

/**
 * A stored request's route with its facts, addressed for this very location. Besides the ids of the location's own
 * platform it knows those of another one, `google-search/intimate-form`, and found addresses, `host:abuse@isp.example`.
 * Throws for a route that the place has not, which is a bug.
 */
export function routeFor(
  location: Location,
  routeId: string,
  { lang, routes = shippedRoutes }: { lang: Lang; routes?: Facts['routes'] | undefined },
): Addressed {
  const found = foundRoute(location, routeId, lang)
  if (found) return found
  const [platform, id] = routeId.includes('/')
    ? (routeId.split('/', 2) as [string, string])
    : [location.platform, routeId]
  const route = routes(platform).find((each) => each.id === id)
  const address = route && addressed(route, location, lang)
  if (!route || !address)
    throw new Error(`${location.platform} has no route ${JSON.stringify(routeId)} for this location.`)
  return { ...address, id: routeId, ...(searchEngines.includes(platform) && { kind: 'search-engine' as const }) }
}

/** As a letter is addressed to it. */
export function recipientOf(route: Addressed): Recipient {
  return { kind: route.kind, name: route.recipient, to: route.to }
}

/** The id under which an address is kept that was found for a site: by a register, or on its own pages. */
export function foundRouteId(kind: RecipientKind, address: string): string {
  return `${kind}:${address}`
}

function foundRoute(location: Location, routeId: string, lang: Lang): Addressed | null {
  const [, given, address = ''] = routeId.match(/^([a-z-]+):(\S{3,400})$/) ?? []
  const kind = recipientKinds.find((each) => each === given)
  if (!kind) return null
  const words = wordsOf(lang).letter
  const names: Partial<Record<RecipientKind, string>> = {
    host: fill(words.hostOf, { host: hostOf(location, lang) }),
    registrar: fill(words.registrarOf, { domain: domainOf(location) ?? hostOf(location, lang) }),
  }
  const to = address.startsWith('https://') ? { form: address } : { email: address.replace(/^mailto:/i, '') }
  return {
    id: routeId,
    kind,
    recipient: names[kind] ?? hostOf(location, lang),
    to,
    grounds: ['dsa16', 'abuse'],
    source: 'https://www.rfc-editor.org/rfc/rfc9083',
    checked: '2026-11-24',
    sure: 'reported',
  }
}
