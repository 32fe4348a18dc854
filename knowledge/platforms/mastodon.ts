/** Mastodon and what answers like it: posts on any host, profiles only where the host is known to be an instance. */

import { z } from 'zod'
import { segmentsOf } from './pieces.ts'
import type { LookDeps, Platform, Recognised, Sight } from './platform.ts'
import { ask, gone, json, unknown, up } from './sights.ts'
import { website } from './website.ts'

/** Large instances. Elsewhere `/@name` may be a page of any other software. */
const instances = ['mastodon.social', 'mastodon.online', 'mstdn.social', 'mas.to', 'fosstodon.org']

export const mastodon: Platform = {
  id: 'mastodon',
  name: 'Mastodon',
  hosts: instances,
  anyHost: true,
  examples: [
    [
      'https://social.example/@some_one/1123456/embed',
      'https://social.example/@some_one/1123456',
      'post:social.example/1123456',
    ],
    [
      'https://mastodon.social/@some_one@social.example/1123456',
      'https://mastodon.social/@some_one@social.example/1123456',
      'post:mastodon.social/1123456',
    ],
    [
      'social.example/users/some_one/statuses/1123456',
      'https://social.example/@some_one/1123456',
      'post:social.example/1123456',
    ],
    [
      'https://social.example/web/@some_one/1123456',
      'https://social.example/@some_one/1123456',
      'post:social.example/1123456',
    ],
    [
      'https://social.example/deck/@some_one/1123456',
      'https://social.example/@some_one/1123456',
      'post:social.example/1123456',
    ],
    [
      'https://social.example/web/statuses/1123456',
      'https://social.example/web/statuses/1123456',
      'post:social.example/1123456',
    ],
    ['https://mastodon.online/@Some_One', 'https://mastodon.online/@Some_One', 'profile:mastodon.online/some_one'],
  ],

  recognise(url) {
    if (url.protocol !== 'https:' || !/\/(?:@|%40|users\/|statuses\/)/.test(url.pathname)) return null
    const path = segmentsOf(url)
    const own = path[0] === 'web' || path[0] === 'deck' ? path.slice(1) : path
    const [first = '', second = ''] = own
    if (path[0] === 'web' && first === 'statuses') return post(url, 'web/statuses', second)
    // `/users/NAME` and `/users/NAME/statuses/N` are how servers name them to one another.
    if (first === 'users' && own.length > 2 && own[2] !== 'statuses') return null
    const [who, id, ...rest] = first === 'users' ? [`@${second}`, ...own.slice(3)] : own
    if (!who || !account.test(who)) return null
    if (id !== undefined && /^\d/.test(id)) return views.has(rest.join('/')) ? post(url, who, id) : null
    return id === undefined || tabs.has(id) ? profile(url, who) : null
  },

  routes: [
    {
      id: 'about-page',
      recipient: {
        en: 'The operators of {host}',
        fr: 'les responsables du serveur {host}',
        nl: 'de beheerders van {host}',
        de: 'die Verantwortlichen von {host}',
      },
      to: { unknown: true },
      grounds: ['dsa16', 'tida', 'gdpr17'],
      asks: {
        en: 'The contact stands on the page /about of the server. Copies live on other servers: each has a link and a contact of its own.',
        fr: 'Le contact se trouve sur la page /about du serveur. Des copies restent sur d’autres serveurs. Chacune a son lien et son contact.',
        nl: 'Het contact staat op de pagina /about van de server. Op andere servers blijven kopieën staan: elke kopie heeft een eigen link en contact.',
        de: 'Der Kontakt steht auf der Seite /about des Servers. Kopien liegen auf anderen Servern: Jede hat einen eigenen Link und einen eigenen Kontakt.',
      },
      exposes: {
        en: 'The one who runs the server may be the one who posted it. Look at the page /about first.',
        fr: 'La personne qui gère le serveur est peut-être celle qui a publié l’image. Regarder d’abord la page /about.',
        nl: 'Wie de server beheert, is misschien ook wie de foto plaatste. Kijk eerst op de pagina /about.',
        de: 'Wer den Server betreibt, hat das Bild vielleicht selbst veröffentlicht. Zuerst auf der Seite /about nachsehen.',
      },
      source: 'https://docs.joinmastodon.org/methods/instance/#v2',
      checked: '2026-11-24',
      sure: 'unconfirmed',
    },
    ...website.routes,
  ],

  checks: [
    {
      kinds: ['post'],
      metadata: false,
      look: ({ id, url }, deps) => lookAt(`/api/v1/statuses/${id.slice(id.lastIndexOf('/') + 1)}`, url, deps),
      source: 'https://docs.joinmastodon.org/methods/statuses/#get',
      checked: '2026-11-24',
    },
    {
      kinds: ['profile'],
      metadata: false,
      look: ({ id, url }, deps) =>
        lookAt(`/api/v1/accounts/lookup?acct=${encodeURIComponent(id.slice(id.lastIndexOf('/') + 1))}`, url, deps),
      source: 'https://docs.joinmastodon.org/methods/accounts/#lookup',
      checked: '2026-11-24',
    },
  ],
}

const account = /^@\w(?:[\w.-]{0,62}\w)?(?:@(?:[a-z\d-]{1,63}\.){1,10}[a-z\d-]{2,63})?$/i
const views = new Set(['', 'activity', 'embed', 'favourites', 'quotes', 'reblogs'])
const tabs = new Set(['featured', 'followers', 'following', 'media', 'with_replies'])

const bare = (host: string) => host.replace(/^www\./, '')

/** Ids are snowflakes; a short number after a name is another software's page. */
function post(url: URL, at: string, id: string): Recognised {
  return /^\d{6,25}$/.test(id) ? { id: `post:${bare(url.host)}/${id}`, url: `https://${url.host}/${at}/${id}` } : null
}

function profile(url: URL, who: string): Recognised {
  const host = bare(url.host)
  if (!instances.includes(host)) return null
  return { id: `profile:${host}/${who.slice(1).toLowerCase()}`, url: `https://${url.host}/${who}` }
}

const Item = z.object({ id: z.string().max(100) })
const Fault = z.object({ error: z.string().max(200) })

/** Only an answer in the software's own form says anything: another site's 404 may be that it has no such interface. */
async function lookAt(path: string, url: string, deps: LookDeps): Promise<Sight> {
  const answer = await ask(new URL(path, url).href, deps)
  const body = json(answer.text)
  const error = Fault.safeParse(body).data?.error ?? ''
  if (answer.status === 200 && Item.safeParse(body).success) return up('200')
  if (answer.status === 404 && /^record not found/i.test(error)) return gone('404 Record not found')
  if (answer.status === 410) return gone('410')
  return answer.status === 200 || answer.status === 404
    ? ((await deps.general?.()) ?? unknown(`${answer.status} of another form`))
    : unknown(`${answer.status}`)
}
