import { expect, test } from 'vitest'
import { aLine, aPicture, type Installation, type InstallationOptions, startInstallation } from '../installation.ts'
import { startHttpList, type TestList } from '../peers/http-list.ts'
import { startMailServer } from '../peers/mail-server.ts'
import { until } from '../until.ts'

/** A case with a mail address, one of whose pictures a list has just published. */
async function published(vigie: Installation, list: TestList) {
  const picture = aPicture()
  const person = await vigie.enrol({ mail: 'ada@mail.example', pictures: [picture] })
  list.publish({ content: aLine({ id: 'a', type: 'sha256', value: picture.sha256 }), type: 'application/x-ndjson' })
  await vigie.poll(await vigie.addChannel('hash-list', list.url))
  await vigie.idle()
  return person
}

test('a mail that the server puts off is tried again and arrives once', async () => {
  await using mail = await startMailServer()
  await using list = await startHttpList()
  await using vigie = await startInstallation({ smtpUrl: mail.url })
  mail.misbehave({ at: 'rcpt', reply: 450 })
  const person = await published(vigie, list)
  expect((await person.inbox())[0]?.delivery).toBe('failing')

  mail.misbehave(null)
  vigie.clock.advance(60_000)
  await vigie.idle()

  expect((await person.inbox())[0]?.delivery).toBe('sent')
  expect(mail.mails).toHaveLength(1)
})

test('a mail that the server will never take is shown as given up', async () => {
  await using mail = await startMailServer()
  await using list = await startHttpList()
  await using vigie = await startInstallation({ smtpUrl: mail.url })
  mail.misbehave({ at: 'rcpt', reply: 550 })

  const person = await published(vigie, list)

  expect((await person.inbox())[0]?.delivery).toBe('failed')
})

test('a server that hangs up instead of answering the last dot gets the mail again', async () => {
  await using mail = await startMailServer()
  await using list = await startHttpList()
  await using vigie = await startInstallation({ smtpUrl: mail.url })
  mail.misbehave({ at: 'dot', reply: 'hang-up' })
  const person = await published(vigie, list)
  expect((await person.inbox())[0]?.delivery).toBe('failing')

  mail.misbehave(null)
  vigie.clock.advance(60_000)
  await vigie.idle()

  expect((await person.inbox())[0]?.delivery).toBe('sent')
})

test('without a mail server an alert waits visibly, and goes when there is one', async () => {
  await using mail = await startMailServer()
  await using list = await startHttpList()
  const options: InstallationOptions = {}
  await using vigie = await startInstallation(options)
  const person = await published(vigie, list)
  expect((await person.inbox())[0]?.delivery).toBe('no-server')
  expect((await person.view()).mailServer).toBe(false)

  await vigie.stopWorker()
  options.smtpUrl = mail.url
  await vigie.startWorker()
  await vigie.idle()

  expect((await person.inbox())[0]?.delivery).toBe('sent')
  expect(mail.mails).toHaveLength(1)
})

test('a mail handed over by a worker that died is not sent again, is shown so, and is repeated only if she never read it', async () => {
  await using mail = await startMailServer()
  await using list = await startHttpList()
  const options: InstallationOptions = {}
  await using vigie = await startInstallation(options)
  const person = await published(vigie, list)
  await vigie.stopWorker()
  // What a worker leaves that was killed between the last dot and the server's answer.
  await vigie.store.db.updateTable('deliveries').set({ state: 'handed', claimed_by: 1 }).execute()

  options.smtpUrl = mail.url
  await vigie.startWorker()
  await vigie.idle()
  expect((await person.inbox())[0]?.delivery).toBe('unconfirmed')
  expect(mail.mails).toHaveLength(0)

  vigie.clock.advance(3_600_001)
  await vigie.idle()
  expect((await person.inbox())[0]?.delivery).toBe('sent')
  expect(mail.mails).toHaveLength(1)
})

test('a mail that a dead worker had claimed and not handed over goes at once', async () => {
  await using mail = await startMailServer()
  await using list = await startHttpList()
  const options: InstallationOptions = {}
  await using vigie = await startInstallation(options)
  const person = await published(vigie, list)
  await vigie.stopWorker()
  await vigie.store.db.updateTable('deliveries').set({ state: 'sending', claimed_by: 1 }).execute()

  options.smtpUrl = mail.url
  await vigie.startWorker()
  await vigie.idle()

  expect((await person.inbox())[0]?.delivery).toBe('sent')
  expect(mail.mails).toHaveLength(1)
})

test('practice and real mails look alike, and say nothing to whoever reads over her shoulder', async () => {
  await using mail = await startMailServer()
  await using list = await startHttpList()
  await using vigie = await startInstallation({ smtpUrl: mail.url })
  const person = await published(vigie, list)

  await vigie.ask('/case/practice', { method: 'POST', token: await person.signIn() })
  await vigie.idle()

  const [real, practice] = mail.mails
  const shape = (raw: string | undefined) => raw?.replace(/[\da-f-]{36}/g, 'ID').replace(/^Date:.*$/m, '')
  expect(shape(practice?.raw)).toBe(shape(real?.raw))
  expect(real?.from?.text).toBe('"Almanac" <almanac@mail.example>')
  expect(real?.raw).not.toMatch(/image|picture|photo|nude|intimate|victim|police|remov|match|hash|vigie|nodemailer/i)
})

test('a database that is away when the server accepts a mail does not make it two', async () => {
  await using mail = await startMailServer()
  await using list = await startHttpList()
  await using vigie = await startInstallation({ smtpUrl: mail.url })
  const closed = Promise.withResolvers<void>()
  mail.beforeAnswer = async () => {
    await vigie.database.close()
    closed.resolve()
  }
  const picture = aPicture()
  const person = await vigie.enrol({ mail: 'ada@mail.example', pictures: [picture] })
  list.publish({ content: aLine({ id: 'a', type: 'sha256', value: picture.sha256 }), type: 'application/x-ndjson' })
  await vigie.addChannel('hash-list', list.url)

  await closed.promise
  const tried = () => vigie.logged.filter(({ event }) => event === 'queue.dispatch-failed').length
  await until('it was missed for a while', () => tried() >= 3, { within: 20_000 })
  await vigie.database.open()
  await until('it is noted', async () => (await person.inbox())[0]?.delivery === 'sent', { within: 25_000 })

  vigie.clock.advance(2 * 3_600_000)
  await vigie.idle()
  expect(mail.mails).toHaveLength(1)
})
