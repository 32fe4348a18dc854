/**
 * A clip's frames through WebCodecs: its container is taken apart here, and the browser decodes its packets, all off the
 * page's thread. Loaded when a clip is read, and only then.
 */
import { BlobSource, EncodedPacketSink, Input, Logging, MATROSKA, MP4, QTFF, VideoSampleSink, WEBM } from 'mediabunny'
import type { FramesOf } from './clip-frames.ts'

export interface OpenClip {
  /** How many frames there will be. */
  count: number
  /** The next one, upright, at native size, on a canvas that the frame after it is drawn on too. */
  next(): Promise<OffscreenCanvasRenderingContext2D>
  close(): void
}

/** 8K twice over. */
const mostPixels = 70_000_000

Logging.level = 0 // what is wrong with a file is its owner's business

/**
 * Throws for what is no clip, or none that this browser decodes so.
 *
 * @param framesOf given, not imported: the worker's file would be loaded by one of its own
 */
export async function openClip(file: File, framesOf: FramesOf): Promise<OpenClip> {
  const input = new Input({ source: new BlobSource(file), formats: [MP4, QTFF, MATROSKA, WEBM] })
  try {
    const track = await input.getPrimaryVideoTrack()
    // Transparency would be put together in one more worker, of an address that the policy forbids.
    if (!track || (await track.canBeTransparent()) || !(await track.canDecode())) throw undecodable()
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    if (!context) throw undecodable()
    const first = Math.max(0, await track.getFirstTimestamp())
    // A player stands at the last frame while the sound goes on; an hour of sound alone is not waited for.
    const seconds = Math.min(await input.computeDuration(), (await track.computeDuration()) + 1)
    const { count, step } = framesOf(seconds)
    const packets = new EncodedPacketSink(track)
    let taken = 0
    let wake = () => {}

    /**
     * When each frame is. The frames from one key frame to the next are decoded at one go; where every second is a key
     * frame, all of the clip would soon lie in memory. So none of a run is asked for before the run before the last is
     * taken.
     */
    async function* times(): AsyncGenerator<number> {
      let key: number | undefined
      let begin = 0
      for (let i = 0; i < count; i++) {
        const time = Math.max(first, i * step)
        const { sequenceNumber } = (await packets.getKeyPacket(time, { verifyKeyPackets: true })) ?? {}
        if (sequenceNumber !== key) {
          while (taken < begin)
            await new Promise<void>((resolve) => {
              wake = resolve
            })
          key = sequenceNumber
          begin = i
        }
        yield time
      }
    }

    const samples = new VideoSampleSink(track).samplesAtTimestamps(times())
    return {
      count,
      async next() {
        const { value: sample } = await samples.next()
        taken++
        wake()
        if (!sample) throw undecodable()
        try {
          const { displayWidth: width, displayHeight: height } = sample
          if (width * height > mostPixels) throw undecodable()
          if (context.canvas.width !== width) context.canvas.width = width
          if (context.canvas.height !== height) context.canvas.height = height
          sample.draw(context, 0, 0)
          return context
        } finally {
          sample.close()
        }
      },
      close() {
        taken = count
        wake()
        void samples.return()
        input.dispose()
      },
    }
  } catch (cause) {
    input.dispose()
    throw cause
  }
}

const undecodable = () => new Error('This clip cannot be decoded so.')
