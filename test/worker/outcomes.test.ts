import { expect, test } from 'vitest'
import type { CaseId } from '#core/ids.ts'
import { readCase } from '#store/cases.ts'
import { readOutcomes } from '#store/outcomes.ts'
import { moveRequest, type Request, readRequests } from '#store/requests.ts'
import { type Installation, startInstallation } from '../installation.ts'

const day = 24 * 3_600_000

/** A case with one place, and its request on the DSA. */
async function someone(vigie: Installation, n: number) {
  await vigie.enrol({ locations: [`https://leak.example/p/${n}`] })
  const rows = await vigie.store.db.selectFrom('cases').select('id').orderBy('id').execute()
  const of = await readCase(vigie.store, rows.at(-1)?.id as CaseId)
  const request = (await readRequests(vigie.store, of)).find(({ ground }) => ground === 'dsa16') as Request
  const sentAt = Date.now()
  const move = (event: Parameters<typeof moveRequest>[3]['event'], after = 0) =>
    moveRequest(vigie.store.db, of, request.id, { event, at: new Date(sentAt + after) })
  await move({ type: 'sent', at: sentAt, due: null })
  return { move }
}

test('what became of requests is told of groups of ten and more, once a request, whatever is repeated or taken back', async () => {
  await using vigie = await startInstallation({ worker: false })
  const people = []
  for (let n = 0; n < 9; n++) people.push(await someone(vigie, n))
  expect(await readOutcomes(vigie.store.db, { ground: 'dsa16' })).toEqual([])

  people.push(await someone(vigie, 9))
  const [gone, twice, mistaken, slipped, refused] = people
  await gone?.move({ type: 'acknowledged' })
  await gone?.move({ type: 'removed' }, 1.5 * day)
  await twice?.move({ type: 'removed' }, 40 * day)
  await twice?.move({ type: 'not-removed' }, 41 * day)
  await twice?.move({ type: 'removed' }, 45 * day)
  await twice?.move({ type: 'back' }, 60 * day)
  await mistaken?.move({ type: 'acknowledged' })
  await mistaken?.move({ type: 'removed' }, day)
  await mistaken?.move({ type: 'not-removed' }, day)
  await mistaken?.move({ type: 'acknowledged' }, day)
  await refused?.move({ type: 'refused', at: Date.now() })
  await refused?.move({ type: 'refused', at: Date.now() })

  expect(await readOutcomes(vigie.store.db, { platform: 'website', ground: 'dsa16' })).toEqual([
    {
      platform: 'website',
      route: 'abuse-mail',
      ground: 'dsa16',
      sent: 10,
      acknowledged: 2,
      refused: 1,
      overdue: 0,
      gone: 2,
      back: 1,
      goneWithin: [
        { days: 1, count: 0 },
        { days: 2, count: 1 },
        { days: 3, count: 1 },
        { days: 7, count: 1 },
        { days: 14, count: 1 },
        { days: 30, count: 1 },
        { days: 90, count: 2 },
      ],
    },
  ])

  await slipped?.move({ type: 'not-sent' })
  expect(await readOutcomes(vigie.store.db, { ground: 'dsa16' })).toEqual([])
})
