/** Chance for the moment of a blow. Seeded, so that a run that fails can be run again: VIGIE_TEST_SEED. */
import { onTestFailed } from 'vitest'

/** Numbers from 0 to 1 (mulberry32). The seed is a new one each time, and printed when the test fails. */
export function seededChance(): () => number {
  const seed = Number(process.env.VIGIE_TEST_SEED ?? Math.floor(Math.random() * 2 ** 31))
  onTestFailed(() => console.error(`VIGIE_TEST_SEED=${seed} runs it with the same delays.`))
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
