import { expect, test } from 'vitest'
import type { ChannelId } from '#core/ids.ts'
import { replaceFigures } from '#store/figures.ts'
import { startInstallation } from '../installation.ts'
import { aRow, dumpOf, startDsaDatabase } from '../peers/dsa-database.ts'

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)

test('what a platform decided of late, from the dumps to the answer, with what the figures cannot tell', async () => {
  await using database = await startDsaDatabase()
  await using vigie = await startInstallation()
  const rows = [
    ...Array.from({ length: 30 }, () => aRow({ platform_name: 'TikTok' })),
    ...Array.from({ length: 10 }, () =>
      aRow({
        platform_name: 'TikTok',
        decision_visibility: '["DECISION_VISIBILITY_CONTENT_DEMOTED"]',
        content_date: '2026-10-01',
      }),
    ),
    ...Array.from({ length: 60 }, () => aRow({ platform_name: 'TikTok', category_specification: '' })),
  ]
  database.files.set(`sor-tiktok-${day(3)}-light.zip`, await dumpOf(rows))

  await vigie.addChannel('dsa-transparency', database.url, { platforms: 'tiktok', days: '5' })
  await vigie.idle()
  const answer = await (await vigie.ask('/expectations?platform=tiktok&lang=nl')).json()
  const unknown = await (await vigie.ask('/expectations?platform=mega')).json()

  expect(answer).toMatchObject({
    days: 1,
    expectation: {
      decisions: 40,
      shares: { removed: 0.75, 'still-there': 0.25 },
      stoodDays: { median: 2, p90: 60 },
      coverage: 0.4,
    },
  })
  expect(answer.limits[0].says).toContain('weigeringen niet')
  expect(unknown).toMatchObject({ days: 0, expectation: null })
})

test('of fewer than twenty decisions nothing is said, and a day that is counted anew replaces itself', async () => {
  await using vigie = await startInstallation({ worker: false })
  const channel = (await vigie.addChannel('dsa-transparency', 'http://127.0.0.1:9')) as ChannelId
  const of = (count: number) => ({
    day: day(3),
    version: 'a',
    rows: [{ platform: 'X', group: 'intimate-images', measure: 'decisions', count }],
  })
  const asked = async () => (await (await vigie.ask('/expectations?platform=x')).json()).expectation

  await replaceFigures(vigie.store.db, channel, of(19))
  const few = await asked()
  await replaceFigures(vigie.store.db, channel, of(30))

  expect(few).toBeNull()
  expect(await asked()).toMatchObject({ decisions: 30 })
})
