import { describe, expect, it } from 'vitest'
import { langs } from '#core/case/types.ts'
import { gdpr17 } from '#knowledge/grounds/gdpr17.ts'
import { answersTo, groundContract, hers, letterOf, situation, voices } from './contract.ts'

groundContract(
  'gdpr17',
  {
    'gdpr17.subject': {
      en: /(?:am|act for) the data subject/,
      fr: /personne concernée/,
      nl: /betrokkene/,
      de: /betroffene Person/,
    },
    'gdpr17.data': {
      en: /personal data are an intimate image or video[\s\S]*telephone number/,
      fr: /données à caractère personnel sont une image ou une vidéo intime[\s\S]*numéro de téléphone/,
      nl: /persoonsgegevens zijn een intieme foto of video[\s\S]*telefoonnummer/,
      de: /personenbezogenen Daten sind ein intimes Bild oder Video[\s\S]*Telefonnummer/,
    },
    'gdpr17.reason': {
      en: /17\(1\)\(d\)[\s\S]*17\(1\)\(b\)[\s\S]*17\(1\)\(c\)/,
      fr: /point d\)[\s\S]*point b\)[\s\S]*point c\)/,
      nl: /punt d\)[\s\S]*punt b\)[\s\S]*punt c\)/,
      de: /Buchstabe d[\s\S]*Buchstabe b[\s\S]*Buchstabe c/,
    },
  },
  ['reminder', 'authority', 'court'],
)

describe('erasure under the GDPR', () => {
  it('of a minor names nobody who is shown, and gives a reason that only a child has', () => {
    for (const lang of langs) {
      for (const voiceKind of voices) {
        const answers =
          voiceKind === 'self'
            ? { 'gdpr17.subject': hers, 'gdpr17.data': hers, 'gdpr17.reason': hers }
            : answersTo('gdpr17', { ageBand: 'under-16', voice: voiceKind })
        const { text, missing } = letterOf('gdpr17', { lang, voiceKind, ageBand: 'under-16', answers })

        expect(missing).toEqual([])
        expect(text).not.toContain(hers)
        expect(text).toMatch(/17\(1\)\(f\)|point f\)|punt f\)|Buchstabe f/)
      }
    }
    expect(letterOf('gdpr17', {}).text).not.toMatch(/17\(1\)\(f\)/)
  })

  it('keeps proof of identity off beforehand, and names the month and who else must hear of it', () => {
    const { text, present } = letterOf('gdpr17', {})

    expect(text).toMatch(/only if you have reasonable doubts.*\(Article 12\(6\)\)/)
    expect(text).toMatch(/within one month of receipt/)
    expect(present).toEqual(expect.arrayContaining(['gdpr17.controller', 'gdpr17.recipients', 'gdpr17.term']))
    expect(present).not.toContain('gdpr17.identityproof')
  })

  it('gives no mail address of hers where answers come in under ours', () => {
    const { text } = letterOf('gdpr17', {
      answers: { 'gdpr17.subject': 'Ada Peeters, ada@example.org' },
      replyTo: 'r-1@answers.example',
    })

    expect(text).toContain('Ada Peeters')
    expect(text).not.toContain('ada@example.org')
  })

  it('is second, only in the EEA or where the place itself names this law, and never written to the uploader', () => {
    const route = { grounds: ['gdpr17' as const], sure: 'published' as const }

    expect(gdpr17.offered(situation({ routes: [route] }))).toEqual({ order: 30, sure: true })
    expect(gdpr17.offered(situation({}))).toEqual({ order: 30, sure: false })
    expect(gdpr17.offered(situation({ country: 'US' }))).toBeNull()
    expect(gdpr17.offered(situation({ country: 'US', routes: [route] }))?.sure).toBe(false)
    for (const kind of ['uploader', 'search-engine', 'registrar', 'delivery-network'] as const) {
      expect(gdpr17.offered(situation({ kind, routes: [route] }))).toBeNull()
    }
  })

  it('gives one month, three in all when they take longer, and three to the authority', () => {
    expect(gdpr17.deadline).toEqual({ period: { unit: 'months', count: 1 }, from: 'received' })
    expect(gdpr17.extension).toEqual({ unit: 'months', count: 3 })
    expect(gdpr17.steps.find(({ id }) => id === 'authority')?.answerIn).toEqual({ unit: 'months', count: 3 })
  })
})
