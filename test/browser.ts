/** One Chromium for the tests, found as the product finds it (worker/net/chromium.ts). */
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright'
import { findChromium } from '#worker/net/chromium.ts'

export interface TestBrowser extends AsyncDisposable {
  browser: Browser
  /** A private window of its own: a phone by default. */
  open(options?: BrowserContextOptions): Promise<BrowserContext>
}

const cache = fileURLToPath(new URL('../node_modules/.cache/vigie-chromium', import.meta.url))

/** No name but this machine's is known: a test that asks for another fails at once instead of waiting for it. */
const onlyHere = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'

export async function launchBrowser(): Promise<TestBrowser> {
  const browser = await chromium.launch({
    ...(await findChromium({ chosen: process.env.VIGIE_CHROMIUM, folder: cache })),
    args: [onlyHere],
  })
  return {
    browser,
    open: (options) =>
      browser.newContext({
        viewport: { width: 390, height: 844 },
        locale: 'en-GB',
        timezoneId: 'Europe/Brussels',
        ...options,
      }),
    [Symbol.asyncDispose]: () => browser.close(),
  }
}
