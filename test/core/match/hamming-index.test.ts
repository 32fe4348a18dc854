import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createHammingIndex, createLinearIndex, type HammingIndex } from '#core/match/index.ts'
import { flipped, placedChanges, randomHash, randomWords, someBits } from './hashes.ts'

/** Every pair found, sorted: a multiset, so that a pair found twice shows. */
function pairs(index: HammingIndex, queries: Uint8Array[], maxDistance: number): string[] {
  const all: string[] = []
  index.search(queries, maxDistance, (query, row, distance) => all.push(`${query}-${row}-${distance}`))
  return all.sort()
}

function filled(create: () => HammingIndex, hashes: Uint8Array[]): HammingIndex {
  const index = create()
  for (const hash of hashes) index.insert(hash)
  return index
}

const zeros = new Uint8Array(32)
/** Every implementation, and each in both of its forms: small, and with tables from the first row on. */
const segments: [string, () => HammingIndex][] = [
  ['WebAssembly', () => createHammingIndex({ engine: 'wasm', tablesFrom: 1 })],
  ['plain', () => createHammingIndex({ engine: 'plain', tablesFrom: 1 })],
  ['shared WebAssembly', () => createHammingIndex({ shared: true, tablesFrom: 1 })],
  ['small', () => createHammingIndex()],
  ['growing', () => createHammingIndex({ tablesFrom: 40 })],
]

describe.each([...segments, ['linear', createLinearIndex] as const])('the %s index', (_, create) => {
  test('finds each pair within the distance once, duplicates included', () => {
    const index = create()
    const rows = [index.insert(zeros), index.insert(flipped(zeros, [3])), index.insert(zeros)]

    expect(index.size).toBe(3)
    expect(pairs(index, [zeros, flipped(zeros, [3, 200])], 1)).toEqual(
      [`0-${rows[0]}-0`, `0-${rows[1]}-1`, `0-${rows[2]}-0`, `1-${rows[1]}-1`].sort(),
    )
  })

  test('finds nothing of a deleted row, and the rest of its duplicates', () => {
    const index = create()
    const first = index.insert(zeros)
    const second = index.insert(zeros)

    index.delete(first)
    expect(pairs(index, [zeros], 256)).toEqual([`0-${second}-0`])
    index.delete(second)
    expect(pairs(index, [zeros], 256)).toEqual([])
    expect(index.size).toBe(0)
  })

  test('never gives a handle twice, so that deleting twice takes nobody else away', () => {
    const index = create()
    const given = new Set<number>()
    let last = index.insert(zeros)
    for (let i = 0; i < 100; i++) {
      given.add(last)
      index.delete(last)
      const next = index.insert(zeros)
      index.delete(last)
      expect(pairs(index, [zeros], 0)).toEqual([`0-${next}-0`])
      last = next
    }
    expect(given.size).toBe(100)
    for (const row of [-1, 0.5, 1e9, 2 ** 52, Number.NaN]) index.delete(row)
    expect(index.size).toBe(1)
  })

  test('is empty after clear, keeps its handles spent, and works on', () => {
    const index = create()
    const before = index.insert(zeros)
    index.clear()
    expect([index.size, pairs(index, [zeros], 256)]).toEqual([0, []])

    const after = index.insert(zeros)
    index.delete(before)
    expect(pairs(index, [zeros], 0)).toEqual([`0-${after}-0`])
  })

  test('keeps its own copy of what it is given', () => {
    const index = create()
    const hash = zeros.slice()
    index.insert(hash)
    hash.fill(255)
    expect(pairs(index, [zeros], 0)).toHaveLength(1)
  })

  test('refuses what is no hash and no distance, before anything is found', () => {
    const index = filled(create, [zeros])
    expect(() => index.insert(new Uint8Array(31))).toThrow(RangeError)
    for (const distance of [-1, 257, 1.5, Number.NaN])
      expect(() => index.search([zeros], distance, () => {})).toThrow(RangeError)
    let found = 0
    expect(() => index.search([zeros, new Uint8Array(33)], 0, () => found++)).toThrow(RangeError)
    expect(found).toBe(0)
  })
})

describe.each(segments)('the %s index finds what the linear one finds', (_, create) => {
  function expectSame(hashes: Uint8Array[], queries: Uint8Array[], maxDistance = 31): string[] {
    const oracle = pairs(filled(createLinearIndex, hashes), queries, maxDistance)
    expect(pairs(filled(create, hashes), queries, maxDistance)).toEqual(oracle)
    return oracle
  }

  const random = randomWords(20261124)
  const background = Array.from({ length: 2_000 }, () => randomHash(random))

  // Also against cuts of other widths, should the engine change. Few round each centre: a crowd would leave the tables.
  test.each([16, 8, 32])('when bits are placed to slip through segments of %i', (width) => {
    const centres = Array.from({ length: 33 }, () => randomHash(random))
    const changed = [...placedChanges(width, random)].map((bits, i) => flipped(centres[i % 33]!, bits))
    const oracle = expectSame([...background, ...changed], centres)
    expect(oracle.length).toBeGreaterThan(100)
    expectSame([...background, ...changed], centres.slice(0, 5))
  })

  test('when the same bits are changed on the side of the query', () => {
    const centre = randomHash(random)
    const queries = [...placedChanges(16, random)].map((bits) => flipped(centre, bits))
    expectSame([...background, centre, centre], queries)
  })

  test('at every distance from 0 to 40, at every threshold around it', () => {
    const centre = randomHash(random)
    const near = Array.from({ length: 41 }, (_, count) => flipped(centre, someBits(random, count)))
    for (const threshold of [0, 1, 15, 16, 30, 31, 32, 33, 40]) {
      const oracle = expectSame([...background.slice(0, 600), ...near], [centre], threshold)
      expect(oracle).toHaveLength(threshold + 1)
    }
    expectSame(background.slice(0, 300), [centre], 256)
  })

  test('in heavy buckets, with tight distances among them', () => {
    // Two segments in common with the centre for all: their buckets are crowded with what is too far.
    const centre = randomHash(random)
    const crowd = Array.from({ length: 300 }, () => {
      const hash = randomHash(random)
      const segment = random() % 16
      for (const i of [segment, (segment + 1) % 16]) hash.set(centre.subarray(2 * i, 2 * i + 2), 2 * i)
      return hash
    })
    const tight = [...placedChanges(16, random)].map((bits) => flipped(centre, bits))
    expectSame([...background, ...crowd, ...tight], [centre, ...tight.slice(0, 20)])
  })

  test('in a crowd of look-alikes, where a query leaves the tables halfway', () => {
    const centre = randomHash(random)
    const crowd = Array.from({ length: 1_500 }, () => flipped(centre, someBits(random, random() % 24)))
    const queries = [centre, ...crowd.slice(0, 10), flipped(centre, someBits(random, 31)), randomHash(random)]
    expectSame([...background.slice(0, 500), ...crowd], queries)
  })

  test('among zeros, ones, stripes and copies of one hash', () => {
    const hash = randomHash(random)
    const plain = [zeros, zeros.map(() => 255), zeros.map(() => 0xaa), zeros.map((_, i) => (i % 2 ? 255 : 0))]
    const copies = Array.from({ length: 3_000 }, () => hash)
    const around = plain.flatMap((centre) => [30, 31, 32].map((count) => flipped(centre, someBits(random, count))))
    expectSame([...background.slice(0, 400), ...plain, ...copies, ...around], [...plain, ...around, hash])
  })

  test.each([0, 1, 7, 8, 9, 271, 272, 273, 4095, 4096, 4097])('with %i rows', (count) => {
    const hashes = Array.from({ length: count }, () => randomHash(random))
    const queries = hashes.slice(0, 10).map((hash) => flipped(hash, someBits(random, random() % 36)))
    expectSame(hashes, [...queries, randomHash(random)])
  })

  test.each([0, 1, 31, 32, 33, 1023, 1024, 1025])('with a page of %i queries', (count) => {
    const queries = Array.from({ length: count }, (_, i) =>
      flipped(background[i % 700]!, someBits(random, random() % 36)),
    )
    expectSame(background.slice(0, 700), queries)
  })
})

describe.each(segments)('the %s index under insertions and deletions in any order', (_, create) => {
  /** Few centres and few bits, so that hashes meet, repeat and share buckets. */
  const hash = fc
    .tuple(fc.constantFrom(1, 2, 3), fc.array(fc.nat(255), { maxLength: 40 }))
    .map(([seed, bits]) => flipped(randomHash(randomWords(seed)), bits))

  interface Model {
    rows: { row: number; hash: Uint8Array }[]
    gone: number[]
  }

  class Insert implements fc.Command<Model, HammingIndex> {
    readonly hash: Uint8Array
    constructor(hash: Uint8Array) {
      this.hash = hash
    }
    check = () => true
    run(model: Model, index: HammingIndex) {
      const row = index.insert(this.hash)
      expect(model.gone).not.toContain(row)
      expect(model.rows.map((known) => known.row)).not.toContain(row)
      model.rows.push({ row, hash: this.hash })
    }
    toString = () => `insert ${this.hash}`
  }

  class Delete implements fc.Command<Model, HammingIndex> {
    readonly pick: number
    constructor(pick: number) {
      this.pick = pick
    }
    check = (model: Readonly<Model>) => model.rows.length > 0
    run(model: Model, index: HammingIndex) {
      const [gone] = model.rows.splice(this.pick % model.rows.length, 1)
      index.delete(gone!.row)
      model.gone.push(gone!.row)
    }
    toString = () => `delete ${this.pick}`
  }

  class DeleteAgain implements fc.Command<Model, HammingIndex> {
    readonly pick: number
    constructor(pick: number) {
      this.pick = pick
    }
    check = (model: Readonly<Model>) => model.gone.length > 0
    run(model: Model, index: HammingIndex) {
      index.delete(model.gone[this.pick % model.gone.length]!)
      expect(index.size).toBe(model.rows.length)
    }
    toString = () => `delete again ${this.pick}`
  }

  class Search implements fc.Command<Model, HammingIndex> {
    readonly query: Uint8Array
    constructor(query: Uint8Array) {
      this.query = query
    }
    check = () => true
    run(model: Model, index: HammingIndex) {
      const expected = model.rows
        .map(({ row, hash }) => [row, bitsApart(hash, this.query)] as const)
        .filter(([, distance]) => distance <= 31)
        .map(([row, distance]) => `0-${row}-${distance}`)
      expect(pairs(index, [this.query], 31)).toEqual(expected.sort())
      expect(index.size).toBe(model.rows.length)
    }
    toString = () => `search ${this.query}`
  }

  class Clear implements fc.Command<Model, HammingIndex> {
    check = () => true
    run(model: Model, index: HammingIndex) {
      index.clear()
      model.gone.push(...model.rows.map(({ row }) => row))
      model.rows = []
    }
    toString = () => 'clear'
  }

  test('holds what a plain list holds', () => {
    // Enough strangers that searches go through the tables, and stay in them or leave them.
    const random = randomWords(7)
    const strangers = Array.from({ length: 320 }, () => randomHash(random))
    const index = create()
    const commands = fc.commands(
      [
        hash.map((given) => new Insert(given)),
        hash.map((given) => new Insert(given)),
        fc.nat().map((pick) => new Delete(pick)),
        fc.nat().map((pick) => new DeleteAgain(pick)),
        hash.map((given) => new Search(given)),
        fc.constant(new Clear()),
      ],
      { size: '+1' },
    )
    fc.assert(
      fc.property(commands, (run) => {
        index.clear()
        const rows = strangers.map((stranger) => ({ row: index.insert(stranger), hash: stranger }))
        fc.modelRun(() => ({ model: { rows, gone: [] }, real: index }), run)
      }),
      { numRuns: 60 },
    )
  })

  test('rows that come and go by the thousand leave the rest findable', () => {
    const random = randomWords(11)
    const centre = randomHash(random)
    const hashes = Array.from({ length: 6_000 }, (_, i) =>
      i % 3 ? randomHash(random) : flipped(centre, someBits(random, random() % 60)),
    )
    const index = create()
    const oracle = createLinearIndex()
    const rows: [mine: number, oracles: number][] = []
    const known = new Map<number, number>()
    for (const [i, hash] of hashes.entries()) {
      const pair: [number, number] = [index.insert(hash), oracle.insert(hash)]
      rows.push(pair)
      known.set(...pair)
      if (i % 2 === 0) continue
      const [mine, oracles] = rows.splice(random() % rows.length, 1)[0]!
      index.delete(mine)
      oracle.delete(oracles)
    }
    const found: string[] = []
    index.search([centre, ...hashes.slice(0, 30)], 31, (query, row, distance) =>
      found.push(`${query}-${known.get(row)}-${distance}`),
    )
    expect(found.sort()).toEqual(pairs(oracle, [centre, ...hashes.slice(0, 30)], 31))
    for (const [mine] of rows) index.delete(mine)
    expect([index.size, pairs(index, hashes.slice(0, 300), 256)]).toEqual([0, []])
  })
})

test('an index that is being searched refuses to change, and works on afterwards', () => {
  const index = filled(createHammingIndex, [zeros])
  expect(() => index.search([zeros], 0, () => index.insert(zeros))).toThrow(/being searched/)
  expect(() => index.search([zeros], 0, (_, row) => index.delete(row))).toThrow(/being searched/)
  expect(pairs(index, [zeros], 0)).toHaveLength(1)
})

function bitsApart(a: Uint8Array, b: Uint8Array): number {
  return [...a].reduce((sum, byte, i) => sum + (byte ^ b[i]!).toString(2).replaceAll('0', '').length, 0)
}
