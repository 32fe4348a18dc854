/** What a letter is made from, and what it is made of. */
import type { AgeBand, Lang } from '#core/case/types.ts'
import type { Location } from '#core/location/types.ts'
import type { GroundId, HeadingKey, RecipientKind, StepId, VoiceKind } from '../grounds/ground.ts'

/** How the place came to light. Neither her fingerprint nor the notice's own words go into a letter. */
export interface Found {
  kind: 'pdq' | 'vpdq' | 'sha256' | 'md5' | 'cid' | 'url' | 'name' | 'engine'
  /** When the notice says it was published, in ms since 1970. */
  at: number
  /** What else tells the object apart there: message ids, file names. Digests are left out. */
  identifiers?: readonly string[]
}

/** Whoever the letter goes to, addressed for this very place. */
export interface Recipient {
  kind: RecipientKind
  /** As a letter names them, in its language. */
  name: string
  to: { form: string } | { email: string } | { unknown: true }
}

export interface Voice {
  kind: VoiceKind
  /** Who signs for her: a parent's or a caseworker's name. Empty: a gap, where the ground needs it. */
  name?: string
  organisation?: string
  contact?: string
}

export interface LetterInput {
  /** All of one host; at least one. */
  places: readonly { location: Location; found: Found | null }[]
  recipient: Recipient
  ground: GroundId
  /** A letter of a later step; without it, the request itself. */
  step?: StepId
  lang: Lang
  ageBand: AgeBand
  /** ISO 3166-1; hers, for the rule of criminal law that the letter names. */
  country: string
  voice: Voice
  /** The request that was sent before: when the same was gone and has come again, or of which this is a later step. */
  earlier?: { reference: string; sentAt: number }
  /** Of a later step that goes to somebody else: whom the request was sent to. */
  about?: string
  /** What they answered, for a later step: the day they refused, or null for silence. */
  refusedAt?: number | null
  /** Her answers by element id, as she wrote them. */
  answers: Readonly<Record<string, string>>
  /** Where answers come in without her address being told; stands for her contact where the ground allows it. */
  replyTo?: string
  /** Ours, for the recipient's answer; says nothing about her. */
  reference: string
  /** In ms since 1970. */
  writtenAt: number
}

export interface Letter {
  lang: Lang
  subject: string
  /** To, date, reference, title, law: one line each; an empty line between groups. */
  head: readonly string[]
  sections: readonly Section[]
  /** Plain text of head and sections, one line a paragraph. */
  text: string
  /** The recipient's e-mail address, where there is one. */
  to: string | null
  /** Ids of required elements that stand as a bracketed gap. */
  missing: readonly string[]
  /** Ids of the elements that the text holds. */
  present: readonly string[]
}

/** One block of a letter, and the elements of the ground that it fills, or leaves open. */
export interface Block {
  text: string
  present?: readonly string[]
  missing?: readonly string[]
}

export interface Section {
  key: HeadingKey
  heading: string
  blocks: readonly Block[]
}
