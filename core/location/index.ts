/** From pasted text to canonical locations: the part that needs no knowledge of the world. */
export { type AddressRules, findAddresses, holdsSecretKey, isPlainAddress } from './addresses.ts'
export { parseAddress, readBack } from './canonical.ts'
export { locationKey } from './key.ts'
export { skeleton } from './lookalike.ts'
export type { Location } from './types.ts'
