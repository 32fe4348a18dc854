/** Mail that comes in: handed over by the operator's own mail server, and listed without a word of it. */
import { createRoute, z } from '@hono/zod-openapi'
import { InvalidInput, Malformed } from '#core/errors.ts'
import { readInbound } from '#knowledge/inbound.ts'
import { readMails, takeMail } from '#store/events.ts'
import { type ApiDeps, createRouter, json, problems } from './deps.ts'
import { ArrivedMail } from './schema.ts'
import { operatorOnly } from './session.ts'

const security = [{ operator: [] }]

const hand = createRoute({
  method: 'post',
  path: '/mail',
  summary: 'Hand over one mail as it arrived; attachments are let go of unseen',
  security,
  request: {
    query: z.object({
      verified: z
        .enum(['true', 'false'])
        .default('false')
        .describe('Your server has checked DKIM or DMARC: only then may an answer mark a request as received'),
      to: z.string().max(320).optional().describe('The recipient, where the headers do not name it'),
    }),
    body: { required: true, content: { 'message/rfc822': { schema: z.string() } } },
  },
  responses: {
    200: json(
      z.object({
        taken: z
          .enum(['report', 'answer', 'unknown', 'no-channel', 'too-many'])
          .describe(
            'unknown: it answers no request that can be told; no-channel: a report, but there is no channel mail',
          ),
      }),
      'What it was taken for',
    ),
    ...problems,
  },
})

const list = createRoute({
  method: 'get',
  path: '/mail',
  summary: 'What arrived by mail, the latest first; not what it says',
  security,
  responses: { 200: json(z.object({ mails: z.array(ArrivedMail) }), 'The mails'), ...problems },
})

export function mail(deps: ApiDeps) {
  const { store, now } = deps
  const router = createRouter()
  router.use('/mail', operatorOnly(deps))

  return router
    .openapi(hand, async (c) => {
      const { verified, to } = c.req.valid('query')
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      const read = await readInbound(bytes, { recipients: to ? [to] : [] }).catch((error: unknown) => {
        throw error instanceof Malformed ? new InvalidInput(error.message, { cause: error }) : error
      })
      return c.json({ taken: await takeMail(store, read, { at: new Date(now()), verified: verified === 'true' }) }, 200)
    })
    .openapi(list, async (c) => {
      const mails = (await readMails(store, 1000)).map(({ at, ...row }) => ({ at: at.toISOString(), ...row }))
      return c.json({ mails }, 200)
    })
}
