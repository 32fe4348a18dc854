/**
 * What lies where in the memory of an index; `kernel/search.as.ts` says the same. Addresses are bytes, numbers are
 * little-endian. Everything beyond the first two chunks is taken chunk by chunk as the index grows:
 * - rows: 8,192 of 32 bytes fill a chunk; a row is a number below 2²⁴, and row 0 is never used (0 means "gone").
 * - records: for each of 16 × 65,536 buckets the address of its run, its entries (16 bits) and its room (16 bits).
 * - runs: a chunk's first third holds sketches of 2 bytes, the rest ids of 4, in the same order.
 * - blocks: heads of 64 bytes (centre, radius, members, address, room, address of the bit counts) in the second chunk.
 */

export const CHUNK = 1 << 18
export const SEGMENTS = 16
export const BUCKETS = 1 << 16
export const HASH_BYTES = 32

/** Addresses of the chunks of rows, and of the chunks that list loose rows. */
export const ROW_PAGES = 1024
export const LOOSE_PAGES = 9216
export const ROWS_A_PAGE = CHUNK / HASH_BYTES
export const LOOSE_A_PAGE = CHUNK / 4
/** Rows of one index: an id has 24 bits. */
export const MAX_ROWS = 1 << 24

/** Within a chunk of runs: where ids begin, and how many entries fit (the ids' end bounds it). */
export const IDS = 87_376
export const RUN_ENTRIES = 43_680

/** The second chunk's address. */
export const BLOCKS = 1 << 18
export const BLOCK_BYTES = 64
export const MAX_BLOCKS = CHUNK / BLOCK_BYTES
/** Fields of a block's head, in bytes. */
export const RADIUS = 32
export const MEMBERS = 36
export const FIRST = 40
export const ROOM = 44
export const COUNTS = 48

/** Fields of a work area, in bytes; each search has one to itself. */
export const OUT_COUNT = 0
export const OUT_ROOM = 4
export const OUT = 8
export const PROBES = 12
/** The sum of what was touched ahead of its use. */
export const SINK = 16
export const ALLOWED = 32
export const NEXT_ALLOWED = 64
export const THIRD_ALLOWED = 96
export const BINS = 8192
export const QUERIES = 16_512

/** Fields of an area for filing many rows at once, in bytes: the bins' counts, which rows of a page, and the bins. */
export const FILED = 1024
export const FILING = 9216
export const FILING_BINS = 256
