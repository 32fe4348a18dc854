/**
 * Real pictures that ship in an installed package: 13 photographs in the tests of `blockhash` (MIT), of which 12 are of
 * the J. Paul Getty Museum's Open Content Program and one is from Wikimedia Commons (its `sources.txt`).
 */
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { Picture } from './pictures.ts'

const folder = fileURLToPath(new URL('../../node_modules/blockhash/test/data/', import.meta.url))

export async function photos(): Promise<Picture[]> {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.jpg'))
  return Promise.all(
    names.map(async (name) => {
      const image = sharp(folder + name)
        .removeAlpha()
        .toColourspace('srgb')
        .raw()
      const { data, info } = await image.toBuffer({ resolveWithObject: true })
      const pixels = { width: info.width, height: info.height, data: Uint8Array.from(data), channels: 3 as const }
      return { name: `photo ${name}`, kind: 'photo', pixels }
    }),
  )
}
