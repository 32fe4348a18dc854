/**
 * What goes over the wire, once for all audiences: the routes validate with it, the typed client and
 * `/api/openapi.json` come from it. Requests are strict: a field that is not named here is refused, so that nothing but
 * hashes, addresses and choices can be sent.
 */
import { z } from '@hono/zod-openapi'
import { ageBands, langs } from '#core/case/types.ts'

/** A person reads these sentences: each says how to write it. */
const Mail = z.email('Write the address as name@example.org.').max(254, 'That address is too long.')

const hex = (digits: number, what: string) =>
  z
    .string()
    .regex(new RegExp(`^[0-9a-fA-F]{${digits}}$`), `Send ${what} as ${digits} hexadecimal digits.`)
    .transform((text) => text.toLowerCase())

export const Lang = z.enum(langs)
export const AgeBand = z.enum(ageBands).describe('Her age in the picture, not today')
export const Instant = z.iso.datetime().describe('UTC, RFC 3339')

export const DeliveryState = z
  .enum(['none', 'waiting', 'no-server', 'sent', 'failing', 'failed', 'unconfirmed'])
  .describe(
    'none: inbox only; waiting: on its way; no-server: the installation has no mail server; failing: will be tried again; failed: given up; unconfirmed: handed over, but the answer was lost',
  )

/** One picture, as its hashes. The picture itself has no field. */
export const Picture = z
  .strictObject({
    pdqs: z.array(hex(64, 'a PDQ')).max(64).describe('PDQ of both paths and all orientations; empty: digests only'),
    sha256: hex(64, 'SHA-256'),
    md5: hex(32, 'MD5'),
    cids: z.array(z.string().regex(/^[A-Za-z0-9]{46,120}$/, 'Send a CID in its text form.')).max(8),
  })
  .openapi('Picture')

export const EnrolBody = z
  .strictObject({
    statement: z
      .literal(true)
      .describe('"The pictures show me, or somebody I may act for, and were not meant to be spread."'),
    ageBand: AgeBand,
    country: z
      .string()
      .length(2, 'Write the country as two letters, such as BE.')
      .describe('ISO 3166-1 alpha-2; UK is taken for GB'),
    lang: Lang,
    mail: Mail.nullable().default(null).describe('Where alerts go; null: only the inbox'),
    pictures: z.array(Picture).max(500).default([]),
    locations: z.array(z.string().min(3).max(4000)).max(100).default([]).describe('Addresses to watch, as pasted'),
  })
  .openapi('Enrol')

export const Place = z.object({ platform: z.string(), name: z.string(), url: z.string() }).openapi('Place')

export const Enrolled = z
  .object({
    case: z.string().describe('The file number'),
    passphrase: z.string().describe('The secret words: shown once'),
    fingerprints: z.int(),
    places: z.array(Place),
  })
  .openapi('Enrolled')

export const SessionBody = z
  .strictObject({ case: z.string().max(64), passphrase: z.string().max(256) })
  .openapi('SignIn')
export const Session = z.object({ token: z.string(), idleSeconds: z.int(), lang: Lang }).openapi('Session')

export const AddBody = z
  .strictObject({
    pictures: z.array(Picture).max(500).default([]),
    locations: z.array(z.string().min(3).max(4000)).max(100).default([]),
  })
  .openapi('Add')
export const Added = z.object({ fingerprints: z.int(), places: z.array(Place) }).openapi('Added')

export const ContactBody = z.strictObject({ mail: Mail.nullable(), lang: Lang.optional() }).openapi('Contact')

export const Help = z
  .object({
    id: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    url: z.string().nullable(),
    what: z.string(),
  })
  .openapi('Help')

export const Match = z
  .object({
    id: z.string(),
    channel: z.string().describe('The channel that said it'),
    channelName: z.string(),
    kind: z.enum(['pdq', 'sha256', 'md5', 'cid', 'url']).describe('What was compared'),
    distance: z.int().describe('Bits that differ, of 256; 0 for an exact match'),
    location: z.string().nullable().describe('Where, if the notice names a place'),
    place: z.string().nullable().describe("The place's name"),
    since: Instant.describe("When, by the notice's own account"),
    answer: z.enum(['not-me', 'later']).nullable(),
    retracted: z.boolean().describe('The channel has taken it back since'),
  })
  .openapi('Match')

export const RequestState = z.enum(['prepared', 'sent', 'acknowledged', 'removed', 'refused', 'overdue'])

export const RequestSummary = z
  .object({
    id: z.string(),
    recipient: z.string(),
    to: z.object({ form: z.string().optional(), email: z.string().optional(), unknown: z.boolean().optional() }),
    ground: z.string(),
    groundTitle: z.string(),
    lang: Lang,
    state: RequestState,
    sentAt: Instant.nullable(),
    deadline: Instant.nullable().describe('Null: not sent yet, or this law names no number of hours'),
    missing: z.array(z.string()).describe('Ids of the elements that only she can fill'),
    location: z.string(),
    subject: z.string(),
    text: z.string(),
  })
  .openapi('RequestSummary')

export const Alert = z
  .object({
    alert: z.string(),
    at: Instant,
    practice: z.boolean(),
    read: z.boolean(),
    delivery: DeliveryState,
    help: z.array(Help),
    matches: z.array(Match),
    requests: z.array(RequestSummary),
  })
  .openapi('Alert')

export const RequestDetail = RequestSummary.extend({
  place: z.string(),
  sure: z.boolean().describe('False: it is not certain that this law binds this recipient'),
  gives: z.string().describe('What this law gives her'),
  exposes: z.string().describe('What it tells about her, and to whom'),
  rule: z.string().describe('Why that deadline'),
  questions: z.array(z.object({ element: z.string(), question: z.string(), answer: z.string().nullable() })),
  asks: z.string().nullable().describe('What the form or address wants besides'),
  routeSure: z.enum(['published', 'reported', 'unconfirmed']),
  sources: z.array(z.object({ title: z.string(), url: z.string(), checked: z.string() })),
  practice: z.boolean(),
}).openapi('RequestDetail')

export const AnswerBody = z.strictObject({ answer: z.enum(['not-me', 'later']).nullable() }).openapi('Answer')

export const PracticeView = z
  .object({
    steps: z.array(z.object({ step: z.enum(['enrolled', 'published', 'matched', 'alerted']), at: Instant })),
    alert: z.string().nullable(),
    delivery: DeliveryState.nullable(),
  })
  .openapi('Practice')

export const AnswersBody = z
  .strictObject({ answers: z.record(z.string().max(60), z.string().max(2000)) })
  .openapi('Answers')

export const ChannelHeard = z
  .object({
    name: z.string(),
    state: z.enum(['listening', 'silent', 'failing', 'paused', 'never']),
    heardAt: Instant.nullable(),
  })
  .openapi('ChannelHeard')

export const CaseView = z
  .object({
    case: z.string(),
    ageBand: AgeBand,
    country: z.string(),
    lang: Lang,
    since: Instant,
    mail: z.string().nullable(),
    mailServer: z.boolean().describe('False: the installation has no mail server, mails wait'),
    pictures: z.int(),
    places: z.array(Place),
    channels: z.array(ChannelHeard),
    unread: z.int(),
    found: z.object({ places: z.int(), asked: z.int(), gone: z.int() }),
    alerts: z.array(
      z.object({
        alert: z.string(),
        at: Instant,
        practice: z.boolean(),
        read: z.boolean(),
        matches: z.int(),
        places: z.array(z.string()),
      }),
    ),
    requests: z.array(
      z.object({
        id: z.string(),
        place: z.string(),
        location: z.string(),
        ground: z.string(),
        practice: z.boolean(),
        state: RequestState,
        deadline: Instant.nullable(),
      }),
    ),
    next: z
      .object({ kind: z.enum(['read', 'send', 'overdue', 'add', 'quiet']), id: z.string().nullable() })
      .describe('The one next step'),
    help: z.array(Help),
  })
  .openapi('Case')

export const Problem = z
  .object({
    error: z.string().describe('A sentence that says what to do'),
    code: z.string(),
    reference: z.string().optional(),
  })
  .openapi('Problem')

// ---- operators

export const ChannelBody = z
  .strictObject({
    kind: z.string().max(40),
    url: z.string().max(2000),
    name: z.string().min(1).max(80).optional(),
    options: z.record(z.string().max(40), z.string().max(2000)).default({}),
  })
  .openapi('AddChannel')

export const ChannelView = z
  .object({
    channel: z.string(),
    kind: z.string(),
    name: z.string(),
    url: z.string().nullable(),
    options: z.record(z.string(), z.string()),
    state: z.enum(['listening', 'silent', 'failing', 'paused', 'never']),
    connected: z.boolean().describe('A live stream is open now'),
    heardAt: Instant.nullable(),
    nextAt: Instant.nullable(),
    failures: z.int(),
    problem: z.string().nullable().describe('What is wrong, and what to do'),
    notices: z.int(),
    quarantined: z.int(),
  })
  .openapi('Channel')

export const ChannelKind = z
  .object({
    kind: z.string(),
    title: z.string(),
    summary: z.string(),
    example: z.string(),
    options: z.array(z.object({ name: z.string(), description: z.string() })),
    suggestions: z.array(z.object({ name: z.string(), url: z.string(), note: z.string() })),
  })
  .openapi('ChannelKind')

export const PollResult = z
  .object({
    notices: z.int(),
    retractions: z.int(),
    malformed: z.int(),
    pages: z.int(),
    problem: z.string().nullable(),
  })
  .openapi('PollResult')

export const Quarantined = z
  .object({ at: Instant, reason: z.string(), raw: z.string(), times: z.int() })
  .openapi('Quarantined')

export const Check = z
  .object({
    check: z.enum(['database', 'queue', 'mail', 'clock', 'keys', 'workers', 'channels', 'work']),
    ok: z.boolean(),
    says: z.string(),
    todo: z.string().nullable(),
  })
  .openapi('Check')
