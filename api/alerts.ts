/** Her inbox: what was found, her answers, and the practice. */
import { createRoute, z } from '@hono/zod-openapi'
import { madeUpPicture } from '#core/case/practice.ts'
import type { Lang } from '#core/case/types.ts'
import { NotFound } from '#core/errors.ts'
import { pdq, printFingerprint, sha256 } from '#core/fingerprint/index.ts'
import type { Fingerprint } from '#core/fingerprint/types.ts'
import type { AlertId } from '#core/ids.ts'
import { findChannel } from '#knowledge/channels/index.ts'
import { helpFor } from '#knowledge/helplines.ts'
import { platformOf } from '#knowledge/platforms/index.ts'
import { type AlertRow, type DeliveryState, markRead, readAlerts } from '#store/alerts.ts'
import type { Case } from '#store/cases.ts'
import { insertIntake } from '#store/channels.ts'
import { answerFind, readTold, type ToldMatch } from '#store/finds.ts'
import { insertItems } from '#store/items.ts'
import { endPractice, practiceChannelId, readPractice, startPractice } from '#store/practice.ts'
import { readWorkers } from '#store/presence.ts'
import { holdCase } from '#store/record.ts'
import { insertRequests, readRequests } from '#store/requests.ts'
import { readTidings } from '#store/tidings.ts'
import { addWork } from '#store/work.ts'
import { type ApiDeps, createRouter, json, jsonBody, nothing, problems } from './deps.ts'
import { requestsFor, summarise } from './requests.ts'
import { Alert, AnswerBody, PracticeView } from './schema.ts'

const security = [{ session: [] }]
const params = z.object({ alert: z.uuid('There is no such message.') })

const inbox = createRoute({
  method: 'get',
  path: '/case/alerts',
  summary: 'Every alert, the newest first; reading them here marks nothing',
  security,
  responses: { 200: json(z.object({ alerts: z.array(Alert) }), 'The alerts'), ...problems },
})

const one = createRoute({
  method: 'get',
  path: '/case/alerts/{alert}',
  summary: 'One alert; it counts as read, unless peek=true',
  security,
  request: { params, query: z.object({ peek: z.enum(['true', 'false']).default('false') }) },
  responses: { 200: json(Alert, 'The alert'), ...problems },
})

const answer = createRoute({
  method: 'post',
  path: '/case/matches/{match}/answer',
  summary: 'What she says to a find: me, not me, not now; null takes the answer back',
  security,
  request: { params: z.object({ match: z.uuid('There is no such find.') }), body: jsonBody(AnswerBody) },
  responses: { 204: nothing, ...problems },
})

const practise = createRoute({
  method: 'post',
  path: '/case/practice',
  summary: 'Send a made-up notice of a made-up picture through the whole pipeline; gone after an hour, or at the next',
  security,
  responses: { 202: json(PracticeView, 'Begun'), ...problems },
})

const practice = createRoute({
  method: 'get',
  path: '/case/practice',
  summary: 'How far the practice has come',
  security,
  responses: { 200: json(PracticeView, 'Its steps'), ...problems },
})

const endOfPractice = createRoute({
  method: 'delete',
  path: '/case/practice',
  summary: 'Take the practice away',
  security,
  responses: { 204: nothing, ...problems },
})

const hour = 3_600_000

export function alerts(deps: ApiDeps) {
  const { store, now, random } = deps

  return createRouter()
    .openapi(inbox, async (c) => c.json({ alerts: await tell(c.get('case'), null, deps) }, 200))

    .openapi(one, async (c) => {
      const { alert } = c.req.valid('param')
      const [found] = await tell(c.get('case'), alert, deps)
      if (!found) throw new NotFound('There is no such message.')
      if (c.req.valid('query').peek === 'false')
        await markRead(store.db, c.get('case').id, alert as AlertId, new Date(now()))
      return c.json(found, 200)
    })

    .openapi(answer, async (c) => {
      const of = c.get('case')
      const { match } = c.req.valid('param')
      const said = c.req.valid('json').answer
      const find = said === 'me' ? (await readTold(store, of, null)).find((told) => told.match === match) : undefined
      await store.transaction(async (tx) => {
        await holdCase(tx, of.id)
        if (!(await answerFind(tx, of.id, match, said))) throw new NotFound('There is no such find.')
        // What a search engine showed has no request before she says that it is her; what has one keeps it.
        if (find?.location)
          await insertRequests(tx, of, requestsFor(find.location, of, deps), {
            practice: find.practice,
            at: new Date(now()),
          })
      })
      return c.body(null, 204)
    })

    .openapi(practise, async (c) => {
      const of = c.get('case')
      await endPractice(store, of.id)
      const picture = madeUpPicture(random)
      const published: Fingerprint = { type: 'pdq', value: pdq(picture).hash }
      const enrolled: Fingerprint[] = [published, { type: 'sha256', value: sha256(picture.data) }]
      const at = new Date(now())
      await store.transaction(async (tx) => {
        const id = await startPractice(tx, of.id, at)
        await insertItems(tx, of, [{ type: 'picture', fingerprints: enrolled }], { practice: true, at })
        const line = {
          id,
          op: 'upsert',
          type: 'pdq',
          value: printFingerprint(nudge(published)),
          quality: 100,
          url: practicePlace,
          updated_at: at.toISOString(),
        }
        await insertIntake(tx, practiceChannelId, [JSON.stringify(line)], at)
        await addWork(tx, 'poll', [practiceChannelId], now())
        await addWork(tx, 'forget', [of.id], now() + hour)
      })
      return c.json(await steps(of, deps), 202)
    })

    .openapi(practice, async (c) => c.json(await steps(c.get('case'), deps), 200))

    .openapi(endOfPractice, async (c) => {
      await endPractice(store, c.get('case').id)
      return c.body(null, 204)
    })
}

/** Nobody's: the domain is kept for examples (RFC 2606 §2), so that no letter can reach anybody. */
const practicePlace = 'https://practice.example/made-up-picture'

/** Six bits turned, as a copy that was compressed again would be. */
function nudge({ type, value }: Fingerprint): Fingerprint {
  return { type, value: value.map((byte, i) => (i < 6 ? byte ^ 1 : byte)) }
}

async function steps(of: Case, { store }: ApiDeps) {
  const practice = await readPractice(store, of.id)
  if (!practice) return { steps: [], alert: null, delivery: null }
  const { startedAt, publishedAt, matchedAt, alertedAt, alert, delivery } = practice
  const reached = [
    { step: 'enrolled' as const, at: startedAt },
    { step: 'published' as const, at: publishedAt },
    { step: 'matched' as const, at: matchedAt },
    { step: 'alerted' as const, at: alertedAt },
  ]
  return {
    steps: reached.flatMap(({ step, at }) => (at ? [{ step, at: at.toISOString() }] : [])),
    alert,
    delivery: alert ? await deliveryOf(delivery as DeliveryState | null, store) : null,
  }
}

/** Alerts of a case as the inbox tells them: all, or one. */
async function tell(of: Case, alertId: string | null, deps: ApiDeps) {
  const { store } = deps
  const rows = await readAlerts(store, of.id, alertId)
  const [told, requests, tidings] = await Promise.all([
    readTold(
      store,
      of,
      rows.map((row) => row.id),
    ),
    readRequests(store, of),
    readTidings(store, of),
  ])
  const help = helpFor({ country: of.country, ageBand: of.ageBand, lang: of.lang })
  return Promise.all(
    rows.map(async (row) => {
      const matches = told.filter((match) => match.alertId === row.id)
      const news = tidings.filter((tiding) => tiding.alertId === row.id)
      const places = new Set([...matches, ...news].flatMap(({ placeRef }) => placeRef?.toString('hex') ?? []))
      const prepared = requests.filter(
        (request) => request.practice === row.practice && places.has(request.placeRef.toString('hex')),
      )
      return {
        ...head(row),
        delivery: await deliveryOf(row.delivery, store),
        help,
        matches: matches.map((match) => ({
          id: match.match,
          channel: match.channelId,
          channelName: match.channelName,
          kind: match.kind,
          distance: match.distance,
          share: match.share,
          location: match.location?.url ?? null,
          place: match.location ? platformOf(match.location.platform).name : null,
          since: match.since.toISOString(),
          tells: whatItTells(match, of.lang),
          answer: match.answer,
          retracted: match.retracted,
        })),
        news: news.map(({ kind, location, before, at, request = null, step = null }) => ({
          kind,
          location: location.url,
          place: platformOf(location.platform).name,
          before: before?.url ?? null,
          request,
          step,
          at: new Date(at).toISOString(),
        })),
        requests: prepared.map((request) => summarise(request, of, deps)),
      }
    }),
  )
}

/** In the channel's own words: what a source that is not public lets a person know of it. */
function whatItTells({ channelKind, said }: ToldMatch, lang: Lang): string | null {
  const kind = findChannel(channelKind)
  const ofKind = Object.entries(kind?.tellsOf ?? {}).find(([noticeKind]) => noticeKind === said)?.[1]
  return (ofKind ?? kind?.tells)?.[lang] ?? null
}

const head = (row: AlertRow) => ({
  alert: row.id,
  at: row.createdAt.toISOString(),
  practice: row.practice,
  read: row.read,
})

async function deliveryOf(state: DeliveryState | null, store: ApiDeps['store']) {
  if (state === null) return 'none' as const
  if (state === 'sending' || state === 'handed') return 'waiting' as const
  if (state !== 'waiting') return state
  return (await readWorkers(store)).some((worker) => worker.mail) ? ('waiting' as const) : ('no-server' as const)
}
