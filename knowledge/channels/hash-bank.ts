/** What readers of hash banks share: strict fingerprints, and an honest count of what cannot be compared here. */

import { isEmptyContent, parseFingerprint } from '#core/fingerprint/index.ts'
import type { Entry, PublishedFingerprint } from './channel.ts'

/** @throws SyntaxError with what was expected; it never repeats the text */
export function readBankPrint(type: 'pdq' | 'md5' | 'sha256', text: string): PublishedFingerprint {
  const print = parseFingerprint(type, text)
  if (isEmptyContent(print.value)) throw new SyntaxError('that of an empty file, which would match every empty file')
  return print
}

/** Never throws: what is wrong with one entry is quarantined with the entry's own text, its neighbours are not. */
export function guarded(raw: string, read: () => Entry[]): Entry[] {
  try {
    return read()
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'cannot be read'
    return [{ type: 'malformed', raw: raw.slice(0, 4_000), reason: reason.slice(0, 300) }]
  }
}

/** How often something came that is kept out of the comparison, by our own word for it. */
export type Tally = Record<string, number>

export function addTo(tally: Tally, what: string): void {
  tally[what] = (tally[what] ?? 0) + 1
}

/** Empty where there is nothing to tell, which takes an earlier warning back. */
export function tellTally(tally: Tally): string {
  const told = Object.entries(tally).map(([what, count]) => `${what} (${count})`)
  return told.length === 0 ? '' : `Kept, or left out, without being compared: ${told.join(', ')}.`
}

/** As many entries as the match stage takes at a time; always at least one part, so that a cursor can move. */
export function* inParts(entries: readonly Entry[]): Generator<{ part: Entry[]; last: boolean }> {
  const most = 4_000
  for (let at = 0; ; at += most) {
    const last = at + most >= entries.length
    yield { part: entries.slice(at, at + most), last }
    if (last) return
  }
}
