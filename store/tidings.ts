/**
 * Tidings: what watching her places and following her requests has brought, for her to be told in an alert. Nothing is a
 * tiding where there is nothing to know or do.
 */
import { sql } from 'kysely'
import type { AlertId, CaseId, RequestId, TidingId } from '#core/ids.ts'
import type { Location } from '#core/location/types.ts'
import type { CaseKey, Keys } from './keys.ts'
import type { Request } from './requests.ts'
import { newId, type Store, type Tx } from './store.ts'
import { addWork } from './work.ts'

export const tidingKinds = [
  'gone',
  'back',
  'elsewhere',
  // Of a request:
  'unsent', // prepared a day ago, and not sent
  'overdue', // their time is over
  'next-step', // they refused, or are silent where the law names no time: something more can be done
  'answered', // a mail came that she should read
  'bounced', // what was sent came back
  'unsendable', // the service could not send it
  'unconfirmed', // nobody knows whether it was sent
] as const
export type TidingKind = (typeof tidingKinds)[number]

interface SealedTiding {
  kind: TidingKind
  location: Location
  /** The request that it is about; null: a place. */
  request?: RequestId | null
  /** What can be done next, by the ground (knowledge/grounds). */
  step?: string | null
  /** Of what is elsewhere now: where it was before. */
  before: Location | null
  at: number
}

export interface Tiding extends SealedTiding {
  id: TidingId
  alertId: AlertId | null
  placeRef: Buffer
}

type Of = { id: CaseId; key: CaseKey }

/** Writes down what is to be told. `once` names what happened: the same twice is one. */
export async function insertTiding(
  tx: Tx,
  of: Of,
  tiding: SealedTiding & { placeRef: Buffer },
  { keys, once }: { keys: Keys; once: readonly string[] },
): Promise<boolean> {
  const id = newId()
  const { placeRef, ...sealed } = tiding
  const { numAffectedRows } = await sql`
    insert into tidings (id, case_id, tiding_ref, place_ref, sealed, created_at)
    values (${id}, ${of.id}, ${keys.ref('tiding', of.id, ...once)}, ${placeRef},
      ${of.key.seal('tidings.sealed', id, sealed)}, ${new Date(tiding.at)})
    on conflict (tiding_ref) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Tells something of a request. `once` names what happened: the same twice is one. */
export async function tellOfRequest(
  tx: Tx,
  of: Of,
  { kind, request, step, at }: { kind: TidingKind; request: Request; step: string | null; at: Date },
  { keys, once }: { keys: Keys; once: readonly string[] },
): Promise<boolean> {
  const { id, location, placeRef } = request
  const tiding = { kind, request: id, location, placeRef, step, before: null, at: at.getTime() }
  const isNew = await insertTiding(tx, of, tiding, { keys, once })
  if (isNew) await addWork(tx, 'alert', [of.id], at.getTime())
  return isNew
}

/** What she was not told yet, held until the transaction ends. */
export async function lockUntoldTidings(tx: Tx, of: Of): Promise<Tiding[]> {
  const { rows } = await sql<TidingRow>`
    select id, alert_id, place_ref, sealed from tidings
    where case_id = ${of.id} and alert_id is null order by id for update`.execute(tx)
  return rows.map((row) => toTiding(row, of.key))
}

export async function tellTidings(tx: Tx, alertId: AlertId, ids: readonly TidingId[]): Promise<void> {
  await sql`update tidings set alert_id = ${alertId} where id = any(${[...ids]}::uuid[])`.execute(tx)
}

/** What the alerts of a case tell of its places. */
export async function readTidings(store: Store, of: Of): Promise<Tiding[]> {
  const { rows } = await sql<TidingRow>`
    select id, alert_id, place_ref, sealed from tidings
    where case_id = ${of.id} and alert_id is not null order by id`.execute(store.db)
  return rows.map((row) => toTiding(row, of.key))
}

interface TidingRow {
  id: string
  alert_id: string | null
  place_ref: Buffer
  sealed: Buffer
}

function toTiding({ id, alert_id, place_ref, sealed }: TidingRow, key: CaseKey): Tiding {
  return {
    id: id as TidingId,
    alertId: alert_id as AlertId | null,
    placeRef: place_ref,
    ...key.open<SealedTiding>('tidings.sealed', id, sealed),
  }
}
