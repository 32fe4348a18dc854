/** Which frames of a clip are hashed: one a second, and of more than an hour as many at even steps. */
import { MAX_ENROLLED_FRAMES } from '#core/fingerprint/index.ts'

/** The end itself is often not a frame. */
const beforeEndS = 0.05

/** How many, and every how many seconds, of a clip that ends after so many. */
export type FramesOf = (seconds: number) => { count: number; step: number }

export const framesOf: FramesOf = (seconds) => {
  const step = Math.max(1, seconds / MAX_ENROLLED_FRAMES)
  return { count: Math.max(1, Math.ceil((seconds - beforeEndS) / step)), step }
}
