/** Sightings: what a partner reports one way, a hash or an address at a time (docs/how-to/report-sightings.md). */
import { z } from 'zod'
import { hex, sha256 } from '#core/fingerprint/index.ts'
import { defineChannel, type Entry, type Page, type PollDeps } from './channel.ts'
import { readLine } from './hash-list.ts'

const limit = 500

export const sightings = defineChannel({
  id: 'sightings',
  title: 'Sightings',
  summary:
    'Takes what a partner reports through `POST /api/sightings`: finds the file and altered copies of it, where the partner has seen them.',
  sources: [{ url: 'https://www.standardwebhooks.com/', checked: '2026-11-24' }],
  address: null,
  own: true,
  toldTo: 'confirmed',
  options: z.strictObject({}),
  suggestions: [],
  live: false,
  everyMs: 3_600_000, // a report asks for a poll at once

  poll: (_source, cursor, deps) => readHandedIn(cursor, deps, (raw, now) => [readSighting(raw, now)]),

  reread: (raw, { now }) => [readSighting(raw, now)],
})

/** What was handed to this installation for a channel; the cursor is the position of the last one read. */
export async function* readHandedIn(
  cursor: string | null,
  { intake, now }: PollDeps,
  read: (raw: string, now: number) => Entry[],
): AsyncGenerator<Page> {
  for (let after = readPosition(cursor); ; ) {
    const reports = await intake(after, limit)
    const last = reports.at(-1)
    if (!last) return
    after = last.position
    yield { entries: reports.flatMap(({ raw }) => read(raw, now())), cursor: `${after}` }
  }
}

function readPosition(cursor: string | null): number {
  const position = Number(cursor ?? 0)
  return Number.isSafeInteger(position) && position >= 0 ? position : 0
}

const Place = z.object({
  id: z.union([z.string().min(1).max(512), z.int()]).transform(String),
  url: z
    .string()
    .max(2_048, 'longer than 2,048 characters')
    .refine((url) => URL.canParse(url), 'is not a whole address'),
  updated_at: z.iso.datetime({ offset: true, error: 'is a time as 2026-11-24T10:00:00Z' }).nullish(),
})

/**
 * One sighting: an entry of a hash list, or an address alone. Without an id, the same sighting again is the same one.
 *
 * @param now for a sighting without `updated_at`, in milliseconds
 */
function readSighting(raw: string, now: number): Entry {
  try {
    const given: unknown = JSON.parse(raw)
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      throw new SyntaxError('not an object with type and value, or with url')
    const named = { id: idOf(given), ...given }
    if (!['type', 'value', 'frames', 'op'].some((field) => field in given)) return readPlace(named, now)
    const entry = readLine(JSON.stringify(named), now)
    return entry.type === 'notice' ? { type: 'notice', notice: { ...entry.notice, kind: 'sighting' } } : entry
  } catch (error) {
    return { type: 'malformed', raw: raw.slice(0, 4_000), reason: reasonOf(error) }
  }
}

function readPlace(given: object, now: number): Entry {
  const { id, url, updated_at } = Place.parse(given)
  const at = updated_at ? Date.parse(updated_at) : now
  return { type: 'notice', notice: { id, at, kind: 'sighting', fingerprints: [], locations: [url] } }
}

function idOf(given: object): string {
  const { type, value, url } = given as Record<string, unknown>
  return hex(sha256(new TextEncoder().encode(JSON.stringify([type, value, url])))).slice(0, 32)
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  return error instanceof SyntaxError ? error.message : 'cannot be read'
}
