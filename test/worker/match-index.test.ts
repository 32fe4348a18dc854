import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { encodeVpdq, type Fingerprint, WEAK_MAX_DISTANCE } from '#core/fingerprint/index.ts'
import type { CaseId, ChannelId, ItemId, NoticeId } from '#core/ids.ts'
import type { StoredNotice } from '#store/notices.ts'
import type { PublishedPrint } from '#store/prints.ts'
import { createMatchIndex } from '#worker/match-index.ts'

const threshold = () => ({ distance: 31, quality: 50 })

/** `bits` bits away, at places spread over the hash. */
function turned(hash: Uint8Array, bits: number): Uint8Array {
  const other = hash.slice()
  for (let i = 0; i < bits; i++) other[(5 * i) % 32]! ^= 1 << ((i / 32) | 0)
  return other
}

const aHash = () => new Uint8Array(randomBytes(32))
const hashes = (count: number) => Array.from({ length: count }, aHash)
const clipOf = (frames: Uint8Array[], quality = 80) => encodeVpdq(frames.map((hash) => ({ hash, quality })))

function holding(...items: Fingerprint[][]) {
  const index = createMatchIndex()
  for (const [i, fingerprints] of items.entries())
    index.insert({ id: `item-${i}` as ItemId, caseId: `case-${i}` as CaseId, fingerprints, isShielded: false })
  return index
}

function notice(print: Partial<PublishedPrint> & Pick<PublishedPrint, 'type' | 'value'>, id = '1'): StoredNotice {
  return {
    id: id as NoticeId,
    kind: 'report',
    channelId: 'list' as ChannelId,
    at: new Date(0),
    locations: [],
    retracted: false,
    turn: 0,
    fingerprints: [{ quality: null, places: null, ...print }],
  }
}

const light = ({ id, fingerprints }: StoredNotice) => ({ id, fingerprints, places: [] })

test.each([
  ['a hash of hers that says much', 'pdq', null, 31],
  ['a hash of hers that says little', 'pdq-weak', null, WEAK_MAX_DISTANCE],
  ['a published hash of low quality', 'pdq', 49, WEAK_MAX_DISTANCE],
  ['a published hash of just enough quality', 'pdq', 50, 31],
] as const)('%s matches up to its distance and no farther', (_, type, quality, most) => {
  const hash = aHash()
  const index = holding([{ type, value: hash }])
  const at = (distance: number) => notice({ type: 'pdq', value: turned(hash, distance), quality })

  expect(index.find([at(most)], threshold)).toMatchObject([{ kind: 'pdq', distance: most }])
  expect(index.find([at(most + 1)], threshold)).toEqual([])
  expect(index.touched([light(at(most))])).toEqual(['1'])
})

test('a clip is found by four fifths of either side, and the share of both is told', () => {
  const hers = hashes(10)
  const index = holding([{ type: 'vpdq', value: clipOf(hers) }])
  const published = (own: number, strange: number) =>
    notice({ type: 'vpdq', value: clipOf([...hers.slice(0, own).map((hash) => turned(hash, 20)), ...hashes(strange)]) })
  const shares = (given: StoredNotice) => index.find([given], threshold).filter(({ kind }) => kind === 'vpdq')

  expect(shares(published(4, 1))).toMatchObject([{ distance: 20, share: { queryPercent: 80, targetPercent: 40 } }])
  expect(shares(published(8, 20))).toMatchObject([{ share: { targetPercent: 80 } }])
  expect(shares(published(7, 2))).toEqual([])
  expect(index.touched([light(published(4, 1))])).toEqual(['1'])
})

test('frames that repeat, or show little, count for nothing', () => {
  const hers = hashes(5)
  const index = holding([{ type: 'vpdq', value: clipOf(hers) }])
  const frames = [
    ...Array.from({ length: 20 }, () => ({ hash: hers[0]!, quality: 90 })),
    ...hers.slice(1).map((hash) => ({ hash, quality: 49 })),
    ...hashes(1).map((hash) => ({ hash, quality: 90 })),
  ]

  expect(index.find([notice({ type: 'vpdq', value: encodeVpdq(frames) })], threshold)).toEqual([])
})

test('a picture within a published clip is found, and a published picture that is a frame of hers', () => {
  const [picture, frame] = [aHash(), aHash()]
  const index = holding([{ type: 'pdq', value: picture }], [{ type: 'vpdq', value: clipOf([frame, ...hashes(9)]) }])

  expect(
    index.find([notice({ type: 'vpdq', value: clipOf([...hashes(9), turned(picture, 9)]) })], threshold),
  ).toMatchObject([{ itemId: 'item-0', kind: 'pdq', distance: 9 }])
  expect(index.find([notice({ type: 'pdq', value: turned(frame, 30) })], threshold)).toMatchObject([
    { itemId: 'item-1', kind: 'pdq', distance: 30 },
  ])
})

test('the surest of what one notice says of an item is told', () => {
  const frames = hashes(4)
  const file = aHash()
  const index = holding([
    { type: 'pdq', value: frames[0]! },
    { type: 'vpdq', value: clipOf(frames) },
    { type: 'sha256', value: file },
  ])
  const clip = notice({ type: 'vpdq', value: clipOf(frames) })

  expect(index.find([clip], threshold).map(({ kind }) => kind)).toEqual(['vpdq'])
  clip.fingerprints.push({ type: 'sha256', value: file, quality: null, places: null })
  expect(index.find([clip], threshold).map(({ kind }) => kind)).toEqual(['sha256'])
})

test('what is taken out is not found any more, and its neighbours are, in any order', () => {
  const pictures = hashes(600)
  const index = createMatchIndex()
  const item = (i: number) => `item-${i}` as ItemId
  for (const [i, value] of pictures.entries()) {
    const fingerprints: Fingerprint[] = [
      { type: i % 3 ? 'pdq' : 'pdq-weak', value },
      { type: 'vpdq', value: clipOf([turned(value, 100), turned(value, 150)]) },
    ]
    index.insert({ id: item(i), caseId: `case-${i % 7}` as CaseId, fingerprints, isShielded: false })
  }
  const found = () => {
    const notices = pictures.flatMap((value, i) => [
      notice({ type: 'pdq', value }, `${i}`),
      notice({ type: 'vpdq', value: clipOf([turned(value, 100)]) }, `${i}`),
    ])
    return [...new Set(index.find(notices, threshold).map(({ itemId }) => itemId))]
  }

  for (let i = 0; i < 600; i += 2) index.deleteItem(item(i))
  index.deleteItem(item(0))
  index.deleteCase('case-1' as CaseId)
  for (let i = 0; i < 100; i += 2)
    index.insert({
      id: item(i),
      caseId: 'case-8' as CaseId,
      fingerprints: [{ type: 'pdq', value: pictures[i]! }],
      isShielded: false,
    })

  const left = pictures.keys().filter((i) => (i % 2 && i % 7 !== 1) || (i % 2 === 0 && i < 100))
  expect(found().sort()).toEqual([...left].map(item).sort())
  index.clear()
  expect(found()).toEqual([])
  expect(index.size).toBe(0)
})

test('what a look has seen meets an adult’s picture and no minor’s, by hash, by digest and by clip', () => {
  const [hash, digest] = [aHash(), aHash()]
  const frames = hashes(10)
  const fingerprints: Fingerprint[] = [
    { type: 'pdq', value: hash },
    { type: 'sha256', value: digest },
    { type: 'vpdq', value: clipOf(frames) },
  ]
  const index = createMatchIndex()
  for (const [who, isShielded] of [
    ['adult', false],
    ['minor', true],
  ] as const)
    index.insert({ id: who as ItemId, caseId: who as CaseId, fingerprints, isShielded })
  const whom = (print: Partial<PublishedPrint> & Pick<PublishedPrint, 'type' | 'value'>) =>
    index
      .find([notice(print)], threshold)
      .map(({ itemId }) => itemId)
      .sort()

  for (const print of [
    { type: 'pdq', value: turned(hash, 3) },
    { type: 'sha256', value: digest },
    { type: 'vpdq', value: clipOf(frames) },
  ] as const) {
    expect(whom(print)).toEqual(['adult', 'minor'])
    expect(whom({ ...print, looked: true })).toEqual(['adult'])
  }
})
