/** Hashes for the bench: from a seed, fast, uniform or clustered. */

export type Kind = 'uniform' | 'clustered'

/** xoshiro128++ (Blackman, Vigna, 2019). */
export function randomWords(seed: number): () => number {
  const s = Uint32Array.from([seed, 0x9e3779b9, 0x243f6a88, 0xb7e15162])
  const next = () => {
    const sum = (s[0]! + s[3]!) | 0
    const result = (((sum << 7) | (sum >>> 25)) + s[0]!) >>> 0
    const t = s[1]! << 9
    s[2]! ^= s[0]!
    s[3]! ^= s[1]!
    s[1]! ^= s[2]!
    s[0]! ^= s[3]!
    s[2]! ^= t
    s[3] = (s[3]! << 11) | (s[3]! >>> 21)
    return result
  }
  for (let i = 0; i < 20; i++) next()
  return next
}

/**
 * `count` hashes in a row. Clustered: a fifth within 20 bits of some centre (one for each 1,000 of the cluster's rows, at
 * least 6), and one in 200 within 8 bits of a blank.
 */
export function makeRows(kind: Kind, count: number, random: () => number): Uint8Array {
  const bytes = new Uint8Array(32 * count)
  const words = new Uint32Array(bytes.buffer)
  for (let i = 0; i < words.length; i++) words[i] = random()
  if (kind === 'uniform') return bytes
  const centres = Array.from({ length: Math.max(6, Math.floor(count / 50_000)) }, () =>
    Uint32Array.from({ length: 8 }, random),
  )
  for (let i = 0; i < count; i++) {
    const kindOfRow = random() % 200
    if (kindOfRow >= 41) continue
    if (kindOfRow === 40) words.fill(0, 8 * i, 8 * i + 8)
    else words.set(centres[random() % centres.length]!, 8 * i)
    flip(bytes.subarray(32 * i, 32 * i + 32), random() % (kindOfRow === 40 ? 9 : 21), random)
  }
  return bytes
}

/** Queries of which `near` in a hundred are 0 to 31 bits from some row; the rest meet nothing. */
export function makeQueries(rows: Uint8Array, count: number, near: number, random: () => number): Uint8Array[] {
  return Array.from({ length: count }, () => {
    if (random() % 100 >= near) return new Uint8Array(Uint32Array.from({ length: 8 }, random).buffer)
    const row = random() % (rows.length / 32)
    const query = rows.slice(32 * row, 32 * row + 32)
    flip(query, random() % 32, random)
    return query
  })
}

function flip(hash: Uint8Array, count: number, random: () => number): void {
  const bits = new Set<number>()
  while (bits.size < count) bits.add(random() & 255)
  for (const bit of bits) hash[bit >> 3]! ^= 1 << (bit & 7)
}
