import { AxeBuilder } from '@axe-core/playwright'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Journey, type Person, startJourney } from './person.ts'

let journey: Journey
let pack: { json: Buffer; pdf: Buffer }
beforeAll(async () => {
  journey = await startJourney()
  pack = await makePack(journey.service.url)
})
afterAll(() => journey[Symbol.asyncDispose]())

test('a pack is checked without a connection, and nothing of it leaves the device', async () => {
  const reader = await atCheck()

  await choose(reader, { 'pack.json': pack.json, 'pack.pdf': pack.pdf })

  expect(await shown(reader)).toEqual({ says: ['fits', 'ours'], problems: [] })
  expect(await reader.page.locator('[data-fact="number"] dd').textContent()).toMatch(/^[0-9a-f]{12}$/)
  expect(reader.sent.filter(({ method, body }) => method !== 'GET' || body !== '')).toEqual([])
  expect(reader.complaints).toEqual([])
})

test('a pack that was changed is told apart, and so is a PDF that is another', async () => {
  const reader = await atCheck()
  const json = Buffer.from(pack.json.toString().replace('AbCdEf12', 'AbCdEf13'))
  const pdf = Buffer.from(pack.pdf)
  pdf[500] = (pdf[500] ?? 0) ^ 1

  await choose(reader, { 'pack.json': json, 'pack.pdf': pack.pdf })
  expect(await shown(reader)).toEqual({ says: ['differs'], problems: ['signature'] })
  await choose(reader, { 'pack.json': pack.json, 'pack.pdf': pdf })
  expect(await shown(reader)).toEqual({ says: ['differs'], problems: ['pdf'] })
})

test('by keyboard alone the files are reached after the way out and the help', async () => {
  const { page } = await atCheck()

  for (let press = 0; press < 12; press++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.id === 'files')) return
  }
  throw new Error('The choice of files was not reached.')
})

test('one file after the other, a zip of both, and what is no pack', async () => {
  const reader = await atCheck()

  await choose(reader, { 'pack.pdf': pack.pdf })
  expect(await shown(reader)).toEqual({ says: ['json-missing'], problems: [] })
  await choose(reader, { 'pack.json': pack.json })
  expect(await shown(reader)).toEqual({ says: ['fits', 'ours'], problems: [] })
  await choose(reader, { 'letter.json': Buffer.from('{"hello": 1}') })
  expect(await shown(reader)).toEqual({ says: ['none'], problems: [] })
  const zip = Buffer.from(zipSync({ 'pack.json': pack.json, 'pack.pdf': pack.pdf }))
  await choose(reader, { 'pack.zip': zip })
  expect(await shown(reader)).toEqual({ says: ['fits', 'ours'], problems: [] })
  await choose(reader, { 'pack.json': pack.json })
  expect(await shown(reader)).toEqual({ says: ['fits', 'ours'], problems: [] })
})

test.each([
  ['fr-BE', 'Dossier'],
  ['nl-BE', 'dossier'],
  ['de-DE', 'Mappe'],
  ['en-GB', 'pack'],
])('on a small phone in %s the page fits, and the result is read out', async (locale, word) => {
  const reader = await atCheck({ locale, viewport: { width: 360, height: 740 } })

  await choose(reader, { 'pack.json': pack.json, 'pack.pdf': pack.pdf })

  const { page } = reader
  expect(await page.locator('[data-says="fits"]').textContent()).toMatch(new RegExp(word, 'i'))
  expect(await page.locator('[aria-live="polite"] [data-says="fits"]').isVisible()).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

/** On the page, the connection cut once it is open. */
async function atCheck(options = {}): Promise<Person> {
  const reader = await journey.person(options)
  await reader.visit('/check')
  await reader.page.locator('#files').waitFor()
  await reader.context.setOffline(true)
  return reader
}

async function choose({ page }: Person, files: Record<string, Buffer>): Promise<void> {
  const all = Object.entries(files).map(([name, buffer]) => ({ name, mimeType: 'application/octet-stream', buffer }))
  await page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>('[data-says]')) part.hidden = true
  })
  await page.locator('#files').setInputFiles(all)
  await page.locator('[data-says]:not([hidden]):not([data-says="reading"])').first().waitFor()
}

async function shown({ page }: Person): Promise<{ says: string[]; problems: string[] }> {
  return page.evaluate(() => {
    const names = (name: string) =>
      [...document.querySelectorAll<HTMLElement>(`[data-${name}]:not([hidden])`)].map(
        (part) => part.dataset[name] ?? '',
      )
    return { says: names('says'), problems: names('problem') }
  })
}

/** As the command line asks for one. */
async function makePack(url: string): Promise<typeof pack> {
  const ask = async (path: string, body: object, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const answer = await fetch(`${url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const locations = ['https://discord.gg/AbCdEf12']
  const opened = await ask('/cases', { statement: true, ageBand: 'adult', country: 'BE', lang: 'nl', locations })
  const { token } = await ask('/session', { case: opened.case, passphrase: opened.passphrase })
  const { json, pdf } = await ask('/case/evidence', {}, token)
  return { json: Buffer.from(json), pdf: Buffer.from(pdf, 'base64') }
}
