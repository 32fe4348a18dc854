import { expect, test } from 'vitest'
import { fromHex } from '#core/fingerprint/index.ts'
import type { ChannelId } from '#core/ids.ts'
import { insertChannel } from '#store/channels.ts'
import { type NewNotice, upsertNotices } from '#store/notices.ts'
import { addMatchWork } from '#store/work.ts'
import { aPicture, type Installation, operatorToken, type Person, startInstallation } from '../installation.ts'

/** A channel of this kind has said that it knows these files. */
async function say(vigie: Installation, kind: string, sha256: string[], more: Partial<NewNotice> = {}) {
  const { store } = vigie
  const at = new Date()
  const id = `${kind}-here` as ChannelId
  const there = await store.db.selectFrom('channels').select('id').where('id', '=', id).executeTakeFirst()
  if (!there) await insertChannel(store, store.db, { id, kind, name: 'A bank', url: '', options: {}, secrets: {}, at })
  const notices = sha256.map((digest) => ({
    sourceId: digest,
    author: null,
    kind: 'hash-bank',
    at,
    fingerprints: [{ type: 'sha256' as const, value: fromHex(digest) }],
    locations: [],
    ...more,
  }))
  await store.transaction(async (tx) => {
    await addMatchWork(tx, await upsertNotices(tx, id, notices, { at, snapshot: null }), Date.now())
  })
  await vigie.idle()
}

const confirm = (vigie: Installation, { number }: Person, method = 'PUT') =>
  vigie.ask(`/cases/${number}/confirmation`, {
    method,
    token: operatorToken,
    ...(method === 'PUT' && { body: { organisation: 'Child Focus' } }),
  })

/** What her file says, without what is always another. */
async function file(person: Person) {
  const view = await person.view()
  return { ...view, case: '', since: '', inbox: await person.inbox() }
}

test('what a hash bank says is told to confirmed cases alone, and to the others on the day they are confirmed', async () => {
  await using vigie = await startInstallation()
  const picture = aPicture()
  const [confirmed, stranger, nobody] = [
    await vigie.enrol({ pictures: [picture] }),
    await vigie.enrol({ pictures: [picture] }),
    await vigie.enrol({ pictures: [aPicture()] }),
  ]
  expect((await confirm(vigie, confirmed)).status).toBe(200)
  await vigie.idle()

  await say(vigie, 'stopncii', [picture.sha256])
  const [told, untold, without] = await Promise.all([file(confirmed), file(stranger), file(nobody)])
  await confirm(vigie, stranger)
  await confirm(vigie, stranger)
  await vigie.idle()

  expect(told.inbox.flatMap(({ matches }) => matches)).toMatchObject([{ kind: 'sha256', channelName: 'A bank' }])
  expect(untold).toEqual(without)
  expect((await file(stranger)).inbox.map(({ matches }) => matches.length)).toEqual([1])
})

test('a confirmation that is taken back tells nothing more, what waits to be told included', async () => {
  await using vigie = await startInstallation({ digestMs: 3_600_000 })
  const pictures = [aPicture(), aPicture(), aPicture()]
  const person = await vigie.enrol({ pictures })
  await confirm(vigie, person)
  await say(vigie, 'stopncii', [pictures[0]!.sha256])
  await say(vigie, 'stopncii', [pictures[1]!.sha256]) // waits for the end of the window

  expect((await confirm(vigie, person, 'DELETE')).status).toBe(204)
  await say(vigie, 'stopncii', [pictures[2]!.sha256])
  vigie.clock.advance(2 * 3_600_000)
  await vigie.idle()
  const withdrawn = await person.inbox()
  await confirm(vigie, person)
  await vigie.idle()
  vigie.clock.advance(2 * 3_600_000)
  await vigie.idle()

  expect(withdrawn.map(({ matches }) => matches.length)).toEqual([1])
  expect((await person.inbox()).flatMap(({ matches }) => matches)).toHaveLength(3)
})

test('a list of abuse of children sends a case down the minors’ path; its age as she said it is kept', async () => {
  await using vigie = await startInstallation()
  const picture = aPicture()
  const person = await vigie.enrol({ pictures: [picture] })
  await confirm(vigie, person)
  const before = await person.view()

  await say(vigie, 'ncmec', [picture.sha256])
  const after = await person.view()
  const rows = await vigie.store.db.selectFrom('cases').select(['age_band', 'protected']).execute()

  expect([before.ageBand, after.ageBand]).toEqual(['adult', '16-17'])
  expect(after.help).not.toEqual(before.help)
  expect(after.help[0]?.name).toBe('Child Focus')
  expect(rows).toEqual([{ age_band: 'adult', protected: true }])
})

test('before it is confirmed, a case that such a list knows reads as any other; and from then on it does not', async () => {
  await using vigie = await startInstallation()
  const picture = aPicture()
  const [listed, other] = [await vigie.enrol({ pictures: [picture] }), await vigie.enrol({ pictures: [aPicture()] })]

  await say(vigie, 'ncmec', [picture.sha256])
  const [unseen, without] = await Promise.all([file(listed), file(other)])
  await confirm(vigie, listed)
  await vigie.idle()

  expect(unseen).toEqual(without)
  expect((await file(listed)).ageBand).toBe('16-17')
})

test('what a look has seen does not meet the pictures of a case that such a list knows, told or not', async () => {
  await using vigie = await startInstallation()
  const [picture, listed] = [aPicture(), aPicture()]
  const person = await vigie.enrol({ pictures: [picture, listed] })
  const looked = (digest: string) => ({
    fingerprints: [{ type: 'sha256' as const, value: fromHex(digest), looked: true as const }],
  })
  await say(vigie, 'ncmec', [listed.sha256])

  await say(vigie, 'hash-list', [picture.sha256], looked(picture.sha256))

  expect(await person.inbox()).toEqual([])
})

test.each([
  ['nobody', undefined],
  ['a stranger', 'x'.repeat(40)],
])('%s confirms no case, and learns of none', async (_, token) => {
  await using vigie = await startInstallation({ worker: false })
  const person = await vigie.enrol()
  const ask = async (number: string) => {
    const answer = await vigie.ask(`/cases/${number}/confirmation`, {
      method: 'PUT',
      body: { organisation: 'X' },
      ...(token && { token }),
    })
    return [answer.status, await answer.text()]
  }

  expect(await ask(person.number)).toEqual(await ask('000-000-0000'))
  expect((await ask(person.number))[0]).toBe(401)
})
