import { describe, expect, it } from 'vitest'
import { langs } from '#core/case/types.ts'
import { dmca } from '#knowledge/grounds/dmca.ts'
import { questionsFor } from '#knowledge/letters/index.ts'
import { answersTo, groundContract, letterOf, situation } from './contract.ts'

const perjury = { en: /penalty of perjury/, fr: /sous peine de parjure/i, nl: /straffe van meineed/, de: /Meineids/ }

groundContract(
  'dmca',
  {
    'dmca.signature': /\/s\/ Ada Peeters/,
    'dmca.work': {
      en: /copyrighted work is the photograph or video/,
      fr: /L’œuvre protégée est la photographie ou la vidéo/,
      nl: /beschermde werk is de foto of video/,
      de: /geschützte Werk ist das dort sichtbare Foto oder Video/,
    },
    'dmca.material': /folder:aBcD1234/,
    'dmca.contact': /acting@example\.org/,
    'dmca.goodfaith': { en: /good faith belief/, fr: /de bonne foi/, nl: /te goeder trouw/, de: /gutem Glauben/ },
    'dmca.accuracy': perjury,
  },
  ['reminder'],
)

describe('a copyright notice', () => {
  it('is not made, and swears nothing, before she has confirmed that she holds the rights and what it shows', () => {
    for (const lang of langs) {
      const answers = answersTo('dmca', { ageBand: 'adult', voice: 'self' })
      for (const id of ['dmca.owner', 'dmca.exposure', 'dmca.accuracy']) {
        const { [id]: _, ...others } = answers

        expect(letterOf('dmca', { lang, answers: others }).missing).toEqual([id])
        expect(letterOf('dmca', { lang, answers: { ...others, [id]: 'no' } }).missing).toEqual([id])
      }
      const { sections } = letterOf('dmca', { lang })
      const held = sections.flatMap(({ blocks }) => blocks).filter(({ present }) => present?.includes('dmca.accuracy'))
      expect(held).toEqual([])
    }
  })

  it('comes last, and never in a minor’s case', () => {
    expect(dmca.offered(situation({}))!.order).toBeGreaterThanOrEqual(90)
    expect(dmca.offered(situation({ ageBand: '16-17' }))).toBeNull()
    expect(dmca.offered(situation({ kind: 'registrar' }))).toBeNull()
    expect(dmca.tells).toEqual(['uploader', 'public'])
  })

  it('knows when what was put back may come: 10 to 14 business days, of the United States', () => {
    expect(dmca.counterNotice).toEqual({ unit: 'business-days', least: 10, most: 14 })
    expect(dmca.homeState).toBe('US')
    expect(dmca.deadline).toBeNull()
  })
})

it('what a copyright notice shows is asked before a name is', () => {
  const asked = questionsFor('dmca', { ageBand: 'adult', voice: 'self' }, 'en').map(({ element }) => element)

  expect(asked.slice(0, 2)).toEqual(['dmca.owner', 'dmca.exposure'])
})
