import { expect, test } from 'vitest'
import { aPicture, startInstallation } from '../installation.ts'
import { newAuthor } from '../peers/nostr-events.ts'
import { startNostrRelay } from '../peers/nostr-relay.ts'
import { until } from '../until.ts'

test('a live report is told within the stream, and what its author deletes there says so', async () => {
  await using relay = await startNostrRelay()
  await using vigie = await startInstallation()
  const picture = aPicture()
  const person = await vigie.enrol({ pictures: [picture] })
  const author = newAuthor()
  const stranger = newAuthor()
  await vigie.addChannel('nostr', relay.url, { every: '1h' })
  await relay.listening()
  await vigie.idle()

  const report = author.sign({ kind: 1984, tags: [['x', picture.sha256, 'illegal']] })
  await relay.publish(report)
  await until('she is told', async () => (await person.inbox()).length === 1, { within: 20_000 })

  await relay.publish(stranger.sign({ kind: 5, tags: [['e', report.id]] }))
  await relay.publish(author.sign({ kind: 5, tags: [['e', report.id]] }))
  const isTakenBack = async () => (await person.inbox())[0]?.matches[0]?.retracted === true
  await until('it is shown as taken back', isTakenBack, { within: 20_000 })

  expect(await person.inbox()).toHaveLength(1)
})
