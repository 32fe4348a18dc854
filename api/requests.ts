/** Removal requests: the letter, its questions, and that she has sent it. */
import { createRoute, z } from '@hono/zod-openapi'
import { isMinor, type Lang as Language } from '#core/case/types.ts'
import { InvalidInput } from '#core/errors.ts'
import { type Location, locationKey } from '#core/location/index.ts'
import { chanceFrom } from '#core/watch/index.ts'
import { deadlineFor } from '#knowledge/deadlines.ts'
import { groundOf } from '#knowledge/grounds/index.ts'
import {
  composeLetter,
  eml,
  planRecipients,
  planRequests,
  questionsFor,
  recipientOf,
  routeFor,
} from '#knowledge/letters/index.ts'
import { platformOf, withCopy } from '#knowledge/platforms/index.ts'
import { groundWords } from '#knowledge/words/index.ts'
import type { Case } from '#store/cases.ts'
import { readEvents, replyAddressOf } from '#store/events.ts'
import { placeRef } from '#store/finds.ts'
import {
  moveRequest,
  type NewRequest,
  type Request,
  readRequest,
  referenceOf,
  setAnswers,
  snapshotOf,
} from '#store/requests.ts'
import { watchAsked } from '#store/watches.ts'
import { type ApiDeps, createRouter, json, jsonBody, nothing, problems } from './deps.ts'
import { stateOf } from './present.ts'
import { AnswersBody, Lang, RequestDetail, RequestSummary } from './schema.ts'

const security = [{ session: [] }]
const params = z.object({ request: z.string().max(60) })
const query = z.object({ lang: Lang.optional().describe("The letter's language; without it, the case's") })
const file = (type: string) => ({ description: 'The letter', content: { [type]: { schema: z.string() } } })

const detail = createRoute({
  method: 'get',
  path: '/case/requests/{request}',
  summary: 'A request: to whom, on which ground, what is missing, and the letter',
  security,
  request: { params, query },
  responses: { 200: json(RequestDetail, 'The request'), ...problems },
})

const asText = createRoute({
  method: 'get',
  path: '/case/requests/{request}/letter.txt',
  summary: 'The letter as plain text',
  security,
  request: { params, query },
  responses: { 200: file('text/plain'), ...problems },
})

const asMail = createRoute({
  method: 'get',
  path: '/case/requests/{request}/letter.eml',
  summary: 'The letter as a mail that is not sent yet',
  security,
  request: { params, query },
  responses: { 200: file('message/rfc822'), ...problems },
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
  const mail = { 'Content-Disposition': 'attachment; filename="letter.eml"', 'Content-Type': 'message/rfc822' }

  return createRouter()
    .openapi(detail, async (c) => {
      const of = c.get('case')
      const request = await readRequest(store, of, c.req.valid('param').request)
      const answered = await readEvents(store, of, request)
      const said = describe(request, of, { ...deps, lang: c.req.valid('query').lang ?? of.lang })
      const events = answered.map(({ at, ...event }) => ({ at: at.toISOString(), ...event }))
      return c.json({ ...said, replyTo: await replyTo(request), events }, 200)
    })

    .openapi(asText, async (c) => {
      const of = c.get('case')
      const letter = write(await readRequest(store, of, c.req.valid('param').request), of, {
        ...deps,
        lang: c.req.valid('query').lang ?? of.lang,
      })
      return c.body(`${letter.subject}\n\n${letter.text}`, 200, plain)
    })

    .openapi(asMail, async (c) => {
      const of = c.get('case')
      const request = await readRequest(store, of, c.req.valid('param').request)
      const letter = write(request, of, { ...deps, lang: c.req.valid('query').lang ?? of.lang })
      const answers = await replyTo(request)
      return c.body(eml({ letter, date: now(), ...(answers !== null && { replyTo: answers }) }), 200, mail)
    })

    .openapi(answers, async (c) => {
      const of = c.get('case')
      const request = await readRequest(store, of, c.req.valid('param').request)
      const given = c.req.valid('json').answers
      const asked = new Set(questionsOf(request, of, of.lang).map((question) => question.element))
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

  /** Where answers come in, if mail is received at all. */
  async function replyTo(request: Request): Promise<string | null> {
    const { mailDomain } = deps.config
    return mailDomain && !request.practice ? `${await replyAddressOf(store, request)}@${mailDomain}` : null
  }
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
    subject: letter.subject,
    text: letter.text,
  }
}

function describe(request: Request, of: Case, deps: Pick<ApiDeps, 'now' | 'facts'> & { lang: Language }) {
  const ground = groundOf(request.ground)
  const route = routeFor(request.location, request.route, { lang: of.lang, routes: deps.facts.routes })
  const { location } = request
  const words = groundWords(of.lang, ground.id)
  const { ageBand, country, lang } = of
  const plan = planRecipients({ location, ageBand, country, lang, routes: deps.facts.routes })
  return {
    ...summarise(request, of, deps),
    place: platformOf(location.platform).name,
    practice: request.practice,
    isMinor: isMinor(of.ageBand),
    sure: plan.find((step) => step.routeId === request.route && step.ground === ground.id)?.sure ?? false,
    gives: words.gives,
    exposes: [words.exposes, route.exposes?.[of.lang]].filter(Boolean).join(' '),
    rule: words.rule,
    questions: questionsOf(request, of, of.lang),
    asks: route.asks?.[of.lang] ?? null,
    routeSure: route.sure,
    sources: [{ title: route.recipient, url: route.source, checked: route.checked }, ...ground.sources],
  }
}

function questionsOf(request: Request, of: Case, lang: Language) {
  return questionsFor(groundOf(request.ground).id, { ageBand: of.ageBand, voice: 'self' }, lang).map(
    ({ element, question }) => ({ element, question, answer: request.answers[element] ?? null }),
  )
}

function write(request: Request, of: Case, { now, facts, lang }: Pick<ApiDeps, 'now' | 'facts'> & { lang: Language }) {
  return composeLetter({
    places: request.places,
    recipient: recipientOf(routeFor(request.location, request.route, { lang, routes: facts.routes })),
    ground: groundOf(request.ground).id,
    lang,
    ageBand: of.ageBand,
    country: of.country,
    voice: { kind: 'self' },
    answers: request.answers,
    ...(request.earlier && { earlier: request.earlier }),
    reference: referenceOf(request),
    writtenAt: request.sentAt?.getTime() ?? now(),
  })
}
