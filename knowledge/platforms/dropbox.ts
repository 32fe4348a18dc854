/**
 * Dropbox: shared files and folders, transfers and file requests. The `rlkey` of a newer link opens the content: it stays
 * in the address, because the reviewer needs it, and is never part of the identity.
 */
import { readBack } from '#core/location/index.ts'
import { parameterOf, segmentsOf, subdomainOf } from './pieces.ts'
import type { Platform, Recognised } from './platform.ts'
import { privacyRoute } from './rights.ts'
import { ask, gone, notPublic, unknown, untold, up } from './sights.ts'

export const dropbox: Platform = {
  id: 'dropbox',
  name: 'Dropbox',
  hosts: ['dropbox.com', 'dropboxusercontent.com', 'db.tt'],
  key: { parameter: 'rlkey' },
  examples: [
    ['https://www.dropbox.com/s/aBc123/a%20b.jpg?dl=0', 'https://www.dropbox.com/s/aBc123/a%20b.jpg', 'file:aBc123'],
    ['https://dl.dropboxusercontent.com/s/aBc123/a.jpg', 'https://www.dropbox.com/s/aBc123/a.jpg', 'file:aBc123'],
    ['dl.dropbox.com/s/aBc123/a.jpg?raw=1', 'https://www.dropbox.com/s/aBc123/a.jpg', 'file:aBc123'],
    [
      'https://www.dropbox.com/sh/aBc123/AAx-9/in/a.jpg?dl=0',
      'https://www.dropbox.com/sh/aBc123/AAx-9',
      'folder:aBc123',
    ],
    [
      'https://www.dropbox.com/scl/fi/aBc123/a.mp4?rlkey=k1k1&st=z9&dl=0',
      'https://www.dropbox.com/scl/fi/aBc123/a.mp4?rlkey=k1k1',
      'file:aBc123',
    ],
    [
      'https://www.dropbox.com/e/scl/fi/aBc123/a.mp4?dl=0&rlkey=k1k1',
      'https://www.dropbox.com/scl/fi/aBc123/a.mp4?rlkey=k1k1',
      'file:aBc123',
    ],
    [
      'https://dl.dropboxusercontent.com/scl/fi/aBc123/a.mp4?rlkey=k1k1',
      'https://www.dropbox.com/scl/fi/aBc123/a.mp4?rlkey=k1k1',
      'file:aBc123',
    ],
    [
      'https://www.dropbox.com/scl/fo/aBc123/AAx-9/in/a.jpg?rlkey=k1k1&dl=0',
      'https://www.dropbox.com/scl/fo/aBc123/AAx-9?rlkey=k1k1',
      'folder:aBc123',
    ],
    ['dropbox.com/t/aBc123', 'https://www.dropbox.com/t/aBc123', 'transfer:aBc123'],
    ['https://www.dropbox.com/request/aBc123?oref=e', 'https://www.dropbox.com/request/aBc123', 'filerequest:aBc123'],
    ['db.tt/aBc1', 'https://db.tt/aBc1', 'short:aBc1'],
  ],

  recognise(url) {
    const path = segmentsOf(url)
    if (subdomainOf(url, ['db.tt']) === '') return short(path)
    const below = subdomainOf(url, ['dropbox.com', 'dropboxusercontent.com'])
    return below !== null && /^(?:dl|dl-web|m)?$/.test(below) ? shared(url, path) : null
  },

  routes: [
    {
      id: 'report-form',
      recipient: 'Dropbox, Trust & Safety',
      to: { form: 'https://help.dropbox.com/account-settings/report-abuse' },
      grounds: ['dsa16', 'tida', 'terms'],
      asks: {
        en: 'A category, a description and an email address. Put the whole link into the description as well: without its last part the reviewer may see nothing. On the shared page, the question mark leads to the same report.',
        fr: 'Une catégorie, une description et une adresse e-mail. Mettre aussi le lien entier dans la description : sans sa dernière partie, la personne qui vérifie ne voit peut-être rien. Sur la page partagée, le point d’interrogation mène au même signalement.',
        nl: 'Een categorie, een omschrijving en een mailadres. Zet de hele link ook in de omschrijving: zonder het laatste deel ziet de controleur misschien niets. Op de gedeelde pagina leidt het vraagteken naar dezelfde melding.',
        de: 'Eine Kategorie, eine Beschreibung und eine Mailadresse. Den ganzen Link auch in die Beschreibung schreiben: Ohne den letzten Teil ist bei der Prüfung vielleicht nichts zu sehen. Auf der geteilten Seite führt das Fragezeichen zur selben Meldung.',
      },
      exposes: {
        en: 'Dropbox learns the email address.',
        fr: 'Dropbox apprend l’adresse e-mail.',
        nl: 'Dropbox krijgt het mailadres te zien.',
        de: 'Dropbox erfährt die Mailadresse.',
      },
      source: 'https://help.dropbox.com/account-settings/report-abuse',
      checked: '2026-11-24',
      sure: 'published',
    },
    privacyRoute({
      recipient: 'Dropbox',
      to: { email: 'privacy@dropbox.com' },
      source: 'https://github.com/datenanfragen/data',
      sure: 'reported',
    }),
  ],
  hashServices: { stopncii: 'unconfirmed', takeitdown: 'unconfirmed' },

  checks: [
    {
      kinds: ['file', 'folder', 'transfer'],
      metadata: false,
      source: 'https://help.dropbox.com/share/set-link-permissions',
      checked: '2026-11-24',

      async look({ url }, deps) {
        const page = new URL(url)
        // Without its key, a link that works is answered as one that does not.
        if (page.pathname.startsWith('/scl/') && !page.searchParams.has('rlkey'))
          return unknown('the link lacks its key')
        if (!page.pathname.startsWith('/t/')) page.searchParams.set('dl', '0')
        const { status, headers, text } = await ask(page.href, deps)
        if (status === 404 || status === 410) return gone(`${status}`)
        if (status >= 300 && status < 400) {
          const to = URL.parse(headers.get('location') ?? '', page.href)
          return to?.pathname.startsWith('/sm/password')
            ? notPublic(`${status} to a password`)
            : unknown(`${status} to elsewhere`)
        }
        if (status !== 200) return unknown(`${status}`)
        if (/\b(?:was|been) deleted\b|\bthis item was deleted\b/i.test(text.slice(0, 500_000)))
          return gone('200, deleted')
        return /dropbox/i.test(text.slice(0, 100_000)) ? up('200') : unknown('200, in another form')
      },
    },
    untold(['filerequest'], {
      sign: 'a page to send files to shows none',
      source: 'https://help.dropbox.com/share/set-link-permissions',
      checked: '2026-11-24',
    }),
  ],
}

const code = /^[\w-]{2,100}$/

function shared(url: URL, path: string[]): Recognised {
  const [first = '', ...rest] = path[0] === 'e' ? path.slice(1) : path
  switch (first) {
    case 's': // `/s/dl/H/NAME` and `/s/raw/H/NAME` give the bytes themselves
      return file('s', /^(?:dl|raw)$/.test(rest[0] ?? '') && rest.length > 2 ? rest.slice(1) : rest)
    case 'sh':
      return folder('sh', rest)
    case 'scl': {
      const [kind, ...parts] = rest
      const key = parameterOf(url, ['rlkey'], /^[\w-]{1,100}$/)
      const query = key === undefined ? '' : `?rlkey=${key}`
      return kind === 'fi' ? file('scl/fi', parts, query) : kind === 'fo' ? folder('scl/fo', parts, query) : null
    }
    case 't':
      return plain('transfer', 't', rest)
    case 'request':
      return plain('filerequest', 'request', rest)
  }
  return null
}

function file(word: string, [id = '', name]: string[], query = ''): Recognised {
  if (!code.test(id)) return null
  const named = name === undefined ? '' : `/${query ? name : readBack(name)}`
  return { id: `file:${id}`, url: `https://www.dropbox.com/${word}/${id}${named}${query}` }
}

/** What follows the second code is a place inside the folder; the link opens the whole of it. */
function folder(word: string, [id = '', second]: string[], query = ''): Recognised {
  if (!code.test(id)) return null
  const opens = second !== undefined && /^[\w-]{1,100}$/.test(second) ? `/${second}` : ''
  return { id: `folder:${id}`, url: `https://www.dropbox.com/${word}/${id}${opens}${query}` }
}

function plain(kind: string, word: string, [id = '']: string[]): Recognised {
  return code.test(id) ? { id: `${kind}:${id}`, url: `https://www.dropbox.com/${word}/${id}` } : null
}

function short([id = '', ...rest]: string[]): Recognised {
  return rest.length === 0 && code.test(id) ? { id: `short:${id}`, url: `https://db.tt/${id}` } : null
}
