/**
 * A clip's frames through the browser's own player: it is moved from second to second. Nothing is played, and nothing is
 * heard. It reads every container that the browser knows, and shows frames upright.
 */
import { framesOf } from './clip-frames.ts'

export interface Player {
  /** How many frames there are. */
  count: number
  /** The frame of this number, at native size. Rejects when none comes in time. */
  frame(index: number): Promise<ImageBitmap>
  close(): void
}

/** How often a frame is asked for that is not to be had yet. */
const mostTries = 50
const againMs = 50
/** How long a frame that was decoded takes to be shown, at most. */
const presentedMs = 250

/** @param stallMs a frame that takes longer is not coming */
export async function openPlayer(file: File, signal: AbortSignal, stallMs: number): Promise<Player> {
  const address = URL.createObjectURL(file)
  const video = document.createElement('video')
  video.muted = true
  video.preload = 'auto'
  video.playsInline = true
  const close = () => {
    video.removeAttribute('src')
    video.load() // lets go of the decoder
    URL.revokeObjectURL(address)
  }

  async function load(): Promise<void> {
    const ready = heard('loadeddata')
    video.src = address
    await ready
  }

  /** Seconds. What a page recorded does not say how long it is: the player learns it at the end. */
  async function length(): Promise<number> {
    if (!Number.isFinite(video.duration)) await moveTo(1e7)
    return Number.isFinite(video.duration) ? video.duration : video.currentTime
  }

  async function moveTo(seconds: number): Promise<void> {
    if (video.currentTime === seconds && video.readyState >= 2) return
    const there = heard('seeked')
    const shown = presented()
    video.currentTime = seconds
    await there
    await shown
  }

  /** A browser may say that it is there while it still shows the frame before; and in the background it shows none. */
  async function presented(): Promise<void> {
    if (!('requestVideoFrameCallback' in video)) return
    const { promise, resolve } = Promise.withResolvers<void>()
    const callback = video.requestVideoFrameCallback(() => resolve())
    const late = setTimeout(resolve, presentedMs)
    await promise
    clearTimeout(late)
    video.cancelVideoFrameCallback(callback)
  }

  /** A browser may say that it is there before the frame is to be had. */
  async function shown(): Promise<ImageBitmap> {
    for (let left = mostTries; ; left--)
      try {
        return await createImageBitmap(video)
      } catch (cause) {
        if (left === 0 || signal.aborted) throw cause
        await new Promise((resolve) => setTimeout(resolve, againMs))
      }
  }

  /** Resolves when the player says so; rejects when it fails, is stopped, or says nothing for too long. */
  function heard(name: 'loadeddata' | 'seeked'): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const stopped = AbortSignal.any([signal, AbortSignal.timeout(stallMs)])
    const over = new AbortController()
    const fail = () => reject(new Error('The player gives no frame.'))
    video.addEventListener(name, () => resolve(), { signal: over.signal })
    video.addEventListener('error', fail, { signal: over.signal })
    stopped.addEventListener('abort', fail, { signal: over.signal })
    if (stopped.aborted) fail()
    return promise.finally(() => over.abort())
  }

  try {
    // A decoder that was not to be had is often there a moment later.
    await load().catch(load)
    if (video.videoWidth === 0) throw new Error('There is no picture in this clip.')
    const { count, step } = framesOf(await length())
    return {
      count,
      async frame(index) {
        await moveTo(index * step)
        return shown()
      },
      close,
    }
  } catch (cause) {
    close()
    throw cause
  }
}
