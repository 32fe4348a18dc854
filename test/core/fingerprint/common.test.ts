import { describe, expect, test } from 'vitest'
import { COMMONPLACE, isCommonplace } from '#core/fingerprint/common.ts'
import { pdqForms, printsOf } from '#core/fingerprint/index.ts'
import { commonplace, commonplaceHashes, KINDS } from '../../../bench/robustness/commonplace.ts'
import { pictureOf } from '../../../bench/robustness/pictures.ts'
import { mirrored } from './drawn.ts'

const kinds = Object.keys(KINDS)
const numberOf = (kind: string, round: number) => round * kinds.length + kinds.indexOf(kind)

test('the list is what our own code draws', () => {
  const drawn = commonplaceHashes()
  expect(Object.entries(COMMONPLACE).flatMap(([name, hashes]) => hashes.map((pdq) => ({ name, pdq })))).toEqual(
    expect.arrayContaining(drawn),
  )
  expect(Object.values(COMMONPLACE).flat()).toHaveLength(drawn.length)
})

describe('a picture that thousands have', () => {
  test.each(['avatar', 'round avatar', 'play button'])('%s, drawn anew, is told, mirrored as well', (kind) => {
    const picture = commonplace(numberOf(kind, 9))
    expect(isCommonplace(pdqForms(picture))).toBe(true)
    expect(isCommonplace(pdqForms(mirrored(picture)))).toBe(true)
  })

  test('is kept for the stricter rule, with the reason', () => {
    const { pdqs, weak, notes } = printsOf(commonplace(numberOf('avatar', 9)), 'single')
    expect(pdqs).toEqual([])
    expect(weak).toHaveLength(8)
    expect(notes).toEqual([{ reason: 'common', views: ['full'] }])
  })
})

test('ordinary pictures are not common', () => {
  for (let n = 0; n < 60; n++) expect([n, isCommonplace(pdqForms(pictureOf(9000 + n, 128).pixels))]).toEqual([n, false])
})
