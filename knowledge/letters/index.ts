/** The letter of a request, its questions, and the forms that it is given in. */
import type { AgeBand, Lang } from '#core/case/types.ts'
import type { Element, Ground, GroundId, VoiceKind } from '../grounds/ground.ts'
import { groundOf } from '../grounds/index.ts'
import { groundWords, wordsOf } from '../words/index.ts'
import { wordsFor } from './choose.ts'
import type { Letter, LetterInput } from './letter.ts'
import { pseudoElements, sectionsOf } from './sections.ts'
import { dayOf, fill, layOut, oneLine, timeOf } from './text.ts'

export { planRecipients, planRequests } from '../plan.ts'
export { problemOf } from './answer.ts'
export { eml, mailto } from './eml.ts'
export { letterJson } from './json.ts'
export type { Letter, LetterInput } from './letter.ts'
export { recipientOf, routeFor } from './recipients.ts'
export { xarf } from './xarf.ts'

/**
 * Writes the letter. Every required element of the ground in this situation is in the text, or stands there as a gap in
 * brackets with its id in `missing`; elements that must be absent never appear, whatever was answered. Throws for a step
 * without a letter of its own, which is a bug: `hasLetter` tells.
 */
export function composeLetter(input: LetterInput): Letter {
  const { lang, writtenAt, step, recipient } = input
  const ground = groundOf(input.ground)
  const { letter: common } = wordsOf(lang)
  const words = groundWords(lang, ground.id)
  const plan = step ? ground.steps.find(({ id }) => id === step)?.letter : ground.letter
  if (!plan) throw new Error(`The step "${step}" of ${ground.id} has no letter.`)
  const reference = oneLine(input.reference, 60)
  const values = { reference, recipient: oneLine(recipient.name, 200) }
  const titled = (key: 'subject' | 'title' | 'law') => {
    const own = step ? wordsFor(words.letter, `${step}.${key}`, input) : null
    return fill(own ?? wordsFor(words.letter, key, input) ?? '', values)
  }
  const sections = sectionsOf(plan, { input, ground, words, common })
  const head = [
    fill(common.to, values),
    fill(common.date, { date: dayOf(writtenAt, lang), ...timeOf(writtenAt) }),
    fill(common.reference, values),
    '',
    titled('title'),
    titled('law'),
  ]
  const blocks = sections.flatMap((section) => section.blocks)
  const missing = [...new Set(blocks.flatMap((block) => block.missing ?? []))]
  return {
    lang,
    subject: titled('subject'),
    head,
    sections,
    text: layOut(head, sections),
    to: 'email' in recipient.to ? recipient.to.email : null,
    missing,
    present: [...new Set(blocks.flatMap((block) => block.present ?? []))].filter((id) => !missing.includes(id)),
  }
}

/** Whether a later step has a letter of ours; without one only a guide is shown. */
export function hasLetter(ground: Ground, step: string): boolean {
  return ground.steps.some(({ id, letter }) => id === step && letter !== undefined)
}

export interface Question {
  element: string
  need: Exclude<Element['need'], 'absent'>
  question: string
  check: Element['check'] | null
  /** A text, a yes, or one of `choices`. */
  asked: NonNullable<Element['asked']>
  choices: { id: string; words: string }[]
  /** What stands in the letter until she answers; null: a gap, or nothing. */
  otherwise: string | null
}

/** What only the person can fill, one plain question each, in the order of the law. What is required comes before what helps. */
export function questionsFor(ground: GroundId, of: { ageBand: AgeBand; voice: VoiceKind }, lang: Lang): Question[] {
  const words = groundWords(lang, ground)
  const questions = groundOf(ground)
    .elements(of)
    .flatMap(({ id, need, asked, check = null, choices = [], otherwise = null }): Question[] => {
      const question = wordsFor(words.questions, id, of)
      if (!asked || need === 'absent' || !question) return []
      const named = choices.map((choice) => ({ id: choice, words: choiceOf(words.choices, id, choice) }))
      return [{ element: id, need, question, check, asked, choices: named, otherwise }]
    })
  // First what has to be confirmed before the law is used at all; last what may be left out.
  const rank = ({ need, asked }: Question) => (need === 'required' ? 1 : asked === 'yes' ? 0 : 2)
  return questions.sort((a, b) => rank(a) - rank(b))
}

/** The question for one missing id, those that belong to no element included; null: it is nothing that is asked. */
export function questionOf(
  id: string,
  ground: GroundId,
  of: { ageBand: AgeBand; voice: VoiceKind },
  lang: Lang,
): string | null {
  const { letter } = wordsOf(lang)
  if (id === 'sent-before') return letter.questions.sentBefore
  if (id === 'organisation' || id === 'name') return letter.questions[id]
  return wordsFor(groundWords(lang, ground).questions, id, of)
}

/** Whether this may be answered: an element of the ground in this situation, or who acts and when it was sent before. */
export function isAnswerable(id: string, ground: GroundId, of: { ageBand: AgeBand; voice: VoiceKind }): boolean {
  if (pseudoElements.some((each) => each === id)) return true
  return groundOf(ground)
    .elements(of)
    .some((element) => element.id === id && element.need !== 'absent')
}

function choiceOf(words: Readonly<Record<string, string>>, element: string, choice: string): string {
  return words[`${element}:${choice}`] ?? choice
}
