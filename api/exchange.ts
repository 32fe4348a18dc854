/**
 * The exchange: hashes that people have agreed to share, as a platform's matcher reads them; what it says back; and what
 * the operator and the person ask about it. The wire is that of NCMEC's hash sharing v2, because matchers read it already
 * and because it takes an entry back by its ids alone (docs/decisions/0011-an-exchange-that-forgets.md).
 */
import { createRoute, z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { etag } from 'hono/etag'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { isMinor } from '#core/case/types.ts'
import { InvalidInput, NotFound, Refused } from '#core/errors.ts'
import { shareWords } from '#knowledge/share.ts'
import type { Case } from '#store/cases.ts'
import { readItems } from '#store/items.ts'
import {
  findReader,
  grantSharing,
  insertReader,
  readReaders,
  readShareAnswers,
  readShares,
  readSharing,
  removeReader,
  type SharedEntry,
  saveShareAnswer,
  stopSharing,
} from '#store/shares.ts'
import { type ApiDeps, createRouter, type Env, json, jsonBody, nothing, problems, Unauthorised } from './deps.ts'
import { addressOf, TooOften } from './limits.ts'
import { ExchangeReaderView, ShareBody, ShareView } from './schema.ts'
import { operatorOnly } from './session.ts'

const pageSize = 1000
const requestsAMinute = 240
const refusalsAMinute = 60
/** A clock further ahead than any zone is wrong: what changes before that hour would be dated after it. */
const furthestAheadMs = 26 * 3_600_000
const longestAnswer = 10_000

/** Everything here was entered by one member: this installation. */
const member = 1

const xml = (description: string) => ({ description, content: { 'application/xml': { schema: z.string() } } })
const platform = [{ platform: [] }]
const printType = z.string().regex(/^[A-Z0-9_]{2,20}$/, 'Name a type of fingerprint, such as PDQ.')

const status = createRoute({
  method: 'get',
  path: '/exchange/v2/status',
  summary: 'Which platform the key belongs to',
  security: platform,
  responses: { 200: xml('The platform'), ...problems },
})

const members = createRoute({
  method: 'get',
  path: '/exchange/v2/members',
  summary: 'Who enters hashes: this installation alone',
  security: platform,
  responses: { 200: xml('The members'), ...problems },
})

const instant = z.iso
  .datetime({ offset: true, error: 'Write the instant as 2026-11-24T10:00:00Z.' })
  .transform((text) => new Date(text))

const entries = createRoute({
  method: 'get',
  path: '/exchange/v2/entries',
  summary: 'Hashes that changed for this platform within a range of time, and those that are to be deleted',
  security: platform,
  request: {
    query: z.object({
      from: instant.default(new Date(0)),
      to: instant.optional(),
      start: z.coerce.number().int().min(1).max(1e9).default(1),
      after: z
        .string()
        .regex(/^\d{1,18}$/)
        .default('0')
        .describe('As `next` gives it'),
    }),
  },
  responses: { 200: xml('A page, with the path of the next one'), ...problems },
})

const reasons = createRoute({
  method: 'get',
  path: '/exchange/v2/feedback/{type}/reasons',
  summary: 'What may be said against an entry',
  security: platform,
  request: { params: z.object({ type: printType }) },
  responses: { 200: xml('The reasons'), ...problems },
})

const feedback = createRoute({
  method: 'put',
  path: '/exchange/v2/entries/{member}/{entry}/{type}/feedback',
  summary: 'The platform says that it blocks an entry, or that it does not; the person is shown it',
  security: platform,
  request: { params: z.object({ member: z.string().max(20), entry: z.string().max(80), type: printType }) },
  responses: { 200: xml('Kept'), ...problems },
})

const operator = [{ operator: [] }]

const list = createRoute({
  method: 'get',
  path: '/exchange',
  summary: 'Platforms that may read what people share with them, and when each last did',
  security: operator,
  responses: { 200: json(z.object({ readers: z.array(ExchangeReaderView) }), 'The platforms'), ...problems },
})

const add = createRoute({
  method: 'post',
  path: '/exchange',
  summary: 'Let a platform read what people will share with it; its key is told once',
  security: operator,
  request: { body: jsonBody(z.strictObject({ name: z.string().trim().min(1).max(80) })) },
  responses: {
    201: json(z.object({ reader: z.string(), name: z.string(), user: z.string(), key: z.string() }), 'The platform'),
    ...problems,
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/exchange/{reader}',
  summary: 'A platform reads nothing any more; what it has read stays with it until it deletes it',
  security: operator,
  request: { params: z.object({ reader: z.string().max(80) }) },
  responses: { 204: nothing, ...problems },
})

const security = [{ session: [] }]

const view = createRoute({
  method: 'get',
  path: '/case/share',
  summary: 'Which platforms her pictures may be made known to, what that means, and what she agreed to',
  security,
  responses: { 200: json(ShareView, 'How it stands'), ...problems },
})

const agree = createRoute({
  method: 'put',
  path: '/case/share',
  summary:
    'She agrees, for all she watches now, with these platforms; any other that she named before is told to delete',
  security,
  request: { body: jsonBody(ShareBody) },
  responses: { 200: json(ShareView, 'How it stands now'), ...problems },
})

const stop = createRoute({
  method: 'delete',
  path: '/case/share',
  summary: 'Nothing is shown from now on, and every platform is told to delete what it has',
  security,
  responses: { 204: nothing, ...problems },
})

export function exchange(deps: ApiDeps) {
  const { store, now, random, config } = deps
  const router = createRouter()
  router.use('/exchange/v2/*', platformOnly(deps), etag())
  for (const path of ['/exchange', '/exchange/:reader'] as const) router.use(path, operatorOnly(deps))

  return router
    .openapi(status, (c) => {
      const { id, name } = c.get('reader')
      return sendXml(
        c,
        `<status xmlns="${namespace}"><username>${asXml(id)}</username><member id="${member}">${asXml(name)}</member></status>`,
      )
    })

    .openapi(members, (c) =>
      sendXml(c, `<members xmlns="${namespace}"><member id="${member}">${asXml(config.coverName)}</member></members>`),
    )

    .openapi(entries, async (c) => {
      const { from, to = new Date(now()), start, after } = c.req.valid('query')
      if (to.getTime() > now() + furthestAheadMs)
        throw new InvalidInput('`to` is more than a day ahead. Set the clock of the machine that asks, to UTC.')
      if (from > to) throw new InvalidInput('`from` is later than `to`. Send the earlier instant as `from`.')
      const range = { from, to, after, limit: pageSize, at: new Date(now()) }
      const { entries: page, left } = await readShares(store, c.get('reader'), range)
      const last = page.at(-1)
      const next =
        last && left > page.length
          ? `/v2/entries?from=${toParameter(from)}&to=${toParameter(to)}&start=${start + page.length}&size=${pageSize}&max=${start - 1 + left}&after=${last.position}`
          : null
      return sendXml(c, writePage(page, next, config.coverName))
    })

    .openapi(reasons, (c) => {
      const { type } = c.req.valid('param')
      return sendXml(
        c,
        `<feedbackReasons xmlns="${namespace}"><availableFeedbackReasons><reason guid="${notBlocked}" name="Not blocked here" type="${type}"/></availableFeedbackReasons></feedbackReasons>`,
      )
    })

    .openapi(feedback, async (c) => {
      const { member: by, entry } = c.req.valid('param')
      const says = readAnswer(await c.req.text())
      const known = by === String(member) && z.uuid().safeParse(entry).success
      const kept = known && (await saveShareAnswer(store, c.get('reader'), { entry, says, at: new Date(now()) }))
      if (!kept) throw new NotFound('No such entry was given to you.')
      return sendXml(c, `<submissionResult xmlns="${namespace}"/>`)
    })

    .openapi(list, async (c) => {
      const readers = (await readReaders(store)).map(({ id, name, createdAt, readAt }) => ({
        reader: id,
        name,
        since: createdAt.toISOString(),
        readAt: readAt?.toISOString() ?? null,
      }))
      return c.json({ readers }, 200)
    })

    .openapi(add, async (c) => {
      const { name } = c.req.valid('json')
      const id = `reader-${[...random(8)].map((byte) => (byte % 32).toString(32)).join('')}`
      const key = Buffer.from(random(32)).toString('base64url')
      await insertReader(store, { id, name, key, at: new Date(now()) })
      return c.json({ reader: id, name, user: id, key }, 201)
    })

    .openapi(remove, async (c) => {
      await removeReader(store, c.req.valid('param').reader)
      return c.body(null, 204)
    })

    .openapi(view, async (c) => c.json(await tell(c.get('case'), deps), 200))

    .openapi(agree, async (c) => {
      const of = c.get('case')
      const { words, readers } = c.req.valid('json')
      if (isMinor(of.ageBand))
        throw new Refused('Pictures of somebody under 18 go to nobody from here. Take It Down is for that.')
      if (!Object.values(shareWords).includes(words))
        throw new InvalidInput('The words have changed since. Read them again, and send them as they are now.')
      const known = new Set((await readReaders(store)).map(({ id }) => id))
      if (readers.some((id) => !known.has(id)))
        throw new InvalidInput('One of these platforms does not read from here. Read the list again.')
      const media = await sharable(of, deps)
      if (media.size === 0) throw new InvalidInput('There is no picture and no video to share yet. Add one first.')
      const agreed = { since: new Date(now()), words, readers: [...new Set(readers)], items: [...media.keys()], media }
      await store.transaction((tx) => grantSharing(tx, of, agreed))
      return c.json(await tell(of, deps), 200)
    })

    .openapi(stop, async (c) => {
      await store.transaction((tx) => stopSharing(tx, c.get('case').id))
      return c.body(null, 204)
    })
}

/** Pictures and videos of a case, with what each is; nothing of a practice. */
async function sharable(of: Case, { store }: Pick<ApiDeps, 'store'>): Promise<Map<string, SharedEntry['media']>> {
  const items = (await readItems(store, of)).filter(({ type, practice }) => type !== 'place' && !practice)
  return new Map(items.map(({ id, type }) => [id as string, type === 'clip' ? 'video' : 'image']))
}

async function tell(of: Case, deps: ApiDeps) {
  const { store } = deps
  const [readers, agreed, answers, media] = await Promise.all([
    readReaders(store),
    readSharing(store.db, of),
    readShareAnswers(store.db, of),
    sharable(of, deps),
  ])
  const isHers = !isMinor(of.ageBand)
  const covered = new Set(agreed?.items)
  return {
    offered: !isHers ? ('minor' as const) : readers.length > 0 ? ('yes' as const) : ('nobody' as const),
    words: shareWords[of.lang],
    readers: isHers ? readers.map(({ id, name }) => ({ id, name, agreed: agreed?.readers.includes(id) ?? false })) : [],
    agreed:
      isHers && agreed ? { since: agreed.since.toISOString(), words: agreed.words, items: agreed.items.length } : null,
    unshared: agreed ? [...media.keys()].filter((id) => !covered.has(id)).length : 0,
    answers: answers.map((answer) => ({ ...answer, at: answer.at.toISOString() })),
  }
}

/**
 * Puts the platform of the key into the context, or answers 401, the same for a name that is none. A platform reads only
 * so often, and an address with a wrong key is heard only so often.
 */
function platformOnly({ store }: ApiDeps): MiddlewareHandler<Env> {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: store.pool,
      tableName: 'attempts',
      tableCreated: true,
      keyPrefix,
      points,
      duration: 60,
    })
  const perReader = limiter('exchange', requestsAMinute)
  const refusals = limiter('exchange-no', refusalsAMinute)
  const tooOften = (refusal: unknown) => {
    throw refusal instanceof RateLimiterRes ? new TooOften(refusal) : refusal
  }

  return async (c, next) => {
    const address = store.keys.ref('attempt', addressOf(c)).toString('hex').slice(0, 32)
    const refused = await refusals.get(address)
    if (refused && refused.consumedPoints >= refusals.points) throw new TooOften(refused)
    const { user, key } = readBasic(c.req.header('Authorization'))
    const reader = await findReader(store, user, key)
    if (!reader) {
      await refusals.consume(address).catch(tooOften)
      throw new Unauthorised('Send the user and the key that were given to your platform, as Basic authentication.')
    }
    await perReader.consume(reader.id).catch(tooOften)
    c.set('reader', reader)
    await next()
  }
}

function readBasic(header: string | undefined): { user: string; key: string } {
  const [, given = ''] = header?.match(/^Basic ([\w+/=-]{1,400})$/) ?? []
  const [user = '', ...key] = Buffer.from(given, 'base64').toString('utf8').split(':')
  return { user, key: key.join(':') }
}

// ---- the wire

const namespace = 'https://hashsharing.ncmec.org/hashsharing/v2'
/** The one reason there is; made up, and always the same. */
const notBlocked = '7b1f0a52-5d1c-4f0e-9a63-0c8d1f1c2b90'

function sendXml(c: Context<Env>, content: string) {
  return c.body(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`, 200, {
    'Content-Type': 'application/xml; charset=utf-8',
  })
}

function writePage(page: readonly SharedEntry[], next: string | null, by: string): string {
  const paging = next === null ? '' : `<paging><next>${asXml(next)}</next></paging>`
  const groups = (['image', 'video'] as const).map((media) =>
    writeGroup(
      media,
      page.filter((entry) => entry.media === media),
      by,
    ),
  )
  return `<queryResult xmlns="${namespace}">${groups.join('')}${paging}</queryResult>`
}

function writeGroup(media: SharedEntry['media'], entries: readonly SharedEntry[], by: string): string {
  if (entries.length === 0) return `<${media}s count="0"/>`
  const newest = new Date(Math.max(...entries.map(({ changedAt }) => changedAt.getTime())))
  const written = entries.map((entry) => writeEntry(entry, by)).join('')
  return `<${media}s count="${entries.length}" maxTimestamp="${toSeconds(newest)}">${written}</${media}s>`
}

function writeEntry({ id, media, changedAt, prints }: SharedEntry, by: string): string {
  const head = `<member id="${member}">${asXml(by)}</member><timestamp>${toSeconds(changedAt)}</timestamp><id>${id}</id>`
  if (!prints) {
    const tag = media === 'image' ? 'deletedImage' : 'deletedVideo'
    return `<${tag}>${head}</${tag}>`
  }
  const { md5, pdq } = prints
  const written = [
    md5 && `<md5>${Buffer.from(md5).toString('hex')}</md5>`,
    pdq && media === 'image' && `<pdq>${Buffer.from(pdq).toString('hex')}</pdq>`,
  ]
  return `<${media}>${head}<fingerprints>${written.filter(Boolean).join('')}</fingerprints></${media}>`
}

/** Readers of this wire take whole seconds. */
const toSeconds = (at: Date) => `${at.toISOString().slice(0, 19)}Z`
const toParameter = (at: Date) => encodeURIComponent(at.toISOString())

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const asXml = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? '')

/**
 * Of a submission only this is read: which of the two it is.
 *
 * @throws InvalidInput saying what to send
 */
function readAnswer(body: string): 'blocked' | 'not-blocked' {
  const said = body.length > longestAnswer ? [] : [...body.matchAll(/<(?:[\w-]+:)?(affirmative|negative)[\s/>]/g)]
  const [only] = said
  if (!only || said.length > 1)
    throw new InvalidInput('Send a feedbackSubmission with one element: affirmative, or negative.')
  return only[1] === 'affirmative' ? 'blocked' : 'not-blocked'
}
