/**
 * A picture's pixels, strip by strip, from the top down: R, G, B, A, as stored. However large the photo, there is one
 * small canvas or texture.
 */
import type { Sides } from '#core/fingerprint/index.ts'

/**
 * As stored: turned as its EXIF says, no colour conversion, no alpha folded in. Elsewhere a person's two browsers would
 * make two fingerprints of one picture.
 */
export const asStored: ImageBitmapOptions = {
  imageOrientation: 'from-image',
  colorSpaceConversion: 'none',
  premultiplyAlpha: 'none',
}

export type Rows = Uint8Array | Uint8ClampedArray

/** Calls `take` with every strip; false where the browser gives none of this width. */
export type EachStrip = (bitmap: ImageBitmap, take: (rows: Rows) => void) => boolean

/** Samples that are read at once, about. */
const stripPixels = 1 << 20

export const rowsOfStrip = ({ width, height }: Sides) => Math.min(height, Math.max(1, Math.floor(stripPixels / width)))

export const eachStrip: EachStrip = (bitmap, take) => {
  const { width, height } = bitmap
  const most = rowsOfStrip(bitmap)
  const context = new OffscreenCanvas(width, most).getContext('2d', { willReadFrequently: true })
  if (!context) return false
  for (let y = 0; y < height; y += most) {
    const rows = Math.min(most, height - y)
    context.clearRect(0, 0, width, rows)
    context.drawImage(bitmap, 0, y, width, rows, 0, 0, width, rows)
    take(context.getImageData(0, 0, width, rows).data)
  }
  return true
}

/** A canvas forgets the colour of what is see-through, and a texture keeps it. False where there is no texture. */
export const eachClearStrip: EachStrip = (bitmap, take) => {
  const { width, height } = bitmap
  const most = rowsOfStrip(bitmap)
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
  if (!gl || Math.max(width, most) > gl.getParameter(gl.MAX_TEXTURE_SIZE)) return false
  try {
    const texture = gl.createTexture()
    gl.bindTexture(gl.TEXTURE_2D, texture)
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, most)
    gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer())
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
    const samples = new Uint8Array(width * most * 4)
    for (let y = 0; y < height; y += most) {
      const rows = Math.min(most, height - y)
      gl.pixelStorei(gl.UNPACK_SKIP_ROWS, y)
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, width, rows, gl.RGBA, gl.UNSIGNED_BYTE, bitmap)
      gl.readPixels(0, 0, width, rows, gl.RGBA, gl.UNSIGNED_BYTE, samples)
      if (gl.getError() !== gl.NO_ERROR) return false
      take(samples.subarray(0, width * rows * 4))
    }
    return true
  } finally {
    gl.getExtension('WEBGL_lose_context')?.loseContext() // browsers keep a few at most
  }
}

export function isSeeThrough(rows: Rows): boolean {
  for (let at = 3; at < rows.length; at += 4) if (rows[at] !== 255) return true
  return false
}

/** In place: as a site shows it that has no transparency. */
export function layOverWhite(rows: Rows): void {
  for (let at = 0; at < rows.length; at += 4) {
    const alpha = rows[at + 3]!
    if (alpha === 255) continue
    const white = 255 * (255 - alpha)
    for (let i = at; i < at + 3; i++) rows[i] = Math.floor((rows[i]! * alpha + white) / 255)
  }
}
