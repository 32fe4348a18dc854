/** Google Search: what a search shows, and a picture among its results. The page behind it is a place of its own. */

import { segmentsOf, subdomainOf } from './pieces.ts'
import type { Platform, Recognised } from './platform.ts'
import { queryOf } from './searches.ts'
import { untold } from './sights.ts'

/** The national hosts, as Google lists them. */
const own = `com ad ae com.af com.ag al am co.ao com.ar as at com.au az ba com.bd be bf bg com.bh bi bj com.bn com.bo
  com.br bs bt co.bw by com.bz ca cd cf cg ch ci co.ck cl cm cn com.co co.cr com.cu cv com.cy cz de dj dk dm com.do dz
  com.ec ee com.eg es com.et fi com.fj fm fr ga ge gg com.gh com.gi gl gm gr com.gt gy com.hk hn hr ht hu co.id ie co.il
  im co.in iq is it je com.jm jo co.jp co.ke com.kh ki kg co.kr com.kw kz la com.lb li lk co.ls lt lu lv com.ly co.ma md
  me mg mk ml com.mm mn com.mt mu mv mw com.mx com.my co.mz com.na com.ng com.ni ne nl no com.np nr nu co.nz com.om
  com.pa com.pe com.pg com.ph com.pk pl pn com.pr ps pt com.py com.qa ro ru rw com.sa com.sb sc se com.sg sh si sk
  com.sl sn so sm sr st com.sv td tg co.th com.tj tl tm tn to com.tr tt com.tw co.tz com.ua co.ug co.uk com.uy co.uz
  com.vc co.ve co.vi com.vn vu ws rs co.za co.zm co.zw cat`
  .split(/\s+/)
  .map((ending) => `google.${ending}`)

export const googleSearch: Platform = {
  id: 'google-search',
  name: 'Google Search',
  hosts: own,
  examples: [
    [
      'https://www.google.be/search?q=Some++One&sca_esv=1',
      'https://www.google.com/search?q=Some+One',
      'query:some one',
    ],
    [
      'https://www.google.com/search?tbm=isch&q=some%20one',
      'https://www.google.com/search?q=some+one&udm=2',
      'image-query:some one',
    ],
    ['google.co.uk/search?q=some+one&udm=2', 'https://www.google.com/search?q=some+one&udm=2', 'image-query:some one'],
    [
      'https://www.google.nl/imgres?imgurl=https%3A%2F%2Fimg.example%2Fa.jpg&imgrefurl=https%3A%2F%2Fforum.example%2Fa&tbnid=x',
      'https://www.google.com/imgres?imgurl=https://img.example/a.jpg&imgrefurl=https://forum.example/a',
      'result:https://forum.example/a',
    ],
  ],

  recognise(url) {
    const below = subdomainOf(url, own)
    if (below === null || !/^(?:encrypted|images|m)?$/.test(below)) return null
    const [first, ...rest] = segmentsOf(url)
    if (rest.length > 0) return null
    if (first === 'imgres') return result(url)
    if (first !== 'search' && first !== 'images') return null
    const query = queryOf(url)
    if (query === null) return null
    const images =
      first === 'images' ||
      below === 'images' ||
      url.searchParams.get('tbm') === 'isch' ||
      url.searchParams.get('udm') === '2'
    return {
      id: `${images ? 'image-query' : 'query'}:${query.words}`,
      url: `https://www.google.com/search?q=${query.written}${images ? '&udm=2' : ''}`,
    }
  },

  routes: [
    {
      id: 'intimate-form',
      recipient: 'Google Search',
      to: { form: 'https://support.google.com/websearch/answer/6302812' },
      grounds: ['dsa16', 'terms'],
      asks: {
        en: 'The form asks for each link. Say that you are shown, did not agree, and got no money for it. If you are under 18 in the picture, choose that option. Somebody who acts for you says so. Google can filter look-alikes too. The page itself stays, and needs a request of its own.',
        fr: 'Le formulaire demande chaque lien. Dire que la personne montrée n’a pas consenti et n’a reçu aucun argent. Pour une image faite avant 18 ans, choisir cette option. Une personne qui agit pour une autre le dit. Google peut aussi filtrer les images semblables. La page elle-même reste, il faut une autre demande pour elle.',
        nl: 'Het formulier vraagt elke link. Zeg dat je te zien bent, het niet wilde en er geen geld voor kreeg. Ben je jonger dan 18 op de foto, kies dan die optie. Wie voor jou optreedt, zegt dat erbij. Google kan ook gelijkende foto’s wegfilteren. De pagina zelf blijft staan, daar is een apart verzoek voor nodig.',
        de: 'Das Formular fragt nach jedem Link. Wichtig ist: Die gezeigte Person hat nicht zugestimmt und kein Geld dafür bekommen. Für ein Bild aus der Zeit vor 18 diese Option wählen. Wer für die Person handelt, gibt das an. Google kann auch ähnliche Bilder ausfiltern. Die Seite selbst bleibt; dafür braucht es einen eigenen Antrag.',
      },
      source: 'https://support.google.com/websearch/answer/6302812',
      checked: '2026-11-24',
      sure: 'published',
    },
    {
      id: 'fake-images-form',
      recipient: 'Google Search',
      to: { form: 'https://support.google.com/websearch/answer/9116649' },
      grounds: ['dsa16', 'terms'],
      asks: {
        en: 'This form is for pictures that were made or changed by a computer. It asks for each link. Say that the picture is fake and shows you.',
        fr: 'Ce formulaire est pour les images créées ou modifiées par ordinateur. Il demande chaque lien. Dire que l’image est fausse et montre une personne réelle.',
        nl: 'Dit formulier is voor foto’s die met de computer zijn gemaakt of veranderd. Het vraagt elke link. Zeg dat de foto nep is en jou toont.',
        de: 'Dieses Formular ist für Bilder, die ein Computer gemacht oder verändert hat. Es fragt nach jedem Link. Wichtig ist: Das Bild ist gefälscht und zeigt eine wirkliche Person.',
      },
      source: 'https://support.google.com/websearch/answer/9116649',
      checked: '2026-11-24',
      sure: 'published',
    },
    {
      id: 'outdated-content',
      recipient: 'Google Search',
      to: { form: 'https://search.google.com/search-console/remove-outdated-content' },
      grounds: ['dsa16'],
      asks: {
        en: 'Use this for a page that is already gone and still appears in the search. It asks for the link.',
        fr: 'À utiliser pour une page déjà supprimée qui apparaît encore dans la recherche. Il faut le lien.',
        nl: 'Gebruik dit voor een pagina die al weg is en toch nog in de zoekresultaten staat. Het vraagt de link.',
        de: 'Für eine Seite, die schon weg ist und trotzdem noch in der Suche erscheint. Gefragt wird nach dem Link.',
      },
      source: 'https://support.google.com/webmasters/answer/7041154',
      checked: '2026-11-24',
      sure: 'published',
    },
    {
      id: 'delisting-form',
      recipient: 'Google Search',
      to: { form: 'https://reportcontent.google.com/forms/rtbf' },
      grounds: ['gdpr17s'],
      asks: {
        en: 'It asks for the name searched and each link. The page itself stays, and needs a request of its own.',
        fr: 'Il demande le nom recherché et chaque lien. La page elle-même reste, et demande une démarche à part.',
        nl: 'Het vraagt de gezochte naam en elke link. De pagina zelf blijft, en heeft een eigen verzoek nodig.',
        de: 'Es fragt nach dem gesuchten Namen und jedem Link. Die Seite selbst bleibt und braucht einen eigenen Antrag.',
      },
      exposes: {
        en: 'Google may tell the site that a link was taken out of the search.',
        fr: 'Google peut dire au site qu’un lien a été retiré de la recherche.',
        nl: 'Google kan de site laten weten dat een link uit de zoekresultaten is gehaald.',
        de: 'Google kann der Website mitteilen, dass ein Link aus der Suche entfernt wurde.',
      },
      source: 'https://reportcontent.google.com/forms/rtbf',
      checked: '2026-11-24',
      sure: 'unconfirmed',
    },
  ],
  hashServices: { stopncii: 'yes', takeitdown: 'no' },

  checks: [
    untold(['query', 'image-query', 'result'], {
      sign: 'a search is not asked by machines: look yourself',
      source: 'https://policies.google.com/terms',
      checked: '2026-11-24',
    }),
  ],
}

function result(url: URL): Recognised {
  const [picture, page] = [url.searchParams.get('imgurl'), url.searchParams.get('imgrefurl')]
  if (!picture || !page) return null
  return {
    id: `result:${page}`,
    url: `https://www.google.com/imgres?imgurl=${legible(picture)}&imgrefurl=${legible(page)}`,
  }
}

/** As it is, but for what would end the value or change it. */
function legible(value: string): string {
  return encodeURIComponent(value).replace(/%(?:3A|2F|3F|3D|40|2C|3B|24)/g, (code) => decodeURIComponent(code))
}
