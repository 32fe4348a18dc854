import { generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import {
  bodyOf,
  keyName,
  type Pack,
  type PackContent,
  packFormat,
  printPack,
  sealPack,
  sha256,
  verifyPack,
} from '#core/pack/index.ts'
import { readToken, requestFor, tokenOf } from '#core/pack/timestamp.ts'
import { auditHash, type ChainedEntry, entryHash, noHash } from '#core/record/index.ts'
import { startTimestampAuthority } from '../peers/timestamp-authority.ts'

const keys = generateKeyPairSync('ed25519')
const signer = {
  publicKey: new Uint8Array(keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)),
  sign: (message: Uint8Array) => new Uint8Array(sign(null, message, keys.privateKey)),
}
const pdf = new TextEncoder().encode('%PDF-1.7 what is on paper')
const bytes = (text: string) => new TextEncoder().encode(text)

async function entriesOf(count: number): Promise<ChainedEntry[]> {
  const entries: ChainedEntry[] = []
  for (let seq = 1; seq <= count; seq++) {
    const entry = {
      seq,
      at: 1_790_000_000_000 + seq,
      kind: 'request.sent',
      request: 'r1',
      facts: { by: 'her' },
      nonce: 'AAAAAAAAAAAAAAAAAAAAAA',
    }
    entries.push({ ...entry, hash: await entryHash(entries.at(-1)?.hash ?? noHash, entry) })
  }
  return entries
}

interface Content extends PackContent {
  places: { address: string; since: number }[]
}

async function contentOf(): Promise<Content> {
  const record = await entriesOf(3)
  const link = { seq: 41, at: 1_790_000_000_001, digest: record[0]?.hash ?? '' }
  const previous = 'ab'.repeat(32)
  return {
    format: packFormat,
    id: '0f3a9c21',
    madeAt: 1_790_000_100_000,
    places: [{ address: 'https://example.org/Łódź?x=1', since: 1_789_000_000_000 }],
    record,
    audit: [{ ...link, hash: await auditHash(previous, link), previous }],
  }
}

async function packOf(content?: Content): Promise<Pack<Content>> {
  const of = {
    content: content ?? (await contentOf()),
    pdf: { sha256: await sha256(pdf), bytes: pdf.length },
    timestamp: null,
  }
  return sealPack(of, signer)
}

let text = ''
beforeAll(async () => {
  text = printPack(await packOf())
})

test('a pack fits, and says what it is, how long its record is, and which key has signed it', async () => {
  const verdict = await verifyPack({ json: bytes(text), pdf })

  expect(verdict).toEqual({
    ok: true,
    problems: [],
    id: '0f3a9c21',
    madeAt: 1_790_000_100_000,
    key: await keyName(signer.publicKey),
    entries: 3,
    pdf: 'fits',
    timestamp: null,
  })
})

test('any byte of the file that is another makes it fail', async () => {
  const good = bytes(text)
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Uint8Array.from(good)
      changed[at] = (changed[at] ?? 0) ^ by
      const verdict = await verifyPack({ json: changed, pdf })
      expect(verdict?.ok).toBe(false)
      expect(verdict?.problems).not.toEqual([])
    }),
    { numRuns: 400 },
  )
})

test('a byte too many or too few anywhere makes it fail', async () => {
  const good = bytes(text)
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length), fc.constantFrom(' ', '\n', '0', '\ufeff', ''), async (at, more) => {
      const rest = more === '' ? at + 1 : at
      if (rest > good.length) return
      const changed = new Uint8Array([...good.subarray(0, at), ...bytes(more), ...good.subarray(rest)])
      expect((await verifyPack({ json: changed, pdf }))?.ok).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('any byte of the PDF that is another makes it fail, and is told apart from the rest', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(pdf.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Uint8Array.from(pdf)
      changed[at] = (changed[at] ?? 0) ^ by
      expect(await verifyPack({ json: bytes(text), pdf: changed })).toMatchObject({
        ok: false,
        problems: ['pdf'],
        pdf: 'differs',
      })
    }),
    { numRuns: 50 },
  )
})

test('a value that was changed and written anew in our own way fails by its signature', async () => {
  const pack = JSON.parse(text)
  pack.content.places[0].since -= 86_400_000

  expect(await verifyPack({ json: bytes(printPack(pack)), pdf })).toMatchObject({ ok: false, problems: ['signature'] })
})

test('an entry taken out, moved or rewritten fails by the record, even signed anew', async () => {
  const content = await contentOf()
  const [one, two, three] = content.record
  if (!one || !two || !three) throw new Error('three entries')
  for (const record of [
    [one, three],
    [two, three],
    [one, three, two],
    [one, { ...two, facts: { by: 'him' } } as typeof two, three],
  ]) {
    const pack = await packOf({ ...content, record, audit: [] })
    expect(await verifyPack({ json: bytes(printPack(pack)), pdf })).toMatchObject({ ok: false, problems: ['record'] })
  }
})

test('an entry whose text is kept back still holds its neighbours in place', async () => {
  const content = await contentOf()
  const [one, two, three] = content.record
  if (!one || !two || !three) throw new Error('three entries')
  const keptBack = ({ seq, at, kind, hash }: typeof one) => ({ seq, at, kind, hash, withheld: true as const })
  const check = async (record: Content['record']) =>
    verifyPack({ json: bytes(printPack(await packOf({ ...content, record, audit: [] }))), pdf })

  for (const record of [
    [one, keptBack(two), three],
    [keptBack(one), two, keptBack(three)],
  ])
    expect(await check(record)).toMatchObject({ ok: true, entries: 3 })
  for (const record of [
    [one, { ...keptBack(two), hash: 'ab'.repeat(32) }, three],
    [one, three],
    [keptBack(two), three],
  ])
    expect(await check(record)).toMatchObject({ ok: false, problems: ['record'] })
})

test('a link of another chain, or of an entry that is not there, fails', async () => {
  const content = await contentOf()
  const [link] = content.audit
  if (!link) throw new Error('one link')
  for (const audit of [[{ ...link, previous: 'cd'.repeat(32) }], [{ ...link, digest: 'ab'.repeat(32) }]]) {
    const pack = await packOf({ ...content, audit })
    expect(await verifyPack({ json: bytes(printPack(pack)), pdf })).toMatchObject({ ok: false, problems: ['audit'] })
  }
})

test('a pack that somebody else has signed fits in itself, and not where the key is known', async () => {
  const other = generateKeyPairSync('ed25519')
  const forged = await sealPack(await packOf(), {
    publicKey: new Uint8Array(other.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)),
    sign: (message) => new Uint8Array(sign(null, message, other.privateKey)),
  })
  const { content, pdf: paper, timestamp, signature } = forged
  const json = bytes(printPack({ content, pdf: paper, timestamp, signature }))

  expect(await verifyPack({ json, pdf })).toMatchObject({ ok: true })
  expect(await verifyPack({ json, pdf, key: await keyName(signer.publicKey) })).toMatchObject({
    ok: false,
    problems: ['key'],
  })
})

test('without the PDF the rest is checked, and that it was not given is said', async () => {
  expect(await verifyPack({ json: bytes(text), pdf: null })).toMatchObject({ ok: true, pdf: 'not given' })
})

test.each(['', 'hello', '{}', '[]', '{"content":1}', 'null', '\ufeff{}', 'ÿþ'])(
  'what is no pack is told apart: %j',
  async (what) => {
    expect(await verifyPack({ json: bytes(what), pdf: null })).toBeNull()
  },
)

test('a pack that a part was taken out of, or that was written in another way, fails as one', async () => {
  const part = (name: string) => {
    const { [name]: _, ...rest } = JSON.parse(text)
    return rest
  }
  const written = [
    ...['signature', 'pdf', 'timestamp', 'content'].flatMap((name) => [
      JSON.stringify(part(name)),
      JSON.stringify(part(name), null, 2),
    ]),
    JSON.stringify(JSON.parse(text)),
    text.trimEnd(),
    text.slice(0, 200),
    `\ufeff${text}`,
  ]
  for (const json of written) expect(await verifyPack({ json: bytes(json), pdf })).toMatchObject({ ok: false })
})

test('whatever is written into the places of a pack, checking it does not throw', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.jsonValue(),
      fc.constantFrom('content', 'pdf', 'timestamp', 'signature', 'record', 'audit'),
      async (value, place) => {
        const pack = JSON.parse(text)
        if (place === 'record' || place === 'audit') pack.content[place] = value
        else pack[place] = value
        const verdict = await verifyPack({ json: bytes(printPack(pack)), pdf })
        expect(verdict === null || !verdict.ok || JSON.stringify(pack) === JSON.stringify(JSON.parse(text))).toBe(true)
      },
    ),
    { numRuns: 150 },
  )
})

test('a timestamp says by when the pack was as it is, and by whose word', async () => {
  await using authority = await startTimestampAuthority()
  const { content, pdf: paper } = await packOf()
  const body = bodyOf({ content, pdf: paper })
  const token = await stamp(authority.url, body)
  const written = (token: Uint8Array) => Buffer.from(token).toString('base64url')
  const sealed = async (token: Uint8Array, of = content) =>
    bytes(
      printPack(
        await sealPack({ content: of, pdf: paper, timestamp: { authority: 'x', token: written(token) } }, signer),
      ),
    )

  expect(await verifyPack({ json: await sealed(token), pdf })).toMatchObject({
    ok: true,
    timestamp: { at: authority.now, authority: 'Made-up Time Authority' },
  })
  // An installation that dates its pack back cannot move the authority's word to it.
  const earlier = { ...content, madeAt: content.madeAt - 1 }
  expect(await verifyPack({ json: await sealed(token, earlier), pdf })).toMatchObject({
    ok: false,
    problems: ['timestamp'],
  })
  const broken = Uint8Array.from(token)
  broken[broken.length - 5] = (broken[broken.length - 5] ?? 0) ^ 1
  expect(await verifyPack({ json: await sealed(broken), pdf })).toMatchObject({ ok: false, problems: ['timestamp'] })
})

test.each(['refuses', 'other-nonce', 'other-message', 'not-for-timestamps', 'broken'] as const)(
  'an authority that answers wrongly gives no timestamp: %s',
  async (fault) => {
    await using authority = await startTimestampAuthority()
    authority.fault = fault

    expect(await stamp(authority.url, bytes('what is stamped')).catch(() => null)).toBeNull()
  },
)

test('a token that OpenSSL has made is read, and not over another text', async () => {
  const token = readFileSync(new URL('../vectors/rfc3161/openssl-token.der', import.meta.url))

  expect(await readToken(token, bytes('what is stamped'))).toEqual({
    at: Date.UTC(2026, 10, 28, 18, 45, 32),
    authority: 'Made-up OpenSSL Authority',
  })
  expect(await readToken(token, bytes('what is stampeD'))).toBeNull()
})

async function stamp(url: string, message: Uint8Array): Promise<Uint8Array> {
  const request = await requestFor(message, crypto.getRandomValues(new Uint8Array(8)))
  const response = await fetch(url, { method: 'POST', body: request })
  const token = await tokenOf(new Uint8Array(await response.arrayBuffer()), request, message)
  if (!token) throw new Error('no token')
  return token
}
