/**
 * The plan for one location: who is asked, in which order, under which law, and why. Few and complete: each recipient gets
 * one request a law, and the others wait until they are needed (careless senders are suspended: Article 23 DSA).
 */
import { type AgeBand, isMinor, type Lang } from '#core/case/types.ts'
import type { Location } from '#core/location/types.ts'
import { type Facts, shippedRoutes } from './facts.ts'
import type { GroundId, Offer, RecipientKind, Situation, VoiceKind } from './grounds/ground.ts'
import { grounds } from './grounds/index.ts'
import { helpFor, helplines } from './helplines.ts'
import type { Recipient } from './letters/letter.ts'
import {
  type Addressed,
  addressed,
  domainOf,
  foundRouteId,
  hostOf,
  kindOf,
  recipientOf,
  routeFor,
  searchEngines,
} from './letters/recipients.ts'
import { fill } from './letters/text.ts'
import { platformOf, withCopy } from './platforms/index.ts'
import type { Inquiry } from './responsible/index.ts'
import { groundWords, wordsOf } from './words/index.ts'

export const whens = ['first', 'now', 'if-silent', 'after-removal'] as const

export interface PlanStep {
  /** 1, 2, 3 … */
  order: number
  when: (typeof whens)[number]
  recipient: Recipient
  /** Of help: a number to call. */
  phone: string | null
  /** To prepare the request with, together with `ground`; null: no letter of ours goes there. */
  routeId: string | null
  ground: GroundId | null
  /** The law, or what this is. */
  title: string
  /** Why it comes here, in one sentence. */
  why: string
  /** What it tells about her, and to whom. */
  exposes: string
  /** The time that the law gives them, or that it names none; null: no law. */
  rule: string | null
  /** What the form or address wants besides. */
  asks: string | null
  /** False: it is not certain that this law binds them, or the route is not confirmed. */
  sure: boolean
  source: { url: string; checked: string }
}

/** What became of requests before, from this installation's own counts. */
export interface Outcome {
  platform: string
  route: string
  ground: GroundId
  sent: number
  removed: number
}

export interface PlanInput {
  location: Location
  ageBand: AgeBand
  /** Where she lives. */
  country: string
  lang: Lang
  voice?: VoiceKind | undefined
  /** The installation's routes; without them, ours. */
  routes?: Facts['routes'] | undefined
  /** Who was found to be responsible for a site. Without it host and registrar are named and not addressed. */
  inquiry?: Inquiry | null | undefined
  outcomes?: readonly Outcome[] | undefined
}

/** Laws whose request goes out at once. The others wait for a refusal or silence, or for the harm to spread. */
const atOnce: readonly GroundId[] = ['dsa16', 'terms', 'tida', 'uk20a', 'gdpr17s', 'it144bis']
/** Rules of the recipient's own: nothing besides a law that goes to the same address. */
const ownRules: readonly GroundId[] = ['terms', 'abuse']
/** Below this many, a share says more about chance than about the platform. */
const enough = 10

/** Behind a key, an invitation or an app: no search engine shows them. */
const unsearched =
  'discord whatsapp telegram snapchat mega dropbox google-drive onedrive gofile pixeldrain nostr'.split(' ')

/** Laws under which an authority or a court is asked, and not the recipient itself. */
const asked: Partial<Record<GroundId, { kind: RecipientKind; name: 'court' | 'police' | { own: string } }>> = {
  be584: { kind: 'court', name: 'court' },
  be39bis: { kind: 'authority', name: 'police' },
  it144bis: { kind: 'authority', name: { own: 'Garante per la protezione dei dati personali' } },
  esaepd: { kind: 'authority', name: { own: 'Agencia Española de Protección de Datos (AEPD)' } },
}

/** Whose notices come first (Article 22 DSA), among those who help. The Commission's list is the authority. */
const trustedFlaggers: Record<string, string> = { NL: 'nl-helpwanted', FR: 'fr-point-de-contact', DE: 'de-hateaid' }
const flaggersList = 'https://digital-strategy.ec.europa.eu/en/policies/trusted-flaggers-under-dsa'

/** The tools of search engines: the form for intimate pictures, and the one for what is gone already. */
const searchTools = [
  { platform: 'google-search', form: 'intimate-form', outdated: 'outdated-content' },
  { platform: 'bing-search', form: 'concern-form', outdated: 'content-removal' },
]

type Draft = Omit<PlanStep, 'order'> & {
  rank: number
  /** Share that was removed, of this route and ground, where enough were sent. */
  removed: number
}

/** Everybody who can be asked about this location, best first. */
export function planRecipients(input: PlanInput): PlanStep[] {
  const drafts = [
    ...help(input),
    ...withCopy(input.location).flatMap((place) => ofPlace(place, input)),
    ...search(input),
    ...found(input),
    ...authorities(input),
    ...afterwards(input),
  ]
  const seen = new Set<string>()
  return drafts
    .sort((a, b) => whens.indexOf(a.when) - whens.indexOf(b.when) || a.rank - b.rank || b.removed - a.removed)
    .filter(({ recipient, ground, routeId, phone }) => {
      const key = JSON.stringify([recipient.to, ground, 'unknown' in recipient.to ? [recipient.name, routeId] : phone])
      return !seen.has(key) && seen.add(key)
    })
    .map(({ rank: _, removed: __, ...step }, at) => ({ order: at + 1, ...step }))
}

export interface PlannedRequest {
  routeId: string
  recipient: string
  to: Addressed['to']
  ground: GroundId
  /** False: it is not certain that this law binds this recipient. */
  sure: boolean
}

/** The requests to prepare at once for a place: to whoever runs it, one a law, best first. */
export function planRequests(
  of: Pick<PlanInput, 'location' | 'ageBand' | 'country' | 'lang' | 'voice' | 'routes'>,
): PlannedRequest[] {
  return ofPlace(of.location, of)
    .filter(({ when }) => when === 'now')
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ routeId, ground, recipient, sureOfLaw }) =>
      routeId && ground ? [{ routeId, recipient: recipient.name, to: recipient.to, ground, sure: sureOfLaw }] : [],
    )
}

/** Whoever runs the place itself: one request a law, by the first route that takes it. */
function ofPlace(
  location: Location,
  {
    ageBand,
    country,
    lang,
    voice = 'self',
    routes: routesOf = shippedRoutes,
    outcomes = [],
  }: Omit<PlanInput, 'location'>,
): (Draft & { sureOfLaw: boolean })[] {
  const usable = routesOf(location.platform)
    .filter((route) => !route.off && !(route.minors === false && isMinor(ageBand)))
    .flatMap((route) => addressed(route, location, lang) ?? [])
  const { plan } = wordsOf(lang)
  const kind = kindOf(location)
  const situation: Situation = {
    ageBand,
    country,
    voice,
    location,
    recipient: { kind, platform: location.platform, routes: asRoutes(usable) },
  }
  const taken = new Set<string>()
  // Laws first: whoever's own rules come second at an address to which a law is going already. Not with a search engine:
  // whether it is bound as a host is in doubt (recital 28 DSA), and its own form is certain.
  const isSecond = ({ ground, sure }: { ground: GroundId; sure: boolean }) =>
    kind === 'search-engine' ? !sure : ownRules.includes(ground)
  const offers = offersOf(situation).sort((a, b) => Number(isSecond(a)) - Number(isSecond(b)))
  return offers.flatMap((offer) => {
    const { ground, order, sure } = offer
    const ours = usable.filter((route) => route.grounds.includes(ground))
    const shares = ours.map((route) => shareOf(outcomes, location.platform, route.id, ground))
    const best = shares.indexOf(Math.max(...shares))
    const route = ours[best]
    if (!route || (isSecond(offer) && taken.has(keyOf(route)))) return []
    taken.add(keyOf(route))
    const words = groundWords(lang, ground)
    const why =
      kind === 'archive' ? plan.why.archive : ground === 'dsa16' && isMinor(ageBand) ? plan.why.childSafety : null
    return [
      {
        when: atOnce.includes(ground) ? ('now' as const) : ('if-silent' as const),
        rank: order,
        removed: shares[best] ?? 0,
        recipient: recipientOf(route),
        phone: null,
        routeId: route.id,
        ground,
        title: words.title,
        why: why ?? words.because,
        exposes: [words.exposes, route.exposes?.[lang]].filter(Boolean).join(' '),
        rule: words.rule,
        asks: route.asks?.[lang] ?? null,
        sure: sure && route.sure !== 'unconfirmed',
        sureOfLaw: sure,
        source: { url: route.source, checked: route.checked },
      },
    ]
  })
}

/** A person to talk to, the hotline and the police first for somebody under 18; services that block by fingerprint. */
function help({ location, ageBand, country, lang }: PlanInput): Draft[] {
  const { plan } = wordsOf(lang)
  const minor = isMinor(ageBand)
  const lines = helpFor({ country, ageBand, lang }).flatMap((line) => {
    const of = helplines.find(({ id }) => id === line.id)
    return of ? [{ ...line, of }] : []
  })
  const first = (kind: (typeof lines)[number]['of']['kind'], count = 1) =>
    lines.filter(({ of }) => of.kind === kind).slice(0, count)
  const step = (
    line: (typeof lines)[number],
    more: { when: Draft['when']; rank: number; title: string; why: string; exposes: string },
  ): Draft => ({
    ...more,
    recipient: {
      kind: line.of.kind === 'police' ? 'authority' : 'organisation',
      name: line.name,
      to: line.url === null ? { unknown: true } : { form: line.url },
    },
    removed: 0,
    phone: line.phone,
    routeId: null,
    ground: null,
    rule: null,
    asks: line.what,
    sure: line.of.sure,
    source: { url: line.of.source, checked: line.of.checked },
  })
  const { title, why, exposes } = plan
  if (!minor) {
    const place = platformOf(location.platform)
    const takesPart = place.hashServices?.stopncii === 'yes'
    const block = { title: title.hashes, why: fill(why.stopncii, { place: place.name }), exposes: exposes.hashes }
    const flagger = { title: title.flagger, why: why.flagger, exposes: exposes.police }
    return lines.flatMap((line) => {
      if (line.id === 'stopncii') return takesPart ? [step(line, { when: 'now', rank: -10, ...block })] : []
      if (line.id !== trustedFlaggers[country]) return []
      return [
        { ...step(line, { when: 'now', rank: 8, ...flagger }), sure: false, source: { url: flaggersList, checked } },
      ]
    })
  }
  const atPolice = { when: 'first', rank: 2, title: title.police, why: why.police, exposes: exposes.police } as const
  const known = first('police').map((line) => step(line, atPolice))
  // Where we know no number, they are named all the same.
  const unknown = first('report').map((line) => ({
    ...step(line, atPolice),
    recipient: { kind: 'authority' as const, name: plan.name.localPolice, to: { unknown: true as const } },
    phone: null,
    asks: null,
    sure: false,
  }))
  const police = known.length > 0 ? known : unknown
  return [
    ...first('talk').map((line) =>
      step(line, { when: 'first', rank: 0, title: title.help, why: why.talk, exposes: exposes.police }),
    ),
    ...first('report').map((line) =>
      step(line, { when: 'first', rank: 1, title: title.hotline, why: why.hotline, exposes: exposes.nothing }),
    ),
    ...police,
    ...first('block').map((line) =>
      step(line, { when: 'first', rank: 3, title: title.hashes, why: why.takeItDown, exposes: exposes.hashes }),
    ),
  ]
}

/** Search engines, by their own forms: where people find the page. The page itself needs a request of its own. */
function search(input: PlanInput): Draft[] {
  const { location, ageBand, country, lang, voice = 'self', routes = shippedRoutes, outcomes = [] } = input
  if (!isSearched(location)) return []
  const { plan } = wordsOf(lang)
  return searchTools.flatMap(({ platform, form }, at): Draft[] => {
    const route = routes(platform).find(({ id, off }) => id === form && !off)
    const to = route && addressed(route, location, lang)
    if (!route || !to) return []
    const recipient = { ...recipientOf(to), kind: 'search-engine' as const }
    const offers = offersOf({
      ageBand,
      country,
      voice,
      location,
      recipient: { kind: 'search-engine', platform, routes: [route] },
    })
    const fitting = offers.filter(({ ground }) => route.grounds.includes(ground))
    const offer = fitting.find(({ sure }) => sure) ?? fitting[0]
    const words = offer && groundWords(lang, offer.ground)
    return [
      {
        when: 'now',
        rank: 30 + at,
        removed: offer ? shareOf(outcomes, platform, form, offer.ground) : 0,
        recipient,
        phone: null,
        routeId: offer ? `${platform}/${form}` : null,
        ground: offer?.ground ?? null,
        title: words?.title ?? plan.title.search,
        why: fill(plan.why.search, { name: platformOf(platform).name }),
        exposes: words?.exposes ?? plan.exposes.nothing,
        rule: words?.rule ?? null,
        asks: route.asks?.[lang] ?? null,
        sure: (offer?.sure ?? true) && route.sure !== 'unconfirmed',
        source: { url: route.source, checked: route.checked },
      },
    ]
  })
}

/** Host, delivery network, registrar: whom to ask when the site is silent. Addressed where they were found. */
function found(input: PlanInput): Draft[] {
  const { location, ageBand, country, lang, voice = 'self', inquiry } = input
  const { hosts, anyHost } = platformOf(location.platform)
  if ((hosts.length > 0 && !anyHost) || !location.url.startsWith('https:')) return []
  const { plan } = wordsOf(lang)
  const domain = domainOf(location)
  const behind = inquiry?.found.some(({ from }) => from === 'delivery-network') ?? false
  const kinds: { kind: RecipientKind; from: string[]; why: string; rank: number; name: string | null }[] = [
    {
      kind: 'host',
      // Behind a delivery network the register of addresses names the network, and nobody else.
      from: behind ? [] : ['address-register'],
      why: plan.why.host,
      rank: 40,
      name: fill(plan.name.host, { host: hostOf(location, lang) }),
    },
    { kind: 'delivery-network', from: ['delivery-network'], why: plan.why.network, rank: 45, name: null },
    {
      kind: 'registrar',
      from: ['domain-register'],
      why: plan.why.registrar,
      rank: 70,
      name: domain ? fill(plan.name.registrar, { domain }) : null,
    },
  ]
  return kinds.flatMap(({ kind, from, why, rank, name }): Draft[] => {
    const [offer] = offersOf({
      ageBand,
      country,
      voice,
      location,
      recipient: { kind, platform: location.platform, routes: [] },
    })
    if (!offer) return []
    const words = groundWords(lang, offer.ground)
    const said = {
      when: 'if-silent' as const,
      rank,
      removed: 0,
      phone: null,
      ground: offer.ground,
      title: words.title,
      why,
      exposes: words.exposes,
      rule: words.rule,
      asks: null,
    }
    const one = inquiry?.found.find((each) => from.includes(each.from) && each.address !== null)
    if (one?.address) {
      const routeId = foundRouteId(kind, one.address)
      const { recipient, to } = routeFor(location, routeId, { lang })
      const source = { url: one.source.startsWith('http') ? one.source : rdap, checked }
      return [
        {
          ...said,
          routeId,
          recipient: { kind, name: kind === 'delivery-network' ? one.who : recipient, to },
          sure: offer.sure && one.sure !== 'unconfirmed',
          source,
        },
      ]
    }
    if (!name) return []
    const recipient: Recipient = { kind, name, to: { unknown: true } }
    return [{ ...said, routeId: null, recipient, sure: false, source: { url: rdap, checked } }]
  })
}

const rdap = 'https://www.rfc-editor.org/rfc/rfc9083'
const checked = '2026-11-24'

/** Courts and authorities whom a law of her country names. */
function authorities({ location, ageBand, country, lang, voice = 'self' }: PlanInput): Draft[] {
  const { plan } = wordsOf(lang)
  return grounds.flatMap(({ id, offered, sources: [source] }): Draft[] => {
    const to = authorityOf(id, lang)
    const offer =
      to &&
      offered({
        ageBand,
        country,
        voice,
        location,
        recipient: { kind: to.kind, platform: location.platform, routes: [] },
      })
    if (!to || !offer || !source) return []
    const words = groundWords(lang, id)
    return [
      {
        when: atOnce.includes(id) ? 'now' : 'if-silent',
        rank: offer.order,
        removed: 0,
        recipient: to,
        phone: null,
        routeId: null,
        ground: id,
        title: words.title,
        why: to.kind === 'court' ? plan.why.court : id === 'be39bis' ? plan.why.prosecutor : words.because,
        exposes: words.exposes,
        rule: words.rule,
        asks: null,
        sure: offer.sure,
        source: { url: source.url, checked: source.checked },
      },
    ]
  })
}

/**
 * Whether two places can be asked for in one letter: those of a platform are one recipient's, and so is a site.
 * Equal keys: yes.
 */
export function recipientKey({ platform, url }: Location): string {
  const { hosts, anyHost } = platformOf(platform)
  return hosts.length > 0 && !anyHost ? platform : (URL.parse(url)?.host ?? url)
}

/** The court or authority that is asked under this law; null: the recipient itself is. */
function authorityOf(id: GroundId, lang: Lang): Recipient | null {
  const to = asked[id]
  if (!to) return null
  const { name } = wordsOf(lang).plan
  return { kind: to.kind, name: typeof to.name === 'string' ? name[to.name] : to.name.own, to: { unknown: true } }
}

/** Whom a letter under this law goes to: as in the plan, and where the plan does not offer it, whoever runs the place. */
export function likelyRecipient(id: GroundId, input: PlanInput): Recipient {
  const steps = planRecipients(input)
  // An abuse desk is the host's before it is the registrar's, whatever else the host is asked under.
  const desk = id === 'abuse' && steps.find(({ recipient }) => ['host', 'delivery-network'].includes(recipient.kind))
  const planned = desk || steps.find((step) => step.ground === id)
  if (planned) return planned.recipient
  const authority = authorityOf(id, input.lang)
  if (authority) return authority
  const against = grounds.find((ground) => ground.id === id)?.against ?? []
  const other = steps.find((step) => step.ground !== null && against.includes(step.recipient.kind))
  return (
    other?.recipient ?? {
      kind: against[0] ?? 'platform',
      name: hostOf(input.location, input.lang),
      to: { unknown: true },
    }
  )
}

/** What still shows the page when it is gone. */
function afterwards({ location, lang, routes = shippedRoutes }: PlanInput): Draft[] {
  const { plan } = wordsOf(lang)
  const none = { removed: 0, phone: null, routeId: null, ground: null, rule: null, exposes: plan.exposes.nothing }
  const steps: Draft[] = []
  if (isSearched(location) || searchEngines.includes(location.platform))
    for (const [at, { platform, outdated }] of searchTools.entries()) {
      const route = routes(platform).find(({ id, off }) => id === outdated && !off)
      const to = route && addressed(route, location, lang)
      if (!route || !to) continue
      steps.push({
        ...none,
        when: 'after-removal',
        rank: at,
        recipient: { ...recipientOf(to), kind: 'search-engine' },
        title: plan.title.outdated,
        why: plan.why.outdated,
        asks: route.asks?.[lang] ?? null,
        sure: route.sure !== 'unconfirmed',
        source: { url: route.source, checked: route.checked },
      })
    }
  const [, copy] = withCopy(location)
  const archive = routes('website').find(({ id, off }) => id === 'wayback-mail' && !off)
  if (archive && !copy && isSite(location) && kindOf(location) !== 'archive')
    steps.push({
      ...none,
      when: 'after-removal',
      rank: 10,
      recipient: {
        kind: 'archive',
        name: typeof archive.recipient === 'string' ? archive.recipient : archive.recipient[lang],
        to: archive.to,
      },
      title: plan.title.archive,
      why: plan.why.archiveLater,
      asks: null,
      sure: archive.sure !== 'unconfirmed',
      source: { url: archive.source, checked: archive.checked },
    })
  return steps
}

function offersOf(situation: Situation): ({ ground: GroundId } & Offer)[] {
  return grounds
    .filter(({ against }) => against.includes(situation.recipient.kind))
    .flatMap((ground) => {
      const offer = ground.offered(situation)
      return offer ? [{ ground: ground.id, ...offer }] : []
    })
    .sort((a, b) => a.order - b.order)
}

function asRoutes(usable: readonly Addressed[]): Situation['recipient']['routes'] {
  return usable.map(({ kind: _, ...route }) => route)
}

function shareOf(outcomes: readonly Outcome[], platform: string, route: string, ground: GroundId): number {
  const one = outcomes.find((each) => each.platform === platform && each.route === route && each.ground === ground)
  return one && one.sent >= enough ? one.removed / one.sent : 0
}

function keyOf({ to, id }: Addressed): string {
  return 'unknown' in to ? id : JSON.stringify(to)
}

/** A page on a site of its own or on software that runs anywhere. */
function isSite({ platform, url }: Location): boolean {
  const { hosts, anyHost } = platformOf(platform)
  return (hosts.length === 0 || anyHost === true) && domainOf({ platform, url, id: '' }) !== null
}

function isSearched(location: Location): boolean {
  return (
    !unsearched.includes(location.platform) && !searchEngines.includes(location.platform) && domainOf(location) !== null
  )
}
