/** Mail: reports of abuse that arrive by e-mail, as ARF (RFC 5965) or XARF 3 and 4 (docs/how-to/receive-mail.md). */
import { z } from 'zod'
import { isEmptyContent, parseFingerprint } from '#core/fingerprint/index.ts'
import { defineChannel, type Entry, type PublishedFingerprint, type PublishedNotice } from './channel.ts'
import { readHandedIn } from './sightings.ts'

const placesOfReport = 20

export const mail = defineChannel({
  id: 'mail',
  title: 'Inbound mail',
  summary:
    'Takes reports of abuse that arrive by e-mail (ARF, XARF): finds the places they name, and the file whose hash they carry.',
  sources: [
    { url: 'https://www.rfc-editor.org/rfc/rfc5965', checked: '2026-11-24' },
    { url: 'https://xarf.org/docs/specification/', checked: '2026-11-24' },
    { url: 'https://github.com/xarf/xarf-spec', checked: '2026-11-24' },
  ],
  address: null,
  toldTo: 'confirmed',
  options: z.strictObject({}),
  suggestions: [],
  live: false,
  everyMs: 3_600_000, // a report asks for a poll at once

  poll: (_source, cursor, deps) => readHandedIn(cursor, deps, readReport),

  reread: (raw, { now }) => readReport(raw, now),
})

const Time = z.string().max(60).optional().catch(undefined)

const Arf = z.object({
  form: z.literal('arf'),
  id: z.string(),
  author: z.string(),
  fields: z.record(z.string(), z.array(z.string())),
})

const Xarf = z.object({
  form: z.literal('xarf'),
  id: z.string(),
  author: z.string(),
  report: z.record(z.string(), z.unknown()),
})

/** XARF 3, as it came before 2025. */
const Version3 = z.object({
  Version: z.union([z.string(), z.number()]).optional(),
  Report: z.object({
    ReportClass: z.string().optional(),
    ReportType: z.string('missing'),
    ReportID: z.string().min(1).max(200).optional().catch(undefined),
    Date: Time,
    Source: z
      .object({ Url: z.string().optional().catch(undefined) })
      .optional()
      .catch(undefined),
    SourceUrl: z.string().optional().catch(undefined),
    Url: z.string().optional().catch(undefined),
  }),
})

/** XARF 4; `category` was once called `class`. */
const Version4 = z.object({
  xarf_version: z.string().startsWith('4', 'is no version 4'),
  report_id: z.string('missing').min(1).max(200),
  timestamp: Time,
  category: z.string().optional(),
  class: z.string().optional(),
  type: z.string('missing'),
  url: z.string().optional().catch(undefined),
  hash_values: z.record(z.string(), z.unknown()).optional().catch(undefined),
})

/**
 * One report. A kind of abuse that concerns no content (spam, a port scan) is no notice.
 *
 * @param now for a report without a time, in milliseconds
 */
function readReport(raw: string, now: number): Entry[] {
  try {
    const given: unknown = JSON.parse(raw)
    const form = typeof given === 'object' && given !== null && 'form' in given ? given.form : undefined
    if (form === 'arf') return readArf(Arf.parse(given), now)
    if (form === 'xarf') return readXarf(Xarf.parse(given), raw, now)
    throw new SyntaxError('not a report that can be read: an attachment is no JSON, or too long')
  } catch (error) {
    return [{ type: 'malformed', raw: raw.slice(0, 4_000), reason: reasonOf(error) }]
  }
}

function readArf({ id, author, fields }: z.infer<typeof Arf>, now: number): Entry[] {
  const [type = ''] = fields['feedback-type'] ?? []
  if (type === '') throw new SyntaxError('feedback-type: missing')
  if (/^(?:auth-failure|not-spam|virus|fraud)$/i.test(type)) return []
  const locations = addresses(fields['reported-uri'] ?? [])
  if (locations.length === 0) return []
  const [when] = fields['arrival-date'] ?? fields['received-date'] ?? []
  return [notice({ id: `arf:${id}`, author, at: timeOf(when, now), kind: 'report', fingerprints: [], locations })]
}

function readXarf({ id, author, report }: z.infer<typeof Xarf>, raw: string, now: number): Entry[] {
  if ('Report' in report) {
    const { Report: said } = Version3.parse(report)
    const locations = addresses([said.SourceUrl, said.Source?.Url, said.Url])
    const about = { id: `xarf:${said.ReportID ?? id}`, author, at: timeOf(said.Date, now) }
    return tell({ ...about, isOfChild: ofChild.test(said.ReportType), fingerprints: [], locations })
  }
  const said = Version4.parse(report)
  if (!['content', 'copyright', undefined].includes(said.category ?? said.class)) return []
  const broken: Entry[] = []
  const fingerprints: PublishedFingerprint[] = []
  for (const type of ['sha256', 'md5', 'pdq'] as const) {
    const value = said.hash_values?.[type]
    if (value === undefined || value === null) continue
    try {
      fingerprints.push(readHash(type, value))
    } catch (error) {
      broken.push({ type: 'malformed', raw: raw.slice(0, 4_000), reason: `hash_values.${type}: ${reasonOf(error)}` })
    }
  }
  const about = { id: `xarf:${said.report_id}`, author, at: timeOf(said.timestamp, now) }
  const isOfChild = ofChild.test(said.type)
  return [...broken, ...tell({ ...about, isOfChild, fingerprints, locations: addresses([said.url]) })]
}

/** `csam`, `csem`, and how XARF 3 wrote it. */
const ofChild = /^cs[ae]m$|child/i

/**
 * Of a report of abuse of a child the hashes alone are kept, as those of a hash bank: no address, so that nothing can be
 * looked at, watched or shown.
 */
function tell(report: Omit<PublishedNotice, 'kind'> & { isOfChild: boolean }): Entry[] {
  const { isOfChild, ...said } = report
  if (isOfChild) return said.fingerprints.length > 0 ? [notice({ ...said, kind: 'hash-bank', locations: [] })] : []
  if (said.locations.length + said.fingerprints.length === 0) return []
  return [notice({ ...said, kind: 'report' })]
}

/** Each sender's report has an id of its own: nobody takes the place of another's. */
function notice(said: PublishedNotice): Entry {
  return { type: 'notice', notice: { ...said, id: `${said.author}/${said.id}`.slice(0, 512) } }
}

function readHash(type: 'sha256' | 'md5' | 'pdq', value: unknown): PublishedFingerprint {
  if (typeof value !== 'string' || value.length > 200) throw new SyntaxError('is no hash')
  const print = parseFingerprint(type, value)
  if (type !== 'pdq' && isEmptyContent(print.value)) throw new SyntaxError('that of an empty file')
  return print
}

function addresses(given: readonly (string | undefined)[]): string[] {
  const whole = given.filter((url) => url !== undefined && url.length <= 2_048 && URL.canParse(url))
  return [...new Set(whole as string[])].slice(0, placesOfReport)
}

function timeOf(text: string | undefined, now: number): number {
  const at = Date.parse(text ?? '')
  return at >= 0 && at <= now ? at : now
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues
      .map(({ path, message }) => `${path.join('.') || 'report'}: ${message}`)
      .join('; ')
      .slice(0, 300)
  return error instanceof SyntaxError ? error.message : 'cannot be read'
}
