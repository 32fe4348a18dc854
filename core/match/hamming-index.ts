/** Exact neighbours in Hamming space: the interface that every engine keeps, and what they have in common. */

/** Bytes of a hash. */
export const HASH_BYTES = 32

/**
 * Hashes of 256 bits in memory, found by distance. Exact: no pair within the distance is missed, at any distance.
 *
 * A row is a handle: a whole number below 2⁵³ that is never given twice by one index, so that a late `delete` cannot hit
 * another's hash.
 */
export interface HammingIndex {
  /** Rows in it, duplicates included. */
  readonly size: number
  /** Returns the new row. Equal hashes may be inserted any number of times. Throws RangeError unless given 32 bytes. */
  insert(hash: Uint8Array): number
  /** The hash leaves memory before this returns. Deleting twice, or what never was, is harmless. */
  delete(row: number): void
  /**
   * Calls `found` for every pair of a query and a row at most `maxDistance` bits apart (0 to 256), each exactly once, in
   * no particular order. `found` must not touch the index. Throws RangeError for a query that is not 32 bytes or a
   * distance out of range, before anything is found.
   */
  search(queries: readonly Uint8Array[], maxDistance: number, found: Found): void
  /** Empties the index; every hash leaves memory before this returns. */
  clear(): void
}

/** What the index of the product can besides. */
export interface KeptIndex extends HammingIndex {
  /** Bytes of memory that it has taken, with room for inserts and its work areas. */
  readonly bytes: number
  /**
   * Rows inserted before `insertAll` has ended are filed together then: for many at once, several times as fast. Until
   * then an index that was empty is searched row by row.
   */
  fill(insertAll: () => void | Promise<void>): Promise<void>
  /** Every row with a copy of its hash. The index must not change meanwhile. */
  entries(): Generator<[row: number, hash: Uint8Array]>
  /** Copies a row's hash to the beginning of `to`; false when there is no such row. */
  copyHash(row: number, to: Uint8Array): boolean
  /**
   * 16 hexadecimal digits that depend on the set of hashes (with repetitions), not on rows or order: two replicas
   * compare theirs. The key has 16 bytes, known to the replicas alone: who has it can test guesses at a small set, so
   * neither key nor checksum leaves them. No protection against a replica that lies. Reads every row.
   */
  checksum(key: Uint8Array): string
  /**
   * The index in pieces of at most 280 KB, each through `seal` at once (encrypt it there: core has no cipher), then
   * wiped. A page of rows is as it was when its piece was taken. What was deleted before is in none.
   */
  snapshot<Sealed>(seal: (piece: Uint8Array) => Sealed): Generator<Sealed>
}

export type Found = (query: number, row: number, distance: number) => void

export function checkHash(hash: Uint8Array): void {
  if (hash.length !== HASH_BYTES) throw new RangeError(`a hash has ${HASH_BYTES} bytes, not ${hash.length}`)
}

export function checkSearch(queries: readonly Uint8Array[], maxDistance: number): void {
  if (!Number.isInteger(maxDistance) || maxDistance < 0 || maxDistance > 8 * HASH_BYTES)
    throw new RangeError(`a distance is a whole number of bits from 0 to ${8 * HASH_BYTES}, not ${maxDistance}`)
  for (const query of queries) checkHash(query)
}
