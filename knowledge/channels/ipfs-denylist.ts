/** IPFS denylist: compact `.deny` lists (IPIP-383) and the older `denylist.json`, followed over HTTP. */

import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import {
  base58,
  cidToText,
  doubleHashes,
  hex,
  isEmptyContent,
  multihashOf,
  parseCid,
  parseFingerprint,
  printFingerprint,
  sha256,
} from '#core/fingerprint/index.ts'
import type { Got } from '#core/ports.ts'
import { defineChannel, type Entry, type Page, type PublishedFingerprint } from './channel.ts'

const bounds = {
  listBytes: 64 << 20,
  lineBytes: 2 << 20, // IPIP-383
  headerBytes: 1 << 20, // IPIP-383
  overlapBytes: 4_096,
  pageEntries: 1_000,
  timeoutMs: 180_000,
}

/** An edit in the middle that changes no length shows only in a whole reading, so there is one a day. */
const wholeEveryMs = 86_400_000

export const ipfsDenylist = defineChannel({
  id: 'ipfs-denylist',
  title: 'IPFS denylist',
  summary:
    'Follows a list of content that IPFS gateways block: finds the very file, by its CID, plain or double-hashed.',
  sources: [
    { url: 'https://specs.ipfs.tech/ipips/ipip-0383/', checked: '2026-11-24' },
    { url: 'https://badbits.dwebops.pub/', checked: '2026-11-24' },
  ],
  address: { schemes: ['https:', 'http:'], example: 'https://example.org/list.deny' },
  toldTo: 'everybody',
  options: z.strictObject({}),
  suggestions: [
    {
      name: 'Bad Bits',
      url: 'https://badbits.dwebops.pub/badbits.deny',
      note: 'The list that public gateways use: abuse, phishing and copyright together, double-hashed, without reasons.',
    },
  ],
  live: false,
  everyMs: 6 * 3_600_000,

  /**
   * Asks for what follows the part already read, with a few bytes of overlap. Where the overlap differs, the list was
   * rewritten: then it is read whole, as a snapshot, so that rules no longer in it are taken back. A list that is not
   * well-formed is refused whole and the previous one stays.
   */
  async *poll({ url }, cursor, { net, now, signal }) {
    const state = readCursor(cursor)
    const host = new URL(url).host
    const get = (headers: Record<string, string>) =>
      net.get(url, {
        maxBytes: bounds.listBytes,
        timeoutMs: bounds.timeoutMs,
        headers: { 'accept-encoding': 'identity', ...headers }, // offsets count the bytes as they are stored
        signal,
      })

    if (state.offset === 0 || now() - state.whole.at >= wholeEveryMs) {
      const got = await get(conditions(state.whole))
      if (got.status === 304) yield { entries: [], cursor: print({ ...state, whole: { ...state.whole, at: now() } }) }
      else yield* readWhole(present(got, host), state, now())
      return
    }

    // Not `If-Range`: each append changes the ETag, and the answer would always be the whole list.
    const range = `bytes=${state.offset - state.overlap.length}-`
    const got = await get({ range, ...conditions(state.version) })
    if (got.status === 304) return
    const appended = got.status === 206 ? appendedTo(state, got) : null
    if (appended) yield* readAppended(appended, state, got, now())
    else yield* readWhole(present(got.status === 200 ? got : await get({}), host), state, now())
  },

  reread(raw, { now }) {
    const entry = readRule(raw, now)
    return entry ? [entry] : []
  },
})

const Version = z.object({ etag: z.string().max(1_000).optional(), lastModified: z.string().max(100).optional() })

const State = z.object({
  version: Version,
  /** End of the last complete line, in bytes; 0 where nothing can be appended to what was read. */
  offset: z.int().min(0),
  /** The bytes before `offset`, to know them again. */
  overlap: z.object({ length: z.int().min(0), sha256: z.string() }),
  /** The last whole reading: when, and of which version. */
  whole: Version.extend({ at: z.number() }),
  /** Rules that cannot be compared with anything: double hashes in a function that is not computed here. */
  uncheckable: z.int().min(0).default(0),
})
type State = z.infer<typeof State>

const unread: State = { version: {}, offset: 0, overlap: { length: 0, sha256: '' }, whole: { at: 0 }, uncheckable: 0 }

function readCursor(cursor: string | null): State {
  if (cursor === null) return unread
  try {
    return State.parse(JSON.parse(cursor))
  } catch {
    return unread // of another version: the list is read whole
  }
}

function print(state: State): string {
  return JSON.stringify(state)
}

function conditions({ etag, lastModified }: z.infer<typeof Version>): Record<string, string> {
  if (etag) return { 'if-none-match': etag }
  return lastModified ? { 'if-modified-since': lastModified } : {}
}

function versionOf({ headers }: Got): z.infer<typeof Version> {
  const read = Version.safeParse({
    etag: headers.get('etag') ?? undefined,
    lastModified: headers.get('last-modified') ?? undefined,
  })
  return read.success ? read.data : {}
}

function present(got: Got, host: string): Got {
  if (got.status === 410) throw new Refused(`${host} says that this list is gone for good: remove the channel`)
  if (got.status !== 200)
    throw new Unavailable(`${host} answers ${got.status} where the list should be: check the address`)
  return got
}

/** The whole list, as a snapshot. Until its last page the cursor stays as it was, so that a cut starts it anew. */
function* readWhole(got: Got, before: State, now: number): Generator<Page> {
  const at = publishedAt(got, now)
  const version = versionOf(got)
  const isJson = /json/i.test(got.headers.get('content-type') ?? '') || got.bytes[0] === 0x5b // [
  const lines = got.bytes.subarray(0, isJson ? 0 : endOfLines(got.bytes))
  const overlap = overlapOf(lines)
  const list = createList(at)
  const entries = isJson ? readJson(got.bytes, list) : readRules(withoutHeader(decode(lines)), list)
  const after = (): State => ({
    version,
    offset: lines.length,
    overlap,
    whole: { ...version, at: now },
    uncheckable: list.uncheckable,
  })
  const id = `${now}-${got.bytes.length}-${overlap.sha256.slice(0, 16)}`
  for (const { page, done } of inPages(entries)) {
    const told: Page = { entries: page, cursor: print(done ? after() : before), snapshot: { id, done } }
    yield done ? withWarning(told, before, list.uncheckable) : told
  }
}

/** The bytes after the part already read; null where the list is not the one that was read, only longer. */
function appendedTo({ version, offset, overlap }: State, got: Got): Uint8Array | null {
  const [, start] = got.headers.get('content-range')?.match(/^bytes (\d+)-/) ?? []
  if (Number(start) !== offset - overlap.length) return null
  if (overlapOf(got.bytes.subarray(0, overlap.length)).sha256 !== overlap.sha256) return null
  const appended = got.bytes.subarray(overlap.length)
  const isNewVersion = version.etag !== undefined || version.lastModified !== undefined // else it were a 304
  return appended.length === 0 && isNewVersion ? null : appended
}

function* readAppended(appended: Uint8Array, before: State, got: Got, now: number): Generator<Page> {
  const lines = appended.subarray(0, endOfLines(appended))
  const offset = before.offset + lines.length
  const read = got.bytes.subarray(0, before.overlap.length + lines.length)
  const list = createList(publishedAt(got, now))
  for (const { page, done } of inPages(readRules(decode(lines), list))) {
    const uncheckable = before.uncheckable + list.uncheckable
    const after: State = { ...before, version: versionOf(got), offset, overlap: overlapOf(read), uncheckable }
    const told: Page = { entries: page, cursor: print(done ? after : before) }
    yield done ? withWarning(told, before, uncheckable) : told
  }
}

function withWarning(page: Page, before: State, uncheckable: number): Page {
  if (uncheckable === 0) return before.uncheckable === 0 ? page : { ...page, warning: '' }
  const warning = `${uncheckable} rules of this list are double hashes in a function that Vigie does not compute: they are not checkable.`
  return { ...page, warning }
}

function* inPages(entries: Iterable<Entry>): Generator<{ page: Entry[]; done: boolean }> {
  let page: Entry[] = []
  for (const entry of entries) {
    if (page.length === bounds.pageEntries) {
      yield { page, done: false }
      page = []
    }
    page.push(entry)
  }
  yield { page, done: true }
}

/** The list says nothing of when a rule was made: the version's own time, or now. */
function publishedAt({ headers }: Got, now: number): number {
  const at = Date.parse(headers.get('last-modified') ?? '')
  return Number.isNaN(at) ? now : Math.min(at, now)
}

/** Length of the complete lines. What follows the last line end waits until its own has arrived. */
function endOfLines(bytes: Uint8Array): number {
  const end = bytes.lastIndexOf(0x0a) + 1
  if (bytes.length - end > bounds.lineBytes) throw tooLong()
  return end
}

function overlapOf(lines: Uint8Array): State['overlap'] {
  const bytes = lines.subarray(Math.max(0, lines.length - bounds.overlapBytes))
  return { length: bytes.length, sha256: hex(sha256(bytes)) }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Malformed('The list is not UTF-8: the previous version stays in force', { cause })
  }
}

/** The optional YAML header up to a line `---`. It is checked, for its version; Vigie has no use for the rest. */
function withoutHeader(text: string): string {
  const mark = /^---[ \t]*\r?\n/m.exec(text)
  if (!mark) return text
  if (mark.index > bounds.headerBytes)
    throw new Malformed('The list’s header is longer than 1 MiB: the previous version stays in force')
  try {
    z.object({ version: z.literal(1).optional() })
      .nullable()
      .parse(parseYaml(text.slice(0, mark.index)))
  } catch (cause) {
    throw new Malformed('The list’s header is not that of version 1: the previous version stays in force', { cause })
  }
  return text.slice(mark.index + mark[0].length)
}

/** What a reading of rules keeps in mind, since a later rule may take an earlier one back under another name. */
interface List {
  at: number
  uncheckable: number
  /** Rules on paths, by the multihash in hexadecimal, with their ids. */
  paths: Map<string, Map<string, string>>
  /** The multihash of each rule on content, by what a double hash of it is. Filled where the list has such exceptions. */
  anchors: Map<string, string> | null
}

function createList(at: number): List {
  return { at, uncheckable: 0, paths: new Map(), anchors: null }
}

/** Rules in their order: of several that concern the same content the last one holds. */
function* readRules(text: string, list: List): Generator<Entry> {
  const count = { rules: 0, other: 0 }
  for (const line of linesOf(text)) {
    if (line.length > bounds.lineBytes) throw tooLong()
    if (/^!?\/(?:\/|ip[fn]s\/)/.test(line)) count.rules++
    else if (!isRemark(line)) count.other++
  }
  // A page of a hotel's network must not take a whole list back.
  if (count.other > count.rules)
    throw new Malformed('This is not a denylist: the previous version stays in force. Check the address')
  if (/^!\/\//m.test(text)) list.anchors = new Map()
  for (const line of linesOf(text)) {
    if (isRemark(line)) continue
    if (isUncheckable(line)) list.uncheckable++
    else yield* inList(line, list)
  }
}

/** A rule, and where it is an exception, what else of the list it takes back. */
function* inList(line: string, list: List): Generator<Entry> {
  const entry = readRule(line, list.at)
  if (!entry) return
  yield entry
  if (entry.type === 'malformed') return
  const { text } = splitRule(line)
  const [, name = '', path = ''] = text.match(/^!?\/ipfs\/([^/]+)(?:\/(.*))?$/) ?? []
  if (entry.type === 'notice') remember(list, entry.notice.id, { name, path })
  else for (const id of alsoAllowed(text, list, { name, path })) yield { type: 'retraction', id }
}

function remember(list: List, id: string, { name, path }: { name: string; path: string }): void {
  const isContent = path === '' || path === '*'
  if (name === '' || (isContent && !list.anchors)) return
  const { multihash } = parseCid(name)
  if (isContent) for (const anchor of anchorsOf(multihash)) list.anchors?.set(anchor, id)
  else {
    const key = hex(multihash)
    list.paths.set(key, (list.paths.get(key) ?? new Map<string, string>()).set(path, id))
  }
}

/** The last matching rule wins: what an exception matches besides the rule of its own words (IPIP-383). */
function alsoAllowed(text: string, list: List, { name, path }: { name: string; path: string }): string[] {
  if (text.startsWith('!//')) {
    const own = list.anchors?.get(text.slice(1))
    return own === undefined ? [] : [own]
  }
  if (name === '') return []
  const { multihash } = parseCid(name)
  const below = [...(list.paths.get(hex(multihash)) ?? [])]
  const prefix = path.endsWith('*') ? path.slice(0, -1) : null
  const matched = prefix === null ? [] : below.flatMap(([own, id]) => (own.startsWith(prefix) ? [id] : []))
  return [...matched, ...(path === '' || path === '*' ? anchorsOf(multihash) : [modernOf(multihash, path)])]
}

/** Rules that name the same content by a double hash. */
function anchorsOf(multihash: Uint8Array): string[] {
  return doubleHashes(multihash).map((value) => `//${printFingerprint({ type: 'cid-double', value })}`)
}

function modernOf(multihash: Uint8Array, path: string): string {
  const bytes = new TextEncoder().encode(`${base58(multihash)}/${path}`)
  return `//${base58(multihashOf(sha256(bytes)))}`
}

/** A modern double hash that is not SHA-256: well-formed, and nothing enrolled can be compared with it. */
function isUncheckable(line: string): boolean {
  const [, anchor] = splitRule(line).text.match(/^!?\/\/([0-9A-Za-z]+)$/) ?? []
  if (anchor === undefined || /^[0-9a-f]{64}$/i.test(anchor)) return false
  try {
    const { value } = parseFingerprint('cid-double', anchor)
    return value.length !== 34 || value[0] !== 0x12
  } catch {
    return false // not a rule at all: quarantined with its reason
  }
}

function splitRule(line: string): { text: string; hints: string[] } {
  const [text = '', ...hints] = line.split(/[ \t]+/)
  return { text, hints }
}

function* linesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    yield text.slice(start, end === -1 ? undefined : end).trimEnd()
    start = end === -1 ? text.length : end + 1
  }
}

function isRemark(line: string): boolean {
  return line === '' || line.startsWith('#')
}

function tooLong(): Malformed {
  return new Malformed('The list has a line of more than 2 MiB: the previous version stays in force')
}

interface Rule {
  /** The same for every spelling of the same rule. */
  id: string
  fingerprints: PublishedFingerprint[]
  locations: string[]
}

/** One line, one entry, or none where the rule names empty content. Never throws. */
export function readRule(line: string, at: number): Entry | null {
  try {
    const { text, hints } = splitRule(line)
    if (!hints.every((hint) => hint.includes(':'))) throw new SyntaxError('blanks in a rule must be written %20')
    const allows = text.startsWith('!')
    const rule = parseRule(allows ? text.slice(1) : text)
    if (!rule) return null
    const { id, fingerprints, locations } = rule
    return allows
      ? { type: 'retraction', id }
      : { type: 'notice', notice: { id, at, kind: 'denylist', fingerprints, locations } }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'not a rule'
    return { type: 'malformed', raw: line.slice(0, 4_000), reason }
  }
}

function parseRule(text: string): Rule | null {
  if (text.length > 4_096) throw new SyntaxError('longer than 4,096 characters')
  const [, anchor] = text.match(/^\/\/([0-9A-Za-z]+)$/) ?? []
  if (anchor) {
    const double = parseFingerprint('cid-double', anchor)
    return { id: `//${printFingerprint(double)}`, fingerprints: [double], locations: [] }
  }

  const [, space, name = '', path = ''] = text.match(/^\/(ipfs|ipns)\/([^/*]+)(?:\/(.*))?$/) ?? []
  if (!space) throw new SyntaxError('not a rule: it begins with /ipfs/, /ipns/, // or !')
  const isContent = path === '' || path === '*' // `/*` includes the content itself
  if (space === 'ipns') {
    return {
      id: shortened(text),
      fingerprints: [],
      locations: [`ipns://${name}${path && `/${path.replace(/\*$/, '')}`}`],
    }
  }
  // Rules hold for the multihash, whatever the codec and the base.
  const content = parseFingerprint('cid', name)
  if (isEmptyContent(content.value)) return null
  if (isContent) return { id: `/ipfs/${hex(content.value)}`, fingerprints: [content], locations: [] }
  const locations = spellings(name).map((cid) => `ipfs://${cid}/${path.replace(/\*$/, '')}`)
  return { id: shortened(`/ipfs/${hex(content.value)}/${path}`), fingerprints: [], locations }
}

/** A folder's CID is written in version 0 or 1 alike. */
function spellings(name: string): string[] {
  const { codec, multihash } = parseCid(name)
  if (codec !== 0x70 || multihash.length !== 34 || multihash[0] !== 0x12) return [name]
  const other = ([0, 1] as const).map((version) => cidToText({ version, codec, multihash }))
  return [...new Set([name, ...other])]
}

function shortened(id: string): string {
  return id.length <= 400 ? id : `sha256:${hex(sha256(new TextEncoder().encode(id)))}`
}

/** The form that came before: an array of legacy double hashes. */
function* readJson(bytes: Uint8Array, list: List): Generator<Entry> {
  let items: unknown
  try {
    items = JSON.parse(decode(bytes))
  } catch (cause) {
    if (cause instanceof Malformed) throw cause
    throw new Malformed('The list is not JSON: the previous version stays in force', { cause })
  }
  if (!Array.isArray(items)) throw new Malformed('The list is not a JSON array: the previous version stays in force')
  for (const item of items) {
    const { data, success } = z.object({ anchor: z.string() }).safeParse(item)
    if (success && isUncheckable(`//${data.anchor}`)) {
      list.uncheckable++
      continue
    }
    yield (success && readRule(`//${data.anchor}`, list.at)) || {
      type: 'malformed',
      raw: JSON.stringify(item).slice(0, 4_000),
      reason: 'no anchor: each item is {"anchor": "<64 hex digits>"}',
    }
  }
}
