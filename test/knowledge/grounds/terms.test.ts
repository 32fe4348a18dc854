import { describe, expect, it } from 'vitest'
import { terms } from '#knowledge/grounds/terms.ts'
import { groundContract, letterOf, situation } from './contract.ts'

groundContract('terms', {}, ['reminder'])

describe('a platform’s own rules', () => {
  it('are offered where the platform has a route for them, and nowhere else', () => {
    expect(terms.offered(situation({}))).toBeNull()
    expect(terms.offered(situation({ routes: [{ grounds: ['terms'], sure: 'published' }] }))).toEqual({
      order: 1,
      sure: true,
    })
    expect(terms.offered(situation({ routes: [{ grounds: ['terms'], sure: 'unconfirmed' }] }))?.sure).toBe(false)
    expect(terms.offered(situation({ kind: 'registrar', routes: [{ grounds: ['terms'] }] }))).toBeNull()
  })

  it('of a minor are those that protect children', () => {
    expect(letterOf('terms', { ageBand: '16-17' }).text).toContain('protect children')
    expect(letterOf('terms', { ageBand: '16-17' }).text).toContain('KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL')
    expect(letterOf('terms').missing).toEqual([])
  })
})
