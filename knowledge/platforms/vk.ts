/** VK: photos, videos, posts, albums, topics, documents, and the pages of people and communities. */
import { parameterOf, segmentsOf, subdomainOf } from './pieces.ts'
import type { Platform, Recognised } from './platform.ts'
import { askPage, gone, landing, unknown, untold, up } from './sights.ts'

const own = ['vk.com', 'vk.ru', 'vkvideo.ru', 'vkontakte.ru']

export const vk: Platform = {
  id: 'vk',
  name: 'VK',
  hosts: [...own, 'vk.cc'],
  examples: [
    ['https://m.vk.com/photo-11_22?list=x&from=y', 'https://vk.com/photo-11_22', 'photo:-11_22'],
    ['https://vk.com/albums-11?z=photo-11_22%2Falbum-11_00%2Frev', 'https://vk.com/photo-11_22', 'photo:-11_22'],
    ['https://vk.ru/some.page?w=wall-11_22', 'https://vk.com/wall-11_22', 'wall:-11_22'],
    ['https://new.vk.com/album11_00', 'https://vk.com/album11_00', 'album:11_00'],
    ['vk.com/topic-11_22?post=33', 'https://vk.com/topic-11_22', 'topic:-11_22'],
    ['https://vk.com/doc11_22?hash=aBc&dl=1', 'https://vk.com/doc11_22', 'doc:11_22'],
    ['https://vkvideo.ru/video-11_22?list=aBc', 'https://vk.com/video-11_22', 'video:-11_22'],
    ['https://vk.com/clip-11_22', 'https://vk.com/video-11_22', 'video:-11_22'],
    ['https://vk.com/video_ext.php?oid=-11&id=22&hash=aBc', 'https://vk.com/video-11_22', 'video:-11_22'],
    ['https://vk.com/id11', 'https://vk.com/id11', 'profile:id11'],
    ['http://vkontakte.ru/club11', 'https://vk.com/club11', 'profile:club11'],
    ['https://vk.com/albums-11', 'https://vk.com/albums-11', 'profile:albums-11'],
    ['https://vk.com/Some.Page', 'https://vk.com/some.page', 'profile:some.page'],
    ['https://vk.cc/aBc1', 'https://vk.cc/aBc1', 'short:aBc1'],
  ],

  recognise(url) {
    const path = segmentsOf(url)
    if (url.hostname === 'vk.cc' || url.hostname === 'www.vk.cc') return short(path)
    const below = subdomainOf(url, own)
    if (below === null) return null
    const place = shownAbove(url) ?? objectIn(path) ?? embedded(url, path)
    return place ?? (/^(?:m|new|mobile|old|wap)?$/.test(below) ? page(path) : null)
  },

  routes: [
    {
      id: 'support-chat',
      recipient: { en: 'VK, support', fr: 'VK, assistance', nl: 'VK, ondersteuning', de: 'VK, Support' },
      to: { form: 'https://vk.com/support' },
      grounds: ['dsa16', 'terms'],
      asks: {
        en: 'It opens only with an account. Give the link of the page. Without an account, use the menu of the photo or post and choose Report.',
        fr: 'La page ne s’ouvre qu’avec un compte. Donner le lien de la page. Sans compte, ouvrir le menu de la photo ou de la publication et choisir Signaler.',
        nl: 'De pagina opent alleen met een account. Geef de link van de pagina. Zonder account: open het menu van de foto of het bericht en kies Melden.',
        de: 'Die Seite öffnet sich nur mit einem Konto. Den Link der Seite angeben. Ohne Konto: das Menü des Fotos oder Beitrags öffnen und Melden wählen.',
      },
      exposes: {
        en: 'VK sees the account that you write from.',
        fr: 'VK voit quel compte écrit.',
        nl: 'VK ziet vanaf welk account je schrijft.',
        de: 'VK sieht, von welchem Konto aus geschrieben wird.',
      },
      source: 'https://vk.com/support',
      checked: '2026-11-24',
      sure: 'unconfirmed',
    },
    {
      id: 'privacy-mail',
      recipient: {
        en: 'VK, data protection',
        fr: 'VK, protection des données',
        nl: 'VK, gegevensbescherming',
        de: 'VK, Datenschutz',
      },
      to: { email: 'dpo@corp.my.com' },
      grounds: ['dsa16', 'gdpr17'],
      asks: {
        en: 'They ask for a name, the link of the page, an email address and a phone number.',
        fr: 'Ils demandent un nom, le lien de la page, une adresse e-mail et un numéro de téléphone.',
        nl: 'Ze vragen een naam, de link van de pagina, een mailadres en een telefoonnummer.',
        de: 'Gefragt wird nach einem Namen, dem Link der Seite, einer Mailadresse und einer Telefonnummer.',
      },
      exposes: {
        en: 'They may also want an identity document. You do not have to give one. A helpline can report the page instead.',
        fr: 'Ils peuvent aussi vouloir une pièce d’identité. Rien n’oblige à la donner. Une ligne d’aide peut faire le signalement à la place.',
        nl: 'Ze kunnen ook een identiteitsbewijs willen. Dat hoef je niet te geven. Een hulplijn kan de pagina in jouw plaats melden.',
        de: 'Vielleicht wird auch ein Ausweis verlangt. Niemand muss ihn geben. Eine Hilfsstelle kann die Seite stattdessen melden.',
      },
      minors: false,
      source: 'https://github.com/datenanfragen/data',
      checked: '2026-11-24',
      sure: 'reported',
    },
  ],
  hashServices: { stopncii: 'no', takeitdown: 'no' },

  checks: [
    {
      kinds: ['profile'],
      metadata: false,
      async look({ url }, deps) {
        const answer = await askPage(url, deps)
        if (landing(answer, url) !== 'there') return unknown('a redirect')
        if (answer.status === 404) return gone('404')
        return answer.status === 200 ? up('200') : unknown(`${answer.status}`)
      },
      source: 'https://github.com/WebBreacher/WhatsMyName',
      checked: '2026-11-24',
    },
    untold(['photo', 'wall', 'album', 'topic', 'doc', 'video'], {
      sign: 'often seen with an account alone',
      source: 'https://vk.com/support',
      checked: '2026-11-24',
    }),
  ],
}

/** What is shown over a page stands in its query (`z`, `w`), and is what she sees: it wins over the path. */
function shownAbove(url: URL): Recognised {
  for (const name of ['z', 'w']) {
    const [first = ''] = (url.searchParams.get(name) ?? '').split(/\/|%2F/i)
    const place = objectIn([first]) ?? (/^(?:id|club|public|event)\d+$/i.test(first) ? page([first]) : null)
    if (place) return place
  }
  return null
}

const object = /^(photo|wall|album|topic|doc|video|clip)(-?\d{1,20})_(\d{1,20})(?:_\w{1,80})?$/i

/** The last part wins: `/video/playlist/-1_2/video-1_3`. A key may follow a second `_`; the same object without it. */
function objectIn(path: string[]): Recognised {
  const [, kind, owner, item] = path.findLast((part) => object.test(part))?.match(object) ?? []
  if (!kind || !owner || !item) return null
  return objectOf(kind.toLowerCase() === 'clip' ? 'video' : kind.toLowerCase(), `${owner}_${item}`)
}

function objectOf(kind: string, id: string): Recognised {
  return { id: `${kind}:${id}`, url: `https://vk.com/${kind}${id}` }
}

function embedded(url: URL, path: string[]): Recognised {
  if (path.at(-1) !== 'video_ext.php') return null
  const owner = parameterOf(url, ['oid'], /^-?\d{1,20}$/)
  const item = parameterOf(url, ['id'], /^\d{1,20}$/)
  return owner === undefined || item === undefined ? null : objectOf('video', `${owner}_${item}`)
}

const theirs = new Set(
  `about activation ads apps app artist audios away away.php badbrowser.php blog bugs business calls data dev editapp faq
  feed fave friends games gifts groups help im join jobs login market mail music notifications people photos press privacy
  restore search settings share.php stickers support terms test vkpay video videos widget_community.php
  widget_comments.php`.split(/\s+/),
)
/** Objects of kinds that are not read here: no page's name either. */
const otherObject = /^(?:app|article|audio|audio_playlist|gift|market|note|page|podcast|poll|product|story)-?\d+_/

function page([first = '', ...rest]: string[]): Recognised {
  const name = first.toLowerCase().replace(/^@/, '')
  if (rest.length > 0 || theirs.has(name) || name.endsWith('.php') || otherObject.test(name)) return null
  return /^[a-z][\w.-]{1,63}$/.test(name) ? { id: `profile:${name}`, url: `https://vk.com/${name}` } : null
}

function short([code = '', ...rest]: string[]): Recognised {
  return rest.length === 0 && /^[\w-]{2,40}$/.test(code) ? { id: `short:${code}`, url: `https://vk.cc/${code}` } : null
}
