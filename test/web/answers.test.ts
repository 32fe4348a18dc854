import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answers, move, problemOf, readAnswers, readWatched, stepsOf } from '#web/enrol/answers.ts'

const picture = { pdqs: ['0'.repeat(64)], sha256: '0'.repeat(64), md5: '0'.repeat(32), cids: [] }

const anyForm = fc.record(
  {
    by: fc.constantFrom('pictures', 'links', 'link', 'x'),
    age: fc.constantFrom('adult', '16-17', 'under-16', 'old', ''),
    country: fc.constantFrom('BE', 'be', 'XX', ''),
    pictures: fc.constantFrom('', JSON.stringify([picture]), '[]', '{', 'null'),
    links: fc.constantFrom('', 'nothing', 'https://discord.gg/AbCdEf12'),
    name: fc.constantFrom('', 'Anna', 'Anna Berg'),
    reach: fc.constantFrom('none', 'mail', 'pigeon', ''),
    mail: fc.constantFrom('', 'a@b.example', 'a b'),
    statement: fc.constantFrom('yes', 'no', ''),
  },
  { requiredKeys: [] },
)
const anyGo = fc.oneof(fc.constantFrom('next', 'back', 'stay', 'to:ready', 'to:age', 'to:x', ''), fc.string())

test('nothing is sent while any question is open, whatever the form claims', () => {
  fc.assert(
    fc.property(anyForm, anyGo, fc.string(), (form, go, at) => {
      const answers = readAnswers(form)
      const { step, problem } = move(answers, at, go)
      if (step === 'send')
        expect(stepsOf(answers).map((one) => problemOf(one, answers))).toEqual(stepsOf(answers).map(() => null))
      if (problem && step !== 'send') expect(problemOf(step, answers)).toBe(problem)
    }),
  )
})

test('back from a step and on again leads to the same step, once it was answered', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const answers = readAnswers(form)
      const steps = stepsOf(answers)
      for (const here of steps.slice(1)) {
        const { step: before } = move(answers, here, 'back')
        const earlier = steps.slice(0, steps.indexOf(here)).some((one) => problemOf(one, answers))
        if (!earlier) expect(move(answers, before, 'next')).toEqual({ step: here, problem: null })
      }
    }),
  )
})

test('going on from the first question reaches every question in order', () => {
  const answers: Answers = readAnswers({
    age: '16-17',
    country: 'FR',
    pictures: JSON.stringify([picture]),
    reach: 'none',
    statement: 'yes',
  })
  const walked: string[] = []
  for (let step: string = 'before'; step !== 'send'; step = move(answers, step, 'next').step) walked.push(step)

  expect(walked).toEqual(['before', 'age', 'minor', 'country', 'pictures', 'links', 'reach', 'ready'])
})

test('what is not the hashes of pictures and clips is none', () => {
  const { pdqs: _, ...digests } = picture
  const clip = { vpdqs: ['0'.repeat(66)], ...digests }
  expect(readWatched(JSON.stringify([clip, picture]))).toEqual({ pictures: [picture], clips: [clip] })
  expect(readWatched('')).toEqual({ pictures: [], clips: [] })
  const strange = [{ ...picture, file: 'x' }, { ...clip, file: 'x' }, { ...clip, pdqs: [] }, digests]
  for (const bad of ['[1]', '[null]', '{}', '[{}]', ...strange.map((one) => JSON.stringify([one])), '[', 'true'])
    expect(readWatched(bad)).toBeNull()
})

test('a name is enough to watch for, and one word of it is not', () => {
  const answers = readAnswers({ by: 'pictures', age: 'adult', country: 'BE', name: ' Anna Berg ' })

  expect(problemOf('links', answers)).toBe(null)
  expect(problemOf('links', { ...answers, name: 'Anna' })).toBe('name')
  expect(problemOf('links', { ...answers, name: '' })).toBe('links')
})
