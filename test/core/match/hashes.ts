/** Hashes for tests of the index: made from a seed, so that a failure comes back. */

/** xorshift32: small, and the same everywhere. */
export function randomWords(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  for (let i = 0; i < 16; i++) next() // its first numbers after a small seed have few bits
  return next
}

export function randomHash(random: () => number): Uint8Array {
  return Uint8Array.from({ length: 32 }, () => random() >>> 24)
}

/** The hash with these bits changed; bit 16·s + b is bit b of segment s, segments counted from the first byte. */
export function flipped(hash: Uint8Array, bits: Iterable<number>): Uint8Array {
  const other = hash.slice()
  for (const bit of bits) other[2 * (bit >> 4) + ((bit & 15) < 8 ? 1 : 0)]! ^= 1 << (bit & 7)
  return other
}

/** `count` different bits of 256. */
export function someBits(random: () => number, count: number): Set<number> {
  const bits = new Set<number>()
  while (bits.size < count) bits.add(random() % 256)
  return bits
}

/**
 * Changes that come as near as they can to slipping through an index by segments, for segments of `width` bits: so many
 * bits in each segment, in every rotation. Distances 0 to 40.
 */
export function* placedChanges(width: number, random: () => number): Generator<Set<number>> {
  const segments = 256 / width
  const patterns: number[][] = [
    Array.from({ length: segments }, (_, i) => (i === segments - 1 ? 1 : 2)), // 31 for 16: the tight case
    Array.from({ length: segments }, () => 2), // 32: just too far
    Array.from({ length: segments }, (_, i) => (i === 0 ? 0 : 2)),
    Array.from({ length: segments }, (_, i) => (i % 2 ? 1 : 3)),
    Array.from({ length: segments }, (_, i) => (i % 2 ? 0 : 4)),
    Array.from({ length: segments }, (_, i) => (i % 2 ? 0 : 3)),
    Array.from({ length: segments }, (_, i) => (i === 0 ? width : 1)),
    Array.from({ length: segments }, (_, i) => (i === 0 ? Math.min(width, 17) : 1)),
    Array.from({ length: segments }, (_, i) => (i < segments / 2 ? 3 : 0)),
    Array.from({ length: segments }, (_, i) => (i === 0 ? 1 : i === 1 ? 2 : 2)),
    Array.from({ length: segments }, (_, i) => (i === 0 ? 0 : i === 1 ? 3 : 2)),
    Array.from({ length: segments }, (_, i) => (i === 0 ? 0 : i === 1 ? 4 : 2)),
    Array.from({ length: segments }, (_, i) => (i === 0 ? 1 : i === 1 ? 3 : 2)),
  ]
  for (const pattern of patterns)
    for (let turn = 0; turn < segments; turn++) {
      const bits = new Set<number>()
      for (let segment = 0; segment < segments; segment++) {
        const wanted = Math.min(width, pattern[(segment + turn) % segments]!)
        const within = new Set<number>()
        while (within.size < wanted) within.add(random() % width)
        for (const bit of within) bits.add(segment * width + bit)
      }
      yield bits
      // Fewer, so that every distance below is met as well.
      if (bits.size > 31) yield new Set([...bits].slice(0, 31))
    }
  for (let start = 0; start < 256; start += 5)
    for (const length of [1, 8, 16, 17, 30, 31, 32]) yield new Set(Array.from({ length }, (_, i) => (start + i) % 256)) // runs
  for (const stride of [3, 7, 8, 9, 15, 16, 17]) yield new Set(Array.from({ length: 31 }, (_, i) => (i * stride) % 256))
  for (const bit of [0, 15, 16, 255]) yield new Set([bit])
  for (let count = 0; count <= 40; count++) for (let i = 0; i < 6; i++) yield someBits(random, count)
}
