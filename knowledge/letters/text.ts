/** Plain text for letters: filling, wrapping, dates. */
import type { Lang } from '#core/case/types.ts'
import type { Block, Section } from './letter.ts'

const columns = 78
const locales: Record<Lang, string> = { en: 'en-GB', fr: 'fr-BE', nl: 'nl-BE' }

/** Puts values into `{name}` places. What a value contains is never read as a place itself. */
export function fill(words: string, values: Record<string, string>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** One line of at most `max` characters, without control and direction characters. */
export function oneLine(text: string, max: number): string {
  return Array.from(
    text
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim(),
  )
    .slice(0, max)
    .join('')
}

/** `24 November 2026`, as it is in Brussels. */
export function dayOf(at: number, lang: Lang): string {
  return new Intl.DateTimeFormat(locales[lang], { dateStyle: 'long', timeZone: 'Europe/Brussels' }).format(at)
}

/** `14:05` in Brussels, and how far that is from UTC: `UTC+1`. */
export function timeOf(at: number): { time: string; offset: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Brussels',
    timeZoneName: 'shortOffset',
  }).formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return { time: `${part('hour')}:${part('minute')}`, offset: part('timeZoneName').replace('GMT', 'UTC') }
}

/** Head, then numbered sections. Only addresses and codes may be longer than a line. */
export function layOut(head: string[], sections: Section[]): string {
  const parts = sections.map(({ heading, blocks }, at) => [`${at + 1}. ${heading}`, ...blocks.map(line)].join('\n'))
  return `${[head.map(wrap).join('\n'), ...parts].join('\n\n')}\n`
}

function line({ text, verbatim }: Block): string {
  return verbatim ? text : wrap(text)
}

function wrap(text: string): string {
  const lines: string[] = []
  // In French a colon or a quotation mark never begins a line, nor does an opening one end it.
  for (const word of text.split(/(?<!«) (?![:;?!»])/)) {
    const last = lines.at(-1)
    if (last === undefined || Array.from(last).length + 1 + Array.from(word).length > columns) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.join('\n')
}
