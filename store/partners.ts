/** Partners: who may report sightings, each through a channel of its own. */
import { sql } from 'kysely'
import { NotFound } from '#core/errors.ts'
import type { ChannelId } from '#core/ids.ts'
import { insertChannel, insertIntake, notifyChannels, removeChannel, warnOf } from './channels.ts'
import type { Store } from './store.ts'
import { addWork } from './work.ts'

/** A message that was signed longer ago is refused, so its id need not be known any longer. */
const messagesKeptMs = 24 * 3_600_000

export interface Partner {
  id: string
  channelId: ChannelId
  name: string
  /** `whsec_…`: what it signs with. */
  secret: string
  createdAt: Date
  lastAt: Date | null
  sightings: number
}

/** Adds a partner and the channel that its sightings come through. */
export async function insertPartner(
  store: Store,
  partner: Pick<Partner, 'id' | 'name' | 'secret'> & { channelId: string; at: Date },
): Promise<void> {
  const { id, name, secret, channelId, at } = partner
  await store.transaction(async (tx) => {
    const options = { trust: 'low' }
    await insertChannel(store, tx, { id: channelId, kind: 'sightings', name, url: '', options, secrets: {}, at })
    await warnOf(tx, channelId as ChannelId, 'A partner reports when it sees something: silence is normal here.')
    await tx
      .insertInto('partners')
      .values({ id, channel_id: channelId, secret: store.keys.own.seal('partners.secret', id, secret), created_at: at })
      .execute()
    await addWork(tx, 'poll', [channelId], at.getTime())
    await notifyChannels(tx, channelId)
  })
}

/** Those whose channel is still there: removing either ends both. */
export async function readPartners({ db, keys }: Store): Promise<Partner[]> {
  const rows = await db
    .selectFrom('partners')
    .innerJoin('channels', 'channels.id', 'partners.channel_id')
    .select(['partners.id', 'channel_id', 'name', 'secret', 'partners.created_at', 'last_at', 'sightings'])
    .where('removed', '=', false)
    .orderBy('partners.created_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    channelId: row.channel_id as ChannelId,
    name: row.name,
    secret: keys.own.open('partners.secret', row.id, row.secret),
    createdAt: row.created_at,
    lastAt: row.last_at,
    sightings: Number(row.sightings),
  }))
}

/** Nothing that it signs is taken from now on, and what it reported is forgotten. Throws `NotFound`. */
export async function removePartner(store: Store, id: string): Promise<void> {
  await store.transaction(async (tx) => {
    const gone = await tx.deleteFrom('partners').where('id', '=', id).returning('channel_id').executeTakeFirst()
    if (!gone) throw new NotFound('There is no such partner. `vigie partners` lists them.')
    await removeChannel(tx, gone.channel_id as ChannelId)
  })
}

/**
 * Puts sightings where their channel finds them. They are looked at by nobody before that, so this takes as long for what
 * is enrolled as for what is not. The same message twice is taken once.
 */
export async function takeSightings(
  store: Store,
  { partner, messageId, raw, at }: { partner: Partner; messageId: string; raw: readonly string[]; at: Date },
): Promise<void> {
  const messageRef = store.keys.ref('partner-message', partner.id, messageId)
  await store.transaction(async (tx) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('partner_messages')
      .values({ partner_id: partner.id, message_ref: messageRef, at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows === 0n) return
    await insertIntake(tx, partner.channelId, raw, at)
    await sql`update partners set last_at = ${at}, sightings = sightings + ${raw.length} where id = ${partner.id}`.execute(
      tx,
    )
    await sql`delete from partner_messages
      where partner_id = ${partner.id} and at < ${new Date(at.getTime() - messagesKeptMs)}`.execute(tx)
    await addWork(tx, 'poll', [partner.channelId], at.getTime())
  })
}
