/** Whom one writes to about these places: what is planned, and what is not asked of a minor. */
import { describe, expect, it } from 'vitest'
import { ageBands, isMinor, langs } from '#core/case/types.ts'
import { composeLetter, planRequests, recipientOf, routeFor } from '#knowledge/letters/index.ts'
import { locateOne, platformOf } from '#knowledge/platforms/index.ts'
import { neverAsked } from '../letters/never-asked.ts'

const places = [
  'https://www.facebook.com/photo?fbid=11',
  'https://www.instagram.com/p/aBc-_1234',
  'https://www.snapchat.com/add/some.one',
  'https://vk.com/photo-11_22',
  'https://x.com/i/status/1234',
  'https://www.reddit.com/comments/1abc2d',
  'https://www.tiktok.com/@/video/7123',
  'https://bsky.app/profile/some.one.example/post/3kabc',
  'https://social.example/@some_one/1123456',
  'nostr:note10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qnx3ujq',
  'https://imgur.com/aBc1234',
  'https://www.pornhub.com/view_video.php?viewkey=ph0a1b2c',
  'https://www.xvideos.com/video1234',
  'https://xhamster.com/videos/xhAbC1d',
  'https://forum.example/threads/123',
  'https://forum.example/showthread.php?t=123',
  'https://forum.example/viewtopic.php?t=123',
  'https://forum.example/t/123',
  'https://www.google.com/search?q=some+one&udm=2',
  'https://www.bing.com/images/search?q=some+one',
]

describe.each(places)('%s', (address) => {
  const location = locateOne(address)!
  const { routes } = platformOf(location.platform)
  const plan = (ageBand: (typeof ageBands)[number], lang: (typeof langs)[number] = 'en') =>
    planRequests({ location, ageBand, country: 'BE', lang })

  it('has a request to prepare at every age, under European law first, and with search engines by their own form', () => {
    const isSearch = location.platform.endsWith('-search')
    for (const ageBand of ageBands) expect(plan(ageBand)[0]).toMatchObject({ ground: isSearch ? 'terms' : 'dsa16' })
  })

  it('has its address in the letter, alone on a line, and asks for nothing that is never asked', () => {
    for (const ageBand of ageBands) {
      for (const lang of langs) {
        for (const { routeId, ground } of plan(ageBand, lang)) {
          const letter = composeLetter({
            places: [{ location, found: null }],
            recipient: recipientOf(routeFor(location, routeId, { lang })),
            ground,
            lang,
            ageBand,
            country: 'BE',
            voice: { kind: 'self' },
            answers: {},
            reference: 'VG-1',
            writtenAt: Date.UTC(2026, 10, 24),
          })
          expect(letter.text.split('\n')).toContain(location.url)
          expect(letter.text).not.toMatch(neverAsked)
        }
      }
    }
  })

  it('never plans for a minor what is for adults alone', () => {
    const forAdults = routes.filter(({ minors }) => minors === false).map(({ id }) => id)
    const planned = ageBands.filter(isMinor).flatMap((ageBand) => plan(ageBand).map(({ routeId }) => routeId))

    expect(planned.filter((id) => forAdults.includes(id))).toEqual([])
  })

  it('says what a route asks and shows in whole sentences of at most twenty words', () => {
    // What is shared with any website is looked at there.
    for (const { asks, exposes } of routes.filter((route) => !platformOf('website').routes.includes(route))) {
      for (const text of [asks, exposes].flatMap((words) => (words ? Object.values(words) : []))) {
        expect(text).toMatch(/^\p{Lu}.*\.$/u)
        for (const sentence of text.split(/(?<=[.:]) /)) expect(sentence.split(' ').length, sentence).toBeLessThan(22)
      }
      // Pages are read by adults and by minors: French says neither tu nor vous, German neither du nor Sie.
      expect(`${asks?.fr} ${exposes?.fr}`).not.toMatch(/\b(?:vous|votre|vos|tu|ton|ta|tes)\b/i)
      expect(`${asks?.de} ${exposes?.de}`).not.toMatch(
        /(?<!\p{L})(?:Sie|Ihnen|Ihr\p{L}*|du|dich|dir|dein\p{L}*)(?!\p{L})/u,
      )
    }
  })
})

it('a document that shows who she is is named before she chooses the address that may want one', () => {
  const { routes } = platformOf('vk')

  expect(routes.find(({ id }) => id === 'privacy-mail')).toMatchObject({
    minors: false,
    exposes: { en: expect.stringContaining('identity document') },
  })
})
