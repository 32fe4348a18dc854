/** Items: what a case watches for. A picture or clip is its fingerprints; a place is where she knows one to be. */
import { sql } from 'kysely'
import { isMinor } from '#core/case/types.ts'
import type { Fingerprint, FingerprintType } from '#core/fingerprint/types.ts'
import type { CaseId, ItemId } from '#core/ids.ts'
import type { Location } from '#core/location/types.ts'
import { logEnrolment, logWithdrawal } from './index-log.ts'
import type { CaseKey } from './keys.ts'
import { newId, type Store, type Tx } from './store.ts'

export type Item =
  | { type: 'picture' | 'clip'; fingerprints: Fingerprint[] }
  /** Keyed digests of a name's forms; the name itself is kept nowhere. */
  | { type: 'name'; fingerprints: Fingerprint[] }
  /** `pasted` is kept: the canonical form is an identity, not always an address that opens. */
  | { type: 'place'; location: Location; fingerprints: Fingerprint[]; pasted: string }

/** Seals and stores items, and tells every index. Work for the look back is the caller's. */
export async function insertItems(
  tx: Tx,
  of: { id: CaseId; key: CaseKey },
  items: readonly Item[],
  options: { practice: boolean; at: Date },
): Promise<ItemId[]> {
  const rows = items.map((item) => {
    const id = newId() as ItemId
    return {
      id,
      case_id: of.id,
      sealed: of.key.seal('items.sealed', id, toWire(item)),
      practice: options.practice,
      created_at: options.at,
    }
  })
  for (let i = 0; i < rows.length; i += 1000)
    await tx
      .insertInto('items')
      .values(rows.slice(i, i + 1000))
      .execute()
  const ids = rows.map((row) => row.id)
  await logEnrolment(tx, of.id, ids)
  return ids
}

export async function readItems(
  store: Store,
  of: { id: CaseId; key: CaseKey },
): Promise<(Item & { id: ItemId; practice: boolean })[]> {
  const rows = await store.db
    .selectFrom('items')
    .select(['id', 'sealed', 'practice'])
    .where('case_id', '=', of.id)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as ItemId,
    practice: row.practice,
    ...fromWire(of.key.open<WireItem>('items.sealed', row.id, row.sealed)),
  }))
}

export interface IndexedItem {
  id: ItemId
  caseId: CaseId
  fingerprints: Fingerprint[]
  /** Never compared with what a look has seen: a minor's, or known to a list of abuse of children. */
  isShielded: boolean
}

/**
 * Opens items for the match index: those named, or all after `after` in order of id. Items of a case that is being
 * withdrawn are left out: its key is gone.
 */
export async function openItems(
  store: Store,
  tx: Tx,
  which: { ids: readonly string[] } | { after: string | null; limit: number },
): Promise<{ items: IndexedItem[]; last: string | null }> {
  let query = tx
    .selectFrom('items')
    .innerJoin('cases', 'cases.id', 'items.case_id')
    .select(['items.id', 'items.case_id', 'items.sealed', 'cases.age_band', 'cases.listed'])
    .orderBy('items.id')
  if ('ids' in which)
    query = query.where(
      'items.id',
      'in',
      which.ids.length > 0 ? [...which.ids] : ['00000000-0000-0000-0000-000000000000'],
    )
  else {
    if (which.after) query = query.where('items.id', '>', which.after)
    query = query.limit(which.limit)
  }
  const rows = await query.execute()
  const keys = new Map<string, CaseKey | null>()
  const items: IndexedItem[] = []
  for (const row of rows) {
    if (!keys.has(row.case_id)) keys.set(row.case_id, await store.keys.open(row.case_id).catch(() => null))
    const key = keys.get(row.case_id)
    if (!key) continue
    const { fingerprints } = fromWire(key.open<WireItem>('items.sealed', row.id, row.sealed))
    const isShielded = isMinor(row.age_band) || row.listed
    items.push({ id: row.id as ItemId, caseId: row.case_id as CaseId, fingerprints, isShielded })
  }
  return { items, last: rows.at(-1)?.id ?? null }
}

export interface HeldItem {
  caseId: CaseId
  practice: boolean
  /** An organisation has confirmed the case. */
  isConfirmed: boolean
}

/** The case of each item that still exists, held against withdrawal until the transaction ends. */
export async function holdItems(tx: Tx, ids: readonly string[]): Promise<Map<string, HeldItem>> {
  const { rows } = await sql<{
    id: string
    case_id: string
    practice: boolean
    confirmed: boolean
  }>`
    select i.id, i.case_id, i.practice, c.confirmed_at is not null as confirmed
    from items i join cases c on c.id = i.case_id
    where i.id = any(${[...new Set(ids)]}::uuid[]) order by i.id for key share of i`.execute(tx)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        caseId: row.case_id as CaseId,
        practice: row.practice,
        isConfirmed: row.confirmed,
      },
    ]),
  )
}

/** Deletes items of a case, and tells every index. */
export async function deleteItems(tx: Tx, caseId: CaseId, ids: readonly ItemId[]): Promise<void> {
  if (ids.length === 0) return
  const gone = await tx
    .deleteFrom('items')
    .where('case_id', '=', caseId)
    .where('id', 'in', [...ids])
    .returning('id')
    .execute()
  for (const { id } of gone) await logWithdrawal(tx, caseId, id as ItemId)
}

export async function deletePracticeItems(tx: Tx, caseId: CaseId): Promise<string | null> {
  const gone = await tx
    .deleteFrom('items')
    .where('case_id', '=', caseId)
    .where('practice', '=', true)
    .returning('id')
    .execute()
  let seq: string | null = null
  for (const { id } of gone) seq = await logWithdrawal(tx, caseId, id as ItemId)
  return seq
}

type WireFingerprint = [type: FingerprintType, base64: string]
type WireItem =
  | { type: 'picture' | 'clip' | 'name'; fingerprints: WireFingerprint[] }
  | { type: 'place'; fingerprints: WireFingerprint[]; location: Location; pasted: string }

function toWire(item: Item): WireItem {
  const fingerprints = item.fingerprints.map(
    ({ type, value }): WireFingerprint => [type, Buffer.from(value).toString('base64')],
  )
  return { ...item, fingerprints }
}

function fromWire(wire: WireItem): Item {
  const fingerprints = wire.fingerprints.map(([type, base64]) => ({
    type,
    value: new Uint8Array(Buffer.from(base64, 'base64')),
  }))
  return { ...wire, fingerprints }
}
