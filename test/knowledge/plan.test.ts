import { describe, expect, it } from 'vitest'
import { type AgeBand, ageBands, type Lang, langs } from '#core/case/types.ts'
import { countries } from '#knowledge/countries.ts'
import { grounds } from '#knowledge/grounds/index.ts'
import { type Outcome, planRecipients, planRequests, recipientKey, whens } from '#knowledge/plan.ts'
import { locateOne } from '#knowledge/platforms/index.ts'
import type { Inquiry } from '#knowledge/responsible/index.ts'
import { neverAsked } from './letters/never-asked.ts'

const forum = 'https://forum.example.org/viewtopic.php?t=42'
const instagram = 'https://www.instagram.com/p/aBc-_1234'

function plan(
  address: string,
  of: { country?: string; ageBand?: AgeBand; lang?: Lang; inquiry?: Inquiry; outcomes?: Outcome[] } = {},
) {
  return planRecipients({ location: locateOne(address)!, ageBand: 'adult', country: 'BE', lang: 'en', ...of })
}

const first = (address: string, country: string, ageBand: AgeBand = 'adult') =>
  planRequests({ location: locateOne(address)!, ageBand, country, lang: 'en' })

describe('the plan', () => {
  it('is in order, names nobody twice for the same law, and says why in every language', () => {
    for (const address of [
      forum,
      instagram,
      'https://discord.gg/abc',
      'https://mega.nz/file/aBcD1234',
      'ipfs://QmAbCdE/a',
      'https://198.51.100.7/a',
    ])
      for (const ageBand of ageBands)
        for (const country of ['BE', 'GB', 'IT', 'ES', 'NZ', 'US', 'BR'])
          for (const lang of langs) {
            const steps = plan(address, { ageBand, country, lang })
            expect(steps.map(({ order }) => order)).toEqual(steps.map((_, at) => at + 1))
            const at = steps.map(({ when }) => whens.indexOf(when))
            expect(at).toEqual([...at].sort())
            const who = steps.map(({ recipient, ground, routeId }) => JSON.stringify([recipient, ground, routeId]))
            expect(new Set(who).size).toBe(who.length)
            for (const { why, title, exposes, source, recipient } of steps) {
              expect(why).toMatch(/^\p{Lu}.*\.$/u)
              expect(why.split(/\s/).length, why).toBeLessThanOrEqual(24)
              expect(`${title} ${why} ${exposes} ${recipient.name}`).not.toMatch(/\{\w+\}|undefined/)
              expect(`${title} ${why} ${exposes}`).not.toMatch(neverAsked)
              expect(source.url).toMatch(/^https:/)
              expect(source.checked).toMatch(/^\d{4}-\d\d-\d\d$/)
            }
          }
  })

  it('begins for somebody under 18 with people, the hotline, the police and the shared block', () => {
    for (const country of ['BE', 'NL', 'FR', 'DE', 'BR']) {
      const steps = plan(instagram, { ageBand: 'under-16', country })
      const firsts = steps.filter(({ when }) => when === 'first')

      expect(firsts.length).toBeGreaterThan(0)
      expect(firsts.every(({ ground }) => ground === null)).toBe(true)
      expect(firsts.at(-1)?.recipient.name).toContain('Take It Down')
      expect(steps.find(({ when }) => when === 'now')).toMatchObject({ ground: 'dsa16' })
      expect(steps.some(({ recipient }) => recipient.name.includes('StopNCII'))).toBe(false)
    }
    expect(plan(instagram, { ageBand: '16-17' })[0]?.recipient.name).toBe('Child Focus')
  })

  it('names the hotline and the police first in every country, and what an adult signs after what nobody signs', () => {
    for (const country of countries) {
      const steps = plan(forum, { country, ageBand: 'under-16' })
      const laws = steps.map(({ ground }) => ground)

      const people = steps.filter(({ when }) => when === 'first').map(({ recipient }) => recipient.kind)
      expect(people, country).toContain('authority')
      expect(people, country).toContain('organisation')
      expect(laws.indexOf('dsa16'), country).toBeLessThan(laws.indexOf('tida'))
    }
  })

  it('offers an adult the shared block where the platform takes part, and nowhere else', () => {
    const names = (address: string) => plan(address).map(({ recipient }) => recipient.name)

    expect(names(instagram)[0]).toContain('StopNCII')
    expect(names('https://discord.gg/abc').join()).not.toContain('StopNCII')
  })

  it('lets an organisation write whose notices come first, where her country has one', () => {
    const names = (country: string) => plan(instagram, { country }).map(({ recipient }) => recipient.name)

    expect(names('DE')).toContain('HateAid')
    expect(names('FR')).toContain('Point de Contact')
    expect(plan(instagram, { country: 'DE' }).find(({ recipient }) => recipient.name === 'HateAid')?.sure).toBe(false)
  })

  it('asks search engines by their own form, since whether the law of hosts binds them is in doubt', () => {
    const search = plan('https://www.google.com/search?q=some+one').filter(({ ground }) => ground !== null)

    expect(search.map(({ ground }) => ground)).toContain('terms')
    expect(search.find(({ ground }) => ground === 'dsa16')?.sure ?? false).toBe(false)
  })

  it('counts a platform as one recipient, and each site as its own', () => {
    const key = (address: string) => recipientKey(locateOne(address)!)

    expect(key('https://discord.gg/abc')).toBe(key('https://discord.com/channels/1/2/3'))
    expect(key('https://a.example/1')).toBe(key('https://a.example/2'))
    expect(key('https://a.example/threads/1')).not.toBe(key('https://b.example/threads/1'))
  })

  it('names for a site the host and the registrar for later, and the search engines now', () => {
    const kinds = plan(forum).map(({ when, recipient }) => `${when} ${recipient.kind}`)

    expect(kinds).toContain('now search-engine')
    expect(kinds.indexOf('if-silent host')).toBeGreaterThan(kinds.indexOf('now search-engine'))
    expect(kinds.indexOf('if-silent registrar')).toBeGreaterThan(kinds.indexOf('if-silent host'))
    expect(kinds).toContain('after-removal archive')
    expect(plan('https://discord.gg/abc').map(({ recipient }) => recipient.kind)).not.toContain('search-engine')
  })

  it('writes to whoever was found: the network that stands before the site, and not to it as a host', () => {
    const source = 'RDAP'
    const behind: Inquiry = {
      found: [
        {
          who: 'Cloudflare',
          address: 'https://abuse.cloudflare.com/',
          from: 'delivery-network',
          source: 'https://x.example',
          sure: 'published',
        },
        { who: 'CLOUDFLARENET', address: 'abuse@cloudflare.com', from: 'address-register', source, sure: 'published' },
        { who: 'A registrar', address: 'abuse@registrar.example', from: 'domain-register', source, sure: 'published' },
      ],
      missing: [],
    }
    const steps = plan(forum, { inquiry: behind })
    const of = (kind: string) => steps.find(({ recipient }) => recipient.kind === kind)

    expect(of('delivery-network')).toMatchObject({
      recipient: { name: 'Cloudflare', to: { form: 'https://abuse.cloudflare.com/' } },
      ground: 'abuse',
    })
    expect(of('registrar')).toMatchObject({
      recipient: { to: { email: 'abuse@registrar.example' } },
      routeId: 'registrar:abuse@registrar.example',
    })
    expect(of('host')?.recipient.to).toEqual({ unknown: true })

    const plain: Inquiry = {
      found: [{ who: 'Isp', address: 'abuse@isp.example', from: 'address-register', source, sure: 'published' }],
      missing: [],
    }
    expect(plan(forum, { inquiry: plain }).find(({ recipient }) => recipient.kind === 'host')?.recipient.to).toEqual({
      email: 'abuse@isp.example',
    })
  })

  it('asks the archive for a copy that named the place', () => {
    const steps = plan('https://web.archive.org/web/2024/https://example.org/a').filter(
      ({ recipient }) => recipient.kind === 'archive',
    )

    expect(steps.map(({ when, ground, recipient }) => [when, ground, recipient.to])).toEqual([
      ['now', 'dsa16', { email: 'info@archive.org' }],
      ['if-silent', 'gdpr17', { email: 'info@archive.org' }],
    ])
  })

  it('lets this installation’s own outcomes choose between equal ways, where there are enough', () => {
    const outcome = (route: string, sent: number, removed: number): Outcome => ({
      platform: 'facebook',
      route,
      ground: 'dsa16',
      sent,
      removed,
    })
    const route = (outcomes: Outcome[]) =>
      plan('https://www.facebook.com/photo?fbid=11', { outcomes }).find(({ ground }) => ground === 'dsa16')?.routeId

    const usual = route([])
    expect(usual).toBe('intimate-images-form')
    expect(route([outcome('safety-hub', 20, 19), outcome('intimate-images-form', 20, 2)])).toBe('safety-hub')
    expect(route([outcome('safety-hub', 3, 3), outcome('intimate-images-form', 20, 2)])).toBe(usual)
  })

  it('offers only laws whose conditions hold', () => {
    const laws = (country: string, ageBand: AgeBand = 'adult') =>
      plan('https://mega.nz/file/aBcD1234', { country, ageBand }).flatMap(({ ground }) => ground ?? [])
    const all = grounds.map(({ id }) => id)

    expect(laws('BE').every((id) => all.includes(id))).toBe(true)
    expect(laws('BE')).not.toContain('it144bis')
    if (all.includes('uk20a')) expect(laws('BE')).not.toContain('uk20a')
    if (all.includes('be584')) expect(laws('FR')).not.toContain('be584')
  })
})

describe('the requests to prepare at once', () => {
  it('are one a law, her own law first', () => {
    expect(
      first('https://discord.gg/abc', 'BE')
        .map(({ ground }) => ground)
        .slice(0, 2),
    ).toEqual(['dsa16', 'tida'])
    expect(first('https://discord.gg/abc', 'US')[0]?.ground).toBe('tida')
    for (const address of [forum, instagram])
      for (const country of ['BE', 'US', 'GB']) {
        const laws = first(address, country).map(({ ground }) => ground)
        expect(new Set(laws).size).toBe(laws.length)
      }
  })

  it('say what is certain', () => {
    const sure = (address: string) => Object.fromEntries(first(address, 'BE').map(({ ground, sure }) => [ground, sure]))

    expect(sure('https://discord.gg/abc')).toMatchObject({ dsa16: true, tida: true })
    expect(sure('https://mega.nz/file/aBcD1234')).toMatchObject({ dsa16: true, tida: false })
    expect(sure('https://forum.example/a')).toMatchObject({ dsa16: false, tida: false })
  })

  it('go to the domain of a site, and to nobody where there is none', () => {
    expect(first('https://img.forum.example/a', 'BE')[0]).toMatchObject({
      routeId: 'abuse-mail',
      recipient: 'The operators of img.forum.example',
      to: { email: 'abuse@forum.example' },
    })
    expect(first('https://198.51.100.7/a', 'BE')[0]).toMatchObject({ routeId: 'contact-page', to: { unknown: true } })
    expect(first('ipfs://QmAbCdE/a', 'BE')[0]).toMatchObject({
      recipient: 'The operators of IPFS gateways',
      to: { unknown: true },
    })
  })

  it('are there for every country and age', () => {
    for (const country of countries)
      for (const ageBand of ageBands) expect(first('forum.example/a', country, ageBand).length).toBeGreaterThan(0)
  })
})
