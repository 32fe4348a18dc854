/** Decode: a picture file's bytes as pixels, as PDQ takes them. Bounded, so that a bomb costs no more than a picture. */
import sharp, { type Sharp } from 'sharp'
import { Malformed } from '#core/errors.ts'
import type { Pixels } from '#core/fingerprint/index.ts'

export interface Decoded {
  /** Upright, 8 bits a colour, as stored: no colour profile applied, alpha dropped. */
  pixels: Pixels
  /** The same over white, as a site shows it that has no transparency. Only where some pixel is see-through. */
  overWhite: Pixels | undefined
}

const readable = 'JPEG, PNG, WebP, GIF or AVIF'
const kinds = new Set(['JPEG', 'PNG', 'WebP', 'GIF', 'AVIF'])

/** Enough to tell kinds apart: two packets of an MPEG transport stream, and a few bytes. */
export const headBytes = 512

/**
 * Decodes a JPEG, PNG, WebP, GIF (its first frame) or AVIF.
 *
 * @throws Malformed for what is no such picture, with what to do
 */
export async function decodePicture(bytes: Uint8Array, { mostPixels }: { mostPixels: number }): Promise<Decoded> {
  const kind = kindOf(bytes)
  if (!kinds.has(kind)) throw new Malformed(adviceFor(kind))
  // `ignoreIcc`: PDQ takes the stored colours. `failOn`: half a picture has a hash of its own, which matches nothing.
  const decoder = (): Sharp =>
    sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', ignoreIcc: true, pages: 1 }).autoOrient()
  try {
    const { hasAlpha } = await decoder().metadata()
    const isOpaque = !hasAlpha || (await decoder().stats()).isOpaque
    return {
      pixels: await toPixels(decoder().removeAlpha()),
      overWhite: isOpaque ? undefined : await toPixels(decoder().flatten({ background: '#ffffff' })),
    }
  } catch (cause) {
    if (cause instanceof Malformed) throw cause
    if (cause instanceof Error && /pixel limit/.test(cause.message))
      throw new Malformed(`This picture has more than ${mostPixels / 1e6} million pixels: make a smaller copy.`, {
        cause,
      })
    throw new Malformed(`This ${kind} file is damaged or cut short: open it in a picture program and save it again.`, {
      cause,
    })
  }
}

async function toPixels(picture: Sharp): Promise<Pixels> {
  // To sRGB, a 16-bit sample becomes its high byte, and grey becomes three equal colours.
  const { data, info } = await picture
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  if (channels === 3) return { width, height, data, channels }
  if (channels !== 1) throw new Malformed(`This picture has ${channels} channels: save it again as JPEG or PNG.`)
  const rgb = new Uint8Array(data.length * 3)
  for (const [i, grey] of data.entries()) rgb.fill(grey, i * 3, i * 3 + 3)
  return { width, height, data: rgb, channels: 3 }
}

/** What a file is, by its first bytes; its name may say anything. */
export function kindOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, headBytes)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'JPEG'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'PNG'
  if (/^RIFF.{4}WEBP/s.test(head)) return 'WebP'
  if (/^GIF8[79]a/.test(head)) return 'GIF'
  if (head.slice(4, 8) === 'ftyp') {
    // ISO 14496-12 §4.3: the brand, and those it is compatible with.
    const brands = head.slice(8, Math.min(64, bytes.length > 3 ? Buffer.from(bytes).readUInt32BE(0) : 0))
    if (/avif|avis/.test(brands)) return 'AVIF'
    return /hei[cxms]|hev[cx]|mif1/.test(brands) ? 'HEIC' : 'video'
  }
  if (videos.some((begins) => [...begins].every((byte, i) => byte === '.' || byte === head[i]))) return 'video'
  if (head.startsWith('%PDF')) return 'PDF'
  if (/^\s*(?:<\?xml|<svg|<!doctype svg)/i.test(head.replace(/^\xef\xbb\xbf/, ''))) return 'SVG'
  return 'unknown'
}

/** How they begin; `.` is any byte. */
const videos = [
  ...['....moov', '....mdat', '....wide', '....free', '....skip'], // QuickTime before it had brands
  '\x1aE\xdf\xa3', // Matroska and WebM
  'RIFF....AVI ',
  `G${'.'.repeat(187)}G`, // MPEG transport stream
  '\0\0\x01\xba', // MPEG program stream
  'FLV\x01',
  'OggS',
  '0&\xb2u\x8ef\xcf\x11', // ASF: Windows Media
]

function adviceFor(kind: string): string {
  if (kind === 'HEIC') return `HEIC pictures cannot be read yet: save it as ${readable} first.`
  if (kind === 'video') return `This is a video: give a picture (${readable}).`
  if (kind === 'PDF' || kind === 'SVG') return `${kind} is a drawing, not a picture: save it as ${readable} first.`
  return `This is neither a picture nor a video that can be read: give a ${readable} file, or a video such as MP4.`
}
