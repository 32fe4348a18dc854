/**
 * Off the page's thread: decode, read the pixels strip by strip, make the fingerprints, and forget. Nothing of a picture
 * goes back but its hashes and a thumbnail of 24 pixels, which is shown blurred; nothing of a frame but its hashes.
 */
import {
  clipPrints,
  type Digests,
  digestsOf,
  fromHex,
  isBlank,
  MIN_FILE_BYTES,
  type PictureWalk,
  type Prints,
  printsOf,
  type Sides,
  startPicture,
  type Views,
  viewPlaneOf,
} from '#core/fingerprint/index.ts'
import { digestsOfClip } from './clip-digests.ts'
import { framesOf } from './clip-frames.ts'
import type { OpenClip } from './decoder.ts'
import { HEAD_BYTES, sidesOfFile } from './sides.ts'
import {
  asStored,
  type EachStrip,
  eachClearStrip,
  eachStrip,
  isSeeThrough,
  layOverWhite,
  type Rows,
  rowsOfStrip,
} from './strips.ts'

export type Trouble = 'unreadable' | 'heic' | 'tooLarge' | 'tiny' | 'noise' | 'old'
export type Choice = 'balanced' | 'wide'
export type Weak = Prints['notes'][number]['reason']

/** What is enrolled of a picture: the form's line. */
export interface PictureLine extends Digests {
  pdqs: string[]
  weak: string[]
}

/** The same of a clip. */
export interface ClipLine extends Digests {
  vpdqs: string[]
}

export type Ask =
  | { type: 'picture'; file: File; views: Choice }
  /** Of a clip: a frame that the page's player showed. */
  | { type: 'frame'; frame: ImageBitmap }
  /** Of a clip that is decoded here: how many frames it has; then each. */
  | { type: 'open'; file: File }
  | { type: 'next' }
  /** After the last frame. A clip that is given up is ended with its worker. */
  | { type: 'clip'; file: File }

export type Told =
  | { type: 'picture'; line: PictureLine; weak: Weak | null; isReduced: boolean; thumb: ImageBitmap }
  | { type: 'frame'; thumb: ImageBitmap }
  | { type: 'opened'; count: number }
  | { type: 'clip'; line: ClipLine }
  | { type: 'trouble'; trouble: Trouble }

/** What browsers decode at most, about: a hundred megapixels are 400 MB. */
const maxPixels = 110_000_000
const thumbSide = 24
/** Longer side of what is left of a picture that cannot be decoded whole. */
const reducedSide = 1024

let honest: Promise<boolean> | undefined
/** Of the clip that is being read. */
let frames: Views[] = []
let open: OpenClip | undefined

self.addEventListener('message', async ({ data }: MessageEvent<Ask>) => {
  const told = await answer(data).catch((): Told => trouble('unreadable'))
  self.postMessage(told, { transfer: 'thumb' in told ? [told.thumb] : [] })
})

const trouble = (of: Trouble): Told => ({ type: 'trouble', trouble: of })

async function answer(ask: Ask): Promise<Told> {
  if (typeof OffscreenCanvas === 'undefined' || typeof createImageBitmap === 'undefined') return trouble('old')
  honest ??= readsHonestly(eachStrip)
  if (!(await honest)) {
    if (ask.type === 'frame') ask.frame.close()
    return trouble('noise')
  }
  if (ask.type === 'picture') return readPicture(ask)
  if (ask.type === 'frame') return readFrame(ask.frame)
  if (ask.type === 'open') return openHere(ask.file)
  return ask.type === 'next' ? readNext() : finishClip(ask.file)
}

async function readPicture({ file, views }: { file: File; views: Choice }): Promise<Told> {
  if (file.size < MIN_FILE_BYTES) return trouble('tiny')
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  const sides = sidesOfFile(head)
  const whole = sides && sides.width * sides.height > maxPixels ? null : await decode(file)
  // What has sides is a picture: if it cannot be decoded, there is too little memory for it, or it is damaged.
  const bitmap = whole ?? (sides && (await decode(file, { resizeQuality: 'high', ...reduced(sides) })))
  if (!bitmap) return trouble(isHeic(head) ? 'heic' : sides ? 'tooLarge' : 'unreadable')
  try {
    const prints = await printsOfBitmap(bitmap, views)
    if (prints.length === 0) return trouble('tooLarge')
    const thumb = thumbOf(bitmap)
    bitmap.close() // the pixels go before the file's bytes come
    const digests = digestsOf(new Uint8Array(await file.arrayBuffer()))
    const pdqs = merged(prints.map((one) => one.pdqs)).filter((hash) => !isBlank(fromHex(hash)))
    const weak = merged(prints.map((one) => one.weak)).filter(
      (hash) => !pdqs.includes(hash) && !isBlank(fromHex(hash), { weak: true }),
    )
    // Of a view alone nothing is said: the picture itself is found. So it is by either of its looks.
    const reasons = prints.map(({ notes }) => notes.find((note) => note.views.includes('full'))?.reason)
    const reason = reasons.every((one) => one !== undefined) ? (reasons[0] ?? null) : null
    const line = { pdqs, weak, ...digests }
    return {
      type: 'picture',
      line,
      weak: pdqs.length + weak.length === 0 ? 'too-small' : reason,
      isReduced: !whole,
      thumb,
    }
  } finally {
    bitmap.close()
  }
}

const merged = (lists: string[][]) => [...new Set(lists.flat())]

const decode = (file: File, how: ImageBitmapOptions = {}) =>
  createImageBitmap(file, { ...asStored, ...how }).catch(() => null)

/** One side alone: the browser keeps the proportions, whichever way the photo is turned. */
function reduced({ width, height }: { width: number; height: number }): ImageBitmapOptions {
  return width >= height ? { resizeWidth: reducedSide } : { resizeHeight: reducedSide }
}

/** Of the picture, and where some of it is see-through also of the same over white; none where it is too wide. */
async function printsOfBitmap(bitmap: ImageBitmap, views: Choice): Promise<Prints[]> {
  let isClear = false
  const plain = printsBy(bitmap, views, eachStrip, (rows) => {
    isClear ||= isSeeThrough(rows)
  })
  if (!plain) return []
  if (!isClear) return [plain]
  const stored = (await readsHonestly(eachClearStrip)) ? printsBy(bitmap, views, eachClearStrip) : null
  const white = printsBy(bitmap, views, stored ? eachClearStrip : eachStrip, layOverWhite)
  return [stored ?? plain, ...(white ? [white] : [])]
}

function printsBy(bitmap: ImageBitmap, views: Choice, each: EachStrip, see = (_: Rows) => {}): Prints | null {
  const { width, height } = bitmap
  const walk = startPicture({ width, height, channels: 4 }, { plane: viewPlaneOf({ width, height }) })
  const isRead = each(bitmap, (rows) => {
    see(rows)
    walk.push(rows)
  })
  if (!isRead) return null
  const { plane, ...walked } = walk.finish()
  return plane ? printsOf({ width, height, ...walked, plane }, views) : null
}

function readFrame(frame: ImageBitmap): Told {
  try {
    const walk = walkOf(frame)
    return eachStrip(frame, walk.push) ? keepFrame(frame, walk) : trouble('tooLarge')
  } finally {
    frame.close()
  }
}

/** The demuxer is a file of its own: who chooses pictures alone never loads it. */
async function openHere(file: File): Promise<Told> {
  const { openClip } = await import('./decoder.ts')
  open = await openClip(file, framesOf)
  return { type: 'opened', count: open.count }
}

async function readNext(): Promise<Told> {
  const context = await open?.next()
  if (!context) return trouble('unreadable')
  const { canvas } = context
  const walk = walkOf(canvas)
  const most = rowsOfStrip(canvas)
  for (let y = 0; y < canvas.height; y += most)
    walk.push(context.getImageData(0, y, canvas.width, Math.min(most, canvas.height - y)).data)
  return keepFrame(canvas, walk)
}

const walkOf = ({ width, height }: Sides) => startPicture({ width, height, channels: 4 }, { with512: false })

function keepFrame(frame: ImageBitmap | OffscreenCanvas, walk: PictureWalk): Told {
  frames.push(walk.finish().full)
  return { type: 'frame', thumb: thumbOf(frame) }
}

async function finishClip(file: File): Promise<Told> {
  open?.close()
  open = undefined
  const vpdqs = clipPrints(frames)
  frames = []
  return { type: 'clip', line: { vpdqs, ...(await digestsOfClip(file)) } }
}

function thumbOf(bitmap: ImageBitmap | OffscreenCanvas): ImageBitmap {
  const canvas = new OffscreenCanvas(thumbSide, thumbSide)
  const side = Math.min(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  const [x, y] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2]
  context?.drawImage(bitmap, x, y, side, side, 0, 0, thumbSide, thumbSide)
  return canvas.transferToImageBitmap()
}

/**
 * Some browsers add noise to what scripts read from a canvas, against being recognised. The fingerprints would then be
 * of a picture that does not exist: a small known picture takes the same way first.
 */
async function readsHonestly(each: EachStrip): Promise<boolean> {
  const side = 32
  const known = new Uint8ClampedArray(side * side * 4)
  for (let i = 0; i < side * side; i++) known.set([(i * 7) % 256, (i * 31) % 256, (i * 101) % 256, 255], i * 4)
  const bitmap = await createImageBitmap(new ImageData(known, side, side), asStored)
  let same = true
  let at = 0
  const isRead = each(bitmap, (rows) => {
    same &&= rows.every((value, i) => value === known[at + i])
    at += rows.length
  })
  bitmap.close()
  return isRead && same
}

/** ISO base media file with a HEIC or HEIF brand (ISO/IEC 23008-12 §10). */
function isHeic(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(4, 32))
  return text.startsWith('ftyp') && /hei[cfmsx]|hev[cx]|mif1|msf1/.test(text)
}
