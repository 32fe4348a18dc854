/** A person's case: enrol, sign in, what is watched, how to be reached, practice, and withdraw. */
import { createRoute, type z } from '@hono/zod-openapi'
import { nameForms } from '#core/case/names.ts'
import { isMinor } from '#core/case/types.ts'
import { InvalidInput } from '#core/errors.ts'
import { decodeVpdq, encodeVpdq, isBlank, isEmptyContent, parseFingerprint } from '#core/fingerprint/index.ts'
import type { Fingerprint } from '#core/fingerprint/types.ts'
import { type Location, locationKey } from '#core/location/index.ts'
import { chanceFrom } from '#core/watch/index.ts'
import { parseCountry } from '#knowledge/countries.ts'
import { helpFor } from '#knowledge/helplines.ts'
import { locate, platformOf } from '#knowledge/platforms/index.ts'
import { readAlerts } from '#store/alerts.ts'
import {
  type Case,
  closeSession,
  findCase,
  hashPassphrase,
  insertCase,
  openSession,
  prepareCase,
  readCase,
  sessionIdleSeconds,
  updateContact,
  withdrawCase,
} from '#store/cases.ts'
import { readChannels } from '#store/channels.ts'
import { readTold } from '#store/finds.ts'
import { deleteItems, type Item, insertItems, readItems } from '#store/items.ts'
import type { Keys } from '#store/keys.ts'
import { readWorkers } from '#store/presence.ts'
import { insertRequests, readRequests } from '#store/requests.ts'
import type { Tx } from '#store/store.ts'
import { readTidings } from '#store/tidings.ts'
import { startWatches } from '#store/watches.ts'
import { addWork, isUnderWay } from '#store/work.ts'
import { type ApiDeps, createRouter, json, jsonBody, nothing, problems, Unauthorised } from './deps.ts'
import { addressOf, createLimits } from './limits.ts'
import { heardOf, nextStep, stateOf } from './present.ts'
import { requestsFor } from './requests.ts'
import { AddBody, Added, CaseView, ContactBody, EnrolBody, Enrolled, Session, SessionBody } from './schema.ts'
import { caseOnly } from './session.ts'

const enrol = createRoute({
  method: 'post',
  path: '/cases',
  summary: 'Open a case with hashes and addresses; the secret words are in the answer and nowhere else',
  request: { body: jsonBody(EnrolBody) },
  responses: { 201: json(Enrolled, 'The new case'), ...problems },
})

const signIn = createRoute({
  method: 'post',
  path: '/session',
  summary: 'Open a case again, from any device; the same answer for every mistake',
  request: { body: jsonBody(SessionBody) },
  responses: { 200: json(Session, 'The session'), ...problems },
})

const security = [{ session: [] }]
const signOut = createRoute({
  method: 'delete',
  path: '/session',
  summary: 'End the session',
  security,
  responses: { 204: nothing, ...problems },
})

const view = createRoute({
  method: 'get',
  path: '/case',
  summary: 'The case at a glance: what is watched, found and asked, and which places are heard from',
  security,
  responses: { 200: json(CaseView, 'The case'), ...problems },
})

const add = createRoute({
  method: 'post',
  path: '/case/items',
  summary: 'Watch for more pictures, clips and addresses',
  security,
  request: { body: jsonBody(AddBody) },
  responses: { 201: json(Added, 'What was added'), ...problems },
})

const forgetNames = createRoute({
  method: 'delete',
  path: '/case/names',
  summary: 'Watch for no name any more; what was found by it goes as well',
  security,
  responses: { 204: nothing, ...problems },
})

const contact = createRoute({
  method: 'put',
  path: '/case/contact',
  summary: 'Where alerts go, and in which language',
  security,
  request: { body: jsonBody(ContactBody) },
  responses: { 204: nothing, ...problems },
})

const withdraw = createRoute({
  method: 'delete',
  path: '/case',
  summary: 'Stop and erase everything: key destroyed, fingerprints out of every index before the answer',
  security,
  responses: { 204: nothing, ...problems },
})

export function cases(deps: ApiDeps) {
  const { store, now, random, log } = deps
  const limits = createLimits(store)
  const router = createRouter()
  for (const path of ['/case', '/case/*'] as const) router.use(path, caseOnly(deps))

  return router
    .openapi(enrol, async (c) => {
      const { ageBand, country, lang, mail, ...watched } = c.req.valid('json')
      await limits.enrolment(addressOf(c))
      const items = toItems(watched, store.keys)
      const fresh = await prepareCase(store, random)
      const passphraseHash = await hashPassphrase(fresh.passphrase)
      const of: Case = {
        ...fresh,
        ageBand,
        country: parseCountry(country),
        lang,
        mail,
        createdAt: new Date(now()),
        confirmedBy: null,
        isShielded: isMinor(ageBand),
      }
      await store.transaction(async (tx) => {
        await insertCase(store, tx, { ...of, passphraseHash })
        await watch(tx, of, items)
      })
      return c.json(
        { case: of.number, passphrase: fresh.passphrase, fingerprints: count(items), places: placesOf(items) },
        201,
      )
    })

    .openapi(signIn, async (c) => {
      const { case: number, passphrase } = c.req.valid('json')
      const address = addressOf(c)
      await limits.beforeSignIn(address, number)
      const id = await findCase(store, number, passphrase)
      const of = id ? await readCase(store, id).catch(() => null) : null
      if (!of) {
        await limits.failedSignIn(address, number)
        throw new Unauthorised('The file number and the secret words do not fit together. Check both, and try again.')
      }
      return c.json(
        { token: await openSession(store, of.id, now()), idleSeconds: sessionIdleSeconds, lang: of.lang },
        200,
      )
    })

    .openapi(signOut, async (c) => {
      const token = c.req.header('Authorization')?.replace(/^Bearer /, '') ?? ''
      await closeSession(store, token)
      return c.body(null, 204)
    })

    .openapi(view, async (c) => c.json(await look(c.get('case'), deps), 200))

    .openapi(add, async (c) => {
      const of = c.get('case')
      const items = toItems(c.req.valid('json'), store.keys)
      await store.transaction((tx) => watch(tx, of, items))
      return c.json({ fingerprints: count(items), places: placesOf(items) }, 201)
    })

    .openapi(forgetNames, async (c) => {
      const of = c.get('case')
      const names = (await readItems(store, of)).filter((item) => item.type === 'name')
      await store.transaction((tx) =>
        deleteItems(
          tx,
          of.id,
          names.map(({ id }) => id),
        ),
      )
      return c.body(null, 204)
    })

    .openapi(contact, async (c) => {
      const of = c.get('case')
      const { mail, lang = of.lang } = c.req.valid('json')
      await updateContact(store.db, of, { mail, lang })
      return c.body(null, 204)
    })

    .openapi(withdraw, async (c) => {
      const { indexesConfirmed } = await withdrawCase(store, c.get('case').id)
      if (!indexesConfirmed) log.error('withdraw.index-cut-off')
      return c.body(null, 204)
    })

  /** Stores items, has them matched backwards, and prepares the requests for places that she names herself. */
  async function watch(tx: Tx, of: Case, items: readonly Item[]): Promise<void> {
    const at = new Date(now())
    const ids = await insertItems(tx, of, items, { practice: false, at })
    await addWork(tx, 'look-back', ids, now())
    const named = items.flatMap((item) => (item.type === 'place' ? [item.location] : []))
    const requests = named.flatMap((location) => requestsFor(location, of, deps))
    await insertRequests(tx, of, requests, { practice: false, at })
    const places = items.flatMap((item) => (item.type === 'place' ? [item] : []))
    const chance = () => chanceFrom(random)
    await startWatches(tx, of, places, { keys: store.keys, at, chance, isScheduled: true })
  }
}

async function look(of: Case, { store, now }: ApiDeps) {
  const items = await readItems(store, of)
  const own = items.filter((item) => !item.practice)
  const ids = own.map(({ id }) => id)
  // Before what it finds is read: once it is over, all of that is there.
  const lookingBack = await isLookingBack(of, ids, { store, now })
  const [told, alerts, requests, channels, workers, tidings] = await Promise.all([
    readTold(store, of, null),
    readAlerts(store, of.id, null),
    readRequests(store, of),
    readChannels(store),
    readWorkers(store),
    readTidings(store, of),
  ])
  const real = told.filter(
    ({ practice, retracted, kind, answer }) =>
      !practice && !retracted && (kind === 'engine' ? answer === 'me' : answer !== 'not-me'),
  )
  const mine = requests.filter((request) => !request.practice)
  const placeOf = ({ placeRef }: { placeRef: Buffer | null }) => placeRef?.toString('hex')
  return {
    case: of.number,
    ageBand: of.ageBand,
    country: of.country,
    lang: of.lang,
    since: of.createdAt.toISOString(),
    mail: of.mail,
    mailServer: workers.some((worker) => worker.mail),
    pictures: own.filter((item) => item.type === 'picture').length,
    clips: own.filter((item) => item.type === 'clip').length,
    names: own.filter((item) => item.type === 'name').length,
    places: placesOf(own),
    channels: channels.flatMap((channel) => heardOf(channel, now()) ?? []),
    unread: alerts.filter((alert) => !alert.read).length,
    lookingBack,
    found: {
      // Found by a notice, or known to her already: either way a place where it is.
      places: new Set([...real.map((match) => placeOf(match) ?? match.id), ...mine.map(placeOf)]).size,
      asked: new Set(mine.filter((request) => request.state !== 'prepared').map(placeOf)).size,
      gone: new Set(mine.filter((request) => request.state === 'removed').map(placeOf)).size,
    },
    alerts: alerts.map((alert) => {
      const matches = told.filter((match) => match.alertId === alert.id)
      const news = tidings.filter((tiding) => tiding.alertId === alert.id)
      const places = [...matches, ...news].flatMap(({ location }) =>
        location ? [platformOf(location.platform).name] : [],
      )
      return {
        alert: alert.id,
        at: alert.createdAt.toISOString(),
        practice: alert.practice,
        read: alert.read,
        matches: matches.length,
        news: news.length,
        places: [...new Set(places)],
      }
    }),
    requests: requests.map((request) => ({
      id: request.id,
      place: platformOf(request.location.platform).name,
      location: request.location.url,
      ground: request.ground,
      practice: request.practice,
      state: stateOf(request, now()),
      deadline: request.dueAt?.toISOString() ?? null,
    })),
    next: nextStep({ alerts, requests, own: own.length, now: now() }),
    help: helpFor({ country: of.country, ageBand: of.ageBand, lang: of.lang }),
  }
}

/** What was found is told a moment later: only then the look back is over for her. */
async function isLookingBack(
  of: Case,
  items: readonly string[],
  { store, now }: Pick<ApiDeps, 'store' | 'now'>,
): Promise<boolean> {
  const at = { nowMs: now() }
  // In this order: what the one leaves to the other is seen at either.
  return (
    (await isUnderWay(store, 'look-back', { ids: items, ...at })) ||
    (await isUnderWay(store, 'alert', { ids: [of.id], ...at }))
  )
}

type Body = z.infer<typeof AddBody>

/** @throws InvalidInput for what is blank, an address that is none, or a name of one word */
function toItems({ pictures, clips, locations, names }: Body, keys: Keys): Item[] {
  return [
    ...pictures.map(toPicture),
    ...clips.map(toClip),
    ...readPlaces(locations),
    ...names.map((name) => toName(name, keys)),
  ]
}

/** The name goes no further than this: what is stored is of use to nobody without this installation's keys. */
function toName(name: string, keys: Keys): Item {
  const forms = nameForms(name)
  if (forms.length === 0)
    throw new InvalidInput('Write first and last name: one word alone is the name of too many people.')
  return { type: 'name', fingerprints: forms.map((form) => ({ type: 'name', value: keys.ref('name', form) })) }
}

function toPicture({ pdqs, weak, ...digests }: Body['pictures'][number]): Item {
  const strong = pdqs.map((text) => parseFingerprint('pdq', text))
  if (strong.some(({ value }) => isBlank(value))) throw blank()
  const rest = weak.map((text) => parseFingerprint('pdq-weak', text))
  // What every blank picture would meet. Her client need not know: such a picture is found by its digests.
  const told = rest.filter(({ value }) => !isBlank(value, { weak: true }))
  return { type: 'picture', fingerprints: [...strong, ...told, ...readDigests(digests)] }
}

function toClip({ vpdqs, ...digests }: Body['clips'][number]): Item {
  const sets = vpdqs.map((text) =>
    decodeVpdq(parseFingerprint('vpdq', text).value).filter(({ hash }) => !isBlank(hash)),
  )
  const told = sets.filter((frames) => frames.length > 0)
  const fingerprints = told.map((frames): Fingerprint => ({ type: 'vpdq', value: encodeVpdq(frames) }))
  return { type: 'clip', fingerprints: [...fingerprints, ...readDigests(digests)] }
}

function readDigests({ sha256, md5, cids }: { sha256: string; md5: string; cids: string[] }): Fingerprint[] {
  const digests = [
    parseFingerprint('sha256', sha256),
    parseFingerprint('md5', md5),
    ...cids.map((text) => parseFingerprint('cid', text)),
  ]
  if (digests.some(({ value }) => isEmptyContent(value))) throw blank()
  return digests
}

function blank(): InvalidInput {
  return new InvalidInput(
    'One of these is the fingerprint of something blank, which would match anybody. Leave it out.',
  )
}

/** @throws InvalidInput naming the address that is none */
function readPlaces(pasted: readonly string[]): Item[] {
  const items = new Map<string, Item>()
  for (const text of pasted) {
    const found = locate(text)
    if (found.length === 0)
      throw new InvalidInput(
        `No address was found in "${text.slice(0, 80)}". Paste the whole link, from https to its end.`,
      )
    for (const location of found) {
      const key = locationKey(location)
      items.set(key, {
        type: 'place',
        location,
        pasted: text,
        fingerprints: [{ type: 'url', value: new TextEncoder().encode(key) }],
      })
    }
  }
  return [...items.values()]
}

function count(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + item.fingerprints.length, 0)
}

function placesOf(items: readonly Item[]) {
  const locations = items.flatMap((item): Location[] => (item.type === 'place' ? [item.location] : []))
  return locations.map(({ platform, url }) => ({ platform, name: platformOf(platform).name, url }))
}
