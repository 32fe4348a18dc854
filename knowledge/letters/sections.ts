/** What each ground's letter says, in which order, and which elements each block fills. Words are in the catalogues. */
import { isMinor } from '#core/case/types.ts'
import { isEea } from '../countries.ts'
import { crimes } from '../grounds/crimes.ts'
import type { GroundId } from '../grounds/ground.ts'
import type { LetterWords } from './en.ts'
import type { Block, Found, LetterInput, Section } from './letter.ts'
import { dayOf, fill, oneLine } from './text.ts'

export const sectionsOf: Record<GroundId, (input: LetterInput, words: LetterWords) => Section[]> = {
  dsa16(input, words) {
    const say = words.dsa16
    const minor = isMinor(input.ageBand)
    const category = minor ? 'KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL' : 'KEYWORD_NON_CONSENSUAL_IMAGE_SHARING'
    return [
      where('dsa16.location', input, words),
      {
        heading: words.what,
        blocks: [
          { text: minor ? say.minor : say.adult, present: ['dsa16.explanation'] },
          ...found(input, words),
          ...earlier(input, words),
        ],
      },
      {
        heading: words.why,
        blocks: [...rules(input, words), { text: say.category, present: ['dsa16.category'] }, { text: category }],
      },
      {
        heading: words.ask,
        blocks: [
          { text: say.remove },
          { text: say.receipt, present: ['dsa16.reply'] },
          { text: say.decision },
          ...(minor ? [] : [{ text: say.silence }]),
        ],
      },
      { heading: words.statement, blocks: [{ text: say.bonaFide, present: ['dsa16.bonafide'] }] },
      { heading: words.sender, blocks: minor ? [{ text: say.anonymous }] : sender(input, words) },
    ]
  },

  tida(input, words) {
    const say = words.tida
    const minor = isMinor(input.ageBand)
    const authority = answer(input, 'tida.authority')
    const role = fill(say.authority, { authority: authority ?? words.gapAuthority })
    const name = answer(input, 'tida.signature')
    const contact = answer(input, 'tida.contact')
    return [
      where('tida.location', input, words),
      {
        heading: words.what,
        blocks: [
          { text: minor ? say.minor : say.adult, present: ['tida.identification'] },
          ...(minor || authority ? [{ text: role, ...state('tida.authority', authority) }] : []),
          { text: say.forgery },
          ...found(input, words),
          ...earlier(input, words),
        ],
      },
      { heading: words.statement, blocks: [{ text: say.goodFaith, present: ['tida.statement'] }] },
      { heading: words.ask, blocks: [{ text: say.remove }, { text: say.copies }, { text: say.receipt }] },
      {
        heading: say.signed,
        blocks: [
          {
            text: fill(words.contact, { contact: contact ?? (minor ? words.gapAdultContact : words.gapContact) }),
            ...state('tida.contact', contact),
          },
          // "/s/ Name" is how an electronic signature is typed in the United States.
          { text: `/s/ ${name ?? (minor ? words.gapAdultName : words.gapName)}`, ...state('tida.signature', name) },
        ],
      },
    ]
  },
}

function where(element: string, { location, found }: LetterInput, words: LetterWords): Section {
  const own = location.id.startsWith('url:') ? [] : [location.id]
  const named = (found?.identifiers ?? []).map((id) => oneLine(id, 200)).filter((id) => id !== '' && !isDigest(id))
  const ids = [...new Set([...own, ...named])].slice(0, 10)
  return {
    heading: words.where,
    blocks: [
      { text: location.url, present: [element] },
      ...(ids.length > 0 ? [{ text: fill(words.object, { ids: ids.join(', ') }) }] : []),
    ],
  }
}

/** How it came to light, as far as it helps. For a minor nothing is said that compares pictures. */
function found({ found, lang, ageBand, writtenAt }: LetterInput, words: LetterWords): Block[] {
  if (!found) return []
  const how: Record<Found['kind'], string | null> = {
    pdq: words.samePicture,
    vpdq: words.samePicture,
    sha256: words.sameFile,
    md5: words.sameFile,
    cid: words.sameFile,
    url: null,
    engine: null, // a search engine’s word shows where to look, and proves nothing
    name: null, // the letter names the place; whose name stood there is no business of its owner's
  }
  const same = isMinor(ageBand) ? null : how[found.kind]
  // A notice may give itself any date; none is after the letter.
  const date = dayOf(found.at < writtenAt ? found.at : writtenAt, lang)
  return [{ text: [fill(words.found, { date }), same].filter(Boolean).join(' ') }]
}

/** That it was asked for before: who lets the same come back again and again has to answer for it. */
function earlier({ earlier, lang }: LetterInput, words: LetterWords): Block[] {
  if (!earlier) return []
  const values = { date: dayOf(earlier.sentAt, lang), reference: oneLine(earlier.reference, 60) }
  return [{ text: fill(words.again, values) }]
}

/** The rule of her country that we are sure of; European law where that is no law of a member state. */
function rules({ country, ageBand, lang }: LetterInput, words: LetterWords): Block[] {
  const say = words.dsa16
  const minor = isMinor(ageBand)
  const rule = crimes[country]?.[minor ? 'minors' : 'adults']?.name[lang]
  const named = rule && { text: fill(minor ? say.crimeOfMinors : say.crime, { rule }), present: ['dsa16.rule'] }
  const directive = !minor && !(named && isEea(country)) && { text: say.directive }
  return [named, directive].filter((block) => block !== false && block !== undefined && block !== '')
}

/** Name and e-mail are one element of the law and one answer; each has its own gap. */
function sender(input: LetterInput, words: LetterWords): Block[] {
  const given = answer(input, 'dsa16.identity') ?? ''
  const [mail] = given.match(/[^\s,;<>()]+@[^\s,;<>()]+\.[^\s,;<>()]+/) ?? []
  const name = given.replace(mail ?? '', '').replace(/^[\s,;<>()]+|[\s,;<>()]+$/g, '')
  return [
    { text: fill(words.name, { name: name || words.gapName }), ...state('dsa16.identity', name && mail) },
    { text: fill(words.mail, { mail: mail ?? words.gapMail }) },
  ]
}

/** Her own words, as one line; null when she has not answered. */
function answer({ answers }: LetterInput, element: string): string | null {
  return oneLine(answers[element] ?? '', 300) || null
}

function state(element: string, given: string | null | undefined): Pick<Block, 'present' | 'missing'> {
  return given ? { present: [element] } : { missing: [element] }
}

/** MD5, SHA-1, SHA-256 or PDQ in hexadecimal: a fingerprint has no place in a letter. */
function isDigest(text: string): boolean {
  return /\b(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})\b/i.test(text)
}
