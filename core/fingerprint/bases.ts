/**
 * Bytes as text: hexadecimal, and the bases in which CIDs are written (multibase table, github.com/multiformats/multibase).
 * A message never repeats the text: it may be a fingerprint.
 */

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'
const BASE32_HEX = '0123456789abcdefghijklmnopqrstuv'
const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz'
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const BASE64_URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const HEX = '0123456789abcdef'

/** Lower-case hexadecimal digits. */
export function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += HEX[byte >> 4]! + HEX[byte & 15]!
  return text
}

/** Bytes of an even number of hexadecimal digits, upper or lower case. Throws SyntaxError for anything else. */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2) throw new SyntaxError(`hexadecimal digits come in pairs, here are ${text.length}`)
  return fromBits(text.toLowerCase(), HEX)
}

/** Base58 as Bitcoin and IPFS write it. */
export function base58(bytes: Uint8Array): string {
  let zeros = 0
  while (zeros < bytes.length && bytes[zeros] === 0) zeros++
  const digits = rebase(bytes.subarray(zeros), 256, 58)
  return '1'.repeat(zeros) + Array.from(digits, (digit) => BASE58[digit]!).join('')
}

/** Throws SyntaxError for a character outside the alphabet. Takes time in the square of the length: bound it before. */
export function fromBase58(text: string): Uint8Array {
  return fromDigits(text, BASE58)
}

/** Base32 (RFC 4648 §6), lower case, no padding. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += BASE32[(held >> (bits - 5)) & 31]!
    held &= (1 << bits) - 1
  }
  return bits ? text + BASE32[(held << (5 - bits)) & 31]! : text
}

/** Base64 (RFC 4648 §4 or §5), padded or not. */
export function fromBase64(text: string): Uint8Array {
  return fromBits(text.replace(/={1,2}$/, ''), /[-_]/.test(text) ? BASE64_URL : BASE64)
}

/** Text with its multibase prefix. Throws SyntaxError for an unknown prefix or a character outside its alphabet. */
export function fromMultibase(text: string): Uint8Array {
  const body = text.slice(1)
  switch (text[0]) {
    case 'b':
      return fromBits(body, BASE32)
    case 'B':
      return fromBits(body.toLowerCase(), BASE32)
    case 'v':
      return fromBits(body, BASE32_HEX)
    case 'V':
      return fromBits(body.toLowerCase(), BASE32_HEX)
    case 'c':
      return fromBits(body.replace(/=+$/, ''), BASE32)
    case 'C':
      return fromBits(body.replace(/=+$/, '').toLowerCase(), BASE32)
    case 'f':
    case 'F':
      return fromHex(body)
    case 'k':
      return fromDigits(body, BASE36)
    case 'K':
      return fromDigits(body.toLowerCase(), BASE36)
    case 'z':
      return fromDigits(body, BASE58)
    case 'm':
    case 'M':
      return fromBits(body.replace(/={1,2}$/, ''), BASE64)
    case 'u':
    case 'U':
      return fromBits(body.replace(/={1,2}$/, ''), BASE64_URL)
    default:
      throw new SyntaxError('begins with no multibase prefix that is in use (b, z, k, f, u, …)')
  }
}

/** Bases whose digits are whole bits. Leftover bits must be fewer than a digit and zero, so that a text has one value. */
function fromBits(text: string, alphabet: string): Uint8Array {
  const width = Math.log2(alphabet.length)
  const bytes = new Uint8Array(Math.floor((text.length * width) / 8))
  let held = 0
  let bits = 0
  let at = 0
  for (let i = 0; i < text.length; i++) {
    held = (held << width) | digitAt(text, i, alphabet)
    bits += width
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = held >> bits
    held &= (1 << bits) - 1
  }
  if (bits >= width || held) throw new SyntaxError('is cut short or has a character too many at its end')
  return bytes
}

/** Bases whose digits are not whole bits: leading zeros count one byte each, the rest is one large number. */
function fromDigits(text: string, alphabet: string): Uint8Array {
  const digits = Uint8Array.from({ length: text.length }, (_, i) => digitAt(text, i, alphabet))
  let zeros = 0
  while (zeros < digits.length && digits[zeros] === 0) zeros++
  const number = rebase(digits.subarray(zeros), alphabet.length, 256)
  const bytes = new Uint8Array(zeros + number.length)
  bytes.set(number, zeros)
  return bytes
}

function digitAt(text: string, i: number, alphabet: string): number {
  const digit = alphabet.indexOf(text[i]!)
  if (digit < 0) throw new SyntaxError(`has a character that does not belong, in place ${i + 1}`)
  return digit
}

/** A number's digits, most significant first, from one base to another. */
function rebase(digits: Uint8Array, from: number, to: number): Uint8Array {
  const out: number[] = []
  for (const digit of digits) {
    let carry = digit
    for (let i = 0; i < out.length; i++) {
      carry += out[i]! * from
      out[i] = carry % to
      carry = Math.floor(carry / to)
    }
    for (; carry; carry = Math.floor(carry / to)) out.push(carry % to)
  }
  return Uint8Array.from(out.reverse())
}
