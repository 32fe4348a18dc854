/**
 * Sendings: the outbox of requests that the service sends for her, because she has agreed to that route. What a crash
 * leaves is as with alerts (docs/decisions/0003): until `handed` no server can have accepted the mail, and it is sent
 * again; `handed` by a worker that died may have been accepted, and is never sent again by itself: she is asked
 * (docs/decisions/0016-sending-for-her.md).
 *
 * ```
 * waiting ─► sending ─► handed ─► sent
 *    ▲          │          ├────► unconfirmed ─► sent, failed    (her word)
 *    │          ▼          ├────► failed                         (the server will never take it; it came back)
 *    └────── failing ◄─────┘
 * all but handed, sent, failed ─► stopped                        (consent or mandate ended, or something is missing)
 * ```
 */
import { sql } from 'kysely'
import type { Lang } from '#core/case/types.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { CaseId, RequestId, SendingId } from '#core/ids.ts'
import { grant, revoke, rowOf } from './consents.ts'
import type { CaseKey } from './keys.ts'
import { isAlive } from './presence.ts'
import { appendRecord, holdCase, within } from './record.ts'
import { type DueSnapshot, moveRequest, type Request, readRequestOf } from './requests.ts'
import { newId, type Store, type Tx } from './store.ts'
import { addWork } from './work.ts'

type Of = { id: CaseId; key: CaseKey }

// ---- consents

/** A route by which the service may send requests for her: one recipient's one address, and no other. */
export interface SendRoute {
  platform: string
  route: string
}

export interface SendConsent extends SendRoute {
  since: Date
  /** As they stood on the page. */
  words: string
}

const sending = 'send:'
const sendPurpose = ({ platform, route }: SendRoute) => `${sending}${platform}:${route}`

/** Every route by which requests may be sent for her. */
export async function readSendConsents(tx: Tx, of: Of): Promise<SendConsent[]> {
  const rows = await tx
    .selectFrom('consents')
    .select(['purpose', 'granted_at', 'sealed'])
    .where('case_id', '=', of.id)
    .where('purpose', 'like', `${sending}%`)
    .orderBy('purpose')
    .execute()
  return rows.map((row) => ({
    since: row.granted_at,
    ...of.key.open<SendRoute & { words: string }>('consents.sealed', rowOf(of.id, row.purpose), row.sealed),
  }))
}

/** She agrees that requests go by this route. Nothing is sent by this alone. Agreed again, the later words stand. */
export async function grantSending(tx: Tx, of: Of, { platform, route, since, words }: SendConsent): Promise<void> {
  const purpose = sendPurpose({ platform, route })
  await grant(tx, of, { purpose, agreed: { platform, route, words }, facts: { purpose, words }, since })
}

/** From here on nothing more goes by this route; what waits to be sent is stopped. Twice is once. */
export async function revokeSending(tx: Tx, of: Of, { platform, route }: SendRoute, at: Date): Promise<void> {
  await within(tx, async (tx) => {
    await holdCase(tx, of.id)
    await revoke(tx, of, sendPurpose({ platform, route }), at)
    await stopSendings(tx, of, {
      where: (each) => each.platform === platform && each.route === route,
      because: 'consent-revoked',
      at,
    })
  })
}

/** Whether the consent stands; it is held until the transaction ends. */
async function holdSendConsent(tx: Tx, caseId: CaseId, route: SendRoute): Promise<boolean> {
  const { rows } = await sql`
    select 1 from consents where case_id = ${caseId} and purpose = ${sendPurpose(route)} for key share`.execute(tx)
  return rows.length > 0
}

// ---- the outbox

export type SendingState = 'waiting' | 'sending' | 'handed' | 'sent' | 'failing' | 'failed' | 'unconfirmed' | 'stopped'

/** Why a sending was stopped, or did not come about, besides reply codes of mail servers. */
export type StopCode =
  | 'consent-revoked'
  | 'mandate-ended'
  | 'incomplete'
  | 'unconfirmed-place'
  | 'not-to-be-sent'
  | 'recipient-changed'
  | 'cancelled'

interface SealedSending {
  /** Whom she agreed that it goes to. */
  to: string
  lang: Lang
  /** The mandate under which it is sent; null: she speaks for herself. */
  mandate: string | null
  platform: string
  route: string
}

export interface Sending extends SealedSending {
  id: SendingId
  requestId: RequestId
  /** The later step whose letter it is; null: the request itself. */
  step: string | null
  state: SendingState
  /** A mail server's reply, or why it was stopped. */
  code: string | null
  createdAt: Date
  settledAt: Date | null
}

export interface NewSending {
  requestId: string
  /** The recipient's address, as she saw it. */
  to: string
  lang: Lang
  step?: string | null
  mandate?: string | null
}

/**
 * Puts a letter into the outbox. It is written when it is sent, and not sent unless it is complete then.
 *
 * @throws NotFound when the request is not this case's; Refused, with the reason, when it may not be sent by us: she has
 *   not agreed to this route, has not confirmed a place, it is a practice, was sent already, or is on its way
 */
export async function queueSending(tx: Tx, of: Of, asked: NewSending, at: Date): Promise<SendingId> {
  return within(tx, async (tx) => {
    await holdCase(tx, of.id)
    const request = await readRequestOf(tx, of, asked.requestId)
    const { step = null, mandate = null, to, lang } = asked
    const { platform } = request.location
    const { route } = request
    if (!mayBeSent(request, step)) throw new Refused('This request is not one that can be sent now.')
    if (!(await holdSendConsent(tx, of.id, { platform, route })))
      throw new Refused('She has not agreed that requests are sent this way.')
    if (!(await arePlacesConfirmed(tx, of, request)))
      throw new Refused('She has not confirmed every place of this request.')
    const id = newId() as SendingId
    const sealed: SealedSending = { to, lang, mandate, platform, route }
    const { rows } = await sql`
      insert into sendings (id, case_id, request_id, step, state, attempts, sealed, created_at)
      values (${id}, ${of.id}, ${request.id}, ${step}, 'waiting', 0, ${of.key.seal('sendings.sealed', id, sealed)}, ${at})
      on conflict do nothing returning id`.execute(tx)
    if (rows.length === 0) throw new Refused('This request is on its way already.')
    const facts = { sending: id, to, step, mandate, lang }
    await appendRecord(tx, of, [{ kind: 'sending.queued', request: request.id, facts }], at)
    await addWork(tx, 'send', [id], at.getTime())
    return id
  })
}

/** The request itself while it is prepared; a later step while something is waited for. */
function mayBeSent({ state, practice }: Request, step: string | null): boolean {
  if (practice) return false
  return step === null ? state === 'prepared' : !['prepared', 'removed', 'reopened'].includes(state)
}

/**
 * Whether she knows of every place of a request, and says that it is hers: she has named it, or said so of what was found
 * there; and she has not said of anything there that it is not her.
 */
export async function arePlacesConfirmed(tx: Tx, of: Of, { places }: Pick<Request, 'places'>): Promise<boolean> {
  const refs = places.map(({ ref }) => ref)
  const { rows } = await sql<{ place_ref: Buffer; mine: boolean; denied: boolean }>`
    select place_ref, bool_or(answer = 'me') as mine, bool_or(answer = 'not-me') as denied from finds
    where case_id = ${of.id} and place_ref = any(${refs}::bytea[]) group by place_ref`.execute(tx)
  return places.every(({ ref, found }) => {
    const said = rows.find((row) => row.place_ref.equals(ref))
    return !said?.denied && (found === null || said?.mine === true)
  })
}

export async function readSendings(tx: Tx, of: Of): Promise<Sending[]> {
  const rows = await tx.selectFrom('sendings').selectAll().where('case_id', '=', of.id).orderBy('id').execute()
  return rows.map((row) => ({
    ...of.key.open<SealedSending>('sendings.sealed', row.id, row.sealed),
    id: row.id as SendingId,
    requestId: row.request_id as RequestId,
    step: row.step,
    state: row.state,
    code: row.code,
    createdAt: row.created_at,
    settledAt: row.settled_at,
  }))
}

/** Stops what has not left yet, where `where` holds. The case is held. What is in a server's hands can not be called back. */
export async function stopSendings(
  tx: Tx,
  of: Of,
  { where, because, at }: { where: (sending: Sending) => boolean; because: StopCode; at: Date },
): Promise<void> {
  const stoppable = (await readSendings(tx, of)).filter(
    (sending) => ['waiting', 'sending', 'failing'].includes(sending.state) && where(sending),
  )
  const { rows } = await sql<{ id: string; request_id: string }>`
    update sendings set state = 'stopped', code = ${because}, claim = null, settled_at = ${at}
    where case_id = ${of.id} and id = any(${stoppable.map(({ id }) => id)}::uuid[])
      and state in ('waiting', 'sending', 'failing') returning id, request_id`.execute(tx)
  const entries = rows.map(({ id, request_id }) => ({
    kind: 'sending.stopped' as const,
    request: request_id,
    facts: { sending: id, code: because },
  }))
  await appendRecord(tx, of, entries, at)
}

/** She takes back a letter that has not left. False: it has left, or there is none. */
export async function cancelSending(tx: Tx, of: Of, id: string, at: Date): Promise<boolean> {
  return within(tx, async (tx) => {
    await holdCase(tx, of.id)
    await stopSendings(tx, of, { where: (sending) => sending.id === id, because: 'cancelled', at })
    const sending = (await readSendings(tx, of)).find((each) => each.id === id)
    return sending?.state === 'stopped'
  })
}

/**
 * She says what became of a letter of which nobody knows whether a server took it. Sent: the clock runs from when it was
 * handed over. Throws `NotFound` when there is no such letter, or its fate is known.
 */
export async function resolveSending(
  tx: Tx,
  of: Of,
  id: string,
  { wasSent, due, at }: { wasSent: boolean; due: DueSnapshot | null; at: Date },
): Promise<void> {
  return within(tx, async (tx) => {
    await holdCase(tx, of.id)
    const sending = (await readSendings(tx, of)).find((each) => each.id === id && each.state === 'unconfirmed')
    if (!sending) throw new NotFound('There is no such letter.')
    const state = wasSent ? 'sent' : 'failed'
    await sql`update sendings set state = ${state}, code = 'her-word', claim = null where id = ${id} and case_id = ${of.id}`.execute(
      tx,
    )
    if (!wasSent) {
      const facts = { sending: id, code: 'her-word' }
      return appendRecord(tx, of, [{ kind: 'sending.failed', request: sending.requestId, facts }], at)
    }
    await noteSent(tx, of, {
      sending,
      due,
      sentAt: due?.receivedAt ?? sending.createdAt.getTime(),
      code: 'her-word',
      at,
    })
  })
}

// ---- the worker's side

export interface ClaimedSending {
  id: SendingId
  caseId: CaseId
  requestId: RequestId
  step: string | null
  claim: string
  attempts: number
}

/** Claims what may be sent now, and what a worker that has died since claimed and never handed over. */
export async function claimSendings(store: Store, ids: readonly string[], worker: number): Promise<ClaimedSending[]> {
  const claim = newId()
  const { rows } = await sql<{
    id: string
    case_id: string
    request_id: string
    step: string | null
    attempts: number
  }>`
    update sendings set state = 'sending', claim = ${claim}, claimed_by = ${worker}
    where id = any(${[...ids]}::uuid[])
      and (state in ('waiting', 'failing') or (state = 'sending' and not ${isAlive(sql.ref('claimed_by'))}))
    returning id, case_id, request_id, step, attempts`.execute(store.db)
  return rows.map((row) => ({
    id: row.id as SendingId,
    caseId: row.case_id as CaseId,
    requestId: row.request_id as RequestId,
    step: row.step,
    claim,
    attempts: row.attempts,
  }))
}

/** What a worker handed over before it died: whether the server took it, nobody knows. Each with its case. */
export async function abandonedSendings(
  store: Store,
  ids: readonly string[],
): Promise<{ id: SendingId; caseId: CaseId }[]> {
  const { rows } = await sql<{ id: string; case_id: string }>`
    select id, case_id from sendings
    where id = any(${[...ids]}::uuid[]) and state = 'handed' and not ${isAlive(sql.ref('claimed_by'))}`.execute(
    store.db,
  )
  return rows.map((row) => ({ id: row.id as SendingId, caseId: row.case_id as CaseId }))
}

/** Notes that nobody knows. Null: somebody else has noted it, or the case is gone. */
export async function markUnconfirmed(tx: Tx, of: Of, id: SendingId, at: Date): Promise<Sending | null> {
  await holdCase(tx, of.id)
  const { rows } = await sql<{ request_id: string }>`
    update sendings set state = 'unconfirmed', settled_at = ${at}
    where id = ${id} and case_id = ${of.id} and state = 'handed' and not ${isAlive(sql.ref('claimed_by'))}
    returning request_id`.execute(tx)
  const [row] = rows
  if (!row) return null
  const entry = { kind: 'sending.unconfirmed' as const, request: row.request_id, facts: { sending: id } }
  await appendRecord(tx, of, [entry], at)
  return (await readSendings(tx, of)).find((each) => each.id === id) ?? null
}

/** Those of `ids` that a living worker is at: to be looked at again later. */
export async function busySendings(store: Store, ids: readonly string[]): Promise<SendingId[]> {
  const rows = await store.db
    .selectFrom('sendings')
    .select('id')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('state', 'in', ['sending', 'handed'])
    .execute()
  return rows.map((row) => row.id as SendingId)
}

/**
 * The last word before the last dot. False: it is not ours any more, she has taken her consent back, or the case was
 * withdrawn; the mail must not go out. Consent and letter are one row's change here and there, so that no instant lies
 * between them.
 */
export async function markSendingHanded(store: Store, { id, claim }: ClaimedSending, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await store.db
    .updateTable('sendings')
    .set({ state: 'handed', settled_at: at })
    .where('id', '=', id)
    .where('claim', '=', claim)
    .where('state', '=', 'sending')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What the text was, for the record: nothing of it is kept but its digest. */
export interface Handed {
  to: string
  subject: string
  /** SHA-256 of the text as it was sent, hex. */
  digest: string
  messageId: string
}

/**
 * The server took it: the request is sent, or its step is taken. False: the claim is not ours any more.
 *
 * @param due null where the law names no time
 */
export async function settleSent(
  tx: Tx,
  of: Of,
  sending: ClaimedSending,
  { handed, due, sentAt, at }: { handed: Handed; due: DueSnapshot | null; sentAt: number; at: Date },
): Promise<boolean> {
  await holdCase(tx, of.id)
  const { rows } = await sql`
    update sendings set state = 'sent', code = null, claim = null, settled_at = ${at}
    where id = ${sending.id} and claim = ${sending.claim} returning id`.execute(tx)
  if (rows.length === 0) return false
  await noteSent(tx, of, { sending, due, sentAt, code: null, at, handed })
  return true
}

async function noteSent(
  tx: Tx,
  of: Of,
  {
    sending,
    due,
    sentAt,
    code,
    at,
    handed,
  }: {
    sending: Pick<Sending, 'id' | 'requestId' | 'step'>
    due: DueSnapshot | null
    sentAt: number
    code: string | null
    at: Date
    handed?: Handed
  },
): Promise<void> {
  const facts = { sending: sending.id, code, step: sending.step, ...handed }
  await appendRecord(tx, of, [{ kind: 'sending.sent', request: sending.requestId, facts }], at)
  const dueAt = due?.at ?? null
  await moveRequest(tx, of, sending.requestId, {
    event: sending.step
      ? { type: 'escalated', step: sending.step, at: sentAt, due: dueAt }
      : { type: 'sent', at: sentAt, due: dueAt },
    due,
    facts: { by: 'service' },
    at,
  })
}

/** It was not taken: it is tried again (`failing`), given up (`failed`), or must not be sent (`stopped`). */
export async function settleUnsent(
  tx: Tx,
  of: Of,
  sending: ClaimedSending,
  { state, code, at }: { state: 'failing' | 'failed' | 'stopped'; code: string; at: Date },
): Promise<boolean> {
  await holdCase(tx, of.id)
  const { rows } = await sql`
    update sendings set state = ${state}, code = ${code.slice(0, 60)}, claim = null,
      attempts = attempts + ${state === 'failing' ? 1 : 0}, settled_at = ${state === 'failing' ? null : at}
    where id = ${sending.id} and claim = ${sending.claim} returning id`.execute(tx)
  if (rows.length === 0) return false
  if (state !== 'failing')
    await appendRecord(
      tx,
      of,
      [{ kind: `sending.${state}`, request: sending.requestId, facts: { sending: sending.id, code } }],
      at,
    )
  return true
}

/** It came back: what was sent for this request did not arrive. Null: the service had not sent it. */
export async function bounceSending(tx: Tx, of: Of, requestId: string, at: Date): Promise<Sending | null> {
  const last = (await readSendings(tx, of)).findLast(
    (each) => each.requestId === requestId && (each.state === 'sent' || each.state === 'unconfirmed'),
  )
  if (!last) return null
  await sql`update sendings set state = 'failed', code = 'bounced', settled_at = ${at} where id = ${last.id}`.execute(
    tx,
  )
  const facts = { sending: last.id, code: 'bounced' }
  await appendRecord(tx, of, [{ kind: 'sending.failed', request: requestId, facts }], at)
  return last
}

/** Letters that are not settled: what a worker that has a mail server looks at when it starts. */
export async function waitingSendings(store: Store): Promise<SendingId[]> {
  const rows = await store.db
    .selectFrom('sendings')
    .select('id')
    .where('state', 'in', ['waiting', 'failing', 'sending', 'handed'])
    .execute()
  return rows.map((row) => row.id as SendingId)
}

export async function countSendings(store: Store): Promise<{ state: string; count: number; oldest: Date | null }[]> {
  const { rows } = await sql<{ state: string; count: number; oldest: Date | null }>`
    select state, count(*)::int as count, min(created_at) as oldest from sendings group by state`.execute(store.db)
  return rows
}
