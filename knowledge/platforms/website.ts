/**
 * Any other place. Identity: host without `www.`, path, and the query without what only tracks the visitor, its
 * parameters in order of name. A port other than 80 and 443 is another server, so it stays.
 *
 * `ipfs://CID/PATH` and `ipns://…` are places as well, with the identity `url:ipfs/CID/PATH`: they name content and no
 * server, so their request has no address to go to. A gateway's address (`https://ipfs.io/ipfs/CID`) is that gateway's
 * page: its operator can take it off, and another gateway's copy is another place.
 */
import { readBack } from '#core/location/index.ts'
import { blossomCheck } from '../blossom.ts'
import type { Platform } from './platform.ts'
import { waybackCheck, waybackRoute } from './wayback.ts'

export const website: Platform = {
  id: 'website',
  name: 'Website',
  hosts: [],
  examples: [
    [
      'http://WWW.Example.org:80/a/?utm_source=x&b=2&a=1#top',
      'https://www.example.org/a?a=1&b=2',
      'url:example.org/a?a=1&b=2',
    ],
    ['https://example.org/', 'https://example.org/', 'url:example.org'],
    ['example.org/?q=1&fbclid=2', 'https://example.org/?q=1', 'url:example.org/?q=1'],
    ['https://example.org:8443/a', 'https://example.org:8443/a', 'url:example.org:8443/a'],
    [
      'https://forum.example.org/t.php?t=1&sid=0123456789abcdef0123456789abcdef',
      'https://forum.example.org/t.php?t=1',
      'url:forum.example.org/t.php?t=1',
    ],
    ['https://example.org/a;jsessionid=0A1B?x=1', 'https://example.org/a?x=1', 'url:example.org/a?x=1'],
    [
      'https://discord.gg.evil.example/AbCd',
      'https://discord.gg.evil.example/AbCd',
      'url:discord.gg.evil.example/AbCd',
    ],
    ['https://discord.gg@evil.example/AbCd', 'https://evil.example/AbCd', 'url:evil.example/AbCd'],
    ['ipfs://QmYwAPJzv5CZsnA/a.jpg', 'ipfs://QmYwAPJzv5CZsnA/a.jpg', 'url:ipfs/QmYwAPJzv5CZsnA/a.jpg'],
    ['ipns://example.org/a', 'ipns://example.org/a', 'url:ipns/example.org/a'],
  ],

  recognise(url) {
    const query = url.search === '' ? '' : queryOf(url)
    const path = url.pathname.replace(/;jsessionid=[^/;]*/i, '')
    if (url.protocol === 'ipfs:' || url.protocol === 'ipns:') {
      const scheme = url.protocol.slice(0, -1)
      const at = readBack(`${url.host}${path === '/' ? '' : path}`)
      return url.host === '' ? null : { id: `url:${scheme}/${at}`, url: `${scheme}://${at}` }
    }
    if (url.protocol !== 'https:') return null
    const page = readBack(query === '' ? path : `${path}?${query}`)
    const host = url.host.replace(/^www\.(?=[^.]+\.)/, '')
    return { id: `url:${host}${page === '/' ? '' : page}`, url: `https://${url.host}${page}` }
  },

  checks: [waybackCheck, blossomCheck],

  routes: [
    waybackRoute,
    {
      id: 'abuse-mail',
      recipient: {
        en: 'The operators of {host}',
        fr: 'les responsables du site {host}',
        nl: 'de beheerders van {host}',
        de: 'die Verantwortlichen von {host}',
      },
      to: { email: 'abuse@{domain}' },
      grounds: ['dsa16', 'tida', 'abuse', 'gdpr17'],
      asks: {
        en: 'The address is a guess from a common rule (RFC 2142). If the site has a contact page, a legal notice or a report form, use that. If the one who posted it runs the site, the letter may reach that person.',
        fr: 'L’adresse est déduite d’une règle courante (RFC 2142). Si le site a une page de contact, des mentions légales ou un formulaire, mieux vaut les utiliser. Si le site appartient à la personne qui a publié l’image, la lettre peut lui parvenir.',
        nl: 'Het adres is afgeleid van een gangbare regel (RFC 2142). Heeft de site een contactpagina, een colofon of een meldformulier, gebruik dan dat. Is de site van wie de foto plaatste, dan kan de brief bij die persoon terechtkomen.',
        de: 'Die Adresse ist nach einer üblichen Regel vermutet (RFC 2142). Hat die Website eine Kontaktseite, ein Impressum oder ein Meldeformular, ist das besser. Gehört die Website der Person, die das Bild veröffentlicht hat, kann der Brief dort ankommen.',
      },
      source: 'https://www.rfc-editor.org/rfc/rfc2142#section-2',
      checked: '2026-11-24',
      sure: 'unconfirmed',
    },
    {
      id: 'contact-page',
      recipient: {
        en: 'The operators of {host}',
        fr: 'les responsables du site {host}',
        nl: 'de beheerders van {host}',
        de: 'die Verantwortlichen von {host}',
      },
      to: { unknown: true },
      grounds: ['dsa16', 'tida', 'gdpr17'],
      asks: {
        en: 'Look for a contact page, a legal notice or a report form on the site, and send the letter there.',
        fr: 'Chercher sur le site une page de contact, des mentions légales ou un formulaire. La lettre s’envoie là.',
        nl: 'Zoek op de site naar een contactpagina, een colofon of een meldformulier, en stuur de brief daarheen.',
        de: 'Auf der Website nach einer Kontaktseite, einem Impressum oder einem Meldeformular suchen und den Brief dorthin senden.',
      },
      source: 'https://eur-lex.europa.eu/eli/reg/2022/2065/oj',
      checked: '2026-11-24',
      sure: 'unconfirmed',
    },
    {
      id: 'blossom-report',
      recipient: {
        en: 'The operators of {host}',
        fr: 'les responsables du site {host}',
        nl: 'de beheerders van {host}',
        de: 'die Verantwortlichen von {host}',
      },
      to: { unknown: true },
      grounds: ['dsa16'],
      asks: {
        en: 'Only for files on a Blossom server, whose address ends in 64 letters and digits. The server takes a report that is signed with a Nostr key: “npx vigie report ADDRESS” prepares it, and an organisation can sign and send it.',
        fr: 'Seulement pour les fichiers d’un serveur Blossom, dont l’adresse finit par 64 lettres et chiffres. Le serveur accepte un signalement signé avec une clé Nostr : « npx vigie report ADRESSE » le prépare, une association peut le signer et l’envoyer.',
        nl: 'Alleen voor bestanden op een Blossom-server, waarvan het adres eindigt op 64 letters en cijfers. De server neemt een melding aan die met een Nostr-sleutel is ondertekend: “npx vigie report ADRES” bereidt die voor, en een organisatie kan haar ondertekenen en versturen.',
        de: 'Nur für Dateien auf einem Blossom-Server, deren Adresse mit 64 Buchstaben und Ziffern endet. Der Server nimmt eine Meldung an, die mit einem Nostr-Schlüssel signiert ist. „npx vigie report ADRESSE“ bereitet sie vor, und eine Organisation kann sie signieren und senden.',
      },
      exposes: {
        en: 'The key that signs it, to the server, which may show it to others.',
        fr: 'La clé qui signe, au serveur, qui peut la montrer à d’autres.',
        nl: 'De sleutel die ondertekent, aan de server, die hem aan anderen kan tonen.',
        de: 'Den Schlüssel, der signiert: Der Server erfährt ihn und kann ihn anderen zeigen.',
      },
      source: 'https://github.com/hzrd149/blossom/blob/master/buds/09.md',
      checked: '2026-11-24',
      sure: 'published',
    },
  ],
}

/** Parameters that name the visit and not the page. Compared in lower case. */
const tracking = new Set([
  'fbclid',
  'gclid',
  'dclid',
  'wbraid',
  'gbraid',
  'msclkid',
  'yclid',
  'twclid',
  'ttclid',
  'igsh',
  'igshid',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  '_ga',
  '_gl',
  'ref_src',
  'ref_url',
  'srsltid',
  'si',
  'phpsessid',
  'jsessionid',
])

function queryOf({ search }: URL): string {
  const parameters = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !tracks(part))
  // What would look like an HTML entity after an `&` is written as its code.
  const written = parameters.map((parameter) => parameter.replace(/^(#?\w{1,8});/, '$1%3B'))
  return written.sort(byName).join('&')
}

function tracks(parameter: string): boolean {
  const [name = '', value = ''] = parameter.toLowerCase().split('=', 2)
  if (/^(?:utm|mtm|ga)_/.test(name) || tracking.has(name)) return true
  return (name === 'sid' || name === 's') && /^[0-9a-f]{32}$/.test(value)
}

/**
 * Stable: parameters of one name keep their order, which may mean something. Names are read before they are compared: a
 * character that is written as its code later must not change its place.
 */
function byName(a: string, b: string): number {
  const [first, second] = [nameOf(a), nameOf(b)]
  return first < second ? -1 : first > second ? 1 : 0
}

function nameOf(parameter: string): string {
  const [name = ''] = parameter.split('=', 1)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
