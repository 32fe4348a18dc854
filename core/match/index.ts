/** Front door: which enrolled values a page of published ones meets, nearly or exactly. Imports nothing outside. */

export { createHammingIndex, restoreHammingIndex } from './create.ts'
export { createExactIndex, type ExactIndex } from './exact-index.ts'
export { createFrameIndex, type FrameIndex, type FrameMatch } from './frame-index.ts'
export type { Found, HammingIndex, KeptIndex } from './hamming-index.ts'
export { type Lane, type LaneAnswer, type LaneRequest, openLanes, type ParallelSearch, serveLane } from './lanes.ts'
export { createLinearIndex } from './linear-index.ts'
