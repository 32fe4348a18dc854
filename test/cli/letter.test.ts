import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { type Command, readArguments } from '#cli/command.ts'
import { grounds as groundsCommand } from '#cli/commands/grounds.ts'
import { letter as letterCommand } from '#cli/commands/letter.ts'
import { plan as planCommand } from '#cli/commands/plan.ts'
import { InvalidInput } from '#core/errors.ts'
import { grounds } from '#knowledge/grounds/index.ts'
import { vigie } from './run.ts'

interface Printed {
  status: number
  stdout: string
  stderr: string
  lines: Record<string, unknown>[]
}

/** The command in this process: what it prints and says, and how it ends. */
async function run(name: string, command: Command, args: string[]): Promise<Printed> {
  const printed: Printed = { status: 0, stdout: '', stderr: '', lines: [] }
  printed.status = await command.run(readArguments(name, command, args), {
    environment: { VIGIE_DATA: '/nowhere' },
    async print(...values) {
      printed.lines.push(...values.map((value) => JSON.parse(JSON.stringify(value))))
    },
    async printText(text) {
      printed.stdout += text
    },
    say(text) {
      printed.stderr += `${text}\n`
    },
    signal: new AbortController().signal,
  })
  return printed
}

const address = 'https://discord.com/channels/11/22/33'
const letter = (...args: string[]) => run('letter', letterCommand, args)
const dsa16 = (...more: string[]) => letter('--location', address, '--ground', 'dsa16', '--lang', 'en', ...more)
const identity = ['--answer', 'dsa16.identity=Łukasz Đorđević, sam@example.org']

describe('vigie grounds', () => {
  test('prints a line for each law, with what a request must contain, by age', async () => {
    const adult = await run('grounds', groundsCommand, [])
    const minor = await run('grounds', groundsCommand, ['--age', '15', '--lang', 'nl'])
    const need = ({ lines }: Printed, id: string) =>
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
  const plan = (...args: string[]) => run('plan', planCommand, args)

  test('says who, in which order, under which law and why, in the language asked for', async () => {
    const { lines } = await plan(address, '--country', 'BE', '--lang', 'fr')

    expect(lines[0]).toMatchObject({ order: 1, when: 'now', ground: 'dsa16', route: 'dsa-form', sure: true })
    expect(lines[0]?.why).toMatch(/^\p{Lu}.*\.$/u)
  })

  test('starts with people and the hotline for somebody under 18', async () => {
    const { lines } = await plan(address, '--age', '16-17', '--lang', 'nl')

    expect(lines[0]).toMatchObject({ when: 'first', phone: '116 000', ground: null })
  })

  test('takes an address, a country and an age that there are', async () => {
    await expect(plan('nothing')).rejects.toBeInstanceOf(InvalidInput)
    await expect(plan(address, '--country', 'XX')).rejects.toBeInstanceOf(InvalidInput)
    await expect(plan(address, '--age', 'old')).rejects.toThrow(/16-17/)
  })
})

describe('vigie letter', () => {
  test('ends with 1, prints nothing and names what is missing with its question', async () => {
    const { status, stdout, stderr } = await vigie(['letter', '--location', address, '--ground', 'dsa16'])

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^dsa16\.identity: .*\?.*\n$/)
  })

  test('names what is missing for a machine as well', async () => {
    const { status, stdout, lines } = await letter('--location', address, '--ground', 'tida', '--format', 'json')

    expect([status, stdout]).toEqual([1, ''])
    expect(lines).toEqual([{ missing: ['tida.contact', 'tida.signature'] }])
  })

  test('gives the choices of a question that has some', async () => {
    const { stderr } = await letter('--location', address, '--ground', 'esaepd')

    expect(stderr).toMatch(/^esaepd\.tried: .*\? \(tried, exceptional\)$/m)
  })

  test('prints it with gaps as a draft', async () => {
    const { status, stdout } = await dsa16('--draft')

    expect(status).toBe(0)
    expect(stdout).toContain('Name: [your name]')
  })

  test('is whole once answered, as text, mail, JSON and XARF', async () => {
    const text = await dsa16(...identity)
    const mail = await dsa16(
      ...identity,
      ...['--format', 'eml', '--to', 'abuse@discord.example', '--with-xarf', '--reply-to', 'r-1@in.example'],
    )
    const json = await dsa16(...identity, '--format', 'json')
    const xarf = await dsa16(
      ...identity,
      ...['--format', 'xarf', '--organisation', 'NGO', '--contact', 'desk@ngo.example'],
    )

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
    expect(JSON.stringify(xarf.lines)).not.toMatch(/Łukasz|sam@/)
  })

  test('takes under every law what it asked for, and nothing more is missing then', async () => {
    for (const { id } of grounds)
      for (const age of ['adult', 'under-16']) {
        const place = ['--location', address, '--ground', id, '--lang', 'nl', '--age', age]
        const { status, stderr } = await letter(...place)
        const missing =
          status === 0 ? [] : [...stderr.matchAll(/^([a-z0-9.]+): /gm)].map(([, element]) => element ?? '')
        const answers = missing.flatMap((element) => [
          '--answer',
          `${element}=${/tried|owner|exposure|accuracy/.test(element) ? 'yes' : 'Sam Janssens, sam@example.org'}`,
        ])

        expect(await letter(...place, ...answers), `${id} ${age} ${missing}`).toMatchObject({ status: 0 })
      }
  })

  test('leaves out what must not be there, and says so', async () => {
    const { status, stdout, stderr } = await dsa16(
      ...identity,
      '--age',
      'under-16',
      '--answer',
      'dsa16.explanation=Zoë',
    )

    expect(status).toBe(0)
    expect(stdout).not.toMatch(/Łukasz|sam@|Zoë/)
    expect(stderr).toContain('dsa16.identity: must not be in this letter')
    expect(stderr).toContain('dsa16.explanation: the letter says it by itself')
  })

  test('puts several addresses of one host into one letter, and not those of two', async () => {
    const base = ['--ground', 'dsa16', ...identity, '--location', address]
    const both = await letter(...base, '--location', 'https://discord.gg/AbCdEf')

    expect(both.stdout).toMatch(/Address 1 of 2:\nhttps:\/\/discord\.com[\s\S]*Address 2 of 2:\nhttps:\/\/discord\.gg/)
    await expect(letter(...base, '--location', 'https://forum.example/a')).rejects.toThrow(/one host/)
  })

  test('speaks of one address only where there is one, and names the same one once', async () => {
    const [first, second] = ['https://forum.example/t/1', 'https://forum.example/t/2']
    const one =
      /at this address(?!:)|the address above|this page|cette adresse(?!\s*:)|l’adresse ci-dessus|dit adres(?!:)|het adres hierboven|dieser Adresse(?!:)|genannten Adresse/i
    for (const { id } of grounds)
      for (const lang of ['en', 'fr', 'nl', 'de'])
        for (const age of ['adult', '15']) {
          const base = ['--location', first, second, '--ground', id, '--lang', lang, '--age', age, '--draft']
          expect((await letter(...base)).stdout, `${id} ${lang} ${age}`).not.toMatch(one)
        }

    const twice = await letter('--location', first, first, `${first}#post`, '--ground', 'dsa16', ...identity)
    expect(twice.stdout.split(first)).toHaveLength(2)
  })

  test('speaks to a court, and of it, as letters do', async () => {
    const toHer = { en: /\byour lawyer\b/, fr: /\b(?:tu|ton|tes)\b/, nl: /\b(?:je|jouw)\b/, de: /\b(?:du|dein\w*)\b/ }
    for (const [lang, words] of Object.entries(toHer))
      for (const age of ['adult', '15']) {
        const { stdout } = await letter(
          '--location',
          address,
          '--ground',
          'be584',
          '--lang',
          lang,
          '--age',
          age,
          '--draft',
        )
        expect(stdout.replace(/\[[^\]]*\]/g, ''), lang).not.toMatch(words) // a gap is for her
      }
  })

  test('tells the key of a link to its host and to the court, and to nobody else', async () => {
    const keyed = [
      'https://mega.nz/folder/aBcD1234#k_k-1k_k-1',
      'https://www.dropbox.com/scl/fi/aBc123/a.mp4?rlkey=k_k-1k_k-1',
      'https://drive.google.com/file/d/1aBc_D/view?resourcekey=k_k-1k_k-1',
    ]
    const registrar = ['--recipient', 'Registrar', '--to', 'abuse@registrar.example']
    for (const url of keyed)
      for (const { id } of grounds)
        for (const more of [[], registrar, ['--step', 'authority'], ['--step', 'coordinator'], ['--step', 'ftc']]) {
          const said = { stdout: '', to: '' }
          for (const format of ['text', 'json', 'xarf']) {
            const args = ['--location', url, '--ground', id, '--draft', '--format', format, ...more]
            const printed = await letter(...args).catch(() => null) // a ground without that step
            const recipient = printed?.lines[0]?.recipient as { kind: string } | undefined
            said.to = recipient?.kind ?? said.to
            said.stdout += `${printed?.stdout}${JSON.stringify(printed?.lines)}`
          }
          if (['platform', 'court'].includes(said.to)) expect(said.stdout, `${id} ${more}`).toContain('k_k-1')
          else expect(said.stdout, `${id} ${more}`).not.toContain('k_k-1')
          if (more === registrar && id !== 'be584') expect(said.to).not.toBe('platform')
        }
  })

  test('writes for somebody else, and a later step to whoever is asked then', async () => {
    const agent = await dsa16('--on-behalf', '--organisation', 'Hulplijn', '--contact', 'desk@ngo.example')
    const sent = ['--answer', 'sent-before=2026-11-20']
    const reminder = await dsa16(...identity, '--step', 'reminder', ...sent)
    const coordinator = await dsa16(...identity, '--step', 'coordinator', ...sent, '--answer', 'refused=2026-11-22')

    expect(agent.stdout).toContain('a person for whom I act')
    expect(agent.stdout).toContain('Organisation: Hulplijn')
    expect(reminder.stdout).toContain('on 20 November 2026')
    expect(coordinator.stdout).toMatch(/^To: BIPT/m)
    expect(coordinator.stdout).toContain('to Discord Trust & Safety on 20 November 2026')
    expect(coordinator.stdout).toContain('refused on 22 November 2026')
  })

  test.each([
    ['no place', ['--ground', 'dsa16'], 'where it is'],
    ['no address', ['--location', 'nothing', '--ground', 'dsa16'], 'is no address'],
    ['no such law', ['--location', address, '--ground', 'dsa17'], '--ground is one of'],
    ['no such element', ['--location', address, '--ground', 'dsa16', '--answer', 'dsa16.shoe=42'], 'has no element'],
    ['no pair', ['--location', address, '--ground', 'dsa16', '--answer', 'dsa16.identity'], 'ELEMENT=VALUE'],
    ['no such format', ['--location', address, '--ground', 'dsa16', '--format', 'fax'], '--format is one of'],
    ['no such step', ['--location', address, '--ground', 'dsa16', '--step', 'ftc'], 'reminder'],
    ['a broken address', ['--location', address, '--ground', 'dsa16', '--to', 'https://a.example/\nb'], '--to'],
    ['a secret key', ['--location', address, '--ground', 'dsa16', '--name', `nsec1${'q'.repeat(58)}`], 'to nobody'],
    ['no day', ['--location', address, '--ground', 'dsa16', '--answer', 'sent-before=soon'], '2026-11-20'],
  ])('is used wrongly with %s', async (_, args, why) => {
    await expect(letter(...args)).rejects.toThrow(why)
    await expect(letter(...args)).rejects.toBeInstanceOf(InvalidInput)
  })
})
