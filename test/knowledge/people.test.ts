import { describe, expect, it } from 'vitest'
import { ageBands, isMinor, langs } from '#core/case/types.ts'
import { InvalidInput } from '#core/errors.ts'
import { countries, isEea, parseCountry } from '#knowledge/countries.ts'
import { helpFor, helplines } from '#knowledge/helplines.ts'
import { leaveUrl } from '#knowledge/leave.ts'
import { alertMail } from '#knowledge/mails.ts'
import { neverAsked } from './letters/never-asked.ts'

describe('help', () => {
  it('has a first contact with a telephone number or an address, in every country, at every age, in every language', () => {
    for (const country of countries) {
      for (const ageBand of ageBands) {
        for (const lang of langs) {
          const [first] = helpFor({ country, ageBand, lang })

          expect(first?.phone ?? first?.url, `${country} ${ageBand} ${lang}`).toBeTruthy()
        }
      }
    }
  })

  it.each([
    ['BE', 'under-16', 'fr', 'be-child-focus'],
    ['BE', 'adult', 'nl', 'be-1712'],
    ['BE', 'adult', 'fr', 'be-sos-viol'],
    ['BE', 'adult', 'en', 'be-institute'],
    ['NL', '16-17', 'nl', 'nl-kindertelefoon'],
    ['NL', 'adult', 'en', 'nl-helpwanted'],
    ['FR', 'adult', 'fr', 'fr-3018'],
    ['DE', 'under-16', 'de', 'de-kummer'],
    ['DE', 'under-16', 'en', 'de-kummer'],
    ['DE', 'adult', 'de', 'de-hilfetelefon'],
    ['LU', 'adult', 'de', 'lu-bee-secure'],
    ['BE', 'adult', 'de', 'be-telefonhilfe'],
    ['BE', '16-17', 'de', 'be-child-focus'],
    ['AT', 'under-16', 'de', 'at-147'],
    ['AT', 'adult', 'de', 'at-142'],
    ['CH', '16-17', 'fr', 'ch-147'],
    ['GB', 'adult', 'en', 'gb-rph'],
    ['US', '16-17', 'en', 'us-ncmec'],
    ['BR', 'under-16', 'en', 'inhope'],
    ['BR', 'adult', 'en', 'stopncii'],
  ] as const)('in %s for %s in %s begins with %s', (country, ageBand, lang, id) => {
    expect(helpFor({ country, ageBand, lang })[0]?.id).toBe(id)
  })

  it('sends nobody under 18 to what is for adults, nor the other way round', () => {
    for (const country of countries) {
      for (const ageBand of ageBands) {
        const others = isMinor(ageBand) ? 'adults' : 'minors'
        const ids = helpFor({ country, ageBand, lang: 'en' }).map(({ id }) => id)

        expect(helplines.filter((line) => line.for === others && ids.includes(line.id))).toEqual([])
      }
    }
  })

  it('says what each is, where it was read and when, and asks for nothing that is never asked', () => {
    expect(new Set(helplines.map(({ id }) => id)).size).toBe(helplines.length)
    for (const { what, source, checked, country, phone, url } of helplines) {
      for (const lang of langs) expect(what[lang]).not.toMatch(neverAsked)
      // Read by adults and by minors: German says neither Sie nor du.
      expect(what.de).not.toMatch(/(?<!\p{L})(?:Sie|Ihnen|Ihr\p{L}*|du|dich|dir|dein\p{L}*)(?!\p{L})/u)
      expect(source).toMatch(/^https:/)
      expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(country === null || countries.includes(country)).toBe(true)
      expect(phone === null || /^[\d ]+$/.test(phone)).toBe(true)
      expect(url === null || new URL(url).protocol === 'https:').toBe(true)
    }
  })
})

describe('the mail that says that there is something new', () => {
  // Read aloud in a full train. In four languages.
  const telling =
    /picture|photo|image|video|victim|remov|take.?down|police|law|legal|abuse|intimate|nud|sex|leak|alert|case|match|found|report|urgent|vigie|beeld|foto|slachtoffer|verwijder|politie|wet\b|misbruik|intiem|naakt|dossier|melding|gevonden|dringend|victime|retrait|loi\b|abus|intime|fuite|alerte|trouv|signal|bild|opfer|lösch|polizei|gesetz|recht\b|missbrauch|nackt|akte\b|meldung|gefunden|dringend|fund\b|antrag/i

  it.each(langs)('explains itself to nobody: %s', (lang) => {
    const { subject, text } = alertMail({ lang, coverName: 'Weather', homeUrl: null })

    expect(`${subject}\n${text}`).not.toMatch(telling)
    expect(`${subject}\n${text}`).not.toMatch(neverAsked)
    expect(text).not.toMatch(/http|!|\{/)
    expect(text.endsWith('Weather\n')).toBe(true)
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(78)
  })

  it('holds the bare home address only where she asked for one', () => {
    expect(alertMail({ lang: 'fr', coverName: 'X', homeUrl: 'https://x.example/' }).text).toContain(
      'L’adresse est https://x.example/\n',
    )
  })
})

describe('countries', () => {
  it('are the 249 of ISO 3166-1, each with a name', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

    expect(new Set(countries).size).toBe(249)
    expect(countries.filter((code) => names.of(code) === undefined)).toEqual([])
    expect(countries.filter(isEea)).toHaveLength(30)
  })

  it('are read in any case, with UK for GB', () => {
    expect([parseCountry(' be '), parseCountry('uk'), parseCountry('GB')]).toEqual(['BE', 'GB', 'GB'])
    expect(() => parseCountry('Belgium')).toThrow(InvalidInput)
    expect(() => parseCountry('XX')).toThrow(/two letters/)
  })

  it('each have an ordinary page to leave to', () => {
    expect(leaveUrl('BE')).toBe('https://www.meteo.be/')
    expect(leaveUrl('BR')).toBe('https://www.wikipedia.org/')
  })
})
