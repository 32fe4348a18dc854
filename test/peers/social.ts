/** Places of the outside on loopback: what each address answers is set by a test, and what was asked is kept. */
import type { Asked, Net } from '#core/ports.ts'
import { createNet } from '#worker/net/http.ts'
import { startWebHost } from './web-host.ts'

type Page = Parameters<Awaited<ReturnType<typeof startWebHost>>['set']>[1]

export interface Places extends AsyncDisposable {
  /** The guarded client, for which every host of the outside is this one; the answers name the host that was asked. */
  net: Pick<Net, 'get' | 'ask' | 'stream' | 'connect'>
  /** `METHOD https://host/path`, in order. */
  asked(): string[]
  set(url: string, page: Page): void
  /** What every address answers that was not set. Default: 500. */
  otherwise(page: Page): void
  /** Which relay stands behind `wss://host`; none: it cannot be reached. */
  relays: Map<string, string>
}

export async function startPlaces(): Promise<Places> {
  const host = await startWebHost()
  const client = createNet({ allowNets: ['127.0.0.0/8'], userAgent: 'Vigie-test/1' })
  const inward = (url: string) => url.replace(/^https:\/\//, `${host.origin}/`)
  const outward = (url: string) => url.replace(`${host.origin}/`, 'https://')
  const told = (answer: Asked): Asked => {
    const to = answer.headers.get('location')
    const headers = new Headers(answer.headers)
    if (to !== null) headers.set('location', outward(to))
    return { ...answer, headers, text: answer.text, url: outward(answer.url) }
  }
  host.otherwise = () => ({ status: 500, body: 'not set by the test' })
  const relays = new Map<string, string>()
  return {
    relays,
    net: {
      get: async (url, options) => told(await client.get(inward(url), options)),
      ask: async (url, options) => told(await client.ask(inward(url), options)),
      stream: (url, options) => client.stream(inward(url), options),
      connect: (url, options) => client.connect(relays.get(url) ?? 'ws://127.0.0.1:1', options),
    },
    asked: () => host.asked.map((line) => line.replace(' /', ' https://')),
    otherwise(page) {
      host.otherwise = () => (typeof page === 'string' ? { body: page } : page)
    },
    set(url, page) {
      const { headers = {}, ...rest } = typeof page === 'string' ? { body: page } : page
      const location = headers.location === undefined ? {} : { location: inward(headers.location) }
      host.set(inward(url).slice(host.origin.length), { ...rest, headers: { ...headers, ...location } })
    },
    async [Symbol.asyncDispose]() {
      await client[Symbol.asyncDispose]()
      await host[Symbol.asyncDispose]()
    },
  }
}
