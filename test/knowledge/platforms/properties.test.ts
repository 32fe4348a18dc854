/** What holds for every platform, whoever wrote its file, tried on its own examples. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { locationKey } from '#core/location/index.ts'
import { locate, locateOne, platforms } from '#knowledge/platforms/index.ts'

const runs = { numRuns: 400 }
const examples = platforms.flatMap(({ id: platform, examples }) =>
  examples.map(([pasted, url, id]) => ({ platform, pasted, url, id })),
)
const known = examples.filter(({ platform }) => platform !== 'website')
const onTheWeb = known.filter(({ pasted }) => !/^(?:nostr|at|tg|whatsapp|discord):|^n[a-z]+1/.test(pasted))
const keys = (text: string) => locate(text).map(locationKey)
const keyOf = ({ platform, id }: { platform: string; id: string }) => `${platform}|${id}`

const tracking = [
  ...['utm_source=x', 'utm_campaign=a-b', 'mtm_kwd=x', 'ga_x=1', 'fbclid=IwAR0', 'gclid=1', 'dclid=1', 'wbraid=1'],
  ...['gbraid=1', 'msclkid=1', 'yclid=1', 'twclid=1', 'ttclid=1', 'igsh=MXg%3D', 'igshid=1', 'mc_cid=1', 'mc_eid=1'],
  ...['mkt_tok=1', '_ga=1.2', '_gl=1*x', 'ref_src=twsrc%5Etfw', 'ref_url=https%3A%2F%2Fexample.org', 'srsltid=1'],
  ...['si=aBc', 'PHPSESSID=0a', 'jsessionid=0a'],
]

/** An address as written, taken apart; `new URL` would already mend some of it. */
function partsOf(address: string) {
  const [, scheme = 'https://', rest = ''] = address.match(/^(https?:\/\/)?(.*)$/s) ?? []
  const [, host = '', path = '', query = '', fragment = ''] = rest.match(/^([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/s) ?? []
  return { scheme, host, path, query, fragment }
}

describe('every platform, on each of its examples', () => {
  test.each(known.map((example) => [example.platform, example.url, example] as const))(
    '%s: what it prints names the same place, in the same form: %s',
    (_, url, example) => {
      expect(locate(url).map((place) => [locationKey(place), place.url])).toEqual([[keyOf(example), url]])
    },
  )

  it('is not moved by the case of a host, a port, a user name, a scheme or its absence', () => {
    const schemes = fc.constantFrom('https://', 'http://', 'HTTPS://', 'hxxps://', '')
    const frame = fc.record({
      scheme: schemes,
      port: fc.constantFrom('', ':443', ':80'),
      upper: fc.boolean(),
      user: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.constantFrom(...onTheWeb), frame, (example, { scheme, port, upper, user }) => {
        const { host, path, query, fragment } = partsOf(example.pasted)
        const written = `${user && scheme ? 'me:pw@' : ''}${upper ? host.toUpperCase() : host}${port}`

        expect(keys(`${scheme}${written}${path}${query}${fragment}`)).toEqual([keyOf(example)])
      }),
      runs,
    )
  })

  it('is not moved by what only tracks the visitor', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...onTheWeb),
        fc.subarray(tracking, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (example, added, first) => {
          const { scheme, host, path, query, fragment } = partsOf(example.pasted)
          const own = query.replace(/^\?/, '')
          // The number of some threads is a parameter without a value, and comes first.
          const all = (first && own.includes('=') ? [...added, own] : [own, ...added])
            .filter((each) => each !== '')
            .join('&')

          expect(keys(`${scheme}${host}${path}?${all}${fragment}`)).toEqual([keyOf(example)])
        },
      ),
      runs,
    )
  })

  it('is not moved by the punctuation of a sentence', () => {
    const before = fc.constantFrom('', '(', '[', '"', '“', "'", '**', '_', '<', '« ', 'zie: ', '|| ')
    const after = fc.string({ unit: fc.constantFrom(...'.,;:!?…»”’\'"*~|)]>'), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.constantFrom(...known), before, after, (example, opens, closes) => {
        expect(keys(`${opens}${example.url}${opens === '_' ? '_' : ''}${closes} en toen`)).toEqual([keyOf(example)])
      }),
      runs,
    )
  })

  it.each([
    ['m.', 'facebook|photo:', 'm.facebook.com/photo.php?fbid=11'],
    ['mbasic.', 'facebook|photo:', 'mbasic.facebook.com/photo.php?fbid=11'],
    ['nl-nl.', 'facebook|photo:', 'nl-nl.facebook.com/photo.php?fbid=11'],
    ['m.', 'vk|photo:', 'm.vk.com/photo1_2'],
    ['mobile.', 'x|post:', 'mobile.twitter.com/a/status/20'],
    ['m.', 'tiktok|post:', 'm.tiktok.com/@a/video/7123456789012345678'],
    ['old.', 'reddit|post:', 'old.reddit.com/r/a/comments/1abcd2/x'],
    ['m.', 'imgur|image:', 'm.imgur.com/a1B2c3D'],
    ['ptb.', 'discord|invite:', 'ptb.discord.com/invite/aBc123'],
    ['nl.', 'pornhub|video:', 'nl.pornhub.com/view_video.php?viewkey=65a1b2c3d4e5f'],
    ['m.', 'xhamster|video:', 'm.xhamster.com/videos/a-title-xhAbC12'],
  ])('has the host %s as the one without: %s', (below, key, address) => {
    const [place] = locate(address)

    expect(keys(address.slice(below.length))).toEqual([locationKey(place!)])
    expect(locationKey(place!)).toContain(key)
  })

  it('names the object by what tells it from another', () => {
    for (const { platform, url, id } of known) {
      const value = id.slice(id.lastIndexOf('/') + 1).replace(/^\w+:/, '')
      const another = value.replace(/[a-z0-9]/gi, next)
      const to = url.lastIndexOf(value)
      if (another === value || to < 0 || platform === 'nostr' || value.includes('.')) continue

      const [place] = locate(url.slice(0, to) + another + url.slice(to + value.length))

      expect(place && keyOf(place), url).not.toBe(`${platform}|${id}`)
    }
  })

  it('gives two objects that differ two identities', () => {
    const canonical = new Map<string, Set<string>>()
    for (const example of known) {
      // Keys and the names of files stand in the address and are no part of the identity.
      const bare = example.url.replace(/[?&](?:rlkey|resourcekey|key|authkey)=[^&]*/, '').replace(/#[\w-]*/, '')
      canonical.set(bare, (canonical.get(bare) ?? new Set()).add(keyOf(example)))
    }

    for (const [url, ids] of canonical) expect([...ids], url).toHaveLength(1)
  })
})

describe('hosts', () => {
  const hosts = platforms.flatMap(({ id: platform, hosts }) => hosts.map((host) => ({ platform, host })))

  it('are owned by one platform each', () => {
    const names = hosts.map(({ host }) => host)

    expect(names.filter((host, at) => names.indexOf(host) !== at)).toEqual([])
  })

  it('that only look like a known one are never it', () => {
    const faces: [string, string][] = [
      ['o', '0'],
      ['o', 'о'],
      ['i', '1'],
      ['i', 'l'],
      ['l', '1'],
      ['a', 'а'],
      ['e', 'е'],
      ['m', 'rn'],
      ['d', 'cl'],
      ['c', 'с'],
    ]
    const real = new Set(hosts.map(({ host }) => host))
    for (const { host } of hosts.filter(({ host }) => !host.startsWith('google.'))) {
      const examplesThere = known
        .filter(({ url }) => URL.parse(url)?.hostname.replace(/^www\./, '') === host)
        .slice(0, 2)
      for (const [letter, twin] of faces) {
        const at = host.slice(0, host.lastIndexOf('.')).indexOf(letter)
        if (at < 0) continue
        const fake = host.slice(0, at) + twin + host.slice(at + letter.length)
        // `dr1ve.google.com` is Google's own name to give.
        if (fake.split('.').some((_, from, labels) => real.has(labels.slice(from).join('.')))) continue
        for (const address of [`https://${fake}/`, ...examplesThere.map(({ url }) => url.replace(host, fake))]) {
          expect(locateOne(address), address).toMatchObject({ platform: 'website', lookalike: true })
        }
      }
    }
  })

  it('that only begin or end like a known one are never it', () => {
    for (const { host } of hosts) {
      for (const address of [
        `https://${host}.evil.example/a`,
        `https://not-${host}/a`,
        `https://evil.example/${host}/a`,
        `https://${host}@evil.example/a`,
      ]) {
        expect(locateOne(address)?.platform, address).toBe('website')
      }
    }
  })

  it('let no secret key through', () => {
    const secret = `nsec1${'q'.repeat(58)}`
    const places = ['/', '/p/', '/?q=', '/#', '/a/b/', '/search?q=x&u=']
    for (const { host } of hosts) {
      for (const place of places)
        expect(JSON.stringify(locate(`https://${host}${place}${secret} x`))).not.toContain('nsec1')
    }
  })
})

describe('whatever is pasted', () => {
  const piece = fc.oneof(
    fc.constantFrom(...known.map(({ pasted }) => pasted)),
    fc.constantFrom(
      'https://',
      '(',
      ')',
      '[',
      ']',
      '%',
      '%2',
      '%23',
      '&amp;',
      '#',
      '?',
      '!',
      '[.]',
      '@',
      '://',
      '\\',
      '_',
      '\u200B',
      ' ',
      '\n',
      'nostr:',
      'tg:',
      'at://did:',
      'web.archive.org/web/',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  const paste = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

  it('never throws, and every place that comes out is read back as itself', () => {
    fc.assert(
      fc.property(paste, (text) => {
        // The friendly form of vBulletin's threads is XenForo's as well: the place is one, whoever runs it.
        for (const { url, id } of locate(text)) expect(locate(url)).toMatchObject([{ url, id }])
      }),
      { numRuns: 1_500 },
    )
  })

  it('takes less than a millisecond for ten thousand characters', () => {
    const message = 'Hij heeft het op internet gezet (denk ik) en ik weet niet wat te doen: help. '
    const pastes = [
      `${message.repeat(60)} https://discord.gg/aBc123 ${message.repeat(60)} mega.nz/folder/aBcD1234#key`,
      'x'.repeat(10_000),
      `https://example.org/${'a'.repeat(10_000)}`,
      `https://discord.gg/${'a'.repeat(4_000)} https://t.me/${'b'.repeat(4_000)}`,
      `https://example.org/${'a/'.repeat(2_000)} ${'('.repeat(5_000)}`,
    ]
    for (const text of pastes) {
      const times = Array.from({ length: 40 }, () => {
        const start = performance.now()
        locate(text.slice(0, 10_000))
        return performance.now() - start
      })

      expect(Math.min(...times), text.slice(0, 30)).toBeLessThan(1)
    }
  })
})

/** The next letter or figure of the same kind. */
function next(character: string): string {
  const rows = ['abcdefghijklmnopqrstuvwxyza', 'ABCDEFGHIJKLMNOPQRSTUVWXYZA', '01234567890']
  const row = rows.find((each) => each.includes(character)) ?? ''
  return row.charAt(row.indexOf(character) + 1) || character
}
