/** Pornhub: videos, albums, photos, gifs and profiles, on all hosts of its operator's that show them. */
import { parameterOf, segmentsOf, subdomainOf } from './pieces.ts'
import type { Platform, Recognised } from './platform.ts'
import { copyrightRoute, privacyRoute } from './rights.ts'
import { sameVideo, tubeCheck } from './tubes.ts'

const own = ['pornhub.com', 'pornhub.org', 'pornhub.net', 'pornhubpremium.com']

export const pornhub: Platform = {
  id: 'pornhub',
  name: 'Pornhub',
  hosts: [...own, 'thumbzilla.com'],
  examples: [
    [
      'https://nl.pornhub.com/view_video.php?viewkey=ph0a1b2c&t=30',
      'https://www.pornhub.com/view_video.php?viewkey=ph0a1b2c',
      'video:ph0a1b2c',
    ],
    ['pornhub.org/video/show?viewkey=0a1b2c', 'https://www.pornhub.com/view_video.php?viewkey=0a1b2c', 'video:0a1b2c'],
    [
      'https://www.pornhub.com/embed/ph0a1b2c',
      'https://www.pornhub.com/view_video.php?viewkey=ph0a1b2c',
      'video:ph0a1b2c',
    ],
    [
      'https://www.thumbzilla.com/video/ph0a1b2c/some-title',
      'https://www.pornhub.com/view_video.php?viewkey=ph0a1b2c',
      'video:ph0a1b2c',
    ],
    ['https://fr.pornhub.com/album/11', 'https://www.pornhub.com/album/11', 'album:11'],
    ['https://www.pornhub.net/photo/11', 'https://www.pornhub.com/photo/11', 'photo:11'],
    ['https://www.pornhub.com/gif/11', 'https://www.pornhub.com/gif/11', 'gif:11'],
    [
      'https://www.pornhub.com/users/Some_One/videos',
      'https://www.pornhub.com/users/Some_One',
      'profile:users/some_one',
    ],
    [
      'https://www.pornhubpremium.com/model/some-one',
      'https://www.pornhub.com/model/some-one',
      'profile:model/some-one',
    ],
  ],

  recognise(url) {
    const path = segmentsOf(url)
    const [first = '', second = ''] = path
    if (subdomainOf(url, ['thumbzilla.com']) !== null) return first === 'video' ? video(second) : null
    const below = subdomainOf(url, own)
    if (below === null || elsewhere.has(below)) return null
    switch (first) {
      case 'view_video.php':
        return video(parameterOf(url, ['viewkey'], key))
      case 'video':
        return second === 'show' ? video(parameterOf(url, ['viewkey'], key)) : null
      case 'embed':
        return video(second)
      case 'album':
      case 'photo':
      case 'gif':
        return /^\d{1,20}$/.test(second)
          ? { id: `${first}:${second}`, url: `https://www.pornhub.com/${first}/${second}` }
          : null
      case 'users':
      case 'model':
      case 'pornstar':
      case 'channels':
        return profile(first, second)
    }
    return null
  },

  routes: [
    {
      id: 'removal-form',
      recipient: 'Pornhub',
      to: { form: 'https://www.pornhub.com/content-removal' },
      grounds: ['dsa16', 'tida', 'terms'],
      asks: {
        en: 'The form asks for the link of each video or photo, an email address and a statement. Say that you are shown and did not agree.',
        fr: 'Le formulaire demande le lien de chaque vidéo ou photo, une adresse e-mail et une déclaration. Dire que la personne montrée n’a pas consenti.',
        nl: 'Het formulier vraagt de link van elke video of foto, een mailadres en een verklaring. Zeg dat je te zien bent en het niet wilde.',
        de: 'Das Formular fragt nach dem Link jedes Videos oder Fotos, einer Mailadresse und einer Erklärung. Wichtig ist: Die gezeigte Person hat nicht zugestimmt.',
      },
      source: 'https://github.com/chaynHQ/tools',
      checked: '2026-11-24',
      sure: 'reported',
    },
    {
      id: 'dsa-mail',
      recipient: 'Pornhub',
      to: { email: 'dsa@pornhub.com' },
      grounds: ['dsa16'],
      asks: {
        en: 'They need nothing besides what the letter says.',
        fr: 'Il ne leur faut rien de plus que la lettre.',
        nl: 'Ze hebben niets meer nodig dan wat in de brief staat.',
        de: 'Mehr als das, was im Brief steht, ist nicht nötig.',
      },
      source: 'https://www.pornhub.com/information/eu_dsa',
      checked: '2026-11-24',
      sure: 'unconfirmed',
    },
    privacyRoute({
      recipient: 'Pornhub',
      to: { email: 'dpo@pornhub.com' },
      source: 'https://github.com/datenanfragen/data',
      sure: 'reported',
    }),
    copyrightRoute({
      recipient: 'Pornhub',
      to: { email: 'dmca@pornhub.com' },
      source: 'https://github.com/datenanfragen/data',
      sure: 'reported',
    }),
  ],
  hashServices: { stopncii: 'yes', takeitdown: 'yes' },

  checks: [
    tubeCheck({
      removed: /<div\s[^<>]{0,200}?\bclass=["'][^"'<>]{0,200}\b(?:removed|userMessageSection)\b/i,
      blocked: /class=["'][^"']{0,100}\bgeoBlocked\b|content is unavailable in your country/i,
      isAnswered: true,
      recognise: (url) => pornhub.recognise(url),
      source: 'https://github.com/yt-dlp/yt-dlp/blob/master/yt_dlp/extractor/pornhub.py',
      checked: '2026-11-24',
    }),
  ],
  successor: sameVideo,
}

const elsewhere = new Set(['help', 'press', 'shop'])
const key = /^\w{2,40}$/

function video(id: string | undefined): Recognised {
  if (id === undefined || !key.test(id)) return null
  return { id: `video:${id}`, url: `https://www.pornhub.com/view_video.php?viewkey=${id}` }
}

function profile(kind: string, name: string): Recognised {
  if (!/^[\w.%-]{1,100}$/.test(name)) return null
  return { id: `profile:${kind}/${name.toLowerCase()}`, url: `https://www.pornhub.com/${kind}/${name}` }
}
