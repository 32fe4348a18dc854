/** How large a picture is, from the first bytes of its file: known before anything is decoded, so that memory is kept. */

export interface FileSides {
  width: number
  height: number
}

/** Bytes of a file's beginning in which its sides stand; a JPEG may carry some hundred kilobytes before them. */
export const HEAD_BYTES = 512 * 1024

/** Of a JPEG, PNG, GIF or WebP; null for anything else, or where the file does not say it in these bytes. */
export function sidesOfFile(bytes: Uint8Array): FileSides | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (bytes.length < 30) return null
  if (text(1, 4) === 'PNG') return { width: view.getUint32(16), height: view.getUint32(20) }
  if (text(0, 3) === 'GIF') return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return sidesOfWebp(view, text(12, 16))
  return view.getUint16(0) === 0xffd8 ? sidesOfJpeg(view) : null
}

/** RFC 9649 §2.5 to §2.7: lossy, lossless, and extended files say it in three ways. */
function sidesOfWebp(view: DataView, chunk: string): FileSides | null {
  if (chunk === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (chunk !== 'VP8X') return null
  return { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 }
}

/** ITU-T T.81 §B.2.2: markers with their lengths, until the one that begins a frame. */
function sidesOfJpeg(view: DataView): FileSides | null {
  for (let at = 2; at + 9 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
  }
  return null
}
