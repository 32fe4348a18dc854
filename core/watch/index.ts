/**
 * Watching a place: what single looks add up to, and when to look again. One pure step, so that no order of looks leaves
 * the machine.
 *
 * ```
 * unseen ─► up, not-public ─► gone ─► up (it is back)
 *   └─────────────────────────►┘
 * ```
 *
 * `gone` needs two looks that say so, an hour apart, with none between that says otherwise. What is not clear changes
 * nothing.
 */
import type { Random } from '../ports.ts'

/** What one look says: `Liveness` of knowledge/platforms/. */
export type Sign = 'up' | 'gone' | 'not-public' | 'unknown'

export interface Standing {
  /** What is established. */
  state: 'unseen' | 'up' | 'not-public' | 'gone'
  /** When it was established, in ms since 1970; of `unseen`, when the watch began. */
  since: number
  /** The last look, and what it said. */
  lookedAt: number | null
  sign: Sign | null
  /** The first of the looks that say it is gone, when one alone has said so yet. */
  goneFirstAt: number | null
  /** She says that it is still there: only after it was seen up again looks may say that it is gone. */
  contested: boolean
}

/** What a look changes that she is to be told. */
export type Change = 'gone' | 'back' | null

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Two signs that something is gone are this far apart. */
export const apartMs = hour

export function beginWatch(at: number): Standing {
  return { state: 'unseen', since: at, lookedAt: null, sign: null, goneFirstAt: null, contested: false }
}

/** The next standing after a look. A look that is older than the last one changes nothing. */
export function see(from: Standing, { sign, at }: { sign: Sign; at: number }): { to: Standing; change: Change } {
  if (from.lookedAt !== null && at < from.lookedAt) return { to: from, change: null }
  const looked = { ...from, lookedAt: at, sign }
  switch (sign) {
    case 'unknown':
      return { to: looked, change: null }
    case 'up': {
      const isBack = from.state === 'gone'
      const since = from.state === 'up' ? from.since : at
      return {
        to: { ...looked, state: 'up', since, goneFirstAt: null, contested: false },
        change: isBack ? 'back' : null,
      }
    }
    case 'not-public': {
      // Behind a login there may be anything: what was gone is not called back for it.
      const state = from.state === 'gone' ? 'gone' : 'not-public'
      const since = from.state === state ? from.since : at
      return { to: { ...looked, state, since, goneFirstAt: null }, change: null }
    }
    case 'gone': {
      if (from.state === 'gone' || from.contested) return { to: looked, change: null }
      if (from.goneFirstAt === null) return { to: { ...looked, goneFirstAt: at }, change: null }
      if (at - from.goneFirstAt < apartMs) return { to: looked, change: null }
      return { to: { ...looked, state: 'gone', since: at, goneFirstAt: null }, change: 'gone' }
    }
  }
}

/** She says that it is still there, whatever was seen. */
export function contest(from: Standing, at: number): Standing {
  return { ...from, state: 'up', since: at, goneFirstAt: null, contested: true }
}

/**
 * When to look again, in ms since 1970; null: never. Hourly for a week, daily for seven more, then weekly, and for at
 * least twelve months after it was gone; counted from when the watch began, or from when it was seen to be gone. It
 * depends on nothing but what anybody can see of the place: whether a notice has named it does not show.
 *
 * @param chance from 0 to 1: looks are spread over the quarter of an interval that follows
 */
export function nextLook(
  of: Standing & { begunAt: number },
  { at, chance }: { at: number; chance: number },
): number | null {
  const from = of.state === 'gone' ? of.since : of.begunAt
  const age = at - from
  if (of.state === 'gone' && age > 400 * day) return null
  const every = of.goneFirstAt !== null || age < 7 * day ? hour : age < 8 * 7 * day ? day : 7 * day
  return Math.round(at + every * (1 + chance / 4))
}

/** From 0 to 1, by chance. */
export function chanceFrom(random: Random): number {
  const [high = 0, low = 0] = random(2)
  return (high * 256 + low) / 65_535
}
