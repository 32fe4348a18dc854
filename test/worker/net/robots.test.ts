import { expect, test } from 'vitest'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { Got } from '#core/ports.ts'
import { createRobots, parseRobots } from '#worker/net/robots.ts'

test.each([
  ['nothing is said', '', '/a', true],
  ['everybody is kept out', 'User-agent: *\nDisallow: /', '/a', false],
  ['others are kept out', 'User-agent: Googlebot\nDisallow: /', '/a', true],
  ['we are kept out by name', 'User-agent: Vigie/1.0\nDisallow: /', '/a', false],
  [
    'a rule for us counts, not that for everybody',
    'User-agent: *\nDisallow: /\n\nUser-agent: vigie\nAllow: /',
    '/a',
    true,
  ],
  ['two names share a group', 'User-agent: a\nUser-agent: VIGIE\nDisallow: /p', '/p/1', false],
  ['an empty Disallow allows', 'User-agent: *\nDisallow:', '/a', true],
  ['the longer pattern decides', 'User-agent: *\nDisallow: /p\nAllow: /p/open', '/p/open/1', true],
  ['of two as long the one that allows', 'User-agent: *\nDisallow: /p\nAllow: /p', '/p', true],
  ['an asterisk stands for anything', 'User-agent: *\nDisallow: /*/private', '/x/y/private/1', false],
  ['a dollar ends it', 'User-agent: *\nDisallow: /*.gif$', '/a.gif', false],
  ['and only at the end', 'User-agent: *\nDisallow: /*.gif$', '/a.gif?x', true],
  ['comments and Windows line ends', '# hi\r\nUser-agent: * # all\r\nDisallow: /p # no\r\n', '/p', false],
  ['letters are encoded alike', 'User-agent: *\nDisallow: /ä', '/%C3%A4/1', false],
  ['other fields do not end a group', 'User-agent: *\nCrawl-delay: 3\nDisallow: /', '/a', false],
])('%s', (_, text, path, allowed) => {
  expect(parseRobots(text)(path)).toBe(allowed)
})

test('a pattern of thousands of asterisks takes no time', () => {
  const allows = parseRobots(`User-agent: *\nDisallow: /${'*a'.repeat(20_000)}b`)

  const before = performance.now()
  allows(`/${'a'.repeat(40_000)}`)

  expect(performance.now() - before).toBeLessThan(500)
})

test.each([
  ['says that there are none', new Refused('host answers 403: check'), true],
  ['does not answer', new Unavailable('host answers 503: try again later'), false],
  ['answers something else', new Malformed('The answer of host is longer than 5 bytes'), false],
])('a host that %s: allowed is %s', async (_, error, allowed) => {
  const robots = createRobots({ net: { get: () => Promise.reject(error) }, now: () => 0 })

  expect(await robots.allows('https://h.example/a')).toBe(allowed)
})

test('the rules are asked for once in six hours, for each host by itself', async () => {
  const asked: string[] = []
  let ms = 0
  const answer = {
    status: 200,
    text: 'User-agent: *\nDisallow: /p',
    headers: new Headers(),
    bytes: new Uint8Array(),
    url: '',
  }
  const get = async (url: string): Promise<Got> => {
    asked.push(url)
    return answer
  }
  const robots = createRobots({ net: { get }, now: () => ms })

  const told = [await robots.allows('https://h.example/a'), await robots.allows('https://h.example/p?x')]
  await robots.allows('https://h.example:8443/a')
  ms = 7 * 3_600_000
  await robots.allows('https://h.example/a')

  expect(told).toEqual([true, false])
  expect(asked).toEqual([
    'https://h.example/robots.txt',
    'https://h.example:8443/robots.txt',
    'https://h.example/robots.txt',
  ])
})
