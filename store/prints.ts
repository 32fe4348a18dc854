/**
 * A notice's fingerprints as one column, so that a page of notices is one insert, and a look back reads hashes alone.
 *
 *     type (1; + 128: seen in a look) ‖ quality (1; 255: not published) ‖ count of places (1; 255: all) ‖ places (1 each) ‖ length (4) ‖ value
 *
 * one after the other; numbers big-endian. Migration 0003 writes the same form in SQL.
 */
import type { Fingerprint, FingerprintType } from '#core/fingerprint/types.ts'

export interface PublishedPrint extends Fingerprint {
  /** PDQ quality as published, 0 to 100. */
  quality: number | null
  /** Which of the notice's places it is at, by their numbers; null: all. */
  places: number[] | null
  /** Made by a look at the picture itself, so it is compared with adults' pictures alone. */
  looked?: true
}

/** Stored in rows, so never renumbered. */
const codes: Record<FingerprintType, number> = {
  pdq: 1,
  'pdq-weak': 2,
  vpdq: 3,
  sha256: 4,
  md5: 5,
  cid: 6,
  'cid-double': 7,
  url: 8,
  name: 9,
}
const types = new Map(Object.entries(codes).map(([type, code]) => [code, type as FingerprintType]))
const none = 255
const seenInLook = 128

export function packPrints(
  prints: readonly (Fingerprint & {
    quality?: number | undefined
    places?: number[] | undefined
    looked?: true
  })[],
): Buffer {
  const sizes = prints.map(({ places, value }) => 7 + (places?.length ?? 0) + value.length)
  const packed = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + size, 0))
  let at = 0
  for (const { type, quality, places, looked, value } of prints) {
    packed[at++] = codes[type] + (looked ? seenInLook : 0)
    packed[at++] = quality === undefined ? none : Math.min(100, Math.max(0, Math.floor(quality)))
    packed[at++] = places?.length ?? none
    for (const place of places ?? []) packed[at++] = place
    at = packed.writeUInt32BE(value.length, at)
    packed.set(value, at)
    at += value.length
  }
  return packed
}

/** The values are views of `packed`. Throws when it was not written by `packPrints`: a bug. */
export function unpackPrints(packed: Buffer): PublishedPrint[] {
  const prints: PublishedPrint[] = []
  for (let at = 0; at < packed.length; ) {
    const code = packed[at] ?? 0
    const looked = code >= seenInLook
    const type = types.get(looked ? code - seenInLook : code)
    const quality = packed[at + 1] ?? none
    const count = packed[at + 2] ?? none
    at += 3
    const places = count === none ? null : [...packed.subarray(at, at + count)]
    at += places?.length ?? 0
    const end = at + 4 + packed.readUInt32BE(at)
    if (!type || end > packed.length) throw new Error('Stored fingerprints have an unknown form.')
    const value = packed.subarray(at + 4, end)
    const print = { type, quality: quality === none ? null : quality, places, value }
    prints.push(looked ? { ...print, looked } : print)
    at = end
  }
  return prints
}
