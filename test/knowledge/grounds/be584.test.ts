import { describe, expect, it } from 'vitest'
import { langs } from '#core/case/types.ts'
import { be584 } from '#knowledge/grounds/be584.ts'
import { answersTo, groundContract, letterOf, situation, voices } from './contract.ts'

groundContract(
  'be584',
  {
    'be584.applicant': {
      en: /Applicant.*: Ada Peeters/,
      fr: /Partie requérante.*\s: Ada Peeters/,
      nl: /Verzoekende partij.*: Ada Peeters/,
      de: /Antragstellende Partei.*: Ada Peeters/,
    },
    'be584.court': {
      en: /president of the court of first instance, in summary proceedings or on unilateral request/,
      fr: /président du tribunal de première instance, en référé ou sur requête unilatérale/,
      nl: /voorzitter van de rechtbank van eerste aanleg, in kort geding of op eenzijdig verzoekschrift/,
      de: /Präsident des Gerichts Erster Instanz, im Eilverfahren oder auf einseitigen Antrag/,
    },
    'be584.content': {
      en: /an image or recording,? (?:of a nude person|nude or sexual)/,
      fr: /une image ou un enregistrement(?:, à caractère sexuel| d’une personne dénudée)/,
      nl: /een beeld of opname(?:, naakt of seksueel| van een ontblote persoon)/,
      de: /ein Bild oder eine Aufzeichnung (?:mit Nacktheit oder sexuellem Inhalt|einer nackten Person)/,
    },
    'be584.urls': {
      en: /on pain of nullity[\s\S]*folder:aBcD1234/,
      fr: /à peine de nullité[\s\S]*folder:aBcD1234/,
      nl: /op straffe van nietigheid[\s\S]*folder:aBcD1234/,
      de: /zur Vermeidung der Nichtigkeit[\s\S]*folder:aBcD1234/,
    },
    'be584.missing': {
      en: /cannot be given, and why: Ada Peeters/,
      fr: /ne peuvent pas être fournies, et pourquoi\s: Ada Peeters/,
      nl: /niet bezorgd kunnen worden, en waarom: Ada Peeters/,
      de: /nicht angegeben werden können, und warum: Ada Peeters/,
    },
    'be584.addressee': {
      en: /each of these intermediaries.*: Ada Peeters/,
      fr: /chacun de ces intermédiaires.*\s: Ada Peeters/,
      nl: /elk van deze tussenpersonen.*: Ada Peeters/,
      de: /jeden dieser Vermittler.*: Ada Peeters/,
    },
    'be584.measure': {
      en: /at the latest six hours after service/,
      fr: /au plus tard dans les six heures de la signification/,
      nl: /uiterlijk zes uur na de betekening/,
      de: /spätestens sechs Stunden nach Zustellung/,
    },
  },
  ['court'],
)

describe('the order of Article 584', () => {
  it('says that nothing is missing until she says that something is', () => {
    const { text, missing, present } = letterOf('be584', {})

    expect(text).toMatch(/and why: nothing is missing/)
    expect(missing).not.toContain('be584.missing')
    expect(present).toContain('be584.missing')
  })

  it('says that it files nothing, accuses nobody by name, and names the old and the new articles', () => {
    for (const lang of langs) {
      for (const ageBand of ['adult', 'under-16'] as const) {
        const { text } = letterOf('be584', { lang, ageBand })

        expect(text).toMatch(/files nothing|n’introduit rien|niets ingediend|nichts eingereicht/)
        expect(text).toMatch(/by name|nommément|bij naam|namentlich/)
        expect(text).toMatch(/136[\s\S]*417\/9/)
      }
    }
  })

  it('of a child is applied for by a legal representative, and says no more of the picture than it must', () => {
    const parent = letterOf('be584', {
      ageBand: 'under-16',
      voiceKind: 'parent',
      answers: { 'be584.applicant': 'Ada Peeters' },
    })

    expect(parent.text).toMatch(/Applicant, as legal representative .*: Ada Peeters/)
    for (const voiceKind of voices) {
      expect(letterOf('be584', { ageBand: 'under-16', voiceKind }).text).not.toMatch(/explicit|nude person/)
    }
  })

  it('takes the Institute as applicant', () => {
    const answers = { ...answersTo('be584', { ageBand: 'adult', voice: 'agent' }), 'be584.applicant': 'IGVM' }

    expect(letterOf('be584', { voiceKind: 'agent', answers }).text).toMatch(
      /the Institute with the consent of the person shown\): IGVM/,
    )
  })

  it('is offered in Belgium, to whoever goes to court, and late', () => {
    expect(be584.offered(situation({ kind: 'court' }))).toEqual({ order: 80, sure: true })
    expect(be584.offered(situation({ kind: 'organisation' }))?.order).toBe(80)
    expect(be584.offered(situation({ kind: 'platform' }))).toBeNull()
    expect(be584.offered(situation({ kind: 'court', country: 'NL' }))).toBeNull()
    expect(be584.deadline).toEqual({ period: { unit: 'hours', count: 6 }, from: 'served' })
  })
})
