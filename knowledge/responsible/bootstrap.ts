/**
 * Which register answers for which names, networks and numbers (RDAP, RFC 9224), as IANA's four lists had it. The domains
 * are a choice of common ones: a country whose register answers nobody, or stands only in a newer list, is not among them.
 * An operator may put the lists themselves into the data folder (docs/how-to/override-a-fact.md).
 */
import { z } from 'zod'

/** In the shape of IANA's files: keys, then where to ask. */
type Service = readonly [keys: readonly string[], bases: readonly string[]]

export interface Bootstrap {
  dns: readonly Service[]
  ipv4: readonly Service[]
  ipv6: readonly Service[]
  asn: readonly Service[]
}

export const bootstrapFacts = {
  source: 'https://data.iana.org/rdap/',
  /** The day of the lists that this was taken from. */
  checked: '2026-08-01',
}

const afrinic = 'https://rdap.afrinic.net/rdap/'
const apnic = 'https://rdap.apnic.net/'
const arin = 'https://rdap.arin.net/registry/'
const ripe = 'https://rdap.db.ripe.net/'
const lacnic = 'https://rdap.lacnic.net/rdap/'

const domains: Record<string, string> = {
  'https://rdap.verisign.com/com/v1/': 'com',
  'https://rdap.verisign.com/net/v1/': 'net',
  'https://rdap.publicinterestregistry.org/rdap/': 'org',
  'https://rdap.identitydigital.services/rdap/':
    'info mobi pro live life world today media photos gallery photography video ai fyi wtf social chat dating network zone pink',
  'https://rdap.nic.biz/': 'biz',
  'https://tld-rdap.verisign.com/name/v1/': 'name',
  'https://rdap.centralnic.com/xyz/': 'xyz',
  'https://rdap.zdnsgtld.com/top/': 'top',
  'https://rdap.radix.host/rdap/': 'site online store tech space website fun pw',
  'https://pubapi.registry.google/rdap/': 'app dev page',
  'https://rdap.registry.cloud/rdap/': 'cloud',
  'https://rdap.nic.club/': 'club',
  'https://rdap.gmoregistry.net/rdap/': 'shop',
  'https://rdap.blog.fury.ca/rdap/': 'blog',
  'https://rdap.centralnic.com/art/': 'art',
  'https://rdap.centralnic.com/pics/': 'pics',
  'https://rdap.nic.tube/': 'tube',
  'https://rdap.nic.porn/': 'porn',
  'https://rdap.nic.adult/': 'adult',
  'https://rdap.nic.sex/': 'sex',
  'https://rdap.nic.xxx/': 'xxx',
  'https://rdap.registry.click/rdap/': 'sexy click',
  'https://rdap.centralnic.com/cam/': 'cam',
  'https://rdap.nic.webcam/': 'webcam',
  'https://tld-rdap.verisign.com/cc/v1/': 'cc',
  'https://rdap.nic.tv/': 'tv',
  'https://rdap.ca.fury.ca/rdap/': 'ca',
  'https://rdap.nominet.uk/uk/': 'uk',
  'https://rdap.nic.fr/': 'fr',
  'https://rdap.sidn.nl/': 'nl',
  'https://rdap.dns.pl/': 'pl',
  'https://rdap.nic.cz/': 'cz',
  'https://rdap.norid.no/': 'no',
  'https://rdap.fi/rdap/rdap/': 'fi',
  'https://rdap.isnic.is/rdap/': 'is',
  'https://rdap.register.si/': 'si',
  'https://rdap.hostmaster.ua/': 'ua',
  'https://rdap.registro.br/': 'br',
  'https://rdap.nic.ar/': 'ar',
  'https://rdap.cctld.au/rdap/': 'au',
  'https://ccrdap.twnic.tw/tw/': 'tw',
  'https://rdap.nixiregistry.in/rdap/': 'in',
  'https://rdap.pandi.id/rdap/': 'id',
  'https://rdap.sgnic.sg/rdap/': 'sg',
  'https://rdap.thains.co.th/': 'th',
  'https://rdap.nic.net.ng/': 'ng',
  'https://rdap.kenic.or.ke/': 'ke',
  'https://rdap.tonicregistry.to/rdap/': 'to',
  'https://rdap.uniregistry.net/rdap/': 'link',
  'https://rdap.centralnic.com/icu/': 'icu',
  'https://rdap.nic.vip/': 'vip',
  'https://rdap.centralnic.com/lol/': 'lol',
  'https://rdap.nic.gay/': 'gay',
}

/** First octets: each /8 is the business of one registry. */
const firstOctets: Record<string, string> = {
  [afrinic]: '41 102 105 154 196-197',
  [apnic]:
    '1 14 27 36 39 42-43 49 58-61 101 103 106 110-126 133 150 153 163 171 175 180 182-183 202-203 210-211 218-223',
  [arin]:
    '3-4 6-9 11-13 15-24 26 28-30 32-35 38 40 44-45 47-48 50 52 54-56 63-76 96-100 104 107-108 128-132 134-140 142-144 146-149 152 155-162 164-170 172-174 184 192 198-199 204-209 214-216',
  [ripe]: '2 5 25 31 37 46 51 53 57 62 77-95 109 141 145 151 176 178 185 188 193-195 212-213 217',
  [lacnic]: '177 179 181 186-187 189-191 200-201',
}

const prefixes: Record<string, string> = {
  [afrinic]: '2001:4200::/23 2c00::/12',
  [apnic]:
    '2001:200::/23 2001:4400::/23 2001:8000::/19 2001:a000::/20 2001:b000::/20 2001:c00::/23 2001:e00::/23 2400::/12 2410::/12',
  [arin]: '2001:1800::/23 2001:400::/23 2001:4800::/23 2600::/12 2610::/23 2620::/23 2630::/12',
  [ripe]:
    '2001:1400::/22 2001:1a00::/23 2001:1c00::/22 2001:2000::/19 2001:4000::/23 2001:4600::/23 2001:4a00::/23 2001:4c00::/23 2001:5000::/20 2001:600::/23 2001:800::/22 2003::/18 2a00::/12 2a10::/12',
  [lacnic]: '2001:1200::/23 2800::/12',
}

const numbers: Record<string, string> = {
  [afrinic]: '36864-37887 327680-330751',
  [apnic]:
    '4608-4865 7467-7722 9216-10239 17408-18431 23552-24575 37888-38911 45056-46079 55296-56319 58368-59391 63488-64098 64297-64395 131072-155961',
  [arin]:
    '1-1876 1902-2042 2044-2046 2048-2106 2137-2584 2615-2772 2823-2829 2880-3153 3354-4607 4866-5376 5632-6655 6912-7466 7723-8191 10240-12287 13312-15359 16384-17407 18432-20479 21504-23455 23457-23551 25600-27647 29696-30719 31744-33791 35840-36863 39936-40959 46080-47103 53248-55295 62464-63487 64198-64296 393216-404380',
  [ripe]:
    '1877-1901 2043 2047 2107-2136 2585-2614 2773-2822 2830-2879 3154-3353 5377-5631 6656-6911 8192-9215 12288-13311 15360-16383 20480-21503 24576-25599 28672-29695 30720-31743 33792-35839 38912-39935 40960-45055 47104-52223 56320-58367 59392-61439 61952-62463 64396-64495 196608-219547',
  [lacnic]: '27648-28671 52224-53247 61440-61951 64099-64197 262144-275868',
}

function services(of: Record<string, string>, keysOf: (text: string) => string[] = (text) => [text]): Service[] {
  return Object.entries(of).map(([base, keys]) => [keys.split(' ').flatMap(keysOf), [base]])
}

function networksOf(octets: string): string[] {
  const [from = 0, to = from] = octets.split('-').map(Number)
  return Array.from({ length: to - from + 1 }, (_, at) => `${from + at}.0.0.0/8`)
}

export const shippedBootstrap: Bootstrap = {
  dns: services(domains),
  ipv4: services(firstOctets, networksOf),
  ipv6: services(prefixes),
  asn: services(numbers),
}

const File = z.object({
  services: z
    .array(z.tuple([z.array(z.string().max(100)).max(5000), z.array(z.url().max(300)).min(1).max(10)]))
    .max(5000),
})

/** One of IANA's files. Throws what zod or JSON says of one that is none. */
export function parseBootstrapFile(text: string): Service[] {
  return File.parse(JSON.parse(text)).services
}
