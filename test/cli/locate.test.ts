import { describe, expect, test } from 'vitest'
import { vigie } from './run.ts'

const invite = { platform: 'discord', id: 'invite:AbCdEf', url: 'https://discord.gg/AbCdEf', via: null }
const page = { platform: 'website', id: 'url:example.org/a', url: 'https://example.org/a' }
const copy = 'https://web.archive.org/web/2024/https://example.org/a'

describe('vigie locate', () => {
  test('prints a line for each place in the text, in order, without a running service', async () => {
    const { status, stdout } = await vigie(['locate', `look: discord[.]gg/AbCdEf, and ${copy}.`])

    expect(stdout).toBe(`${JSON.stringify(invite)}\n${JSON.stringify({ ...page, via: copy })}\n`)
    expect(status).toBe(0)
  })

  test('prints nothing where there is no place, and takes a text without quotes', async () => {
    expect(await vigie(['locate', 'nothing here'])).toMatchObject({ status: 0, stdout: '' })
    expect((await vigie(['locate', 'see', 'discord.gg/AbCdEf', 'please'])).lines).toEqual([invite])
  })

  test('says that a secret key was left out, and prints no letter of it', async () => {
    const key = `nsec1${'q'.repeat(58)}`

    const { stdout, stderr } = await vigie(['locate', `discord.gg/AbCdEf ${key}`])

    expect(stdout).toBe(`${JSON.stringify(invite)}\n`)
    expect(stderr).toContain('left out')
    expect(stderr).not.toContain('qqq')
  })

  test('reads a JSON string a line and prints an array a line', async () => {
    const input = [JSON.stringify('discord.gg/AbCdEf\nexample.org/a'), '""', '"no place"\r'].join('\n')

    const { status, stdout } = await vigie(['locate'], { input })

    expect(stdout.split('\n').map((line) => line && JSON.parse(line))).toEqual([
      [invite, { ...page, via: null }],
      [],
      [],
      '',
    ])
    expect(status).toBe(0)
  })

  test('gives an empty array and a message for a line that is no JSON string, goes on, and ends with 2', async () => {
    const tooLong = `"${'x'.repeat(2_100_000)}"`
    const input = ['discord.gg/AbCdEf', '{"a":1}', '', tooLong, '"discord.gg/AbCdEf"', '"cut'].join('\n')

    const { status, stdout, stderr } = await vigie(['locate'], { input })

    expect(stdout).toBe(`[]\n[]\n[]\n[]\n${JSON.stringify([invite])}\n[]\n`)
    for (const line of [1, 2, 3, 4, 6]) expect(stderr).toContain(`Line ${line} `)
    expect(status).toBe(2)
  })
})
