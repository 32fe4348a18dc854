/** From each hash exchange to the person: told to confirmed cases alone, in its own words, and taken back. */
import { expect, test } from 'vitest'
import {
  aPicture,
  type Installation,
  operatorToken,
  type Person,
  read,
  startInstallation,
  turn,
} from '../installation.ts'
import { startHttpList } from '../peers/http-list.ts'
import { anImage, ncmecKeys, startNcmec } from '../peers/ncmec.ts'
import { hashRecord, startStopncii, stopnciiKeys } from '../peers/stopncii.ts'
import { anUpdate, group, startThreatExchange, threatToken } from '../peers/threatexchange.ts'

async function add(vigie: Installation, body: object): Promise<string> {
  const added = vigie.ask('/channels', { method: 'POST', token: operatorToken, body })
  return ((await read(added)) as { channel: string }).channel
}

async function confirm(vigie: Installation, { number }: Person): Promise<void> {
  const body = { organisation: 'Child Focus' }
  await read(vigie.ask(`/cases/${number}/confirmation`, { method: 'PUT', token: operatorToken, body }))
}

const matches = async (person: Person) => (await person.inbox()).flatMap((alert) => alert.matches)

test('StopNCII: an altered copy is told to a confirmed case in one sentence, and a withdrawal takes it back', async () => {
  await using exchange = await startStopncii()
  await using vigie = await startInstallation()
  const picture = aPicture()
  const [hash = ''] = picture.pdqs
  const [known, stranger] = [await vigie.enrol({ pictures: [picture] }), await vigie.enrol({ pictures: [picture] })]
  await confirm(vigie, known)
  const CSPFeedbacks = [{ source: 'Example Platform', feedbackValue: 'Blocked', tags: ['Nude'] }]
  exchange.put(hashRecord(turn(hash, 10), { CSPFeedbacks }))

  const channel = await add(vigie, { kind: 'stopncii', url: exchange.url, secrets: stopnciiKeys })
  await vigie.poll(channel)
  await vigie.idle()

  expect(await matches(known)).toMatchObject([
    {
      distance: 10,
      location: null,
      tells: 'A partner platform reported that it blocked this picture.',
      retracted: false,
    },
  ])
  expect(JSON.stringify(await matches(known))).not.toMatch(/Example Platform|Nude|UK|00000000-0000-4000/)
  expect(await matches(stranger)).toEqual([])
  expect(exchange.heard()).not.toContain(hash)

  exchange.put(hashRecord(turn(hash, 10), { hashStatus: 'Withdrawn', CSPFeedbacks }))
  await vigie.poll(channel)
  await vigie.idle()

  expect(await matches(known)).toMatchObject([{ retracted: true }])
})

test('ThreatExchange: what a group knows is told as that, and nothing of its members', async () => {
  await using exchange = await startThreatExchange()
  await using vigie = await startInstallation()
  const picture = aPicture()
  const person = await vigie.enrol({ pictures: [picture], lang: 'fr' })
  await confirm(vigie, person)
  exchange.put(anUpdate('4012000001', picture.md5, { type: 'HASH_MD5' }))

  await vigie.poll(
    await add(vigie, {
      kind: 'threatexchange',
      url: exchange.url,
      options: { group },
      secrets: { token: threatToken },
    }),
  )
  await vigie.idle()

  expect(await matches(person)).toMatchObject([
    { kind: 'md5', distance: 0, tells: expect.stringMatching(/^Un groupe de plateformes connaît cette image\./) },
  ])
  expect(JSON.stringify(vigie.logged)).not.toContain(picture.md5)
})

test('NCMEC: a match takes a confirmed case down the minors’ path', async () => {
  await using exchange = await startNcmec()
  await using vigie = await startInstallation()
  const picture = aPicture()
  const person = await vigie.enrol({ pictures: [picture] })
  await confirm(vigie, person)
  exchange.put(anImage('42', 'img-7', `<md5>${picture.md5}</md5>`))

  await vigie.poll(await add(vigie, { kind: 'ncmec', url: exchange.url, secrets: ncmecKeys }))
  await vigie.idle()

  expect((await person.view()).ageBand).toBe('16-17')
  expect(exchange.heard()).not.toContain(picture.md5)
})

test('a file of an exchange, set to told=confirmed, is told to confirmed cases alone', async () => {
  await using list = await startHttpList()
  await using vigie = await startInstallation()
  const picture = aPicture()
  const [known, stranger] = [await vigie.enrol({ pictures: [picture] }), await vigie.enrol({ pictures: [picture] })]
  await confirm(vigie, known)
  list.publish({ content: `pdq ${picture.pdqs[0]}\n`, type: 'text/plain' })

  await vigie.poll(await vigie.addChannel('hash-list', list.url, { told: 'confirmed' }))
  await vigie.idle()

  expect((await matches(known)).map(({ kind }) => kind)).toEqual(['pdq'])
  expect(await matches(stranger)).toEqual([])
})
