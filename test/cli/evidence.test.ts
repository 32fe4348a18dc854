import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTimestampAuthority, type TimestampAuthority } from '../peers/timestamp-authority.ts'
import { type Service, startService } from '../service.ts'
import { vigie } from './run.ts'

// Whole processes start and end here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let service: Service
let authority: TimestampAuthority
let folder: string
let person: { case: string; passphrase: string }
beforeAll(async () => {
  authority = await startTimestampAuthority({ now: Date.UTC(2026, 10, 24, 13) })
  service = await startService({ env: { VIGIE_TIMESTAMP_URL: authority.url } })
  folder = await mkdtemp(join(tmpdir(), 'vigie-evidence-'))
  const locations = ['https://discord.gg/AbCdEf12']
  const body = { statement: true, ageBand: 'adult', country: 'BE', lang: 'fr', locations }
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${service.url}/api/cases`, { method: 'POST', headers, body: JSON.stringify(body) })
  person = (await answer.json()) as typeof person
})
afterAll(async () => {
  await service[Symbol.asyncDispose]()
  await authority.stop()
  await rm(folder, { recursive: true, force: true })
})

const pack = (out: string, ...args: string[]) =>
  vigie(['evidence', person.case, '--out', join(folder, out), ...args], {
    env: { VIGIE_URL: service.url, VIGIE_DATA: service.dataFolder, VIGIE_PASSPHRASE: person.passphrase },
  })

/** Nothing but the file: no service, no data folder. */
const verify = (...args: string[]) => vigie(['verify', ...args], { env: { VIGIE_URL: 'http://127.0.0.1:9' } })

test('a pack is written, stamped, and checked by whichever of its files is named', async () => {
  authority.fault = null
  const made = await pack('good', '--lang', 'nl')
  const [{ json = '', pdf = '', key = '' } = {}] = made.lines as Record<string, string>[]
  const zip = join(folder, 'pack.zip')
  await writeFile(zip, zipSync({ 'pack.json': await readFile(json), 'pack.pdf': await readFile(pdf) }))

  const checks = [await verify(json), await verify(pdf), await verify(join(folder, 'good')), await verify(zip)]
  const known = await verify(json, '--key', key.replaceAll(' ', ''))
  const unknown = await verify(json, '--key', `0000${key.slice(4)}`)

  expect(made).toMatchObject({ status: 0, lines: [{ timestamp: 'given' }] })
  expect((await stat(json)).mode & 0o077).toBe(0)
  expect(authority.asked.every((bytes) => bytes < 100)).toBe(true)
  for (const { status, lines } of checks) {
    expect(status).toBe(0)
    expect(lines).toMatchObject([
      {
        ok: true,
        problems: [],
        pdf: 'fits',
        key,
        timestamp: { at: '2026-11-24T13:00:00.000Z', authority: 'Made-up Time Authority' },
      },
    ])
  }
  expect(known.status).toBe(0)
  expect(unknown).toMatchObject({ status: 1, lines: [{ ok: false, problems: ['key'] }] })
})

test('a changed pack fails with what does not fit; what is no pack is wrong use', async () => {
  authority.fault = null
  const [{ json = '', pdf = '' } = {}] = (await pack('changed')).lines as Record<string, string>[]
  const [text, paper] = [await readFile(json, 'utf8'), await readFile(pdf)]
  const other = join(folder, 'other.json')
  await writeFile(other, '{"some": "thing"}')

  await writeFile(json, text.replace('AbCdEf12', 'AbCdEf13'))
  const values = await verify(json)
  await writeFile(json, text.slice(0, -20))
  const torn = await verify(json)
  await writeFile(json, text)
  await writeFile(pdf, Buffer.concat([paper, Buffer.from('\n')]))
  const longer = await verify(pdf)
  await rm(pdf)
  const alone = await verify(json)
  const none = await verify(other)
  const nowhere = await verify(join(folder, 'nowhere.json'))

  expect(values).toMatchObject({ status: 1, lines: [{ ok: false, problems: expect.arrayContaining(['signature']) }] })
  expect(torn).toMatchObject({ status: 1, lines: [{ ok: false, problems: expect.arrayContaining(['form']) }] })
  expect(longer).toMatchObject({ status: 1, lines: [{ ok: false, problems: ['pdf'] }] })
  expect(longer.stderr).toContain('The PDF is not the one that was made with it.')
  expect(alone).toMatchObject({ status: 0, lines: [{ ok: true, pdf: 'not given' }] })
  expect([none.status, nowhere.status]).toEqual([2, 2])
})

test('an authority that is silent or wrong holds no pack up, and an older pack stays', async () => {
  authority.fault = 'other-message'

  const first = await pack('twice')
  authority.fault = 'refuses'
  const second = await pack('twice')

  expect(first).toMatchObject({ status: 0, lines: [{ timestamp: 'failed' }] })
  expect(first.stderr).toContain('did not answer')
  expect(second.status).toBe(0)
  expect((await readdir(join(folder, 'twice'))).sort()).toEqual(['pack-2.json', 'pack-2.pdf', 'pack.json', 'pack.pdf'])
  expect(await verify(join(folder, 'twice', 'pack-2.pdf'))).toMatchObject({ status: 0, lines: [{ timestamp: null }] })
})

test('what is asked for wrongly is said before anything is asked of the service', async () => {
  const [nowhere, whom] = [await vigie(['evidence', '482-917-3056']), await pack('x', '--for', 'neighbour')]

  expect([nowhere.status, whom.status]).toEqual([2, 2])
  expect(whom.stderr).toContain('police, lawyer, court, institute')
})
