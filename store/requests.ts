/** Removal requests: one a place, recipient and ground. The letter is written when it is read, never stored. */
import { sql } from 'kysely'
import { NotFound } from '#core/errors.ts'
import type { CaseId, RequestId } from '#core/ids.ts'
import type { Location } from '#core/location/types.ts'
import type { RequestState } from '#core/request/index.ts'
import type { MatchKind } from './finds.ts'
import type { CaseKey } from './keys.ts'
import { newId, type Store, type Tx } from './store.ts'

/** What a request says about itself, sealed with the case's key. */
interface SealedRequest {
  location: Location
  found: { kind: MatchKind; at: number } | null
  answers: Record<string, string>
  /** The request that was sent before, when the same was gone and has come again. */
  earlier?: Earlier
}

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
  found: { kind: MatchKind; at: number } | null
}

/** Prepares requests; one that exists stays as it is. */
export async function insertRequests(
  tx: Tx,
  of: { id: CaseId; key: CaseKey },
  requests: readonly NewRequest[],
  options: { practice: boolean; at: Date },
): Promise<void> {
  if (requests.length === 0) return
  await tx
    .insertInto('requests')
    .values(
      requests.map((request) => {
        const id = newId()
        const sealed: SealedRequest = { location: request.location, found: request.found, answers: {} }
        return {
          id,
          case_id: of.id,
          place_ref: request.placeRef,
          route: request.route,
          ground: request.ground,
          practice: options.practice,
          state: 'prepared' as const,
          sealed: of.key.seal('requests.sealed', id, sealed),
          created_at: options.at,
        }
      }),
    )
    .onConflict((conflict) => conflict.columns(['case_id', 'place_ref', 'route', 'ground', 'round']).doNothing())
    .execute()
}

export interface Request {
  id: RequestId
  placeRef: Buffer
  route: string
  ground: string
  practice: boolean
  state: RequestState
  sentAt: Date | null
  dueAt: Date | null
  createdAt: Date
  location: Location
  found: { kind: MatchKind; at: number } | null
  answers: Record<string, string>
  round: number
  earlier?: Earlier
}

export async function readRequests(store: Store, of: { id: CaseId; key: CaseKey }): Promise<Request[]> {
  return requestsOf(store.db, of)
}

async function requestsOf(tx: Tx, of: { id: CaseId; key: CaseKey }): Promise<Request[]> {
  const rows = await tx.selectFrom('requests').selectAll().where('case_id', '=', of.id).orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id as RequestId,
    placeRef: row.place_ref,
    route: row.route,
    ground: row.ground,
    practice: row.practice,
    round: row.round,
    state: row.state,
    sentAt: row.sent_at,
    dueAt: row.due_at,
    createdAt: row.created_at,
    ...of.key.open<SealedRequest>('requests.sealed', row.id, row.sealed),
  }))
}

/** Throws `NotFound` when it is not this case's. */
export async function readRequest(store: Store, of: { id: CaseId; key: CaseKey }, id: string): Promise<Request> {
  const request = (await readRequests(store, of)).find((row) => row.id === id)
  if (!request) throw new NotFound('There is no such request.')
  return request
}

export async function setAnswers(
  tx: Tx,
  of: { id: CaseId; key: CaseKey },
  request: Request,
  answers: Record<string, string>,
): Promise<void> {
  const { location, found, earlier } = request
  const sealed: SealedRequest = { location, found, answers, ...(earlier && { earlier }) }
  await tx
    .updateTable('requests')
    .set({ sealed: of.key.seal('requests.sealed', request.id, sealed) })
    .where('id', '=', request.id)
    .where('case_id', '=', of.id)
    .execute()
}

/** Writes a new state, if it still is in the one it was read in. False: somebody else moved it meanwhile. */
export async function moveRequest(
  tx: Tx,
  request: Request,
  to: { state: Request['state']; sentAt: Date | null; dueAt: Date | null },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update requests set state = ${to.state}, sent_at = ${to.sentAt}, due_at = ${to.dueAt}
    where id = ${request.id} and state = ${request.state}`.execute(tx)
  return numAffectedRows === 1n
}

/** A request's own number, for letters and answers; it says nothing about her. */
export const referenceOf = ({ id }: Pick<Request, 'id'>): string => id.slice(-8)

/** A place was seen to be gone: its requests that are not closed are `removed`. Returns how many changed. */
export async function closeRequests(tx: Tx, of: { id: CaseId; key: CaseKey }, placeRef: Buffer): Promise<number> {
  const { numAffectedRows } = await sql`
    update requests set state = 'removed'
    where case_id = ${of.id} and place_ref = ${placeRef} and not practice and state <> 'removed'`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/**
 * A place has come back: the next round of each of its requests that was sent, with her answers and a mention of the
 * last. One that stands prepared already stays. Returns how many were prepared.
 */
export async function reopenRequests(
  tx: Tx,
  of: { id: CaseId; key: CaseKey },
  placeRef: Buffer,
  at: Date,
): Promise<number> {
  const here = (await requestsOf(tx, of)).filter((each) => !each.practice && each.placeRef.equals(placeRef))
  let count = 0
  for (const [, rounds] of Map.groupBy(here, ({ route, ground }) => `${route}|${ground}`)) {
    const last = rounds.reduce((a, b) => (b.round > a.round ? b : a))
    if (last.state === 'prepared') continue
    const id = newId()
    const sealed: SealedRequest = {
      location: last.location,
      found: last.found,
      answers: last.answers,
      ...(last.sentAt && { earlier: { reference: referenceOf(last), sentAt: last.sentAt.getTime() } }),
    }
    const { numAffectedRows } = await sql`
      insert into requests (id, case_id, place_ref, route, ground, practice, round, state, sealed, created_at)
      values (${id}, ${of.id}, ${placeRef}, ${last.route}, ${last.ground}, false, ${last.round + 1}, 'prepared',
        ${of.key.seal('requests.sealed', id, sealed)}, ${at})
      on conflict do nothing`.execute(tx)
    count += Number(numAffectedRows ?? 0n)
  }
  return count
}

/** What was gone at one place is at another: requests prepared there, and not sent yet, mention the last one of before. */
export async function mentionEarlier(
  tx: Tx,
  of: { id: CaseId; key: CaseKey },
  { before, now }: { before: Buffer; now: Buffer },
): Promise<void> {
  const all = (await requestsOf(tx, of)).filter(({ practice }) => !practice)
  const sent = all.filter((each) => each.placeRef.equals(before) && each.sentAt !== null)
  for (const next of all.filter((each) => each.placeRef.equals(now) && each.state === 'prepared' && !each.earlier)) {
    const last = sent.findLast(({ ground }) => ground === next.ground) ?? sent.at(-1)
    if (!last?.sentAt) continue
    const { location, found } = next
    const sealed: SealedRequest = {
      location,
      found,
      answers: { ...last.answers, ...next.answers },
      earlier: { reference: referenceOf(last), sentAt: last.sentAt.getTime() },
    }
    await tx
      .updateTable('requests')
      .set({ sealed: of.key.seal('requests.sealed', next.id, sealed) })
      .where('id', '=', next.id)
      .where('state', '=', 'prepared')
      .execute()
  }
}

/** She says that it is gone. */
export async function closeRequest(tx: Tx, of: { id: CaseId }, { id }: Request): Promise<void> {
  await sql`update requests set state = 'removed' where id = ${id} and case_id = ${of.id} and not practice`.execute(tx)
}

/** It is not gone after all: what was closed for it stands where it stood, sent or only prepared. */
export async function reviveRequests(tx: Tx, of: { id: CaseId }, placeRef: Buffer): Promise<void> {
  await sql`
    update requests set state = case when sent_at is null then 'prepared' else 'sent' end
    where case_id = ${of.id} and place_ref = ${placeRef} and not practice and state = 'removed'
      and round = (select max(round) from requests last where last.case_id = requests.case_id
        and last.place_ref = requests.place_ref and last.route = requests.route and last.ground = requests.ground)`.execute(
    tx,
  )
}
