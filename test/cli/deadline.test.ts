import { describe, expect, test } from 'vitest'
import { readArguments } from '#cli/command.ts'
import { deadline } from '#cli/commands/deadline.ts'
import { InvalidInput } from '#core/errors.ts'
import { vigie } from './run.ts'

/** The command in this process, for what it says to a mistake. */
async function run(args: string[]): Promise<unknown[]> {
  const printed: unknown[] = []
  await deadline.run(readArguments('deadline', deadline, args), {
    environment: {},
    print: async (...values) => void printed.push(...values),
    printText: async () => undefined,
    say: () => undefined,
    signal: new AbortController().signal,
  })
  return printed
}

describe('vigie deadline', () => {
  test('prints one line: the instant, the zone, and why', async () => {
    const { status, lines, stdout } = await vigie(['deadline', '--ground', 'tida', '--received', '2027-03-27T22:00Z'])

    expect(lines).toEqual([
      { ground: 'tida', due: '2027-03-29T22:00:00.000Z', zone: 'UTC', rule: expect.stringContaining('223a') },
    ])
    expect(stdout.trimEnd().split('\n')).toHaveLength(1)
    expect(status).toBe(0)
  })

  test('prints null where the law names no time, and the time of a complaint in the state that is named', async () => {
    const received = ['--received', '2026-08-31T12:00+02:00']
    const [none, complaint] = await Promise.all([
      vigie(['deadline', '--ground', 'dsa16', ...received]),
      vigie(['deadline', '--ground', 'dsa16', ...received, '--step', 'complaint', '--country', 'be', '--lang', 'nl']),
    ])

    expect(none.lines).toMatchObject([{ due: null, rule: expect.stringContaining('no legal deadline') }])
    expect(complaint.lines).toMatchObject([
      { due: '2027-03-01T23:00:00.000Z', zone: 'Europe/Brussels', rule: expect.stringContaining('zondag') },
    ])
  })

  test.each([
    [['--ground', 'tida', '--received', '2027-03-27T22:00'], 'offset from UTC'],
    [['--ground', 'tida', '--received', 'yesterday'], 'is no instant'],
    [['--ground', 'tida', '--received', '2027-02-30T10:00Z'], 'is no instant'],
    [['--ground', 'tida', '--received', '2027-03-27T22:00Z', '--step', 'extension'], 'tida has no step "extension"'],
    [['--ground', 'dsa16', '--received', '2027-03-27T22:00Z', '--step', 'extension'], 'It has: complaint.'],
    [['--ground', 'dsa16', '--received', '2027-03-27T22:00Z', '--step', 'appeal'], '--step is one of'],
    [['--ground', 'gdpr99', '--received', '2027-03-27T22:00Z'], 'There are: '],
    [['--ground', 'tida', '--received', '2027-03-27T22:00Z', '--country', 'Belgium'], 'two letters'],
    [['--received', '2027-03-27T22:00Z'], 'Give --ground'],
    [['--ground', 'tida'], 'Give --received'],
  ])('%j is refused, and it is said why', async (args, why) => {
    await expect(run(args)).rejects.toThrow(why)
    await expect(run(args)).rejects.toBeInstanceOf(InvalidInput)
  })

  test('a mistake ends with 2 and prints nothing', async () => {
    const { status, stdout, stderr } = await vigie(['deadline', '--ground', 'tida', '--received', '2027-03-27T22:00'])

    expect(stderr).toContain('offset from UTC')
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })
})
