/** Waiting for another process: asks again until the answer is yes, and fails with the question when it never is. */
import { setTimeout as pause } from 'node:timers/promises'

export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  { within, every = 50 }: { within: number; every?: number },
): Promise<void> {
  const deadline = performance.now() + within
  let last: unknown
  for (;;) {
    try {
      if (await holds()) return
      last = undefined
    } catch (error) {
      last = error // not there yet, perhaps
    }
    if (performance.now() > deadline) throw new Error(`Not within ${within} ms: ${what}`, { cause: last })
    await pause(every)
  }
}
