/** Imgur: single pictures, albums, galleries and profiles. */
import { segmentsOf, subdomainOf } from './pieces.ts'
import type { Platform, Recognised } from './platform.ts'
import { ask, gone, unknown, up } from './sights.ts'

export const imgur: Platform = {
  id: 'imgur',
  name: 'Imgur',
  hosts: ['imgur.com', 'imgur.io'],
  examples: [
    ['https://m.imgur.com/aBc1234', 'https://imgur.com/aBc1234', 'image:aBc1234'],
    ['https://imgur.com/some-title-aBc1234', 'https://imgur.com/aBc1234', 'image:aBc1234'],
    ['https://imgur.com/r/somesub/aBc12', 'https://imgur.com/aBc12', 'image:aBc12'],
    ['https://i.imgur.com/aBc1234h.jpg?1', 'https://imgur.com/aBc1234', 'image:aBc1234'],
    ['i.imgur.com/aBc12.gifv', 'https://imgur.com/aBc12', 'image:aBc12'],
    ['https://imgur.io/a/some-title-aBc12#0', 'https://imgur.com/a/aBc12', 'album:aBc12'],
    ['https://imgur.com/gallery/some-title-aBc1234', 'https://imgur.com/gallery/aBc1234', 'gallery:aBc1234'],
    ['https://imgur.com/t/sometag/aBc1234', 'https://imgur.com/gallery/aBc1234', 'gallery:aBc1234'],
    ['https://imgur.com/user/SomeOne/posts', 'https://imgur.com/user/someone', 'profile:someone'],
  ],

  recognise(url) {
    const below = subdomainOf(url, ['imgur.com', 'imgur.io'])
    const path = segmentsOf(url)
    if (below === 'i') return image(path.at(-1) ?? '')
    return below === '' || below === 'm' ? inside(path) : null
  },

  routes: [
    {
      id: 'removal-form',
      recipient: 'Imgur',
      to: { form: 'https://imgur.com/removalrequest' },
      grounds: ['dsa16', 'tida', 'terms'],
      asks: {
        en: 'The form asks for the link of each picture and an email address. There is also a Report button on the page of the picture.',
        fr: 'Le formulaire demande le lien de chaque image et une adresse e-mail. Un bouton Signaler se trouve aussi sur la page de l’image.',
        nl: 'Het formulier vraagt de link van elke foto en een mailadres. Op de pagina van de foto staat ook een knop om te melden.',
        de: 'Das Formular fragt nach dem Link jedes Bildes und einer Mailadresse. Auch auf der Seite des Bildes gibt es einen Knopf zum Melden.',
      },
      source: 'https://imgur.com/removalrequest',
      checked: '2026-11-24',
      sure: 'unconfirmed',
    },
    {
      id: 'privacy-mail',
      recipient: {
        en: 'Imgur, data protection',
        fr: 'Imgur, protection des données',
        nl: 'Imgur, gegevensbescherming',
        de: 'Imgur, Datenschutz',
      },
      to: { email: 'privacy@imgur.com' },
      grounds: ['dsa16', 'gdpr17'],
      asks: {
        en: 'They need the link of each picture, and that it shows you without your consent. The letter has both.',
        fr: 'Il leur faut le lien de chaque image, et que la personne montrée n’a pas consenti. La lettre contient les deux.',
        nl: 'Ze hebben de link van elke foto nodig, en dat je te zien bent zonder je toestemming. Beide staan in de brief.',
        de: 'Nötig sind der Link jedes Bildes und dass die gezeigte Person nicht zugestimmt hat. Beides steht im Brief.',
      },
      source: 'https://github.com/datenanfragen/data',
      checked: '2026-11-24',
      sure: 'reported',
    },
  ],
  hashServices: { stopncii: 'unconfirmed', takeitdown: 'unconfirmed' },

  checks: [
    {
      kinds: ['image'],
      metadata: false,
      // HEAD alone: the picture is never fetched. What was removed is answered by a picture that says so.
      async look({ id }, deps) {
        const answer = await ask(`https://i.imgur.com/${id.slice('image:'.length)}.jpg`, deps, { method: 'HEAD' })
        if (answer.status === 200) return up('200')
        const to = URL.parse(answer.headers.get('location') ?? '', answer.url)
        return answer.status === 302 && to?.pathname === '/removed.png'
          ? gone('302 to removed.png')
          : unknown(`${answer.status}`)
      },
      source: 'https://github.com/mikf/gallery-dl',
      checked: '2026-11-24',
    },
  ],
}

/** Pages of theirs whose names are as long as an id. */
const theirs = new Set(
  'about account contact emerald forum gallery login memegen press privacy removed rules store terms'.split(' '),
)

function inside([first = '', second = '', third = '']: string[]): Recognised {
  switch (first.toLowerCase()) {
    case 'a':
      return album('a', second)
    case 'gallery':
      return album('gallery', second)
    case 't':
    case 'topic':
      return album('gallery', third)
    case 'r':
      return image(third)
    case 'download':
      return image(second)
    case 'user':
      return profile(second)
  }
  return second === '' || second === 'embed' || second === 'new' ? image(first) : null
}

/** An id has 5 or 7 characters. Before a file's ending one more may stand, which names a size, or `_d` and the like. */
function image(name: string): Recognised {
  const [, long, ending] = name.match(/^([\w%-]{1,300}?)(?:_[a-z\d]{1,4})?(\.[a-z\d]{3,5})?$/i) ?? []
  if (!long) return null
  const last = long.slice(long.lastIndexOf('-') + 1)
  const [, sized] = ending ? (last.match(/^((?:[\da-z]{2})?[\da-z]{5})[sbtmlh]$/i) ?? []) : []
  const id = sized ?? last
  return isId(id) && !theirs.has(id.toLowerCase()) ? { id: `image:${id}`, url: `https://imgur.com/${id}` } : null
}

function album(word: 'a' | 'gallery', name: string): Recognised {
  const id = name.slice(name.lastIndexOf('-') + 1)
  const kind = word === 'a' ? 'album' : 'gallery'
  return isId(id) ? { id: `${kind}:${id}`, url: `https://imgur.com/${word}/${id}` } : null
}

function isId(text: string): boolean {
  return /^[\da-z]{5}(?:[\da-z]{2})?$/i.test(text)
}

function profile(who: string): Recognised {
  const name = who.toLowerCase()
  return /^[\w-]{2,64}$/.test(name) ? { id: `profile:${name}`, url: `https://imgur.com/user/${name}` } : null
}
