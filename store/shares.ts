/**
 * Shares: hashes that a person has agreed to show to platforms by name, one row an item and platform. A row holds no hash:
 * what is shown is opened with the case's key at the moment it is asked for, so a withdrawal ends it with the key. A row
 * without its case is a tombstone, by which the platform learns that this id is to be deleted.
 *
 * A platform reads ranges of time, and never comes back to one: so a change is dated after every range that this platform
 * was given. Who reads and who changes take turns at the platform's row, and so nothing falls between two ranges.
 */
import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { InvalidInput, NotFound } from '#core/errors.ts'
import type { Fingerprint } from '#core/fingerprint/types.ts'
import type { CaseId } from '#core/ids.ts'
import { openItems } from './items.ts'
import type { CaseKey, Keys } from './keys.ts'
import type { Store, Tx } from './store.ts'

type Of = { id: CaseId; key: CaseKey }
type Media = 'image' | 'video'

// ---- platforms that read

export interface Reader {
  id: string
  name: string
  createdAt: Date
  readAt: Date | null
}

const keyRef = (keys: Keys, id: string, key: string) => keys.ref('exchange-key', id, key)

/** Its key is kept as a digest alone. Throws `InvalidInput` where the name is taken. */
export async function insertReader(
  { db, keys }: Store,
  { id, name, key, at }: { id: string; name: string; key: string; at: Date },
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('exchange_readers')
    .values({ id, name, key_ref: keyRef(keys, id, key), created_at: at, served_to: new Date(0) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n)
    throw new InvalidInput('A platform of that name reads already. Remove it first, or choose another name.')
}

export async function readReaders({ db }: Store): Promise<Reader[]> {
  const rows = await db
    .selectFrom('exchange_readers')
    .select(['id', 'name', 'created_at', 'read_at'])
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, createdAt: row.created_at, readAt: row.read_at }))
}

/** The reader whose key this is, or null: the same for a name that is none. */
export async function findReader({ db, keys }: Store, id: string, key: string): Promise<Reader | null> {
  const row = await db.selectFrom('exchange_readers').selectAll().where('id', '=', id).executeTakeFirst()
  const isRight = timingSafeEqual(keyRef(keys, id, key), row?.key_ref ?? Buffer.alloc(32))
  return row && isRight ? { id: row.id, name: row.name, createdAt: row.created_at, readAt: row.read_at } : null
}

/** Its key opens nothing from now on. What it has read before is with it. */
export async function removeReader({ db }: Store, id: string): Promise<void> {
  const { numDeletedRows } = await db.deleteFrom('exchange_readers').where('id', '=', id).executeTakeFirst()
  if (numDeletedRows === 0n) throw new NotFound('There is no such platform. `vigie exchange` lists them.')
}

// ---- what a person agrees to

export interface ShareConsent {
  since: Date
  /** As they stood on the page. */
  words: string
  /** Platforms, by id. */
  readers: string[]
  /** Items that it covers: later ones are not. */
  items: string[]
}

const purpose = 'share'
const rowOf = (caseId: CaseId) => `${caseId}|${purpose}`

/**
 * She agrees, to these platforms and for these items; whatever stood before and is not among them ends. A case that is
 * shielded keeps its consent and shares nothing: that must not be seen.
 */
export async function grantSharing(
  tx: Tx,
  of: Of & { isShielded: boolean },
  agreed: ShareConsent & { media: ReadonlyMap<string, Media> },
): Promise<void> {
  const { since, words, readers, items, media } = agreed
  const held = await tx.selectFrom('cases').select('id').where('id', '=', of.id).forKeyShare().executeTakeFirst()
  if (!held) throw new NotFound('There is no such file.')
  const sealed = of.key.seal('consents.sealed', rowOf(of.id), { words, readers, items })
  await tx
    .insertInto('consents')
    .values({ case_id: of.id, purpose, granted_at: since, sealed })
    .onConflict((conflict) => conflict.columns(['case_id', 'purpose']).doUpdateSet({ granted_at: since, sealed }))
    .execute()
  await takeTurns(tx, readers)
  await end(tx, sql`case_id = ${of.id} and not (reader_id = any(${readers}) and item_id = any(${items}::uuid[]))`)
  if (of.isShielded) return
  const rows = readers.flatMap((reader) => items.map((item) => ({ id: newShareId(), reader, item })))
  await sql`
    insert into shares (id, reader_id, case_id, item_id, media, changed_at)
    select n.id, r.id, ${of.id}, n.item, n.media, greatest(clock_timestamp(), r.served_to)
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.reader)}::text[],
      ${rows.map((row) => row.item)}::uuid[], ${rows.map((row) => media.get(row.item) ?? 'image')}::text[])
      as n (id, reader, item, media)
    join exchange_readers r on r.id = n.reader
    where not exists (select from shares s where s.reader_id = n.reader and s.item_id = n.item)`.execute(tx)
}

export async function readSharing(tx: Tx, of: Of): Promise<ShareConsent | null> {
  const row = await tx
    .selectFrom('consents')
    .select(['granted_at', 'sealed'])
    .where('case_id', '=', of.id)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  if (!row) return null
  const agreed = of.key.open<Omit<ShareConsent, 'since'>>('consents.sealed', rowOf(of.id), row.sealed)
  return { since: row.granted_at, ...agreed }
}

/** She no longer agrees: from now on every platform is told to delete, and is shown nothing. */
export async function stopSharing(tx: Tx, id: CaseId): Promise<void> {
  await tx.deleteFrom('consents').where('case_id', '=', id).where('purpose', '=', purpose).execute()
  await endShares(tx, [id])
}

/** What these cases share ends, whatever they agreed to. */
export async function endShares(tx: Tx, ids: readonly CaseId[]): Promise<void> {
  if (ids.length === 0) return
  const readers = await tx
    .selectFrom('shares')
    .select('reader_id')
    .distinct()
    .where('case_id', 'in', [...ids])
    .execute()
  if (readers.length === 0) return
  await takeTurns(
    tx,
    readers.map((row) => row.reader_id),
  )
  await end(tx, sql`case_id = any(${[...ids]}::uuid[])`)
}

const end = (tx: Tx, which: ReturnType<typeof sql>) =>
  sql`update shares set case_id = null, item_id = null, changed_at = greatest(clock_timestamp(), r.served_to)
    from exchange_readers r where r.id = reader_id and ${which}`.execute(tx)

/** Until the transaction ends nobody is given a range of these platforms. */
const takeTurns = (tx: Tx, readers: readonly string[]) =>
  sql`select from exchange_readers where id = any(${[...readers]}) order by id for share`.execute(tx)

/** Its time is not told by it, and it is not that of the item: nothing joins the two but the row. */
const newShareId = () => crypto.randomUUID()

// ---- what a platform reads

export interface SharedEntry {
  id: string
  media: Media
  changedAt: Date
  position: string
  /** Null: to be deleted. */
  prints: { pdq: Uint8Array | null; md5: Uint8Array | null } | null
}

/**
 * What changed for a reader within a range, in any order but that of time; `left`: how many there are from `after` on.
 * The range counts as given: what changes from now on is dated after it.
 */
export async function readShares(
  store: Store,
  reader: Reader,
  range: { from: Date; to: Date; after: string; limit: number; at: Date },
): Promise<{ entries: SharedEntry[]; left: number }> {
  const { from, to, after, limit, at } = range
  return store.transaction(async (tx) => {
    await sql`
      update exchange_readers set read_at = ${at}, served_to = greatest(served_to, ${to}) where id = ${reader.id}`.execute(
      tx,
    )
    const { rows } = await sql<ShareRow>`
      select s.id, s.position, s.media, s.changed_at, s.item_id, count(*) over () as left,
        c.id is not null and c.age_band = 'adult' and not c.protected and not c.listed as may
      from shares s left join cases c on c.id = s.case_id
      where s.reader_id = ${reader.id} and s.changed_at >= ${from} and s.changed_at < ${to} and s.position > ${after}
      order by s.position limit ${limit}`.execute(tx)
    const { items } = await openItems(store, tx, { ids: rows.flatMap((row) => (row.may && row.item_id) || []) })
    const prints = new Map(items.map((item) => [item.id as string, shownOf(item.fingerprints)]))
    const entries = rows.map((row) => ({
      id: row.id,
      media: row.media,
      changedAt: row.changed_at,
      position: row.position,
      prints: (row.item_id && prints.get(row.item_id)) || null,
    }))
    return { entries, left: Number(rows[0]?.left ?? 0) }
  })
}

interface ShareRow {
  id: string
  position: string
  media: Media
  changed_at: Date
  item_id: string | null
  left: string
  may: boolean
}

/** The picture as it is, its first hash; none of its further views, which would show more of it. */
function shownOf(fingerprints: readonly Fingerprint[]): SharedEntry['prints'] {
  const first = (type: Fingerprint['type']) => fingerprints.find((print) => print.type === type)?.value ?? null
  const [pdq, md5] = [first('pdq'), first('md5')]
  return pdq || md5 ? { pdq, md5 } : null
}

// ---- what a platform says back

export interface ShareAnswer {
  reader: string
  says: 'blocked' | 'not-blocked'
  media: Media
  at: Date
}

type SealedAnswer = Omit<ShareAnswer, 'at'>

/** Keeps what a platform says of an entry that it was given; the later word stands. False: it was never given that. */
export async function saveShareAnswer(
  store: Store,
  reader: Reader,
  { entry, says, at }: { entry: string; says: ShareAnswer['says']; at: Date },
): Promise<boolean> {
  return store.transaction(async (tx) => {
    const row = await tx
      .selectFrom('shares')
      .select(['case_id', 'media'])
      .where('id', '=', entry)
      .where('reader_id', '=', reader.id)
      .forKeyShare()
      .executeTakeFirst()
    if (!row) return false
    const key = row.case_id ? await store.keys.open(row.case_id).catch(() => null) : null
    if (!row.case_id || !key) return true // it has ended, and there is nobody to tell
    const answer: SealedAnswer = { reader: reader.name, says, media: row.media }
    const sealed = key.seal('share_answers.sealed', entry, answer)
    await tx
      .insertInto('share_answers')
      .values({ share_id: entry, case_id: row.case_id, sealed, at })
      .onConflict((conflict) => conflict.column('share_id').doUpdateSet({ sealed, at }))
      .execute()
    return true
  })
}

export async function readShareAnswers(tx: Tx, of: Of): Promise<ShareAnswer[]> {
  const rows = await tx
    .selectFrom('share_answers')
    .select(['share_id', 'sealed', 'at'])
    .where('case_id', '=', of.id)
    .orderBy('at', 'desc')
    .execute()
  return rows.map((row) => ({
    at: row.at,
    ...of.key.open<SealedAnswer>('share_answers.sealed', row.share_id, row.sealed),
  }))
}
