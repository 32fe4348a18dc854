/**
 * Who can remove something from a site: found out, not guessed, and each told with where it came from and how sure that is.
 * Best first: the platform's own route, the site's own word, whoever delivers it, the network it stands in, the domain's
 * registrar, the number of the network, `security.txt`, and last an address that is common and confirmed by nobody.
 */
import type { Location } from '#core/location/types.ts'
import type { Net, Now } from '#core/ports.ts'
import { platformOf } from '../platforms/index.ts'
import type { Route } from '../platforms/platform.ts'
import { visit } from '../web-page.ts'
import type { Bootstrap } from './bootstrap.ts'
import { deliveryNetworkOf } from './delivery-networks.ts'
import { parseIp } from './networks.ts'
import { findPageContacts } from './page-contact.ts'
import { askRegister, type RegisterAnswer, registeredDomain } from './rdap.ts'
import { askSecurityTxt } from './security-txt.ts'

export const origins = [
  'platform',
  'page',
  'delivery-network',
  'address-register',
  'domain-register',
  'number-register',
  'security.txt',
  'common-address',
] as const

export interface Responsible {
  /** As they name themselves. */
  who: string
  /** A mail address or a form; null: they are named and give none. */
  address: string | null
  from: (typeof origins)[number]
  /** Where it was read: an address, or whose register. */
  source: string
  sure: Route['sure']
}

export interface Inquiry {
  found: Responsible[]
  /** What could not be asked, and why: `no-register`, `not-found`, `unavailable`. */
  missing: { from: (typeof origins)[number]; why: 'no-register' | 'not-found' | 'unavailable' }[]
}

export interface InquiryDeps {
  net: Pick<Net, 'ask' | 'stream'>
  /** The public addresses of a host. */
  resolve(host: string): Promise<string[]>
  bootstrap: Bootstrap
  routes(platform: string): readonly Route[]
  now: Now
  signal?: AbortSignal | undefined
  /** False in a case of somebody under 18 in the picture: registers are asked, no page is opened. */
  mayOpenPages: boolean
}

/** Asks at most a dozen questions, of the site itself and of public registers: they learn its domain and its address. */
export async function findResponsible(location: Location, deps: InquiryDeps): Promise<Inquiry> {
  const inquiry: Inquiry = { found: [], missing: [] }
  const platform = platformOf(location.platform)
  const isKnown = platform.hosts.length > 0 && !platform.anyHost
  const url = URL.parse(location.url)
  for (const route of deps.routes(platform.id)) {
    const isHere = route.at === undefined || route.at.includes(url?.hostname ?? '')
    const isGeneral = !isKnown && !('email' in route.to && !route.to.email.includes('{'))
    if (isHere && !route.off && !isGeneral) inquiry.found.push(ofRoute(route, platform.name))
  }
  if (isKnown || url?.protocol !== 'https:') return inquiry

  const host = url.hostname
  const addresses = parseIp(host) ? [host] : await deps.resolve(host).catch(() => [])
  const seen = deps.mayOpenPages ? await visit(location.url, deps).catch(() => null) : null
  deps.signal?.throwIfAborted()
  if (seen)
    for (const { address, page } of await findPageContacts(seen, deps))
      inquiry.found.push({ who: host, address, from: 'page', source: page, sure: 'published' })

  const ips = addresses.flatMap((address) => parseIp(address) ?? [])
  const delivered = deliveryNetworkOf({ addresses: ips, headers: seen?.headers ?? null })
  if (delivered) {
    const { name, to, source, sure } = delivered.network
    const address = 'form' in to ? to.form : to.email
    const howSure = delivered.by === 'header' && sure === 'published' ? 'reported' : sure
    inquiry.found.push({ who: name, address, from: 'delivery-network', source, sure: howSure })
  }

  const [ip] = addresses
  const network = ip ? await askRegister({ type: 'ip', name: ip.replace(/^\[|\]$/g, '') }, deps) : null
  note(inquiry, network, { from: 'address-register', source: 'RDAP', otherwise: ip ?? host })
  const domain = registeredDomain(host)
  if (domain)
    note(inquiry, await askRegister({ type: 'domain', name: domain }, deps), {
      from: 'domain-register',
      source: 'RDAP',
      otherwise: domain,
    })
  const [number] = network?.outcome === 'found' ? network.numbers : []
  if (number)
    note(inquiry, await askRegister({ type: 'autnum', name: number }, deps), {
      from: 'number-register',
      source: 'RDAP',
      otherwise: `AS${number}`,
    })

  for (const contact of await askSecurityTxt(url.host, deps))
    inquiry.found.push({
      who: host,
      address: contact.replace(/^mailto:/i, ''),
      from: 'security.txt',
      source: `https://${url.host}/.well-known/security.txt`,
      sure: 'published',
    })
  if (domain)
    inquiry.found.push({
      who: domain,
      address: `abuse@${domain}`,
      from: 'common-address',
      source: 'https://www.rfc-editor.org/rfc/rfc2142#section-2',
      sure: 'unconfirmed',
    })
  return inquiry
}

function ofRoute({ recipient, to, source, sure }: Route, name: string): Responsible {
  const address = 'form' in to ? to.form : 'email' in to ? to.email : null
  return { who: typeof recipient === 'string' ? recipient : name, address, from: 'platform', source, sure }
}

function note(
  { found, missing }: Inquiry,
  answer: RegisterAnswer | null,
  { from, source, otherwise }: Pick<Responsible, 'from' | 'source'> & { otherwise: string },
): void {
  if (!answer) return void missing.push({ from, why: 'not-found' })
  if (answer.outcome !== 'found') return void missing.push({ from, why: answer.outcome })
  const { name, abuse } = answer
  for (const { who, email } of abuse)
    found.push({ who: name ?? who ?? otherwise, address: email, from, source, sure: 'published' })
  if (abuse.length === 0) found.push({ who: name ?? otherwise, address: null, from, source, sure: 'published' })
}
