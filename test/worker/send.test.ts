import { describe, expect, test } from 'vitest'
import { Refused } from '#core/errors.ts'
import { answerFind } from '#store/finds.ts'
import { endMandate, giveMandate } from '#store/mandates.ts'
import { moveRequest, setAnswers } from '#store/requests.ts'
import {
  cancelSending,
  grantSending,
  queueSending,
  readSendings,
  resolveSending,
  revokeSending,
} from '#store/sendings.ts'
import { type Asking, day, hour, minute, startAsking } from '../asking.ts'
import { aLine, aPicture } from '../installation.ts'
import { deskAddress } from '../peers/host-desk.ts'
import { startHttpList } from '../peers/http-list.ts'

const letter = { to: deskAddress, lang: 'en' } as const
const db = (asking: Asking) => asking.vigie.store.db

async function queue(asking: Asking, more: { mandate?: string } = {}) {
  const { id } = await asking.request()
  return queueSending(db(asking), asking.of, { requestId: id, ...letter, ...more }, asking.now())
}

async function sendingOf(asking: Asking) {
  return (await readSendings(db(asking), asking.of)).at(-1)
}

test('a letter leaves from an address of its own, to which it is answered, and hides hers', async () => {
  await using asking = await startAsking()

  await asking.send()

  const [mail] = asking.desk.letters()
  const from = mail?.from?.value[0]?.address
  expect(from).toMatch(/^r-[a-z2-7]{26}@in\.example$/)
  expect(mail?.replyTo?.value[0]?.address).toBe(from)
  expect(mail?.messageId).toMatch(/@in\.example>$/)
  expect(mail?.raw).not.toMatch(/her\.example|almanac|vigie|nodemailer|auto-submitted/i)
  expect(await sendingOf(asking)).toMatchObject({ state: 'sent', to: deskAddress })
})

test('what has left from an address of its own is shown, and taken up in a reminder, without hers', async () => {
  await using asking = await startAsking()
  const { vigie, person } = asking
  const { id } = await asking.ready()
  const token = await person.signIn()
  const read = async (end: string) => (await vigie.ask(`/case/requests/${id}${end}`, { token })).text()
  expect(await read('/letter.txt')).toContain('ada@her.example')

  await asking.send()

  const address = asking.desk.letters()[0]?.from?.value[0]?.address ?? 'none'
  const { text, mailto } = JSON.parse(await read(''))
  const shown = [text, decodeURIComponent(mailto), await read('/letter.txt'), await read('/letter.eml')]
  for (const one of [...shown, await read('/letter.txt?step=reminder')]) {
    expect(one).not.toContain('ada@her.example')
    expect(one).toContain(address)
  }
})

test('a next step after their refusal leaves in the same way, and is taken when the server has it', async () => {
  await using asking = await startAsking()
  const { of } = asking
  await asking.send()
  const { id } = await asking.request()
  const event = { type: 'refused' as const, at: asking.now().getTime() }
  await moveRequest(db(asking), of, id, { event, at: asking.now() })

  await queueSending(db(asking), of, { requestId: id, ...letter, step: 'complaint' }, asking.now())
  await asking.pass(0)

  expect(asking.desk.letters()).toHaveLength(2)
  expect(asking.desk.letters()[1]?.text).toContain(id.slice(-8))
  expect(await asking.request()).toMatchObject({ state: 'escalated', step: 'complaint' })
})

test('what she has sent herself meanwhile is not sent by us, and nobody is told of it', async () => {
  await using asking = await startAsking({ worker: false })
  const { of } = asking
  const { id } = await asking.ready()
  await queue(asking)
  const event = { type: 'sent' as const, at: asking.now().getTime(), due: null }
  await moveRequest(db(asking), of, id, { event, at: asking.now() })

  await asking.vigie.startWorker()
  await asking.pass(0)

  expect(asking.desk.letters()).toEqual([])
  expect(await asking.told()).toEqual([])
  expect(await sendingOf(asking)).toMatchObject({ state: 'stopped', code: 'not-to-be-sent' })
})

describe('a letter is not taken into the outbox', () => {
  test('without her consent to that very route', async () => {
    await using asking = await startAsking({ worker: false })
    const { platform } = (await asking.request()).location
    await grantSending(db(asking), asking.of, { platform, route: 'another', words: 'Send it.', since: asking.now() })

    await expect(queue(asking)).rejects.toThrow(Refused)
  })

  test('twice', async () => {
    await using asking = await startAsking({ worker: false })
    await asking.ready()
    await queue(asking)

    await expect(queue(asking)).rejects.toThrow(Refused)
    expect(await readSendings(db(asking), asking.of)).toHaveLength(1)
  })

  test('for a place that a notice named, before she says that it is hers; and not if she says later that it is not', async () => {
    await using list = await startHttpList()
    await using asking = await startAsking({ paths: [] })
    const { vigie, person, of } = asking
    const picture = aPicture()
    await vigie.ask('/case/items', { method: 'POST', token: await person.signIn(), body: { pictures: [picture] } })
    const line = { id: 'a', type: 'sha256', value: picture.sha256, url: 'https://leak.example/p/1' }
    list.publish({ content: aLine(line), type: 'application/x-ndjson' })
    await vigie.poll(await vigie.addChannel('hash-list', list.url))
    await vigie.idle()
    await asking.ready()
    await expect(queue(asking)).rejects.toThrow(Refused)

    const match = (await person.inbox())[0]?.matches[0]?.id ?? ''
    await answerFind(db(asking), of.id, match, 'me')
    await vigie.stopWorker()
    await queue(asking)
    await answerFind(db(asking), of.id, match, 'not-me')
    await vigie.startWorker()
    await asking.pass(0)

    expect(asking.desk.letters()).toEqual([])
    expect(await sendingOf(asking)).toMatchObject({ state: 'stopped', code: 'unconfirmed-place' })
  })
})

describe('a letter that waits is not sent', () => {
  test('once she takes her consent back, cancels it, or withdraws', async () => {
    for (const how of ['revoke', 'cancel', 'withdraw'] as const) {
      await using asking = await startAsking({ worker: false })
      const { of } = asking
      const request = await asking.ready()
      const id = await queue(asking)

      const { platform } = request.location
      if (how === 'revoke') await revokeSending(db(asking), of, { platform, route: request.route }, asking.now())
      if (how === 'cancel') expect(await cancelSending(db(asking), of, id, asking.now())).toBe(true)
      if (how === 'withdraw') await asking.vigie.ask('/case', { method: 'DELETE', token: await asking.person.signIn() })
      await asking.vigie.startWorker()
      await asking.pass(0)

      expect(asking.desk.letters(), how).toEqual([])
      if (how !== 'withdraw') expect((await sendingOf(asking))?.state).toBe('stopped')
    }
  })

  test('once the mandate under which it was written has ended', async () => {
    await using asking = await startAsking({ worker: false })
    const { of } = asking
    const given = {
      kind: 'agent' as const,
      name: 'Cas Worker',
      organisation: 'A Helping Hand',
      contact: 'cas@helping.example',
      scope: { grounds: null, recipients: null, locations: null },
      from: asking.now(),
      until: null,
      how: 'on-this-page' as const,
      words: 'They may ask for me.',
    }
    const mandate = await giveMandate(db(asking), of, given, asking.now())
    await asking.ready()
    await queue(asking, { mandate: mandate.id })

    await endMandate(db(asking), of, mandate.id, asking.now())
    await asking.vigie.startWorker()
    await asking.pass(0)

    expect(asking.desk.letters()).toEqual([])
    expect(await sendingOf(asking)).toMatchObject({ state: 'stopped', code: 'mandate-ended' })
  })

  test('while an element is missing: she is told, and may send it when it is filled', async () => {
    await using asking = await startAsking()
    const request = await asking.ready()
    await setAnswers(db(asking), asking.of, request, {}, asking.now())

    await queue(asking)
    await asking.pass(0)
    expect(asking.desk.letters()).toEqual([])
    expect(await sendingOf(asking)).toMatchObject({ state: 'stopped', code: 'incomplete' })
    expect(await asking.told()).toEqual(['unsendable'])

    await asking.send()
    expect(asking.desk.letters()).toHaveLength(1)
  })
})

describe('a mail server', () => {
  test('that puts it off gets it again, once', async () => {
    await using asking = await startAsking()
    asking.desk.mail.misbehave({ at: 'rcpt', reply: 450 })
    await asking.send()
    expect((await asking.request()).state).toBe('prepared')

    asking.desk.mail.misbehave(null)
    await asking.pass(minute)
    await asking.pass(hour)

    expect(asking.desk.letters()).toHaveLength(1)
    expect((await asking.request()).state).toBe('sent')
  })

  test('that will never take it: the request stands ready, and she is told', async () => {
    await using asking = await startAsking()
    asking.desk.mail.misbehave({ at: 'rcpt', reply: 550 })

    await asking.send()
    await asking.pass(minute)

    expect((await asking.request()).state).toBe('prepared')
    expect(await sendingOf(asking)).toMatchObject({ state: 'failed', code: '550' })
    expect(await asking.told()).toEqual(['unsendable'])
  })
})

describe('a worker that is killed', () => {
  test('before the last dot: another sends it, once', async () => {
    await using asking = await startAsking({ worker: false })
    await asking.ready()
    await queue(asking)
    await db(asking).updateTable('sendings').set({ state: 'sending', claimed_by: 1 }).execute()

    await asking.vigie.startWorker()
    await asking.pass(0)

    expect(asking.desk.letters()).toHaveLength(1)
    expect((await asking.request()).state).toBe('sent')
  })

  test('after it: it is not sent again, she is asked, and her word or their answer says that it was sent', async () => {
    for (const proof of ['her-word', 'their-answer'] as const) {
      await using asking = await startAsking()
      const { of } = asking
      await asking.send()
      const [mail] = asking.desk.letters()
      await asking.vigie.stopWorker()
      // What a worker leaves that was killed between the last dot and the server's answer.
      await db(asking).updateTable('sendings').set({ state: 'handed', claimed_by: 1 }).execute()
      await db(asking)
        .updateTable('requests')
        .set({ state: 'prepared', sent_at: null, due_at: null, due: null })
        .execute()
      await asking.vigie.startWorker()
      for (let days = 0; days < 2; days++) await asking.pass(day)

      expect(asking.desk.letters()).toHaveLength(1)
      expect(await sendingOf(asking)).toMatchObject({ state: 'unconfirmed' })
      expect((await asking.told()).filter((kind) => kind !== 'unsent')).toEqual(['unconfirmed'])
      await expect(queue(asking)).rejects.toThrow(Refused)

      if (proof === 'their-answer') await asking.desk.answer(mail!, 'We have received your report.')
      else {
        const id = (await sendingOf(asking))?.id ?? ''
        await resolveSending(db(asking), of, id, { wasSent: true, due: null, at: asking.now() })
      }
      await asking.pass(minute)
      expect((await asking.request()).state).toBe(proof === 'her-word' ? 'sent' : 'acknowledged')
      expect(asking.desk.letters()).toHaveLength(1)
    }
  })
})
