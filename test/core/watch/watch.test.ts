import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apartMs, beginWatch, contest, nextLook, type Sign, type Standing, see } from '#core/watch/index.ts'

const hour = 3_600_000
const day = 24 * hour

/** Looks one after the other, each `[sign, hours after the one before]`; what changed at each. */
function looks(...signs: [Sign, number][]) {
  let at = 0
  let standing = beginWatch(0)
  const changes = signs.map(([sign, hours]) => {
    at += hours * hour
    const { to, change } = see(standing, { sign, at })
    standing = to
    return change
  })
  return { standing, changes }
}

describe('gone', () => {
  test.each<[string, [Sign, number][], boolean]>([
    ['once', [['gone', 1]], false],
    [
      'twice within the hour',
      [
        ['gone', 1],
        ['gone', 0.99],
      ],
      false,
    ],
    [
      'twice an hour apart',
      [
        ['gone', 1],
        ['gone', 1],
      ],
      true,
    ],
    [
      'twice, and unclear between',
      [
        ['gone', 1],
        ['unknown', 1],
        ['gone', 1],
      ],
      true,
    ],
    [
      'twice, and up between',
      [
        ['gone', 1],
        ['up', 1],
        ['gone', 1],
      ],
      false,
    ],
    [
      'twice, and behind a login between',
      [
        ['gone', 1],
        ['not-public', 1],
        ['gone', 1],
      ],
      false,
    ],
    [
      'three times within the hour',
      [
        ['gone', 1],
        ['gone', 0.4],
        ['gone', 0.4],
      ],
      false,
    ],
  ])('seen %s', (_, signs, isGone) => {
    const { standing, changes } = looks(...signs)

    expect(standing.state === 'gone').toBe(isGone)
    expect(changes.at(-1)).toBe(isGone ? 'gone' : null)
  })

  test('is said once, and back is said once', () => {
    const { changes } = looks(
      ['gone', 1],
      ['gone', 2],
      ['gone', 2],
      ['unknown', 1],
      ['up', 1],
      ['up', 1],
      ['gone', 1],
      ['gone', 1],
    )

    expect(changes).toEqual([null, 'gone', null, null, 'back', null, null, 'gone'])
  })

  test('is not said again after she has said that it is still there, until it was seen up', () => {
    const { standing } = looks(['gone', 1], ['gone', 1])
    let now = contest(standing, 3 * hour)
    for (const at of [4, 6, 8]) now = see(now, { sign: 'gone', at: at * hour }).to
    expect(now.state).toBe('up')

    for (const [sign, at] of [
      ['up', 9],
      ['gone', 10],
      ['gone', 12],
    ] as const)
      now = see(now, { sign, at: at * hour }).to
    expect(now.state).toBe('gone')
  })
})

test('no looks lead to gone without two signs an hour apart and nothing else between', () => {
  const sign = fc.constantFrom<Sign>('up', 'gone', 'not-public', 'unknown')
  fc.assert(
    fc.property(fc.array(fc.tuple(sign, fc.integer({ min: -60, max: 200 })), { maxLength: 40 }), (steps) => {
      let at = 0
      let standing: Standing = beginWatch(0)
      let firstGone: number | null = null
      for (const [seen, minutes] of steps) {
        at += minutes * 60_000
        const isLate = standing.lookedAt !== null && at < standing.lookedAt
        const { to, change } = see(standing, { sign: seen, at })
        if (isLate) expect(to).toBe(standing)
        else if (seen === 'gone') firstGone ??= at
        else if (seen !== 'unknown') firstGone = null
        if (change === 'gone') expect(at - (firstGone ?? at)).toBeGreaterThanOrEqual(apartMs)
        standing = to
      }
    }),
  )
})

describe('the next look', () => {
  const standing = { ...beginWatch(0), begunAt: 0 }
  const interval = (of: Standing & { begunAt: number }, at: number) => (nextLook(of, { at, chance: 0 }) ?? 0) - at

  test('comes hourly in the first week, then daily, then weekly, never sooner, and spread', () => {
    expect([0, 6, 8, 50, 60, 900].map((days) => interval(standing, days * day))).toEqual([
      hour,
      hour,
      day,
      day,
      7 * day,
      7 * day,
    ])
    expect(nextLook(standing, { at: 0, chance: 1 })).toBe(1.25 * hour)
  })

  test('comes after an hour when one look said gone, however old the watch is', () => {
    expect(interval({ ...standing, goneFirstAt: 300 * day }, 300 * day)).toBe(hour)
  })

  test('goes on for more than twelve months after it was gone, and then ends', () => {
    const gone: Standing & { begunAt: number } = { ...standing, state: 'gone', since: 100 * day }

    expect([101, 110, 300, 466].map((at) => interval(gone, at * day))).toEqual([hour, day, 7 * day, 7 * day])
    expect(nextLook(gone, { at: 501 * day, chance: 0 })).toBeNull()
  })
})
