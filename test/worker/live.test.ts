import { expect, test } from 'vitest'
import { aPicture, operatorToken, read, startInstallation } from '../installation.ts'
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

test('a stranger’s deletion in the same page does not take the place of the author’s', async () => {
  await using relay = await startNostrRelay()
  await using vigie = await startInstallation()
  const picture = aPicture()
  const person = await vigie.enrol({ pictures: [picture] })
  const [author, stranger] = [newAuthor(), newAuthor()]
  const at = Math.floor(Date.now() / 1000) - 100
  const report = author.sign({ kind: 1984, tags: [['x', picture.sha256, 'illegal']], at })
  await relay.plant(
    report,
    stranger.sign({ kind: 5, tags: [['e', report.id]], at: at + 1 }),
    author.sign({ kind: 5, tags: [['e', report.id]], at: at + 2 }),
    stranger.sign({ kind: 5, tags: [['e', report.id]], at: at + 3 }),
  )

  await vigie.poll(await vigie.addChannel('nostr', relay.url, { every: '1h' }))
  await vigie.idle()

  expect(await person.inbox()).toEqual([])
})

test('a relay that is open and never answers is shown as failing, not as heard', async () => {
  await using relay = await startNostrRelay()
  await using vigie = await startInstallation()
  relay.misbehave('silent')
  const channel = await vigie.addChannel('nostr', relay.url, { every: '1h', timeout: '1s' })

  const { problem } = await vigie.poll(channel)

  expect(problem).toContain('did not finish its answer')
  const shown = await read(vigie.ask('/channels', { token: operatorToken }))
  expect(shown).toMatchObject({ channels: [{ state: 'failing', heardAt: null }] })
})

test('of an event with several pictures, only the address of hers is told, and no request is made for another', async () => {
  await using relay = await startNostrRelay()
  await using vigie = await startInstallation()
  const picture = aPicture()
  const person = await vigie.enrol({ pictures: [picture] })
  const [hers, other, elsewhere] = ['hers.jpg', 'other.jpg', 'again.jpg'].map((name) => `https://v.example/${name}`)
  const otherDigest = aPicture().sha256
  await relay.publish(
    newAuthor().sign({
      kind: 20,
      tags: [
        ['imeta', `url ${other}`, `x ${otherDigest}`],
        ['imeta', `url ${hers}`, `x ${picture.sha256}`, `fallback ${elsewhere}`],
        ['x', otherDigest],
        ['x', picture.sha256],
      ],
    }),
  )

  await vigie.poll(await vigie.addChannel('nostr', relay.url, { every: '1h' }))
  await vigie.idle()

  const [alert] = await person.inbox()
  expect(alert?.matches.map((match) => match.location).sort()).toEqual([elsewhere, hers])
  for (const { places } of alert?.requests ?? []) expect(places.map(({ url }) => url).sort()).toEqual([elsewhere, hers])
  expect(alert?.requests.length).toBeGreaterThan(0)
})
