/** From a label on Bluesky's network to the person: live, taken back, and by a place that she watches. */
import { expect, test } from 'vitest'
import { rawCidOf } from '#core/fingerprint/index.ts'
import { aPicture, startInstallation } from '../installation.ts'
import { startAtLabeler } from '../peers/at-labeler.ts'
import { aPost, startAtNetwork } from '../peers/at-network.ts'
import { startJetstream } from '../peers/jetstream.ts'
import { until } from '../until.ts'

const author = 'did:plc:authorauthorauthorauth22'
const cidOf = (digest: string) => rawCidOf(Buffer.from(digest, 'hex'))

test('the file behind a labelled post is told within the stream, and its end as well', async () => {
  await using network = await startAtNetwork()
  network.join(author)
  await using labeler = await startAtLabeler(network)
  await using vigie = await startInstallation()
  const picture = aPicture()
  const person = await vigie.enrol({ pictures: [picture] })
  await vigie.addChannel('atproto', labeler.url, { directory: network.url, every: '1h' })
  await labeler.listening(1)

  const uri = network.write(author, aPost([cidOf(picture.sha256)]))
  await labeler.label({ uri })
  await until('she is told', async () => (await person.inbox()).length === 1, { within: 20_000 })
  await labeler.label({ uri, neg: true })
  const isTakenBack = async () => (await person.inbox())[0]?.matches[0]?.retracted === true
  await until('it is shown as taken back', isTakenBack, { within: 20_000 })

  const [alert] = await person.inbox()
  const told = JSON.stringify(alert)
  expect(told).toContain(`https://bsky.app/profile/${author}/post/${uri.split('/').at(-1)}`)
  const asked = [...labeler.requests, ...network.requests].join('\n')
  expect(asked).not.toContain(picture.sha256)
  expect(asked).not.toContain(cidOf(picture.sha256))
})

test('a watched account that is taken down is told, without its ever being named to the stream', async () => {
  await using stream = await startJetstream({ wires: ['legacy'] })
  await using vigie = await startInstallation()
  const person = await vigie.enrol({ locations: [`https://bsky.app/profile/${author}`] })
  const channel = await vigie.addChannel('jetstream', stream.url, { every: '1h' })

  stream.account('did:plc:anotheranotheranotherano', { active: false, status: 'takendown' })
  stream.account(author, { active: false, status: 'takendown' })
  await vigie.poll(channel)
  await vigie.idle()

  expect(await person.inbox()).toHaveLength(1)
  expect(stream.requests.join()).not.toContain('authorauthor')
})
