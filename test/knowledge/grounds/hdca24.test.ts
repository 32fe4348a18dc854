import { describe, expect, it } from 'vitest'
import { ageBands, langs } from '#core/case/types.ts'
import { hdca24 } from '#knowledge/grounds/hdca24.ts'
import { answersTo, groundContract, letterOf, situation } from './contract.ts'

const no = {
  en: /the host may not give my personal information to the author/,
  fr: /l’hébergeur ne peut pas transmettre mes données personnelles à l’auteur/,
  nl: /de host mag mijn persoonsgegevens niet doorgeven aan de auteur/,
  de: /der Hoster darf meine personenbezogenen Daten nicht an den Urheber weitergeben/,
}

groundContract(
  'hdca24',
  {
    'hdca24.complainant': /Ada Peeters, acting@example\.org/,
    'hdca24.content': /folder:aBcD1234/,
    'hdca24.reason': /22A/,
    'hdca24.disclosure': no,
  },
  ['reminder', 'netsafe'],
)

describe('a New Zealand notice of complaint', () => {
  it('keeps who complains from the author until she allows it', () => {
    for (const lang of langs) {
      for (const ageBand of ageBands) {
        const answers = answersTo('hdca24', { ageBand, voice: 'self' })
        const { 'hdca24.disclosure': _, ...unsaid } = answers

        expect(letterOf('hdca24', { lang, ageBand, answers: unsaid }).text).toMatch(no[lang])
        expect(
          letterOf('hdca24', { lang, ageBand, answers: { ...unsaid, 'hdca24.disclosure': 'yes' } }).text,
        ).not.toMatch(no[lang])
        expect(
          letterOf('hdca24', { lang, ageBand, answers: { ...unsaid, 'hdca24.disclosure': 'perhaps' } }).text,
        ).toMatch(no[lang])
      }
    }
  })

  it('says that Netsafe sends it only where that was said', () => {
    expect(letterOf('hdca24').text).not.toContain('Netsafe')
    expect(letterOf('hdca24', { answers: { 'hdca24.agency': 'yes' } }).text).toContain('sent through Netsafe')
  })

  it('lets somebody under 18 choose, and puts no words of theirs into the letter', () => {
    const answers = { 'hdca24.agency': 'what can be seen there' }

    expect(letterOf('hdca24', { ageBand: '16-17', answers }).text).not.toContain('seen there')
    expect(letterOf('hdca24', { ageBand: '16-17', answers: { 'hdca24.agency': 'yes' } }).text).toContain('Netsafe')
  })

  it('is offered where a route names it, or to somebody in New Zealand; late in a minor’s case', () => {
    const routes = [{ grounds: ['hdca24' as const] }]

    expect(hdca24.offered(situation({}))).toBeNull()
    expect(hdca24.offered(situation({ routes }))?.sure).toBe(true)
    expect(hdca24.offered(situation({ country: 'NZ', kind: 'host' }))).not.toBeNull()
    expect(hdca24.offered(situation({ routes, ageBand: 'under-16' }))!.order).toBeGreaterThan(
      hdca24.offered(situation({ routes }))!.order,
    )
  })
})
