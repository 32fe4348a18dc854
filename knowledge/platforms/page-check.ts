/**
 * The general check: whether the page of any site is still there, as a stranger sees it. Sites answer "not there" in many
 * ways that look like an answer (soft 404), so the same host is asked, once a day, for something that cannot exist, and
 * what it answers is kept as the shape of its "no". Nothing of a page is kept but such shapes.
 */
import { Unavailable } from '#core/errors.ts'
import type { Location } from '#core/location/types.ts'
import type { Net } from '#core/ports.ts'
import { type Visit, visit, type WebPage } from '../web-page.ts'
import type { LookDeps, Marks, Sight } from './platform.ts'

/** How a host answers for what cannot exist. */
export interface Absence {
  at: number
  status: number
  /** After redirects. */
  url: string
  title: string
  length: number
  skeleton: string
}

/** What is remembered of hosts between looks, so that each is asked for nothing once a day and not at every look. */
export interface Absences {
  recall(form: string): Promise<Absence | null>
  keep(form: string, absence: Absence): Promise<void>
}

export interface PageLookDeps extends LookDeps {
  net: LookDeps['net'] & Pick<Net, 'stream'>
  absences: Absences
  /** The place that an address names, to tell whether a page says that it is another. */
  identify(address: string): Location | null
}

const day = 24 * 3_600_000

/** Hosts of others' files: their 404 is as well a signature that has run out. */
const deliveryNetworks =
  /(?:^|\.)(?:cloudfront\.net|akamaized\.net|akamaihd\.net|fbcdn\.net|cdninstagram\.com|twimg\.com|amazonaws\.com|blob\.core\.windows\.net|googleusercontent\.com|b-cdn\.net|r2\.dev|backblazeb2\.com|digitaloceanspaces\.com|discordapp\.net|cdn\.discordapp\.com|sc-cdn\.net|userapi\.com)$/
const signature = /[?&](?:x-amz-signature|signature|expires|policy|key-pair-id|sig|se|hm|ex|token|hdnts|verify|oe)=/i
const elsewhere =
  /^\/(?:$|index\.\w{2,5}$|home$|search\b|login\b|log-in\b|signin\b|sign-in\b|account\/login\b|users\/sign_in\b|auth\b)/i
const atDoor = /(?:^|\/)(?:login|log-in|signin|sign-in|sign_in|auth|checkpoint|challenge|consent)\b/i
const robotTest =
  /^(?:just a moment|attention required|ddos-guard|access denied|are you a robot|security check|verify you are human|checking your browser|one more step)/i

/** @throws what the net throws when nobody answers as it should */
export async function checkPage(location: Location, deps: PageLookDeps): Promise<Sight> {
  if (!location.url.startsWith('https://')) return unknown('no web address')
  const asked = new URL(location.url)
  const seen = await visit(location.url, deps)
  if (seen.status === 429 || seen.status === 503) throw leaveAlone(seen, deps.now())
  const byStatus = judgeStatus(seen, asked)
  if (byStatus) return byStatus

  const { page } = seen
  const at = new URL(seen.url)
  const isMoved = !isSamePlace(location, seen.url, deps)
  if (isMoved && at.hostname !== asked.hostname && !isSameSite(asked, at)) return unknown('redirect to another site')
  if (!page) return isMoved ? unknown('redirect to another address') : { state: 'up', sign: '200' }
  if (robotTest.test(page.title) || seen.headers.has('cf-mitigated')) return unknown('a test for robots')

  const isShell = page.scripts > 0 && page.words.length < 40
  const absence = await absenceOf(asked, deps)
  if (absence && !isShell && isSameNo({ seen, page, absence, asked }))
    return { state: 'gone', sign: '200 as for nothing' }
  if (isMoved && (atDoor.test(at.pathname) || page.asksPassword)) return unknown('redirect to a login')
  if (isMoved && elsewhere.test(at.pathname)) return unknown('redirect to the start')
  if (isMoved) return unknown('redirect to another address')
  if (page.refresh !== null && !isSamePlace(location, page.refresh, deps, seen.url))
    return unknown('refresh to another address')
  for (const named of [page.canonical, page.ogUrl])
    if (named !== null && named !== '' && !isSamePlace(location, named, deps, seen.url))
      return unknown('calls itself another page')
  if (page.ogTitle === '') return unknown('200 without a title')
  if (isShell) return unknown('a page that only a script fills')
  const marks: Marks = page.title === '' ? {} : { title: fold(page.title) }
  return { state: 'up', sign: '200', marks }
}

const unknown = (sign: string): Sight => ({ state: 'unknown', sign })

/** What the status alone says; null: the page is to be read. */
function judgeStatus({ status, headers, url }: Visit, asked: URL): Sight | null {
  if (status === 200 || status === 206) return null
  if (status === 404 || status === 410) {
    const at = new URL(url)
    if (!isSameSite(asked, at)) return unknown(`${status} of another site`)
    if (deliveryNetworks.test(at.hostname) || signature.test(asked.search))
      return unknown(`${status} of a delivery network`)
    return { state: 'gone', sign: `${status}` }
  }
  if (status === 401 && /^\s*(?:basic|digest)\b/i.test(headers.get('www-authenticate') ?? ''))
    return { state: 'not-public', sign: '401 asks for a password' }
  return unknown(`${status}`)
}

/** It has no time for us, and may say for how long (RFC 9110 §10.2.3). */
function leaveAlone({ status, headers }: Visit, nowMs: number): Unavailable {
  const told = headers.get('retry-after')?.trim() ?? ''
  const seconds = /^\d{1,9}$/.test(told) ? Number(told) : (Date.parse(told) - nowMs) / 1000
  const retryAfterMs = Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : undefined
  return new Unavailable(`The host answers ${status}: ask again later`, { retryAfterMs })
}

/** The host itself or one that differs in `www.`, `m.` and the like: its name without what stands before the last two. */
function isSameSite(a: URL, b: URL): boolean {
  const bare = ({ hostname }: URL) => hostname.replace(/^(?:www|m|mobile|amp|old|new|[a-z]{2})\.(?=[^.]+\.)/, '')
  return bare(a) === bare(b)
}

function isSamePlace(location: Location, address: string, { identify }: PageLookDeps, base?: string): boolean {
  const url = URL.parse(address, base)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return false
  const own = new URL(location.url)
  if (url.host === own.host && url.pathname === own.pathname && url.search === own.search) return true
  const named = identify(url.href)
  if (named?.platform === location.platform && named.id === location.id) return true
  // Capitals, a slash or `.html` that a site adds to its own address.
  return (
    isSameSite(own, url) && own.pathname.length > 1 && plainPath(url) === plainPath(own) && url.search === own.search
  )
}

const plainPath = ({ pathname }: URL) =>
  decodePath(pathname)
    .toLowerCase()
    .replace(/\/+$/, '')
    .replace(/\.html?$/, '')

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

interface Compared {
  seen: Visit
  page: WebPage
  absence: Absence
  asked: URL
}

/** Whether the host said to this what it says to what cannot exist. */
function isSameNo({ seen, page, absence, asked }: Compared): boolean {
  if (absence.status !== 200) return false
  if (seen.url !== asked.href && seen.url === absence.url) return true
  const apart = Math.abs(page.length - absence.length)
  return (
    masked(page.title, asked) === absence.title &&
    page.skeleton === absence.skeleton &&
    apart <= Math.max(400, 0.03 * absence.length)
  )
}

/** A title without the address that it may repeat, and without figures. */
function masked(title: string, of: URL): string {
  const pieces = [...decodePath(of.pathname).split('/'), ...of.searchParams.values()]
    .filter((piece) => piece.length > 2)
    .sort((one, other) => other.length - one.length) // a piece may hold another
  return pieces
    .reduce((text, piece) => text.replaceAll(piece, '…'), title)
    .replace(/\d+/g, '0')
    .toLowerCase()
}

/** What the host answers for nothing; asked again when what is known is a day old. Null: there is no such question. */
async function absenceOf(of: URL, deps: PageLookDeps): Promise<Absence | null> {
  const nothing = nothingLike(of, deps)
  if (!nothing) return null
  const form = formOf(of)
  const known = await deps.absences.recall(form)
  if (known && deps.now() - known.at < day) return known
  const { status, url, page } = await visit(nothing.href, deps)
  const absence: Absence = {
    at: deps.now(),
    status: page ? status : 0,
    url,
    title: page ? masked(page.title, nothing) : '',
    length: page?.length ?? 0,
    skeleton: page?.skeleton ?? '',
  }
  await deps.absences.keep(form, absence)
  return absence
}

/** Addresses of one form are answered by one part of a site. */
function formOf(of: URL): string {
  const depth = of.pathname.split('/').length
  const ending = /\.\w{1,5}$/.exec(of.pathname)?.[0] ?? ''
  return `${of.host}|${depth}${ending}|${[...of.searchParams.keys()].sort().join(',')}`
}

/** An address of the same form under which nothing can be. Null: the start page, which is always there. */
function nothingLike(of: URL, { random }: PageLookDeps): URL | null {
  const nothing = new URL(of)
  const keys = [...of.searchParams.keys()]
  if (keys.length > 0) {
    for (const key of keys) {
      const value = of.searchParams.get(key) ?? ''
      if (/\d/.test(value) || value.length > 5 || keys.length === 1)
        nothing.searchParams.set(key, unlike(value, random))
    }
    return nothing.search === of.search ? null : nothing
  }
  const [, start, last, ending] = /^(.*\/)([^/]*?)(\.\w{1,5})?\/?$/.exec(of.pathname) ?? []
  if (!last) return null
  nothing.pathname = `${start}${unlike(last, random)}${ending ?? ''}`
  return nothing
}

/** A name of the same letters and figures, too long to be anybody's. A number stays within what a database holds. */
function unlike(name: string, random: PageLookDeps['random']): string {
  const figures = '0123456789'
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const draw = (length: number, of: string) => Array.from(random(length), (byte) => of[byte % of.length]).join('')
  if (/^\d+$/.test(name)) return name.length < 9 ? `19${draw(7, figures)}` : `${name[0]}${draw(name.length, figures)}`
  return draw(Math.min(Math.max(name.length, 12), 40), /\d/.test(name) ? letters + figures : letters)
}

/** Case, accents, figures and ornaments off: what stays of a title when it is written again. */
function fold(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 200)
}
