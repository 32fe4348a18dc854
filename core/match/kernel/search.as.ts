// asc --enable threads --importMemory --sharedMemory --initialMemory 8 --maximumMemory 65536
//
// The hot part of the index: searches, in WebAssembly with vectors of 128 bits. What lies where in the memory is told in
// layout.ts, and the reasons of the search in README.md. Reads the index, writes only into its own work area `w`, so that
// several instances search one shared memory at once. No static data: every thread's start would write it again.

/** Empties the list of matches when it is full. */
@external('env', 'drain')
declare function drain(): void

const ROW_PAGES: usize = 1024
const LOOSE_PAGES: usize = 9216
const BLOCKS: usize = 262144
const BLOCK_BYTES: usize = 64
const CHUNK_MASK: usize = 262143
const IDS: usize = 87376

const OUT_COUNT: usize = 0
const OUT_ROOM: usize = 4
const OUT: usize = 8
const PROBES: usize = 12
const SINK: usize = 16
const WAITING: usize = 20
const ALLOWED: usize = 32
const NEXT_ALLOWED: usize = 64
const THIRD_ALLOWED: usize = 96
const AHEAD: usize = 128
const SURVIVORS: usize = 1024
const CANDIDATES: usize = 4096
const BINS: usize = 8192
const QUERIES: usize = 16512

const BIN_COUNTS: usize = 0
const FILED: usize = 1024
const FILING: usize = 9216

const BLOCK: u32 = 32
/** Bytes of a block's bounds, and of its probes. */
const BOUNDS: usize = 256
/** Survivors, and candidates, that are dealt with together. */
const FLUSH: u32 = 128
const COMPARE: u32 = 96

@inline
function rowAt(row: u32): usize {
  return load<u32>(ROW_PAGES + ((<usize>row >> 13) << 2)) + ((<usize>row & 8191) << 5)
}

@inline
function distance(a: usize, b: usize): u32 {
  return <u32>(
    popcnt(load<u64>(a) ^ load<u64>(b)) +
    popcnt(load<u64>(a, 8) ^ load<u64>(b, 8)) +
    popcnt(load<u64>(a, 16) ^ load<u64>(b, 16)) +
    popcnt(load<u64>(a, 24) ^ load<u64>(b, 24))
  )
}

@inline
function firstHalf(a: usize, b: usize): u32 {
  return <u32>(popcnt(load<u64>(a) ^ load<u64>(b)) + popcnt(load<u64>(a, 8) ^ load<u64>(b, 8)))
}

@inline
function secondHalf(a: usize, b: usize): u32 {
  return <u32>(popcnt(load<u64>(a, 16) ^ load<u64>(b, 16)) + popcnt(load<u64>(a, 24) ^ load<u64>(b, 24)))
}

function report(w: usize, query: u32, row: u32, bits: u32): void {
  let count = load<u32>(w + OUT_COUNT)
  if (count >= load<u32>(w + OUT_ROOM)) {
    drain()
    count = load<u32>(w + OUT_COUNT)
  }
  const at = <usize>load<u32>(w + OUT) + (<usize>count << 3)
  store<u32>(at, query | (bits << 16))
  store<u32>(at, row, 4)
  store<u32>(w + OUT_COUNT, count + 1)
}

/** Clears the lowest bit that is set, in each lane. */
@inline
function drop(x: v128): v128 {
  return v128.and(x, i16x8.add(x, i16x8.splat(-1)))
}

/** Lane by lane: what is left of a lane once `budget` bits are cleared; zero where at most so many differ. */
@inline
function leftOf(at: usize, sketch: v128, budget: u32): v128 {
  let x = v128.xor(v128.load(at), sketch)
  for (let i: u32 = 0; i < budget; i++) x = drop(x)
  return x
}

@inline
function leftOfTwo(at: usize, sketch: v128): v128 {
  return drop(drop(v128.xor(v128.load(at), sketch)))
}

/** The segments of eight, as a mask: those where nothing is left. */
@inline
function zeros(x: v128): u32 {
  return <u32>i16x8.bitmask(i16x8.eq(x, i16x8.splat(0)))
}

@inline
function hasZero(x: v128): bool {
  return !i16x8.all_true(x)
}

/** Puts the hits of up to 32 entries from `from` on among the survivors; what lies past the bucket's end is no hit. */
function keep(w: usize, mask: u32, run: usize, from: u32, count: u32, probe: u64, survivors: u32): u32 {
  const limit = count - from
  if (limit < 32) mask &= (1 << limit) - 1
  const base = run & ~CHUNK_MASK
  const sketch = <u32>(probe >> 48)
  const flips = <u32>(probe >> 24) & 3
  while (mask != 0) {
    const at = run + ((<usize>from + <usize>ctz(mask)) << 1)
    mask &= mask - 1
    const to = w + SURVIVORS + (<usize>survivors << 4)
    store<u32>(to, <u32>(base + IDS + ((at - base) << 1)))
    store<u32>(to, <u32>(probe >> 32) & 0x3fff, 4)
    store<u32>(to, flips + popcnt(<u32>load<u16>(at) ^ sketch), 8)
    store<u32>(to, <u32>(probe >> 16) & 15, 12)
    survivors++
  }
  return survivors
}

/** Tests one bucket against one probe. Returns how many survivors wait. */
@inline
function scan(w: usize, run: usize, count: u32, probe: u64, max: u32, survivors: u32): u32 {
  const sketch = i16x8.splat(<i16>(probe >> 48))
  const budget = <u32>(probe >> 20) & 15
  if (budget == 2) {
    if (count <= 8) {
      const a = leftOfTwo(run, sketch)
      if (hasZero(a)) return keep(w, zeros(a), run, 0, count, probe, survivors)
      return survivors
    }
    if (count <= 24) {
      const a = leftOfTwo(run, sketch)
      const b = leftOfTwo(run + 16, sketch)
      const c = leftOfTwo(run + 32, sketch)
      if (hasZero(i16x8.min_u(i16x8.min_u(a, b), c)))
        return keep(w, zeros(a) | (zeros(b) << 8) | (zeros(c) << 16), run, 0, count, probe, survivors)
      return survivors
    }
    for (let from: u32 = 0; from < count; from += 32) {
      const at = run + (<usize>from << 1)
      const a = leftOfTwo(at, sketch)
      const b = leftOfTwo(at + 16, sketch)
      const c = leftOfTwo(at + 32, sketch)
      const d = leftOfTwo(at + 48, sketch)
      if (hasZero(i16x8.min_u(i16x8.min_u(a, b), i16x8.min_u(c, d)))) {
        const mask = zeros(a) | (zeros(b) << 8) | (zeros(c) << 16) | (zeros(d) << 24)
        survivors = keep(w, mask, run, from, count, probe, survivors)
        if (survivors >= FLUSH) {
          verify(w, survivors, max)
          survivors = 0
        }
      }
    }
    return survivors
  }
  if (budget == 3 && count <= 24) {
    const a = drop(leftOfTwo(run, sketch))
    const b = drop(leftOfTwo(run + 16, sketch))
    const c = drop(leftOfTwo(run + 32, sketch))
    if (hasZero(i16x8.min_u(i16x8.min_u(a, b), c)))
      return keep(w, zeros(a) | (zeros(b) << 8) | (zeros(c) << 16), run, 0, count, probe, survivors)
    return survivors
  }
  return scanSlowly(w, run, count, probe, max, survivors)
}

/** The same for any budget: the query's own bucket, and distances other than 31. */
function scanSlowly(w: usize, run: usize, count: u32, probe: u64, max: u32, survivors: u32): u32 {
  const sketch = i16x8.splat(<i16>(probe >> 48))
  const budget = <u32>(probe >> 20) & 15
  for (let from: u32 = 0; from < count; from += 8) {
    const a = leftOf(run + (<usize>from << 1), sketch, budget)
    if (hasZero(a)) {
      survivors = keep(w, zeros(a), run, from, count, probe, survivors)
      if (survivors >= FLUSH) {
        verify(w, survivors, max)
        survivors = 0
      }
    }
  }
  return survivors
}

/**
 * Ids and third segments of the survivors. What passes waits among the candidates until there are enough of them: their
 * rows lie far apart, and only many asked for together come from memory side by side. For the same reason the ids are
 * touched in a short loop first.
 */
function verify(w: usize, survivors: u32, max: u32): void {
  let sink: u32 = 0
  for (let i: u32 = 0; i < survivors; i++)
    sink += <u32>load<u8>(<usize>load<u32>(w + SURVIVORS + (<usize>i << 4)))
  store<u32>(w + SINK, sink)
  let count = load<u32>(w + WAITING)
  for (let i: u32 = 0; i < survivors; i++) {
    const from = w + SURVIVORS + (<usize>i << 4)
    const id = load<u32>(<usize>load<u32>(from))
    const query = load<u32>(from, 4)
    const table = load<u32>(from, 12)
    const third = load<u8>(w + QUERIES + (<usize>query << 5) + (((<usize>table + 2) & 15) << 1))
    const to = w + CANDIDATES + (<usize>count << 4)
    store<u32>(to, query)
    store<u32>(to, table, 4)
    store<u32>(to, id >> 8, 8)
    const bits = load<u32>(from, 8) + popcnt((id & 255) ^ <u32>third)
    count += <u32>(bits <= <u32>load<u16>(w + THIRD_ALLOWED + (<usize>table << 1)))
  }
  store<u32>(w + WAITING, count)
  if (count >= COMPARE) compare(w, max)
}

/** Whole rows. A pair is reported by the first table alone that accepts it: the same three tests, bit for bit. */
function compare(w: usize, max: u32): void {
  const count = load<u32>(w + WAITING)
  let sink: u32 = 0
  for (let i: u32 = 0; i < count; i++) sink += <u32>load<u8>(rowAt(load<u32>(w + CANDIDATES + (<usize>i << 4), 8)))
  store<u32>(w + SINK, sink)
  store<u32>(w + WAITING, 0)
  for (let i: u32 = 0; i < count; i++) {
    const from = w + CANDIDATES + (<usize>i << 4)
    const query = load<u32>(from)
    const row = load<u32>(from, 8)
    const at = rowAt(row)
    const own = w + QUERIES + (<usize>query << 5)
    const bits = distance(at, own)
    if (bits <= max && firstTable(w, at, own) == load<u32>(from, 4)) report(w, query, row, bits)
  }
}

/** The first table whose probes and tests accept the pair. */
function firstTable(w: usize, at: usize, own: usize): u32 {
  const low = i8x16.popcnt(v128.xor(v128.load(at), v128.load(own)))
  const high = i8x16.popcnt(v128.xor(v128.load(at, 16), v128.load(own, 16)))
  const a = i16x8.extadd_pairwise_i8x16_u(low)
  const b = i16x8.extadd_pairwise_i8x16_u(high)
  const bytes = i16x8.splat(255)
  const lowBytes = v128.and(low, bytes)
  const highBytes = v128.and(high, bytes)
  const twoA = i16x8.add(a, v128.shuffle<u16>(a, b, 1, 2, 3, 4, 5, 6, 7, 8))
  const twoB = i16x8.add(b, v128.shuffle<u16>(b, a, 1, 2, 3, 4, 5, 6, 7, 8))
  const threeA = i16x8.add(twoA, v128.shuffle<u16>(lowBytes, highBytes, 2, 3, 4, 5, 6, 7, 8, 9))
  const threeB = i16x8.add(twoB, v128.shuffle<u16>(highBytes, lowBytes, 2, 3, 4, 5, 6, 7, 8, 9))
  const fitsA = v128.and(
    v128.and(i16x8.le_u(a, v128.load(w + ALLOWED)), i16x8.le_u(twoA, v128.load(w + NEXT_ALLOWED))),
    i16x8.le_u(threeA, v128.load(w + THIRD_ALLOWED)),
  )
  const fitsB = v128.and(
    v128.and(i16x8.le_u(b, v128.load(w + ALLOWED, 16)), i16x8.le_u(twoB, v128.load(w + NEXT_ALLOWED, 16))),
    i16x8.le_u(threeB, v128.load(w + THIRD_ALLOWED, 16)),
  )
  return ctz(<u32>i16x8.bitmask(fitsA) | (<u32>i16x8.bitmask(fitsB) << 8) | 65536)
}

/**
 * Runs through a list of probes, block by block. Bounds are read two blocks ahead and their entries touched one ahead, in
 * loops of their own: a branch on a number that is still on its way from memory would hold up all that follow.
 * (WebAssembly has no prefetch; the sum of what was touched is stored, or the loads would be left out.)
 */
function run(w: usize, records: usize, probes: usize, count: u32, max: u32): void {
  let survivors: u32 = 0
  const ahead = w + AHEAD
  read(ahead, records, probes, min(count, BLOCK))
  if (count > BLOCK) read(ahead + BOUNDS, records, probes + BOUNDS, min(count - BLOCK, BLOCK))
  let sink = touch(ahead, min(count, BLOCK))
  let here: usize = 0
  for (let from: u32 = 0; from < count; from += BLOCK) {
    const next: usize = here == 2 * BOUNDS ? 0 : here + BOUNDS
    const later: usize = next == 2 * BOUNDS ? 0 : next + BOUNDS
    const rest = count - from
    if (rest > 2 * BLOCK)
      read(ahead + later, records, probes + (<usize>(from + 2 * BLOCK) << 3), min(rest - 2 * BLOCK, BLOCK))
    if (rest > BLOCK) sink += touch(ahead + next, min(rest - BLOCK, BLOCK))
    const some = min(rest, BLOCK)
    for (let i: u32 = 0; i < some; i++) {
      const bounds = load<u64>(ahead + here + (<usize>i << 3))
      const entries = <u32>(bounds >> 32)
      if (entries == 0) continue
      survivors = scan(w, <usize>(<u32>bounds), entries, load<u64>(probes + (<usize>(from + i) << 3)), max, survivors)
      if (survivors >= FLUSH) {
        verify(w, survivors, max)
        survivors = 0
      }
    }
    here = next
  }
  verify(w, survivors, max)
  compare(w, max)
  store<u32>(w + SINK, sink)
}

@inline
function read(to: usize, records: usize, probes: usize, count: u32): void {
  for (let i: u32 = 0; i < count; i++) {
    const record = records + ((<usize>load<u32>(probes + (<usize>i << 3)) & 0xfffff) << 3)
    const entries = atomic.load<u32>(record, 4) & 0xffff
    store<u32>(to + (<usize>i << 3), load<u32>(record))
    store<u32>(to + (<usize>i << 3), entries, 4)
  }
}

@inline
function touch(bounds: usize, count: u32): u32 {
  let sink: u32 = 0
  for (let i: u32 = 0; i < count; i++) {
    const at = <usize>load<u32>(bounds + (<usize>i << 3))
    const entries = <usize>load<u32>(bounds + (<usize>i << 3), 4)
    sink += <u32>load<u8>(at) + <u32>load<u8>(at + (entries << 1))
    if (entries > 64) for (let line = at + 64; line < at + (entries << 1); line += 64) sink += <u32>load<u8>(line)
  }
  return sink
}

/** A probe: bucket of 2²⁰, budget of the next segment, flips; query and its next segment. */
@inline
function probeOf(table: u32, bucket: u32, flips: u32, query: u32, own: usize, w: usize): u64 {
  const budget = <u32>load<u16>(w + NEXT_ALLOWED + (<usize>table << 1)) - flips
  const next = <u64>load<u16>(own + (((<usize>table + 1) & 15) << 1))
  return (
    <u64>(bucket | (table << 16) | (budget << 20) | (flips << 24)) | (<u64>query << 32) | (next << 48)
  )
}

/** Writes the probes of one query in one table from `to` on; returns the place after them. */
function probesOf(w: usize, table: u32, query: u32, to: usize): usize {
  const own = w + QUERIES + (<usize>query << 5)
  const segment = <u32>load<u16>(own + (<usize>table << 1))
  const allowed = <u32>load<u16>(w + ALLOWED + (<usize>table << 1))
  store<u64>(to, probeOf(table, segment, 0, query, own, w))
  to += 8
  if (allowed == 0) return to
  for (let i: u32 = 0; i < 16; i++) {
    store<u64>(to, probeOf(table, segment ^ (1 << i), 1, query, own, w))
    to += 8
    if (allowed == 1) continue
    for (let j: u32 = i + 1; j < 16; j++) {
      store<u64>(to, probeOf(table, segment ^ (1 << i) ^ (1 << j), 2, query, own, w))
      to += 8
    }
  }
  return to
}

/** All tables for each query by itself: a page too small to pay for sorting. */
export function searchEach(w: usize, records: usize, queries: u32, max: u32): void {
  const probes = <usize>load<u32>(w + PROBES)
  for (let query: u32 = 0; query < queries; query++) {
    let to = probes
    for (let table: u32 = 0; table < 16; table++) to = probesOf(w, table, query, to)
    run(w, records, probes, <u32>((to - probes) >> 3), max)
  }
}

/** A whole page, table by table, its probes in the order of the buckets (to 32 of them, by counting). */
export function searchPage(w: usize, records: usize, queries: u32, max: u32): void {
  const probes = <usize>load<u32>(w + PROBES)
  const bins = w + BINS
  for (let table: u32 = 0; table < 16; table++) {
    const allowed = <u32>load<u16>(w + ALLOWED + (<usize>table << 1))
    memory.fill(bins, 0, 2049 * 4)
    for (let query: u32 = 0; query < queries; query++) {
      const bin = <u32>load<u16>(w + QUERIES + (<usize>query << 5) + (<usize>table << 1)) >> 5
      count(bins, bin, allowed == 0 ? 1 : allowed == 1 ? 6 : 16)
      if (allowed == 0) continue
      for (let i: u32 = 0; i < 11; i++) {
        count(bins, bin ^ (1 << i), allowed == 1 ? 1 : 6)
        if (allowed == 1) continue
        for (let j: u32 = i + 1; j < 11; j++) count(bins, bin ^ (1 << i) ^ (1 << j), 1)
      }
    }
    let sum: u32 = 0
    for (let bin: usize = 0; bin < 2048; bin++) {
      const here = load<u32>(bins + (bin << 2))
      store<u32>(bins + (bin << 2), sum)
      sum += here
    }
    for (let query: u32 = 0; query < queries; query++) {
      const own = w + QUERIES + (<usize>query << 5)
      const segment = <u32>load<u16>(own + (<usize>table << 1))
      const probe = probeOf(table, 0, 0, query, own, w)
      place(bins, probes, probe, segment)
      if (allowed == 0) continue
      const flippedOnce = probe - (1 << 20) + (1 << 24)
      const flippedTwice = probe - (2 << 20) + (2 << 24)
      for (let i: u32 = 0; i < 16; i++) {
        place(bins, probes, flippedOnce, segment ^ (1 << i))
        if (allowed == 1) continue
        for (let j: u32 = i + 1; j < 16; j++) place(bins, probes, flippedTwice, segment ^ (1 << i) ^ (1 << j))
      }
    }
    run(w, records, probes, sum, max)
  }
}

@inline
function count(bins: usize, bin: u32, more: u32): void {
  const at = bins + (<usize>bin << 2)
  store<u32>(at, load<u32>(at) + more)
}

@inline
function place(bins: usize, probes: usize, probe: u64, bucket: u32): void {
  const bin = bins + ((<usize>bucket >> 5) << 2)
  const at = load<u32>(bin)
  store<u32>(bin, at + 1)
  store<u64>(probes + (<usize>at << 3), probe | <u64>bucket)
}

/** Crowds: of a block farther than its radius allows, no member can match (triangle inequality). */
export function searchBlocks(w: usize, blocks: u32, queries: u32, max: u32): void {
  for (let query: u32 = 0; query < queries; query++) {
    const own = w + QUERIES + (<usize>query << 5)
    for (let block: u32 = 0; block < blocks; block++) {
      const head = BLOCKS + <usize>block * BLOCK_BYTES
      const members = atomic.load<u32>(head, 36)
      if (members == 0) continue
      if (distance(head, own) > max + atomic.load<u32>(head, 32)) continue
      const first = <usize>load<u32>(head, 40)
      const ids = first + (<usize>load<u32>(head, 44) << 5)
      for (let i: u32 = 0; i < members; i++) {
        const bits = distance(first + (<usize>i << 5), own)
        if (bits <= max) report(w, query, load<u32>(ids + (<usize>i << 2)), bits)
      }
    }
  }
}

/** The first block with its centre at most `max` bits from this hash and room for one more; else -1. */
export function blockNear(own: usize, blocks: u32, max: u32, most: u32): i32 {
  for (let block: u32 = 0; block < blocks; block++) {
    const head = BLOCKS + <usize>block * BLOCK_BYTES
    const members = load<u32>(head, 36)
    if (members != 0 && members < most && distance(head, own) <= max) return block
  }
  return -1
}

/** Every query against the rows listed as loose, sixty-four rows at a time while they are in the cache. */
export function searchLoose(w: usize, rows: u32, queries: u32, max: u32): void {
  for (let from: u32 = 0; from < rows; from += 64) {
    const end = min(from + 64, rows)
    for (let query: u32 = 0; query < queries; query++) {
      const own = w + QUERIES + (<usize>query << 5)
      for (let i = from; i < end; i++) {
        const row = load<u32>(load<u32>(LOOSE_PAGES + ((<usize>i >> 16) << 2)) + ((<usize>i & 65535) << 2))
        const at = rowAt(row)
        const half = firstHalf(at, own)
        if (half > max) continue
        const bits = half + secondHalf(at, own)
        if (bits <= max) report(w, query, row, bits)
      }
    }
  }
}

/** Every query against every row from `first` to before `end`: in blocks of rows that stay in the nearest cache. */
export function searchRows(w: usize, first: u32, end: u32, queries: u32, max: u32): void {
  for (let from = first; from < end; from += 512) {
    const to = min(from + 512, end)
    for (let query: u32 = 0; query < queries; query++) {
      const own = w + QUERIES + (<usize>query << 5)
      const a = load<u64>(own)
      const b = load<u64>(own, 8)
      for (let row = from; row < to; ) {
        let at = rowAt(row)
        const stop = min(to, (row | 8191) + 1)
        for (; row < stop; row++, at += 32) {
          const half = <u32>(popcnt(load<u64>(at) ^ a) + popcnt(load<u64>(at, 8) ^ b))
          if (half > max) continue
          const bits = half + secondHalf(at, own)
          if (bits <= max) report(w, query, row, bits)
        }
      }
    }
  }
}

/**
 * Files rows, which lie from `at` on, in one table whose runs have room. They are put into 256 bins by the upper half of
 * their segment first, and a bin that is full is filed at once: its buckets lie together, where one by one each entry
 * would be two misses of the cache.
 */
export function fileRows(f: usize, capacity: u32, records: usize, table: u32, at: usize, first: u32, count: u32): void {
  const here = <usize>table << 1
  const next = <usize>((table + 1) & 15) << 1
  const third = <usize>((table + 2) & 15) << 1
  for (let i: u32 = 0; i < count; i++, at += 32) {
    if (load<u8>(f + FILED + <usize>i) == 0) continue
    const segment = <u32>load<u16>(at + here)
    const low = segment | (<u32>load<u16>(at + next) << 16)
    const id = ((first + i) << 8) | <u32>load<u8>(at + third)
    const bin = segment >> 8
    const held = load<u32>(f + BIN_COUNTS + (<usize>bin << 2))
    store<u64>(f + FILING + (<usize>(bin * capacity + held) << 3), <u64>low | (<u64>id << 32))
    store<u32>(f + BIN_COUNTS + (<usize>bin << 2), held + 1)
    if (held + 1 == capacity) fileBin(f, capacity, records, table, bin)
  }
}

/** Files what is left in the bins. */
export function fileRest(f: usize, capacity: u32, records: usize, table: u32): void {
  for (let bin: u32 = 0; bin < 256; bin++) fileBin(f, capacity, records, table, bin)
}

function fileBin(f: usize, capacity: u32, records: usize, table: u32, bin: u32): void {
  const held = load<u32>(f + BIN_COUNTS + (<usize>bin << 2))
  const from = f + FILING + (<usize>(bin * capacity) << 3)
  for (let i: u32 = 0; i < held; i++) {
    const entry = load<u64>(from + (<usize>i << 3))
    const record = records + ((<usize>table << 16 | <usize>(<u32>entry & 0xffff)) << 3)
    const bounds = load<u32>(record, 4)
    const to = <usize>load<u32>(record) + (<usize>(bounds & 0xffff) << 1)
    store<u32>(record, bounds + 1, 4)
    store<u16>(to, <u16>(entry >> 16))
    store<u32>(to + IDS + (to & CHUNK_MASK), <u32>(entry >> 32))
  }
  store<u32>(f + BIN_COUNTS + (<usize>bin << 2), 0)
}
