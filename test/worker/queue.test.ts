import { expect, test } from 'vitest'
import { aPicture, startInstallation } from '../installation.ts'
import { freshRedis } from '../redis.ts'

const redis = await freshRedis(12)

test.skipIf(redis === null)('two installations on one Redis do not take each other’s work', async () => {
  await redis?.empty()
  await using one = await startInstallation({ redisUrl: redis?.url })
  await using two = await startInstallation({ redisUrl: redis?.url })

  await Promise.all([one, two].flatMap((vigie) => [1, 2, 3, 4].map(() => vigie.enrol({ pictures: [aPicture()] }))))
  await Promise.all([one.idle(), two.idle()])

  for (const { logged } of [one, two]) {
    const looked = logged.filter(({ event }) => event === 'look-back.done').map(({ fields }) => fields?.count ?? 0)
    expect(looked.reduce((sum, count) => sum + count, 0)).toBe(4)
  }
  // A stranger's work would be found to be nobody's, and handed out again only after a while.
  const owners = new Set((await redis?.keys())?.map((key) => key.split(':')[0]))
  expect(owners.size).toBe(2)
})
