/** X, which was Twitter: posts, profiles, and the pictures behind them. */

import { z } from 'zod'
import { parameterOf, segmentsOf, subdomainOf } from './pieces.ts'
import type { Platform, Recognised } from './platform.ts'
import { privacyRoute } from './rights.ts'
import { ask, gone, json, notPublic, unknown, up } from './sights.ts'

/** The proxies show the same posts, to chats or without an account. */
const own = ['x.com', 'twitter.com']
const proxies = ['fxtwitter.com', 'vxtwitter.com', 'fixupx.com', 'fixvx.com', 'nitter.net']

export const x: Platform = {
  id: 'x',
  name: 'X',
  hosts: [...own, ...proxies, 'pbs.twimg.com', 't.co'],
  examples: [
    ['https://x.com/some_one/status/1234?s=20&t=aBc', 'https://x.com/i/status/1234', 'post:1234'],
    ['https://mobile.twitter.com/some_one/status/1234/photo/1', 'https://x.com/i/status/1234', 'post:1234'],
    ['twitter.com/i/web/status/1234', 'https://x.com/i/status/1234', 'post:1234'],
    ['https://twitter.com/some_one/statuses/1234', 'https://x.com/i/status/1234', 'post:1234'],
    ['https://fxtwitter.com/some_one/status/1234/en', 'https://x.com/i/status/1234', 'post:1234'],
    ['https://nitter.net/some_one/status/1234#m', 'https://x.com/i/status/1234', 'post:1234'],
    [
      'https://pbs.twimg.com/media/FaBc-_12?format=PNG&name=large',
      'https://pbs.twimg.com/media/FaBc-_12?format=png',
      'media:FaBc-_12',
    ],
    [
      'https://pbs.twimg.com/media/FaBc-_12.jpg:large',
      'https://pbs.twimg.com/media/FaBc-_12?format=jpg',
      'media:FaBc-_12',
    ],
    ['https://pbs.twimg.com/media/FaBc-_12', 'https://pbs.twimg.com/media/FaBc-_12?format=jpg', 'media:FaBc-_12'],
    ['https://x.com/Some_One?lang=nl', 'https://x.com/some_one', 'profile:some_one'],
    ['https://t.co/aBc123', 'https://t.co/aBc123', 'short:aBc123'],
  ],

  recognise(url) {
    const path = segmentsOf(url)
    const [first = '', second = ''] = path
    if (url.hostname === 't.co') return short(first, second)
    if (url.hostname === 'pbs.twimg.com') return first === 'media' ? media(url, second) : null
    const below = subdomainOf(url, own)
    if (below === null ? subdomainOf(url, proxies) === null : !/^(?:m|mobile)?$/.test(below)) return null
    // Before 2012 the path stood behind `#!`.
    return inside(path.length === 0 && url.hash.startsWith('#!/') ? url.hash.slice(3).split('/') : path)
  },

  routes: [
    {
      id: 'take-it-down-form',
      recipient: 'X Safety',
      to: { form: 'https://help.x.com/forms/safety-and-sensitive-content/take-it-down' },
      grounds: ['tida'],
      asks: {
        en: 'No account is needed. It asks for a name as signature, a statement in good faith and a way to reach you.',
        fr: 'Aucun compte n’est nécessaire. Le formulaire demande un nom comme signature, une déclaration de bonne foi et un moyen de contact.',
        nl: 'Een account is niet nodig. Het formulier vraagt een naam als handtekening, een verklaring te goeder trouw en hoe ze je bereiken.',
        de: 'Ein Konto ist nicht nötig. Gefragt wird nach einem Namen als Unterschrift, einer Erklärung in gutem Glauben und einem Weg für die Antwort.',
      },
      source: 'https://help.x.com/forms/safety-and-sensitive-content/take-it-down',
      checked: '2026-11-24',
      sure: 'published',
    },
    {
      id: 'post-menu',
      recipient: 'X Safety',
      to: { unknown: true },
      grounds: ['dsa16', 'terms'],
      asks: {
        en: 'Open the menu of the post and report it. Choose illegal content in the EU, or private content without consent.',
        fr: 'Ouvrir le menu de la publication et la signaler. Choisir contenu illégal dans l’UE, ou contenu privé sans consentement.',
        nl: 'Open het menu van het bericht en meld het. Kies illegale inhoud in de EU, of privé-inhoud zonder toestemming.',
        de: 'Das Menü des Beitrags öffnen und ihn melden. Illegale Inhalte in der EU wählen, oder private Inhalte ohne Zustimmung.',
      },
      source: 'https://help.x.com/en/rules-and-policies/intimate-media',
      checked: '2026-11-24',
      sure: 'unconfirmed',
    },
    privacyRoute({
      recipient: 'X',
      to: { form: 'https://help.x.com/forms/privacy' },
      source: 'https://github.com/datenanfragen/data',
      sure: 'reported',
    }),
  ],
  hashServices: { stopncii: 'no', takeitdown: 'no' },

  checks: [
    {
      kinds: ['post'],
      metadata: false,
      // What embedded posts are shown from: not a published interface, so anything unlike it says nothing.
      async look({ id }, deps) {
        const number = id.slice('post:'.length)
        const answer = await ask(
          `https://cdn.syndication.twimg.com/tweet-result?id=${number}&token=${tokenOf(number)}`,
          deps,
        )
        if (answer.status === 404) return gone('404')
        if (answer.status !== 200) return unknown(`${answer.status}`)
        const { success, data } = Shown.safeParse(json(answer.text))
        if (!success) return unknown('an answer of another form')
        if (data.__typename === 'Tweet') return up('Tweet')
        const reason = data.tombstone?.text?.text ?? ''
        if (/limits who can|protected|age-restricted|log ?in/i.test(reason))
          return notPublic('TweetTombstone: not for all')
        return gone('TweetTombstone')
      },
      source: 'https://github.com/vercel/react-tweet',
      checked: '2026-11-24',
    },
  ],
}

const theirs = new Set(
  `about account compose download explore hashtag home i intent jobs login logout messages notifications oauth privacy
  search search-advanced settings share signup status statuses tos who_to_follow`.split(/\s+/),
)
const tabs = new Set([
  'articles',
  'followers',
  'following',
  'highlights',
  'likes',
  'media',
  'photo',
  'verified_followers',
  'with_replies',
])

function inside(path: string[]): Recognised {
  const at = path.findIndex((part) => part === 'status' || part === 'statuses')
  if (at >= 0 && at <= 2) {
    // A proxy may be asked for the file itself: `/status/1234.mp4`.
    const [, id] = path[at + 1]?.match(/^(\d{1,20})(?:\.\w{1,5})?$/) ?? []
    return id ? { id: `post:${id}`, url: `https://x.com/i/status/${id}` } : null
  }
  const [first = '', tab = ''] = path
  const name = first.replace(/^@/, '').toLowerCase()
  if (!/^\w{1,20}$/.test(name) || theirs.has(name) || !(tab === '' || tabs.has(tab))) return null
  return { id: `profile:${name}`, url: `https://x.com/${name}` }
}

function media(url: URL, file: string): Recognised {
  const [, key, ending] = file.match(/^([\w-]{2,40})(?:\.(\w{2,5}))?(?:(?::|%3A)\w{1,10})?$/i) ?? []
  if (!key) return null
  const format = (ending ?? parameterOf(url, ['format'], /^\w{2,5}$/) ?? 'jpg').toLowerCase()
  return { id: `media:${key}`, url: `https://pbs.twimg.com/media/${key}?format=${format}` }
}

function short(code: string, more: string): Recognised {
  return more === '' && /^\w{2,40}$/.test(code) ? { id: `short:${code}`, url: `https://t.co/${code}` } : null
}

const Shown = z.object({
  __typename: z.enum(['Tweet', 'TweetTombstone']),
  tombstone: z.object({ text: z.object({ text: z.string().max(2_000) }).optional() }).optional(),
})

/** The token that embedded posts send along: made from the number, a check against slips and no secret. */
function tokenOf(id: string): string {
  return ((Number(id) / 1e15) * Math.PI).toString(36).replace(/0+|\./g, '')
}
