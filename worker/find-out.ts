/**
 * Find out: who can remove something from a site that nobody of ours knows, when she asks for it. The site and public
 * registers are asked; they learn a domain and an address. Work is a watch's id: the place, and whose it is.
 */
import { NotFound } from '#core/errors.ts'
import { netFor } from '#knowledge/platforms/look.ts'
import { findResponsible } from '#knowledge/responsible/index.ts'
import { readCase } from '#store/cases.ts'
import { writeResponsibles } from '#store/responsibles.ts'
import { caseOfWatch, readWatches } from '#store/watches.ts'
import type { Stage, StageDeps } from './stage.ts'

export const findOut: Stage = {
  name: 'find-out',
  page: 5,
  concurrency: 2,
  giveUpAfter: 5,

  async run(ids, deps) {
    await Promise.all(ids.map((id) => inquire(id, deps)))
  },
}

async function inquire(id: string, { store, facts, net, resolve, now, signal }: StageDeps): Promise<void> {
  const caseId = await caseOfWatch(store, id)
  const of = caseId && (await readCase(store, caseId).catch(unlessGone))
  const place = of && (await readWatches(store.db, of)).find((each) => each.id === id)
  if (!place) return
  const inquiry = await findResponsible(place.location, {
    net: netFor(place.location, { net, pasted: place.pasted ?? undefined }),
    resolve,
    bootstrap: facts.bootstrap,
    routes: facts.routes,
    now,
    signal,
    mayOpenPages: !of.isShielded,
  })
  await writeResponsibles(store.db, of, { placeRef: place.placeRef, inquiry, at: new Date(now()) })
}

function unlessGone(error: unknown): null {
  if (error instanceof NotFound) return null // withdrawn meanwhile
  throw error
}
