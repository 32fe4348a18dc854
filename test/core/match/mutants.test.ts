/**
 * Does the suite see a fault in the kernel? Each fault is planted in the source, compiled, and has to show on one mixed
 * set: uniform, crowded, in heavy buckets, on bits placed to slip through.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { main as asc } from 'assemblyscript/asc'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createLinearIndex, type KeptIndex } from '#core/match/index.ts'
import { flipped, placedChanges, randomHash, randomWords, someBits } from './hashes.ts'

const source = readFileSync(fileURLToPath(new URL('../../../core/match/kernel/search.as.ts', import.meta.url)), 'utf8')
const options = source.split('\n', 1)[0]!.replace('// asc ', '').split(' ')

/** What is planted: a name, a piece of the source, and what stands there instead. */
const faults: [string, string, string][] = [
  ['a table fewer', 'table < 16; table++) {\n    const allowed', 'table < 15; table++) {\n    const allowed'],
  ['a table fewer in small pages', 'table < 16; table++) to = probesOf', 'table < 15; table++) to = probesOf'],
  ['a flip fewer', 'i < 16; i++) {\n        place(', 'i < 15; i++) {\n        place('],
  [
    'a flip fewer in small pages',
    'i < 16; i++) {\n    store<u64>(to, probeOf',
    'i < 15; i++) {\n    store<u64>(to, probeOf',
  ],
  ['a second flip fewer', 'j < 16; j++) place(', 'j < 15; j++) place('],
  ['a budget of the second segment too small', '<usize>table << 1)) - flips', '<usize>table << 1)) - flips - 1'],
  ['a budget of a flipped probe too small', 'probe - (1 << 20) + (1 << 24)', 'probe - (2 << 20) + (1 << 24)'],
  ['a budget of the third segment too small', 'bits <= <u32>load<u16>(w + THIRD', 'bits < <u32>load<u16>(w + THIRD'],
  [
    'a rule of the first table looser than the scan',
    'i16x8.le_u(threeA, v128.load(w + THIRD_ALLOWED))',
    'i16x8.splat(-1)',
  ],
  ['the same in the upper half', 'i16x8.le_u(threeB, v128.load(w + THIRD_ALLOWED, 16))', 'i16x8.splat(-1)'],
  ['a pair reported by every table', '&& firstTable(w, at, own) == load<u32>(from, 4)', ''],
  [
    'a ring that is not closed',
    'v128.shuffle<u16>(b, a, 1, 2, 3, 4, 5, 6, 7, 8)',
    'v128.shuffle<u16>(b, b, 1, 2, 3, 4, 5, 6, 7, 8)',
  ],
  ['a broken lane of four', 'leftOfTwo(at + 48, sketch)', 'leftOfTwo(at + 32, sketch)'],
  ['a broken lane of three', 'const c = leftOfTwo(run + 32, sketch)', 'const c = leftOfTwo(run + 16, sketch)'],
  ['a mask shifted wrongly', '(zeros(d) << 24)', '(zeros(d) << 16)'],
  ['entries of the next bucket taken', 'if (limit < 32) mask', 'if (limit < 1) mask'],
  ['the last survivors forgotten', '  verify(w, survivors, max)\n  compare(w, max)', '  compare(w, max)'],
  ['the last candidates forgotten', '  compare(w, max)\n  store<u32>(w + SINK', '  store<u32>(w + SINK'],
  ['candidates written over', 'let count = load<u32>(w + WAITING)', 'let count: u32 = 0'],
  ['bounds of the wrong block', 'here = next', 'here = 0'],
  ['a distance too few', 'if (bits <= max && firstTable', 'if (bits < max && firstTable'],
  ['a crowd radius too small', 'max + atomic.load<u32>(head, 32)', 'max + atomic.load<u32>(head, 32) - 1'],
  ['a member of a crowd left out', 'for (let i: u32 = 0; i < members; i++)', 'for (let i: u32 = 1; i < members; i++)'],
  ['a list of matches that is cut', 'drain()\n    count = ', 'return\n    count = '],
  ['a bin fewer when many are filed', 'bin < 256; bin++) fileBin', 'bin < 255; bin++) fileBin'],
  ['a bin that runs over', 'if (held + 1 == capacity) fileBin', 'if (held > capacity) fileBin'],
  [
    'a row left out of the linear scan',
    'if (half > max) continue\n          const',
    'if (half >= max) continue\n          const',
  ],
]

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigie-mutants-'))
})

afterAll(async () => {
  vi.doUnmock('#core/match/kernel/search.wasm.ts')
  await rm(folder, { recursive: true, force: true })
})

async function compiled(text: string): Promise<string> {
  const [file, binary] = [join(folder, 'search.as.ts'), join(folder, 'search.wasm')]
  writeFileSync(file, text)
  const always = ['--runtime', 'stub', '--noAssert', '--use', 'abort=', '--enable', 'simd', '-O1']
  const { error, stderr } = await asc([file, '--outFile', binary, '--baseDir', '/', ...always, ...options])
  if (error) throw new Error(stderr.toString())
  return (await readFile(binary)).toString('base64')
}

async function indexOn(text: string): Promise<KeptIndex> {
  const wasm = await compiled(text)
  vi.resetModules()
  vi.doMock('#core/match/kernel/search.wasm.ts', () => ({ wasm }))
  const { createHammingIndex } = await import('#core/match/index.ts')
  return createHammingIndex({ engine: 'wasm', tablesFrom: 1 })
}

const random = randomWords(31)
const centres = Array.from({ length: 48 }, () => randomHash(random))
/** Placed bits round many centres, few round each: a crowd would leave the tables. */
const placed = [16, 16, 16, 32]
  .flatMap((width) => [...placedChanges(width, random)])
  .map((bits, i) => flipped(centres[i % centres.length]!, bits))
/** Two segments fit, the third does not, and the segment that does comes later: for the first table's rule. */
const misled = centres.slice(0, 32).map((centre, turn) => {
  const bitsOf = [1, 2, 4, 2, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]
  return flipped(
    centre,
    bitsOf.flatMap((count, i) => Array.from({ length: count }, (_, bit) => 16 * ((i + turn) % 16) + 8 + bit)),
  )
})
/** Others in a bucket where a hash lies that is 31 from its centre and one bit from it there: 10 to 50 of them. */
const neighbours = centres.flatMap((centre, i) => {
  const tight = flipped(
    centre,
    Array.from({ length: 16 }, (_, segment) =>
      (segment === i % 16 ? [0] : [3, 7]).map((bit) => 16 * segment + bit),
    ).flat(),
  )
  const others = Array.from({ length: [10, 20, 22, 28, 31, 31, 31][i % 7]! }, () => {
    const hash = randomHash(random)
    hash.set(tight.subarray(2 * (i % 16), 2 * (i % 16) + 2), 2 * (i % 16))
    return hash
  })
  return [...others, tight]
})
// A crowd, a member at its edge, and a query 31 beyond that, on the side away from the centre.
const middle = randomHash(random)
const bitsAt = (...places: number[]) => Array.from({ length: 256 }, (_, i) => i).filter((i) => places.includes(i & 31))
const outermost = flipped(middle, bitsAt(1, 2, 3).slice(0, 20))
const beyond = flipped(outermost, bitsAt(5, 6, 7, 8).slice(0, 31))
const crowd = [
  ...Array.from({ length: 300 }, () => middle),
  ...Array.from({ length: 200 }, () => flipped(middle, someBits(random, random() % 12))),
  outermost,
]
const oneHalf = flipped(
  centres[0]!,
  Array.from({ length: 64 }, (_, i) => i),
)
const hashes = [
  ...Array.from({ length: 900 }, () => randomHash(random)),
  ...placed,
  ...misled,
  ...neighbours,
  ...crowd,
  oneHalf,
]
  .map((hash) => ({ hash, order: random() }))
  .sort((a, b) => a.order - b.order)
  .map(({ hash }) => hash)
const queries = [
  ...centres,
  beyond,
  ...hashes.slice(0, 60).map((hash) => flipped(hash, someBits(random, 31))),
  ...crowd.slice(270, 330),
  ...crowd.slice(300, 340).map((hash) => flipped(hash, someBits(random, 31))),
]

/** Most at once, so that buckets lie side by side in their order; the rest one by one. */
async function fill(index: KeptIndex): Promise<void> {
  await index.fill(() => {
    for (const hash of hashes.slice(0, 3200)) index.insert(hash)
  })
  for (const hash of hashes.slice(3200)) index.insert(hash)
}

function answers(index: Pick<KeptIndex, 'search'>, rowOf: (row: number) => number): string {
  const found: string[] = []
  for (const [distance, page] of [
    [31, queries],
    [31, queries.slice(0, 12)],
    [40, queries.slice(0, 90)],
    [64, queries.slice(0, 12)],
  ] as const)
    index.search(page, distance, (query, row, bits) =>
      found.push(`${[distance, page.length, query, rowOf(row), bits]}`),
    )
  return found.sort().join('\n')
}

let right: string

test('the kernel as it is finds what the linear index finds', async () => {
  const oracle = createLinearIndex()
  for (const hash of hashes) oracle.insert(hash)
  right = answers(oracle, (row) => row)
  const index = await indexOn(source)
  await fill(index)

  expect(answers(index, (row) => row)).toBe(right)
})

test.each(faults)('%s is seen', async (_, whole, broken) => {
  expect(source.split(whole)).toHaveLength(2)
  const index = await indexOn(source.replace(whole, broken))
  await fill(index)

  expect(answers(index, (row) => row) === right).toBe(false)
})
