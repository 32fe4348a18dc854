/**
 * Formats in which hash exchanges hand out files, beside our own (hash-list.ts): plain lines of a hash matcher's local
 * file, a clip as vPDQ text, and the JSON list of Tech Against Terrorism. None but the last takes anything back: what is
 * absent is gone, which the mode `full` tells.
 */

import { encodeVpdq, parseVpdq } from '#core/fingerprint/index.ts'
import type { Entry } from './channel.ts'
import { guarded, readBankPrint } from './hash-bank.ts'

const longestLine = 512 << 10

/** How a matcher names its kinds of signal, and how lists name their algorithms. */
const kinds: Readonly<Record<string, 'pdq' | 'md5' | 'sha256'>> = {
  pdq: 'pdq',
  md5: 'md5',
  video_md5: 'md5',
  sha256: 'sha256',
  'sha-256': 'sha256',
}

/** What bare values are, as an operator says it. */
export const bareTypes = ['pdq', 'md5', 'sha256', 'vpdq'] as const
export type BareType = (typeof bareTypes)[number]

/** A JSON object whose `results` are entries; its other fields come first and are flat. */
const isResults = (text: string) => /^\uFEFF?\s*\{[^[\]{}]{0,4000}"results"\s*:\s*\[/.test(text)

/** `pdq f00d…`: the kind, a blank, the value. */
const isTyped = (line: string) => /^[\w-]{2,40}[ \t]+[\w+/=]+$/.test(line)

/** The entries of a page in one of these formats; null: it is in none of them. */
export function readForeign(
  text: string,
  lines: () => Iterable<{ line: string; number: number }>,
  { bare, at }: { bare: BareType | undefined; at: number },
): Iterable<Entry> | null {
  if (bare === 'vpdq') return guarded(text, () => [readClip(text, at)])
  if (isResults(text)) return readResults(text, at)
  const [first] = lines()
  if (bare ? first && !/^[{]|,/.test(first.line) : first && isTyped(first.line)) return readPlain(lines(), { bare, at })
  return null
}

/** The address of the next page that such a list names in its body; null: none. */
export function nextInBody(text: string): string | null {
  if (!isResults(text)) return null
  const [, next] = text.slice(0, 8_000).match(/"next"\s*:\s*("(?:[^"\\]|\\.)*")/) ?? []
  return next === undefined ? null : String(JSON.parse(next))
}

function* readPlain(
  lines: Iterable<{ line: string; number: number }>,
  { bare, at }: { bare: BareType | undefined; at: number },
): Generator<Entry> {
  for (const { line, number } of lines) {
    const entries = guarded(line, () => {
      if (line.length > longestLine) throw new SyntaxError(`longer than ${longestLine} characters`)
      const [, named = bare ?? '', value = ''] = line.match(/^(?:([\w-]{2,40})[ \t]+)?([\w+/=]+)$/) ?? []
      return [readHash(named, value, at)]
    })
    for (const entry of entries)
      yield entry.type === 'malformed' ? { ...entry, reason: `line ${number}: ${entry.reason}` } : entry
  }
}

/** Its own text is its id: such a list has no other. */
function readHash(named: string, value: string, at: number): Entry {
  const type = kinds[named.toLowerCase()]
  if (!type) throw new SyntaxError(`its kind is none of ${Object.keys(kinds).join(', ')}`)
  const print = readBankPrint(type, value)
  const id = `${type}:${print.value.toHex()}`
  return { type: 'notice', notice: { id, at, kind: 'hash-bank', fingerprints: [print], locations: [] } }
}

/** A file holds one clip; another one replaces it. */
function readClip(text: string, at: number): Entry {
  const value = encodeVpdq(parseVpdq(text))
  const fingerprints = [{ type: 'vpdq' as const, value }]
  return { type: 'notice', notice: { id: 'vpdq', at, kind: 'hash-bank', fingerprints, locations: [] } }
}

function* readResults(text: string, at: number): Generator<Entry> {
  let results: unknown
  try {
    results = (JSON.parse(text.replace(/^\uFEFF/, '')) as { results: unknown }).results
  } catch {
    yield { type: 'malformed', raw: text.slice(0, 4_000), reason: 'the page is cut, or no JSON' }
    return
  }
  for (const result of Array.isArray(results) ? results : [])
    yield* guarded(JSON.stringify(result), () => [readResult(result, at)])
}

function readResult(result: unknown, at: number): Entry {
  if (typeof result !== 'object' || result === null) throw new SyntaxError('not an object')
  const { id, hash_digest, algorithm, deleted, updated_on } = result as Record<string, unknown>
  const name = Number.isSafeInteger(id) || (typeof id === 'string' && id !== '' && id.length <= 400) ? String(id) : null
  if (name === null) throw new SyntaxError('id: missing')
  if (deleted === true) return { type: 'retraction', id: name }
  if (typeof hash_digest !== 'string' || typeof algorithm !== 'string')
    throw new SyntaxError('hash_digest or algorithm: missing')
  const entry = readHash(algorithm, hash_digest, readTime(updated_on) ?? at)
  return entry.type === 'notice' ? { ...entry, notice: { ...entry.notice, id: name } } : entry
}

/** Seconds since 1970, with a fraction or not, or an instant as text; in milliseconds. */
function readTime(given: unknown): number | null {
  const at = typeof given === 'number' ? given * 1000 : typeof given === 'string' ? Date.parse(given) : Number.NaN
  return at > 0 && at < 253_402_300_800_000 ? Math.floor(at) : null
}
