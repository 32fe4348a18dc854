import { expect, test } from 'vitest'
import { Refused, Unavailable } from '#core/errors.ts'
import { cloudVision } from '#knowledge/channels/cloud-vision.ts'
import { engineKey, startCloudVision } from '../../peers/engines.ts'
import { askingContract, withAsking } from './asking.ts'

const secrets = { key: engineKey }
const address = 'https://forum.example/a.jpg'

askingContract(
  cloudVision,
  async () => ({ peer: await startCloudVision(), secrets, subject: { address }, telling: address }),
  { pollAsks: false },
)

test('pages with the picture are answers; pictures that are only alike, and guesses about people, are not', async () => {
  await using peer = await startCloudVision()
  peer.knows.set(address, ['https://leak.example/1'])

  const said = await withAsking(cloudVision, { url: peer.url, secrets }, ({ ask }) => ask({ address }))

  expect(said).toEqual({
    answers: [{ id: 'https://leak.example/1', kind: 'engine', distance: 0, locations: ['https://leak.example/1'] }],
    isWhole: false,
  })
})

test.each([
  [7, Refused],
  [16, Refused],
  [8, Unavailable],
  [14, Unavailable],
])('an error %i within its answer is about the account, or passes', async (code, error) => {
  await using peer = await startCloudVision()
  peer.error = { code }

  await expect(
    withAsking(cloudVision, { url: peer.url, secrets }, ({ ask }) => ask({ address })),
  ).rejects.toBeInstanceOf(error)
})

test('an error about this one picture is an answer without pages', async () => {
  await using peer = await startCloudVision()
  peer.error = { code: 3 }

  expect((await withAsking(cloudVision, { url: peer.url, secrets }, ({ ask }) => ask({ address }))).answers).toEqual([])
})

test('it says that it is ready without asking anything', async () => {
  await using peer = await startCloudVision()

  const { warnings } = await withAsking(cloudVision, { url: peer.url, secrets }, ({ poll }) => poll())

  expect(warnings).toEqual([expect.stringContaining('Ready.')])
})
