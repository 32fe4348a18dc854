/** What a letter is made from, and what it is made of. */
import type { AgeBand, Lang } from '#core/case/types.ts'
import type { Location } from '#core/location/types.ts'
import type { Facts } from '../facts.ts'
import type { GroundId } from '../grounds/ground.ts'

/** How the place came to light. Neither her fingerprint nor the notice's own words go into a letter. */
export interface Found {
  kind: 'pdq' | 'vpdq' | 'sha256' | 'md5' | 'cid' | 'url' | 'name' | 'engine'
  /** When the notice says it was published, in ms since 1970. */
  at: number
  /** What else tells the object apart there: message ids, file names. Digests are left out. */
  identifiers?: readonly string[]
}

export interface LetterInput {
  location: Location
  routeId: string
  ground: GroundId
  lang: Lang
  ageBand: AgeBand
  /** ISO 3166-1; hers, for the rule of criminal law that the letter names. */
  country: string
  /** Null: she named the place herself. */
  found: Found | null
  /** The request that was sent before, when the same was gone and has come again. */
  earlier?: { reference: string; sentAt: number }
  /** Her answers by element id, as she wrote them. */
  answers: Record<string, string>
  /** Ours, for the recipient's answer; says nothing about her. */
  reference: string
  /** In ms since 1970. */
  writtenAt: number
  /** The installation's routes; without them, ours. */
  routes?: Facts['routes']
}

export interface Letter {
  subject: string
  /** Plain text, one line a paragraph. */
  text: string
  /** The recipient's e-mail address, where the route has one. */
  to: string | null
  /** Ids of required elements that stand as a bracketed gap. */
  missing: string[]
  /** Ids of the elements that the text holds. */
  present: string[]
}

/** One block of a letter, and the elements of the ground that it fills, or leaves open. */
export interface Block {
  text: string
  present?: string[]
  missing?: string[]
}

export interface Section {
  heading: string
  blocks: Block[]
}
