import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedFacts } from '#knowledge/facts.ts'
import { locateOne } from '#knowledge/platforms/index.ts'
import { netFor } from '#knowledge/platforms/look.ts'
import { shippedBootstrap } from '#knowledge/responsible/bootstrap.ts'
import { deliveryNetworkOf } from '#knowledge/responsible/delivery-networks.ts'
import { findResponsible } from '#knowledge/responsible/index.ts'
import { bitsWithin, parseIp } from '#knowledge/responsible/networks.ts'
import { askRegister } from '#knowledge/responsible/rdap.ts'
import { readSecurityTxt } from '#knowledge/responsible/security-txt.ts'
import { createNet } from '#worker/net/http.ts'
import { anEntity, type Register, startRegister } from '../../peers/rdap.ts'
import { aPage, startWebHost } from '../../peers/web-host.ts'

const userAgent = 'Vigie-test/1'
const allowNets = ['127.0.0.0/8']

async function askOf(register: Register, type: 'domain' | 'ip' | 'autnum', name: string) {
  await using net = createNet({ allowNets, userAgent })
  return await askRegister({ type, name }, { net, bootstrap: register.bootstrap })
}

describe('a register', () => {
  test('names whom it has for abuse, however deep, and no deeper than four', async () => {
    await using register = await startRegister()
    const abuse = (mail: string) => anEntity(['abuse'], 'Abuse Desk', [mail])
    const nest = (inner: object, depth: number): object =>
      depth === 0 ? inner : anEntity(['registrant'], 'Host B.V.', [], [nest(inner, depth - 1)])
    register.answer('/ip/192.0.2.1', { name: 'HOST-NET', entities: [nest(abuse('abuse@host.example'), 3)] })
    register.answer('/ip/192.0.2.2', { name: 'HOST-NET', entities: [nest(abuse('abuse@host.example'), 4)] })

    expect(await askOf(register, 'ip', '192.0.2.1')).toMatchObject({
      outcome: 'found',
      abuse: [{ who: 'Abuse Desk', email: 'abuse@host.example' }],
    })
    expect(await askOf(register, 'ip', '192.0.2.2')).toMatchObject({ outcome: 'found', abuse: [] })
  })

  test('is followed one hop to the registrar’s own, and no further', async () => {
    await using register = await startRegister()
    const link = (path: string) => [
      { rel: 'related', type: 'application/rdap+json', href: `${register.origin}${path}` },
    ]
    register.answer('/domain/forum.example', {
      entities: [anEntity(['registrar'], 'Registrar Ltd', [])],
      links: link('/own/domain/forum.example'),
    })
    register.answer('/own/domain/forum.example', {
      entities: [anEntity(['registrar'], 'Registrar', [], [anEntity(['abuse'], 'Desk', ['abuse@registrar.example'])])],
      links: link('/domain/forum.example'),
    })
    register.answer('/domain/loop.example', { entities: [], links: link('/domain/loop.example') })
    register.answer('/domain/chain.example', { entities: [], links: link('/chain/1') })
    register.answer('/chain/1', { entities: [], links: link('/chain/2') })

    expect(await askOf(register, 'domain', 'forum.example')).toMatchObject({
      name: 'Registrar Ltd',
      abuse: [{ email: 'abuse@registrar.example' }],
    })
    await askOf(register, 'domain', 'loop.example')
    await askOf(register, 'domain', 'chain.example')
    expect(register.asked).toEqual([
      ...[
        '/domain/forum.example',
        '/own/domain/forum.example',
        '/domain/loop.example',
        '/domain/chain.example',
        '/chain/1',
      ],
    ])
  })

  test.each([
    ['nothing', '', { outcome: 'unavailable' }],
    ['a page', '<html></html>', { outcome: 'unavailable' }],
    ['a list', [], { outcome: 'found', name: null, abuse: [] }],
    ['wrong types', { name: 7, entities: 'x', links: { rel: 'related' } }, { outcome: 'found', name: null, abuse: [] }],
    [
      'a card that is none',
      { entities: [{ roles: ['abuse'], vcardArray: ['vcard', [['email'], 7, ['email', {}, 'text', 9]]] }] },
      { outcome: 'found', abuse: [] },
    ],
    [
      'an address that is none',
      { entities: [anEntity(['abuse'], 'Desk', ['<script>', 'a@b', 'a b@c.example'])] },
      { outcome: 'found', abuse: [] },
    ],
    [
      'two thousand entities',
      { entities: Array.from({ length: 2000 }, () => anEntity(['abuse'], 'Desk', ['a@b.example'])) },
      { outcome: 'found', abuse: [] },
    ],
  ])('that answers %s is not believed', async (_, object, expected) => {
    await using register = await startRegister()
    register.answer('/ip/192.0.2.1', object)

    expect(await askOf(register, 'ip', '192.0.2.1')).toMatchObject(expected)
  })

  test('that has no time says for how long, one that knows nothing says so, and where there is none it is said', async () => {
    await using register = await startRegister()
    register.answer('/ip/192.0.2.1', {}, { status: 429, headers: { 'retry-after': '30' } })

    expect(await askOf(register, 'ip', '192.0.2.1')).toEqual({ outcome: 'unavailable', retryAfterMs: 30_000 })
    expect(await askOf(register, 'ip', '192.0.2.9')).toEqual({ outcome: 'not-found' })
    expect(await askOf(register, 'domain', 'site.unknown')).toEqual({ outcome: 'no-register' })
  })

  test('is not asked where a redirect leads to a private address', async () => {
    await using register = await startRegister()
    register.answer('/ip/192.0.2.1', '', { status: 302, headers: { location: 'http://10.0.0.1/ip/192.0.2.1' } })

    expect(await askOf(register, 'ip', '192.0.2.1')).toMatchObject({ outcome: 'unavailable' })
  })
})

describe('the lists of registers', () => {
  const baseOf = async (type: 'domain' | 'ip' | 'autnum', name: string) => {
    const asked: string[] = []
    const net = {
      ask: async (url: string) => {
        asked.push(url)
        throw new Error('enough')
      },
    }
    await askRegister({ type, name }, { net: net as never, bootstrap: shippedBootstrap })
    return asked[0] ?? null
  }

  test.each([
    ['domain', 'files.example.com', 'https://rdap.verisign.com/com/v1/domain/files.example.com'],
    ['domain', 'forum.nl', 'https://rdap.sidn.nl/domain/forum.nl'],
    ['ip', '193.0.6.139', 'https://rdap.db.ripe.net/ip/193.0.6.139'],
    ['ip', '8.8.8.8', 'https://rdap.arin.net/registry/ip/8.8.8.8'],
    ['ip', '2a02:2770::1', 'https://rdap.db.ripe.net/ip/2a02%3A2770%3A%3A1'],
    ['autnum', '3333', 'https://rdap.db.ripe.net/autnum/3333'],
    ['domain', 'example.zz', null],
    ['ip', '127.0.0.1', null],
  ] as const)('name for %s %s whom to ask', async (type, name, url) => {
    expect(await baseOf(type, name)).toBe(url)
  })
})

describe('an address', () => {
  test('is in its network and in no other', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (text, bits) => {
        const address = parseIp(text)!
        expect(bitsWithin(address, `${text}/${bits}`)).toBe(bits)
        if (bits > 0) {
          const other = { ...address, value: address.value ^ (1n << BigInt(32 - bits)) }
          expect(bitsWithin(other, `${text}/${bits}`)).toBeNull()
        }
      }),
    )
  })

  test.each(['', '1.2.3', '256.1.1.1', ':::', '1::2::3', '12345::', 'g::1', '1:2:3:4:5:6:7:8:9'])(
    '%j is none',
    (text) => {
      expect(parseIp(text)).toBeNull()
    },
  )

  test('every IPv6 address is read as the number it is', () => {
    fc.assert(fc.property(fc.ipV6(), (text) => void expect(parseIp(text)).not.toBeNull()))
    expect(parseIp('::1')).toEqual({ version: 6, value: 1n })
    expect(parseIp('::ffff:192.0.2.1')).toEqual(parseIp('192.0.2.1'))
  })
})

test('a delivery network is known by its addresses, or by what it says of itself, which is less sure', () => {
  const of = (ip: string, headers: Record<string, string> = {}) =>
    deliveryNetworkOf({ addresses: [parseIp(ip)!], headers: new Headers(headers) })

  expect(of('104.16.1.1')).toMatchObject({ network: { name: 'Cloudflare' }, by: 'address' })
  expect(of('2606:4700::1')).toMatchObject({ network: { name: 'Cloudflare' }, by: 'address' })
  expect(of('192.0.2.1', { server: 'cloudflare' })).toMatchObject({ network: { name: 'Cloudflare' }, by: 'header' })
  expect(of('192.0.2.1', { server: 'nginx' })).toBeNull()
})

describe('security.txt', () => {
  const now = Date.UTC(2026, 10, 24)
  const contact = 'Contact: mailto:security@site.example\n'

  test.each([
    [`${contact}Expires: 2027-01-01T00:00:00Z\n`, ['mailto:security@site.example']],
    [
      `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n${contact}Expires: 2027-01-01T00:00:00Z\n`,
      ['mailto:security@site.example'],
    ],
    [`${contact}Expires: 2026-01-01T00:00:00Z\n`, []],
    [`${contact}Expires: 2027-01-01T00:00:00Z\nExpires: 2028-01-01T00:00:00Z\n`, []],
    [contact, []],
    ['Contact: tel:+32\nExpires: 2027-01-01T00:00:00Z\n', []],
    ['<html>', []],
  ])('%j', (text, contacts) => {
    expect(readSecurityTxt(text, now)).toEqual(contacts)
  })
})

describe('who can remove it', () => {
  async function inquire({ mayOpenPages = true } = {}) {
    await using host = await startWebHost()
    await using register = await startRegister()
    await using net = createNet({ allowNets, userAgent })
    host.set('/thread/1', {
      body: aPage(
        'Thread',
        '<p>Some words.</p><a href="/rules">Rules</a><a href="/contact-us">Contact</a><a href="/dmca">DMCA</a>',
      ),
      headers: { server: 'cloudflare' },
    })
    host.set('/dmca', aPage('DMCA', '<p>Write to <a href="mailto:dmca%40forum.example?subject=x">us</a>.</p>'))
    host.set('/contact-us', aPage('Contact', '<p>A form.</p>'))
    register.answer('/ip/127.0.0.1', {
      name: 'HOST-NET',
      entities: [anEntity(['abuse'], 'Desk', ['abuse@host.example'])],
      arin_originas0_originautnums: [64500],
    })
    register.answer('/autnum/64500', { name: 'AS-HOST', entities: [anEntity(['abuse'], 'Desk', ['noc@host.example'])] })
    const location = locateOne(`${host.origin}/thread/1`)!
    const inquiry = await findResponsible(location, {
      net: netFor(location, { net, pasted: host.origin }),
      resolve: async () => [],
      bootstrap: register.bootstrap,
      routes: shippedFacts.routes,
      now: Date.now,
      mayOpenPages,
    })
    return { ...inquiry, asked: { host: [...host.asked], register: [...register.asked] }, origin: host.origin }
  }

  test('is told best first, each with where it came from and how sure', async () => {
    const { found, origin } = await inquire()

    expect(found.map(({ address, from, sure }) => [from, address, sure])).toEqual([
      ['page', 'dmca@forum.example', 'published'],
      ['page', `${origin}/dmca`, 'published'],
      ['page', `${origin}/contact-us`, 'published'],
      ['delivery-network', 'https://abuse.cloudflare.com/', 'reported'],
      ['address-register', 'abuse@host.example', 'published'],
      ['number-register', 'noc@host.example', 'published'],
    ])
  })

  test('registers learn an address and a number, and never the page', async () => {
    const { asked } = await inquire()

    expect(asked.register).toEqual(['/ip/127.0.0.1', '/autnum/64500'])
  })

  test('no page is opened for somebody under 18', async () => {
    const { asked, found } = await inquire({ mayOpenPages: false })

    expect(asked.host).toEqual(['GET /.well-known/security.txt'])
    expect(found.map(({ from }) => from)).toEqual(['address-register', 'number-register'])
  })

  test('of a place that we know is its own routes, and nobody is asked', async () => {
    const unasked = () => Promise.reject(new Error('asked'))
    const { found } = await findResponsible(locateOne('https://discord.gg/AbCd')!, {
      net: { ask: unasked, stream: unasked },
      resolve: unasked,
      bootstrap: shippedBootstrap,
      routes: shippedFacts.routes,
      now: Date.now,
      mayOpenPages: true,
    })

    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found.map(({ from }) => from))).toEqual(new Set(['platform']))
  })
})
