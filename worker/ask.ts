/**
 * Ask: sources that list nothing are asked about a case's own pictures or places, one question at a time, where she has
 * agreed to that source by name. Whether she still does is looked up before every question, and again before its answer
 * is written down. An answer becomes a find of that case alone: nothing of it is kept for others.
 *
 * A row of work is one case and one source. It comes back by itself, for as long as the consent stands.
 */
import { Malformed, NotFound } from '#core/errors.ts'
import type { Fingerprint } from '#core/fingerprint/types.ts'
import type { ItemId } from '#core/ids.ts'
import { type Location, locationKey } from '#core/location/index.ts'
import type { AskAnswer, AskAnswers, Asking, AskSubject, Source } from '#knowledge/channels/channel.ts'
import { findChannel } from '#knowledge/channels/index.ts'
import { type CommonOptions, parseOptions } from '#knowledge/channels/options.ts'
import { locateOne } from '#knowledge/platforms/index.ts'
import { answerId, holdOff, readAsked, recordAsked, retractUnsaid, standingAnswers } from '#store/asked.ts'
import { type Case, logShielded, protectCases, readCase } from '#store/cases.ts'
import { type ChannelRow, countQuota, markFailed, markHeard, readChannel } from '#store/channels.ts'
import { type AskConsent, holdAsking, readAskConsents, readAskingId, type Standing } from '#store/consents.ts'
import { readTold, recordMatches, type Sighted } from '#store/finds.ts'
import { holdItems, readItems } from '#store/items.ts'
import { holdNotices } from '#store/notices.ts'
import { addWork } from '#store/work.ts'
import { fail } from './poll.ts'
import type { Stage, StageDeps } from './stage.ts'

const hour = 3_600_000
const day = 24 * hour
/** A case with many pictures lets others have their turn. */
const questionsInARow = 50
const answersPerQuestion = 200
const placesPerAnswer = 20

export const ask: Stage = {
  name: 'ask',
  page: 1,
  concurrency: 1, // sources are asked one question at a time
  giveUpAfter: 20,

  async run(ids, deps) {
    for (const id of ids) {
      const againAt = await askFor(id, deps)
      if (againAt !== null) await addWork(deps.store.db, 'ask', [id], againAt)
    }
  },
}

interface Subject {
  /** What makes it the same subject the next time. */
  id: string
  itemId: ItemId
  handed: AskSubject
}

/** One source for one case. */
interface Round {
  of: Case
  channel: ChannelRow
  asking: Asking<unknown>
  source: Source<unknown>
  everyMs: number
  perDay: number
  /** Places that she knows already: being told of them again is no news. */
  known: ReadonlySet<string>
}

/** Asks what is due, and tells when to come back; null: the consent, the case or the source is gone. */
async function askFor(id: string, deps: StageDeps): Promise<number | null> {
  const { store, now, random, signal, log } = deps
  const opened = await open(id, deps).catch((error: unknown) => {
    if (error instanceof NotFound) return null // withdrawn, or removed meanwhile
    throw error
  })
  if (!opened) return null
  const { round, subjects } = opened
  const dueOf = await readAsked(store, { caseId: round.of.id, channelId: round.channel.id })
  const due = subjects.filter((subject) => (dueOf(subject.id)?.getTime() ?? 0) <= now())
  let matches = 0
  for (const subject of due.slice(0, questionsInARow)) {
    signal.throwIfAborted()
    const standing = await holdAsking(store.db, round.of.id, round.channel.id)
    if (!standing) return null
    if (!isOpen(standing, round.channel)) return now() + spread(hour, random)
    if (standing.askAfter && standing.askAfter.getTime() > now()) return standing.askAfter.getTime() + later(random)
    const outcome = await askAbout(subject, round, deps)
    if ('againAt' in outcome) return outcome.againAt
    matches += outcome.matches
  }
  if (due.length > 0) log.info('ask.asked', { channel: round.channel.id, count: due.length, matches })
  if (due.length > questionsInARow) return now()
  // New pictures and addresses are seen within a day, whatever the pace.
  return now() + spread(Math.min(round.everyMs, day), random)
}

async function open(id: string, { store }: StageDeps): Promise<{ round: Round; subjects: Subject[] } | null> {
  const { caseId, channelId } = readAskingId(id)
  const of = await readCase(store, caseId)
  const channel = await readChannel(store, channelId)
  const consent = (await readAskConsents(store.db, of)).find((each) => each.channelId === channelId)
  const kind = findChannel(channel.kind)
  if (!consent || !kind?.asking) return null
  const { own, common } = parseOptions(kind, channel.options)
  const { asking } = kind
  const items = (await readItems(store, of)).filter((item) => !item.practice)
  const places = items.flatMap((item) =>
    item.type === 'place' ? [{ id: item.id, key: locationKey(item.location) }] : [],
  )
  const subjects =
    asking.hands === 'address'
      ? await addressesOf(consent, { of, places, store })
      : items.flatMap((item) => (item.type === 'place' ? [] : pictureOf(item)))
  return {
    subjects,
    round: {
      of,
      channel,
      asking,
      source: { url: channel.url, options: own, secrets: channel.secrets },
      everyMs: common.every ?? asking.everyMs,
      perDay: perDayOf(channel, common, asking),
      known: new Set(places.map(({ key }) => key)),
    },
  }
}

function pictureOf({ id, fingerprints }: { id: ItemId; fingerprints: Fingerprint[] }): Subject[] {
  return fingerprints.length > 0 ? [{ id, itemId: id, handed: { fingerprints } }] : []
}

/** The addresses that she agreed to, as far as they are still hers: watched, or a find of which she said that it is her. */
async function addressesOf(
  { addresses }: AskConsent,
  { of, places, store }: { of: Case; places: { id: ItemId; key: string }[]; store: StageDeps['store'] },
): Promise<Subject[]> {
  const told = addresses.length > 0 ? await readTold(store, of, null) : []
  const found = told.flatMap(({ itemId, location, answer, practice }) =>
    location && answer === 'me' && !practice ? [{ id: itemId, key: locationKey(location) }] : [],
  )
  return addresses.flatMap((address) => {
    const place = locateOne(address)
    const item = place && [...places, ...found].find(({ key }) => key === locationKey(place))
    return item ? [{ id: `address|${address}`, itemId: item.id, handed: { address } }] : []
  })
}

/** The operator's quota is for questions as well; without one, what the source takes or is paid for. */
function perDayOf(channel: ChannelRow, { quota }: CommonOptions, { perDay }: Asking<unknown>): number {
  return channel.options.quota === undefined ? perDay : quota
}

function isOpen({ isShielded, isConfirmed, paused }: Standing, { kind: id, options }: ChannelRow): boolean {
  const kind = findChannel(id)
  if (!kind?.asking || paused) return false
  const isPublic = kind.toldTo === 'everybody' && options.told === undefined
  return (isConfirmed || isPublic) && !(isShielded && kind.asking.adultsOnly)
}

/** One question. `againAt`: the source is not to be asked again before that. */
async function askAbout(
  subject: Subject,
  round: Round,
  deps: StageDeps,
): Promise<{ matches: number } | { againAt: number }> {
  const { store, net, now, random, signal } = deps
  const { channel, asking, source, everyMs, perDay } = round
  const today = new Date(now()).toISOString().slice(0, 10)
  if ((await countQuota(store.db, channel.id, today, 1)) > perDay) {
    const tomorrow = now() + day - (now() % day)
    await holdOff(store.db, channel.id, new Date(tomorrow))
    return { againAt: tomorrow + later(random) }
  }
  let said: AskAnswers
  try {
    said = await asking.ask(source, subject.handed, { net, now, signal })
  } catch (failure) {
    signal.throwIfAborted()
    if (failure instanceof Malformed) {
      // What it says of this one is nonsense; of the next it may not be.
      await markFailed(store.db, channel.id, failure.message)
      said = { answers: [], isWhole: false }
      return { matches: await write(subject, { ...round, said, heard: false }, deps) }
    }
    const againAt = now() + (await fail(channel, { failure, everyMs, deps }))
    await holdOff(store.db, channel.id, new Date(againAt))
    return { againAt: againAt + later(random) }
  }
  return { matches: await write(subject, { ...round, said, heard: true }, deps) }
}

/** Writes down what was said, if she still agrees; and when to ask again. */
async function write(
  { id, itemId }: Subject,
  { of, channel, everyMs, known, said, heard }: Round & { said: AskAnswers; heard: boolean },
  { store, now, random }: StageDeps,
): Promise<number> {
  const at = new Date(now())
  return store.transaction(async (tx) => {
    const standing = await holdAsking(tx, of.id, channel.id)
    const held = (await holdItems(tx, [itemId])).get(itemId)
    if (!standing || !isOpen(standing, channel) || !held) return 0
    await holdNotices(tx, []) // matches are recorded one page after the other
    const answers = said.answers.slice(0, answersPerQuestion)
    const ids = answers.map((answer) => answerId(channel.id, answer.id))
    const stand = await standingAnswers(store, tx, { channelId: channel.id, itemId, answers: ids })
    const shielded = await protectCases(tx, answers.some((answer) => answer.childAbuse) ? [of.id] : [])
    const sighted = answers
      .filter((_, i) => !stand.has(ids[i] ?? answerId(channel.id, '')))
      .flatMap((answer) => sightedBy(answer, { of, channel, itemId, known, at }))
    const caseKeys = new Map([[of.id, of.key]])
    const untold = await recordMatches(store, tx, { noticeIds: [], sighted, caseKeys, at })
    if (said.isWhole) await retractUnsaid(store, tx, { channelId: channel.id, itemId, answers: ids, at })
    const dueAt = new Date(now() + spread(everyMs, random))
    await recordAsked(store, tx, { caseId: of.id, channelId: channel.id, subject: id, at, dueAt })
    if (heard) await markHeard(tx, channel.id, at)
    await addWork(tx, 'alert', untold, now())
    await logShielded(tx, shielded)
    return sighted.length
  })
}

function sightedBy(
  answer: AskAnswer,
  {
    of,
    channel,
    itemId,
    known,
    at,
  }: { of: Case; channel: ChannelRow; itemId: ItemId; known: ReadonlySet<string>; at: Date },
): Sighted[] {
  const { id, kind, distance, locations } = answer
  const places = new Map(
    locations.slice(0, placesPerAnswer).flatMap((address): [string, Location][] => {
      const location = locateOne(address)
      return location ? [[locationKey(location), location]] : []
    }),
  )
  const fresh = [...places].filter(([key]) => !known.has(key)).map(([key, location]) => ({ key, location }))
  // A search engine that shows no new place says nothing; a hash bank that knows the picture does.
  const where = fresh.length > 0 || kind === 'engine' ? fresh : [null]
  return where.map((location) => ({
    caseId: of.id,
    practice: false,
    itemId,
    noticeId: answerId(channel.id, id),
    channelId: channel.id,
    kind,
    distance,
    share: null,
    since: answer.at === undefined ? at : new Date(answer.at),
    location,
  }))
}

/** A tenth earlier or later, so that what began together does not stay together. */
function spread(ms: number, random: StageDeps['random']): number {
  return ms * (0.9 + chance(random) / 5)
}

/** Cases that wait for the same moment do not all come at it. */
function later(random: StageDeps['random']): number {
  return 1000 + chance(random) * 60_000
}

function chance(random: StageDeps['random']): number {
  return (random(1)[0] ?? 0) / 255
}
