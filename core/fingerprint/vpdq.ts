/**
 * vPDQ: a clip as the PDQ hashes of its frames, compared as two bags without order.
 *
 * Format and rules: facebook/ThreatExchange, `vpdq/README.md`, `vpdq/cpp`, and `python-threatexchange`'s vpdq
 * extension. They print two forms of a frame list, both read here, and match by three rules that differ; ours takes
 * from each what cannot be fooled (see `compareVpdq`).
 */

import { fromHex, hex } from './bases.ts'
import { isBlank } from './blank.ts'
import { distance, type Views } from './pdq.ts'

/** One frame that counts in a comparison. */
export interface Frame {
  /** 32 bytes. */
  hash: Uint8Array
  /** 0 to 100. */
  quality: number
}

/** One frame as a list publishes it. */
export interface TimedFrame extends Frame {
  /** Which of the clip's frames, from 0; in a list that does not say it, its place there. */
  frame: number
  /** Seconds from the beginning, at a constant rate: an indication, no more. */
  timestamp: number
}

/** Frames in one list that are read: a day at one a second. */
export const MAX_VPDQ_FRAMES = 86_400

/** Frames of one set that are enrolled, or published in one notice: an hour at one a second. */
export const MAX_ENROLLED_FRAMES = 3600

/** Within so many bits of the last one, a frame shows the same. */
const REPEAT_DISTANCE = 5

/** Farthest distance at which two frames are one, and least quality of a frame that counts: the published defaults. */
export const VPDQ_DISTANCE = 31
export const VPDQ_QUALITY = 50

/** Share of either side's frames, in percent, from which two clips are told to be one. */
export const VPDQ_MATCH_PERCENT = 80

/** Shorter sides than this have no hash. */
export const MIN_FRAME_SIDE = 5

const HASH_BYTES = 32
const FRAME_BYTES = HASH_BYTES + 1

/**
 * A frame list from its text, in any of the forms that go round:
 *
 * - lines of `frame,quality,hash,timestamp`, further fields ignored, LF or CRLF (the reference);
 * - a JSON array of `"hash,quality,timestamp"`, where a time may carry an exponent (python-threatexchange);
 * - a JSON object of `{"quality","hash","timestamp"}` by number of frame (the same, formerly);
 * - `{"vpdq":[{"frame","quality","pdq","timestamp"}]}`, as `vigie hash` prints it.
 *
 * Throws SyntaxError that names the line or entry, and for an empty list; the message never repeats the text.
 */
export function parseVpdq(text: string): TimedFrame[] {
  const body = text.replace(/^\uFEFF/, '').trim()
  if (body === '') throw new SyntaxError('an empty file holds no frames')
  if (!/^[[{]/.test(body)) return bounded(body.split('\n')).map(readLine)
  const list = bounded(entriesOf(readJson(body)))
  if (list.length === 0) throw new SyntaxError('an empty list holds no frames')
  return list.map(readEntry)
}

function readLine(line: string, i: number): TimedFrame {
  const fields = fieldsOf(line)
  const [frame = '', quality = '', hash = '', timestamp] = fields
  if (timestamp === undefined)
    throw wrong('line', i, `has ${fields.length} of the four fields frame,quality,hash,timestamp`)
  return frameOf('line', i, { frame, quality, hash, timestamp })
}

/** Each with the number of its frame, where the list says it. */
function entriesOf(list: unknown): [frame: string | undefined, entry: unknown][] {
  if (Array.isArray(list)) return list.map((entry) => [undefined, entry])
  if (!isObject(list)) throw new SyntaxError('not a list of frames')
  return 'vpdq' in list ? entriesOf(list.vpdq) : Object.entries(list)
}

function readEntry([numbered, entry]: [string | undefined, unknown], i: number): TimedFrame {
  if (typeof entry === 'string') {
    const fields = fieldsOf(entry)
    const [hash = '', quality = '', timestamp] = fields
    if (timestamp === undefined)
      throw wrong('entry', i, `has ${fields.length} of the three fields hash,quality,timestamp`)
    return frameOf('entry', i, { frame: numbered ?? String(i), quality, hash, timestamp })
  }
  if (!isObject(entry)) throw wrong('entry', i, 'is no frame')
  const { frame = numbered ?? i, quality, pdq, hash = pdq, timestamp } = entry
  return frameOf('entry', i, {
    frame: String(frame),
    quality: String(quality),
    hash: String(hash),
    timestamp: String(timestamp),
  })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    // The engine's own message repeats a part of the text.
    throw new SyntaxError('this begins like JSON and is none', { cause })
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const fieldsOf = (line: string) => line.split(',').map((field) => field.trim())

type Unit = 'line' | 'entry'

function frameOf(
  unit: Unit,
  i: number,
  { frame, quality, hash, timestamp }: { frame: string; quality: string; hash: string; timestamp: string },
): TimedFrame {
  if (!/^\d{1,10}$/.test(frame)) throw wrong(unit, i, "has no frame's number")
  if (!/^\d{1,3}$/.test(quality) || Number(quality) > 100)
    throw wrong(unit, i, 'has a quality that is no whole number from 0 to 100')
  if (!/^[0-9a-f]{64}$/i.test(hash)) throw wrong(unit, i, 'has a hash that is not 64 hexadecimal digits')
  if (!/^\d{1,12}(?:\.\d{0,20})?(?:e[+-]?\d{1,2})?$/i.test(timestamp))
    throw wrong(unit, i, 'has a time that is no number of seconds')
  return { frame: Number(frame), quality: Number(quality), hash: fromHex(hash), timestamp: Number(timestamp) }
}

function wrong(unit: Unit, index: number, what: string): SyntaxError {
  return new SyntaxError(`${unit} ${index + 1} ${what}`)
}

function bounded<T>(list: T[]): T[] {
  if (list.length > MAX_VPDQ_FRAMES)
    throw new SyntaxError(`a list has at most ${MAX_VPDQ_FRAMES} frames; here are ${list.length}`)
  return list
}

/** The reference's text file: a line a frame, `frame,quality,hash,timestamp`, the time with three decimals. */
export function printVpdq(frames: readonly TimedFrame[]): string {
  return frames
    .map(({ frame, quality, hash, timestamp }) => `${frame},${quality},${hex(hash)},${timestamp.toFixed(3)}\n`)
    .join('')
}

export interface VpdqComparison {
  /** Frames of the query that are in the target, in percent of those that count. */
  queryPercent: number
  /** Frames of the target that are in the query, likewise. */
  targetPercent: number
  /** How many frames of each count. */
  queryFrames: number
  targetFrames: number
}

/**
 * How much of each clip is in the other: repeated hashes count once (their first frame), then frames of less than
 * `quality` are left out, then two frames are one at `distance` or nearer. Where a side has no frame left, both are 0.
 *
 * The C++ reference keeps repetitions and asks for less than the distance; python-threatexchange is as here. A still
 * that fills half a clip would otherwise decide alone.
 */
export function compareVpdq(
  query: readonly Frame[],
  target: readonly Frame[],
  { distance: most = VPDQ_DISTANCE, quality = VPDQ_QUALITY }: { distance?: number; quality?: number } = {},
): VpdqComparison {
  const left = countingFrames(query, quality)
  const right = countingFrames(target, quality)
  const [ours, theirs] = [wordsOf(left), wordsOf(right)]
  const met = new Uint8Array(right.length)
  let found = 0
  for (let i = 0; i < left.length; i++) {
    let isFound = false
    for (let j = 0; j < right.length; j++) {
      // Both are met already: there is nothing left to learn of this pair.
      if ((isFound && met[j]) || !isWithin(most, ours, i, theirs, j)) continue
      isFound = true
      met[j] = 1
    }
    if (isFound) found++
  }
  const share = (part: number, of: number) => (left.length && right.length ? (100 * part) / of : 0)
  return {
    queryPercent: share(found, left.length),
    targetPercent: share(
      met.reduce((sum, one) => sum + one, 0),
      right.length,
    ),
    queryFrames: left.length,
    targetFrames: right.length,
  }
}

const WORDS = HASH_BYTES / 4

/** All hashes as words of 32 bits: a day of frames meets another in minutes, not in an hour. */
function wordsOf(frames: readonly Frame[]): Int32Array {
  const words = new Int32Array(frames.length * WORDS)
  for (const [i, { hash }] of frames.entries())
    for (let byte = 0; byte < HASH_BYTES; byte++) words[i * WORDS + (byte >> 2)]! |= hash[byte]! << (8 * (byte & 3))
  return words
}

function isWithin(most: number, a: Int32Array, i: number, b: Int32Array, j: number): boolean {
  let bits = 0
  for (let word = 0; word < WORDS && bits <= most; word++) bits += ones(a[i * WORDS + word]! ^ b[j * WORDS + word]!)
  return bits <= most
}

/** Bits set in a word: summed in pairs, fours, bytes. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/**
 * Whether two clips are told to be one: four fifths of either are in the other. The two published rules ask it of
 * opposite sides. A whole copy within a longer clip is found by the one, an excerpt by the other; either is a copy.
 */
export function isVpdqMatch({ queryPercent, targetPercent }: VpdqComparison): boolean {
  return queryPercent >= VPDQ_MATCH_PERCENT || targetPercent >= VPDQ_MATCH_PERCENT
}

/** The frames that count in a comparison: each hash once, its first frame, and of that at least this quality. */
export function countingFrames<F extends Frame>(frames: readonly F[], quality: number = VPDQ_QUALITY): F[] {
  const seen = new Set<string>()
  return frames.filter((frame) => {
    const text = hex(frame.hash)
    if (seen.has(text)) return false
    seen.add(text)
    return frame.quality >= quality
  })
}

/**
 * Every how many frames one is hashed, as the reference does: `secondsPerHash * fps` without its fraction, at least 1.
 * Zero seconds: every frame. Throws RangeError for a rate or a time that is none.
 */
export function frameStep(secondsPerHash: number, fps: number): number {
  if (!(fps > 0 && Number.isFinite(fps))) throw new RangeError('frames per second is a number above 0')
  if (!(secondsPerHash >= 0 && Number.isFinite(secondsPerHash)))
    throw new RangeError('seconds per hash is a number, 0 or more')
  return Math.max(1, Math.trunc(secondsPerHash * fps))
}

/**
 * The frames of a clip that are worth storing, in order: of the quality that counts, and not within five bits of the
 * last one kept, so that a scene that stands still is stored once; of more than 3,600, as many at even steps. A printed
 * list keeps every frame.
 */
export function framesToEnrol<F extends Frame>(frames: readonly F[]): F[] {
  const kept: F[] = []
  for (const frame of frames) {
    const last = kept.at(-1)
    if (frame.quality < VPDQ_QUALITY || isBlank(frame.hash)) continue
    if (!last || distance(last.hash, frame.hash) > REPEAT_DISTANCE) kept.push(frame)
  }
  if (kept.length <= MAX_ENROLLED_FRAMES) return kept
  return Array.from(
    { length: MAX_ENROLLED_FRAMES },
    (_, i) => kept[Math.floor((i * kept.length) / MAX_ENROLLED_FRAMES)]!,
  )
}

/**
 * What to enrol of a clip, from its frames' hashes: frame sets as text, of the clip as it is, mirrored, turned left and
 * turned right. None where no frame is worth it.
 */
export function clipPrints(frames: readonly Views[]): string[] {
  const kept = framesToEnrol(
    frames
      .filter(({ plain }) => plain.informative)
      .map(({ plain, forms }) => ({ hash: plain.hash, quality: plain.quality, forms })),
  )
  if (kept.length === 0) return []
  const turned = (['flipY', 'rotate90', 'rotate270'] as const).map((form) =>
    kept.map(({ forms, quality }) => ({ hash: forms[form], quality })),
  )
  return [kept, ...turned].map((set) => hex(encodeVpdq(set)))
}

/** The value of a `vpdq` fingerprint: 33 bytes a frame, hash and quality. Throws RangeError for a frame that is none. */
export function encodeVpdq(frames: readonly Frame[]): Uint8Array {
  const value = new Uint8Array(frames.length * FRAME_BYTES)
  for (const [i, { hash, quality }] of frames.entries()) {
    if (hash.length !== HASH_BYTES) throw new RangeError(`a frame's hash has ${HASH_BYTES} bytes, not ${hash.length}`)
    if (!Number.isInteger(quality) || quality < 0 || quality > 100)
      throw new RangeError("a frame's quality is a whole number from 0 to 100")
    value.set(hash, i * FRAME_BYTES)
    value[i * FRAME_BYTES + HASH_BYTES] = quality
  }
  return value
}

/** The frames of a `vpdq` fingerprint; hashes are views of `value`. Throws RangeError where it is none. */
export function decodeVpdq(value: Uint8Array): Frame[] {
  if (value.length % FRAME_BYTES !== 0)
    throw new RangeError(`a clip's frames are ${FRAME_BYTES} bytes each; here are ${value.length}`)
  return Array.from({ length: value.length / FRAME_BYTES }, (_, i) => {
    const quality = value[(i + 1) * FRAME_BYTES - 1]!
    if (quality > 100) throw new RangeError(`frame ${i} has a quality above 100`)
    return { hash: value.subarray(i * FRAME_BYTES, (i + 1) * FRAME_BYTES - 1), quality }
  })
}
