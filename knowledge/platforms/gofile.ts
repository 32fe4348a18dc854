/** gofile: folders by their code, and files on its numbered stores. */
import { readBack } from '#core/location/index.ts'
import { segmentsOf, subdomainOf } from './pieces.ts'
import type { Platform, Recognised } from './platform.ts'
import { untold } from './sights.ts'

export const gofile: Platform = {
  id: 'gofile',
  name: 'gofile',
  hosts: ['gofile.io'],
  examples: [
    ['https://gofile.io/d/aBc123', 'https://gofile.io/d/aBc123', 'folder:aBc123'],
    ['www.gofile.io/?c=aBc123', 'https://gofile.io/d/aBc123', 'folder:aBc123'],
    [
      'https://store1.gofile.io/download/web/01234567-89ab-cdef-0123-456789abcdef/a%20b.mp4?x=1',
      'https://store1.gofile.io/download/web/01234567-89ab-cdef-0123-456789abcdef/a%20b.mp4',
      'file:01234567-89ab-cdef-0123-456789abcdef',
    ],
    [
      'store-eu-par-2.gofile.io/download/01234567-89ab-cdef-0123-456789abcdef/a.mp4',
      'https://store-eu-par-2.gofile.io/download/01234567-89ab-cdef-0123-456789abcdef/a.mp4',
      'file:01234567-89ab-cdef-0123-456789abcdef',
    ],
  ],

  recognise(url) {
    const below = subdomainOf(url, ['gofile.io'])
    const path = segmentsOf(url)
    if (below === '') return folder(path[0] === 'd' ? path[1] : path.length === 0 ? url.searchParams.get('c') : null)
    return below !== null && path[0] === 'download' ? file(url.hostname, path) : null
  },

  routes: [
    {
      id: 'abuse-mail',
      recipient: 'gofile',
      to: { email: 'abuse@gofile.io' },
      grounds: ['dsa16', 'tida', 'abuse', 'gdpr17'],
      asks: {
        en: 'The link is enough. The page itself has a button "Report abuse" too.',
        fr: 'Le lien suffit. La page elle-même a aussi un bouton « Report abuse ».',
        nl: 'De link is genoeg. Op de pagina zelf staat ook een knop "Report abuse".',
        de: 'Der Link genügt. Auch die Seite selbst hat einen Knopf „Report abuse“.',
      },
      source: 'https://gofile.io/terms',
      checked: '2026-11-24',
      sure: 'unconfirmed',
    },
  ],
  hashServices: { stopncii: 'no', takeitdown: 'no' },

  checks: [
    untold(['folder', 'file'], {
      sign: 'it answers nobody without a token of its own',
      source: 'https://gofile.io/api',
      checked: '2026-11-24',
    }),
  ],
}

function folder(code: string | null | undefined): Recognised {
  return code && /^[\w-]{2,64}$/.test(code) ? { id: `folder:${code}`, url: `https://gofile.io/d/${code}` } : null
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

function file(host: string, path: string[]): Recognised {
  const [id] = path.slice(1, 3).filter((part) => uuid.test(part))
  return id === undefined ? null : { id: `file:${id}`, url: `https://${host}/${readBack(path.join('/'))}` }
}
