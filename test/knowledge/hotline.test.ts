import { describe, expect, it } from 'vitest'
import { type AgeBand, ageBands, isMinor, langs } from '#core/case/types.ts'
import { levelOf, offencesOf } from '#knowledge/grounds/crimes.ts'
import { helplines } from '#knowledge/helplines.ts'
import { callScript, type FirstContact, firstLetterFor, sextortionSteps } from '#knowledge/hotline.ts'
import { neverAsked } from './letters/never-asked.ts'

const locations = [{ url: 'https://forum.example/thread?t=1' }, { url: 'https://mega.nz/folder/aBcD1234#key' }]
const contacts: FirstContact[] = ['hotline', 'police']
const countries = ['BE', 'NL', 'FR', 'DE', 'GB', 'NZ', 'LU', 'BR']
const minors: AgeBand[] = ['16-17', 'under-16']

const all = langs.flatMap((lang) =>
  ageBands.flatMap((ageBand) =>
    countries.flatMap((country) =>
      contacts.map((to) => {
        const of = { lang, ageBand, country, to, locations, reference: 'VG-1' }
        return { ...of, letter: firstLetterFor(of), script: callScript(of), steps: sextortionSteps(of) }
      }),
    ),
  ),
)

describe('the first letter', () => {
  it('of somebody under 18 goes to the hotline, of an adult to the police', () => {
    for (const lang of langs) {
      const of = { lang, country: 'BE', locations, reference: 'VG-1' }

      for (const ageBand of minors) expect(firstLetterFor({ ...of, ageBand }).to).toBe('hotline')
      for (const ageBand of minors) expect(firstLetterFor({ ...of, ageBand, to: 'police' }).to).toBe('police')
      expect(firstLetterFor({ ...of, ageBand: 'adult' }).to).toBe('police')
      expect(firstLetterFor({ ...of, ageBand: 'adult', to: 'hotline' }).to).toBe('police')
    }
  })

  it('has each address on a line of its own and the reference, and leaves no place unfilled', () => {
    for (const { letter } of all) {
      for (const { url } of locations) expect(letter.text.split('\n')).toContain(url)
      expect(`${letter.subject}\n${letter.text}`).toContain('VG-1')
      expect(`${letter.subject}\n${letter.text}`).not.toMatch(/\{\w+\}|\[|undefined|null/)
    }
  })

  it('to the hotline says the age, and that no name is needed; nothing is told of the picture but one sentence', () => {
    const anonymous = {
      en: /not give my name/,
      fr: /ne donne pas mon nom/,
      nl: /geef mijn naam niet/,
      de: /nenne meinen Namen nicht/,
    }
    for (const { letter, lang, ageBand } of all.filter(({ letter }) => letter.to === 'hotline')) {
      expect(letter.text).toMatch(anonymous[lang])
      expect(letter.text).toMatch(
        ageBand === '16-17' ? /16 (?:or|ou|of|oder) 17/ : /(?:under|moins de|jonger dan|unter) 16/,
      )
      expect(letter.text.match(/sex|seks/gi)).toHaveLength(1)
    }
  })

  it('to the Belgian police names the offence of that day, by her age, and who is specialised', () => {
    const text = (ageBand: AgeBand, factsOn?: string) =>
      firstLetterFor({
        country: 'BE',
        ageBand,
        lang: 'nl',
        locations,
        reference: 'VG-1',
        to: 'police',
        ...(factsOn && { factsOn }),
      }).text

    expect(text('adult')).toMatch(/artikel 136\)[\s\S]*Computer Crime Unit/)
    expect(text('16-17')).toMatch(/artikelen 136 en 144/)
    expect(text('under-16')).toMatch(/artikelen 136 en 143/)
    expect(text('adult', '2026-08-31')).toMatch(/417\/9/)
    expect(text('adult', '2026-09-01')).not.toMatch(/417\/9/)
    expect(
      firstLetterFor({ country: 'BR', ageBand: 'adult', lang: 'nl', locations, reference: 'VG-1' }).text,
    ).not.toMatch(/artikel|misdrijf/i)
  })

  it('names a line that exists and is there for her', () => {
    for (const { letter, country, ageBand } of all) {
      if (!letter.helpline) continue
      const line = helplines.find(({ id }) => id === letter.helpline!.id)!
      expect(line.country).toBe(country)
      if (isMinor(ageBand)) expect(line.for).not.toBe('adults')
    }
    expect(
      firstLetterFor({ country: 'BE', ageBand: '16-17', lang: 'fr', locations, reference: 'x' }).helpline?.id,
    ).toBe('be-child-focus')
  })
})

describe('what can be said on the telephone', () => {
  it('of somebody under 18 says that a name is not needed, and that parents know only if she chooses', () => {
    const noName = {
      en: /do not have to give your name/,
      fr: /Rien ne t’oblige à donner ton nom/,
      nl: /hoeft je naam.* niet te geven/,
      de: /musst deinen Namen.* nicht nennen/,
    }
    const parents = {
      en: /choose whether your parents/,
      fr: /choisis si tes parents/,
      nl: /kiest of je ouders/,
      de: /wählst, ob deine Eltern/,
    }
    for (const { script, lang } of all.filter(({ script }) => script.to === 'hotline')) {
      expect(script.leaveOut.join('\n')).toMatch(noName[lang])
      expect(script.goodToKnow.join('\n')).toMatch(parents[lang])
      expect(script.say.length).toBeGreaterThanOrEqual(4)
    }
  })

  it('promises secrecy and going alone only where that was read: in Belgium', () => {
    for (const { script, country } of all) {
      const told = script.goodToKnow.join('\n')
      expect(/Child Focus|Belg/.test(told)).toBe(country === 'BE')
    }
  })
})

describe('when somebody threatens', () => {
  it('there are five steps, the first of which is not to pay and the last to call', () => {
    const pay = { en: /not pay/, fr: /Ne paie pas|Ne payez pas/, nl: /Betaal niet/, de: /Zahl nicht|Zahlen Sie nicht/ }
    const police = { en: /police/, fr: /police/, nl: /politie/, de: /Polizei/ }
    for (const { steps, lang } of all) {
      expect(steps.steps).toHaveLength(5)
      expect(steps.steps[0]!.title).toMatch(pay[lang])
      expect(steps.steps[4]!.title).toMatch(police[lang])
    }
  })
})

describe('all of it', () => {
  const textsOf = ({ letter, script, steps }: (typeof all)[number]) => ({
    toOthers: [letter.subject, ...letter.text.split('\n'), ...script.say],
    toHer: [
      ...script.mayAsk,
      ...script.leaveOut,
      ...script.goodToKnow,
      steps.title,
      steps.intro,
      steps.afterwards,
      ...steps.steps.flatMap(({ title, text }) => [title, text]),
    ],
  })

  it('is in short plain sentences, blames nobody who reads it, names no number and asks for nothing that is never asked', () => {
    for (const each of all) {
      const { toOthers, toHer } = textsOf(each)
      for (const text of [...toOthers, ...toHer]) {
        expect(text).not.toMatch(neverAsked)
        expect(text).not.toMatch(/!|\d{3}[ /]\d{2,3}|\b\d{3,} \d/)
        for (const sentence of text.split(/(?<=[.?:])\s/)) {
          expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(22)
        }
      }
    }
  })

  it('speaks to somebody under 18 as tu and du, to an adult as vous and Sie', () => {
    for (const each of all) {
      const text = textsOf(each).toHer.join('\n')
      const minor = isMinor(each.ageBand)
      if (each.lang === 'fr') {
        expect(text).not.toMatch(
          minor ? /(?<!\p{L}|entre )(?:vous|votre|vos)(?!\p{L})/iu : /(?<!\p{L})(?:tu|ton|ta|tes|toi)(?!\p{L})/iu,
        )
      }
      if (each.lang === 'de') {
        expect(text).not.toMatch(minor ? /(?<!^|[.:?] )\b(?:Sie|Ihnen|Ihr\w*)\b/m : /\b(?:du|dein\w*|dir|dich)\b/i)
      }
      if (each.lang === 'nl') expect(text).not.toMatch(/\b(?:u|uw)\b/i)
    }
  })
})

describe('Belgian levels', () => {
  it('rise with the youth of the victim, and count from 1 September 2026 on', () => {
    const of = (ageBand: AgeBand, factsOn?: string) => levelOf({ country: 'BE', ageBand, factsOn })

    expect(of('adult')).toEqual({ level: 3, years: [3, 5], offence: 'be-136' })
    expect(of('16-17', '2026-09-01')).toEqual({ level: 4, years: [5, 10], offence: 'be-144-dissemination' })
    expect(of('under-16')).toEqual({ level: 5, years: [10, 15], offence: 'be-143-dissemination' })
    expect(of('adult', '2026-08-31')).toBeNull()
    expect(levelOf({ country: 'NL', ageBand: 'adult' })).toBeNull()
    expect(offencesOf({ country: 'BE', ageBand: 'adult', factsOn: '2026-08-31' }).map(({ months }) => months)).toEqual([
      [6, 60],
      [12, 60],
      [6, 60],
    ])
  })
})
