/** Decoded pictures, as PDQ takes them: 8-bit colour samples, row by row, without padding. */

export interface Sides {
  width: number
  height: number
}

export interface Pixels extends Sides {
  /** R, G, B or R, G, B, A per pixel. Alpha is dropped, never composited: the stored colour counts. */
  data: Uint8Array | Uint8ClampedArray
  channels: 3 | 4
}

/** Longest side that the 512-pixel path leaves as it is. */
const SIDE = 512

/** Throws a RangeError unless the sides are positive integers and the samples are exactly as many as they say. */
export function checkPixels({ width, height, data, channels }: Pixels): void {
  checkSides({ width, height, channels })
  if (data.length !== width * height * channels)
    throw new RangeError(
      `${width} × ${height} pixels of ${channels} channels are ${width * height * channels} samples, not ${data.length}`,
    )
}

/** Throws a RangeError unless the sides are positive integers and the samples of a pixel three or four. */
export function checkSides({ width, height, channels }: Omit<Pixels, 'data'>): void {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1)
    throw new RangeError(`a picture has sides of at least one pixel, not ${width} × ${height}`)
  if (channels !== 3 && channels !== 4) throw new RangeError(`give 3 channels (RGB) or 4 (RGBA), not ${channels}`)
}

/** Whether the reference command-line tool would resize this picture before hashing it. */
export function exceeds512({ width, height }: Sides): boolean {
  return width > SIDE || height > SIDE
}

/**
 * The "512" path of the reference command-line tool: when either side exceeds 512, exactly 512 × 512 pixels by nearest
 * neighbour, per channel, proportions ignored (a shorter side is stretched). Otherwise the same picture.
 */
export function resize512(pixels: Pixels): Pixels {
  checkPixels(pixels)
  if (!exceeds512(pixels)) return pixels
  const { width, height, data: source, channels } = pixels
  const data = new Uint8Array(SIDE * SIDE * 3)
  for (let y = 0, to = 0; y < SIDE; y++) {
    const row = Math.floor((y * height) / SIDE) * width
    for (let x = 0; x < SIDE; x++) {
      const from = (row + Math.floor((x * width) / SIDE)) * channels
      data[to++] = source[from]!
      data[to++] = source[from + 1]!
      data[to++] = source[from + 2]!
    }
  }
  return { width: SIDE, height: SIDE, data, channels: 3 }
}
