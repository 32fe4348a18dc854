import { describe, expect, it } from 'vitest'
import { langs } from '#core/case/types.ts'
import { it144bis } from '#knowledge/grounds/it144bis.ts'
import { groundContract, letterOf, situation } from './contract.ts'

groundContract(
  'it144bis',
  {
    'it144bis.person': /: Ada Peeters/,
    'it144bis.platforms': /: Ada Peeters/,
    'it144bis.locations': /folder:aBcD1234/,
    'it144bis.declaration': { en: /I declare/, fr: /Je déclare/, nl: /Ik verklaar/, de: /Ich erkläre/ },
  },
  ['reminder'],
)

describe('a report to the Garante', () => {
  it('is for somebody in Italy, adults alone, and decided within 48 hours', () => {
    expect(it144bis.offered(situation({ country: 'IT' }))).not.toBeNull()
    expect(it144bis.offered(situation({ country: 'IT', ageBand: '16-17' }))).toBeNull()
    expect(it144bis.offered(situation({ country: 'BE' }))).toBeNull()
    expect(it144bis.deadline).toEqual({ period: { unit: 'hours', count: 48 }, from: 'received' })
  })

  it('holds back no report for want of a mail address', () => {
    const answers = { 'it144bis.platforms': 'Telegram' }

    expect(letterOf('it144bis', { answers: { ...answers, 'it144bis.person': 'Ada Peeters' } }).missing).toEqual([])
    expect(letterOf('it144bis', { answers }).missing).toEqual(['it144bis.person'])
  })

  it('says that the content is not attached', () => {
    const said = { en: /not attached/, fr: /pas joint/, nl: /niet bij deze melding gevoegd/, de: /nicht beigefügt/ }
    for (const lang of langs) expect(letterOf('it144bis', { lang }).text).toMatch(said[lang])
  })
})
