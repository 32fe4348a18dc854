import { afterAll, beforeAll, expect, test } from 'vitest'
import { aLine, aPicture, turn } from '../installation.ts'
import { type Page, startWeb, type Web } from '../pages.ts'
import { startHttpList } from '../peers/http-list.ts'

let web: Web
beforeAll(async () => {
  web = await startWeb({ worker: true })
})
afterAll(() => web[Symbol.asyncDispose]())

const type = 'application/x-ndjson'
const message = ({ html }: Page) => /href="(\/m\/[\w-]+)"/.exec(html)?.[1] ?? 'no message'

test('a quiet day says that it is quiet, and that this is good', async () => {
  const visitor = await web.somebody({ locations: [], pictures: [aPicture()] })

  const { text } = await visitor.get('/home')

  expect(text).toContain('It is quiet We found nothing new. That is good.')
  expect(text).toContain('1 picture')
})

test('a file that watches nothing says how to begin', async () => {
  const visitor = await web.somebody({ locations: [] })

  expect((await visitor.get('/home')).text).toContain('Nothing is watched yet')
})

test('a find says where, since when, who said it, how sure and what it may not be', async () => {
  await using list = await startHttpList()
  const [alike, same] = [aPicture(), aPicture()]
  const visitor = await web.somebody({ pictures: [alike, same], locations: [] })
  const entry = (id: string, more: object) => aLine({ id, quality: 100, updated_at: '2026-11-20T10:00:00Z', ...more })
  list.publish({
    content:
      entry('a', { type: 'pdq', value: turn(alike.pdqs[0]!, 30), url: 'https://leak.example/p/1' }) +
      entry('b', { type: 'sha256', value: same.sha256, url: 'https://discord.gg/AbCdEf12' }),
    type,
  })

  await web.installation.poll(await web.installation.addChannel('hash-list', list.url))
  await web.installation.idle()
  const home = await visitor.get('/home')
  const { text, html } = await visitor.get(message(home))

  expect(home.text).toContain('There is something new')
  expect(home.text).toMatch(/Found 2 Asked 0 Gone 0/)
  expect(html).toMatch(/<h1[^>]*>2 finds</)
  expect(text).toContain('A picture that looks similar to one of yours. Where leak.example')
  expect(text).toContain('Their fingerprints differ in 30 of 256 marks.')
  expect(text).toContain('Two different pictures can have nearly the same fingerprint.')
  expect(text).toContain('The very same file as one of yours. Where Discord')
  expect(text).toContain('Friday 20 November, 11:00 (Brussels)')
  expect(text).toContain('Take it down')
})

test('a find without an address says that nobody can be asked yet', async () => {
  await using list = await startHttpList()
  const picture = aPicture()
  const visitor = await web.somebody({ pictures: [picture], locations: [] })
  list.publish({ content: aLine({ id: 'a', type: 'sha256', value: picture.sha256 }), type })

  await web.installation.poll(await web.installation.addChannel('hash-list', list.url))
  await web.installation.idle()
  const { text } = await visitor.get(message(await visitor.get('/home')))

  expect(text).toContain('The report names no address.')
  expect(text).toContain('Without an address there is nobody to ask.')
  expect(text).not.toContain('Take it down')
})

test('what its place has taken back says so', async () => {
  await using list = await startHttpList()
  const picture = aPicture()
  const visitor = await web.somebody({ pictures: [picture], locations: [] })
  const line = { id: 'a', type: 'sha256', value: picture.sha256, url: 'https://leak.example/p/9' }
  list.publish({ content: aLine(line), type })
  const channel = await web.installation.addChannel('hash-list', list.url)
  await web.installation.poll(channel)
  await web.installation.idle()

  list.append(aLine({ ...line, op: 'delete', updated_at: '2026-11-21T10:00:00Z' }))
  await web.installation.poll(channel)
  await web.installation.idle()
  const { text } = await visitor.get(message(await visitor.get('/home')))

  expect(text).toContain('The place that said this has taken it back. You need not do anything.')
})

test('a place that cannot be reached says since when it was not heard from', async () => {
  await using list = await startHttpList()
  await using own = await startWeb({ worker: true })
  const visitor = await own.somebody()
  list.publish({ content: '', type })
  const channel = await own.installation.addChannel('hash-list', list.url)
  await own.installation.poll(channel)
  await own.installation.idle()
  const heard = await visitor.get('/home')

  list.misbehave(503)
  await own.installation.poll(channel)
  const lost = await visitor.get('/home')

  expect(heard.text).toContain('last heard from: just now')
  expect(lost.text).toMatch(/not heard from since \d\d:\d\d; we keep trying/)
})
