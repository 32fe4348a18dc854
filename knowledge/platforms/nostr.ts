/** Nostr: events, accounts and addresses by their NIP-19 names, bare or as the last part of a viewer's address. */
import { decode, noteEncode, npubEncode } from 'nostr-tools/nip19'
import { z } from 'zod'
import { openRelay } from '../protocols/nostr/relay.ts'
import type { LookDeps, Platform, Recognised, Sight } from './platform.ts'
import { gone, unknown, up } from './sights.ts'

export const nostr: Platform = {
  id: 'nostr',
  name: 'Nostr',
  hosts: [
    'njump.me',
    'primal.net',
    'snort.social',
    'iris.to',
    'coracle.social',
    'nostr.band',
    'yakihonne.com',
    'nostrudel.ninja',
  ],
  scheme: 'nostr:',
  examples: [
    [
      'https://njump.me/note10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qnx3ujq',
      'nostr:note10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qnx3ujq',
      'event:7e7e9c42a91bfef19fa929e5fda1b72e0ebc1a4c1141673e2794234d86addf4e',
    ],
    [
      'nostr:nevent1qgspydxx8l9ex335q7he0f09aej04zpazpl0ne2cgukyawd24mayt8gpzdmhxue69uhhyetvv9ujuetcv9khqmr9qqs8ul5ug253hlh3n75jne0a5xmjur4urfxpzst88cnegg6ds6ka7ns9xee6p',
      'nostr:note10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qnx3ujq',
      'event:7e7e9c42a91bfef19fa929e5fda1b72e0ebc1a4c1141673e2794234d86addf4e',
    ],
    [
      'https://nostrudel.ninja/#/u/npub1zg6vv07tjdrrgpa0j7j7tmnyl2yr6yr7l8j4s3evf6u64th6gkwsfq0xkp',
      'nostr:npub1zg6vv07tjdrrgpa0j7j7tmnyl2yr6yr7l8j4s3evf6u64th6gkwsfq0xkp',
      'pubkey:1234c63fcb93463407af97a5e5ee64fa883d107ef9e558472c4eb9aaaefa459d',
    ],
    [
      'https://primal.net/p/nprofile1qyfhwumn8ghj7un9d3shjtn90psk6urvv5qzqy35ccluhy6xxsr6l9a9uhhxf75g85g8a709tprjcn4e42h053va50kc2g',
      'nostr:npub1zg6vv07tjdrrgpa0j7j7tmnyl2yr6yr7l8j4s3evf6u64th6gkwsfq0xkp',
      'pubkey:1234c63fcb93463407af97a5e5ee64fa883d107ef9e558472c4eb9aaaefa459d',
    ],
    [
      'https://yakihonne.com/article/naddr1qvzqqqr4gupzqy35ccluhy6xxsr6l9a9uhhxf75g85g8a709tprjcn4e42h053vaqyfhwumn8ghj7un9d3shjtn90psk6urvv5qqvcfqwpskwegsz2gv4',
      'nostr:naddr1qvzqqqr4gupzqy35ccluhy6xxsr6l9a9uhhxf75g85g8a709tprjcn4e42h053vaqyfhwumn8ghj7un9d3shjtn90psk6urvv5qqvcfqwpskwegsz2gv4',
      'address:30023:1234c63fcb93463407af97a5e5ee64fa883d107ef9e558472c4eb9aaaefa459d:a page',
    ],
  ],

  recognise(url) {
    if (url.protocol === 'nostr:') return named(url.pathname.replace(/^\/+/, '') || url.hostname)
    // Viewers that are one page keep their path behind the `#`.
    const path = `${url.pathname}${url.hash.startsWith('#/') ? url.hash.slice(1).replace(/[?#].*$/, '') : ''}`
    return named(path.split('/').findLast((part) => part !== '') ?? '')
  },

  routes: [
    {
      id: 'relay-contact',
      recipient: {
        en: 'The operators of the relays that carry it',
        fr: 'les responsables des relais qui la diffusent',
        nl: 'de beheerders van de relays die het verspreiden',
        de: 'die Verantwortlichen der Relays, die es verbreiten',
      },
      to: { unknown: true },
      grounds: ['dsa16', 'tida', 'gdpr17'],
      asks: {
        en: 'Each relay names a contact in its public information. The picture itself is on a media host: that address is a place of its own, and the first to write to.',
        fr: 'Chaque relais indique un contact dans ses informations publiques. L’image elle-même est chez un hébergeur. Son adresse est un lieu à part, et c’est là qu’il faut écrire d’abord.',
        nl: 'Elke relay noemt een contact in zijn openbare gegevens. De foto zelf staat bij een mediahost: dat adres is een plek op zich, en daar schrijf je het eerst naartoe.',
        de: 'Jedes Relay nennt in seinen öffentlichen Angaben einen Kontakt. Das Bild selbst liegt bei einem Medien-Host. Dessen Adresse ist ein eigener Ort, und dorthin geht der erste Brief.',
      },
      source: 'https://github.com/nostr-protocol/nips/blob/master/11.md',
      checked: '2026-11-24',
      sure: 'unconfirmed',
    },
    {
      id: 'media-host-report',
      recipient: { en: 'The media host', fr: 'l’hébergeur de l’image', nl: 'de mediahost', de: 'der Medien-Host' },
      to: { unknown: true },
      grounds: ['dsa16'],
      asks: {
        en: 'Hosts of the Blossom kind take a signed report (BUD-09). It needs a Nostr key: make a new one, or ask a helpline.',
        fr: 'Les hébergeurs de type Blossom acceptent un signalement signé (BUD-09). Il faut une clé Nostr. En créer une nouvelle, ou demander à une ligne d’aide.',
        nl: 'Hosts van het type Blossom aanvaarden een ondertekende melding (BUD-09). Daar is een Nostr-sleutel voor nodig: maak een nieuwe, of vraag het een hulplijn.',
        de: 'Hosts vom Typ Blossom nehmen eine signierte Meldung an (BUD-09). Dafür braucht es einen Nostr-Schlüssel: einen neuen machen oder eine Hilfsstelle fragen.',
      },
      exposes: {
        en: 'A signed report can be passed on and read by anybody. Use no key that is known to be yours.',
        fr: 'Un signalement signé peut être transmis et lu par tout le monde. Ne pas utiliser une clé déjà connue.',
        nl: 'Een ondertekende melding kan worden doorgegeven en door iedereen gelezen. Gebruik geen sleutel die als de jouwe bekend is.',
        de: 'Eine signierte Meldung kann weitergegeben und von allen gelesen werden. Keinen Schlüssel verwenden, der schon bekannt ist.',
      },
      minors: false,
      source: 'https://github.com/hzrd149/blossom/blob/master/buds/09.md',
      checked: '2026-11-24',
      sure: 'published',
    },
  ],

  checks: [
    {
      kinds: ['event'],
      metadata: true, // the event is text; no picture is fetched
      look: ({ id }, deps) => lookAt(id.slice('event:'.length), deps),
      source: 'https://github.com/nostr-protocol/nips/blob/master/01.md',
      checked: '2026-11-24',
    },
  ],
}

/** Only what NIP-19 names and its checksum confirms. A secret key (`nsec1`) is none of these and is never read. */
const entity = /^(?:note|nevent|npub|nprofile|naddr)1[02-9ac-hj-np-z]{6,5000}$/

function named(text: string): Recognised {
  const code = text.toLowerCase()
  if (!entity.test(code)) return null
  try {
    const entity = decode(code)
    switch (entity.type) {
      case 'note':
        return event(entity.data)
      case 'nevent':
        return event(entity.data.id)
      case 'npub':
        return key(entity.data)
      case 'nprofile':
        return key(entity.data.pubkey)
      case 'naddr':
        return {
          id: `address:${entity.data.kind}:${entity.data.pubkey}:${entity.data.identifier}`,
          url: `nostr:${code}`,
        }
    }
  } catch {
    // A wrong checksum or a field that is missing: a mistyped name names nothing.
  }
  return null
}

/** Relays and author are hints on where to look, not part of what it is. */
function event(id: string): Recognised {
  return { id: `event:${id}`, url: `nostr:${noteEncode(id)}` }
}

function key(of: string): Recognised {
  return { id: `pubkey:${of}`, url: `nostr:${npubEncode(of)}` }
}

/** Large relays that everybody may read. Elsewhere it may live on: each relay keeps its own. */
const relays = ['wss://relay.damus.io', 'wss://nos.lol', 'wss://relay.nostr.band', 'wss://relay.primal.net']
const bounds = { messageBytes: 256 << 10, timeoutMs: 10_000 }

async function lookAt(event: string, deps: LookDeps): Promise<Sight> {
  let without = 0
  for (const relay of relays) {
    const held = await isHeld(relay, event, deps)
    if (held === true) return up('held by a relay')
    if (held === false) without++
  }
  return without === relays.length
    ? gone(`held by none of ${relays.length} relays`)
    : unknown(`${relays.length - without} of ${relays.length} relays said nothing`)
}

/** Whether the relay sent the event before it said that there is no more; null: it said nothing of use. */
async function isHeld(relay: string, event: string, { net, now, signal }: LookDeps): Promise<boolean | null> {
  const { messageBytes: maxMessageBytes, timeoutMs } = bounds
  try {
    await using socket = await net.connect(relay, { maxMessageBytes, signal })
    const { host } = new URL(relay)
    const held = await openRelay(socket, { host, timeoutMs, now }).ask('look', { ids: [event], limit: 1 })
    return held.some((each) => Held.safeParse(each).data?.id === event)
  } catch {
    signal?.throwIfAborted()
    return null // another relay may know
  }
}

const Held = z.object({ id: z.string().max(64) })
