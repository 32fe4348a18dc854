/** WhatsApp: invitations to groups, channels and their posts, and telephone numbers, which are personal data. */

import { readPage } from '../web-page.ts'
import { foldName, marksOf, same } from './marks.ts'
import { segmentsOf, subdomainOf } from './pieces.ts'
import type { LookDeps, Platform, Recognised, Sight } from './platform.ts'
import { privacyRoute } from './rights.ts'
import { ask, gone, unknown, untold, up } from './sights.ts'

export const whatsapp: Platform = {
  id: 'whatsapp',
  name: 'WhatsApp',
  hosts: ['whatsapp.com', 'wa.me'],
  scheme: 'whatsapp:',
  examples: [
    [
      'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv?mode=ac_t',
      'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv',
      'invite:AbCdEfGhIjKlMnOpQrStUv',
    ],
    [
      'chat.whatsapp.com/invite/AbCdEfGhIjKlMnOpQrStUv',
      'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv',
      'invite:AbCdEfGhIjKlMnOpQrStUv',
    ],
    [
      'whatsapp://chat?code=AbCdEfGhIjKlMnOpQrStUv',
      'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv',
      'invite:AbCdEfGhIjKlMnOpQrStUv',
    ],
    ['whatsapp.com/channel/0029VaAbC1', 'https://www.whatsapp.com/channel/0029VaAbC1', 'channel:0029VaAbC1'],
    [
      'https://www.whatsapp.com/channel/0029VaAbC1/123',
      'https://www.whatsapp.com/channel/0029VaAbC1/123',
      'channel-post:0029VaAbC1/123',
    ],
    ['https://wa.me/+32470000000?text=hi', 'https://wa.me/32470000000', 'phone:32470000000'],
    ['https://api.whatsapp.com/send?phone=32470000000&text=hi', 'https://wa.me/32470000000', 'phone:32470000000'],
    [
      'https://web.whatsapp.com/send?phone=%2B32%20470%2000%2000%2000',
      'https://wa.me/32470000000',
      'phone:32470000000',
    ],
  ],

  recognise(url) {
    if (url.protocol === 'whatsapp:') return inApp(url)
    const path = segmentsOf(url)
    if (subdomainOf(url, ['wa.me']) === '') return path.length === 1 ? phone(path[0]) : null
    switch (subdomainOf(url, ['whatsapp.com'])) {
      case 'chat':
        return invite(path[0] === 'invite' ? path[1] : path[0])
      case '':
        return path[0] === 'channel' ? channel(path.slice(1)) : null
      case 'api':
      case 'web':
        return asked(url, path[0] ?? '')
    }
    return null
  },

  routes: [
    {
      id: 'in-app',
      recipient: 'WhatsApp',
      to: { unknown: true },
      grounds: ['dsa16', 'tida', 'terms'],
      asks: {
        en: 'In the app: open the chat or the channel, tap its name, then Report. A private group is outside most duties of European law; WhatsApp’s own rules still hold there.',
        fr: 'Dans l’application : ouvrir la discussion ou la chaîne, toucher son nom, puis Signaler. Un groupe privé échappe à la plupart des devoirs du droit européen. Les règles de WhatsApp y valent quand même.',
        nl: 'In de app: open de chat of het kanaal, tik op de naam en kies Melden. Voor een privégroep gelden de meeste plichten van de Europese wet niet. De regels van WhatsApp gelden er wel.',
        de: 'In der App: den Chat oder Kanal öffnen, auf den Namen tippen, dann Melden. Eine private Gruppe liegt außerhalb der meisten Pflichten des europäischen Rechts; die eigenen Regeln von WhatsApp gelten dort trotzdem.',
      },
      exposes: {
        en: 'WhatsApp sees the account that reports, and the last messages of a chat. The admin of a channel is not told.',
        fr: 'WhatsApp voit le compte qui signale, et les derniers messages d’une discussion. L’admin d’une chaîne n’en est pas informé.',
        nl: 'WhatsApp ziet welk account meldt, en de laatste berichten van een chat. De beheerder van een kanaal krijgt het niet te horen.',
        de: 'WhatsApp sieht, welches Konto meldet, und die letzten Nachrichten eines Chats. Wer einen Kanal verwaltet, erfährt nichts davon.',
      },
      source: 'https://faq.whatsapp.com',
      checked: '2026-11-24',
      sure: 'unconfirmed',
    },
    privacyRoute({
      recipient: 'WhatsApp',
      to: { form: 'https://www.whatsapp.com/contact/forms/382532939919295/' },
      source: 'https://github.com/datenanfragen/data',
      sure: 'reported',
    }),
  ],
  hashServices: { stopncii: 'unconfirmed', takeitdown: 'unconfirmed' },

  checks: [
    {
      kinds: ['invite'],
      metadata: true,
      source: 'https://faq.whatsapp.com',
      checked: '2026-11-24',
      look: (location, deps) => preview(location.url, deps),
    },
    {
      kinds: ['channel'],
      metadata: true,
      source: 'https://faq.whatsapp.com',
      checked: '2026-11-24',
      look: (location, deps) => preview(location.url, deps),
    },
    untold(['channel-post'], {
      sign: 'only the app shows it',
      source: 'https://faq.whatsapp.com',
      checked: '2026-11-24',
    }),
    // Whose number it is concerns nobody, and a question about it is one about a person.
    untold(['phone'], {
      sign: 'a person’s number is never asked about',
      source: 'https://faq.whatsapp.com',
      checked: '2026-11-24',
    }),
  ],

  successor(before, after) {
    if (same(before, after, 'picture')) return 'strong'
    return same(before, after, 'title') ? 'weak' : null
  },
}

/** To a plain program it answers with another page. */
const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
/** What its pages are called when they show nothing. */
const generic =
  /^(?:whatsapp(?:\.com| messenger| web)?|(?:whatsapp )?(?:group|channel) invite|whatsapp channel|share on whatsapp)?$/i

/**
 * The page that a messenger would preview: it names the group and its picture, or neither. The picture itself is not
 * fetched. A page that is not plainly theirs says nothing.
 */
async function preview(address: string, deps: LookDeps): Promise<Sight> {
  const answer = await ask(address, deps, { headers: { 'user-agent': browser, 'accept-language': 'en' } })
  if (answer.status !== 200) return unknown(`${answer.status}`)
  const page = readPage(answer.text)
  const title = page.ogTitle ?? ''
  const picture = pictureOf(answer.text)
  if (picture !== null || !generic.test(title)) {
    return up('200 with a name', marksOf({ picture, title: generic.test(title) ? '' : foldName(title) }))
  }
  const theirs = page.ogTitle !== null || /whatsapp/i.test(`${page.title} ${page.words.slice(0, 2_000)}`)
  return theirs ? gone('200 without a name or a picture') : unknown('200, in another form')
}

/** Its path names the picture; the query is a signature that changes. */
function pictureOf(html: string): string | null {
  const [tag] = html.match(/<meta\b[^<>]{0,200}\bog:image["'][^<>]{0,2000}>/i) ?? []
  const url = URL.parse(/\bcontent=["']([^"']{10,2000})["']/i.exec(tag ?? '')?.[1] ?? '')
  return url?.hostname === 'pps.whatsapp.net' ? url.pathname : null
}

function inApp(url: URL): Recognised {
  return asked(url, `${url.hostname}${url.pathname}`.replaceAll('/', ''))
}

function asked(url: URL, word: string): Recognised {
  if (word === 'send') return phone(url.searchParams.get('phone'))
  return word === 'chat' || word === 'accept' ? invite(url.searchParams.get('code')) : null
}

/** 22 characters today; the case is kept. One or two more or less are taken for a form to come, or a slip of the hand. */
function invite(code: string | null | undefined): Recognised {
  return code && /^[a-z\d]{20,24}$/i.test(code)
    ? { id: `invite:${code}`, url: `https://chat.whatsapp.com/${code}` }
    : null
}

function channel([id = '', post = '']: string[]): Recognised {
  if (!/^[\w-]{5,64}$/.test(id)) return null
  const address = `https://www.whatsapp.com/channel/${id}`
  return /^\d{1,12}$/.test(post)
    ? { id: `channel-post:${id}/${post}`, url: `${address}/${post}` }
    : { id: `channel:${id}`, url: address }
}

function phone(written: string | null | undefined): Recognised {
  if (!written || !/^[+\d\s().%-]{5,40}$/.test(written)) return null
  const digits = written.replace(/%[\dA-F]{2}/gi, '').replace(/\D/g, '')
  return /^\d{5,15}$/.test(digits) ? { id: `phone:${digits}`, url: `https://wa.me/${digits}` } : null
}
