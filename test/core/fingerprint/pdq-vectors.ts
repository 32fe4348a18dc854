/** The published pictures and answers of test/vectors/pdq, decoded. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { FormName, Pixels } from '#core/fingerprint/index.ts'

export interface Answer {
  pdq: string
  quality: number
  dihedral: Record<FormName, string>
  dihedralQuality?: number
}

export interface Vector extends Answer {
  file: string
  rgbSha256: string
  cli512?: Answer
  alphaVariants?: Record<'overWhite' | 'overBlack', Answer>
}

const folder = fileURLToPath(new URL('../../vectors/pdq/', import.meta.url))

export const vectors: Vector[] = JSON.parse(readFileSync(`${folder}vectors.json`, 'utf8'))

export const bytesOf = (file: string): Uint8Array => readFileSync(folder + file)

/** R, G, B as stored: 16 bits cut to the high byte, alpha dropped. */
export async function decode(file: string): Promise<Pixels> {
  const image = sharp(folder + file).toColourspace('srgb')
  const { data, info } = await image.removeAlpha().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data, channels: 3 }
}

/** The same with alpha. */
export async function decodeWithAlpha(file: string): Promise<Pixels> {
  const image = sharp(folder + file).toColourspace('srgb')
  const { data, info } = await image.ensureAlpha().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data, channels: 4 }
}
