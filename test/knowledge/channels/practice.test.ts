import { expect, test } from 'vitest'
import type { PollDeps } from '#knowledge/channels/channel.ts'
import { practice } from '#knowledge/channels/practice.ts'
import { createNet } from '#worker/net/http.ts'
import { outside } from '../../outside.ts'
import { digests } from './contract.ts'

test('each report is read once, from where the cursor stands, without a look outside', async () => {
  const lines = digests(0, 1_200).map((digest, i) => JSON.stringify({ id: `drill-${i}`, type: 'pdq', value: digest }))
  lines[3] = 'broken'
  await using net = createNet({ allowNets: [], userAgent: 'Vigie-test/1' })
  const deps: PollDeps = {
    ...outside,
    net,
    now: () => 5,
    signal: new AbortController().signal,
    live: false,
    intake: async (after, limit) =>
      lines
        .map((raw, i) => ({ position: i + 1, raw }))
        .filter(({ position }) => position > after)
        .slice(0, limit),
  }
  const read = async (cursor: string | null) => {
    const pages = []
    for await (const page of practice.poll({ url: '', options: {}, secrets: {} }, cursor, deps)) pages.push(page)
    return pages
  }

  const all = await read(null)
  const rest = await read(all[0]?.cursor ?? null)

  expect(all.flatMap(({ entries }) => entries)).toHaveLength(1_200)
  expect(all.flatMap(({ entries }) => entries).filter(({ type }) => type === 'malformed')).toHaveLength(1)
  expect(rest).toEqual(all.slice(1))
  expect(await read(all.at(-1)?.cursor ?? null)).toEqual([])
})
