import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { finalizeEvent, generateSecretKey, verifyEvent } from 'nostr-tools/pure'
import { describe, expect, test } from 'vitest'
import { InvalidInput } from '#core/errors.ts'
import type { Location } from '#core/location/types.ts'
import { blossomCheck, blossomDigest, prepareReport } from '#knowledge/blossom.ts'
import { createNet } from '#worker/net/http.ts'

const digest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

/** A server of files that answers each request as `answer` says. */
async function startServer(answer: (path: string) => { status: number; headers?: Record<string, string> }) {
  const requests: string[] = []
  const http = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    const { status, headers } = answer(request.url ?? '')
    response.writeHead(status, headers).end()
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const net = createNet({ allowNets: ['127.0.0.0/8'], userAgent: 'Vigie-test/1' })
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  return {
    url,
    requests,
    look: (path: string) => {
      const location: Location = { platform: 'website', id: `url:${path}`, url: `${url}${path}` }
      return blossomCheck.look(location, { net, now: Date.now, random: (n) => new Uint8Array(n) })
    },
    async [Symbol.asyncDispose]() {
      await net[Symbol.asyncDispose]()
      http.close()
    },
  }
}

test.each([
  [`https://media.example/${digest}`, digest],
  [`https://media.example/${digest.toUpperCase()}.jpg`, digest],
  [`https://media.example/files/${digest}`, null],
  [`https://media.example/${digest}?token=1`, null],
  [`https://media.example/${digest.slice(1)}`, null],
  [`ipfs://${digest}`, null],
  ['no address', null],
])('the digest in %s', (address, expected) => {
  expect(blossomDigest(address)).toBe(expected)
  expect(blossomCheck.fits?.({ platform: 'website', id: 'url:x', url: address })).toBe(expected !== null)
})

describe('whether a file is still there', () => {
  test.each([
    ['200', { status: 200, headers: { 'content-type': 'image/png' } }, 'up'],
    ['404', { status: 404 }, 'gone'],
    ['410', { status: 410 }, 'gone'],
    ['a page for people', { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } }, 'unknown'],
    ['a key is asked for', { status: 401 }, 'unknown'],
    ['money is asked for', { status: 402 }, 'unknown'],
    ['forbidden', { status: 403 }, 'unknown'],
    ['500', { status: 500 }, 'unknown'],
    ['a redirect to a start page', { status: 302, headers: { location: '/' } }, 'unknown'],
    ['a redirect in a circle', { status: 307, headers: { location: `/${digest}` } }, 'unknown'],
  ])('%s', async (_, answer, state) => {
    await using server = await startServer(() => answer)

    expect(await server.look(`/${digest}`)).toMatchObject({ state })
    for (const line of server.requests) expect(line).toMatch(/^HEAD /)
  })

  test('a redirect to the same file elsewhere is followed', async () => {
    await using server = await startServer((path) =>
      path.startsWith('/store') ? { status: 404 } : { status: 307, headers: { location: `/store/${digest}.png` } },
    )

    expect(await server.look(`/${digest}`)).toMatchObject({ state: 'gone' })
  })

  test('a server that asks to be left alone is', async () => {
    await using server = await startServer(() => ({ status: 429, headers: { 'retry-after': '120' } }))

    await expect(server.look(`/${digest}`)).rejects.toMatchObject({ name: 'Unavailable', retryAfterMs: 120_000 })
  })
})

describe('a report', () => {
  test('is prepared to be signed, and names the file by its own address', () => {
    const address = `https://media.example/${digest}.jpg`

    const { method, url, event } = prepareReport(address, {
      now: 1_760_000_000_999,
      type: 'illegal',
      content: 'Please',
    })

    expect({ method, url }).toEqual({ method: 'PUT', url: 'https://media.example/report' })
    expect(event).toEqual({
      kind: 1984,
      created_at: 1_760_000_000,
      tags: [
        ['x', digest, 'illegal'],
        ['server', address],
      ],
      content: 'Please',
    })
    expect(verifyEvent(finalizeEvent(event, generateSecretKey()))).toBe(true)
  })

  test('of anything else is refused', () => {
    expect(() => prepareReport('https://media.example/a.jpg', { now: 0, type: 'other', content: '' })).toThrow(
      InvalidInput,
    )
  })
})
