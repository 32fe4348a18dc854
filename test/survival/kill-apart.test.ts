import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { freshRedis } from '../redis.ts'
import { type Service, startService } from '../service.ts'
import { seededChance } from './chance.ts'
import { startTown } from './town.ts'

describe.each([
  { queue: 'PostgreSQL', redis: null },
  { queue: 'Redis', redis: await freshRedis(9) },
])('an api and two workers with their queues on $queue', ({ queue, redis }) => {
  test.skipIf(queue === 'Redis' && redis === null)(
    'killed one after the other at random points, they tell and mail everybody once',
    { timeout: 240_000 },
    async () => {
      const chance = seededChance()
      await redis?.empty()
      await using opened = new AsyncDisposableStack()
      const database = opened.use(await freshDatabase())
      let api: Service | undefined
      const town = opened.use(await startTown(() => api?.url ?? ''))
      const env = { ...town.env, DATABASE_URL: database.url, ...(redis ? { REDIS_URL: redis.url } : {}) }
      api = opened.use(await startService({ mode: 'api', env }))
      const { dataFolder } = api
      const start = async (mode: 'api' | 'worker') => opened.use(await startService({ mode, env, dataFolder }))
      const workers = await Promise.all([start('worker'), start('worker')])
      await town.addChannels(await api.token())
      for (let round = 0; round < 3; round++) {
        for (const resident of [await town.enrol(), await town.enrol()]) await town.publish(resident)
        const onItsWay = town.enrol()

        await pause(chance() * 1000) // the random point; the other worker lives on
        const victim = round % 3
        if (victim === 2) {
          await api.kill()
          api = await start('api')
        } else {
          await workers[victim]?.kill()
          workers[victim] = await start('worker')
        }
        await town.publish(await onItsWay)
      }

      await town.toldOnce({ within: 60_000 })
      expect(town.residents).toHaveLength(9)
      for (const worker of workers) expect(await worker.stop()).toBe(0)
    },
  )
})
