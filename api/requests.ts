/** Removal requests: the letter, its questions, and that she has sent it. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Lang as Language } from '#core/case/types.ts'
import { InvalidInput } from '#core/errors.ts'
import { type RequestEvent, step } from '#core/request/index.ts'
import { groundOf } from '#knowledge/grounds/index.ts'
import { composeLetter, eml, routeFor } from '#knowledge/letters/index.ts'
import { platformOf } from '#knowledge/platforms/index.ts'
import type { Case } from '#store/cases.ts'
import { moveRequest, type Request, readRequest, setAnswers } from '#store/requests.ts'
import { type ApiDeps, createRouter, json, jsonBody, nothing, problems } from './deps.ts'
import { progressOf, stateOf } from './present.ts'
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
      return c.json(describe(request, of, { ...deps, lang: c.req.valid('query').lang ?? of.lang }), 200)
    })

    .openapi(asText, async (c) => {
      const of = c.get('case')
      const letter = write(await readRequest(store, of, c.req.valid('param').request), of, {
        now,
        lang: c.req.valid('query').lang ?? of.lang,
      })
      return c.body(`${letter.subject}\n\n${letter.text}`, 200, plain)
    })

    .openapi(asMail, async (c) => {
      const of = c.get('case')
      const letter = write(await readRequest(store, of, c.req.valid('param').request), of, {
        now,
        lang: c.req.valid('query').lang ?? of.lang,
      })
      return c.body(eml({ letter, date: now() }), 200, mail)
    })

    .openapi(answers, async (c) => {
      const of = c.get('case')
      const request = await readRequest(store, of, c.req.valid('param').request)
      const given = c.req.valid('json').answers
      const asked = new Set(questionsOf(request, of, of.lang).map((question) => question.element))
      const unknown = Object.keys(given).find((element) => !asked.has(element))
      if (unknown) throw new InvalidInput(`This request does not ask for "${unknown.slice(0, 40)}".`)
      const merged = Object.entries({ ...request.answers, ...given }).filter(([, text]) => text.trim() !== '')
      await setAnswers(store.db, of, request, Object.fromEntries(merged))
      return c.body(null, 204)
    })

    .openapi(sent, async (c) => {
      const of = c.get('case')
      const id = c.req.valid('param').request
      const { deadlineMs } = groundOf((await readRequest(store, of, id)).ground)
      return c.json(summarise(await move(of, id, { type: 'sent', at: now(), deadlineMs }), of, deps), 200)
    })

    .openapi(notSent, async (c) => {
      await move(c.get('case'), c.req.valid('param').request, { type: 'not-sent' })
      return c.body(null, 204)
    })

  /** One step of the request's life; when somebody else moved it meanwhile, the step is taken from where it is now. */
  async function move(of: Case, id: string, event: RequestEvent): Promise<Request> {
    for (;;) {
      const request = await readRequest(store, of, id)
      const from = progressOf(request)
      const to = step(from, event)
      if (to === from) return request
      const at = (ms: number | null) => (ms === null ? null : new Date(ms))
      if (await moveRequest(store.db, request, { state: to.state, sentAt: at(to.sentAt), dueAt: at(to.dueAt) }))
        return readRequest(store, of, id)
    }
  }
}

/** A request in short, its letter in the case's language. */
export function summarise(
  request: Request,
  of: Case,
  { now, lang = of.lang }: Pick<ApiDeps, 'now'> & { lang?: Language },
) {
  const ground = groundOf(request.ground)
  const letter = write(request, of, { now, lang })
  const route = routeFor(request.location, request.route, of.lang)
  return {
    id: request.id,
    recipient: route.recipient,
    to: route.to,
    ground: request.ground,
    groundTitle: ground.title[of.lang],
    lang,
    state: stateOf(request, now()),
    sentAt: request.sentAt?.toISOString() ?? null,
    deadline: request.dueAt?.toISOString() ?? null,
    missing: letter.missing,
    location: request.location.url,
    subject: letter.subject,
    text: letter.text,
  }
}

function describe(request: Request, of: Case, deps: Pick<ApiDeps, 'now'> & { lang: Language }) {
  const ground = groundOf(request.ground)
  const route = routeFor(request.location, request.route, of.lang)
  const { location } = request
  return {
    ...summarise(request, of, deps),
    place: platformOf(location.platform).name,
    practice: request.practice,
    sure: ground.offered({ location, ageBand: of.ageBand, country: of.country })?.sure ?? false,
    gives: ground.gives[of.lang],
    exposes: ground.exposes[of.lang],
    rule: ground.rule[of.lang],
    questions: questionsOf(request, of, of.lang),
    asks: route.asks?.[of.lang] ?? null,
    routeSure: route.sure,
    sources: [{ title: route.recipient, url: route.source, checked: route.checked }, ...ground.sources],
  }
}

function questionsOf(request: Request, of: Case, lang: Language) {
  return groundOf(request.ground)
    .elements(of.ageBand)
    .flatMap(({ id, need, question }) =>
      question && need !== 'absent'
        ? [{ element: id, question: question[lang], answer: request.answers[id] ?? null }]
        : [],
    )
}

function write(request: Request, of: Case, { now, lang }: Pick<ApiDeps, 'now'> & { lang: Language }) {
  return composeLetter({
    location: request.location,
    routeId: request.route,
    ground: groundOf(request.ground).id,
    lang,
    ageBand: of.ageBand,
    country: of.country,
    found: request.found,
    answers: request.answers,
    reference: request.id.slice(-8),
    writtenAt: request.sentAt?.getTime() ?? now(),
  })
}
