import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locationKey } from '#core/location/index.ts'
import { locate, locateOne, platformOf, platforms } from '#knowledge/platforms/index.ts'

const examples = platforms.flatMap(({ id, examples }) => examples.map((example) => [id, ...example] as const))
const known = examples.filter(([platform, , url]) => platform !== 'website' && url.startsWith('https:'))

describe('every platform', () => {
  it('stands in the list, under its file name, with website last', () => {
    const files = readdirSync('knowledge/platforms').map((name) => name.replace('.ts', ''))
    const own = files.filter(
      (name) =>
        ![
          'forums',
          'index',
          'look',
          'marks',
          'meta',
          'page-check',
          'pieces',
          'platform',
          'rights',
          'searches',
          'sights',
          'tubes',
          'wayback',
          'wrappers',
        ].includes(name),
    )

    expect(platforms.map(({ id }) => id).sort()).toEqual(own.sort())
    expect(platforms.at(-1)?.id).toBe('website')
    expect(() => platformOf('nowhere')).toThrow(/add its file/)
  })

  it.each(examples)('%s recognises %s', (platform, pasted, url, id) => {
    expect(locateOne(pasted)).toEqual({ platform, id, url })
  })

  it.each(examples)('%s: what it prints for %s is read back as the same place', (_platform, pasted) => {
    const place = locateOne(pasted)!

    expect(locate(place.url)).toEqual([place])
  })

  it('says of each route where it was read, when, and how sure it is', () => {
    for (const { routes } of platforms) {
      expect(routes.length).toBeGreaterThan(0)
      for (const route of routes) {
        expect(route.source).toMatch(/^https:\/\//)
        expect(route.checked).toMatch(/^\d{4}-\d\d-\d\d$/)
        expect(route.grounds.length).toBeGreaterThan(0)
      }
    }
  })

  it('never puts a key into the identity', () => {
    for (const { id } of locate('https://mega.nz/folder/aBcD1234#sEcReT https://mega.nz/#!aBcD1234!sEcReT')) {
      expect(id).not.toContain('sEcReT')
    }
  })
})

describe('locating', () => {
  const example = fc.constantFrom(...known)
  const key = (text: string) => locate(text).map(locationKey)

  it('is not moved by scheme, tracking, case of the host, port or the sentence around it', () => {
    const frame = fc.constantFrom(
      '%s',
      '(%s)',
      'see %s.',
      '%s, %s',
      '"%s"',
      '<%s>',
      '[x](%s)',
      '**%s**',
      '%s…',
      '‘%s’',
      '%s!?',
    )
    fc.assert(
      fc.property(
        example,
        frame,
        fc.constantFrom('https:', 'http:', 'hxxps:'),
        fc.boolean(),
        ([platform, , url, id], around, scheme, port) => {
          const { host, pathname, search, hash } = new URL(url)
          const pasted = `${scheme}//${host.toUpperCase()}${port ? ':443' : ''}${pathname}${search || '?utm_source=x&fbclid=1'}${hash}`

          expect(key(around.replaceAll('%s', pasted))).toEqual([`${platform}|${id}`])
        },
      ),
    )
  })

  it('twice is locating once, for any address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const place = locateOne(address)
        if (place && !place.via) expect(locate(place.url)).toEqual([place])
      }),
      { numRuns: 300 },
    )
    const odd = fc.string({ unit: fc.constantFrom(..."abA/%2eE?&=;#.,()_!amp*~[]{}|'$+-é ") })
    fc.assert(
      fc.property(odd, (path) => {
        const place = locateOne(`https://example.org/${path}`)
        if (place) expect(locate(place.url)).toEqual([place])
      }),
      { numRuns: 1000 },
    )
  })

  it('never throws and never lets a secret key through, whatever is pasted', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(
      fc.property(hostile, hostile, (before, after) => {
        const places = locate(`${before} https://example.org/${after}nsec1${'q'.repeat(58)} mega.nz/${before}`)

        expect(JSON.stringify(places)).not.toContain('nsec1qqq')
      }),
    )
  })

  it('drops a secret key that comes out of a wrapper', () => {
    const inner = btoa(`https://njump.me/nsec1${'q'.repeat(58)}`)

    expect(locate(`https://www.bing.com/ck/a?u=a1${inner}`)).toEqual([])
  })

  it('tells two objects apart', () => {
    const ids = new Set(examples.map(([platform, , , id]) => `${platform}|${id}`))
    const urls = new Set(examples.map(([, , url]) => url.replace(/#.*/, '').replace('www.', '')))

    expect(ids.size).toBeGreaterThan(15)
    expect(urls.size).toBeGreaterThan(15)
    expect(key('discord.gg/AbC discord.gg/abc')).toHaveLength(2)
    expect(key('https://example.org/A https://example.org/a https://example.org/a?x=1')).toHaveLength(3)
  })

  it('takes a host that only looks like a known one for a website, and says so', () => {
    expect(locate('https://dlscord.gg/abc https://dіscord.gg/abc')).toMatchObject([
      { platform: 'website', lookalike: true },
      { platform: 'website', lookalike: true },
    ])
    expect(locateOne('https://discord.gg.evil.example/abc')).not.toHaveProperty('lookalike')
    expect(locateOne('https://support.discord.com/hc')).toMatchObject({
      platform: 'website',
      id: 'url:support.discord.com/hc',
    })
  })

  it('sees one place once, and several in order', () => {
    expect(key('mega.nz/file/aBcD1234#k discord.gg/abc https://mega.nz/#!aBcD1234!k')).toEqual([
      'mega|file:aBcD1234',
      'discord|invite:abc',
    ])
  })

  it('reads an address with spaces as one when told that it is one', () => {
    expect(locateOne('https://example.org/my file.jpg')?.id).toBe('url:example.org/my%20file.jpg')
    expect(locateOne('no address here')).toBeNull()
  })

  it.each([
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fmega.nz%2Ffile%2FaBcD1234%23key&h=AT0', 'mega|file:aBcD1234'],
    ['https://l.instagram.com/?u=https%3A%2F%2Fdiscord.gg%2Fabc&e=1', 'discord|invite:abc'],
    ['https://www.google.be/url?sa=t&url=https://example.org/a&usg=1', 'website|url:example.org/a'],
    ['https://www.google.co.uk/url?q=https://example.org/a', 'website|url:example.org/a'],
    ['https://www.google.com/amp/s/example.org/a', 'website|url:example.org/a'],
    ['https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a', 'website|url:example.org/a'],
    ['https://www.bing.com/ck/a?!&p=1&u=a1aHR0cHM6Ly9leGFtcGxlLm9yZy9h&ntb=1', 'website|url:example.org/a'],
    ['https://vk.com/away.php?to=https%3A%2F%2Fexample.org%2Fa', 'website|url:example.org/a'],
    ['https://out.reddit.com/t3_x?url=https%3A%2F%2Fexample.org%2Fa&token=1', 'website|url:example.org/a'],
    [
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=1',
      'website|url:example.org/a',
    ],
    ['https://web.archive.org/web/20240101000000id_/https://example.org/a?b=1', 'website|url:example.org/a?b=1'],
    ['https://web.archive.org/web/2024/example.org/a', 'website|url:example.org/a'],
    ['https://archive.ph/2024.01.01-000000/https://example.org/a', 'website|url:example.org/a'],
    ['https://archive.ph/o/AbCdE/https://example.org/a', 'website|url:example.org/a'],
    ['https://archive.ph/AbCdE', 'website|url:archive.ph/AbCdE'],
    ['https://images-ext-1.discordapp.net/external/sig/https/example.org/a.jpg', 'website|url:example.org/a.jpg'],
    ['https://my--site-example-org.translate.goog/a?_x_tr_sl=nl&b=1', 'website|url:my-site.example.org/a?b=1'],
  ])('opens %s', (pasted, expected) => {
    expect(key(pasted)).toEqual([expected])
  })

  it('keeps the archive beside what was in it, whatever else was wrapped around', () => {
    const original = 'https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa'
    const copy = `https://web.archive.org/web/2024/${original}`
    const outer = `https://l.facebook.com/l.php?u=${encodeURIComponent(copy)}`
    const place = { platform: 'website', id: 'url:example.org/a', url: 'https://example.org/a' }

    expect(locateOne(outer)).toEqual({ ...place, via: copy })
    expect(locateOne(original)).toEqual(place)
  })

  it('stays fast on ten thousand characters, hostile ones too', () => {
    const pastes = [
      'Somebody sent me this. ',
      'a.',
      'http://',
      'https://a.org/',
      '(((',
      '&amp;',
      '[.]',
      'a@',
      '////',
      '..',
      'xn--',
      'discord.gg/',
    ].map((piece) => piece.repeat(10_000 / piece.length))
    for (const paste of [...pastes, `https://example.org/${'('.repeat(3000)} ${'word '.repeat(1000)}`]) {
      const times = Array.from({ length: 5 }, () => {
        const start = performance.now()
        locate(paste)
        return performance.now() - start
      })

      expect(Math.min(...times), paste.slice(0, 12)).toBeLessThan(250) // a pattern that runs away takes seconds
    }
  })
})
