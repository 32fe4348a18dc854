/** What is kept of a look to know the same content when it is back elsewhere. */
import { hex, sha256 } from '#core/fingerprint/index.ts'
import type { Marks } from './platform.ts'

/** Names and values that are there, none too long to keep. */
export function marksOf(values: Record<string, string | number | null | undefined>): Marks {
  const marks: Marks = {}
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') marks[name] = `${value}`.slice(0, 4_000)
  }
  return marks
}

/** Many values as one short one, whatever their order. */
export function digestOf(values: readonly (string | number)[]): string {
  return hex(sha256(new TextEncoder().encode(values.map(String).sort().join('\n'))))
}

/** Both looks saw this, and it is the same. */
export function same(before: Marks, after: Marks, mark: string): boolean {
  return before[mark] !== undefined && before[mark] === after[mark]
}

/**
 * A group's name as the same people write it again: without case, accents, emoji and signs, with digits that stand for
 * letters read as letters, and without the words that say it is another copy (`v2`, `backup`). Empty where too little is
 * left to know it by.
 */
export function foldName(name: string): string {
  const words = name
    .slice(0, 500)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}@$]+/u)
    .filter((word) => !/^(?:v|vol|part)?\d{1,3}$|^(?:backup|reserve|new|official|reborn|reupload|the)$/.test(word))
  const folded = words.join('').replace(/[0134578@$]/g, (sign) => letters[sign] ?? sign)
  return folded.length >= 4 ? folded : ''
}

const letters: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', '@': 'a', $: 's' }
