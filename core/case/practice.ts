/** A made-up picture for a practice: a few soft shapes, of nobody and nothing, different each time. */
import type { Random } from '../ports.ts'

/** 64 × 64 pixels of R, G, B: four waves of light, drawn by chance. Its PDQ is like a photo's; it shows nothing. */
export function madeUpPicture(random: Random): { width: number; height: number; data: Uint8Array; channels: 3 } {
  const side = 64
  const data = new Uint8Array(side * side * 3)
  const waves = Array.from({ length: 12 }, () => {
    const [x = 0, y = 0, phase = 0, strength = 0] = random(4)
    return { x: 1 + (x % 9), y: 1 + (y % 9), phase: (phase / 256) * 2 * Math.PI, strength: 8 + (strength % 16) }
  })
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      let light = 128
      for (const { x, y, phase, strength } of waves)
        light +=
          strength * Math.cos((Math.PI / side) * x * column + phase) * Math.cos((Math.PI / side) * y * row - phase)
      data.fill(Math.max(0, Math.min(255, Math.round(light))), (row * side + column) * 3, (row * side + column) * 3 + 3)
    }
  return { width: side, height: side, data, channels: 3 }
}
