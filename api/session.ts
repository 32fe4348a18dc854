/** Who is asking: the case of a session, or the operator. */
import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { NotFound } from '#core/errors.ts'
import { readCase, useSession } from '#store/cases.ts'
import { type ApiDeps, type Env, Unauthorised } from './deps.ts'

const bearer = (header: string | undefined) => header?.match(/^Bearer ([\w-]{20,100})$/)?.[1] ?? ''

/** Puts the session's case into the context, or answers 401: signed out, idle too long, withdrawn, never there. */
export function caseOnly({ store, now }: ApiDeps): MiddlewareHandler<Env> {
  return async (c, next) => {
    const token = bearer(c.req.header('Authorization'))
    const id = token ? await useSession(store, token, now()) : null
    const of = id
      ? await readCase(store, id).catch((error: unknown) => {
          if (error instanceof NotFound) return null
          throw error
        })
      : null
    if (!of) throw new Unauthorised('Sign in again with your file number and your secret words.')
    c.set('case', of)
    c.set('token', token)
    await next()
  }
}

export function operatorOnly({ config }: ApiDeps): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!isOperator(c.req.header('Authorization'), config.operatorToken))
      throw new Unauthorised("This needs the operator's key: set VIGIE_TOKEN.")
    await next()
  }
}

export function isOperator(header: string | undefined, operatorToken: string): boolean {
  const given = Buffer.from(bearer(header))
  const right = Buffer.from(operatorToken)
  return given.length === right.length && timingSafeEqual(given, right)
}
