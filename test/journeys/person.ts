/**
 * A person at a phone: a real browser on the real service. Everything that leaves the browser is written down, so that a
 * test can look for what must not.
 */

import type { BrowserContext, BrowserContextOptions, Page } from 'playwright'
import sharp from 'sharp'
import { launchBrowser, type TestBrowser } from '../browser.ts'
import { buildPages } from '../pages.ts'
import { type Service, startService } from '../service.ts'

export interface Sent {
  method: string
  url: string
  body: string
}

export interface Person {
  page: Page
  context: BrowserContext
  /** Every request of the browser, in order. */
  sent: Sent[]
  /** What the page complained about: scripts that failed, a policy that was broken. */
  complaints: string[]
  /** Opens a page of the service. */
  visit(path: string): Promise<void>
  /** Presses the button of the questions, and waits until the step is shown. */
  go(button: string, step: string): Promise<void>
  /** From the first page to an open file, with these pictures and links. */
  enrol(with_: { pictures?: Picture[]; links?: string; age?: string }): Promise<{ number: string; words: string }>
}

export interface Picture {
  name: string
  mimeType: string
  buffer: Buffer
}

export interface Journey extends AsyncDisposable {
  service: Service
  browser: TestBrowser
  person(options?: BrowserContextOptions): Promise<Person>
}

export async function startJourney(): Promise<Journey> {
  buildPages()
  const opened = new AsyncDisposableStack()
  const service = opened.use(await startService())
  const browser = opened.use(await launchBrowser())
  return {
    service,
    browser,
    person: (options) => meet(service.url, browser, options),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

async function meet(url: string, browser: TestBrowser, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.open(options)
  // There is no world outside: whatever is asked of it is written down and answered with an empty page.
  await context.route(
    (to) => !to.href.startsWith(url),
    (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Weather</title>' }),
  )
  const page = await context.newPage()
  const sent: Sent[] = []
  const complaints: string[] = []
  context.on('request', (request) => {
    sent.push({
      method: request.method(),
      url: request.url(),
      body: request.postDataBuffer()?.toString('latin1') ?? '',
    })
  })
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (line) => {
    if (line.type() === 'error' && !/status of (?:4\d\d|503)/.test(line.text())) complaints.push(line.text())
  })
  const go = async (button: string, step: string) => {
    await page.locator(`button[name="go"][value="${button}"]`).click()
    await page.locator(`form[data-step="${step}"]`).waitFor()
  }
  return {
    page,
    context,
    sent,
    complaints,
    go,
    visit: async (path) => void (await page.goto(url + path)),
    async enrol({ pictures = [], links = '', age = 'adult' }) {
      await page.goto(url)
      await page.locator('a[href="/start"]').click()
      await go('next', 'age')
      await page.locator(`input[name="age"][value="${age}"]`).check()
      await go('next', age === 'adult' ? 'country' : 'minor')
      if (age !== 'adult') await go('next', 'country')
      await page.locator('#country').selectOption('BE')
      await go('next', 'pictures')
      if (pictures.length > 0) await choose(page, pictures)
      await go('next', 'links')
      await page.locator('#links').fill(links)
      await go('next', 'reach')
      await page.locator('input[name="reach"][value="none"]').check()
      await go('next', 'ready')
      await page.locator('input[name="statement"]').check()
      await go('next', 'words')
      const words = await page.locator('.secret li').allTextContents()
      const number = (await page.locator('p.secret').textContent()) ?? ''
      await go('check', 'check')
      await page.locator('#word').fill(words[2] ?? '')
      await page.locator('button[value="open"]').click()
      await page.waitForURL('**/home')
      return { number, words: words.join(' ') }
    },
  }
}

/** From the first page to where pictures are chosen. */
export async function toPictures({ visit, go, page }: Person): Promise<void> {
  await visit('/start')
  await go('next', 'age')
  await page.locator('input[name="age"][value="adult"]').check()
  await go('next', 'country')
  await page.locator('#country').selectOption('BE')
  await go('next', 'pictures')
}

/** The lines that the form carries. */
export async function linesOf(page: Page): Promise<Line[]> {
  return JSON.parse((await page.locator('input[name="pictures"]').inputValue()) || '[]')
}

export interface Line {
  pdqs: string[]
  weak: string[]
  vpdqs: string[]
  sha256: string
  md5: string
  cids: string[]
}

/** Chooses pictures and waits until each has its fingerprints, or its reason. */
export async function choose(page: Page, pictures: Picture[]): Promise<void> {
  await page.locator('#choose').setInputFiles(pictures)
  await page.waitForFunction(
    (count) =>
      document.querySelectorAll('.pictures li').length >= count &&
      document.querySelector<HTMLElement>('progress[data-part="bar"]')?.hidden,
    pictures.length,
  )
}

/** A made-up picture: waves of colour that nobody took. */
export async function aPhoto(
  seed: number,
  options: { width?: number; height?: number; orientation?: number } = {},
): Promise<Picture> {
  const { width = 640, height = 480, orientation } = options
  const data = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3
      data[at] = 128 + 120 * Math.sin(x / (9 + seed) + y / 31)
      data[at + 1] = (x * (y >> 3) * seed) % 256
      data[at + 2] = 128 + 120 * Math.cos((x * y) / (2000 * seed) + seed)
    }
  const raw = sharp(data, { raw: { width, height, channels: 3 } })
  const buffer = await (orientation ? raw.withMetadata({ orientation }).png() : raw.png()).toBuffer()
  return { name: `holiday-${seed}.png`, mimeType: 'image/png', buffer }
}
