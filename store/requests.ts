/** Removal requests: one a place, recipient and ground. The letter is written when it is read, never stored. */
import { sql } from 'kysely'
import { NotFound } from '#core/errors.ts'
import type { CaseId, RequestId } from '#core/ids.ts'
import type { Location } from '#core/location/types.ts'
import type { MatchKind } from './finds.ts'
import type { CaseKey } from './keys.ts'
import { newId, type Store, type Tx } from './store.ts'

/** What a request says about itself, sealed with the case's key. */
interface SealedRequest {
  location: Location
  found: { kind: MatchKind; at: number } | null
  answers: Record<string, string>
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
    .onConflict((conflict) => conflict.columns(['case_id', 'place_ref', 'route', 'ground']).doNothing())
    .execute()
}

export interface Request {
  id: RequestId
  placeRef: Buffer
  route: string
  ground: string
  practice: boolean
  state: 'prepared' | 'sent' | 'acknowledged' | 'removed' | 'refused' | 'overdue'
  sentAt: Date | null
  dueAt: Date | null
  createdAt: Date
  location: Location
  found: { kind: MatchKind; at: number } | null
  answers: Record<string, string>
}

export async function readRequests(store: Store, of: { id: CaseId; key: CaseKey }): Promise<Request[]> {
  const rows = await store.db.selectFrom('requests').selectAll().where('case_id', '=', of.id).orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id as RequestId,
    placeRef: row.place_ref,
    route: row.route,
    ground: row.ground,
    practice: row.practice,
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
  const sealed: SealedRequest = { location: request.location, found: request.found, answers }
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
