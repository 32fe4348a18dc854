import type { Messages } from './en.ts'
import { before } from './fr-before.ts'
import { withFile } from './fr-file.ts'

/** How the reader is addressed: adults `vous`, those who are minors in the picture `tu`. */
export type Choose = (vous: string, tu: string) => string

/** French, in both forms of address, so that neither can be forgotten. No form of a word tells the reader's gender. */
const french = (y: Choose): Messages => ({ ...before(y), ...withFile(y) })

export const fr: Messages = french((vous) => vous)
export const frTu: Messages = french((_vous, tu) => tu)
