import { describe, expect, it } from 'vitest'
import { ageBands, langs } from '#core/case/types.ts'
import { abuse } from '#knowledge/grounds/abuse.ts'
import { groundContract, hers, letterOf, situation } from './contract.ts'

groundContract('abuse', {}, ['reminder'])

describe('a report to an abuse desk', () => {
  it('names nobody, whatever was answered, since it may reach the one who posted it', () => {
    for (const lang of langs) {
      for (const ageBand of ageBands) {
        const { text, present } = letterOf('abuse', {
          lang,
          ageBand,
          answers: { 'abuse.identity': `${hers}, zoe@example.org` },
        })

        expect(text).not.toMatch(/Vandenbossche|zoe@/)
        expect(present).not.toContain('abuse.identity')
      }
    }
  })

  it('says whose customer it is where the registers tell', () => {
    const { text, present } = letterOf('abuse', { answers: { 'abuse.customer': 'Forum BV' } })

    expect(text).toContain('According to public registers, your customer is: Forum BV')
    expect(present).toContain('abuse.customer')
    expect(letterOf('abuse').text).not.toContain('customer is')
  })

  it('goes to the host before the registrar, never to search engines or the one who posted it', () => {
    const order = (kind: Parameters<typeof situation>[0]['kind']) => abuse.offered(situation({ kind: kind! }))?.order

    expect(order('host')!).toBeLessThan(order('delivery-network')!)
    expect(order('delivery-network')!).toBeLessThan(order('registrar')!)
    expect(order('search-engine')).toBeUndefined()
    expect(order('uploader')).toBeUndefined()
    expect(abuse.deadline).toBeNull()
  })
})
