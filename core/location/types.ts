/**
 * A place where content is or was, recognised: what platform, and which object there.
 * Two pastes with the same `platform` and `id` are the same place; `url` is its canonical form.
 */
export interface Location {
  /** The platform's file name in knowledge/platforms/, e.g. `discord`, `mega`, `website`. */
  platform: string
  /** The object there, `kind:value`, e.g. `invite:AbCd`, `file:H`, `url:example.org/a`. */
  id: string
  url: string
  /** The copy in an archive that named it, if any: a place of its own, where a removal is to be asked as well. */
  via?: string
  /** The host only looks like a known platform's. */
  lookalike?: true
}
