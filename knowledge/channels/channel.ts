/**
 * A channel is a source of notices. Its file knows its wire format, its paging and what its cursor means; the poll
 * stage (worker/poll.ts) knows everything common: when, how often, back-off, quotas, quarantine, health, and that a
 * page's rows and its cursor are stored in one transaction.
 */

import type { z } from 'zod'
import type { Fingerprint } from '#core/fingerprint/types.ts'
import type { Net, Now } from '#core/ports.ts'

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
  /** Kept in quarantine, counted and shown; its neighbours are not touched. */
  | { type: 'malformed'; raw: string; reason: string }

export interface Page {
  entries: Entry[]
  /** Where to go on after this page. Stored in the same transaction as the entries. At most 16 kB. */
  cursor: string
  /** A whole list is being read: when `done`, what this snapshot did not name is taken back. */
  snapshot?: { id: string; done: boolean }
}

export interface PollDeps {
  net: Net
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

export interface Channel<Options = unknown> {
  /** The file's name; stored in rows, so never renamed. */
  id: string
  /** For the operator, e.g. `Nostr relay`. */
  title: string
  /** One sentence: what it reads, and what it can find. */
  summary: string
  sources: { url: string; checked: string }[]
  /** The address an operator gives: which schemes fit, and one example. */
  address: { schemes: ('http:' | 'https:' | 'ws:' | 'wss:')[]; example: string } | null
  /** Its own options, each with a description. Those that every channel has are in the poll stage. */
  options: z.ZodType<Options>
  /** Well-known public sources of this kind, offered and never contacted before the operator switches one on. */
  suggestions: { name: string; url: string; note: string }[]
  /** It can stay connected and hear each notice as it is published. */
  live: boolean
  /** Default pace in milliseconds, where the operator sets no `every`. */
  everyMs: number
  poll(source: { url: string; options: Options }, cursor: string | null, deps: PollDeps): AsyncIterable<Page>
}

/** Keeps the options' type from the schema to the `poll` beside it. */
export function defineChannel<Options>(channel: Channel<Options>): Channel<Options> {
  return channel
}
