/** Pace: at most two exchanges at a time with one host, and a small gap between their starts. */
export interface Pace {
  /** Runs `work` when it is this host's turn; rejects with the signal's reason when the wait is given up. */
  run<T>(host: string, work: () => Promise<T>, options: { gapMs: number; signal: AbortSignal | undefined }): Promise<T>
}

interface Lane {
  running: number
  waiting: (() => void)[]
  nextStartMs: number
}

export function createPace({ atOnce, now }: { atOnce: number; now: () => number }): Pace {
  const lanes = new Map<string, Lane>()

  async function turn(lane: Lane, signal: AbortSignal | undefined): Promise<void> {
    if (lane.running < atOnce) {
      lane.running += 1
      return
    }
    await new Promise<void>((go, giveUp) => {
      const start = () => {
        signal?.removeEventListener('abort', stop)
        go()
      }
      const stop = () => {
        lane.waiting.splice(lane.waiting.indexOf(start), 1)
        giveUp(signal?.reason)
      }
      lane.waiting.push(start) // whoever finishes hands its place over, so `running` stays as it is
      signal?.addEventListener('abort', stop, { once: true })
    })
  }

  function leave(host: string, lane: Lane): void {
    const next = lane.waiting.shift()
    if (next) {
      next()
      return
    }
    lane.running -= 1
    if (lane.running === 0 && lane.nextStartMs <= now()) lanes.delete(host)
    if (lanes.size > 10_000) forgetIdle()
  }

  function forgetIdle(): void {
    for (const [host, lane] of lanes) if (lane.running === 0) lanes.delete(host)
  }

  return {
    async run(host, work, { gapMs, signal }) {
      signal?.throwIfAborted()
      const lane = lanes.get(host) ?? { running: 0, waiting: [], nextStartMs: 0 }
      lanes.set(host, lane)
      await turn(lane, signal)
      try {
        const start = Math.max(now(), lane.nextStartMs)
        lane.nextStartMs = start + gapMs
        await pause(start - now(), signal)
        return await work()
      } finally {
        leave(host, lane)
      }
    },
  }
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms <= 0) return
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })
}
