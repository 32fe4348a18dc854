/**
 * MEGA: files, folders and chats behind a key that stands after the `#`. The key opens the content: it stays in the
 * address, because MEGA's reviewer needs it, and is never part of the identity.
 */
import type { Platform, Recognised } from './platform.ts'

export const mega: Platform = {
  id: 'mega',
  name: 'MEGA',
  hosts: ['mega.nz', 'mega.co.nz', 'mega.io'],
  examples: [
    ['https://mega.nz/#!aBcD1234!k_k-1', 'https://mega.nz/file/aBcD1234#k_k-1', 'file:aBcD1234'],
    ['mega.co.nz/file/aBcD1234#k_k-1', 'https://mega.nz/file/aBcD1234#k_k-1', 'file:aBcD1234'],
    ['https://mega.io/embed/aBcD1234#k_k-1', 'https://mega.nz/file/aBcD1234#k_k-1', 'file:aBcD1234'],
    ['https://mega.nz/embed#!aBcD1234!k_k-1', 'https://mega.nz/file/aBcD1234#k_k-1', 'file:aBcD1234'],
    ['https://mega.nz/file/aBcD1234', 'https://mega.nz/file/aBcD1234', 'file:aBcD1234'],
    ['https://www.mega.nz/#F!aBcD1234!k_k-1', 'https://mega.nz/folder/aBcD1234#k_k-1', 'folder:aBcD1234'],
    ['https://mega.nz/folder/aBcD123_', 'https://mega.nz/folder/aBcD123_', 'folder:aBcD123_'],
    [
      'https://mega.nz/folder/aBcD1234#k_k-1/file/eFgH5678',
      'https://mega.nz/folder/aBcD1234#k_k-1/file/eFgH5678',
      'folder:aBcD1234/file:eFgH5678',
    ],
    [
      'https://mega.nz/folder/aBcD1234#k_k-1/folder/eFgH5678',
      'https://mega.nz/folder/aBcD1234#k_k-1/folder/eFgH5678',
      'folder:aBcD1234/folder:eFgH5678',
    ],
    ['https://mega.nz/#C!aBcD1234!k_k-1', 'https://mega.nz/chat/aBcD1234#k_k-1', 'chat:aBcD1234'],
    ['https://mega.nz/chat/aBcD1234#k_k-1', 'https://mega.nz/chat/aBcD1234#k_k-1', 'chat:aBcD1234'],
    ['https://mega.nz/collection/aBcD1234#k_k-1', 'https://mega.nz/collection/aBcD1234#k_k-1', 'album:aBcD1234'],
    ['https://mega.nz/filerequest/aBcD1234', 'https://mega.nz/filerequest/aBcD1234', 'filerequest:aBcD1234'],
    ['https://mega.nz/#P!AgAAAAAA', 'https://mega.nz/#P!AgAAAAAA', 'protected:AgAAAAAA'],
  ],

  recognise(url) {
    if (!/^(?:www\.)?mega\.(?:nz|co\.nz|io)$/.test(url.hostname)) return null
    const fragment = url.hash.slice(1).replace(/%21/g, '!').replace(/%23/g, '#')
    return url.pathname === '/' || url.pathname === '/embed' ? older(fragment) : newer(url.pathname, fragment)
  },

  routes: [
    {
      id: 'abuse-mail',
      recipient: 'MEGA, Trust & Safety',
      to: { email: 'abuse@mega.io' },
      grounds: ['dsa16', 'tida'],
      asks: {
        en: 'They need the full link, with its key, and a clear description. The letter has both.',
        fr: 'Il leur faut le lien complet, avec sa clé, et une description claire. La lettre contient les deux.',
        nl: 'Ze hebben de volledige link nodig, met de sleutel, en een duidelijke omschrijving. Beide staan in de brief.',
      },
      source: 'https://help.mega.io/security/compliance/report-abuse',
      checked: '2026-11-24',
      sure: 'reported',
    },
  ],
}

/** Handles are 8 characters today. Other lengths are taken too, so that a form to come is not mistaken for a page. */
const handle = '([\\w-]{5,24})'
const key = '([\\w-]{1,64})'

const kinds: Record<string, string> = {
  file: 'file',
  embed: 'file',
  folder: 'folder',
  chat: 'chat',
  collection: 'album',
  filerequest: 'filerequest',
}
const newPath = new RegExp(`^/(${Object.keys(kinds).join('|')})/${handle}$`)
const newFragment = new RegExp(`^${key}(?:/(file|folder)/${handle})?(?![\\w-])`)
const oldFragment = new RegExp(`^(F|C)?!${handle}(?:!${key}(?:([!?])${handle})?)?$`)
const lockedFragment = /^P!([\w-]{5,2000})$/

function newer(path: string, fragment: string): Recognised {
  const [, word, id] = path.match(newPath) ?? []
  const kind = word && kinds[word]
  if (!kind || !id) return null
  const [, secret, node, inner] = fragment.match(newFragment) ?? []
  return place({ kind, id, secret, node: kind === 'folder' ? node : undefined, inner })
}

function older(fragment: string): Recognised {
  const [, locked] = fragment.match(lockedFragment) ?? []
  if (locked) return { id: `protected:${locked}`, url: `https://mega.nz/#P!${locked}` }
  const [, type, id, secret, mark, inner] = fragment.match(oldFragment) ?? []
  if (!id) return null
  const kind = type === 'F' ? 'folder' : type === 'C' ? 'chat' : 'file'
  return place({
    kind,
    id,
    secret,
    node: kind === 'folder' && mark ? (mark === '?' ? 'file' : 'folder') : undefined,
    inner,
  })
}

interface Parts {
  kind: string
  id: string
  secret: string | undefined
  node: string | undefined
  inner: string | undefined
}

function place({ kind, id, secret, node, inner }: Parts): Recognised {
  const word = kind === 'album' ? 'collection' : kind
  const within = secret && node && inner ? { path: `/${node}/${inner}`, id: `/${node}:${inner}` } : { path: '', id: '' }
  const fragment = secret && kind !== 'filerequest' ? `#${secret}${within.path}` : ''
  return { id: `${kind}:${id}${within.id}`, url: `https://mega.nz/${word}/${id}${fragment}` }
}
