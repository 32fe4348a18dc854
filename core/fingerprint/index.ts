/** Front door: PDQ, vPDQ, digests and CIDs of a file, and fingerprints as text. Imports nothing outside this folder. */

export { base32, base58, fromBase58, fromHex, hex } from './bases.ts'
export { isBlank } from './blank.ts'
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
export { lookViews } from './look.ts'
export { createMd5, type Md5, md5 } from './md5.ts'
export {
  distance,
  FORM_NAMES,
  type FormName,
  type Pdq,
  pdq,
  pdqForms,
  pdqViews,
  type Views,
  type Weakness,
} from './pdq.ts'
export { type Pixels, resize512, type Sides } from './picture.ts'
export { hashParts, hashPlane, type PlanePart, reducedPlane, reducedSides } from './plane.ts'
export type { Plane } from './reduce.ts'
export { referenceViews } from './reference.ts'
export { createSha256, type Sha256, sha256 } from './sha256.ts'
export { parseFingerprint, printFingerprint } from './text.ts'
export type { Fingerprint, FingerprintType } from './types.ts'
export { cidsOf } from './unixfs.ts'
export {
  enrolmentViews,
  type Prepared,
  type Prints,
  prepare,
  printsOf,
  VIEW_LIMITS,
  type View,
  type ViewSet,
  viewPlaneOf,
  WEAK_MAX_DISTANCE,
} from './views.ts'
export {
  clipPrints,
  compareVpdq,
  countingFrames,
  decodeVpdq,
  encodeVpdq,
  type Frame,
  frameStep,
  framesToEnrol,
  isVpdqMatch,
  MAX_ENROLLED_FRAMES,
  MAX_VPDQ_FRAMES,
  MIN_FRAME_SIDE,
  parseVpdq,
  printVpdq,
  type TimedFrame,
  VPDQ_DISTANCE,
  VPDQ_MATCH_PERCENT,
  VPDQ_QUALITY,
  type VpdqComparison,
} from './vpdq.ts'
export { type PictureWalk, startPicture, type Walked, type Wanted, walkPixels } from './walk.ts'
