/**
 * A clip's frames, hashed one a second, in one of two ways. Where the browser has WebCodecs, the worker takes the file
 * apart and decodes what it needs, once, in order. Everywhere else, and whenever that fails, the browser's own player is
 * moved from second to second (see player.ts), which decodes the same packets many times over.
 */
import { openPlayer } from './player.ts'
import { type Hand, withHand } from './pool.ts'
import type { ClipLine, Told, Trouble } from './worker.ts'

export interface ClipOptions {
  signal: AbortSignal
  /** From 0 to 1; anew from 0 where the second way is taken. */
  progress(share: number): void
  thumb(of: ImageBitmap): void
}

export type ClipRead = { line: ClipLine } | { trouble: Trouble | 'clip' | 'stopped' }

/** The frames of an open clip, in order, each given to the worker and answered by it. */
interface Frames {
  count: number
  hash(index: number): Promise<Told>
  close(): void
}

/** A frame that takes longer is not coming. */
const stallMs = 20_000

/** The digests are made last; they are this share of the progress. */
const digestsShare = 0.05

export async function readClip(file: File, options: ClipOptions): Promise<ClipRead> {
  if ('VideoDecoder' in globalThis) {
    const read = await withHand((hand) => readFrames(file, hand, options, decoded))
    // What the worker cannot decode, the player may: it has more containers, and more decoders.
    if ('line' in read || read.trouble === 'stopped') return read
  }
  return withHand((hand) => readFrames(file, hand, options, played))
}

type Way = (file: File, hand: Hand, signal: AbortSignal) => Promise<Frames>

/** In the worker, by WebCodecs. */
async function decoded(file: File, hand: Hand, signal: AbortSignal): Promise<Frames> {
  const told = await inTime(hand.ask({ type: 'open', file }), signal)
  if (told.type !== 'opened') throw new Error('The worker cannot decode this clip.')
  return { count: told.count, hash: () => inTime(hand.ask({ type: 'next' }), signal), close() {} }
}

async function played(file: File, hand: Hand, signal: AbortSignal): Promise<Frames> {
  const { count, frame, close } = await openPlayer(file, signal, stallMs)
  return { count, hash: async (index) => hand.ask({ type: 'frame', frame: await frame(index) }), close }
}

async function readFrames(file: File, hand: Hand, options: ClipOptions, open: Way): Promise<ClipRead> {
  const { signal } = options
  let frames: Frames | undefined
  let read: ClipRead
  try {
    frames = await open(file, hand, signal)
    read = await hashAll(file, hand, options, frames)
  } catch {
    read = { trouble: 'clip' }
  } finally {
    frames?.close()
  }
  if (signal.aborted) read = { trouble: 'stopped' }
  // Its worker holds the frames so far, and may be in the middle of another.
  if ('trouble' in read) hand.end()
  return read
}

async function hashAll(file: File, hand: Hand, options: ClipOptions, { count, hash }: Frames): Promise<ClipRead> {
  const { signal, progress, thumb } = options
  for (let i = 0; i < count; i++) {
    const told = await hash(i)
    if (signal.aborted) return { trouble: 'stopped' }
    if (told.type === 'trouble') return { trouble: told.trouble }
    // The first frame is often black.
    if (told.type === 'frame') {
      if (i === Math.min(1, count - 1)) thumb(told.thumb)
      else told.thumb.close()
    }
    progress(((i + 1) / count) * (1 - digestsShare))
  }
  const told = await hand.ask({ type: 'clip', file })
  return told.type === 'clip' ? { line: told.line } : { trouble: 'clip' }
}

/** What comes of it; rejects when it is stopped, or nothing comes for too long. */
function inTime<T>(work: Promise<T>, stopped: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const over = new AbortController()
  const fail = () => reject(new Error('The worker gives no frame.'))
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(stallMs)])
  signal.addEventListener('abort', fail, { signal: over.signal })
  if (signal.aborted) fail()
  return Promise.race([work, promise]).finally(() => over.abort())
}
