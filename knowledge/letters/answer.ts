/** Her answers: cleaned, and checked so that a recipient cannot refuse them for form. */
import { holdsSecretKey } from '#core/location/index.ts'
import type { Element } from '../grounds/ground.ts'
import { oneLine } from './text.ts'

export type AnswerProblem =
  | 'name'
  | 'mail'
  | 'name-and-mail'
  | 'contact'
  | 'url'
  | 'words'
  | 'choice'
  | 'yes'
  | 'secret'

/** Longest answer that goes into a letter, in characters: her own words, and everything else. */
const most = { words: 2000, others: 300 }

const checks: Record<NonNullable<Element['check']>, (text: string) => boolean> = {
  name: (text) => /\p{L}/u.test(text),
  mail: (text) => mailIn(text) !== undefined,
  // Half of it is kept, and the other half stays a gap.
  'name-and-mail': (text) => mailIn(text) !== undefined || /\p{L}/u.test(text),
  contact: (text) => mailIn(text) !== undefined || (text.match(/\d/g) ?? []).length >= 6 || /https?:/.test(text),
  url: (text) => /^\S*\.\S+|^\w+:\S+/.test(text),
  words: (text) => /[\p{L}\p{N}]/u.test(text),
}

/** What she answered, as one line; null: nothing that will do. */
export function answerTo(element: Element, answers: Readonly<Record<string, string>>): string | null {
  const raw = answers[element.id] ?? ''
  return problemOf(element, raw) === null ? cleaned(element, raw) || null : null
}

/** Why an answer will not do, so that it can be said beside the field; null: it will, or there is none. */
export function problemOf(element: Element, raw: string): AnswerProblem | null {
  if (holdsSecretKey(raw)) return 'secret' // shown to nobody, and least of all to a recipient
  const text = cleaned(element, raw)
  if (text === '') return null
  if (element.asked === 'yes') return /^(?:no|non|nee|nein|false|n|0)$/i.test(text) ? 'yes' : null
  // Where nothing stands in for the answer, words of her own say it as well as one of ours.
  if (element.asked === 'one-of')
    return element.choices?.includes(text) || (element.otherwise === undefined && / /.test(text)) ? null : 'choice'
  if (element.check === 'name-and-mail') return checks['name-and-mail'](text) ? null : 'name-and-mail'
  return element.check && !checks[element.check](text) ? element.check : null
}

function cleaned({ check, asked, choices, otherwise }: Element, raw: string): string {
  const text = oneLine(raw, check === undefined || check === 'words' ? most.words : most.others)
  if (asked !== 'one-of' && !choices) return text
  if (otherwise === undefined && !choices?.includes('yes') && isYes(text)) return choices?.[0] ?? text
  return choices?.find((choice) => choice.toLowerCase() === text.toLowerCase()) ?? text
}

/** A bare yes, in one of the languages that we speak. */
export function isYes(text: string): boolean {
  return /^(?:yes|oui|ja|y|true|1)$/i.test(text)
}

/** The mail address in a text, if there is one. */
export function mailIn(text: string): string | undefined {
  return text.match(/[^\s,;<>()[\]"]{1,64}@[^\s,;<>()[\]"@]{1,200}\.[^\s,;<>()[\]"@.]{2,60}/)?.[0]
}

/** What remains of a text without its mail address. */
export function nameIn(text: string): string {
  return text.replace(mailIn(text) ?? '', '').replace(/^[\s,;<>()]+|[\s,;<>()]+$/g, '')
}
