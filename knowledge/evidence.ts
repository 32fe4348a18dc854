/** What a pack of evidence says, in each language. */
import type { Lang } from '#core/case/types.ts'
import { evidence as de } from './words/de/evidence.ts'
import { evidence as en } from './words/en/evidence.ts'
import { evidence as fr } from './words/fr/evidence.ts'
import { evidence as nl } from './words/nl/evidence.ts'
import type { Same } from './words/words.ts'

export type EvidenceWords = Same<typeof en>

const catalogues: Record<Lang, EvidenceWords> = { en, fr, nl, de }

export function evidenceWords(lang: Lang): EvidenceWords {
  return catalogues[lang]
}
