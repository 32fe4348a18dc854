/** XVideos: videos and profiles. A video has a number and a code of letters; which belong together is not seen offline. */
import { segmentsOf, subdomainOf } from './pieces.ts'
import type { Platform, Recognised } from './platform.ts'
import { sameVideo, tubeCheck } from './tubes.ts'

const own = ['xvideos.com', 'xvideos2.com', 'xvideos.es']

export const xvideos: Platform = {
  id: 'xvideos',
  name: 'XVideos',
  hosts: own,
  examples: [
    ['https://www.xvideos.com/video1234/some_title', 'https://www.xvideos.com/video1234', 'video:1234'],
    ['fr.xvideos.com/video.aBc1xyz/some_title', 'https://www.xvideos.com/video.aBc1xyz', 'video:aBc1xyz'],
    ['https://www.xvideos.es/embedframe/1234', 'https://www.xvideos.com/video1234', 'video:1234'],
    ['https://xvideos2.com/embedframe/aBc1xyz', 'https://www.xvideos.com/video.aBc1xyz', 'video:aBc1xyz'],
    [
      'https://www.xvideos.com/profiles/Some_One#_tabVideos',
      'https://www.xvideos.com/profiles/Some_One',
      'profile:profiles/some_one',
    ],
    [
      'https://www.xvideos.com/amateurs/some-one',
      'https://www.xvideos.com/amateurs/some-one',
      'profile:amateurs/some-one',
    ],
    [
      'https://www.xvideos.com/models/some-one-1',
      'https://www.xvideos.com/models/some-one-1',
      'profile:models/some-one-1',
    ],
  ],

  recognise(url) {
    const below = subdomainOf(url, own)
    return below === null || elsewhere.has(below) ? null : inside(segmentsOf(url))
  },

  routes: [
    {
      id: 'report-button',
      recipient: 'XVideos (WebGroup Czech Republic)',
      to: { unknown: true },
      grounds: ['dsa16', 'tida', 'terms'],
      asks: {
        en: 'Use Report under the video, and say that you are shown without your consent. For more than one video, look for the removal page at the foot of the site.',
        fr: 'Utiliser Signaler sous la vidéo, et dire que la personne montrée n’a pas consenti. Pour plusieurs vidéos, chercher la page de retrait en bas du site.',
        nl: 'Gebruik Melden onder de video en zeg dat je zonder toestemming te zien bent. Voor meer dan één video: zoek de verwijderpagina onderaan de site.',
        de: 'Unter dem Video Melden wählen und angeben, dass die gezeigte Person nicht zugestimmt hat. Für mehr als ein Video unten auf der Website die Löschseite suchen.',
      },
      source: 'https://digital-strategy.ec.europa.eu/en/policies/list-designated-vlops-and-vloses',
      checked: '2026-11-24',
      sure: 'reported',
    },
  ],
  hashServices: { stopncii: 'unconfirmed', takeitdown: 'unconfirmed' },

  checks: [
    tubeCheck({
      removed: /<h1\s[^<>]{0,200}?\bclass=["'][^"'<>]{0,200}\binlineError\b/i,
      blocked: /not available in your (?:country|region)|blocked in your country/i,
      isAnswered: false,
      recognise: (url) => xvideos.recognise(url),
      source: 'https://github.com/yt-dlp/yt-dlp/blob/master/yt_dlp/extractor/xvideos.py',
      checked: '2026-11-24',
    }),
  ],
  successor: sameVideo,
}

const elsewhere = new Set(['blog', 'forum', 'help', 'info'])
const profiles = new Set([
  'amateur-channels',
  'amateurs',
  'channels',
  'model-channels',
  'models',
  'pornstar-channels',
  'pornstars',
  'profiles',
])

function inside([first = '', second = '', third = '', fourth = '']: string[]): Recognised {
  const [, number, code] = first.match(/^video(?:-?(\d{1,15})|\.(\w{2,20}))$/) ?? []
  if (number || code) return video(number ?? code)
  if (first === 'embedframe') return video(second)
  if (first === 'prof-video-click') return video(fourth)
  return profiles.has(first) && third === '' ? profile(first, second) : null
}

function video(id: string | undefined): Recognised {
  if (id === undefined || !/^\w{1,20}$/.test(id)) return null
  return { id: `video:${id}`, url: `https://www.xvideos.com/video${/^\d+$/.test(id) ? '' : '.'}${id}` }
}

function profile(kind: string, name: string): Recognised {
  if (!/^[\w.%-]{1,100}$/.test(name)) return null
  return { id: `profile:${kind}/${name.toLowerCase()}`, url: `https://www.xvideos.com/${kind}/${name}` }
}
