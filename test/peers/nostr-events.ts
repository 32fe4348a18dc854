/** Signed Nostr events of invented authors. */
import { finalizeEvent, generateSecretKey, getPublicKey, type NostrEvent } from 'nostr-tools/pure'

export interface Author {
  pubkey: string
  /** Signs an event; `at` in seconds, now where it is left out. */
  sign(event: { kind: number; tags: string[][]; content?: string; at?: number }): NostrEvent
}

export function newAuthor(): Author {
  const key = generateSecretKey()
  return {
    pubkey: getPublicKey(key),
    sign({ kind, tags, content = '', at = Math.floor(Date.now() / 1000) }) {
      return finalizeEvent({ kind, tags, content, created_at: at }, key)
    },
  }
}

/** The same event with other content under the old id and signature, as a lying relay would make it. */
export function forge(event: NostrEvent, tags: string[][]): NostrEvent {
  const { id, pubkey, created_at, kind, content, sig } = event
  return { id, pubkey, created_at, kind, content, sig, tags }
}
