/** A picture file on this machine, decoded as PDQ takes it. Nothing of it leaves this process but what is derived. */
import { readFile, stat } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { Malformed } from '#core/errors.ts'
import type { Pixels } from '#core/fingerprint/index.ts'

export interface PictureFile {
  bytes: Uint8Array
  /** Upright, 8 bits a colour, as stored: no colour profile applied, alpha dropped. */
  pixels: Pixels
  /** The same over white, as a site shows it that has no transparency. Only where some pixel is see-through. */
  overWhite: Pixels | undefined
}

/** Longest file and greatest picture that are read: more than any phone makes, and less than a bomb. */
const mostBytes = 200 * 1024 * 1024
const mostPixels = 300_000_000

/**
 * Reads a JPEG, PNG, WebP, GIF (its first frame) or AVIF file.
 *
 * @throws Malformed for what is no such picture, with what to do.
 */
export async function readPicture(path: string): Promise<PictureFile> {
  const bytes = await readBounded(path)
  const kind = kindOf(bytes)
  if (!kinds.has(kind)) throw new Malformed(`${adviceFor(kind)}`)
  try {
    const { hasAlpha, isOpaque } = await transparencyOf(bytes)
    const pixels = await decode(open(bytes).removeAlpha())
    const overWhite = hasAlpha && !isOpaque ? await decode(open(bytes).flatten({ background: '#ffffff' })) : undefined
    return { bytes, pixels, overWhite }
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

async function readBounded(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > mostBytes)
      throw new Malformed(`This file is larger than ${mostBytes / 2 ** 20} MB: make a smaller copy.`)
    return await readFile(path)
  } catch (cause) {
    if (cause instanceof Malformed) throw cause
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    const why = { ENOENT: 'There is no such file.', EISDIR: 'This is a folder: name the files in it.' }[String(code)]
    throw new Malformed(why ?? `This file cannot be read (${code}).`, { cause })
  }
}

const open = (bytes: Uint8Array): Sharp =>
  // `ignoreIcc`: PDQ takes the stored colours. `failOn`: half a picture has a hash of its own, which matches nothing.
  sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', ignoreIcc: true, pages: 1 }).autoOrient()

async function transparencyOf(bytes: Uint8Array): Promise<{ hasAlpha: boolean; isOpaque: boolean }> {
  const { hasAlpha } = await open(bytes).metadata()
  return { hasAlpha, isOpaque: !hasAlpha || (await open(bytes).stats()).isOpaque }
}

async function decode(picture: Sharp): Promise<Pixels> {
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

const kinds = new Set(['JPEG', 'PNG', 'WebP', 'GIF', 'AVIF'])

/** What a file is, by its first bytes; its name may say anything. */
function kindOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
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
  if (head.startsWith('\x1aE\xdf\xa3')) return 'video'
  if (head.startsWith('%PDF')) return 'PDF'
  if (/^\s*(?:<\?xml|<svg|<!doctype svg)/i.test(head.replace(/^\xef\xbb\xbf/, ''))) return 'SVG'
  return 'unknown'
}

function adviceFor(kind: string): string {
  const readable = 'JPEG, PNG, WebP, GIF or AVIF'
  if (kind === 'HEIC') return `HEIC pictures cannot be read yet: save it as ${readable} first.`
  if (kind === 'video') return `This is a video or an unknown container; only pictures can be read (${readable}).`
  if (kind === 'PDF' || kind === 'SVG') return `${kind} is a drawing, not a picture: save it as ${readable} first.`
  return `This is not a picture that can be read: give a ${readable} file.`
}
