/** Front door: which enrolled values a page of published ones meets, nearly or exactly. Imports nothing outside. */

export { createExactIndex, type ExactIndex } from './exact-index.ts'
export type { Found, HammingIndex } from './hamming-index.ts'
export { createLinearIndex } from './linear-index.ts'
export { createHammingIndex } from './segment-index.ts'
