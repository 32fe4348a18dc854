/**
 * One request to a page: who asks, in which language, with which help. Routes make a page out of it and nothing else.
 *
 * Two cookies, both of the session and `SameSite=Strict`: `s` (`__Host-s` over https) after signing in, `l` after a
 * choice of language. Nothing is set before a choice.
 */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AgeBand } from '#core/case/types.ts'
import type { Now } from '#core/ports.ts'
import { leaveUrl } from '#knowledge/leave.ts'
import type { Assets } from './assets.ts'
import { type Api, type CaseView, type Client, createClient, Declined, type Help } from './client.ts'
import { isCountry } from './countries.ts'
import { isLang, type Lang, type Messages, messagesFor, readAcceptLanguage } from './messages/index.ts'

/** What the web is made of; the same for every request. */
export interface Site {
  api: Api
  coverName: string
  publicUrl: string
  assets: Assets
  now: Now
}

export interface Visit {
  site: Site
  lang: Lang
  t: Messages
  /** Where she lives, or where her browser's language is spoken; null: no idea. */
  country: string | null
  ageBand: AgeBand | null
  signedIn: boolean
  /** The page's own path: where a change of language comes back to. */
  path: string
  help: Help[]
  leaveTo: string
  now: number
}

/** Who is known of at this point: from the case, or from what she has answered so far. */
interface Known {
  lang?: Lang | null
  country?: string | null
  ageBand?: AgeBand | null
}

/** Hands on the connection of the page's request, and what a proxy says of it: limits count the person's address. */
export function clientOf(c: Context, site: Site, token: string | null = readToken(c, site)): Client {
  const forwarded = c.req.header('x-forwarded-for')
  const request: Api['request'] = (path, init) => {
    const headers = new Headers(init?.headers)
    if (forwarded) headers.set('x-forwarded-for', forwarded)
    return site.api.request(path, { ...init, headers }, c.env)
  }
  return createClient({ request }, token)
}

export async function openVisit(c: Context, site: Site, known: Known = {}): Promise<Visit> {
  const accepted = readAcceptLanguage(c.req.header('accept-language'))
  const chosen = getCookie(c, 'l')
  const lang = known.lang ?? (isLang(chosen) ? chosen : accepted.lang)
  const guessed = accepted.region && isCountry(accepted.region) ? accepted.region : null
  const country = known.country || guessed || homeOf(lang)
  const ageBand = known.ageBand ?? null
  // When the API fails, the page that says so is still shown, with the way to help.
  const { help } = await clientOf(c, site, null)
    .help({ country, age: ageBand, lang })
    .catch(() => ({ help: [] }))
  return {
    site,
    lang,
    t: messagesFor(lang, ageBand),
    country,
    ageBand,
    signedIn: false,
    path: c.req.path,
    help,
    leaveTo: leaveUrl(country ?? ''),
    now: site.now(),
  }
}

export interface CaseVisit {
  v: Visit
  api: Client
  view: CaseView
}

/** A visit with an open case; null: nobody is signed in. Throws `Declined` 401 when the session has ended. */
export async function openCase(c: Context, site: Site): Promise<CaseVisit | null> {
  const token = readToken(c, site)
  if (!token) return null
  const api = clientOf(c, site, token)
  const view = await api.case()
  return {
    api,
    view,
    v: {
      site,
      lang: view.lang,
      t: messagesFor(view.lang, view.ageBand),
      country: view.country,
      ageBand: view.ageBand,
      signedIn: true,
      path: c.req.path,
      help: view.help,
      leaveTo: leaveUrl(view.country),
      now: site.now(),
    },
  }
}

/** Dutch without a region is most read in the Netherlands, French in France, German in Germany; English says nothing. */
function homeOf(lang: Lang): string | null {
  return { en: null, fr: 'FR', nl: 'NL', de: 'DE' }[lang]
}

const isHttps = ({ publicUrl }: Site) => publicUrl.startsWith('https:')
const tokenName = (site: Site) => (isHttps(site) ? '__Host-s' : 's')
const cookie = (site: Site) => ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: isHttps(site) }) as const

export function readToken(c: Context, site: Site): string | null {
  return getCookie(c, tokenName(site)) || null
}

/** A cookie of the browser's session: it goes when the browser closes, and has no age. */
export function keepToken(c: Context, site: Site, token: string): void {
  setCookie(c, tokenName(site), token, cookie(site))
}

export function keepLang(c: Context, site: Site, lang: Lang): void {
  setCookie(c, 'l', lang, cookie(site))
}

/** Ends the session everywhere and asks the browser to drop what it holds of us. Never fails: leaving must not. */
export async function endSession(c: Context, site: Site): Promise<void> {
  const token = readToken(c, site)
  if (token)
    await clientOf(c, site, token)
      .signOut()
      .catch(() => undefined)
  forget(c, site)
}

export function forget(c: Context, site: Site): void {
  deleteCookie(c, tokenName(site), cookie(site))
  // "cache" would make Chromium hold the answer back until its whole cache is searched; our pages are never stored.
  c.header('Clear-Site-Data', '"cookies", "storage"')
}

export const isEnded = (error: unknown): boolean => error instanceof Declined && error.status === 401
