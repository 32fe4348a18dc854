import { describe, expect, it } from 'vitest'
import { langs } from '#core/case/types.ts'
import { authorities, authoritiesFor } from '#knowledge/authorities.ts'
import { countries, isEea } from '#knowledge/countries.ts'
import { grounds } from '#knowledge/grounds/index.ts'
import { neverAsked } from './letters/never-asked.ts'

describe('who is asked next', () => {
  it('is known for every later step of every ground, in every country of the EEA and in every language', () => {
    const kinds = grounds.flatMap(({ steps }) => steps.map(({ to }) => to)).filter((to) => to !== 'same')
    expect(kinds).toEqual(expect.arrayContaining(['coordinator', 'data-protection-authority', 'court']))

    for (const country of countries.filter(isEea)) {
      for (const lang of langs) {
        for (const kind of new Set(kinds)) {
          const [first] = authoritiesFor(kind, { country, lang })

          expect(first?.name, `${kind} ${country} ${lang}`).toBeTruthy()
          expect('email' in first!.to ? `mailto:${first!.to.email}` : first!.to.form).toMatch(/^(?:https|mailto):/)
        }
      }
    }
  })

  it('is the authority of the country where she lives, and the list where we have none', () => {
    const first = (kind: Parameters<typeof authoritiesFor>[0], country: string) =>
      authoritiesFor(kind, { country, lang: 'nl' })[0]

    expect(first('coordinator', 'BE')).toMatchObject({
      name: 'BIPT, digitaledienstencoördinator van België',
      kind: 'authority',
    })
    expect(first('coordinator', 'BE')?.to).toEqual({ email: 'klachtdsa@bipt.be' })
    expect(first('coordinator', 'PL')).toMatchObject({ id: 'any-coordinator', sure: 'unconfirmed' })
    expect(first('data-protection-authority', 'BE')?.name).toBe('Gegevensbeschermingsautoriteit')
    expect(first('court', 'BE')).toMatchObject({ id: 'be-court', kind: 'court' })
    expect(first('court', 'US')?.id).toBe('any-court')
  })

  it('has none of the Union outside it, and the American one everywhere', () => {
    expect(authoritiesFor('coordinator', { country: 'US', lang: 'en' })).toEqual([])
    expect(authoritiesFor('data-protection-authority', { country: 'NZ', lang: 'en' })).toEqual([])
    expect(authoritiesFor('ftc', { country: 'BE', lang: 'fr' })[0]?.id).toBe('ftc')
  })

  it('adds the coordinator of the state in which a place is represented, once', () => {
    const ids = (country: string) =>
      authoritiesFor('coordinator', { country, lang: 'en', platform: 'telegram' }).map(({ id }) => id)

    expect(ids('NL')).toEqual(['nl-coordinator', 'be-coordinator'])
    expect(ids('BE')).toEqual(['be-coordinator'])
  })

  it('says what to know in plain words that fit either age, with where it was read', () => {
    expect(new Set(authorities.map(({ id }) => id)).size).toBe(authorities.length)
    for (const { id, note, name, source, checked, page } of authorities) {
      expect(source).toMatch(/^https:/)
      expect(page).toMatch(/^https:/)
      expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/)
      for (const lang of langs) {
        const text = `${typeof name === 'string' ? name : name[lang]}\n${note[lang]}`
        expect(text, id).not.toMatch(neverAsked)
        if (lang === 'fr') expect(text).not.toMatch(/\b(?:vous|votre|vos|tu|ton|ta|tes|toi)\b| [:;?»]|« /i)
        if (lang === 'de') expect(text).not.toMatch(/\b(?:du|dein\w*|dir|dich|Ihnen|Ihr|Ihre[mnrs]?)\b/)
        for (const sentence of note[lang].split(/(?<=[.?])\s/)) {
          expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25)
        }
      }
    }
  })
})
