/**
 * Watch: looks at the places of cases from outside, on a schedule that depends on nothing but the age of the watch and
 * what anybody can see there (core/watch). Places come to be watched when she names them or asks for their removal, never
 * because a notice matched: so no publisher learns from our looks what is enrolled
 * (docs/decisions/0013-what-is-watched.md).
 *
 * A crash between the look and its writing means one look more. What is to be told is told once: its name is a key.
 */
import { NotFound } from '#core/errors.ts'
import { type Location, locationKey } from '#core/location/index.ts'
import { chanceFrom, nextLook, see } from '#core/watch/index.ts'
import { planRequests } from '#knowledge/letters/index.ts'
import { platformOf } from '#knowledge/platforms/index.ts'
import { type Looked, look } from '#knowledge/platforms/look.ts'
import { type Case, readCase } from '#store/cases.ts'
import { placeRef } from '#store/finds.ts'
import { claimHost, keepAbsence, recallAbsence, spareHost } from '#store/hosts.ts'
import { insertItems } from '#store/items.ts'
import { appendRecord } from '#store/record.ts'
import { closeRequests, insertRequests, mentionEarlier, reopenRequests } from '#store/requests.ts'
import type { Tx } from '#store/store.ts'
import { insertTiding } from '#store/tidings.ts'
import { caseOfWatch, lockWatches, readWatches, startWatches, type Watch, writeWatch } from '#store/watches.ts'
import { addWork } from '#store/work.ts'
import type { Stage, StageDeps } from './stage.ts'

/** Between two questions to one host. */
const gapMs = 5000
/** A host that asks us to stay away longer than this is asked again all the same. */
const longestSpareMs = 24 * 3_600_000

export const watch: Stage = {
  name: 'watch',
  page: 20,
  concurrency: 2,
  giveUpAfter: 50,

  async run(ids, deps) {
    await Promise.all(ids.map((id) => lookOnce(id, deps)))
  },
}

async function lookOnce(id: string, deps: StageDeps): Promise<void> {
  const { store, now, random } = deps
  const of = await openCase(id, deps)
  const before = of && (await readWatches(store.db, of)).find((each) => each.id === id)
  if (!before) return // withdrawn meanwhile
  const host = hostOf(before)
  const wait = await claimHost(store, host, { nowMs: now(), gapMs })
  if (wait !== null) return addWork(store.db, 'watch', [id], wait + chanceFrom(random) * gapMs)

  const looked = await look(before.location, {
    net: deps.net,
    now,
    random,
    signal: deps.signal,
    pasted: before.pasted ?? undefined,
    metadataOnly: of.isShielded,
    absences: {
      recall: (form) => recallAbsence(store, form),
      keep: (form, absence) => keepAbsence(store, form, absence),
    },
  })
  const spareMs = Math.min(looked.retryAfterMs ?? 0, longestSpareMs)
  if (spareMs > 0) await spareHost(store, host, now() + spareMs)
  await store.transaction((tx) => settle(tx, of, { id, looked, spareMs }, deps))
}

/** Null: withdrawn. */
async function openCase(id: string, { store }: StageDeps): Promise<Case | null> {
  const caseId = await caseOfWatch(store, id)
  if (!caseId) return null
  return readCase(store, caseId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
}

/** One platform is one host to spare, under however many names. */
function hostOf({ location }: Watch): string {
  const { id, hosts } = platformOf(location.platform)
  return hosts.length > 0 ? id : (URL.parse(location.url)?.host ?? id)
}

async function settle(
  tx: Tx,
  of: Case,
  { id, looked, spareMs }: { id: string; looked: Looked; spareMs: number },
  deps: StageDeps,
): Promise<void> {
  const { now, random, log } = deps
  const all = await lockWatches(tx, of)
  const found = all.find((each) => each.id === id)
  if (!found) return
  const at = now()
  const { to, change } = see(found.standing, { sign: looked.state, at })
  const isNew = found.record.at(-1)?.sign !== looked.state || found.record.at(-1)?.words !== looked.sign
  const next: Watch = {
    ...found,
    standing: to,
    resolved: looked.resolved ?? found.resolved,
    marks: looked.state === 'up' ? (looked.marks ?? found.marks) : found.marks,
    record: isNew ? [...found.record, { at, sign: looked.state, words: looked.sign }] : found.record,
  }
  await writeWatch(tx, of, next)
  if (isNew) {
    const facts = { location: next.location.url, sign: looked.state, words: looked.sign }
    await appendRecord(tx, of, [{ kind: 'place.seen', facts }], new Date(at))
  }

  if (looked.resolved) await addIdentity(tx, of, { found, real: looked.resolved, all }, deps)

  let told = change !== null
  if (change === 'gone') {
    await closeRequests(tx, of, next.placeRef, new Date(at))
    await tell(tx, of, { kind: 'gone', watch: next, before: null, at }, deps)
  }
  if (change === 'back') {
    await reopenRequests(tx, of, next.placeRef, new Date(at))
    await tell(tx, of, { kind: 'back', watch: next, before: null, at }, deps)
  }
  for (const gone of successions(next, all)) {
    const isFirst = await tell(tx, of, { kind: 'elsewhere', watch: next, before: gone, at }, deps)
    if (isFirst) await mentionEarlier(tx, of, { before: gone.placeRef, now: next.placeRef })
    told ||= isFirst
  }
  if (told) await addWork(tx, 'alert', [of.id], at)
  log.info('watch.looked', { kind: next.location.platform, code: looked.state })

  if (!found.isScheduled) return // she asks, and nobody else
  const due = nextLook({ ...to, begunAt: found.begunAt }, { at, chance: chanceFrom(random) })
  if (due !== null) await addWork(tx, 'watch', [id], Math.max(due, at + spareMs))
}

/**
 * A short link has led to a place: that is the same thing under its real name. From now on it is watched as well, notices
 * that name it meet this case, and its own requests are prepared.
 */
async function addIdentity(
  tx: Tx,
  of: Case,
  { found, real, all }: { found: Watch; real: Location; all: readonly Watch[] },
  { store, facts, now, random }: StageDeps,
): Promise<void> {
  const key = locationKey(real)
  const ref = placeRef(store.keys, of.id, key)
  if (all.some((each) => each.placeRef.equals(ref))) return
  const at = new Date(now())
  const fingerprints = [{ type: 'url' as const, value: new TextEncoder().encode(key) }]
  const items = await insertItems(tx, of, [{ type: 'place', location: real, pasted: real.url, fingerprints }], {
    practice: false,
    at,
  })
  await addWork(tx, 'look-back', items, now())
  const { ageBand, country, lang } = of
  const plans = planRequests({ location: real, ageBand, country, lang, routes: facts.routes })
  await insertRequests(
    tx,
    of,
    plans.map(({ routeId, ground }) => ({ placeRef: ref, route: routeId, ground, location: real, found: null })),
    { practice: false, at },
  )
  const begin = { keys: store.keys, at, chance: () => chanceFrom(random), isScheduled: found.isScheduled }
  await startWatches(tx, of, [{ location: real, pasted: null }], begin)
}

/** Places of this case that were gone when this one came to be known, and that it follows: strong signs alone. */
function successions(next: Watch, all: readonly Watch[]): Watch[] {
  const { marks, location, begunAt } = next
  const { successor } = platformOf(location.platform)
  if (next.standing.sign !== 'up' || !marks || !successor) return []
  return all.filter(
    (other) =>
      other.id !== next.id &&
      other.location.platform === location.platform &&
      other.standing.state === 'gone' &&
      other.standing.since <= begunAt &&
      other.marks !== null &&
      successor(other.marks, marks) === 'strong',
  )
}

async function tell(
  tx: Tx,
  of: Case,
  news: { kind: 'gone' | 'back' | 'elsewhere'; watch: Watch; before: Watch | null; at: number },
  { store }: StageDeps,
): Promise<boolean> {
  const { kind, watch: place, before, at } = news
  return insertTiding(
    tx,
    of,
    { kind, location: place.location, placeRef: place.placeRef, before: before?.location ?? null, at },
    { keys: store.keys, once: before ? [kind, before.id, place.id] : [kind, place.id, String(at)] },
  )
}
