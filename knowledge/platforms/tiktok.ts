/** TikTok: videos, photo posts and profiles. */

import { z } from 'zod'
import type { Location } from '#core/location/types.ts'
import { segmentsOf, subdomainOf } from './pieces.ts'
import type { LookDeps, Platform, Recognised, Sight } from './platform.ts'
import { copyrightRoute } from './rights.ts'
import { ask, askPage, gone, json, notPublic, pastedForm, unknown, up } from './sights.ts'

export const tiktok: Platform = {
  id: 'tiktok',
  name: 'TikTok',
  hosts: ['tiktok.com', 'tiktokv.com'],
  examples: [
    [
      'https://www.tiktok.com/@some.one/video/7123?is_from_webapp=1',
      'https://www.tiktok.com/@/video/7123',
      'post:7123',
    ],
    ['tiktok.com/@some.one/photo/7123', 'https://www.tiktok.com/@/video/7123', 'post:7123'],
    ['https://www.tiktokv.com/share/video/7123/', 'https://www.tiktok.com/@/video/7123', 'post:7123'],
    ['https://m.tiktok.com/v/7123.html', 'https://www.tiktok.com/@/video/7123', 'post:7123'],
    ['https://www.tiktok.com/embed/v2/7123', 'https://www.tiktok.com/@/video/7123', 'post:7123'],
    ['https://www.tiktok.com/embed/7123', 'https://www.tiktok.com/@/video/7123', 'post:7123'],
    ['https://vm.tiktok.com/ZMaBc12/', 'https://vm.tiktok.com/ZMaBc12', 'short:ZMaBc12'],
    ['https://vt.tiktok.com/ZSaBc12/', 'https://vt.tiktok.com/ZSaBc12', 'short:ZSaBc12'],
    ['https://tiktok.com/t/ZTaBc12/', 'https://www.tiktok.com/t/ZTaBc12', 'short:ZTaBc12'],
    ['https://www.tiktok.com/@Some.One?lang=nl', 'https://www.tiktok.com/@some.one', 'profile:some.one'],
  ],

  recognise(url) {
    const path = segmentsOf(url)
    const [first = '', second = ''] = path
    const below = subdomainOf(url, ['tiktok.com', 'tiktokv.com'])
    if (below === 'vm' || below === 'vt') return second === '' ? short(`${below}.tiktok.com`, first) : null
    if (below === null || elsewhere.has(below)) return null
    if (first === 't') return short('www.tiktok.com/t', second)
    return post(path.join('/')) ?? profile(first, second)
  },

  routes: [
    {
      id: 'post-menu',
      recipient: 'TikTok Trust & Safety',
      to: { unknown: true },
      grounds: ['dsa16'],
      asks: {
        en: 'Open the menu of the video, choose Report, then Report illegal content. It asks for a country, the law if you know it, and the reasons. The letter gives them.',
        fr: 'Ouvrir le menu de la vidéo, choisir Signaler, puis signaler un contenu illégal. Il faut un pays, la loi si elle est connue, et les raisons. La lettre les donne.',
        nl: 'Open het menu van de video, kies Rapporteren en dan illegale inhoud melden. Er wordt een land gevraagd, de wet als je die kent, en de redenen. Die staan in de brief.',
        de: 'Das Menü des Videos öffnen, Melden wählen, dann illegale Inhalte melden. Gefragt wird nach einem Land, dem Gesetz, wenn es bekannt ist, und den Gründen. Alles steht im Brief.',
      },
      source: 'https://support.tiktok.com/en/safety-hc/report-a-problem',
      checked: '2026-11-24',
      sure: 'published',
    },
    {
      id: 'web-form',
      recipient: 'TikTok Trust & Safety',
      to: { form: 'https://support.tiktok.com' },
      grounds: ['tida', 'dsa16', 'terms'],
      asks: {
        en: 'Look there for the form about sexual abuse, meant for the person who is shown. No account is needed. It asks for the link and a contact for updates.',
        fr: 'Chercher là le formulaire sur les abus sexuels, pour la personne qui est montrée. Aucun compte n’est nécessaire. Il demande le lien et un contact pour la suite.',
        nl: 'Zoek daar het formulier over seksueel misbruik, voor wie te zien is. Een account is niet nodig. Het vraagt de link en een contact voor het vervolg.',
        de: 'Dort das Formular zu sexuellem Missbrauch suchen, für die gezeigte Person. Ein Konto ist nicht nötig. Es fragt nach dem Link und einem Kontakt für die Antwort.',
      },
      source: 'https://support.tiktok.com',
      checked: '2026-11-24',
      sure: 'unconfirmed',
    },
    {
      id: 'privacy-form',
      recipient: 'TikTok',
      to: { form: 'https://www.tiktok.com/legal/report/privacy' },
      grounds: ['dsa16', 'gdpr17'],
      asks: {
        en: 'The form asks for the link of the video or profile, and an email address.',
        fr: 'Le formulaire demande le lien de la vidéo ou du profil, et une adresse e-mail.',
        nl: 'Het formulier vraagt de link van de video of het profiel, en een mailadres.',
        de: 'Das Formular fragt nach dem Link des Videos oder Profils und nach einer Mailadresse.',
      },
      source: 'https://github.com/datenanfragen/data',
      checked: '2026-11-24',
      sure: 'reported',
    },
    copyrightRoute({
      recipient: 'TikTok',
      to: { form: 'https://www.tiktok.com/legal/report/Copyright' },
      source: 'https://github.com/datenanfragen/data',
      sure: 'reported',
    }),
  ],
  hashServices: { stopncii: 'yes', takeitdown: 'yes' },

  checks: [
    {
      kinds: ['post'],
      metadata: false,
      async look(location, deps) {
        const sight = await lookAtEmbedding(location, deps)
        if (sight.state !== 'unknown') return sight
        const shown = await lookAtPage(location, deps)
        // 10204 is said of what is not there and of what is kept from one country: a second sign is asked for.
        return shown.sign === 'status 10204' && sight.sign !== '400' ? unknown(shown.sign) : shown
      },
      source: 'https://github.com/yt-dlp/yt-dlp/blob/master/yt_dlp/extractor/tiktok.py',
      checked: '2026-11-24',
    },
    {
      kinds: ['post'],
      metadata: true, // names and a title; no picture is fetched
      look: lookAtEmbedding,
      source: 'https://developers.tiktok.com/doc/embed-videos/',
      checked: '2026-11-24',
    },
  ],
}

const elsewhere = new Set([
  'ads',
  'business',
  'careers',
  'creatormarketplace',
  'developers',
  'newsroom',
  'seller',
  'shop',
  'support',
])

/** The number alone is the post; whose it is may be left out or wrong. */
const number = '(\\d{1,22})'
const posts = [
  `@[^/]*/(?:video|photo)/${number}(?:/.*)?`,
  `(?:i18n/)?share/(?:video|photo)/${number}(?:/.*)?`,
  `v/${number}(?:\\.html)?`,
  `embed/(?:v\\d/)?${number}`,
  `player/v\\d/${number}`,
].map((form) => new RegExp(`^${form}$`))

function post(path: string): Recognised {
  const id = posts.map((form) => path.match(form)?.[1]).find((found) => found !== undefined)
  return id ? { id: `post:${id}`, url: `https://www.tiktok.com/@/video/${id}` } : null
}

function profile(first: string, tab: string): Recognised {
  const [, name] = first.toLowerCase().match(/^@([\w.-]{2,40})$/) ?? []
  return name && (tab === '' || tab === 'live')
    ? { id: `profile:${name}`, url: `https://www.tiktok.com/@${name}` }
    : null
}

function short(at: string, code: string): Recognised {
  return /^\w{2,40}$/.test(code) ? { id: `short:${code}`, url: `https://${at}/${code}` } : null
}

const Embedding = z.object({ author_url: z.string().max(500).optional(), code: z.number().optional() })

/** Whether a form without a name is answered to is not known: its 400 may speak of the form. */
async function lookAtEmbedding(location: Location, deps: LookDeps): Promise<Sight> {
  const named = pastedForm(location, deps.pasted, (url) => tiktok.recognise(url))
  const answer = await ask(`https://www.tiktok.com/oembed?url=${encodeURIComponent(named ?? location.url)}`, deps)
  const { data } = Embedding.safeParse(json(answer.text))
  if (answer.status === 200) return data?.author_url ? up('200 with an author') : unknown('200 without an author')
  return named && answer.status === 400 && data?.code === 400 ? gone('400') : unknown(`${answer.status}`)
}

/** The state that the page carries. */
async function lookAtPage({ url }: Location, deps: LookDeps): Promise<Sight> {
  const answer = await askPage(url, deps)
  if (answer.status !== 200) return unknown(`${answer.status}`)
  const [, code = ''] = answer.text.match(/"webapp\.video-detail":\{[^{}]{0,300}?"statusCode":(\d{1,6})\b/) ?? []
  switch (code) {
    case '0':
      return up('status 0')
    case '10204':
    case '10221':
      return gone(`status ${code}`)
    case '10216':
    case '10222':
      return notPublic(`status ${code}`)
  }
  return unknown('a page without a state')
}
