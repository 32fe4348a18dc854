/** What partners may hand in, one way: sightings. And what the operator asks about partners. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { InvalidInput } from '#core/errors.ts'
import { insertPartner, type Partner, readPartners, removePartner, takeSightings } from '#store/partners.ts'
import { type ApiDeps, createRouter, type Env, json, jsonBody, nothing, problems, Unauthorised } from './deps.ts'
import { addressOf, TooOften } from './limits.ts'
import { PartnerView } from './schema.ts'
import { operatorOnly } from './session.ts'

/** A message signed longer ago, or by a clock that is further ahead, is refused: it may be a replay. */
const toleranceMs = 5 * 60_000
const messagesAMinute = 60
const refusalsAMinute = 60
/** The intake's rows are no longer. */
const longestSighting = 60_000

const SightingsBody = z
  .strictObject({
    sightings: z
      .array(z.record(z.string(), z.unknown()))
      .min(1, 'Send at least one.')
      .max(500, 'Send at most 500 at a time.'),
  })
  .openapi('Sightings')

const report = createRoute({
  method: 'post',
  path: '/sightings',
  summary:
    'A partner reports hashes or addresses, signed as Standard Webhooks; the answer never tells whether one is known',
  security: [{ partner: [] }],
  request: { body: jsonBody(SightingsBody) },
  responses: { 202: json(z.object({ received: z.literal(true) }), 'Taken, whatever it holds'), ...problems },
})

const operator = [{ operator: [] }]

const list = createRoute({
  method: 'get',
  path: '/partners',
  summary: 'Who may report sightings, and when each last did',
  security: operator,
  responses: { 200: json(z.object({ partners: z.array(PartnerView) }), 'The partners'), ...problems },
})

const add = createRoute({
  method: 'post',
  path: '/partners',
  summary: 'Let a partner report sightings; its secret is told once',
  security: operator,
  request: { body: jsonBody(z.strictObject({ name: z.string().trim().min(1).max(80) })) },
  responses: {
    201: json(z.object({ partner: z.string(), channel: z.string(), secret: z.string() }), 'The partner'),
    ...problems,
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/partners/{partner}',
  summary: 'Take nothing more from a partner, and forget what it reported',
  security: operator,
  request: { params: z.object({ partner: z.string().max(80) }) },
  responses: { 204: nothing, ...problems },
})

export function partners(deps: ApiDeps) {
  const { store, now, random } = deps
  const router = createRouter()
  router.use('/sightings', partnerOnly(deps))
  for (const path of ['/partners', '/partners/*'] as const) router.use(path, operatorOnly(deps))

  return router
    .openapi(report, async (c) => {
      const { partner, messageId } = c.get('report')
      const raw = c.req.valid('json').sightings.map((sighting) => JSON.stringify(sighting))
      const long = raw.findIndex((text) => text.length > longestSighting)
      if (long >= 0)
        throw new InvalidInput(
          `Sighting ${long + 1} is longer than ${longestSighting.toLocaleString('en')} characters.`,
        )
      await takeSightings(store, { partner, messageId, raw, at: new Date(now()) })
      return c.json({ received: true as const }, 202)
    })

    .openapi(list, async (c) => {
      const shown = (await readPartners(store)).map((partner) => ({
        partner: partner.id,
        name: partner.name,
        channel: partner.channelId,
        since: partner.createdAt.toISOString(),
        lastAt: partner.lastAt?.toISOString() ?? null,
        sightings: partner.sightings,
      }))
      return c.json({ partners: shown }, 200)
    })

    .openapi(add, async (c) => {
      const { name } = c.req.valid('json')
      const mark = [...random(8)].map((byte) => (byte % 32).toString(32)).join('')
      const [id, channelId] = [`partner-${mark}`, `sightings-${mark}`]
      const secret = `whsec_${Buffer.from(random(32)).toString('base64')}`
      await insertPartner(store, { id, name, secret, channelId, at: new Date(now()) })
      return c.json({ partner: id, channel: channelId, secret }, 201)
    })

    .openapi(remove, async (c) => {
      await removePartner(store, c.req.valid('param').partner)
      return c.body(null, 204)
    })
}

/**
 * Puts the partner who signed into the context. The three headers name nobody, so the signature is tried with each
 * partner's secret, and an address that signs wrongly is heard only so often.
 */
function partnerOnly({ store, now }: ApiDeps): MiddlewareHandler<Env> {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: store.pool,
      tableName: 'attempts',
      tableCreated: true,
      keyPrefix,
      points,
      duration: 60,
    })
  const perPartner = limiter('partner', messagesAMinute)
  const refusals = limiter('partner-no', refusalsAMinute)
  const tooOften = (refusal: unknown) => {
    throw refusal instanceof RateLimiterRes ? new TooOften(refusal) : refusal
  }

  return async (c, next) => {
    const address = store.keys.ref('attempt', addressOf(c)).toString('hex').slice(0, 32)
    const refused = await refusals.get(address)
    if (refused && refused.consumedPoints >= refusals.points) throw new TooOften(refused)
    const messageId = c.req.header('webhook-id') ?? ''
    const seconds = c.req.header('webhook-timestamp') ?? ''
    // The bytes as they came: what is parsed later is parsed from them.
    const body = Buffer.from(await c.req.arrayBuffer())
    const isTimely = /^\d{9,11}$/.test(seconds) && Math.abs(now() - Number(seconds) * 1000) <= toleranceMs
    const isNamed = /^[\x21-\x7e]{1,200}$/.test(messageId)
    const signed = Buffer.concat([Buffer.from(`${messageId}.${seconds}.`), body])
    const given = signaturesOf(c.req.header('webhook-signature') ?? '')
    const partner =
      isTimely && isNamed && given.length > 0
        ? (await readPartners(store)).find((each) => given.some((signature) => isSignedBy(each, { signed, signature })))
        : undefined
    if (!partner) {
      await refusals.consume(address).catch(tooOften)
      throw new Unauthorised(
        'Sign the message as Standard Webhooks with your own secret: webhook-id, webhook-timestamp of now, webhook-signature.',
      )
    }
    await perPartner.consume(partner.id).catch(tooOften)
    c.set('report', { partner, messageId })
    await next()
  }
}

/** Several are sent while a secret is being changed; those of another version are not ours. */
function signaturesOf(header: string): Buffer[] {
  return header
    .split(' ', 10)
    .flatMap((each) => (each.startsWith('v1,') ? Buffer.from(each.slice(3), 'base64') : []))
    .filter(({ length }) => length === 32)
}

function isSignedBy({ secret }: Partner, { signed, signature }: { signed: Buffer; signature: Buffer }): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return timingSafeEqual(createHmac('sha256', key).update(signed).digest(), signature)
}
