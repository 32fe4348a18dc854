import { expect, test } from 'vitest'
import type { ChannelId } from '#core/ids.ts'
import { replaceFigures } from '#store/figures.ts'
import { startWeb } from '../pages.ts'

test('beside a request she reads what that place decided of late, and what the figures cannot tell', async () => {
  await using web = await startWeb()
  const { installation } = web
  const visitor = await web.somebody({ locations: ['https://discord.gg/AbCdEf12'] })
  const path = /href="(\/r\/[\w-]+)"/.exec((await visitor.get('/home')).html)?.[1] ?? 'no request'
  const channel = (await installation.addChannel('dsa-transparency', 'http://127.0.0.1:9')) as ChannelId
  const of = (measure: string, count: number) => ({
    platform: 'Discord Netherlands B.V.',
    group: 'intimate-images',
    measure,
    count,
  })

  const before = await visitor.get(path)
  await replaceFigures(installation.store.db, channel, {
    day: new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10),
    version: 'a',
    rows: [of('decisions', 200), of('removed', 120), of('disabled', 30), of('stood-days:1', 200)],
  })
  const after = await visitor.get(path)

  expect(before.text).not.toContain('What this place decided of late')
  expect(after.text).toContain('count 200 decisions like this. In 75% of them the content was taken away or hidden.')
  expect(after.text).toContain('In half of them it had been up for 1 day or less.')
  expect(after.text).toContain('So this says nothing of how often a request succeeds.')
})
