/** What runs in each of `match-threads.ts`'s threads. */
import { parentPort } from 'node:worker_threads'
import { type LaneAnswer, type LaneRequest, serveLane } from '#core/match/index.ts'

const serve = serveLane((answer: LaneAnswer) => parentPort?.postMessage(answer, [answer.found.buffer as ArrayBuffer]))
parentPort?.on('message', (message: LaneRequest) => serve(message))
