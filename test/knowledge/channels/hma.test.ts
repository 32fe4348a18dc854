import { expect, test } from 'vitest'
import { Refused } from '#core/errors.ts'
import { parseFingerprint } from '#core/fingerprint/index.ts'
import { hma } from '#knowledge/channels/hma.ts'
import { startHma } from '../../peers/hma.ts'
import { askingContract, withAsking } from './asking.ts'
import { digests } from './contract.ts'

const [hash = '', turnedHash = '', other = ''] = digests(0, 3)
const md5 = 'b'.repeat(32)
const picture = { fingerprints: [hash, turnedHash].map((text) => parseFingerprint('pdq', text)) }

askingContract(hma, async () => {
  const peer = await startHma()
  peer.banks.push({ name: 'BANK_A', contents: [] })
  return { peer, secrets: { header: 'X-Key: something' }, subject: picture, telling: hash }
})

test('what a bank holds is an answer, with its distance, and where its operator noted it', async () => {
  await using peer = await startHma()
  const contents = [{ id: 7, pdq: hash, distance: 4, uri: 'https://leak.example/7' }]
  peer.banks.push({ name: 'BANK_A', contents }, { name: 'BANK_B', contents: [{ id: 7, pdq: other }] })

  const said = await withAsking(hma, peer, ({ ask }) => ask(picture))

  expect(said).toEqual({
    answers: [{ id: 'BANK_A/7', kind: 'pdq', distance: 4, locations: ['https://leak.example/7'] }],
    isWhole: true,
  })
})

test('only the picture as it is is asked for, unless the operator says that its turned forms are too', async () => {
  await using peer = await startHma()
  peer.banks.push({ name: 'BANK_A', contents: [] })

  await withAsking(hma, peer, ({ ask }) => ask(picture))
  const before = peer.hashes()
  await withAsking(hma, { url: peer.url, options: { hashes: '2' } }, ({ ask }) => ask(picture))

  expect(before).toEqual([hash])
  expect(peer.hashes()).toEqual([hash, turnedHash])
})

test('a clip is asked for by its MD5; a bank that does not take it has no answer', async () => {
  await using peer = await startHma()
  peer.banks.push({ name: 'BANK_A', contents: [{ id: 1, md5 }] })
  const clip = {
    fingerprints: [{ type: 'vpdq' as const, value: new Uint8Array(33) }, parseFingerprint('md5', md5)],
  }

  const said = await withAsking(hma, peer, ({ ask }) => ask(clip))
  peer.misbehave(400)
  const types = peer.questions.flatMap(({ query }) => query.get('signal_type') ?? [])

  expect(said.answers).toMatchObject([{ id: 'BANK_A/1', kind: 'md5', distance: 0 }])
  expect(types).toEqual(['video_md5'])
})

test.each([
  ['disabled', 0],
  ['disabled until tomorrow', Math.floor(Date.now() / 1000) + 86_400],
])('content that is %s is no answer', async (_, disabledUntil) => {
  await using peer = await startHma()
  peer.banks.push({ name: 'BANK_A', contents: [{ id: 7, pdq: hash, disabledUntil }] })

  expect((await withAsking(hma, peer, ({ ask }) => ask(picture))).answers).toEqual([])
})

test('content whose time of being disabled is over, and gone content, are told apart', async () => {
  await using peer = await startHma()
  const contents = [{ id: 7, pdq: hash, disabledUntil: 1_500_000_000 }]
  peer.banks.push({ name: 'BANK_A', contents })

  expect((await withAsking(hma, peer, ({ ask }) => ask(picture))).answers).toHaveLength(1)
})

test('a bank that tosses a coin has not said no by saying nothing, and the operator is told', async () => {
  await using peer = await startHma()
  peer.banks.push({ name: 'BANK_A', contents: [] }, { name: 'BANK_B', ratio: 0.5, contents: [] })

  await withAsking(hma, peer, async ({ ask, poll }) => {
    expect(await ask(picture)).toEqual({ answers: [], isWhole: false })
    expect((await poll()).warnings[0]).toContain('BANK_B')
  })
})

test('banks that are off, not chosen, or named by a trick are not asked', async () => {
  await using peer = await startHma()
  peer.banks.push(
    { name: 'BANK_A', contents: [{ id: 1, pdq: hash }] },
    { name: 'BANK_OFF', ratio: 0, contents: [] },
    { name: '../m/lookup?url=', contents: [] },
    { name: 'BANK_C', contents: [{ id: 2, pdq: hash }] },
  )

  const said = await withAsking(
    hma,
    { url: peer.url, options: { banks: 'BANK_C', 'abuse-banks': 'BANK_C' } },
    ({ ask }) => ask(picture),
  )

  expect(said.answers).toMatchObject([{ id: 'BANK_C/2', childAbuse: true }])
  expect(peer.questions.flatMap(({ query }) => query.get('banks') ?? [])).toEqual(['BANK_C'])
})

test('a secret that is no header line is refused before anything is asked', async () => {
  await using peer = await startHma()

  for (const header of ['no line', 'Host: elsewhere.example', 'Content-Length: 0'])
    await expect(withAsking(hma, { url: peer.url, secrets: { header } }, ({ poll }) => poll())).rejects.toBeInstanceOf(
      Refused,
    )

  expect(peer.questions).toEqual([])
})
