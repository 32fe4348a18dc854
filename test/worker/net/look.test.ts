import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { distance, fingerprintPixels, fromHex } from '#core/fingerprint/index.ts'
import { decodePicture } from '#worker/net/decode.ts'
import { createLooker, type Looker, type LookerOptions } from '#worker/net/look.ts'
import { drawPicture, faults, startGallery } from '../../peers/gallery.ts'

const never = new AbortController().signal
const usual = { timeoutMs: 20_000, memoryBytes: 2 ** 31 }
const open = (limits: LookerOptions['limits'] = usual) =>
  createLooker({ allowNets: ['127.0.0.0/8'], userAgent: 'Vigie-test/1', limits })
/** One for those tests after which it is as before. */
let looker: ReturnType<typeof open>
beforeAll(() => {
  looker = open()
})
afterAll(() => looker[Symbol.asyncDispose]())

const typesOf = (prints: Awaited<ReturnType<Looker['look']>>) => [...new Set(prints.map(({ type }) => type))].sort()

test('a look gives the file’s digests and hashes near which the picture itself is found, and nothing else', async () => {
  await using gallery = await startGallery()
  const picture = await drawPicture(1)
  const url = gallery.publish('/p/1.jpg', picture)

  const prints = await looker.look(url, never)

  const [full] = fingerprintPixels((await decodePicture(picture, { mostPixels: 1e6 })).pixels).paths
  const nearest = prints.filter(({ type }) => type === 'pdq').map(({ value }) => distance(value, fromHex(full!.pdq)))
  expect(Math.min(...nearest)).toBe(0)
  expect(typesOf(prints)).toEqual(['md5', 'pdq', 'sha256'])
  expect(prints.find(({ type }) => type === 'sha256')?.value).toEqual(
    new Uint8Array(createHash('sha256').update(picture).digest()),
  )
  for (const print of prints)
    expect(Object.keys(print).filter((key) => !['type', 'value', 'quality'].includes(key))).toEqual([])
})

test('a copy in a frame of its own is met through a further view', async () => {
  await using gallery = await startGallery()
  const picture = await drawPicture(2)
  const framed = await sharp(picture).extend({ top: 90, bottom: 90, background: '#fff' }).png().toBuffer()

  const prints = await looker.look(gallery.publish('/framed.png', framed), never)

  const [full] = fingerprintPixels((await decodePicture(picture, { mostPixels: 1e6 })).pixels).paths
  const nearest = prints.filter(({ type }) => type === 'pdq').map(({ value }) => distance(value, fromHex(full!.pdq)))
  expect(Math.min(...nearest)).toBeLessThanOrEqual(31)
})

test.each([
  ['a page instead of a picture', '<html>Sign in</html>'.repeat(50)],
  [
    'a drawing that names a file of ours',
    `<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>`,
  ],
  ['half a picture', 'cut'],
  ['nothing', ''],
  ['a picture of more pixels than memory', 'bomb'],
  ['a compressed answer that grows without end', 'zip'],
])('%s is read as nothing, and the next look goes on', async (_, what) => {
  await using gallery = await startGallery()
  const whole = await drawPicture(3)
  const bomb = () =>
    sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#000' }, limitInputPixels: false })
      .png()
      .toBuffer()
  const content = what === 'cut' ? whole.subarray(0, whole.length / 2) : what === 'bomb' ? await bomb() : what
  if (what === 'zip') gallery.publish('/bad', gzipSync(Buffer.alloc(64 << 20)), { 'content-encoding': 'gzip' })
  else gallery.publish('/bad', content)

  const bad = await looker.look(`${gallery.origin}/bad`, never)
  const good = await looker.look(gallery.publish('/good', whole), never)

  expect(bad.filter(({ type }) => type.startsWith('pdq'))).toEqual([])
  expect(typesOf(good)).toEqual(['md5', 'pdq', 'sha256'])
})

test('nothing private is reached, written out or by a redirect', async () => {
  await using gallery = await startGallery()
  await using strict = createLooker({ allowNets: [], userAgent: 'Vigie-test/1' })
  gallery.publish('/p', await drawPicture(4))
  gallery.publish('/away', faults.redirect)

  const prints = [await strict.look(`${gallery.origin}/p`, never), await looker.look(`${gallery.origin}/away`, never)]

  expect(prints).toEqual([[], []])
  expect(gallery.requests).toEqual(['GET /robots.txt', 'GET /away'])
})

test('what robots.txt keeps out is not fetched', async () => {
  await using gallery = await startGallery()
  gallery.publish('/robots.txt', 'User-agent: *\nDisallow: /private/')
  gallery.publish('/private/1.jpg', await drawPicture(5))
  gallery.publish('/moved.jpg', (answer) => answer.writeHead(302, { location: '/private/1.jpg' }).end())

  const prints = [
    await looker.look(`${gallery.origin}/private/1.jpg`, never),
    await looker.look(`${gallery.origin}/moved.jpg`, never),
  ]

  expect(prints).toEqual([[], []])
  expect(gallery.requests).toEqual(['GET /robots.txt', 'GET /moved.jpg'])
})

test('a redirect to another file of the same host is followed', async () => {
  await using gallery = await startGallery()
  gallery.publish('/new.jpg', await drawPicture(6))
  gallery.publish('/old.jpg', (answer) => answer.writeHead(301, { location: '/new.jpg' }).end())

  expect(typesOf(await looker.look(`${gallery.origin}/old.jpg`, never))).toEqual(['md5', 'pdq', 'sha256'])
})

test('a picture on which the process hangs costs its own look alone', async () => {
  await using gallery = await startGallery()
  await using looker = open({ ...usual, timeoutMs: 1_500 })
  const good = gallery.publish('/good', await drawPicture(7))
  await looker.look(good, never) // the process is there
  gallery.publish('/drip', faults.drip)

  const [hung, beside] = await Promise.all([looker.look(`${gallery.origin}/drip`, never), looker.look(good, never)])
  const after = await looker.look(good, never)

  expect(hung).toEqual([])
  expect([typesOf(beside), typesOf(after)]).toEqual([
    ['md5', 'pdq', 'sha256'],
    ['md5', 'pdq', 'sha256'],
  ])
})

test('a process that grows is ended, and started again for the next', async () => {
  await using gallery = await startGallery()
  await using looker = open({ ...usual, memoryBytes: 230e6 })
  const large = await sharp(await drawPicture(8, 900))
    .resize(6_900, 6_900)
    .jpeg()
    .toBuffer()
  gallery.publish('/large', large)
  const good = gallery.publish('/good', await drawPicture(9))

  const grown = await looker.look(`${gallery.origin}/large`, never)
  const after = await looker.look(good, never)

  expect(grown).toEqual([])
  expect(typesOf(after)).toEqual(['md5', 'pdq', 'sha256'])
})

test('who gives up waiting is not kept waiting', async () => {
  await using gallery = await startGallery()
  const asked = Promise.withResolvers<void>()
  gallery.publish('/drip', (answer) => {
    faults.drip(answer)
    asked.resolve()
  })
  const stop = new AbortController()
  const look = looker.look(`${gallery.origin}/drip`, stop.signal)
  await asked.promise

  stop.abort(new Error('enough'))

  await expect(look).rejects.toThrow('enough')
})
