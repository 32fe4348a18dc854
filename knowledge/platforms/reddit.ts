/** Reddit: posts, comments, communities, profiles, and the pictures and videos behind them. */

import { z } from 'zod'
import { segmentsOf, subdomainOf } from './pieces.ts'
import type { Platform, Recognised } from './platform.ts'
import { privacyRoute } from './rights.ts'
import { ask, gone, json, notPublic, unknown, up } from './sights.ts'

export const reddit: Platform = {
  id: 'reddit',
  name: 'Reddit',
  hosts: ['reddit.com', 'redd.it'],
  examples: [
    [
      'https://old.reddit.com/r/SomeSub/comments/1abc2d/a_title/?sort=new',
      'https://www.reddit.com/comments/1abc2d',
      'post:1abc2d',
    ],
    ['https://www.reddit.com/user/some-one/comments/1abc2d/', 'https://www.reddit.com/comments/1abc2d', 'post:1abc2d'],
    ['reddit.com/comments/1abc2d', 'https://www.reddit.com/comments/1abc2d', 'post:1abc2d'],
    ['https://www.reddit.com/gallery/1abc2d', 'https://www.reddit.com/comments/1abc2d', 'post:1abc2d'],
    ['https://redd.it/1abc2d', 'https://www.reddit.com/comments/1abc2d', 'post:1abc2d'],
    [
      'https://amp.reddit.com/r/SomeSub/comments/1abc2d/a_title',
      'https://www.reddit.com/comments/1abc2d',
      'post:1abc2d',
    ],
    [
      'https://www.reddit.com/r/SomeSub/comments/1abc2d/a_title/k9x8y7z/?context=3',
      'https://www.reddit.com/comments/1abc2d/comment/k9x8y7z',
      'comment:k9x8y7z',
    ],
    [
      'https://www.reddit.com/r/SomeSub/comments/1abc2d/comment/k9x8y7z/',
      'https://www.reddit.com/comments/1abc2d/comment/k9x8y7z',
      'comment:k9x8y7z',
    ],
    ['https://i.redd.it/a1b2c3d4.jpg', 'https://i.redd.it/a1b2c3d4.jpg', 'image:a1b2c3d4'],
    [
      'https://preview.redd.it/a-title-v0-a1b2c3d4.jpg?width=640&s=0a1b',
      'https://i.redd.it/a1b2c3d4.jpg',
      'image:a1b2c3d4',
    ],
    ['https://v.redd.it/a1b2c3d4/DASH_720.mp4', 'https://v.redd.it/a1b2c3d4', 'video:a1b2c3d4'],
    [
      'https://www.reddit.com/r/SomeSub/s/aBc123XyZ0',
      'https://www.reddit.com/r/SomeSub/s/aBc123XyZ0',
      'share:aBc123XyZ0',
    ],
    ['https://www.reddit.com/r/SomeSub/new/', 'https://www.reddit.com/r/somesub', 'community:somesub'],
    ['https://www.reddit.com/u/Some-One', 'https://www.reddit.com/user/some-one', 'profile:some-one'],
  ],

  recognise(url) {
    const short = subdomainOf(url, ['redd.it'])
    if (short !== null) return shortened(url, short)
    const below = subdomainOf(url, ['reddit.com'])
    return below === null || elsewhere.has(below) ? null : inside(url)
  },

  routes: [
    {
      id: 'report-form',
      recipient: 'Reddit Safety',
      to: { form: 'https://www.reddit.com/report' },
      grounds: ['dsa16', 'tida', 'terms'],
      asks: {
        en: 'Choose non-consensual intimate media. It asks for the link of the post or comment itself, one for each.',
        fr: 'Choisir les contenus intimes sans consentement. Le formulaire demande le lien de la publication ou du commentaire, un pour chacun.',
        nl: 'Kies intieme beelden zonder toestemming. Het formulier vraagt de link van het bericht of de reactie zelf, telkens één.',
        de: 'Intime Medien ohne Zustimmung wählen. Gefragt wird nach dem Link des Beitrags oder Kommentars selbst, jedes Mal einzeln.',
      },
      source: 'https://www.reddit.com/report',
      checked: '2026-11-24',
      sure: 'reported',
    },
    privacyRoute({
      recipient: 'Reddit Netherlands B.V.',
      to: { email: 'redditdatarequests@reddit.com' },
      source: 'https://github.com/datenanfragen/data',
      sure: 'reported',
    }),
  ],
  hashServices: { stopncii: 'yes', takeitdown: 'yes' },

  checks: [
    {
      kinds: ['post'],
      metadata: false,
      async look({ id }, deps) {
        const answer = await ask(`https://www.reddit.com/comments/${id.slice('post:'.length)}.json`, deps, {
          redirects: 'follow',
        })
        const { status } = answer
        if (status === 404) return gone('404')
        const body = json(answer.text)
        if (status === 403) {
          const { data } = Closed.safeParse(body)
          return data ? notPublic(`403 ${data.reason}`) : unknown('403')
        }
        if (status !== 200) return unknown(`${status}`)
        const post = Listing.safeParse(body).data?.[0].data.children[0]?.data
        if (!post) return unknown('an answer of another form')
        if (post.removed_by_category) return gone('removed_by_category')
        if (post.author === '[deleted]') return gone('author deleted')
        return post.removed_by_category === null && post.author ? up('a post') : unknown('a post without an author')
      },
      source: 'https://www.reddit.com/dev/api/#GET_comments_{article}',
      checked: '2026-11-24',
    },
  ],
}

const elsewhere = new Set(['ads', 'api', 'developers', 'out', 'support'])
const id = /^[\da-z]{2,13}$/i
const name = /^[\w-]{2,30}$/

function shortened(url: URL, below: string): Recognised {
  const [first = '', second = ''] = segmentsOf(url)
  if (below === 'i' || below === 'preview') return second === '' ? image(first) : null
  if (below === 'v') return video(first)
  return below === '' && second === '' ? post(first) : null
}

function inside(url: URL): Recognised {
  // The title may be empty and is a part all the same: `/comments/P//C`.
  const [, of = '', comment = ''] =
    url.pathname.match(/^(?:\/(?:r|u|user)\/[^/]+)?\/comments\/([^/]+)(?:\/[^/]*(?:\/([^/]+))?)?/) ?? []
  if (id.test(of)) return id.test(comment) ? commentOn(of, comment) : post(of)

  const [first = '', second = '', third = '', fourth = ''] = segmentsOf(url)
  switch (first) {
    case 'gallery':
    case 'tb':
      return post(second)
    case 'media':
      return opened(url)
    case 'link': // the player's own page: `/link/P/video/V/player`
      return third === 'video' ? video(fourth) : null
    case 'r':
      return third === 's' ? shared(url) : third === '' || sortings.has(third) ? community(second) : null
    case 'u':
    case 'user':
      return third === 's' ? shared(url) : third === '' || tabs.has(third) ? profile(second) : null
  }
  return null
}

const sortings = new Set(['about', 'best', 'controversial', 'gilded', 'hot', 'new', 'rising', 'top'])
const tabs = new Set(['about', 'comments', 'gilded', 'overview', 'posts', 'submitted'])

function post(of: string): Recognised {
  return id.test(of) ? { id: `post:${of}`, url: `https://www.reddit.com/comments/${of}` } : null
}

function commentOn(of: string, comment: string): Recognised {
  return { id: `comment:${comment}`, url: `https://www.reddit.com/comments/${of}/comment/${comment}` }
}

/** A preview's name carries the post's title before `-v0-`, and its query a signature: neither is part of the picture. */
function image(file: string): Recognised {
  const [, key, ending] = file.match(/^(?:.*-v\d{1,2}-)?([\da-z]{2,40})\.([a-z\d]{2,5})$/i) ?? []
  return key ? { id: `image:${key}`, url: `https://i.redd.it/${key}.${ending}` } : null
}

function video(key: string): Recognised {
  return /^[\da-z]{2,40}$/i.test(key) ? { id: `video:${key}`, url: `https://v.redd.it/${key}` } : null
}

/** A picture opened by itself: `/media?url=https://i.redd.it/N.jpg`. */
function opened(url: URL): Recognised {
  const inner = URL.parse(url.searchParams.get('url') ?? '')
  const below = inner && subdomainOf(inner, ['redd.it'])
  return inner && (below === 'i' || below === 'preview') ? shortened(inner, below) : null
}

/** What is behind a share is seen only by following it. */
function shared(url: URL): Recognised {
  const [, path, code] = url.pathname.match(/^\/((?:r|u|user)\/[\w-]{2,30}\/s\/([\da-z]{2,40}))$/i) ?? []
  return code ? { id: `share:${code}`, url: `https://www.reddit.com/${path}` } : null
}

function community(of: string): Recognised {
  const lower = of.toLowerCase()
  return name.test(lower) ? { id: `community:${lower}`, url: `https://www.reddit.com/r/${lower}` } : null
}

function profile(who: string): Recognised {
  const lower = who.toLowerCase()
  return name.test(lower) ? { id: `profile:${lower}`, url: `https://www.reddit.com/user/${lower}` } : null
}

const Post = z.object({
  author: z.string().max(100).nullish(),
  removed_by_category: z.string().max(100).nullable().optional(),
})
const Listing = z
  .tuple([
    z.object({
      data: z.object({
        children: z
          .array(z.object({ data: Post }))
          .min(1)
          .max(2),
      }),
    }),
  ])
  .rest(z.unknown())
const Closed = z.object({ reason: z.enum(['private', 'quarantined', 'gold_only', 'employees_only']) })
