/** The WebAssembly kernel as it is used: instances, lent one caller at a time, and what their memory holds. */

import { BLOCK } from './blur.ts'
import { wasm } from './kernel/pdq.wasm.ts'
import { dctMatrix, FORM_NAMES, formsOf, judged, type Views } from './reference.ts'

interface Exports {
  memory: WebAssembly.Memory
  inputAt: WebAssembly.Global
  planeAt: WebAssembly.Global
  setUp(): void
  start(
    width: number,
    height: number,
    channels: number,
    inputRows: number,
    blurs: boolean,
    has512: boolean,
    cellColumns: number,
    cellRows: number,
  ): void
  take(rows: number): void
  end(): void
  block512(): void
  startPlane(width: number, height: number): void
  part(left: number, top: number, width: number, height: number): void
  hash(isRaw: boolean): void
}

export interface Kernel extends Omit<Exports, 'memory' | 'inputAt' | 'planeAt' | 'hash' | 'setUp'> {
  /** Where rows are given, of `length` bytes. Valid until the kernel is next told to start something. */
  input(length: number): Uint8Array
  /** The plane that was made or is to be given, of `length` values. Valid as `input` is. */
  plane(length: number): Float32Array
  writeBlock(block: Float32Array): void
  /** The hashes of the block that is ready; the plain one of a 64 × 64 picture is of its luma as it was. */
  views(isBlock: boolean): Views
}

/** Places in the kernel's memory, as pdq.as.ts says. */
const MATRIX = 1024
const BLOCK_AT = 9216
const HASHES = 48128
const QUALITY = 48384
const HASH_BYTES = 32
/** An instance whose memory has grown beyond this is not kept. */
const MAX_IDLE_BYTES = 2 ** 25

// Compiling takes a millisecond and an instance reserves address space: both are kept for the next picture.
let compiled: WebAssembly.Module | null | undefined
const idle: Kernel[] = []

/** A kernel to use alone until it is returned; null where there is no WebAssembly, or none with vectors. */
export function borrowKernel(): Kernel | null {
  if (compiled === undefined) compiled = compile()
  return idle.pop() ?? (compiled && open(compiled))
}

/** One that is not returned (its user gave up) is left to the collector. */
export function returnKernel(kernel: Kernel): void {
  if (idle.length === 0 && kernel.plane(0).buffer.byteLength <= MAX_IDLE_BYTES) idle.push(kernel)
}

function compile(): WebAssembly.Module | null {
  // An old browser, or a page whose policy forbids it: there is the reference.
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(wasm), (char) => char.charCodeAt(0)))
  } catch {
    return null
  }
}

function open(module: WebAssembly.Module): Kernel {
  const exports = new WebAssembly.Instance(module, {}).exports as unknown as Exports
  const { memory, inputAt, planeAt, setUp, hash, start, take, end, block512, startPlane, part } = exports
  const floats = (at: number, length: number) => new Float32Array(memory.buffer, at, length)
  floats(MATRIX, dctMatrix().length).set(dctMatrix())
  setUp()
  const hashAt = (form: number) => new Uint8Array(memory.buffer, HASHES + HASH_BYTES * form, HASH_BYTES).slice()
  const plain = () => {
    const [quality, near] = new Int32Array(memory.buffer, QUALITY, 2)
    return judged(hashAt(0), quality!, near!)
  }
  return {
    start,
    take,
    end,
    block512,
    startPlane,
    part,
    input: (length) => new Uint8Array(memory.buffer, inputAt.value, length),
    plane: (length) => floats(planeAt.value, length),
    writeBlock: (block) => floats(BLOCK_AT, BLOCK * BLOCK).set(block),
    views(isBlock) {
      hash(false)
      const views = { plain: plain(), forms: formsOf((name) => hashAt(FORM_NAMES.indexOf(name))) }
      if (!isBlock) return views
      hash(true)
      return { ...views, plain: plain() }
    },
  }
}
