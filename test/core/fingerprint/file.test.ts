import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { cidsOf, digestsOf, fingerprintFile } from '#core/fingerprint/index.ts'
import { bytesOf, decode, vectors } from './pdq-vectors.ts'

const answer = (file: string) => vectors.find((vector) => vector.file === file)!

describe('the fingerprints of a file', () => {
  test('are the plain hash and all forms of both paths, each once, and its digests', async () => {
    const file = 'face-c-1080x1350.png'
    const bytes = bytesOf(file)
    const prints = fingerprintFile(bytes, await decode(file))

    const { pdq, quality, dihedral, cli512 } = answer(file)
    expect(prints.pdqs.toSorted()).toEqual(
      [...new Set([pdq, ...Object.values(dihedral), cli512!.pdq, ...Object.values(cli512!.dihedral)])].toSorted(),
    )
    expect(prints).toMatchObject({ pdq, quality, informative: true, cids: cidsOf(bytes) })
    expect(prints.reason).toBeUndefined()
    expect(prints.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(prints.md5).toBe(createHash('md5').update(bytes).digest('hex'))
  })

  test('of a small picture are of one path', async () => {
    const prints = fingerprintFile(bytesOf('rgba-opaque.png'), await decode('rgba-opaque.png'))
    expect(prints.paths.map(({ path }) => path)).toEqual(['full'])
    expect(prints.pdqs).toHaveLength(8)
  })

  test('of a 64 × 64 picture hold the plain hash beside its forms', async () => {
    const { pdqs } = fingerprintFile(bytesOf('exact-64x64-noise.png'), await decode('exact-64x64-noise.png'))
    expect(pdqs).toContain(answer('exact-64x64-noise.png').pdq)
  })

  test.each([
    ['barcode-vertical.png', 'one-axis'],
    ['constant-orange.png', 'blank'],
    ['tiny-4x64.png', 'too-small'],
  ])('%s has no PDQ to enrol, but its digests', async (file, reason) => {
    const prints = fingerprintFile(bytesOf(file), await decode(file))
    expect(prints).toMatchObject({ pdqs: [], informative: false, reason, quality: answer(file).quality })
    expect(prints.sha256).toHaveLength(64)
    expect(prints.cids.length).toBeGreaterThan(1)
  })

  test('are refused for a file that many could share', async () => {
    const pixels = await decode('constant-black.png')
    const bytes = bytesOf('constant-black.png')
    expect(bytes.length).toBeLessThan(300)
    expect(() => fingerprintFile(bytes, pixels)).toThrow(RangeError)
    expect(digestsOf(bytes).md5).toBe(createHash('md5').update(bytes).digest('hex'))
  })
})
