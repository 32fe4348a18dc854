/** Whom a site itself names: the addresses and contact pages that it links. Adults' cases only, since pages are opened. */
import type { Net } from '#core/ports.ts'
import { type Visit, visit } from '../web-page.ts'
import { isMail } from './rdap.ts'

export interface PageContact {
  /** A mail address, or the address of a page. */
  address: string
  /** The page that names it. */
  page: string
}

const maxPages = 4

/** Words of links that lead to whoever answers for a site, the likeliest first, in the languages of the sites we meet. */
const words: readonly RegExp[] = [
  /dmca|takedown|take-down|content-removal|abuse|report|melden|signaler|meldung|жалоб|notice-and-action|illegal-content/i,
  /contact|kontakt|contacto|contatt|контакт|feedback|support|help-?desk/i,
  /imprint|impressum|colofon|mentions-?l[eé]gales|legal|aviso-legal|about|over-ons|à-propos/i,
]

export async function findPageContacts(
  start: Visit,
  deps: { net: Pick<Net, 'ask' | 'stream'>; signal?: AbortSignal | undefined },
): Promise<PageContact[]> {
  const first = new URL(start.url)
  const mails = mailsOf(start)
  const pages = linksOf(start)
  if (pages.length === 0 && mails.length === 0) pages.push(new URL('/contact', first).href)
  const found: PageContact[] = []
  for (const page of pages.slice(0, maxPages)) {
    const seen = await visit(page, deps).catch(() => null)
    deps.signal?.throwIfAborted()
    if (seen?.page === null || seen?.status !== 200) continue
    found.push(...mailsOf(seen), { address: seen.url, page: first.href })
  }
  const all = [...found.filter(({ address }) => isMail(address)), ...mails, ...found]
  return all.filter(({ address }, at) => all.findIndex((other) => other.address === address) === at).slice(0, 6)
}

function mailsOf({ page, url }: Visit): PageContact[] {
  const addresses = (page?.links ?? [])
    .filter(({ href }) => /^mailto:/i.test(href))
    .map(({ href }) => decode(href.slice('mailto:'.length).split('?')[0] ?? '').trim())
  const fromWords = page?.words.match(/[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,20}\b/gi) ?? []
  const likely = (address: string) =>
    /^(?:abuse|dmca|legal|report|contact|info|privacy|support)/i.test(address) ? 0 : 1
  return [...new Set([...addresses, ...fromWords.slice(0, 20)])]
    .filter(isMail)
    .sort((a, b) => likely(a) - likely(b))
    .slice(0, 3)
    .map((address) => ({ address, page: url }))
}

/** Pages of the same host whose link says so. */
function linksOf({ page, url }: Visit): string[] {
  const ranked = (page?.links ?? []).flatMap(({ href, words: said }) => {
    const to = URL.parse(href, url)
    if (to?.protocol !== 'https:' && to?.protocol !== 'http:') return []
    if (to.host !== new URL(url).host) return []
    const rank = words.findIndex((word) => word.test(to.pathname) || word.test(said))
    to.hash = ''
    return rank < 0 ? [] : [{ href: to.href, rank }]
  })
  return [...new Set(ranked.sort((a, b) => a.rank - b.rank).map(({ href }) => href))].slice(0, maxPages)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
