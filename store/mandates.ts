/**
 * Mandates: who may ask for removal on behalf of the person, for what, and until when. It holds her words and not the
 * image. She ends one whenever she wishes: what was sent stays in the record, and nothing more is drafted, reminded of or
 * sent under it.
 */
import { NotFound } from '#core/errors.ts'
import type { CaseId, MandateId } from '#core/ids.ts'
import type { CaseKey } from './keys.ts'
import { appendRecord, holdCase, within } from './record.ts'
import { stopSendings } from './sendings.ts'
import { newId, type Tx } from './store.ts'

type Of = { id: CaseId; key: CaseKey }

export interface NewMandate {
  /** A parent or guardian, or anybody else whom she has chosen. */
  kind: 'parent' | 'agent'
  /** Who acts, by name. */
  name: string
  /** For whom she works. */
  organisation: string | null
  /** How the recipient reaches who acts. */
  contact: string | null
  scope: {
    /** Null: every ground. */
    grounds: string[] | null
    /** Ids of platforms, or hosts. Null: every recipient. */
    recipients: string[] | null
    /** Addresses as locations hold them. Null: this image wherever it is. */
    locations: string[] | null
  }
  from: Date
  /** Null: until she ends it. */
  until: Date | null
  /** How it was given. */
  how: 'in-writing' | 'on-this-page' | 'by-law'
  /** Hers, as they stood on the page or on the paper. */
  words: string
}

export interface Mandate extends NewMandate {
  id: MandateId
  givenAt: Date
  endedAt: Date | null
}

interface SealedMandate extends Omit<NewMandate, 'from' | 'until'> {
  from: number
  until: number | null
}

export async function giveMandate(tx: Tx, of: Of, given: NewMandate, at: Date): Promise<Mandate> {
  return within(tx, async (tx) => {
    await holdCase(tx, of.id)
    const id = newId() as MandateId
    const { from, until, ...rest } = given
    const sealed: SealedMandate = { ...rest, from: from.getTime(), until: until?.getTime() ?? null }
    await tx
      .insertInto('mandates')
      .values({
        id,
        case_id: of.id,
        sealed: of.key.seal('mandates.sealed', id, sealed),
        created_at: at,
        ended_at: null,
      })
      .execute()
    const facts = { mandate: id, ...sealed }
    await appendRecord(tx, of, [{ kind: 'mandate.given', facts }], at)
    return { ...given, id, givenAt: at, endedAt: null }
  })
}

/** Every mandate that was ever given, the earliest first. */
export async function readMandates(tx: Tx, of: Of): Promise<Mandate[]> {
  const rows = await tx.selectFrom('mandates').selectAll().where('case_id', '=', of.id).orderBy('id').execute()
  return rows.map((row) => {
    const { from, until, ...sealed } = of.key.open<SealedMandate>('mandates.sealed', row.id, row.sealed)
    return {
      ...sealed,
      id: row.id as MandateId,
      from: new Date(from),
      until: until === null ? null : new Date(until),
      givenAt: row.created_at,
      endedAt: row.ended_at,
    }
  })
}

/** From this moment nothing is done under it. Twice is once. Throws `NotFound` when it is not this case's. */
export async function endMandate(tx: Tx, of: Of, id: string, at: Date): Promise<void> {
  return within(tx, async (tx) => {
    await holdCase(tx, of.id)
    const mandate = (await readMandates(tx, of)).find((each) => each.id === id)
    if (!mandate) throw new NotFound('There is no such mandate.')
    if (mandate.endedAt) return
    await tx.updateTable('mandates').set({ ended_at: at }).where('id', '=', id).where('case_id', '=', of.id).execute()
    await appendRecord(tx, of, [{ kind: 'mandate.ended', facts: { mandate: id } }], at)
    await stopSendings(tx, of, { where: (sending) => sending.mandate === id, because: 'mandate-ended', at })
  })
}

/** Whether it covers this at this moment. */
export function isInForce(
  { endedAt, from, until, scope }: Mandate,
  { at, ground, platform, locations }: { at: number; ground: string; platform: string; locations: readonly string[] },
): boolean {
  if (endedAt !== null || at < from.getTime() || (until !== null && at >= until.getTime())) return false
  const hosts = locations.map((url) => URL.parse(url)?.host ?? '')
  const covers = (all: string[] | null, any: readonly string[]) =>
    all === null || any.every((each) => all.includes(each))
  return (
    covers(scope.grounds, [ground]) &&
    (covers(scope.recipients, [platform]) || covers(scope.recipients, hosts)) &&
    covers(scope.locations, locations)
  )
}
