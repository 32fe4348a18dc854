/** Instagram: posts, reels, stories, highlights and profiles. */
import { metaRoutes } from './meta.ts'
import { segmentsOf, subdomainOf } from './pieces.ts'
import type { Platform, Recognised } from './platform.ts'
import { askPage, gone, landing, unknown, untold, up } from './sights.ts'

/** The last two show a preview of the same post in chats. */
const own = ['instagram.com', 'instagr.am', 'ddinstagram.com', 'kkinstagram.com']

export const instagram: Platform = {
  id: 'instagram',
  name: 'Instagram',
  hosts: own,
  examples: [
    [
      'https://www.instagram.com/p/aBc-_1234/?igsh=x&img_index=2',
      'https://www.instagram.com/p/aBc-_1234',
      'post:aBc-_1234',
    ],
    ['https://m.instagram.com/reel/aBc-_1234/', 'https://www.instagram.com/p/aBc-_1234', 'post:aBc-_1234'],
    ['instagr.am/tv/aBc-_1234', 'https://www.instagram.com/p/aBc-_1234', 'post:aBc-_1234'],
    ['https://ddinstagram.com/some.one/reels/aBc-_1234', 'https://www.instagram.com/p/aBc-_1234', 'post:aBc-_1234'],
    ['https://www.instagram.com/stories/Some.One/31/', 'https://www.instagram.com/stories/some.one/31', 'story:31'],
    [
      'https://instagram.com/stories/highlights/17/?hl=nl',
      'https://www.instagram.com/stories/highlights/17',
      'highlight:17',
    ],
    [
      'https://www.instagram.com/s/aGlnaGxpZ2h0OjE3?story_media_id=3_4',
      'https://www.instagram.com/stories/highlights/17',
      'highlight:17',
    ],
    ['https://www.instagram.com/share/reel/BAaBc_1/', 'https://www.instagram.com/share/reel/BAaBc_1', 'share:BAaBc_1'],
    ['https://www.instagram.com/share/BAaBc_1', 'https://www.instagram.com/share/BAaBc_1', 'share:BAaBc_1'],
    ['https://kkinstagram.com/Some.One_', 'https://www.instagram.com/some.one_', 'profile:some.one_'],
  ],

  recognise(url) {
    const below = subdomainOf(url, own)
    return below === null || elsewhere.has(below) ? null : inside(url)
  },

  routes: metaRoutes,
  hashServices: { stopncii: 'yes', takeitdown: 'yes' },

  checks: [
    {
      kinds: ['profile'],
      metadata: false,
      // Both signs are relied on by tools that look for names (WhatsMyName).
      async look({ url }, deps) {
        const answer = await askPage(url, deps)
        if (answer.status !== 200) return unknown(`${answer.status}`)
        if (landing(answer, url) !== 'there') return unknown('a login')
        if (answer.text.includes('Posts - See Instagram photos')) return up('a profile')
        return /"routePath":\s{0,4}null/.test(answer.text) ? gone('200 without a route') : unknown('200 without a sign')
      },
      source: 'https://github.com/WebBreacher/WhatsMyName',
      checked: '2026-11-24',
    },
    untold(['post', 'story', 'highlight'], {
      sign: 'seen with an account alone',
      source: 'https://help.instagram.com',
      checked: '2026-11-24',
    }),
  ],
}

const elsewhere = new Set(['about', 'api', 'business', 'creators', 'developers', 'help', 'i', 'l', 'privacycenter'])
const theirs = new Set(
  `about accounts ads ajax api ar challenge creators data developer direct directory emails explore graphql hashtag
  invites legal lite nametag oauth p popular press privacy publicapi reel reels s session share stories terms topics tv
  web`.split(/\s+/),
)
const tabs = new Set([
  'channel',
  'embed',
  'feed',
  'followers',
  'following',
  'guides',
  'igtv',
  'reels',
  'saved',
  'tagged',
])

const name = /^[\w.]{1,30}$/
const code = /^[\w-]{2,60}$/
const number = /^\d{1,25}$/

/** Posts and reels share one space of codes, so that all four words name the same object. */
const posts = new Set(['p', 'reel', 'reels', 'tv'])

function inside(url: URL): Recognised {
  const path = segmentsOf(url)
  const [first = '', second = '', third = ''] = path
  if (posts.has(first)) return post(second)
  if (first === 'stories') return story(second, third)
  if (first === 's') return highlight(second)
  if (first === 'share') return shared(second, third)
  if (first === '_u' || first === '_n') return profile(second) // how apps ask the app to open a name
  if (theirs.has(first.toLowerCase())) return null
  if (posts.has(second) && third !== '') return post(third)
  return second === '' || tabs.has(second) ? profile(first.replace(/^@/, '')) : null
}

function post(id: string): Recognised {
  return code.test(id) && id !== 'audio' ? { id: `post:${id}`, url: `https://www.instagram.com/p/${id}` } : null
}

function story(who: string, id: string): Recognised {
  if (who === 'highlights') return highlights(id)
  if (!name.test(who)) return null
  if (id === '') return profile(who)
  return number.test(id)
    ? { id: `story:${id}`, url: `https://www.instagram.com/stories/${who.toLowerCase()}/${id}` }
    : null
}

function highlights(id: string): Recognised {
  return number.test(id) ? { id: `highlight:${id}`, url: `https://www.instagram.com/stories/highlights/${id}` } : null
}

/** `aGlnaGxpZ2h0OjE3` is `highlight:17` in Base64. */
function highlight(text: string): Recognised {
  if (!/^[\w+-]{8,200}(?:={1,2}|(?:%3D){1,2})?$/i.test(text)) return null
  try {
    const [, id = ''] =
      atob(text.replace(/%3D|=/gi, '').replaceAll('-', '+').replaceAll('_', '/')).match(/^highlight:(\d+)$/) ?? []
    return highlights(id)
  } catch {
    return null
  }
}

/** What is behind a share is seen only by following it. */
function shared(first: string, second: string): Recognised {
  const [kind, id] = second !== '' ? [`${first}/`, second] : ['', first]
  if (kind !== '' && !/^(?:p|reel|reels|tv|s|profile)\/$/.test(kind)) return null
  return /^[\w-]{2,80}$/.test(id) ? { id: `share:${id}`, url: `https://www.instagram.com/share/${kind}${id}` } : null
}

function profile(who: string): Recognised {
  const lower = who.toLowerCase()
  return name.test(lower) ? { id: `profile:${lower}`, url: `https://www.instagram.com/${lower}` } : null
}
