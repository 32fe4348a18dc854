/** The catalogues of everything that is said about law, in each language. */
import type { Lang } from '#core/case/types.ts'
import type { GroundId } from '../grounds/ground.ts'
import { words as de } from './de/index.ts'
import { words as en } from './en/index.ts'
import { words as fr } from './fr/index.ts'
import { words as nl } from './nl/index.ts'
import type { GroundWords, Same } from './words.ts'

export type Words = Same<typeof en>

const catalogues: Record<Lang, Words> = { en, fr, nl, de }

/** Everything that is said about law in this language. */
export function wordsOf(lang: Lang): Words {
  return catalogues[lang]
}

/** The rule of criminal law to name in an explanation, as it stands after "under"; null: none is certain enough. */
export function crimeName(country: string, minor: boolean, lang: Lang): string | null {
  const names: Record<string, { adults?: string; minors?: string }> = wordsOf(lang).crimes.names
  return names[country]?.[minor ? 'minors' : 'adults'] ?? null
}

/** What is said about one ground. */
export function groundWords(lang: Lang, id: GroundId): GroundWords {
  return wordsOf(lang).grounds[id]
}
