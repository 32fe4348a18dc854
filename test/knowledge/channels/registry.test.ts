import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { InvalidInput } from '#core/errors.ts'
import { channels, findChannel } from '#knowledge/channels/index.ts'
import { listOptions, parseOptions } from '#knowledge/channels/options.ts'

const beside = ['channel.ts', 'hash-bank.ts', 'hash-formats.ts', 'index.ts', 'options.ts']

test('the list holds every channel of the folder, under its file’s name', () => {
  const files = readdirSync('knowledge/channels').filter((file) => !beside.includes(file))

  expect(channels.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort())
})

test('each channel is found by its id, and nothing else is', () => {
  for (const channel of channels) expect(findChannel(channel.id)).toBe(channel)
  expect(findChannel('toString')).toBeUndefined()
})

test.each(channels.map((channel) => [channel.id, channel] as const))('%s describes itself', (_, channel) => {
  expect(channel.title).not.toBe('')
  expect(channel.summary).toMatch(/\.$/)
  for (const { description } of listOptions(channel)) expect(description).not.toBe('')
  for (const source of channel.sources) expect(source.checked).toMatch(/^\d{4}-\d\d-\d\d$/)
  for (const { url } of [...channel.suggestions, ...(channel.address ? [{ url: channel.address.example }] : [])]) {
    expect(channel.address?.schemes).toContain(new URL(url).protocol)
  }
})

describe('options', () => {
  const hashList = channels[2]

  test('have defaults', () => {
    expect(parseOptions(hashList, {})).toEqual({
      own: { mode: 'delta', shrink: 20 },
      common: { distance: 31, quality: 50, quota: 200_000, trust: 'high', look: 'off' },
    })
  })

  test('are read from text, the common ones and its own', () => {
    const raw = { every: '30s', distance: '8', quality: '0', quota: '10', mode: 'full', shrink: '100' }

    expect(parseOptions(hashList, raw)).toEqual({
      own: { mode: 'full', shrink: 100 },
      common: { every: 30_000, distance: 8, quality: 0, quota: 10, trust: 'high', look: 'off' },
    })
  })

  test.each([
    [{ every: 'soon' }, 'option every: "soon" is not a duration: write it as 30s, 10m, 6h or 2d'],
    [{ distance: '32' }, 'option distance: write a whole number from 0 to 31'],
    [{ distance: '-1' }, 'option distance: write a whole number from 0 to 31'],
    [{ quality: '' }, 'option quality: write a whole number from 0 to 100'],
    [{ mode: 'all' }, 'option mode: write delta or full'],
    [{ speed: 'fast' }, 'has no option "speed": it has mode, shrink, type, every, distance, quality, quota'],
    [{ toString: 'x' }, 'has no option "toString"'],
  ])('%j is refused with what to write instead', (raw, message) => {
    expect(() => parseOptions(hashList, raw as Record<string, string>)).toThrow(InvalidInput)
    expect(() => parseOptions(hashList, raw as Record<string, string>)).toThrow(message)
  })
})
