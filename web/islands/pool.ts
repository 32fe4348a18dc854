/**
 * Workers for pictures and clips: several pictures at once where the device has the processors and the memory for it,
 * one picture's pixels in each worker, and a bound over all of them.
 */
import { HEAD_BYTES, sidesOfFile } from './sides.ts'
import type { Ask, Told } from './worker.ts'

const memoryGb = (navigator as Navigator & { deviceMemory?: number }).deviceMemory ?? 4

/** One processor is left to the page. */
const mostWorkers = memoryGb < 4 ? 1 : Math.max(1, Math.min(4, (navigator.hardwareConcurrency || 2) - 1))
/** Pixels that are decoded at once, over all workers. */
const mostPixels = 24_000_000
/** A picture with more is decoded while no other is. */
const largePixels = 12_000_000

/** A worker of one's own, until it is given back. */
export interface Hand {
  ask(ask: Ask): Promise<Told>
  /** Ends it at once; what it was asked is answered with trouble. */
  end(): void
  readonly isOver: boolean
}

const idle: Hand[] = []

function open(): Hand {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const lost: Told = { type: 'trouble', trouble: 'tooLarge' }
  let answer = (_: Told) => {}
  let isOver = false
  const end = () => {
    isOver = true
    worker.terminate()
    answer(lost)
  }
  worker.onmessage = ({ data }: MessageEvent<Told>) => answer(data)
  // Out of memory ends a worker: the next picture gets a new one.
  worker.onerror = end
  return {
    ask(ask) {
      if (isOver) return Promise.resolve(lost)
      const { promise, resolve } = Promise.withResolvers<Told>()
      answer = resolve
      worker.postMessage(ask, ask.type === 'frame' ? [ask.frame] : [])
      return promise
    },
    end,
    get isOver() {
      return isOver
    },
  }
}

/** Lends a worker for as long as `work` takes. */
export async function withHand<T>(work: (hand: Hand) => Promise<T>): Promise<T> {
  const hand = idle.pop() ?? open()
  try {
    return await work(hand)
  } finally {
    if (!hand.isOver) idle.push(hand)
  }
}

interface Job {
  pixels: number
  isClip: boolean
  run(): Promise<void>
}

let running = 0
let pixels = 0
const waiting: Job[] = []

/** Runs when a worker and the memory for this many pixels are free: in the order of asking, clips after pictures. */
export function whenFree(cost: number, run: () => Promise<void>, { isClip = false } = {}): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const job = { pixels: cost > largePixels ? mostPixels : cost, isClip, run: () => run().finally(resolve) }
  const firstClip = waiting.findIndex((other) => other.isClip)
  if (isClip || firstClip < 0) waiting.push(job)
  else waiting.splice(firstClip, 0, job)
  next()
  return promise
}

function next(): void {
  const job = waiting[0]
  if (!job || running >= mostWorkers || pixels + job.pixels > mostPixels) return
  waiting.shift()
  running++
  pixels += job.pixels
  void job.run().finally(() => {
    running--
    pixels -= job.pixels
    next()
  })
  next()
}

/** What decoding this file takes, in pixels; of a file that does not say it, the most there is. */
export async function pixelsOfFile(file: File): Promise<number> {
  const sides = sidesOfFile(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()))
  return sides ? sides.width * sides.height : mostPixels
}
