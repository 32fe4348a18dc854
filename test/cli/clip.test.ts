import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digestsOfFile, readFrames } from '#cli/clip.ts'
import { digestsOf, distance, fromHex, parseVpdq, pdq, printVpdq } from '#core/fingerprint/index.ts'
import { ffmpeg, hasFfmpeg, makeClip } from './clips.ts'
import { processesOf, vigie } from './run.ts'

let folder: string
let clip: string
const at = (name: string) => join(folder, name)
const vectors = fileURLToPath(new URL('../vectors/vpdq/', import.meta.url))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigie-clip-'))
  clip = at('clip.mp4')
  if (hasFfmpeg) await makeClip(clip)
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const textOf = async (file: string, ...options: string[]) => (await vigie(['hash', file, '--text', ...options])).stdout

describe.skipIf(!hasFfmpeg)('vigie hash of a clip (needs ffmpeg)', () => {
  test('prints every 25th of 25 frames a second, as the pixels that ffmpeg gives, and the digests of the file', async () => {
    const { status, lines } = await vigie(['hash', clip])
    const bytes = await readFile(clip)

    expect(status).toBe(0)
    expect(lines).toMatchObject([
      {
        file: clip,
        vpdq: [
          { frame: 0, timestamp: 0 },
          { frame: 25, timestamp: 1 },
          { frame: 50, timestamp: 2 },
        ],
        sha256: createHash('sha256').update(bytes).digest('hex'),
        md5: createHash('md5').update(bytes).digest('hex'),
        cids: digestsOf(bytes).cids,
      },
    ])
    const [, , third] = (lines[0]?.vpdq ?? []) as { pdq: string; quality: number }[]
    const frames = execFileSync('ffmpeg', ['-v', 'error', '-i', clip, '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'], {
      maxBuffer: 1 << 24,
    })
    const data = new Uint8Array(frames.subarray(50 * 160 * 120 * 3, 51 * 160 * 120 * 3))
    const wanted = pdq({ width: 160, height: 120, data, channels: 3 })
    expect(distance(fromHex(third?.pdq ?? ''), wanted.hash)).toBeLessThanOrEqual(4)
    expect(third?.quality).toBe(wanted.quality)
  })

  test('--text prints the same as the reference’s lines, at the rate that is asked', async () => {
    const frames = parseVpdq(await textOf(clip))
    const { lines } = await vigie(['hash', clip])

    expect(printVpdq(frames)).toBe(printVpdq(parseVpdq(JSON.stringify(lines[0]))))
    expect(parseVpdq(await textOf(clip, '--seconds-per-hash', '0'))).toHaveLength(75)
    expect(parseVpdq(await textOf(clip, '--seconds-per-hash', '0.5')).map(({ frame }) => frame)).toEqual([
      0, 12, 24, 36, 48, 60, 72,
    ])
  })

  test('a recompressed and a cut copy are told to be copies, another clip is not', async () => {
    ffmpeg(['-i', clip, '-vf', 'scale=120:-2', '-c:v', 'libvpx', '-b:v', '300k', at('copy.webm')])
    ffmpeg(['-ss', '1', '-i', clip, '-t', '1.5', at('cut.mkv')])
    await makeClip(at('other.avi'), 'life=s=160x120:r=25:ratio=0.3:seed=7')
    const answers = []
    await writeFile(at('clip.txt'), await textOf(clip))
    for (const name of ['copy.webm', 'cut.mkv', 'other.avi']) {
      await writeFile(at(`${name}.txt`), await textOf(at(name)))
      answers.push((await vigie(['vpdq', at(`${name}.txt`), at('clip.txt')])).lines[0]?.match)
    }

    expect(answers).toEqual([true, true, false])
  })

  test('a clip that is to be turned when shown is hashed as it is seen', async () => {
    ffmpeg(['-i', clip, '-c', 'copy', '-metadata:s:v', 'rotate=90', at('turned.mp4')])
    const sides = []
    for await (const { pixels } of readFrames(at('turned.mp4'), quiet)) sides.push([pixels.width, pixels.height])

    expect(sides[0]).toEqual([120, 160])
  })

  test.each(['-i.mp4', 'concat:a|b.mp4', 'http:nowhere.mp4', '%03d.mp4'])(
    'a file called %s is that file',
    async (name) => {
      await copyFile(clip, at(name))

      expect(await textOf(at(name))).toBe(await textOf(clip))
    },
  )

  test('a file that names others is not followed: nothing is asked for, nothing is read', async () => {
    let asked = 0
    const server = createServer((_, response) => {
      asked++
      response.end()
    }).listen(0, '127.0.0.1')
    const address = server.address()
    const port = address && typeof address === 'object' ? address.port : 0
    const playlist = (target: string) => `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${target}\n#EXT-X-ENDLIST\n`
    await writeFile(at('http.m3u8'), playlist(`http://127.0.0.1:${port}/a.ts`))
    await writeFile(at('file.m3u8'), playlist(clip))

    // Past the test of the first bytes, straight to ffmpeg.
    for (const name of ['http.m3u8', 'file.m3u8'])
      await expect(readFrames(at(name), quiet).next()).rejects.toThrow(/damaged/)
    expect(asked).toBe(0)
    server.close()
  })

  test('what cannot be read is said, and the others are hashed', async () => {
    await writeFile(at('bad.mp4'), Buffer.concat([(await readFile(clip)).subarray(0, 32), Buffer.alloc(9_000, 7)]))
    await makeClip(at('tiny.mkv'), 'testsrc2=s=4x4:r=5')
    ffmpeg(['-f', 'lavfi', '-i', 'sine', '-t', '1', at('sound.mkv')])

    const { status, lines } = await vigie(['hash', at('bad.mp4'), at('tiny.mkv'), at('sound.mkv'), clip])

    expect(status).toBe(1)
    expect(lines.map(({ error }) => error)).toEqual([
      expect.stringContaining('damaged'),
      expect.stringContaining('smaller than 5 pixels'),
      expect.stringContaining('no picture in this file'),
      undefined,
    ])
  })

  test('without ffmpeg on the path it says what to do', async () => {
    await mkdir(at('bin'), { recursive: true })
    await symlink(process.execPath, at('bin/node')).catch(() => undefined)

    const { status, lines } = await vigie(['hash', clip], { env: { PATH: at('bin') } })

    expect([status, lines[0]?.error]).toEqual([1, expect.stringMatching(/install ffmpeg, or use the web page/)])
  })

  test('Ctrl-C ends it and its ffmpeg, and no frame was written anywhere', async () => {
    ffmpeg(['-stream_loop', '300', '-i', clip, '-c', 'copy', at('long.mp4')])
    const before = await readdir(folder)
    const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url))
    const child = spawn(process.execPath, [main, 'hash', '--seconds-per-hash', '0', at('long.mp4')], { cwd: folder })
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    const decoders = async () => (await processesOf(folder)).filter((command) => /^ffmpeg .*long\.mp4/.test(command))
    await expect.poll(async () => (await decoders()).length, { timeout: 20_000 }).toBe(1)

    child.kill('SIGINT')

    expect(await ended).toBe(1)
    expect(await decoders()).toEqual([])
    expect(await readdir(folder)).toEqual(before)
  })
})

test('of a long file the digests are those of its bytes', async () => {
  const file = at('bytes')
  const bytes = Buffer.alloc(300_000, 'vigie')
  await writeFile(file, bytes)

  expect(await digestsOfFile(file, new AbortController().signal)).toEqual(digestsOf(bytes))
  expect(await digestsOfFile(file, new AbortController().signal, { mostInMemory: 1000 })).toEqual({
    ...digestsOf(bytes),
    cids: digestsOf(bytes).cids.slice(0, 1),
  })
})

describe('vigie vpdq', () => {
  test('prints one line: both percentages, and whether they are one', async () => {
    const compare = async (...args: string[]) => (await vigie(['vpdq', ...args])).lines

    expect(await compare(join(vectors, 'a.txt'), join(vectors, 'b-clip.txt'))).toEqual([
      { queryPercent: 46.666666666666664, targetPercent: 100, match: true },
    ])
    const [low] = await compare(join(vectors, 'a.txt'), join(vectors, 'g-all-low.txt'))
    expect(low).toEqual({ queryPercent: 0, targetPercent: 0, match: false })
    const [any] = await compare(join(vectors, 'a.txt'), join(vectors, 'h-unrelated.txt'), '--distance', '256')
    expect(any).toEqual({ queryPercent: 100, targetPercent: 100, match: true })
  })

  test.each([
    [[join(vectors, 'a.txt')], 2, /Something is missing/],
    [[join(vectors, 'a.txt'), '/nowhere.txt'], 1, /nowhere\.txt: there is no such file/],
    [[join(vectors, 'a.txt'), join(vectors, 'matches.json')], 1, /matches\.json: entry 1 has/],
    [[join(vectors, 'a.txt'), join(vectors, 'a.txt'), '--distance', '257'], 2, /from 0 to 256/],
    [[join(vectors, 'a.txt'), join(vectors, 'a.txt'), '--quality', 'high'], 2, /from 0 to 100/],
  ])('%j ends with a message', async (args, expected, message) => {
    const { status, stdout, stderr } = await vigie(['vpdq', ...args])

    expect([status, stdout]).toEqual([expected, ''])
    expect(stderr).toMatch(message)
  })
})

const quiet = { secondsPerHash: 1, signal: new AbortController().signal, progress: () => undefined }
