import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createDelegatedRoutingV1HttpApiServer } from '@helia/delegated-routing-v1-http-api-server'
import { describe, expect, test } from 'vitest'
import { cidIn, findProviders } from '#knowledge/ipfs-routing.ts'
import { createNet } from '#worker/net/http.ts'
import { vigie } from '../cli/run.ts'

const cid = 'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e'
const peer = '12D3KooWEfNY1sGdJPjCpXXhRTUbsGz9cLqNGBFG1cZFbeWgQ3QG'

type Router = Parameters<typeof createDelegatedRoutingV1HttpApiServer>[0]

/** The reference router of IPFS's own makers, which knows of `count` peers. */
async function startRouter(count: number) {
  const asked: string[] = []
  const quiet = Object.assign(() => {}, { error() {}, trace() {}, enabled: false, newScope: () => quiet })
  const router = {
    logger: { forComponent: () => quiet },
    routing: {
      async *findProviders(of: unknown) {
        asked.push(String(of))
        for (let i = 0; i < count; i++) yield { id: peer, multiaddrs: ['/ip4/203.0.113.7/tcp/4001'], protocols: [] }
      },
    },
  } as unknown as Router
  const server = await createDelegatedRoutingV1HttpApiServer(router, { listen: { port: 0, host: '127.0.0.1' } })
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return { url, asked, [Symbol.asyncDispose]: async () => void (await server.close()) }
}

async function startStranger(status: number, body: string) {
  const http = createServer((_, answer) => answer.writeHead(status, { 'retry-after': '60' }).end(body))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  return { url, [Symbol.asyncDispose]: async () => void http.close() }
}

async function ask(router: string, of = cid) {
  await using net = createNet({ allowNets: ['127.0.0.0/8'], userAgent: 'Vigie-test/1' })
  return await findProviders(of, { router, net })
}

test.each([
  [cid, cid],
  [` ipfs://${cid}/a.jpg `, cid],
  [`https://ipfs.io/ipfs/${cid}?x=1`, cid],
  [`https://${cid}.ipfs.dweb.link/`, cid],
  ['Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD', 'Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD'],
])('the CID in %s', (text, found) => {
  expect(cidIn(text)).toBe(found)
})

test('a text without one is refused', () => {
  expect(() => cidIn('a'.repeat(60))).toThrow('There is no CID in this')
})

describe('a router', () => {
  test('names the computers that offer a CID, and hears of it alone', async () => {
    await using router = await startRouter(2)

    const found = await ask(router.url)

    expect(found).toEqual([
      { id: peer, addresses: ['/ip4/203.0.113.7/tcp/4001'] },
      { id: peer, addresses: ['/ip4/203.0.113.7/tcp/4001'] },
    ])
    expect(router.asked).toEqual([cid])
  })

  test('that knows of nobody gives an empty list', async () => {
    await using router = await startRouter(0)

    expect(await ask(router.url)).toEqual([])
  })

  test.each([
    ['404', 404, '', []],
    [
      'an unknown peer among known ones',
      200,
      JSON.stringify({ Providers: [7, { ID: 'x' }] }),
      [{ id: 'x', addresses: [] }],
    ],
    ['null', 200, JSON.stringify({ Providers: null }), []],
  ])('that answers %s', async (_, status, body, expected) => {
    await using router = await startStranger(status, body)

    expect(await ask(router.url)).toEqual(expected)
  })

  test.each([
    ['429', 429, '', { name: 'Unavailable', retryAfterMs: 60_000 }],
    ['500', 500, '', { name: 'Unavailable' }],
    ['422', 422, '', { name: 'Refused' }],
    ['a page', 200, '<html>', { name: 'Malformed' }],
    ['without end', 200, 'x'.repeat(3_000_000), { name: 'Malformed' }],
  ])('that answers %s is told as what it is', async (_, status, body, error) => {
    await using router = await startStranger(status, body)

    await expect(ask(router.url)).rejects.toMatchObject(error)
  })
})

describe('the command', () => {
  test('asks nobody before the person has said so', async () => {
    await using router = await startRouter(1)

    const { status, stderr } = await vigie(['providers', cid, '--router', router.url])

    expect(status).toBe(2)
    expect(stderr).toContain('learns that somebody at this address asks')
    expect(router.asked).toEqual([])
  })

  test('then prints a line for each', async () => {
    await using router = await startRouter(1)
    const env = { VIGIE_ALLOW_NETS: '127.0.0.0/8' }

    const { status, lines } = await vigie(['providers', `ipfs://${cid}`, '--ask', '--router', router.url], { env })

    expect(status).toBe(0)
    expect(lines).toMatchObject([{ id: peer }])
  })
})
