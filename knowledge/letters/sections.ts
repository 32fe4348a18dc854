/**
 * Makes the sections of a letter from a ground's plan: looks up each text, fills it, and keeps account of which elements
 * it holds or leaves open. No sentence is made here; all of them stand in the catalogues (knowledge/words).
 */
import { isMinor } from '#core/case/types.ts'
import { isEea } from '../countries.ts'
import type { BlockPlan, Element, Ground, SectionPlan } from '../grounds/ground.ts'
import { crimeName, type Words } from '../words/index.ts'
import type { GroundWords } from '../words/words.ts'
import { answerTo, isYes, mailIn, nameIn } from './answer.ts'
import { wordsFor } from './choose.ts'
import type { Block, Found, LetterInput, Section } from './letter.ts'
import { addressFor } from './recipients.ts'
import { dayOf, fill, listOf, oneLine } from './text.ts'

/** All that a block is made from. */
interface Making {
  input: LetterInput
  ground: Ground
  words: GroundWords
  common: Words['letter']
  elements: readonly Element[]
  minor: boolean
}

/** Gaps that belong to no element of the ground: who acts, and when it was sent before. */
export const pseudoElements = ['organisation', 'name', 'sent-before'] as const

export function sectionsOf(plan: readonly SectionPlan[], of: Omit<Making, 'elements' | 'minor'>): Section[] {
  const { input, ground } = of
  const { ageBand, voice } = input
  const making: Making = {
    ...of,
    elements: ground.elements({ ageBand, voice: voice.kind }),
    minor: isMinor(ageBand),
  }
  const sections = plan.map(({ heading, blocks }) => ({
    key: heading,
    heading: of.common.headings[heading],
    blocks: blocks.flatMap((block) => make(block, making)),
  }))
  return withOwnWords(
    sections.filter(({ blocks }) => blocks.length > 0),
    making,
  )
}

function make(plan: BlockPlan, making: Making): Block[] {
  const { input, elements, minor } = making
  if (plan.when && plan.when !== (minor ? 'minor' : 'adult') && plan.when !== input.voice.kind) return []
  const fills = [...new Set([...(plan.fills ?? []), ...('answer' in plan && plan.answer ? [plan.answer] : [])])]
  const needs = fills.map((id) => elements.find((element) => element.id === id)?.need ?? 'absent')
  if (fills.length > 0 && needs.every((need) => need === 'absent')) return []
  if ('part' in plan) return parts[plan.part](making, fills)
  return saying(plan, fills, making)
}

function saying({ say, answer }: { say: string; answer?: string }, fills: string[], making: Making): Block[] {
  const { input, words, elements } = making
  const text = textOf(say, making)
  if (text === null) throw new Error(`The words of ${making.ground.id} in ${input.lang} have no letter text "${say}".`)
  if (text === '') return []
  if (answer === undefined) return [filled(text, fills, making)]

  const element = elements.find(({ id }) => id === answer)
  if (!element || element.need === 'absent') return []
  // A wording that needs no answer for this voice: "parent or guardian".
  if (!element.asked && !text.includes('{answer}')) return [filled(text, fills, making)]
  const given = givenFor(element, making)
  if (given !== null) return [filled(text, fills, making, given)]
  // What she has to confirm stays open until she does, whether the law asks for it or we do.
  if (element.need !== 'required' && element.asked !== 'yes') return []
  const gap = `[${wordsFor(words.gaps, answer, making.input) ?? making.common.gaps.answer}]`
  const withGap = text.includes('{answer}') ? text : gap
  const block = filled(withGap, [], making, gap)
  return [{ ...block, missing: [...new Set([answer, ...(block.missing ?? [])])] }]
}

/** A text with its places filled; who acts may be a gap of its own. */
function filled(text: string, present: readonly string[], making: Making, answer = ''): Block {
  const { input, common } = making
  const { voice, recipient } = input
  const missing: string[] = []
  const orGap = (value: string | undefined, id: 'organisation' | 'name', gap: string) => {
    const line = oneLine(value ?? '', 200)
    if (line !== '') return line
    if (text.includes(`{${id}}`)) missing.push(id)
    return `[${gap}]`
  }
  const values: Record<string, string> = {
    answer,
    recipient: oneLine(recipient.name, 200),
    about: oneLine(input.about ?? recipient.name, 200),
    country: text.includes('{country}') ? countryIn(input) : '',
    reference: oneLine(input.reference, 60),
    organisation: orGap(actsAs(input).organisation, 'organisation', common.gaps.organisation),
    name: orGap(actsAs(input).name ?? voice.organisation, 'name', common.gaps.adultName),
    contact: contactOf(input) ?? `[${common.gaps.adultContact}]`,
    earlier: oneLine(input.earlier?.reference ?? input.reference, 60),
    sent: input.earlier ? dayOf(input.earlier.sentAt, input.lang) : `[${common.gaps.sentBefore}]`,
  }
  if (!input.earlier && text.includes('{sent}')) missing.push('sent-before')
  return {
    text: fill(text, values),
    ...(present.length > 0 && { present: present.filter((id) => isWanted(id, making)) }),
    ...(missing.length > 0 && { missing }),
  }
}

const parts: Record<Extract<BlockPlan, { part: string }>['part'], (making: Making, fills: string[]) => Block[]> = {
  locations({ input, common }, fills) {
    const { places } = input
    const count = places.length
    return places.flatMap(({ location, found }, at) => {
      const own = location.id.startsWith('url:') ? [] : [location.id]
      const address = addressFor(location, input.recipient)
      // A file's name may be hers: in a letter that names nobody only what is a number or a code is told.
      const named = (found?.identifiers ?? [])
        .map((id) => oneLine(id, 200))
        .filter((id) => id !== '' && !isDigest(id) && !(isMinor(input.ageBand) && /\p{L}{3}/u.test(id)))
      const ids = [...new Set([...own, ...named])].slice(0, 10)
      return [
        ...(count > 1 ? [{ text: fill(common.address, { number: `${at + 1}`, count: `${count}` }) }] : []),
        { text: address, ...(at === 0 && { present: fills }) },
        ...(address === location.url ? [] : [{ text: common.keyLeftOut }]),
        ...(ids.length > 0 ? [{ text: fill(common.object, { ids: ids.join(', ') }) }] : []),
      ]
    })
  },

  /** How it came to light, as far as it helps. For a minor nothing is said that compares pictures. */
  found({ input, common }) {
    const founds = input.places.flatMap(({ found }) => found ?? [])
    if (founds.length === 0) return []
    const how: Record<Found['kind'], string | null> = {
      pdq: common.samePicture,
      vpdq: common.samePicture,
      sha256: common.sameFile,
      md5: common.sameFile,
      cid: common.sameFile,
      url: null,
      engine: null, // a search engine's word shows where to look, and proves nothing
      name: null, // the letter names the place; whose name stood there is no business of its owner's
    }
    // A notice may give itself any date; none is after the letter.
    const days = founds
      .map(({ at }) => Math.min(at, input.writtenAt))
      .sort((a, b) => a - b)
      .map((at) => dayOf(at, input.lang))
    const date = listOf([...new Set(days)], input.lang)
    const [only, ...more] = founds
    const same = only && more.length === 0 && !isMinor(input.ageBand) ? how[only.kind] : null
    const text = fill(input.places.length > 1 ? common.foundMany : common.found, { date })
    return [{ text: [text, same].filter(Boolean).join(' ') }]
  },

  /** That it was asked for before: who lets the same come back again and again has to answer for it. */
  earlier({ input, common }) {
    const { earlier, lang, step } = input
    if (!earlier || step) return []
    const values = { date: dayOf(earlier.sentAt, lang), reference: oneLine(earlier.reference, 60) }
    return [{ text: fill(common.again, values) }]
  },

  /** What was asked before, and what came of it: for a letter of a later step. */
  'sent-before'({ input, common, ground }) {
    const { earlier, lang, step, refusedAt, about } = input
    if (!step) return []
    const isSame = ground.steps.find(({ id }) => id === step)?.to === 'same'
    const words = isSame ? common.sentBefore : about ? common.sentBeforeTo : common.sentBeforeToThem
    const values = {
      date: earlier ? dayOf(earlier.sentAt, lang) : `[${common.gaps.sentBefore}]`,
      reference: oneLine(earlier?.reference ?? input.reference, 60),
      about: oneLine(about ?? '', 200),
    }
    const outcome =
      typeof refusedAt === 'number'
        ? [fill(common.refused, { date: dayOf(refusedAt, lang) })]
        : refusedAt === null
          ? [common.silent]
          : []
    return [
      { text: fill(words, values), ...(!earlier && { missing: ['sent-before'] }) },
      ...outcome.map((text) => ({ text })),
    ]
  },

  /** The rule of her country that we are sure of; European law where that is no law of a member state. */
  crime({ input, common, minor }, fills) {
    const { country, lang } = input
    const rule = crimeName(country, minor, lang)
    const named = rule ? [{ text: fill(minor ? common.crimeOfMinors : common.crime, { rule }), present: fills }] : []
    return minor || (rule && isEea(country)) ? named : [...named, { text: common.directive }]
  },

  /** As the EU transparency database words it; it sorts notices there and with the platforms. */
  category({ common, minor }, fills) {
    const category = minor ? 'KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL' : 'KEYWORD_NON_CONSENSUAL_IMAGE_SHARING'
    return [{ text: common.category, present: fills }, { text: category }]
  },

  /** That somebody acts for the person shown. That person is not named. */
  acting(making, fills) {
    const { input, common } = making
    if (input.voice.kind === 'self') return []
    if (input.voice.kind === 'parent') return [filled(common.parent, fills, making)]
    const { organisation } = actsAs(input)
    return [filled(organisation ? common.actsFor : common.agent, fills, making)]
  },

  /** Who sends it: as much as each element asks for. Name and e-mail may be one element and one answer. */
  identity(making, fills) {
    const { input, common, elements } = making
    const wanted = fills.flatMap(
      (id) => elements.find((element) => element.id === id && element.need !== 'absent') ?? [],
    )
    const organisation = input.voice.kind === 'self' ? undefined : actsAs(input).organisation
    const first = organisation ? [{ text: fill(common.organisation, { organisation }) }] : []
    return [...first, ...wanted.flatMap((element) => identify(element, making))]
  },

  signature(making, fills) {
    const { input, common, elements, words } = making
    const [id] = fills
    const element = elements.find((each) => each.id === id)
    const name = (element && givenFor(element, making)) ?? (input.voice.kind === 'self' ? null : signerOf(input))
    if (name) return [{ text: fill(common.signature, { name }), present: fills }]
    if (element?.need !== 'required') return []
    const gap = `[${wordsFor(words.gaps, element.id, input) ?? gapOf('Name', making)}]`
    return [{ text: fill(common.signature, { name: gap }), missing: [element.id] }]
  },
}

function identify(element: Element, making: Making): Block[] {
  const { input, common, words } = making
  const { id, need } = element
  const given = answerTo(element, input.answers) ?? ''
  const signer = input.voice.kind === 'self' ? undefined : signerOf(input)
  const gap = (kind: 'Name' | 'Mail' | 'Contact') => `[${wordsFor(words.gaps, id, input) ?? gapOf(kind, making)}]`
  const state = (isThere: unknown) => (isThere ? { present: [id] } : { missing: [id] })
  if (element.check === 'name-and-mail') {
    const mail = input.replyTo ?? mailIn(given) ?? mailIn(contactOf(input) ?? '')
    const name = nameIn(given) || signer
    if (need !== 'required' && !mail && !name) return []
    return [
      { text: fill(common.name, { name: name ?? `[${gapOf('Name', making)}]` }), ...state(name && mail) },
      { text: fill(common.mail, { mail: mail ?? `[${gapOf('Mail', making)}]` }) },
    ]
  }
  const kind = element.check === 'name' ? 'Name' : element.check === 'mail' ? 'Mail' : 'Contact'
  const value = kind === 'Name' ? given || signer : contactIn(given, input)
  if (need !== 'required' && !value) return []
  const label = kind === 'Name' ? common.name : kind === 'Mail' ? common.mail : common.contact
  const shown = value || gap(kind)
  return [{ text: fill(label, { name: shown, mail: shown, contact: shown }), ...state(value) }]
}

/** Her contact, or ours in its place where hers is not to be told. */
function contactIn(given: string, input: LetterInput): string | undefined {
  const { replyTo } = input
  if (replyTo === undefined) return given || contactOf(input)
  const mail = mailIn(given)
  return given === '' ? replyTo : mail ? given.replace(mail, replyTo) : given
}

function contactOf({ voice, answers, replyTo }: LetterInput): string | undefined {
  return replyTo ?? (oneLine(voice.contact ?? answers.contact ?? '', 200) || undefined)
}

/** Who acts; what was answered to our own questions stands in where the voice does not say it. */
function actsAs({ voice, answers }: LetterInput): { name?: string; organisation?: string } {
  if (voice.kind === 'self') return {}
  const name = oneLine(voice.name ?? answers.name ?? '', 200)
  const organisation = oneLine(voice.organisation ?? answers.organisation ?? '', 200)
  return { ...(name && { name }), ...(organisation && { organisation }) }
}

function signerOf(input: LetterInput): string | undefined {
  const { name, organisation } = actsAs(input)
  return name && organisation ? `${name}, ${organisation}` : (name ?? organisation)
}

function gapOf(kind: 'Name' | 'Mail' | 'Contact', { input, common, minor }: Making): string {
  if (input.voice.kind !== 'self') return common.gaps[`adult${kind}`]
  if (minor) return common.gaps[`minor${kind}`]
  return { Name: common.gaps.name, Mail: common.gaps.mail, Contact: common.gaps.contact }[kind]
}

/** Her answer as it stands in the text; what stands for it until she gives another; or null. */
function givenFor(element: Element, making: Making): string | null {
  const { input, words } = making
  const { id, check, otherwise, choices } = element
  const own = answerTo(element, input.answers)
  if (own !== null && choices?.includes(own)) return words.choices[`${id}:${own}`] ?? own
  // Of somebody under 18 no words of their own where a choice says it.
  if (own !== null && element.asked === 'one-of' && making.minor) return null
  if (check === 'name-and-mail') return nameAndMail(own, making)
  if (check === 'contact' || check === 'mail') return contactIn(own ?? '', input) ?? null
  // A mail address beside the name is kept as little as any other where ours stands for hers.
  if (own !== null) return check === 'name' ? (contactIn(own, input) ?? own) : own
  if (check === 'name' && input.voice.kind !== 'self') return signerOf(input) ?? null
  if (otherwise === undefined) return null
  return words.choices[`${id}:${otherwise}`] ?? textOf(otherwise, making) ?? otherwise
}

function nameAndMail(given: string | null, { input }: Making): string | null {
  const mail = input.replyTo ?? mailIn(given ?? '') ?? mailIn(contactOf(input) ?? '')
  const name = nameIn(given ?? '') || (input.voice.kind === 'self' ? undefined : signerOf(input))
  return mail && name ? `${name}, ${mail}` : null
}

function textOf(say: string, { input, words }: Making): string | null {
  return wordsFor(words.letter, say, input)
}

/**
 * An element that the text fills by itself may be answered all the same: her words are added to it. Not for somebody under
 * 18, whose letter says no more than it must.
 */
function withOwnWords(sections: Section[], { input, elements, minor, common }: Making): Section[] {
  if (minor) return sections
  const said = new Set<string>()
  const whole = () => sections.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('\n')
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.flatMap((block) => {
      const more = (block.present ?? []).flatMap((id) => {
        const element = elements.find((each) => each.id === id)
        if (!element || element.asked || said.has(id)) return []
        said.add(id)
        const own = answerTo(element, input.answers)
        if (own === null || isYes(own) || whole().includes(own)) return []
        return [{ text: fill(common.ownWords, { words: own }) }]
      })
      return [block, ...more]
    }),
  }))
}

function countryIn({ country, lang }: LetterInput): string {
  return new Intl.DisplayNames([lang], { type: 'region' }).of(country) ?? country
}

function isWanted(id: string, { elements }: Making): boolean {
  return elements.some((element) => element.id === id && element.need !== 'absent')
}

/** MD5, SHA-1, SHA-256 or PDQ in hexadecimal: a fingerprint has no place in a letter. */
function isDigest(text: string): boolean {
  return /\b(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})\b/i.test(text)
}
