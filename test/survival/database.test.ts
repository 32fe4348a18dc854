import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { databasePid, type Service, startService } from '../service.ts'
import { until } from '../until.ts'
import { seededChance } from './chance.ts'
import { startTown, type Town } from './town.ts'

test.each([
  { blow: 'crashes', signal: 'SIGKILL' as const },
  { blow: 'is restarted', signal: 'SIGINT' as const }, // its "fast" shutdown, the first half of `pg_ctl restart`
])(
  'the embedded database $blow in mid-work, and the service goes on by itself',
  { timeout: 240_000 },
  async ({ signal }) => {
    const chance = seededChance()
    await using opened = new AsyncDisposableStack()
    const town: Town = opened.use(await startTown(() => service.url))
    const service: Service = opened.use(await startService({ env: town.env }))
    await town.addChannels(await service.token())
    for (let round = 0; round < 2; round++) {
      for (const resident of [await town.enrol(), await town.enrol()]) await town.publish(resident)
      const onItsWay = town.enrol()

      await pause(chance() * 800)
      const before = await databasePid(service.dataFolder)
      process.kill(before ?? 0, signal)
      await until('the database is up again', async () => (await fetch(`${service.url}/health/ready`)).ok, {
        within: 30_000,
      })
      await town.publish(await onItsWay)
      await until('a new server has taken over', async () => (await databasePid(service.dataFolder)) !== before, {
        within: 30_000,
      })
    }

    await town.toldOnce({ within: 60_000 })
    expect(town.residents).toHaveLength(6)
    expect(await service.stop()).toBe(0)
  },
)

test('every connection is cut in mid-work, and api and worker go on by themselves', { timeout: 240_000 }, async () => {
  const chance = seededChance()
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await freshDatabase())
  const town: Town = opened.use(await startTown(() => api.url))
  const env = { ...town.env, DATABASE_URL: database.url }
  const api: Service = opened.use(await startService({ mode: 'api', env }))
  const worker = opened.use(await startService({ mode: 'worker', env, dataFolder: api.dataFolder }))
  await town.addChannels(await api.token())
  for (let round = 0; round < 3; round++) {
    for (const resident of [await town.enrol(), await town.enrol()]) await town.publish(resident)
    await pause(chance() * 800)
    await database.cut()
  }

  await town.toldOnce({ within: 60_000 })
  expect(town.residents).toHaveLength(6)
  expect(worker.output.stderr).toContain('follower.connection-lost')
  expect([await worker.stop(), await api.stop()]).toEqual([0, 0])
})

test('the database is away for a while, and api and worker are there when it comes back', {
  timeout: 240_000,
}, async () => {
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await freshDatabase())
  const town: Town = opened.use(await startTown(() => api.url))
  const env = { ...town.env, DATABASE_URL: database.url }
  const api: Service = opened.use(await startService({ mode: 'api', env }))
  const worker = opened.use(await startService({ mode: 'worker', env, dataFolder: api.dataFolder }))
  await town.addChannels(await api.token())
  const [before, after] = [await town.enrol(), await town.enrol()]
  await town.publish(before)

  await database.close()
  await pause(12_000) // longer than anything of ours waits between two looks
  expect((await fetch(`${api.url}/health/ready`)).status).toBe(503)
  await database.open()

  await town.publish(after)
  await town.toldOnce({ within: 60_000 })
  expect([await worker.stop(), await api.stop()]).toEqual([0, 0])
})
