import { describe, expect, it } from 'vitest'
import { type AgeBand, ageBands, langs } from '#core/case/types.ts'
import { guidedRoutes, guideFor } from '#knowledge/guides.ts'
import { composeLetter, type LetterInput, planRecipients, recipientOf, routeFor } from '#knowledge/letters/index.ts'
import { locateOne, platforms } from '#knowledge/platforms/index.ts'
import { wordsOf } from '#knowledge/words/index.ts'
import { neverAsked } from './letters/never-asked.ts'

const discord = locateOne('https://discord.com/channels/11/22/33')!

function guide(of: Partial<LetterInput> & { routeId?: string; location?: typeof discord } = {}) {
  const { routeId = 'report-form', location = discord, ...rest } = of
  const route = routeFor(location, routeId, { lang: rest.lang ?? 'en' })
  const input: LetterInput = {
    places: [{ location, found: null }],
    recipient: recipientOf(route),
    ground: 'tida',
    lang: 'en',
    ageBand: 'adult',
    country: 'BE',
    voice: { kind: 'self' },
    answers: {},
    reference: 'VG-1',
    writtenAt: Date.UTC(2026, 10, 24),
    ...rest,
  }
  return guideFor({ input, letter: composeLetter(input), route, lang: input.lang })
}
const answerOf = ({ fields }: ReturnType<typeof guide>, label: string) =>
  fields.find((field) => field.label === label)?.answer

describe('the guide through a form', () => {
  it('has each answer ready to paste, and names what is still to be answered', () => {
    const open = guide()
    const whole = guide({ answers: { 'tida.signature': 'Sam Janssens', 'tida.contact': 'sam@example.org' } })

    expect(open.steps[0]).toContain('https://discord.com/report')
    expect(answerOf(open, 'Link of the content')).toBe(discord.url)
    expect(open.fields.find(({ label }) => label === 'Name')).toEqual({
      label: 'Name',
      answer: null,
      element: 'tida.signature',
    })
    expect(answerOf(whole, 'Name')).toBe('Sam Janssens')
    expect(answerOf(whole, 'How they reach you')).toBe('sam@example.org')
    expect(answerOf(whole, 'What it is, and why it is illegal')).toContain('It shows me.')
    expect(answerOf(whole, 'Which option to choose')).toBe('TAKE IT DOWN')
    expect(whole.steps.length).toBeLessThan(open.steps.length)
  })

  it('leaves the name out where the law asks for none', () => {
    const minor = guide({
      routeId: 'dsa-form',
      ground: 'dsa16',
      ageBand: 'under-16',
      answers: { 'dsa16.identity': 'Sam, sam@example.org' },
    })

    expect(answerOf(minor, 'Name')).toBeUndefined()
    expect(answerOf(minor, 'Email address')).toBeUndefined()
    expect(JSON.stringify(minor)).not.toContain('sam@')
    expect(minor.steps).toContain(wordsOf('en').guides.noName)
  })

  it('gives the address of reply in place of hers', () => {
    const { fields } = guide({ replyTo: 'r-1@in.example', answers: { 'tida.contact': 'sam@example.org' } })

    expect(JSON.stringify(fields)).toContain('r-1@in.example')
    expect(JSON.stringify(fields)).not.toContain('sam@')
  })

  it('is there for every step of a plan with a letter, in every language, and asks for nothing that is never asked', () => {
    const places = platforms.flatMap(({ examples: [[pasted] = ['']] }) => locateOne(pasted) ?? [])
    const bands: AgeBand[] = [...ageBands]
    for (const location of places)
      for (const ageBand of bands)
        for (const lang of langs)
          for (const { routeId, ground } of planRecipients({ location, ageBand, country: 'BE', lang })) {
            if (!routeId || !ground) continue
            const { steps, fields, fieldsAfter } = guide({ location, routeId, ground, ageBand, lang })
            expect(steps.length).toBeGreaterThan(fieldsAfter)
            expect(fields.length).toBeGreaterThan(0)
            for (const step of steps) expect(step).not.toMatch(/\{\w+\}|undefined/)
            for (const { label, answer } of fields)
              expect(
                `${label} ${answer}`.replace(/[^.\n]*12(?:\(6\)|, (?:paragraphe|lid|Absatz) 6)[^\n]*/g, ''),
              ).not.toMatch(neverAsked)
          }
  })

  it('is written for routes that there are', () => {
    const routes = platforms.flatMap(({ id, routes }) => routes.map((route) => `${id}/${route.id}`))

    expect(guidedRoutes.filter((route) => !routes.includes(route))).toEqual([])
  })
})
