import { randomInt, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { langs } from '#core/case/types.ts'
import { InvalidInput } from '#core/errors.ts'
import { holdsSecretKey } from '#core/location/index.ts'
import type { Location } from '#core/location/types.ts'
import { type GroundId, groundIds, type Step, stepIds, type VoiceKind } from '#knowledge/grounds/ground.ts'
import type { Letter, LetterInput, Recipient } from '#knowledge/letters/letter.ts'
import { ageBandOf, ageOption } from '../age.ts'
import { type Arguments, type Command, type Context, choice, text, texts } from '../command.ts'
import { readSettings } from '../config.ts'

export const formats = ['text', 'eml', 'pdf', 'json', 'xarf'] as const

export const letter: Command = {
  usage: '--location URL… --ground ID --lang L [--answer ELEMENT=VALUE]…',
  summary: 'Writes the request for a place under one law, complete, or says what is missing.',
  details: [
    'What only the person can say is given as `--answer ELEMENT=VALUE`; `vigie grounds` lists the elements. Where a required one is missing, no letter is printed: stderr names it, one a line with its question, and the status is 1. With `--format json` stdout has `{"missing":[…]}`. With `--draft` the letter is printed all the same, with its gaps in brackets.',
    'Several addresses of one host go into one letter. For a picture of somebody under 18 (`--age`) the letter names nobody where the law spares it. `--on-behalf`: an organisation or another adult writes for an adult, a parent for somebody under 18; `--as` says otherwise.',
    'An answer to an element that the text fills by itself is added as words of the person’s own; for somebody under 18 it is left out. What must not be in the letter is left out too, and said on stderr.',
    'A later step (`--step reminder`) also asks when the request was sent: `--answer sent-before=2026-11-20`, and `--answer refused=2026-11-25` where it was refused. Asks nobody anything: needs no network and no running service.',
  ],
  options: {
    location: {
      type: 'string',
      multiple: true,
      greedy: true,
      value: 'URL',
      describes: 'Where it is. May be repeated.',
    },
    ground: { type: 'string', value: 'ID', describes: 'The law. `vigie plan` says which fit.' },
    lang: { type: 'string', value: 'L', describes: `The letter's language: ${langs.join(', ')}. Default: en.` },
    age: ageOption,
    country: { type: 'string', value: 'CC', describes: 'Where the person lives, such as BE. Default: BE.' },
    'on-behalf': { type: 'boolean', describes: 'Somebody writes for the person shown.' },
    as: { type: 'string', value: 'WHO', describes: 'Who writes: self, parent or agent.' },
    name: { type: 'string', value: 'NAME', describes: 'Of a parent or an agent: who signs.' },
    organisation: { type: 'string', value: 'NAME', describes: 'Of an agent: the organisation.' },
    contact: { type: 'string', value: 'MAIL', describes: 'Of a parent or an agent: how they are reached.' },
    'reply-to': { type: 'string', value: 'MAIL', describes: 'Where answers go, in place of the person’s own address.' },
    recipient: { type: 'string', value: 'NAME', describes: 'Whom it goes to. Default: as in the plan.' },
    to: { type: 'string', value: 'ADDRESS', describes: 'A mail address or a form (https) of theirs.' },
    answer: {
      type: 'string',
      multiple: true,
      value: 'ELEMENT=VALUE',
      describes: 'What the person answers, e.g. dsa16.identity="Sam Janssens, sam@example.org". May be repeated.',
    },
    step: {
      type: 'string',
      value: 'STEP',
      describes: 'A later step: reminder, complaint, coordinator, authority, ftc …',
    },
    format: { type: 'string', value: 'FORMAT', describes: `${formats.join(', ')}. Default: text.` },
    'with-xarf': { type: 'boolean', describes: 'With `--format eml`: adds the machine copy for an abuse desk.' },
    reference: { type: 'string', value: 'TEXT', describes: 'Your own number. Default: a new one.' },
    draft: { type: 'boolean', describes: 'Prints it with what is missing as gaps in brackets.' },
  },
  example:
    'npx vigie letter --location https://discord.gg/AbCdEf --ground dsa16 --lang fr --answer dsa16.identity="Sam Janssens, sam@example.org"',
  takes: { least: 0, most: 0 },

  async run(args, context) {
    const format = choice(args, 'format', formats)
    const { composeLetter } = await import('#knowledge/letters/index.ts')
    const input = await readInput(args, context)
    const composed = composeLetter(input)
    if (composed.missing.length > 0 && args.values.draft !== true) {
      if (format === 'json') await context.print({ missing: composed.missing })
      await tellMissing(composed, input, context)
      return 1
    }
    if (!(await isPlanned(input)))
      context.say(
        `The plan does not offer ${input.ground} for this place and this person: vigie plan says what it offers.`,
      )
    await write({ format, input, composed, withXarf: args.values['with-xarf'] === true }, context)
    return 0
  },
}

async function readInput(args: Arguments, context: Context): Promise<LetterInput> {
  const [{ locateOne }, { parseCountry }, { groundOf }, { readFacts }, { recipientKey }, letters] = await Promise.all([
    import('#knowledge/platforms/index.ts'),
    import('#knowledge/countries.ts'),
    import('#knowledge/grounds/index.ts'),
    import('../facts.ts'),
    import('#knowledge/plan.ts'),
    import('#knowledge/letters/index.ts'),
  ])
  const shown = ['name', 'organisation', 'contact', 'reply-to', 'recipient', 'to', 'reference']
  const keyed = shown.find((option) => holdsSecretKey(text(args, option) ?? ''))
  if (keyed) throw new InvalidInput(`--${keyed} holds a secret key. Show it to nobody.`)
  const given = texts(args, 'location')
  if (given.length === 0) throw new InvalidInput('Say where it is: --location https://…')
  const named = given.map((address) => {
    const location = locateOne(address)
    if (!location)
      throw new InvalidInput(`"${address}" is no address: give it in full, such as https://example.org/page`)
    return location
  })
  // The same object named twice is one.
  const locations = [...new Map(named.map((each) => [`${each.platform} ${each.id} ${each.url}`, each])).values()]
  const [first] = locations
  if (!first || locations.some((each) => recipientKey(each) !== recipientKey(first)))
    throw new InvalidInput('One letter goes to one host: write one for each.')
  const id = groundIds.find((each) => each === text(args, 'ground'))
  if (!id) throw new InvalidInput(`--ground is one of ${groundIds.join(', ')}.`)
  const ground = groundOf(id)
  const lang = choice(args, 'lang', langs)
  const ageBand = ageBandOf(args)
  const country = parseCountry(text(args, 'country') ?? 'BE')
  const voice = voiceOf(args, ageBand !== 'adult')
  const step = text(args, 'step')
  const known = stepIds.find((each) => each === step)
  if (step !== undefined && (!known || !letters.hasLetter(ground, step))) {
    const has = ground.steps.filter(({ letter }) => letter).map((each) => each.id)
    throw new InvalidInput(`${id} has letters for these steps: ${has.join(', ') || 'none'}.`)
  }
  const facts = await readFacts(readSettings(context.environment).VIGIE_DATA)
  const answers = readAnswers(args)
  const { 'sent-before': sentBefore, refused, ...rest } = answers
  for (const element of Object.keys(rest)) {
    if (letters.isAnswerable(element, id, { ageBand, voice: voice.kind })) continue
    const elements = ground.elements({ ageBand, voice: voice.kind })
    if (elements.some((each) => each.id === element))
      context.say(`${element}: must not be in this letter, so it is left out.`)
    else
      throw new InvalidInput(
        `${id} has no element "${element}". It has: ${elements.map((each) => each.id).join(', ')}.`,
      )
  }
  for (const element of ground.elements({ ageBand, voice: voice.kind })) {
    const problem = element.need === 'absent' ? null : letters.problemOf(element, rest[element.id] ?? '')
    if (problem) context.say(`${element.id}: ${problems[problem]}`)
    else if (ageBand !== 'adult' && !element.asked && element.need !== 'absent' && rest[element.id])
      context.say(`${element.id}: the letter says it by itself; for somebody under 18 nothing is added to it.`)
  }
  const replyTo = text(args, 'reply-to')
  const recipient = await recipientFor({
    args,
    location: first,
    id,
    ageBand,
    country,
    lang,
    voice: voice.kind,
    routes: facts.routes,
  })
  const to = ground.steps.find((each) => each.id === known)?.to
  const next = await stepRecipient(to, { country, lang, platform: first.platform })
  const reference = text(args, 'reference') ?? newReference()
  const sentAt = sentBefore === undefined ? undefined : dayOf(sentBefore, 'sent-before')
  return {
    places: locations.map((location) => ({ location, found: null })),
    recipient: text(args, 'recipient') === undefined ? (next ?? recipient) : recipient,
    ground: id,
    ...(known && { step: known, about: recipient.name }),
    lang,
    ageBand,
    country,
    voice,
    ...(sentAt !== undefined && { earlier: { reference, sentAt } }),
    ...(known && { refusedAt: refused === undefined ? null : dayOf(refused, 'refused') }),
    answers: rest,
    ...(replyTo !== undefined && { replyTo: mailOf(replyTo, 'reply-to') }),
    reference,
    writtenAt: Date.now(),
  }
}

const problems = {
  name: 'this is no name.',
  mail: 'this is no mail address.',
  'name-and-mail': 'give a name and a mail address.',
  contact: 'give a mail address or a telephone number.',
  url: 'give an address in full.',
  words: 'say it in a few words.',
  choice: 'this is none of the choices.',
  yes: 'this ground needs a yes.',
  secret: 'this holds a secret key, so it is left out. Show it to nobody.',
}

function voiceOf(args: Arguments, minor: boolean): LetterInput['voice'] {
  const [name, organisation, contact] = [text(args, 'name'), text(args, 'organisation'), text(args, 'contact')]
  const otherwise =
    args.values['on-behalf'] !== true ? 'self' : minor && organisation === undefined ? 'parent' : 'agent'
  const kind: VoiceKind = text(args, 'as') === undefined ? otherwise : choice(args, 'as', ['self', 'parent', 'agent'])
  return { kind, ...(name && { name }), ...(organisation && { organisation }), ...(contact && { contact }) }
}

function readAnswers(args: Arguments): Record<string, string> {
  return Object.fromEntries(
    texts(args, 'answer').map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) throw new InvalidInput(`Write an answer as ELEMENT=VALUE, not "${pair.slice(0, 60)}".`)
      return [pair.slice(0, at).trim(), pair.slice(at + 1)]
    }),
  )
}

interface Sought {
  args: Arguments
  location: Location
  id: GroundId
  ageBand: LetterInput['ageBand']
  country: string
  lang: LetterInput['lang']
  voice: VoiceKind
  routes: Parameters<typeof import('#knowledge/plan.ts').planRecipients>[0]['routes']
}

async function isPlanned({ places: [place], ground, ageBand, country, lang, voice }: LetterInput): Promise<boolean> {
  const { planRecipients } = await import('#knowledge/plan.ts')
  if (!place) return false
  const steps = planRecipients({ location: place.location, ageBand, country, lang, voice: voice.kind })
  return steps.some((step) => step.ground === ground)
}

/** As it is said, else as in the plan. */
async function recipientFor({ args, id, ...input }: Sought): Promise<Recipient> {
  const [{ likelyRecipient }, { isOfPlace }] = await Promise.all([
    import('#knowledge/plan.ts'),
    import('#knowledge/letters/recipients.ts'),
  ])
  const likely = likelyRecipient(id, input)
  const name = text(args, 'recipient') ?? likely.name
  const given = text(args, 'to')
  if (given === undefined) return { ...likely, name }
  const to = /^https:\/\/\S+$/.test(given) ? { form: given } : { email: mailOf(given, 'to') }
  // An address of somebody else's: they do not run the place, and get no key of it.
  const kind = likely.kind === 'platform' && !isOfPlace(to, input.location) ? 'organisation' : likely.kind
  return { kind, name, to }
}

/** Of a later step: the authority or the court that it goes to; null: the recipient itself. */
async function stepRecipient(
  to: Step['to'] | undefined,
  of: { country: string; lang: LetterInput['lang']; platform: string },
): Promise<Recipient | null> {
  if (to === undefined || to === 'same') return null
  const [{ authoritiesFor }, { wordsOf }] = await Promise.all([
    import('#knowledge/authorities.ts'),
    import('#knowledge/words/index.ts'),
  ])
  const [first] = authoritiesFor(to, of)
  return first ?? { kind: 'authority', name: wordsOf(of.lang).plan.name.authority, to: { unknown: true } }
}

async function tellMissing({ missing }: Letter, input: LetterInput, { say }: Context): Promise<void> {
  const { questionOf, questionsFor } = await import('#knowledge/letters/index.ts')
  const { ageBand, voice, lang } = input
  const questions = questionsFor(input.ground, { ageBand, voice: voice.kind }, lang)
  for (const id of missing) {
    const question = questionOf(id, input.ground, { ageBand, voice: voice.kind }, lang) ?? ''
    const { asked = 'text', choices = [] } = questions.find(({ element }) => element === id) ?? {}
    const answers = asked === 'yes' ? ['yes'] : choices.map((choice) => choice.id)
    say(`${id}: ${question}${answers.length > 0 ? ` (${answers.join(', ')})` : ''}`)
  }
}

async function write(
  {
    format,
    input,
    composed,
    withXarf,
  }: { format: (typeof formats)[number]; input: LetterInput; composed: Letter; withXarf: boolean },
  context: Context,
): Promise<void> {
  const { eml, letterJson, xarf } = await import('#knowledge/letters/index.ts')
  const reports = () => xarf(input, { reporter: reporterOf(input, context), ids: input.places.map(() => randomUUID()) })
  switch (format) {
    case 'text':
      return context.printText(`${composed.subject}\n\n${composed.text}`)
    case 'json':
      return context.print(letterJson(input, composed))
    case 'xarf':
      return context.print(...reports())
    case 'eml': {
      const { replyTo } = input
      const copies = withXarf ? reports() : []
      return context.printText(
        eml({ letter: composed, date: input.writtenAt, xarf: copies, ...(replyTo !== undefined && { replyTo }) }),
      )
    }
    case 'pdf': {
      const { letterPdf } = await import('#api/print/letter.ts')
      if (!process.stdout.write(await letterPdf(composed))) await once(process.stdout, 'drain')
    }
  }
}

/** An abuse desk hands reports on: the organisation reports, or the installation, and never the person herself. */
function reporterOf({ voice, replyTo }: LetterInput, { environment }: Context): { organisation: string; mail: string } {
  const { MAIL_FROM, VIGIE_NAME, VIGIE_MAIL_DOMAIN } = readSettings(environment)
  const contact = voice.contact?.match(/[^\s<>]+@[^\s<>]+/)?.[0]
  const organisation = voice.organisation ?? MAIL_FROM?.name ?? VIGIE_NAME
  const own = MAIL_FROM?.address ?? `reports@${VIGIE_MAIL_DOMAIN ?? 'vigie.invalid'}`
  return { organisation, mail: replyTo ?? contact ?? own }
}

function dayOf(given: string, element: string): number {
  const at = /^\d{4}-\d\d-\d\d/.test(given) ? Date.parse(given) : Number.NaN
  if (Number.isNaN(at)) throw new InvalidInput(`Write ${element} as a day: 2026-11-20.`)
  return at
}

function mailOf(given: string, option: string): string {
  if (!/^[^\s@<>]{1,64}@[^\s@<>]{1,200}$/.test(given))
    throw new InvalidInput(`--${option} is a mail address, name@example.org.`)
  return given
}

function newReference(): string {
  return `VG-${Array.from({ length: 6 }, () => '23456789ABCDEFGHJKLMNPQRSTVWXYZ'[randomInt(31)]).join('')}`
}
