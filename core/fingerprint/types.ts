/**
 * A fingerprint, as enrolled or as published.
 *
 * | type         | value                                                                                         |
 * |--------------|-----------------------------------------------------------------------------------------------|
 * | `pdq`        | 32 bytes, PDQ in its text order (first byte = bits 255..248)                                   |
 * | `sha256`     | 32 bytes                                                                                      |
 * | `md5`        | 16 bytes                                                                                      |
 * | `cid`        | the multihash of a CID (any codec, any base), at most 130 bytes                                |
 * | `cid-double` | the anchor of a denylist's double hash: modern = a multihash, legacy = 32 bytes                |
 * | `url`        | UTF-8 of a location's identity, `platform` + `|` + object id (see core/location)               |
 */
export interface Fingerprint {
  type: FingerprintType
  value: Uint8Array
}

export type FingerprintType = 'pdq' | 'sha256' | 'md5' | 'cid' | 'cid-double' | 'url'
