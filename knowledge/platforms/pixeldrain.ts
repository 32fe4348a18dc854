/** pixeldrain: files, lists and folders. It tells the SHA-256 of every file to anybody who knows its id. */

import { z } from 'zod'
import { foldName, marksOf, same } from './marks.ts'
import { segmentsOf, subdomainOf } from './pieces.ts'
import type { Platform, Recognised } from './platform.ts'
import { ask, gone, json, unknown, up } from './sights.ts'

export const pixeldrain: Platform = {
  id: 'pixeldrain',
  name: 'pixeldrain',
  hosts: ['pixeldrain.com', 'pixeldra.in'],
  examples: [
    ['https://pixeldrain.com/u/aBcD1234?embed', 'https://pixeldrain.com/u/aBcD1234', 'file:aBcD1234'],
    ['pixeldrain.com/api/file/aBcD1234?download', 'https://pixeldrain.com/u/aBcD1234', 'file:aBcD1234'],
    ['https://pixeldrain.com/api/file/aBcD1234/info', 'https://pixeldrain.com/u/aBcD1234', 'file:aBcD1234'],
    ['https://pixeldrain.com/l/aBcD1234#item=2', 'https://pixeldrain.com/l/aBcD1234', 'list:aBcD1234'],
    ['https://pixeldrain.com/api/list/aBcD1234', 'https://pixeldrain.com/l/aBcD1234', 'list:aBcD1234'],
    ['https://pixeldrain.com/d/aBcD1234/in/a.mp4', 'https://pixeldrain.com/d/aBcD1234', 'folder:aBcD1234'],
    ['https://pixeldrain.com/api/filesystem/aBcD1234', 'https://pixeldrain.com/d/aBcD1234', 'folder:aBcD1234'],
  ],

  recognise(url) {
    if (subdomainOf(url, pixeldrain.hosts) === null) return null
    const path = segmentsOf(url)
    const [word = '', id = ''] = path[0] === 'api' ? path.slice(1) : path
    const kind = (path[0] === 'api' ? inApi : onPages)[word]
    return kind && /^\w{4,64}$/.test(id) ? place(kind, id) : null
  },

  routes: [
    {
      id: 'abuse-mail',
      recipient: 'pixeldrain',
      to: { email: 'abuse@pixeldrain.com' },
      grounds: ['dsa16', 'tida', 'terms', 'gdpr17'],
      asks: {
        en: 'A subject line, who writes, and the category by their own name: "doxing" covers private pictures. Say that you are the one shown, or that it is illegal in the EU or the US. Whole links only. Write once: who repeats a mail is blocked.',
        fr: 'Un objet, qui écrit, et la catégorie sous le nom qu’ils lui donnent : « doxing » comprend les images privées. Dire que c’est vous sur l’image, ou que c’est illégal dans l’UE ou aux États-Unis. Seulement des liens entiers. N’écrire qu’une fois : qui répète est bloqué.',
        nl: 'Een onderwerp, wie er schrijft, en de categorie met hun eigen naam: "doxing" is ook voor privéfoto’s. Zeg dat jij te zien bent, of dat het verboden is in de EU of de VS. Alleen hele links. Schrijf één keer: wie herhaalt, wordt geblokkeerd.',
        de: 'Ein Betreff, wer schreibt, und die Kategorie mit dem dortigen Namen: „doxing“ gilt auch für private Bilder. Dazu, dass die gezeigte Person schreibt oder dass es in der EU oder den USA illegal ist. Nur ganze Links. Nur einmal schreiben: Wer eine Mail wiederholt, wird gesperrt.',
      },
      exposes: {
        en: 'They read who writes.',
        fr: 'Ils lisent qui écrit.',
        nl: 'Ze lezen wie er schrijft.',
        de: 'Dort wird gelesen, wer schreibt.',
      },
      source: 'https://docs.pixeldrain.com/content_policy/reporting_abuse',
      checked: '2026-11-24',
      sure: 'published',
    },
  ],
  hashServices: { stopncii: 'no', takeitdown: 'no' },

  checks: [
    {
      kinds: ['file'],
      metadata: true,
      source: 'https://pixeldrain.com/api',
      checked: '2026-11-24',

      async look({ id }, deps) {
        const { status, text } = await ask(`https://pixeldrain.com/api/file/${id.slice('file:'.length)}/info`, deps)
        if (status === 404) return gone('404')
        if (status !== 200) return unknown(`${status}`)
        const file = File.safeParse(json(text)).data
        if (file?.success !== true) return unknown('200, in another form')
        if (file.abuse_type) return gone('200, blocked after a report')
        // Some need a test for robots first; they are there.
        if (file.availability && /captcha|rate_limit/.test(file.availability)) return unknown('200, a test for robots')
        if (file.availability) return gone('200, not available')
        return up('200', marksOf({ sha256: file.hash_sha256, title: foldName(file.name ?? '') }))
      },
    },
    {
      kinds: ['list'],
      metadata: true,
      source: 'https://pixeldrain.com/api',
      checked: '2026-11-24',

      async look({ id }, deps) {
        const { status, text } = await ask(`https://pixeldrain.com/api/list/${id.slice('list:'.length)}`, deps)
        if (status === 404) return gone('404')
        if (status !== 200) return unknown(`${status}`)
        const list = List.safeParse(json(text)).data
        if (!list) return unknown('200, in another form')
        const digests = list.files.map((file) => file.hash_sha256).filter((digest) => digest !== undefined)
        return up('200', marksOf({ sha256: digests.slice(0, 60).join(' '), title: foldName(list.title ?? '') }))
      },
    },
  ],

  successor(before, after) {
    const digests = new Set(before.sha256?.split(' '))
    if (after.sha256?.split(' ').some((digest) => digests.has(digest))) return 'strong'
    return same(before, after, 'title') ? 'weak' : null
  },
}

const sha256 = z
  .string()
  .regex(/^[\da-f]{64}$/i)
  .toLowerCase()
const File = z.object({
  success: z.literal(true).optional(),
  name: z.string().max(1_000).optional(),
  availability: z.string().max(200).optional(),
  abuse_type: z.string().max(200).optional(),
  hash_sha256: sha256.optional().catch(undefined),
})
const List = z.object({ title: z.string().max(1_000).optional(), files: z.array(File).max(10_000) })

type Kind = 'file' | 'list' | 'folder'
const onPages: Record<string, Kind> = { u: 'file', l: 'list', d: 'folder' }
const inApi: Record<string, Kind> = { file: 'file', list: 'list', filesystem: 'folder' }

function place(kind: Kind, id: string): Recognised {
  const word = { file: 'u', list: 'l', folder: 'd' }[kind]
  return { id: `${kind}:${id}`, url: `https://pixeldrain.com/${word}/${id}` }
}
