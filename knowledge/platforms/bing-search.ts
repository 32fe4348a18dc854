/** Bing: what a search shows. The page behind a result is a place of its own. */

import { subdomainOf } from './pieces.ts'
import type { Platform } from './platform.ts'
import { queryOf } from './searches.ts'
import { untold } from './sights.ts'

export const bingSearch: Platform = {
  id: 'bing-search',
  name: 'Bing',
  hosts: ['bing.com'],
  examples: [
    ['https://www.bing.com/search?q=Some+One&form=QBLH', 'https://www.bing.com/search?q=Some+One', 'query:some one'],
    [
      'bing.com/images/search?view=detailV2&q=some%20one&mediaurl=https%3A%2F%2Fimg.example%2Fa.jpg',
      'https://www.bing.com/images/search?q=some+one',
      'image-query:some one',
    ],
  ],

  recognise(url) {
    const below = subdomainOf(url, ['bing.com'])
    if (below === null || below.includes('.')) return null
    const query = queryOf(url)
    if (query === null || !/^\/(?:images\/)?search$/.test(url.pathname)) return null
    const images = url.pathname.startsWith('/images/')
    return {
      id: `${images ? 'image-query' : 'query'}:${query.words}`,
      url: `https://www.bing.com/${images ? 'images/' : ''}search?q=${query.written}`,
    }
  },

  routes: [
    {
      id: 'concern-form',
      recipient: 'Microsoft',
      to: { form: 'https://www.microsoft.com/concern' },
      grounds: ['dsa16', 'terms'],
      asks: {
        en: 'Choose Bing as the service, give the links, then choose non-consensual intimate imagery. The page itself stays, and needs a request of its own.',
        fr: 'Choisir Bing comme service, donner les liens, puis choisir les images intimes sans consentement. La page elle-même reste, il faut une autre demande pour elle.',
        nl: 'Kies Bing als dienst, geef de links, en kies dan intieme beelden zonder toestemming. De pagina zelf blijft staan, daar is een apart verzoek voor nodig.',
        de: 'Bing als Dienst wählen, die Links angeben, dann intime Bilder ohne Zustimmung wählen. Die Seite selbst bleibt; dafür braucht es einen eigenen Antrag.',
      },
      source: 'https://www.microsoft.com/concern',
      checked: '2026-11-24',
      sure: 'reported',
    },
    {
      id: 'content-removal',
      recipient: 'Microsoft',
      to: { form: 'https://www.bing.com/webmasters/tools/contentremoval' },
      grounds: ['dsa16'],
      asks: {
        en: 'Use this for a page that is already gone and still appears in the search. It asks for the link.',
        fr: 'À utiliser pour une page déjà supprimée qui apparaît encore dans la recherche. Il faut le lien.',
        nl: 'Gebruik dit voor een pagina die al weg is en toch nog in de zoekresultaten staat. Het vraagt de link.',
        de: 'Für eine Seite, die schon weg ist und trotzdem noch in der Suche erscheint. Gefragt wird nach dem Link.',
      },
      source: 'https://www.bing.com/webmasters/help/bing-content-removal-tool-cb6c294d',
      checked: '2026-11-24',
      sure: 'reported',
    },
    {
      id: 'delisting-form',
      recipient: 'Microsoft',
      to: { form: 'https://www.bing.com/webmaster/tools/eu-privacy-request' },
      grounds: ['gdpr17s'],
      asks: {
        en: 'It asks for the name searched, the country and each link. The page itself stays, and needs a request of its own.',
        fr: 'Il demande le nom recherché, le pays et chaque lien. La page elle-même reste, et demande une démarche à part.',
        nl: 'Het vraagt de gezochte naam, het land en elke link. De pagina zelf blijft, en heeft een eigen verzoek nodig.',
        de: 'Es fragt nach dem gesuchten Namen, dem Land und jedem Link. Die Seite selbst bleibt und braucht einen eigenen Antrag.',
      },
      exposes: {
        en: 'Microsoft learns the name. Its form may want a proof of it: the letter says what the law allows.',
        fr: 'Microsoft apprend le nom. Son formulaire peut vouloir une preuve : la lettre dit ce que la loi permet.',
        nl: 'Microsoft krijgt de naam. Het formulier kan daar een bewijs van willen: de brief zegt wat de wet toelaat.',
        de: 'Microsoft erfährt den Namen. Das Formular kann einen Nachweis wollen: Der Brief sagt, was das Gesetz erlaubt.',
      },
      source: 'https://www.bing.com/webmaster/tools/eu-privacy-request',
      checked: '2026-11-24',
      sure: 'reported',
    },
  ],
  hashServices: { stopncii: 'yes', takeitdown: 'unconfirmed' },

  checks: [
    untold(['query', 'image-query'], {
      sign: 'a search is not asked by machines: look yourself',
      source: 'https://www.microsoft.com/servicesagreement',
      checked: '2026-11-24',
    }),
  ],
}
