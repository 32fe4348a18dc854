/** Which of several wordings of one text fits: by her age band, and by who speaks. */
import { type AgeBand, isMinor } from '#core/case/types.ts'
import type { VoiceKind } from '../grounds/ground.ts'

/**
 * The most fitting text of `key`: the one for this voice and for minors, then for this voice, then for minors, then any.
 * Null: there is none. Empty: there is one, and it says that nothing is to be said.
 */
export function wordsFor(
  words: Readonly<Record<string, string>>,
  key: string,
  { ageBand, voice }: { ageBand: AgeBand; voice: VoiceKind | { kind: VoiceKind } },
): string | null {
  const kind = typeof voice === 'string' ? voice : voice.kind
  const age = isMinor(ageBand) ? ['.minor'] : []
  // The parent of an adult acts as anybody does whom she has asked.
  const kinds = kind === 'self' ? [] : kind === 'parent' && age.length === 0 ? ['.parent', '.agent'] : [`.${kind}`]
  const candidates = [...age.flatMap((minor) => kinds.map((of) => `${minor}${of}`)), ...kinds, ...age, '']
  for (const end of candidates) {
    const text = words[`${key}${end}`]
    if (text !== undefined) return text
  }
  return null
}
