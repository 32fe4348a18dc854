/** Small pictures of soft shapes over soft noise, and what is done to them, for the tests of views. */

import type { Pixels } from '#core/fingerprint/index.ts'

export function drawn(seed: number, width = 360, height = 480): Pixels {
  let state = seed * 2654435761 + 1
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const waves = Array.from({ length: 40 }, () => ({
    x: (random() - 0.5) * 26,
    y: (random() - 0.5) * 26,
    phase: 6.3 * random(),
    size: 4 + 14 * random(),
  }))
  const discs = Array.from({ length: 18 }, () => ({
    x: random(),
    y: random(),
    r: 0.04 + 0.16 * random(),
    by: 180 * random() - 90,
  }))
  const data = new Uint8Array(width * height * 3)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width, y / height]
      let level = 125
      for (const wave of waves) level += wave.size * Math.sin(wave.x * u * 3 + wave.y * v * 3 + wave.phase)
      for (const disc of discs) if (Math.hypot(u - disc.x, v - disc.y) < disc.r) level += disc.by
      for (let c = 0; c < 3; c++) data[at++] = Math.max(20, Math.min(235, level + 8 * c))
    }
  return { width, height, data, channels: 3 }
}

/** Pixel by pixel: the place in the source, or null for the ground. */
export function redrawn(
  source: Pixels,
  [width, height]: [number, number],
  from: (x: number, y: number) => [number, number] | null,
  ground = 0,
): Pixels {
  const data = new Uint8Array(width * height * 3).fill(ground)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const place = from(x, y)
      if (!place) continue
      const at = (place[1] * source.width + place[0]) * source.channels
      for (let c = 0; c < 3; c++) data[3 * (y * width + x) + c] = source.data[at + c]!
    }
  return { width, height, data, channels: 3 }
}

/** `picture` at (left, top) of a ground of so many pixels. */
export function framed(
  picture: Pixels,
  sides: [number, number],
  [left, top]: [number, number],
  ground: number,
): Pixels {
  return redrawn(
    picture,
    sides,
    (x, y) => {
      const [px, py] = [x - left, y - top]
      return px >= 0 && py >= 0 && px < picture.width && py < picture.height ? [px, py] : null
    },
    ground,
  )
}

export function cropped(picture: Pixels, { left = 0, top = 0, right = 0, bottom = 0 }): Pixels {
  const sides: [number, number] = [picture.width - left - right, picture.height - top - bottom]
  return redrawn(picture, sides, (x, y) => [x + left, y + top])
}

export const mirrored = (picture: Pixels): Pixels =>
  redrawn(picture, [picture.width, picture.height], (x, y) => [picture.width - 1 - x, y])
