/**
 * A clip that nobody took: six seconds of drawn scenes, the fourth as the third. `clip.webm` is it, encoded once:
 *
 *     node -e "import('./test/journeys/clip.ts').then(({ scenes, drawScene }) => scenes.forEach((scene) => {
 *       for (let i = 0; i < 5; i++) process.stdout.write(drawScene(scene).data) }))" |
 *       ffmpeg -f rawvideo -pix_fmt rgb24 -s 320x240 -r 5 -i - -c:v libvpx -b:v 60k -g 5 test/journeys/clip.webm
 *
 * `clip-turned.mp4` is the same as a phone films it that is held on its side: its frames lie, and the file says so. Of
 * the same frames, `-vf transpose=clock -c:v libvpx-vp9 -b:v 30k -g 15`, then `-c copy -metadata:s:v rotate=90`.
 */
import { readFile } from 'node:fs/promises'
import type { Pixels } from '#core/fingerprint/index.ts'
import type { Picture } from './person.ts'

const [width, height] = [320, 240]
export const scenes = [1, 2, 3, 3, 4, 5]

/** One scene: soft waves, whose directions and lengths are the scene's own. */
export function drawScene(scene: number): Pixels {
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const a = Math.sin(x / (7 + 3 * scene) + (y * scene) / 40)
      const b = Math.cos((x * scene) / 90 - y / (25 - 3 * scene))
      const c = Math.sin(((x - 40 * scene) ** 2 + (y - 120) ** 2) / (900 + 300 * scene))
      data.fill(Math.round(128 + 40 * (a + b + c)), (y * width + x) * 3, (y * width + x + 1) * 3)
    }
  return { width, height, data, channels: 3 }
}

export async function aClip(): Promise<Picture> {
  const buffer = await readFile(new URL('clip.webm', import.meta.url))
  return { name: 'holiday.webm', mimeType: 'video/webm', buffer }
}

export async function aTurnedClip(): Promise<Picture> {
  const buffer = await readFile(new URL('clip-turned.mp4', import.meta.url))
  return { name: 'holiday.mp4', mimeType: 'video/mp4', buffer }
}
