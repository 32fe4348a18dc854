/**
 * The record of a case: one entry for each change of a request, a consent, a mandate or a sending, and for what was
 * answered and seen, written in the transaction of the change itself. Entries are sealed with the case's key and bound to
 * one another (core/record). Each entry's hash is also a link of the installation's chain, `audit`, which says that
 * something was written and nothing of what, and which a withdrawal leaves as it is
 * (docs/decisions/0015-the-case-record.md).
 *
 * Locks, in this order: the case (`holdCase`), rows of the case, the end of the installation's chain. Whoever writes holds
 * the case from the start, so that no two transactions wait for each other.
 */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { NotFound } from '#core/errors.ts'
import type { CaseId } from '#core/ids.ts'
import {
  type AuditLink,
  auditHash,
  type ChainedEntry,
  entryHash,
  type Fact,
  noHash,
  type RecordEntry,
} from '#core/record/index.ts'
import type { CaseKey } from './keys.ts'
import type { Tx } from './store.ts'

/** What an entry can be about. Packs name them in words; never rename one. */
export const recordKinds = [
  'request.prepared',
  'request.place-added',
  'request.answers',
  'request.mandate',
  'request.sent',
  'request.not-sent',
  'request.acknowledged',
  'request.refused',
  'request.overdue',
  'request.escalated',
  'request.removed',
  'request.not-removed',
  'request.reopened',
  'request.place-gone',
  'request.place-back',
  'request.due-kept',
  'request.answered',
  'place.seen',
  'consent.granted',
  'consent.revoked',
  'mandate.given',
  'mandate.ended',
  'sending.queued',
  'sending.sent',
  'sending.failed',
  'sending.stopped',
  'sending.unconfirmed',
] as const
export type RecordKind = (typeof recordKinds)[number]

type Of = { id: CaseId; key: CaseKey }

export interface NewEntry {
  kind: RecordKind
  request?: string | null
  facts?: { readonly [name: string]: Fact }
}

/** An entry, and which link of the installation's chain carries its hash. */
export interface KeptEntry extends ChainedEntry {
  kind: RecordKind
  auditSeq: number
}

/** Runs in the transaction that is given, or in one of its own. */
export function within<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  return tx.isTransaction ? work(tx) : tx.transaction().execute(work)
}

/**
 * Holds the case until the transaction ends: what changes in it changes one after the other.
 *
 * @throws NotFound when it was withdrawn
 */
export async function holdCase(tx: Tx, id: CaseId): Promise<void> {
  const { rows } = await sql`select id from cases where id = ${id} for no key update`.execute(tx)
  if (rows.length === 0) throw new NotFound('There is no such file.')
}

/** Adds entries to the record, in this order. The case must be held. */
export async function appendRecord(tx: Tx, of: Of, entries: readonly NewEntry[], at: Date): Promise<void> {
  if (entries.length === 0) return
  const last = await tx
    .selectFrom('records')
    .select(['seq', 'hash'])
    .where('case_id', '=', of.id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { rows } = await sql<{ seq: string; hash: Buffer }>`
    select seq, hash from audit_head for update`.execute(tx)
  const [head] = rows
  if (!head) throw new Error('The audit chain has no end: the table audit_head is empty.')
  let [seq, hash] = [last?.seq ?? 0, last?.hash.toString('hex') ?? noHash]
  let [auditSeq, chain] = [Number(head.seq), head.hash.toString('hex')]
  const [kept, links] = [[] as Row<'records'>[], [] as Row<'audit'>[]]
  for (const { kind, request = null, facts = {} } of entries) {
    seq++
    auditSeq++
    const nonce = randomBytes(16).toString('base64url')
    const entry: RecordEntry = { seq, at: at.getTime(), kind, request, facts, nonce }
    hash = await entryHash(hash, entry)
    const link = { seq: auditSeq, at: at.getTime(), digest: hash }
    chain = await auditHash(chain, link)
    kept.push({
      case_id: of.id,
      seq,
      hash: Buffer.from(hash, 'hex'),
      audit_seq: String(auditSeq),
      sealed: of.key.seal('records.sealed', `${of.id}|${seq}`, entry),
    })
    links.push({ seq: String(auditSeq), at, digest: Buffer.from(hash, 'hex'), hash: Buffer.from(chain, 'hex') })
  }
  await tx.insertInto('records').values(kept).execute()
  await tx.insertInto('audit').values(links).execute()
  await sql`update audit_head set seq = ${auditSeq}, hash = ${Buffer.from(chain, 'hex')}`.execute(tx)
}

type Row<Table extends 'records' | 'audit'> = Table extends 'records'
  ? { case_id: string; seq: number; hash: Buffer; audit_seq: string; sealed: Buffer }
  : { seq: string; at: Date; digest: Buffer; hash: Buffer }

/** The whole record of a case, the earliest first. Check it with `verifyChain` of core/record. */
export async function readRecord(tx: Tx, of: Of): Promise<KeptEntry[]> {
  const rows = await tx
    .selectFrom('records')
    .select(['seq', 'hash', 'audit_seq', 'sealed'])
    .where('case_id', '=', of.id)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    ...of.key.open<RecordEntry & { kind: RecordKind }>('records.sealed', `${of.id}|${row.seq}`, row.sealed),
    hash: row.hash.toString('hex'),
    auditSeq: Number(row.audit_seq),
  }))
}

/** Links of the installation's chain, from one number to another, both included. Check them with `verifyAudit`. */
export async function readAudit(tx: Tx, { from, to }: { from: number; to: number }): Promise<AuditLink[]> {
  const rows = await tx
    .selectFrom('audit')
    .selectAll()
    .where('seq', '>=', String(from))
    .where('seq', '<=', String(to))
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    seq: Number(row.seq),
    at: row.at.getTime(),
    digest: row.digest.toString('hex'),
    hash: row.hash.toString('hex'),
  }))
}

/** The last link of the installation's chain: who keeps it elsewhere can tell later that nothing before it was changed. */
export async function readAuditHead(tx: Tx): Promise<{ seq: number; hash: string }> {
  const { seq, hash } = await tx.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirstOrThrow()
  return { seq: Number(seq), hash: hash.toString('hex') }
}
