/** xHamster: videos, photo galleries and profiles, on its many hosts. */
import { parameterOf, segmentsOf } from './pieces.ts'
import type { Platform, Recognised } from './platform.ts'
import { sameVideo, tubeCheck } from './tubes.ts'

export const xhamster: Platform = {
  id: 'xhamster',
  name: 'xHamster',
  hosts: ['xhamster.com', 'xhamster.desi', 'xhamster.one', 'xhms.pro', 'xhday.com', 'xhvid.com'],
  hostPattern: /^(?:[a-z\d-]{1,20}\.)?xhamster\d{1,4}\.(?:com|desi)$/,
  examples: [
    ['https://nl.xhamster.com/videos/some-title-xhAbC1d?x=1', 'https://xhamster.com/videos/xhAbC1d', 'video:xhAbC1d'],
    ['xhamster19.desi/videos/some-title-1234567', 'https://xhamster.com/videos/1234567', 'video:1234567'],
    ['https://m.xhamster3.com/movies/1234567/some_title.html', 'https://xhamster.com/videos/1234567', 'video:1234567'],
    ['https://xhamster.one/xembed.php?video=1234567', 'https://xhamster.com/videos/1234567', 'video:1234567'],
    ['https://xhday.com/embed/xhAbC1d', 'https://xhamster.com/videos/xhAbC1d', 'video:xhAbC1d'],
    [
      'https://xhamster.com/photos/gallery/some-title-1234567/2',
      'https://xhamster.com/photos/gallery/1234567',
      'gallery:1234567',
    ],
    ['https://xhvid.com/users/Some_One/videos', 'https://xhamster.com/users/Some_One', 'profile:users/some_one'],
    ['https://xhamster.com/creators/some-one', 'https://xhamster.com/creators/some-one', 'profile:creators/some-one'],
  ],

  recognise(url) {
    const [first = '', second = '', third = ''] = segmentsOf(url)
    switch (first) {
      case 'videos':
        return video(afterDash(second))
      case 'movies':
      case 'embed':
        return video(second)
      case 'xembed.php':
        return video(parameterOf(url, ['video'], id))
      case 'photos':
        return second === 'gallery' ? gallery(afterDash(third)) : null
      case 'users':
      case 'creators':
        return second === 'profiles' && third !== '' ? profile(first, third) : profile(first, second)
    }
    return null
  },

  routes: [
    {
      id: 'report-button',
      recipient: { en: 'xHamster', fr: 'xHamster', nl: 'xHamster', de: 'xHamster' },
      to: { unknown: true },
      grounds: ['dsa16', 'tida', 'terms'],
      asks: {
        en: 'Use Report under the video, and say that you are shown without your consent. A removal form may be linked at the foot of the site.',
        fr: 'Utiliser Signaler sous la vidéo, et dire que la personne montrée n’a pas consenti. Un formulaire de retrait se trouve peut-être en bas du site.',
        nl: 'Gebruik Melden onder de video en zeg dat je zonder toestemming te zien bent. Onderaan de site staat misschien een verwijderformulier.',
        de: 'Unter dem Video Melden wählen und angeben, dass die gezeigte Person nicht zugestimmt hat. Unten auf der Website steht vielleicht ein Löschformular.',
      },
      source: 'https://xhamster.com',
      checked: '2026-11-24',
      sure: 'unconfirmed',
    },
  ],
  hashServices: { stopncii: 'unconfirmed', takeitdown: 'unconfirmed' },

  checks: [
    tubeCheck({
      removed: /<div\s[^<>]{0,200}?\bid=["']videoClosed["']|\bclass=["'][^"'<>]{0,200}\b(?:error-text|video-closed)\b/i,
      blocked: /not available in your (?:country|region)|blocked in your country/i,
      isAnswered: false,
      recognise: (url) => xhamster.recognise(url),
      source: 'https://github.com/yt-dlp/yt-dlp/blob/master/yt_dlp/extractor/xhamster.py',
      checked: '2026-11-24',
    }),
  ],
  successor: sameVideo,
}

/** Digits, or letters that begin with `xh` or have a digit among them: a title's last word is neither. */
const id = /^(?=xh|\D{0,20}\d)[\da-z]{2,20}$/i

function afterDash(name: string): string {
  return name.slice(name.lastIndexOf('-') + 1)
}

function video(which: string | undefined): Recognised {
  if (which === undefined || !id.test(which)) return null
  return { id: `video:${which}`, url: `https://xhamster.com/videos/${which}` }
}

function gallery(which: string): Recognised {
  return id.test(which) ? { id: `gallery:${which}`, url: `https://xhamster.com/photos/gallery/${which}` } : null
}

function profile(kind: string, name: string): Recognised {
  if (!/^[\w.%-]{1,100}$/.test(name)) return null
  return { id: `profile:${kind}/${name.toLowerCase()}`, url: `https://xhamster.com/${kind}/${name}` }
}
