/**
 * Google Drive: files, folders and documents, and albums of Google Photos. A `resourcekey` opens content that was shared
 * before 2021: it stays in the address and is never part of the identity.
 */
import { parameterOf, segmentsOf } from './pieces.ts'
import type { LookDeps, Platform, Recognised, Sight } from './platform.ts'
import { ask, gone, notPublic, unknown, untold, up } from './sights.ts'

export const googleDrive: Platform = {
  id: 'google-drive',
  name: 'Google Drive',
  hosts: [
    'drive.google.com',
    'docs.google.com',
    'drive.usercontent.google.com',
    'photos.google.com',
    'photos.app.goo.gl',
  ],
  key: { parameter: 'resourcekey' },
  examples: [
    [
      'https://drive.google.com/file/d/1aBc_D/view?usp=sharing',
      'https://drive.google.com/file/d/1aBc_D/view',
      'file:1aBc_D',
    ],
    ['https://drive.google.com/file/u/0/d/1aBc_D/edit', 'https://drive.google.com/file/d/1aBc_D/view', 'file:1aBc_D'],
    [
      'https://drive.google.com/a/example.org/file/d/1aBc_D/preview',
      'https://drive.google.com/file/d/1aBc_D/view',
      'file:1aBc_D',
    ],
    ['drive.google.com/open?id=1aBc_D&usp=drive_fs', 'https://drive.google.com/file/d/1aBc_D/view', 'file:1aBc_D'],
    [
      'https://drive.google.com/uc?export=download&id=1aBc_D',
      'https://drive.google.com/file/d/1aBc_D/view',
      'file:1aBc_D',
    ],
    [
      'https://drive.usercontent.google.com/download?id=1aBc_D&export=download&confirm=t',
      'https://drive.google.com/file/d/1aBc_D/view',
      'file:1aBc_D',
    ],
    [
      'https://drive.google.com/file/d/1aBc_D/view?usp=sharing&resourcekey=0-kK_9',
      'https://drive.google.com/file/d/1aBc_D/view?resourcekey=0-kK_9',
      'file:1aBc_D',
    ],
    ['https://drive.google.com/drive/folders/1aBc_D', 'https://drive.google.com/drive/folders/1aBc_D', 'folder:1aBc_D'],
    [
      'https://drive.google.com/drive/u/1/folders/1aBc_D?resourcekey=0-kK_9&sort=13',
      'https://drive.google.com/drive/folders/1aBc_D?resourcekey=0-kK_9',
      'folder:1aBc_D',
    ],
    [
      'https://drive.google.com/folderview?id=1aBc_D&usp=sharing',
      'https://drive.google.com/drive/folders/1aBc_D',
      'folder:1aBc_D',
    ],
    [
      'https://docs.google.com/document/d/1aBc_D/edit#heading=h.1',
      'https://docs.google.com/document/d/1aBc_D',
      'file:1aBc_D',
    ],
    ['https://docs.google.com/forms/d/e/1aBc_D/viewform', 'https://docs.google.com/forms/d/e/1aBc_D', 'file:1aBc_D'],
    ['https://photos.app.goo.gl/aBc123', 'https://photos.app.goo.gl/aBc123', 'short:aBc123'],
    [
      'https://photos.google.com/share/AF1Qip_x/photo/AF1Qip_y?key=k1k1',
      'https://photos.google.com/share/AF1Qip_x?key=k1k1',
      'photos-share:AF1Qip_x',
    ],
  ],

  recognise(url) {
    const path = withoutAccount(segmentsOf(url))
    switch (url.hostname) {
      case 'photos.app.goo.gl':
        return short(path)
      case 'photos.google.com':
        return album(url, path)
      case 'drive.google.com':
      case 'docs.google.com':
      case 'drive.usercontent.google.com':
        return document(url, path) ?? file(url, path) ?? folder(url, path)
    }
    return null
  },

  routes: [
    {
      id: 'intimate-images-form',
      recipient: 'Google',
      to: { form: 'https://support.google.com/blogger/answer/7540088' },
      grounds: ['dsa16', 'tida', 'terms'],
      asks: {
        en: 'That you can be recognised, that the picture is intimate, and that it is public without your consent. The same form is for Drive, Photos, Groups, Blogger and Sites.',
        fr: 'Que l’on peut vous reconnaître, que l’image est intime, et qu’elle est publique sans votre accord. Le même formulaire sert pour Drive, Photos, Groupes, Blogger et Sites.',
        nl: 'Dat je te herkennen bent, dat de foto intiem is, en dat ze zonder jouw toestemming openbaar is. Hetzelfde formulier is er voor Drive, Foto’s, Groepen, Blogger en Sites.',
        de: 'Dass die gezeigte Person zu erkennen ist, dass das Bild intim ist und dass es ohne ihre Zustimmung öffentlich ist. Dasselbe Formular gilt für Drive, Fotos, Groups, Blogger und Sites.',
      },
      exposes: {
        en: 'Google may tell the one who shared it that a request was made.',
        fr: 'Google peut dire à la personne qui a partagé l’image qu’une demande a été faite.',
        nl: 'Google mag aan wie de foto deelde zeggen dat er een verzoek is gedaan.',
        de: 'Google kann der Person, die es geteilt hat, sagen, dass ein Antrag gestellt wurde.',
      },
      source: 'https://support.google.com/blogger/answer/7540088',
      checked: '2026-11-24',
      sure: 'published',
    },
  ],
  hashServices: { stopncii: 'yes', takeitdown: 'unconfirmed' },

  checks: [
    {
      kinds: ['file', 'folder'],
      metadata: false,
      source: 'https://support.google.com/drive/answer/2494822',
      checked: '2026-11-24',
      look: ({ url }, deps) => head(url, deps),
    },
    untold(['photos-share'], {
      sign: 'nothing public tells of it',
      source: 'https://support.google.com/drive/answer/2494822',
      checked: '2026-11-24',
    }),
  ],
}

/** By headers alone. A document sends on to its own editor, which is followed; a login means that it is not public. */
async function head(url: string, deps: LookDeps): Promise<Sight> {
  let at = url
  for (let hops = 0; hops < 3; hops++) {
    const { status, headers } = await ask(at, deps, { method: 'HEAD' })
    if (status === 200) return up('200')
    if (status === 404 || status === 410) return gone(`${status}`)
    const to = status >= 300 && status < 400 ? URL.parse(headers.get('location') ?? '', at) : null
    if (to === null) return unknown(`${status}`)
    if (to.hostname === 'accounts.google.com') return notPublic(`${status} to a login`)
    if (to.hostname !== new URL(url).hostname || to.pathname === '/') return unknown(`${status} to elsewhere`)
    at = to.href
  }
  return unknown('a redirect without an end')
}

const id = /^[\w-]{2,200}$/
const key = /^[\w-]{1,200}$/

/** Which account of the reader's own is looking: `/u/0/` anywhere, `/a/example.org/` in front. */
function withoutAccount(path: string[]): string[] {
  const own = path[0] === 'a' && path[1]?.includes('.') ? path.slice(2) : path
  const at = own.indexOf('u')
  return at >= 0 && at < 3 && /^\d{1,2}$/.test(own[at + 1] ?? '') ? own.toSpliced(at, 2) : own
}

function resource(url: URL): string {
  const of = parameterOf(url, ['resourcekey'], key)
  return of === undefined ? '' : `?resourcekey=${of}`
}

function file(url: URL, [first = '', second, third]: string[]): Recognised {
  const byParameter = /^(?:open|uc|download|thumbnail|leaf|get_video_info)$/.test(first) && second === undefined
  const of = byParameter
    ? parameterOf(url, ['id', 'docid'], id)
    : first === 'file' && second === 'd' && third !== undefined && id.test(third)
      ? third
      : undefined
  return of === undefined
    ? null
    : { id: `file:${of}`, url: `https://drive.google.com/file/d/${of}/view${resource(url)}` }
}

function folder(url: URL, [first = '', ...rest]: string[]): Recognised {
  const at = rest.indexOf('folders')
  const of = /^(?:embedded)?folderview$/.test(first)
    ? parameterOf(url, ['id'], id)
    : first === 'drive' && at >= 0
      ? rest[at + 1]
      : undefined
  return of !== undefined && id.test(of)
    ? { id: `folder:${of}`, url: `https://drive.google.com/drive/folders/${of}${resource(url)}` }
    : null
}

/** `/d/e/ID` is the published form of a document, which has an id of its own. */
function document(url: URL, [kind = '', d, ...rest]: string[]): Recognised {
  if (!/^(?:document|spreadsheets|presentation|forms)$/.test(kind) || d !== 'd') return null
  const published = rest[0] === 'e' && rest[1] !== undefined
  const of = rest[published ? 1 : 0] ?? ''
  return id.test(of)
    ? { id: `file:${of}`, url: `https://docs.google.com/${kind}/d/${published ? 'e/' : ''}${of}${resource(url)}` }
    : null
}

function album(url: URL, [first, of = '']: string[]): Recognised {
  if (first !== 'share' || !id.test(of)) return null
  const opens = parameterOf(url, ['key'], key)
  const query = opens === undefined ? '' : `?key=${opens}`
  return { id: `photos-share:${of}`, url: `https://photos.google.com/share/${of}${query}` }
}

function short([code = '', ...rest]: string[]): Recognised {
  return rest.length === 0 && id.test(code) ? { id: `short:${code}`, url: `https://photos.app.goo.gl/${code}` } : null
}
