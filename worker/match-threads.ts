/** Searches of a shared index on threads of Node. */
import { Worker } from 'node:worker_threads'
import { type KeptIndex, type Lane, openLanes, type ParallelSearch } from '#core/match/index.ts'

export interface MatchThreads extends Pick<ParallelSearch, 'search'>, AsyncDisposable {}

/** Starts threads that search this index (created with `shared`), until it is disposed of. */
export function startMatchThreads(index: KeptIndex, count: number): MatchThreads {
  const workers: Worker[] = []
  try {
    const lanes = Array.from({ length: count }, (): Lane => {
      const worker = new Worker(new URL('./match-lane.ts', import.meta.url))
      workers.push(worker)
      worker.unref()
      return {
        post: (message) => worker.postMessage(message),
        listen(answer, fail) {
          worker.on('message', answer)
          worker.on('error', fail)
          worker.on('exit', () => fail(new Error('A thread that searches has ended.')))
        },
      }
    })
    const { search, close } = openLanes(index, lanes)
    return {
      async search(queries, maxDistance, found) {
        for (const worker of workers) worker.ref() // a search keeps the process alive, an idle thread does not
        try {
          await search(queries, maxDistance, found)
        } finally {
          for (const worker of workers) worker.unref()
        }
      },
      async [Symbol.asyncDispose]() {
        await close()
        await Promise.all(workers.map((worker) => worker.terminate()))
      },
    }
  } catch (cause) {
    for (const worker of workers) void worker.terminate()
    throw cause
  }
}
