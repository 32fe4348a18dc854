import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAddresses, isPlainAddress, parseAddress, skeleton } from '#core/location/index.ts'

const rules = {
  isHost: (host: string) => /\.(?:org|gg|nz|com|it|md)$/i.test(host),
  nests: (host: string) => host === 'archive.org',
}
const find = (text: string) => findAddresses(text, rules)

describe('addresses in pasted text', () => {
  it.each([
    ['she wrote: https://a.org/x, look', ['https://a.org/x']],
    ['(https://a.org/x_(y))', ['https://a.org/x_(y)']],
    ['[here](https://a.org/x) and <https://b.org/y>', ['https://a.org/x', 'https://b.org/y']],
    ['**https://a.org/x**', ['https://a.org/x']],
    ['_https://a.org/x_', ['https://a.org/x']],
    ['https://mega.nz/folder/aBcD123_', ['https://mega.nz/folder/aBcD123_']],
    ['||https://a.org/x||', ['https://a.org/x']],
    ['« https://a.org/x »', ['https://a.org/x']],
    ['hxxps://a[.]org/x hXXp[:]//b(dot)org', ['https://a.org/x', 'http://b.org']],
    ['https%3A%2F%2Fa.org%2Fx', ['https://a.org/x']],
    ['https://a.org/x?a=1&amp;amp;b=2', ['https://a.org/x?a=1&b=2']],
    ['https://a.o\u200Brg/\u00ADx', ['https://a.org/x']],
    ['https://a.org/xhttps://b.org/y', ['https://a.org/x', 'https://b.org/y']],
    ['discord.gg/abchttps://b.org/y', ['https://discord.gg/abc', 'https://b.org/y']],
    ['https://mega.nz/file/H#Khttps://b.org', ['https://mega.nz/file/H#K', 'https://b.org']],
    ['https://a.org/l?u=https://b.org/y', ['https://a.org/l?u=https://b.org/y']],
    ['archive.org/web/2020/https://b.org/y', ['https://archive.org/web/2020/https://b.org/y']],
    ['link:discord[.]gg/abc.', ['https://discord.gg/abc']],
    ['a.org:8080/x', ['https://a.org:8080/x']],
    ['discord://-/invite/C nostr:note1qqq ipfs://Qm/x', ['discord://-/invite/C', 'nostr:note1qqq', 'ipfs://Qm/x']],
  ])('finds in %j', (text, expected) => {
    expect(find(text)).toEqual(expected)
  })

  it('gives a plain address back as it is', () => {
    const parts = [
      'https://',
      'http://',
      'a.org',
      'host-1.example.',
      '/',
      '?',
      '#',
      '&',
      '&amp;',
      '=',
      '%3A',
      '_',
      '-',
      '.',
    ]
    const others = [',', ';', ')', '~', ' ', ':', '@', 'é', 'nsec1abcdef', 'A', '(dot)', 'www', 'a'.repeat(2000)]
    const text = fc.array(fc.constantFrom(...parts, ...others), { maxLength: 12 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, (end) => {
        const address = `https://a.org${end}`
        if (isPlainAddress(address)) expect(find(address)).toEqual([address])
      }),
      { numRuns: 2000 },
    )
    expect(['https://a.org', 'http://a.org/x_?a=1&b=%20#c', 'https://a.org/nsec1abcdef0'].map(isPlainAddress)).toEqual([
      true,
      true,
      false,
    ])
  })

  it.each([
    'foto.jpg',
    'anna@example.org',
    'anna.peeters@example.org',
    'He put it online.It is bad.',
    'readme.md',
    'hello',
    '',
  ])('finds no address in %j', (text) => {
    expect(find(text)).toEqual([])
  })

  it.each([
    'nsec1qqqqqqqqqqqqqqqq',
    'https://njump.me/nsec1qqqqqqqqqqqqqqqq',
    'https://a.org/?k=n%73ec1qqqqqqqqqqqqqqqq',
  ])('drops a token that holds a secret key, and nothing else: %s', (token) => {
    expect(find(`https://a.org/x ${token} https://b.org/y`)).toEqual(['https://a.org/x', 'https://b.org/y'])
  })

  it('drops an address too long to be one, for a cut one would name another place', () => {
    expect(find(`https://a.org/${'x'.repeat(5000)} https://b.org/y`)).toEqual(['https://b.org/y'])
  })
})

describe('an address as a URL', () => {
  it.each([
    ['http://User:pw@Example.ORG.:80/a%c3%a9/', 'https://example.org/a%C3%A9'],
    ['https://example.org:8443//', 'https://example.org:8443/'],
    ['https://ｅｘａｍｐｌｅ。org/', 'https://example.org/'],
    ['ipfs://QmAbC/x', 'ipfs://QmAbC/x'],
  ])('%s becomes %s', (address, expected) => {
    expect(parseAddress(address)?.href).toBe(expected)
  })

  it.each(['javascript:alert(1)', 'https://', 'mailto:a@b.org', 'x'])('%s is none', (address) => {
    expect(parseAddress(address)).toBeNull()
  })
})

describe('the look of a host', () => {
  it.each([
    ['dlscord.gg', 'discord.gg'],
    ['disc0rd.com', 'discord.com'],
    [new URL('https://dіscord.gg').hostname, 'discord.gg'],
    ['rnega.nz', 'mega.nz'],
    ['dіscord.gg', 'discord.gg'],
  ])('%s looks like %s', (host, known) => {
    expect(skeleton(host)).toBe(skeleton(known))
  })

  it('reads Punycode as RFC 3492 §7.1 does, and leaves what is none', () => {
    expect(skeleton('xn--bcher-kva.example')).toBe(skeleton('bücher.example'))
    expect(skeleton('xn--!.example')).toBe('xn--!.example')
  })
})
