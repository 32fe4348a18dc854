/**
 * What the pages ask of the API, in-process: the same routes as everybody, so that the API is complete because the
 * product lives on it. Types come from the wire's schemas; nothing of the API is imported at run time.
 */
import type { z } from 'zod'
import type * as wire from '#api/schema.ts'
import type { Lang } from './messages/index.ts'

export type CaseView = z.infer<typeof wire.CaseView>
export type Alert = z.infer<typeof wire.Alert>
export type Match = z.infer<typeof wire.Match>
export type RequestSummary = z.infer<typeof wire.RequestSummary>
export type RequestDetail = z.infer<typeof wire.RequestDetail>
export type Help = z.infer<typeof wire.Help>
export type Picture = z.infer<typeof wire.Picture>
export type EnrolBody = z.infer<typeof wire.EnrolBody>
export type AddBody = z.infer<typeof wire.AddBody>
export type Enrolled = z.infer<typeof wire.Enrolled>
export type Session = z.infer<typeof wire.Session>
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

/** @param token the session's; absent for what everybody may ask. */
export function createClient(api: Api, token?: string | null) {
  async function send(method: string, path: string, body?: object): Promise<Response> {
    const headers = new Headers({ accept: 'application/json' })
    if (token) headers.set('authorization', `Bearer ${token}`)
    if (body) headers.set('content-type', 'application/json')
    const answer = await api.request(path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    if (answer.ok) return answer
    const problem: { code?: unknown } = await answer.json().catch(() => ({}))
    const wait = Number(answer.headers.get('retry-after'))
    throw new Declined(
      answer.status,
      typeof problem.code === 'string' ? problem.code : 'unknown',
      Number.isFinite(wait) && wait > 0 ? wait : null,
    )
  }

  async function ask<T>(method: string, path: string, body?: object): Promise<T> {
    const answer: T = await (await send(method, path, body)).json()
    return answer
  }

  const id = encodeURIComponent
  const query = (values: Record<string, string | null | undefined>) => {
    const pairs = Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : []))
    return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
  }

  return {
    info: (lang: Lang) => ask<Info>('GET', `/api/info${query({ lang })}`),
    help: (who: { country: string | null; age: string | null; lang: Lang }) =>
      ask<{ help: Help[] }>('GET', `/api/help${query(who)}`),

    enrol: (body: z.input<typeof wire.EnrolBody>) => ask<Enrolled>('POST', '/api/cases', body),
    signIn: (body: { case: string; passphrase: string }) => ask<Session>('POST', '/api/session', body),
    signOut: () => send('DELETE', '/api/session'),

    case: () => ask<CaseView>('GET', '/api/case'),
    addItems: (body: z.input<typeof wire.AddBody>) => ask<z.infer<typeof wire.Added>>('POST', '/api/case/items', body),
    setContact: (body: { mail: string | null; lang?: Lang }) => send('PUT', '/api/case/contact', body),
    erase: () => send('DELETE', '/api/case'),

    alert: (alert: string) => ask<Alert>('GET', `/api/case/alerts/${id(alert)}`),
    answer: (match: string, answer: 'not-me' | 'later' | null) =>
      send('POST', `/api/case/matches/${id(match)}/answer`, { answer }),

    request: (request: string, lang?: Lang | null) =>
      ask<RequestDetail>('GET', `/api/case/requests/${id(request)}${query({ lang })}`),
    saveAnswers: (request: string, answers: Record<string, string>) =>
      send('PUT', `/api/case/requests/${id(request)}/answers`, { answers }),
    letter: (request: string, form: 'txt' | 'eml', lang?: Lang | null) =>
      send('GET', `/api/case/requests/${id(request)}/letter.${form}${query({ lang })}`),
    markSent: (request: string) => ask<RequestSummary>('POST', `/api/case/requests/${id(request)}/sent`),
    unmarkSent: (request: string) => send('DELETE', `/api/case/requests/${id(request)}/sent`),

    practise: () => ask<PracticeView>('POST', '/api/case/practice'),
    practice: () => ask<PracticeView>('GET', '/api/case/practice'),
  }
}
