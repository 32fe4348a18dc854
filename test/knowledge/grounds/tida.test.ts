import { describe, expect, it } from 'vitest'
import { langs } from '#core/case/types.ts'
import { tida } from '#knowledge/grounds/tida.ts'
import { questionsFor } from '#knowledge/letters/index.ts'
import { answersTo, groundContract, hers, letterOf, situation } from './contract.ts'

groundContract(
  'tida',
  {
    'tida.signature': /\/s\/ Ada Peeters/,
    'tida.identification': /intimate visual depiction/i,
    'tida.location': /folder:aBcD1234/,
    'tida.statement': { en: /good faith/, fr: /de bonne foi/, nl: /te goeder trouw/, de: /gutem Glauben/ },
    'tida.contact': /acting@example\.org/,
    'tida.authority': { en: /I act as: /, fr: /en qualité de\s: /, nl: /Ik treed op als: /, de: /Ich handle als: / },
  },
  ['reminder', 'ftc'],
)

describe('the TAKE IT DOWN Act', () => {
  it('of a minor is signed by an adult, says in what role, and names nobody else', () => {
    for (const lang of langs) {
      const answers = { ...answersTo('tida', { ageBand: 'under-16', voice: 'self' }), 'tida.identification': hers }
      const { text } = letterOf('tida', { lang, ageBand: 'under-16', answers })

      expect(text).toContain('/s/ Ada Peeters')
      expect(text).not.toContain(hers)
    }
  })

  it('says whether it is real or made where an adult told, and never asks it of a minor', () => {
    const asked = (ageBand: 'adult' | '16-17') =>
      questionsFor('tida', { ageBand, voice: 'self' }, 'en').map(({ element }) => element)

    expect(letterOf('tida', { answers: { 'tida.digitalforgery': 'made' } }).text).toContain('altered by a computer')
    expect(letterOf('tida').text).not.toContain('altered by a computer')
    expect(asked('adult')).toContain('tida.digitalforgery')
    expect(asked('16-17')).not.toContain('tida.digitalforgery')
  })

  it('takes whoever acts as the one who signs', () => {
    const { text, missing } = letterOf('tida', {
      voice: { kind: 'agent', name: 'Ada Peeters', organisation: 'Help vzw', contact: 'help@example.org' },
      answers: { 'tida.authority': 'caseworker' },
    })

    expect(missing).toEqual([])
    expect(text).toMatch(/I act as: caseworker[\s\S]*Contact: help@example\.org\n\/s\/ Ada Peeters/)
  })

  it('is offered against places only, surely where the place has a route for it, and first to somebody in the US', () => {
    const route = { grounds: ['tida' as const], sure: 'published' as const }

    expect(tida.offered(situation({}))).toEqual({ order: 20, sure: false })
    expect(tida.offered(situation({ routes: [route] }))).toEqual({ order: 20, sure: true })
    expect(tida.offered(situation({ country: 'US' }))?.order).toBe(0)
    expect(tida.offered(situation({ country: 'US', ageBand: '16-17' }))?.order).toBe(20)
    expect(tida.offered(situation({ kind: 'host' }))).toBeNull()
    expect(tida.deadline).toEqual({ period: { unit: 'hours', count: 48 }, from: 'received' })
  })
})
