/**
 * Alert: what a case was not told yet becomes one alert, with the removal requests prepared. The first goes at once,
 * later ones are gathered until a digest window has passed. Runs twice, says it once: a find in an alert is not found
 * again, and a case's alerts are written one after the other.
 */
import { NotFound } from '#core/errors.ts'
import type { AlertId, CaseId } from '#core/ids.ts'
import { locationKey } from '#core/location/index.ts'
import { channels } from '#knowledge/channels/index.ts'
import { planRequests } from '#knowledge/letters/index.ts'
import { withCopy } from '#knowledge/platforms/index.ts'
import { insertAlert, lockCase } from '#store/alerts.ts'
import { type Case, readCase } from '#store/cases.ts'
import { type Find, lockUntold, placeRef, readBest, tellFinds } from '#store/finds.ts'
import { insertRequests, type NewRequest } from '#store/requests.ts'
import type { Tx } from '#store/store.ts'
import { lockUntoldTidings, tellTidings } from '#store/tidings.ts'
import { addWork } from '#store/work.ts'
import type { Stage, StageDeps } from './stage.ts'

/** Kinds of channel whose word is for confirmed cases alone. */
const notPublic = channels.filter((channel) => channel.toldTo === 'confirmed').map((channel) => channel.id)

export const alert: Stage = {
  name: 'alert',
  page: 100,
  concurrency: 2,
  giveUpAfter: 20,

  async run(ids, deps) {
    for (const id of ids) await tell(id as CaseId, deps)
  },
}

async function tell(id: CaseId, deps: StageDeps): Promise<void> {
  const { store, digestMs, now, log } = deps
  const told = await readCase(store, id).catch((error: unknown) => {
    if (error instanceof NotFound) return null // withdrawn meanwhile
    throw error
  })
  if (!told) return
  await store.transaction(async (tx) => {
    const turn = await lockCase(tx, id)
    if (!turn) return
    const untold = await lockUntold(tx, told, turn.isConfirmed ? [] : notPublic)
    const practice = untold.filter((find) => find.practice)
    const real = untold.filter((find) => !find.practice)
    if (practice.length > 0) await write(tx, told, practice, deps)
    const tidings = await lockUntoldTidings(tx, told)
    if (real.length + tidings.length === 0) return
    const waitsUntil = (turn.lastToldAt?.getTime() ?? Number.NEGATIVE_INFINITY) + digestMs
    if (now() < waitsUntil) return addWork(tx, 'alert', [id], waitsUntil)
    const alertId = await write(tx, told, real, deps)
    await tellTidings(
      tx,
      alertId,
      tidings.map((tiding) => tiding.id),
    )
    log.info('alert.written', { case: id, matches: real.length })
  })
}

async function write(tx: Tx, told: Case, finds: readonly Find[], { store, facts, now }: StageDeps): Promise<AlertId> {
  const at = new Date(now())
  const practice = finds[0]?.practice ?? false
  const { id, delivery } = await insertAlert(tx, { caseId: told.id, practice, at, mail: told.mail !== null })
  await tellFinds(
    tx,
    id,
    finds.map((find) => find.id),
  )
  const best = await readBest(
    tx,
    told.key,
    finds.map((find) => find.id),
  )
  const requests = finds.flatMap((find): NewRequest[] => {
    const { location } = find
    const found = best.get(find.id) ?? null
    if (!location) return []
    // It may be another picture, or another person of that name: she is asked first, and the API prepares it then.
    if (found?.kind === 'engine' || found?.kind === 'name') return []
    const { ageBand, country, lang } = told
    return withCopy(location).flatMap((place) =>
      planRequests({ location: place, ageBand, country, lang, routes: facts.routes }).map((plan) => ({
        placeRef: placeRef(store.keys, told.id, locationKey(place)),
        route: plan.routeId,
        ground: plan.ground,
        location: place,
        found,
      })),
    )
  })
  await insertRequests(tx, told, requests, { practice, at })
  if (delivery) await addWork(tx, 'deliver', [delivery], now())
  return id
}
