/** A StopNCII of this process, after the published client: pages by token, whole records, a lower timestamp at the end. */
import { type Answer, type Asked, type ExchangeServer, startExchangeServer } from './exchange-server.ts'

export const stopnciiKeys = { 'subscription-key': 'sub-5ecr3t-key', 'function-key': 'fun-5ecr3t-key' }

export interface TestStopncii extends ExchangeServer {
  /** The base address, as the operator gives it. */
  url: string
  /** Puts a record, replacing the one of the same signal and hash; or anything else, as it is. */
  put(record: Record<string, unknown>): void
  /** Tokens given so far are refused from now on. */
  expireTokens(): void
  /** Records in a page. */
  pageSize: number
  /** Changes what is answered, after it was made. */
  twist: ((answer: Record<string, unknown>, asked: Asked) => unknown) | null
  /** Seconds: the time that the next record gets. */
  time: number
}

export function hashRecord(hashValue: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    signalType: 'ImagePDQ',
    hashValue,
    hashStatus: 'Active',
    caseNumbers: { '00000000-0000-4000-8000-0000000000aa': 'Active' },
    hashRegions: ['UK'],
    CSPFeedbacks: [],
    ...more,
  }
}

export async function startStopncii(): Promise<TestStopncii> {
  const records: Record<string, unknown>[] = []
  let era = 0

  const answer = (asked: Asked): Answer => {
    const { headers, query } = asked
    const rightKeys =
      headers['ocp-apim-subscription-key'] === stopnciiKeys['subscription-key'] &&
      headers['x-functions-key'] === stopnciiKeys['function-key']
    if (!rightKeys) return { status: 401, body: '{"statusCode":401,"message":"Access denied"}' }
    if (!asked.path.startsWith('/v1/FetchHashes?')) return { status: 404, body: '' }
    const from = Number(query.get('startTimestamp'))
    const token = query.get('nextPageToken')
    const [of, at = 0] = token ? JSON.parse(atob(token)) : [era, 0]
    if (of !== era) return { status: 400, body: '{"error":"The token has expired."}' }
    const all = records.filter(({ lastModtimestamp }) => !(Number(lastModtimestamp) < from))
    const page = all.slice(at, at + peer.pageSize)
    const hasMoreRecords = at + peer.pageSize < all.length
    const made = {
      count: page.length,
      // As in the published sample, where the last page names a smaller one than the first.
      nextSetTimestamp: hasMoreRecords ? peer.time : peer.time - 1,
      nextPageToken: btoa(JSON.stringify([era, at + peer.pageSize])),
      hasMoreRecords,
      hashRecords: page,
    }
    const body = JSON.stringify(peer.twist ? peer.twist(made, asked) : made)
    return { headers: { 'content-type': 'application/json' }, body }
  }

  const server = await startExchangeServer(answer)
  const peer: TestStopncii = {
    ...server,
    url: `${server.origin}/v1`,
    pageSize: 10,
    twist: null,
    time: 1_765_000_000,
    put(record) {
      const at = records.findIndex(
        ({ signalType, hashValue }) => signalType === record.signalType && hashValue === record.hashValue,
      )
      if (at >= 0) records.splice(at, 1)
      records.push({ lastModtimestamp: ++peer.time, ...record })
    },
    expireTokens() {
      era++
    },
  }
  return peer
}
