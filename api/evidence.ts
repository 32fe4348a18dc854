/**
 * Packs of evidence: what was found, what was asked and what came of it, as PDF and JSON, signed by the installation. Made
 * when they are asked for and kept nowhere. No image, and for somebody under 18 no text in which a name may stand.
 */
import { createRoute, z } from '@hono/zod-openapi'
import { zipSync } from 'fflate'
import { isMinor } from '#core/case/types.ts'
import { InvalidInput, Unavailable } from '#core/errors.ts'
import { printFingerprint } from '#core/fingerprint/index.ts'
import { type Location, locationKey } from '#core/location/index.ts'
import {
  bodyOf,
  keyName,
  type Pack,
  type PackedEntry,
  packFormat,
  printPack,
  sealPack,
  sha256,
  toText,
} from '#core/pack/index.ts'
import { noHash } from '#core/record/index.ts'
import {
  type Evidence,
  type EvidenceFile,
  type EvidencePlace,
  type EvidenceRequest,
  isFor,
  langFor,
} from '#knowledge/evidence.ts'
import { groundOf } from '#knowledge/grounds/index.ts'
import { zoneOf } from '#knowledge/holidays.ts'
import { addressFor, routeFor } from '#knowledge/letters/recipients.ts'
import { platformOf } from '#knowledge/platforms/index.ts'
import { wordsOf } from '#knowledge/words/index.ts'
import type { Case } from '#store/cases.ts'
import { readEvents } from '#store/events.ts'
import { readTold, type ToldMatch } from '#store/finds.ts'
import { readItems } from '#store/items.ts'
import { type KeptEntry, readAudit, readRecord } from '#store/record.ts'
import { type Request, readRequests, referenceOf } from '#store/requests.ts'
import { readWatches, type Watch } from '#store/watches.ts'
import { type ApiDeps, createRouter, json, jsonBody, problems } from './deps.ts'
import { createLimits } from './limits.ts'
import { EvidenceAnswer, EvidenceBody } from './pack.ts'
import { stateOf } from './present.ts'
import { packPdf } from './print/pack.ts'

type Asked = z.output<typeof EvidenceBody>

const security = [{ session: [] }]

const make = createRoute({
  method: 'post',
  path: '/case/evidence',
  summary: 'A pack of evidence: two files, signed. Nothing of it is kept',
  security,
  request: { body: jsonBody(EvidenceBody) },
  responses: { 200: json(EvidenceAnswer, 'The pack'), ...problems },
})

const Flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((given) => given === 'true')

const asZip = createRoute({
  method: 'get',
  path: '/case/evidence.zip',
  summary: 'The same as one file to download: pack.pdf and pack.json in a zip',
  security,
  request: {
    query: z.object({ ...EvidenceBody.shape, number: Flag, pdq: Flag }),
  },
  responses: {
    200: { description: 'The pack', content: { 'application/zip': { schema: z.string() } } },
    ...problems,
  },
})

const aboutKey = createRoute({
  method: 'get',
  path: '/evidence-key',
  summary: 'The key that signs packs here, for whoever compares',
  responses: {
    200: json(z.object({ algorithm: z.literal('Ed25519'), publicKey: z.string(), name: z.string() }), 'The key'),
  },
})

export function evidence(deps: ApiDeps) {
  const { store } = deps
  const limits = createLimits(store)
  const { signing } = store.keys

  return createRouter()
    .openapi(aboutKey, async (c) =>
      c.json(
        { algorithm: 'Ed25519' as const, publicKey: toText(signing.publicKey), name: await keyName(signing.publicKey) },
        200,
      ),
    )

    .openapi(make, async (c) => {
      const of = c.get('case')
      await limits.pack(of.id)
      const { pack, pdf, timestamp, key } = await makePack(of, c.req.valid('json'), deps)
      return c.json({ id: pack.content.id, json: printPack(pack), pdf: pdf.toString('base64'), timestamp, key }, 200)
    })

    .openapi(asZip, async (c) => {
      const of = c.get('case')
      await limits.pack(of.id)
      const { pack, pdf } = await makePack(of, c.req.valid('query'), deps)
      const files = { 'pack.pdf': new Uint8Array(pdf), 'pack.json': new TextEncoder().encode(printPack(pack)) }
      return c.body(
        zipSync(files, { level: 0, mtime: new Date(pack.content.madeAt) }) as Uint8Array<ArrayBuffer>,
        200,
        {
          'Content-Disposition': 'attachment; filename="pack.zip"',
          'Content-Type': 'application/zip',
        },
      )
    })
}

interface Made {
  pack: Pack<Evidence>
  pdf: Buffer
  timestamp: z.output<typeof EvidenceAnswer>['timestamp']
  key: string
}

/** Gathers, prints, has it stamped, signs. A timestamp that cannot be had holds nothing up: she may be at a counter. */
async function makePack(of: Case, asked: Asked, deps: ApiDeps): Promise<Made> {
  const { store, config, stamp, log } = deps
  if (!isFor(asked.for, of))
    throw new InvalidInput(
      'The Institute acts in Belgium, for adults. Make the pack for the police, a lawyer or a court.',
    )
  const { signing } = store.keys
  const key = await keyName(signing.publicKey)
  const content = await gather(of, asked, deps)
  const pdf = await packPdf(content, {
    page: `${config.publicUrl ?? ''}/check`,
    command: 'npx vigie verify pack.json',
    key,
    authority: stamp?.authority ?? null,
  })
  const body = { content, pdf: { sha256: await sha256(pdf), bytes: pdf.length } }
  const token = await stamp?.token(bodyOf(body)).catch((error: unknown) => {
    if (!(error instanceof Unavailable)) throw error
    log.warn('evidence.not-stamped')
    return null
  })
  const timestamp = stamp && token ? { authority: stamp.authority, token: toText(token) } : null
  return {
    pack: await sealPack({ ...body, timestamp }, signing),
    pdf,
    timestamp: timestamp ? 'given' : stamp ? 'failed' : 'none',
    key,
  }
}

async function gather(of: Case, asked: Asked, { store, facts, now, random }: ApiDeps): Promise<Evidence> {
  const [told, requests, watches, items, record] = await Promise.all([
    readTold(store, of, null),
    readRequests(store, of),
    readWatches(store.db, of),
    readItems(store, of),
    readRecord(store.db, of),
  ])
  const finds = told.filter(({ practice, answer }) => !practice && answer !== 'not-me')
  const real = requests.filter(({ practice }) => !practice)
  const lang = asked.lang ?? langFor(of.country, of.lang)
  // Who tries the case has to see what it is about; for anybody else a key that opens the content is left out.
  const addressOf = (location: Location) =>
    addressFor(location, { kind: asked.for === 'court' ? 'court' : 'authority' })
  const places = placesOf({ finds, requests: real, watches, addressOf })
  const keyed = new Map(
    [...finds.flatMap(({ location }) => location ?? []), ...real.flatMap((each) => each.places.map((p) => p.location))]
      .map((location) => [location.url, addressOf(location)] as const)
      .filter(([whole, shown]) => whole !== shown),
  )
  const numbers = new Map(places.map(({ key, place }) => [key, place.number]))
  const answered = await Promise.all(
    real.map(async (request, at) => {
      const answers = await readEvents(store, of, request)
      return toRequest(request, { answers, of, at, lang, facts, numbers, keyed, now: now() })
    }),
  )
  return {
    format: packFormat,
    id: Buffer.from(random(6)).toString('hex'),
    madeAt: now(),
    for: asked.for,
    lang,
    country: of.country,
    zone: zoneOf(of.country),
    ageBand: of.ageBand,
    file: asked.number ? of.number : null,
    places: places.map(({ place }) => place),
    files: filesOf(items, finds, asked),
    requests: answered,
    record: record.map((entry) => withoutSecrets(entry, keyed)),
    audit: await linksOf(record, store.db),
  }
}

interface Known {
  finds: readonly ToldMatch[]
  requests: readonly Request[]
  watches: readonly Watch[]
  /** As whoever it is for may read it. */
  addressOf(location: Location): string
}

/** Every place that was found or asked about, the first that was seen first; finds without an address after them. */
function placesOf({ finds, requests, watches, addressOf }: Known): { key: string; place: EvidencePlace }[] {
  const known = new Map<string, { location: Location | null; finds: ToldMatch[]; isAsked: boolean }>()
  const at = (key: string, location: Location | null) => {
    const place = known.get(key) ?? { location, finds: [], isAsked: false }
    known.set(key, place)
    return place
  }
  for (const find of finds)
    at(find.location ? locationKey(find.location) : `find|${find.id}`, find.location).finds.push(find)
  for (const { places, sentAt } of requests)
    for (const { location } of places) {
      const place = at(locationKey(location), location)
      place.isAsked ||= sentAt !== null
    }
  const looks = new Map(watches.map((watch) => [locationKey(watch.location), watch]))
  return [...known]
    .map(([key, { location, finds, isAsked }]) => ({
      key,
      since: Math.min(...finds.map(({ since }) => since.getTime())),
      place: {
        address: location ? addressOf(location) : null,
        keyLeftOut: location !== null && addressOf(location) !== location.url,
        platform: location ? platformOf(location.platform).name : null,
        object: location && !location.id.startsWith('url:') ? location.id : null,
        copy: location?.via ?? null,
        said: saidOf(finds, isAsked),
        finds: finds.map(toFind),
        seen: seenOf(looks.get(key)),
      },
    }))
    .sort((a, b) => a.since - b.since || (a.key < b.key ? -1 : 1))
    .map(({ key, place }, index) => ({ key, place: { number: index + 1, ...place } }))
}

/** A request that she has sent says that it is her: nothing is sent before she has confirmed it. */
function saidOf(finds: readonly ToldMatch[], isAsked: boolean): EvidencePlace['said'] {
  if (finds.length === 0) return 'named'
  return isAsked || finds.some(({ answer }) => answer === 'me') ? 'confirmed' : 'unconfirmed'
}

const ways = {
  pdq: 'picture',
  vpdq: 'clip',
  sha256: 'file',
  md5: 'file',
  cid: 'file',
  url: 'page',
  name: 'name',
  engine: 'engine',
} as const

function toFind({ channelName, since, kind, distance, share, retracted }: ToldMatch): EvidencePlace['finds'][number] {
  const measure = kind === 'pdq' ? distance : kind === 'vpdq' ? (share?.queryPercent ?? null) : null
  return {
    channel: channelName,
    since: since.getTime(),
    how: ways[kind],
    measure: measure === null ? null : Math.round(measure),
    takenBack: retracted,
  }
}

/** What was established from outside, and the last look when it says something else. */
function seenOf(watch: Watch | undefined): EvidencePlace['seen'] {
  if (!watch) return []
  const { state, since, lookedAt, sign } = watch.standing
  return [
    ...(state === 'unseen' ? [] : [{ at: Math.round(since), sign: state }]),
    ...(lookedAt !== null && sign !== null && sign !== 'gone' && sign !== state
      ? [{ at: Math.round(lookedAt), sign }]
      : []),
  ]
}

function filesOf(
  items: Awaited<ReturnType<typeof readItems>>,
  finds: readonly ToldMatch[],
  { files, pdq }: Pick<Asked, 'files' | 'pdq'>,
): EvidenceFile[] {
  const found = new Set(finds.map(({ itemId }) => itemId))
  const types: readonly string[] = ['sha256', 'md5', ...(pdq ? ['pdq'] : [])]
  return items
    .filter(({ id, practice, type }) => !practice && (type === 'picture' || type === 'clip') && wanted(id))
    .map(({ fingerprints }) =>
      fingerprints.flatMap((print) =>
        types.includes(print.type)
          ? [{ type: print.type as 'sha256' | 'md5' | 'pdq', value: printFingerprint(print) }]
          : [],
      ),
    )
    .filter((digests) => digests.length > 0)
    .map((digests, index) => ({ number: index + 1, digests }))

  function wanted(id: ToldMatch['itemId']): boolean {
    return files === 'all' || (files === 'found' && found.has(id))
  }
}

function toRequest(
  request: Request,
  {
    answers,
    of,
    at,
    lang,
    facts,
    numbers,
    keyed,
    now,
  }: {
    answers: Awaited<ReturnType<typeof readEvents>>
    of: Case
    at: number
    lang: Case['lang']
    facts: ApiDeps['facts']
    numbers: ReadonlyMap<string, number>
    keyed: ReadonlyMap<string, string>
    now: number
  },
): EvidenceRequest {
  const { ground, route, location, step, stepAt } = request
  const { recipient, to } = routeFor(location, route, { lang, routes: facts.routes })
  const { id } = groundOf(ground)
  const words = wordsOf(lang).grounds[id]
  const steps: Readonly<Record<string, { title: string } | undefined>> = words.steps
  return {
    number: at + 1,
    reference: referenceOf(request),
    recipient,
    to: 'email' in to ? to.email : 'form' in to ? to.form : null,
    ground: { id, title: words.title },
    places: request.places.flatMap((place) => numbers.get(locationKey(place.location)) ?? []),
    state: stateOf(request, now),
    sentAt: msOf(request.sentAt),
    dueAt: msOf(request.dueAt),
    refusedAt: msOf(request.refusedAt),
    step: step && stepAt ? { title: steps[step]?.title ?? step, at: stepAt.getTime() } : null,
    answers: answers.map(({ at, sort, sender, verified, subject, text }) => ({
      at: at.getTime(),
      sort,
      sender,
      verified,
      // Whoever answers may write to her by name.
      text: isMinor(of.ageBand) ? null : withoutKeys(`${subject}\n${text}`.slice(0, 8000).toWellFormed(), keyed),
    })),
  }
}

/** Whoever answers often quotes the address. */
function withoutKeys(text: string, keyed: ReadonlyMap<string, string>): string {
  return [...keyed].reduce((left, [whole, shown]) => left.replaceAll(whole, shown), text)
}

const msOf = (at: Date | null) => at?.getTime() ?? null

/** Entries with a name, a contact or words of hers, or with a key: their text is kept back, and their hash stays. */
const withNames: readonly string[] = ['mandate.given', 'consent.granted', 'request.answers']

function withoutSecrets({ auditSeq: _, ...entry }: KeptEntry, keyed: ReadonlyMap<string, string>): PackedEntry {
  const told = JSON.stringify(entry.facts)
  const isSecret = withNames.includes(entry.kind) || [...keyed.keys()].some((url) => told.includes(JSON.stringify(url)))
  if (!isSecret) return entry
  const { seq, at, kind, hash } = entry
  return { seq, at, kind, hash, withheld: true }
}

/** The link of each entry, and the hash before it; of other cases nothing but that hash. */
async function linksOf(record: readonly KeptEntry[], tx: Parameters<typeof readAudit>[0]): Promise<Evidence['audit']> {
  const numbers = record.map(({ auditSeq }) => auditSeq)
  const runs: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && number === last.to + 1) last.to = number
    else runs.push({ from: number, to: number })
  }
  const links: Evidence['audit'][number][] = []
  for (const { from, to } of runs) {
    const [before, ...more] =
      from === 1 ? [undefined, ...(await readAudit(tx, { from, to }))] : await readAudit(tx, { from: from - 1, to })
    let previous = before?.hash ?? noHash
    for (const link of more) {
      if (!link) continue
      links.push({ ...link, previous })
      previous = link.hash
    }
  }
  return links
}
