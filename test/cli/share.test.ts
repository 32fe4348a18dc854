import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aPicture } from '../installation.ts'
import { openHashReader } from '../peers/hash-reader.ts'
import { type Service, startService } from '../service.ts'
import { vigie } from './run.ts'

// Whole processes start and end here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service[Symbol.asyncDispose]())

const run = (args: string[], env: Record<string, string> = {}) =>
  vigie(args, { env: { VIGIE_URL: service.url, VIGIE_DATA: service.dataFolder, ...env } })

async function enrol(ageBand: string): Promise<{ case: string; passphrase: string }> {
  const body = { statement: true, ageBand, country: 'BE', lang: 'en', pictures: [aPicture()] }
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${service.url}/api/cases`, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await answer.json()) as { case: string; passphrase: string }
}

test('a platform is let in, a case shares with it and stops, and its key ends', async () => {
  const person = await enrol('adult')
  const secret = { VIGIE_PASSPHRASE: person.passphrase }
  const early = await run(['share', person.case], secret)
  const added = await run(['exchange', 'add', 'Example Platform'])
  const [{ reader = '', user = '', key = '', root = '' } = {}] = added.lines as Record<string, string>[]
  const platform = openHashReader((path, init) => fetch(root + path, init), { user, key })

  const other = await run(['share', person.case, '--with', 'Nowhere'], secret)
  const shared = await run(['share', person.case, '--with', 'Example Platform'], secret)
  await platform.fetch(new Date(Date.now() + 60_000))
  const held = platform.bank.size
  const stopped = await run(['share', person.case, '--stop'], secret)
  await platform.fetch(new Date(Date.now() + 120_000))
  const listed = await run(['exchange'])
  await run(['exchange', 'remove', reader])

  expect([early.status, other.status]).toEqual([2, 2])
  expect(other.stderr).toContain('"Nowhere" is no platform that reads from this installation: Example Platform.')
  expect(shared.stderr).toContain('For each picture two lines leave this service')
  expect(shared.lines).toMatchObject([{ case: person.case, agreed: { items: 1 }, readers: ['Example Platform'] }])
  expect([held, platform.bank.size]).toEqual([1, 0])
  expect(stopped.lines).toEqual([{ case: person.case, agreed: null }])
  expect(listed.lines).toMatchObject([{ reader, name: 'Example Platform', readAt: expect.any(String) }])
  expect(listed.stdout).not.toContain(key)
  await expect(platform.fetch(new Date(Date.now() + 180_000))).rejects.toThrow('401')
})

test('a minor’s case is led to Take It Down', async () => {
  const person = await enrol('16-17')

  const { status, stderr } = await run(['share', person.case], { VIGIE_PASSPHRASE: person.passphrase })

  expect(status).toBe(1)
  expect(stderr).toContain('https://takeitdown.ncmec.org')
})
