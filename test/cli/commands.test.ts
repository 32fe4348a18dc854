import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Service, startService } from '../service.ts'
import { ffmpeg, hasFfmpeg, makeClip } from './clips.ts'
import { type Ended, vigie } from './run.ts'

// Whole processes start and end here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const picture = (name: string) => fileURLToPath(new URL(`../vectors/pdq/${name}`, import.meta.url))

let service: Service
let folder: string
let publisher: Server
let listUrl: string
/** What the publisher's hash list holds now. */
let list = 'id,op,type,value,quality,url,updated_at\n'
let clips = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigie-commands-'))
  publisher = createServer((request, response) => {
    if (request.url === '/clips') response.setHeader('content-type', 'application/x-ndjson').end(clips)
    else response.setHeader('content-type', 'text/csv').end(list)
  }).listen(0, '127.0.0.1')
  await once(publisher, 'listening')
  const address = publisher.address()
  listUrl = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}/list.csv`
  service = await startService()
})

afterAll(async () => {
  await service[Symbol.asyncDispose]()
  publisher.close()
  await rm(folder, { recursive: true, force: true })
})

const run = (args: string[], env: Record<string, string> = {}): Promise<Ended> =>
  vigie(args, { env: { VIGIE_URL: service.url, VIGIE_DATA: service.dataFolder, ...env } })

/** A line of the reference's frame list as a list of ours takes it. */
const asPublished = (line: string) => {
  const [, quality, hash, time] = line.split(',')
  return `${hash},${quality},${time}`
}

/** Noise of its own, as a PNG of few pixels. */
const aSmallPicture = (seed: number) => {
  const data = createHash('shake256', { outputLength: 20 * 20 * 3 })
    .update(`${seed}`)
    .digest()
  return sharp(data, { raw: { width: 20, height: 20, channels: 3 } })
    .png()
    .toBuffer()
}

const word = (value: unknown) => String(value)

test('enrol, a notice, inbox, sent, withdraw: the main job from the command line', async () => {
  const [hashed] = (await run(['hash', picture('face-a.png')])).lines
  const enrolled = await run(['enrol', picture('face-a.png'), picture('face-a.png'), '--country', 'uk', '--lang', 'en'])
  expect(enrolled.stderr).toBe('')
  const [opened] = enrolled.lines
  expect(Object.keys(opened ?? {})).toEqual(['case', 'passphrase', 'fingerprints'])
  const caseNumber = word(opened?.case)
  const secret = { VIGIE_PASSPHRASE: word(opened?.passphrase) }

  list += `n1,upsert,pdq,${word(hashed?.pdq)},100,https://files.example.org/a.png,2026-11-24T10:00:00Z\nbroken line\n`
  const added = await run([
    'channels',
    'add',
    'hash-list',
    listUrl,
    '--name',
    'Partner',
    '--option',
    'every=1h',
    'distance=20',
  ])
  const channel = word(added.lines[0]?.channel)
  const polled = await run(['poll', channel])
  expect([polled.status, polled.lines[0]?.problem]).toEqual([0, null])

  const readInbox = () => run(['inbox', caseNumber], secret)
  await expect.poll(async () => (await readInbox()).lines.length, { timeout: 20_000, interval: 300 }).toBe(1)
  const [alert] = (await readInbox()).lines
  expect(alert).toMatchObject({
    practice: false,
    help: expect.arrayContaining([expect.objectContaining({ name: expect.any(String) })]),
    matches: [{ channel, kind: 'pdq', distance: 0, location: 'https://files.example.org/a.png' }],
  })
  const [request] = (alert?.requests ?? []) as Record<string, unknown>[]
  expect(request).toMatchObject({ lang: 'en', text: expect.stringContaining('[') })
  const sent = await run(['sent', word(request?.id), '--case', caseNumber], secret)
  expect(sent.lines).toMatchObject([{ request: request?.id, state: 'sent' }])

  const listed = (await run(['channels'])).lines
  expect(listed).toMatchObject([
    { channel, kind: 'hash-list', name: 'Partner', options: { every: '1h', distance: '20' } },
  ])
  expect((await run(['quarantine', channel])).lines).toMatchObject([{ raw: expect.stringContaining('broken line') }])
  expect((await run(['channels', 'pause', channel])).lines).toEqual([{ channel, state: 'paused' }])
  expect((await run(['channels', 'resume', channel])).lines).toEqual([{ channel, state: 'resumed' }])
  expect((await run(['channels', 'remove', channel])).lines).toEqual([{ channel, state: 'removed' }])

  const none = await run(['channels'])
  expect(none.lines).toEqual([])
  expect(none.stderr).toContain('channels add nostr wss://')

  expect((await run(['withdraw', caseNumber], secret)).lines).toEqual([{ withdrawn: caseNumber }])
  const gone = await readInbox()
  const neverThere = await run(['inbox', '1111-1111-1111'], secret)
  expect([gone.status, gone.stdout]).toEqual([1, ''])
  expect(gone.stderr).toBe(neverThere.stderr)
})

test('an address alone may be watched, several after one --url', async () => {
  const { status, lines } = await run([
    'enrol',
    '--url',
    'https://example.org/a',
    'https://example.org/b',
    '--age',
    'adult',
  ])

  expect([status, lines[0]?.fingerprints]).toEqual([0, 2])
})

test('one file that is no picture: nothing is enrolled, status 1, and the file is named', async () => {
  const file = join(folder, 'notes.txt')
  await writeFile(file, 'no picture')

  const { status, stdout, stderr } = await run(['enrol', picture('face-a.png'), file])

  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/notes\.txt: This is neither a picture nor a video.*Nothing was enrolled\./)
})

test('what a picture that says little is matched with, she is told', async () => {
  const plain = await run(['enrol', picture('rgb16-scene.png')])
  const black = { create: { width: 64, height: 64, channels: 3, background: 'black' } } as const
  await sharp(black).png({ compressionLevel: 0 }).toFile(join(folder, 'black.png'))
  const blank = await run(['enrol', join(folder, 'black.png')])
  const rich = await run(['enrol', picture('face-a.png')])

  expect([plain.status, blank.status, rich.stderr]).toEqual([0, 0, ''])
  expect(plain.stderr).toMatch(/rgb16-scene\.png: .*nearly identical copies\.\n$/)
  expect(blank.stderr).toMatch(/black\.png: .*Only exact copies/)
})

test('the wide set enrols more of a picture than the balanced one, which is the default', async () => {
  const counts = await Promise.all(
    [[], ['--views', 'balanced'], ['--views', 'wide']].map(async (views) => {
      const { lines } = await run(['enrol', picture('face-a.png'), ...views])
      return Number(lines[0]?.fingerprints)
    }),
  )

  expect(counts[0]).toBe(counts[1])
  expect(counts[2]).toBeGreaterThan(counts[1] ?? 0)
})

test('more pictures than one request takes are enrolled in several, and counted together', async () => {
  const files = await Promise.all(
    Array.from({ length: 201 }, async (_, i) => {
      const file = join(folder, `small-${i}.png`)
      await writeFile(file, await aSmallPicture(i))
      return file
    }),
  )

  const { status, lines, stderr } = await run(['enrol', ...files])

  expect([status, stderr]).toEqual([0, ''])
  const secret = { VIGIE_PASSPHRASE: word(lines[0]?.passphrase) }
  expect((await run(['inbox', word(lines[0]?.case)], secret)).status).toBe(0)
  expect(lines[0]?.fingerprints).toBeGreaterThan(201 * 4)
})

test.skipIf(!hasFfmpeg)('a clip is enrolled, and its mirrored copy, cut to a half, is found as a clip', async () => {
  const [clip, copy] = [join(folder, 'clip.mp4'), join(folder, 'copy.mkv')]
  await makeClip(clip, 'testsrc2=s=320x240:r=25', ['-t', '8'])
  ffmpeg(['-ss', '3', '-i', clip, '-t', '4', '-vf', 'hflip', copy])
  const { status, stderr, lines } = await run(['enrol', clip])
  expect([status, stderr]).toEqual([0, ''])
  const secret = { VIGIE_PASSPHRASE: word(lines[0]?.passphrase) }

  const frames = (await run(['hash', copy, '--text'])).stdout.trim().split('\n').map(asPublished)
  clips = `${JSON.stringify({ id: 'c1', type: 'vpdq', frames, url: 'https://files.example.org/c' })}\n`
  const added = await run(['channels', 'add', 'hash-list', `${new URL(listUrl).origin}/clips`])
  await run(['poll', word(added.lines[0]?.channel)])

  const readInbox = async () => (await run(['inbox', word(lines[0]?.case)], secret)).lines
  await expect.poll(async () => (await readInbox()).length, { timeout: 20_000, interval: 300 }).toBe(1)
  expect(await readInbox()).toMatchObject([
    { matches: [{ kind: 'vpdq', share: { queryPercent: 100 }, location: 'https://files.example.org/c' }] },
  ])
  await run(['channels', 'remove', word(added.lines[0]?.channel)])
})

test.skipIf(!hasFfmpeg)('of a clip with nothing to see only exact copies are found, and she is told', async () => {
  const black = join(folder, 'black.mp4')
  await makeClip(black, 'color=c=black:s=64x64')

  const { status, stderr } = await run(['enrol', black])

  expect([status, stderr]).toEqual([0, expect.stringMatching(/black\.mp4: .*Only exact copies/)])
})

test.each([
  [['enrol'], {}],
  [['enrol', picture('face-a.png'), '--age', '17'], {}],
  [['enrol', picture('face-a.png'), '--views', 'many'], {}],
  [['enrol', picture('face-a.png'), '--country', 'Belgium'], {}],
  [['inbox', '1111-1111-1111'], {}],
  [['sent', 'x'], {}],
  [['channels', 'add', 'hash-list'], {}],
  [['channels', 'add', 'hash-list', 'http://127.0.0.1/', '--option', 'colour=red'], {}],
  [['channels', 'add', 'telepathy', 'http://127.0.0.1/'], {}],
  [['channels', 'dance'], {}],
  [['doctor'], { PORT: 'many' }],
])('%j is wrong use: a message, nothing on stdout, status 2', async (args, env) => {
  const { status, stdout, stderr } = await run(args, env)

  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^\S.*\n$/)
})

test('without the operator’s token, channels say where it is to be found: status 1', async () => {
  const { status, stderr } = await run(['channels'], { VIGIE_DATA: folder })

  expect(status).toBe(1)
  expect(stderr).toMatch(/VIGIE_TOKEN/)
})

test('practice opens a case of its own and erases it at the end', async () => {
  const { status, lines } = await run(['practice'])

  expect(status).toBe(0)
  const steps = lines.map(({ step }) => step)
  expect(steps).toEqual(['case opened', 'enrolled', 'published', 'matched', 'alerted', 'delivery', 'case erased'])
})

test('doctor tells what a fresh installation lacks, and what to do', async () => {
  const { status, lines, stderr } = await run(['doctor'])

  expect(status).toBe(1)
  expect(lines.filter(({ ok }) => !ok).map(({ check }) => check)).toEqual(['mail', 'channels'])
  expect(stderr).toMatch(/SMTP_URL/)
})

test('doctor works when the service is down, and says so', async () => {
  const { status, lines } = await run(['doctor'], { VIGIE_URL: 'http://127.0.0.1:9' })

  expect(status).toBe(1)
  expect(lines.at(-1)).toMatchObject({ check: 'service', ok: false, todo: expect.stringMatching(/npm start/) })
})

test('what answers is no Vigie: said in one line, status 1', async () => {
  const { status, stderr } = await run(['channels'], { VIGIE_URL: new URL(listUrl).origin })

  expect(status).toBe(1)
  expect(stderr).toMatch(/^What answers at .* is no Vigie.*\n$/)
})
