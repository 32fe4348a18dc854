import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Journey, startJourney } from './person.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
})
afterAll(() => journey[Symbol.asyncDispose]())

async function atHome(options = {}) {
  const her = await journey.person({ locale: 'fr-BE', ...options })
  await her.enrol({ links: 'https://discord.gg/AbCdEf12' })
  return her
}

test('Shift three times leaves, says how many are left, and Back shows the first page', async () => {
  const her = await atHome()
  const { page } = her

  await page.keyboard.press('Shift')
  expect(await page.locator('.out output').textContent()).toContain('encore 2 fois')
  await page.keyboard.press('Shift')
  expect(await page.locator('.out output').textContent()).toContain('encore 1 fois')
  await page.keyboard.press('Shift')
  await page.waitForURL('https://www.meteo.be/')
  await page.goBack()
  await page.waitForURL((url) => url.href.startsWith(journey.service.url))

  expect(await page.locator('h1').textContent()).not.toContain('dossier')
  await her.visit('/home')
  expect(new URL(page.url()).pathname).toMatch(/^\/(?:in)?$/)
})

test('writing capitals is no way out', async () => {
  const { page } = await atHome()
  await page.locator('a[href="/add"]').first().click()
  await page.waitForURL('**/add')

  await page.locator('#links').pressSequentially('ABC')
  for (const letter of ['A', 'B', 'C', 'D']) await page.keyboard.press(`Shift+${letter}`)

  expect(new URL(page.url()).pathname).toBe('/add')
})

test('the way out is the second stop of the keyboard, and the page is covered at once', async () => {
  const { page } = await atHome()
  const covered = page.waitForEvent('console', (line) => line.text() === 'covered')
  await page.evaluate(() => {
    const told = () => document.querySelector('.cover') && console.info('covered')
    new MutationObserver(told).observe(document.body, { childList: true })
  })

  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'))
  await page.keyboard.press('Enter')
  await covered
  await page.waitForURL('https://www.meteo.be/')

  expect(focused).toBe('/out')
})

test('no referrer tells the other site where she came from', async () => {
  const her = await atHome()
  const asked = her.context.waitForEvent('request', (request) => request.url().startsWith('https://www.meteo.be'))

  await her.page.locator('.leave').click()

  expect((await asked).headers().referer).toBeUndefined()
})

test('the plain link does the same without a script', async () => {
  const her = await atHome({ javaScriptEnabled: false })

  const answered = her.page.waitForResponse(`${journey.service.url}/out`)
  await her.page.locator('.leave').click({ noWaitAfter: true })
  const answer = await answered
  // In a tab of its own: hers is on its way to the other site.
  const tab = await her.context.newPage()
  await tab.goto(`${journey.service.url}/home`)

  expect(answer.headers().location).toBe('https://www.meteo.be/')
  expect(new URL(tab.url()).pathname).toBe('/')
})

test('two minutes before the session ends a warning is heard, and one press prolongs it', async () => {
  const her = await journey.person()
  await her.page.clock.install()
  await her.enrol({ links: 'https://discord.gg/AbCdEf12' })

  await her.page.clock.fastForward('13:01')
  const warning = her.page.getByRole('alert')
  expect(await warning.textContent()).toContain('You will be signed out in 2 minutes.')
  await warning.getByRole('button').click()

  await warning.waitFor({ state: 'detached' })
  expect(her.sent.at(-1)?.url).toBe(`${journey.service.url}/stay`)
})
