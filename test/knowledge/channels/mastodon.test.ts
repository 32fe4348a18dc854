import { describe, expect, test } from 'vitest'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import { mastodon } from '#knowledge/channels/mastodon.ts'
import { startMastodon } from '../../peers/mastodon.ts'
import { channelContract, follow, type Peer } from './contract.ts'

async function start(): Promise<Peer> {
  const instance = await startMastodon()
  return {
    url: instance.url,
    publish: async (all) => {
      for (const digest of all) instance.post(digest)
    },
    retract: async (digest) => instance.remove(digest),
    spoil: async () => void instance.post('broken', { created_at: 'yesterday', url: 7, uri: null }),
    misbehave: (how) => instance.misbehave(how),
    heard: () => instance.heard(),
    [Symbol.asyncDispose]: () => instance[Symbol.asyncDispose](),
  }
}

channelContract(mastodon, start, {
  many: 100,
  said: ({ pictures = [] }) => pictures.map(({ url }) => new URL(url).pathname.slice(1, -4)),
})

/** The first post as a notice. */
async function read(more: Record<string, unknown>) {
  await using instance = await startMastodon()
  instance.post('one', more)
  await using reader = follow(mastodon, instance)
  await reader.poll()
  return { notice: [...reader.notices.values()][0], quarantine: reader.quarantine }
}

describe('what a post says', () => {
  test('its own page and its files, as places', async () => {
    const media = [
      { type: 'image', url: 'https://files.example/1.jpg', remote_url: 'https://origin.example/1.jpg' },
      { type: 'video', url: 'https://files.example/2.mp4', remote_url: null },
      { type: 'hologram', url: 'ftp://files.example/3', remote_url: 9 },
      null,
    ]

    const { notice } = await read({ url: 'https://social.example/@a/1', media_attachments: media })

    expect(notice).toMatchObject({
      kind: 'listing',
      fingerprints: [],
      locations: [
        'https://social.example/@a/1',
        'https://files.example/1.jpg',
        'https://origin.example/1.jpg',
        'https://files.example/2.mp4',
      ],
      pictures: [{ url: 'https://files.example/1.jpg', adult: true }],
    })
  })

  test.each([
    ['its author marks as sensitive', {}, true],
    ['nobody marks', { sensitive: false }, false],
    ['is marked by a word', { sensitive: 'yes' }, false],
    ['speaks of somebody under age', { content: '<p>she is 16 yo</p>' }, false],
    ['has a tag that does', { tags: [{ name: 'teen' }] }, false],
    ['has a warning that does', { spoiler_text: 'mineure' }, false],
  ])('a picture that %s is for adults alone: %j %s', async (_, more, adult) => {
    expect((await read(more)).notice?.pictures).toMatchObject([{ adult }])
  })

  test.each([{ noindex: true }, { indexable: false }])(
    'nothing of a person who wants no machines (%j) is offered for a look, and its places are read all the same',
    async (account) => {
      const { notice } = await read({ account })

      expect(notice?.pictures).toEqual([])
      expect(notice?.locations).toHaveLength(2)
    },
  )

  test('its blurhash and preview are never used', async () => {
    const { notice } = await read({})

    expect(JSON.stringify(notice)).not.toMatch(/UBL_|small/)
  })

  test.each([
    [{ created_at: 'soon' }, /created_at/],
    [{ url: 'javascript:alert(1)', uri: null }, /url/],
    [{ media_attachments: 'none' }, /media_attachments/],
  ])('%j is quarantined with its reason, and can be read again', async (more, reason) => {
    const { quarantine } = await read(more)

    expect(quarantine).toMatchObject([{ reason: expect.stringMatching(reason) }])
    const [again] = mastodon.reread?.(quarantine[0]?.raw ?? '', { url: 'https://a.example', now: 5 }) ?? []
    expect(again).toEqual(quarantine[0])
  })
})

test('a week of posts is caught up with, and nothing older than that', async () => {
  const day = 86_400_000
  await using instance = await startMastodon({ firstMs: Date.now() - 20 * day, everyMs: day / 10 })
  for (let i = 0; i < 200; i++) instance.post(`p${i}`)
  await using reader = follow(mastodon, instance)

  await reader.poll()

  expect(reader.notices.size).toBeGreaterThanOrEqual(70)
  expect(reader.notices.size).toBeLessThanOrEqual(72)
})

test('ids are compared as numbers, however long', async () => {
  await using instance = await startMastodon({ firstMs: 2 ** 42 - 2_500 }) // from 18 digits on, each carries
  for (let i = 0; i < 5; i++) instance.post(`p${i}`)
  await using reader = follow(mastodon, instance)

  await reader.poll({ now: () => 2 ** 42 })
  await reader.poll({ now: () => 2 ** 42 })

  expect(reader.notices.size).toBe(5)
})

test('an instance that shows nothing is said to show nothing, and is read when it does', async () => {
  await using instance = await startMastodon()
  await using reader = follow(mastodon, instance)
  await reader.poll()
  const told = reader.warning

  instance.post('first')
  await reader.poll()

  expect(told).toMatch(/shows nothing to strangers/)
  expect(reader.notices.size).toBe(1)
})

test.each([
  [401, Refused],
  [403, Refused],
  [422, Refused],
  [404, Refused],
  [301, Refused],
  [429, Unavailable],
  [503, Unavailable],
])('the answer %i is told as what it is', async (status, kind) => {
  await using instance = await startMastodon()
  instance.misbehave({ status, headers: { location: '/elsewhere' } })
  await using reader = follow(mastodon, instance)

  await expect(reader.poll()).rejects.toBeInstanceOf(kind)
})

test.each([
  [{ 'retry-after': '90' }, 90_000],
  [{ 'x-ratelimit-reset': '2026-11-24T12:05:00.000Z' }, 300_000],
  [{}, undefined],
])('how long to wait is heard: %j', async (headers, retryAfterMs) => {
  await using instance = await startMastodon()
  instance.misbehave({ status: 429, headers: headers as Record<string, string> })
  await using reader = follow(mastodon, instance)

  await expect(reader.poll({ now: () => Date.UTC(2026, 10, 24, 12) })).rejects.toMatchObject({ retryAfterMs })
})

test.each(['html', 'cut', 'same'] as const)('an answer of the kind "%s" ends in an error', async (fault) => {
  await using instance = await startMastodon()
  for (let i = 0; i < 3; i++) instance.post(`p${i}`)
  instance.misbehave(fault)
  await using reader = follow(mastodon, instance)

  await expect(reader.poll()).rejects.toSatisfy((error) => error instanceof Malformed || error instanceof Unavailable)
})

test('a page on which one post has no id is read, and one on which none has is refused', async () => {
  await using instance = await startMastodon()
  instance.post('a', { id: null })
  await using reader = follow(mastodon, instance)
  await expect(reader.poll()).rejects.toBeInstanceOf(Malformed)

  instance.post('b')
  await reader.poll()

  expect(reader.notices.size).toBe(1)
})

test('reading stops where the instance’s quota comes near its end, and goes on from there', async () => {
  await using instance = await startMastodon()
  for (let i = 0; i < 100; i++) instance.post(`p${i}`)
  instance.remaining = 5
  await using reader = follow(mastodon, instance)

  await reader.poll()
  const first = reader.notices.size
  for (let i = 0; i < 3; i++) await reader.poll()

  expect(first).toBe(40)
  expect(reader.notices.size).toBe(100)
})

test('blocked servers are counted once a day where the operator wants it, and none is named', async () => {
  await using instance = await startMastodon()
  instance.blocks = [
    { domain: 'ba***.example', digest: 'ab', severity: 'suspend', comment: '' },
    { domain: 'odd.example', severity: 'silence' },
    { domain: 'new.example', severity: 'tickle' },
  ]
  instance.post('a')
  await using reader = follow(mastodon, { ...instance, options: { blocks: 'on' } })

  await reader.poll()
  await reader.poll()

  expect(reader.warning).toBe('It silences 1 other servers and suspends 1: what these publish is not seen here.')
  expect(instance.requests.filter((path) => path.includes('domain_blocks'))).toHaveLength(1)
})

test('a cursor it does not know is begun anew', async () => {
  await using instance = await startMastodon()
  instance.post('a')
  await using reader = follow(mastodon, instance)
  reader.cursor = '{"since":"yesterday"}'

  await reader.poll()

  expect(reader.notices.size).toBe(1)
})

test('the address of the next page is not followed, nor any token in it kept', async () => {
  await using instance = await startMastodon()
  for (let i = 0; i < 90; i++) instance.post(`p${i}`)
  await using reader = follow(mastodon, instance)

  await reader.poll()

  expect(instance.heard()).not.toContain('t0ken')
  expect(reader.cursor).not.toContain('t0ken')
})
