/**
 * One picture at a time, off the page's thread: decode, read its pixels, make its fingerprints, and forget it. Nothing
 * of the picture goes back but its hashes and a thumbnail of 24 pixels, which is shown blurred.
 */
import { fingerprintFile, MIN_FILE_BYTES, type Pixels } from '#core/fingerprint/index.ts'

export type Trouble = 'unreadable' | 'heic' | 'tooLarge' | 'tiny' | 'noise' | 'old'

export type Read =
  | {
      type: 'read'
      picture: { pdqs: string[]; sha256: string; md5: string; cids: string[] }
      informative: boolean
      thumb: ImageBitmap
    }
  | { type: 'trouble'; trouble: Trouble }

/** About 300 MB of pixels: what a phone with little memory still holds. */
const maxPixels = 80_000_000
/** Rows that are read at once: some browsers refuse a canvas of a whole large photo. */
const stripRows = 256
const thumbSide = 24

/**
 * As stored: turned as its EXIF says, no colour conversion, no alpha folded in. Elsewhere a person's two browsers would
 * make two fingerprints of one picture.
 */
const asStored: ImageBitmapOptions = {
  imageOrientation: 'from-image',
  colorSpaceConversion: 'none',
  premultiplyAlpha: 'none',
}

let honest: Promise<boolean> | undefined

self.addEventListener('message', async ({ data: file }: MessageEvent<File>) => {
  const answer = await read(file).catch((): Read => ({ type: 'trouble', trouble: 'unreadable' }))
  const moved = answer.type === 'read' ? [answer.thumb] : []
  self.postMessage(answer, { transfer: moved })
})

async function read(file: File): Promise<Read> {
  const trouble = (trouble: Trouble): Read => ({ type: 'trouble', trouble })
  if (typeof OffscreenCanvas === 'undefined' || typeof createImageBitmap === 'undefined') return trouble('old')
  honest ??= readsHonestly()
  if (!(await honest)) return trouble('noise')

  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.length < MIN_FILE_BYTES) return trouble('tiny')
  const bitmap = await createImageBitmap(file, asStored).catch(() => null)
  if (!bitmap) return trouble(isHeic(bytes) ? 'heic' : 'unreadable')
  try {
    if (bitmap.width * bitmap.height > maxPixels) return trouble('tooLarge')
    const pixels = pixelsOf(bitmap)
    if (!pixels) return trouble('tooLarge')
    const { pdqs, sha256, md5, cids, informative } = fingerprintFile(bytes, pixels)
    return { type: 'read', picture: { pdqs, sha256, md5, cids }, informative, thumb: thumbOf(bitmap) }
  } finally {
    bitmap.close()
  }
}

/** Every pixel, strip by strip; null where the browser gives no canvas of this width. */
function pixelsOf(bitmap: ImageBitmap): Pixels | null {
  const { width, height } = bitmap
  const context = new OffscreenCanvas(width, Math.min(height, stripRows)).getContext('2d', { willReadFrequently: true })
  if (!context) return null
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y += stripRows) {
    const rows = Math.min(stripRows, height - y)
    context.clearRect(0, 0, width, rows)
    context.drawImage(bitmap, 0, y, width, rows, 0, 0, width, rows)
    data.set(context.getImageData(0, 0, width, rows).data, y * width * 4)
  }
  return { width, height, data, channels: 4 }
}

function thumbOf(bitmap: ImageBitmap): ImageBitmap {
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
async function readsHonestly(): Promise<boolean> {
  const side = 32
  const known = new Uint8ClampedArray(side * side * 4)
  for (let i = 0; i < side * side; i++) known.set([(i * 7) % 256, (i * 31) % 256, (i * 101) % 256, 255], i * 4)
  const bitmap = await createImageBitmap(new ImageData(known, side, side), asStored)
  const seen = pixelsOf(bitmap)
  bitmap.close()
  return seen?.data.every((value, i) => value === known[i]) ?? false
}

/** ISO base media file with a HEIC or HEIF brand (ISO/IEC 23008-12 §10). */
function isHeic(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(4, 32))
  return head.startsWith('ftyp') && /hei[cfmsx]|hev[cx]|mif1|msf1/.test(head)
}
