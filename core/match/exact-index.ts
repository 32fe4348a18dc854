/**
 * Exact look-up: which handles hold exactly this value. The sibling of the Hamming index for digests, CIDs and
 * locations; values of any length, each kept once, zeroed when its last handle goes.
 *
 * A hash table that grows by one bucket per value (linear hashing, Litwin 1980), so that no insert pauses for a rehash.
 * Values live in byte pages of ours rather than as strings in a Map: a string cannot be wiped.
 */

/** Handles of the caller's own (ids of items, say) by type and value. */
export interface ExactIndex<Handle> {
  /** Pairs of value and handle in it. */
  readonly size: number
  /** Does nothing when the pair is there already. The value is copied. */
  insert(type: string, value: Uint8Array, handle: Handle): void
  /** With its last handle the value leaves memory before this returns. Deleting what is not there is harmless. */
  delete(type: string, value: Uint8Array, handle: Handle): void
  /** The handles of this very value, in the order of insertion. */
  lookup(type: string, value: Uint8Array): readonly Handle[]
  /** Empties the index; every value leaves memory before this returns. */
  clear(): void
}

interface Entry<Handle> {
  type: string
  value: Uint8Array
  hash: number
  handles: Set<Handle>
  next: Entry<Handle> | null
}

export function createExactIndex<Handle>(): ExactIndex<Handle> {
  const buckets: (Entry<Handle> | null)[] = [null]
  const values = new Values()
  let entries = 0
  let size = 0

  function find(type: string, value: Uint8Array, hash: number): Entry<Handle> | null {
    let entry = buckets[bucketOf(hash, buckets.length)] ?? null
    while (entry && !(entry.hash === hash && entry.type === type && isEqual(entry.value, value))) entry = entry.next
    return entry
  }

  /** One more bucket: the entries of one old bucket are dealt anew between it and the new one. */
  function addBucket(): void {
    const split = buckets.length - highestBit(buckets.length)
    let entry = buckets[split] ?? null
    buckets[split] = null
    buckets.push(null)
    while (entry) {
      const { next } = entry
      put(entry)
      entry = next
    }
  }

  function put(entry: Entry<Handle>): void {
    const bucket = bucketOf(entry.hash, buckets.length)
    entry.next = buckets[bucket] ?? null
    buckets[bucket] = entry
  }

  function unlink(gone: Entry<Handle>): void {
    const bucket = bucketOf(gone.hash, buckets.length)
    if (buckets[bucket] === gone) buckets[bucket] = gone.next
    else for (let entry = buckets[bucket]; entry; entry = entry.next) if (entry.next === gone) entry.next = gone.next
  }

  return {
    get size() {
      return size
    },

    insert(type, value, handle) {
      const hash = hashOf(type, value)
      let entry = find(type, value, hash)
      if (!entry) {
        entry = { type, value: values.keep(value), hash, handles: new Set(), next: null }
        if (++entries > buckets.length) addBucket()
        put(entry)
      }
      if (!entry.handles.has(handle)) size++
      entry.handles.add(handle)
    },

    delete(type, value, handle) {
      const entry = find(type, value, hashOf(type, value))
      if (!entry?.handles.delete(handle)) return
      size--
      if (entry.handles.size > 0) return
      unlink(entry)
      values.wipe(entry.value)
      entry.hash = 0
      entries--
    },

    lookup(type, value) {
      const entry = find(type, value, hashOf(type, value))
      return entry ? [...entry.handles] : []
    },

    clear() {
      for (let entry of buckets)
        for (; entry; entry = entry.next) {
          values.wipe(entry.value)
          entry.hash = 0
        }
      buckets.length = 1
      buckets[0] = null
      entries = 0
      size = 0
    },
  }
}

/**
 * Copies of values in large pages. A small array of its own would lie in the engine's moving heap, where collections
 * leave copies behind that nobody can wipe.
 */
class Values {
  private page = new Uint8Array()
  private used = 0
  /** Wiped places by how many bytes they hold. */
  private readonly free = new Map<number, Uint8Array[]>()

  keep(value: Uint8Array): Uint8Array {
    const room = roomFor(value)
    const kept = (this.free.get(room)?.pop() ?? this.reserve(room)).subarray(0, value.length)
    kept.set(value)
    return kept
  }

  wipe(kept: Uint8Array): void {
    kept.fill(0)
    const room = roomFor(kept)
    const places = this.free.get(room) ?? []
    places.push(new Uint8Array(kept.buffer, kept.byteOffset, room))
    this.free.set(room, places)
  }

  private reserve(room: number): Uint8Array {
    if (this.used + room > this.page.length) {
      this.page = new Uint8Array(Math.max(room, VALUE_PAGE))
      this.used = 0
    }
    this.used += room
    return this.page.subarray(this.used - room, this.used)
  }
}

const VALUE_PAGE = 1 << 16
const roomFor = (value: Uint8Array) => 16 * Math.ceil(value.length / 16)

/** With `count` buckets: the low bits of the hash, one fewer where that bucket does not exist yet. */
function bucketOf(hash: number, count: number): number {
  const half = highestBit(count)
  const bucket = hash & (2 * half - 1)
  return bucket < count ? bucket : bucket - half
}

/** The largest power of two that is at most `count`. */
function highestBit(count: number): number {
  return 2 ** (31 - Math.clz32(count))
}

/** FNV-1a over type and value, with its bits mixed once more so that the low ones depend on all. */
function hashOf(type: string, value: Uint8Array): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < type.length; i++) hash = Math.imul(hash ^ type.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ 0xff, 0x01000193)
  for (let i = 0; i < value.length; i++) hash = Math.imul(hash ^ value[i]!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
