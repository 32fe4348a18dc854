/** A copy in an archive: a place of its own, asked about, and asked to go, after the original. */
import { describe, expect, test } from 'vitest'
import type { Location } from '#core/location/index.ts'
import { planRequests } from '#knowledge/letters/index.ts'
import { locateOne, platformOf, withCopy } from '#knowledge/platforms/index.ts'
import { startPlaces } from '../../peers/social.ts'

const original = 'https://example.org/a?b=1'
const pasted = `https://web.archive.org/web/20240203040506/${original}`
const [page, copy] = withCopy(locateOne(pasted)!) as [Location, Location]
const short = `https://archive.org/wayback/available?url=${encodeURIComponent(original)}`
const index = `https://web.archive.org/cdx/search/cdx?url=${encodeURIComponent(original)}&limit=1&output=json`

test('is a place beside the original, and none where nothing was archived', () => {
  expect(copy).toMatchObject({ platform: 'website', url: pasted })
  expect(copy.id).toMatch(/^url:web\.archive\.org\/web\/20240203040506\//)
  expect(page).toMatchObject({ url: original, via: pasted })
  expect(withCopy(locateOne(original)!)).toEqual([locateOne(original)])
  expect(withCopy({ ...copy, via: 'https://example.org/' })).toHaveLength(1)
})

test('has the archive’s own address for its request, which no other place has', () => {
  const of = { ageBand: 'adult', country: 'BE', lang: 'en' } as const

  expect(planRequests({ ...of, location: copy }).map(({ routeId }) => routeId)).toEqual(['wayback-mail'])
  expect(planRequests({ ...of, location: locateOne(original)! }).map(({ routeId }) => routeId)).not.toContain(
    'wayback-mail',
  )
})

describe('is still there', () => {
  const check = platformOf('website').checks![0]!
  const none = JSON.stringify({ url: original, archived_snapshots: {} })

  async function look(answers: Record<string, string>) {
    await using places = await startPlaces()
    for (const [url, body] of Object.entries(answers)) places.set(url, body)
    const { state } = await check.look(copy, { net: places.net, now: () => 0, random: (n) => new Uint8Array(n) })
    return { state, asked: places.asked() }
  }

  test('when the archive says so, by metadata alone', async () => {
    const kept = JSON.stringify({ archived_snapshots: { closest: { available: true, url: pasted, status: '200' } } })

    expect(await look({ [short]: kept })).toEqual({ state: 'up', asked: [`GET ${short}`] })
    expect(check.metadata).toBe(true)
  })

  test('not, only when the full index knows none either', async () => {
    expect((await look({ [short]: none, [index]: '[]' })).state).toBe('gone')
    expect((await look({ [short]: none, [index]: '[["urlkey"],["org,example)/a"]]' })).state).toBe('unknown')
    expect((await look({ [short]: none })).state).toBe('unknown')
    expect((await look({ [short]: 'busy' })).state).toBe('unknown')
  })

  test('is asked of the archive about its own copies alone', () => {
    expect(check.fits!(copy)).toBe(true)
    expect(check.fits!(locateOne(original)!)).toBe(false)
    expect(check.fits!(locateOne('https://archive.ph/aBcDe')!)).toBe(false)
  })
})
