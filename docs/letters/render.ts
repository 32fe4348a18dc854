/**
 * Renders every letter into this folder, one file a ground, language and age band, so that a review sees each sentence
 * that goes out. A test compares. Renew with `node_modules/.bin/node docs/letters/render.ts`.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { type AgeBand, type Lang, langs } from '#core/case/types.ts'
import type { Element, Ground, StepId, VoiceKind } from '#knowledge/grounds/ground.ts'
import { grounds } from '#knowledge/grounds/index.ts'
import { LetterJson } from '#knowledge/letters/json.ts'
import { composeLetter, questionsFor } from '#knowledge/letters/index.ts'
import { likelyRecipient } from '#knowledge/plan.ts'
import { locateOne } from '#knowledge/platforms/index.ts'

const at = Date.UTC(2026, 10, 22, 9, 30)
/** Whose law it is decides where the person of the sample lives. */
const countries: Partial<Record<Ground['id'], string>> = { uk20a: 'GB', hdca24: 'NZ', it144bis: 'IT', esaepd: 'ES' }
/** A place of the kind that the law is for. */
const places: Partial<Record<Ground['id'], string>> = {
  abuse: 'https://www.forum.example/thread?t=123',
  gdpr17: 'https://www.forum.example/thread?t=123',
  gdpr17s: 'https://www.google.com/search?q=sam+janssens&udm=2',
  hdca24: 'https://mega.nz/folder/aBcD1234#k_k-1k_k-1k_k-1k_k-1kQ',
}
const answers = {
  words: 'Example 1',
  query: 'Sam Janssens', name: 'Sam Janssens', mail: 'sam@example.org', contact: 'sam@example.org', url: 'https://example.org/page' }

/** File name → content. The letters of both bands of minors are the same, so one is shown. */
export function samples(): Map<string, string> {
  const files = new Map<string, string>()
  for (const ground of grounds)
    for (const lang of langs)
      for (const ageBand of ['adult', 'under-16'] satisfies AgeBand[])
        files.set(`${ground.id}/${lang}-${ageBand}.txt`, sample(ground, lang, ageBand))
  files.set('letter.schema.json', `${JSON.stringify(z.toJSONSchema(LetterJson), null, 2)}\n`)
  return files
}

function sample(ground: Ground, lang: Lang, ageBand: AgeBand): string {
  const voices: [VoiceKind, string][] = [
    ['self', 'the person shown writes'],
    ['parent', 'a parent writes'],
    ['agent', 'an organisation writes'],
  ]
  const questions = questionsFor(ground.id, { ageBand, voice: 'self' }, lang).map(({ element, question }) => `${element}: ${question}`)
  return [
    part('questions', questions.join('\n') || '-'),
    part('the request, nothing answered', letter(ground, { lang, ageBand, voice: 'self', answered: false })),
    ...voices.map(([voice, says]) => part(`the request, ${says}`, letter(ground, { lang, ageBand, voice, answered: true }))),
    ...ground.steps
      .filter((step) => step.letter)
      .map(({ id }) => part(`${id}, the person shown writes`, letter(ground, { lang, ageBand, voice: 'self', answered: true, step: id }))),
  ].join('\n')
}

/** A complaint is against a decision; the other steps are shown as after no answer. */
function isAfterSilence(ground: Ground, step: StepId): boolean {
  return ground.steps.find(({ id }) => id === step)?.after.includes('silent') ?? false
}

function letter(
  ground: Ground,
  of: { lang: Lang; ageBand: AgeBand; voice: VoiceKind; answered: boolean; step?: StepId },
): string {
  const { lang, ageBand, voice, answered, step } = of
  const country = countries[ground.id] ?? 'BE'
  const location = locateOne(places[ground.id] ?? 'https://discord.com/channels/11/22/33')
  if (!location) throw new Error('The sample place is not recognised.')
  const { subject, text, to } = composeLetter({
    places: [{ location, found: { kind: 'pdq', at, identifiers: ['photo_2.jpg'] } }],
    recipient: likelyRecipient(ground.id, { location, ageBand, country, lang, voice }),
    ground: ground.id,
    lang,
    ageBand,
    country,
    voice: { kind: voice, ...(voice !== 'self' && { name: 'Robin Maes', contact: 'robin@ngo.example' }), ...(voice === 'agent' && { organisation: 'NGO Example' }) },
    answers: answered ? answersOf(ground.elements({ ageBand, voice })) : {},
    ...(step && { step, refusedAt: isAfterSilence(ground, step) ? null : at + 86_400_000, earlier: { reference: 'VG-4T7K2M', sentAt: at } }),
    reference: 'VG-4T7K2M',
    writtenAt: Date.UTC(2026, 10, 24, 10, 5),
  })
  return `${to ?? '-'}\n${subject}\n\n${text}`
}

/** What a person might answer; where somebody else signs, an adult's name. */
function answersOf(elements: readonly Element[]): Record<string, string> {
  return Object.fromEntries(
    elements.flatMap(({ id, asked, check, choices, otherwise }) => {
      if (!asked || otherwise !== undefined) return []
      if (asked === 'yes') return [[id, 'yes']]
      if (asked === 'one-of') return [[id, choices?.[0] ?? '']]
      if (check === 'name-and-mail') return [[id, `${answers.name}, ${answers.mail}`]]
      if (id === 'gdpr17s.query') return [[id, answers.query]]
      return [[id, answers[check ?? 'words']]]
    }),
  )
}

function part(title: string, text: string): string {
  return `######## ${title}\n\n${text.trimEnd()}\n`
}

if (import.meta.main) {
  const folder = new URL('.', import.meta.url)
  for (const { id } of grounds) await rm(new URL(id, folder), { recursive: true, force: true })
  for (const [file, text] of samples()) {
    await mkdir(new URL('.', new URL(file, folder)), { recursive: true })
    await writeFile(new URL(file, folder), text)
  }
}
