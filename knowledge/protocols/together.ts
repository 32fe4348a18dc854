/** Several sources read at once as one: each at its own pace, and one that stops does not stop the others. */

export type Told<T> =
  | { from: string; step: T }
  /** It has ended (null), or failed. */
  | { from: string; stopped: unknown }

interface Options {
  /** Aborts what the sources wait for, when the reader has had enough. */
  enough: AbortController
  /** While others run, one that stopped is opened again after so long, in milliseconds, twice as long each time. */
  againMs: { first: number; most: number } | null
}

/** Ends when none of the sources runs any more. */
export async function* together<T>(
  sources: ReadonlyMap<string, () => AsyncGenerator<T, void>>,
  { enough, againMs }: Options,
): AsyncGenerator<Told<T>, void> {
  type Turn = { from: string; result: IteratorResult<T, void> } | { from: string; stopped: unknown } | { from: string }
  const running = new Map<string, AsyncGenerator<T, void>>()
  const turns = new Map<string, Promise<Turn>>()
  const pauses = new Map<string, number>()

  const open = (from: string) => {
    const source = sources.get(from)?.()
    if (source) running.set(from, source)
    ask(from)
  }
  const ask = (from: string) => {
    const coming = running.get(from)?.next()
    if (coming)
      turns.set(
        from,
        coming.then(
          (result) => ({ from, result }),
          (stopped: unknown) => ({ from, stopped }),
        ),
      )
  }

  for (const from of sources.keys()) open(from)
  try {
    while (running.size > 0) {
      const turn = await Promise.race(turns.values())
      const { from } = turn
      if ('result' in turn && !turn.result.done) {
        pauses.delete(from)
        yield { from, step: turn.result.value }
        ask(from)
      } else if ('result' in turn || 'stopped' in turn) {
        running.delete(from)
        turns.delete(from)
        if (againMs && running.size > 0) {
          const pauseMs = pauses.get(from) ?? againMs.first
          pauses.set(from, Math.min(2 * pauseMs, againMs.most))
          turns.set(
            from,
            wait(pauseMs, enough.signal).then(() => ({ from })),
          )
        }
        yield { from, stopped: 'stopped' in turn ? turn.stopped : null }
      } else open(from)
    }
  } finally {
    enough.abort()
    await Promise.allSettled([...running.values()].map((source) => source.return()))
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
}
