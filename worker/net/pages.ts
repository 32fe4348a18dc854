/**
 * Pages: a browser in which pages of strangers are read.
 *
 * It has no network. Whatever a page asks for is taken from it before it is sent, fetched by the guarded client or
 * refused, and handed back: so addresses, redirects, sizes and times are judged there, and a name that changes its
 * address in between, a WebSocket, or a call over UDP finds no way out. Beneath that, no name resolves and every
 * connection is to go through a proxy that is not there.
 */
import type { Browser, BrowserContext, Page, Route } from 'playwright'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { Got, Log, Net, OpenPage, PageOptions, Pages } from '#core/ports.ts'
import { type ChromiumOptions, findChromium } from './chromium.ts'
import { refusal } from './faults.ts'
import { createPace } from './pace.ts'
import { createRobots } from './robots.ts'

const bounds = {
  pageBytes: 8 << 20,
  /** Of all that a page asks for besides itself. */
  restBytes: 16 << 20,
  requests: 60,
  redirects: 5,
  textLength: 4_000,
  items: 2_000,
  atOnce: 2,
}
const usualMs = 30_000
const settleMs = 3_000
const closeMs = 5_000

const noNetwork = [
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-background-networking',
  '--no-pings',
  '--js-flags=--max-old-space-size=256',
]

export interface PagesDeps extends ChromiumOptions {
  /** Every request goes through it. */
  net: Net
  userAgent: string
  log?: Log
}

/** The browser starts with the first page and ends when it is disposed. */
export function createPages(deps: PagesDeps): Pages & AsyncDisposable {
  const { net, userAgent, log } = deps
  const robots = createRobots({ net, now: () => performance.now() })
  const pace = createPace({ atOnce: bounds.atOnce, now: () => performance.now() })
  let launching: Promise<Browser> | null = null

  async function open(): Promise<Browser> {
    launching ??= launch(deps)
    try {
      const browser = await launching
      if (browser.isConnected()) return browser
    } catch (error) {
      launching = null
      throw error
    }
    launching = null
    return open()
  }

  /** The page itself, before any browser sees it: a stranger's answer that is no page costs no browser. */
  async function fetchPage(address: string, { timeoutMs = usualMs, signal }: PageOptions): Promise<Got> {
    const { host } = new URL(address)
    let url = address
    for (let hops = 0; hops <= bounds.redirects; hops++) {
      await mayRead(url, signal)
      const got = await net.ask(url, {
        maxBytes: bounds.pageBytes,
        timeoutMs,
        signal,
        headers: { accept: 'text/html,application/xhtml+xml' },
      })
      if (got.status === 200 || got.status === 404 || got.status === 410) return isPage(got, host)
      if (got.status < 300 || got.status >= 400) throw refusal(host, got.status, got.headers.get('retry-after'))
      const next = got.headers.get('location') ?? ''
      if (!URL.canParse(next, url)) throw new Malformed(`${host} redirects without saying where`)
      url = new URL(next, url).href
      if (new URL(url).host !== host)
        throw new Refused(`${host} redirects to another host: give the final address, if that is the one you mean`)
    }
    throw new Refused(`${host} redirects more than ${bounds.redirects} times: give the final address`)
  }

  async function mayRead(url: string, signal: AbortSignal | undefined): Promise<void> {
    if (await robots.allows(url, signal)) return
    const { host } = new URL(url)
    throw new Refused(`${host} asks automatic visitors to leave this page alone (robots.txt), and Vigie does`)
  }

  async function inBrowser<T>(got: Got, options: PageOptions, read: (page: OpenPage) => Promise<T>): Promise<T> {
    const { timeoutMs = usualMs, signal, scripts = false } = options
    const { host } = new URL(got.url)
    const browser = await open()
    const context = await browser.newContext({
      userAgent,
      javaScriptEnabled: scripts,
      acceptDownloads: false,
      serviceWorkers: 'block',
      permissions: [],
      locale: 'en-GB',
      timezoneId: 'UTC',
    })
    const over = Promise.withResolvers<never>()
    const timer = setTimeout(
      () => over.reject(new Unavailable(`The page of ${host} could not be read within ${timeoutMs / 1000} s`)),
      timeoutMs,
    )
    const stop = () => over.reject(signal?.reason)
    signal?.addEventListener('abort', stop, { once: true })
    const work = readIn(context, { got, options, net, read })
    work.catch(() => {}) // what comes after the end is of no use
    try {
      return await Promise.race([work, over.promise])
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      await close(context, browser)
    }
  }

  /** A page that does not let itself be closed takes its browser with it. */
  async function close(context: BrowserContext, browser: Browser): Promise<void> {
    const late = Promise.withResolvers<'late'>()
    const timer = setTimeout(() => late.resolve('late'), closeMs)
    const closing = context.close().catch(() => {})
    if ((await Promise.race([closing, late.promise])) === 'late') {
      log?.warn('pages.browser-ended')
      launching = null
      await browser.close().catch(() => {})
    }
    clearTimeout(timer)
  }

  return {
    async read(url, options, read) {
      const { signal } = options
      const got = await fetchPage(url, options)
      return pace.run('browser', () => inBrowser(got, options, read), { gapMs: 0, signal })
    },

    async [Symbol.asyncDispose]() {
      const browser = await launching?.catch(() => null)
      await browser?.close()
    },
  }
}

function isPage(got: Got, host: string): Got {
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(got.headers.get('content-type') ?? 'text/html')) return got
  throw new Malformed(`${host} answers something else than a page: check the address`)
}

async function launch({ chosen, folder, log }: PagesDeps): Promise<Browser> {
  const { executablePath, env } = await findChromium({ chosen, folder })
  const { chromium } = await import('playwright')
  const start = (chromiumSandbox: boolean) =>
    chromium.launch({
      executablePath,
      env,
      args: noNetwork,
      chromiumSandbox,
      handleSIGINT: false,
      handleSIGTERM: false,
    })
  try {
    return await start(true)
  } catch {
    // As root, or where the machine allows no namespaces of users, it has none.
    log?.warn('pages.no-sandbox')
    return await start(false).catch((cause: unknown) => {
      throw new Refused('Chromium does not start on this machine: set VIGIE_CHROMIUM to one that does.', { cause })
    })
  }
}

interface Reading<T> {
  got: Got
  options: PageOptions
  net: Net
  read: (page: OpenPage) => Promise<T>
}

async function readIn<T>(context: BrowserContext, { got, options, net, read }: Reading<T>): Promise<T> {
  const { timeoutMs = usualMs, scripts = false } = options
  const { host } = new URL(got.url)
  const left = Promise.withResolvers<'left'>()
  let page: Page
  try {
    await context.routeWebSocket(/.*/, (socket) => socket.close())
    page = await context.newPage()
    context.on('page', (another) => void another.close().catch(() => {}))
    const leaves = () => void setTimeout(left.resolve, settleMs, 'left').unref()
    await context.route(/.*/, answerWith({ got, options, net, page, leaves }))
    const loaded = page.goto(got.url, { waitUntil: 'domcontentloaded', timeout: timeoutMs })
    // A page that leaves while it is being loaded is cut off there, and Chromium never says that it is loaded.
    if ((await Promise.race([loaded, left.promise])) === 'left') {
      loaded.catch(() => {})
      throw new Unavailable(`The page of ${host} leads elsewhere by a script: give the final address`)
    }
    if (scripts) await page.waitForLoadState('networkidle', { timeout: settleMs }).catch(() => {})
  } catch (cause) {
    if (cause instanceof Unavailable) throw cause
    throw new Unavailable(`The page of ${host} cannot be opened in the browser`, { cause })
  }
  return read({ url: got.url, status: got.status, items: (...asked) => readItems(page, got.url, asked) })
}

interface Opened {
  page: Page
  /** Called when the page wants to go elsewhere. */
  leaves(): void
}

/** What keeps a page without scripts from refreshing itself, be it to `about:blank`, for which nobody is asked. */
const still = { 'content-security-policy': 'sandbox allow-same-origin' }
/** Answers a page that goes elsewhere and leaves it where it is; a refusal would be shown in its place. */
const stay = { status: 204 }

/** What the page is given: itself, and of its own origin what its scripts need. Never a picture, and nothing of others. */
function answerWith({ got, options, net, page, leaves }: Omit<Reading<unknown>, 'read'> & Opened) {
  const { allowOrigins = [], scripts = false, signal } = options
  const own = new URL(got.url).origin
  const given = {
    status: got.status,
    headers: { 'content-type': got.headers.get('content-type') ?? 'text/html', ...(scripts ? {} : still) },
    body: Buffer.from(got.bytes),
  }
  let isGiven = false
  let requests = 0
  let bytes = 0

  function isWanted(route: Route): boolean {
    const request = route.request()
    if (!scripts || request.method() !== 'GET' || ++requests > bounds.requests || bytes > bounds.restBytes) return false
    const { origin } = new URL(request.url())
    const kind = request.resourceType()
    if (kind === 'stylesheet') return origin === own || allowOrigins.includes(origin)
    return (kind === 'script' || kind === 'xhr' || kind === 'fetch') && origin === own
  }

  return async (route: Route): Promise<void> => {
    const request = route.request()
    try {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
        if (isGiven) leaves()
        const answer = isGiven ? stay : given
        isGiven = true
        await route.fulfill(answer)
        return
      }
      if (!isWanted(route)) {
        await route.abort('blockedbyclient')
        return
      }
      const left = Math.max(1, bounds.restBytes - bytes)
      const rest = await net.ask(request.url(), { maxBytes: left, timeoutMs: 10_000, signal })
      bytes += rest.bytes.byteLength
      const isRedirect = rest.status >= 300 && rest.status < 400 // where it leads is not looked at
      if (isRedirect) await route.abort('blockedbyclient')
      else
        await route.fulfill({
          status: rest.status,
          contentType: rest.headers.get('content-type') ?? 'application/octet-stream',
          body: Buffer.from(rest.bytes),
        })
    } catch {
      await route.abort('failed').catch(() => {}) // the page is closed by now
    }
  }
}

type Asked = Parameters<OpenPage['items']>

async function readItems(page: Page, url: string, [selector, fields, limit]: Asked) {
  const { host, origin } = new URL(url)
  const gone = (cause?: unknown) =>
    new Unavailable(`The page of ${host} left or was closed before it could be read`, { cause })
  const most = Math.min(limit, bounds.items)
  const read = await page
    .evaluate(collect, { selector, fields, limit: most, longest: bounds.textLength })
    .catch((cause: unknown) => {
      if (cause instanceof Error && /not a valid selector/.test(cause.message))
        throw new Refused('The recipe has a selector that is none: correct it, and try it with `vigie recipe try`')
      throw gone(cause)
    })
  // Nobody is asked for `about:blank` or a `blob:`; from there is no way back, so what was read is the page's if this is.
  if (!page.url().startsWith(`${origin}/`)) throw gone()
  // With scripts, the page decides what its own objects answer.
  const list: unknown[] = Array.isArray(read) ? read.slice(0, most) : []
  return list.map((item) => {
    const values: Record<string, unknown> = typeof item === 'object' && item !== null ? { ...item } : {}
    return Object.fromEntries(
      Object.keys(fields).map((name) => {
        const value = values[name]
        return [name, typeof value === 'string' ? value.slice(0, bounds.textLength) : null]
      }),
    )
  })
}

interface Collected {
  selector: string
  fields: Asked[1]
  limit: number
  longest: number
}

/** Runs in the page. An attribute that holds an address is given whole. */
function collect({ selector, fields, limit, longest }: Collected): Record<string, string | null>[] {
  const valueIn = (item: Element, field: { selector?: string; attribute?: string }): string | null => {
    const element = field.selector === undefined ? item : item.querySelector(field.selector)
    if (!element) return null
    if (field.attribute === undefined) return (element.textContent ?? '').slice(0, 20_000).replace(/\s+/g, ' ').trim()
    const value = element.getAttribute(field.attribute)
    if (value === null || !/(?:^|-)(?:href|src|poster|url)$/.test(field.attribute)) return value
    return URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI).href : value
  }
  return [...document.querySelectorAll(selector)]
    .slice(0, limit)
    .map((item) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [name, valueIn(item, field)?.slice(0, longest) ?? null]),
      ),
    )
}
