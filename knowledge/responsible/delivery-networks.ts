/**
 * Networks that stand before a site and pass a complaint on to its host. The address register names them, and not who
 * holds the files: so they are told apart.
 */
import { type Address, bitsWithin } from './networks.ts'

interface DeliveryNetwork {
  name: string
  to: { form: string } | { email: string }
  networks: readonly string[]
  /** A header of theirs, and what its value matches. */
  headers: readonly [name: string, value: RegExp][]
  source: string
  checked: string
  sure: 'published' | 'reported' | 'unconfirmed'
}

const checked = '2026-11-24'

export const deliveryNetworks: readonly DeliveryNetwork[] = [
  {
    name: 'Cloudflare',
    to: { form: 'https://abuse.cloudflare.com/' },
    networks: (
      '173.245.48.0/20 103.21.244.0/22 103.22.200.0/22 103.31.4.0/22 141.101.64.0/18 108.162.192.0/18 190.93.240.0/20 ' +
      '188.114.96.0/20 197.234.240.0/22 198.41.128.0/17 162.158.0.0/15 104.16.0.0/13 104.24.0.0/14 172.64.0.0/13 ' +
      '131.0.72.0/22 2400:cb00::/32 2606:4700::/32 2803:f800::/32 2405:b500::/32 2405:8100::/32 2a06:98c0::/29 2c0f:f248::/32'
    ).split(' '),
    headers: [
      ['cf-ray', /./],
      ['server', /^cloudflare$/i],
    ],
    source: 'https://www.cloudflare.com/ips/',
    checked,
    sure: 'published',
  },
  {
    name: 'Fastly',
    to: { email: 'abuse@fastly.com' },
    networks: (
      '23.235.32.0/20 43.249.72.0/22 103.244.50.0/24 103.245.222.0/23 103.245.224.0/24 104.156.80.0/20 140.248.64.0/18 ' +
      '140.248.128.0/17 146.75.0.0/17 151.101.0.0/16 157.52.64.0/18 167.82.0.0/17 167.82.128.0/20 167.82.160.0/20 ' +
      '167.82.224.0/20 172.111.64.0/18 185.31.16.0/22 199.27.72.0/21 199.232.0.0/16 2a04:4e40::/32 2a04:4e42::/32'
    ).split(' '),
    headers: [['x-served-by', /^cache-/i]],
    source: 'https://api.fastly.com/public-ip-list',
    checked,
    sure: 'reported',
  },
  {
    name: 'Amazon CloudFront',
    to: { email: 'trustandsafety@support.aws.com' },
    networks: [],
    headers: [
      ['x-amz-cf-id', /./],
      ['server', /^cloudfront$/i],
    ],
    source: 'https://repost.aws/knowledge-center/report-aws-abuse',
    checked,
    sure: 'reported',
  },
  {
    name: 'Akamai',
    to: { email: 'abuse@akamai.com' },
    networks: [],
    headers: [['server', /^akamai/i]],
    source: 'https://www.akamai.com/',
    checked,
    sure: 'unconfirmed',
  },
  {
    name: 'DDoS-Guard',
    to: { email: 'abuse@ddos-guard.net' },
    networks: ['186.2.160.0/20', '190.115.16.0/20', '185.129.100.0/22', '77.220.207.0/24', '2a05:b0c0::/29'],
    headers: [['server', /^ddos-guard$/i]],
    source: 'https://ddos-guard.net/',
    checked,
    sure: 'unconfirmed',
  },
  {
    name: 'Bunny',
    to: { email: 'abuse@bunny.net' },
    networks: [],
    headers: [
      ['server', /^bunnycdn/i],
      ['cdn-pullzone', /./],
    ],
    source: 'https://bunny.net/',
    checked,
    sure: 'unconfirmed',
  },
  {
    name: 'Sucuri',
    to: { email: 'abuse@sucuri.net' },
    networks: ['192.88.134.0/23', '185.93.228.0/22', '66.248.200.0/22', '208.109.0.0/22', '2a02:fe80::/29'],
    headers: [['x-sucuri-id', /./]],
    source: 'https://docs.sucuri.net/website-firewall/sucuri-firewall-troubleshooting-guide/',
    checked,
    sure: 'unconfirmed',
  },
]

/** The network that an answer came through, by its address or by what it says of itself; null: none that we know. */
export function deliveryNetworkOf({
  addresses,
  headers,
}: {
  addresses: readonly Address[]
  headers: Headers | null
}): { network: DeliveryNetwork; by: 'address' | 'header' } | null {
  const byAddress = deliveryNetworks.find(({ networks }) =>
    addresses.some((address) => networks.some((network) => bitsWithin(address, network) !== null)),
  )
  if (byAddress) return { network: byAddress, by: 'address' }
  const byHeader = deliveryNetworks.find((network) =>
    network.headers.some(([name, value]) => value.test(headers?.get(name) ?? '')),
  )
  return byHeader ? { network: byHeader, by: 'header' } : null
}
