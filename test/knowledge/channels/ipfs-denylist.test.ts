import { describe, expect, test } from 'vitest'
import { base58, fromHex, multihashOf, rawCidOf } from '#core/fingerprint/index.ts'
import { ipfsDenylist, readRule } from '#knowledge/channels/ipfs-denylist.ts'
import { startHttpList } from '../../peers/http-list.ts'
import { channelContract, digests, follow, type Peer } from './contract.ts'

const rule = (digest: string) => `/ipfs/${rawCidOf(fromHex(digest))}`
const rules = (from: number, count: number) =>
  digests(from, count)
    .map((digest) => `${rule(digest)}\n`)
    .join('')

async function start(): Promise<Peer> {
  const list = await startHttpList()
  list.publish({ content: 'version: 1\nname: "Test"\n---\n', type: 'text/plain' })
  return {
    url: list.url,
    publish: async (all) => list.append(all.map((digest) => `${rule(digest)} reason:ncii\n`).join('')),
    retract: async (digest) => list.append(`!${rule(digest)}\n`),
    spoil: async () => list.append('/ipfs/not-a-cid\n'),
    misbehave: (how) => list.misbehave(how),
    heard: () => JSON.stringify(list.requests),
    [Symbol.asyncDispose]: () => list[Symbol.asyncDispose](),
  }
}

channelContract(ipfsDenylist, start, { many: 2_500 })

describe('what a rule says', () => {
  const cid = 'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e'
  const digest = 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9' // of "hello world"

  test('a CID: its multihash, whatever the codec and the base', () => {
    const ids = [
      `/ipfs/${cid}`,
      `/ipfs/${cid}/`,
      `/ipfs/${cid}/ reason:ncii`,
      '/ipfs/zb2rhj7crUKTQYRGCRATFaQ6YFLTde2YzdqbbhAASkL9uRDXn',
    ].map((line) => readRule(line, 7))

    for (const entry of ids.filter((_, i) => i !== 3)) expect(entry).toEqual(ids[0])
    expect(ids[0]).toMatchObject({
      type: 'notice',
      notice: {
        at: 7,
        kind: 'denylist',
        fingerprints: [{ type: 'cid', value: multihashOf(fromHex(digest)) }],
        locations: [],
      },
    })
    expect(ids[3]).toEqual(ids[0])
  })

  test('a path: a location, and no fingerprint of the folder', () => {
    for (const [line, location] of [
      [`/ipfs/${cid}/a/b%20c.jpg`, `ipfs://${cid}/a/b%20c.jpg`],
      [`/ipfs/${cid}/photos*`, `ipfs://${cid}/photos`],
      ['/ipns/example.org', 'ipns://example.org'],
      ['/ipns/example.org/a/*', 'ipns://example.org/a/'],
    ] as const) {
      expect(readRule(line, 0)).toMatchObject({ notice: { fingerprints: [], locations: [location] } })
    }
  })

  test('everything below a CID, itself included', () => {
    expect(readRule(`/ipfs/${cid}/*`, 0)).toMatchObject({ notice: { fingerprints: [{ type: 'cid' }], locations: [] } })
  })

  test.each([
    ['modern', '//QmX9dhRcQcKUw3Ws8485T5a9dtjrSCQaUAHnG4iK9i4ceM', 34],
    ['legacy', '//d9d295bde21f422d471a90f2a37ec53049fdf3e5fa3ee2e8f20e10003da429e7', 32],
  ])('a double hash, %s', (_, line, length) => {
    const entry = readRule(line, 0)

    expect(entry).toMatchObject({ notice: { id: line, fingerprints: [{ type: 'cid-double' }] } })
    expect(entry?.type === 'notice' && entry.notice.fingerprints[0]?.value.length).toBe(length)
  })

  test('an exception takes the rule back, in any spelling of it', () => {
    const blocked = readRule(`/ipfs/${cid}`, 0)

    const allowed = readRule('!/ipfs/zb2rhj7crUKTQYRGCRATFaQ6YFLTde2YzdqbbhAASkL9uRDXn reason:mistake', 0)

    expect(allowed).toEqual({ type: 'retraction', id: blocked?.type === 'notice' && blocked.notice.id })
  })

  test.each([
    'bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku',
    'QmbFMke1KXqnYyBBWxB74N4c5SBnJMVAiMNRcGu6x1AwQH',
    'QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn',
    'bafkqaaa',
    'bafyaabakaieac',
  ])('%s is empty content and is left out', (empty) => {
    expect(readRule(`/ipfs/${empty}`, 0)).toBeNull()
    expect(readRule(`!/ipfs/${empty}`, 0)).toBeNull()
  })

  test.each([
    '/ipfs/not-a-cid',
    '/ipfs/',
    'ipfs://x',
    '//!!',
    '//0OIl',
    '/ipfs/my cid',
    `/ipfs/${cid}/a b.jpg`,
    '!',
    'x'.repeat(10_000),
  ])('%.40s is malformed', (line) => {
    const entry = readRule(line, 0)

    expect(entry?.type).toBe('malformed')
    expect(JSON.stringify(entry).length).toBeLessThan(5_000)
  })

  test('a long path keeps a short id', () => {
    const entry = readRule(`/ipfs/${cid}/${'a'.repeat(3_000)}`, 0)

    expect(entry?.type === 'notice' && entry.notice.id.length).toBeLessThan(100)
  })
})

describe('following a list', () => {
  const sent = (list: { requests: { sent: number }[] }) => list.requests.at(-1)?.sent

  test('only the new part is read, and nothing where nothing is new', async () => {
    await using list = await startHttpList()
    list.publish(rules(0, 1_000))
    await using reader = follow(ipfsDenylist, list)
    await reader.poll()

    await reader.poll()
    const unchanged = sent(list)
    list.append(rules(1_000, 2))
    await reader.poll()

    expect(unchanged).toBe(0)
    expect(sent(list)).toBeLessThan(4_500)
    expect(list.requests.at(-1)).toMatchObject({ status: 206 })
    expect(reader.said().size).toBe(1_002)
  })

  test('an unfinished line waits for its end', async () => {
    await using list = await startHttpList()
    list.publish(rules(0, 2))
    await using reader = follow(ipfsDenylist, list)
    await reader.poll()
    const [half, other] = [rule(digests(2, 1)[0] ?? '').slice(0, 30), rule(digests(2, 1)[0] ?? '').slice(30)]

    list.append(half)
    await reader.poll()
    const between = reader.said().size
    list.append(`${other}\n`)
    await reader.poll()

    expect(between).toBe(2)
    expect(reader.said()).toEqual(new Set(digests(0, 3)))
    expect(reader.quarantine).toEqual([])
  })

  test.each([
    ['shorter', () => rules(1, 1)],
    ['of the same length', () => rules(1, 1) + rules(5, 1) + rules(2, 1)],
    ['longer', () => rules(1, 1) + rules(3, 400)],
    ['of the same length, far from its end', () => rules(7, 1) + rules(1, 299)],
    ['another header', () => `version: 1\n---\n${rules(1, 2)}`],
    ['empty but for a remark', () => '# nothing any more\n'],
  ])('a rewritten list (%s) is read whole, and rules no longer in it are taken back', async (_, content) => {
    await using list = await startHttpList()
    list.publish(content().length > 10_000 ? rules(0, 300) : rules(0, 3))
    await using reader = follow(ipfsDenylist, list)
    await reader.poll()

    list.publish(content())
    await reader.poll()

    await using fresh = follow(ipfsDenylist, list)
    await fresh.poll()
    expect(reader.said()).toEqual(fresh.said())
    expect(reader.said()).not.toContain(digests(0, 1)[0])
  })

  test.each([
    { etag: false, range: true },
    { etag: true, range: false },
    { etag: false, range: false },
  ])('a server with %j is followed all the same', async (able) => {
    await using list = await startHttpList()
    Object.assign(list.able, able)
    list.publish(rules(0, 300))
    await using reader = follow(ipfsDenylist, list)

    await reader.poll()
    list.append(rules(300, 2))
    await reader.poll()
    list.publish(rules(200, 2))
    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(200, 2)))
  })

  test('of several rules on the same content the last one holds', async () => {
    await using list = await startHttpList()
    const [a = ''] = digests(0, 1)
    list.publish(`${rule(a)}\n!${rule(a)}\n${rules(1, 1)}!${rule(digests(1, 1)[0] ?? '')}\n${rules(1, 1)}`)
    await using reader = follow(ipfsDenylist, list)

    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(1, 1)))
  })

  const folder = 'bafybeidjwik6im54nrpfg7osdvmx7zojl5oaxqel5cmsz46iuelwf5acja'
  const folderToo = 'QmVTF1yEejXd9iMgoRTFDxBv7HAz9kuZcQNBzHrceuK9HR'
  const doubled = '//QmX9dhRcQcKUw3Ws8485T5a9dtjrSCQaUAHnG4iK9i4ceM' // of the same, IPIP-383's own vector

  test.each([
    ['an exception of a double hash, of the plain rule', [`/ipfs/${folder}`, `!${doubled}`], 0],
    ['a plain exception, of the double hash', [doubled, `!/ipfs/${folderToo}`], 0],
    ['one that is followed by the rule again', [doubled, `!/ipfs/${folder}`, doubled], 1],
    ['everything below, of the content itself', [`/ipfs/${folder}`, `!/ipfs/${folderToo}/*`], 0],
    ['the content alone, of everything below', [`/ipfs/${folder}/*`, `!/ipfs/${folderToo}`], 0],
    [
      'a beginning of paths, of the paths that begin so',
      [`/ipfs/${folder}/a1`, `/ipfs/${folder}/b`, `!/ipfs/${folderToo}/a*`],
      1,
    ],
    ['one path, of no other', [`/ipfs/${folder}/a1`, `!/ipfs/${folder}/a`], 1],
    [
      'a path, of its double hash',
      [
        '//QmSju6XPmYLG611rmK7rEeCMFVuL6EHpqyvmEU6oGx3GR8', // IPIP-383's own vector
        '!/ipfs/QmecDgNqCRirkc3Cjz9eoRBNwXGckJ9WvTdmY16HP88768/my/path',
      ],
      0,
    ],
    ['another path, of nothing', [doubled, `!/ipfs/${folder}/a`], 1],
  ])('the last rule that matches wins: %s', async (_, lines, left) => {
    await using list = await startHttpList()
    list.publish(lines.map((line) => `${line}\n`).join(''))
    await using reader = follow(ipfsDenylist, list)

    await reader.poll()

    expect(reader.notices.size).toBe(left)
    expect(reader.quarantine).toEqual([])
  })

  test('a folder is named in both versions of its CID', () => {
    expect(readRule(`/ipfs/${folder}/a.jpg`, 0)).toMatchObject({
      notice: { locations: [`ipfs://${folder}/a.jpg`, `ipfs://${folderToo}/a.jpg`] },
    })
  })

  test('double hashes in other functions are counted and shown, and no longer when they are gone', async () => {
    const blake3 = `//${base58(Uint8Array.from([0x1e, 32, ...fromHex('ab'.repeat(32))]))}`
    await using list = await startHttpList()
    list.publish(`${rules(0, 1)}${blake3}\n`)
    await using reader = follow(ipfsDenylist, list)
    await reader.poll()
    const first = reader.warning
    list.append(`${blake3}\n${rules(1, 1)}`)
    await reader.poll()
    const second = reader.warning

    list.publish(rules(0, 2))
    await reader.poll()
    const third = reader.warning

    expect([first, second, third]).toEqual([
      expect.stringMatching(/^1 rules .* not checkable/),
      expect.stringMatching(/^2 rules .* not checkable/),
      '',
    ])
    expect(reader.said()).toEqual(new Set(digests(0, 2)))
    expect(reader.quarantine).toEqual([])
  })

  test('a place that this version does not know begins anew', async () => {
    await using list = await startHttpList()
    list.publish(rules(0, 2))
    await using reader = follow(ipfsDenylist, list)
    reader.cursor = '{"was":"other"}'

    await reader.poll()

    expect(reader.said()).toEqual(new Set(digests(0, 2)))
  })

  test('what was quarantined is read again by the same rules', () => {
    const again = (raw: string) => ipfsDenylist.reread?.(raw, { url: list, now: 7 })
    const list = 'https://example.org/list.deny'

    expect(again(rule(digests(0, 1)[0] ?? ''))).toMatchObject([{ type: 'notice', notice: { at: 7 } }])
    expect(again('/ipfs/not-a-cid')).toMatchObject([{ type: 'malformed' }])
    expect(again('/ipfs/bafkqaaa')).toEqual([])
  })

  test('the older form is read, and followed by its ETag', async () => {
    await using list = await startHttpList()
    const json = (anchors: string[]) => ({
      content: JSON.stringify(anchors.map((anchor) => ({ anchor }))),
      type: 'application/json',
    })
    list.publish(json(digests(0, 3)))
    await using reader = follow(ipfsDenylist, list)
    await reader.poll()

    await reader.poll()
    const unchanged = sent(list)
    list.publish(json([...digests(1, 2), 'not hex']))
    await reader.poll()

    expect(unchanged).toBe(0)
    expect(reader.said()).toEqual(new Set(digests(1, 2)))
    expect(reader.quarantine).toHaveLength(1)
  })

  test.each([
    ['a line of 3 MiB', () => `${rules(0, 1)}/ipfs/${'a'.repeat(3 << 20)}\n`],
    ['no line end in 3 MiB', () => `/ipfs/${'a'.repeat(3 << 20)}`],
    ['a header of 2 MiB', () => `description: ${'a'.repeat(2 << 20)}\n---\n${rules(0, 1)}`],
    ['many lines of header, 2 MiB together', () => `${'k: v\n'.repeat(450_000)}---\n${rules(0, 1)}`],
    ['a header that is no YAML', () => `{ version: [\n---\n${rules(0, 1)}`],
    ['a header of another version', () => `version: 2\n---\n${rules(0, 1)}`],
    ['bytes that are no UTF-8', () => Buffer.concat([Buffer.from(rules(0, 1)), Buffer.from([0xff, 0xfe, 0x0a])])],
    ['a web page', () => '<!doctype html>\n<html>\n<p>Please log in\n</html>\n'],
    ['JSON that breaks off', () => '[{"anchor":"'],
  ])('%s: the version is refused and the previous one stays', async (_, content) => {
    await using list = await startHttpList()
    list.publish(rules(3, 2))
    await using reader = follow(ipfsDenylist, list)
    await reader.poll()

    list.publish({ content: content() })

    await expect(reader.poll()).rejects.toMatchObject({ name: 'Malformed' })
    expect(reader.said()).toEqual(new Set(digests(3, 2)))
  })

  test.each([
    [404, 'Unavailable'],
    [403, 'Refused'],
    [410, 'Refused'],
    [503, 'Unavailable'],
    ['cut', 'Unavailable'],
  ] as const)('%s: %s', async (fault, name) => {
    await using list = await startHttpList()
    list.publish(rules(0, 2))
    list.misbehave(fault)
    await using reader = follow(ipfsDenylist, list)

    await expect(reader.poll()).rejects.toMatchObject({ name })
  })
})
