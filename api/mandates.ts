/** Mandates: who may ask on her behalf, for what, until when. Hers to give, to see and to end. */
import { createRoute, z } from '@hono/zod-openapi'
import { InvalidInput } from '#core/errors.ts'
import { groundOf } from '#knowledge/grounds/index.ts'
import type { Case } from '#store/cases.ts'
import { endMandate, giveMandate, type Mandate, readMandates } from '#store/mandates.ts'
import { type Request, readRequest, setAnswers, setMandate } from '#store/requests.ts'
import { type ApiDeps, createRouter, json, jsonBody, nothing, problems } from './deps.ts'
import { Instant } from './schema.ts'

const security = [{ session: [] }]
const most = 20

const MandateBody = z
  .strictObject({
    kind: z.enum(['parent', 'agent']),
    name: z.string().trim().min(1, 'Write the name of the one who writes.').max(200),
    organisation: z.string().trim().max(200).nullable().default(null),
    contact: z.string().trim().max(254).nullable().default(null).describe('How the recipient reaches them'),
    grounds: z.array(z.string().max(40)).max(20).nullable().default(null).describe('Null: every law'),
    recipients: z.array(z.string().max(200)).max(50).nullable().default(null).describe('Null: everybody'),
    locations: z.array(z.string().max(2000)).max(100).nullable().default(null).describe('Null: wherever it is'),
    days: z.int().min(1).max(3660).nullable().default(null).describe('Null: until she ends it'),
    how: z.enum(['in-writing', 'on-this-page', 'by-law']).default('on-this-page'),
    words: z.string().min(1).max(4000).describe('Hers, as they stood on the page or on the paper'),
  })
  .openapi('GiveMandate')

const MandateView = z
  .object({
    mandate: z.string(),
    kind: z.enum(['parent', 'agent']),
    name: z.string(),
    organisation: z.string().nullable(),
    contact: z.string().nullable(),
    grounds: z.array(z.string()).nullable(),
    recipients: z.array(z.string()).nullable(),
    locations: z.array(z.string()).nullable(),
    words: z.string(),
    since: Instant,
    until: Instant.nullable(),
    ended: Instant.nullable().describe('Null: it holds'),
  })
  .openapi('Mandate')

const list = createRoute({
  method: 'get',
  path: '/case/mandates',
  summary: 'Every mandate that was given',
  security,
  responses: { 200: json(z.object({ mandates: z.array(MandateView) }), 'The mandates'), ...problems },
})

const give = createRoute({
  method: 'post',
  path: '/case/mandates',
  summary: 'She lets somebody ask on her behalf',
  security,
  request: { body: jsonBody(MandateBody) },
  responses: { 200: json(MandateView, 'The mandate'), ...problems },
})

const end = createRoute({
  method: 'delete',
  path: '/case/mandates/{mandate}',
  summary: 'From now on nothing is done under it. Twice is once',
  security,
  request: { params: z.object({ mandate: z.string().max(60) }) },
  responses: { 204: nothing, ...problems },
})

const use = createRoute({
  method: 'put',
  path: '/case/requests/{request}/mandate',
  summary: 'Who speaks in this request: somebody with a mandate, or she herself',
  security,
  request: {
    params: z.object({ request: z.string().max(60) }),
    body: jsonBody(z.strictObject({ mandate: z.string().max(60).nullable() })),
  },
  responses: { 204: nothing, ...problems },
})

export function mandates({ store, now }: ApiDeps) {
  return createRouter()
    .openapi(list, async (c) => c.json({ mandates: (await readMandates(store.db, c.get('case'))).map(show) }, 200))

    .openapi(give, async (c) => {
      const of = c.get('case')
      const { grounds, recipients, locations, days, organisation, contact, ...said } = c.req.valid('json')
      if ((await readMandates(store.db, of)).length >= most)
        throw new InvalidInput('There are enough mandates already.')
      const given = {
        ...said,
        organisation: organisation || null,
        contact: contact || null,
        scope: { grounds, recipients, locations },
        from: new Date(now()),
        until: days === null ? null : new Date(now() + days * 86_400_000),
      }
      return c.json(show(await giveMandate(store.db, of, given, new Date(now()))), 200)
    })

    .openapi(end, async (c) => {
      await endMandate(store.db, c.get('case'), c.req.valid('param').mandate, new Date(now()))
      return c.body(null, 204)
    })

    .openapi(use, async (c) => {
      const of = c.get('case')
      const { mandate } = c.req.valid('json')
      const known =
        mandate === null || (await readMandates(store.db, of)).some((each) => each.id === mandate && !each.endedAt)
      if (!known) throw new InvalidInput('There is no such mandate, or it has ended.')
      const request = await readRequest(store, of, c.req.valid('param').request)
      const at = new Date(now())
      if (request.mandate !== mandate)
        await store.transaction(async (tx) => {
          await setAnswers(tx, of, request, withoutSpeaker(request, of), at)
          await setMandate(tx, of, request, mandate, at)
        })
      return c.body(null, 204)
    })
}

/** Who speaks next is asked for a name of their own: hers never stands in a letter that does not name her. */
function withoutSpeaker({ ground, answers }: Request, { ageBand }: Case): Request['answers'] {
  const voices = ['self', 'parent', 'agent'] as const
  const elements = voices.flatMap((voice) => groundOf(ground).elements({ ageBand, voice }))
  const speakers = new Set(elements.filter(({ check }) => check && isOfSpeaker[check]).map(({ id }) => id))
  return Object.fromEntries(Object.entries(answers).filter(([element]) => !speakers.has(element)))
}

const isOfSpeaker = { name: true, mail: true, 'name-and-mail': true, contact: true, url: false, words: false }

function show({ id, kind, name, organisation, contact, scope, words, from, until, endedAt }: Mandate) {
  const { grounds, recipients, locations } = scope
  return {
    mandate: id,
    kind,
    name,
    organisation,
    contact,
    grounds,
    recipients,
    locations,
    words,
    since: from.toISOString(),
    until: until?.toISOString() ?? null,
    ended: endedAt?.toISOString() ?? null,
  }
}
