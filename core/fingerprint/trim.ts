/** Borders of one grey, and the bars of a screen: where the picture itself begins. */

/** In pixels; right and bottom are the first column and row outside. */
export interface Rectangle {
  left: number
  top: number
  right: number
  bottom: number
}

/** Luma of whole levels, 0 to 255. */
export interface Grey {
  width: number
  height: number
  luma: Uint8Array
}

type Line = (visit: (luma: number) => void) => void

const rowOf = ({ width, luma }: Grey, { left, right }: Rectangle, y: number): Line => {
  return (visit) => {
    for (let x = left; x < right; x++) visit(luma[y * width + x]!)
  }
}

const columnOf = ({ width, luma }: Grey, { top, bottom }: Rectangle, x: number): Line => {
  return (visit) => {
    for (let y = top; y < bottom; y++) visit(luma[y * width + x]!)
  }
}

export interface Ground {
  /** What share of a line must be ground, and how many grey levels it may vary. */
  share: number
  within: number
  /** The one grey that is ground, else whichever comes. */
  level?: number
}

/** Takes lines off all four sides as long as each is mostly of one grey, and of the same as the line before it. */
export function trimmed(grey: Grey, from: Rectangle, ground: Ground): Rectangle {
  const left = { ...from }
  for (let before = ''; before !== key(left); ) {
    before = key(left)
    left.top += flatLines(ground, left.bottom - left.top, (i) => rowOf(grey, left, left.top + i))
    left.bottom -= flatLines(ground, left.bottom - left.top, (i) => rowOf(grey, left, left.bottom - 1 - i))
    left.left += flatLines(ground, left.right - left.left, (i) => columnOf(grey, left, left.left + i))
    left.right -= flatLines(ground, left.right - left.left, (i) => columnOf(grey, left, left.right - 1 - i))
  }
  return left
}

/** Takes off all four sides what has the grey of the outermost line: one layer, not the page's own margin under it. */
export function withoutLayer(grey: Grey, from: Rectangle, ground: Ground): Rectangle {
  const outermost = [
    rowOf(grey, from, from.top),
    rowOf(grey, from, from.bottom - 1),
    columnOf(grey, from, from.left),
    columnOf(grey, from, from.right - 1),
  ]
  const level = outermost.map((line) => levelOf(line, ground)).find((level) => level !== -1)
  return level === undefined ? from : trimmed(grey, from, { ...ground, level })
}

const key = ({ left, top, right, bottom }: Rectangle) => `${left} ${top} ${right} ${bottom}`

/**
 * How many lines from the outside in are ground. Where the ground changes (a head above a chat) it may go on in another
 * grey, if that lasts: a sky changes from row to row.
 */
function flatLines(ground: Ground, count: number, line: (i: number) => Line): number {
  const most = count - 2
  let flat = 0
  let level = -1
  let since = 0
  for (let i = 0; i < most; i++) {
    const next = levelOf(line(i), ground)
    if (next === -1 || (ground.level !== undefined && Math.abs(next - ground.level) > LIKE)) break
    if (level === -1 || Math.abs(next - level) > 2) {
      if (level !== -1 && ground.share > 0.9) break
      if (i - since < LASTING && since > 0) break
      level = next
      since = i
    }
    flat = i + 1
  }
  return flat - since < LASTING && since > 0 ? since : flat
}

/** Greys nearer than this are one ground. */
const LIKE = 4
/** Lines over which a ground must last to count as one. */
const LASTING = 8

/** The commonest grey of a line, or -1 when too little of the line is near it. */
function levelOf(line: Line, { share, within }: Ground): number {
  const counts = new Uint32Array(256)
  let total = 0
  line((luma) => {
    counts[luma]!++
    total++
  })
  let level = 0
  for (let i = 1; i < 256; i++) if (counts[i]! > counts[level]!) level = i
  let near = 0
  for (let i = Math.max(0, level - within); i <= Math.min(255, level + within); i++) near += counts[i]!
  return near >= share * total ? level : -1
}
