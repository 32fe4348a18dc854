import { describe, expect, test } from 'vitest'
import { langs } from '#core/case/types.ts'
import { messagesFor, readAcceptLanguage } from '#web/messages/index.ts'
import { listTexts } from '#web/messages/list.ts'
import { requestTexts } from '#web/messages/requests.ts'
import { neverAsked } from '../knowledge/letters/never-asked.ts'

const of = (lang: 'en' | 'fr' | 'nl' | 'de', ageBand: 'adult' | '16-17' | 'under-16' = 'adult') => ({
  ...messagesFor(lang, ageBand),
  ofRequests: requestTexts(lang, ageBand),
  ofList: listTexts(lang, ageBand),
})

const catalogues = {
  en: of('en'),
  fr: of('fr', 'adult'),
  'fr, to a minor': of('fr', '16-17'),
  nl: of('nl'),
  de: of('de', 'adult'),
  'de, to a minor': of('de', 'under-16'),
}

test('no language is without its catalogue', () => {
  expect(langs.filter((lang) => !(lang in catalogues))).toEqual([])
})

/** Every text of a catalogue with its path; those with a number are tried with 1 and with 3. */
function texts(of: object, path = ''): [path: string, text: string][] {
  return Object.entries(of).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const here = `${path}${key}`
    if (typeof value === 'string') return [[here, value]]
    if (typeof value === 'function') return [1, 3].map((n): [string, string] => [here, String(value(n, n))])
    return typeof value === 'object' && value !== null ? texts(value, `${here}.`) : []
  })
}

describe.each(Object.entries(catalogues))('%s', (_name, catalogue) => {
  const all = texts(catalogue)

  test('has every text, and none is empty that another language has', () => {
    expect(all.map(([path]) => path)).toEqual(texts(catalogues.en).map(([path]) => path))
    expect(all.filter(([path, text]) => text.trim() === '' && path !== 'request.routeSure.published')).toEqual([])
  })

  test('has at most twenty words a sentence', () => {
    const long = all.flatMap(([path, text]) =>
      text
        .split(/(?<=[.?;:])\s|\n/)
        .filter((sentence) => sentence.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length > 20)
        .map((sentence) => [path, sentence]),
    )
    expect(long).toEqual([])
  })

  test('does not shout, plead or scold', () => {
    const loud =
      /!|\b(?:please note|simply|oops|sorry|unfortunately|error|invalid|failed|veuillez|erreur|malheureusement|helaas|fout opgetreden|ongeldig|bitte|leider|fehler|ungültig|einfach|gescheitert)\b|\b[A-ZÀ-Ý]{4,}\b/
    const allowed = new Set(['HEIC', 'JPEG'])
    const found = all.filter(([, text]) =>
      loud.test(text.replace(/\b[A-Z]{4,}\b/g, (word) => (allowed.has(word) ? '' : word))),
    )
    expect(found).toEqual([])
  })

  // What must never be asked of anyone: the picture again, why, whether she sent it, papers, passwords, money, names of
  // parents, joining a group, writing to the one who posted it.
  test('asks none of the things that must never be asked', () => {
    const asked =
      /\b(?:upload|send us|identity card|passport|why did|did you send|did you share|your password|téléverse|envoyez-nous|envoie-nous|carte d’identité|passeport|pourquoi avez|avez-vous envoyé|as-tu envoyé|mot de passe|mots de passe|stuur ons|identiteitskaart|paspoort|waarom heb|heb je .{0,20}gestuurd|wachtwoord|pay|payez|betaal|hochladen|lade hoch|schick uns|schicken sie uns|ausweis|reisepass|warum hast|warum haben|hast du .{0,20}(?:gesendet|geschickt)|haben sie .{0,20}geschickt|passwort|kennwort|bezahl\p{L}*)\b/iu
    expect(all.filter(([, text]) => asked.test(text) || neverAsked.test(text))).toEqual([])
  })

  test('uses the product’s words and none of our inner ones', () => {
    const inner =
      /\b(?:hash|hashes|hachage|case|match|notice|channel|passphrase|fingerprint ×|API|server error|token|canal|kanaal|zaak|kanal|fall|treffer|NCII)\b/i
    expect(all.filter(([, text]) => inner.test(text))).toEqual([])
  })
})

test('French says vous to adults throughout, and tu to minors throughout', () => {
  const word = (of: string) => new RegExp(`(?<!\\p{L})(?:${of})(?!\\p{L})`, 'iu')
  const tu = word('tu|ton|ta|tes|toi|te|tiens?|tiennes?|t’\\p{L}+')
  const vous = word('vous|votre|vos|vôtres?|(?!chez|assez)\\p{L}+ez')

  const toAdults = texts(catalogues.fr).filter(([path, text]) => tu.test(text) && !path.startsWith('enrol.minor.'))
  const toMinors = texts(catalogues['fr, to a minor']).filter(([, text]) => vous.test(text))

  expect(toAdults).toEqual([])
  expect(toMinors).toEqual([])
})

test('German says Sie to adults throughout, and du to minors throughout', () => {
  const du = /(?<!\p{L})(?:du|dich|dir|dein(?:e[mnrs]?)?)(?!\p{L})/iu
  // With a capital, at the head of a sentence too: there, "Sie" for somebody else would be read as the reader.
  const sie = /(?<!\p{L})(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)(?!\p{L})/u
  const { de, 'de, to a minor': deDu } = catalogues

  expect(texts(de).filter(([path, text]) => du.test(text) && !path.startsWith('enrol.minor.'))).toEqual([])
  expect(texts(deDu).filter(([, text]) => sie.test(text))).toEqual([])
  // What differs between the two differs in the address alone: each `Sie` has its `du`.
  const adult = texts(de)
    .filter(([, text]) => sie.test(text))
    .map(([path]) => path)
  const minor = texts(deDu)
    .filter(([path, text]) => du.test(text) && !path.startsWith('enrol.minor.'))
    .map(([path]) => path)
  expect(minor.filter((path) => !adult.includes(path))).toEqual([])
})

test('German does not tell the reader’s gender', () => {
  const gendered =
    /(?<!\p{L})(?:der|ein|kein|jeder|liebe|lieber) (?:Nutzer|Betroffene|Opfer|Empfänger|Betreiber|Absender)\p{L}*|(?:\p{L}+)(?::in|\*in|In)(?:nen)?(?!\p{L})/u
  expect(
    [...texts(catalogues.de), ...texts(catalogues['de, to a minor'])].filter(([, text]) => gendered.test(text)),
  ).toEqual([])
})

test('German quotes with „ and “, and with no straight or English mark', () => {
  const wrong = /["”]|“(?=\p{L})|'/u
  expect(
    [...texts(catalogues.de), ...texts(catalogues['de, to a minor'])].filter(([, text]) => wrong.test(text)),
  ).toEqual([])
})

test('French sets a space that does not break before : ; ? ! and inside its quotation marks', () => {
  const loose = /(?<!\u202f)[:;?!»](?=[\s.,)]|$)|«(?!\u202f)/u

  for (const catalogue of [catalogues.fr, catalogues['fr, to a minor']])
    expect(texts(catalogue).filter(([, text]) => loose.test(text))).toEqual([])
})

test('what is counted agrees with its number, one and none included', () => {
  const { en, fr, nl, de } = catalogues

  expect([0, 1, 2].map((n) => en.home.standing(n, 7))).toEqual([
    '0 of 7 are gone.',
    '1 of 7 is gone.',
    '2 of 7 are gone.',
  ])
  expect([1, 2].map((n) => nl.home.standing(n, 7))).toEqual(['1 van 7 is weg.', '2 van 7 zijn weg.'])
  expect([1, 2].map((n) => de.home.standing(n, 7))).toEqual(['1 von 7 ist weg.', '2 von 7 sind weg.'])
  expect([1, 2].map(de.returning.slow)).toEqual([
    'Zu viele Versuche. Warten Sie 1 Minute und versuchen Sie es dann noch einmal.',
    'Zu viele Versuche. Warten Sie 2 Minuten und versuchen Sie es dann noch einmal.',
  ])
  expect([1, 2].map(fr.home.ago.minutes)).toEqual(['il y a 1 minute', 'il y a 2 minutes'])
  expect([1, 2].map(fr.returning.slow)).toEqual([
    'Trop d’essais. Attendez 1 minute, puis réessayez.',
    'Trop d’essais. Attendez 2 minutes, puis réessayez.',
  ])
})

test('French does not tell the reader’s gender', () => {
  const gendered =
    /(?:vous (?:êtes|serez|avez été)|tu (?:es|seras|as été)) (?!au|en|là)\p{L}*(?:é|i|u|t|s)e?(?!\p{L})/iu
  expect(
    [...texts(catalogues.fr), ...texts(catalogues['fr, to a minor'])].filter(([, text]) => gendered.test(text)),
  ).toEqual([])
})

test.each([
  ['fr-BE,fr;q=0.9,en;q=0.8', { lang: 'fr', region: 'BE' }],
  ['de-DE,de;q=0.9,nl;q=0.5', { lang: 'de', region: 'DE' }],
  ['sv-SE,sv;q=0.9,nl;q=0.5', { lang: 'nl', region: 'SE' }],
  ['en;q=0.1, nl;q=0.9', { lang: 'nl', region: null }],
  ['de-AT', { lang: 'de', region: 'AT' }],
  ['zh-Hant-TW', { lang: 'en', region: 'TW' }],
  ['fr;q=0, en', { lang: 'en', region: null }],
  [undefined, { lang: 'en', region: null }],
  [`${'x'.repeat(5000)},fr`, { lang: 'en', region: null }],
] as const)('a browser that asks for %s is understood', (header, expected) => {
  expect(readAcceptLanguage(header)).toEqual(expected)
})
