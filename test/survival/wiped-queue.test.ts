import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { freshRedis } from '../redis.ts'
import { type Service, startService } from '../service.ts'
import { seededChance } from './chance.ts'
import { startTown, type Town } from './town.ts'

const redis = await freshRedis(10)

describe.each([
  { queue: 'PostgreSQL', redisUrl: undefined },
  { queue: 'Redis', redisUrl: redis?.url },
])('the queue on $queue', ({ queue, redisUrl }) => {
  test.skipIf(queue === 'Redis' && !redisUrl)(
    'is wiped again and again in mid-work: nothing is lost, nothing is told twice',
    { timeout: 240_000 },
    async () => {
      const chance = seededChance()
      await redis?.empty()
      await using opened = new AsyncDisposableStack()
      const database = opened.use(await freshDatabase())
      const town: Town = opened.use(await startTown(() => service.url))
      const env = { ...town.env, DATABASE_URL: database.url, ...(redisUrl ? { REDIS_URL: redisUrl } : {}) }
      const service: Service = opened.use(await startService({ env }))
      await town.addChannels(await service.token())
      let wiped = 0
      for (let round = 0; round < 3; round++) {
        for (const resident of [await town.enrol(), await town.enrol()]) await town.publish(resident)
        for (let blow = 0; blow < 12; blow++) {
          await pause(chance() * 100)
          wiped += redisUrl ? await wipeRedis() : await wipeTables(database.url)
        }
      }

      await town.toldOnce({ within: 60_000 })
      expect(wiped).toBeGreaterThan(0)
      expect(await service.stop()).toBe(0)
    },
  )
})

async function wipeRedis(): Promise<number> {
  await redis?.empty()
  return 1
}

/** Empties every table of BullMQ's, and tells how many there are. */
async function wipeTables(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('queue.%I', tablename) as name from pg_tables where schemaname = 'queue' and tablename !~ 'migration'`,
    )
    const tables = rows.map(({ name }) => name).join(', ')
    // The queue works on while we wipe: where the two wait for each other, PostgreSQL ends our turn.
    for (let tries = 0; tries < 20; tries++) {
      const done = await client.query(`truncate ${tables}`).catch((error: pg.DatabaseError) => {
        if (error.code !== '40P01') throw error
        return null
      })
      if (done) return rows.length
    }
    throw new Error('The queue cannot be wiped.')
  } finally {
    await client.end()
  }
}
