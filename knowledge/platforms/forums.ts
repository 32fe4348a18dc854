/** What forums have in common, whatever software they run: how their objects are named, seen, and known again. */
import { parseAddress } from '#core/location/index.ts'
import { readPage, type WebPage } from '../web-page.ts'
import { digestOf, marksOf, same } from './marks.ts'
import type { LivenessCheck, Marks, Platform, Recognised, Sight } from './platform.ts'
import { askPage, folded, gone, landing, notPublic, pastedForm, sameTitle, unknown, up } from './sights.ts'

/** An object on a host that anybody may run. With and without `www.` it is one host; a port is another server. */
export function placeOn({ host }: URL, kind: string, id: string, path: string): Recognised {
  return { id: `${kind}:${host.replace(/^www\.(?=[^.]+\.)/, '')}/${id}`, url: `https://${host}${path}` }
}

interface ForumSigns {
  /** Where a post stands on a page; its number is the first group. */
  post: RegExp
  recognise: Platform['recognise']
  source: string
  checked: string
}

/** The check of a thread's or a post's page. What it leaves open is for the check of any page. */
export function forumCheck({ post, recognise, source, checked }: ForumSigns): LivenessCheck {
  return {
    kinds: ['topic', 'post'],
    metadata: false,
    source,
    checked,
    async look(location, deps): Promise<Sight> {
      // A friendly address without its title is answered by most boards, and not by all.
      const { id, url: canonical } = location
      const url = pastedForm(location, deps.pasted, recognise) ?? canonical
      const answer = await askPage(url, deps)
      const left = async (sign: string) => (await deps.general?.()) ?? unknown(sign)
      const { status, text } = answer
      if (landing(answer, url) !== 'there') return left('a redirect')
      if (status === 404 || status === 410) return gone(`${status}`)
      if (status !== 200 && status !== 403) return unknown(`${status}`)

      const page = readPage(text)
      const posts = Array.from(text.matchAll(post).take(1_000), ([, number]) => number)
      if (status === 200 && posts.length > 0) {
        const shown = [page.canonical, page.ogUrl, answer.url].map((address) => placeOf(address, answer.url, recognise))
        if (id.startsWith('topic:') && shown.some((other) => other?.startsWith('topic:') && other !== id))
          return unknown('another thread')
        if (id.startsWith('post:') && !posts.includes(id.slice(id.lastIndexOf('/') + 1)))
          return unknown('a thread without the post')
        return up('200 with posts', threadMarks(text, { page, post }))
      }
      // A page that says no is short: a long one may have the words in what somebody wrote.
      const says = (phrases: readonly RegExp[]) =>
        page.words.length < 6_000 && phrases.some((phrase) => phrase.test(`${page.title}\n${page.words}`))
      if (says(members)) return notPublic(`${status} for members`)
      if (status === 403) return unknown('403')
      return says(absent) ? gone('200 that says there is none') : left('200 without posts')
    },
  }
}

/**
 * "There is no such thread", as the packs of phpBB, vBulletin and XenForo say it in five languages. The words differ from
 * one translation to the next, so what is looked for is the thing and the verdict, in one sentence.
 */
const absent = [
  /\b(?:topic|thread|post|discussion|page)\b[^.!?\n]{0,60}\b(?:do(?:es)? not exist|doesn['’]t exist|(?:could|can|was)(?: ?not|n['’]t) (?:be )?found|no longer exists)/i,
  /\b(?:no|invalid) (?:thread|topic|post)(?: or (?:thread|topic|post))? (?:specified|selected|exists)/i,
  /\b(?:onderwerp|topic|discussie|draad|draadje|bericht|pagina)\b[^.!?\n]{0,60}(?:bestaat niet|bestaan niet|niet (?:worden )?gevonden|niet meer beschikbaar)/i,
  /\b(?:geen|ongeldige?) (?:geldige? )?(?:onderwerp|topic|discussie|draad|bericht) (?:opgegeven|gespecificeerd|geselecteerd)/i,
  /\b(?:sujet|discussion|message|page)\b[^.!?\n]{0,60}(?:n['’]existe(?:nt)? (?:pas|plus)|introuvable|n['’]a (?:pas )?pu être trouvée?|n['’]a pas été trouvée?)/i,
  /\baucune? (?:sujet|discussion|message)[^.!?\n]{0,20} (?:spécifiée?|indiquée?|sélectionnée?)/i,
  /\b(?:thema|beitrag|diskussion|thread|seite)\b[^.!?\n]{0,60}(?:existier(?:t|en) nicht|nicht gefunden|nicht mehr (?:vorhanden|verfügbar))/i,
  /\b(?:kein(?:e|\(e\))?|ungültige[rs]?) (?:gültige[rs]? )?(?:thema|beitrag|diskussion|thread)[^.!?\n]{0,20} angegeben/i,
  /(?:тем[аыу]|сообщени[еяй]|обсуждени[ея]|страниц[аы])[^.!?\n]{0,60}(?:не существу[ею]т|не найден|не может быть найден|не могут быть найден|не указан)/i,
  /не (?:указана|найдена|существует)[^.!?\n]{0,20}(?:тем[аы]|сообщени[ея])/i,
]

/** "Only for those who are logged in": a reason that is named, and more than a login form, which every page has. */
const members = [
  /(?:must|need to|requires you to|have to) be (?:a )?(?:registered|logged[- ]in|member)|not logged in or you do not have permission|(?:not (?:authori[sz]ed|permitted|allowed)|do not have permission) to (?:read|view|access)|must (?:log|sign) in to/i,
  /(?:moet|dient)(?: je| u)?(?: eerst)? (?:geregistreerd|aangemeld|ingelogd|lid)|geen (?:toestemming|rechten|toegang) om [^.!?\n]{0,40}(?:lezen|bekijken)/i,
  /(?:devez|faut|vous devez) être (?:enregistré|inscrit|connecté|identifié|membre)|pas (?:autorisée?|la permission) [^.!?\n]{0,30}(?:lire|voir|consulter|accéder)/i,
  /(?:müssen|musst)(?: sie| du)?[^.!?\n]{0,30} (?:angemeldet|eingeloggt|registriert)|nicht angemeldet oder|keine (?:berechtigung|rechte)[^.!?\n]{0,40}(?:lesen|ansehen|betrachten)/i,
  /(?:должны|необходимо|нужно)(?: быть)? (?:авториз|войти|зарегистрир)|(?:нет|недостаточно) прав/i,
]

function placeOf(address: string | null, base: string, recognise: Platform['recognise']): string | undefined {
  const url = address ? URL.parse(address, base) : null
  const parsed = url && parseAddress(url.href)
  return (parsed && recognise(parsed)?.id) || undefined
}

/** What shows that the same thread is back: its title, the links of its first post, and weakly who wrote it. */
function threadMarks(html: string, { page, post }: { page: WebPage; post: RegExp }): Marks {
  const starts = Array.from(html.matchAll(post).take(40), ({ index }) => index)
  const [start = 0] = starts
  const next = starts.find((at) => at > start + 400) ?? start + 60_000
  const first = html.slice(start, Math.min(next, start + 60_000))
  const [, quoted, plain] =
    first.match(
      /data-author="([^"]{1,80})"|class="(?:big)?username[^"]{0,80}"[^>]{0,300}>(?:<[^>]{0,200}>){0,3}([^<]{1,80})</i,
    ) ?? []
  return marksOf({
    title: folded(page.ogTitle || page.title),
    links: linksOf(first),
    author: folded(quoted ?? plain ?? ''),
  })
}

/** The addresses that a first post leads to, away from the forum, as one value; empty: none. A maker's home page is none. */
export function linksOf(html: string): string {
  const links = new Set<string>()
  for (const [, address = ''] of html.slice(0, 60_000).matchAll(/\bhref=["'](https?:\/\/[^"'\s]{4,500})["']/gi)) {
    const url = parseAddress(address.replaceAll('&amp;', '&'))
    if (url && url.pathname !== '/' && links.size < 100) links.add(`${url.host}${url.pathname}${url.search}`)
  }
  return links.size === 0 ? '' : digestOf([...links])
}

/** The same title or the same links are the same thread; the same author may write of anything. */
export function sameThread(before: Marks, after: Marks): 'strong' | 'weak' | null {
  if (sameTitle(before, after) || same(before, after, 'links')) return 'strong'
  return same(before, after, 'author') ? 'weak' : null
}
