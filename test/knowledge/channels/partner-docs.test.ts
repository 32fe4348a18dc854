import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hashList } from '#knowledge/channels/hash-list.ts'
import { startHttpList } from '../../peers/http-list.ts'
import { follow } from './contract.ts'

const page = readFileSync('docs/reference/hash-list.md', 'utf8')
const examples = [...page.matchAll(/```(ndjson|csv)\n(.*?)```/gs)].map(
  ([, form, content = '']) => [form, content] as const,
)

test.each(examples)('the %s example that partners are shown is read without a complaint', async (_, content) => {
  await using list = await startHttpList()
  list.publish(content)
  await using reader = follow(hashList, list)

  await reader.poll()

  expect(reader.quarantine).toEqual([])
  expect(reader.notices.size).toBeGreaterThan(0)
})

test('both forms are shown', () => {
  expect(new Set(examples.map(([form]) => form))).toEqual(new Set(['ndjson', 'csv']))
})
