/** The forms for machines: XARF against the rules of its published schemas, JSON against its own. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ageBands, langs } from '#core/case/types.ts'
import { grounds } from '#knowledge/grounds/index.ts'
import { composeLetter, type LetterInput, letterJson, xarf } from '#knowledge/letters/index.ts'
import { LetterJson } from '#knowledge/letters/json.ts'
import { locateOne } from '#knowledge/platforms/index.ts'

/** JSON Schema counts characters, and not halves of them. */
const atMost = (most: number) =>
  z
    .string()
    .min(1)
    .refine((text) => Array.from(text).length <= most)
const party = z.strictObject({ org: atMost(200), contact: z.email(), domain: z.hostname() })

/** xarf-core, content-base, content-exposed-data and content-csam of XARF 4.2.0, as far as we use them. */
const Core = z.object({
  xarf_version: z.string().regex(/^4\.[0-9]+\.[0-9]+$/),
  report_id: z.uuidv4(),
  timestamp: z.iso.datetime(),
  reporter: party,
  sender: party,
  source_identifier: z.string().min(1),
  category: z.literal('content'),
  url: z.url(),
  domain: z.hostname().optional(),
  evidence_source: z.string().optional(),
  verification_method: z
    .enum(['manual', 'automated_crawler', 'user_report', 'honeypot', 'threat_intelligence'])
    .optional(),
  tags: z.array(z.string().regex(/^[a-z0-9][a-z0-9_+-]*:[a-z0-9][a-z0-9_+.-]*$/)).max(20),
  description: atMost(1000),
})
const ExposedData = Core.extend({
  type: z.literal('exposed_data'),
  data_types: z.array(z.enum(['personal_information', 'other'])).min(1),
  exposure_method: z.enum(['intentional_leak', 'other']),
}).strict()
const Csam = Core.extend({
  type: z.literal('csam'),
  classification: z.enum(['baseline', 'A1', 'A2', 'B1', 'B2']),
  detection_method: z.enum(['hash_match', 'ai_detection', 'manual_review', 'user_report', 'automated_scan']),
}).strict()

const id = '6f1d2c3b-4a59-4e68-9d70-1b2c3d4e5f60'
const reporter = { organisation: 'Example NGO', mail: 'desk@ngo.example' }
const place = (address: string) => ({
  location: locateOne(address)!,
  found: { kind: 'sha256' as const, at: 1, identifiers: ['anna.jpg'] },
})
const of = {
  recipient: { kind: 'platform', name: 'files.example', to: { unknown: true } },
  ageBand: 'adult',
  writtenAt: Date.UTC(2026, 10, 24),
  reference: 'VG-1',
} as const

describe('a letter as an XARF report', () => {
  it('keeps the rules of the format, one report a place, for adults and for minors', () => {
    const places = [
      'https://files.example/f/abc',
      'https://198.51.100.7/a',
      'https://[2001:db8::1]/a',
      'https://forum.example:8443/a?b=ü',
    ].map(place)

    for (const ageBand of ageBands) {
      const reports = xarf({ ...of, ageBand, places }, { reporter, ids: places.map(() => id) })
      expect(reports.map(({ url }) => url)).toEqual(places.map(({ location }) => location.url))
      for (const report of reports) (ageBand === 'adult' ? ExposedData : Csam).parse(report)
    }
  })

  it('names an organisation and never her, and holds no picture, hash or file name', () => {
    for (const ageBand of ageBands) {
      const text = JSON.stringify(
        xarf({ ...of, ageBand, places: [place('https://files.example/f/abc')] }, { reporter, ids: [id] }),
      )

      expect(text).toContain('Example NGO')
      expect(text).not.toMatch(/anna|evidence"|hash_values|payload/)
    }
  })

  it('is made whole of any organisation and reference', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const [report] = xarf(
          { ...of, reference: text, places: [place('https://files.example/f/abc')] },
          { reporter: { ...reporter, organisation: `x${text}` }, ids: [id] },
        )
        ExposedData.parse(JSON.parse(JSON.stringify(report)))
      }),
      { numRuns: 30 },
    )
  })
})

describe('a letter as JSON', () => {
  it('has the published form, and each element with the words that hold it', () => {
    for (const { id: ground } of grounds)
      for (const lang of langs)
        for (const ageBand of ageBands) {
          const input: LetterInput = {
            ...of,
            ageBand,
            lang,
            ground,
            places: [place('https://files.example/f/abc')],
            recipient: { kind: 'platform', name: 'Files', to: { email: 'abuse@files.example' } },
            country: 'BE',
            voice: { kind: 'self' },
            answers: {},
          }
          const letter = composeLetter(input)
          const json = LetterJson.parse(JSON.parse(JSON.stringify(letterJson(input, letter))))

          for (const { state, text, id: element } of json.elements) {
            if (state === 'present') expect(text.length, element).toBeGreaterThan(0)
            for (const paragraph of text) expect(letter.text).toContain(paragraph)
          }
          expect(
            json.elements
              .filter(({ state }) => state === 'missing')
              .map((each) => each.id)
              .sort(),
          ).toEqual([...letter.missing].sort())
          expect(json.recipient).toEqual({ kind: 'platform', name: 'Files', form: null, email: 'abuse@files.example' })
        }
  })
})
