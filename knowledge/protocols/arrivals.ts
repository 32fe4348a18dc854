/** Arrivals: what a stream has sent so far, taken together, so that a page is stored once and not once a message. */

export interface Arrivals<T> {
  /** What has come, at least one and at most `most`; `quiet` after so long without a message; null when it has ended. */
  next(wait: { most: number; quietMs: number | null }): Promise<T[] | 'quiet' | null>
}

/**
 * After how long a silence a past that is being told is taken for told, in milliseconds: nothing on these wires says so.
 * The first word may take long, since a server has to look it up; those after it follow closely. What comes later is
 * read by the next reading.
 */
export function silenceAfter(connectingMs: number): { first: number; next: number } {
  const next = Math.min(2_000, Math.max(400, 10 * connectingMs))
  return { first: Math.max(1_000, next), next }
}

export function arrivalsOf<T>(messages: AsyncIterable<T>): Arrivals<T> {
  const source = messages[Symbol.asyncIterator]()
  let coming: Promise<IteratorResult<T, unknown>> | undefined

  async function one(late: Promise<'quiet'> | null): Promise<{ message: T } | 'quiet' | null> {
    coming ??= source.next()
    coming.catch(() => {}) // thrown to whoever waits next
    const result = await (late ? Promise.race([coming, late]) : coming)
    if (result === 'quiet') return result
    coming = undefined
    return result.done ? null : { message: result.value }
  }

  return {
    async next({ most, quietMs }) {
      const taken: T[] = []
      using quiet = quietMs === null ? null : alarm(quietMs)
      while (taken.length < most) {
        using soon = taken.length > 0 ? alarm(0) : null // rings when all that has arrived is read
        const got = await one(soon?.rings ?? quiet?.rings ?? null).catch((error: unknown) => {
          if (taken.length === 0) throw error
          return null // what came before the fault is read first; the fault is thrown next
        })
        if (got === 'quiet' || got === null) return taken.length > 0 ? taken : got
        taken.push(got.message)
      }
      return taken
    },
  }
}

function alarm(ms: number): Disposable & { rings: Promise<'quiet'> } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const rings = new Promise<'quiet'>((resolve) => {
    timer = setTimeout(resolve, ms, 'quiet')
  })
  return { rings, [Symbol.dispose]: () => clearTimeout(timer) }
}
