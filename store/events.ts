/** What came back by mail: answers to requests, sealed with the case's key, and for the operator a count of the rest. */
import { sql } from 'kysely'
import { NotFound } from '#core/errors.ts'
import { base32 } from '#core/fingerprint/index.ts'
import type { CaseId, ChannelId, RequestId } from '#core/ids.ts'
import type { InboundAnswer, InboundMail } from '#core/request/inbound.ts'
import { insertIntake, readChannels } from './channels.ts'
import type { CaseKey } from './keys.ts'
import { appendRecord, holdCase } from './record.ts'
import { moveRequest, type Request, readRequestOf } from './requests.ts'
import { bounceSending } from './sendings.ts'
import { newId, type Store, type Tx } from './store.ts'
import { type TidingKind, tellOfRequest } from './tidings.ts'
import { addWork } from './work.ts'

/** A flood of reports must not fill the disk: while so many wait, no more are taken. */
const mostWaiting = 20_000
/** What arrived is listed for so long. */
const mailsKeptMs = 90 * 24 * 3_600_000
const eventsOfRequest = 200

/** Sealed with the case's key. */
export type RequestAnswer = Pick<InboundAnswer, 'sort' | 'ticket' | 'subject' | 'text' | 'proposes'> & {
  sender: string | null
  /** Whether the sender's domain has signed for it (DKIM, DMARC). */
  verified: boolean
}

/**
 * The local part of the address that answers to this request go to, `r-…`. The database knows its digest alone: who has
 * a copy of it cannot tell which mail belongs to whom.
 */
export async function replyAddressOf(store: Store, request: Pick<Request, 'id'>): Promise<string> {
  const token = base32(store.keys.ref('reply', request.id).subarray(0, 16))
  await store.db
    .updateTable('requests')
    .set({ reply_ref: store.keys.ref('reply-token', token) })
    .where('id', '=', request.id)
    .where('reply_ref', 'is', null)
    .execute()
  return `r-${token}`
}

export interface RequestEventRow extends RequestAnswer {
  at: Date
}

/** What was answered to a request, the latest first. */
export async function readEvents(
  store: Store,
  of: { id: CaseId; key: CaseKey },
  request: Pick<Request, 'id'>,
): Promise<RequestEventRow[]> {
  const rows = await store.db
    .selectFrom('request_events')
    .select(['id', 'at', 'sealed'])
    .where('case_id', '=', of.id)
    .where('request_id', '=', request.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(eventsOfRequest)
    .execute()
  return rows.map(({ id, at, sealed }) => ({ at, ...of.key.open<RequestAnswer>('request_events.sealed', id, sealed) }))
}

export type Taken = 'report' | 'answer' | 'unknown' | 'no-channel' | 'too-many'

/**
 * Takes a mail in. A report goes to the mail channels; an answer to the request that it is known by; of anything else
 * nothing is kept but that it came. The same mail twice is once.
 *
 * @param verified whether the sender's domain has signed for it: else it moves no request
 */
export async function takeMail(
  store: Store,
  mail: InboundMail,
  { at, verified }: { at: Date; verified: boolean },
): Promise<Taken> {
  const mailRef = store.keys.ref('mail', mail.id)
  if (mail.sort === 'report') return takeReport(store, mail, { mailRef, at })
  const requests = await requestsOf(store, mail)
  for (const request of requests) await addEvent(store, request, { mail, mailRef, at, verified })
  const known = requests.length > 0
  await noteMail(store.db, { mailRef, sort: mail.sort, known, sender: known ? null : mail.sender, at })
  return known ? 'answer' : 'unknown'
}

async function takeReport(
  store: Store,
  mail: Extract<InboundMail, { sort: 'report' }>,
  { mailRef, at }: { mailRef: Buffer; at: Date },
): Promise<Taken> {
  const channels = (await readChannels(store)).filter(({ kind }) => kind === 'mail').map(({ id }) => id)
  return store.transaction(async (tx) => {
    const isNew = await noteMail(tx, { mailRef, sort: 'report', known: channels.length > 0, sender: mail.sender, at })
    if (channels.length === 0) return 'no-channel'
    if (!isNew) return 'report'
    if (await isFull(tx, channels)) return 'too-many'
    for (const id of channels) await insertIntake(tx, id, mail.reports, at)
    await addWork(tx, 'poll', channels, at.getTime())
    return 'report'
  })
}

async function isFull(tx: Tx, channels: readonly ChannelId[]): Promise<boolean> {
  const { rows } = await sql`
    select 1 from intake i join channels c on c.id = i.channel_id
    where c.id = any(${channels}::text[]) and i.position > coalesce(c.cursor, '0')::bigint
    offset ${mostWaiting} limit 1`.execute(tx)
  return rows.length > 0
}

interface Known {
  id: RequestId
  caseId: CaseId
}

/** By an address of reply; else by a ticket that the same sender has named in an earlier answer. */
async function requestsOf({ db, keys }: Store, mail: Extract<InboundMail, InboundAnswer>): Promise<Known[]> {
  const byToken = await db
    .selectFrom('requests')
    .select(['id', 'case_id'])
    .where('reply_ref', 'in', [
      keys.ref('reply-token', ''),
      ...mail.tokens.map((token) => keys.ref('reply-token', token)),
    ])
    .execute()
  const ticket = ticketRef({ keys }, mail)
  const rows =
    byToken.length > 0 || !ticket
      ? byToken
      : await db
          .selectFrom('request_events')
          .select(['request_id as id', 'case_id'])
          .distinct()
          .where('ticket_ref', '=', ticket)
          .limit(2)
          .execute()
  // A ticket of two requests tells nothing.
  const known = byToken.length > 0 || rows.length === 1 ? rows : []
  return known.map((row) => ({ id: row.id as RequestId, caseId: row.case_id as CaseId }))
}

function ticketRef(
  { keys }: Pick<Store, 'keys'>,
  { sender, ticket }: { sender: string | null; ticket: string | null },
) {
  return sender && ticket ? keys.ref('ticket', sender, ticket) : null
}

async function addEvent(
  store: Store,
  request: Known,
  {
    mail,
    mailRef,
    at,
    verified,
  }: { mail: Extract<InboundMail, InboundAnswer>; mailRef: Buffer; at: Date; verified: boolean },
): Promise<void> {
  const { sort, ticket, subject, text, proposes, sender } = mail
  const key = await store.keys.open(request.caseId).catch(unlessWithdrawn)
  if (!key) return
  const of = { id: request.caseId, key }
  const answer: RequestAnswer = { sort, ticket, subject, text, proposes, sender, verified }
  const id = newId()
  await store
    .transaction(async (tx) => {
      await holdCase(tx, of.id)
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('request_events')
        .values({
          id,
          case_id: of.id,
          request_id: request.id,
          mail_ref: mailRef,
          // Only what came to the address of reply teaches a ticket.
          ticket_ref: mail.tokens.length > 0 ? ticketRef(store, mail) : null,
          sealed: key.seal('request_events.sealed', id, answer),
          at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows === 1n) await follow(tx, of, { request: request.id, answer, at }, store)
    })
    .catch(unlessWithdrawn)
}

function unlessWithdrawn(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}

/**
 * What follows from an answer by itself: that they have received it, where their domain has signed for it; that it never
 * arrived, where it came back. Whether it was refused or is gone, she decides.
 */
async function follow(
  tx: Tx,
  of: { id: CaseId; key: CaseKey },
  { request: id, answer, at }: { request: RequestId; answer: RequestAnswer; at: Date },
  { keys }: Store,
): Promise<void> {
  const request = await readRequestOf(tx, of, id)
  if (request.practice) return
  const { sort, proposes, verified, sender, ticket } = answer
  const facts = { sort, proposes, verified, sender, ticket }
  await appendRecord(tx, of, [{ kind: 'request.answered', request: id, facts }], at)

  let kind: TidingKind | null = null
  if (sort === 'bounce') {
    kind = 'bounced'
    const isWaitedFor = ['prepared', 'sent', 'overdue'].includes(request.state)
    if (isWaitedFor && (await bounceSending(tx, of, id, at)))
      await moveRequest(tx, of, id, { event: { type: 'not-sent' }, at, facts: { by: 'bounce' } })
  } else if (sort !== 'delayed') {
    if (verified) {
      await moveRequest(tx, of, id, { event: { type: 'acknowledged' }, at, facts: { by: 'answer' } })
      await addWork(tx, 'follow-up', [id], at.getTime())
    }
    // A receipt asks nothing of her, and neither does a machine that says nothing clear.
    const isForHer = proposes !== null && proposes !== 'receipt'
    if (isForHer || (sort === 'answer' && proposes === null)) kind = 'answered'
    if (proposes === 'removed') await lookAgain(tx, of, request, at)
  }
  if (kind === null) return
  // Whoever writes a hundred times is told of once a day.
  const day = at.toISOString().slice(0, 10)
  await tellOfRequest(tx, of, { kind, request, step: null, at }, { keys, once: [kind, id, proposes ?? '', day] })
}

/** They say that it is gone: places that are looked at anyway are looked at now. */
async function lookAgain(tx: Tx, of: { id: CaseId }, { places }: Request, at: Date): Promise<void> {
  const refs = places.map(({ ref }) => ref)
  const rows = await tx
    .selectFrom('watches')
    .select('id')
    .where('case_id', '=', of.id)
    .where('scheduled', '=', true)
    .where(sql<boolean>`place_ref = any(${refs}::bytea[])`)
    .execute()
  await addWork(
    tx,
    'watch',
    rows.map(({ id }) => id),
    at.getTime(),
  )
}

async function noteMail(
  tx: Tx,
  mail: { mailRef: Buffer; sort: string; known: boolean; sender: string | null; at: Date },
): Promise<boolean> {
  await tx
    .deleteFrom('mails')
    .where('received_at', '<', new Date(mail.at.getTime() - mailsKeptMs))
    .execute()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mails')
    .values({ mail_ref: mail.mailRef, sort: mail.sort, known: mail.known, sender: mail.sender, received_at: mail.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export interface ArrivedMail {
  at: Date
  sort: string
  known: boolean
  sender: string | null
}

/** What arrived, the latest first, without a word of it. */
export async function readMails(store: Store, limit: number): Promise<ArrivedMail[]> {
  const rows = await store.db
    .selectFrom('mails')
    .select(['received_at', 'sort', 'known', 'sender'])
    .orderBy('received_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ received_at, ...row }) => ({ at: received_at, ...row }))
}
