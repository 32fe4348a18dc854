/**
 * A clip on this machine, its frames decoded by the machine's own ffmpeg. No frame is written anywhere: they come
 * through a pipe, one at a time, and nothing of them leaves this process but what is derived.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { Malformed, Unavailable } from '#core/errors.ts'
import {
  type Digests,
  digestsOf,
  frameStep,
  fromHex,
  MAX_VPDQ_FRAMES,
  MIN_FRAME_SIDE,
  type Pixels,
  rawCidOf,
} from '#core/fingerprint/index.ts'

export interface ClipFrame {
  /** Which of the clip's frames, from 0. */
  frame: number
  /** Seconds, at a constant rate, in single precision as the reference has it. */
  timestamp: number
  /** Upright, at native size. Overwritten when the next frame is asked for. */
  pixels: Pixels
}

export interface ClipOptions {
  /** Seconds from one frame to the next; 0 for every frame. */
  secondsPerHash: number
  /** Ends ffmpeg at once. */
  signal: AbortSignal
  /** Told now and then, of a long clip: how many frames there are yet, of about how many where that is known. */
  progress(done: number, of: number | undefined): void
}

/** The greatest frame that is decoded: 8K twice over. */
const mostPixels = 70_000_000
/** Without a frame for so long, ffmpeg is ended: something is made to keep it busy. */
const stallMs = 10 * 60_000
const progressMs = 5_000
/** Up to here every form of a file's CID is computed, from its bytes in memory. */
const mostBytesInMemory = 200 * 2 ** 20

/**
 * What ffmpeg is let do: read this one file, as one of these containers. A playlist, which could name other files or
 * addresses, is none of them.
 */
const containers = 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,ogg,asf'
const confined = ['-v', 'error', '-protocol_whitelist', 'file,pipe', '-format_whitelist', containers]

/** `file:` and a whole path: whatever a file is called, it is neither an option nor a protocol. */
const asInput = (path: string) => `file:${resolve(path)}`

/**
 * The frames to hash, in order: every `secondsPerHash * rate`-th of the first video stream, as the reference counts.
 *
 * @throws Malformed for what ffmpeg cannot read, a frame too small or too large, or too many frames
 * @throws Unavailable where there is no ffmpeg
 */
export async function* readFrames(path: string, options: ClipOptions): AsyncGenerator<ClipFrame> {
  const { signal, progress } = options
  const { fps, seconds } = await probe(path, signal)
  const step = frameStep(options.secondsPerHash, fps)
  const about = seconds === undefined ? undefined : Math.ceil((seconds * fps) / step)
  let told = performance.now()
  let count = 0
  for await (const pixels of decode(path, { step, signal })) {
    if (Math.min(pixels.width, pixels.height) < MIN_FRAME_SIDE)
      throw new Malformed(`The frames of this video are smaller than ${MIN_FRAME_SIDE} pixels: they have no hash.`)
    if (count === MAX_VPDQ_FRAMES)
      throw new Malformed(
        `This video has more than ${MAX_VPDQ_FRAMES.toLocaleString('en')} frames to hash: give more --seconds-per-hash, or cut it.`,
      )
    const frame = count++ * step
    yield { frame, timestamp: Math.fround(Math.fround(frame) / Math.fround(fps)), pixels }
    if (performance.now() - told < progressMs) continue
    told = performance.now()
    progress(count, about)
  }
  if (count === 0) throw unreadable()
}

/** Says it in a line. */
export function sayProgress(file: string, say: (text: string) => void): ClipOptions['progress'] {
  return (done, of) => say(`${file}: ${done}${of === undefined ? '' : ` of about ${of}`} frames`)
}

const Probed = z.object({
  streams: z.array(z.object({ avg_frame_rate: z.string(), r_frame_rate: z.string() })),
  format: z.object({ duration: z.coerce.number().positive().optional().catch(undefined) }).optional(),
})

/** Frames per second, on average over the clip, else the stream's base rate; and how long it is, where it says so. */
async function probe(path: string, signal: AbortSignal): Promise<{ fps: number; seconds: number | undefined }> {
  const entries = 'stream=avg_frame_rate,r_frame_rate:format=duration'
  const program = start('ffprobe', ['-select_streams', 'V:0', '-show_entries', entries, '-of', 'json', asInput(path)])
  let text = ''
  for await (const chunk of outputOf(program, signal)) {
    text += chunk
    if (text.length > 100_000) throw unreadable()
  }
  const [stream, format] = readProbe(text)
  if (!stream) throw new Malformed('There is no picture in this file, only sound or nothing.')
  const fps = [stream.avg_frame_rate, stream.r_frame_rate].map(rateOf).find((rate) => rate > 0 && rate <= 100_000)
  if (!fps) throw new Malformed('This video does not say how many frames a second it has: save it again as MP4.')
  return { fps, seconds: format?.duration }
}

function readProbe(text: string) {
  try {
    const { streams, format } = Probed.parse(JSON.parse(text))
    return [streams[0], format] as const
  } catch (cause) {
    throw unreadable(cause)
  }
}

/** `30000/1001`; what is no rate is not above 0. */
function rateOf(text: string): number {
  const [over = 0, under = 1] = text.split('/').map(Number)
  return over / under
}

async function* decode(path: string, { step, signal }: { step: number; signal: AbortSignal }): AsyncGenerator<Pixels> {
  const filters = [
    ...(step > 1 ? [`select='not(mod(n,${step}))'`] : []),
    // As the reference: the area scaler's flag, and the plain ITU-R BT.601 matrix whatever the stream says.
    'scale=flags=area:in_color_matrix=bt601',
    'format=rgb24',
  ]
  const program = start('ffmpeg', [
    '-nostdin',
    ...['-max_pixels', String(mostPixels), '-i', asInput(path), '-map', '0:V:0', '-vf', filters.join(',')],
    // A frame for a frame: none is repeated or dropped to keep a rate.
    ...((await isOld(signal)) ? ['-vsync', 'passthrough'] : ['-fps_mode', 'passthrough']),
    ...['-c:v', 'ppm', '-f', 'image2pipe', 'pipe:1'],
  ])
  yield* picturesOf(outputOf(program, signal))
}

/** `-fps_mode` came with ffmpeg 5.1. */
async function isOld(signal: AbortSignal): Promise<boolean> {
  let text = ''
  for await (const chunk of outputOf(start('ffmpeg', ['-version']), signal)) text += chunk
  return /^ffmpeg version n?(?:[0-4]\.|5\.0)/.test(text)
}

type Program = ChildProcessByStdio<null, Readable, Readable>

function start(name: 'ffmpeg' | 'ffprobe', args: string[]): Program {
  // FFREPORT would have it write a log of the file's name into the folder.
  const { FFREPORT: _, ...env } = process.env
  return spawn(name, [...(args[0] === '-version' ? [] : confined), ...args], { stdio: ['ignore', 'pipe', 'pipe'], env })
}

/** What it writes, as it comes. It is ended when nobody reads on, when the signal comes, and when it stalls. */
async function* outputOf(program: Program, signal: AbortSignal): AsyncGenerator<Buffer> {
  const ended = new Promise<number | null>((done, fail) => {
    program.on('error', (cause: NodeJS.ErrnoException) => fail(cause.code === 'ENOENT' ? missing(cause) : cause))
    program.on('close', done)
  })
  ended.catch(() => undefined) // awaited below, where nothing else went wrong before
  program.stderr.resume() // its messages name the file, and are not for the person
  const end = () => void program.kill('SIGKILL')
  signal.addEventListener('abort', end)
  const stall = setTimeout(end, stallMs)
  try {
    signal.throwIfAborted()
    for await (const chunk of program.stdout as AsyncIterable<Buffer>) {
      stall.refresh()
      yield chunk
    }
    const status = await ended
    signal.throwIfAborted()
    if (status !== 0) throw unreadable()
  } finally {
    clearTimeout(stall)
    signal.removeEventListener('abort', end)
    end()
  }
}

/** Pictures of a stream of PPM files (netpbm's P6, 8 bits a colour). All of one size share their memory. */
async function* picturesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Pixels> {
  let header = ''
  let picture: Pixels | null = null
  let data = new Uint8Array()
  let filled = 0
  for await (const chunk of stream)
    for (let at = 0; at < chunk.length; ) {
      if (picture) {
        const part = chunk.subarray(at, at + data.length - filled)
        data.set(part, filled)
        filled += part.length
        at += part.length
        if (filled < data.length) continue
        yield picture
        picture = null
        header = ''
        continue
      }
      header += String.fromCharCode(chunk[at++] ?? 0)
      const [, width, height] = /^P6\n(\d+) (\d+)\n255\n$/.exec(header)?.map(Number) ?? []
      if (!width || !height) {
        if (header.length > 40) throw unreadable()
        continue
      }
      if (data.length !== width * height * 3) data = new Uint8Array(width * height * 3)
      picture = { width, height, data, channels: 3 }
      filled = 0
    }
  if (picture) throw unreadable()
}

/**
 * SHA-256, MD5 and CIDs of a clip's file. Of a file above 200 MB the raw CID alone: its trees would take its bytes
 * several times.
 */
export async function digestsOfFile(
  path: string,
  signal: AbortSignal,
  { mostInMemory = mostBytesInMemory } = {},
): Promise<Digests> {
  if ((await stat(path)).size <= mostInMemory) return digestsOf(await readFile(path))
  const [sha256, md5] = [createHash('sha256'), createHash('md5')]
  for await (const chunk of createReadStream(path, { signal, highWaterMark: 2 ** 20 })) {
    sha256.update(chunk)
    md5.update(chunk)
  }
  const digest = sha256.digest('hex')
  return { sha256: digest, md5: md5.digest('hex'), cids: [rawCidOf(fromHex(digest))] }
}

function missing(cause: unknown): Unavailable {
  return new Unavailable(
    'Videos are read with ffmpeg, which this machine does not have: install ffmpeg, or use the web page, which needs nothing.',
    { cause },
  )
}

function unreadable(cause?: unknown): Malformed {
  return new Malformed(
    'This video is damaged, cut short, or of a kind that ffmpeg cannot read: open it in a video program and save it again as MP4.',
    { cause },
  )
}
