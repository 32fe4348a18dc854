/**
 * MEGA: files, folders and chats behind a key that stands after the `#`. The key opens the content: it stays in the
 * address, because MEGA's reviewer needs it, and is never part of the identity.
 */
import { z } from 'zod'
import { digestOf, marksOf, same } from './marks.ts'
import type { LookDeps, Marks, Platform, Recognised, Sight } from './platform.ts'
import { copyrightRoute, privacyRoute } from './rights.ts'
import { gone, json, notPublic, unknown, untold, up } from './sights.ts'

export const mega: Platform = {
  id: 'mega',
  name: 'MEGA',
  hosts: ['mega.nz', 'mega.co.nz', 'mega.io'],
  key: 'fragment',
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
    const [path = '', ...fragment] = `${url.pathname}${url.hash}`.replace(/%21/g, '!').replace(/%23/g, '#').split('#')
    return /^\/(?:embed\/?)?$/.test(path) ? older(fragment.join('#')) : newer(path, fragment.join('#'))
  },

  routes: [
    {
      id: 'abuse-mail',
      recipient: 'MEGA, Trust & Safety',
      to: { email: 'abuse@mega.io' },
      grounds: ['dsa16', 'tida', 'terms', 'abuse'],
      asks: {
        en: 'They need the full link, with its key, and a clear description. The letter has both.',
        fr: 'Il leur faut le lien complet, avec sa clé, et une description claire. La lettre contient les deux.',
        nl: 'Ze hebben de volledige link nodig, met de sleutel, en een duidelijke omschrijving. Beide staan in de brief.',
        de: 'Nötig sind der vollständige Link mit dem Schlüssel und eine klare Beschreibung. Beides steht im Brief.',
      },
      source: 'https://help.mega.io/security/compliance/report-abuse',
      checked: '2026-11-24',
      sure: 'reported',
    },
    {
      id: 'section-24-mail',
      recipient: 'Mega Limited, Level 21, 120 Albert Street, Auckland',
      to: { email: 'abuse@mega.io' },
      grounds: ['hdca24'],
      asks: {
        en: 'New Zealand law is MEGA’s own. It asks for a name, a telephone number, an address and an email address. Netsafe can send it instead.',
        fr: 'Le droit néo-zélandais est celui de MEGA. Il demande un nom, un téléphone, une adresse et un e-mail. Netsafe peut l’envoyer à la place.',
        nl: 'De Nieuw-Zeelandse wet is die van MEGA zelf. Ze vraagt een naam, een telefoonnummer, een adres en een mailadres. Netsafe kan het verzoek ook versturen.',
        de: 'Das neuseeländische Recht ist das von MEGA. Es verlangt Name, Telefonnummer, Anschrift und E-Mail-Adresse. Netsafe kann es stattdessen senden.',
      },
      source: 'https://help.mega.io/security/compliance/report-abuse',
      checked: '2026-11-24',
      sure: 'reported',
    },
    privacyRoute({
      recipient: 'Mega Limited',
      to: { email: 'privacy@mega.nz' },
      source: 'https://github.com/datenanfragen/data',
      sure: 'reported',
    }),
    copyrightRoute({
      recipient: 'MEGA',
      to: { email: 'copyright@mega.io' },
      source: 'https://help.mega.io/security/compliance/report-abuse',
      sure: 'reported',
    }),
  ],
  hashServices: { stopncii: 'unconfirmed', takeitdown: 'unconfirmed' },

  checks: [
    {
      kinds: ['file'],
      metadata: true,
      source: 'https://github.com/qgustavor/mega',
      checked: '2026-11-24',

      // Never with `"g":1`: that would ask for a download.
      async look({ id }, deps) {
        const answer = await command('', { a: 'g', p: id.slice('file:'.length) }, deps)
        if ('state' in answer) return answer
        const file = File.safeParse(answer.told).data
        return file ? up('200, a file', marksOf({ size: file[0].s })) : refusal(answer.told)
      },
    },
    {
      kinds: ['folder'],
      metadata: true,
      source: 'https://github.com/qgustavor/mega',
      checked: '2026-11-24',

      async look({ id }, deps) {
        const [, handle = '', inner] = id.match(/^folder:([^/]+)(?:\/(?:file|folder):(.+))?$/) ?? []
        const answer = await command(`&n=${handle}`, { a: 'f', c: 1, ca: 1, r: 1 }, deps)
        if ('state' in answer) return answer
        const nodes = Folder.safeParse(answer.told).data?.[0].f
        if (!nodes) return refusal(answer.told)
        if (inner !== undefined && !nodes.some((node) => node.h === inner))
          return unknown('200, a folder without this part')
        const sizes = nodes.filter(({ t }) => t === 0).map(({ s = 0 }) => s)
        return up(
          '200, a folder',
          marksOf({
            files: sizes.length || null,
            bytes: sizes.reduce((sum, size) => sum + size, 0) || null,
            sizes: sizes.length >= 5 ? digestOf(sizes) : null,
          }),
        )
      },
    },
    untold(['chat', 'album', 'filerequest', 'protected'], {
      sign: 'nothing public tells of it',
      source: 'https://github.com/qgustavor/mega',
      checked: '2026-11-24',
    }),
  ],

  // Names are encrypted; the sizes of many files together are as good as one.
  successor(before, after) {
    if (same(before, after, 'sizes')) return 'strong'
    return close(before, after, 'files') && close(before, after, 'bytes') ? 'weak' : null
  },
}

/** Within two parts in a hundred. */
function close(before: Marks, after: Marks, mark: string): boolean {
  const [a, b] = [Number(before[mark]), Number(after[mark])]
  return a > 0 && b > 0 && Math.abs(a - b) <= 0.02 * Math.max(a, b)
}

const File = z.tuple([z.object({ s: z.number().nonnegative() })])
const Node = z.object({ h: z.string().max(40), t: z.number(), s: z.number().nonnegative().optional() })
const Folder = z.tuple([z.object({ f: z.array(Node).max(100_000) })])
const Code = z.union([z.number(), z.tuple([z.number()])])

/** One question to MEGA's API; a number made by chance tells one question from another. */
async function command(
  of: string,
  body: object,
  { net, random, signal }: LookDeps,
): Promise<Sight | { told: unknown }> {
  const id = random(4).reduce((sum, byte) => sum * 256 + byte, 0)
  const answer = await net.ask(`https://g.api.mega.co.nz/cs?id=${id}${of}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([body]),
    maxBytes: 16_000_000,
    timeoutMs: 20_000,
    signal,
  })
  // Both ask the caller to compute something first.
  if (answer.status === 402 || answer.headers.has('x-hashcash')) return unknown('402, proof of work asked')
  return answer.status === 200 ? { told: json(answer.text) } : unknown(`${answer.status}`)
}

/** Errors are negative numbers. Most ask for patience (-3, -4, -17, -18) or are a fault of ours (-2). */
function refusal(told: unknown): Sight {
  const given = Code.safeParse(told).data
  const code = Array.isArray(given) ? given[0] : given
  switch (code) {
    case undefined:
      return unknown('200, in another form')
    case -9:
      return gone('-9, not found')
    case -16:
      return gone('-16, blocked')
    case -11:
      return notPublic('-11, no access')
  }
  return unknown(`${code}`)
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
const oldFragment = new RegExp(`^(F|C)?!${handle}(?:!${key}(?:([!?])${handle})?)?(?![\\w=-])`)
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
