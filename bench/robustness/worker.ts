/** One thread's share: pictures altered and compared with what is stored of them, or unrelated pictures hashed. */
import { parentPort, workerData } from 'node:worker_threads'
import sharp from 'sharp'
import {
  enrolmentViews,
  FORM_NAMES,
  hex,
  lookViews,
  pdq,
  prepare,
  printsOf,
  type Weakness,
} from '#core/fingerprint/index.ts'
import { alterations, isForLook } from './alterations.ts'
import { randomFrom } from './canvas.ts'
import { commonplace } from './commonplace.ts'
import { nearest, packed } from './hashes.ts'
import { photos } from './photos.ts'
import { type Picture, pictureOf } from './pictures.ts'

export const SETS = ['one', 'forms', 'balanced', 'wide'] as const
export type SetName = (typeof SETS)[number]

export interface Job {
  /** Numbers of the pictures; from 1,000,000 on they are photographs. */
  pictures: number[]
  /** Hashes of unrelated pictures to compare with, and of commonplace ones. */
  unrelated: string[]
  everyday: string[]
}

export interface Outcome {
  name: string
  kind: string
  views: Record<'balanced' | 'wide', number>
  weak: Record<'balanced' | 'wide', number>
  /** Of each alteration, in order: the distance to the nearest stored hash, by set, of the bare hash and of a look. */
  bare: number[][]
  look: (number[] | null)[]
  /** Of each unrelated picture: the distance to the nearest hash that is matched as usual, by set. */
  unrelated: Uint8Array[]
  everyday: Uint8Array[]
  /** Of each everyday picture, whether the stricter rule would match it. */
  strict: number[]
}

export interface Hashed {
  hash: string
  quality: number
  reason?: Weakness
}

export const PHOTOS_FROM = 1_000_000

if (parentPort) {
  sharp.concurrency(1)
  const port = parentPort
  const { hash, measure, everyday }: { hash?: number[]; measure?: Job; everyday?: boolean } = workerData
  for (const n of hash ?? []) {
    const { hash: bits, quality, reason } = pdq(everyday ? commonplace(n) : pictureOf(n, 128).pixels)
    port.postMessage({ hash: hex(bits), quality, ...(reason && { reason }) } satisfies Hashed)
  }
  if (measure) {
    const real = await photos()
    const queries = {
      unrelated: measure.unrelated.map((text) => packed([text])),
      everyday: measure.everyday.map((text) => packed([text])),
    }
    for (const n of measure.pictures)
      port.postMessage(await outcomeOf(n < PHOTOS_FROM ? pictureOf(n) : real[n - PHOTOS_FROM]!, n, queries))
  }
}

async function outcomeOf(
  { name, kind, pixels }: Picture,
  seed: number,
  queries: Record<'unrelated' | 'everyday', Uint32Array[]>,
): Promise<Outcome> {
  const prepared = prepare(pixels)
  const sets = { balanced: printsOf(prepared, 'balanced'), wide: printsOf(prepared, 'wide') }
  const views = { balanced: enrolmentViews(prepared, 'balanced').views, wide: enrolmentViews(prepared, 'wide').views }
  const forms = FORM_NAMES.map((form) => hex(prepared.full.forms[form]))
  const stored = [[hex(prepared.full.plain.hash)], forms, sets.balanced.pdqs, sets.wide.pdqs].map(packed)
  const strict = [packed([]), packed([]), packed(sets.balanced.weak), packed(sets.wide.weak)]
  const random = randomFrom(31 * seed + 7)
  const bare: number[][] = []
  const look: (number[] | null)[] = []
  for (const alteration of alterations) {
    const copy = await alteration.apply(pixels, random)
    const found = packed([hex(pdq(copy).hash)])
    bare.push(stored.map((hashes) => nearest(hashes, found)))
    if (!isForLook(alteration)) look.push(null)
    else {
      const seen = packed(lookViews(copy).map((view) => view.pdq))
      look.push(stored.map((hashes) => nearest(hashes, seen)))
    }
  }
  const against = (some: Uint32Array[]) =>
    stored.map((hashes) => Uint8Array.from(some, (query) => Math.min(255, nearest(hashes, query))))
  return {
    name,
    kind,
    views: { balanced: views.balanced.length, wide: views.wide.length },
    weak: { balanced: weakIn(views.balanced), wide: weakIn(views.wide) },
    bare,
    look,
    unrelated: against(queries.unrelated),
    everyday: against(queries.everyday),
    strict: strict.map((hashes) => queries.everyday.filter((query) => nearest(hashes, query) <= 12).length),
  }
}

function weakIn(views: { weakness?: unknown }[]): number {
  return views.filter(({ weakness }) => weakness !== undefined).length
}
