import type { Location } from './types.ts'

/** A place's identity in one string, `platform|id`: the value of a `url` fingerprint, and what two pastes are compared by. */
export function locationKey(location: Pick<Location, 'platform' | 'id'>): string {
  return `${location.platform}|${location.id}`
}
