/**
 * Guard: which addresses the service may reach. Applied to the written address, to each redirect, and to every DNS
 * answer at the moment of connecting, so that a name that changes its answer in between gains nothing.
 */
import { lookup as resolve } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ip from 'ipaddr.js'
import { InvalidInput, Refused } from '#core/errors.ts'

type Scheme = 'http:' | 'https:' | 'ws:' | 'wss:'

export interface Guard {
  /** The address parsed and judged. Throws `InvalidInput` (not an address, a credential in it) or `Refused`. */
  check(address: string | URL, schemes: readonly Scheme[]): URL
  /** DNS for a connector: answers with permitted addresses only, and with `Refused` where none is left. */
  lookup: LookupFunction
  /** A literal address inside a network that the operator allowed. */
  isOwn(hostname: string): boolean
}

/** @param allowNets networks in CIDR notation that may be reached although they are not public. */
export function createGuard(allowNets: readonly string[]): Guard {
  const own = allowNets.map(parseNetwork)

  const inOwn = (address: Address) =>
    own.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits))
  const permits = (text: string) => {
    const address = ip.process(text) // an IPv4 address written as IPv6 is judged as IPv4
    return isPublic(address) || inOwn(address)
  }

  return {
    check(address, schemes) {
      const url = parse(address)
      if (!schemes.some((scheme) => scheme === url.protocol)) {
        throw new Refused(
          `Addresses of the kind "${url.protocol}" are not used here: give one with ${schemes.join(' or ')}`,
        )
      }
      if (url.username || url.password) {
        throw new InvalidInput(
          `Take the user name and password out of the address of ${url.host}: they would be stored and shown`,
        )
      }
      const host = bare(url.hostname)
      if (isIP(host) && !permits(host)) throw notPublic(host)
      return url
    },

    lookup(hostname, options, done) {
      resolve(hostname, { ...options, all: true }, (error, found) => {
        if (error) return done(error, [], 0)
        const permitted = found.filter(({ address }) => permits(address))
        const [first] = permitted
        if (!first) return done(notPublic(hostname), [], 0)
        return options.all ? done(null, permitted) : done(null, first.address, first.family)
      })
    },

    isOwn(hostname) {
      const host = bare(hostname)
      return isIP(host) !== 0 && inOwn(ip.process(host))
    },
  }
}

type Address = ReturnType<typeof ip.process>

/**
 * Globally reachable, by the registries of special addresses (RFC 6890 and its successors, as ipaddr.js keeps them).
 * Of IPv6 only 2000::/3 is public: what is not yet handed out by IANA leads nowhere honest, and the old forms that
 * hide an IPv4 address (::/96, NAT64, 6to4, Teredo) are each outside of it or named.
 */
function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast' || address.toString() === azureMetadata) return false
  return address.kind() === 'ipv4' || address.match(ip.parse('2000::'), 3)
}

/** Azure's host agent answers virtual machines on an address that looks public. */
const azureMetadata = '168.63.129.16'

function parse(address: string | URL): URL {
  if (address instanceof URL) return address
  if (!URL.canParse(address))
    throw new InvalidInput('This is not an address: write it in full, as https://example.org/list')
  return new URL(address)
}

function parseNetwork(text: string): [Address, number] {
  try {
    return ip.parseCIDR(text.trim())
  } catch (cause) {
    throw new InvalidInput(`"${text}" is not a network: write it as 127.0.0.0/8 or fd00::/8`, { cause })
  }
}

function notPublic(host: string): Refused {
  return new Refused(`${host} is not a public address. If it is yours, add its network to VIGIE_ALLOW_NETS`)
}

/** A URL writes IPv6 hosts in brackets. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}
