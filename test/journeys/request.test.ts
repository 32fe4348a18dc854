import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Journey, startJourney } from './person.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
})
afterAll(() => journey[Symbol.asyncDispose]())

/** Axe's findings, and whether a phone scrolls sideways. */
async function problems(page: Page): Promise<string[]> {
  const at = new URL(page.url()).pathname.replace(/[\w-]{20,}/, 'ID')
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  return [
    ...violations.map(({ id, nodes }) => `${at}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`),
    ...(wide ? [`${at}: wider than the screen`] : []),
  ]
}

describe.each([
  { locale: 'en-GB', javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
  { locale: 'fr-BE', javaScriptEnabled: true, viewport: { width: 1280, height: 800 } },
  { locale: 'de-DE', javaScriptEnabled: true, viewport: { width: 390, height: 844 } },
])('$locale, scripts: $javaScriptEnabled', (options) => {
  test('from the first page to the timeline, one press at a time', { timeout: 240_000 }, async () => {
    const found: string[] = []
    const { number, words } = await (await journey.person({ locale: options.locale })).enrol({
      links: 'https://forum.example/threads/12#post-34',
    })
    const her = await journey.person(options)
    const { page } = her
    const look = async () => {
      // Axe is a script, and waits for ever where none runs.
      if (options.javaScriptEnabled) found.push(...(await problems(page)))
      expect(await page.title()).not.toMatch(/request|demande|antrag|picture|image|bild/i)
    }
    await her.visit('/now')
    await look()
    await her.visit('/in')
    await page.locator('#number').fill(number)
    await page.locator('#words').fill(words)
    await page.locator('main button[type="submit"]').click()
    await page.waitForURL('**/home')
    const request = await page.locator('a[href^="/r/"]').first().getAttribute('href')
    await her.visit(`${request}`)
    await look()
    await page.locator(`a[href^="/p/"]`).click()
    await look()
    await page.locator('main a.button.main').first().click()
    await page.locator('a.button.main[href$="/q"], a.button.main[href$="/l"]').click()
    for (let question = 0; question < 12 && /\/q/.test(page.url()); question++) {
      if (question === 0) await look()
      const field = page.locator('#answer')
      if (await field.count()) await field.fill('Ana Petit, ana@mail.example')
      else if (await page.locator('input[type="checkbox"]').count())
        await page.locator('input[type="checkbox"]').check()
      await page.locator('button[name="go"][value="next"]').click()
    }
    await page.waitForURL('**/l')
    await look()
    expect(await page.locator('#letter').textContent()).toContain('forum.example')
    await page.locator('a.button.main[href$="/s"]').click()
    await look()
    await page.locator('form[action$="/sent"] input[type="checkbox"]').check()
    await page.locator('form[action$="/sent"] button').click()
    await page.waitForURL('**/t?new')
    await look()
    await page.locator('button[value="refused"]').click()
    await page.locator('#steps').waitFor()
    await look()
    await her.visit(`${request}/by`)
    await look()

    expect(found).toEqual([])
    expect(her.complaints).toEqual([])
  })
})

test('a signature drawn with a mouse is shown as lines, and can be taken out', { timeout: 60_000 }, async () => {
  const her = await journey.person()
  const { page } = her
  await her.enrol({ links: 'https://discord.com/channels/11/22/33' })
  const links = await page.locator('a[href^="/r/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
  for (const link of new Set(links)) {
    await her.visit(`${link}/q?n=1`)
    if (await page.locator('form[data-part="signing"]').count()) break
  }
  const box = (await page.locator('svg.signature').boundingBox())!
  await page.mouse.move(box.x + 20, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 10, { steps: 5 })
  await page.mouse.up()
  await page.getByRole('button', { name: 'Use this' }).click()

  await page.getByRole('img', { name: 'Your drawn signature' }).waitFor()
  expect(await page.locator('svg.signature polyline').getAttribute('points')).toMatch(/^\d+,\d+(?: \d+,\d+)+$/)
  expect(await problems(page)).toEqual([])
  await page.getByRole('button', { name: 'Take it out' }).click()
  await page.locator('form[data-part="signing"]').waitFor()
  expect(her.complaints).toEqual([])
})
