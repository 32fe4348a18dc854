/** Her places: whether what is there is still there, as looks from outside say, and her own word against theirs. */
import { createRoute, z } from '@hono/zod-openapi'
import { NotFound, Refused } from '#core/errors.ts'
import { type Location, locationKey } from '#core/location/index.ts'
import { contest } from '#core/watch/index.ts'
import { platformOf } from '#knowledge/platforms/index.ts'
import { isMetadata } from '#knowledge/platforms/look.ts'
import type { Inquiry } from '#knowledge/responsible/index.ts'
import type { Case } from '#store/cases.ts'
import { placeRef } from '#store/finds.ts'
import { closeRequest, type Request, readRequest, reviveRequests } from '#store/requests.ts'
import { readResponsibles } from '#store/responsibles.ts'
import { lockWatches, readWatches, startWatches, type Watch, writeWatch } from '#store/watches.ts'
import { addWork, isUnderWay } from '#store/work.ts'
import { type ApiDeps, createRouter, json, nothing, problems } from './deps.ts'
import { createLimits } from './limits.ts'
import { InquiryView, PlaceView } from './schema.ts'

const security = [{ session: [] }]
const params = z.object({ request: z.string().max(60) })

const list = createRoute({
  method: 'get',
  path: '/case/places',
  summary: 'Every place that is looked at, what was seen there and when; nothing is asked by reading this',
  security,
  responses: { 200: json(z.object({ places: z.array(PlaceView) }), 'The places'), ...problems },
})

const one = createRoute({
  method: 'get',
  path: '/case/requests/{request}/place',
  summary: 'The place of a request: whether what is there is still there',
  security,
  request: { params },
  responses: { 200: json(PlaceView, 'The place'), ...problems },
})

const lookNow = createRoute({
  method: 'post',
  path: '/case/requests/{request}/look',
  summary: 'Look at the place of a request now; the site sees that somebody looks, and not who',
  security,
  request: { params },
  responses: { 202: nothing, 403: problems[400], ...problems },
})

const isGone = createRoute({
  method: 'post',
  path: '/case/requests/{request}/gone',
  summary: 'She sees that it is gone: the request is closed',
  security,
  request: { params },
  responses: { 204: nothing, ...problems },
})

const isThere = createRoute({
  method: 'post',
  path: '/case/requests/{request}/still-there',
  summary: 'She sees that it is still there: its requests go on, and looks that say otherwise are not believed',
  security,
  request: { params },
  responses: { 204: nothing, ...problems },
})

const who = createRoute({
  method: 'get',
  path: '/case/requests/{request}/who',
  summary: 'What was found out about who can remove it; nobody is asked by reading this',
  security,
  request: { params },
  responses: { 200: json(InquiryView, 'Who can remove it'), ...problems },
})

const findOut = createRoute({
  method: 'post',
  path: '/case/requests/{request}/who',
  summary: 'Find out who can remove it: the site and public registers are asked, which learn its domain and address',
  security,
  request: { params },
  responses: { 202: nothing, ...problems },
})

export function places(deps: ApiDeps) {
  const { store, now } = deps
  const limits = createLimits(store)

  return createRouter()
    .openapi(list, async (c) => {
      const of = c.get('case')
      const watches = await readWatches(store.db, of)
      return c.json({ places: await Promise.all(watches.map((watch) => show(watch.location, watch, of, deps))) }, 200)
    })

    .openapi(one, async (c) => {
      const of = c.get('case')
      const { location } = await readRequest(store, of, c.req.valid('param').request)
      return c.json(await show(location, await watchOf(location, of), of, deps), 200)
    })

    .openapi(lookNow, async (c) => {
      const of = c.get('case')
      const { location } = await real(of, c.req.valid('param').request)
      if (!mayLook(location, of))
        throw new Refused('This page is not opened from here, because it may show somebody under 18.')
      await limits.look(of.id, locationKey(location))
      const at = new Date(now())
      await store.transaction(async (tx) => {
        const known = { keys: store.keys, at, chance: () => 0, isScheduled: false }
        await startWatches(tx, of, [{ location, pasted: null }], known)
        const watch = await watchOf(location, of, tx)
        if (watch) await addWork(tx, 'watch', [watch.id], now())
      })
      return c.body(null, 202)
    })

    .openapi(who, async (c) => {
      const of = c.get('case')
      const request = await readRequest(store, of, c.req.valid('param').request)
      const watch = await watchOf(request.location, of)
      const known = await readResponsibles<Inquiry>(store.db, of, request.placeRef)
      const ids = watch ? [watch.id] : []
      const asking = await isUnderWay(store, 'find-out', { ids, nowMs: now() })
      const { found = [], missing = [] } = known?.inquiry ?? {}
      return c.json({ at: known?.at.toISOString() ?? null, asking, found, missing }, 200)
    })

    .openapi(findOut, async (c) => {
      const of = c.get('case')
      const { location } = await real(of, c.req.valid('param').request)
      await limits.look(of.id, `who|${locationKey(location)}`)
      const at = new Date(now())
      await store.transaction(async (tx) => {
        const known = { keys: store.keys, at, chance: () => 0, isScheduled: false }
        await startWatches(tx, of, [{ location, pasted: null }], known)
        const watch = await watchOf(location, of, tx)
        if (watch) await addWork(tx, 'find-out', [watch.id], now())
      })
      return c.body(null, 202)
    })

    .openapi(isGone, async (c) => {
      const of = c.get('case')
      await closeRequest(store.db, of, await real(of, c.req.valid('param').request), new Date(now()))
      return c.body(null, 204)
    })

    .openapi(isThere, async (c) => {
      const of = c.get('case')
      const { location, placeRef: ref } = await real(of, c.req.valid('param').request)
      await store.transaction(async (tx) => {
        const watch = (await lockWatches(tx, of)).find((each) => each.placeRef.equals(ref))
        if (watch) await writeWatch(tx, of, { ...watch, standing: contest(watch.standing, now()) })
        await reviveRequests(tx, of, placeRef(store.keys, of.id, locationKey(location)), new Date(now()))
      })
      return c.body(null, 204)
    })

  async function watchOf(location: Location, of: Case, tx = store.db as Parameters<typeof readWatches>[0]) {
    const ref = placeRef(store.keys, of.id, locationKey(location))
    return (await readWatches(tx, of)).find((watch) => watch.placeRef.equals(ref)) ?? null
  }

  /** A practice's place is made up: nobody is asked about it. */
  async function real(of: Case, id: string): Promise<Request> {
    const request = await readRequest(store, of, id)
    if (request.practice) throw new NotFound('A practice has no place that could be looked at.')
    return request
  }
}

const mayLook = (location: Location, of: Case) => (of.isShielded ? isMetadata(location) : /^https:/.test(location.url))

async function show(location: Location, watch: Watch | null, of: Case, { store, now }: ApiDeps) {
  const standing = watch?.standing ?? null
  const time = (ms: number | null | undefined) => (ms === null || ms === undefined ? null : new Date(ms).toISOString())
  return {
    platform: location.platform,
    name: platformOf(location.platform).name,
    url: location.url,
    state: standing?.state ?? ('unseen' as const),
    since: standing && standing.state !== 'unseen' ? time(standing.since) : null,
    lookedAt: time(standing?.lookedAt),
    sign: standing?.sign ?? null,
    firstSignAt: time(standing?.goneFirstAt),
    scheduled: watch?.isScheduled ?? false,
    mayLook: mayLook(location, of),
    looking: watch !== null && (await isUnderWay(store, 'watch', { ids: [watch.id], nowMs: now() })),
  }
}
