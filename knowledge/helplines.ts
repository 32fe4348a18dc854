/** Who helps: a person to talk to first, then who takes reports, the police, and services that block by hash. */

import type { Lang } from '#core/case/types.ts'
import { type AgeBand, isMinor } from '#core/case/types.ts'
import { benelux } from './helplines/benelux.ts'
import type { Help, Helpline } from './helplines/helpline.ts'
import { others } from './helplines/others.ts'

export type { Help } from './helplines/helpline.ts'

export const helplines: readonly Helpline[] = [...benelux, ...others]

const kinds = ['talk', 'report', 'police', 'block'] as const

/**
 * Whom to talk to and who helps, best first; never empty. A person to talk to comes first, for a minor one for minors;
 * then reports, the police, and services that block by hash. Within each, those that speak her language come first.
 */
export function helpFor({ country, ageBand, lang }: { country: string; ageBand: AgeBand; lang: Lang }): Help[] {
  const hers = isMinor(ageBand) ? 'minors' : 'adults'
  return helplines
    .filter((line) => (line.country ?? country) === country && (line.for === 'all' || line.for === hers))
    .map((line) => ({ line, rank: rank(line) }))
    .sort((a, b) => a.rank - b.rank) // stable: the list's own order decides the rest
    .map(({ line: { id, name, phone, url, what } }) => ({ id, name, phone, url, what: what[lang] }))

  function rank(line: Helpline): number {
    const general = line.for === hers ? 0 : 1
    const foreign = line.speaks.includes(lang) ? 0 : 1
    return kinds.indexOf(line.kind) * 4 + (isMinor(ageBand) ? general * 2 + foreign : foreign * 2)
  }
}
