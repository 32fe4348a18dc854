/**
 * What the pages ask of the API, in-process: the same routes as everybody, so that the API is complete because the
 * product lives on it. Its types are the API's own, so a call that no longer fits does not compile; nothing of the API
 * is imported at run time.
 */
import { hc } from 'hono/client'
import type { z } from 'zod'
import type { Api as Routes } from '#api/app.ts'
import type * as wire from '#api/schema.ts'
import type { AgeBand } from '#core/case/types.ts'
import type { Purpose } from '#knowledge/evidence.ts'
import type { GroundId, StepId } from '#knowledge/grounds/ground.ts'
import type { Lang } from './messages/index.ts'

export type CaseView = z.infer<typeof wire.CaseView>
export type Alert = z.infer<typeof wire.Alert>
export type Match = z.infer<typeof wire.Match>
export type RequestDetail = z.infer<typeof wire.RequestDetail>
export type PlaceView = z.infer<typeof wire.PlaceView>
export type Inquiry = z.infer<typeof wire.InquiryView>
export type Expectations = Awaited<ReturnType<Client['expectations']>>
export type Plan = Awaited<ReturnType<Client['plan']>>
export type PlanStep = Plan['steps'][number]
export type Mandates = Awaited<ReturnType<Client['mandates']>>['mandates']
export type Outcomes = Awaited<ReturnType<Client['outcomes']>>
export type Help = z.infer<typeof wire.Help>
export type Picture = z.input<typeof wire.Picture>
export type Clip = z.input<typeof wire.Clip>
export type Enrolled = z.infer<typeof wire.Enrolled>
export type Consents = z.infer<typeof wire.Consents>
export type Share = z.infer<typeof wire.ShareView>
export type PracticeView = z.infer<typeof wire.PracticeView>
export type Info = {
  coverName: string
  mailServer: boolean
  mailPreview: { subject: string; text: string }
}

/** The API as a function from request to answer: `createApi(…)`, or anything shaped like it. */
export interface Api {
  request(input: string | Request, init?: RequestInit, env?: object): Response | Promise<Response>
}

/** The API said no. `status` and `code` decide what the person reads; the API's own sentence is for programs. */
export class Declined extends Error {
  override readonly name = 'Declined'
  readonly status: number
  readonly code: string
  /** Seconds to wait, if the API said (RFC 9110 §10.2.3). */
  readonly retryAfterS: number | null

  constructor(status: number, code: string, retryAfterS: number | null) {
    super(`The API answered ${status} ${code}.`)
    this.status = status
    this.code = code
    this.retryAfterS = retryAfterS
  }
}

export type Client = ReturnType<typeof createClient>

/** The API's answers, told apart by `ok`, as its typed client gives them. */
type Answer<Good> =
  | { ok: true; json(): Promise<Good> }
  | { ok: false; status: number; headers: Headers; json(): Promise<unknown> }

/** @param token the session's; absent for what everybody may ask. */
export function createClient(api: Api, token?: string | null) {
  const { api: routes } = hc<Routes>('http://pages.invalid', {
    fetch: (input: string | URL | Request, init?: RequestInit) => api.request(`${input}`, init),
    ...(token && { headers: { authorization: `Bearer ${token}` } }),
  })
  const given = (lang?: Lang | null) => (lang ? { lang } : {})

  return {
    info: (lang: Lang) => told(routes.info.$get({ query: { lang } })),
    help: ({ country, age, lang }: { country: string | null; age: AgeBand | null; lang: Lang }) =>
      told(routes.help.$get({ query: { lang, ...(country && { country }), ...(age && { age }) } })),

    expectations: (platform: string, group: 'intimate-images' | 'minors', lang: Lang) =>
      told(routes.expectations.$get({ query: { platform, group, lang } })),

    evidenceKey: () => told(routes['evidence-key'].$get()),

    enrol: (json: z.input<typeof wire.EnrolBody>) => told(routes.cases.$post({ json })),
    signIn: (json: z.input<typeof wire.SessionBody>) => told(routes.session.$post({ json })),
    signOut: () => done(routes.session.$delete()),

    case: () => told(routes.case.$get()),
    addItems: (json: z.input<typeof wire.AddBody>) => told(routes.case.items.$post({ json })),
    forgetNames: () => done(routes.case.names.$delete()),
    setContact: (json: z.input<typeof wire.ContactBody>) => done(routes.case.contact.$put({ json })),
    erase: () => done(routes.case.$delete()),

    alert: (alert: string) => told(routes.case.alerts[':alert'].$get({ param: { alert }, query: {} })),
    answer: (match: string, answer: 'me' | 'not-me' | 'later' | null) =>
      done(routes.case.matches[':match'].answer.$post({ param: { match }, json: { answer } })),

    request: (request: string, lang?: Lang | null) =>
      told(routes.case.requests[':request'].$get({ param: { request }, query: given(lang) })),
    saveAnswers: (request: string, answers: Record<string, string>) =>
      done(routes.case.requests[':request'].answers.$put({ param: { request }, json: { answers } })),
    sign: (request: string, strokes: z.input<typeof wire.SignatureBody>['strokes']) =>
      done(routes.case.requests[':request'].signature.$put({ param: { request }, json: { strokes } })),
    unsign: (request: string) => done(routes.case.requests[':request'].signature.$delete({ param: { request } })),
    letter: (
      request: string,
      form: 'txt' | 'eml' | 'pdf' | 'json' | 'xarf.json',
      { lang, step }: { lang?: Lang | null; step?: string | null } = {},
    ) => {
      const query = { ...given(lang), ...(step && { step }) }
      const of = routes.case.requests[':request']
      return form === 'json'
        ? done(of['letter.json'].$get({ param: { request }, query }))
        : done(of[`letter.${form}`].$get({ param: { request }, query }))
    },
    plan: (request: string) => told(routes.case.requests[':request'].plan.$get({ param: { request } })),
    prepare: (request: string, json: { route: string; ground: GroundId }) =>
      told(routes.case.requests[':request'].plan.$post({ param: { request }, json })),
    says: (request: string, says: 'acknowledged' | 'refused') =>
      told(routes.case.requests[':request'].says.$post({ param: { request }, json: { says } })),
    takeStep: (request: string, step: StepId) =>
      told(routes.case.requests[':request'].steps[':step'].$post({ param: { request, step } })),
    send: (request: string, words: string) =>
      done(routes.case.requests[':request'].sending.$put({ param: { request }, json: { words, isTrue: true } })),
    stopSending: (request: string) => done(routes.case.requests[':request'].sending.$delete({ param: { request } })),
    resolveSending: (request: string, wasSent: boolean) =>
      done(routes.case.requests[':request'].sending.$post({ param: { request }, json: { wasSent } })),
    calendar: (request?: string) =>
      done(routes.case['calendar.ics'].$get({ query: request === undefined ? {} : { request } })),
    outcomes: (platform: string, ground: GroundId) => told(routes.outcomes.$get({ query: { platform, ground } })),
    evidence: (asked: { for: Purpose; lang: Lang | null; number: boolean }) => {
      const query = {
        for: asked.for,
        ...given(asked.lang),
        number: asked.number ? ('true' as const) : ('false' as const),
      }
      return done(routes.case['evidence.zip'].$get({ query }))
    },

    mandates: () => told(routes.case.mandates.$get()),
    giveMandate: (json: {
      kind: 'parent' | 'agent'
      name: string
      organisation: string
      contact: string
      words: string
    }) => told(routes.case.mandates.$post({ json })),
    endMandate: (mandate: string) => done(routes.case.mandates[':mandate'].$delete({ param: { mandate } })),
    useMandate: (request: string, mandate: string | null) =>
      done(routes.case.requests[':request'].mandate.$put({ param: { request }, json: { mandate } })),

    markSent: (request: string) => told(routes.case.requests[':request'].sent.$post({ param: { request } })),
    unmarkSent: (request: string) => done(routes.case.requests[':request'].sent.$delete({ param: { request } })),

    place: (request: string) => told(routes.case.requests[':request'].place.$get({ param: { request } })),
    look: (request: string) => done(routes.case.requests[':request'].look.$post({ param: { request } })),
    saysGone: (request: string) => done(routes.case.requests[':request'].gone.$post({ param: { request } })),
    saysThere: (request: string) => done(routes.case.requests[':request']['still-there'].$post({ param: { request } })),
    who: (request: string) => told(routes.case.requests[':request'].who.$get({ param: { request } })),
    findOut: (request: string) => done(routes.case.requests[':request'].who.$post({ param: { request } })),

    consents: () => told(routes.case.consents.$get()),
    agree: (channel: string, json: z.input<typeof wire.ConsentBody>) =>
      told(routes.case.consents[':channel'].$put({ param: { channel }, json })),
    stopAsking: (channel: string) => done(routes.case.consents[':channel'].$delete({ param: { channel } })),

    share: () => told(routes.case.share.$get()),
    agreeToShare: (json: z.input<typeof wire.ShareBody>) => told(routes.case.share.$put({ json })),
    stopSharing: () => done(routes.case.share.$delete()),

    practise: () => told(routes.case.practice.$post()),
    practice: () => told(routes.case.practice.$get()),
  }
}

/** The good answer's content; anything else is thrown. */
async function told<Good>(asked: Promise<Answer<Good>>): Promise<Good> {
  const answer = await asked
  if (answer.ok) return answer.json()
  throw await declined(answer)
}

/** For answers that are not JSON, or that say nothing. */
async function done<Given extends Pick<Response, 'ok' | 'status' | 'headers' | 'json'>>(
  asked: Promise<Given>,
): Promise<Given> {
  const answer = await asked
  if (answer.ok) return answer
  throw await declined(answer)
}

async function declined(answer: Pick<Response, 'status' | 'headers' | 'json'>): Promise<Declined> {
  const { status, headers } = answer
  const problem: unknown = await answer.json().catch(() => null)
  const code = typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : 'unknown'
  const wait = Number(headers.get('retry-after'))
  return new Declined(status, code, Number.isFinite(wait) && wait > 0 ? wait : null)
}
