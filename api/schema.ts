/**
 * What goes over the wire, once for all audiences: the routes validate with it, the typed client and
 * `/api/openapi.json` come from it. Requests are strict: a field that is not named here is refused, so that nothing but
 * hashes, addresses and choices can be sent.
 */
import { z } from '@hono/zod-openapi'
import { ageBands, langs } from '#core/case/types.ts'
import { MAX_ENROLLED_FRAMES } from '#core/fingerprint/index.ts'
import { replyKinds } from '#core/request/inbound.ts'
import { requestStates } from '#core/request/index.ts'
import { origins } from '#knowledge/responsible/index.ts'
import { tidingKinds } from '#store/tidings.ts'

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

/** Hashes in one request, of all its pictures and clips. */
const mostHashes = 120_000

const Digests = {
  sha256: hex(64, 'SHA-256'),
  md5: hex(32, 'MD5'),
  cids: z.array(z.string().regex(/^[A-Za-z0-9]{46,120}$/, 'Send a CID in its text form.')).max(8),
}

/** One picture, as its hashes. The picture itself has no field. */
export const Picture = z
  .strictObject({
    pdqs: z
      .array(hex(64, 'a PDQ'))
      .max(2200, 'Send at most 2,200 hashes of one picture.')
      .describe('PDQ of all views in all orientations; with `weak` empty as well: digests only'),
    weak: z
      .array(hex(64, 'a PDQ'))
      .max(2200, 'Send at most 2,200 hashes of one picture.')
      .default([])
      .describe(
        'PDQ that say little or resemble many: matched when nearly identical. Those that a blank picture would meet are left out',
      ),
    ...Digests,
  })
  .openapi('Picture')

/** One clip, as its frames' hashes. */
export const Clip = z
  .strictObject({
    vpdqs: z
      .array(
        z
          .string()
          .regex(
            new RegExp(`^(?:[0-9a-fA-F]{66}){1,${MAX_ENROLLED_FRAMES}}$`),
            'Send a clip as 1 to 3,600 frames of 66 hexadecimal digits each.',
          )
          .transform((text) => text.toLowerCase()),
      )
      .max(4, 'Send at most four frame sets of one clip.')
      .describe(
        "Frame sets: the clip as it is, mirrored, turned left, turned right; empty: digests only. Each is the frames' PDQ (64 hexadecimal digits) and quality (2 digits, 00 to 64), one after the other. Blank frames are left out",
      ),
    ...Digests,
  })
  .openapi('Clip')

/** What both enrolment and adding take. */
const watched = {
  pictures: z.array(Picture).max(500).default([]),
  clips: z.array(Clip).max(20, 'Send at most 20 clips at a time.').default([]),
  locations: z.array(z.string().min(3).max(4000)).max(100).default([]).describe('Addresses to watch, as pasted'),
  names: z
    .array(z.string().min(3).max(120, 'That name is too long.'))
    .max(5, 'Send at most five names.')
    .default([])
    .describe('Full names by which folders may be filed, only if she wants that. Kept as keyed digests, never as text'),
}

function isWithinHashes({ pictures, clips }: { pictures: z.infer<typeof Picture>[]; clips: z.infer<typeof Clip>[] }) {
  const ofPictures = pictures.reduce((sum, { pdqs, weak }) => sum + pdqs.length + weak.length, 0)
  const digits = clips.reduce((sum, { vpdqs }) => sum + vpdqs.reduce((length, set) => length + set.length, 0), 0)
  return ofPictures + digits / 66 <= mostHashes
}
const tooMany = `That is more than ${mostHashes.toLocaleString('en')} hashes. Send fewer pictures or clips at a time.`

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
    ...watched,
  })
  .refine(isWithinHashes, tooMany)
  .openapi('Enrol')

export const Place = z.object({ platform: z.string(), name: z.string(), url: z.string() }).openapi('Place')

export const PlaceView = z
  .object({
    platform: z.string(),
    name: z.string(),
    url: z.string(),
    state: z
      .enum(['unseen', 'up', 'not-public', 'gone'])
      .describe('What is established; gone: seen twice, at least an hour apart'),
    since: Instant.nullable(),
    lookedAt: Instant.nullable(),
    sign: z.enum(['up', 'gone', 'not-public', 'unknown']).nullable().describe('What the last look said'),
    firstSignAt: Instant.nullable().describe('One look has said that it is gone; another has to say so'),
    scheduled: z.boolean().describe('Looked at by itself; else only when she asks'),
    mayLook: z.boolean().describe('False: nothing may be asked of this place from here'),
    looking: z.boolean(),
  })
  .openapi('PlaceView')

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

export const AddBody = z.strictObject(watched).refine(isWithinHashes, tooMany).openapi('Add')
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
    kind: z
      .enum(['pdq', 'vpdq', 'sha256', 'md5', 'cid', 'url', 'name', 'engine'])
      .describe('What was compared; engine: nothing here, a search engine shows that place'),
    distance: z.int().describe('Bits that differ, of 256; 0 for an exact match'),
    share: z
      .object({ queryPercent: z.number(), targetPercent: z.number() })
      .nullable()
      .describe(
        'Of two clips: how many of the published frames are in hers, and of hers in the published one; else null',
      ),
    location: z.string().nullable().describe('Where, if the notice names a place'),
    place: z.string().nullable().describe("The place's name"),
    since: Instant.describe("When, by the notice's own account"),
    tells: z.string().nullable().describe('What it means, for a source that is not public; else null'),
    answer: z.enum(['me', 'not-me', 'later']).nullable(),
    retracted: z.boolean().describe('The channel has taken it back since'),
  })
  .openapi('Match')

export const RequestState = z
  .enum(requestStates)
  .describe('escalated: a next step was taken after refusal or silence; reopened: gone and back')

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
    location: z.string().describe('The first of its places'),
    places: z
      .array(z.object({ url: z.string(), gone: z.boolean() }))
      .describe('All that this one letter asks for, of one host'),
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
    news: z
      .array(
        z.object({
          kind: z.enum(tidingKinds),
          request: z.string().nullable().describe('The request that it is about; null: a place'),
          step: z.string().nullable().describe('What can be done next, by the ground'),
          location: z.string(),
          place: z.string(),
          before: z.string().nullable().describe('Of what is elsewhere now: where it was before'),
          at: Instant,
        }),
      )
      .describe(
        'What looking at her places and following her requests has brought: gone was seen twice, at least an hour apart',
      ),
    requests: z.array(RequestSummary),
  })
  .openapi('Alert')

export const RequestEvent = z
  .object({
    at: Instant,
    sort: z.enum(['answer', 'automatic', 'bounce', 'delayed']).describe('automatic: no person wrote it'),
    sender: z.string().nullable().describe('The domain that it says it comes from'),
    verified: z.boolean().describe('That domain has signed for it'),
    ticket: z.string().nullable().describe('Their own number'),
    subject: z.string(),
    text: z.string(),
    proposes: z.enum(replyKinds).nullable().describe('What its words seem to say; nothing follows from it'),
    title: z.string().describe('The same in a few words, in her language'),
    means: z.string().describe('What that means'),
  })
  .openapi('RequestEvent')

/** A box of 1000 × 300, from the top left. */
const Point = z.tuple([z.int().min(0).max(1000), z.int().min(0).max(300)])
export const Strokes = z
  .array(z.array(Point).min(1).max(1000))
  .min(1)
  .max(60)
  .refine((strokes) => strokes.reduce((sum, { length }) => sum + length, 0) <= 4000, 'At most 4000 points.')
  .openapi('Strokes')

export const SignatureBody = z.strictObject({ strokes: Strokes }).openapi('Signature')

export const RequestDetail = RequestSummary.extend({
  place: z.string(),
  sure: z.boolean().describe('False: it is not certain that this law binds this recipient'),
  gives: z.string().describe('What this law gives her'),
  isMinor: z.boolean().describe('She was under 18 in the picture'),
  exposes: z.string().describe('What it tells about her, and to whom'),
  rule: z.string().describe('Why that deadline'),
  questions: z
    .array(
      z.object({
        element: z.string(),
        question: z.string(),
        answer: z.string().nullable(),
        need: z.enum(['required', 'helpful']),
        asked: z.enum(['text', 'yes', 'one-of']),
        check: z.string().nullable().describe('What an answer has to hold'),
        choices: z.array(z.object({ id: z.string(), words: z.string() })),
        otherwise: z.string().nullable().describe('The choice that stands until she gives another'),
        problem: z.string().nullable().describe('Why the answer that is kept will not do; the letter leaves it out'),
      }),
    )
    .describe('What only she can fill, in the order in which it is asked'),
  guide: z
    .object({
      steps: z.array(z.string()),
      fieldsAfter: z.int().describe('After so many steps come the fields'),
      fields: z.array(z.object({ label: z.string(), answer: z.string().nullable(), element: z.string().nullable() })),
    })
    .describe('How to send it by this route, and what to put into each field'),
  readersLang: Lang.describe('What its reader most likely speaks; the service sends it in this language'),
  mailto: z.string().nullable().describe('Opens it in a mail program; null: there is no address'),
  due: z
    .object({
      at: Instant,
      says: z.string().describe('By when, in words'),
      because: z.string().describe('Why then'),
    })
    .nullable()
    .describe('The time that runs; null: none'),
  willBeDue: z
    .object({ says: z.string().nullable(), because: z.string() })
    .describe('By when they would have to answer if it were sent now; null: no law names a time'),
  remindAt: Instant.nullable().describe('When a next step is offered where no law names a time'),
  step: z.string().nullable().describe('The next step that was taken last'),
  steps: z
    .array(
      z.object({
        step: z.string(),
        title: z.string(),
        what: z.string(),
        to: z.string().describe('Who is asked then'),
        contact: z.object({
          form: z.string().optional(),
          email: z.string().optional(),
          unknown: z.boolean().optional(),
        }),
        letter: z.boolean().describe('There is a letter for it: `step` of the letter'),
        open: z.string().nullable().describe('Until when it can be done, in words; null: no end is named'),
      }),
    )
    .describe('What can be done next, best first; empty while there is only waiting'),
  timeline: z
    .array(
      z.object({
        at: Instant,
        kind: z.string().describe('Of an entry in the record'),
        step: z.string().nullable().describe('The title of the step that was taken'),
        places: z.object({ gone: z.int(), all: z.int() }).nullable(),
      }),
    )
    .describe('What has happened, the earliest first'),
  sending: z
    .object({
      offered: z
        .enum(['yes', 'no-mail', 'form', 'practice', 'unconfirmed', 'sent', 'incomplete', 'mandate'])
        .describe('Whether the service can send it for her, or why not'),
      to: z.string().nullable(),
      words: z.string().nullable().describe('What she agrees to, in her language'),
      agreed: z.boolean().describe('She agreed to this route before'),
      text: z.string().nullable().describe('The letter as it would go out, with the address of reply'),
      last: z
        .object({
          id: z.string(),
          state: z.enum(['waiting', 'sending', 'handed', 'sent', 'failing', 'failed', 'unconfirmed', 'stopped']),
          at: Instant,
        })
        .nullable(),
    })
    .describe('Sending by the service'),
  mandate: z.string().nullable().describe('Under which mandate it is asked; null: in her own name'),
  signature: z
    .object({ strokes: Strokes.nullable() })
    .nullable()
    .describe('Drawn, to stand under the typed name on paper; null: this letter is not signed'),
  asks: z.string().nullable().describe('What the form or address wants besides'),
  routeSure: z.enum(['published', 'reported', 'unconfirmed']),
  sources: z.array(z.object({ title: z.string(), url: z.string(), checked: z.string() })),
  practice: z.boolean(),
  replyTo: z.string().nullable().describe('Answers sent to this address are shown here; null: no mail is received'),
  events: z.array(RequestEvent).describe('What was answered, the latest first'),
}).openapi('RequestDetail')

export const AnswerBody = z.strictObject({ answer: z.enum(['me', 'not-me', 'later']).nullable() }).openapi('Answer')

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
    clips: z.int(),
    names: z.int().describe('How many names are watched; which ones is not kept'),
    places: z.array(Place),
    channels: z.array(ChannelHeard),
    unread: z.int(),
    lookingBack: z
      .boolean()
      .describe('What was published before is still being compared with what she watches, or told to her'),
    found: z.object({ places: z.int(), asked: z.int(), gone: z.int() }),
    alerts: z.array(
      z.object({
        alert: z.string(),
        at: Instant,
        practice: z.boolean(),
        read: z.boolean(),
        matches: z.int(),
        news: z.int().describe('What is told of places: gone, back, elsewhere'),
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

export const AskSource = z
  .object({
    channel: z.string(),
    kind: z.string(),
    name: z.string().describe('What the operator calls it'),
    title: z.string(),
    hands: z.enum(['fingerprints', 'address']).describe('What it is given'),
    words: z.string().describe('What she agrees to, in her language'),
    needsConfirmation: z.boolean().describe('Only once an organisation has confirmed the case'),
    agreed: z
      .object({ since: Instant, words: z.string(), addresses: z.array(z.string()) })
      .nullable()
      .describe('Null: it is not asked'),
    lastAsked: Instant.nullable(),
  })
  .openapi('AskSource')

export const Consents = z
  .object({
    confirmedBy: z.string().nullable().describe('The organisation that confirmed the case'),
    sources: z.array(AskSource),
    addresses: z.array(z.string()).describe('Public addresses of hers that a source may be asked about'),
  })
  .openapi('Consents')

export const ConsentBody = z
  .strictObject({
    words: z.string().min(1).max(4000).describe('The words that she read, as `words` gave them'),
    addresses: z
      .array(z.string().max(2000))
      .max(20)
      .default([])
      .describe('Which, for a source that is given addresses'),
  })
  .openapi('Agree')

export const ShareView = z
  .object({
    offered: z
      .enum(['yes', 'nobody', 'minor'])
      .describe('nobody: no platform reads from this installation; minor: hers go nowhere, Take It Down is for her'),
    words: z.string().describe('What she agrees to, in her language: what leaves, to whom, and what it may show'),
    readers: z.array(z.object({ id: z.string(), name: z.string(), agreed: z.boolean() })).describe('The platforms'),
    agreed: z.object({ since: Instant, words: z.string(), items: z.int() }).nullable(),
    unshared: z.int().describe('Pictures and videos that were added after she agreed, and are not shared'),
    answers: z
      .array(
        z.object({
          reader: z.string(),
          says: z.enum(['blocked', 'not-blocked']),
          media: z.enum(['image', 'video']),
          at: Instant,
        }),
      )
      .describe('What platforms said back, the latest first'),
  })
  .openapi('Share')

export const ShareBody = z
  .strictObject({
    words: z.string().min(1).max(4000).describe('The words that she read, as `words` gave them'),
    readers: z.array(z.string().max(80)).min(1, 'Choose a platform.').max(100),
  })
  .openapi('AgreeToShare')

export const ExchangeReaderView = z
  .object({ reader: z.string(), name: z.string(), since: Instant, readAt: Instant.nullable() })
  .openapi('ExchangeReader')

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
    url: z.string().max(2000).optional().describe('Not for kinds that have none, or one public service'),
    name: z.string().min(1).max(80).optional(),
    options: z.record(z.string().max(40), z.string().max(2000)).default({}),
    secrets: z
      .record(z.string().max(40), z.string().max(4000))
      .default({})
      .describe('Keys that the source asks for. Sealed, and never told again'),
  })
  .openapi('AddChannel')

export const ConfirmationBody = z
  .strictObject({ organisation: z.string().trim().min(1, 'Name the organisation.').max(120) })
  .openapi('Confirm')
export const Confirmed = z.object({ case: z.string(), organisation: z.string() }).openapi('Confirmed')

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
    warning: z.string().nullable().describe('What to know although nothing failed, such as a hole in what is kept'),
    secrets: z.array(z.string()).describe('Names of the secrets it was given'),
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
    secrets: z.array(z.object({ name: z.string(), describes: z.string(), required: z.boolean() })),
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

export const PartnerView = z
  .object({
    partner: z.string(),
    name: z.string(),
    channel: z.string(),
    since: Instant,
    lastAt: Instant.nullable().describe('When it last reported'),
    sightings: z.int(),
  })
  .openapi('Partner')

export const ArrivedMail = z
  .object({
    at: Instant,
    sort: z.string().describe('report, answer, automatic, bounce or delayed'),
    known: z.boolean().describe('A request or a channel took it'),
    sender: z.string().nullable().describe('The domain that it says it comes from; null where a request took it'),
  })
  .openapi('ArrivedMail')

export const Check = z
  .object({
    check: z.enum(['database', 'queue', 'mail', 'clock', 'keys', 'workers', 'channels', 'work', 'facts']),
    ok: z.boolean(),
    says: z.string(),
    todo: z.string().nullable(),
  })
  .openapi('Check')

export const StaleFact = z.object({ fact: z.string(), source: z.string(), checked: z.string() }).openapi('StaleFact')

export const Responsible = z
  .object({
    who: z.string(),
    address: z.string().nullable(),
    from: z.enum(origins),
    source: z.string(),
    sure: z.enum(['published', 'reported', 'unconfirmed']),
  })
  .openapi('Responsible')

export const InquiryView = z
  .object({
    at: Instant.nullable().describe('Null: nobody was asked yet'),
    asking: z.boolean(),
    found: z.array(Responsible),
    missing: z.array(z.object({ from: z.enum(origins), why: z.enum(['no-register', 'not-found', 'unavailable']) })),
  })
  .openapi('Inquiry')
