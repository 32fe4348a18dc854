import { mkdir, stat, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Journey, startJourney } from './person.ts'

const folder = new URL('../../docs/screens/', import.meta.url)

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
})
afterAll(() => journey[Symbol.asyncDispose]())

test('the pictures of the README show the pages as they are', async () => {
  const her = await journey.person()
  await mkdir(folder, { recursive: true })
  const shoot = async (name: string) => {
    const picture = await sharp(await her.page.screenshot())
      .png({ palette: true, colours: 32, effort: 10 })
      .toBuffer()
    const file = new URL(`${name}.png`, folder)
    const there = await sharp(file.pathname)
      .raw()
      .toBuffer()
      .catch(() => null)
    const { data } = await sharp(picture).raw().toBuffer({ resolveWithObject: true })
    // A clock on the page changes a few pixels: only a picture that really changed is written anew.
    if (!there || differ(there, data) > 0.01) await writeFile(file, picture)
    expect((await stat(file)).size).toBeLessThan(60_000)
  }

  await her.visit('/')
  await shoot('start')
  await her.enrol({ links: 'https://discord.gg/AbCdEf12' })
  await her.page.locator('form[action="/practice"] button').click()
  await her.page.locator('#practising a[href^="/m/"]').waitFor({ timeout: 20_000 })
  await her.visit('/home')
  await shoot('home')
  await her.page.locator('#practising a[href^="/m/"]').click()
  await her.page.waitForURL('**/m/**')
  await shoot('message')
})

/** The share of samples that differ to the eye. */
function differ(a: Buffer, b: Buffer): number {
  if (a.length !== b.length) return 1
  return a.reduce((sum, value, at) => sum + (Math.abs(value - (b[at] ?? 0)) > 64 ? 1 : 0), 0) / a.length
}
