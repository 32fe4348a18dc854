/**
 * Around a request: the plan for its place, sending it for her, what she says of it, next steps, and dates for a calendar.
 */
import { createRoute, z } from '@hono/zod-openapi'
import { isMinor } from '#core/case/types.ts'
import { InvalidInput, NotFound } from '#core/errors.ts'
import { locationKey } from '#core/location/index.ts'
import { type CalendarEntry, calendarOf } from '#core/request/calendar.ts'
import { chanceFrom } from '#core/watch/index.ts'
import { deadlineFor, stepDeadline } from '#knowledge/deadlines.ts'
import { groundIds, stepIds } from '#knowledge/grounds/ground.ts'
import { groundOf } from '#knowledge/grounds/index.ts'
import { callScript, firstLetterFor } from '#knowledge/hotline.ts'
import { planRecipients, routeFor } from '#knowledge/letters/index.ts'
import { whens } from '#knowledge/plan.ts'
import { platformOf } from '#knowledge/platforms/index.ts'
import type { Inquiry } from '#knowledge/responsible/index.ts'
import { sendingWords } from '#knowledge/sending.ts'
import type { Case } from '#store/cases.ts'
import { placeRef } from '#store/finds.ts'
import { readOutcomes } from '#store/outcomes.ts'
import {
  insertRequests,
  moveRequest,
  type Request,
  readRequest,
  readRequests,
  referenceOf,
  snapshotOf,
} from '#store/requests.ts'
import { readResponsibles } from '#store/responsibles.ts'
import {
  cancelSending,
  grantSending,
  queueSending,
  readSendConsents,
  readSendings,
  resolveSending,
  revokeSending,
} from '#store/sendings.ts'
import { watchAsked } from '#store/watches.ts'
import { type ApiDeps, createRouter, json, jsonBody, nothing, problems } from './deps.ts'
import { readersLang } from './letter.ts'
import { summarise } from './requests.ts'
import { RequestSummary } from './schema.ts'

const security = [{ session: [] }]
const params = z.object({ request: z.string().max(60) })

const Contact = z.object({
  form: z.string().optional(),
  email: z.string().optional(),
  unknown: z.boolean().optional(),
})

const PlanView = z
  .object({
    place: z.string(),
    location: z.string(),
    steps: z.array(
      z.object({
        order: z.int(),
        when: z.enum(whens),
        recipient: z.string(),
        to: Contact,
        phone: z.string().nullable(),
        title: z.string().describe('The law, or what this is'),
        why: z.string().describe('Why it comes here, in one sentence'),
        exposes: z.string(),
        rule: z.string().nullable(),
        asks: z.string().nullable(),
        sure: z.boolean(),
        source: z.object({ url: z.string(), checked: z.string() }),
        route: z
          .string()
          .nullable()
          .describe('To prepare a request with, together with `ground`; null: no letter goes there'),
        ground: z.string().nullable(),
        request: z.string().nullable().describe('The request that is there already'),
        state: z.string().nullable().describe('Where that request stands'),
      }),
    ),
    first: z
      .array(
        z.object({
          to: z.enum(['hotline', 'police']),
          name: z.string().nullable(),
          subject: z.string(),
          text: z.string().describe('The first letter. It names nobody'),
          say: z.array(z.string()).describe('What can be said on the telephone'),
          mayAsk: z.array(z.string()),
          leaveOut: z.array(z.string()),
          goodToKnow: z.array(z.string()),
        }),
      )
      .describe('Who comes first, with a letter and a call: hotline and police for a minor, the police for an adult'),
  })
  .openapi('Plan')

const plan = createRoute({
  method: 'get',
  path: '/case/requests/{request}/plan',
  summary: 'Everybody who can be asked about this place: in which order, under which law, and why',
  security,
  request: { params },
  responses: { 200: json(PlanView, 'The plan'), ...problems },
})

const prepare = createRoute({
  method: 'post',
  path: '/case/requests/{request}/plan',
  summary: 'Prepares a request that the plan offers; one that exists is given back',
  security,
  request: { params, body: jsonBody(z.strictObject({ route: z.string().max(500), ground: z.enum(groundIds) })) },
  responses: { 200: json(RequestSummary, 'The request'), ...problems },
})

const says = createRoute({
  method: 'post',
  path: '/case/requests/{request}/says',
  summary: 'She says what they answered: they have it, or they refuse. Nothing is taken from a mail unread',
  security,
  request: { params, body: jsonBody(z.strictObject({ says: z.enum(['acknowledged', 'refused']) })) },
  responses: { 200: json(RequestSummary, 'The request as it stands now'), ...problems },
})

const stepTaken = createRoute({
  method: 'post',
  path: '/case/requests/{request}/steps/{step}',
  summary: 'She has taken this next step: its own time starts, where the law names one',
  security,
  request: { params: z.object({ ...params.shape, step: z.enum(stepIds) }) },
  responses: { 200: json(RequestSummary, 'The request as it stands now'), ...problems },
})

const send = createRoute({
  method: 'put',
  path: '/case/requests/{request}/sending',
  summary: 'She agrees to this route, says that the letter is true, and the service sends it',
  security,
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        words: z.string().min(1).max(4000).describe('The words that she read, as `sending.words` gave them'),
        isTrue: z.literal(true).describe('She has read the letter, and says that what stands in it is true'),
      }),
    ),
  },
  responses: { 204: nothing, ...problems },
})

const stop = createRoute({
  method: 'delete',
  path: '/case/requests/{request}/sending',
  summary: 'Stops what has not left yet, and takes the consent for this route back',
  security,
  request: { params },
  responses: { 204: nothing, ...problems },
})

const resolve = createRoute({
  method: 'post',
  path: '/case/requests/{request}/sending',
  summary: 'She says what became of a letter of which nobody knows whether it left',
  security,
  request: { params, body: jsonBody(z.strictObject({ wasSent: z.boolean() })) },
  responses: { 204: nothing, ...problems },
})

const consents = createRoute({
  method: 'get',
  path: '/case/sending-consents',
  summary: 'The routes by which letters may be sent for her',
  security,
  responses: {
    200: json(
      z.object({
        routes: z.array(
          z.object({ platform: z.string(), name: z.string(), route: z.string(), since: z.string(), words: z.string() }),
        ),
      }),
      'The routes',
    ),
    ...problems,
  },
})

const calendar = createRoute({
  method: 'get',
  path: '/case/calendar.ics',
  summary: 'The dates that run, for a calendar: the cover name and nothing else',
  security,
  request: { query: z.object({ request: z.string().max(60).optional().describe('Of this request alone') }) },
  responses: { 200: { description: 'The dates', content: { 'text/calendar': { schema: z.string() } } }, ...problems },
})

const OutcomesView = z
  .object({
    groups: z.array(
      z.object({
        platform: z.string(),
        route: z.string(),
        ground: z.string(),
        sent: z.int().describe('At least 10; every other number is of these'),
        acknowledged: z.int(),
        refused: z.int(),
        overdue: z.int(),
        gone: z.int(),
        back: z.int().describe('Of those that were gone'),
        goneWithin: z.array(z.object({ days: z.int(), count: z.int() })),
      }),
    ),
  })
  .openapi('Outcomes')

const outcomes = createRoute({
  method: 'get',
  path: '/outcomes',
  summary: 'What became of requests that were sent from here, in groups of ten or more',
  request: { query: z.object({ platform: z.string().max(40).optional(), ground: z.enum(groundIds).optional() }) },
  responses: { 200: json(OutcomesView, 'The figures'), ...problems },
})

export function life(deps: ApiDeps) {
  const { store, now } = deps
  const at = () => new Date(now())

  return createRouter()
    .openapi(plan, async (c) => {
      const of = c.get('case')
      const request = await readRequest(store, of, c.req.valid('param').request)
      const { location } = request
      const all = await readRequests(store, of)
      const steps = await planOf(request, of)
      return c.json(
        {
          place: platformOf(location.platform).name,
          location: location.url,
          steps: steps.map(({ recipient, routeId, ...step }) => {
            const here = all.findLast(
              (each) =>
                each.route === routeId &&
                each.ground === step.ground &&
                each.practice === request.practice &&
                each.places.some(({ ref }) => request.places.some((place) => place.ref.equals(ref))),
            )
            const of = { request: here?.id ?? null, state: here?.state ?? null }
            return { ...step, recipient: recipient.name, to: recipient.to, route: routeId, ...of }
          }),
          first: firstOf(request, of),
        },
        200,
      )
    })

    .openapi(prepare, async (c) => {
      const of = c.get('case')
      const request = await readRequest(store, of, c.req.valid('param').request)
      const { route, ground } = c.req.valid('json')
      const offered = (await planOf(request, of)).some((step) => step.routeId === route && step.ground === ground)
      if (!offered || request.practice) throw new InvalidInput('The plan does not offer this.')
      const { location, found } = request
      const ref = placeRef(store.keys, of.id, locationKey(location))
      await insertRequests(store.db, of, [{ placeRef: ref, route, ground, location, found }], {
        practice: false,
        at: at(),
      })
      const made = (await readRequests(store, of)).findLast(
        (each) => each.route === route && each.ground === ground && each.places.some((place) => place.ref.equals(ref)),
      )
      if (!made) throw new NotFound('There is no such request.')
      return c.json(summarise(made, of, deps), 200)
    })

    .openapi(says, async (c) => {
      const of = c.get('case')
      const { says } = c.req.valid('json')
      const event = says === 'refused' ? { type: says, at: now() } : { type: says }
      const move = { event, at: at(), facts: { by: 'person' } }
      const { request } = await moveRequest(store.db, of, c.req.valid('param').request, move)
      return c.json(summarise(request, of, deps), 200)
    })

    .openapi(stepTaken, async (c) => {
      const of = c.get('case')
      const { request: id, step } = c.req.valid('param')
      const before = await readRequest(store, of, id)
      const ground = groundOf(before.ground)
      if (!ground.steps.some((each) => each.id === step)) throw new InvalidInput('This law has no such step.')
      const deadline = stepDeadline(ground, step, { receivedAt: now(), country: of.country })
      const due = snapshotOf(deadline, {
        receivedAt: now(),
        receipt: 'sent',
        computedAt: now(),
        country: deadline.country,
      })
      const event = { type: 'escalated' as const, step, at: now(), due: due.at }
      const { request } = await moveRequest(store.db, of, id, { event, due, facts: { by: 'person' }, at: at() })
      return c.json(summarise(request, of, deps), 200)
    })

    .openapi(send, async (c) => {
      const of = c.get('case')
      const request = await readRequest(store, of, c.req.valid('param').request)
      const to = routeFor(request.location, request.route, { lang: of.lang, routes: deps.facts.routes })
      if (!('email' in to.to)) throw new InvalidInput('They take requests in a form of their own.')
      const address = to.to.email
      const { words } = c.req.valid('json')
      if (words !== sendingWords(of, { recipient: to.recipient, address }))
        throw new InvalidInput('The words have changed since. Read them again, and send them as they are now.')
      const route = { platform: request.location.platform, route: request.route }
      await store.transaction(async (tx) => {
        await grantSending(tx, of, { ...route, words, since: at() })
        const { id: requestId, mandate } = request
        await queueSending(tx, of, { requestId, to: address, lang: readersLang(request, of), mandate }, at())
        const known = { keys: store.keys, at: at(), chance: () => chanceFrom(deps.random) }
        await watchAsked(tx, of, request, known)
      })
      return c.body(null, 204)
    })

    .openapi(stop, async (c) => {
      const of = c.get('case')
      const { id, location, route } = await readRequest(store, of, c.req.valid('param').request)
      await store.transaction(async (tx) => {
        for (const sending of await readSendings(tx, of))
          if (sending.requestId === id) await cancelSending(tx, of, sending.id, at())
        await revokeSending(tx, of, { platform: location.platform, route }, at())
      })
      return c.body(null, 204)
    })

    .openapi(resolve, async (c) => {
      const of = c.get('case')
      const request = await readRequest(store, of, c.req.valid('param').request)
      const open = (await readSendings(store.db, of)).find(
        ({ requestId, state }) => requestId === request.id && state === 'unconfirmed',
      )
      if (!open) throw new NotFound('There is no such letter.')
      const receivedAt = (open.settledAt ?? open.createdAt).getTime()
      const deadline = deadlineFor(groundOf(request.ground), { receivedAt })
      const due = snapshotOf(deadline, { receivedAt, receipt: 'mail-server', computedAt: now() })
      const { wasSent } = c.req.valid('json')
      await resolveSending(store.db, of, open.id, { wasSent, due, at: at() })
      return c.body(null, 204)
    })

    .openapi(consents, async (c) => {
      const routes = (await readSendConsents(store.db, c.get('case'))).map(({ since, ...each }) => ({
        ...each,
        name: platformOf(each.platform).name,
        since: since.toISOString(),
      }))
      return c.json({ routes }, 200)
    })

    .openapi(calendar, async (c) => {
      const of = c.get('case')
      const { request: only } = c.req.valid('query')
      const entries = (await readRequests(store, of)).flatMap(({ id, practice, progress }): CalendarEntry[] => {
        const runs = !practice && progress.state !== 'removed' && progress.state !== 'reopened'
        return runs && progress.dueAt !== null && (only === undefined || only === id)
          ? [{ id, at: progress.dueAt, alarmMinutes: 60 }]
          : []
      })
      const headers = {
        'Content-Disposition': 'attachment; filename="dates.ics"',
        'Content-Type': 'text/calendar; charset=utf-8',
      }
      return c.body(calendarOf(entries, { coverName: deps.config.coverName, madeAt: now() }), 200, headers)
    })

    .openapi(outcomes, async (c) => {
      const { platform = null, ground = null } = c.req.valid('query')
      return c.json({ groups: await readOutcomes(store.db, { platform, ground }) }, 200)
    })

  async function planOf({ location, placeRef: ref }: Request, of: Case) {
    const known = await readResponsibles<Inquiry>(store.db, of, ref)
    const groups = await readOutcomes(store.db, { platform: location.platform })
    return planRecipients({
      location,
      ageBand: of.ageBand,
      country: of.country,
      lang: of.lang,
      routes: deps.facts.routes,
      inquiry: known?.inquiry ?? null,
      outcomes: groups.flatMap(({ ground, gone, ...group }) => {
        const id = groundIds.find((each) => each === ground)
        return id ? [{ ...group, ground: id, removed: gone }] : []
      }),
    })
  }
}

function firstOf(request: Request, of: Case) {
  const { country, ageBand, lang } = of
  const contacts = isMinor(ageBand) ? (['hotline', 'police'] as const) : (['police'] as const)
  return contacts.map((to) => {
    const known = { country, ageBand, lang, to }
    const { say, mayAsk, leaveOut, goodToKnow } = callScript(known)
    const letter = firstLetterFor({
      ...known,
      locations: request.places.map((place) => place.location),
      reference: referenceOf(request),
    })
    return {
      to,
      name: letter.helpline?.name ?? null,
      subject: letter.subject,
      text: letter.text,
      say: [...say],
      mayAsk: [...mayAsk],
      leaveOut: [...leaveOut],
      goodToKnow: [...goodToKnow],
    }
  })
}
