/**
 * What comes before every law: the first letter and the first call. For somebody under 18 in the picture that is the
 * hotline, then the police when she wants; for an adult the police. And what to do at once when somebody threatens or
 * wants money. Whom to call stands in knowledge/helplines; nothing here names a number.
 */
import { type AgeBand, isMinor, type Lang } from '#core/case/types.ts'
import type { Location } from '#core/location/types.ts'
import { offencesOf } from './grounds/crimes.ts'
import { helplines } from './helplines.ts'
import { fill, oneLine } from './letters/text.ts'
import { crimeName, wordsOf } from './words/index.ts'

/**
 * Where two facts come from: in Belgium a minor may go to the police alone and bring somebody; reports to the hotline may
 * be anonymous, and its staff are bound to secrecy.
 */
export const hotlineFacts = [
  { id: 'BE/police-alone', source: 'https://www.watwat.be' },
  { id: 'BE/anonymous', source: 'https://childfocus.be' },
].map((each) => ({ ...each, checked: '2026-11-24' }))

export type FirstContact = 'hotline' | 'police'

export interface FirstLetter {
  to: FirstContact
  /** The line in knowledge/helplines that takes it; null: none is known in that country but those for everywhere. */
  helpline: { id: string; name: string } | null
  subject: string
  /** One line a paragraph. It names nobody. */
  text: string
}

export interface CallScript {
  to: FirstContact
  /** What she can say, sentence by sentence. */
  say: readonly string[]
  mayAsk: readonly string[]
  /** What she need not say, do or show. */
  leaveOut: readonly string[]
  goodToKnow: readonly string[]
}

export interface SextortionSteps {
  title: string
  intro: string
  /** Five, in this order. */
  steps: readonly { title: string; text: string }[]
  afterwards: string
}

/**
 * The first letter: for somebody under 18 to the hotline, for an adult to the police; `to: 'police'` for a minor who wants
 * to go there too. Addresses and no picture, no name, and of a minor no more than "nude or sexual, of me". `factsOn` is
 * the first day on which it was seen (`YYYY-MM-DD`), since the law of that day counts.
 */
export function firstLetterFor(of: {
  country: string
  ageBand: AgeBand
  lang: Lang
  locations: readonly Pick<Location, 'url'>[]
  reference: string
  to?: FirstContact
  factsOn?: string
}): FirstLetter {
  const { country, ageBand, lang, reference } = of
  const to = contactOf(of)
  const words = wordsOf(lang).hotline
  const places = of.locations.map(({ url }) => oneLine(url, 2000))
  const values = { reference: oneLine(reference, 60) }
  const helpline = helplineOf(country, to)
  if (to === 'hotline') {
    const { letter } = words
    const who = ageBand === 'under-16' ? letter.age['under-16'] : letter.age['16-17']
    const paragraphs = [
      [letter.hello],
      [who, letter.what],
      [letter.where, ...places],
      [letter.ask, letter.anonymous, letter.first],
      [fill(letter.reference, values)],
    ]
    return { to, helpline, subject: fill(letter.subject, values), text: lines(paragraphs) }
  }

  const { police } = words
  const offences = offencesFor(of)
  const isBelgian = country === 'BE'
  const paragraphs = [
    [isMinor(ageBand) ? police.minor : police.adult],
    [police.where, ...places],
    offences.length > 0 ? [police.offence, ...offences] : [],
    [police.list, ...(isBelgian ? [police.anyZone, wordsOf(lang).crimes.unit] : []), police.copy, police.public],
    [fill(words.letter.reference, values)],
  ]
  return { to, helpline, subject: fill(police.subject, values), text: lines(paragraphs) }
}

/** What to say on the telephone, what they may ask, and what need not be said. For a minor to the hotline first. */
export function callScript(of: { country: string; ageBand: AgeBand; lang: Lang; to?: FirstContact }): CallScript {
  const { country, ageBand, lang } = of
  const { call } = wordsOf(lang).hotline
  const to = contactOf(of)
  const minor = isMinor(ageBand)
  const age = ageBand === 'under-16' ? call.hotline.age['under-16'] : call.hotline.age['16-17']
  const filled = (say: readonly string[]) => say.map((sentence) => fill(sentence, { age }))
  if (to === 'hotline') {
    const { say, mayAsk, leaveOut, goodToKnow, secrecy } = call.hotline
    return {
      to,
      say: filled(say),
      mayAsk,
      leaveOut,
      goodToKnow: country === 'BE' ? [...goodToKnow, secrecy] : goodToKnow,
    }
  }
  const { police } = call
  const known = minor ? police.goodToKnowMinor : police.goodToKnow
  const belgian = country === 'BE' ? [minor ? police.belgiumMinor : police.belgium] : []
  return {
    to,
    say: filled(minor ? police.minor : police.adult),
    mayAsk: police.mayAsk,
    leaveOut: police.leaveOut,
    goodToKnow: [...known, ...belgian],
  }
}

/** When somebody threatens or wants money: five short steps, before anything is asked to be removed. */
export function sextortionSteps({ ageBand, lang }: { ageBand: AgeBand; lang: Lang }): SextortionSteps {
  const { title, intro, minorIntro, steps, minorSteps, afterwards } = wordsOf(lang).hotline.sextortion
  const minor = isMinor(ageBand)
  return { title, intro: minor ? minorIntro : intro, steps: minor ? minorSteps : steps, afterwards }
}

/** A hotline for images of minors takes no reports of adults: they go to the police, whatever was asked. */
function contactOf({ ageBand, to }: { ageBand: AgeBand; to?: FirstContact }): FirstContact {
  return isMinor(ageBand) ? (to ?? 'hotline') : 'police'
}

function helplineOf(country: string, to: FirstContact): FirstLetter['helpline'] {
  const there = helplines.filter((line) => line.country === country && line.for !== 'adults')
  const kinds = to === 'police' ? (['police'] as const) : (['report', 'talk'] as const)
  const found = kinds.map((kind) => there.find((line) => line.kind === kind)).find((line) => line !== undefined)
  return found ? { id: found.id, name: found.name } : null
}

/** Where the law is known well, the offences as the police file them; elsewhere the one rule that is certain, or none. */
function offencesFor({
  country,
  ageBand,
  lang,
  factsOn,
}: {
  country: string
  ageBand: AgeBand
  lang: Lang
  factsOn?: string
}): string[] {
  const names = wordsOf(lang).crimes.offences
  const likely = offencesOf({ country, ageBand, factsOn }).filter(
    ({ kind }) => kind === 'dissemination' || kind === 'abuse-images',
  )
  if (likely.length > 0) return likely.map(({ id }) => names[id])
  const rule = crimeName(country, isMinor(ageBand), lang)
  return rule ? [rule] : []
}

function lines(paragraphs: readonly (readonly string[])[]): string {
  const whole = paragraphs.filter((paragraph) => paragraph.length > 0).map((paragraph) => paragraph.join('\n'))
  return `${whole.join('\n\n')}\n`
}
