import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Journey, startJourney } from './person.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
})
afterAll(() => journey[Symbol.asyncDispose]())

describe.each([
  { locale: 'en-GB', colorScheme: 'light' as const, viewport: { width: 390, height: 844 } },
  { locale: 'fr-BE', colorScheme: 'dark' as const, viewport: { width: 320, height: 640 } },
  { locale: 'de-DE', colorScheme: 'light' as const, viewport: { width: 320, height: 640 } },
])('$locale, $colorScheme', (options) => {
  test('no page has anything that keeps somebody out', { timeout: 240_000 }, async () => {
    const her = await journey.person(options)
    const found: string[] = []
    const look = async () => found.push(...(await problems(her.page)))

    for (const path of ['/', '/help', '/leave', '/in', '/start', '/nowhere']) {
      await her.visit(path)
      await look()
    }
    await her.visit('/start')
    await her.go('next', 'age')
    await look()
    await her.page.locator('button[value="next"]').click()
    await her.page.locator('main .problem').first().waitFor()
    await look()
    await her.page.locator('input[value="under-16"]').check()
    for (const [step, answer] of [
      ['minor', async () => {}],
      ['country', async () => void (await her.page.locator('#country').selectOption('BE'))],
      ['pictures', async () => her.page.locator('summary').first().click()],
      ['links', async () => her.page.locator('#links').fill('https://discord.gg/AbCdEf12')],
      ['reach', async () => her.page.locator('input[value="none"]').check()],
      ['ready', async () => her.page.locator('input[name="statement"]').check()],
    ] as const) {
      await her.go('next', step)
      await answer()
      await look()
    }
    await her.go('next', 'words')
    await look()
    await her.go('check', 'check')
    await look()
    await her.page.locator('button[value="skip"]').click()
    await her.page.waitForURL('**/home')
    await her.page.locator('form[action="/practice"] button').click()
    await her.page.locator('#practising a[href^="/m/"]').waitFor({ timeout: 20_000 })
    const message = await her.page.locator('#practising a[href^="/m/"]').getAttribute('href')
    const request = await her.page.locator('a[href^="/r/"]').first().getAttribute('href')
    for (const path of ['/home', `${message}`, `${request}`, '/add', '/list', '/reach', '/erase']) {
      await her.visit(path)
      await look()
    }

    expect(found).toEqual([])
  })
})

/** Axe's findings, targets below 44 px, and whatever makes a phone scroll sideways. */
async function problems(page: Page): Promise<string[]> {
  const at = new URL(page.url()).pathname
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'a, button, summary, select, input:not([type="hidden"], [type="radio"], [type="checkbox"]), textarea, .choice',
      ),
    ]
      .filter((one) => one.checkVisibility() && !one.closest('p, li > span, .skip') && !one.classList.contains('skip'))
      .filter((one) => one.getBoundingClientRect().height < 43.5)
      .map((one) => `small: ${one.outerHTML.slice(0, 100)}`),
  )
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${at} ${id}: ${html.slice(0, 160)}`)),
    ...small.map((one) => `${at} ${one}`),
    ...(wide ? [`${at} scrolls sideways`] : []),
  ]
}
