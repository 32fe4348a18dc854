import { readdir, readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageBands, isMinor } from '#core/case/types.ts'
import { countries } from '#knowledge/countries.ts'
import { crimes } from '#knowledge/grounds/crimes.ts'
import { groundOf, grounds } from '#knowledge/grounds/index.ts'
import { composeLetter, type LetterInput, letterWords, planRequests } from '#knowledge/letters/index.ts'
import { locateOne, platforms } from '#knowledge/platforms/index.ts'
import { samples } from '../../../docs/letters/render.ts'
import { neverAsked } from './never-asked.ts'

const langs = ['en', 'fr', 'nl'] as const
const addresses = [
  'https://discord.com/channels/11/22/33',
  'https://mega.nz/folder/aBcD1234#k_k-1/file/eFgH5678',
  'https://www.forum.example/thread?t=1',
  'https://198.51.100.7/a.jpg',
  'ipfs://QmYwAPJzv5CZsnA/a.jpg',
]
const hash = 'f8f8f0cce0f4a84f0e370a22028f67f0b36e2ed596623e1d33e6b39c4e9c9b22'

/** Every letter that can be planned for these places, with nothing answered. */
const all = addresses.flatMap((address) =>
  langs.flatMap((lang) =>
    ageBands.flatMap((ageBand) => {
      const location = locateOne(address)!
      return planRequests({ location, ageBand, country: 'BE', lang }).map(({ routeId, ground }) => {
        const input: LetterInput = {
          location,
          routeId,
          ground,
          lang,
          ageBand,
          country: 'BE',
          found: { kind: 'pdq', at: Date.UTC(2026, 10, 22), identifiers: ['photo.jpg', hash, `${hash}.jpg`] },
          answers: {},
          reference: 'VG-1',
          writtenAt: Date.UTC(2026, 10, 24),
        }
        return {
          name: `${ground} ${location.platform} ${lang} ${ageBand} ${address}`,
          input,
          letter: composeLetter(input),
        }
      })
    }),
  ),
)

describe.each(all)('$name', ({ input, letter }) => {
  const elements = groundOf(input.ground).elements(input.ageBand)

  it('holds every required element, or a gap for it, and nothing that must be absent', () => {
    for (const { id, need, question } of elements) {
      const held = letter.present.includes(id)
      const open = letter.missing.includes(id)
      expect(held && open, id).toBe(false)
      if (need === 'required') expect(held || open, id).toBe(true)
      if (need === 'absent') expect(held || open, id).toBe(false)
      if (open) expect(question, `${id} can be asked`).toBeDefined()
    }
    expect([...letter.present, ...letter.missing].every((id) => elements.some((element) => element.id === id))).toBe(
      true,
    )
    expect(letter.missing.length > 0).toBe(/\[[^\]]+\]/.test(letter.text))
  })

  it('is whole once she has answered', () => {
    const answers = Object.fromEntries(elements.map(({ id }) => [id, 'Sam Janssens, sam@example.org']))
    const whole = composeLetter({ ...input, answers })

    expect(whole.missing).toEqual([])
    expect(whole.text).not.toMatch(/\[[^\]]+\]/)
  })

  it('names the place, never a fingerprint, and asks for nothing that is never asked', () => {
    expect(letter.text.split('\n')).toContain(input.location.url)
    expect(letter.text).not.toContain(hash)
    expect(`${letter.subject}\n${letter.text}`).not.toMatch(neverAsked)
    expect(letter.subject).toContain('VG-1')
    expect(letter.subject).not.toContain('k_k-1')
  })

  it('has the address on a line of its own, and leaves no place unfilled', () => {
    const lines = letter.text.split('\n')
    expect(lines).toContain(input.location.url)
    for (const line of lines) expect(line).not.toMatch(/\{\w+\}|undefined|null|NaN/)
  })
})

describe('a letter', () => {
  const discord = all.find(
    ({ input }) => input.ground === 'dsa16' && input.ageBand === 'adult' && input.lang === 'en',
  )!.input

  it('for a minor names nobody, needs no name, and says what the law calls it', () => {
    for (const { input } of all.filter(({ input }) => isMinor(input.ageBand) && input.ground === 'dsa16')) {
      const { text } = composeLetter({ ...input, answers: { 'dsa16.identity': 'Sam Janssens, sam@example.org' } })

      expect(text).not.toMatch(/Sam|sam@/)
      expect(text).toContain('KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL')
      expect(text).toContain('2011/93')
      expect(text).not.toMatch(/\[/)
    }
  })

  it('is the same for both bands of minors', () => {
    for (const { input, letter } of all.filter(({ input }) => input.ageBand === '16-17')) {
      expect(composeLetter({ ...input, ageBand: 'under-16' })).toEqual(letter)
    }
  })

  it('asks for what is still missing when a name came without an address, and the other way round', () => {
    const name = composeLetter({ ...discord, answers: { 'dsa16.identity': 'Sam Janssens' } })
    const mail = composeLetter({ ...discord, answers: { 'dsa16.identity': '<sam@example.org>' } })

    expect(name.missing).toEqual(['dsa16.identity'])
    expect(name.text).toMatch(/Name: Sam Janssens\nEmail: \[your email address\]/)
    expect(mail.text).toMatch(/Name: \[your name\]\nEmail: sam@example.org/)
  })

  it('names one rule of her country where one is certain, and European law elsewhere', () => {
    const text = (country: string) => composeLetter({ ...discord, country }).text.replace(/\s+/g, ' ')

    expect(text('BE')).toContain('Article 136 of the Belgian Criminal Code')
    expect(text('BE')).not.toContain('2024/1385')
    expect(text('LU')).toContain('2024/1385')
    expect(text('GB')).toMatch(/66B.*2024\/1385/)
    expect(composeLetter({ ...discord, country: 'LU' }).present).not.toContain('dsa16.rule')
  })

  it('says how it was found only as far as it helps', () => {
    const text = (kind: 'pdq' | 'cid' | 'url') =>
      composeLetter({ ...discord, found: { kind, at: Date.UTC(2026, 10, 1) } }).text

    expect(text('pdq')).toContain('almost the same')
    expect(text('cid')).toContain('very same file')
    expect(text('url')).toContain('public notice of 1 November 2026.\n\n')
    expect(composeLetter({ ...discord, found: null }).text).not.toContain('notice of')
    expect(composeLetter({ ...discord, found: { kind: 'url', at: 9e15 } }).text).toContain(
      'public notice of 24 November 2026',
    )
  })

  it('shows the time in Brussels with its distance from UTC, in summer and in winter', () => {
    expect(composeLetter({ ...discord, writtenAt: Date.UTC(2026, 6, 1, 23, 5) }).text).toContain(
      '2 July 2026, 01:05 (Brussels, UTC+2)',
    )
    expect(composeLetter({ ...discord, writtenAt: Date.UTC(2026, 0, 1, 9, 5) }).text).toContain(
      '1 January 2026, 10:05 (Brussels, UTC+1)',
    )
  })

  it('keeps whatever is answered on one line of its own, as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const whole = composeLetter({
          ...discord,
          answers: { 'dsa16.identity': `{reference}${given}\r\nBcc: a@b.org` },
        })

        expect(whole.text.split('\n').filter((line) => /^\d\. /.test(line))).toHaveLength(6)
        expect(whole.text).not.toMatch(/^Bcc:/m)
        expect(whole.text).toContain('{reference}')
      }),
    )
  })

  it('for another route than the place has is our mistake', () => {
    expect(() => composeLetter({ ...discord, routeId: 'fax' })).toThrow(/no route "fax"/)
  })
})

describe('planning', () => {
  const plan = (address: string, country: string, ageBand: 'adult' | 'under-16' = 'adult') =>
    planRequests({ location: locateOne(address)!, ageBand, country, lang: 'en' })

  it('prepares one request a ground, her own law first', () => {
    expect(plan('https://discord.gg/abc', 'BE').map(({ ground }) => ground)).toEqual(['dsa16', 'tida'])
    expect(plan('https://discord.gg/abc', 'US').map(({ ground }) => ground)).toEqual(['tida', 'dsa16'])
    expect(plan('https://discord.gg/abc', 'BR', 'under-16').map(({ ground }) => ground)).toEqual(['dsa16', 'tida'])
  })

  it('says what is certain', () => {
    const sure = (address: string) => Object.fromEntries(plan(address, 'BE').map(({ ground, sure }) => [ground, sure]))

    expect(sure('https://discord.gg/abc')).toEqual({ dsa16: true, tida: true })
    expect(sure('https://mega.nz/file/aBcD1234')).toEqual({ dsa16: true, tida: false })
    expect(sure('https://forum.example/a')).toEqual({ dsa16: false, tida: false })
  })

  it('writes to the domain of a site, and to nobody where there is none', () => {
    expect(plan('https://img.forum.example/a', 'BE')[0]).toMatchObject({
      routeId: 'abuse-mail',
      recipient: 'The operators of img.forum.example',
      to: { email: 'abuse@forum.example' },
    })
    expect(plan('https://198.51.100.7/a', 'BE')[0]).toMatchObject({ routeId: 'contact-page', to: { unknown: true } })
    expect(plan('ipfs://QmAbCdE/a', 'BE')[0]).toMatchObject({
      recipient: 'The operators of IPFS gateways',
      to: { unknown: true },
    })
  })

  it('plans something for every country and age', () => {
    for (const country of countries) {
      for (const ageBand of ageBands) {
        expect(planRequests({ location: locateOne('forum.example/a')!, ageBand, country, lang: 'fr' })).toHaveLength(2)
      }
    }
  })
})

describe('grounds', () => {
  it('ask plainly, in three languages, for each element that only she can fill', () => {
    for (const ground of grounds) {
      for (const ageBand of ageBands) {
        for (const { id, question } of ground.elements(ageBand)) {
          expect(id.startsWith(`${ground.id}.`)).toBe(true)
          for (const lang of question ? langs : []) {
            expect(question?.[lang]).toMatch(/\?/)
            expect(question?.[lang]).not.toMatch(neverAsked)
          }
        }
      }
      for (const lang of langs) {
        for (const words of [ground.title, ground.gives, ground.exposes, ground.rule])
          expect(words[lang]).not.toMatch(neverAsked)
      }
      for (const { url, checked } of ground.sources) {
        expect(url).toMatch(/^https:/)
        expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/)
      }
    }
  })

  it('spare a minor the name under European law, and let an adult sign under American law', () => {
    const need = (id: string, ground: string, ageBand: 'adult' | '16-17') =>
      groundOf(ground)
        .elements(ageBand)
        .find((element) => element.id === id)?.need

    expect(need('dsa16.identity', 'dsa16', 'adult')).toBe('required')
    expect(need('dsa16.identity', 'dsa16', '16-17')).toBe('absent')
    expect(need('tida.authority', 'tida', 'adult')).toBe('helpful')
    expect(need('tida.authority', 'tida', '16-17')).toBe('required')
  })

  it('name each crime with its source and day', () => {
    for (const [country, { adults, minors }] of Object.entries(crimes)) {
      expect(countries).toContain(country)
      for (const crime of [adults, minors].filter((each) => each !== undefined)) {
        expect(crime.source).toMatch(/^https:/)
        expect(crime.checked).toMatch(/^\d{4}-\d\d-\d\d$/)
      }
    }
  })
})

describe('what a route asks besides', () => {
  it('is said in three languages, and is nothing that is never asked', () => {
    for (const { asks } of platforms.flatMap(({ routes }) => routes)) {
      for (const lang of langs) {
        expect(asks?.[lang]).toBeTruthy()
        expect(asks?.[lang]).not.toMatch(neverAsked)
      }
    }
  })
})

describe('the rendered samples', () => {
  const renew = 'Renew with: rm docs/letters/*.txt && node_modules/.bin/node docs/letters/render.ts'

  it('are those in docs/letters', async () => {
    const files = (await readdir('docs/letters')).filter((file) => file.endsWith('.txt'))
    const expected = samples()

    expect(files.sort(), renew).toEqual([...expected.keys()].sort())
    for (const [file, text] of expected)
      expect(await readFile(`docs/letters/${file}`, 'utf8'), `${file}. ${renew}`).toBe(text)
  })
})

describe('the catalogues', () => {
  // A plain no-break space: the narrow one is in no 8-bit charset, and a site's form may print it as a question mark.
  it('set French punctuation with a space that does not break', () => {
    const french = (words: object): string[] =>
      Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : french(value)))
    const loose = /(?<!\u00a0)[:;?!»](?=\s|$)|«(?!\u00a0)|\u202f/u

    expect(french(letterWords.fr).filter((text) => loose.test(text))).toEqual([])
  })

  it('fill the same places in every language', () => {
    const places = (words: object): unknown =>
      Object.fromEntries(
        Object.entries(words).map(([key, value]) => [
          key,
          typeof value === 'string' ? (value.match(/\{\w+\}/g) ?? []).sort() : places(value),
        ]),
      )

    expect(places(letterWords.fr)).toEqual(places(letterWords.en))
    expect(places(letterWords.nl)).toEqual(places(letterWords.en))
  })
})
