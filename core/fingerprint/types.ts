/**
 * A fingerprint, as enrolled or as published.
 *
 * | type         | value                                                                                         |
 * |--------------|-----------------------------------------------------------------------------------------------|
 * | `pdq`        | 32 bytes, PDQ in its text order (first byte = bits 255..248)                                   |
 * | `pdq-weak`   | the same, of a picture that says little or resembles many: matched by a stricter rule           |
 * | `vpdq`       | a clip's frames, 33 bytes each: PDQ, then its quality (0 to 100)                               |
 * | `sha256`     | 32 bytes                                                                                      |
 * | `md5`        | 16 bytes                                                                                      |
 * | `cid`        | the multihash of a CID (any codec, any base), at most 130 bytes                                |
 * | `cid-double` | the anchor of a denylist's double hash: modern = a multihash, legacy = 32 bytes                |
 * | `url`        | UTF-8 of a location's identity, `platform` + `|` + object id (see core/location)               |
 * | `name`       | 32 bytes, an installation's keyed digest of a form of a full name (core/case/names.ts)         |
 */
export interface Fingerprint {
  type: FingerprintType
  value: Uint8Array
}

export type FingerprintType = 'pdq' | 'pdq-weak' | 'vpdq' | 'sha256' | 'md5' | 'cid' | 'cid-double' | 'url' | 'name'
