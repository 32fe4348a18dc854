/**
 * A guide through a platform's own form: what to do, step by step, and the answer to put into each field. Which fields
 * there are is what the platforms' help pages say that they ask; names of fields change, so each is called by what it
 * means. A form that is not here gets the general fields, and a mail none.
 *
 * Source: the platforms' own pages, as their routes name them (knowledge/platforms), checked 2026-11-24.
 */
import { isMinor } from '#core/case/types.ts'
import type { HeadingKey } from './grounds/ground.ts'
import { groundOf } from './grounds/index.ts'
import { answerTo, mailIn, nameIn } from './letters/answer.ts'
import type { Letter, LetterInput } from './letters/letter.ts'
import { type Addressed, addressFor } from './letters/recipients.ts'
import { fill } from './letters/text.ts'
import { type Words, wordsOf } from './words/index.ts'

type FieldKind = keyof Words['guides']['fields']
type OptionKind = keyof Words['guides']['options']

/** A field of a form, or a choice in it; `minors` and `adults`: only for them. */
type Field = FieldKind | { option: OptionKind; only?: 'minors' | 'adults' }

const general: readonly Field[] = ['links', 'explanation', 'request', 'statement', 'name', 'mail', 'everything']
const dsa: readonly Field[] = ['links', 'country', 'law', 'explanation', 'statement', 'name', 'mail']

const privacy: readonly Field[] = [{ option: 'privacy' }, 'links', 'explanation', 'request', 'country', 'name', 'mail']
const delisting: readonly Field[] = [
  'query',
  'country',
  'links',
  'explanation',
  'request',
  'role',
  'name',
  'mail',
  'statement',
]
const copyright: readonly Field[] = ['links', 'explanation', 'statement', 'name', 'contact', 'signature']

/** The fields of a form, by `platform/route`. */
const forms: Record<string, readonly Field[]> = {
  'discord/dsa-form': dsa,
  // One report a picture, with the link of the message.
  'discord/report-form': [
    { option: 'takeItDown' },
    'name',
    'role',
    'link',
    'explanation',
    'statement',
    'contact',
    'signature',
  ],
  'facebook/intimate-images-form': [{ option: 'intimate' }, 'links', 'explanation', 'name', 'mail', 'statement'],
  'facebook/privacy-form': [{ option: 'privacy' }, 'links', 'explanation', 'country', 'name', 'mail'],
  'facebook/safety-hub': [{ option: 'illegal' }, 'links', 'country', 'law', 'explanation', 'statement'],
  'instagram/intimate-images-form': [{ option: 'intimate' }, 'links', 'explanation', 'name', 'mail', 'statement'],
  'instagram/privacy-form': [{ option: 'privacy' }, 'links', 'explanation', 'country', 'name', 'mail'],
  'instagram/safety-hub': [{ option: 'illegal' }, 'links', 'country', 'law', 'explanation', 'statement'],
  'x/take-it-down-form': ['links', 'explanation', 'statement', 'role', 'contact', 'signature'],
  'x/post-menu': [{ option: 'illegal' }, 'law', 'explanation', 'statement', 'name', 'mail'],
  'snapchat/help-form': [{ option: 'intimate' }, 'link', 'explanation', 'name', 'mail'],
  'snapchat/in-app': [{ option: 'intimate' }, 'explanation'],
  'tiktok/post-menu': [{ option: 'illegal' }, 'country', 'law', 'explanation', 'statement', 'name', 'mail'],
  'tiktok/web-form': [{ option: 'intimate' }, 'links', 'explanation', 'contact', 'statement'],
  'tiktok/privacy-form': [{ option: 'privacy' }, 'links', 'explanation', 'country', 'mail'],
  'reddit/report-form': [{ option: 'intimate' }, 'link', 'explanation', 'statement', 'name', 'mail'],
  'google-search/intimate-form': [
    { option: 'underage', only: 'minors' },
    { option: 'intimate', only: 'adults' },
    'links',
    'query',
    'explanation',
    'role',
    'country',
    'name',
    'mail',
    'statement',
  ],
  'google-search/fake-images-form': ['links', 'query', 'explanation', 'role', 'country', 'name', 'mail', 'statement'],
  'google-search/outdated-content': ['links'],
  'google-drive/intimate-images-form': [
    { option: 'intimate' },
    'links',
    'explanation',
    'country',
    'name',
    'mail',
    'statement',
  ],
  'bing-search/concern-form': [
    { option: 'intimate' },
    'links',
    'explanation',
    'statement',
    'name',
    'mail',
    'signature',
  ],
  'bing-search/content-removal': ['links'],
  'onedrive/report-a-concern': [
    { option: 'intimate' },
    'links',
    'explanation',
    'statement',
    'name',
    'mail',
    'signature',
  ],
  'telegram/dsa-form': ['links', 'law', 'explanation', 'statement', 'name', 'contact'],
  'pornhub/removal-form': ['links', 'mail', 'name', 'explanation', 'statement', 'signature'],
  'bluesky/take-it-down-form': ['links', 'role', 'explanation', 'statement', 'contact', 'signature'],
  'bluesky/regulatory-form': [{ option: 'dsa' }, 'country', 'links', 'law', 'explanation', 'statement', 'name', 'mail'],
  'dropbox/report-form': [{ option: 'intimate' }, 'links', 'everything', 'mail'],
  'imgur/removal-form': ['links', 'explanation', 'mail'],
  'vk/support-chat': ['links', 'everything'],
  'xvideos/report-button': [{ option: 'intimate' }, 'explanation', 'statement', 'name', 'mail'],
  'xhamster/report-button': [{ option: 'intimate' }, 'explanation', 'statement', 'name', 'mail'],
  'google-search/delisting-form': delisting,
  'bing-search/delisting-form': delisting,
  'facebook/copyright-form': copyright,
  'instagram/copyright-form': copyright,
  'tiktok/copyright-form': copyright,
  'x/privacy-form': privacy,
  'whatsapp/privacy-form': privacy,
  'whatsapp/in-app': [{ option: 'intimate' }, 'explanation'],
  'nostr/relay-contact': ['subject', 'everything'],
}

/** Sections of the letter that answer a field. */
const sections: Partial<Record<FieldKind, readonly HeadingKey[]>> = {
  explanation: ['what', 'data', 'why'],
  request: ['ask'],
  statement: ['statement'],
}

export interface GuideField {
  /** What the field is for, in her language. */
  label: string
  /** To paste, in the letter's language; null: nobody has said it yet. */
  answer: string | null
  /** The element that fills it when it is answered; null: the letter does. */
  element: string | null
}

export interface Guide {
  /** What to do, in order. The fields come after the step at `fieldsAfter`. */
  steps: string[]
  fieldsAfter: number
  fields: GuideField[]
}

/**
 * How to send this letter by this route.
 *
 * @param lang her language: the letter may be in another
 */
export function guideFor(of: {
  input: LetterInput
  letter: Letter
  route: Addressed
  lang: LetterInput['lang']
}): Guide {
  const { input, letter, route, lang } = of
  const { guides } = wordsOf(lang)
  const [place] = input.places
  const platform = route.id.includes('/') ? route.id : `${place?.location.platform}/${route.id}`
  const isMail = 'email' in route.to
  const kinds = forms[platform] ?? (isMail ? ['subject', 'everything'] : general)
  const fields = kinds.flatMap((field) => fieldOf(field, { input, letter, lang }))
  const namesNobody = kinds.includes('name') && !fields.some(({ label }) => label === guides.fields.name)
  // Where there is no address, what the place asks is also how to get there.
  const open =
    'form' in route.to
      ? [fill(guides.open, { form: route.to.form })]
      : 'email' in route.to
        ? [fill(guides.write, { email: route.to.email })]
        : route.asks
          ? []
          : [guides.unknown]
  const before = [
    ...open,
    ...(route.asks ? [route.asks[lang]] : []),
    guides.paste,
    ...(namesNobody ? [guides.noName] : []),
  ]
  const after = [
    guides.attach,
    ...(letter.missing.length > 0 ? [guides.missing] : []),
    guides.send,
    guides.after,
    guides.back,
  ]
  return { steps: [...before, ...after], fieldsAfter: before.length, fields }
}

function fieldOf(
  field: Field,
  { input, letter, lang }: { input: LetterInput; letter: Letter; lang: LetterInput['lang'] },
): GuideField[] {
  const { guides } = wordsOf(lang)
  if (typeof field !== 'string') {
    const hers = isMinor(input.ageBand) ? 'minors' : 'adults'
    if (field.only && field.only !== hers) return []
    return [{ label: guides.fields.option, answer: guides.options[field.option], element: null }]
  }
  const said = (answer: string | null | undefined, element: string | null = null): GuideField[] =>
    answer === undefined || answer === '' ? [] : [{ label: guides.fields[field], answer, element }]
  const from = sections[field]
  if (from) return said(textOf(letter, from))
  const urls = input.places.map(({ location }) => addressFor(location, input.recipient))
  switch (field) {
    case 'links':
      return urls.length > 1
        ? said(urls.join('\n'))
        : [{ label: guides.fields.link, answer: urls[0] ?? null, element: null }]
    case 'link':
      return said(urls.join('\n'))
    case 'country':
      return said(new Intl.DisplayNames([input.lang], { type: 'region' }).of(input.country))
    case 'law':
      return said(letter.head.at(-1))
    case 'category':
      return said(letter.text.match(/KEYWORD_[A-Z_]+/)?.[0])
    case 'subject':
      return said(letter.subject)
    case 'everything':
      return said(letter.text)
    case 'reference':
      return said(input.reference)
    case 'query':
      return input.ground === 'gdpr17s' ? said(input.answers['gdpr17s.query'] ?? null, 'gdpr17s.query') : []
    case 'role':
      return input.voice.kind === 'self' ? [] : said(roleOf(input))
    default:
      return personal(field, input, said)
  }
}

/** Name, mail address, contact, signature: what the letter's ground asks for, and nothing where it asks for none. */
function personal(
  field: FieldKind,
  input: LetterInput,
  said: (answer: string | null, element: string) => GuideField[],
): GuideField[] {
  const { ageBand, voice, answers, replyTo } = input
  const wanted = groundOf(input.ground)
    .elements({ ageBand, voice: voice.kind })
    .filter(({ need, asked }) => need !== 'absent' && asked === 'text')
  const by = (...checks: (string | undefined)[]) => wanted.find(({ check }) => check && checks.includes(check))
  const name = by('name', 'name-and-mail')
  const contact = by('contact', 'mail', 'name-and-mail')
  const given = (element: (typeof wanted)[number] | undefined) => (element ? (answerTo(element, answers) ?? '') : '')
  if (field === 'name' || field === 'signature') {
    const signer = voice.kind === 'self' ? '' : (voice.name ?? voice.organisation ?? '')
    return name ? said(nameIn(given(name)) || signer || null, name.id) : []
  }
  if (!contact) return []
  const mail = replyTo ?? mailIn(given(contact)) ?? mailIn(voice.contact ?? '')
  return said((field === 'mail' ? mail : (mail ?? (given(contact) || null))) ?? null, contact.id)
}

function roleOf({ voice, lang }: LetterInput): string {
  const { letter } = wordsOf(lang)
  if (voice.kind === 'parent') return letter.parent
  return voice.organisation ? fill(letter.actsFor, { organisation: voice.organisation }) : letter.agent
}

function textOf({ sections }: Letter, keys: readonly HeadingKey[]): string {
  return sections
    .filter(({ key }) => keys.includes(key))
    .flatMap(({ blocks }) => blocks.map(({ text }) => text))
    .join('\n')
}

/** Routes that a guide of their own is written for: a test holds them to the platforms' routes. */
export const guidedRoutes: readonly string[] = Object.keys(forms)
