import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aHash, aPicture } from '../installation.ts'
import { type Engine, engineKey, startTinEye } from '../peers/engines.ts'
import { type Hma, startHma } from '../peers/hma.ts'
import { type Service, startService } from '../service.ts'
import { until } from '../until.ts'
import { vigie } from './run.ts'

// Whole processes start and end here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const page = 'https://forum.example/thread/1'
const hash = aHash()
let service: Service
let engine: Engine
let bank: Hma
let person: { case: string; passphrase: string }

beforeAll(async () => {
  engine = await startTinEye()
  bank = await startHma()
  bank.banks.push({ name: 'BANK', contents: [{ id: 1, pdq: hash }] })
  service = await startService()
  const body = { statement: true, ageBand: 'adult', country: 'BE', lang: 'en', pictures: [aPicture([hash])] }
  const answer = await fetch(`${service.url}/api/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, locations: [page] }),
  })
  person = (await answer.json()) as typeof person
})

afterAll(async () => {
  for (const peer of [service, engine, bank]) await peer[Symbol.asyncDispose]()
})

const run = (args: string[], env: Record<string, string> = {}) =>
  vigie(args, {
    env: {
      VIGIE_URL: service.url,
      VIGIE_DATA: service.dataFolder,
      VIGIE_PASSPHRASE: person.passphrase,
      ...env,
    },
  })

test('an engine is added with its key, agreed to with an address, asked, and stopped', async () => {
  const added = await run(['channels', 'add', 'tineye', engine.url, '--secret', 'key=OUR_KEY'], { OUR_KEY: engineKey })
  const unasked = await run(['agree', person.case, 'tineye'])
  const agreed = await run(['agree', person.case, 'tineye', '--address', page])
  await until('the engine was asked', async () => engine.addresses().length > 0, { within: 20_000 })
  const stopped = await run(['agree', person.case, 'tineye', '--stop'])
  const listed = await run(['agree', person.case])

  expect(added.lines).toMatchObject([{ channel: expect.stringMatching(/^tineye-/), first: { problem: null } }])
  expect(unasked.status).toBe(2)
  expect(unasked.stderr).toContain('Name the public address')
  expect(agreed.stderr).toContain('TinEye, a company in Canada, receives the address')
  expect(agreed.lines).toMatchObject([{ case: person.case, agreed: { addresses: [page] } }])
  expect(engine.addresses()).toEqual([page])
  expect(stopped.lines).toMatchObject([{ agreed: null }])
  expect(listed.lines).toMatchObject([{ kind: 'tineye', agreed: null }])
})

test('a bank is asked once an organisation has confirmed the case, and not before', async () => {
  await run(['channels', 'add', 'hma', bank.url])
  const before = await run(['agree', person.case, 'hma'])
  const confirmed = await run(['confirm', person.case, '--organisation', 'Child Focus'])
  const agreed = await run(['agree', person.case, 'hma'])
  await until('the bank was asked', async () => bank.hashes().length > 0, { within: 20_000 })
  const withdrawn = await run(['confirm', person.case, '--withdraw'])

  expect([before.status, agreed.status]).toEqual([1, 0])
  expect(before.stderr).toContain('an organisation')
  expect(confirmed.lines).toEqual([{ case: person.case, confirmed: true, organisation: 'Child Focus' }])
  expect(bank.hashes()).toEqual([hash])
  expect(withdrawn.lines).toEqual([{ case: person.case, confirmed: false }])
})

test.each([
  [['confirm', '000-000-0000', '--organisation', 'X'], 1, 'There is no case of that number'],
  [['confirm', '000-000-0000'], 2, '--organisation NAME'],
  [['confirm', '000-000-0000', '--organisation', 'X', '--withdraw'], 2, '--organisation NAME'],
])('%j ends with %i and says what to write', async (args, status, says) => {
  const ended = await run(args)

  expect([ended.status, ended.stdout]).toEqual([status, ''])
  expect(ended.stderr).toContain(says)
})
