/** A person who asks a simulated host for removal: the host's site, its abuse desk, and her requests. */
import type { Facts } from '#knowledge/facts.ts'
import { shippedFacts } from '#knowledge/facts.ts'
import type { Route } from '#knowledge/platforms/platform.ts'
import { type Case, readCase } from '#store/cases.ts'
import { type Request, readRequests, setAnswers } from '#store/requests.ts'
import { grantSending, queueSending } from '#store/sendings.ts'
import { type MailIn, startMailIn } from '#worker/net/mail-in.ts'
import { type Installation, type InstallationOptions, type Person, startInstallation } from './installation.ts'
import { deskAddress, type HostDesk, startHostDesk } from './peers/host-desk.ts'
import { aPage, startWebHost, type WebHost } from './peers/web-host.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
const domain = 'in.example'
const log = { info: () => {}, warn: () => {}, error: () => {} }
const album = aPage('Summer at the lake', '<h1>Summer</h1><p>Twelve pictures of a week at the lake, and a dog.</p>')

export interface Asking extends AsyncDisposable {
  vigie: Installation
  /** May be changed before a worker is started. */
  options: InstallationOptions
  host: WebHost
  desk: HostDesk
  person: Person
  of: Case
  requests(): Promise<Request[]>
  /** Her request on this ground; of several the latest. */
  request(ground?: string): Promise<Request>
  /** What she was told of her requests and places, by kind, the earliest first. */
  told(): Promise<string[]>
  /** She answers what is asked, agrees to the route, and has it sent. */
  send(ground?: string): Promise<string>
  /** She agrees to the route and answers; nothing is queued. */
  ready(ground?: string): Promise<Request>
  /** Moves the clock and lets happen what is due. */
  pass(ms: number): Promise<void>
  now(): Date
}

/** The route of every website: one desk, which takes the two laws that are asked at once. */
const route: Route = {
  id: 'abuse-mail',
  recipient: 'The abuse desk',
  to: { email: deskAddress },
  grounds: ['dsa16', 'tida'],
  source: 'https://host.example/abuse',
  checked: '2026-11-24',
  sure: 'published',
}
const facts: Facts = { ...shippedFacts, routes: () => [route] }

export async function startAsking({
  paths = ['/album/7'],
  country = 'BE',
  worker = true,
}: {
  paths?: string[]
  country?: string
  worker?: boolean
} = {}): Promise<Asking> {
  await using opened = new AsyncDisposableStack()
  let mailIn: MailIn | null = null
  const host = opened.use(await startWebHost())
  const desk = opened.use(await startHostDesk(() => mailIn?.port ?? 0))
  const options: InstallationOptions = { mailDomain: domain, smtpUrl: desk.url, digestMs: 0, facts, worker }
  const vigie = opened.use(await startInstallation(options))
  const now = () => Date.now() + vigie.clock.ms
  const { store } = vigie
  mailIn = opened.use(await startMailIn({ host: '127.0.0.1', port: 0, domain, log, resolve: desk.resolve, store, now }))
  for (const path of paths) host.set(path, album)
  const locations = paths.map((path) => `${host.origin}${path}`)
  const person = await vigie.enrol({ locations, country })
  const [row] = await store.db.selectFrom('cases').select('id').execute()
  const of = await readCase(store, row?.id as Case['id'])
  const held = opened.move()

  const asking: Asking = {
    vigie,
    options,
    host,
    desk,
    person,
    of,
    now: () => new Date(now()),
    requests: () => readRequests(store, of),
    async request(ground = 'dsa16') {
      const found = (await asking.requests()).findLast((each) => each.ground === ground)
      if (!found) throw new Error(`No request on ${ground}.`)
      return found
    },
    async told() {
      const news = (await person.inbox()).flatMap(({ news }) => news)
      return news.sort((a, b) => a.at.localeCompare(b.at)).map(({ kind }) => kind)
    },
    async ready(ground) {
      const request = await asking.request(ground)
      const answers = { 'dsa16.identity': 'Ada Example, ada@her.example', 'tida.signature': 'Ada Example' }
      await setAnswers(store.db, of, request, answers, asking.now())
      const { platform } = request.location
      await grantSending(store.db, of, {
        platform,
        route: request.route,
        words: 'Send it for me.',
        since: asking.now(),
      })
      return request
    },
    async send(ground) {
      const request = await asking.ready(ground)
      const id = await queueSending(store.db, of, { requestId: request.id, to: deskAddress, lang: 'en' }, asking.now())
      await asking.pass(0)
      return id
    },
    async pass(ms) {
      vigie.clock.advance(ms)
      for (const stage of ['send', 'watch', 'follow-up', 'alert'])
        await store.pool.query('select pg_notify($1, $2)', ['vigie_work', stage])
      await vigie.idle()
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  }
  return asking
}
