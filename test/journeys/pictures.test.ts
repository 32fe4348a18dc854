import type { Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { distance, fromHex, pdqViews, printsOf } from '#core/fingerprint/index.ts'
import { aClip, aTurnedClip, drawScene, scenes } from './clip.ts'
import { aPhoto, choose, type Journey, type Line, linesOf, type Picture, startJourney, toPictures } from './person.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
})
afterAll(() => journey[Symbol.asyncDispose]())

test('a clip is enrolled by the frames that differ, in four ways it can lie, and nothing of it leaves', async () => {
  const her = await journey.person()
  const { page } = her
  const clip = await aClip()
  await toPictures(her)

  await choose(page, [clip, await aPhoto(1)])

  const [line] = await linesOf(page)
  expect(line?.vpdqs).toHaveLength(4)
  expectScenes(line?.vpdqs[0])
  await her.go('next', 'links')
  await her.go('next', 'reach')
  await page.locator('input[name="reach"][value="none"]').check()
  await her.go('next', 'ready')
  expect(await page.locator('main').textContent()).toContain('1 picture, as a fingerprint, 1 video, as fingerprints')
  await page.locator('input[name="statement"]').check()
  await her.go('next', 'words')
  await her.go('check', 'check')
  await page.locator('button[value="skip"]').click()
  await page.waitForURL('**/home')
  expect(await page.locator('main').textContent()).toContain('1 picture, 1 video')
  await page.getByText('We have looked through what was published before. Nothing found.').waitFor()
  const everything = her.sent.map(({ body }) => body).join('\n')
  expect(everything).not.toContain(clip.name)
  expect(everything).not.toContain(encodeURIComponent(clip.buffer.subarray(1000, 1024).toString('base64').slice(0, 28)))
  expect(her.sent.filter(({ url }) => !/^(?:http:\/\/127\.0\.0\.1|http:\/\/localhost|blob:)/.test(url))).toEqual([])
  expect(her.complaints).toEqual([])
})

test('by the decoder and by the player a clip has the same fingerprints, also one that was filmed on its side', async () => {
  const clips = [await aClip(), await aTurnedClip()]
  const seen: Record<'decoder' | 'player', Seen> = {
    decoder: await see(clips, (page) => page.addInitScript(breakPlayer)),
    player: await see(clips, (page) => page.addInitScript(withoutDecoder)),
  }

  expect(seen.decoder.lines).toEqual(seen.player.lines)
  expect(seen.decoder.lines.map(({ vpdqs }) => vpdqs.length)).toEqual([4, 4])
  for (const { vpdqs } of seen.decoder.lines) expectScenes(vpdqs[0])
  expect([seen.decoder.ways, seen.player.ways]).toEqual([['decoder'], ['player']])
})

test('where the decoder is lost in the middle, the player begins anew', async () => {
  const clips = [await aClip()]
  const whole = await see(clips)

  const lost = await see(clips, (page) => changeDecoder(page, loseDecoder))

  expect([whole.ways, lost.ways]).toEqual([['decoder'], ['decoder', 'player']])
  expect(lost.lines).toEqual(whole.lines)
})

test.each([
  ['decoder', (page: Page) => changeDecoder(page, stallDecoder)],
  ['player', (page: Page) => page.addInitScript(stallPlayer)],
])('a clip can be stopped while the %s stands still, and the rest goes on', async (_, stall) => {
  const her = await journey.person()
  const { page } = her
  await stall(page)
  await toPictures(her)

  await page.locator('#choose').setInputFiles([await aClip(), await aPhoto(2)])
  await page.getByText(/[1-9]\d %/).waitFor()
  await page.getByRole('button', { name: 'Stop 1' }).click()
  await page.getByText('Stopped. Nothing of it is kept.').waitFor()
  await page.getByText('2. Ready').waitFor()

  const lines = await linesOf(page)
  expect(lines.map(({ pdqs }) => pdqs.length > 0)).toEqual([true])
})

test('what is no clip is told kindly', async () => {
  const her = await journey.person()
  await toPictures(her)

  await choose(her.page, [{ name: 'a.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(5000, 'no video') }])

  await her.page.getByText('This browser cannot play this video.').waitFor()
  expect(await linesOf(her.page)).toEqual([])
})

test('a photo of 48 megapixels has the very fingerprints that the command line makes', async () => {
  const her = await journey.person()
  await toPictures(her)
  const { buffer } = await aPhoto(3, { width: 1000, height: 750 })
  const large = await sharp(buffer).resize(8000, 6000, { kernel: 'nearest' }).png({ compressionLevel: 1 }).toBuffer()

  await choose(her.page, [{ name: 'large.png', mimeType: 'image/png', buffer: large }, await aPhoto(4)])

  const [line] = await linesOf(her.page)
  const { data, info } = await sharp(large).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const pixels = { width: info.width, height: info.height, channels: 3 as const, data: new Uint8Array(data) }
  expect(line?.pdqs).toEqual(printsOf(pixels, 'balanced').pdqs)
  expect(await her.page.locator('.pictures li').first().textContent()).toContain('Ready')
})

test('a wider look enrols more, also of what was chosen before, and says what it costs', async () => {
  const her = await journey.person()
  const { page } = her
  await toPictures(her)
  await choose(page, [await aPhoto(5), await aPhoto(6)])
  const usual = await linesOf(page)

  await page.getByText('More changes').click()
  await page.locator('progress[data-part="bar"]').waitFor({ state: 'hidden' })

  const wide = await linesOf(page)
  expect(wide.map(({ sha256 }) => sha256).sort()).toEqual(usual.map(({ sha256 }) => sha256).sort())
  for (const [i, { pdqs }] of wide.entries()) expect(pdqs.length).toBeGreaterThan((usual[i]?.pdqs.length ?? 0) * 1.5)
  expect(await page.locator('main').textContent()).toContain('If the fingerprints were ever stolen')
  expect(her.sent.filter(({ url }) => demuxer.test(url))).toEqual([])
  await her.go('next', 'links')
  await her.go('back', 'pictures')
  expect(await page.locator('input[value="wide"]').isChecked()).toBe(true)
})

test('more than fits is told before it is sent, and the rest is kept for later', async () => {
  const her = await journey.person()
  const { page } = her
  await toPictures(her)
  const clips = await Promise.all(Array.from({ length: 21 }, (_, i) => aLongerClip(i)))

  await choose(page, clips)

  await page.getByText('20 fit at a time, and 1 do not.').waitFor()
  expect(await linesOf(page)).toHaveLength(20)
})

test('a picture that says little is kept, and she is told what that means', async () => {
  const her = await journey.person()
  await toPictures(her)

  await choose(her.page, [await aBar()])

  const [line] = await linesOf(her.page)
  expect(line?.weak.length).toBeGreaterThan(0)
  expect(await her.page.locator('.pictures li').textContent()).toContain('copies that are nearly identical')
})

test('only the worker may compile WebAssembly, and without it the fingerprints are the same', async () => {
  const her = await journey.person()
  const { page } = her
  const picture = await aPhoto(7)
  await toPictures(her)
  await choose(page, [picture])
  const compiles = () => {
    try {
      return new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])) instanceof WebAssembly.Module
    } catch {
      return false
    }
  }
  expect(await page.evaluate(compiles)).toBe(false)
  expect(await page.workers()[0]?.evaluate(compiles)).toBe(true)

  const other = await journey.person()
  await other.context.route('**/assets/worker-*.js', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: `delete globalThis.WebAssembly;${await answer.text()}` })
  })
  await toPictures(other)
  await choose(other.page, [picture])

  expect(await linesOf(other.page)).toEqual(await linesOf(page))
})

function expectScenes(set = ''): void {
  const hashes = set.match(/.{66}/g)?.map((frame) => fromHex(frame.slice(0, 64))) ?? []
  const drawn = [...new Set(scenes)].map((scene) => pdqViews(drawScene(scene)).plain.hash)
  expect(hashes).toHaveLength(drawn.length)
  for (const [i, hash] of hashes.entries()) expect(distance(hash, drawn[i]!)).toBeLessThanOrEqual(16)
}

const demuxer = /\/decoder-[^/]*\.js$/

interface Seen {
  lines: Line[]
  /** Which ways were taken: the file was loaded that takes clips apart; the player was given the clip. */
  ways: string[]
}

/** What a browser that was changed makes of these clips. */
async function see(clips: Picture[], change: (page: Page) => Promise<unknown> = async () => {}): Promise<Seen> {
  const her = await journey.person()
  await her.page.addInitScript(watchPlayer)
  await change(her.page)
  await toPictures(her)
  await choose(her.page, clips)
  expect(her.complaints).toEqual([])
  const ways = [
    ...(her.sent.some(({ url }) => demuxer.test(url)) ? ['decoder'] : []),
    ...(await her.page.evaluate(() => ('playsClip' in globalThis ? ['player'] : []))),
  ]
  return { lines: await linesOf(her.page), ways }
}

/** Runs in the worker, before the clip is opened. */
async function changeDecoder(page: Page, change: () => void): Promise<void> {
  await page.context().route('**/assets/decoder-*.js', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: `(${change})();${await answer.text()}` })
  })
}

function loseDecoder(): void {
  const { decode } = VideoDecoder.prototype
  let left = 3
  VideoDecoder.prototype.decode = function (chunk) {
    if (left-- === 0) throw new DOMException('The decoder is gone.', 'EncodingError')
    decode.call(this, chunk)
  }
}

/** At the third second: whatever the machine's speed, there is time to stop it. */
function stallDecoder(): void {
  const { flush } = VideoDecoder.prototype
  let left = 2
  VideoDecoder.prototype.flush = function () {
    return left-- > 0 ? flush.call(this) : new Promise(() => {})
  }
}

/** An address is made of a file for the player alone. */
function watchPlayer(): void {
  const make = URL.createObjectURL
  URL.createObjectURL = (file) => {
    Object.assign(globalThis, { playsClip: true })
    return make(file)
  }
}

function stallPlayer(): void {
  Reflect.deleteProperty(globalThis, 'VideoDecoder')
  const { get, set } = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'currentTime') ?? {}
  Object.defineProperty(HTMLMediaElement.prototype, 'currentTime', {
    ...(get && { get }),
    set(seconds: number) {
      if (seconds < 2) set?.call(this, seconds)
    },
  })
}

function withoutDecoder(): void {
  Reflect.deleteProperty(globalThis, 'VideoDecoder')
}

function breakPlayer(): void {
  Object.defineProperty(HTMLMediaElement.prototype, 'src', { set() {} })
}

/** The same clip with a tail that no player minds: another file. */
async function aLongerClip(i: number): Promise<Picture> {
  const { buffer, ...rest } = await aClip()
  return { ...rest, buffer: Buffer.concat([buffer, Buffer.from([0xec, 0x81, i])]) }
}

/** Upright stripes: the same from top to bottom. */
async function aBar(): Promise<Picture> {
  const [width, height] = [400, 300]
  const data = Buffer.alloc(width * height * 3)
  for (let at = 0; at < data.length; at++)
    data[at] = 128 + 60 * Math.sin((((at / 3) % width) | 0) / 17) + 60 * Math.sin((((at / 3) % width) | 0) / 41)
  const buffer = await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
  return { name: 'bars.png', mimeType: 'image/png', buffer }
}
