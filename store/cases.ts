/** Cases: opened with a file number and secret words, closed for good by destroying their key. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import {
  generateCaseNumber,
  generatePassphrase,
  normaliseCaseNumber,
  normalisePassphrase,
} from '#core/case/passphrase.ts'
import { type AgeBand, isMinor, type Lang } from '#core/case/types.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { CaseId, ItemId } from '#core/ids.ts'
import type { Random } from '#core/ports.ts'
import { logEnrolment, logWithdrawal, waitForFollowers } from './index-log.ts'
import type { CaseKey } from './keys.ts'
import { endShares } from './shares.ts'
import { newId, newToken, type Store, type Tx } from './store.ts'

export interface Case {
  id: CaseId
  number: string
  /** Hers in the picture; of a case that a list of abuse of children knows, at most 16 to 17, whatever is stored. */
  ageBand: AgeBand
  country: string
  lang: Lang
  mail: string | null
  createdAt: Date
  key: CaseKey
  /** The organisation that said that it knows the person behind it. */
  confirmedBy: string | null
  /**
   * Nothing of it is fetched, looked at or shown to a search engine: it is a minor's, or a list of abuse of children
   * knows a picture of it, even where nobody may be told so.
   */
  isShielded: boolean
}

interface SealedCase {
  number: string
  mail: string | null
}

/** Makes the case's key first: a crash before the row is written leaves a key that opens nothing, never the reverse. */
export async function prepareCase(
  store: Store,
  random: Random,
): Promise<{ id: CaseId; key: CaseKey; number: string; passphrase: string }> {
  const id = newId() as CaseId
  return {
    id,
    key: await store.keys.create(id),
    number: generateCaseNumber(random),
    passphrase: generatePassphrase(random),
  }
}

export async function insertCase(
  store: Store,
  tx: Tx,
  fresh: { id: CaseId; key: CaseKey; number: string; passphraseHash: Buffer } & Pick<
    Case,
    'ageBand' | 'country' | 'lang' | 'mail' | 'createdAt'
  >,
): Promise<void> {
  const sealed: SealedCase = { number: fresh.number, mail: fresh.mail }
  await tx
    .insertInto('cases')
    .values({
      id: fresh.id,
      number_ref: store.keys.ref('case-number', normaliseCaseNumber(fresh.number)),
      passphrase: fresh.passphraseHash,
      age_band: fresh.ageBand,
      country: fresh.country,
      lang: fresh.lang,
      sealed: fresh.key.seal('cases.sealed', fresh.id, sealed),
      created_at: fresh.createdAt,
    })
    .execute()
}

/** Throws `NotFound` when the case was withdrawn, also in the middle of it. */
export async function readCase(store: Store, id: CaseId): Promise<Case> {
  const row = await store.db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('There is no such file.')
  const key = await store.keys.open(id)
  const { number, mail } = key.open<SealedCase>('cases.sealed', id, row.sealed)
  const ageBand = row.protected && row.age_band === 'adult' ? '16-17' : row.age_band
  return {
    id,
    number,
    mail,
    ageBand,
    country: row.country,
    lang: row.lang,
    createdAt: row.created_at,
    key,
    confirmedBy: row.confirmation
      ? key.open<SealedConfirmation>('cases.confirmation', id, row.confirmation).organisation
      : null,
    isShielded: isMinor(ageBand) || row.listed,
  }
}

interface SealedConfirmation {
  organisation: string
}

/** The case of a file number; null: there is none. Only for who may know that there is one. */
export async function findCaseByNumber(store: Store, number: string): Promise<CaseId | null> {
  const row = await store.db
    .selectFrom('cases')
    .select('id')
    .where('number_ref', '=', store.keys.ref('case-number', normaliseCaseNumber(number)))
    .executeTakeFirst()
  return (row?.id as CaseId | undefined) ?? null
}

/**
 * An organisation knows the person behind it: from now on it is told what is not public. Twice is once, and the later
 * name stands. What a list of abuse of children had said of it so far is acted upon.
 */
export async function confirmCase(
  tx: Tx,
  of: { id: CaseId; key: CaseKey },
  organisation: string,
  at: Date,
): Promise<void> {
  const sealed: SealedConfirmation = { organisation }
  await sql`
    update cases set confirmed_at = coalesce(confirmed_at, ${at}), protected = protected or listed,
      confirmation = ${of.key.seal('cases.confirmation', of.id, sealed)}
    where id = ${of.id}`.execute(tx)
}

/** What was told stays told; nothing more of what is not public is. */
export async function withdrawConfirmation(tx: Tx, id: CaseId): Promise<void> {
  await tx.updateTable('cases').set({ confirmed_at: null, confirmation: null }).where('id', '=', id).execute()
}

/**
 * A list of abuse of children knows a picture of these cases: they go the minors' path for good, those that may be told
 * at once. Returns those of which this was not known: `logShielded` is to follow, late in the transaction.
 */
export async function protectCases(tx: Tx, ids: readonly CaseId[]): Promise<CaseId[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    update cases set listed = true, protected = protected or confirmed_at is not null
    where id = any(${[...new Set(ids)]}::uuid[]) and (not listed or (confirmed_at is not null and not protected))
    returning id`.execute(tx)
  const shielded = rows.map((row) => row.id as CaseId)
  await endShares(tx, shielded)
  return shielded
}

/** Every index learns that these cases are shielded now: what a look has seen is compared with adults' pictures alone. */
export async function logShielded(tx: Tx, ids: readonly CaseId[]): Promise<void> {
  for (const id of ids) {
    const items = await tx.selectFrom('items').select('id').where('case_id', '=', id).execute()
    await logEnrolment(
      tx,
      id,
      items.map((item) => item.id as ItemId),
    )
  }
}

export async function updateContact(tx: Tx, of: Case, contact: { mail: string | null; lang: Lang }): Promise<void> {
  const sealed: SealedCase = { number: of.number, mail: contact.mail }
  await tx
    .updateTable('cases')
    .set({ sealed: of.key.seal('cases.sealed', of.id, sealed), lang: contact.lang })
    .where('id', '=', of.id)
    .execute()
}

/**
 * The case that a file number and secret words open, or null. A wrong number costs the same argon2 as wrong words, so
 * that neither the answer nor its time tells which of the two was wrong.
 */
export async function findCase(store: Store, number: string, passphrase: string): Promise<CaseId | null> {
  const row = await store.db
    .selectFrom('cases')
    .select(['id', 'passphrase'])
    .where('number_ref', '=', store.keys.ref('case-number', normaliseCaseNumber(number)))
    .executeTakeFirst()
  const stored = row?.passphrase ?? nobody
  const right = timingSafeEqual(await derive(passphrase, stored.subarray(0, 16)), stored.subarray(16))
  return row && right ? (row.id as CaseId) : null
}

const nobody = randomBytes(48)

/** `salt (16) ‖ argon2id (32)`: 19 MiB, two passes, one lane (RFC 9106; the parameters are OWASP's). */
export async function hashPassphrase(passphrase: string): Promise<Buffer> {
  const salt = randomBytes(16)
  return Buffer.concat([salt, await derive(passphrase, salt)])
}

const argon2id = promisify(argon2)

async function derive(passphrase: string, nonce: Uint8Array): Promise<Buffer> {
  const message = normalisePassphrase(passphrase)
  return argon2id('argon2id', { message, nonce, parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 })
}

/**
 * Withdraws: the key is destroyed, every row is deleted, and every running index has dropped the fingerprints before
 * this returns. A crash on the way is finished by `sweepWithdrawn`.
 */
export async function withdrawCase(store: Store, id: CaseId): Promise<{ indexesConfirmed: boolean }> {
  await store.keys.destroy(id)
  const seq = await store.transaction(async (tx) => {
    await endShares(tx, [id])
    await tx.deleteFrom('cases').where('id', '=', id).execute()
    return logWithdrawal(tx, id)
  })
  return { indexesConfirmed: await waitForFollowers(store, seq) }
}

/** Not a crash in the middle of a withdrawal any more, but a folder that was lost or not put back. */
const tooManyGone = 5

/**
 * Finishes withdrawals: rows whose key is gone (a crash in the middle, or a database put back from a backup).
 *
 * @throws Refused when there is not one key left for many cases: a lost folder must not erase everybody
 */
export async function sweepWithdrawn(store: Store): Promise<number> {
  const rows = await store.db.selectFrom('cases').select('id').execute()
  const kept = await store.keys.list()
  const gone = rows.filter((row) => !kept.has(row.id))
  if (gone.length === rows.length && gone.length >= tooManyGone)
    throw new Refused(
      `None of the ${rows.length} cases has its key. Put the folder keys/cases back into VIGIE_DATA and start again; nothing was erased.`,
    )
  for (const row of gone) await withdrawCase(store, row.id as CaseId)
  return gone.length
}

// ---- sessions

const idleMs = 15 * 60_000
export const sessionIdleSeconds = idleMs / 1000

export async function openSession(store: Store, caseId: CaseId, nowMs: number): Promise<string> {
  const token = newToken()
  await store.transaction(async (tx) => {
    await tx
      .deleteFrom('sessions')
      .where('seen_at', '<', new Date(nowMs - idleMs))
      .execute()
    await tx
      .insertInto('sessions')
      .values({ token_ref: store.keys.ref('session', token), case_id: caseId, seen_at: new Date(nowMs) })
      .execute()
  })
  return token
}

/** The case of a session that was used within the last 15 minutes, which begin anew; else null. */
export async function useSession(store: Store, token: string, nowMs: number): Promise<CaseId | null> {
  const { rows } = await sql<{ case_id: string }>`
    update sessions set seen_at = ${new Date(nowMs)}
    where token_ref = ${store.keys.ref('session', token)} and seen_at >= ${new Date(nowMs - idleMs)}
    returning case_id`.execute(store.db)
  return (rows[0]?.case_id as CaseId | undefined) ?? null
}

export async function closeSession(store: Store, token: string): Promise<void> {
  await store.db.deleteFrom('sessions').where('token_ref', '=', store.keys.ref('session', token)).execute()
}
