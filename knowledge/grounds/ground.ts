/**
 * A ground is a legal ground for removal: who may use it, against whom, what a valid request must contain, the time it
 * sets, and what follows refusal or silence. Nearly all data; its words stand in the catalogues (knowledge/words), so
 * that no sentence of law is made by code.
 */
import type { AgeBand } from '#core/case/types.ts'
import type { Location } from '#core/location/types.ts'
import type { Period } from '#core/request/deadline.ts'
import type { Route } from '../platforms/platform.ts'

export const groundIds = [
  'dsa16',
  'terms',
  'tida',
  'uk20a',
  'gdpr17',
  'gdpr17s',
  'hdca24',
  'it144bis',
  'esaepd',
  'dmca',
  'abuse',
  'be39bis',
  'be584',
] as const
export type GroundId = (typeof groundIds)[number]

/** Who can be asked. `platform` is also a forum, a website or a file share: whoever runs the place itself. */
export const recipientKinds = [
  'platform',
  'host',
  'delivery-network',
  'registrar',
  'search-engine',
  'archive',
  'uploader',
  'authority',
  'court',
  'organisation',
] as const
export type RecipientKind = (typeof recipientKinds)[number]

/** Who speaks in the letter: the person shown, a parent or guardian, or somebody whom she has mandated. */
export type VoiceKind = 'self' | 'parent' | 'agent'

export interface Element {
  /** Stable, e.g. `dsa16.location`; never renumbered. */
  id: string
  /** The law asks for it; the request works better with it; or it must not be there. */
  need: 'required' | 'helpful' | 'absent'
  /**
   * Only the person can fill it: its question is `questions[id]` of the ground's words, in plain words. Without it, the
   * letter's own text fills it (`fills` of a block) from what is known. `yes` is a confirmation: without it the ground
   * is not used, even where the law itself does not ask for it (`helpful`).
   */
  asked?: 'text' | 'yes' | 'one-of'
  /** For `one-of`: what may be answered; for `text`: sentences to choose from instead. Words in `choices[id]`. */
  choices?: readonly string[]
  /** What stands for the answer until she gives another: the choice that tells least about her. */
  otherwise?: string
  /** Whether an answer will do, so that the recipient cannot refuse it for form. `name-and-mail` wants both. */
  check?: 'name' | 'mail' | 'name-and-mail' | 'contact' | 'url' | 'words'
}

/** What is known when a ground is weighed. Countries are ISO 3166-1 alpha-2. */
export interface Situation {
  ageBand: AgeBand
  /** Where the person lives. */
  country: string
  voice: VoiceKind
  recipient: {
    kind: RecipientKind
    /** The platform of the location. */
    platform: string
    /** Routes of the recipient that can be used for this location and this age. */
    routes: readonly Route[]
  }
  location: Location
}

export interface Offer {
  /** Lower is earlier. */
  order: number
  /** False: it is not certain that this law binds this recipient. Shown so. */
  sure: boolean
}

/** What is done next when they refuse or stay silent. Words: `steps[id]` of the ground's words. */
export interface Step {
  id: StepId
  after: readonly ('refused' | 'silent')[]
  /** `same`: the same recipient once more. Others are looked up for the country in knowledge/authorities.ts. */
  to: 'same' | 'coordinator' | 'out-of-court-body' | 'data-protection-authority' | 'ftc' | 'ofcom' | 'netsafe' | 'court'
  /** How long it stays open, from the day on which they told their decision; null: no end is named. */
  openFor: Period | null
  /** How long whoever is asked has from receipt; null: the law names no time. */
  answerIn: Period | null
  /** In our own words only, no law: for a step without a text of its own a guide is shown. */
  letter?: readonly SectionPlan[]
}

export const stepIds = [
  'reminder',
  'complaint',
  'out-of-court',
  'coordinator',
  'authority',
  'ftc',
  'ofcom',
  'netsafe',
  'court',
] as const
export type StepId = (typeof stepIds)[number]

export interface Ground {
  id: GroundId
  /** Who may invoke it. `anyone` needs no mandate. `from` is the least age for doing it alone, in years. */
  invokers: readonly { who: 'anyone' | VoiceKind | 'organisation'; from?: number }[]
  /** Against whom. */
  against: readonly RecipientKind[]
  /** Whom it tells about her, besides the recipient. Words: `exposes`. */
  tells: readonly ('uploader' | 'authority' | 'public')[]
  /** The elements in this situation: what is required of an adult may have to be absent for a minor. */
  elements(of: Pick<Situation, 'ageBand' | 'voice'>): Element[]
  /** Whether its conditions hold, and how far before others it comes; null: not offered. */
  offered(of: Situation): Offer | null
  /** The recipient's time, and from which event it runs. Null: the law names no number. Words: `rule`. */
  deadline: { period: Period; from: 'received' | 'served' } | null
  /** After how many days without an answer we remind, where the law names no time. It is our reminder, no deadline. */
  remindAfterDays: number | null
  /** The state whose zone and holidays count where nothing better is known; null: elapsed hours, shown in her zone. */
  homeState: string | null
  /** A further period that the recipient may take, counted from receipt as one period (GDPR 12(3)). */
  extension?: Period
  /** How long after a counter-notice the content may be put back (17 U.S.C. 512(g)). */
  counterNotice?: Period
  /** Best first. */
  steps: readonly Step[]
  /** The letter, section by section. */
  letter: readonly SectionPlan[]
  /** `read`: in the text of the law, or in an authority's page or a law firm's note, or not read again. */
  sources: readonly { url: string; title: string; checked: string; read: 'law' | 'note' | 'unread' }[]
}

/** One section of a letter. `heading` is a key of `headings` in knowledge/words/…/letter.ts. */
export interface SectionPlan {
  heading: HeadingKey
  blocks: readonly BlockPlan[]
}

export type HeadingKey = 'where' | 'what' | 'why' | 'ask' | 'statement' | 'sender' | 'signature' | 'before' | 'data'

/**
 * One block.
 *
 * `say` is a key of the ground's `letter` words. The most fitting of `key.minor.agent`, `key.agent`, `key.minor` and `key`
 * that the catalogue has is taken (`minor` by age band; `parent`, `agent` by voice), and an empty text leaves the block
 * out. `{answer}` in it is her answer to the element in `answer`; `{recipient}`, `{country}`, `{reference}`, `{name}`
 * (who acts), `{organisation}` are filled as well.
 *
 * `part` is what every letter says in the same way: the locations, how they came to light, that it was asked before,
 * the criminal law of her country, who sends it, that somebody acts for her.
 */
export type BlockPlan = {
  /** Elements that this text fills. */
  fills?: readonly string[]
  when?: 'adult' | 'minor' | 'self' | 'agent' | 'parent'
} & (
  | { say: string; answer?: string }
  | {
      part:
        | 'locations'
        | 'found'
        | 'earlier'
        | 'crime'
        | 'category'
        | 'identity'
        | 'acting'
        | 'signature'
        | 'sent-before'
    }
)
