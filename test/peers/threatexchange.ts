/** A ThreatExchange of this process, after the published client: updates in the order of time, the token in `next`. */
import { type Answer, type Asked, type ExchangeServer, startExchangeServer } from './exchange-server.ts'

export const threatToken = '1234567890|te-5ecr3t-token'
export const group = '303000000000007'

export interface TestThreatExchange extends ExchangeServer {
  /** The base address, as the operator gives it. */
  url: string
  /** Puts an update, replacing the one of the same id. */
  put(update: Record<string, unknown>): void
  pageSize: number
  /** Seconds: the time that the next update gets. */
  time: number
  /** Changes what is answered, after it was made. */
  twist: ((answer: Record<string, unknown>, asked: Asked) => unknown) | null
}

export function anUpdate(id: string, indicator: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id,
    indicator,
    type: 'HASH_PDQ',
    should_delete: false,
    descriptors: {
      data: [
        {
          id: '7001',
          owner: { id: '1001' },
          status: 'MALICIOUS',
          tags: ['ncii'],
          reactions: [{ key: 'HELPFUL', value: '1002,1003' }],
        },
      ],
    },
    ...more,
  }
}

export async function startThreatExchange(): Promise<TestThreatExchange> {
  const updates: Record<string, unknown>[] = []

  const answer = (asked: Asked, origin: string): Answer => {
    const { query } = asked
    if (query.get('access_token') !== threatToken)
      return {
        status: 400,
        body: JSON.stringify({
          error: {
            message: `Bad token ${query.get('access_token')}`,
            type: 'OAuthException',
            code: 190,
            fbtrace_id: 'x',
          },
        }),
      }
    if (!asked.path.startsWith(`/v21.0/${group}/threat_updates/?`)) return { status: 404, body: '' }
    const since = Number(query.get('start_time') ?? 0)
    const after = Number(query.get('after') ?? 0)
    const all = updates.filter(({ last_updated }) => !(Number(last_updated) < since))
    const page = all.slice(after, after + peer.pageSize)
    const following = new URL(asked.path, origin)
    following.searchParams.set('after', String(after + peer.pageSize))
    const made = {
      data: page,
      paging: {
        cursors: { before: 'MA', after: 'MQ' },
        ...(after + peer.pageSize < all.length && { next: following.href }),
      },
    }
    const body = JSON.stringify(peer.twist ? peer.twist(made, asked) : made)
    return { headers: { 'content-type': 'application/json' }, body }
  }

  const server = await startExchangeServer(answer)
  const peer: TestThreatExchange = {
    ...server,
    url: `${server.origin}/v21.0`,
    pageSize: 10,
    time: 1_764_990_000,
    twist: null,
    put(update) {
      const at = updates.findIndex(({ id }) => id === update.id)
      if (at >= 0) updates.splice(at, 1)
      updates.push({ last_updated: ++peer.time, ...update })
    },
  }
  return peer
}
