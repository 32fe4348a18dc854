/** A ground is a legal ground for removal: who may use it, against whom, what a valid request must contain. */
import type { AgeBand, Lang } from '#core/case/types.ts'
import type { Location } from '#core/location/types.ts'

export type GroundId = 'dsa16' | 'tida'

export interface Element {
  /** Stable, e.g. `dsa16.location`; never renumbered. */
  id: string
  /** The law asks for it; the request works better with it; or it must not be there. */
  need: 'required' | 'helpful' | 'absent'
  /** The one plain question that fills it, where only the person can. */
  question?: Record<Lang, string>
}

export interface Ground {
  id: GroundId
  title: Record<Lang, string>
  /** What it gives her, in one plain sentence. */
  gives: Record<Lang, string>
  /** What it tells about her, and to whom. Shown before she chooses. */
  exposes: Record<Lang, string>
  /** The elements for this age band: what is required of an adult may have to be absent for a minor. */
  elements(ageBand: AgeBand): Element[]
  /** Whether its conditions hold, and how far before others it comes (lower is earlier); null: not offered. */
  offered(facts: { location: Location; ageBand: AgeBand; country: string }): { order: number; sure: boolean } | null
  /** The recipient's deadline in milliseconds of elapsed time from receipt; null where the law names none. */
  deadlineMs: number | null
  /** Why that deadline, in one sentence. */
  rule: Record<Lang, string>
  sources: { url: string; title: string; checked: string }[]
}
