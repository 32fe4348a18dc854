/** Reverse-image engines as they document themselves: TinEye's API, and Cloud Vision's web detection. */
import { type AskedPeer, startAsked } from './asked.ts'

export interface Engine extends AskedPeer {
  /** The pages it knows for a picture's address. */
  knows: Map<string, string[]>
  /** Addresses that it was asked about, in order. */
  addresses(): string[]
}

export const engineKey = 'a-key-of-ours-0123456789'

export async function startTinEye({ left = 5000 }: { left?: number } = {}): Promise<Engine> {
  const knows = new Map<string, string[]>()
  const peer = await startAsked(({ path, query, headers }) => {
    if (headers['x-api-key'] !== engineKey) return { status: 401, json: { code: 401, messages: ['API Key'] } }
    if (path === '/remaining_searches/')
      return { json: { code: 200, messages: [], results: { bundles: [], total_remaining_searches: left } } }
    if (path !== '/search/') return undefined
    const pages = knows.get(query.get('image_url') ?? '') ?? []
    const matches = pages.map((backlink) => ({
      image_url: 'https://img.tineye.example/1',
      domain: 'leak.example',
      score: 97.4,
      backlinks: [{ url: `${backlink}/a.jpg`, backlink, crawl_date: '2025-03-01' }],
    }))
    return { json: { code: 200, messages: [], stats: { total_results: matches.length }, results: { matches } } }
  })
  const addresses = () => peer.questions.flatMap(({ query }) => query.get('image_url') ?? [])
  return Object.assign(peer, { knows, addresses })
}

export async function startCloudVision(): Promise<Engine & { error: { code: number } | null }> {
  const knows = new Map<string, string[]>()
  const asked = ({ body }: { body: string }): string =>
    (JSON.parse(body) as { requests: { image: { source: { imageUri: string } } }[] }).requests[0]?.image.source
      .imageUri ?? ''
  const peer = await startAsked((question) => {
    if (question.path !== '/v1/images:annotate' || question.method !== 'POST') return undefined
    if (question.headers['x-goog-api-key'] !== engineKey)
      return { status: 403, json: { error: { code: 403, status: 'PERMISSION_DENIED' } } }
    if (engine.error) return { json: { responses: [{ error: { ...engine.error, message: 'no' } }] } }
    const pages = knows.get(asked(question)) ?? []
    const webDetection = {
      webEntities: [{ entityId: '/m/0', score: 0.9, description: 'A guess about a person' }],
      fullMatchingImages: [],
      partialMatchingImages: [],
      pagesWithMatchingImages: pages.map((url) => ({ url, pageTitle: 'a title' })),
      visuallySimilarImages: [{ url: 'https://elsewhere.example/only-alike.jpg' }],
    }
    return { json: { responses: [{ webDetection }] } }
  })
  const engine = Object.assign(peer, {
    knows,
    error: null as { code: number } | null,
    addresses: () => peer.questions.map(asked),
  })
  return engine
}
