/** Resolve: a host's addresses, of those that may be reached at all. */
import { createGuard } from './guard.ts'

/** @param allowNets networks in CIDR notation that may be reached although they are not public. */
export function createResolver(allowNets: readonly string[]): (host: string) => Promise<string[]> {
  const { lookup } = createGuard(allowNets)
  return (host) =>
    new Promise((resolve, reject) =>
      lookup(host.replace(/^\[|\]$/g, ''), { all: true }, (error, addresses) => {
        if (error) reject(error)
        else resolve(Array.isArray(addresses) ? addresses.map(({ address }) => address) : [addresses])
      }),
    )
}
