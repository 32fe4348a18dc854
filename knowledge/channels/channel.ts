/**
 * A channel is a source of notices. Its file knows its wire format, its paging and what its cursor means; the poll
 * stage (worker/poll.ts) knows everything common: when, how often, back-off, quotas, quarantine, health, and that a
 * page's rows and its cursor are stored in one transaction.
 */

import type { z } from 'zod'
import type { Lang } from '#core/case/types.ts'
import type { Fingerprint } from '#core/fingerprint/types.ts'
import type { Git, Net, Now, Pages } from '#core/ports.ts'

/** What a channel published. A claim, not a truth. */
export interface PublishedNotice {
  /** The source's own id, at most 512 characters; the same id again replaces what it said before. */
  id: string
  /** When, by the source's own account, in milliseconds since 1970. */
  at: number
  kind: NoticeKind
  fingerprints: PublishedFingerprint[]
  /** Addresses as published; the poll stage makes them canonical. */
  locations: string[]
  /** The key or account that said it. Only the same author may take it back. */
  author?: string
  /** When it ceases to hold by itself, in milliseconds since 1970, as a label may; the source says nothing then. */
  expiresAt?: number
  /**
   * Pictures behind it that are public, each with whether the source labels it as adult content. Where the operator has
   * set `look=on`, the poll stage looks at every one that is labelled, keeps fingerprints alone, and compares them with
   * adults' cases alone. The channel itself fetches no picture, ever.
   */
  pictures?: PublishedPicture[]
  /** Titles of folders and pages, in which a full name may stand: compared with names that people have enrolled. */
  titles?: string[]
}

export interface PublishedPicture {
  url: string
  adult: boolean
}

export type NoticeKind = 'report' | 'takedown' | 'label' | 'denylist' | 'listing' | 'sighting' | 'hash-bank'

export interface PublishedFingerprint extends Fingerprint {
  /** PDQ quality as published, 0..100. */
  quality?: number
  /** Where this one is, of the notice's `locations`; without it, at all of them. Empty: the notice names no place for it. */
  locations?: string[]
}

export type Entry =
  | { type: 'notice'; notice: PublishedNotice }
  /**
   * Takes a notice back. With an `author` it holds for that author's notice only, also for one that arrives later, and
   * for good; without one it holds until the same id is published again.
   */
  | { type: 'retraction'; id: string; author?: string }
  /**
   * Kept in quarantine, counted and shown; its neighbours are not touched. `raw` is what `reread` takes: the wire's own
   * text of this one entry.
   */
  | { type: 'malformed'; raw: string; reason: string }

export interface Page {
  entries: Entry[]
  /** Where to go on after this page. Stored in the same transaction as the entries. At most 16 kB. */
  cursor: string
  /** A whole list is being read: when `done`, what this snapshot did not name is taken back. */
  snapshot?: { id: string; done: boolean }
  /** What the operator should know although nothing failed, e.g. a hole in what the source still keeps. Shown until the next. */
  warning?: string
  /** Counts about platforms, not notices: what a source of figures publishes of one day. */
  figures?: Figures
}

/** What platforms decided on one day, counted. The same day again replaces what was counted of it. */
export interface Figures {
  day: string
  /** Of the file that was counted, to see when it was regenerated. */
  version: string
  rows: { platform: string; group: string; measure: string; count: number }[]
}

export interface PollDeps {
  net: Net
  git: Git
  pages: Pages
  now: Now
  signal: AbortSignal
  /**
   * False: read what there is and return. True (only for channels with `live`): stay connected and yield each page as
   * it is published, until `signal`.
   */
  live: boolean
  /** Reports handed to this installation for this channel, after position `after`, at most `limit`. */
  intake(after: number, limit: number): Promise<{ position: number; raw: string }[]>
}

/** Where a channel reads, as the operator set it up. */
export interface Source<Options> {
  url: string
  options: Options
  /** Those that were given, by name; never in an address, a message or a log. */
  secrets: Readonly<Record<string, string>>
}

/** A channel whose source can only be asked one by one, and so only for cases that agreed to this source by name. */
export interface Asking<Options> {
  /** What is handed over with each question: fingerprints of one picture, or one public address that she has confirmed. */
  hands: 'fingerprints' | 'address'
  /** Only where she was an adult in the picture. */
  adultsOnly: boolean
  /** Between two questions about the same, in milliseconds, where the operator sets no `every`. */
  everyMs: number
  /** Most questions in a day, of all cases together, where the operator sets no `quota`: some cost money. */
  perDay: number
  /** What she agrees to, in plain words: who receives what, what they may do with it, and what that may show to others. */
  consent: Record<Lang, string>
  /** Throws as `poll` does. Each answer becomes a find of that case alone, and is kept nowhere else. */
  ask(source: Source<Options>, subject: AskSubject, deps: AskDeps): Promise<AskAnswers>
}

export type AskSubject = { fingerprints: readonly Fingerprint[] } | { address: string }

export interface AskAnswers {
  answers: AskAnswer[]
  /** This is all it knows of the subject: what it said of it before, and does not now, is taken back. */
  isWhole: boolean
}

export interface AskAnswer {
  /** The source's own id of what it knows, at most 512 characters. */
  id: string
  /** How it was established: by hashes, by the file's own digest, or by a search engine's word alone. */
  kind: 'pdq' | 'md5' | 'engine'
  /** The nearest, in bits, where the source tells; 0: the very same. */
  distance: number
  locations: string[]
  /** When it came to know it, in milliseconds since 1970, where it tells. */
  at?: number
  /** Where a source of abuse of children knows it. */
  childAbuse?: true
}

export type AskDeps = Pick<PollDeps, 'net' | 'now' | 'signal'>

export interface Channel<Options = unknown> {
  /** The file's name; stored in rows, so never renamed. */
  id: string
  /** For the operator, e.g. `Nostr relay`. */
  title: string
  /** One sentence: what it reads, and what it can find. */
  summary: string
  sources: { url: string; checked: string }[]
  /**
   * The address an operator gives: which schemes fit, and one example; `default` where there is one public service, which
   * is then used without an address. Null: it has none, because what it reads is handed to this installation.
   */
  address: { schemes: ('http:' | 'https:' | 'ws:' | 'wss:')[]; example: string; default?: string } | null
  /** Vigie adds it by itself; no operator can. */
  own?: true
  /**
   * Who is told of a match. What is not public (hash banks, sightings) is told to cases alone that an organisation has
   * confirmed: else a stranger could enrol a picture to learn whether it is protected.
   */
  toldTo: 'everybody' | 'confirmed'
  /** What a match with it means, for the person, without the source's internals. Without it: what the match itself says. */
  tells?: Record<Lang, string>
  /** What it means instead where the notice is of this kind. */
  tellsOf?: Partial<Record<NoticeKind, Record<Lang, string>>>
  /** A list of abuse of children: a match, in any age band, takes the case down the minors' path. */
  childAbuse?: true
  /** Its own options, each with a description. Those that every channel has are in options.ts. */
  options: z.ZodType<Options>
  /** What it must be given and nobody else may read, by name; sealed when stored. */
  secrets?: Readonly<Record<string, { describes: string; required: boolean }>>
  /** Its notices may name `pictures`, so that the operator may set `look=on`. */
  looks?: true
  /** Well-known public sources of this kind, offered and never contacted before the operator switches one on. */
  suggestions: { name: string; url: string; note: string }[]
  /** It can stay connected and hear each notice as it is published. */
  live: boolean
  /** Default pace in milliseconds, where the operator sets no `every`. */
  everyMs: number
  poll(source: Source<Options>, cursor: string | null, deps: PollDeps): AsyncIterable<Page>
  /** Reads one quarantined entry again, e.g. after an update. Pure; a whole page's context is not to be had. */
  reread?(raw: string, context: { url: string; now: number }): Entry[]
  /** For sources that cannot be read as a whole. Their `poll` only sees whether the source answers. */
  asking?: Asking<Options>
}

/** Keeps the options' type from the schema to the `poll` beside it. */
export function defineChannel<Options>(channel: Channel<Options>): Channel<Options> {
  return channel
}
