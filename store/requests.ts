/**
 * Removal requests: one a recipient and ground, for one or several places of one host. The letter is written when it is
 * read, never stored. What moves a request goes through `moveRequest`: state, record, figures and the next look at it are
 * one transaction.
 */
import { sql } from 'kysely'
import { NotFound } from '#core/errors.ts'
import type { CaseId, RequestId } from '#core/ids.ts'
import type { Location } from '#core/location/types.ts'
import type { Fact } from '#core/record/index.ts'
import { type Progress, progressOf, type RequestEvent, type RequestState, step } from '#core/request/index.ts'
import type { MatchKind } from './finds.ts'
import type { CaseKey } from './keys.ts'
import { bucketOf, count, goneMeasures, uncount } from './outcomes.ts'
import { appendRecord, holdCase, type NewEntry, type RecordKind, within } from './record.ts'
import { newId, type Store, type Tx } from './store.ts'
import { addWork } from './work.ts'

type Of = { id: CaseId; key: CaseKey }
type Found = { kind: MatchKind; at: number; identifiers?: readonly string[] } | null

/** What a request says about itself, sealed with the case's key. */
interface SealedRequest {
  /** The first place. Requests from before there were several have this one alone. */
  location: Location
  found: Found
  /** All of them, `ref` in hex. */
  places?: { ref: string; location: Location; found: Found }[]
  answers: Record<string, string>
  /** The request that was sent before, when the same was gone and has come again. */
  earlier?: Earlier
  /** Under which mandate it is asked; without it she speaks for herself. */
  mandate?: string
  signature?: Strokes
}

/** A signature as it was drawn: strokes in a box of 1000 × 300, each a list of points. Never an image. */
export type Strokes = [x: number, y: number][][]

export interface Earlier {
  reference: string
  /** In ms since 1970. */
  sentAt: number
}

export interface NewRequest {
  placeRef: Buffer
  route: string
  ground: string
  location: Location
  /** How it came to light; null: she named the place herself. */
  found: Found
}

/**
 * The date that runs, as it was computed: a rule that changes later changes nothing here. Sealed. Instants are in ms since
 * 1970.
 */
export interface DueSnapshot {
  /** When their time ends; null: the law names none. */
  at: number | null
  /** Which rule was used: `basis` of knowledge/deadlines. */
  rule: string
  /** IANA. */
  zone: string
  /** The state whose calendar counts, ISO 3166-1; null: none was needed. */
  country: string | null
  computedAt: number
  /** From when it runs. */
  receivedAt: number
  /** How that instant is known: they confirmed receipt, a form or a mail server took it, or she says that she sent it. */
  receipt: 'confirmation' | 'form' | 'mail-server' | 'sent'
  /** What today's rule would make of it, told once in the record. */
  would?: number | null
}

/** What is stored with a date that was computed by knowledge/deadlines. */
export function snapshotOf(
  { due, basis, zone }: { due: number | null; basis: string; zone: string },
  of: Pick<DueSnapshot, 'receivedAt' | 'receipt' | 'computedAt'> & { country?: string | null },
): DueSnapshot {
  const { receivedAt, receipt, computedAt, country = null } = of
  return { at: due, rule: basis, zone, country, computedAt, receivedAt, receipt }
}

export interface Place {
  ref: Buffer
  location: Location
  found: Found
  /** When it was seen, or said, to be gone. */
  goneAt: Date | null
}

export interface Request {
  id: RequestId
  /** Of the first place, as are `location` and `found`. */
  placeRef: Buffer
  location: Location
  found: Found
  /** All of one host; at least one. */
  places: Place[]
  route: string
  ground: string
  practice: boolean
  state: RequestState
  sentAt: Date | null
  dueAt: Date | null
  refusedAt: Date | null
  /** The last step that was taken after refusal or silence. */
  step: string | null
  stepAt: Date | null
  progress: Progress
  due: DueSnapshot | null
  createdAt: Date
  answers: Record<string, string>
  round: number
  earlier?: Earlier
  /** The mandate under which it is asked. */
  mandate: string | null
  /** Drawn for this letter and no other: a next round is signed anew. */
  signature: Strokes | null
}

/** One letter names no more places than anybody reads. */
const mostPlaces = 40

/**
 * Prepares requests; one that exists stays as it is. Places of one host that are asked for in the same way go in one
 * request, as long as it is only prepared and nothing of it is on its way.
 */
export async function insertRequests(
  tx: Tx,
  of: Of,
  requests: readonly NewRequest[],
  options: { practice: boolean; at: Date },
): Promise<void> {
  if (requests.length === 0) return
  await within(tx, async (tx) => {
    await holdCase(tx, of.id)
    const before = await requestsOf(tx, of)
    const open = before.filter((each) => each.state === 'prepared' && each.practice === options.practice)
    const leaving = await onTheirWay(tx, of)
    const isKnown = new Set(
      before.flatMap((each) => each.places.map((place) => placeKey({ ...each, placeRef: place.ref }))),
    )
    for (const [, group] of Map.groupBy(requests, groupKey)) {
      const fresh = group.filter((each) => !isKnown.has(placeKey(each)) && isKnown.add(placeKey(each)))
      const host = open.find((each) => groupKey(each) === groupKey(group[0] as NewRequest) && !leaving.has(each.id))
      const room = host ? mostPlaces - host.places.length : 0
      if (host) await addPlaces(tx, of, host, { places: fresh.slice(0, room), at: options.at })
      for (let at = Math.max(0, room); at < fresh.length; at += mostPlaces)
        await insertRequest(tx, of, { places: fresh.slice(at, at + mostPlaces), round: 1 }, options)
    }
  })
}

/** Whoever runs the host is asked once. */
function groupKey({ location, route, ground }: Pick<NewRequest, 'location' | 'route' | 'ground'>): string {
  return JSON.stringify([location.platform, URL.parse(location.url)?.host ?? '', route, ground])
}

function placeKey({ placeRef, route, ground }: Pick<NewRequest, 'placeRef' | 'route' | 'ground'>): string {
  return JSON.stringify([placeRef.toString('hex'), route, ground])
}

/** Requests of which a letter is in the outbox: she has seen what it says. */
async function onTheirWay(tx: Tx, of: Of): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('sendings')
    .select('request_id')
    .where('case_id', '=', of.id)
    .where('state', 'not in', ['failed', 'stopped'])
    .execute()
  return new Set(rows.map((row) => row.request_id))
}

async function addPlaces(
  tx: Tx,
  of: Of,
  request: Request,
  { places, at }: { places: readonly NewRequest[]; at: Date },
): Promise<void> {
  if (places.length === 0) return
  request.places.push(...places.map(({ placeRef: ref, location, found }) => ({ ref, location, found, goneAt: null })))
  await reseal(tx, of, request)
  await insertPlaces(tx, of, { ...request, refs: places.map(({ placeRef }) => placeRef) })
  if (request.practice) return
  const entries = places.map(({ location }) => entryOf('request.place-added', request, { location: location.url }))
  await appendRecord(tx, of, entries, at)
}

async function insertRequest(
  tx: Tx,
  of: Of,
  {
    places,
    round,
    answers = {},
    earlier,
    mandate,
  }: {
    places: readonly NewRequest[]
    round: number
    answers?: Record<string, string>
    earlier?: Earlier | undefined
    mandate?: string | null | undefined
  },
  { practice, at }: { practice: boolean; at: Date },
): Promise<void> {
  const [first] = places
  if (!first) return
  const id = newId()
  const { location, found, placeRef, route, ground } = first
  const sealed: SealedRequest = {
    location,
    found,
    places: places.map((each) => ({ ref: each.placeRef.toString('hex'), location: each.location, found: each.found })),
    answers,
    ...(earlier && { earlier }),
    ...(mandate && { mandate }),
  }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('requests')
    .values({
      id,
      case_id: of.id,
      place_ref: placeRef,
      route,
      ground,
      practice,
      round,
      state: 'prepared',
      sealed: of.key.seal('requests.sealed', id, sealed),
      created_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return
  await insertPlaces(tx, of, { id, route, ground, round, refs: places.map((each) => each.placeRef) })
  if (practice) return
  const facts = { route, ground, round, locations: places.map((each) => each.location.url) }
  await appendRecord(tx, of, [{ kind: 'request.prepared', request: id, facts }], at)
  await count(tx, { id, platform: location.platform, route, ground }, 'prepared', at)
  await addWork(tx, 'follow-up', [id], at.getTime())
}

async function insertPlaces(
  tx: Tx,
  of: Of,
  {
    id,
    route,
    ground,
    round,
    refs,
  }: { id: string; route: string; ground: string; round: number; refs: readonly Buffer[] },
): Promise<void> {
  await tx
    .insertInto('request_places')
    .values(
      refs.map((place_ref) => ({ case_id: of.id, request_id: id, place_ref, route, ground, round, gone_at: null })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Every request of a case with its places and where it stands, the earliest first. */
export async function readRequests(store: Store, of: Of): Promise<Request[]> {
  return requestsOf(store.db, of)
}

async function requestsOf(tx: Tx, of: Of): Promise<Request[]> {
  const rows = await tx.selectFrom('requests').selectAll().where('case_id', '=', of.id).orderBy('id').execute()
  const gone = await tx
    .selectFrom('request_places')
    .select(['request_id', 'place_ref', 'gone_at'])
    .where('case_id', '=', of.id)
    .where('gone_at', 'is not', null)
    .execute()
  return rows.map((row) => {
    const {
      places,
      mandate = null,
      signature = null,
      ...sealed
    } = of.key.open<SealedRequest>('requests.sealed', row.id, row.sealed)
    const ofRow = gone.filter(({ request_id }) => request_id === row.id)
    const goneAt = (ref: Buffer) => ofRow.find(({ place_ref }) => place_ref.equals(ref))?.gone_at ?? null
    const all = places ?? [{ ref: row.place_ref.toString('hex'), location: sealed.location, found: sealed.found }]
    const instants = {
      sentAt: row.sent_at,
      dueAt: row.due_at,
      refusedAt: row.refused_at,
      stepAt: row.step_at,
    }
    return {
      id: row.id as RequestId,
      placeRef: row.place_ref,
      route: row.route,
      ground: row.ground,
      practice: row.practice,
      round: row.round,
      state: row.state,
      step: row.step,
      ...instants,
      progress: progressOf({
        state: row.state,
        step: row.step,
        sentAt: msOf(row.sent_at),
        dueAt: msOf(row.due_at),
        refusedAt: msOf(row.refused_at),
        stepAt: msOf(row.step_at),
      }),
      due: row.due ? of.key.open<DueSnapshot>('requests.due', row.id, row.due) : null,
      createdAt: row.created_at,
      ...sealed,
      mandate,
      signature,
      places: all.map(({ ref, location, found }) => {
        const bytes = Buffer.from(ref, 'hex')
        return { ref: bytes, location, found, goneAt: goneAt(bytes) }
      }),
    }
  })
}

const msOf = (at: Date | null): number | null => at?.getTime() ?? null

/** Throws `NotFound` when it is not this case's. */
export async function readRequest(store: Store, of: Of, id: string): Promise<Request> {
  return readRequestOf(store.db, of, id)
}

/** The same, within a transaction. */
export async function readRequestOf(tx: Tx, of: Of, id: string): Promise<Request> {
  const request = (await requestsOf(tx, of)).find((row) => row.id === id)
  if (!request) throw new NotFound('There is no such request.')
  return request
}

/** The case of a request; null: it was withdrawn. */
export async function caseOfRequest(store: Store, id: string): Promise<CaseId | null> {
  const row = await store.db.selectFrom('requests').select('case_id').where('id', '=', id).executeTakeFirst()
  return (row?.case_id as CaseId | undefined) ?? null
}

async function reseal(tx: Tx, of: Of, request: Request): Promise<void> {
  const { id, location, found, places, answers, earlier, mandate, signature } = request
  const sealed: SealedRequest = {
    location,
    found,
    places: places.map((each) => ({ ref: each.ref.toString('hex'), location: each.location, found: each.found })),
    answers,
    ...(earlier && { earlier }),
    ...(mandate && { mandate }),
    ...(signature && { signature }),
  }
  await tx
    .updateTable('requests')
    .set({ sealed: of.key.seal('requests.sealed', id, sealed) })
    .where('id', '=', id)
    .where('case_id', '=', of.id)
    .execute()
}

/** Her answers, all of them. The record says which have changed, and not what they say. */
export async function setAnswers(
  tx: Tx,
  of: Of,
  { id }: Pick<Request, 'id'>,
  answers: Record<string, string>,
  at: Date,
): Promise<void> {
  await within(tx, async (tx) => {
    await holdCase(tx, of.id)
    const request = await readRequestOf(tx, of, id)
    const elements = [...new Set([...Object.keys(request.answers), ...Object.keys(answers)])]
      .filter((element) => request.answers[element] !== answers[element])
      .sort()
    if (elements.length === 0) return
    await reseal(tx, of, { ...request, answers })
    if (!request.practice) await appendRecord(tx, of, [entryOf('request.answers', request, { elements })], at)
  })
}

/** Her signature as she drew it; null takes it out. The record says that it has changed, and not how it looks. */
export async function setSignature(
  tx: Tx,
  of: Of,
  { id }: Pick<Request, 'id'>,
  signature: Strokes | null,
  at: Date,
): Promise<void> {
  await within(tx, async (tx) => {
    await holdCase(tx, of.id)
    const request = await readRequestOf(tx, of, id)
    if (request.signature === signature) return
    await reseal(tx, of, { ...request, signature })
    const elements = [`${request.ground}.signature`]
    if (!request.practice) await appendRecord(tx, of, [entryOf('request.answers', request, { elements })], at)
  })
}

/** From now on it is asked under this mandate; null: in her own name. */
export async function setMandate(
  tx: Tx,
  of: Of,
  { id }: Pick<Request, 'id'>,
  mandate: string | null,
  at: Date,
): Promise<void> {
  await within(tx, async (tx) => {
    await holdCase(tx, of.id)
    const request = await readRequestOf(tx, of, id)
    if (request.mandate === mandate) return
    await reseal(tx, of, { ...request, mandate, signature: null }) // somebody else signs from now on
    if (!request.practice) await appendRecord(tx, of, [entryOf('request.mandate', request, { mandate })], at)
  })
}

export interface Move {
  event: RequestEvent
  /** Now. */
  at: Date
  /** How the date that now runs was computed: with `sent` and `escalated`. */
  due?: DueSnapshot | null
  /** What else the record says of it: who did it, how it is known. */
  facts?: { readonly [name: string]: Fact }
}

/**
 * One event of a request's life: the state, its entry in the record, the figures, and that it is looked at again. An event
 * that does not apply changes nothing, and `moved` is false.
 *
 * @throws NotFound when it is not this case's
 */
export async function moveRequest(
  tx: Tx,
  of: Of,
  id: string,
  move: Move,
): Promise<{ request: Request; moved: boolean }> {
  return within(tx, async (tx) => {
    await holdCase(tx, of.id)
    const request = await readRequestOf(tx, of, id)
    return take(tx, of, request, move)
  })
}

/** The case is held. */
async function take(
  tx: Tx,
  of: Of,
  request: Request,
  { event, at, due = null, facts = {} }: Move,
): Promise<{ request: Request; moved: boolean }> {
  const from = request.progress
  const to = step(from, event)
  if (to === from) return { request, moved: false }
  const starts = event.type === 'sent' || event.type === 'escalated'
  const snapshot = starts ? due : to.sentAt === null ? null : request.due
  const time = (ms: number | null) => (ms === null ? null : new Date(ms))
  const next: Request = {
    ...request,
    state: to.state,
    sentAt: time(to.sentAt),
    dueAt: time(to.dueAt),
    refusedAt: time(to.refusedAt),
    step: to.step,
    stepAt: time(to.stepAt),
    progress: to,
    due: snapshot,
    places: request.places.map((place) => ({ ...place, goneAt: goneAfter(event, place.goneAt, at) })),
  }
  await sql`
    update requests set state = ${next.state}, sent_at = ${next.sentAt}, due_at = ${next.dueAt},
      refused_at = ${next.refusedAt}, step = ${next.step}, step_at = ${next.stepAt},
      due = ${snapshot ? of.key.seal('requests.due', request.id, snapshot) : null}
    where id = ${request.id} and case_id = ${of.id}`.execute(tx)
  for (const place of next.places)
    await sql`
      update request_places set gone_at = ${place.goneAt}
      where case_id = ${of.id} and request_id = ${request.id} and place_ref = ${place.ref}
        and gone_at is distinct from ${place.goneAt}`.execute(tx)
  if (!request.practice) {
    await appendRecord(tx, of, [entryOf(kindOf(event), request, { ...ofMove(event, next), ...facts })], at)
    await countMove(tx, { request, next, event, at })
    await addWork(tx, 'follow-up', [request.id], at.getTime())
  }
  return { request: next, moved: true }
}

function goneAfter(event: RequestEvent, goneAt: Date | null, at: Date): Date | null {
  if (event.type === 'removed') return goneAt ?? at
  return event.type === 'not-removed' ? null : goneAt
}

function kindOf({ type }: RequestEvent): RecordKind {
  if (type === 'time') return 'request.overdue'
  return type === 'back' ? 'request.reopened' : `request.${type}`
}

function ofMove(event: RequestEvent, { sentAt, due, places }: Request): { [name: string]: Fact } {
  const clock = due && {
    due: due.at,
    zone: due.zone,
    rule: due.rule,
    received: due.receivedAt,
    receipt: due.receipt,
    ...(due.country !== null && { country: due.country }),
  }
  switch (event.type) {
    case 'sent':
      return { sent: event.at, ...(clock ?? { due: event.due }), locations: places.map(({ location }) => location.url) }
    case 'escalated':
      return { step: event.step, sent: event.at, ...(clock ?? { due: event.due }) }
    case 'refused':
      return { refused: event.at }
    case 'time':
      return { due: due?.at ?? null }
    case 'removed':
      return { places: places.length, sent: sentAt?.getTime() ?? null }
    default:
      return {}
  }
}

function entryOf(kind: RecordKind, { id }: Pick<Request, 'id'>, facts: { [name: string]: Fact }): NewEntry {
  return { kind, request: id, facts }
}

async function countMove(
  tx: Tx,
  { request, next, event, at }: { request: Request; next: Request; event: RequestEvent; at: Date },
): Promise<void> {
  const of = { id: request.id, platform: request.location.platform, route: request.route, ground: request.ground }
  const sentAt = next.sentAt ?? request.sentAt
  if (!sentAt) return // what was never asked for says nothing about whoever would have been asked
  switch (event.type) {
    case 'sent':
      return count(tx, of, 'sent', sentAt)
    case 'not-sent':
      return uncount(tx, of, ['sent', 'overdue'])
    case 'acknowledged':
      return count(tx, of, 'acknowledged', sentAt)
    case 'refused':
      return count(tx, of, 'refused', sentAt)
    case 'time':
      return count(tx, of, 'overdue', sentAt)
    case 'removed':
      await count(tx, of, 'gone', sentAt)
      return count(tx, of, bucketOf(at.getTime() - sentAt.getTime()), sentAt)
    case 'not-removed':
      return uncount(tx, of, goneMeasures)
    case 'back':
      return count(tx, of, 'back', sentAt)
    case 'escalated':
      return
  }
}

/** A request's own number, for letters and answers; it says nothing about her. */
export const referenceOf = ({ id }: Pick<Request, 'id'>): string => id.slice(-8)

/** Those of a case that name this place, practices left out. */
async function requestsAt(tx: Tx, of: Of, placeRef: Buffer): Promise<Request[]> {
  await holdCase(tx, of.id)
  return (await requestsOf(tx, of)).filter(
    ({ practice, places }) => !practice && places.some(({ ref }) => ref.equals(placeRef)),
  )
}

/**
 * A place was seen to be gone: requests of which no place is left are `removed`, of the others it is noted. Returns how
 * many were closed.
 */
export async function closeRequests(tx: Tx, of: Of, placeRef: Buffer, at: Date): Promise<number> {
  return within(tx, async (tx) => {
    let closed = 0
    for (const request of await requestsAt(tx, of, placeRef)) {
      if (request.state === 'removed' || request.state === 'reopened') continue
      const left = request.places.filter(({ ref, goneAt }) => goneAt === null && !ref.equals(placeRef))
      if (left.length === 0) {
        const { moved } = await take(tx, of, request, { event: { type: 'removed' }, at, facts: { by: 'seen' } })
        closed += moved ? 1 : 0
        continue
      }
      await noteGone(tx, of, { request, placeRef, goneAt: at, left: left.length, at })
    }
    return closed
  })
}

async function noteGone(
  tx: Tx,
  of: Of,
  {
    request,
    placeRef,
    goneAt,
    left,
    at,
  }: { request: Request; placeRef: Buffer; goneAt: Date | null; left: number; at: Date },
): Promise<void> {
  const { rows } = await sql`
    update request_places set gone_at = ${goneAt}
    where case_id = ${of.id} and request_id = ${request.id} and place_ref = ${placeRef}
      and (gone_at is null) = ${goneAt !== null} returning request_id`.execute(tx)
  if (rows.length === 0) return
  const location = request.places.find(({ ref }) => ref.equals(placeRef))?.location.url ?? ''
  const facts = { location, gone: request.places.length - left, places: request.places.length }
  await appendRecord(tx, of, [entryOf(goneAt ? 'request.place-gone' : 'request.place-back', request, facts)], at)
}

/**
 * A place has come back: each request that was closed for it ends as `reopened`, and the next round of it is prepared,
 * with her answers and a mention of the last. Where other places of a request are still waited for, it goes on. Returns
 * how many were prepared.
 */
export async function reopenRequests(tx: Tx, of: Of, placeRef: Buffer, at: Date): Promise<number> {
  return within(tx, async (tx) => {
    let prepared = 0
    const here = await requestsAt(tx, of, placeRef)
    for (const [, rounds] of Map.groupBy(here, ({ route, ground }) => JSON.stringify([route, ground]))) {
      const last = rounds.reduce((a, b) => (b.round > a.round ? b : a))
      if (last.state === 'prepared') continue
      if (last.state !== 'removed' && last.state !== 'reopened') {
        const left = last.places.filter(({ ref, goneAt }) => goneAt === null || ref.equals(placeRef)).length
        await noteGone(tx, of, { request: last, placeRef, goneAt: null, left, at })
        continue
      }
      await take(tx, of, last, { event: { type: 'back' }, at })
      const place = last.places.find(({ ref }) => ref.equals(placeRef))
      if (!place) continue
      const again: NewRequest = {
        placeRef,
        route: last.route,
        ground: last.ground,
        location: place.location,
        found: place.found,
      }
      await prepareAgain(tx, of, { last, again, at })
      prepared++
    }
    return prepared
  })
}

/** The next round. Another place of the same request that came back before is asked for in the same one. */
async function prepareAgain(
  tx: Tx,
  of: Of,
  { last, again, at }: { last: Request; again: NewRequest; at: Date },
): Promise<void> {
  const leaving = await onTheirWay(tx, of)
  const open = (await requestsOf(tx, of)).find(
    (each) =>
      each.state === 'prepared' &&
      each.round === last.round + 1 &&
      !each.practice &&
      groupKey(each) === groupKey(again) &&
      !leaving.has(each.id) &&
      each.places.length < mostPlaces,
  )
  if (open) return addPlaces(tx, of, open, { places: [again], at })
  const earlier = last.sentAt ? { reference: referenceOf(last), sentAt: last.sentAt.getTime() } : undefined
  const { answers, mandate, round } = last
  await insertRequest(tx, of, { places: [again], round: round + 1, answers, earlier, mandate }, { practice: false, at })
}

/** What was gone at one place is at another: requests prepared there, and not sent yet, mention the last one of before. */
export async function mentionEarlier(tx: Tx, of: Of, { before, now }: { before: Buffer; now: Buffer }): Promise<void> {
  const sent = (await requestsAt(tx, of, before)).filter((each) => each.sentAt !== null)
  for (const next of (await requestsAt(tx, of, now)).filter((each) => each.state === 'prepared' && !each.earlier)) {
    const last = sent.findLast(({ ground }) => ground === next.ground) ?? sent.at(-1)
    if (!last?.sentAt) continue
    await reseal(tx, of, {
      ...next,
      answers: { ...last.answers, ...next.answers },
      earlier: { reference: referenceOf(last), sentAt: last.sentAt.getTime() },
    })
  }
}

/** She says that it is gone. */
export async function closeRequest(tx: Tx, of: Of, { id }: Pick<Request, 'id'>, at: Date): Promise<void> {
  await within(tx, async (tx) => {
    await holdCase(tx, of.id)
    const request = await readRequestOf(tx, of, id)
    if (!request.practice) await take(tx, of, request, { event: { type: 'removed' }, at, facts: { by: 'person' } })
  })
}

/** It is not gone after all: what was closed for it stands where it stood. */
export async function reviveRequests(tx: Tx, of: Of, placeRef: Buffer, at: Date): Promise<void> {
  await within(tx, async (tx) => {
    for (const request of await requestsAt(tx, of, placeRef)) {
      if (request.state === 'removed') {
        const others = request.places.filter(({ ref, goneAt }) => goneAt !== null && !ref.equals(placeRef))
        await take(tx, of, request, { event: { type: 'not-removed' }, at, facts: { by: 'person' } })
        // What else of it was gone is gone.
        for (const { ref, goneAt } of others)
          await sql`
            update request_places set gone_at = ${goneAt}
            where case_id = ${of.id} and request_id = ${request.id} and place_ref = ${ref}`.execute(tx)
      } else if (request.state !== 'reopened') {
        const left = request.places.filter(({ ref, goneAt }) => goneAt === null || ref.equals(placeRef)).length
        await noteGone(tx, of, { request, placeRef, goneAt: null, left, at })
      }
    }
  })
}

/** The date keeps, whatever the rule has become; that today's rule would give another is written down, once. */
export async function noteChangedRule(
  tx: Tx,
  of: Of,
  { request, would, because, at }: { request: Request; would: number | null; because: string; at: Date },
): Promise<void> {
  const { due } = request
  if (!due || due.would === would) return
  const snapshot: DueSnapshot = { ...due, would }
  await tx
    .updateTable('requests')
    .set({ due: of.key.seal('requests.due', request.id, snapshot) })
    .where('id', '=', request.id)
    .where('case_id', '=', of.id)
    .execute()
  const facts = { due: due.at, would, because, rule: due.rule }
  await appendRecord(tx, of, [entryOf('request.due-kept', request, facts)], at)
}
