/**
 * Poll: reads a channel from its cursor, a page at a time. A page's notices, retractions and quarantine, its cursor and
 * the match work go into one transaction, and only if the cursor still stands where the reader started: so a crash
 * anywhere repeats a page at most, and the same page twice changes nothing.
 */
import { namesIn } from '#core/case/names.ts'
import { Malformed, NotFound, Refused, Unavailable } from '#core/errors.ts'
import type { ChannelId } from '#core/ids.ts'
import { type Location, locationKey } from '#core/location/index.ts'
import type { Net } from '#core/ports.ts'
import type { Channel, Entry, Page, PublishedNotice, PublishedPicture } from '#knowledge/channels/channel.ts'
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
  readQuarantined,
  releaseQuarantined,
  warnOf,
} from '#store/channels.ts'
import { replaceFigures } from '#store/figures.ts'
import type { Keys } from '#store/keys.ts'
import { type NewNotice, retractAllBut, retractNotices, upsertNotices } from '#store/notices.ts'
import type { Tx } from '#store/store.ts'
import { addMatchWork, addWork, expired, replayOf } from '#store/work.ts'
import type { Stage, StageDeps } from './stage.ts'

const hour = 3_600_000
const day = 24 * hour
const placesPerNotice = 20
const replayedAtOnce = 500
const picturesPerNotice = 20
const titlesPerNotice = 50
/** While a poll is waiting, it looks this often whether its channel is still wanted. */
const lookEveryMs = 1000
/** A poll that reads more says so each time: a list whose pages never end would go unnoticed. */
const manyPages = 1000

export const poll: Stage = {
  name: 'poll',
  page: 1,
  concurrency: 24, // they wait for others: channels that hang must not hold up those that answer
  giveUpAfter: 1_000_000, // a channel that fails is tried for ever, at a slowing pace, and shown

  async run(ids, deps) {
    for (const id of ids)
      if (id.startsWith(replayOf(''))) await replay(id.slice(replayOf('').length), deps)
      else await pollOnce(id, deps)
  },
}

/**
 * Reads what is in quarantine once more, since Vigie may have learnt to read it, or its operator to want it. What can be
 * read leaves the quarantine in the transaction that stores it; the rest stays as it was.
 */
async function replay(id: string, deps: StageDeps): Promise<void> {
  const { store, now, looker, signal } = deps
  const row = await readChannel(store, id).catch((error: unknown) => {
    if (error instanceof NotFound) return null // removed meanwhile
    throw error
  })
  const kind = row && findChannel(row.kind)
  if (!row || !kind?.reread) return
  const { common } = parseOptions(kind, row.options)
  for (let after = '0'; ; ) {
    const kept = await readQuarantined(store, row.id, after, replayedAtOnce)
    const last = kept.at(-1)
    if (!last) return
    after = last.id
    const read = kept.map(({ id, raw }) => ({ id, entries: rereadOf(kind, raw, { url: row.url, now: now() }) }))
    const readable = read.filter(({ entries }) => entries.length > 0)
    const entries = readable.flatMap((each) => each.entries)
    const page = settle({ entries, cursor: '' }, store.keys)
    if (common.look === 'on') await lookAt(page, { looker, signal })
    await store.transaction(async (tx) => {
      await storeEntries(tx, row, page, { at: new Date(now()), quota: common.quota, snapshot: null })
      await releaseQuarantined(
        tx,
        row.id,
        readable.map(({ id }) => id),
      )
    })
  }
}

/** Empty where it still cannot be read. */
function rereadOf(kind: Channel, raw: string, context: { url: string; now: number }): Entry[] {
  try {
    const entries = kind.reread?.(raw, context) ?? []
    return entries.some(({ type }) => type === 'malformed') ? [] : entries
  } catch {
    return []
  }
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
  await using watch = watchWanted(row.id, deps)
  const { counts, failure } = await readPages(row, { ...deps, signal: watch.signal, live: false })
  const pauseMs = failure ? await fail(row, { failure, everyMs, deps }) : everyMs
  const chance = (random(1)[0] ?? 0) / 255
  const jitter = failure ? chance / 10 : (chance - 0.5) / 5 // who asked to be left alone is not asked early
  const at = now()
  await store.transaction(async (tx) => {
    await markPolled(tx, row.id, new Date(at), counts)
    await addWork(tx, 'poll', [row.id], at + pauseMs * (1 + jitter))
  })
}

/** A signal that also aborts when the channel is paused or removed: a slow answer is not waited for then. */
function watchWanted(id: ChannelId, { store, signal }: StageDeps): { signal: AbortSignal } & AsyncDisposable {
  const unwanted = new AbortController()
  const look = async () => {
    const row = await readChannel(store, id)
    if (row.paused) unwanted.abort()
  }
  const timer = setInterval(() => {
    look().catch((error: unknown) => {
      if (error instanceof NotFound) unwanted.abort() // anything else: look again
    })
  }, lookEveryMs)
  return {
    signal: AbortSignal.any([signal, unwanted.signal]),
    [Symbol.asyncDispose]: async () => clearInterval(timer),
  }
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
  deps: Pick<StageDeps, 'store' | 'git' | 'pages' | 'looker' | 'now' | 'signal' | 'log'> & { net: Net; live: boolean },
): Promise<{ counts: PollCounts; failure: unknown }> {
  const { store, net, git, pages: browser, looker, now, signal, live, log } = deps
  const counts: PollCounts = { notices: 0, retractions: 0, malformed: 0, pages: 0 }
  const kind = findChannel(row.kind)
  if (!kind) return { counts, failure: new Refused(`This version of Vigie knows no channel "${row.kind}".`) }
  try {
    const { own, common } = parseOptions(kind, row.options)
    const source = { url: row.url, options: own, secrets: row.secrets }
    const intake = (after: number, limit: number) => readIntake(store, row.id, after, limit)
    let cursor = row.cursor
    const from = cursor
    await using pages = readAhead(
      signal,
      (signal) => kind.poll(source, from, { net, git, pages: browser, now, signal, live, intake }),
      async (page, signal) => {
        const settled = settle(page, store.keys)
        if (common.look === 'on') await lookAt(settled, { looker, signal })
        return settled
      },
    )
    for (let page = await pages.next(); page; page = await pages.next()) {
      const whileStoring = live ? undefined : pages.prepare
      const stored = await storePage({ row, page, cursor, quota: common.quota, whileStoring }, deps)
      if (!stored) return { counts, failure: null } // another reader moved on: it has what we had
      cursor = page.cursor
      counts.pages++
      if (!live && counts.pages % manyPages === 0) log.warn('poll.long', { channel: row.id, count: counts.pages })
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

/** Pages one after the other; after `prepare` the next is being read before it is asked for. */
function readAhead(
  signal: AbortSignal,
  open: (signal: AbortSignal) => AsyncIterable<Page>,
  settle: (page: Page, signal: AbortSignal) => Promise<Settled>,
): { next(): Promise<Settled | null>; prepare(): void } & AsyncDisposable {
  const enough = new AbortController()
  const until = AbortSignal.any([signal, enough.signal])
  const source = open(until)[Symbol.asyncIterator]()
  const read = async () => {
    const { value, done } = await source.next()
    return done ? null : settle(value, until)
  }
  let prepared: Promise<Settled | null> | null = null
  return {
    next() {
      const page = prepared ?? read()
      prepared = null
      return page
    },
    prepare() {
      prepared ??= new Promise((resolve) => setImmediate(resolve)).then(read)
      prepared.catch(() => {}) // thrown when the page is asked for
    },
    async [Symbol.asyncDispose]() {
      enough.abort() // a page that is still being read is not waited for
      await source.return?.()
    },
  }
}

interface Stored {
  notices: number
  retractions: number
  malformed: number
}

async function storePage(
  {
    row,
    page,
    cursor,
    quota,
    whileStoring,
  }: { row: ChannelRow; page: Settled; cursor: string | null; quota: number; whileStoring: (() => void) | undefined },
  { store, now }: Pick<StageDeps, 'store' | 'now'>,
): Promise<Stored | null> {
  const at = new Date(now())
  return store.transaction(async (tx) => {
    if (!(await moveCursor(tx, row.id, cursor, page.cursor, at))) return null
    const snapshot = page.snapshot?.id ?? null
    const stored = await storeEntries(tx, row, page, { at, quota, snapshot, whileStoring })
    const absent = page.snapshot?.done ? await retractAllBut(tx, row.id, page.snapshot.id, at) : []
    await addMatchWork(tx, absent, at.getTime())
    if (page.warning !== undefined) await warnOf(tx, row.id, page.warning)
    if (page.figures) await replaceFigures(tx, row.id, page.figures)
    return { ...stored, retractions: stored.retractions + absent.length }
  })
}

/** What a page says, and the work that follows from it. */
async function storeEntries(
  tx: Tx,
  row: ChannelRow,
  { notices, retractions, malformed }: Settled,
  on: { at: Date; quota: number; snapshot: string | null; whileStoring?: (() => void) | undefined },
): Promise<Stored> {
  const { at, quota, snapshot } = on
  const saying = upsertNotices(tx, row.id, notices, { at, snapshot })
  on.whileStoring?.() // the database is busy for about as long as the next page takes to read
  const said = await saying
  const used = await countQuota(tx, row.id, at.toISOString().slice(0, 10), said.length)
  if (used > quota) {
    const retryAfterMs = day - (at.getTime() % day)
    throw new Unavailable(`It published more than ${quota} notices today. Raise its quota, or it goes on tomorrow.`, {
      retryAfterMs,
    })
  }
  const taken = await retractNotices(tx, row.id, retractions, at)
  await quarantine(tx, row.id, malformed, at)
  const ends = notices.flatMap(({ expiresAt }) => expiresAt?.getTime() ?? [])
  if (ends.length > 0) await addWork(tx, 'forget', [expired], Math.min(...ends))
  await addMatchWork(tx, [...said, ...taken], at.getTime())
  return { notices: said.length, retractions: taken.length, malformed: malformed.length }
}

interface Settled {
  cursor: string
  snapshot: Page['snapshot'] | undefined
  warning: string | undefined
  figures: Page['figures'] | undefined
  notices: (NewNotice & { pictures: PublishedPicture[] })[]
  retractions: { id: string; author?: string }[]
  malformed: { raw: string; reason: string }[]
}

/** A page's entries in their order: the last word on an id counts, but what its author took back stays so. */
function settle(page: Page, keys: Keys): Settled {
  const notices = new Map<string, Settled['notices'][number]>()
  const retractions = new Map<string, { id: string; author?: string }>()
  const malformed: { raw: string; reason: string }[] = []
  for (const entry of page.entries)
    if (entry.type === 'malformed') malformed.push(entry)
    else if (!isText(idOf(entry))) malformed.push({ raw: idOf(entry), reason: 'its id holds what is no character' })
    else if (entry.type === 'notice') {
      notices.set(entry.notice.id, toStored(entry.notice, keys))
      if (retractions.size > 0) retractions.delete(keyOf({ id: entry.notice.id }))
    } else {
      retractions.set(keyOf(entry), entry)
      if (entry.author === undefined) notices.delete(entry.id)
    }
  const { cursor, snapshot, warning, figures } = page
  return {
    cursor,
    snapshot,
    warning,
    figures,
    notices: [...notices.values()],
    retractions: [...retractions.values()],
    malformed,
  }
}

/** Looks at every picture of the page that is labelled as adult content, whatever is enrolled, and keeps fingerprints. */
async function lookAt(
  { notices }: Settled,
  { looker, signal }: { looker: StageDeps['looker']; signal: AbortSignal },
): Promise<void> {
  for (const notice of notices)
    for (const { url, adult } of notice.pictures.slice(0, picturesPerNotice))
      if (adult)
        for (const print of await looker.look(url, signal)) notice.fingerprints.push({ ...print, looked: true })
}

/** Each author's word on an id is one of its own: a stranger's must not take the place of the author's. */
const keyOf = ({ id, author }: { id: string; author?: string }) => JSON.stringify([id, author ?? null])

const idOf = (entry: Exclude<Entry, { type: 'malformed' }>) => (entry.type === 'notice' ? entry.notice.id : entry.id)

/** PostgreSQL keeps no NUL, and half a surrogate pair has no UTF-8: one such id must not stop its page. */
function isText(id: string): boolean {
  return id.isWellFormed() && !id.includes('\0')
}

function toStored(notice: PublishedNotice, keys: Keys): Settled['notices'][number] {
  const addresses = notice.locations.slice(0, placesPerNotice)
  const locations: Location[] = []
  const names = new Set((notice.titles ?? []).slice(0, titlesPerNotice).flatMap(namesIn))
  const numbers = addresses.map((address) => {
    const place = locateOne(address)
    if (!place) return []
    const known = locations.findIndex((other) => locationKey(other) === locationKey(place))
    return [known >= 0 ? known : locations.push(place) - 1]
  })
  return {
    sourceId: notice.id,
    author: notice.author ?? null,
    kind: notice.kind,
    at: new Date(notice.at),
    fingerprints: [
      ...notice.fingerprints.map((print) =>
        print.locations
          ? { ...print, places: [...new Set(print.locations.flatMap((own) => numbers[addresses.indexOf(own)] ?? []))] }
          : print,
      ),
      ...[...names].map((name) => ({ type: 'name' as const, value: keys.ref('name', name) })),
    ],
    locations,
    expiresAt: notice.expiresAt === undefined ? null : new Date(notice.expiresAt),
    pictures: notice.pictures ?? [],
  }
}
