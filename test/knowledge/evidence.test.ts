import { describe, expect, test } from 'vitest'
import { type AgeBand, ageBands, langs } from '#core/case/types.ts'
import { packFormat } from '#core/pack/index.ts'
import { type Evidence, evidenceLines, evidenceWords, isFor, langFor, purposes } from '#knowledge/evidence.ts'
import { helplines } from '#knowledge/helplines.ts'
import { recordKinds } from '#store/record.ts'
import { check } from '#web/messages/check.ts'
import { neverAsked } from './letters/never-asked.ts'

const at = Date.UTC(2026, 10, 24, 12)
const places = { page: 'https://vigie.example/check', command: 'npx vigie verify', key: 'abcd', authority: null }

/** A pack in which everything occurs once. */
function anEvidence(more: Partial<Evidence> = {}): Evidence {
  const find = { channel: 'A list', since: at, measure: 6, takenBack: true }
  return {
    format: packFormat,
    id: '0f3a9c21',
    madeAt: at,
    record: recordKinds.map((kind, index) => ({
      ...{ seq: index + 1, at, kind, request: 'r-12345678', facts: {}, nonce: '', hash: 'ab'.repeat(32) },
    })),
    audit: [],
    for: 'police',
    lang: 'en',
    country: 'BE',
    zone: 'Europe/Brussels',
    ageBand: 'adult',
    file: null,
    places: [
      {
        number: 1,
        address: 'https://t.me/somechannel/42',
        keyLeftOut: true,
        platform: 'Telegram',
        object: 'message:somechannel/42',
        copy: null,
        said: 'confirmed',
        finds: (['file', 'picture', 'clip', 'page', 'name', 'engine'] as const).map((how) => ({ ...find, how })),
        seen: [{ at, sign: 'gone' }],
      },
      {
        number: 2,
        address: null,
        keyLeftOut: false,
        platform: null,
        object: null,
        copy: null,
        said: 'named',
        finds: [],
        seen: [],
      },
    ],
    files: [{ number: 1, digests: [{ type: 'sha256', value: 'cd'.repeat(32) }] }],
    requests: [
      {
        number: 1,
        reference: '12345678',
        recipient: 'Telegram',
        to: 'abuse@telegram.example',
        ground: { id: 'dsa16', title: 'A law' },
        places: [1],
        state: 'refused',
        sentAt: at,
        dueAt: at,
        refusedAt: at,
        step: { title: 'A step', at },
        answers: [{ at, sort: 'answer', sender: 'telegram.example', verified: true, text: null }],
      },
    ],
    ...more,
  }
}

const textOf = (of: Evidence) =>
  evidenceLines(of, places)
    .map((line) =>
      'items' in line
        ? line.items.join('\n')
        : 'value' in line
          ? `${line.name}\t${line.value}`
          : 'text' in line
            ? line.text
            : '\f',
    )
    .join('\n')

function textsIn(of: unknown): string[] {
  if (typeof of === 'string') return [of]
  return typeof of === 'object' && of !== null ? Object.values(of).flatMap(textsIn) : []
}

describe.each(langs)('in %s', (lang) => {
  const texts = [...textsIn(evidenceWords(lang)), ...textsIn(check[lang])]

  test('sentences have at most twenty words, nothing is shouted, and nothing is asked that must not be', () => {
    const long = texts
      .flatMap((text) => text.split(/(?<=[.?;:])\s/))
      .filter((sentence) => sentence.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length > 20)

    expect(long).toEqual([])
    expect(texts.filter((text) => text.trim() === '' || /!|please note|veuillez noter/i.test(text))).toEqual([])
    expect(texts.filter((text) => neverAsked.test(text))).toEqual([])
  })

  test('every kind of entry, place, answer and state has its words, and no gap is left open', () => {
    const text = textOf(anEvidence({ lang }))

    expect(text).not.toMatch(/\{\w+\}|\b(?:undefined|null|NaN)\b/)
    expect(recordKinds.filter((kind) => !(kind in evidenceWords(lang).record.kinds))).toEqual([])
  })

  test.each(ageBands)('the first page names the offence and its level as information: %s', (ageBand) => {
    const [first = ''] = textOf(anEvidence({ lang, ageBand })).split('\f')
    const level = { adult: 3, '16-17': 4, 'under-16': 5 }[ageBand]

    expect(first).toMatch(new RegExp(`(?:Level|Niveau|Stufe) ${level} `))
    expect(first).toContain('Computer Crime Unit')
    expect(first).toMatch(/For information|Ter informatie|À titre d’information|Zur Information/)
    expect(first).toContain('2026')
  })
})

test('facts from before the new Code are told under the old one, by the clocks of Belgium, without a level', () => {
  // 1 September 2026, 00:30 in Brussels, is still August in UTC.
  const seen = (since: number) => {
    const [place] = anEvidence().places
    const [find] = place?.finds ?? []
    if (!place || !find) throw new Error('a find')
    return textOf(anEvidence({ places: [{ ...place, finds: [{ ...find, since, takenBack: false }] }] }))
  }

  expect(seen(Date.UTC(2026, 7, 31, 22, 30))).toContain('Level 3')
  const before = seen(Date.UTC(2026, 7, 31, 21, 30))
  expect(before).not.toContain('Level')
  expect(before).toContain('417/9')
})

test('times are those of the country, to the second, with how far they are from UTC', () => {
  const summer = Date.UTC(2026, 6, 1, 22, 5, 9)

  expect(textOf(anEvidence({ madeAt: summer }))).toContain('2 July 2026, 00:05:09 (UTC+2)')
  expect(textOf(anEvidence({ madeAt: summer, country: 'NZ', zone: 'Pacific/Auckland' }))).toContain('(UTC+12)')
})

test.each([...new Set(helplines.flatMap(({ country, kind }) => (country && kind === 'police' ? [country] : [])))])(
  'in %s the police is named',
  (country) => {
    for (const ageBand of ageBands as readonly AgeBand[])
      expect(textOf(anEvidence({ country, ageBand }))).toMatch(/polic|politie|polizei|pharos|garda|fbi/i)
  },
)

test('only a pack for the police says where to take it, and the Institute acts for adults in Belgium', () => {
  expect(textOf(anEvidence({ for: 'lawyer' }))).not.toContain('Any police zone')
  expect(purposes.filter((purpose) => isFor(purpose, { country: 'BE', ageBand: 'under-16' }))).not.toContain(
    'institute',
  )
  expect(isFor('institute', { country: 'FR', ageBand: 'adult' })).toBe(false)
  expect(isFor('institute', { country: 'BE', ageBand: 'adult' })).toBe(true)
})

test('hers where the police there speaks it, else theirs', () => {
  expect([langFor('BE', 'de'), langFor('BE', 'en'), langFor('LU', 'nl'), langFor('US', 'fr')]).toEqual([
    'de',
    'nl',
    'fr',
    'en',
  ])
})
