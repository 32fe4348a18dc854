/** A picture's luma, reduced: every cell is the mean of its area, pixels on its edge in part. */

import type { Lines } from './blur.ts'
import type { Sides } from './picture.ts'

export interface Plane extends Sides {
  /** 0 to 255, row after row. */
  luma: Float32Array
}

/** At most as many cells as pixels, both ways. In singles and in the kernel's order: the same to the last bit. */
export function reduced(lines: Lines, cells: Sides): Plane {
  const luma = new Float32Array(cells.width * cells.height)
  const line = new Float32Array(lines.width)
  const sums = new Float32Array(cells.width)
  const perPixel = cells.width / lines.width
  const down = cells.height / lines.height
  for (let y = 0; y < lines.height; y++) {
    lines.read(y, line)
    sumCells(line, sums)
    // A row lies in one row of cells, or across two.
    const from = y * down
    const to = (y + 1) * down
    const cell = Math.min(cells.height - 1, Math.floor(from))
    add(luma, cell * cells.width, sums, (Math.min(to, cell + 1) - from) * perPixel)
    if (cell + 1 < cells.height && to > cell + 1)
      add(luma, (cell + 1) * cells.width, sums, (to - (cell + 1)) * perPixel)
  }
  return { ...cells, luma }
}

function sumCells(line: Float32Array, sums: Float32Array): void {
  let rest = 0
  for (let c = 0, x = 0; c < sums.length; c++) {
    const edge = ((c + 1) * line.length) / sums.length
    const whole = Math.floor(edge)
    let sum = rest
    for (; x < whole; x++) sum = Math.fround(sum + line[x]!)
    rest = 0
    if (x < line.length) {
      const pixel = line[x++]!
      const part = Math.fround(pixel * Math.fround(edge - whole))
      sum = Math.fround(sum + part)
      rest = Math.fround(pixel - part)
    }
    sums[c] = sum
  }
}

function add(luma: Float32Array, from: number, sums: Float32Array, weight: number): void {
  const single = Math.fround(weight)
  for (let c = 0, to = from; c < sums.length; c++, to++) luma[to] = luma[to]! + Math.fround(single * sums[c]!)
}
