/** Every text of the pages, by language. Server and islands read the same catalogue; no text stands in markup. */
import { type AgeBand, isMinor, type Lang, langs } from '#core/case/types.ts'
import { de, deDu } from './de.ts'
import { en, type Messages } from './en.ts'
import { fr, frTu } from './fr.ts'
import { nl } from './nl.ts'

export type { Lang, Messages }
export { langs }

/** Each language's own name, which is also how its button reads. */
export const langNames: Record<Lang, string> = { en: 'English', fr: 'Français', nl: 'Nederlands', de: 'Deutsch' }

/** The texts in a language, in the form of address that fits her age in the picture. */
export function messagesFor(lang: Lang, ageBand?: AgeBand | null): Messages {
  const young = ageBand != null && isMinor(ageBand)
  return { en, fr: young ? frTu : fr, nl, de: young ? deDu : de }[lang]
}

export const isLang = (text: unknown): text is Lang => langs.some((lang) => lang === text)

/**
 * The first language of `Accept-Language` (RFC 9110 §12.5.4) that we speak, and the first region it names.
 * Weights are obeyed; a header of any length costs at most 20 entries.
 */
export function readAcceptLanguage(header: string | undefined): { lang: Lang; region: string | null } {
  const wanted = (header ?? '')
    .slice(0, 1000)
    .split(',')
    .slice(0, 20)
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';')
      const weight = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean)
      return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const primary = wanted.map(({ tag }) => tag.slice(0, 2).toLowerCase())
  const region = wanted.map(({ tag }) => /^[a-z]{2,3}-(?:[a-z]{4}-)?([a-z]{2})$/i.exec(tag)?.[1]).find(Boolean)
  return { lang: primary.find(isLang) ?? 'en', region: region?.toUpperCase() ?? null }
}
