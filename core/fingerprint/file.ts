/** All that is enrolled of one file: from its bytes and its decoded pixels, on the person's own device. */

import { hex } from './bases.ts'
import { md5 } from './md5.ts'
import { FORM_NAMES, type FormName, formsOf, type Views, type Weakness } from './pdq.ts'
import type { Pixels } from './picture.ts'
import { sha256 } from './sha256.ts'
import { cidsOf } from './unixfs.ts'
import { walkPixels } from './walk.ts'

/** Files shorter than this say too little: an empty or trivial file is shared by thousands. */
export const MIN_FILE_BYTES = 300

export interface PicturePath {
  /** `full`: all pixels. `512`: after the reference command-line tool's resize; only when a side exceeds 512. */
  path: 'full' | '512'
  /** 64 lower-case hexadecimal digits, here and in `forms`. */
  pdq: string
  quality: number
  informative: boolean
  reason?: Weakness
  forms: Record<FormName, string>
}

export interface PicturePrints {
  /** One path, or two when a side exceeds 512 pixels (below that both are the same). `full` comes first. */
  paths: PicturePath[]
}

export interface Digests {
  /** Lower-case hexadecimal. */
  sha256: string
  md5: string
  /** Every usual CID of these bytes, the raw one first (see `cidsOf`). */
  cids: string[]
}

export interface FilePrints extends PicturePrints, Digests {
  /** What to enrol: the plain hash and the eight forms of each informative path, without repetitions; else empty. */
  pdqs: string[]
  /** Of the full-resolution path, however low the quality. */
  pdq: string
  quality: number
  /** Whether any path is informative. If none is, the file is found by its digests alone. */
  informative: boolean
  /** Why not, of the full-resolution path; present exactly when nothing is informative. */
  reason?: Weakness
}

/** PDQ in every path and form, each computed once. Throws RangeError when the pixels do not fit their sides. */
export function fingerprintPixels(pixels: Pixels): PicturePrints {
  const { full, path512 } = walkPixels(pixels)
  return { paths: [pathOf('full', full), ...(path512 ? [pathOf('512', path512)] : [])] }
}

/** SHA-256, MD5 and CIDs of any bytes, however few: `fingerprintFile` is the one that refuses trivial files. */
export function digestsOf(bytes: Uint8Array): Digests {
  const digest = sha256(bytes)
  return { sha256: hex(digest), md5: hex(md5(bytes)), cids: cidsOf(bytes, digest) }
}

/**
 * The enrolment of one picture file: `bytes` as stored, `pixels` as decoded from them.
 * Throws RangeError for a file of fewer than 300 bytes, or when the pixels do not fit their sides.
 */
export function fingerprintFile(bytes: Uint8Array, pixels: Pixels): FilePrints {
  if (bytes.length < MIN_FILE_BYTES)
    throw new RangeError(
      `a file of ${bytes.length} bytes is too common to be watched: choose one of ${MIN_FILE_BYTES} bytes or more`,
    )
  const { paths } = fingerprintPixels(pixels)
  const { pdq, quality, reason } = paths[0]!
  const told = paths.filter((path) => path.informative)
  const pdqs = told.flatMap((path) => [path.pdq, ...FORM_NAMES.map((name) => path.forms[name])])
  return {
    pdqs: [...new Set(pdqs)],
    pdq,
    quality,
    informative: told.length > 0,
    ...(told.length === 0 && reason && { reason }),
    paths,
    ...digestsOf(bytes),
  }
}

function pathOf(path: PicturePath['path'], { plain, forms }: Views): PicturePath {
  const { hash, ...judgement } = plain
  return { path, pdq: hex(hash), ...judgement, forms: formsOf((name) => hex(forms[name])) }
}
