import { expect, test } from 'vitest'
import { aPicture, startInstallation } from '../installation.ts'

test('a worker that froze in the middle of a transaction does not hold up a withdrawal', async () => {
  await using vigie = await startInstallation({ worker: false })
  const person = await vigie.enrol({ pictures: [aPicture()] })
  const token = await person.signIn()
  const holds = Promise.withResolvers<void>()
  const thawed = Promise.withResolvers<void>()
  const frozen = vigie.store.transaction(async (tx) => {
    await tx.selectFrom('items').select('id').forKeyShare().execute() // as the match stage holds them
    holds.resolve()
    await thawed.promise
    await tx.selectFrom('items').select('id').execute()
  })
  const failed = expect(frozen).rejects.toThrow()
  await holds.promise

  const withdrawn = await vigie.ask('/case', { method: 'DELETE', token })
  thawed.resolve()

  expect(withdrawn.status).toBe(204)
  expect(await vigie.store.db.selectFrom('cases').select('id').execute()).toEqual([])
  await failed
})
