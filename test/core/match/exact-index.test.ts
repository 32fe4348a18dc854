import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createExactIndex } from '#core/match/index.ts'

test('holds what a map of sets holds, under insertions, deletions and look-ups in any order', () => {
  const type = fc.constantFrom('md5', 'url')
  const value = fc.uint8Array({ maxLength: 3, max: 3 })
  const step = fc.tuple(
    fc.constantFrom('insert', 'insert', 'insert', 'delete', 'lookup', 'clear'),
    type,
    value,
    fc.nat(4),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200, size: 'max' }), (steps) => {
      const index = createExactIndex<number>()
      const model = new Map<string, Set<number>>()
      for (const [action, type, value, handle] of steps) {
        const key = `${type} ${value}`
        if (action === 'insert') {
          index.insert(type, value, handle)
          model.set(key, (model.get(key) ?? new Set()).add(handle))
        } else if (action === 'delete') {
          index.delete(type, value, handle)
          model.get(key)?.delete(handle)
        } else if (action === 'clear' && handle === 0) {
          index.clear()
          model.clear()
        }
        expect(index.lookup(type, value)).toEqual([...(model.get(key) ?? [])])
        expect(index.size).toBe([...model.values()].reduce((sum, handles) => sum + handles.size, 0))
      }
    }),
  )
})

test('finds each of many values, before and after half of them are gone', () => {
  const index = createExactIndex<number>()
  const value = (i: number) => Uint8Array.from({ length: 20 + (i % 50) }, (_, at) => (i >> (at % 3)) & 255)
  const text = new TextEncoder()
  for (let i = 0; i < 20_000; i++) index.insert('url', text.encode(`web|${i}|${value(i)}`), i)
  for (let i = 0; i < 20_000; i += 2) index.delete('url', text.encode(`web|${i}|${value(i)}`), i)
  for (let i = 0; i < 20_000; i++)
    expect(index.lookup('url', text.encode(`web|${i}|${value(i)}`))).toEqual(i % 2 ? [i] : [])
  expect(index.size).toBe(10_000)
})

test('keeps its own copy, and tells types and lengths apart', () => {
  const index = createExactIndex<string>()
  const value = Uint8Array.of(1, 2, 3)
  index.insert('md5', value, 'a')
  value.fill(9)
  expect(index.lookup('md5', Uint8Array.of(1, 2, 3))).toEqual(['a'])
  expect(index.lookup('sha256', Uint8Array.of(1, 2, 3))).toEqual([])
  expect(index.lookup('md5', Uint8Array.of(1, 2, 3, 0))).toEqual([])
  expect(index.lookup('md5', Uint8Array.of(9, 9, 9))).toEqual([])
})
