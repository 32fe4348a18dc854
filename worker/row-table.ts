/**
 * A number for each row of a Hamming index: open addressing in two typed arrays, because a Map of millions of rows costs
 * several times as much. Rows are whole numbers below 2⁵³.
 */

const EMPTY = -1
const SMALLEST = 1 << 10

export class RowTable {
  private rows = new Float64Array(SMALLEST).fill(EMPTY)
  private numbers = new Uint32Array(SMALLEST)
  private used = 0

  /** Throws when the row is not there: a bug. */
  get(row: number): number {
    const place = this.find(row)
    if (this.rows[place] === EMPTY) throw new Error('The index holds a row that belongs to nobody.')
    return this.numbers[place]!
  }

  set(row: number, number: number): void {
    if (2 * (this.used + 1) > this.rows.length) this.grow()
    const place = this.find(row)
    if (this.rows[place] === EMPTY) this.used++
    this.rows[place] = row
    this.numbers[place] = number
  }

  /** What stood behind it moves up, so that no search ends too early. */
  delete(row: number): void {
    let gap = this.find(row)
    if (this.rows[gap] === EMPTY) return
    const last = this.rows.length - 1
    for (let at = (gap + 1) & last; this.rows[at] !== EMPTY; at = (at + 1) & last) {
      const home = this.homeOf(this.rows[at]!)
      if (((at - home) & last) < ((at - gap) & last)) continue
      this.rows[gap] = this.rows[at]!
      this.numbers[gap] = this.numbers[at]!
      gap = at
    }
    this.rows[gap] = EMPTY
    this.numbers[gap] = 0
    this.used--
  }

  clear(): void {
    this.rows = new Float64Array(SMALLEST).fill(EMPTY)
    this.numbers = new Uint32Array(SMALLEST)
    this.used = 0
  }

  private find(row: number): number {
    const last = this.rows.length - 1
    let place = this.homeOf(row)
    while (this.rows[place] !== EMPTY && this.rows[place] !== row) place = (place + 1) & last
    return place
  }

  private homeOf(row: number): number {
    const mixed = Math.imul((row % 2 ** 32) ^ Math.imul(row / 2 ** 32, 0x85ebca6b), 0x9e3779b1)
    return mixed >>> Math.clz32(this.rows.length - 1)
  }

  private grow(): void {
    const { rows, numbers } = this
    this.rows = new Float64Array(2 * rows.length).fill(EMPTY)
    this.numbers = new Uint32Array(2 * rows.length)
    for (const [at, row] of rows.entries()) {
      if (row === EMPTY) continue
      const place = this.find(row)
      this.rows[place] = row
      this.numbers[place] = numbers[at]!
    }
  }
}
