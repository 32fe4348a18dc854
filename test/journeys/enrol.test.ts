import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPicture } from '#cli/picture.ts'
import { digestsOf, fromHex, hex, isBlank, type Pixels, pdqViews, printsOf } from '#core/fingerprint/index.ts'
import { aLine } from '../installation.ts'
import { startHttpList } from '../peers/http-list.ts'
import { until } from '../until.ts'
import { aPhoto, choose, type Journey, type Picture, type Sent, startJourney, toPictures } from './person.ts'

let journey: Journey
let folder: string
beforeAll(async () => {
  journey = await startJourney()
  folder = await mkdtemp(join(tmpdir(), 'vigie-enrol-'))
})
afterAll(async () => {
  await journey[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

test('from the first page to an erased file, with pictures, on a phone', async () => {
  const her = await journey.person()
  const { page } = her
  const pictures = [await aPhoto(1), await aPhoto(2, { width: 900, height: 700 })]

  const { number, words } = await her.enrol({ pictures, links: 'see https://discord.gg/AbCdEf12' })
  expect(await page.locator('main').textContent()).toContain('2 pictures, 1 link')

  await page.locator('form[action="/signout"] button').click()
  await her.visit('/in')
  await page.locator('#number').fill(number)
  await page.locator('#words').fill(words.toUpperCase())
  await page.locator('main button.main').click()
  await page.waitForURL('**/home')

  await page.locator('form[action="/practice"] button').click()
  await page.locator('#practising a[href^="/m/"]').click({ timeout: 20_000 })
  expect(await page.locator('h1').textContent()).toBe('This is a practice message')
  await page.locator('button[value="not-me"]').click()
  await page.getByText('You said: this is not me.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('link', { name: 'Take it down', exact: true }).click()
  await page.getByText('Do not send it to anybody.').waitFor()

  await her.visit('/home')
  await page.locator('a[href^="/r/"]').first().click()
  await sayItIsSent(page)
  await page.getByText('Sent. We wait for their answer.').waitFor()

  await her.visit('/erase')
  await page.getByRole('button', { name: 'Erase everything' }).click()
  await page.getByRole('button', { name: 'Yes, erase it now' }).click()
  await page.getByText('Everything is erased').waitFor()
  await her.visit('/home')

  expect(new URL(page.url()).pathname).toBe('/')
  expect(her.complaints).toEqual([])
  expectNothingLeft(her.sent, pictures)
})

test('the same without a script, by a link', async () => {
  const her = await journey.person({ javaScriptEnabled: false, locale: 'nl-BE' })
  const { page } = her

  await her.enrol({ links: 'mega.nz/folder/AbCdEfGh#abcdefghijklmnopqrstuv', age: '16-17' })
  await page.locator('form[action="/practice"] button').click()
  for (let i = 0; i < 40 && (await page.locator('#practising a[href^="/m/"]').count()) === 0; i++)
    await her.visit('/home')
  await page.locator('#practising a[href^="/m/"]').click()
  expect(await page.locator('h1').textContent()).toBe('Dit is een oefenbericht')
  await her.visit('/home')
  await page.locator('a[href^="/r/"]').first().click()
  await sayItIsSent(page)
  expect(await page.locator('main').textContent()).toContain('Verstuurd. We wachten op hun antwoord.')
  await her.visit('/erase')
  await page.locator('.final').click()
  await page.locator('.final[value="yes"]').click()

  expect(await page.locator('h1').textContent()).toBe('Alles is gewist')
  expect(her.sent.filter(({ url }) => !url.startsWith(journey.service.url))).toEqual([])
})

/** From a request's page: she looks at it once more, says that it is true, and that she has sent it. */
async function sayItIsSent(page: Page): Promise<void> {
  await page.locator('main a[href$="/l"]').last().click()
  await page.locator('main a[href$="/s"]').last().click()
  await page.locator('form[action$="/sent"] input[type="checkbox"]').check()
  await page.locator('form[action$="/sent"] button').click()
}

test('a page makes the very fingerprints that the command line makes', async () => {
  const her = await journey.person()
  const { page } = her
  const pictures = [
    await aPhoto(3),
    await aPhoto(4, { width: 513, height: 200 }),
    await aPhoto(5, { width: 600, height: 801 }),
    await aPhoto(6, { width: 300, height: 200, orientation: 6 }),
    await aCutOut(),
    await aGrey(),
  ]

  await toPictures(her)
  await choose(page, pictures)
  const made: unknown = JSON.parse(await page.locator('input[name="pictures"]').inputValue())

  expect(made).toEqual(await Promise.all(pictures.map(expected)))
  expect(await page.locator('.pictures li').last().textContent()).toMatch(/only the very same file|nearly identical/)
})

test('the lines that are shown are the lines that leave', async () => {
  const her = await journey.person()
  const { page } = her
  await toPictures(her)
  await choose(page, [await aPhoto(7)])
  await page.getByText('See exactly what leaves your device').click()
  await page.getByText('Picture 1: its').click()
  const one = await page.locator('[data-part="each"] pre', { hasText: 'sha256' }).textContent()
  await page.getByText('Everything, exactly as it is sent').click()
  const shown = await page.locator('[data-part="lines"]', { hasText: 'sha256' }).textContent()
  expect(shown).toBe(`[${one}]`)

  await her.go('next', 'links')

  const { body = '' } = her.sent.filter(({ method }) => method === 'POST').at(-1) ?? {}
  expect(new URLSearchParams(body).get('pictures')?.replace(/\r\n/g, '\n')).toBe(shown)
})

test('what is no picture is told kindly, and the rest goes on', async () => {
  const her = await journey.person()
  const { page } = her
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(600)])
  await toPictures(her)

  await choose(page, [
    { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a'.repeat(1000)) },
    { name: 'b.heic', mimeType: 'image/heic', buffer: heic },
    { name: 'c.png', mimeType: 'image/png', buffer: Buffer.from('tiny') },
    await aPhoto(8),
    await aPhoto(8),
  ])

  const lines = await page.locator('.pictures li').allTextContents()
  expect(lines[0]).toContain('This file is not a picture')
  expect(lines[1]).toContain('HEIC')
  expect(lines[2]).toContain('too small')
  expect(lines[3]).toContain('Ready')
  expect(lines[4]).toContain('already chose')
  expect(JSON.parse(await page.locator('input[name="pictures"]').inputValue())).toHaveLength(1)
})

test('a browser that changes what is read from a canvas is told so, and nothing is enrolled', async () => {
  const her = await journey.person()
  const { page } = her
  // As some browsers do against being recognised: one bit of noise in what scripts read.
  await her.context.route('**/assets/worker-*.js', async (route) => {
    const answer = await route.fetch()
    const noisy = `const read = OffscreenCanvasRenderingContext2D.prototype.getImageData
      OffscreenCanvasRenderingContext2D.prototype.getImageData = function (...of) {
        const seen = read.apply(this, of); seen.data[40] ^= 1; return seen };`
    await route.fulfill({ response: answer, body: noisy + (await answer.text()) })
  })
  await toPictures(her)

  await choose(page, [await aPhoto(9)])

  await page.getByText('Use another browser for this step.').first().waitFor()
  expect(await page.locator('input[name="pictures"]').inputValue()).toBe('')
})

test('Back in the browser goes one question back, and what was chosen stays', async () => {
  const her = await journey.person()
  const { page } = her
  await toPictures(her)
  await choose(page, [await aPhoto(10)])
  await her.go('next', 'links')
  await page.locator('#links').fill('https://discord.gg/AbCdEf12')

  await page.goBack()
  await page.locator('form[data-step="pictures"]').waitFor()
  expect(await page.locator('.pictures canvas').count()).toBe(1)
  await page.goBack()
  await page.locator('form[data-step="country"]').waitFor()
  expect(await page.locator('#country').inputValue()).toBe('BE')
  await her.go('next', 'pictures')
  await her.go('next', 'links')

  expect(await page.locator('#links').inputValue()).toBe('https://discord.gg/AbCdEf12')
})

test('nothing about a person is left in the browser’s storage', async () => {
  const her = await journey.person()
  await her.enrol({ pictures: [await aPhoto(11)] })

  const kept = await her.page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    cookies: document.cookie,
  }))

  expect(kept).toEqual({ local: {}, session: {}, databases: [], caches: [], cookies: '' })
})

test('what was published before she came is told on the page she comes to', async () => {
  const picture = await aPhoto(13)
  await using list = await startHttpList()
  const copy = await sharp(picture.buffer).resize(500).jpeg({ quality: 70 }).toBuffer()
  const { hash } = pdqViews(await pixelsOf(copy)).plain
  const line = aLine({ id: 'a', type: 'pdq', value: hex(hash), url: 'https://leak.example/p/1' })
  list.publish({ content: line, type: 'application/x-ndjson' })
  const answer = await fetch(`${journey.service.url}/api/channels`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await journey.service.token()}` },
    body: JSON.stringify({ kind: 'hash-list', url: list.url, options: { every: '1s' } }),
  })
  expect(answer.status).toBe(201)
  // It is asked again only when what it said is kept.
  await until('the list was read', () => list.requests.length > 1, { within: 15_000 })
  const her = await journey.person()

  await her.enrol({ pictures: [picture] })

  await her.page.getByText('There is something: see your messages.').waitFor()
  await her.page.getByText('leak.example').first().waitFor()
  expect(her.complaints).toEqual([])
})

async function aGrey(): Promise<Picture> {
  const grey = { width: 400, height: 300, channels: 3 as const, background: '#777777' }
  return { name: 'grey.png', mimeType: 'image/png', buffer: await sharp({ create: grey }).png().toBuffer() }
}

/** Cut out softly: some of it is see-through, and has a colour there that no viewer shows. */
async function aCutOut(): Promise<Picture> {
  const { data, info } = await sharp((await aPhoto(12, { width: 1300, height: 900 })).buffer)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  for (let i = 0; i < info.width * info.height; i++)
    data[i * 4 + 3] = Math.min(255, Math.abs((i % info.width) - info.width / 2))
  const buffer = await sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
    .png()
    .toBuffer()
  return { name: 'cut-out.png', mimeType: 'image/png', buffer }
}

async function pixelsOf(file: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data), channels: 3 }
}

/** The same as the command line makes them in Node, also of a picture over white that is see-through. */
async function expected({ buffer }: Picture, index: number) {
  const file = join(folder, `${index}.png`)
  await writeFile(file, buffer)
  const { pixels, overWhite } = await readPicture(file)
  const prints = [pixels, ...(overWhite ? [overWhite] : [])].map((seen) => printsOf(seen, 'balanced'))
  const pdqs = [...new Set(prints.flatMap((print) => print.pdqs))]
  const weak = [...new Set(prints.flatMap((print) => print.weak))]
  return {
    pdqs,
    weak: weak.filter((hash) => !pdqs.includes(hash) && !isBlank(fromHex(hash), { weak: true })),
    ...digestsOf(new Uint8Array(buffer)),
  }
}

/** No request to anybody else, and no piece of any picture in any request, plain or in base64. */
function expectNothingLeft(sent: Sent[], pictures: Picture[]): void {
  expect(sent.filter(({ url }) => !url.startsWith(journey.service.url))).toEqual([])
  const everything = sent
    .map(({ url, body }) => `${url}\n${body}\n${decodeURIComponent(body.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))}`)
    .join('\n')
  for (const { buffer, name } of pictures) {
    expect(everything).not.toContain(name)
    for (let at = 64; at + 24 < buffer.length; at += 4096) {
      const piece = buffer.subarray(at, at + 24)
      expect(everything.includes(piece.toString('latin1'))).toBe(false)
      // Base64 of the same bytes at each of the three alignments, without the ends that depend on the neighbours.
      for (const shift of [0, 1, 2])
        expect(
          everything.includes(
            buffer
              .subarray(at + shift, at + shift + 24)
              .toString('base64')
              .slice(0, 28),
          ),
        ).toBe(false)
    }
  }
}
