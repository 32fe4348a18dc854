/** Plain text for letters: filling, layout, dates. */
import type { Lang } from '#core/case/types.ts'
import type { Section } from './letter.ts'

const locales: Record<Lang, string> = { en: 'en-GB', fr: 'fr-BE', nl: 'nl-BE', de: 'de-DE' }
const zone = { timeZone: 'Europe/Brussels' } as const
// Made once: making one takes longer than all the rest of a letter.
const day = (lang: Lang) => new Intl.DateTimeFormat(locales[lang], { dateStyle: 'long', ...zone })
const days: Record<Lang, Intl.DateTimeFormat> = { en: day('en'), fr: day('fr'), nl: day('nl'), de: day('de') }
const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'shortOffset',
  ...zone,
})

/** Puts values into `{name}` places. What a value contains is never read as a place itself. */
export function fill(words: string, values: Record<string, string>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** One line of at most `max` characters, without control and direction characters. */
export function oneLine(text: string, max: number): string {
  return Array.from(
    text
      .slice(0, 20 * max) // a text of megabytes is not worth its reading
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
      .trim(),
  )
    .slice(0, max)
    .join('')
    .trim()
}

/** `24 November 2026`, as it is in Brussels. */
export function dayOf(at: number, lang: Lang): string {
  return withFirst(days[lang].format(at), lang)
}

/** The first of a month is `1er` in French, which Intl leaves out; every other date stays as it is. */
export function withFirst(date: string, lang: Lang): string {
  return lang === 'fr' ? date.replace(/^1(?= \p{L})/u, '1er') : date
}

/** `14:05` in Brussels, and how far that is from UTC: `UTC+1`. */
export function timeOf(at: number): { time: string; offset: string } {
  const parts = clock.formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return { time: `${part('hour')}:${part('minute')}`, offset: part('timeZoneName').replace('GMT', 'UTC') }
}

/** Several things in one sentence: `1 May 2026 and 3 May 2026`. */
export function listOf(items: readonly string[], lang: Lang): string {
  if (items.length < 2) return items.join('')
  return new Intl.ListFormat(locales[lang], { type: 'conjunction' }).format(items)
}

/**
 * Head, then numbered sections; one line a paragraph, however long. A telephone, a form's field and a mail program each
 * break lines at their own width, and breaks of ours would stand in the middle of theirs.
 */
export function layOut(head: readonly string[], sections: readonly Section[]): string {
  const parts = sections.map(({ heading, blocks }, at) =>
    [`${at + 1}. ${heading}`, ...blocks.map(({ text }) => text)].join('\n'),
  )
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`
}
