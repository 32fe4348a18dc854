import { expect, test } from 'vitest'
import { parseFingerprint } from '#core/fingerprint/index.ts'
import { arachnid } from '#knowledge/channels/arachnid.ts'
import { shieldSecrets, startArachnid } from '../../peers/arachnid.ts'
import { askingContract, withAsking } from './asking.ts'
import { digests } from './contract.ts'

const [hash = '', turnedHash = ''] = digests(0, 2)
const base64 = (of: string) => Buffer.from(of, 'hex').toString('base64')
const picture = { fingerprints: [hash, turnedHash].map((text) => parseFingerprint('pdq', text)) }
const details = { timestamp: 0, sha1_base32: 'ABC', sha256_hex: 'c'.repeat(64), classification: 'csam' }

askingContract(arachnid, async () => {
  const peer = await startArachnid()
  return { peer, secrets: shieldSecrets, subject: picture, telling: base64(hash) }
})

async function told(answer: unknown) {
  await using peer = await startArachnid()
  peer.knows.set(base64(hash), answer)
  return await withAsking(arachnid, { url: peer.url, secrets: shieldSecrets }, ({ ask }) => ask(picture))
}

test.each([
  ['exact', { classification: 'csam', match_type: 'exact', near_match_details: null }, 0],
  ['near', { classification: 'csam', match_type: 'near', near_match_details: details }, 31],
  [
    'near, with a distance',
    { classification: 'csam', match_type: 'near', near_match_details: details, distance: 9 },
    9,
  ],
  ['harmful', { classification: 'harmful-abusive-material', match_type: 'exact' }, 0],
  ['of a class that comes later', { classification: 'another-class', match_type: 'exact' }, 0],
])('a match that is %s takes the case down the minors’ path', async (_, answer, distance) => {
  expect(await told(answer)).toMatchObject({
    answers: [{ kind: 'pdq', distance, locations: [], childAbuse: true }],
    isWhole: true,
  })
})

test.each([
  ['nothing known', { classification: 'no-known-match', match_type: null, near_match_details: null }],
  ['a null class', { classification: null, match_type: null }],
  ['a null answer', null],
  ['a later word that says of no match', { classification: 'not-scanned', match_type: null }],
])('%s is no match', async (_, answer) => {
  expect(await told(answer)).toEqual({ answers: [], isWhole: true })
})

test('it is asked with the path that it wants, and for the picture as it is alone', async () => {
  await using peer = await startArachnid()

  await withAsking(arachnid, { url: `${peer.url}/`, secrets: shieldSecrets }, ({ ask }) => ask(picture))

  expect(peer.questions.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v1/pdq/'])
  expect(peer.hashes()).toEqual([base64(hash)])
})

test('a clip is not asked about: it has no question for clips', async () => {
  await using peer = await startArachnid()

  const said = await withAsking(arachnid, { url: peer.url, secrets: shieldSecrets }, ({ ask }) =>
    ask({ fingerprints: [{ type: 'vpdq', value: new Uint8Array(33) }] }),
  )

  expect(said).toEqual({ answers: [], isWhole: false })
  expect(peer.questions).toEqual([])
})
