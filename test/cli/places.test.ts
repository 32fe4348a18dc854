import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anEntity, startRegister } from '../peers/rdap.ts'
import { aPage, startWebHost, type WebHost } from '../peers/web-host.ts'
import { vigie } from './run.ts'

let folder: string
let host: WebHost
const env = () => ({ VIGIE_DATA: folder, VIGIE_ALLOW_NETS: '127.0.0.0/8' })
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigie-places-'))
  host = await startWebHost()
  host.set(
    '/album/7',
    aPage('Summer', '<p>Twelve pictures of a week at the lake.</p><a href="mailto:desk@site.example">Write to us</a>'),
  )
})
afterAll(async () => {
  await host[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

describe('vigie alive', () => {
  test('prints one line, without a running service', async () => {
    const { status, lines } = await vigie(['alive', `${host.origin}/album/7`], { env: env() })

    expect(status).toBe(0)
    const { port } = new URL(host.origin)
    expect(lines).toEqual([
      {
        platform: 'website',
        id: `url:127.0.0.1:${port}/album/7`,
        url: `https://127.0.0.1:${port}/album/7`,
        state: 'up',
        sign: '200',
      },
    ])
  })

  test('says that one sign is not enough', async () => {
    const { lines, stderr } = await vigie(['alive', `${host.origin}/gone`], { env: env() })

    expect(lines).toMatchObject([{ state: 'gone', sign: '404' }])
    expect(stderr).toMatch(/Look again in an hour/)
  })

  test('keeps to public addresses unless the operator allows others', async () => {
    host.asked.length = 0

    const { status, lines } = await vigie(['alive', `${host.origin}/album/7`], { env: { VIGIE_DATA: folder } })

    expect(status).toBe(0)
    expect(lines).toMatchObject([{ state: 'unknown', sign: 'refused' }])
    expect(host.asked).toEqual([])
  })

  test('for somebody under 18 asks nothing of a page; what is no address is wrong use', async () => {
    host.asked.length = 0

    const minor = await vigie(['alive', `${host.origin}/album/7`, '--minor'], { env: env() })
    const wrong = await vigie(['alive', 'nothing'], { env: env() })

    expect(minor.lines).toMatchObject([{ state: 'unknown' }])
    expect(host.asked).toEqual([])
    expect(wrong.status).toBe(2)
  })
})

test('vigie who asks the registers that the operator’s lists name, and tells what it could not ask', async () => {
  await using register = await startRegister()
  register.answer('/ip/127.0.0.1', {
    name: 'HOST-NET',
    entities: [anEntity(['abuse'], 'Desk', ['abuse@host.example'])],
  })
  await mkdir(join(folder, 'rdap'), { recursive: true })
  await writeFile(
    join(folder, 'rdap', 'ipv4.json'),
    JSON.stringify({ version: '1.0', services: [[['127.0.0.0/8'], [`${register.origin}/`]]] }),
  )

  const { status, lines } = await vigie(['who', `${host.origin}/album/7`], { env: env() })
  await writeFile(join(folder, 'rdap', 'ipv4.json'), '{"services":7}')
  const broken = await vigie(['who', `${host.origin}/album/7`], { env: env() })

  expect(status).toBe(0)
  expect(lines.map(({ from, address }) => [from, address])).toEqual([
    ['page', 'desk@site.example'],
    ['address-register', 'abuse@host.example'],
  ])
  expect(broken.status).toBe(2)
  expect(broken.stderr).toContain('ipv4.json')
  await rm(join(folder, 'rdap'), { recursive: true })
})

test('vigie platforms lists every place with its routes, as the operator has put them right', async () => {
  const file = join(folder, 'overrides.json')
  await writeFile(
    file,
    JSON.stringify({
      routes: { discord: { 'report-form': { form: 'https://discord.com/new', checked: '2020-01-01' } } },
    }),
  )

  const { status, lines } = await vigie(['platforms'], { env: env() })
  await writeFile(file, JSON.stringify({ routes: { discord: { 'report-form': { checked: 'soon' } } } }))
  const broken = await vigie(['platforms'], { env: env() })
  await rm(file)

  expect(status).toBe(0)
  expect(lines.map(({ platform }) => platform)).toContain('website')
  const discord = lines.find(({ platform }) => platform === 'discord')
  expect(discord?.routes).toContainEqual(
    expect.objectContaining({ id: 'report-form', to: { form: 'https://discord.com/new' }, stale: true }),
  )
  expect(broken.status).toBe(2)
  expect(broken.stderr).toMatch(/overrides\.json: routes\.discord\.report-form\.checked: write the day as 2027-01-31/)
})
