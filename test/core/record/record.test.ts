import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AuditLink,
  auditHash,
  type ChainedEntry,
  canonicalJson,
  entryHash,
  type Fact,
  noHash,
  type RecordEntry,
  verifyAudit,
  verifyChain,
} from '#core/record/index.ts'

const fact = fc.letrec<{ fact: Fact }>((tie) => ({
  fact: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('fact'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((key) => key !== '__proto__'),
      tie('fact'),
      {
        maxKeys: 4,
      },
    ),
  ),
})).fact

const entry = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('request.sent', 'request.removed'),
  request: fc.option(fc.uuid(), { nil: null }),
  facts: fc.dictionary(fc.constantFrom('to', 'state', 'due'), fact, { noNullPrototype: true }),
  nonce: fc.base64String({ minLength: 4, maxLength: 24 }),
})

/** As the store writes them. */
async function chained(entries: readonly Omit<RecordEntry, 'seq'>[]): Promise<ChainedEntry[]> {
  const chain: ChainedEntry[] = []
  for (const [at, each] of entries.entries()) {
    const next = { ...each, seq: at + 1 }
    chain.push({ ...next, hash: await entryHash(chain.at(-1)?.hash ?? noHash, next) })
  }
  return chain
}

test('the canonical form is that of RFC 8785, and does not depend on the order of writing', () => {
  expect(canonicalJson({ b: [1, true, null], a: 'é\n"\u2028', '\u20ac': -0, '': '' })).toBe(
    '{"":"","a":"é\\n\\"\u2028","b":[1,true,null],"€":0}',
  )
  fc.assert(
    fc.property(fact, (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
  for (const unclear of [0.5, Number.NaN, 2 ** 53, '\ud800']) expect(() => canonicalJson(unclear)).toThrow(RangeError)
})

test('a hash is SHA-256 over the hash before and the entry, as anybody can recompute it', async () => {
  const written = { seq: 1, at: 2, kind: 'request.sent', request: null, facts: { to: 'sent' }, nonce: 'AAAA' }
  const text = '{"at":2,"facts":{"to":"sent"},"kind":"request.sent","nonce":"AAAA","request":null,"seq":1}'

  expect(await entryHash(noHash, written)).toBe(
    createHash('sha256').update(Buffer.alloc(32)).update(text).digest('hex'),
  )
})

test('a record stands as it was written, and any change, gap or turn in it is found', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 2, maxLength: 8 }), fc.nat(), async (entries, chance) => {
      const chain = await chained(entries)
      const at = chance % chain.length
      const changed = chain.map((each, n) => (n === at ? { ...each, at: each.at + 1 } : each))
      const cut = chain.filter((_, n) => n !== at)
      const turned = [...chain].reverse()

      expect(await verifyChain(chain)).toEqual({ ok: true })
      expect(await verifyChain(chain.slice(at + 1), chain[at]?.hash)).toEqual({ ok: true })
      expect(await verifyChain(changed)).toEqual({ ok: false, seq: at + 1, problem: 'hash' })
      if (at < chain.length - 1) expect((await verifyChain(cut)).ok).toBe(false)
      expect((await verifyChain(turned)).ok).toBe(false)
    }),
    { numRuns: 40 },
  )
})

test('what cannot be hashed is a broken record, not an error', async () => {
  const [good] = await chained([{ at: 1, kind: 'request.sent', request: null, facts: {}, nonce: 'AAAA' }])

  expect(await verifyChain([{ ...good!, facts: { share: 0.5 } }])).toEqual({ ok: false, seq: 1, problem: 'hash' })
  expect(await verifyChain([good!], 'nonsense')).toEqual({ ok: false, seq: 1, problem: 'hash' })
})

test('the chain of the installation is checked alike', async () => {
  const links: AuditLink[] = []
  for (const seq of [1, 2, 3]) {
    const link = { seq, at: seq, digest: 'ab'.repeat(32) }
    links.push({ ...link, hash: await auditHash(links.at(-1)?.hash ?? noHash, link) })
  }

  expect(await verifyAudit(links)).toEqual({ ok: true })
  expect(await verifyAudit(links.slice(1), links[0]?.hash)).toEqual({ ok: true })
  expect(await verifyAudit([links[0]!, { ...links[1]!, digest: 'cd'.repeat(32) }])).toEqual({
    ok: false,
    seq: 2,
    problem: 'hash',
  })
})
