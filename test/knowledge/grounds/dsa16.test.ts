import { describe, expect, it } from 'vitest'
import { type ageBands, langs } from '#core/case/types.ts'
import { dsa16 } from '#knowledge/grounds/dsa16.ts'
import { groundWords } from '#knowledge/words/index.ts'
import { answersTo, groundContract, hers, letterOf, situation, voices } from './contract.ts'

groundContract(
  'dsa16',
  {
    'dsa16.explanation': {
      en: /intimate image or video[\s\S]*consent/,
      fr: /image ou d’une vidéo intime[\s\S]*conse/,
      nl: /intieme foto of video[\s\S]*(?:ingestemd|stem niet in|toestemming)/,
      de: /intimes Bild oder Video[\s\S]*(?:eingewilligt|willige|Einwilligung)/,
    },
    'dsa16.location': /folder:aBcD1234/,
    'dsa16.identity': /Ada Peeters\n.+acting@example\.org/,
    'dsa16.bonafide': { en: /good faith/, fr: /de bonne foi/, nl: /te goeder trouw/, de: /in gutem Glauben/ },
  },
  ['reminder', 'complaint', 'out-of-court', 'coordinator', 'court'],
)

describe('Article 16 of the Digital Services Act', () => {
  it('of a minor names nobody, at no step, whatever was answered, and says that none is needed', () => {
    for (const lang of langs) {
      for (const voiceKind of voices) {
        for (const step of [undefined, 'reminder', 'complaint', 'coordinator'] as const) {
          const { text } = letterOf('dsa16', {
            lang,
            voiceKind,
            ageBand: 'under-16',
            answers: { 'dsa16.identity': `${hers}, zoe@example.org`, 'dsa16.explanation': hers },
            ...(step && { step, earlier: { reference: 'VG-0', sentAt: 0 } }),
          })

          expect(text).not.toMatch(/Zoë|zoe@/)
          expect(text).toMatch(/16\(2\)\(c\)|16, paragraphe 2, point c\)|16, lid 2, punt c\)|16 Absatz 2 Buchstabe c/)
        }
      }
    }
  })

  it('of a minor says who is shown in relation to the sender, and no more of the picture than that', () => {
    const what = (ageBand: (typeof ageBands)[number], voiceKind: (typeof voices)[number]) =>
      letterOf('dsa16', { ageBand, voiceKind }).text

    expect(what('16-17', 'self')).toContain('nude or sexual, of me')
    expect(what('16-17', 'parent')).toContain('nude or sexual, of my child')
    expect(what('under-16', 'agent')).toContain('of a person for whom I act')
    for (const voice of voices) {
      expect(what('under-16', voice)).toMatch(/Articles 3 to 7 of Directive 2011\/93\/EU/)
      expect(what('under-16', voice)).toContain('KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL')
      expect(what('under-16', voice)).not.toMatch(/looks the same/)
      expect(what('adult', voice)).not.toMatch(/child sexual abuse|under 18/)
    }
  })

  it('is sent by an organisation in its own name, with hers left out', () => {
    const { text, missing } = letterOf('dsa16', {
      voice: { kind: 'agent', name: 'Ada Peeters', organisation: 'Help vzw', contact: 'help@example.org' },
    })

    expect(missing).toEqual([])
    expect(text).toMatch(/Help vzw[\s\S]*Name: Ada Peeters, Help vzw\nEmail: help@example\.org/)
    expect(text).toContain('whom I do not name')
  })

  it('complains of a decision with what was decided when, and names the authority no more than the notice did', () => {
    const complaint = letterOf('dsa16', {
      step: 'complaint',
      earlier: { reference: 'VG-0', sentAt: Date.UTC(2026, 10, 1) },
      refusedAt: Date.UTC(2026, 10, 5),
      answers: answersTo('dsa16', { ageBand: 'adult', voice: 'self' }),
    })

    expect(complaint.text).toMatch(/1 November 2026 \(reference VG-0\)\.\nIt was refused on 5 November 2026\./)
    expect(complaint.text).toMatch(/not only by automated means \(Article 20\)/)
    expect(dsa16.steps.find(({ id }) => id === 'complaint')).toMatchObject({
      after: ['refused'],
      openFor: { unit: 'months', count: 6 },
    })
  })

  it('of a minor stays without a name when it is complained about', () => {
    for (const step of ['complaint', 'coordinator'] as const) {
      const { text } = letterOf('dsa16', { ageBand: '16-17', step, earlier: { reference: 'VG-0', sentAt: 0 } })

      expect(text).toMatch(/This complaint names nobody either\. Please answer to the address it came from\./)
      expect(text).not.toMatch(/For this notice no name/)
    }
  })

  it('names no number of hours, and reminds by itself', () => {
    expect(dsa16.deadline).toBeNull()
    expect(dsa16.remindAfterDays).toBeGreaterThan(0)
    for (const lang of langs) expect(groundWords(lang, 'dsa16').rule).not.toMatch(/\d/)
  })

  it('is offered to places, hosts and archives first, in doubt to search engines, and to no cache or registrar', () => {
    const route = { grounds: ['dsa16' as const], sure: 'reported' as const }
    const offer = (kind: Parameters<typeof situation>[0]['kind'], country = 'BE') =>
      dsa16.offered(situation({ country, routes: [route], ...(kind && { kind }) }))

    expect(offer('platform')).toEqual({ order: 0, sure: true })
    expect(offer('host')?.sure).toBe(true)
    expect(offer('search-engine')?.sure).toBe(false)
    expect(offer('platform', 'US')?.order).toBeGreaterThan(0)
    for (const kind of ['delivery-network', 'registrar', 'uploader', 'authority', 'court'] as const) {
      expect(offer(kind)).toBeNull()
    }
  })
})
