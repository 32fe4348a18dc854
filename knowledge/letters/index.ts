/** Which requests fit a place, and the letter of each. */
import { getDomain } from 'tldts'
import { type AgeBand, isMinor, type Lang } from '#core/case/types.ts'
import type { Location } from '#core/location/types.ts'
import { type Facts, shippedRoutes } from '../facts.ts'
import type { GroundId } from '../grounds/ground.ts'
import { grounds } from '../grounds/index.ts'
import type { Route } from '../platforms/platform.ts'
import { en, type LetterWords } from './en.ts'
import { fr } from './fr.ts'
import type { Letter, LetterInput } from './letter.ts'
import { nl } from './nl.ts'
import { sectionsOf } from './sections.ts'
import { dayOf, fill, layOut, oneLine, timeOf } from './text.ts'

export { eml } from './eml.ts'
export type { Found, Letter, LetterInput } from './letter.ts'

export const letterWords: Record<Lang, LetterWords> = { en, fr, nl }

export interface PlannedRequest {
  routeId: string
  recipient: string
  to: Route['to']
  ground: GroundId
  /** False: it is not certain that this law binds this recipient. */
  sure: boolean
}

/** The requests to prepare for a place, best first: for each ground that fits, the first route that can be used. */
export function planRequests(of: {
  location: Location
  ageBand: AgeBand
  country: string
  lang: Lang
  /** The installation's routes; without them, ours. */
  routes?: Facts['routes']
}): PlannedRequest[] {
  const { routes: routesOf = shippedRoutes } = of
  const isForAdults = (route: Route) => route.minors === false && isMinor(of.ageBand)
  const routes = routesOf(of.location.platform).filter((route) => !route.off && !isForAdults(route))
  return grounds
    .map((ground) => {
      const offer = ground.offered(of)
      const route = routes.find((each) => each.grounds.includes(ground.id) && addressed(each, of.location, of.lang))
      const address = route && addressed(route, of.location, of.lang)
      return offer && address ? { ...offer, routeId: route.id, ground: ground.id, ...address } : null
    })
    .filter((planned) => planned !== null)
    .sort((a, b) => a.order - b.order)
    .map(({ order: _, ...planned }) => planned)
}

/**
 * Writes the letter. Every required element of the ground for this age band is in the text, or stands there as a gap in
 * brackets with its id in `missing`; elements that must be absent never appear. Throws for a route that the place does
 * not have, which is a bug.
 */
export function composeLetter(input: LetterInput): Letter {
  const { location, lang, ground, writtenAt } = input
  const address = routeFor(location, input.routeId, input)
  const words = letterWords[lang]
  const reference = oneLine(input.reference, 60)
  const sections = sectionsOf[ground](input, words)
  const blocks = sections.flatMap((section) => section.blocks)
  const head = [
    fill(words.to, { recipient: address.recipient }),
    fill(words.date, { date: dayOf(writtenAt, lang), ...timeOf(writtenAt) }),
    fill(words.reference, { reference }),
    '',
    words[ground].title,
    words[ground].law,
  ]
  return {
    subject: fill(words[ground].subject, { reference }),
    text: layOut(head, sections),
    to: 'email' in address.to ? address.to.email : null,
    missing: blocks.flatMap((block) => block.missing ?? []),
    present: blocks.flatMap((block) => block.present ?? []),
  }
}

/** The route for this very location; null when it needs a domain and the location has none. */
function addressed(route: Route, location: Location, lang: Lang): { recipient: string; to: Route['to'] } | null {
  const words = typeof route.recipient === 'string' ? route.recipient : route.recipient[lang]
  const url = new URL(location.url)
  if (route.at && !route.at.includes(url.hostname)) return null
  const host = url.protocol === 'https:' ? url.host.replace(/^www\./, '') : letterWords[lang].ipfs
  const recipient = fill(words, { host })
  if (!('email' in route.to)) return { recipient, to: route.to }

  const domain = url.protocol === 'https:' && !url.hostname.endsWith('.onion') ? getDomain(url.hostname) : null
  if (route.to.email.includes('{domain}') && !domain) return null
  return { recipient, to: { email: fill(route.to.email, { domain: domain ?? '' }) } }
}

/** A stored request's route with its facts, addressed for this very location. Throws for a route that the place has not. */
export function routeFor(
  location: Location,
  routeId: string,
  { lang, routes = shippedRoutes }: { lang: Lang; routes?: Facts['routes'] | undefined },
): Route & { recipient: string } {
  const route = routes(location.platform).find(({ id }) => id === routeId)
  const address = route && addressed(route, location, lang)
  if (!route || !address)
    throw new Error(`${location.platform} has no route ${JSON.stringify(routeId)} for this location.`)
  return { ...route, ...address }
}
