/** What was found out about who can remove something from a place: kept with the case, sealed. */
import { sql } from 'kysely'
import type { CaseId } from '#core/ids.ts'
import type { CaseKey } from './keys.ts'
import type { Tx } from './store.ts'

type Of = { id: CaseId; key: CaseKey }

export async function writeResponsibles<Inquiry>(
  tx: Tx,
  of: Of,
  { placeRef, inquiry, at }: { placeRef: Buffer; inquiry: Inquiry; at: Date },
): Promise<void> {
  const sealed = of.key.seal('responsibles.sealed', placeRef.toString('hex'), inquiry)
  // A case that was withdrawn meanwhile has no row to hang this on.
  await sql`
    insert into responsibles (case_id, place_ref, sealed, at)
    select id, ${placeRef}, ${sealed}, ${at} from cases where id = ${of.id}
    on conflict (case_id, place_ref) do update set sealed = excluded.sealed, at = excluded.at`.execute(tx)
}

export async function readResponsibles<Inquiry>(
  tx: Tx,
  of: Of,
  placeRef: Buffer,
): Promise<{ inquiry: Inquiry; at: Date } | null> {
  const row = await tx
    .selectFrom('responsibles')
    .select(['sealed', 'at'])
    .where('case_id', '=', of.id)
    .where('place_ref', '=', placeRef)
    .executeTakeFirst()
  if (!row) return null
  return { inquiry: of.key.open<Inquiry>('responsibles.sealed', placeRef.toString('hex'), row.sealed), at: row.at }
}
