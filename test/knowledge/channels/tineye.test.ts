import { expect, test } from 'vitest'
import { tineye } from '#knowledge/channels/tineye.ts'
import { engineKey, startTinEye } from '../../peers/engines.ts'
import { askingContract, withAsking } from './asking.ts'

const secrets = { key: engineKey }
const address = 'https://forum.example/a.jpg'

askingContract(tineye, async () => {
  const peer = await startTinEye()
  return { peer, secrets, subject: { address }, telling: address }
})

test('the pages that it knows are answers, since it saw them', async () => {
  await using peer = await startTinEye()
  peer.knows.set(address, ['https://leak.example/1', 'https://leak.example/2', 'https://leak.example/1'])

  const { answers, isWhole } = await withAsking(tineye, { url: peer.url, secrets }, ({ ask }) => ask({ address }))

  expect(answers.map(({ locations }) => locations)).toEqual([['https://leak.example/1'], ['https://leak.example/2']])
  expect(answers[0]).toMatchObject({ kind: 'engine', at: Date.UTC(2025, 2, 1) })
  expect(isWhole).toBe(false)
})

test('that it found no picture at the address is an answer without pages', async () => {
  await using peer = await startTinEye()
  peer.misbehave(400)

  expect(await withAsking(tineye, { url: peer.url, secrets }, ({ ask }) => ask({ address }))).toEqual({
    answers: [],
    isWhole: false,
  })
})

test('fingerprints are nothing that it is given', async () => {
  await using peer = await startTinEye()

  await withAsking(tineye, { url: peer.url, secrets }, ({ ask }) => ask({ fingerprints: [] }))

  expect(peer.questions).toEqual([])
})

test('the operator is told when few searches are left', async () => {
  await using few = await startTinEye({ left: 7 })
  await using many = await startTinEye()

  const warnings = [few, many].map(({ url }) => withAsking(tineye, { url, secrets }, ({ poll }) => poll()))

  expect((await Promise.all(warnings)).map((told) => told.warnings)).toEqual([
    ['7 searches are left of those that were paid for.'],
    [''],
  ])
})
