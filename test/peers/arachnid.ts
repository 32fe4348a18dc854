/** Arachnid Shield as C3P publishes it: PDQ in base64, answers by classification, Basic authentication. */
import { type AskedPeer, startAsked } from './asked.ts'

export interface Arachnid extends AskedPeer {
  /** What it knows, by the base64 of a PDQ. */
  knows: Map<string, unknown>
  /** Hashes that it was asked for, in order. */
  hashes(): string[]
}

export const shieldSecrets = { user: 'vigie', password: 'a password of ours' }

export async function startArachnid(): Promise<Arachnid> {
  const knows = new Map<string, unknown>()
  const asked = ({ body }: { body: string }) => (JSON.parse(body) as { hashes: string[] }).hashes
  const authorization = `Basic ${btoa(`${shieldSecrets.user}:${shieldSecrets.password}`)}`
  const none = { classification: 'no-known-match', match_type: null, near_match_details: null }
  const peer = await startAsked((question) => {
    if (question.path !== '/v1/pdq/' || question.method !== 'POST') return undefined
    if (question.headers.authorization !== authorization) return { status: 401, json: { detail: 'Who are you?' } }
    const hashes = asked(question)
    if (hashes.length === 0) return { status: 400, json: { detail: 'Send at least one hash.' } }
    return { json: { scanned_hashes: Object.fromEntries(hashes.map((hash) => [hash, knows.get(hash) ?? none])) } }
  })
  return Object.assign(peer, { knows, hashes: () => peer.questions.flatMap(asked) })
}
