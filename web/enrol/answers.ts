/**
 * The questions of an enrolment and how one leads to the next. Everything answered so far travels in hidden fields of
 * the form: nothing about a person is kept on the server or in the browser before she has agreed, Back loses nothing,
 * and any process can answer any step.
 */

import { nameForms } from '#core/case/names.ts'
import type { AgeBand } from '#core/case/types.ts'
import { ageBands, isMinor } from '#core/case/types.ts'
import { locate } from '#knowledge/platforms/index.ts'
import type { Clip, Picture } from '../client.ts'
import { isCountry } from '../countries.ts'

export type Step = 'before' | 'age' | 'minor' | 'country' | 'pictures' | 'links' | 'reach' | 'ready'

export interface Answers {
  /** What she came with: it decides which of the two is asked first. */
  by: 'pictures' | 'links'
  age: AgeBand | null
  country: string | null
  /** JSON, as the island wrote it: an array of hashes of pictures and clips. Never a picture. */
  pictures: string
  /** How much more than the picture itself is enrolled of each. */
  views: 'balanced' | 'wide'
  /** As pasted. */
  links: string
  /** As written; empty: she wants no name to be looked for. */
  name: string
  reach: 'none' | 'mail' | null
  mail: string
  statement: boolean
}

/** Why a step cannot be left yet; each is a sentence in the catalogue. */
export type Problem =
  | 'age'
  | 'country'
  | 'pictures'
  | 'broken'
  | 'links'
  | 'noLink'
  | 'name'
  | 'reach'
  | 'mail'
  | 'statement'

/** Longest text of links that is read, in characters. */
const maxLinks = 20_000
const maxName = 120
/** Pictures and clips. */
const maxLines = 520

const text = (form: Record<string, unknown>, name: string, max: number) => {
  const value = form[name]
  return typeof value === 'string' ? value.slice(0, max) : ''
}

export function readAnswers(form: Record<string, unknown>): Answers {
  const country = text(form, 'country', 2).toUpperCase()
  const reach = text(form, 'reach', 4)
  return {
    by: form.by === 'links' || form.by === 'link' ? 'links' : 'pictures',
    age: ageBands.find((band) => band === form.age) ?? null,
    country: isCountry(country) ? country : null,
    pictures: text(form, 'pictures', 16_000_000),
    views: form.views === 'wide' ? 'wide' : 'balanced',
    links: text(form, 'links', maxLinks),
    name: text(form, 'name', maxName).trim(),
    reach: reach === 'none' || reach === 'mail' ? reach : null,
    mail: text(form, 'mail', 254).trim(),
    statement: form.statement === 'yes',
  }
}

export function stepsOf({ by, age }: Answers): Step[] {
  const asked: Step[] = by === 'links' ? ['links', 'pictures'] : ['pictures', 'links']
  return ['before', 'age', ...(age && isMinor(age) ? (['minor'] as const) : []), 'country', ...asked, 'reach', 'ready']
}

/** Where a question stands among the questions; null for the pages that ask nothing new. */
export function placeOf(step: Step, answers: Answers): { at: number; of: number } | null {
  const questions: Step[] = stepsOf(answers).filter((one) => one !== 'before' && one !== 'minor' && one !== 'ready')
  const at = questions.indexOf(step)
  return at < 0 ? null : { at: at + 1, of: questions.length }
}

export interface Watched {
  pictures: Picture[]
  clips: Clip[]
}

/** The hashes that the island put into the form; null when they are none. */
export function readWatched(json: string): Watched | null {
  if (json.trim() === '') return { pictures: [], clips: [] }
  try {
    const read: unknown = JSON.parse(json)
    if (!Array.isArray(read) || read.length > maxLines) return null
    const pictures = read.filter(isPicture)
    const clips = read.filter(isClip)
    return pictures.length + clips.length === read.length ? { pictures, clips } : null
  } catch {
    return null
  }
}

/** Their shape only: the API refuses what is not a hash. */
function isPicture(value: unknown): value is Picture {
  return isLine(value, ['pdqs', 'weak']) && isList(value.pdqs, 2200, 200) && isList(value.weak ?? [], 2200, 200)
}

function isClip(value: unknown): value is Clip {
  return isLine(value, ['vpdqs']) && isList(value.vpdqs, 4, 250_000)
}

function isLine(value: unknown, hashes: string[]): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const { sha256, md5, cids, ...rest }: Record<string, unknown> = { ...value }
  return (
    Object.keys(rest).every((key) => hashes.includes(key)) &&
    isText(sha256, 200) &&
    isText(md5, 200) &&
    isList(cids, 64, 200)
  )
}

const isText = (one: unknown, most: number) => typeof one === 'string' && one.length <= most
const isList = (list: unknown, most: number, length: number) =>
  Array.isArray(list) && list.length <= most && list.every((one) => isText(one, length))

const countWatched = (json: string) => {
  const watched = readWatched(json)
  return watched ? watched.pictures.length + watched.clips.length : 0
}

function watchesAnything({ pictures, links, name }: Answers): boolean {
  return name !== '' || countWatched(pictures) + locate(links).length > 0
}

export function problemOf(step: Step, answers: Answers): Problem | null {
  switch (step) {
    case 'age':
      return answers.age ? null : 'age'
    case 'country':
      return answers.country ? null : 'country'
    case 'pictures': {
      if (!readWatched(answers.pictures)) return 'broken'
      return answers.by === 'links' && !watchesAnything(answers) ? 'links' : null
    }
    case 'links': {
      const found = locate(answers.links).length
      if (answers.links.trim() !== '' && found === 0) return 'noLink'
      if (answers.name !== '' && nameForms(answers.name).length === 0) return 'name'
      return answers.by === 'pictures' && !watchesAnything(answers) ? 'links' : null
    }
    case 'reach':
      if (!answers.reach) return 'reach'
      return answers.reach === 'mail' && !isMail(answers.mail) ? 'mail' : null
    case 'ready':
      return answers.statement ? null : 'statement'
    case 'before':
    case 'minor':
      return null
  }
}

/** Enough to catch a slip of the finger; the API decides. */
function isMail(address: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(address)
}

/**
 * Where the pressed button leads: on, if this step and all before it are answered; back, whatever is missing.
 * `at` and `go` come from the form and are not trusted.
 */
export function move(answers: Answers, at: string, go: string): { step: Step | 'send'; problem: Problem | null } {
  const steps = stepsOf(answers)
  const here = Math.max(0, steps.map(String).indexOf(at))
  const to = (index: number) => steps[Math.min(Math.max(index, 0), steps.length - 1)] ?? 'before'
  if (go === 'back') return { step: to(here - 1), problem: null }
  if (go === 'stay') return { step: to(here), problem: null }
  const named = steps.findIndex((step) => `to:${step}` === go)
  const goal = named < 0 ? here + 1 : named
  for (const step of steps.slice(0, Math.min(goal, steps.length))) {
    const problem = problemOf(step, answers)
    if (problem) return { step, problem }
  }
  return goal >= steps.length ? { step: 'send', problem: null } : { step: to(goal), problem: null }
}
