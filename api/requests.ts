/** Removal requests: the letter, its questions, and that she has sent it. */
import { createRoute, z } from '@hono/zod-openapi'
import { isMinor, type Lang as Language } from '#core/case/types.ts'
import { InvalidInput, Refused } from '#core/errors.ts'
import { type Location, locationKey } from '#core/location/index.ts'
import { chanceFrom } from '#core/watch/index.ts'
import { deadlineFor, sayDue, stepDeadline, stepOpenUntil } from '#knowledge/deadlines.ts'
import { stepIds } from '#knowledge/grounds/ground.ts'
import { groundOf } from '#knowledge/grounds/index.ts'
import { guideFor } from '#knowledge/guides.ts'
import { zoneOf } from '#knowledge/holidays.ts'
import {
  composeLetter,
  eml,
  hasLetter,
  letterJson,
  mailto,
  planRecipients,
  planRequests,
  problemOf,
  questionsFor,
  recipientOf,
  routeFor,
  xarf,
} from '#knowledge/letters/index.ts'
import { LetterJson } from '#knowledge/letters/json.ts'
import type { Letter } from '#knowledge/letters/letter.ts'
import { platformOf, withCopy } from '#knowledge/platforms/index.ts'
import { replyWords } from '#knowledge/replies.ts'
import { sendingWords } from '#knowledge/sending.ts'
import { groundWords } from '#knowledge/words/index.ts'
import type { Case } from '#store/cases.ts'
import { readEvents, replyAddressOf } from '#store/events.ts'
import { placeRef } from '#store/finds.ts'
import { isInForce, type Mandate, readMandates } from '#store/mandates.ts'
import { readRecord } from '#store/record.ts'
import {
  moveRequest,
  type NewRequest,
  type Request,
  readRequest,
  setAnswers,
  setSignature,
  snapshotOf,
} from '#store/requests.ts'
import { arePlacesConfirmed, readSendConsents, readSendings } from '#store/sendings.ts'
import { watchAsked } from '#store/watches.ts'
import { type ApiDeps, createRouter, json, jsonBody, nothing, problems } from './deps.ts'
import { inputOf, readersLang, recipientOfStep } from './letter.ts'
import { stateOf } from './present.ts'
import { letterPdf } from './print/letter.ts'
import { AnswersBody, Lang, RequestDetail, RequestSummary, SignatureBody } from './schema.ts'

const security = [{ session: [] }]
const params = z.object({ request: z.string().max(60) })
const query = z.object({ lang: Lang.optional().describe("The letter's language; without it, the case's") })
const ofStep = z.object({
  ...query.shape,
  step: z.string().max(40).optional().describe('The letter of a later step; without it, the request itself'),
})
const file = (type: string) => ({ description: 'The letter', content: { [type]: { schema: z.string() } } })

const detail = createRoute({
  method: 'get',
  path: '/case/requests/{request}',
  summary: 'A request: to whom, on which ground, what is missing, the letter, and what has come of it',
  security,
  request: { params, query },
  responses: { 200: json(RequestDetail, 'The request'), ...problems },
})

const asText = createRoute({
  method: 'get',
  path: '/case/requests/{request}/letter.txt',
  summary: 'The letter as plain text',
  security,
  request: { params, query: ofStep },
  responses: { 200: file('text/plain'), ...problems },
})

const asMail = createRoute({
  method: 'get',
  path: '/case/requests/{request}/letter.eml',
  summary: 'The letter as a mail that is not sent yet',
  security,
  request: { params, query: ofStep },
  responses: { 200: file('message/rfc822'), ...problems },
})

const asPdf = createRoute({
  method: 'get',
  path: '/case/requests/{request}/letter.pdf',
  summary: 'The letter on paper: a tagged PDF',
  security,
  request: { params, query: ofStep },
  responses: { 200: file('application/pdf'), ...problems },
})

const sign = createRoute({
  method: 'put',
  path: '/case/requests/{request}/signature',
  summary: 'A signature as she drew it, to stand under the typed name on paper',
  security,
  request: { params, body: jsonBody(SignatureBody) },
  responses: { 204: nothing, ...problems },
})

const unsign = createRoute({
  method: 'delete',
  path: '/case/requests/{request}/signature',
  summary: 'Take the drawn signature out again',
  security,
  request: { params },
  responses: { 204: nothing, ...problems },
})

const asJson = createRoute({
  method: 'get',
  path: '/case/requests/{request}/letter.json',
  summary: 'The letter for a program: each element of the law with the text that fills it',
  security,
  request: { params, query: ofStep },
  responses: { 200: json(LetterJson, 'The letter'), ...problems },
})

const asXarf = createRoute({
  method: 'get',
  path: '/case/requests/{request}/letter.xarf.json',
  summary: 'For an abuse desk: one XARF report a location',
  security,
  request: { params, query: ofStep },
  responses: { 200: file('application/json'), ...problems },
})

const answers = createRoute({
  method: 'put',
  path: '/case/requests/{request}/answers',
  summary: 'Fill in what only she can; an empty answer takes it out again',
  security,
  request: { params, body: jsonBody(AnswersBody) },
  responses: { 204: nothing, ...problems },
})

const sent = createRoute({
  method: 'post',
  path: '/case/requests/{request}/sent',
  summary: 'She has sent it: the clock starts. Twice is once',
  security,
  request: { params },
  responses: { 200: json(RequestSummary, 'The request as it stands now'), ...problems },
})

const notSent = createRoute({
  method: 'delete',
  path: '/case/requests/{request}/sent',
  summary: 'She has not sent it after all',
  security,
  request: { params },
  responses: { 204: nothing, ...problems },
})

export function requests(deps: ApiDeps) {
  const { store, now } = deps
  const plain = {
    'Content-Disposition': 'attachment; filename="letter.txt"',
    'Content-Type': 'text/plain; charset=utf-8',
  }
  const paper = { 'Content-Disposition': 'attachment; filename="letter.pdf"', 'Content-Type': 'application/pdf' }
  const mail = { 'Content-Disposition': 'attachment; filename="letter.eml"', 'Content-Type': 'message/rfc822' }

  return createRouter()
    .openapi(detail, async (c) => {
      const of = c.get('case')
      const request = await readRequest(store, of, c.req.valid('param').request)
      return c.json(await describe(request, of, { ...deps, lang: c.req.valid('query').lang ?? of.lang }), 200)
    })

    .openapi(asText, async (c) => {
      const { letter } = await written(c.get('case'), c.req.valid('param').request, c.req.valid('query'))
      return c.body(`${letter.subject}\n\n${letter.text}`, 200, plain)
    })

    .openapi(asMail, async (c) => {
      const { letter, request } = await written(c.get('case'), c.req.valid('param').request, c.req.valid('query'))
      const answers = await replyTo(request, deps)
      return c.body(eml({ letter, date: now(), ...(answers !== null && { replyTo: answers }) }), 200, mail)
    })

    .openapi(asPdf, async (c) => {
      const { letter, input, request } = await written(
        c.get('case'),
        c.req.valid('param').request,
        c.req.valid('query'),
      )
      const { signature } = request
      const pdf = await letterPdf(letter, { at: input.writtenAt, ...(signature && { signature }) })
      return c.body(new Uint8Array(pdf), 200, paper)
    })

    .openapi(sign, async (c) => {
      const of = c.get('case')
      const { letter, request } = await written(of, c.req.valid('param').request, {})
      if (!isSigned(letter)) throw new Refused('This letter is not signed: it must not say who you are.')
      await setSignature(store.db, of, request, c.req.valid('json').strokes, new Date(now()))
      return c.body(null, 204)
    })

    .openapi(unsign, async (c) => {
      const of = c.get('case')
      const request = await readRequest(store, of, c.req.valid('param').request)
      await setSignature(store.db, of, request, null, new Date(now()))
      return c.body(null, 204)
    })

    .openapi(asJson, async (c) => {
      const { letter, input } = await written(c.get('case'), c.req.valid('param').request, c.req.valid('query'))
      return c.json(letterJson(input, letter), 200)
    })

    .openapi(asXarf, async (c) => {
      const { input, request } = await written(c.get('case'), c.req.valid('param').request, c.req.valid('query'))
      const reporter = {
        organisation: deps.config.coverName,
        mail: (await replyTo(request, deps)) ?? 'reports@example.invalid',
      }
      const reports = xarf(input, { reporter, ids: input.places.map(() => crypto.randomUUID()) })
      return c.json(
        reports.map((report) => ({ ...report })),
        200,
      )
    })

    .openapi(answers, async (c) => {
      const of = c.get('case')
      const request = await readRequest(store, of, c.req.valid('param').request)
      const given = c.req.valid('json').answers
      const asked = new Set(
        questionsOf(request, of, { lang: of.lang, mandate: await mandateOf(request, of, deps) }).map(
          (question) => question.element,
        ),
      )
      const unknown = Object.keys(given).find((element) => !asked.has(element))
      if (unknown) throw new InvalidInput(`This request does not ask for "${unknown.slice(0, 40)}".`)
      const merged = Object.entries({ ...request.answers, ...given }).filter(([, text]) => text.trim() !== '')
      await setAnswers(store.db, of, request, Object.fromEntries(merged), new Date(now()))
      return c.body(null, 204)
    })

    .openapi(sent, async (c) => {
      const of = c.get('case')
      const id = c.req.valid('param').request
      const at = now()
      const deadline = deadlineFor(groundOf((await readRequest(store, of, id)).ground), { receivedAt: at })
      const due = snapshotOf(deadline, { receivedAt: at, receipt: 'sent', computedAt: at })
      const request = await store.transaction(async (tx) => {
        const event = { type: 'sent' as const, at, due: due.at }
        const { request } = await moveRequest(tx, of, id, { event, due, facts: { by: 'person' }, at: new Date(at) })
        await watchAsked(tx, of, request, { keys: store.keys, at: new Date(at), chance: () => chanceFrom(deps.random) })
        return request
      })
      return c.json(summarise(request, of, deps), 200)
    })

    .openapi(notSent, async (c) => {
      const of = c.get('case')
      const move = { event: { type: 'not-sent' as const }, facts: { by: 'person' }, at: new Date(now()) }
      await moveRequest(store.db, of, c.req.valid('param').request, move)
      return c.body(null, 204)
    })

  async function written(
    of: Case,
    id: string,
    { lang, step }: { lang?: Language | undefined; step?: string | undefined },
  ) {
    const request = await readRequest(store, of, id)
    const mandate = await mandateOf(request, of, deps)
    const hidden = await hiddenBehind(request, of, { ...deps, step })
    const input = inputOf(request, of, { ...deps, lang: lang ?? of.lang, step, mandate, replyTo: hidden })
    return { request, input, letter: composeLetter(input) }
  }
}

function isSigned({ sections }: Letter): boolean {
  return sections.some(({ key }) => key === 'signature')
}

/** Where answers come in, if mail is received at all. */
async function replyTo(request: Request, { store, config }: ApiDeps): Promise<string | null> {
  const { mailDomain } = config
  return mailDomain && !request.practice ? `${await replyAddressOf(store, request)}@${mailDomain}` : null
}

/** What stands in the letter instead of her own address, once the service has sent it: they have not seen hers. */
async function hiddenBehind(
  request: Request,
  of: Case,
  { step, ...deps }: ApiDeps & { step?: string | undefined },
): Promise<string | null> {
  const { steps } = groundOf(request.ground)
  if (request.sentAt === null || (step && steps.find(({ id }) => id === step)?.to !== 'same')) return null
  const sendings = await readSendings(deps.store.db, of)
  const isOurs = sendings.some((each) => each.requestId === request.id && each.step === null && each.state === 'sent')
  return isOurs ? replyTo(request, deps) : null
}

/** The mandate that this request is asked under, as long as it is in force. */
async function mandateOf(request: Request, of: Case, { store, now }: ApiDeps): Promise<Mandate | null> {
  if (request.mandate === null) return null
  const mandate = (await readMandates(store.db, of)).find(({ id }) => id === request.mandate)
  const { ground, location, places } = request
  const asked = { at: now(), ground, platform: location.platform, locations: places.map((each) => each.location.url) }
  return mandate && isInForce(mandate, asked) ? mandate : null
}

/** The requests to prepare for a place that she names herself. */
export function requestsFor(
  location: Location,
  of: Case,
  { store, facts }: Pick<ApiDeps, 'store' | 'facts'>,
): NewRequest[] {
  const { ageBand, country, lang } = of
  return withCopy(location).flatMap((place) =>
    planRequests({ location: place, ageBand, country, lang, routes: facts.routes }).map((plan) => ({
      placeRef: placeRef(store.keys, of.id, locationKey(place)),
      route: plan.routeId,
      ground: plan.ground,
      location: place,
      found: null,
    })),
  )
}

/** A request in short, its letter in the case's language. */
export function summarise(
  request: Request,
  of: Case,
  { now, facts, lang = of.lang }: Pick<ApiDeps, 'now' | 'facts'> & { lang?: Language },
) {
  const ground = groundOf(request.ground)
  const letter = write(request, of, { now, facts, lang })
  const route = routeFor(request.location, request.route, { lang: of.lang, routes: facts.routes })
  return {
    id: request.id,
    recipient: route.recipient,
    to: route.to,
    ground: request.ground,
    groundTitle: groundWords(of.lang, ground.id).title,
    lang,
    state: stateOf(request, now()),
    sentAt: request.sentAt?.toISOString() ?? null,
    deadline: request.dueAt?.toISOString() ?? null,
    missing: [...letter.missing],
    location: request.location.url,
    places: request.places.map((each) => ({ url: each.location.url, gone: each.goneAt !== null })),
    subject: letter.subject,
    text: letter.text,
  }
}

async function describe(request: Request, of: Case, deps: ApiDeps & { lang: Language }) {
  const { store, facts, now } = deps
  const ground = groundOf(request.ground)
  const mandate = await mandateOf(request, of, deps)
  const route = routeFor(request.location, request.route, { lang: of.lang, routes: facts.routes })
  const { location } = request
  const words = groundWords(of.lang, ground.id)
  const { ageBand, country, lang } = of
  const plan = planRecipients({ location, ageBand, country, lang, routes: facts.routes })
  const input = inputOf(request, of, { ...deps, mandate, replyTo: await hiddenBehind(request, of, deps) })
  const letter = composeLetter(input)
  const answered = await readEvents(store, of, request)
  const own = routeFor(location, request.route, { lang: deps.lang, routes: facts.routes })
  const ofSending = await sendingOf(request, of, { ...deps, mandate, missing: letter.missing.length > 0 })
  return {
    ...summarise(request, of, deps),
    subject: letter.subject,
    text: letter.text,
    missing: [...letter.missing],
    readersLang: readersLang(request, of),
    mailto: mailto(letter),
    place: platformOf(location.platform).name,
    practice: request.practice,
    isMinor: isMinor(of.ageBand),
    sure: plan.find((step) => step.routeId === request.route && step.ground === ground.id)?.sure ?? false,
    gives: words.gives,
    exposes: [words.exposes, route.exposes?.[of.lang]].filter(Boolean).join(' '),
    rule: words.rule,
    questions: questionsOf(request, of, { lang: of.lang, mandate }),
    guide: guideFor({ input, letter, route: own, lang: of.lang }),
    ...timesOf(request, of, now()),
    step: request.step,
    steps: stepsOf(request, of, deps),
    timeline: await timelineOf(request, of, deps),
    sending: ofSending,
    mandate: mandate?.id ?? null,
    signature: isSigned(letter) ? { strokes: request.signature } : null,
    asks: route.asks?.[of.lang] ?? null,
    routeSure: route.sure,
    sources: [
      { title: route.recipient, url: route.source, checked: route.checked },
      ...ground.sources.map(({ title, url, checked }) => ({ title, url, checked })),
    ],
    replyTo: await replyTo(request, deps),
    events: answered.map(({ at, ...event }) => ({ at: at.toISOString(), ...event, ...replyWords(event, of.lang) })),
  }
}

/** By when they must answer, or would have to if it were sent now, as the law counts and as it is said. */
function timesOf(request: Request, of: Case, now: number) {
  const { due, progress } = request
  const ground = groundOf(request.ground)
  const { lang } = of
  // Hours are the same everywhere: they are told by the clock where she lives.
  const said = (at: number | null, zone: string, country: string | null) =>
    sayDue({ due: at, zone: country === null ? zoneOf(of.country) : zone }, lang)
  const would = deadlineFor(ground, { receivedAt: now, lang })
  const taken = stepIds.find((id) => id === request.step)
  const isRunning = progress.state !== 'removed' && progress.state !== 'reopened' && progress.dueAt !== null
  const counted = {
    receivedAt: due?.receivedAt ?? progress.sentAt ?? now,
    lang,
    ...(due?.country && { country: due.country }),
  }
  const today = taken ? stepDeadline(ground, taken, counted) : deadlineFor(ground, counted)
  const since = progress.stepAt ?? progress.sentAt
  const waits = ['sent', 'acknowledged', 'escalated'].includes(progress.state)
  return {
    due:
      isRunning && progress.dueAt !== null
        ? {
            at: new Date(progress.dueAt).toISOString(),
            says: said(progress.dueAt, due?.zone ?? today.zone, due ? due.country : today.country) ?? '',
            because: today.rule,
          }
        : null,
    willBeDue: { says: said(would.due, would.zone, would.country), because: would.rule },
    remindAt:
      waits && progress.dueAt === null && since !== null
        ? new Date(since + (ground.remindAfterDays ?? 14) * 86_400_000).toISOString()
        : null,
  }
}

/** What can be done next: after a refusal, when they are late, or when they are silent where no law names a time. */
function stepsOf(request: Request, of: Case, { now, facts }: Pick<ApiDeps, 'now' | 'facts'>) {
  const { lang, country } = of
  const ground = groundOf(request.ground)
  const state = stateOf(request, now())
  const { steps: words } = groundWords(lang, ground.id)
  if (!['sent', 'acknowledged', 'refused', 'overdue', 'escalated'].includes(state)) return []
  const after = state === 'refused' ? 'refused' : 'silent'
  const taken = ground.steps.findIndex(({ id }) => id === request.step)
  const own = recipientOf(routeFor(request.location, request.route, { lang, routes: facts.routes }))
  return ground.steps
    .slice(taken + 1)
    .filter((step) => step.after.includes(after))
    .map(({ id }) => {
      const to = recipientOfStep(request, of, { step: id, lang, own })
      const open =
        request.refusedAt && stepOpenUntil(ground, id, { receivedAt: request.refusedAt.getTime(), country, lang })
      return {
        step: id,
        title: words[id]?.title ?? id,
        what: words[id]?.what ?? '',
        to: to.name,
        contact: to.to,
        letter: hasLetter(ground, id),
        open: open ? sayDue(open, lang) : null,
      }
    })
}

async function timelineOf(request: Request, of: Case, { store }: ApiDeps) {
  const entries = await readRecord(store.db, of)
  const steps = Object.entries(groundWords(of.lang, groundOf(request.ground).id).steps)
  const number = (fact: unknown) => (typeof fact === 'number' ? fact : null)
  return entries
    .filter((entry) => entry.request === request.id && entry.kind !== 'request.answers')
    .map(({ at, kind, facts }) => {
      const [gone, all] = [number(facts.gone), number(facts.places)]
      return {
        at: new Date(at).toISOString(),
        kind,
        step: steps.find(([id]) => id === facts.step)?.[1].title ?? null,
        places: gone !== null && all !== null ? { gone, all } : null,
      }
    })
}

/** Whether the service can send it for her: never what has a gap, and never about a place that she has not confirmed. */
async function sendingOf(
  request: Request,
  of: Case,
  { mandate, missing, ...deps }: ApiDeps & { lang: Language; mandate: Mandate | null; missing: boolean },
) {
  const { store } = deps
  const { location, route } = request
  const to = routeFor(location, route, { lang: of.lang, routes: deps.facts.routes })
  const address = 'email' in to.to ? to.to.email : null
  const reply = await replyTo(request, deps)
  const agreed = (await readSendConsents(store.db, of)).some(
    (one) => one.platform === location.platform && one.route === route,
  )
  const last = (await readSendings(store.db, of)).findLast(({ requestId }) => requestId === request.id)
  const letter =
    address && reply
      ? composeLetter(inputOf(request, of, { ...deps, lang: readersLang(request, of), mandate, replyTo: reply }))
      : null
  const offered = async () => {
    if (request.practice) return 'practice' as const
    if (address === null) return 'form' as const
    if (reply === null || letter === null) return 'no-mail' as const
    if (request.state !== 'prepared') return 'sent' as const
    if (request.mandate !== null && mandate === null) return 'mandate' as const
    if (letter.missing.length > 0) return 'incomplete' as const
    return (await arePlacesConfirmed(store.db, of, request)) ? ('yes' as const) : ('unconfirmed' as const)
  }
  return {
    offered: await offered(),
    to: address,
    words: address && sendingWords(of, { recipient: to.recipient, address }),
    agreed,
    text: missing && !letter ? null : (letter?.text ?? null),
    last: last ? { id: last.id, state: last.state, at: (last.settledAt ?? last.createdAt).toISOString() } : null,
  }
}

function questionsOf(request: Request, of: Case, { lang, mandate }: { lang: Language; mandate: Mandate | null }) {
  const asked = { ageBand: of.ageBand, voice: mandate?.kind ?? ('self' as const) }
  const ground = groundOf(request.ground)
  const elements = ground.elements(asked)
  return questionsFor(ground.id, asked, lang).map((question) => {
    const answer = request.answers[question.element] ?? null
    const element = elements.find(({ id }) => id === question.element)
    return {
      ...question,
      check: question.check ?? null,
      answer,
      problem: element && answer !== null ? problemOf(element, answer) : null,
    }
  })
}

function write(request: Request, of: Case, { now, facts, lang }: Pick<ApiDeps, 'now' | 'facts'> & { lang: Language }) {
  return composeLetter(inputOf(request, of, { now, facts, lang }))
}
