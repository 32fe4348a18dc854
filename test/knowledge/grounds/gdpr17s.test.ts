import { describe, expect, it } from 'vitest'
import { gdpr17s } from '#knowledge/grounds/gdpr17s.ts'
import { answersTo, groundContract, letterOf, situation } from './contract.ts'

groundContract(
  'gdpr17s',
  {
    'gdpr17s.query': {
      en: /Searched name: Ada Peeters/,
      fr: /Nom recherché\s: Ada Peeters/,
      nl: /Gezochte naam: Ada Peeters/,
      de: /Gesuchter Name: Ada Peeters/,
    },
    'gdpr17s.urls': /folder:aBcD1234/,
    'gdpr17s.reason': {
      en: /intimate image or video[\s\S]*17\(1\)\(d\)/,
      fr: /vidéo intime[\s\S]*point d\)/,
      nl: /intieme foto of video[\s\S]*punt d\)/,
      de: /intimes Bild oder Video[\s\S]*Buchstabe d/,
    },
    'gdpr17s.subject': {
      en: /the data subject/,
      fr: /la personne concernée/,
      nl: /de betrokkene/,
      de: /die betroffene Person/,
    },
  },
  ['reminder', 'authority', 'court'],
)

describe('delisting', () => {
  it('asks a minor for the searched name alone, and says that the law can be left out', () => {
    const { missing, text } = letterOf('gdpr17s', { ageBand: 'under-16' })

    expect(missing).toEqual(['gdpr17s.query'])
    expect(text).not.toMatch(/My name/)
  })

  it('is for search engines in the EEA, and later for a minor, whose name it needs', () => {
    expect(gdpr17s.offered(situation({ kind: 'search-engine' }))).toEqual({ order: 32, sure: true })
    expect(gdpr17s.offered(situation({ kind: 'search-engine', ageBand: '16-17' }))?.order).toBeGreaterThan(32)
    expect(gdpr17s.offered(situation({ kind: 'search-engine', country: 'US' }))).toBeNull()
    expect(gdpr17s.offered(situation({ kind: 'platform' }))).toBeNull()
  })

  it('asks for the results of this search to go, without telling the pages who asked', () => {
    const { text } = letterOf('gdpr17s', { answers: answersTo('gdpr17s', { ageBand: 'adult', voice: 'self' }) })

    expect(text).toMatch(/stop showing these results/)
    expect(text).toMatch(/do not tell the operators of these pages/)
  })
})
