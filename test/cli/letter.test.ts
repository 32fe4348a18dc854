import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { grounds } from '#knowledge/grounds/index.ts'
import { vigie } from './run.ts'

const address = 'https://discord.com/channels/11/22/33'
const letter = (...more: string[]) =>
  vigie(['letter', '--location', address, '--ground', 'dsa16', '--lang', 'en', ...more])
const identity = ['--answer', 'dsa16.identity=Łukasz Đorđević, sam@example.org']

describe('vigie grounds', () => {
  test('prints a line for each law, with what a request must contain, by age', async () => {
    const [adult, minor] = await Promise.all([
      vigie(['grounds']),
      vigie(['grounds', '--age', 'under-16', '--lang', 'nl']),
    ])
    const need = ({ lines }: typeof adult, id: string) =>
      lines.flatMap(({ elements }) => elements as { id: string; need: string }[]).find((element) => element.id === id)
        ?.need

    expect(adult.lines.map(({ id }) => id)).toEqual(grounds.map(({ id }) => id))
    for (const line of adult.lines) expect(Object.keys(line)).toEqual(['id', 'title', 'elements', 'sources'])
    expect(need(adult, 'dsa16.identity')).toBe('required')
    expect(need(minor, 'dsa16.identity')).toBe('absent')
    expect(need(adult, 'dsa16.nocopy')).toBe('absent')
  })
})

describe('vigie plan', () => {
  test('says who, in which order, under which law and why, in the language asked for', async () => {
    const { status, lines } = await vigie(['plan', address, '--country', 'BE', '--lang', 'fr'])

    expect(status).toBe(0)
    expect(lines[0]).toMatchObject({ order: 1, when: 'now', ground: 'dsa16', route: 'dsa-form', sure: true })
    expect(lines[0]?.why).toMatch(/^\p{Lu}.*\.$/u)
  })

  test('starts with people and the hotline for somebody under 18', async () => {
    const { lines } = await vigie(['plan', address, '--age', '16-17', '--lang', 'nl'])

    expect(lines[0]).toMatchObject({ when: 'first', phone: '116 000', ground: null })
  })

  test('takes an address alone', async () => {
    expect(await vigie(['plan', 'nothing'])).toMatchObject({ status: 2, stdout: '' })
    expect(await vigie(['plan', address, '--country', 'XX'])).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('vigie letter', () => {
  test('prints nothing where something is missing, and says what, with its question', async () => {
    const { status, stdout, stderr } = await letter()

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^dsa16\.identity: .*\?/)
  })

  test('prints it with gaps as a draft', async () => {
    const { status, stdout } = await letter('--draft')

    expect(status).toBe(0)
    expect(stdout).toContain('Name: [your name]')
  })

  test('is whole once answered, as text, mail, JSON and XARF', async () => {
    const [text, mail, json, xarf] = await Promise.all([
      letter(...identity),
      letter(
        ...identity,
        '--format',
        'eml',
        '--to',
        'abuse@discord.example',
        '--with-xarf',
        '--reply-to',
        'r-1@in.example',
      ),
      letter(...identity, '--format', 'json'),
      letter(...identity, '--format', 'xarf', '--organisation', 'NGO', '--contact', 'desk@ngo.example'),
    ])

    expect([text, mail, json, xarf].map(({ status }) => status)).toEqual([0, 0, 0, 0])
    expect(text.stdout).toContain('Name: Łukasz Đorđević\nEmail: sam@example.org')
    const parsed = await simpleParser(mail.stdout)
    expect(parsed.text).toContain('Email: r-1@in.example')
    expect(parsed.to).toMatchObject({ text: 'abuse@discord.example' })
    expect(parsed.replyTo).toMatchObject({ text: 'r-1@in.example' })
    expect(parsed.attachments.map(({ filename }) => filename)).toEqual(['xarf.json'])
    expect(json.lines[0]).toMatchObject({ format: 'vigie-letter', ground: { id: 'dsa16' }, missing: [] })
    expect(xarf.lines[0]).toMatchObject({
      xarf_version: '4.2.0',
      reporter: { org: 'NGO', contact: 'desk@ngo.example' },
    })
    expect(xarf.stdout).not.toMatch(/Łukasz|sam@/)
  })

  test('leaves out what must not be there, and says so', async () => {
    const { status, stdout, stderr } = await letter(...identity, '--age', 'under-16')

    expect(status).toBe(0)
    expect(stdout).not.toMatch(/Łukasz|sam@/)
    expect(stderr).toContain('dsa16.identity: must not be in this letter')
  })

  test('puts several addresses of one host into one letter, and not those of two', async () => {
    const base = ['letter', '--ground', 'dsa16', ...identity, '--location', address]
    const [both, two] = await Promise.all([
      vigie([...base, 'https://discord.gg/AbCdEf']),
      vigie([...base, '--location', 'https://forum.example/a']),
    ])

    expect(both.stdout).toMatch(/Address 1 of 2:\nhttps:\/\/discord\.com[\s\S]*Address 2 of 2:\nhttps:\/\/discord\.gg/)
    expect(two).toMatchObject({ status: 2, stdout: '' })
  })

  test('writes for somebody, and a later step', async () => {
    const [agent, step, none] = await Promise.all([
      letter('--on-behalf', '--organisation', 'Hulplijn', '--answer', 'dsa16.identity=Hulplijn, desk@ngo.example'),
      letter(...identity, '--step', 'reminder', '--answer', 'sent-before=2026-11-20'),
      letter(...identity, '--step', 'ftc'),
    ])

    expect(agent.stdout).toContain('a person for whom I act')
    expect(step.stdout).toContain('on 20 November 2026')
    expect(none).toMatchObject({ status: 2, stdout: '' })
  })

  test.each([
    ['no place', ['letter', '--ground', 'dsa16']],
    ['no such law', ['letter', '--location', address, '--ground', 'dsa17']],
    ['no such element', ['letter', '--location', address, '--ground', 'dsa16', '--answer', 'dsa16.shoe=42']],
    ['no pair', ['letter', '--location', address, '--ground', 'dsa16', '--answer', 'dsa16.identity']],
  ])('is used wrongly with %s', async (_, args) => {
    expect(await vigie(args)).toMatchObject({ status: 2, stdout: '' })
  })
})
