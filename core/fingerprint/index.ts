/** Front door: PDQ, digests and CIDs of a file, and fingerprints as text. Imports nothing outside this folder. */

export { base32, base58, fromBase58, fromHex, hex } from './bases.ts'
export { type Cid, cidToText, doubleHashes, isEmptyContent, multihashOf, parseCid, rawCidOf } from './cid.ts'
export {
  type Digests,
  digestsOf,
  type FilePrints,
  fingerprintFile,
  fingerprintPixels,
  MIN_FILE_BYTES,
  type PicturePath,
  type PicturePrints,
} from './file.ts'
export { md5 } from './md5.ts'
export { distance, FORM_NAMES, type FormName, type Pdq, pdq, pdqForms, type Weakness } from './pdq.ts'
export { type Pixels, resize512 } from './picture.ts'
export { createSha256, type Sha256, sha256 } from './sha256.ts'
export { parseFingerprint, printFingerprint } from './text.ts'
export type { Fingerprint, FingerprintType } from './types.ts'
export { cidsOf } from './unixfs.ts'
