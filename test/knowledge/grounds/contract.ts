/**
 * What holds for every ground: its letter in each language, age band and voice has every required element or asks for it
 * in plain words, has nothing that must be absent, asks for nothing that is never asked, and speaks to her as she is
 * spoken to.
 */
import { describe, expect, it } from 'vitest'
import { ageBands, isMinor, type Lang, langs } from '#core/case/types.ts'
import type { GroundId, RecipientKind, Situation, StepId, VoiceKind } from '#knowledge/grounds/ground.ts'
import { groundOf } from '#knowledge/grounds/index.ts'
import { composeLetter, type LetterInput, questionsFor } from '#knowledge/letters/index.ts'
import { locateOne } from '#knowledge/platforms/index.ts'
import type { Route } from '#knowledge/platforms/platform.ts'
import { groundWords } from '#knowledge/words/index.ts'
import { neverAsked } from '../letters/never-asked.ts'

export const voices = ['self', 'parent', 'agent'] as const satisfies VoiceKind[]
export const hers = 'Zoë Vandenbossche'
const address = 'https://mega.nz/folder/aBcD1234#k_k-1k_k-1k_k-1k_k-1kQ'

export function letterOf(ground: GroundId, of: Partial<LetterInput> & { voiceKind?: VoiceKind } = {}) {
  const { voiceKind = 'self', ...rest } = of
  return composeLetter({
    places: [{ location: locateOne(address)!, found: { kind: 'pdq', at: Date.UTC(2026, 10, 20) } }],
    recipient: { kind: 'platform', name: 'Example Host', to: { email: 'abuse@host.example' } },
    ground,
    lang: 'en',
    ageBand: 'adult',
    country: 'BE',
    voice: { kind: voiceKind },
    answers: {},
    reference: 'VG-1',
    writtenAt: Date.UTC(2026, 10, 24),
    ...rest,
  })
}

/** An answer that will do for each element, made up. */
export function answersTo(ground: GroundId, of: Pick<Situation, 'ageBand' | 'voice'>): Record<string, string> {
  return Object.fromEntries(
    groundOf(ground)
      .elements(of)
      .filter(({ asked }) => asked)
      .map(({ id, asked, choices, check }) => {
        if (asked === 'yes') return [id, 'yes']
        if (choices) return [id, choices[0]!]
        const mail = 'acting@example.org'
        return [id, check === 'name' ? 'Ada Peeters' : check === 'contact' ? mail : `Ada Peeters, ${mail}`]
      }),
  )
}

export function situation(of: {
  kind?: RecipientKind
  country?: string
  ageBand?: Situation['ageBand']
  routes?: Partial<Route>[]
  platform?: string
}): Situation {
  return {
    ageBand: of.ageBand ?? 'adult',
    country: of.country ?? 'BE',
    voice: 'self',
    recipient: {
      kind: of.kind ?? 'platform',
      platform: of.platform ?? 'mega',
      routes: (of.routes ?? []) as Route[],
    },
    location: locateOne(address)!,
  }
}

/** How an adult and a minor are spoken to: neither may meet the other's form. Dutch letters say u, Dutch pages never. */
const word = (words: string) => new RegExp(`(?<![\\p{L}.])(?:${words})(?![\\p{L}.])`, 'iu')
const none = /^\b$/
const spokenTo = {
  adult: { en: none, fr: word('vous|votre|vos'), nl: word('u|uw'), de: /\b(?:Sie(?= )|Ihr\w*|Ihnen)\b/ },
  minor: { en: none, fr: word('tu|ton|ta|tes|toi'), nl: word('u|uw'), de: word('du|dein\\p{L}*|dir|dich') },
} satisfies Record<string, Record<Lang, RegExp>>

/** `substance`: for each required element, what the letter must say of it, in each language; a function for minors. */
export function groundContract(
  ground: GroundId,
  substance: Record<string, Record<Lang, RegExp> | RegExp>,
  steps: readonly StepId[],
): void {
  describe.each(langs)(`${ground} in %s`, (lang) => {
    const words = groundWords(lang, ground)

    describe.each(ageBands.flatMap((ageBand) => voices.map((voice) => ({ ageBand, voice }))))(
      '$ageBand, $voice',
      ({ ageBand, voice }) => {
        const elements = groundOf(ground).elements({ ageBand, voice })
        const of = { lang, ageBand, voiceKind: voice }

        it('has every required element, or asks for it, and nothing that must be absent', () => {
          const letter = letterOf(ground, of)
          const asked = questionsFor(ground, { ageBand, voice }, lang).map(({ element }) => element)

          for (const { id, need } of elements) {
            const [held, open] = [letter.present.includes(id), letter.missing.includes(id)]
            expect(held && open, id).toBe(false)
            if (need === 'required') expect(held || open, id).toBe(true)
            if (need === 'absent') expect(held || open, id).toBe(false)
          }
          for (const id of letter.missing) expect(asked, id).toContain(id)
        })

        it('is whole once she has answered, and says the substance of each element', () => {
          const { text, missing, present } = letterOf(ground, { ...of, answers: answersTo(ground, { ageBand, voice }) })

          expect(missing).toEqual([])
          expect(text).not.toMatch(/\[[^\]]+\]|\{\w+\}|undefined/)
          expect(text).toContain(address)
          for (const { id, need } of elements) {
            const said = substance[id]
            if (need !== 'required') continue
            expect(present).toContain(id)
            expect(said, `${id}: what must it say?`).toBeDefined()
            expect(text).toMatch(said instanceof RegExp ? said : said![lang])
          }
        })

        it('asks for nothing that is never asked, and speaks to her as she is spoken to', () => {
          const letter = letterOf(ground, of)
          const questions = questionsFor(ground, { ageBand, voice }, lang).map(({ question }) => question)

          expect(`${letter.subject}\n${letter.text}\n${questions.join('\n')}`).not.toMatch(neverAsked)
          const isHers = voice === 'self' && isMinor(ageBand)
          for (const question of questions)
            expect(question).not.toMatch((isHers ? spokenTo.adult : spokenTo.minor)[lang])
        })
      },
    )

    it('speaks of law in plain sentences that fit either age', () => {
      const told = [
        words.title,
        words.gives,
        words.exposes,
        words.because,
        words.rule,
        ...Object.values(words.steps).flatMap((step) => [step.title, step.what]),
      ]
      for (const text of told) {
        expect(text).not.toMatch(neverAsked)
        expect(text).not.toMatch(/!/)
        expect(text).not.toMatch(spokenTo.minor[lang])
        if (lang !== 'de') expect(text).not.toMatch(spokenTo.adult[lang])
        else expect(text).not.toMatch(/(?<!^|[.?] )\b(?:Sie|Ihr\w*|Ihnen)\b/)
      }
      for (const text of [...told, ...Object.values(words.questions)]) {
        for (const sentence of text.split(/(?<=[.?])\s/)) {
          expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25)
        }
      }
    })

    it('has words for each later step, and its letters leave no place unfilled', () => {
      expect(groundOf(ground).steps.map(({ id }) => id)).toEqual(steps)
      for (const step of steps) {
        expect(words.steps[step]?.what).toBeTruthy()
        if (!groundOf(ground).steps.find(({ id }) => id === step)?.letter) continue // a guide, and no letter
        for (const ageBand of ageBands) {
          const { text, subject } = letterOf(ground, {
            lang,
            ageBand,
            step,
            earlier: { reference: 'VG-0', sentAt: Date.UTC(2026, 10, 20) },
            refusedAt: null,
            answers: answersTo(ground, { ageBand, voice: 'self' }),
          })
          expect(`${subject}\n${text}`).not.toMatch(/\[[^\]]+\]|\{\w+\}|undefined/)
          expect(text).toContain('VG-0')
          expect(text).not.toMatch(neverAsked)
        }
      }
    })

    if (lang === 'fr') {
      it('has no-break spaces before French marks', () => {
        expect(JSON.stringify(words)).not.toMatch(/[a-zé»)] [:;?»]|« /)
      })
    }
  })
}
