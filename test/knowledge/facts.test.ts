import { describe, expect, test } from 'vitest'
import { InvalidInput } from '#core/errors.ts'
import { overrideRoutes, shippedRoutes } from '#knowledge/facts.ts'
import { freshMs, isStale, listFacts, staleFacts } from '#knowledge/freshness.ts'
import { composeLetter, planRequests, recipientOf, routeFor } from '#knowledge/letters/index.ts'
import { locateOne, platforms } from '#knowledge/platforms/index.ts'

const grounds = ['dsa16', 'tida']
const location = locateOne('https://discord.gg/AbCdEf')!
const of = { location, ageBand: 'adult', country: 'BE', lang: 'en' } as const
const override = (routes: object) => overrideRoutes(JSON.stringify({ routes }), grounds)

describe('an operator’s routes', () => {
  test('take the place of ours, field by field', () => {
    const routes = override({ discord: { 'report-form': { form: 'https://discord.com/new', checked: '2027-01-31' } } })

    const changed = routes('discord').find(({ id }) => id === 'report-form')
    const ours = shippedRoutes('discord').find(({ id }) => id === 'report-form')
    expect(changed).toEqual({ ...ours, to: { form: 'https://discord.com/new' }, checked: '2027-01-31' })
    expect(routes('mega')).toBe(shippedRoutes('mega'))
  })

  test('that are switched off are offered no more, and stay readable in requests that have them', () => {
    const before = planRequests(of)
    const routes = override(Object.fromEntries([['discord', { 'dsa-form': { off: true } }]]))
    const after = planRequests({ ...of, routes })

    expect(before.map(({ routeId }) => routeId)).toContain('dsa-form')
    expect(after.map(({ routeId }) => routeId)).not.toContain('dsa-form')
    expect(
      composeLetter({
        ...of,
        places: [{ location, found: null }],
        recipient: recipientOf(routeFor(location, 'dsa-form', { lang: 'en', routes })),
        voice: { kind: 'self' },
        ground: 'dsa16',
        answers: {},
        reference: 'r',
        writtenAt: 0,
      }).text,
    ).toContain('Discord')
  })

  test('may be new, and come before ours', () => {
    const own = {
      recipient: 'The desk',
      email: 'desk@discord.example',
      grounds: ['dsa16'],
      source: 'https://discord.example/',
      checked: '2027-01-31',
    }

    expect(planRequests({ ...of, routes: override({ discord: { desk: own } }) })[0]).toMatchObject({
      routeId: 'desk',
      recipient: 'The desk',
      to: { email: 'desk@discord.example' },
    })
  })

  test.each<[string, string, RegExp]>([
    ['no JSON', '{', /no JSON/],
    ['something else', '{"paths":{}}', /paths|routes/],
    [
      'a platform that is none',
      '{"routes":{"nowhere":{"a":{"off":true}}}}',
      /routes\.nowhere: there is no such platform/,
    ],
    [
      'a new route without an address',
      '{"routes":{"mega":{"desk":{"recipient":"x"}}}}',
      /routes\.mega\.desk: this route is new, so it needs/,
    ],
    [
      'a day that is none',
      '{"routes":{"mega":{"abuse-mail":{"checked":"soon"}}}}',
      /routes\.mega\.abuse-mail\.checked: write the day as 2027-01-31/,
    ],
    [
      'a form without https',
      '{"routes":{"mega":{"abuse-mail":{"form":"http://mega.example"}}}}',
      /form: give the form as an https address/,
    ],
    ['a script for a form', '{"routes":{"mega":{"abuse-mail":{"form":"javascript:alert(1)"}}}}', /form/],
    [
      'form and email',
      '{"routes":{"mega":{"abuse-mail":{"form":"https://a.example","email":"a@b.example"}}}}',
      /not both/,
    ],
    [
      'a ground that is none',
      '{"routes":{"mega":{"abuse-mail":{"grounds":["gdpr0"]}}}}',
      /there is no ground "gdpr0": dsa16, tida/,
    ],
    ['one language of three', '{"routes":{"mega":{"abuse-mail":{"asks":{"en":"x"}}}}}', /asks/],
  ])('are refused with what to mend: %s', (_, text, says) => {
    const read = () => overrideRoutes(text, grounds)

    expect(read).toThrow(InvalidInput)
    expect(read).toThrow(says)
  })
})

describe('freshness', () => {
  const facts = listFacts()

  test('is kept of every fact: a source and a day each', () => {
    expect(facts.length).toBeGreaterThan(100)
    for (const { fact, source, checked } of facts) {
      expect(source, fact).toMatch(/^https?:\/\//)
      expect(checked, fact).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
    expect(new Set(facts.map(({ fact }) => fact.split('/')[0]))).toEqual(
      new Set([
        'authorities',
        'channels',
        'platforms',
        'grounds',
        'helplines',
        'countries',
        'holidays',
        'hotline',
        'ipfs-routing',
        'searches',
        'responsible',
      ]),
    )
  })

  test('counts every route of every platform, and not those that are switched off', () => {
    const routes = override({ mega: { 'abuse-mail': { off: true } } })

    for (const { id, routes: own } of platforms)
      for (const route of own) expect(facts.map(({ fact }) => fact)).toContain(`platforms/${id}/routes/${route.id}`)
    expect(listFacts({ routes }).map(({ fact }) => fact)).not.toContain('platforms/mega/routes/abuse-mail')
  })

  test('ends after 180 days, to the day', () => {
    const checked = '2026-11-24'
    const at = Date.parse(checked)

    expect([isStale({ checked }, at + freshMs), isStale({ checked }, at + freshMs + 1)]).toEqual([false, true])
    expect(isStale({ checked: 'never' }, at)).toBe(true)
    expect(staleFacts(facts, at)).toEqual([])
    expect(staleFacts(facts, at + 2 * freshMs)).toHaveLength(facts.length)
  })
})
