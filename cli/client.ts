/** The API as the command line asks it: over HTTP, like everybody. Says in one line what went wrong. */

import { z } from 'zod'
import { InvalidInput, NotFound, Refused, Unavailable } from '#core/errors.ts'
import type { Context } from './command.ts'
import { readSettings, type Settings } from './config.ts'
import { readToken } from './data-folder.ts'

const Problem = z.object({ error: z.string(), code: z.string().optional(), reference: z.string().optional() })
const Session = z.object({ token: z.string() })

interface Asking<Answer> {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  /** Instead of a body: one mail. */
  bytes?: Uint8Array<ArrayBuffer>
  /** What the answer must be; what it holds besides is kept out. */
  answer: z.ZodType<Answer>
}

export interface Client {
  /** Where the service is. */
  url: string
  ask<Answer>(path: string, asking: Asking<Answer>): Promise<Answer>
  /** The same service, asked with this bearer token. */
  as(token: string): Client
}

/** Answers without content. */
export const nothing = z.unknown()

/** The service that the settings name, asked by nobody in particular. */
export function openClient(context: Context): Client {
  const settings = readSettings(context.environment)
  return makeClient({ url: serviceUrl(settings), token: undefined })
}

/** The same, asked by its operator. */
export async function openOperatorClient(context: Context): Promise<Client> {
  const settings = readSettings(context.environment)
  const token = settings.VIGIE_TOKEN ?? (await readToken(settings.VIGIE_DATA))
  if (!token)
    throw new Refused(
      `There is no operator's token in ${settings.VIGIE_DATA}: start Vigie once in this folder, or set VIGIE_TOKEN (or VIGIE_DATA, if the service uses another folder).`,
    )
  return makeClient({ url: serviceUrl(settings), token })
}

/**
 * The same, asked by a case; the session is closed when it is disposed of. The passphrase comes from VIGIE_PASSPHRASE or
 * from a prompt that shows nothing.
 *
 * @throws NotFound for a wrong number or passphrase, the same for both.
 */
export async function openCase(caseNumber: string, context: Context): Promise<Client & AsyncDisposable> {
  const { VIGIE_PASSPHRASE } = readSettings(context.environment)
  const { readSecret } = await import('./prompt.ts')
  const passphrase =
    VIGIE_PASSPHRASE ?? (await readSecret('Secret words: ', 'Set VIGIE_PASSPHRASE to the secret words.'))
  return signIn(openClient(context), { case: caseNumber, passphrase })
}

/** Opens a session with what `enrol` gave. */
export async function signIn(
  client: Client,
  credentials: { case: string; passphrase: string },
): Promise<Client & AsyncDisposable> {
  const { token } = await client.ask('/api/session', { method: 'POST', body: credentials, answer: Session })
  const signedIn = client.as(token)
  return {
    ...signedIn,
    // A case that was just withdrawn has no session left to close.
    [Symbol.asyncDispose]: () =>
      signedIn.ask('/api/session', { method: 'DELETE', answer: nothing }).then(
        () => undefined,
        () => undefined,
      ),
  }
}

function serviceUrl({ VIGIE_URL, PORT, HOST }: Settings): string {
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST
  return VIGIE_URL ?? `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`
}

function makeClient({ url, token }: { url: string; token: string | undefined }): Client {
  return {
    url,
    as: (other) => makeClient({ url, token: other }),
    async ask(path, { method = 'GET', body, bytes, answer }) {
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(bytes && { 'content-type': 'message/rfc822' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(bytes && { body: bytes }),
        redirect: 'error', // a token is for this address only
      }).catch((cause) => {
        throw new Unavailable(
          `Vigie does not answer at ${url}: start it with \`npm start\`, or set VIGIE_URL to where it runs.`,
          {
            cause,
          },
        )
      })
      const said: unknown = await response.json().catch(() => undefined)
      if (!response.ok) throw problemOf(response, said, url)
      const read = answer.safeParse(said)
      if (!read.success)
        throw new Unavailable(`What answers at ${url} is no Vigie of this version: set VIGIE_URL, or update.`, {
          cause: read.error,
        })
      return read.data
    },
  }
}

function problemOf({ status, headers }: Response, said: unknown, url: string): Error {
  const { data } = Problem.safeParse(said)
  if (!data)
    return new Unavailable(`What answers at ${url} is no Vigie (status ${status}): set VIGIE_URL to where it runs.`)
  const wait = headers.get('retry-after')
  const sentence = `${data.error}${data.reference ? ` (${data.reference})` : ''}${wait ? ` Wait ${wait} seconds.` : ''}`
  if (status === 400 || status === 413 || status === 422) return new InvalidInput(sentence)
  if (status === 401 || status === 404) return new NotFound(sentence)
  if (status === 403) return new Refused(sentence)
  return new Unavailable(sentence)
}
