import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('the page says to whom, on which law, what they learn, and shows the letter', async () => {
  const { visitor, path } = await withRequest()

  const { text } = await visitor.get(path)

  for (const part of [
    'To whom, and why',
    'The law you can use',
    'What they learn about you',
    'The letter',
    'I have sent it',
  ])
    expect(text).toContain(part)
  expect(text).toContain('https://discord.gg/AbCdEf12')
  expect(text).toContain('Ready to send. Nothing has been sent.')
})

test('the letter is read in another language while the page stays in hers', async () => {
  const { visitor, path } = await withRequest()

  const { html } = await visitor.get(`${path}?l=fr`)

  expect(html).toContain('<html lang="en">')
  expect(html).toMatch(/<pre class="letter" id="letter" lang="fr">/)
})

test('what she adds stands in the letter; an empty answer leaves the gap', async () => {
  const { visitor, path } = await withRequest()
  const field = /name="(q:[^"]+)"/.exec((await visitor.get(path)).html)?.[1] ?? 'no question'

  const saved = await visitor.post(`${path}/answers`, { [field]: 'Somebody Else, somebody@mail.example' })
  const filled = await visitor.get(path)
  await visitor.post(`${path}/answers`, { [field]: '' })
  const emptied = await visitor.get(path)

  expect(saved.to).toBe(`${path}?saved#missing`)
  expect(letter(filled)).toContain('Name: Somebody Else')
  expect(letter(emptied)).not.toContain('Somebody Else')
})

test('sent starts the clock and is undone in one tap', async () => {
  const { visitor, path } = await withRequest()

  await visitor.post(`${path}/sent`)
  const sent = await visitor.get(path)
  await visitor.post(`${path}/unsent`)
  const undone = await visitor.get(path)

  expect(sent.text).toMatch(/You sent it on \w+ \d+ \w+, \d\d:\d\d \(Brussels\)\./)
  expect(undone.text).toContain('Ready to send. Nothing has been sent.')
})

test('the letter is saved under an ordinary name', async () => {
  const { visitor, path } = await withRequest()

  const text = await visitor.get(`${path}/text.txt?l=en`)
  const mail = await visitor.get(`${path}/mail.eml?l=nl`)

  expect(text.headers.get('content-disposition')).toBe('attachment; filename="text.txt"')
  expect(text.headers.get('content-type')).toMatch(/^text\/plain/)
  expect(text.html).toContain('https://discord.gg/AbCdEf12')
  expect(mail.headers.get('content-type')).toMatch(/^message\/rfc822/)
  expect(mail.headers.get('cache-control')).toBe('no-store')
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

const letter = ({ html }: Page) => /<pre class="letter"[^>]*>([\s\S]*?)<\/pre>/.exec(html)?.[1] ?? ''
