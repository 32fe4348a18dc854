/** Consents: what a case agreed to that is not done otherwise, with the very words it agreed to. */
import { sql } from 'kysely'
import { isMinor } from '#core/case/types.ts'
import type { CaseId, ChannelId } from '#core/ids.ts'
import type { Fact } from '#core/record/index.ts'
import type { CaseKey } from './keys.ts'
import { appendRecord, holdCase, within } from './record.ts'
import type { Tx } from './store.ts'

/** A source that may be asked for this case, and about what. */
export interface AskConsent {
  channelId: ChannelId
  since: Date
  /** As they stood on the page. */
  words: string
  /** Of a source that is asked about addresses: which. */
  addresses: string[]
}

interface SealedConsent {
  words: string
  addresses: string[]
}

const asking = 'ask:'
const purposeOf = (channelId: string) => `${asking}${channelId}`
/** What a consent's words are sealed for. */
export const rowOf = (caseId: CaseId, purpose: string) => `${caseId}|${purpose}`

/** Every source that a case agreed to. */
export async function readAskConsents(tx: Tx, of: { id: CaseId; key: CaseKey }): Promise<AskConsent[]> {
  const rows = await tx
    .selectFrom('consents')
    .select(['purpose', 'granted_at', 'sealed'])
    .where('case_id', '=', of.id)
    .where('purpose', 'like', `${asking}%`)
    .orderBy('purpose')
    .execute()
  return rows.map((row) => ({
    channelId: row.purpose.slice(asking.length) as ChannelId,
    since: row.granted_at,
    ...of.key.open<SealedConsent>('consents.sealed', rowOf(of.id, row.purpose), row.sealed),
  }))
}

/** Agreed again, the later words and addresses stand. */
export async function grantAsking(
  tx: Tx,
  of: { id: CaseId; key: CaseKey },
  { channelId, since, words, addresses }: AskConsent,
): Promise<void> {
  const purpose = purposeOf(channelId)
  const agreed: SealedConsent = { words, addresses }
  await grant(tx, of, { purpose, agreed, facts: { purpose, words, addresses }, since })
}

/** Writes a consent down, with what the record says of it. */
export async function grant(
  tx: Tx,
  of: { id: CaseId; key: CaseKey },
  {
    purpose,
    agreed,
    facts,
    since,
  }: { purpose: string; agreed: object; facts: { readonly [name: string]: Fact }; since: Date },
): Promise<void> {
  await within(tx, async (tx) => {
    await holdCase(tx, of.id)
    const sealed = of.key.seal('consents.sealed', rowOf(of.id, purpose), agreed)
    await tx
      .insertInto('consents')
      .values({ case_id: of.id, purpose, granted_at: since, sealed })
      .onConflict((conflict) => conflict.columns(['case_id', 'purpose']).doUpdateSet({ granted_at: since, sealed }))
      .execute()
    await appendRecord(tx, of, [{ kind: 'consent.granted', facts }], since)
  })
}

/** True: there was one. The case is held. */
export async function revoke(tx: Tx, of: { id: CaseId; key: CaseKey }, purpose: string, at: Date): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('consents')
    .where('case_id', '=', of.id)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return false
  await appendRecord(tx, of, [{ kind: 'consent.revoked', facts: { purpose } }], at)
  return true
}

/** From here on it is not asked any more; an answer that is under way is dropped. */
export async function revokeAsking(
  tx: Tx,
  of: { id: CaseId; key: CaseKey },
  channelId: string,
  at: Date,
): Promise<void> {
  await within(tx, async (tx) => {
    await holdCase(tx, of.id)
    await revoke(tx, of, purposeOf(channelId), at)
  })
}

export interface Standing {
  isShielded: boolean
  isConfirmed: boolean
  paused: boolean
  /** Before this the source is not to be asked at all. */
  askAfter: Date | null
}

/**
 * Whether a source may be asked for a case at this moment: the consent stands, and is held until the transaction ends;
 * the case and the channel are there. Null: it may not be.
 */
export async function holdAsking(tx: Tx, caseId: CaseId, channelId: string): Promise<Standing | null> {
  const { rows } = await sql<{
    age_band: 'adult' | '16-17' | 'under-16'
    listed: boolean
    confirmed: boolean
    paused: boolean
    ask_after: Date | null
  }>`
    select c.age_band, c.listed, c.confirmed_at is not null as confirmed, h.paused, h.ask_after
    from consents s join cases c on c.id = s.case_id join channels h on h.id = ${channelId} and not h.removed
    where s.case_id = ${caseId} and s.purpose = ${purposeOf(channelId)} for key share of c, s`.execute(tx)
  const [row] = rows
  if (!row) return null
  const isShielded = isMinor(row.age_band) || row.listed
  return { isShielded, isConfirmed: row.confirmed, paused: row.paused, askAfter: row.ask_after }
}

/** Which source is asked for which case, as the ids of work rows. */
export async function listAsking(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('consents')
    .select(['case_id', 'purpose'])
    .where('purpose', 'like', `${asking}%`)
    .execute()
  return rows.map((row) => askingId(row.case_id, row.purpose.slice(asking.length)))
}

export function askingId(caseId: string, channelId: string): string {
  return `${caseId}/${channelId}`
}

export function readAskingId(id: string): { caseId: CaseId; channelId: ChannelId } {
  const at = id.indexOf('/')
  return { caseId: id.slice(0, at) as CaseId, channelId: id.slice(at + 1) as ChannelId }
}
