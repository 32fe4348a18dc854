import { readdir, readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AgeBand, ageBands, isMinor, langs } from '#core/case/types.ts'
import type { Element, GroundId, VoiceKind } from '#knowledge/grounds/ground.ts'
import { groundOf, grounds } from '#knowledge/grounds/index.ts'
import { composeLetter, hasLetter, type LetterInput, questionOf, questionsFor } from '#knowledge/letters/index.ts'
import { locateOne } from '#knowledge/platforms/index.ts'
import { groundWords, wordsOf } from '#knowledge/words/index.ts'
import { samples } from '../../../docs/letters/render.ts'
import { neverAsked } from './never-asked.ts'

const hash = 'f8f8f0cce0f4a84f0e370a22028f67f0b36e2ed596623e1d33e6b39c4e9c9b22'
const voices: VoiceKind[] = ['self', 'parent', 'agent']
const place = locateOne('https://mega.nz/folder/aBcD1234#k_k-1/file/eFgH5678')!

function inputFor(
  ground: GroundId,
  of: { lang?: LetterInput['lang']; ageBand?: AgeBand; voice?: VoiceKind } = {},
): LetterInput {
  const { lang = 'en', ageBand = 'adult', voice = 'self' } = of
  return {
    places: [
      {
        location: place,
        found: { kind: 'pdq', at: Date.UTC(2026, 10, 22), identifiers: ['1234', hash, `${hash}.jpg`] },
      },
    ],
    recipient: { kind: 'platform', name: 'MEGA, Trust & Safety', to: { email: 'abuse@mega.io' } },
    ground,
    lang,
    ageBand,
    country: 'BE',
    voice: {
      kind: voice,
      ...(voice !== 'self' && { name: 'Robin Maes', contact: 'robin@ngo.example' }),
      ...(voice === 'agent' && { organisation: 'Hulplijn' }),
    },
    answers: {},
    reference: 'VG-1',
    writtenAt: Date.UTC(2026, 10, 24),
  }
}

/** What would do for each element that is asked, distinct enough to be found again. */
function answersFor(elements: readonly Element[]): Record<string, string> {
  const will = {
    name: 'Łukasz Đorđević',
    mail: 'sam@example.org',
    contact: 'sam@example.org',
    url: 'https://example.org/7',
    words: 'words 4711',
  }
  return Object.fromEntries(
    elements.map(({ id, asked, check, choices }) => {
      if (asked === 'yes') return [id, 'yes']
      if (asked === 'one-of') return [id, choices?.[0] ?? '']
      return [id, !check || check === 'name-and-mail' ? 'Łukasz Đorđević, sam@example.org' : will[check]]
    }),
  )
}

/** Every request and every letter of a later step, in every language, age band and voice. */
const all = grounds.flatMap((ground) =>
  langs.flatMap((lang) =>
    ageBands.flatMap((ageBand) =>
      voices.flatMap((voice) =>
        [undefined, ...ground.steps.filter(({ letter }) => letter).map(({ id }) => id)].map((step) => ({
          name: [ground.id, step, lang, ageBand, voice].filter(Boolean).join(' '),
          elements: ground.elements({ ageBand, voice }),
          input: {
            ...inputFor(ground.id, { lang, ageBand, voice }),
            ...(step && {
              step,
              earlier: { reference: 'VG-0', sentAt: Date.UTC(2026, 10, 1) },
              refusedAt: null,
              about: 'MEGA',
            }),
          } as LetterInput,
        })),
      ),
    ),
  ),
)
const requests = all.filter(({ input }) => !input.step)

describe('every letter', () => {
  it('holds each required element, or a gap for it that can be asked, and none that must be absent', () => {
    for (const { name, input, elements } of requests) {
      const letter = composeLetter(input)
      for (const { id, need } of elements) {
        const [held, open] = [letter.present.includes(id), letter.missing.includes(id)]
        expect(held && open, `${name} ${id} is both`).toBe(false)
        if (need === 'required') expect(held || open, `${name} lacks ${id}`).toBe(true)
        if (need === 'absent') expect(held || open, `${name} has ${id}`).toBe(false)
        if (open)
          expect(
            questionOf(id, input.ground, { ageBand: input.ageBand, voice: input.voice.kind }, input.lang),
            `${name} ${id}`,
          ).toMatch(/\?/)
      }
      const known = elements.map(({ id }) => id)
      expect(
        [...letter.present, ...letter.missing].filter((id) => !known.includes(id)),
        name,
      ).toEqual([])
      expect(letter.missing.length > 0, `${name}\n${letter.text}`).toBe(/\[[^\]]+\]/.test(letter.text))
    }
  })

  it('is whole once she has answered, and shows each answer that was asked', () => {
    for (const { name, input, elements } of all) {
      const answers = answersFor(elements)
      const letter = composeLetter({ ...input, answers })

      expect(letter.missing, name).toEqual([])
      expect(letter.text, name).not.toMatch(/\[[^\]]+\]/)
      if (input.step) continue
      for (const { id, need, asked } of elements)
        if (need === 'required' && asked === 'text')
          for (const part of answers[id]?.split(', ') ?? []) expect(letter.text, `${name} ${id}`).toContain(part)
    }
  })

  it('names the place alone on a line, never a fingerprint, and leaves no place unfilled', () => {
    for (const { name, input } of all) {
      const { text, subject } = composeLetter(input)
      if (!input.step) expect(text.split('\n'), name).toContain(place.url)
      expect(text, name).not.toContain(hash)
      expect(subject, name).not.toContain('k_k-1')
      expect(`${subject}\n${text}`, name).not.toMatch(/\{\w+\}|undefined|\bnull\b|NaN/)
      expect(subject, name).toContain('VG-1')
    }
  })

  it('asks for nothing that is never asked', () => {
    // The law's own copy of the notice, and the refusal of an identity document, ask her for nothing.
    const allowed = /a copy of this notice|[^.\n]*12(?:\(6\)|, (?:paragraphe|lid|Absatz) 6)[^\n]*/g
    const found = all.flatMap(({ name, input, elements }) => {
      const { subject, text } = composeLetter({ ...input, answers: answersFor(elements) })
      const asked = `${subject}\n${text}`.replace(allowed, '').match(neverAsked)
      return asked ? [`${name}: ${asked[0]}`] : []
    })

    expect(found).toEqual([])
  })

  it('for somebody under 18 is the same for both bands, and holds no name but that of an adult who signs', () => {
    for (const { name, input, elements } of all.filter(({ input }) => input.ageBand === '16-17')) {
      expect(composeLetter({ ...input, ageBand: 'under-16' }), name).toEqual(composeLetter(input))
      // Whatever she answers to what is not asked of her, none of it is told.
      const unasked = elements.filter(
        ({ id, asked, need }) => (!asked && id !== 'abuse.customer') || need === 'absent', // that comes from a register
      )
      const told = composeLetter({
        ...input,
        answers: Object.fromEntries(unasked.map(({ id }) => [id, 'Zoë Peeters, zoe@example.org'])),
      })
      expect(told.text, name).not.toMatch(/Zoë|zoe@/)
    }
  })

  it('speaks as the one who writes', () => {
    const hers =
      /\b(?:shows me|of me)\b|\bme montre\b|\bde moi\b|\bIk ben daarop te zien\b|\bvan mij\b|\bzeigt mich\b|\bvon mir\b/
    const wrong = requests
      .filter(({ input }) => input.voice.kind !== 'self')
      .flatMap(({ name, input }) => {
        const said = composeLetter(input).text.match(hers)
        return said ? [`${name}: ${said[0]}`] : []
      })

    expect(wrong).toEqual([])
  })
})

describe('a letter', () => {
  const dsa16 = inputFor('dsa16')

  it('about a minor says what the law calls it, and needs no name', () => {
    for (const lang of langs) {
      const { text, missing } = composeLetter(inputFor('dsa16', { lang, ageBand: '16-17' }))

      expect(missing).toEqual([])
      expect(text).toContain('KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL')
      expect(text).toContain('2011/93')
    }
  })

  it('asks for what is still missing when a name came without an address, and the other way round', () => {
    const name = composeLetter({ ...dsa16, answers: { 'dsa16.identity': 'Sam Janssens' } })
    const mail = composeLetter({ ...dsa16, answers: { 'dsa16.identity': '<sam@example.org>' } })

    expect(name.missing).toEqual(['dsa16.identity'])
    expect(name.text).toMatch(/Name: Sam Janssens\nEmail: \[your email address\]/)
    expect(mail.text).toMatch(/Name: \[your name\]\nEmail: sam@example.org/)
  })

  it('gives the address of reply in place of hers, wherever she gave hers', () => {
    const replyTo = 'r-1@in.example'
    const notice = composeLetter({ ...dsa16, replyTo, answers: { 'dsa16.identity': 'Sam Janssens, sam@example.org' } })
    const request = composeLetter({
      ...inputFor('tida'),
      replyTo,
      answers: { 'tida.contact': 'sam@example.org', 'tida.signature': 'Sam' },
    })

    for (const { text, missing } of [notice, request]) {
      expect(missing).toEqual([])
      expect(text).toContain(replyTo)
      expect(text).not.toContain('sam@example.org')
    }
  })

  it('takes her own words in for what the text says by itself, and not twice', () => {
    const words = 'It was posted by somebody I know.'
    const { text } = composeLetter({ ...dsa16, answers: { 'dsa16.explanation': words, 'dsa16.location': place.url } })

    expect(text).toContain(`In my own words: “${words}”`)
    expect(text.split(place.url)).toHaveLength(2)
  })

  it('leaves out a secret key, wherever it was put', () => {
    const key = `nsec1${'q'.repeat(58)}`
    const { text } = composeLetter({
      ...dsa16,
      answers: { 'dsa16.explanation': key, 'dsa16.identity': `Sam ${key} a@b.org` },
    })

    expect(text).not.toContain('nsec1')
  })

  it('names one rule of her country where one is certain, and European law elsewhere', () => {
    const text = (country: string) => composeLetter({ ...dsa16, country }).text

    expect(text('BE')).toContain('Article 136 of the Belgian Criminal Code')
    expect(text('BE')).not.toContain('2024/1385')
    expect(text('LU')).toContain('2024/1385')
    expect(text('GB')).toMatch(/66B[\s\S]*2024\/1385/)
    expect(composeLetter({ ...dsa16, country: 'LU' }).present).not.toContain('dsa16.rule')
  })

  it('says how it was found only as far as it helps', () => {
    const text = (kind: 'pdq' | 'cid' | 'url', at = Date.UTC(2026, 10, 1)) =>
      composeLetter({ ...dsa16, places: [{ location: place, found: { kind, at } }] }).text

    expect(text('pdq')).toContain('almost the same')
    expect(text('cid')).toContain('very same file')
    expect(text('url')).toContain('public notice of 1 November 2026.\n\n')
    expect(text('url', 9e15)).toContain('public notice of 24 November 2026')
    expect(composeLetter({ ...dsa16, places: [{ location: place, found: null }] }).text).not.toContain('notice of')
  })

  it('numbers several places of one host, each address alone on its line', () => {
    const other = locateOne('https://mega.nz/file/zZzZ9999#key')!
    const found = { kind: 'sha256', at: Date.UTC(2026, 10, 3) } as const
    const { text } = composeLetter({ ...dsa16, places: [...dsa16.places, { location: other, found }] })
    const lines = text.split('\n')

    expect(lines[lines.indexOf(place.url) - 1]).toBe('Address 1 of 2:')
    expect(lines[lines.indexOf(other.url) - 1]).toBe('Address 2 of 2:')
    expect(text).toContain('public notices of 3 November 2026 and 22 November 2026')
  })

  it('of a later step says what was sent, and what came of it', () => {
    const step = { ...dsa16, step: 'reminder' as const, earlier: { reference: 'VG-0', sentAt: Date.UTC(2026, 10, 1) } }

    expect(composeLetter({ ...step, refusedAt: null }).text).toContain(
      'on 1 November 2026 (reference VG-0).\nI have had no answer.',
    )
    expect(composeLetter({ ...dsa16, step: 'reminder' }).missing).toContain('sent-before')
    expect(() => composeLetter({ ...dsa16, step: 'ftc' })).toThrow(/no letter/)
    expect(hasLetter(groundOf('dsa16'), 'reminder')).toBe(true)
  })

  it('shows the time in Brussels with its distance from UTC, in summer and in winter', () => {
    expect(composeLetter({ ...dsa16, writtenAt: Date.UTC(2026, 6, 1, 23, 5) }).text).toContain(
      '2 July 2026, 01:05 (Brussels, UTC+2)',
    )
    expect(composeLetter({ ...dsa16, lang: 'de', writtenAt: Date.UTC(2026, 0, 1, 9, 5) }).text).toContain(
      '1. Januar 2026, 10:05 Uhr (Brüssel, UTC+1)',
    )
  })

  it('keeps whatever is answered on one line of its own, as it is', () => {
    const shape = (text: string) => text.split('\n').filter((line) => /^\d\. /.test(line))
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom('\u202Eevil', 'x'.repeat(10_000), '\u2028Bcc: a@b.org', '\r\n1. Where', '\uD800'),
    )
    const some = fc.constantFrom(...requests.filter(({ input }) => input.ageBand === 'adult'))
    fc.assert(
      fc.property(hostile, some, fc.nat(), (given, { input, elements }, which) => {
        const answers = answersFor(elements)
        const plain = composeLetter({ ...input, answers })
        const id = elements[which % elements.length]?.id ?? ''
        const letter = composeLetter({ ...input, answers: { ...answers, [id]: `{reference}${given}\r\nBcc: a@b.org` } })

        expect(shape(letter.text)).toEqual(shape(plain.text))
        expect(letter.head).toEqual(plain.head)
        expect(letter.subject).toBe(plain.subject)
        expect(letter.text).not.toMatch(/^Bcc:/m)
        expect(letter.text).not.toMatch(/[\u202A-\u202E\u2028\u2066-\u2069\r]/)
        expect(letter.text.length).toBeLessThan(plain.text.length + 2_200)
        if (letter.text.includes('Bcc')) expect(letter.text).toContain('{reference}')
      }),
    )
  })
})

describe('questions', () => {
  it('are asked plainly, in every language, for each element that only she can fill', () => {
    for (const { name, input, elements } of requests) {
      const of = { ageBand: input.ageBand, voice: input.voice.kind }
      const questions = questionsFor(input.ground, of, input.lang)
      const asked = elements.filter(({ asked, need }) => asked && need !== 'absent').map(({ id }) => id)

      expect(questions.map(({ element }) => element).sort(), name).toEqual(asked.sort())
      for (const { question, choices } of questions) {
        expect(question, name).toMatch(/\?/)
        expect(question, name).not.toMatch(neverAsked)
        for (const { words } of choices) expect(words, name).toMatch(/\s|\p{L}{2}/u)
      }
    }
  })

  it('come with what the law asks for first, after what has to be confirmed before it is used', () => {
    for (const { input } of requests) {
      const needs = questionsFor(input.ground, { ageBand: input.ageBand, voice: input.voice.kind }, input.lang)
        .filter(({ asked, need }) => asked !== 'yes' || need === 'required')
        .map(({ need }) => need)
      expect(needs).toEqual([...needs].sort().reverse())
    }
  })
})

describe('what is said of each ground', () => {
  it('is nothing that is never asked, and says steps for every step', () => {
    for (const { id, steps, sources } of grounds) {
      for (const lang of langs) {
        const words = groundWords(lang, id)
        for (const text of [
          words.title,
          words.gives,
          words.exposes,
          words.because,
          words.rule,
          ...Object.values(words.steps).flatMap(({ title, what }) => [title, what]),
        ]) {
          expect(text).toBeTruthy()
          expect(text).not.toMatch(neverAsked)
        }
        expect(Object.keys(words.steps).sort()).toEqual(steps.map((step) => step.id).sort())
      }
      for (const { url, checked } of sources) {
        expect(url).toMatch(/^https:/)
        expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/)
      }
    }
  })

  it('has ids of its own', () => {
    for (const { id, elements } of grounds)
      for (const ageBand of ageBands)
        for (const voice of voices) {
          const ids = elements({ ageBand, voice }).map((element) => element.id)
          expect(ids.every((each) => each.startsWith(`${id}.`))).toBe(true)
          expect(new Set(ids).size).toBe(ids.length)
        }
  })

  it('spares a minor the name under European law, and lets an adult sign under American law', () => {
    const need = (id: string, ground: string, ageBand: 'adult' | '16-17') =>
      groundOf(ground)
        .elements({ ageBand, voice: 'self' })
        .find((element) => element.id === id)?.need

    expect(need('dsa16.identity', 'dsa16', 'adult')).toBe('required')
    expect(need('dsa16.identity', 'dsa16', '16-17')).toBe('absent')
    expect(need('tida.authority', 'tida', 'adult')).toBe('helpful')
    expect(need('tida.authority', 'tida', '16-17')).toBe('required')
    expect(isMinor('16-17')).toBe(true)
  })
})

describe('the rendered samples', () => {
  const renew = 'Renew with: node_modules/.bin/node docs/letters/render.ts'

  it('are those in docs/letters', async () => {
    const files = (await readdir('docs/letters', { recursive: true })).filter((file) => /\.(?:txt|json)$/.test(file))
    const expected = samples()

    expect(files.sort(), renew).toEqual([...expected.keys()].sort())
    for (const [file, text] of expected)
      expect(await readFile(`docs/letters/${file}`, 'utf8'), `${file}. ${renew}`).toBe(text)
  })
})

describe('the catalogues', () => {
  const textsOf = (words: object): string[] =>
    Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value)))

  // A plain no-break space: the narrow one is in no 8-bit charset, and a site's form may print it as a question mark.
  it('set French punctuation with a space that does not break', () => {
    const loose = /(?<!\u00a0)[:;?!»](?=\s|$)|«(?!\u00a0)|\u202f/u

    expect(textsOf(wordsOf('fr')).filter((text) => loose.test(text))).toEqual([])
  })

  it('fill the same places in every language, and have the same keys', () => {
    const places = (words: object): unknown =>
      Object.fromEntries(
        Object.entries(words).map(([key, value]) => [
          key,
          typeof value === 'string' ? [...new Set(value.match(/\{\w+\}/g) ?? [])].sort() : places(value),
        ]),
      )

    for (const lang of langs) expect(places(wordsOf(lang)), lang).toEqual(places(wordsOf('en')))
  })
})
