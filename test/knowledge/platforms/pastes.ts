/** What people paste, and the one place that each of it names. All ids and names are made up. */
import { expect, it } from 'vitest'
import { locate, locateOne } from '#knowledge/platforms/index.ts'

/** `platform|id`, its canonical address, and pasted texts that name it. */
export type Place = [key: string, url: string, pastes: string[]]

/** Every paste names its place alone; the canonical address names it too; no two places share an identity. */
export function namesEach(places: Place[]): void {
  it.each(places.flatMap(([key, url, pastes]) => [url, ...pastes].map((paste) => [paste, key, url] as const)))(
    '%s → %s',
    (paste, key, url) => {
      const found = locate(paste).map((place) => [`${place.platform}|${place.id}`, place.url])

      expect(found).toEqual([[key, url]])
    },
  )

  it('no two places share an identity', () => {
    expect(new Set(places.map(([key]) => key)).size).toBe(places.length)
  })
}

/** What looks like one of a platform's objects and is none. */
export function namesNone(platform: string, pastes: string[]): void {
  it.each(pastes)(`%s is no object of ${platform}`, (paste) => {
    expect(locateOne(paste)?.platform).toBe('website')
  })
}
