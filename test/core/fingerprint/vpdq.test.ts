import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clipPrints,
  compareVpdq,
  decodeVpdq,
  encodeVpdq,
  type Frame,
  frameStep,
  framesToEnrol,
  hex,
  isVpdqMatch,
  parseFingerprint,
  parseVpdq,
  pdqViews,
  printFingerprint,
  printVpdq,
  type TimedFrame,
} from '#core/fingerprint/index.ts'

interface Case {
  query: string
  target: string
  distance: number
  quality: number
  dedupedInclusive: { queryPercent: number; targetPercent: number }
}

const read = (file: string) => readFileSync(new URL(`../../vectors/vpdq/${file}`, import.meta.url), 'utf8')
const cases: Case[] = JSON.parse(read('matches.json'))

const frame: fc.Arbitrary<TimedFrame> = fc.record({
  frame: fc.nat(1e9),
  hash: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  quality: fc.nat(100),
  timestamp: fc.nat(1e9).map((thousandths) => thousandths / 1000),
})
const some = fc.array(frame, { minLength: 1, maxLength: 30 })

/** A frame whose hash has so many bits, from the first on. */
const withBits = (bits: number, quality = 100): Frame => {
  const hash = new Uint8Array(32)
  for (let bit = 0; bit < bits; bit++) hash[bit >> 3]! |= 128 >> (bit & 7)
  return { hash, quality }
}

describe('comparison', () => {
  test.each(cases)(
    '$query in $target at $distance, quality $quality',
    ({ query, target, distance, quality, ...answer }) => {
      const { queryPercent, targetPercent } = compareVpdq(parseVpdq(read(query)), parseVpdq(read(target)), {
        distance,
        quality,
      })

      expect(queryPercent).toBeCloseTo(answer.dedupedInclusive.queryPercent, 10)
      expect(targetPercent).toBeCloseTo(answer.dedupedInclusive.targetPercent, 10)
    },
  )

  test('there are 120 cases', () => {
    expect(cases).toHaveLength(120)
  })

  test('exchanging the clips exchanges the percentages, and a clip is wholly in itself', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const there = compareVpdq(a, b, { distance: 120 })
        const back = compareVpdq(b, a, { distance: 120 })
        expect([back.queryPercent, back.targetPercent]).toEqual([there.targetPercent, there.queryPercent])
        expect(compareVpdq(a, a, { quality: 0 }).queryPercent).toBe(100)
      }),
    )
  })

  test('at the distance is a match, one bit further is none', () => {
    expect(compareVpdq([withBits(0)], [withBits(31)]).queryPercent).toBe(100)
    expect(compareVpdq([withBits(0)], [withBits(32)]).queryPercent).toBe(0)
  })

  test('of a repeated hash the first frame decides, even one that is left out for its quality', () => {
    expect(compareVpdq([withBits(9, 49), withBits(9, 100)], [withBits(9)])).toMatchObject({
      queryPercent: 0,
      targetPercent: 0,
      queryFrames: 0,
    })
  })

  test('four fifths of either side is a match', () => {
    const clip = [0, 50, 100, 150, 200].map((bits) => withBits(bits))
    const film = [...clip, ...[25, 75, 125, 175, 225, 250].map((bits) => withBits(bits))]

    expect(isVpdqMatch(compareVpdq(clip, film, { distance: 5 }))).toBe(true)
    expect(isVpdqMatch(compareVpdq(film, clip, { distance: 5 }))).toBe(true)
    expect(isVpdqMatch({ queryPercent: 79.9, targetPercent: 79.9, queryFrames: 9, targetFrames: 9 })).toBe(false)
  })
})

describe('frame lists', () => {
  test('what is printed reads back', () => {
    fc.assert(
      fc.property(some, (frames) => {
        expect(parseVpdq(printVpdq(frames))).toEqual(frames)
        expect(parseVpdq(printVpdq(frames).replaceAll('\n', '\r\n'))).toEqual(frames)
      }),
    )
    expect(printVpdq(parseVpdq(read('a.txt')))).toBe(read('a.txt'))
  })

  test('the JSON form is read, with exponents in its times', () => {
    const [first, second] = parseVpdq(read('a.txt'))
    const text = JSON.stringify([`${hex(first!.hash)},97,12.3`, `${hex(second!.hash)},100,1.23e+02`])

    expect(parseVpdq(text)).toEqual([
      { frame: 0, hash: first!.hash, quality: 97, timestamp: 12.3 },
      { frame: 1, hash: second!.hash, quality: 100, timestamp: 123 },
    ])
  })

  const hash = 'a7'.repeat(32)
  test('objects are read: by number of frame, and as `vigie hash` prints them', () => {
    const wanted = [{ frame: 30, quality: 97, timestamp: 1.5 }]
    const { frame, ...rest } = { ...wanted[0]!, hash }
    expect(parseVpdq(JSON.stringify({ [frame]: rest }))).toMatchObject(wanted)
    expect(parseVpdq(JSON.stringify({ file: 'a.mp4', vpdq: [{ ...wanted[0], pdq: hash }] }))).toMatchObject(wanted)
  })

  test('fields after the fourth are ignored, capital digits taken', () => {
    expect(parseVpdq(`0,50,${hash.toUpperCase()},0.5,more,still`)).toMatchObject([{ quality: 50, timestamp: 0.5 }])
  })

  test.each([
    ['', /empty file/],
    ['\n\r\n', /empty file/],
    ['[]', /empty list/],
    ['{}', /empty list/],
    ['[7]', /entry 1 is no frame/],
    ['[{"hash":1}]', /entry 1 has a quality/],
    ['["', /like JSON/],
    [`["${hash},90"]`, /entry 1 has 2 of the three/],
    [`0,50,${hash},0\n1,50,${hash}`, /line 2 has 3 of the four/],
    [`0,50,${hash},0\n\n1,50,${hash},1`, /line 2 has 1 of the four/],
    [`x,50,${hash},0`, /line 1 .*no frame's number/],
    [`0,101,${hash},0`, /line 1 .*quality/],
    [`0,-1,${hash},0`, /line 1 .*quality/],
    [`0,50,${hash}0,0`, /line 1 .*64 hexadecimal/],
    [`0,50,${hash},soon`, /line 1 .*seconds/],
    [`0,50,${hash},1e999`, /line 1 .*seconds/],
    ['\n'.repeat(90_000).replaceAll('\n', 'x\n'), /at most 86400 frames/],
  ])('%j is refused with what is wrong and where', (text, message) => {
    expect(() => parseVpdq(text)).toThrow(SyntaxError)
    expect(() => parseVpdq(text)).toThrow(message)
  })

  test('no text makes it throw anything but a SyntaxError that does not repeat it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          parseVpdq(`${text},planted`)
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError)
          expect(String(error)).not.toContain('planted')
        }
      }),
    )
  })
})

describe('a fingerprint', () => {
  test('holds the frames: encoded, printed and read back', () => {
    fc.assert(
      fc.property(some, (frames) => {
        const value = encodeVpdq(frames)
        expect(value).toHaveLength(33 * frames.length)
        expect(decodeVpdq(value)).toEqual(frames.map(({ hash, quality }) => ({ hash, quality })))
        expect(parseFingerprint('vpdq', printFingerprint({ type: 'vpdq', value }))).toEqual({ type: 'vpdq', value })
      }),
    )
  })

  test.each([
    ['', /66 hexadecimal/],
    ['0'.repeat(65), /66 hexadecimal/],
    ['g'.repeat(66), /66 hexadecimal/],
    ['f'.repeat(66), /quality above 100/],
  ])('is not read from %j', (text, message) => {
    expect(() => parseFingerprint('vpdq', text)).toThrow(SyntaxError)
    expect(() => parseFingerprint('vpdq', text)).toThrow(message)
  })

  test('refuses a frame that is none', () => {
    expect(() => encodeVpdq([{ hash: new Uint8Array(31), quality: 0 }])).toThrow(RangeError)
    expect(() => encodeVpdq([{ hash: new Uint8Array(32), quality: 101 }])).toThrow(RangeError)
    expect(() => decodeVpdq(new Uint8Array(34))).toThrow(RangeError)
  })
})

describe('which frames', () => {
  test.each([
    [1, 29.97, 29],
    [1, 30000 / 1001, 29],
    [1, 25, 25],
    [0.5, 25, 12],
    [0, 25, 1],
    [0.01, 25, 1],
    [1, 0.5, 1],
  ])('%d s at %d a second: every %dth', (seconds, fps, step) => {
    expect(frameStep(seconds, fps)).toBe(step)
  })

  test.each([
    [1, 0],
    [1, Number.NaN],
    [-1, 25],
    [Number.POSITIVE_INFINITY, 25],
  ])('%d s at %d is refused', (seconds, fps) => {
    expect(() => frameStep(seconds, fps)).toThrow(RangeError)
  })

  test('of a scene that stands still one frame is enrolled; what comes back later is enrolled again', () => {
    const scene = [60, 64, 66, 160, 165, 60].map((bits) => withBits(bits))

    expect(framesToEnrol(scene)).toEqual([scene[0], scene[2], scene[3], scene[5]])
  })

  test('blank frames and those of little quality are not enrolled', () => {
    expect(framesToEnrol([withBits(0), withBits(31), withBits(128, 49), withBits(128, 50)])).toEqual([
      withBits(128, 50),
    ])
  })

  test('of a long clip 3,600 frames are enrolled, from its beginning to its end', () => {
    const long = Array.from({ length: 10_000 }, (_, i) => withBits(i % 2 ? 60 : 160, 50 + Math.floor(i / 200)))
    const kept = framesToEnrol(long)

    expect(kept).toHaveLength(3600)
    expect([kept[0]?.quality, kept[1800]?.quality, kept.at(-1)?.quality]).toEqual([50, 75, 99])
  })

  test('a clip is enrolled as it is, mirrored, and turned either way', () => {
    const data = Uint8Array.from({ length: 90 * 70 * 3 }, (_, i) => (i * i * 7 + (i >> 6) * 31) % 256)
    const views = pdqViews({ width: 90, height: 70, data, channels: 3 })
    const { flipY, rotate90, rotate270 } = views.forms

    const quality = views.plain.quality.toString(16)
    expect(clipPrints([views])).toEqual(
      [views.plain.hash, flipY, rotate90, rotate270].map((hash) => `${hex(hash)}${quality}`),
    )
    expect(clipPrints([])).toEqual([])
  })
})
