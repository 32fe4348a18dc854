import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFrameIndex, createLinearIndex } from '#core/match/index.ts'
import { flipped, randomHash, randomWords, someBits } from './hashes.ts'

const random = randomWords(5)
const scenes = Array.from({ length: 8 }, () => randomHash(random))
const clip = fc.array(
  fc.tuple(fc.nat(7), fc.nat(40)).map(([scene, bits]) => flipped(scenes[scene]!, someBits(random, bits))),
  { minLength: 1, maxLength: 12 },
)

const bits = (a: Uint8Array, b: Uint8Array) =>
  a.reduce((sum, byte, i) => sum + (byte ^ b[i]!).toString(2).replaceAll('0', '').length, 0)
const different = (frames: Uint8Array[]) => [...new Map(frames.map((frame) => [`${frame}`, frame])).values()]

test('counts the frames of either clip that the other has, each hash once', () => {
  fc.assert(
    fc.property(fc.array(clip, { maxLength: 5 }), fc.array(clip, { maxLength: 4 }), (enrolled, queries) => {
      const repeated = enrolled.map((frames) => [...frames, ...frames.slice(0, 3)])
      const index = createFrameIndex(createLinearIndex())
      const handles = repeated.map((frames) => index.insert(frames))
      const found = new Map<string, unknown>()
      index.search(queries, 31, (query, handle, match) => {
        expect(found.has(`${query} ${handle}`)).toBe(false)
        found.set(`${query} ${handle}`, match)
      })

      const wanted = new Map<string, unknown>()
      for (const [query, asked] of queries.map(different).entries())
        for (const [i, target] of enrolled.map(different).entries()) {
          const has = (frame: Uint8Array, others: Uint8Array[]) => others.some((other) => bits(frame, other) <= 31)
          const queryMatched = asked.filter((frame) => has(frame, target)).length
          const targetMatched = target.filter((frame) => has(frame, asked)).length
          if (queryMatched > 0)
            wanted.set(`${query} ${handles[i]}`, {
              queryFrames: asked.length,
              queryMatched,
              targetFrames: target.length,
              targetMatched,
            })
        }
      expect(found).toEqual(wanted)
    }),
    { numRuns: 60 },
  )
})

test('a deleted clip is not met, its handle is not given again, and a clip that shares a frame stays', () => {
  const index = createFrameIndex()
  const [a, b, c] = scenes as [Uint8Array, Uint8Array, Uint8Array]
  const first = index.insert([a, b])
  const second = index.insert([b, c])
  index.delete(first)
  index.delete(first)
  const third = index.insert([a])

  const met: number[] = []
  index.search([[a, b]], 0, (_, handle) => met.push(handle))

  expect([first, second]).not.toContain(third)
  expect(met.sort()).toEqual([second, third])
  expect(index.size).toBe(2)
  index.clear()
  index.search([[a, b, c]], 31, () => met.push(-1))
  expect([index.size, met.includes(-1)]).toEqual([0, false])
})

test('a set without frames, or with what is no hash, is refused whole', () => {
  const index = createFrameIndex()
  expect(() => index.insert([])).toThrow(RangeError)
  expect(() => index.insert([scenes[0]!, new Uint8Array(3)])).toThrow(RangeError)
  expect(index.size).toBe(0)
  expect(() => index.search([[scenes[0]!]], 300, () => {})).toThrow(RangeError)
})
