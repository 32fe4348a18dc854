import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameForms, namesIn } from '#core/case/names.ts'

const meets = (name: string, title: string) => {
  const forms = new Set(nameForms(name))
  return namesIn(title).some((form) => forms.has(form))
}

describe('a folder is found by the name in its title', () => {
  test.each([
    ['Anna Berg', 'Anna Berg'],
    ['Anna Berg', 'BERG, Anna (2019)'],
    ['Anna Berg', 'berg_anna.zip'],
    ['Anna Berg', 'leaks-anna-berg-full'],
    ['Anna Berg', 'AnnaBerg'],
    ['Anna Berg', 'ANNABerg 12 pics'],
    ['Anna Berg', '01. Anna M. Berg'],
    ['Anna Berg', 'My_Anna_Berg_Collection_HD'],
    ['Berg, Anna', 'anna berg'],
    ['Anna M. Berg', 'anna berg'],
    ['Anna Maria Berg', 'anna berg'],
    ['Anna Maria Berg', 'AnnaMariaBerg'],
    ['Anna van den Berg', 'anna van den berg'],
    ['Anna van den Berg', 'Berg, Anna van den'],
    ['Anna van den Berg', 'Anna vandenBerg'],
    ['Anna van den Berg', 'anna vandenberg'],
    ['Anna van den Berg', 'annavandenberg_pics'],
    ['Anna van den Berg', 'anna berg'],
    ['Anna Vandenberghe', 'ANNAVANDENBERGHE'],
    ['Noé Lefèvre', 'noe lefevre'],
    ['Zoë D’Hondt', "Zoe D'hondt"],
    ['Zoë D’Hondt', 'zoe dhondt'],
    ["Sinéad O'Brien", 'Sinead OBrien'],
    ["Sinéad O'Brien", 'sinead obrien'],
    ['Jean-Pierre Dupont', 'jean pierre dupont'],
    ['Jean-Pierre Dupont', 'jeanpierre dupont'],
    ['Marie Smith-Jones', 'marie smith jones'],
    ['Marie Smith-Jones', 'Marie Jones'],
    ['Marie Smith-Jones', 'smithjones marie'],
    ['Fatima El Amrani', 'fatima el amrani'],
    ['Fatima El Amrani', 'Fatima Elamrani'],
    ['Fatima El Amrani', 'fatima amrani'],
    ['María José García López', 'maria jose garcia lopez'],
    ['María José García López', 'maria lopez'],
    ['Fiona McDonald', 'fiona mcdonald'],
    ['Fiona McDonald', 'Fiona_McDonald'],
    ['Jürgen Müller', 'juergen mueller'],
    ['Jürgen Müller', 'jurgen muller'],
    ['Søren Ødegård', 'soren odegard'],
    ['Łucja Wiśniewska', 'Lucja Wisniewska'],
    ['Ольга Петрова', 'Olga Petrova'],
    ['Olga Petrova', 'Петрова Ольга'],
    ['Юлия Хохлова', 'Yuliya Khokhlova'],
    ['Юлия Хохлова', 'Iuliia Khokhlova'],
    ['Юлия Хохлова', 'юлия_хохлова'],
    ['Ольга Петрова', 'ОльгаПетрова'],
    ['Ελένη Παπαδοπούλου', 'Eleni Papadopoulou'],
    ['Anna Berg', 'Ａｎｎａ Ｂｅｒｇ'],
  ])('"%s" in "%s"', (name, title) => {
    expect(meets(name, title)).toBe(true)
  })
})

describe('another name is not', () => {
  test.each([
    ['Anna Berg', 'Anna'],
    ['Anna Berg', 'Berg'],
    ['Anna Berg', 'Anna B.'],
    ['Anna Berg', 'A. Berg'],
    ['Anna Berg', 'Anna Bergman'],
    ['Anna Berg', 'Johanna Berg'],
    ['Anna Berg', 'anna maria berg'],
    ['Anna Berg', 'Annaberg-Buchholz'],
    ['Anna Berg', 'anna in the mountains, berg later'],
    ['Jean-Pierre Dupont', 'jean dupont'],
    ['Anna Maria Berg', 'maria berg'],
    ['Anna van den Berg', 'van den berg'],
    ['Fatima El Amrani', 'el amrani'],
    ['Berg Berg', 'berg berg'],
  ])('"%s" in "%s"', (name, title) => {
    expect(meets(name, title)).toBe(false)
  })

  test.each(['', 'Anna', 'A. B.', 'van den', '1234 5678', 'A B C', '!!!', 'Anna 2'])(
    '"%s" is no name to watch',
    (name) => {
      expect(nameForms(name)).toEqual([])
    },
  )
})

const word = fc
  .string({ unit: fc.constantFrom(...'abcdefghijklmnoprstuvwzéèüöñłçаеилнорст'), minLength: 3, maxLength: 10 })
  .map((text) => `Q${text}`)
const name = fc
  .array(word, { minLength: 2, maxLength: 4 })
  .filter((words) => new Set(words.map((w) => w.toLowerCase())).size === words.length)

describe('laws', () => {
  test('a name is found in any title that holds it, whatever stands between and around its words', () => {
    fc.assert(
      fc.property(
        name,
        fc.constantFrom(' ', '_', '-', '.', ' + ', ''),
        fc.constantFrom('', '12 ', '(new) '),
        (words, between, around) => {
          expect(meets(words.join(' '), `${around}${words.join(between)}${around}`)).toBe(true)
        },
      ),
    )
  })

  test('case, accents and normal form make no difference', () => {
    fc.assert(
      fc.property(name, (words) => {
        const title = words.join(' ')
        for (const written of [
          title.toUpperCase(),
          title.toLowerCase(),
          title.normalize('NFD'),
          title.normalize('NFKC'),
        ])
          expect(meets(title, written)).toBe(true)
      }),
    )
  })

  test('the order of two words makes no difference', () => {
    fc.assert(
      fc.property(word, word, (first, last) => {
        expect(new Set(nameForms(`${first} ${last}`))).toEqual(new Set(nameForms(`${last} ${first}`)))
      }),
    )
  })

  test('no form is of one word that is short, and none has a capital, an accent or a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        for (const form of [...nameForms(text), ...namesIn(text)]) {
          expect(form).toBe(form.toLowerCase())
          expect(form.includes(' ') || form.length >= 10).toBe(true)
          expect(form).not.toMatch(/[\p{M}\p{P}\p{N}]/u)
        }
      }),
    )
  })

  test('a text without end gives a bounded number of forms in no time', () => {
    const before = performance.now()
    const forms = [nameForms("O'A-B-C van den de ".repeat(50_000)), namesIn('Anna Berg '.repeat(100_000))]

    expect(forms[0]?.length).toBeLessThanOrEqual(60)
    expect(forms[1]?.length).toBeLessThanOrEqual(400)
    expect(performance.now() - before).toBeLessThan(500)
  })
})
