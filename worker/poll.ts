/**
 * Poll: reads a channel from its cursor, a page at a time. A page's notices, retractions and quarantine, its cursor and
 * the match work go into one transaction, and only if the cursor still stands where the reader started: so a crash
 * anywhere repeats a page at most, and the same page twice changes nothing.
 */
import { Malformed, NotFound, Refused, Unavailable } from '#core/errors.ts'
import { type Location, locationKey } from '#core/location/index.ts'
import type { Net } from '#core/ports.ts'
import type { Entry, Page, PublishedNotice } from '#knowledge/channels/channel.ts'
import { findChannel } from '#knowledge/channels/index.ts'
import { parseOptions } from '#knowledge/channels/options.ts'
import { locateOne } from '#knowledge/platforms/index.ts'
import {
  type ChannelRow,
  countQuota,
  markFailed,
  markHeard,
  markPolled,
  moveCursor,
  type PollCounts,
  quarantine,
  readChannel,
  readIntake,
} from '#store/channels.ts'
import { type NewNotice, retractAllBut, retractNotices, upsertNotices } from '#store/notices.ts'
import { addWork } from '#store/work.ts'
import type { Stage, StageDeps } from './stage.ts'

const hour = 3_600_000
const day = 24 * hour
const placesPerNotice = 20

export const poll: Stage = {
  name: 'poll',
  page: 1,
  concurrency: 24, // they wait for others: channels that hang must not hold up those that answer
  giveUpAfter: 1_000_000, // a channel that fails is tried for ever, at a slowing pace, and shown

  async run(ids, deps) {
    for (const id of ids) await pollOnce(id, deps)
  },
}

async function pollOnce(id: string, deps: StageDeps): Promise<void> {
  const { store, now, random } = deps
  const row = await readChannel(store, id).catch((error: unknown) => {
    if (error instanceof NotFound) return null // removed meanwhile
    throw error
  })
  if (!row || row.paused) return
  const kind = findChannel(row.kind)
  if (!kind) return void (await markFailed(store.db, row.id, `This version of Vigie knows no channel "${row.kind}".`))
  const everyMs = parseOptions(kind, row.options).common.every ?? kind.everyMs
  const { counts, failure } = await readPages(row, { ...deps, live: false })
  const pauseMs = failure ? await fail(row, { failure, everyMs, deps }) : everyMs
  await markPolled(store.db, row.id, new Date(now()), counts)
  const jitter = 1 + ((random(1)[0] ?? 0) / 255 - 0.5) / 5
  await addWork(store.db, 'poll', [row.id], now() + pauseMs * jitter)
}

/** Counts the failure and returns how long to wait: twice as long each time, at most an hour, or what we were asked. */
export async function fail(
  row: ChannelRow,
  { failure, everyMs, deps }: { failure: unknown; everyMs: number; deps: StageDeps },
): Promise<number> {
  const { store, log } = deps
  const failures = await markFailed(store.db, row.id, wordsFor(failure))
  log.warn('poll.failed', {
    channel: row.id,
    count: failures,
    error: failure instanceof Error ? failure.name : 'unknown',
  })
  const asked = failure instanceof Unavailable ? (failure.retryAfterMs ?? 0) : 0
  const slowing = Math.min(hour, Math.max(1000, Math.min(everyMs, 60_000)) * 2 ** Math.min(failures - 1, 12))
  return Math.max(Math.min(asked, day), slowing)
}

/** Errors of ours say what to do; of anything else only the name is shown, since its text may come from outside. */
function wordsFor(failure: unknown): string {
  if (failure instanceof Unavailable || failure instanceof Refused || failure instanceof Malformed)
    return failure.message
  return `Something went wrong in Vigie itself (${failure instanceof Error ? failure.name : 'unknown'}). The log says where.`
}

/**
 * Reads what the channel has, or with `live` what it publishes until the signal. Never throws for the channel's sake:
 * the pages before a failure count.
 */
export async function readPages(
  row: ChannelRow,
  deps: Pick<StageDeps, 'store' | 'now' | 'signal' | 'log'> & { net: Net; live: boolean },
): Promise<{ counts: PollCounts; failure: unknown }> {
  const { store, net, now, signal, live, log } = deps
  const counts: PollCounts = { notices: 0, retractions: 0, malformed: 0, pages: 0 }
  const kind = findChannel(row.kind)
  if (!kind) return { counts, failure: new Refused(`This version of Vigie knows no channel "${row.kind}".`) }
  try {
    const { own, common } = parseOptions(kind, row.options)
    const source = { url: row.url, options: own }
    const intake = (after: number, limit: number) => readIntake(store, row.id, after, limit)
    let cursor = row.cursor
    for await (const page of kind.poll(source, cursor, { net, now, signal, live, intake })) {
      const stored = await storePage({ row, page, cursor, quota: common.quota }, deps)
      if (!stored) return { counts, failure: null } // another reader moved on: it has what we had
      cursor = page.cursor
      counts.pages++
      counts.notices += stored.notices
      counts.retractions += stored.retractions
      counts.malformed += stored.malformed
      if (stored.notices + stored.retractions + stored.malformed > 0)
        log.info('poll.page', { channel: row.id, ...stored })
    }
    if (!live) await markHeard(store.db, row.id, new Date(now()))
    return { counts, failure: null }
  } catch (failure) {
    return { counts, failure: signal.aborted ? null : failure }
  }
}

interface Stored {
  notices: number
  retractions: number
  malformed: number
}

async function storePage(
  { row, page, cursor, quota }: { row: ChannelRow; page: Page; cursor: string | null; quota: number },
  { store, now }: Pick<StageDeps, 'store' | 'now'>,
): Promise<Stored | null> {
  const at = new Date(now())
  const { notices, retractions, malformed } = settle(page)
  return store.transaction(async (tx) => {
    if (!(await moveCursor(tx, row.id, cursor, page.cursor, at))) return null
    const snapshot = page.snapshot?.id ?? null
    const said = await upsertNotices(tx, row.id, notices, { at, snapshot })
    const used = await countQuota(tx, row.id, at.toISOString().slice(0, 10), said.length)
    if (used > quota) {
      const retryAfterMs = day - (at.getTime() % day)
      throw new Unavailable(`It published more than ${quota} notices today. Raise its quota, or it goes on tomorrow.`, {
        retryAfterMs,
      })
    }
    const taken = await retractNotices(tx, row.id, retractions, at)
    const absent = page.snapshot?.done ? await retractAllBut(tx, row.id, page.snapshot.id, at) : []
    await quarantine(tx, row.id, malformed, at)
    await addWork(tx, 'match', [...said, ...taken, ...absent], at.getTime())
    return { notices: said.length, retractions: taken.length + absent.length, malformed: malformed.length }
  })
}

/** A page's entries in their order: the last word on an id counts, but what its author took back stays so. */
function settle(page: Page) {
  const notices = new Map<string, NewNotice>()
  const retractions = new Map<string, { id: string; author?: string }>()
  const malformed: { raw: string; reason: string }[] = []
  for (const entry of page.entries)
    if (entry.type === 'malformed') malformed.push(entry)
    else if (!isText(idOf(entry))) malformed.push({ raw: idOf(entry), reason: 'its id holds what is no character' })
    else if (entry.type === 'notice') {
      notices.set(entry.notice.id, toStored(entry.notice))
      retractions.delete(keyOf({ id: entry.notice.id }))
    } else {
      retractions.set(keyOf(entry), entry)
      if (entry.author === undefined) notices.delete(entry.id)
    }
  return { notices: [...notices.values()], retractions: [...retractions.values()], malformed }
}

/** Each author's word on an id is one of its own: a stranger's must not take the place of the author's. */
const keyOf = ({ id, author }: { id: string; author?: string }) => JSON.stringify([id, author ?? null])

const idOf = (entry: Exclude<Entry, { type: 'malformed' }>) => (entry.type === 'notice' ? entry.notice.id : entry.id)

/** PostgreSQL keeps no NUL, and half a surrogate pair has no UTF-8: one such id must not stop its page. */
function isText(id: string): boolean {
  return id.isWellFormed() && !id.includes('\0')
}

function toStored(notice: PublishedNotice): NewNotice {
  const numbers = new Map<string, number>()
  const locations: Location[] = []
  const numberOf = new Map<string, number>()
  for (const address of notice.locations.slice(0, placesPerNotice)) {
    const place = locateOne(address)
    if (!place) continue
    const key = locationKey(place)
    const number = numbers.get(key) ?? locations.push(place) - 1
    numbers.set(key, number)
    numberOf.set(address, number)
  }
  return {
    sourceId: notice.id,
    author: notice.author ?? null,
    kind: notice.kind,
    at: new Date(notice.at),
    fingerprints: notice.fingerprints.map(({ locations: own, ...fingerprint }) =>
      own
        ? { ...fingerprint, places: [...new Set(own.flatMap((address) => numberOf.get(address) ?? []))] }
        : fingerprint,
    ),
    locations,
  }
}
