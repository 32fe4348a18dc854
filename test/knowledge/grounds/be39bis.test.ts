import { describe, expect, it } from 'vitest'
import { be39bis } from '#knowledge/grounds/be39bis.ts'
import { groundContract, letterOf, situation } from './contract.ts'

groundContract(
  'be39bis',
  {
    'be39bis.complaint': {
      en: /reported to the police.*: Ada Peeters/,
      fr: /plainte a été déposée à la police.*\s: Ada Peeters/,
      nl: /Bij de politie is een klacht ingediend.*: Ada Peeters/,
      de: /Bei der Polizei wurde Anzeige erstattet.*: Ada Peeters/,
    },
    'be39bis.urls': /folder:aBcD1234/,
  },
  ['reminder'],
)

describe('the prosecutor of Article 39bis', () => {
  it('is asked to secure the data before they go, with the number of the report and no name', () => {
    const { text, present } = letterOf('be39bis', { answers: { 'be39bis.complaint': 'BR.17.L3.012345/2026' } })

    expect(text).toMatch(/report: BR\.17\.L3\.012345\/2026/)
    expect(text.indexOf('secured as evidence')).toBeGreaterThan(0)
    expect(text.indexOf('secured as evidence')).toBeLessThan(text.indexOf('make the content inaccessible'))
    expect(present).toContain('be39bis.preserve')
    expect(text).not.toMatch(/Name:/)
  })

  it('is offered in Belgium through the police, early for a minor', () => {
    const adult = be39bis.offered(situation({ kind: 'authority' }))
    const minor = be39bis.offered(situation({ kind: 'authority', ageBand: 'under-16' }))

    expect(minor!.order).toBeLessThan(adult!.order)
    expect(be39bis.offered(situation({ kind: 'authority', country: 'FR' }))).toBeNull()
    expect(be39bis.offered(situation({ kind: 'platform' }))).toBeNull()
  })
})
