/** The search over an index's memory, in WebAssembly; `plain-kernel.ts` is its twin where there is none. */

import { wasm } from './kernel/search.wasm.ts'
import type { Grow } from './memory.ts'

/** Searches of the queries in a work area `w` (see layout.ts); what is found is written there, and `drain` empties it. */
export interface Kernel {
  /** All tables, for each query by itself. */
  searchEach(w: number, records: number, queries: number, maxDistance: number): void
  /** All tables, one after the other, the page sorted by bucket. */
  searchPage(w: number, records: number, queries: number, maxDistance: number): void
  searchBlocks(w: number, blocks: number, queries: number, maxDistance: number): void
  searchLoose(w: number, rows: number, queries: number, maxDistance: number): void
  /** Rows from `first` to before `end`, whatever their state. */
  searchRows(w: number, first: number, end: number, queries: number, maxDistance: number): void
  /**
   * Files the rows from `first` on, which lie at `at` and are marked in the area `f`, in one table that has room for them.
   * Some stay in the area's bins, of `capacity` each, until `fileRest`.
   */
  fileRows(f: number, capacity: number, records: number, table: number, at: number, first: number, count: number): void
  fileRest(f: number, capacity: number, records: number, table: number): void
  /** A block with its centre that near to the hash at `own`, of fewer than `most` members; else -1. */
  blockNear(own: number, blocks: number, maxDistance: number, most: number): number
}

const PAGE = 65_536
const MOST_PAGES = 65_536
const FIRST_PAGES = 8

/** Compiled once each. */
const modules = new Map<boolean, WebAssembly.Module>()

/** Whether this machine runs the kernel: WebAssembly with vectors; `shared`: and memory that threads can share. */
export function hasKernel(shared: boolean): boolean {
  if (typeof WebAssembly === 'undefined') return false
  try {
    return (!shared || typeof SharedArrayBuffer !== 'undefined') && moduleOf(shared) !== undefined
  } catch {
    return false
  }
}

/** A kernel on a memory; on one of its own when none is given. */
export function openKernel(shared: boolean, drain: () => void, given?: WebAssembly.Memory) {
  const memory = given ?? new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: MOST_PAGES, shared })
  const { exports } = new WebAssembly.Instance(moduleOf(shared), { env: { memory, drain } })
  return { kernel: exports as unknown as Kernel, memory, grow: growthOf(memory) }
}

/**
 * A growing buffer for the plain kernel. A memory of WebAssembly is used where there is one, even without vectors: arrays
 * over a buffer that can be resized are read at half the speed.
 */
export function plainGrowth(): Grow {
  if (typeof WebAssembly !== 'undefined')
    return growthOf(new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: MOST_PAGES }))
  const buffer = new ArrayBuffer(FIRST_PAGES * PAGE, { maxByteLength: MOST_PAGES * PAGE })
  return (bytes) => {
    if (bytes > buffer.byteLength) buffer.resize(bytes)
    return buffer
  }
}

function growthOf(memory: WebAssembly.Memory): Grow {
  return (bytes) => {
    const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE)
    if (missing > 0) memory.grow(missing)
    return memory.buffer
  }
}

function moduleOf(shared: boolean): WebAssembly.Module {
  const known = modules.get(shared)
  if (known) return known
  const bytes = Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0))
  const module = new WebAssembly.Module(shared ? bytes : unshared(bytes))
  modules.set(shared, module)
  return module
}

/**
 * The same module for a memory that is not shared: the flag of the imported memory is the one difference (WebAssembly
 * core specification, 5.3.11 "Memory types"; 3 is shared, 1 is not, both with a maximum).
 */
function unshared(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  let at = 8
  const number = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!
      value |= (byte & 127) << shift
      if (byte < 128) return value
    }
  }
  for (;;) {
    const section = bytes[at++]
    const end = number() + at
    if (section !== 2) {
      at = end
      continue
    }
    for (let imports = number(); imports > 0; imports--) {
      for (let name = 0; name < 2; name++) {
        const length = number()
        at += length
      }
      if (bytes[at++] === 2) {
        bytes[at] = 1
        return bytes
      }
      number()
    }
  }
}
