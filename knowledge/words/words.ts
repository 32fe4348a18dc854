/** What a catalogue holds of each ground. Every language has the same keys; a test and the compiler compare. */
import type { CrimeNames, OffenceId } from '../grounds/crimes.ts'
import type { GroundId, StepId } from '../grounds/ground.ts'

export interface GroundWords {
  /** What the law is called, for her: one line. */
  title: string
  /** What it gives her, in one plain sentence. */
  gives: string
  /** What it tells about her, and to whom. Shown before she chooses. */
  exposes: string
  /** Why it comes where it comes in the plan, in one sentence. */
  because: string
  /** Why that time, in one sentence: "This law gives 48 hours …"; or that the law names none. */
  rule: string
  /** The one plain question for each element that is asked. `id.minor`, `id.agent`, `id.parent` where they differ. */
  questions: Readonly<Record<string, string>>
  /** What stands for an answer that is missing, without brackets: "your name". Keys as in `questions`. */
  gaps: Readonly<Record<string, string>>
  /** Words of the choices of an element: `element:choice`. */
  choices: Readonly<Record<string, string>>
  /** Each step after refusal or silence: what it is called, and what she can expect of it, in a sentence or two. */
  steps: Readonly<Partial<Record<StepId, { title: string; what: string }>>>
  /**
   * The letter: `subject`, `title` and `law` first, then a text for each `say` of the ground's plan. Of a later step:
   * `complaint.subject`, `complaint.title` and so on. Formal; `{…}` is filled in.
   */
  letter: Readonly<Record<string, string> & { subject: string; title: string; law: string }>
}

export type AllGroundWords = Record<GroundId, GroundWords>

/** The same keys as another language's catalogue: one that is missing or too many does not compile. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

/** Criminal law by name: `names` as they stand in a sentence after "under", `offences` as a police report files them. */
export interface CrimeWords {
  names: CrimeNames
  offences: Readonly<Record<OffenceId, string>>
  /** `{level}`, `{least}`, `{most}`: years of prison, as information. */
  level: string
  /** `{articles}`: which law counts for facts from before the new Code. */
  before: string
  /** Which service of the police is specialised. */
  unit: string
}
