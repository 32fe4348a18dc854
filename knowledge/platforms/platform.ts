/** A platform is a place: how to recognise its locations, and by which routes a removal is asked there. */
import type { Lang } from '#core/case/types.ts'
import type { Location } from '#core/location/types.ts'
import type { Net, Now, Random } from '#core/ports.ts'
import type { GroundId } from '../grounds/ground.ts'

export interface Route {
  /** Stable within the platform, e.g. `report-form`. */
  id: string
  /** Who receives it, as a letter names them: a name, or words in each language. `{host}` is the location's host. */
  recipient: string | Record<Lang, string>
  /** In an e-mail address `{domain}` is the registrable domain of the location's host; without one the route is skipped. */
  to: { form: string } | { email: string } | { unknown: true }
  grounds: GroundId[]
  /** The hosts of the locations that it is for, of a platform that has many; without it, all. */
  at?: readonly string[]
  /** What the form or address wants besides the location. Keys of the message catalogue are not used: one per language. */
  asks?: Record<Lang, string>
  /** What it tells about her, and to whom, where that is more than the location: shown before she chooses it. */
  exposes?: Record<Lang, string>
  /** Whether it is offered in a case of somebody who is under 18 in the picture. Without it: yes. */
  minors?: false
  /** The operator has switched it off: requests that have it stay readable, and no new one is prepared for it. */
  off?: true
  source: string
  /** The day the fact was checked, `YYYY-MM-DD`. */
  checked: string
  /** How well the fact is known. `unconfirmed` is shown so. */
  sure: 'published' | 'reported' | 'unconfirmed'
}

export interface Platform {
  /** The file's name; stored in rows, so never renamed. */
  id: string
  name: string
  /** Registrable domains or exact hosts, lower case; empty for `website`, which takes what nobody else does. */
  hosts: string[]
  /** Hosts too many or too often new to list, e.g. numbered ones; matches the whole host. */
  hostPattern?: RegExp
  /** Its app's own address scheme, e.g. `discord:`. */
  scheme?: string
  /** Pasted → canonical address and object id; one test tries every example of every platform through the registry. */
  examples: [pasted: string, url: string, id: string][]
  /** `url` is as `parseAddress` gives it. Null: not an address of this platform's that names an object. */
  recognise(url: URL): Recognised
  /**
   * Software that anybody can run: it is recognised by the form of an address on any host, after every platform with
   * hosts of its own and before `website`. `hosts` then lists the instances that are known by name, if any.
   */
  anyHost?: true
  /** Where the key stands that opens the content: after the `#`, or as a parameter. It is for whoever runs the place alone. */
  key?: 'fragment' | { parameter: string }
  routes: Route[]
  /** Whether it takes hashes from the services where a person enrols her own: StopNCII (adults), Take It Down (minors). */
  hashServices?: Partial<Record<'stopncii' | 'takeitdown', 'yes' | 'no' | 'unconfirmed'>>
  /** How to see whether an object is still there, the first whose kind fits; without one nobody can tell from outside. */
  checks?: readonly LivenessCheck[]
  /** Of two looks at two objects: is the second what came after the first was removed? */
  successor?(before: Marks, after: Marks): 'strong' | 'weak' | null
}

/**
 * What one look from outside says. `gone` needs a positive sign, and is told only when it was seen twice an hour apart.
 * A timeout, a login wall, a block for one country, 429 or 5xx is `unknown`, never `gone`.
 */
export type Liveness = 'up' | 'gone' | 'not-public' | 'unknown'

export interface Sight {
  state: Liveness
  /** What was seen, for the record, e.g. `404 Unknown Invite`; of our own words and numbers, never the answer's text. */
  sign: string
  /** What would show that it has come back elsewhere. Sealed with the case, never shown. */
  marks?: Marks
}

/** Names and values that stay when content moves: an icon's hash, sizes of files, a folded title. */
export type Marks = Record<string, string>

export interface LivenessCheck {
  /** Kinds of objects, the part of an id before its first `:`. */
  kinds: readonly string[]
  /** Where it is for some of that kind alone. */
  fits?(location: Location): boolean
  /** Only metadata is asked for: no page or picture comes, so that it may be asked in a minor's case as well. */
  metadata: boolean
  look(location: Location, deps: LookDeps): Promise<Sight>
  source: string
  checked: string
}

export interface LookDeps {
  net: Pick<Net, 'get' | 'ask' | 'connect'>
  now: Now
  random: Random
  signal?: AbortSignal | undefined
  /** As she pasted it, where that is known: for a place whose canonical form may not be one that it answers to. */
  pasted?: string | undefined
  /** The check of any page at all, with its host's soft "not found": for what a platform's own check leaves open. */
  general?(): Promise<Sight>
}

export type Recognised = Pick<Location, 'id' | 'url'> | null
