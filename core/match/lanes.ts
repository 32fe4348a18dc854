/**
 * Several searches at once, each on a thread of its own, over one shared index. How a thread is started is the caller's
 * business: a `Lane` is whatever carries messages to a thread where `serveLane` answers.
 *
 * The owner writes queries into a lane's work area, the lane searches and sends copies of what it found. Meanwhile the
 * owner may insert, delete and search: a row inserted while a page is searched may or may not be found, one deleted is
 * not reported any more, every other is, once.
 */

import { checkSearch, type Found, type KeptIndex } from './hamming-index.ts'
import { openKernel } from './kernel.ts'
import { OUT, OUT_COUNT } from './layout.ts'
import { type SearchPlan, SegmentIndex, searchAll } from './segment-index.ts'
import { PAGE_SIZES, WorkArea } from './work-area.ts'

/** A thread that runs `serveLane`. */
export interface Lane {
  post(message: LaneRequest): void
  /** Where its answers go; `fail` when it has ended or cannot work. */
  listen(answer: (message: LaneAnswer) => void, fail: (error: Error) => void): void
}

export type LaneRequest =
  | { type: 'open'; memory: WebAssembly.Memory; at: number }
  | { type: 'search'; plan: SearchPlan; queries: number; maxDistance: number }

/** Found pairs as they lie in a work area, two words each; `isLast` ends a search. */
export interface LaneAnswer {
  found: Uint32Array
  isLast: boolean
}

export interface ParallelSearch {
  /** As the index's own `search`, on all lanes. Searches run one after the other. Rejects when a lane fails. */
  search(queries: readonly Uint8Array[], maxDistance: number, found: Found): Promise<void>
  /** Gives the lanes' memory back to the index, when the last search has ended. No search may follow. */
  close(): Promise<void>
}

/** Fewer queries a lane are not worth a message. */
const LEAST = 16

/** Throws RangeError unless the index was created as `shared`. It must not be cleared while the lanes are used. */
export function openLanes(index: KeptIndex, lanes: readonly Lane[]): ParallelSearch {
  if (!(index instanceof SegmentIndex) || !index.sharedMemory)
    throw new RangeError('threads search an index that was created with `shared`')
  const { sharedMemory } = index
  let failure: Error | undefined
  let previous = Promise.resolve()

  const opened = lanes.map((lane) => {
    const work = new WorkArea(index.memory, PAGE_SIZES[2])
    const open = { lane, work, answer: (_: LaneAnswer): void => {}, fail: (_: Error): void => {} }
    lane.listen(
      (message) => open.answer(message),
      (error) => {
        failure = error
        open.fail(error)
      },
    )
    lane.post({ type: 'open', memory: sharedMemory, at: work.at })
    return open
  })

  function searchPart(
    open: (typeof opened)[number],
    part: { queries: readonly Uint8Array[]; first: number; maxDistance: number; report: Found },
  ): Promise<void> {
    const { queries, first, maxDistance, report } = part
    for (const [i, query] of queries.entries()) open.work.put(i, query)
    open.work.allow(maxDistance)
    return new Promise<void>((resolve, reject) => {
      open.fail = reject
      open.answer = ({ found, isLast }) => {
        for (let i = 0; i < found.length; i += 2) report(first + (found[i]! & 0x3fff), found[i + 1]!, found[i]! >>> 16)
        if (isLast) resolve()
      }
      if (failure) reject(failure)
      else
        open.lane.post({ type: 'search', plan: (index as SegmentIndex).plan(), queries: queries.length, maxDistance })
    }).finally(() => open.work.wipe(queries.length))
  }

  async function searchPage(queries: readonly Uint8Array[], maxDistance: number, found: Found): Promise<void> {
    const segments = index as SegmentIndex
    const report: Found = (query, row, distance) => {
      const handle = segments.rows.handleIfHeld(row)
      if (handle !== undefined) found(query, handle, distance)
    }
    segments.takeOff()
    try {
      let first = 0
      const size = Math.max(
        LEAST,
        Math.min(Math.ceil(queries.length / opened.length), ...opened.map(({ work }) => work.batch(maxDistance))),
      )
      await Promise.all(
        opened.map(async (open) => {
          while (first < queries.length) {
            const part = { queries: queries.slice(first, first + size), first, maxDistance, report }
            first += size
            await searchPart(open, part)
          }
        }),
      )
    } finally {
      segments.land()
    }
  }

  return {
    search(queries, maxDistance, found) {
      checkSearch(queries, maxDistance)
      const search = previous.then(() => searchPage(queries, maxDistance, found))
      previous = search.catch(() => {})
      return search
    },

    async close() {
      await previous
      for (const { work } of opened.splice(0)) work.release()
    },
  }
}

/** The thread's side: give it each message that comes. */
export function serveLane(send: (answer: LaneAnswer) => void): (message: LaneRequest) => void {
  let open: { kernel: ReturnType<typeof openKernel>['kernel']; at: number; take: () => Uint32Array } | undefined
  return (message) => {
    if (message.type === 'open') {
      const { memory, at } = message
      const take = () => {
        const words = new Uint32Array(memory.buffer)
        const from = words[(at + OUT) / 4]! / 4
        const count = words[(at + OUT_COUNT) / 4]!
        words[(at + OUT_COUNT) / 4] = 0
        return words.slice(from, from + 2 * count)
      }
      const { kernel } = openKernel(true, () => send({ found: take(), isLast: false }), memory)
      open = { kernel, at, take }
    } else if (open) {
      searchAll(open.kernel, open.at, message.plan, message.queries, message.maxDistance)
      send({ found: open.take(), isLast: true })
    }
  }
}
