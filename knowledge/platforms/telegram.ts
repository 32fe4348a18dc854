/** Telegram: public chats and their messages, private ones by number, invitations, folders of chats, stories. */

import { foldName, marksOf, same } from './marks.ts'
import { segmentsOf, subdomainOf } from './pieces.ts'
import type { Platform, Recognised, Sight } from './platform.ts'
import { copyrightRoute } from './rights.ts'
import { ask, gone, unknown, untold, up } from './sights.ts'

const own = ['t.me', 'telegram.me', 'telegram.dog']

export const telegram: Platform = {
  id: 'telegram',
  name: 'Telegram',
  hosts: [...own, 'web.telegram.org'],
  scheme: 'tg:',
  examples: [
    ['https://t.me/Some_Chat?boost', 'https://t.me/some_chat', 'chat:some_chat'],
    ['https://telegram.me/s/Some_Chat?before=50', 'https://t.me/some_chat', 'chat:some_chat'],
    ['some_chat.t.me', 'https://t.me/some_chat', 'chat:some_chat'],
    ['tg://resolve?domain=Some_Chat', 'https://t.me/some_chat', 'chat:some_chat'],
    ['https://web.telegram.org/k/#@Some_Chat', 'https://t.me/some_chat', 'chat:some_chat'],
    ['telegram.dog/Some_Chat/42?single', 'https://t.me/some_chat/42', 'message:some_chat/42'],
    ['https://t.me/s/Some_Chat/42?comment=7', 'https://t.me/some_chat/42', 'message:some_chat/42'],
    ['https://t.me/Some_Chat/3/42', 'https://t.me/some_chat/42', 'message:some_chat/42'],
    ['tg://resolve?domain=Some_Chat&post=42&single', 'https://t.me/some_chat/42', 'message:some_chat/42'],
    ['https://t.me/c/1234567890/42', 'https://t.me/c/1234567890/42', 'message:c/1234567890/42'],
    ['https://t.me/c/1234567890/3/42?single', 'https://t.me/c/1234567890/42', 'message:c/1234567890/42'],
    ['https://t.me/+AbCd-Ef_12345678', 'https://t.me/+AbCd-Ef_12345678', 'invite:AbCd-Ef_12345678'],
    ['https://t.me/joinchat/AbCd-Ef_12345678', 'https://t.me/+AbCd-Ef_12345678', 'invite:AbCd-Ef_12345678'],
    ['tg://join?invite=AbCd-Ef_12345678', 'https://t.me/+AbCd-Ef_12345678', 'invite:AbCd-Ef_12345678'],
    ['https://t.me/addlist/AbCd-Ef_1', 'https://t.me/addlist/AbCd-Ef_1', 'folder:AbCd-Ef_1'],
    ['https://t.me/Some_Chat/s/9', 'https://t.me/some_chat/s/9', 'story:some_chat/9'],
  ],

  recognise(url) {
    if (url.protocol === 'tg:') return inApp(url)
    if (url.hostname === 'web.telegram.org') return chat(url.hash.match(/^#@(\w+)/)?.[1])
    const below = subdomainOf(url, own)
    const path = segmentsOf(url)
    if (below === '') return onPages(path)
    // `NAME.t.me` is theirs; the other two hosts have no such form.
    return below !== null && url.hostname.endsWith('.t.me') && !below.includes('.') ? onPages([below, ...path]) : null
  },

  routes: [
    {
      id: 'dsa-form',
      recipient: 'Telegram',
      to: { form: 'https://telegram.org/dsa-report' },
      grounds: ['dsa16'],
      asks: {
        en: 'A name, a way to reach you, and an explanation that convinces. One report, well explained, is better than many: who repeats reports without grounds is suspended.',
        fr: 'Un nom, un moyen de vous joindre, et une explication convaincante. Un seul signalement bien expliqué vaut mieux que plusieurs : qui en répète sans fondement est suspendu.',
        nl: 'Een naam, hoe ze je bereiken, en een uitleg die overtuigt. Eén goed uitgelegde melding is beter dan veel: wie ongegronde meldingen herhaalt, wordt geschorst.',
        de: 'Ein Name, ein Weg für die Antwort und eine Erklärung, die überzeugt. Eine gut erklärte Meldung ist besser als viele: Wer Meldungen ohne Grund wiederholt, wird gesperrt.',
      },
      exposes: {
        en: 'Telegram learns the name and the way to reach you.',
        fr: 'Telegram apprend le nom et le moyen de vous joindre.',
        nl: 'Telegram krijgt de naam te zien en hoe je te bereiken bent.',
        de: 'Telegram erfährt den Namen und den Weg für die Antwort.',
      },
      // The form wants a name, which Article 16(2)(c) spares a minor.
      minors: false,
      source: 'https://telegram.org/dsa-report',
      checked: '2026-11-24',
      sure: 'published',
    },
    {
      id: 'minors-mail',
      recipient: 'Telegram',
      to: { email: 'stopCA@telegram.org' },
      grounds: ['dsa16', 'terms'],
      asks: {
        en: 'Only for a picture of somebody under 18. The link of each message, not only of the chat. A name is not needed. A helpline can write instead.',
        fr: 'Seulement pour une image d’une personne de moins de 18 ans. Le lien de chaque message, pas seulement celui du groupe. Un nom n’est pas nécessaire. Une ligne d’aide peut écrire à votre place.',
        nl: 'Alleen voor een foto van iemand onder 18 jaar. De link van elk bericht, niet alleen van de groep. Een naam is niet nodig. Een hulplijn kan in jouw plaats schrijven.',
        de: 'Nur für ein Bild einer Person unter 18. Der Link jeder Nachricht, nicht nur der Gruppe. Ein Name ist nicht nötig. Eine Hilfsstelle kann stattdessen schreiben.',
      },
      exposes: {
        en: 'Telegram sees the email address that the mail comes from.',
        fr: 'Telegram voit l’adresse d’où vient l’e-mail.',
        nl: 'Telegram ziet van welk adres de mail komt.',
        de: 'Telegram sieht, von welcher Adresse die Mail kommt.',
      },
      source: 'https://bugs.telegram.org/c/42114',
      checked: '2026-11-24',
      sure: 'reported',
    },
    {
      id: 'abuse-mail',
      recipient: 'Telegram',
      to: { email: 'abuse@telegram.org' },
      grounds: ['tida', 'dsa16', 'terms', 'abuse'],
      asks: {
        en: 'The link of each message, not only of the chat.',
        fr: 'Le lien de chaque message, pas seulement celui du groupe.',
        nl: 'De link van elk bericht, niet alleen van de groep.',
        de: 'Der Link jeder Nachricht, nicht nur der Gruppe.',
      },
      exposes: {
        en: 'Telegram sees the email address that the mail comes from.',
        fr: 'Telegram voit l’adresse d’où vient l’e-mail.',
        nl: 'Telegram ziet van welk adres de mail komt.',
        de: 'Telegram sieht, von welcher Adresse die Mail kommt.',
      },
      source: 'https://telegram.org/faq',
      checked: '2026-11-24',
      sure: 'unconfirmed',
    },
    copyrightRoute({
      recipient: 'Telegram',
      to: { email: 'dmca@telegram.org' },
      source: 'https://telegram.org/faq',
      sure: 'unconfirmed',
    }),
  ],
  hashServices: { stopncii: 'no', takeitdown: 'no' },

  checks: [
    {
      kinds: ['chat'],
      metadata: true,
      source: 'https://core.telegram.org/widgets/post',
      checked: '2026-11-24',

      async look({ id, url }, deps) {
        const { status, text } = await ask(url, deps)
        return status === 200 ? card(text, id.slice('chat:'.length)) : unknown(`${status}`)
      },
    },
    {
      kinds: ['invite'],
      metadata: true,
      source: 'https://core.telegram.org/widgets/post',
      checked: '2026-11-24',

      // Of a code that leads nowhere, the page says nothing either way.
      async look({ url }, deps) {
        const { status, text } = await ask(url, deps)
        if (status !== 200) return unknown(`${status}`)
        const sight = card(text, undefined)
        return sight.state === 'gone' ? unknown('200 without a title') : sight
      },
    },
    {
      kinds: ['message'],
      metadata: false,
      source: 'https://core.telegram.org/widgets/post',
      checked: '2026-11-24',

      async look({ id, url }, deps) {
        if (id.startsWith('message:c/')) return unknown('only members can see it')
        const { status, text } = await ask(`${url}?embed=1`, deps)
        if (status !== 200) return unknown(`${status}`)
        if (hasClass(text, 'tgme_widget_message_error')) {
          // The same place says as well that only the app shows a message.
          const told = textOf(text, 'tgme_widget_message_error')
          return /\b(?:open telegram|restricted|private|age)\b/i.test(told)
            ? unknown('200, shown in the app alone')
            : gone('200 with an error')
        }
        const shown = ['tgme_widget_message_text', 'tgme_widget_message_author', 'tgme_widget_message_bubble']
        return shown.some((name) => hasClass(text, name)) ? up('200 with the message') : unknown('200, in another form')
      },
    },
    untold(['folder', 'story'], {
      sign: 'only the app shows it',
      source: 'https://core.telegram.org/widgets/post',
      checked: '2026-11-24',
    }),
  ],

  successor(before, after) {
    if (before.name === undefined || after.name === undefined) return null
    if (before.movedTo === after.name) return 'strong'
    if (same(before, after, 'title') && same(before, after, 'about')) return 'strong'
    return same(before, after, 'title') ? 'weak' : null
  },
}

/** The card by which t.me presents a chat. A name that nobody has gets a page without one, which robots shall not list. */
function card(html: string, name: string | undefined): Sight {
  if (hasClass(html, 'tgme_page_title')) {
    const about = textOf(html, 'tgme_page_description')
    return up(
      '200 with a title',
      marksOf({
        name,
        title: foldName(textOf(html, 'tgme_page_title')),
        about: about.length >= 20 ? about.slice(0, 500) : null,
        movedTo: /\bmoved? (?:\w+ )?(?:to|here):?\s*(?:@|(?:https?:\/\/)?t\.me\/)(\w{4,32})/i
          .exec(about)?.[1]
          ?.toLowerCase(),
        members: textOf(html, 'tgme_page_extra').replace(/\D/g, '').slice(0, 12),
      }),
    )
  }
  const hidden = /<meta\b[^<>]{0,100}\brobots["'][^<>]{0,100}\bnoindex\b/i.test(html)
  return hidden && /\btgme_|telegram/i.test(html.slice(0, 200_000))
    ? gone('200 without a title')
    : unknown('200, in another form')
}

function hasClass(html: string, name: string): boolean {
  return classed(name).test(html)
}

/** The words right behind the start of such an element, tags left out. */
function textOf(html: string, name: string): string {
  const found = classed(name).exec(html)
  if (!found) return ''
  const within = html.slice(found.index + found[0].length, found.index + found[0].length + 4_000)
  const [inside = ''] = within.replace(/^[^<>]*>/, '').split(/<\/(?:div|p|h\d)/i, 1)
  return inside
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function classed(name: string): RegExp {
  return new RegExp(`\\bclass=["'](?:[\\w-]{1,60} ){0,8}${name}(?=["' ])`, 'i')
}

const number = /^\d{1,15}$/

function onPages(path: string[]): Recognised {
  const [first = '', second = ''] = path
  if (first.startsWith('+') || first.startsWith('%2B')) return invite(first.replace(/^\+|^%2B/, ''))
  switch (first.toLowerCase()) {
    case 'joinchat':
      return invite(second)
    case 'addlist':
      return folder(second)
    case 'c':
      return inPrivate(second, path.slice(2))
    case 's':
      return ofName(path.slice(1))
  }
  return ofName(path)
}

/** `tg://resolve?domain=…`; the slashes may be missing. */
function inApp(url: URL): Recognised {
  const asked = (name: string) => url.searchParams.get(name) ?? ''
  switch (`${url.hostname}${url.pathname}`.replaceAll('/', '')) {
    case 'resolve':
      return number.test(asked('story'))
        ? ofName([asked('domain'), 's', asked('story')])
        : ofName([asked('domain'), ...(number.test(asked('post')) ? [asked('post')] : [])])
    case 'privatepost':
      return inPrivate(asked('channel'), [asked('post')])
    case 'join':
      return invite(asked('invite'))
    case 'addlist':
      return folder(asked('slug'))
  }
  return null
}

/** First words of a path that are theirs and nobody's name. */
const theirs = new Set(
  `addemoji addlist addstickers addstyle addtheme auction bg boost call confirmphone contact giftcode invoice iv joinchat
  login newbot nft proxy setlanguage share socks stickers telegramiv`.split(/\s+/),
)

/** Names are told apart without regard to case; those sold at auction have four letters. */
function nameOf(text: string | undefined): string | null {
  const name = text?.replace(/^@/, '').toLowerCase() ?? ''
  return /^[a-z]\w{1,62}[a-z\d]$/.test(name) && !theirs.has(name) ? name : null
}

function ofName([first, ...rest]: string[]): Recognised {
  const name = nameOf(first)
  if (name === null) return null
  if (rest[0] === 's') {
    const story = rest[1] ?? ''
    return number.test(story) ? { id: `story:${name}/${story}`, url: `https://t.me/${name}/s/${story}` } : chat(name)
  }
  // `/NAME/TOPIC/N`: a message's number is unique in its chat. `/NAME/app` is a part of a bot.
  const post = rest.slice(0, 2).findLast((part) => number.test(part))
  if (!number.test(rest[0] ?? '') || post === undefined) return chat(name)
  return { id: `message:${name}/${post}`, url: `https://t.me/${name}/${post}` }
}

function chat(name: string | undefined): Recognised {
  const of = nameOf(name)
  return of === null ? null : { id: `chat:${of}`, url: `https://t.me/${of}` }
}

function inPrivate(of: string, rest: string[]): Recognised {
  const post = rest.slice(0, 2).findLast((part) => number.test(part))
  if (!number.test(of) || post === undefined || !number.test(rest[0] ?? '')) return null
  return { id: `message:c/${of}/${post}`, url: `https://t.me/c/${of}/${post}` }
}

/** A code of digits alone is a telephone number. */
function invite(code: string): Recognised {
  return /^[\w-]{6,64}$/.test(code) && !/^\d+$/.test(code)
    ? { id: `invite:${code}`, url: `https://t.me/+${code}` }
    : null
}

function folder(code: string): Recognised {
  return /^[\w-]{4,64}$/.test(code) ? { id: `folder:${code}`, url: `https://t.me/addlist/${code}` } : null
}
