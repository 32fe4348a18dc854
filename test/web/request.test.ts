import { afterAll, beforeAll, expect, test } from 'vitest'
import { neverAsked } from '../knowledge/letters/never-asked.ts'
import { type Page, startWeb, type Web } from '../pages.ts'

let web: Web
beforeAll(async () => {
  web = await startWeb({ worker: true })
})
afterAll(() => web[Symbol.asyncDispose]())

const link = (kind: 'm' | 'r', { html }: Page) =>
  new RegExp(`href="(/${kind}/[\\w-]+)"`).exec(html)?.[1] ?? `no ${kind}`

async function withRequest() {
  const visitor = await web.somebody()
  return { visitor, path: link('r', await visitor.get('/home')) }
}

test('the page says to whom, on which law, what they learn, and the next step', async () => {
  const { visitor, path } = await withRequest()

  const { text, html } = await visitor.get(path)

  for (const part of ['To whom, and why', 'The law you can use', 'What they learn about you', 'Your next step'])
    expect(text).toContain(part)
  expect(text).toContain('Ready to send. Nothing has been sent.')
  expect(html).toContain(`href="${path}/q"`)
  expect(html).toContain('See the whole plan')
})

test('the plan says who is asked in which order and why, and leads to the request', async () => {
  const { visitor, path } = await withRequest()

  const plan = await visitor.get(path.replace('/r/', '/p/'))

  expect(plan.status).toBe(200)
  expect(plan.text).toContain('Nothing is sent when you look at this.')
  expect(plan.text).toContain('Start with this one')
  expect(plan.html).toContain('href="/now"')
  expect(plan.html).toContain('href="/r/')
})

test('a minor finds the hotline and the police first, with a letter and what to say', async () => {
  const visitor = await web.somebody({ ageBand: 'under-16' })
  const path = link('r', await visitor.get('/home'))

  const { text } = await visitor.get(path.replace('/r/', '/p/'))

  expect(text.indexOf('First')).toBeLessThan(text.indexOf('Now'))
  expect(text).toContain('What you can say on the telephone')
  expect(text).toContain('I am under 16 in the images.')
})

test('threats have a page of their own, for anybody', async () => {
  const page = await web.visitor('fr-BE').get('/now')

  expect(page.status).toBe(200)
  expect(page.html).toContain('<title>Almanac</title>')
  expect(page.html.match(/<ol class="field">[\s\S]*?<\/ol>/)?.[0].match(/<li>/g)).toHaveLength(5)
})

test('the letter stands in their language with hers beside it', async () => {
  const { visitor, path } = await withRequest()

  const { html, text } = await visitor.get(`${path}/l?l=fr`)

  expect(html).toContain('<html lang="en">')
  expect(html).toMatch(/<pre class="letter" id="letter" lang="fr">/)
  expect(text).toContain('https://discord.gg/AbCdEf12')
  expect(text).toContain('The same in your language')
  expect(text).toContain('How to send it, step by step')
})

test('one question a page: a wrong answer is named beside the field, a right one stands in the letter', async () => {
  const { visitor, path } = await withRequest()
  const first = await visitor.get(`${path}/q?n=1`)
  const field = /name="element" value="([^"]+)"/.exec(first.html)?.[1] ?? 'no question'

  const wrong = await visitor.post(`${path}/q`, { at: '1', element: field, answer: '?!', go: 'next' })
  const saved = await visitor.post(`${path}/q`, {
    at: '1',
    element: field,
    answer: 'Somebody Else, somebody@mail.example',
    go: 'next',
  })
  const filled = await visitor.get(`${path}/l?l=en`)
  await visitor.post(`${path}/q`, { at: '1', element: field, answer: '', go: 'next' })
  const emptied = await visitor.get(`${path}/l?l=en`)

  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('id="answer-wrong"')
  expect(wrong.html).toContain('value="?!"')
  expect(saved.to).toMatch(/\/(?:q\?n=2|l)$/)
  expect(letter(filled)).toContain('Somebody Else')
  expect(letter(emptied)).not.toContain('Somebody Else')
})

test('nothing counts as sent before she says that the letter is true', async () => {
  const { visitor, path } = await withRequest()

  const refused = await visitor.post(`${path}/sent`)
  const before = await visitor.get(path)

  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Tick the box first.')
  expect(before.text).toContain('Ready to send. Nothing has been sent.')
})

test('sent starts the clock, says what happens next, and is undone in one tap', async () => {
  const { visitor, path } = await withRequest()

  const answered = await visitor.post(`${path}/sent`, { true: 'yes' })
  const sent = await visitor.get(answered.to ?? '')
  await visitor.post(`${path}/unsent`)
  const undone = await visitor.get(path)

  expect(answered.to).toBe(`${path}/t?new`)
  expect(sent.text).toMatch(/You sent it on \w+ \d+ \w+, \d\d:\d\d \(Brussels\)\./)
  expect(sent.text).toContain('You have nothing to do now.')
  expect(sent.text).toContain('The request was sent.')
  expect(undone.text).toContain('Ready to send. Nothing has been sent.')
})

test('a reminder is in the language of the letter that it reminds of, with hers beside it', async () => {
  const visitor = await web.somebody({ lang: 'nl' })
  const path = link('r', await visitor.get('/home'))
  await visitor.post(`${path}/sent`, { true: 'yes' })

  const { html } = await visitor.get(`${path}/t?step=reminder`)

  const [theirs = '', yours = ''] = html.match(/<pre class="letter"[\s\S]*?<\/pre>/g) ?? []
  expect(theirs).toContain('lang="en"')
  expect(theirs).toContain('Reference:')
  expect(yours).toContain('Referentie:')
  expect(html).toContain('page.pdf?l=en&amp;step=reminder')
})

test('a refusal that she tells shows the next step with its letter; taking it is written down', async () => {
  const { visitor, path } = await withRequest()
  await visitor.post(`${path}/sent`, { true: 'yes' })

  await visitor.post(`${path}/says`, { says: 'refused' })
  const refused = await visitor.get(`${path}/t`)
  const step = /name="step" value="([\w-]+)"/.exec(refused.html)?.[1] ?? 'no step'
  await visitor.post(`${path}/took`, { step })
  const taken = await visitor.get(`${path}/t`)
  await visitor.post(`${path}/says`, { says: 'removed' })
  const gone = await visitor.get(`${path}/t`)

  expect(refused.text).toContain('They refused.')
  expect(refused.text).toContain('What you can do next')
  expect(taken.text).toContain('A next step is taken. We wait for an answer.')
  expect(taken.text).toContain('A next step was taken.')
  expect(gone.text).toContain('It is not gone after all')
})

test('somebody she trusts may speak in the letter until she ends it', async () => {
  const { visitor, path } = await withRequest()

  const wrong = await visitor.post(`${path}/by`, { do: 'give', kind: 'agent', name: '', contact: 'x' })
  await visitor.post(`${path}/by`, {
    do: 'give',
    kind: 'agent',
    name: 'Ana Petit',
    organisation: 'Point d’appui',
    contact: 'ana@help.example',
  })
  const given = await visitor.get(`${path}/l?l=en`)
  const mandate = /name="mandate" value="([^"]+)"/.exec((await visitor.get(`${path}/by`)).html)?.[1] ?? ''
  await visitor.post(`${path}/by`, { do: 'end', mandate })
  const ended = await visitor.get(`${path}/l?l=en`)

  expect(wrong.status).toBe(422)
  expect(letter(given)).toContain('Ana Petit')
  expect(letter(ended)).not.toContain('Ana Petit')
})

test('every form of the letter is saved under an ordinary name', async () => {
  const { visitor, path } = await withRequest()

  for (const [name, type] of [
    ['text.txt', 'text/plain'],
    ['mail.eml', 'message/rfc822'],
    ['page.pdf', 'application/pdf'],
    ['data.json', 'application/json'],
    ['report.json', 'application/json'],
  ] as const) {
    const file = await visitor.get(`${path}/${name}?l=nl`)
    expect(file.status, name).toBe(200)
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
    expect(file.headers.get('content-type')).toContain(type)
    expect(file.headers.get('cache-control')).toBe('no-store')
  }
})

test('no page on the way asks what must never be asked, in any language', async () => {
  for (const lang of ['en', 'fr', 'nl', 'de'] as const) {
    const visitor = await web.somebody({ ageBand: 'under-16', lang })
    const path = link('r', await visitor.get('/home'))
    for (const page of [path.replace('/r/', '/p/'), path, `${path}/q?n=1`, `${path}/s`, `${path}/by`, '/now']) {
      const { status, text, html } = await visitor.get(page)
      expect(status, page).toBe(200)
      expect(html).toContain('<title>Almanac</title>')
      // What she need not show is named where people may ask for it.
      expect(asked(text), `${lang} ${page}`).toEqual([])
    }
  }
})

test('a false alarm is one tap, and one tap undoes it', async () => {
  const visitor = await web.somebody()
  await visitor.post('/practice')
  await web.installation.idle()
  const path = link('m', await visitor.get('/home'))
  const match = /name="match" value="([\w-]+)"/.exec((await visitor.get(path)).html)?.[1] ?? 'no match'

  const answered = await visitor.post(path, { match, place: '1', answer: 'not-me' })
  const said = await visitor.get(path)
  await visitor.post(path, { match, place: '1', answer: '' })
  const undone = await visitor.get(path)

  expect(answered.to).toBe(`${path}#f1`)
  expect(said.text).toContain('You said: this is not me.')
  expect(undone.text).toContain('This is not me')
  expect(undone.text).not.toContain('You said')
})

/** Questions on a page that must never be asked. */
const asked = (text: string) => (text.match(/[^.?!:]*\?/g) ?? []).filter((question) => neverAsked.test(question))

const letter = ({ html }: Page) => /<pre class="letter"[^>]*>([\s\S]*?)<\/pre>/.exec(html)?.[1] ?? ''
