import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
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

test('a withdrawal that was cut short is finished at the next start', async () => {
  await using vigie = await startInstallation({ worker: false })
  const [stays, leaves] = [await vigie.enrol({ pictures: [aPicture()] }), await vigie.enrol({ pictures: [aPicture()] })]
  const token = await leaves.signIn()
  const folder = join(vigie.dataFolder, 'keys/cases')
  const { case_id: id } = await vigie.store.db
    .selectFrom('sessions')
    .select('case_id')
    .orderBy('seen_at', 'desc')
    .executeTakeFirstOrThrow()
  await rename(join(folder, id.slice(-2), id), join(folder, id.slice(-2), `${id}.destroyed`)) // and there it was killed
  expect((await vigie.ask('/case', { token })).status).toBe(401)

  await vigie.startWorker()

  expect(await vigie.store.db.selectFrom('cases').select('id').execute()).toHaveLength(1)
  expect(await readdir(join(folder, id.slice(-2)))).not.toContain(`${id}.destroyed`)
  expect((await stays.view()).pictures).toBe(1)
})

test('a folder of keys that was lost erases nobody: the start is refused, and works again when it is put back', async () => {
  await using vigie = await startInstallation({ worker: false })
  for (let i = 0; i < 5; i++) await vigie.enrol({ pictures: [aPicture()] })
  const folder = join(vigie.dataFolder, 'keys/cases')
  await rename(folder, `${folder}-elsewhere`)
  await mkdir(folder)

  await expect(vigie.startWorker()).rejects.toThrow(/keys\/cases/)
  await rm(folder, { recursive: true })
  await rename(`${folder}-elsewhere`, folder)
  await vigie.startWorker()

  expect(await vigie.store.db.selectFrom('cases').select('id').execute()).toHaveLength(5)
})
