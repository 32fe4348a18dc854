/** Hashes that a blank picture has, or nearly: to store one would be to match everybody's blank pictures. */

/** An ordinary PDQ has 128 of its 256 bits set, a blank picture's has none. */
const LEAST_BITS = 32

/** Farthest from a blank picture's hash at which even the stricter rule would match it. */
const LEAST_BITS_WEAK = 13

/** Whether a PDQ has too few bits to be enrolled; `weak`: by the stricter rule. */
export function isBlank(hash: Uint8Array, { weak = false } = {}): boolean {
  let bits = 0
  for (const byte of hash) for (let left = byte; left; left &= left - 1) bits++
  return bits < (weak ? LEAST_BITS_WEAK : LEAST_BITS)
}
