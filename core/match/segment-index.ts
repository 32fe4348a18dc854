/**
 * The engine in plain TypeScript: exact search by segments.
 *
 * A hash is cut into 16 segments of 16 bits, in a ring; dᵢ is the distance in segment i.
 * - *Pigeonhole.* Two hashes at most 31 apart cannot differ by 2 bits or more in every segment (that makes 32), so some
 *   segment has dᵢ ≤ 1: 16 tables, each probed with the query's segment and its 16 one-bit neighbours, find every pair.
 *   (Norouzi, Punjani, Fleet: Fast exact search in Hamming space with multi-index hashing, 2014; pdq/README-MIH.md.)
 * - *Ring.* Σ(dᵢ − 2) < 0, so going round from some start every partial sum is negative (the cycle lemma): there
 *   dᵢ ≤ 1 and dᵢ + dᵢ₊₁ ≤ 3. An entry whose next segment does not fit is passed over, one in 380 is left, and nothing is
 *   lost. (Qin, Xiao: Pigeonring, 2018.)
 * - *Once.* Several tables may accept a pair; the first of them reports it. So tables can be gone through one after the
 *   other, a whole page of queries each, which keeps one table in the cache instead of all.
 *
 * Equal hashes share a slot, so that copies of one picture cost one entry. A query whose buckets hold more entries than
 * there are slots (small index, crowd of look-alikes, distance above 31) leaves the tables for a scan of the slots:
 * never much worse than a linear scan.
 */

import { Buckets } from './buckets.ts'
import { checkHash, checkSearch, type Found, type HammingIndex } from './hamming-index.ts'
import { NONE, Rows } from './rows.ts'

const SEGMENTS = 16
const WORDS = 8
/** Farthest distance that the pigeonhole covers. */
const REACH = 2 * SEGMENTS - 1
/** The query's own segment and its one-bit neighbours. */
const PROBES = 1 + 16
/** Queries taken through the tables together. */
const BATCH = 1024
/** Slots per page, as a power of two. Pages are never copied. */
const PAGE_BITS = 12
const PAGE = 1 << PAGE_BITS

/**
 * An index for distances up to 31; beyond it is a linear scan. About 260 bytes a distinct hash and 12 MB to begin with.
 * Insert and delete touch 17 buckets each.
 */
export function createHammingIndex(): HammingIndex {
  const tables = Array.from({ length: SEGMENTS }, () => new Buckets())
  const whole = new Buckets()
  const pages: Uint32Array[] = []
  const rows = new Rows()
  const unused: number[] = []
  let slots = 0
  let isSearching = false
  const hand = new Hand()

  function insert(hash: Uint8Array): number {
    checkHash(hash)
    checkIdle()
    hand.take(hash)
    const slot = find() ?? addSlot()
    hand.clear()
    return rows.add(slot)
  }

  function remove(row: number): void {
    checkIdle()
    const slot = rows.remove(row)
    if (slot === undefined || rows.has(slot)) return
    const page = pages[slot >>> PAGE_BITS]!
    const at = (slot % PAGE) * WORDS
    hand.takeWords(page, at)
    for (const [i, table] of tables.entries()) table.delete(hand.segment(0, i), slot)
    whole.delete(hand.mix() >>> 16, slot)
    page.fill(0, at, at + WORDS)
    hand.clear()
    unused.push(slot)
  }

  function search(queries: readonly Uint8Array[], maxDistance: number, found: Found): void {
    checkSearch(queries, maxDistance)
    checkIdle()
    isSearching = true
    try {
      for (let first = 0; first < queries.length; first += BATCH)
        searchBatch(queries.slice(first, first + BATCH), maxDistance, (query, row, distance) =>
          found(first + query, row, distance),
        )
    } finally {
      hand.clear()
      isSearching = false
    }
  }

  function searchBatch(queries: readonly Uint8Array[], maxDistance: number, found: Found): void {
    for (const [query, hash] of queries.entries()) hand.take(hash, query)
    const distinct = slots - unused.length
    // At which table each query leaves for the scan, and how many entries it may still look at before.
    const until = new Uint8Array(queries.length).fill(maxDistance > REACH ? 0 : SEGMENTS)
    const budgets = new Float64Array(queries.length).fill(distinct - SEGMENTS * PROBES)
    for (let i = 0; i < SEGMENTS; i++)
      for (let query = 0; query < queries.length; query++) {
        if (until[query]! <= i) continue
        budgets[query]! -= entriesNear(query, i)
        if (budgets[query]! < 0) until[query] = i
        else probe(query, i, maxDistance, found)
      }
    for (let query = 0; query < queries.length; query++)
      if (until[query]! < SEGMENTS) scan(query, until[query]!, maxDistance, found)
  }

  /** How many entries `probe` would look at. */
  function entriesNear(query: number, i: number): number {
    const table = tables[i]!
    const segment = hand.segment(query, i)
    let entries = table.countOf(segment)
    for (let bit = 0; bit < 16; bit++) entries += table.countOf(segment ^ (1 << bit))
    return entries
  }

  function probe(query: number, i: number, maxDistance: number, found: Found): void {
    const table = tables[i]!
    const segment = hand.segment(query, i)
    const next = hand.segment(query, i + 1)
    for (let flip = 0; flip < PROBES; flip++) {
      const bucket = flip === 0 ? segment : segment ^ (1 << (flip - 1))
      const count = table.countOf(bucket)
      if (count === 0) continue
      const sketches = table.sketchesOf(bucket)
      const start = table.offsetOf(bucket)
      for (let at = start; at < start + count; at++) {
        // Clearing the lowest bit n times leaves nothing of at most n bits: cheaper than counting them.
        let differing = sketches[at]! ^ next
        differing &= differing - 1
        differing &= differing - 1
        if (flip === 0) differing &= differing - 1
        if (differing === 0) compare(query, table.idsOf(bucket)[at]!, i, maxDistance, found)
      }
    }
  }

  function compare(query: number, slot: number, i: number, maxDistance: number, found: Found): void {
    const page = pages[slot >>> PAGE_BITS]!
    const at = (slot % PAGE) * WORDS
    const distance = hand.distance(query, page, at, maxDistance)
    if (distance <= maxDistance && hand.firstTable(query, page, at) === i) report(query, slot, distance, found)
  }

  /** Every slot; but what tables before `from` accept, they have reported. */
  function scan(query: number, from: number, maxDistance: number, found: Found): void {
    for (let slot = 0; slot < slots; slot++) {
      const page = pages[slot >>> PAGE_BITS]!
      const at = (slot % PAGE) * WORDS
      const distance = hand.distance(query, page, at, maxDistance)
      if (distance <= maxDistance && (from === 0 || hand.firstTable(query, page, at) >= from))
        report(query, slot, distance, found)
    }
  }

  /** Every row of the slot; none when it is unused. */
  function report(query: number, slot: number, distance: number, found: Found): void {
    for (let place = rows.first[slot]!; place !== NONE; place = rows.next[place]!)
      found(query, rows.rowAt(place), distance)
  }

  /** The slot of the hash in hand, if it is there. `whole` is keyed by a mix of all bits, so look-alikes spread evenly. */
  function find(): number | undefined {
    const mix = hand.mix()
    const bucket = mix >>> 16
    const count = whole.countOf(bucket)
    if (count === 0) return undefined
    const ids = whole.idsOf(bucket)
    const sketches = whole.sketchesOf(bucket)
    const start = whole.offsetOf(bucket)
    for (let at = start; at < start + count; at++) {
      const slot = ids[at]!
      if (
        sketches[at] === (mix & 0xffff) &&
        hand.distance(0, pages[slot >>> PAGE_BITS]!, (slot % PAGE) * WORDS, 0) === 0
      )
        return slot
    }
    return undefined
  }

  function addSlot(): number {
    const slot = unused.pop() ?? slots++
    if (slot >>> PAGE_BITS === pages.length) pages.push(new Uint32Array(PAGE * WORDS))
    pages[slot >>> PAGE_BITS]!.set(hand.words.subarray(0, WORDS), (slot % PAGE) * WORDS)
    for (const [i, table] of tables.entries()) table.insert(hand.segment(0, i), slot, hand.segment(0, i + 1))
    const mix = hand.mix()
    whole.insert(mix >>> 16, slot, mix & 0xffff)
    return slot
  }

  function clear(): void {
    checkIdle()
    for (const table of tables) table.clear()
    whole.clear()
    for (const page of pages) page.fill(0)
    pages.length = 0
    rows.clear()
    unused.length = 0
    slots = 0
  }

  function checkIdle(): void {
    if (isSearching) throw new RangeError('the index is being searched: collect what is found, then change it')
  }

  return {
    get size() {
      return rows.size
    },
    insert,
    delete: remove,
    search,
    clear,
  }
}

/** The hashes being worked on, as words and as segments, in memory that is wiped afterwards (and never moved). */
class Hand {
  readonly words = new Uint32Array(BATCH * WORDS)
  private readonly segments = new Uint16Array(BATCH * SEGMENTS)
  private held = 0

  take(hash: Uint8Array, place = 0): void {
    for (let i = 0; i < WORDS; i++)
      this.takeWord(
        place * WORDS + i,
        (hash[4 * i]! << 24) | (hash[4 * i + 1]! << 16) | (hash[4 * i + 2]! << 8) | hash[4 * i + 3]!,
      )
    this.held = Math.max(this.held, place + 1)
  }

  takeWords(page: Uint32Array, at: number): void {
    for (let i = 0; i < WORDS; i++) this.takeWord(i, page[at + i]!)
    this.held = Math.max(this.held, 1)
  }

  clear(): void {
    this.words.fill(0, 0, this.held * WORDS)
    this.segments.fill(0, 0, this.held * SEGMENTS)
    this.held = 0
  }

  segment(place: number, i: number): number {
    return this.segments[place * SEGMENTS + (i % SEGMENTS)]!
  }

  /** 32 bits that depend on all 256. */
  mix(): number {
    let mixed = 0
    for (let i = 0; i < WORDS; i++) {
      mixed = Math.imul(mixed ^ this.words[i]!, 0x9e3779b1)
      mixed ^= mixed >>> 15
    }
    return Math.imul(mixed, 0x85ebca77) >>> 0
  }

  /** Bits in which the words at `at` differ; exact up to `limit`, else any number above it (half of them may do). */
  distance(place: number, page: Uint32Array, at: number, limit: number): number {
    const { words } = this
    const own = place * WORDS
    const half =
      onesOfTwo(words[own]! ^ page[at]!, words[own + 1]! ^ page[at + 1]!) +
      onesOfTwo(words[own + 2]! ^ page[at + 2]!, words[own + 3]! ^ page[at + 3]!)
    if (half > limit) return half
    return (
      half +
      onesOfTwo(words[own + 4]! ^ page[at + 4]!, words[own + 5]! ^ page[at + 5]!) +
      onesOfTwo(words[own + 6]! ^ page[at + 6]!, words[own + 7]! ^ page[at + 7]!)
    )
  }

  /** The first table whose probes and whose ring test accept the pair: exactly what `probe` lets through. */
  firstTable(place: number, page: Uint32Array, at: number): number {
    for (let i = 0; i < SEGMENTS; i++) {
      const here = this.differing(place, page, at, i)
      if (here <= 1 && here + this.differing(place, page, at, (i + 1) % SEGMENTS) <= 3) return i
    }
    return SEGMENTS
  }

  private differing(place: number, page: Uint32Array, at: number, i: number): number {
    const word = this.words[place * WORDS + (i >> 1)]! ^ page[at + (i >> 1)]!
    return onesOfTwo(i % 2 ? word & 0xffff : word >>> 16, 0)
  }

  private takeWord(at: number, word: number): void {
    this.words[at] = word
    this.segments[2 * at] = word >>> 16
    this.segments[2 * at + 1] = word & 0xffff
  }
}

/** Bits set in two words together, summed in pairs, fours, bytes. */
function onesOfTwo(a: number, b: number): number {
  const pairsA = a - ((a >>> 1) & 0x55555555)
  const pairsB = b - ((b >>> 1) & 0x55555555)
  const fours =
    (pairsA & 0x33333333) + ((pairsA >>> 2) & 0x33333333) + (pairsB & 0x33333333) + ((pairsB >>> 2) & 0x33333333)
  return Math.imul((fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24
}
