/** OneDrive: shared links of persons and of organisations, and items by their number. */

import { z } from 'zod'
import { segmentsOf, subdomainOf } from './pieces.ts'
import type { Platform, Recognised } from './platform.ts'
import { ask, gone, json, unknown, untold, up } from './sights.ts'

export const onedrive: Platform = {
  id: 'onedrive',
  name: 'OneDrive',
  hosts: ['1drv.ms', 'onedrive.live.com'],
  /** An organisation's own: `TENANT-my.sharepoint.com`. */
  hostPattern: /^[a-z0-9-]{1,60}-my\.sharepoint\.com$/,
  examples: [
    ['https://1drv.ms/f/s!AbC-9?e=xYz', 'https://1drv.ms/f/s!AbC-9', 'share:s!AbC-9'],
    ['1drv.ms/u/c/0123456789abcdef/IQAbC?e=xYz', 'https://1drv.ms/u/c/0123456789abcdef/IQAbC', 'share:IQAbC'],
    [
      'https://onedrive.live.com/?authkey=%21AbC&cid=1A2B3C&id=1a2b3c%21105&parId=root',
      'https://onedrive.live.com/?resid=1A2B3C!105&authkey=!AbC',
      'item:1A2B3C!105',
    ],
    [
      'https://onedrive.live.com/embed?resid=1A2B3C!105',
      'https://onedrive.live.com/?resid=1A2B3C!105',
      'item:1A2B3C!105',
    ],
    [
      'https://contoso-my.sharepoint.com/:f:/g/personal/an_example_org/EaBc-9?e=xYz',
      'https://contoso-my.sharepoint.com/:f:/g/personal/an_example_org/EaBc-9',
      'share:EaBc-9',
    ],
  ],

  recognise(url) {
    if (subdomainOf(url, ['1drv.ms']) === '') return shared('1drv.ms', partsOf(url))
    if (url.hostname === 'onedrive.live.com') return item(url) ?? linked(url)
    return linked(url)
  },

  routes: [
    {
      id: 'report-a-concern',
      recipient: 'Microsoft, Digital Safety',
      to: { form: 'https://www.microsoft.com/concern' },
      grounds: ['dsa16', 'tida', 'terms'],
      asks: {
        en: 'Choose OneDrive, give the link, then choose non-consensual intimate imagery.',
        fr: 'Choisir OneDrive, donner le lien, puis choisir images intimes sans consentement.',
        nl: 'Kies OneDrive, geef de link en kies dan intieme beelden zonder toestemming.',
        de: 'OneDrive wählen, den Link angeben, dann intime Bilder ohne Zustimmung wählen.',
      },
      exposes: {
        en: 'Where the link is an organisation’s, Microsoft may pass the report on to that organisation.',
        fr: 'Si le lien est celui d’une organisation, Microsoft peut lui transmettre le signalement.',
        nl: 'Is de link van een organisatie, dan kan Microsoft de melding aan die organisatie doorgeven.',
        de: 'Gehört der Link zu einer Organisation, kann Microsoft die Meldung an sie weitergeben.',
      },
      source: 'https://www.microsoft.com/concern',
      checked: '2026-11-24',
      sure: 'reported',
    },
  ],
  hashServices: { stopncii: 'unconfirmed', takeitdown: 'unconfirmed' },

  checks: [
    {
      kinds: ['share'],
      metadata: false,
      source: 'https://learn.microsoft.com/onedrive/developer/rest-api/api/shares_get',
      checked: '2026-11-24',

      // Only the older links are told of without an account; those of the newer store ask for a token.
      async look({ id, url }, deps) {
        if (!id.startsWith('share:s!')) return unknown('nothing public tells of it')
        const token = `u!${btoa(url).replaceAll('/', '_').replaceAll('+', '-').replace(/=+$/, '')}`
        const { status, text } = await ask(`https://api.onedrive.com/v1.0/shares/${token}/driveItem`, deps)
        const told = json(text)
        if (status === 200) return Item.safeParse(told).success ? up('200') : unknown('200, in another form')
        const code = Refusal.safeParse(told).data?.error.code
        return status === 404 && code === 'itemNotFound' ? gone('404 itemNotFound') : unknown(`${status}`)
      },
    },
    untold(['item'], {
      sign: 'nothing public tells of it',
      source: 'https://learn.microsoft.com/onedrive/developer/rest-api/api/shares_get',
      checked: '2026-11-24',
    }),
  ],
}

const Item = z.object({ id: z.string().max(200) })
const Refusal = z.object({ error: z.object({ code: z.string().max(100) }) })

const code = /^[\w!.~-]{2,300}$/
const part = /^[\w!.~:@-]{1,200}$/

function shared(host: string, path: string[]): Recognised {
  const last = path.at(-1) ?? ''
  if (path.length > 8 || !code.test(last) || !path.every((each) => part.test(each))) return null
  return { id: `share:${last}`, url: `https://${host}/${path.join('/')}` }
}

const partsOf = (url: URL) => segmentsOf(url).map((each) => each.replaceAll('%21', '!'))

/** `/:f:/g/personal/NAME/CODE`; the letter between colons is the kind of file. */
function linked(url: URL): Recognised {
  const path = partsOf(url)
  return /^:[a-z]:$/.test(path[0] ?? '') && path.length >= 4 ? shared(url.hostname, path) : null
}

/** `CID!NUMBER`, an account and an item of it. A root, or a path under a personal site, is neither. */
function item(url: URL): Recognised {
  const of = ['resid', 'id', 'Resid', 'ID']
    .map((name) => url.searchParams.get(name) ?? '')
    .find((value) => /^[0-9a-f]{2,32}![\w.-]{1,100}$/i.test(value))
    ?.toUpperCase()
  if (of === undefined) return null
  const key = url.searchParams.get('authkey') ?? ''
  return {
    id: `item:${of}`,
    url: `https://onedrive.live.com/?resid=${of}${/^[\w!-]{1,100}$/.test(key) ? `&authkey=${key}` : ''}`,
  }
}
