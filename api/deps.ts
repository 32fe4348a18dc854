/** What every audience's routes are given, and how they answer when something is wrong. */
import { OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { InvalidInput, NotFound, Refused, Unavailable } from '#core/errors.ts'
import type { Log, Now, Random } from '#core/ports.ts'
import type { Facts } from '#knowledge/facts.ts'
import type { Case } from '#store/cases.ts'
import type { Partner } from '#store/partners.ts'
import type { Reader } from '#store/shares.ts'
import { newId, type Store } from '#store/store.ts'
import { TooOften } from './limits.ts'
import { Problem } from './schema.ts'

/** Nobody is signed in, or not as whom it takes. */
export class Unauthorised extends Error {
  override readonly name = 'Unauthorised'
}

/** A timestamp authority: it is told a digest and nothing else. */
export interface Stamp {
  /** Where it is. */
  authority: string
  /** A TimeStampToken (RFC 3161) over the message. Throws `Unavailable` when there is none to be had now. */
  token(message: Uint8Array): Promise<Uint8Array>
}

export interface ApiDeps {
  store: Store
  facts: Facts
  now: Now
  random: Random
  log: Log
  config: {
    /** The name that pages, mails and notifications carry. */
    coverName: string
    operatorToken: string
    /** Mail sent to it comes in: requests have addresses of reply there. */
    mailDomain?: string | undefined
    /** Where people reach it, for what is printed on paper. */
    publicUrl?: string | undefined
  }
  /** Puts an independent authority's time on packs of evidence; without it, none is asked for. */
  stamp?: Stamp | undefined
}

export interface Env {
  Variables: { case: Case; token: string; report: { partner: Partner; messageId: string }; reader: Reader }
}

/** A router whose mistakes in a request are answered in one shape: what is wrong, and what to do. */
export function createRouter(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return
      const told = result.error.issues
        .slice(0, 5)
        .map((issue) => `${issue.path.join('.') || 'request'}: ${issue.message}`)
      return c.json({ error: told.join(' '), code: 'InvalidInput' }, 400)
    },
  })
}

const bounded = (megabytes: number) =>
  bodyLimit({
    maxSize: megabytes * 1024 * 1024,
    onError: (c) =>
      c.json(
        {
          error: `That is more than the ${megabytes} MB that fit into one request. Send fewer pictures or clips at a time.`,
          code: 'InvalidInput',
        },
        413,
      ),
  })

/** Where hashes come in: 16 MB are more than the `mostHashes` of one request take. Elsewhere bodies are short. */
const forHashes = bounded(16)
const forOthers = bounded(4)
const hashesAt = new Set(['/api/cases', '/api/case/items'])

export const onlySmallBodies: MiddlewareHandler = (c, next) =>
  (hashesAt.has(c.req.path) ? forHashes : forOthers)(c, next)

/** Errors at the edge: ours are told, any other is a number that the log can be searched for. */
export function answerError(error: Error, c: Context, log: Log): Response {
  const { message } = error
  if (error instanceof InvalidInput || error instanceof RangeError || error instanceof SyntaxError)
    return c.json({ error: message, code: 'InvalidInput' }, 400)
  if (error instanceof Unauthorised) return c.json({ error: message, code: 'Unauthorised' }, 401)
  if (error instanceof NotFound) return c.json({ error: message, code: 'NotFound' }, 404)
  if (error instanceof Refused) return c.json({ error: message, code: 'Refused' }, 403)
  if (error instanceof Unavailable || error instanceof TooOften) {
    if (error.retryAfterMs) c.header('Retry-After', String(Math.ceil(error.retryAfterMs / 1000)))
    return c.json({ error: message, code: error.name }, error instanceof TooOften ? 429 : 503)
  }
  // Hono's own, when a body is not what its type says.
  if (error instanceof HTTPException && error.status < 500)
    return c.json({ error: 'Send one JSON object, as application/json.', code: 'InvalidInput' }, 400)
  const reference = newId().slice(-12)
  const at = error.stack?.match(/\/((?:api|store|knowledge|core)\/[\w/.-]+\.tsx?:\d+)/)?.[1]
  log.error('api.failed', { reference, error: error.name, ...(at ? { at } : {}) })
  return c.json({ error: 'Something went wrong here. Nothing was lost. Try again.', code: 'Error', reference }, 500)
}

const asProblem = (description: string) => ({ description, content: { 'application/json': { schema: Problem } } })

/** The answers that any route may give besides its own. */
export const problems = {
  400: asProblem('Something in the request is to be mended'),
  401: asProblem('Sign in first'),
  404: asProblem('Not there, or not yours'),
  429: asProblem('Too many tries: wait'),
  503: asProblem('Try again later'),
} as const

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
export const jsonBody = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
})
export const nothing = { description: 'Done' }
