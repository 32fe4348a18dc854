/**
 * MD5 (RFC 1321). Broken as a signature: anybody can make two files of one digest. Here it only says "the same file" in
 * lists that publish nothing better.
 */

/** How far each step turns its sum (RFC 1321 §3.4), four steps to a round, repeated. */
const TURNS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const

/** The digest, 16 bytes. */
export function md5(bytes: Uint8Array): Uint8Array {
  return createMd5().update(bytes).digest()
}

export interface Md5 {
  update(bytes: Uint8Array): Md5
  /** The digest of everything taken so far, 16 bytes. Call it once, last. */
  digest(): Uint8Array
}

/** A digest in the making, for what comes in pieces. */
export function createMd5(): Md5 {
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476)
  const steps = stepsOf()
  const words = new Int32Array(16)
  const block = new Uint8Array(64)
  let waiting = 0
  let length = 0

  const take = (bytes: Uint8Array) => {
    let at = 0
    if (waiting > 0) {
      at = Math.min(64 - waiting, bytes.length)
      block.set(bytes.subarray(0, at), waiting)
      waiting += at
      if (waiting < 64) return
      compress(state, steps, words, block, 0)
    }
    for (; at + 64 <= bytes.length; at += 64) compress(state, steps, words, bytes, at)
    block.set(bytes.subarray(at))
    waiting = bytes.length - at
  }

  const made: Md5 = {
    update(bytes) {
      length += bytes.length
      take(bytes)
      return made
    },
    digest() {
      // §3.1, §3.2: a one bit, zeros, and the length in bits as 64 bits, least significant first.
      const end = new Uint8Array(waiting < 56 ? 64 - waiting : 128 - waiting)
      end[0] = 0x80
      const bits = new DataView(end.buffer, end.length - 8)
      bits.setUint32(0, (length * 8) >>> 0, true)
      bits.setUint32(4, Math.floor(length / 2 ** 29), true)
      take(end)
      const digest = new Uint8Array(16)
      const out = new DataView(digest.buffer)
      for (let i = 0; i < 4; i++) out.setInt32(4 * i, state[i]!, true)
      return digest
    },
  }
  return made
}

interface Steps {
  /** The constants T: the integer parts of 2³² · |sin(i + 1)|. */
  add: Int32Array
  turn: Uint8Array
  /** Which word of the block each step takes. */
  word: Uint8Array
}

function stepsOf(): Steps {
  const indexes = Array.from({ length: 64 }, (_, i) => i)
  return {
    add: Int32Array.from(indexes, (i) => Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))) | 0),
    turn: Uint8Array.from(indexes, (i) => TURNS[i >> 4]![i & 3]!),
    word: Uint8Array.from(indexes, (i) => [i, 5 * i + 1, 3 * i + 5, 7 * i][i >> 4]! & 15),
  }
}

/** §3.4: one block of 64 bytes. */
function compress(state: Int32Array, { add, turn, word }: Steps, words: Int32Array, block: Uint8Array, at: number) {
  for (let t = 0, i = at; t < 16; t++, i += 4)
    words[t] = block[i]! | (block[i + 1]! << 8) | (block[i + 2]! << 16) | (block[i + 3]! << 24)
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  for (let t = 0; t < 64; t++) {
    const mixed = t < 16 ? d ^ (b & (c ^ d)) : t < 32 ? c ^ (d & (b ^ c)) : t < 48 ? b ^ c ^ d : c ^ (b | ~d)
    const sum = (a + mixed + add[t]! + words[word[t]!]!) | 0
    const n = turn[t]!
    a = d
    d = c
    c = b
    b = (b + ((sum << n) | (sum >>> (32 - n)))) | 0
  }
  state[0] = state[0]! + a
  state[1] = state[1]! + b
  state[2] = state[2]! + c
  state[3] = state[3]! + d
}
