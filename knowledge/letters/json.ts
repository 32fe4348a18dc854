/** A letter for a machine: to whom, about what, under which ground, and which element stands in which words. */
import { z } from 'zod'
import { isMinor, langs } from '#core/case/types.ts'
import { groundIds, recipientKinds } from '../grounds/ground.ts'
import { groundOf } from '../grounds/index.ts'
import { groundWords } from '../words/index.ts'
import type { Letter, LetterInput } from './letter.ts'
import { addressFor } from './recipients.ts'

/** Its form, published as docs/reference/letter.schema.json. */
export const LetterJson = z.strictObject({
  format: z.literal('vigie-letter'),
  version: z.literal(1),
  lang: z.enum(langs).describe("The letter's language"),
  ground: z.strictObject({ id: z.enum(groundIds), title: z.string(), law: z.string() }),
  step: z.string().nullable().describe('Of a later step: which; null for the request itself'),
  recipient: z.strictObject({
    kind: z.enum(recipientKinds),
    name: z.string(),
    form: z.string().nullable(),
    email: z.string().nullable(),
  }),
  sender: z.enum(['self', 'parent', 'agent']).describe('Who speaks: the person shown, a parent, or an agent'),
  underEighteen: z.boolean().describe('Whether the person shown was under 18 when the picture was made'),
  locations: z.array(z.strictObject({ platform: z.string(), id: z.string(), url: z.string() })).min(1),
  reference: z.string(),
  writtenAt: z.iso.datetime(),
  elements: z
    .array(
      z.strictObject({
        id: z.string(),
        need: z.enum(['required', 'helpful']),
        state: z.enum(['present', 'missing', 'left-out']),
        text: z.array(z.string()).describe('The paragraphs that hold it'),
      }),
    )
    .describe('What the law asks for, and what helps'),
  missing: z.array(z.string()),
  subject: z.string(),
  text: z.string().describe('The whole letter'),
})
export type LetterJson = z.infer<typeof LetterJson>

export function letterJson(input: LetterInput, letter: Letter): LetterJson {
  const { ageBand, voice, recipient, lang } = input
  const blocks = letter.sections.flatMap((section) => section.blocks)
  const elements = groundOf(input.ground)
    .elements({ ageBand, voice: voice.kind })
    .flatMap(({ id, need }) => {
      if (need === 'absent') return []
      const text = blocks.filter(({ present = [] }) => present.includes(id)).map((block) => block.text)
      const state = letter.missing.includes(id) ? 'missing' : letter.present.includes(id) ? 'present' : 'left-out'
      return [{ id, need, state, text } as const]
    })
  return {
    format: 'vigie-letter',
    version: 1,
    lang,
    ground: { id: input.ground, title: groundWords(lang, input.ground).title, law: letter.head.at(-1) ?? '' },
    step: input.step ?? null,
    recipient: {
      kind: recipient.kind,
      name: recipient.name,
      form: 'form' in recipient.to ? recipient.to.form : null,
      email: 'email' in recipient.to ? recipient.to.email : null,
    },
    sender: voice.kind,
    underEighteen: isMinor(ageBand),
    locations: input.places.map(({ location }) => ({
      platform: location.platform,
      id: location.id,
      url: addressFor(location, recipient),
    })),
    reference: input.reference,
    writtenAt: new Date(input.writtenAt).toISOString(),
    elements,
    missing: [...letter.missing],
    subject: letter.subject,
    text: letter.text,
  }
}
