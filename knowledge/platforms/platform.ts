/** A platform is a place: how to recognise its locations, and by which routes a removal is asked there. */
import type { Lang } from '#core/case/types.ts'
import type { Location } from '#core/location/types.ts'
import type { GroundId } from '../grounds/ground.ts'

export interface Route {
  /** Stable within the platform, e.g. `report-form`. */
  id: string
  /** Who receives it, as a letter names them: a name, or words in each language. `{host}` is the location's host. */
  recipient: string | Record<Lang, string>
  /** In an e-mail address `{domain}` is the registrable domain of the location's host; without one the route is skipped. */
  to: { form: string } | { email: string } | { unknown: true }
  grounds: GroundId[]
  /** What the form or address wants besides the location. Keys of the message catalogue are not used: one per language. */
  asks?: Record<Lang, string>
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
  /** Its app's own address scheme, e.g. `discord:`. */
  scheme?: string
  /** Pasted → canonical address and object id; one test tries every example of every platform through the registry. */
  examples: [pasted: string, url: string, id: string][]
  /** `url` is as `parseAddress` gives it. Null: not an address of this platform's that names an object. */
  recognise(url: URL): Recognised
  routes: Route[]
}

export type Recognised = Pick<Location, 'id' | 'url'> | null
