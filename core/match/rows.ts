/**
 * Row handles, and which of them share a hash: many rows may hold the same one, kept once, in a *slot*.
 *
 * A handle is a place in these lists plus, above 32 bits, how often that place was used before: places are used again,
 * handles never.
 */

const PLACES = 2 ** 32
/** A place used so often is left alone: the next handle would not be an exact number. */
const MAX_USES = 2 ** 21 - 1
export const NONE = PLACES - 1

export class Rows {
  size = 0
  /** Per slot its first place, per place the next of the same slot; `NONE` ends. */
  first = new Uint32Array(256).fill(NONE)
  next = new Uint32Array(256)
  private previous = new Uint32Array(256)
  /** Per place its slot, or `NONE` while unused. */
  private slots = new Uint32Array(256)
  private uses = new Uint32Array(256)
  private readonly unused: number[] = []
  private places = 0

  /** A new row of this slot. */
  add(slot: number): number {
    const place = this.unused.pop() ?? this.addPlace()
    while (slot >= this.first.length) this.first = doubled(this.first, NONE)
    const after = this.first[slot]!
    this.slots[place] = slot
    this.next[place] = after
    this.previous[place] = NONE
    if (after !== NONE) this.previous[after] = place
    this.first[slot] = place
    this.size++
    return this.rowAt(place)
  }

  /** Takes the row away and returns its slot; undefined when there is no such row (any more). */
  remove(row: number): number | undefined {
    const place = row % PLACES
    const slot = this.slots[place]
    if (!(place < this.places) || slot === undefined || slot === NONE || this.rowAt(place) !== row) return undefined
    const before = this.previous[place]!
    const after = this.next[place]!
    if (before === NONE) this.first[slot] = after
    else this.next[before] = after
    if (after !== NONE) this.previous[after] = before
    this.slots[place] = NONE
    this.uses[place]!++
    if (this.uses[place]! <= MAX_USES) this.unused.push(place)
    this.size--
    return slot
  }

  has(slot: number): boolean {
    return this.first[slot]! !== NONE
  }

  rowAt(place: number): number {
    return this.uses[place]! * PLACES + place
  }

  /** Removes all rows. Handles given before stay spent. */
  clear(): void {
    this.first.fill(NONE)
    for (let place = 0; place < this.places; place++) if (this.slots[place] !== NONE) this.remove(this.rowAt(place))
  }

  private addPlace(): number {
    if (this.places === this.slots.length) {
      this.slots = doubled(this.slots)
      this.next = doubled(this.next)
      this.previous = doubled(this.previous)
      this.uses = doubled(this.uses)
    }
    return this.places++
  }
}

function doubled(list: Uint32Array, filler = 0): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * list.length)
  larger.set(list)
  if (filler) larger.fill(filler, list.length)
  return larger
}
