import { MemoryBlockstore } from 'blockstore-core'
import fc from 'fast-check'
import { importBytes } from 'ipfs-unixfs-importer'
import { fixedSize } from 'ipfs-unixfs-importer/chunker'
import { balanced } from 'ipfs-unixfs-importer/layout'
import { base16upper } from 'multiformats/bases/base16'
import { base32, base32hex, base32upper } from 'multiformats/bases/base32'
import { base36, base36upper } from 'multiformats/bases/base36'
import { base58btc } from 'multiformats/bases/base58'
import { base64, base64pad, base64url } from 'multiformats/bases/base64'
import { CID } from 'multiformats/cid'
import * as Digest from 'multiformats/hashes/digest'
import { describe, expect, test } from 'vitest'
import {
  base58,
  cidsOf,
  cidToText,
  doubleHashes,
  hex,
  isEmptyContent,
  md5,
  parseCid,
  rawCidOf,
  sha256,
} from '#core/fingerprint/index.ts'

const KIB = 1024
const bytesOfLength = (length: number) => new Uint8Array(length).map((_, i) => (i * 31 + (i >> 9)) & 255)

/** What IPFS's own importer makes of the bytes. */
async function imported(bytes: Uint8Array, version: 0 | 1, chunkSize: number, links: number): Promise<string> {
  const { cid } = await importBytes(bytes, new MemoryBlockstore(), {
    cidVersion: version,
    rawLeaves: version === 1,
    reduceSingleLeafToSelf: true,
    chunker: fixedSize({ chunkSize }),
    layout: balanced({ maxChildrenPerNode: links }),
  })
  return cid.toString()
}

async function expected(bytes: Uint8Array): Promise<string[]> {
  const forms = [
    await imported(bytes, 0, 256 * KIB, 174),
    await imported(bytes, 1, 256 * KIB, 174),
    await imported(bytes, 1, 1024 * KIB, 1024),
  ]
  return [...new Set([rawCidOf(sha256(bytes)), ...forms])]
}

describe('the CIDs of a file', () => {
  const lengths = [
    1,
    100,
    127,
    128,
    300,
    256 * KIB - 1,
    256 * KIB,
    256 * KIB + 1,
    1024 * KIB,
    1024 * KIB + 1,
    5_000_000,
  ]

  test.each(lengths)('%i bytes: as the importer makes them', async (length) => {
    const bytes = bytesOfLength(length)
    expect(cidsOf(bytes)).toEqual(await expected(bytes))
  })

  test('one chunk more than a node has links: as the importer makes them', { timeout: 60_000 }, async () => {
    const bytes = bytesOfLength(174 * 256 * KIB + 1)
    expect(cidsOf(bytes)).toEqual(await expected(bytes))
  })

  test('two up to 256 KiB, three up to 1 MiB, four beyond', () => {
    expect(
      [100, 256 * KIB, 256 * KIB + 1, 1024 * KIB, 1024 * KIB + 1].map((n) => cidsOf(bytesOfLength(n)).length),
    ).toEqual([2, 2, 3, 3, 4])
  })

  test('the known values of "hello world"', () => {
    expect(cidsOf(new TextEncoder().encode('hello world'))).toEqual([
      'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e',
      'Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD',
    ])
  })
})

describe('reading a CID', () => {
  const digests = fc
    .tuple(fc.constantFrom(0, 0x12, 0x13, 0x1e, 0xb220), fc.uint8Array({ minLength: 0, maxLength: 64 }))
    .map(([code, digest]) => Digest.create(code, digest))
  const codec = fc.constantFrom(0x55, 0x70, 0x71, 0x0129, 0x300000)

  test('takes every base it is written in, and keeps the multihash', () => {
    const bases = [
      base32,
      base32upper,
      base32hex,
      base58btc,
      base36,
      base36upper,
      base16upper,
      base64,
      base64pad,
      base64url,
    ]
    fc.assert(
      fc.property(digests, codec, fc.constantFrom(...bases), (digest, code, base) => {
        const cid = CID.createV1(code, digest)
        expect(parseCid(base.encode(cid.bytes))).toEqual({ version: 1, codec: code, multihash: digest.bytes })
      }),
    )
  })

  test('prints what the reference library prints, and reads it back', () => {
    fc.assert(
      fc.property(digests, codec, (digest, code) => {
        const text = cidToText({ version: 1, codec: code, multihash: digest.bytes })
        expect(text).toBe(CID.createV1(code, digest).toString())
        expect(cidToText(parseCid(text))).toBe(text)
      }),
    )
    const v0 = 'Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD'
    expect(parseCid(v0)).toMatchObject({ version: 0, codec: 0x70 })
    expect(cidToText(parseCid(v0))).toBe(v0)
  })

  test.each([
    ['nothing', ''],
    ['a word', 'hello'],
    ['one character too few', 'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5'],
    ['one too many', 'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5eaa'],
    ['a character outside the alphabet', 'Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyf0'],
    ['version 0 behind a prefix', `z${'Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD'}`],
    ['version 2', 'f0255122000'],
    ['a digest shorter than announced', 'f015512201234'],
    ['a number that is not in its shortest form', 'f0155928000'],
    ['a digest too long', `f015512ff01${'00'.repeat(255)}`],
    ['a text without end', `z${'2'.repeat(100_000)}`],
  ])('refuses %s, without repeating it', (_, text) => {
    expect(() => parseCid(text)).toThrow(SyntaxError)
    const { message } = caught(() => parseCid(text))
    if (text.length > 8) expect(message).not.toContain(text.slice(0, 20))
  })
})

function caught(run: () => unknown): Error {
  try {
    run()
  } catch (error) {
    return error as Error
  }
  throw new Error('nothing was thrown')
}

test("a denylist's double hashes are the published ones", () => {
  const modern = (cid: string) => base58(doubleHashes(parseCid(cid).multihash)[0]!)
  expect(modern('QmVTF1yEejXd9iMgoRTFDxBv7HAz9kuZcQNBzHrceuK9HR')).toBe(
    'QmX9dhRcQcKUw3Ws8485T5a9dtjrSCQaUAHnG4iK9i4ceM',
  )
  expect(modern('bafybeidjwik6im54nrpfg7osdvmx7zojl5oaxqel5cmsz46iuelwf5acja')).toBe(
    'QmX9dhRcQcKUw3Ws8485T5a9dtjrSCQaUAHnG4iK9i4ceM',
  )
  const { multihash } = parseCid('bafybeiefwqslmf6zyyrxodaxx4vwqircuxpza5ri45ws3y5a62ypxti42e')
  expect(doubleHashes(multihash).map(hex)).toContain('d9d295bde21f422d471a90f2a37ec53049fdf3e5fa3ee2e8f20e10003da429e7')
})

test('empty content is known in every form', () => {
  const empty = [
    'bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku',
    'QmbFMke1KXqnYyBBWxB74N4c5SBnJMVAiMNRcGu6x1AwQH',
    'QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn',
    'bafkqaaa',
    'bafyaabakaieac',
  ]
  for (const text of [...empty, ...cidsOf(new Uint8Array())])
    expect([text, isEmptyContent(parseCid(text).multihash)]).toEqual([text, true])
  expect(isEmptyContent(sha256(new Uint8Array()))).toBe(true)
  expect(isEmptyContent(md5(new Uint8Array()))).toBe(true)
  expect(isEmptyContent(sha256(bytesOfLength(1)))).toBe(false)
})
