import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { aLine, aPicture, operatorToken, startInstallation } from '../installation.ts'
import { startHttpList } from '../peers/http-list.ts'

test.each([
  ['an id with a NUL', { id: 'a\0b' }],
  ['an id that is half a character', { id: '\ud800' }],
  ['an id without end', { id: 'a'.repeat(600) }],
  ['a retraction of what can be no id', { id: 'a\0', op: 'delete' }],
  ['an address with a NUL', { url: 'https://leak.example/\0' }],
  ['an address that is half a character', { url: 'https://leak.example/\udc00#\ud800' }],
  ['another scheme’s address with a NUL', { url: 'ipfs://bafy\0' }],
  ['half a point of quality', { quality: 50.5 }],
  ['a quality beyond every number', { quality: 1e300 }],
  ['a moment long before any', { updated_at: '-271821-04-20T00:00:00Z' }],
  ['a moment long after any', { updated_at: '+275760-09-13T00:00:00Z' }],
])('a list whose one line has %s is read to its end all the same', async (_, strange) => {
  await using list = await startHttpList()
  await using vigie = await startInstallation()
  const picture = aPicture()
  const person = await vigie.enrol({ pictures: [picture] })
  const line = { type: 'sha256', value: picture.sha256, url: 'https://leak.example/after' }
  list.publish({
    content: aLine({ ...line, id: 'strange', ...strange }) + aLine({ ...line, id: 'after' }),
    type: 'application/x-ndjson',
  })

  const polled = await vigie.poll(await vigie.addChannel('hash-list', list.url))
  await vigie.idle()

  expect(polled.problem).toBe(null)
  const places = (await person.inbox()).flatMap((alert) => alert.matches.map((match) => match.location))
  expect(places).toContain('https://leak.example/after')
})

test('a channel that is removed in the middle of a slow answer is let go of', async () => {
  const asked = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const server = createServer((_, answer) => {
    answer.writeHead(200).write('#')
    answer.on('close', released.resolve)
    asked.resolve()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  await using vigie = await startInstallation()
  const { port } = server.address() as AddressInfo
  const channel = await vigie.addChannel('hash-list', `http://127.0.0.1:${port}/`)
  await asked.promise

  await vigie.ask(`/channels/${channel}`, { method: 'DELETE', token: operatorToken })

  await released.promise // it would be waited for two minutes otherwise
  server.close()
})
