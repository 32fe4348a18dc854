import { once } from 'node:events'
import { createServer } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { InvalidInput, Malformed, Refused, Unavailable } from '#core/errors.ts'
import { createNet } from '#worker/net/http.ts'
import { serve } from './server.ts'

const userAgent = 'Vigie-test/1 (+https://vigie.example)'
const local = () => createNet({ allowNets: ['127.0.0.0/8'], userAgent })
const closed = () => createNet({ allowNets: [], userAgent })
const small = { maxBytes: 10_000 }

async function failure(promise: Promise<unknown>): Promise<Error> {
  return await promise.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => error as Error,
  )
}

describe('addresses', () => {
  test.each([
    'http://127.0.0.1',
    'http://127.1',
    'http://2130706433',
    'http://0x7f.1',
    'http://0177.0.0.1',
    'http://localhost',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::127.0.0.1]',
    'http://0.0.0.0',
    'http://[::]',
    'http://127.0.0.1.',
    'http://１２７.0.0.1',
  ])('%s is refused as loopback', async (origin) => {
    let reached = 0
    await using server = await serve((_, answer) => {
      reached++
      answer.end('secret')
    })
    await using net = closed()

    const error = await failure(net.get(`${origin}:${server.port}/`, small))

    expect(error).toBeInstanceOf(Refused)
    expect(error.message).toContain('VIGIE_ALLOW_NETS')
    expect(reached).toBe(0)
  })

  test.each([
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '[fd00:ec2::254]',
    '[fe80::1]',
    '[ff02::1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b::a9fe:a9fe]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
    '[fec0::1]',
    '[4000::1]',
  ])('%s is refused: it is no public address', async (host) => {
    await using net = closed()

    expect(await failure(net.get(`https://${host}/`, small))).toBeInstanceOf(Refused)
    expect(await failure(net.connect(`wss://${host}/`, { maxMessageBytes: 1_000 }))).toBeInstanceOf(Refused)
  })

  test('an allowed network is reached, by address and by name', async () => {
    await using server = await serve((_, answer) => answer.end('hello'))
    await using net = local()

    expect((await net.get(`${server.url}/`, small)).text).toBe('hello')
    expect((await net.get(`http://localhost:${server.port}/`, small)).text).toBe('hello')
  })

  test('a network that is not one is named at once', () => {
    expect(() => createNet({ allowNets: ['127.0.0.1'], userAgent })).toThrow(InvalidInput)
  })

  test.each(['ftp://example.org/a', 'file:///etc/passwd', 'ws://example.org', 'data:,a'])(
    '%s is refused',
    async (url) => {
      await using net = local()

      expect(await failure(net.get(url, small))).toBeInstanceOf(Refused)
    },
  )

  test('credentials in an address are refused and not repeated', async () => {
    await using net = local()

    const error = await failure(net.get('https://anna:s3cret@example.org/list?token=t0ken', small))

    expect(error).toBeInstanceOf(InvalidInput)
    expect(error.message).not.toMatch(/anna|s3cret|t0ken/)
  })

  test('nobody there: the error names the host, and neither path nor query', async () => {
    await using net = local()

    const error = await failure(net.get('http://127.0.0.1:1/9f86d081?token=t0ken', small))

    expect(error).toBeInstanceOf(Unavailable)
    expect(error.message).toContain('127.0.0.1:1')
    expect(error.message).not.toMatch(/9f86|t0ken/)
  })
})

describe('redirects', () => {
  test('are followed, and the answer tells where it came from', async () => {
    await using server = await serve((ask, answer) => {
      if (ask.url === '/new') answer.end('here')
      else answer.writeHead(302, { location: '/new' }).end()
    })
    await using net = local()

    const got = await net.get(`${server.url}/old`, small)

    expect(got).toMatchObject({ status: 200, text: 'here', url: `${server.url}/new` })
  })

  test.each(['http://10.0.0.1/', 'http://[::1]/', 'http://169.254.169.254/latest/meta-data/', 'file:///etc/passwd'])(
    'to %s is refused',
    async (location) => {
      await using server = await serve((_, answer) => answer.writeHead(302, { location }).end())
      await using net = local()

      expect(await failure(net.get(server.url, small))).toBeInstanceOf(Refused)
    },
  )

  test('in a circle end after five', async () => {
    let asked = 0
    await using server = await serve((_, answer) => {
      asked++
      answer.writeHead(302, { location: `/${asked}` }).end()
    })
    await using net = local()

    expect(await failure(net.get(server.url, small))).toBeInstanceOf(Refused)
    expect(asked).toBe(6)
  })

  test('to another origin leave keys behind', async () => {
    let seen: NodeJS.Dict<string | string[]> = {}
    await using other = await serve((ask, answer) => {
      seen = ask.headers
      answer.end()
    })
    await using server = await serve((_, answer) => answer.writeHead(302, { location: other.url }).end())
    await using net = local()

    await net.get(server.url, { ...small, headers: { Authorization: 'Bearer k', 'If-None-Match': '"a"' } })

    expect(seen).toMatchObject({ 'if-none-match': '"a"', 'user-agent': userAgent })
    expect(seen).not.toHaveProperty('authorization')
  })
})

describe('bounds', () => {
  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('%s is decompressed', async (encoding, compress) => {
    await using server = await serve((_, answer) => {
      answer.writeHead(200, { 'content-encoding': encoding }).end(compress('vigie '.repeat(100)))
    })
    await using net = local()

    expect((await net.get(server.url, small)).text).toBe('vigie '.repeat(100))
  })

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('a %s bomb is cut at the bound', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(50_000_000))
    await using server = await serve((_, answer) => answer.writeHead(200, { 'content-encoding': encoding }).end(bomb))
    await using net = local()
    const before = process.memoryUsage().arrayBuffers

    expect(await failure(net.get(server.url, small))).toBeInstanceOf(Malformed)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
  })

  test('a compression inside a compression is refused', async () => {
    await using server = await serve((_, answer) => {
      answer.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('a')))
    })
    await using net = local()

    expect(await failure(net.get(server.url, small))).toBeInstanceOf(Malformed)
  })

  test('a broken compression is the content’s fault', async () => {
    await using server = await serve((_, answer) =>
      answer.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip'),
    )
    await using net = local()

    expect(await failure(net.get(server.url, small))).toBeInstanceOf(Malformed)
  })

  test('an endless body ends at the bound', async () => {
    await using server = await serve((_, answer) => {
      const flow = () => {
        while (!answer.destroyed && answer.write('x'.repeat(1_000)));
      }
      answer.on('drain', flow)
      flow()
    })
    await using net = local()

    expect(await failure(net.get(server.url, small))).toBeInstanceOf(Malformed)
  })

  test('a slow drip ends when the whole exchange has taken too long', async () => {
    await using server = await serve((_, answer) => {
      const drip = setInterval(() => answer.write('x'), 10)
      answer.on('close', () => clearInterval(drip))
    })
    await using net = local()

    const error = await failure(net.get(server.url, { ...small, timeoutMs: 150 }))

    expect(error).toBeInstanceOf(Unavailable)
    expect(error.message).toContain('0.15 s')
  })

  test('giant headers are refused', async () => {
    await using server = await serve((_, answer) => answer.writeHead(200, { 'x-long': 'x'.repeat(40_000) }).end())
    await using net = local()

    expect(await failure(net.get(server.url, small))).toBeInstanceOf(Malformed)
  })

  test('what does not speak HTTP is malformed', async () => {
    const server = createServer((socket) => socket.once('data', () => socket.end('SSH-2.0-x\r\n\r\n'))).listen(
      0,
      '127.0.0.1',
    )
    await once(server, 'listening')
    await using net = local()

    const error = await failure(net.get(`http://127.0.0.1:${(server.address() as { port: number }).port}`, small))
    server.close()

    expect(error).toBeInstanceOf(Malformed)
  })

  test('a body that breaks off is to be asked for again', async () => {
    await using server = await serve((_, answer) => {
      answer.writeHead(200, { 'content-length': '100' }).write('half')
      answer.destroy()
    })
    await using net = local()

    expect(await failure(net.get(server.url, small))).toBeInstanceOf(Unavailable)
  })

  test('the caller’s abort is thrown as it was given', async () => {
    await using server = await serve(() => {})
    await using net = local()
    const stop = new AbortController()
    const asked = net.get(server.url, { ...small, signal: stop.signal })
    const reason = new Error('enough')

    stop.abort(reason)

    expect(await failure(asked)).toBe(reason)
  })

  test('at most two exchanges run at a time with one host', async () => {
    let now = 0
    let most = 0
    await using server = await serve((_, answer) => {
      most = Math.max(most, ++now)
      setImmediate(() => {
        now--
        answer.end()
      })
    })
    await using net = local()

    await Promise.all(Array.from({ length: 8 }, () => net.get(server.url, small)))

    expect(most).toBe(2)
  })
})

describe('statuses', () => {
  test.each([200, 206, 304, 404, 410, 416])('%i is answered', async (status) => {
    await using server = await serve((_, answer) => answer.writeHead(status, { etag: '"e"' }).end())
    await using net = local()

    const got = await net.get(server.url, small)

    expect(got.status).toBe(status)
    expect(got.headers.get('etag')).toBe('"e"')
  })

  test('a long error page is cut, not refused', async () => {
    await using server = await serve((_, answer) => answer.writeHead(404).end('x'.repeat(50_000)))
    await using net = local()

    expect((await net.get(server.url, small)).bytes.byteLength).toBe(10_000)
  })

  test.each([408, 425, 429, 500, 503])('%i means: try again', async (status) => {
    await using server = await serve((_, answer) => answer.writeHead(status, { 'retry-after': '120' }).end())
    await using net = local()

    expect(await failure(net.get(server.url, small))).toMatchObject({ name: 'Unavailable', retryAfterMs: 120_000 })
  })

  test('a date in Retry-After is understood', async () => {
    const at = new Date(Date.now() + 60_000).toUTCString()
    await using server = await serve((_, answer) => answer.writeHead(503, { 'retry-after': at }).end())
    await using net = local()

    const { retryAfterMs } = (await failure(net.get(server.url, small))) as Unavailable

    expect(retryAfterMs).toBeGreaterThan(50_000)
    expect(retryAfterMs).toBeLessThanOrEqual(60_000)
  })

  test.each([201, 400, 401, 403, 451])('%i is a refusal', async (status) => {
    await using server = await serve((_, answer) => answer.writeHead(status).end())
    await using net = local()

    expect(await failure(net.get(server.url, small))).toBeInstanceOf(Refused)
  })
})
