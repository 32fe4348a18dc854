import { before } from './de-before.ts'
import { withFile } from './de-file.ts'
import type { Messages } from './en.ts'

/** How the reader is addressed: adults `Sie`, those who are minors in the picture `du`. */
export type Choose = (sie: string, du: string) => string

/**
 * German, in both forms of address, so that neither can be forgotten. No form of a word tells the reader's gender, and
 * those who run a site are never `sie`: at the head of a sentence that would read as the reader herself.
 */
const german = (y: Choose): Messages => ({ ...before(y), ...withFile(y) })

export const de: Messages = german((sie) => sie)
export const deDu: Messages = german((_sie, du) => du)
