import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPicture } from '../installation.ts'
import { formFields, type Page, startWeb, type Visitor, type Web } from '../pages.ts'

let web: Web
beforeAll(async () => {
  web = await startWeb()
})
afterAll(() => web[Symbol.asyncDispose]())

/** Fills in one question as a browser without a script does: what the page carries, and what she answers. */
const answer = (visitor: Visitor, page: Page, given: Record<string, string>) =>
  visitor.post('/start', { ...formFields(page), go: 'next', ...given })

const heading = ({ html }: Page) => /<h1[^>]*>([^<]*)/.exec(html)?.[1]

async function upTo(visitor: Visitor, ...answers: Record<string, string>[]): Promise<Page> {
  let page = await visitor.get('/start?by=link')
  for (const given of [{ go: 'to:age' }, ...answers]) page = await answer(visitor, page, given)
  return page
}

const everything = [
  { age: 'adult' },
  { country: 'BE' },
  { links: 'he wrote: look https://discord.gg/AbCdEf12 and mega.nz/folder/AbCdEfGh#abcdefghijklmnopqrstuv haha' },
  {},
  { reach: 'mail', mail: 'somebody@mail.example' },
  { statement: 'yes' },
]

test('links alone are enough, without a script, from the first question to her open file', async () => {
  const visitor = web.visitor()

  const words = await upTo(visitor, ...everything)
  expect(heading(words)).toBe('Your file number and secret words')
  const check = await visitor.post('/start/words', { ...formFields(words), go: 'check' })
  const third = formFields(words).words?.split(' ')[2] ?? ''
  const wrong = await visitor.post('/start/words', { ...formFields(check), go: 'open', word: 'nothing' })
  expect(wrong.text).toContain('there is no hurry')
  const opened = await visitor.post('/start/words', { ...formFields(wrong), go: 'open', word: third.toUpperCase() })
  expect(opened.to).toBe('/home')
  const home = await visitor.get('/home')

  expect(home.text).toContain('2 links')
  expect(home.text).toContain('By email to somebody@mail.example.')
  expect(home.text).toContain('This service cannot send email yet.')
})

test('every answer is still there after going back to the first question and on again', async () => {
  const visitor = web.visitor()
  let page = await upTo(visitor, ...everything.slice(0, 5))
  const before = formFields(page)

  for (let i = 0; i < 6; i++) page = await answer(visitor, page, { go: 'back' })
  expect(heading(page)).toBe('Before you begin')
  page = await answer(visitor, page, { go: 'to:ready' })

  expect(formFields(page)).toEqual(before)
})

test('a minor is led to people who help before any other question', async () => {
  const page = await upTo(web.visitor('fr-BE'), { age: 'under-16' })

  expect(heading(page)).toBe('D’abord\u202f: des personnes qui peuvent t’aider maintenant')
  expect(page.text).toContain('116 000')
})

test('each question that needs an answer says what to do, and keeps the rest', async () => {
  const visitor = web.visitor()
  const noAge = await upTo(visitor, {})
  const noStatement = await upTo(visitor, ...everything.slice(0, 5), {})
  const noMail = await upTo(visitor, ...everything.slice(0, 4), { reach: 'mail', mail: 'somebody' })
  const noLink = await upTo(visitor, { age: 'adult' }, { country: 'BE' }, { links: 'nothing here' })

  expect(noAge.text).toContain('Choose one of the three ages.')
  expect(noStatement.text).toContain('Please confirm that the pictures show you')
  expect(noMail.text).toContain('name@example.org')
  expect(noLink.text).toContain('Paste the whole address')
  for (const page of [noAge, noStatement, noMail, noLink]) {
    expect(page.status).toBe(422)
    expect(page.html).toContain('role="alert"')
  }
})

test('the last press cannot be reached past a question that is still open', async () => {
  const visitor = web.visitor()

  const page = await visitor.post('/start', { at: 'ready', go: 'next', statement: 'yes' })

  expect(heading(page)).toBe('How old are you in the picture?')
})

test('hashes from the island are enrolled; anything else in their place is refused', async () => {
  const visitor = web.visitor()
  const good = JSON.stringify([aPicture(), aPicture()])
  const answers = [{ age: 'adult' }, { country: 'BE' }, { links: '' }]
  const rest = [{ reach: 'none' }, { statement: 'yes' }]

  const words = await upTo(visitor, ...answers, { pictures: good }, ...rest)
  const notHashes = await upTo(
    visitor,
    ...answers,
    { pictures: '[{"pdqs":[],"sha256":"aa","md5":"bb","cids":[]}]' },
    ...rest,
  )
  const aFile = await upTo(visitor, ...answers, { pictures: 'data:image/png;base64,iVBORw0KGgo=' })
  const more = await upTo(visitor, ...answers, { pictures: JSON.stringify([{ ...aPicture(), bytes: 'iVBORw0KGgo=' }]) })

  expect(heading(words)).toBe('Your file number and secret words')
  expect(notHashes.text).toContain('We could not take this.')
  expect(aFile.text).toContain('These fingerprints cannot be read.')
  expect(more.text).toContain('These fingerprints cannot be read.')
})

test('a change of language in the middle keeps the question and every answer', async () => {
  const visitor = web.visitor()
  const page = await upTo(visitor, ...everything.slice(0, 5))

  const french = await visitor.post('/start', { ...formFields(page), statement: 'yes', lang: 'fr' })

  expect(heading(french)).toBe('Est-ce bien cela\u202f?')
  expect(formFields(french)).toEqual({ ...formFields(page), statement: 'yes' })
})

test('the very mail is shown before she chooses it', async () => {
  const page = await upTo(web.visitor('nl-BE'), ...everything.slice(0, 4))

  expect(page.text).toContain('Er is iets nieuws voor je.')
  expect(page.text).toContain('Niemand leest antwoorden')
})

test('no answer stands in an address or a cookie', async () => {
  const visitor = web.visitor()

  const page = await upTo(visitor, ...everything.slice(0, 5))

  expect(page.html).not.toMatch(/(?:href|action)="[^"]*(?:adult|BE\b|discord|somebody)/)
  expect(visitor.cookies.size).toBe(0)
})
