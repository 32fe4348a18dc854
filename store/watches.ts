/** Watches: places of a case that are looked at, what was seen there, and when. Sealed but for the place's keyed digest. */
import { sql } from 'kysely'
import type { CaseId, WatchId } from '#core/ids.ts'
import { type Location, locationKey } from '#core/location/index.ts'
import { beginWatch, type Standing } from '#core/watch/index.ts'
import { placeRef } from './finds.ts'
import type { CaseKey, Keys } from './keys.ts'
import type { Request } from './requests.ts'
import { newId, type Store, type Tx } from './store.ts'
import { addWork } from './work.ts'

interface SealedWatch {
  location: Location
  /** As she gave it: the canonical form is an identity, not always an address that opens. */
  pasted: string | null
  begunAt: number
  standing: Standing
  /** Where a short link led when it was last opened. */
  resolved: Location | null
  /** What was seen of it while it was up that would show it elsewhere. */
  marks: Record<string, string> | null
  /** When what was seen changed, the latest last. */
  record: { at: number; sign: string; words: string }[]
}

export interface Watch extends SealedWatch {
  id: WatchId
  placeRef: Buffer
  /** False: only she has it looked at. */
  isScheduled: boolean
}

type Of = { id: CaseId; key: CaseKey }

/** Longest record of a watch. */
const maxRecord = 50
/** The first look comes by chance within so long, so that it does not tell when she came. */
const firstWithinMs = 20 * 60_000
const firstAfterMs = 2 * 60_000

/**
 * Begins to watch places; one that is watched already goes on as it is. `isScheduled` false: the place is only known, and
 * looked at when she asks.
 *
 * @param chance from 0 to 1
 */
export async function startWatches(
  tx: Tx,
  of: Of,
  places: readonly { location: Location; pasted: string | null }[],
  { keys, at, chance, isScheduled }: { keys: Keys; at: Date; chance: () => number; isScheduled: boolean },
): Promise<void> {
  for (const { location, pasted } of places) {
    const id = newId()
    const sealed: SealedWatch = {
      location,
      pasted,
      begunAt: at.getTime(),
      standing: beginWatch(at.getTime()),
      resolved: null,
      marks: null,
      record: [],
    }
    const { rows } = await sql<{ id: string }>`
      insert into watches (id, case_id, place_ref, scheduled, sealed, created_at)
      values (${id}, ${of.id}, ${placeRef(keys, of.id, locationKey(location))}, ${isScheduled},
        ${of.key.seal('watches.sealed', id, sealed)}, ${at})
      on conflict (case_id, place_ref) do update set scheduled = true
        where excluded.scheduled and not watches.scheduled
      returning id`.execute(tx)
    if (rows[0] && isScheduled)
      await addWork(tx, 'watch', [rows[0].id], at.getTime() + firstAfterMs + chance() * firstWithinMs)
  }
}

/**
 * Whoever is asked for a removal knows of the places: from now on they are watched. One that only a channel of strangers
 * has named is looked at when she asks and not by itself, since the answer may have been sent elsewhere.
 */
export async function watchAsked(
  tx: Tx,
  of: Of,
  { places, practice }: Pick<Request, 'places' | 'practice'>,
  { keys, at, chance }: { keys: Keys; at: Date; chance: () => number },
): Promise<void> {
  if (practice) return
  for (const { ref, location } of places) {
    const isScheduled = !(await isNamedByAnybody(tx, of.id, ref))
    await startWatches(tx, of, [{ location, pasted: null }], { keys, at, chance, isScheduled })
  }
}

/** The case of a watch; null: it was withdrawn. */
export async function caseOfWatch(store: Store, id: string): Promise<CaseId | null> {
  const row = await store.db.selectFrom('watches').select('case_id').where('id', '=', id).executeTakeFirst()
  return (row?.case_id as CaseId | undefined) ?? null
}

/** Every watched place of a case, in the order in which they came. */
export async function readWatches(tx: Tx, of: Of): Promise<Watch[]> {
  const rows = await tx.selectFrom('watches').selectAll().where('case_id', '=', of.id).orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id as WatchId,
    placeRef: row.place_ref,
    isScheduled: row.scheduled,
    ...of.key.open<SealedWatch>('watches.sealed', row.id, row.sealed),
  }))
}

/**
 * The watches of a case, held until the transaction ends: what one look changes may be about two of them. The case is
 * held first, so that a withdrawal waits for the whole instead of for a part that waits for it, and its record is written
 * in turn.
 */
export async function lockWatches(tx: Tx, of: Of): Promise<Watch[]> {
  await sql`select id from cases where id = ${of.id} for no key update`.execute(tx)
  await sql`select id from watches where case_id = ${of.id} order by id for update`.execute(tx)
  return readWatches(tx, of)
}

export async function writeWatch(tx: Tx, of: Of, watch: Watch): Promise<void> {
  const { id, placeRef: _, isScheduled: __, ...sealed } = watch
  const kept: SealedWatch = { ...sealed, record: sealed.record.slice(-maxRecord) }
  await tx
    .updateTable('watches')
    .set({ sealed: of.key.seal('watches.sealed', id, kept) })
    .where('id', '=', id)
    .where('case_id', '=', of.id)
    .execute()
}

/**
 * Whether only channels to which anybody may publish have named this place, and she has not: asking for it by itself would
 * tell such a publisher that it met something.
 */
export async function isNamedByAnybody(tx: Tx, caseId: CaseId, placeRef: Buffer): Promise<boolean> {
  const { rows } = await sql<{ named: boolean }>`
    select coalesce(bool_and(c.options ->> 'trust' = 'low'), false) as named
    from finds f join matches m on m.find_id = f.id join channels c on c.id = m.channel_id
    where f.case_id = ${caseId} and f.place_ref = ${placeRef} and m.kind <> 'url'`.execute(tx)
  return rows[0]?.named ?? false
}
