import { expect, test } from 'vitest'
import { mayShowMinor } from '#core/case/young.ts'

test.each([
  'Teen girl',
  'school girls 2019',
  'she is 16 yo',
  '15 y/o',
  'aged 17',
  'under 18',
  'U18',
  '14 ans',
  '13-year-old',
  'mineures',
  'minderjarigen',
  'niñas',
  'несовершеннолетняя',
  'JAILBAIT',
  'a_kid?',
])('"%s" speaks of somebody under age', (text) => {
  expect(mayShowMinor(text)).toBe(true)
})

test.each([
  '',
  '18 yo',
  '21 years old',
  'over 18',
  '18+ only',
  'Anna, 34 ans',
  'room 16, year 2019',
  'kidney stones',
  'a kindly teenagent',
  '115 yo',
])('"%s" does not', (text) => {
  expect(mayShowMinor(text)).toBe(false)
})

test('a text without end takes no time', () => {
  const before = performance.now()
  mayShowMinor('1 '.repeat(1_000_000))
  mayShowMinor('school-'.repeat(100_000))

  expect(performance.now() - before).toBeLessThan(300)
})
