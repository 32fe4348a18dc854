/**
 * Hosts of watched places: when the next may be asked something, and how each says "there is no such thing". Known by
 * keyed digests, and sealed by the installation: which hosts are watched is nobody's to read.
 */
import { sql } from 'kysely'
import type { Store } from './store.ts'

/** Takes the host's turn. Null: it is ours; else when to try again, in ms since 1970. */
export async function claimHost(
  store: Store,
  host: string,
  { nowMs, gapMs }: { nowMs: number; gapMs: number },
): Promise<number | null> {
  const ref = store.keys.ref('host', host)
  const { rows } = await sql<{ taken: boolean }>`
    insert into hosts (host_ref, next_at) values (${ref}, ${new Date(nowMs + gapMs)})
    on conflict (host_ref) do update set next_at = excluded.next_at where hosts.next_at <= ${new Date(nowMs)}
    returning true as taken`.execute(store.db)
  if (rows.length > 0) return null
  const row = await store.db.selectFrom('hosts').select('next_at').where('host_ref', '=', ref).executeTakeFirst()
  return row?.next_at.getTime() ?? nowMs
}

/** Nobody asks this host before `untilMs`: it said so. */
export async function spareHost(store: Store, host: string, untilMs: number): Promise<void> {
  await sql`
    update hosts set next_at = greatest(next_at, ${new Date(untilMs)}::timestamptz)
    where host_ref = ${store.keys.ref('host', host)}`.execute(store.db)
}

export async function recallAbsence<Absence>(store: Store, form: string): Promise<Absence | null> {
  const ref = store.keys.ref('absence', form)
  const row = await store.db.selectFrom('absences').select('sealed').where('form_ref', '=', ref).executeTakeFirst()
  return row ? store.keys.own.open<Absence>('absences.sealed', ref.toString('hex'), row.sealed) : null
}

export async function keepAbsence(store: Store, form: string, absence: { at: number }): Promise<void> {
  const ref = store.keys.ref('absence', form)
  const sealed = store.keys.own.seal('absences.sealed', ref.toString('hex'), absence)
  await sql`
    insert into absences (form_ref, sealed, at) values (${ref}, ${sealed}, ${new Date(absence.at)})
    on conflict (form_ref) do update set sealed = excluded.sealed, at = excluded.at`.execute(store.db)
}

/** What is known of hosts that nobody has asked since. */
export async function forgetHosts(store: Store, before: Date): Promise<void> {
  await store.db.deleteFrom('hosts').where('next_at', '<', before).execute()
  await store.db.deleteFrom('absences').where('at', '<', before).execute()
}
