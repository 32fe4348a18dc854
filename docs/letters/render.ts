/**
 * Renders every kind of letter into this folder, so that a review sees each sentence that goes out. A test compares.
 * Renew with `node_modules/.bin/node docs/letters/render.ts`.
 */
import { writeFile } from 'node:fs/promises'
import type { AgeBand } from '#core/case/types.ts'
import type { GroundId } from '#knowledge/grounds/ground.ts'
import { composeLetter, type Found, planRequests } from '#knowledge/letters/index.ts'
import { locateOne } from '#knowledge/platforms/index.ts'
import type { Lang } from '#core/case/types.ts'

const at = Date.UTC(2026, 10, 22, 9, 30)

/** One place of each platform, made up, and how it was found. */
const places: { address: string; found: Found }[] = [
  { address: 'https://discord.com/channels/11/22/33', found: { kind: 'pdq', at, identifiers: ['photo_2.jpg'] } },
  { address: 'https://mega.nz/folder/aBcD1234#k_k-1k_k-1k_k-1k_k-1kQ', found: { kind: 'sha256', at } },
  { address: 'https://www.forum.example/thread?t=123', found: { kind: 'url', at } },
]

/** File name → content. The letters of both bands of minors are the same, so one is shown. */
export function samples(): Map<string, string> {
  const files = new Map<string, string>()
  for (const { address, found } of places) {
    const location = locateOne(address)
    if (!location) throw new Error(`${address} is not recognised.`)
    for (const lang of ['en', 'fr', 'nl'] satisfies Lang[]) {
      for (const ageBand of ['adult', 'under-16'] satisfies AgeBand[]) {
        for (const { ground, routeId } of planRequests({ location, ageBand, country: 'BE', lang })) {
          const letter = composeLetter({
            location,
            routeId,
            ground,
            lang,
            ageBand,
            country: 'BE',
            found,
            answers: {},
            reference: 'VG-4T7K2M',
            writtenAt: Date.UTC(2026, 10, 24, 10, 5),
          })
          files.set(name(ground, location.platform, lang, ageBand), `${letter.to ?? '-'}\n${letter.subject}\n\n${letter.text}`)
        }
      }
    }
  }
  return files
}

function name(ground: GroundId, platform: string, lang: Lang, ageBand: AgeBand): string {
  return `${ground}-${platform}-${lang}-${ageBand}.txt`
}

if (import.meta.main) {
  for (const [file, text] of samples()) await writeFile(new URL(file, import.meta.url), text)
}
