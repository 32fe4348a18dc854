/**
 * The process in which a look happens: it fetches one public picture, makes its fingerprints in memory and tells them
 * alone. It has no environment, no database, and by its permissions can write no file and start no process.
 */
import { createHash } from 'node:crypto'
import { lookViews, type Pixels } from '#core/fingerprint/index.ts'
import { createNet } from './http.ts'
import type { LookAnswer, LookOrder, LookPrint } from './look.ts'
import { createRobots } from './robots.ts'

const mostBytes = 20 * 1024 * 1024
const mostPixels = 50_000_000
const mostHops = 5
/** Files shorter than this are shared by thousands. */
const leastBytes = 300
const fetchMs = 30_000

type Start = Extract<LookOrder, { type: 'start' }>
type Tools = Awaited<ReturnType<typeof open>>

let memoryBytes = Number.POSITIVE_INFINITY
let tools: Promise<Tools> | undefined
/** One picture is decoded at a time, so that memory is bounded by one. */
let decoding: Promise<unknown> = Promise.resolve()

process.on('message', (order: LookOrder) => {
  if (order.type === 'start') {
    tools = open(order)
    tools.then(
      () => tell({ type: 'ready' }),
      () => tell({ type: 'no-decoder' }),
    )
    memoryBytes = order.memoryBytes
    setInterval(endIfGrown, 100).unref()
  } else void look(order.id, order.url)
})
process.on('disconnect', () => process.exit(0)) // the worker is gone: nobody would hear the answer

async function open({ allowNets, userAgent }: Start) {
  const decode = await import('./decode.ts')
  const net = createNet({ allowNets, userAgent })
  return { ...decode, net, robots: createRobots({ net, now: () => performance.now() }) }
}

function tell(answer: LookAnswer): void {
  process.send?.(answer)
}

async function look(id: number, url: string): Promise<void> {
  try {
    const opened = await tools
    if (!opened) throw new Error('It was asked before it was started.')
    const bytes = await fetchPicture(url, opened)
    const turn = decoding.then(() => printsOf(bytes, opened))
    decoding = turn.catch(() => {})
    tell({ type: 'looked', id, prints: await turn })
  } catch (error) {
    tell({ type: 'unread', id, code: error instanceof Error ? error.name : 'unknown' })
  }
}

/** The picture behind the address; each hop keeps to its host's wishes. Throws for anything but a picture's bytes. */
async function fetchPicture(address: string, { net, robots }: Tools): Promise<Uint8Array> {
  let url = address
  for (let hops = 0; hops <= mostHops; hops++) {
    if (!(await robots.allows(url))) throw new Declined()
    const got = await net.ask(url, { maxBytes: mostBytes, timeoutMs: fetchMs, headers: { accept: 'image/*' } })
    if (got.status === 200) return got.bytes
    const next = got.status >= 300 && got.status < 400 ? got.headers.get('location') : null
    if (!next || !URL.canParse(next, url)) throw new Declined()
    url = new URL(next, url).href
  }
  throw new Declined()
}

/** The host does not want it to be fetched, or has nothing there. */
class Declined extends Error {
  override readonly name = 'Declined'
}

async function printsOf(bytes: Uint8Array, { decodePicture, kindOf }: Tools): Promise<LookPrint[]> {
  const kind = kindOf(bytes)
  if (bytes.length < leastBytes || kind === 'unknown') return [] // a page that says no, most likely
  const digests: LookPrint[] = (['sha256', 'md5'] as const).map((type) => ({
    type,
    hex: createHash(type).update(bytes).digest('hex'),
  }))
  if (kind === 'video' || kind === 'PDF' || kind === 'SVG' || kind === 'HEIC') return digests
  const { pixels, overWhite } = await decodePicture(bytes, { mostPixels })
  endIfGrown() // making views lets no timer through
  const views = [pixels, ...(overWhite ? [overWhite] : [])].flatMap((each: Pixels) => lookViews(each))
  const told = new Map(views.map((view) => [view.pdq, view]))
  return [
    ...[...told.values()].map(
      ({ pdq, quality, weakness }): LookPrint => ({ type: weakness ? 'pdq-weak' : 'pdq', hex: pdq, quality }),
    ),
    ...digests,
  ]
}

/** JavaScript's heap has its own bound; this one is for the decoder's memory beside it. */
function endIfGrown(): void {
  if (process.memoryUsage.rss() > memoryBytes) process.exit(1)
}
