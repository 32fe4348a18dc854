/**
 * 65,536 growing lists of small entries: an id, and 16 bits by which most entries can be passed over unread.
 *
 * A bucket is one run of entries in a page, ids and sketches apart, so that a search reads two bytes an entry in a
 * straight line. A full bucket moves to a run of twice the length; pages themselves are never copied, so growing never
 * pauses. What is left behind is zeroed: bucket number and sketch are pieces of a hash.
 */

const BUCKETS = 1 << 16
const PAGE_BITS = 16
const PAGE = 1 << PAGE_BITS
/** A first page is small, so that an index of a few rows is small. */
const FIRST_PAGE = 1 << 10
/** A bucket's first run, as a power of two: four entries. */
const SMALLEST = 2
/** Runs of this many entries or more get a page of their own. */
const OWN_PAGE = 1 << 12

export class Buckets {
  /** Per bucket, side by side: how many entries it has, and where its run starts (page number, place in the page). */
  private readonly runs = new Uint32Array(2 * BUCKETS)
  /** Each run's length as a power of two. */
  private readonly lengths = new Uint8Array(BUCKETS)
  private readonly ids: Uint32Array[] = []
  private readonly sketches: Uint16Array[] = []
  /** Empty runs, all zero, by the power of two of their length. */
  private readonly free: number[][] = []
  /** The next unused place, and the end of the page it is in. */
  private next = 0
  private end = 0

  countOf(bucket: number): number {
    return this.runs[2 * bucket]!
  }

  /** The page that holds a bucket's ids; the run begins at `offsetOf(bucket)` and has `countOf(bucket)` entries. */
  idsOf(bucket: number): Uint32Array {
    return this.ids[this.runs[2 * bucket + 1]! >>> PAGE_BITS]!
  }

  sketchesOf(bucket: number): Uint16Array {
    return this.sketches[this.runs[2 * bucket + 1]! >>> PAGE_BITS]!
  }

  offsetOf(bucket: number): number {
    return this.runs[2 * bucket + 1]! & (PAGE - 1)
  }

  insert(bucket: number, id: number, sketch: number): void {
    const count = this.countOf(bucket)
    if (count === 0) this.place(bucket, SMALLEST)
    else if (count === 2 ** this.lengths[bucket]!) this.grow(bucket)
    const at = this.offsetOf(bucket) + count
    this.idsOf(bucket)[at] = id
    this.sketchesOf(bucket)[at] = sketch
    this.runs[2 * bucket] = count + 1
  }

  /** The bucket's last entry takes the removed one's place. */
  delete(bucket: number, id: number): void {
    const ids = this.idsOf(bucket)
    const sketches = this.sketchesOf(bucket)
    const start = this.offsetOf(bucket)
    const last = start + this.countOf(bucket) - 1
    const at = ids.indexOf(id, start)
    ids[at] = ids[last]!
    sketches[at] = sketches[last]!
    ids[last] = 0
    sketches[last] = 0
    this.runs[2 * bucket]!--
    if (this.countOf(bucket) === 0) this.release(bucket)
  }

  clear(): void {
    for (const page of [...this.ids, ...this.sketches]) page.fill(0)
    for (const list of [this.runs, this.lengths]) list.fill(0)
    for (const list of [this.ids, this.sketches, this.free]) list.length = 0
    this.next = 0
    this.end = 0
  }

  private grow(bucket: number): void {
    const start = this.offsetOf(bucket)
    const ids = this.idsOf(bucket).subarray(start, start + this.countOf(bucket))
    const sketches = this.sketchesOf(bucket).subarray(start, start + this.countOf(bucket))
    const power = this.lengths[bucket]!
    this.release(bucket)
    this.place(bucket, power + 1)
    this.idsOf(bucket).set(ids, this.offsetOf(bucket))
    this.sketchesOf(bucket).set(sketches, this.offsetOf(bucket))
    ids.fill(0)
    sketches.fill(0)
  }

  /** Gives the bucket a run of 2^power entries, an emptied one if there is one. */
  private place(bucket: number, power: number): void {
    this.runs[2 * bucket + 1] = this.free[power]?.pop() ?? this.reserve(2 ** power)
    this.lengths[bucket] = power
  }

  private release(bucket: number): void {
    const power = this.lengths[bucket]!
    this.free[power] ??= []
    this.free[power].push(this.runs[2 * bucket + 1]!)
    this.runs[2 * bucket + 1] = 0
    this.lengths[bucket] = 0
  }

  private reserve(length: number): number {
    if (length >= OWN_PAGE) return this.addPage(length)
    if (this.next + length > this.end) {
      const size = this.ids.length === 0 ? FIRST_PAGE : PAGE
      this.next = this.addPage(size)
      this.end = this.next + size
    }
    this.next += length
    return this.next - length
  }

  private addPage(length: number): number {
    this.ids.push(new Uint32Array(length))
    this.sketches.push(new Uint16Array(length))
    return (this.ids.length - 1) * PAGE
  }
}
