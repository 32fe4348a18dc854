/** Bluesky: posts, profiles, and the pictures behind its content network. */

import { z } from 'zod'
import { segmentsOf, subdomainOf } from './pieces.ts'
import type { LookDeps, Platform, Recognised, Sight } from './platform.ts'
import { ask, gone, json, unknown, up } from './sights.ts'

/** The others show the same posts, to chats or to testers. */
const own = ['bsky.app', 'fxbsky.app', 'vxbsky.app', 'bskyx.app', 'bsyy.app', 'main.bsky.dev']

export const bluesky: Platform = {
  id: 'bluesky',
  name: 'Bluesky',
  hosts: own,
  scheme: 'at:',
  examples: [
    [
      'https://bsky.app/profile/Some.One.example/post/3kabc?ref_src=embed',
      'https://bsky.app/profile/some.one.example/post/3kabc',
      'post:some.one.example/3kabc',
    ],
    [
      'at://some.one.example/app.bsky.feed.post/3kabc',
      'https://bsky.app/profile/some.one.example/post/3kabc',
      'post:some.one.example/3kabc',
    ],
    [
      'https://fxbsky.app/profile/did%3Aplc%3Aabc234/post/3kabc',
      'https://bsky.app/profile/did:plc:abc234/post/3kabc',
      'post:did:plc:abc234/3kabc',
    ],
    ['main.bsky.dev/profile/some.one.example', 'https://bsky.app/profile/some.one.example', 'profile:some.one.example'],
    [
      'https://cdn.bsky.app/img/feed_thumbnail/plain/did:plc:abc234/bafkreiabc234@jpeg',
      'https://cdn.bsky.app/img/feed_thumbnail/plain/did:plc:abc234/bafkreiabc234',
      'blob:did:plc:abc234/bafkreiabc234',
    ],
  ],

  recognise(url) {
    if (url.protocol === 'at:') return inProtocol(url)
    const path = segmentsOf(url)
    if (url.hostname === 'cdn.bsky.app') return blob(path)
    const below = subdomainOf(url, own)
    return below === null || elsewhere.has(below) ? null : page(path)
  },

  routes: [
    {
      id: 'take-it-down-form',
      recipient: 'Bluesky Moderation',
      to: { form: 'https://support.bsky.social/about/support/tida-info' },
      grounds: ['tida', 'terms'],
      asks: {
        en: 'The form asks for the link of the post or account, and whether the picture is real or AI. Say that you may ask for this. They remove copies too.',
        fr: 'Le formulaire demande le lien de la publication ou du compte, et si l’image est réelle ou par IA. Dire de quel droit la demande est faite. Les copies sont retirées aussi.',
        nl: 'Het formulier vraagt de link van het bericht of account, en of de foto echt is of met AI gemaakt. Zeg dat je dit mag vragen. Ook kopieën worden verwijderd.',
        de: 'Das Formular fragt nach dem Link des Beitrags oder Kontos und danach, ob das Bild echt ist oder von einer KI. Dazu gehört, mit welchem Recht der Antrag gestellt wird. Auch Kopien werden gelöscht.',
      },
      source: 'https://support.bsky.social/about/support/tida-info',
      checked: '2026-11-24',
      sure: 'published',
    },
    {
      id: 'regulatory-form',
      recipient: 'Bluesky Moderation',
      to: { form: 'https://bsky.social/about/support/regulatory-compliance-report' },
      grounds: ['dsa16'],
      asks: {
        en: 'Choose the law: for the EU, the Digital Services Act. It is also for the United Kingdom and Australia.',
        fr: 'Choisir la loi. Pour l’UE, c’est le règlement sur les services numériques. Le formulaire sert aussi au Royaume-Uni et à l’Australie.',
        nl: 'Kies de wet: voor de EU is dat de digitaledienstenverordening. Het formulier is er ook voor het Verenigd Koninkrijk en Australië.',
        de: 'Das Gesetz wählen: für die EU das Gesetz über digitale Dienste (Digital Services Act). Das Formular gilt auch für das Vereinigte Königreich und Australien.',
      },
      source: 'https://bsky.social/about/support/regulatory-compliance-report',
      checked: '2026-11-24',
      sure: 'published',
    },
  ],
  hashServices: { stopncii: 'unconfirmed', takeitdown: 'unconfirmed' },

  checks: [
    {
      kinds: ['post'],
      metadata: true, // texts and digests; no picture is fetched
      look: ({ id }, deps) => lookAtPost(id.slice('post:'.length), deps),
      source: 'https://docs.bsky.app/docs/api/app-bsky-feed-get-posts',
      checked: '2026-11-24',
    },
    {
      kinds: ['profile'],
      metadata: true,
      look: ({ id }, deps) => lookAtAccount(id.slice('profile:'.length), deps),
      source: 'https://docs.bsky.app/docs/api/app-bsky-actor-get-profile',
      checked: '2026-11-24',
    },
  ],
}

const elsewhere = new Set(['blog', 'docs', 'go', 'status', 'support', 'video', 'web-cdn'])

/** A handle is a host's name; a DID names the account whatever its handle becomes. They cannot be joined offline. */
const author = /^(?:did:(?:plc:[a-z\d]{1,64}|web:[a-z\d.%:-]{1,200})|(?:[a-z\d-]{1,63}\.){1,10}[a-z][a-z\d-]{1,62})$/
const record = /^[\w.~:-]{1,512}$/

function page([word, who = '', part = '', key = '']: string[]): Recognised {
  if (word !== 'profile') return null
  if (part === 'post') return post(who, key)
  return part === '' || tabs.has(part) ? profile(who) : null
}

const tabs = new Set(['followers', 'follows', 'known-followers', 'search', 'rss'])

/** `at://AUTHOR/COLLECTION/RECORD`. A DID has colons, so that its author may stand in the path or in the host. */
function inProtocol({ href }: URL): Recognised {
  const [who = '', collection = '', key = ''] = href
    .replace(/^at:\/*/, '')
    .replace(/[?#].*$/, '')
    .replaceAll(/%3A/gi, ':')
    .split('/')
  if (collection === 'app.bsky.feed.post') return post(who, key)
  return collection === '' || collection === 'app.bsky.actor.profile' ? profile(who) : null
}

function post(of: string, key: string): Recognised {
  const who = of.toLowerCase().replace(/^@/, '')
  if (!author.test(who) || !record.test(key)) return null
  return { id: `post:${who}/${key}`, url: `https://bsky.app/profile/${who}/post/${key}` }
}

function profile(of: string): Recognised {
  const who = of.toLowerCase().replace(/^@/, '')
  return author.test(who) ? { id: `profile:${who}`, url: `https://bsky.app/profile/${who}` } : null
}

/** The size and the format (`@jpeg`) are the content network's; the file is named by account and CID. */
function blob([word, kind = '', plain, did = '', file = '']: string[]): Recognised {
  const [, cid] = file.match(/^([a-zA-Z\d]{2,120})(?:@\w{2,5})?$/) ?? []
  if (word !== 'img' || plain !== 'plain' || !/^\w{2,40}$/.test(kind) || !did.startsWith('did:') || !author.test(did))
    return null
  return cid ? { id: `blob:${did}/${cid}`, url: `https://cdn.bsky.app/img/${kind}/plain/${did}/${cid}` } : null
}

const api = 'https://public.api.bsky.app/xrpc'
const Fault = z.object({ error: z.string().max(100), message: z.string().max(500).optional() })
const Handle = z.object({ did: z.string().regex(/^did:/).max(300) })
const Posts = z.object({ posts: z.array(z.object({ uri: z.string().max(1_000) })).max(25) })
const Thread = z.object({ thread: z.object({ $type: z.string().max(200) }) })
/** What the network says of an account that is not shown any more. */
const away = /^(?:Account(?:Takedown|Suspended|Deactivated|Deleted)|Repo(?:NotFound|Takendown|Suspended|Deactivated))$/

/** Left out of the list is a hint; the thread says why. What is gone here may still lie on its author's own server. */
async function lookAtPost(name: string, deps: LookDeps): Promise<Sight> {
  const [, author = '', key = ''] = name.match(/^(.*)\/([^/]+)$/) ?? []
  const did = await didOf(author, deps)
  if (typeof did !== 'string') return did
  const uri = encodeURIComponent(`at://${did}/app.bsky.feed.post/${key}`)

  const listed = await ask(`${api}/app.bsky.feed.getPosts?uris=${uri}`, deps)
  const posts = listed.status === 200 ? Posts.safeParse(json(listed.text)).data?.posts : undefined
  if (!posts) return unknown(`${listed.status}`)
  if (posts.length > 0) return up('a post')

  const asked = await ask(`${api}/app.bsky.feed.getPostThread?uri=${uri}&depth=0&parentHeight=0`, deps)
  const body = json(asked.text)
  const type = Thread.safeParse(body).data?.thread.$type
  const error = Fault.safeParse(body).data?.error
  if (asked.status === 200 && type === 'app.bsky.feed.defs#notFoundPost') return gone('notFoundPost')
  if (asked.status === 200 && type === 'app.bsky.feed.defs#blockedPost') return unknown('blockedPost')
  if (asked.status === 400 && error === 'NotFound') return gone('NotFound')
  return unknown(`${asked.status} after an empty list`)
}

async function lookAtAccount(author: string, deps: LookDeps): Promise<Sight> {
  const answer = await ask(`${api}/app.bsky.actor.getProfile?actor=${encodeURIComponent(author)}`, deps)
  const body = json(answer.text)
  if (answer.status === 200)
    return Handle.safeParse(body).success ? up('an account') : unknown('an answer of another form')
  const fault = answer.status === 400 ? Fault.safeParse(body).data : undefined
  if (fault && away.test(fault.error)) return gone(fault.error)
  if (fault?.error === 'InvalidRequest' && fault.message === 'Profile not found') return gone('Profile not found')
  return unknown(`${answer.status}`)
}

/** Posts are asked for by the account itself. A handle that leads nowhere may have been given up, not taken down. */
async function didOf(author: string, deps: LookDeps): Promise<string | Sight> {
  if (author.startsWith('did:')) return author
  const answer = await ask(`${api}/com.atproto.identity.resolveHandle?handle=${encodeURIComponent(author)}`, deps)
  const { data } = Handle.safeParse(json(answer.text))
  return answer.status === 200 && data ? data.did : unknown('a handle that leads to no account')
}
