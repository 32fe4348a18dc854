import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { distance, fromHex } from '#core/fingerprint/index.ts'
import { vigie } from './run.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigie-search-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const enrol = async (text: string) => {
  const file = join(folder, 'enrolled.txt')
  await writeFile(file, text)
  return file
}

const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })

/** Hashes that have something to do with each other: a few centres, and copies with some bits turned. */
const related = fc
  .tuple(
    fc.array(digits, { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(2), fc.array(fc.nat(255), { maxLength: 60 })), { minLength: 1, maxLength: 60 }),
  )
  .map(([centres, copies]) =>
    copies.map(([of, bits]) => {
      const hash = fromHex(centres[of % centres.length] ?? '')
      for (const bit of bits) hash[bit >> 3] = (hash[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      return Buffer.from(hash).toString('hex')
    }),
  )

test('finds what a plain scan finds, in its order', async () => {
  await fc.assert(
    fc.asyncProperty(related, related, fc.constantFrom(0, 31, 60, 256), async (some, others, most) => {
      const enrolled = [...some, ...others, ...some.slice(0, 3)]
      const queries = [...others, ...some].slice(0, 40)
      const wanted = queries.flatMap((query) =>
        enrolled.flatMap((match) => {
          const bits = distance(fromHex(query), fromHex(match))
          return bits <= most ? [{ query, match, distance: bits }] : []
        }),
      )

      const file = await enrol(enrolled.join('\n'))
      const { status, lines } = await vigie(['search', '--enrolled', file, '--max-distance', String(most)], {
        input: `${queries.join('\r\n')}\n`,
      })

      expect(status).toBe(0)
      expect(lines).toEqual(wanted)
    }),
    { numRuns: 12 },
  )
})

test('a line that is no hash is named by its number: status 2, after what stood before it', async () => {
  const hash = 'a'.repeat(64)
  const file = await enrol(`${hash}\n`)

  const { status, lines, stderr } = await vigie(['search', '--enrolled', file], {
    input: `${hash.toUpperCase()}\n\n123\n`,
  })

  expect(status).toBe(2)
  expect(lines).toEqual([{ query: hash, match: hash, distance: 0 }])
  expect(stderr).toBe('Line 3 of standard input is no PDQ hash: write 64 hexadecimal digits a line.\n')
})

test('an absent file of enrolled hashes is named: status 1', async () => {
  const { status, stderr } = await vigie(['search', '--enrolled', join(folder, 'absent.txt')])

  expect(status).toBe(1)
  expect(stderr).toMatch(/absent\.txt cannot be read \(ENOENT\)/)
})

test.each(['-1', '257', 'many', '1.5'])('a distance of %s is wrong use', async (most) => {
  const { status } = await vigie(['search', '--enrolled', await enrol(''), `--max-distance=${most}`])

  expect(status).toBe(2)
})

test('no query and no enrolled hash is no fault', async () => {
  const { status, stdout } = await vigie(['search', '--enrolled', await enrol('')])

  expect([status, stdout]).toEqual([0, ''])
})

test('a crowd met by every query of a long page is printed whole, in order', async () => {
  const hash = '5'.repeat(64)
  const other = `${'5'.repeat(63)}4`
  const file = await enrol(`${`${hash}\n${other}\n`.repeat(600)}`)
  const { status, lines } = await vigie(['search', '--enrolled', file], { input: `${hash}\n`.repeat(50) })

  expect(status).toBe(0)
  expect(lines).toHaveLength(50 * 1200)
  expect(lines.slice(-4)).toEqual(
    [hash, other, hash, other].map((match, i) => ({ query: hash, match, distance: i % 2 })),
  )
})
