import { describe, expect, it } from 'vitest'
import { langs } from '#core/case/types.ts'
import { esaepd } from '#knowledge/grounds/esaepd.ts'
import { groundContract, letterOf, situation } from './contract.ts'

groundContract(
  'esaepd',
  {
    'esaepd.locations': /folder:aBcD1234/,
    'esaepd.tried': {
      en: /own route was used first, and it failed/,
      fr: /voie prévue par le fournisseur a d’abord été utilisée/,
      nl: /eigen weg van de aanbieder is eerst gebruikt/,
      de: /eigene Weg des Anbieters wurde zuerst genutzt/,
    },
    'esaepd.contact': /: acting@example\.org/,
  },
  ['reminder'],
)

describe('the Spanish priority channel', () => {
  it('lets somebody under 18 stay anonymous, and asks an adult for a contact', () => {
    for (const lang of langs) {
      const answers = { 'esaepd.tried': 'exceptional' }

      expect(letterOf('esaepd', { lang, ageBand: '16-17', answers }).missing).toEqual([])
      expect(letterOf('esaepd', { lang, answers }).missing).toEqual(['esaepd.contact'])
      expect(letterOf('esaepd', { lang, ageBand: '16-17', voiceKind: 'parent', answers }).missing).toContain(
        'esaepd.contact',
      )
    }
  })

  it('is content with an address alone, and takes a yes for the first sentence', () => {
    const answers = { 'esaepd.tried': 'Yes', 'esaepd.contact': 'ada@example.org' }
    const { missing, text } = letterOf('esaepd', { answers })

    expect(missing).toEqual([])
    expect(text).toContain('Contact: ada@example.org\n')
    expect(text).toContain('own route was used first, and it failed')
  })

  it('claims that the provider was asked only when that was said', () => {
    expect(letterOf('esaepd').missing).toContain('esaepd.tried')
    expect(letterOf('esaepd', { answers: { 'esaepd.tried': 'Asked on 3 November.' } }).text).toContain(
      'Asked on 3 November.',
    )
    expect(letterOf('esaepd', { answers: { 'esaepd.tried': 'exceptional' } }).text).not.toContain('it failed')
    expect(esaepd.offered(situation({ country: 'ES' }))).not.toBeNull()
    expect(esaepd.offered(situation({ country: 'BE' }))).toBeNull()
  })
})
