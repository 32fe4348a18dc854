import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findChromium } from '#worker/net/chromium.ts'
import { type Installation, startInstallation } from '../installation.ts'
import { startListing, type TestListing } from '../peers/listing.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let vigie: Installation
let listing: TestListing
let channel: string
beforeAll(async () => {
  const cache = fileURLToPath(new URL('../../node_modules/.cache/vigie-chromium', import.meta.url))
  await findChromium({ folder: cache })
  vigie = await startInstallation()
  await symlink(cache, join(vigie.dataFolder, 'chromium'))
  listing = await startListing()
  listing.add({ name: 'first' })
  channel = await vigie.addChannel('recipe', listing.url, { recipe: 'gallery' })
})
afterAll(async () => {
  await vigie[Symbol.asyncDispose]()
  await listing[Symbol.asyncDispose]()
})

async function publish(name: string): Promise<void> {
  listing.add({ name, title: name })
  await vigie.poll(channel)
  await vigie.idle()
}

test.each(['adult', 'under-16'] as const)(
  'a folder filed under her name is told to her (%s), with a caution and no request',
  async (ageBand) => {
    const person = await vigie.enrol({ ageBand, names: [`Zoë ${ageBand === 'adult' ? 'Vermeulen' : 'Peeters'}`] })
    const other = await vigie.enrol({ ageBand, names: ['Zoë Verstraeten'] })

    await publish(ageBand === 'adult' ? 'Vermeulen_Zoe_2019' : 'PeetersZoe')

    const alerts = await person.inbox()
    expect(alerts.flatMap((alert) => alert.matches)).toMatchObject([{ kind: 'name', distance: 0 }])
    expect(alerts.flatMap((alert) => alert.requests)).toEqual([])
    expect(await other.inbox()).toEqual([])
  },
)

test('once she says that it is her, the request is there', async () => {
  const person = await vigie.enrol({ names: ['Zoë Janssens'] })
  await publish('zoe_janssens')
  const [alert] = await person.inbox()
  const token = await person.signIn()

  const match = alert?.matches[0]?.id
  const answer = await vigie.ask(`/case/matches/${match}/answer`, { method: 'POST', token, body: { answer: 'me' } })

  expect(answer.status).toBe(204)
  expect((await person.inbox())[0]?.requests.length).toBeGreaterThan(0)
})

test('what was published before she came is found, too', async () => {
  await publish('Zoe van den Broeck')

  const person = await vigie.enrol({ names: ['Zoë Van den Broeck'] })
  await vigie.idle()

  expect((await person.inbox()).flatMap((alert) => alert.matches)).toMatchObject([{ kind: 'name' }])
})

test('the case says how many names are watched and not which; none is watched any more when she says so', async () => {
  const person = await vigie.enrol({ names: ['Zoë Maes', 'Zoë Claes'] })
  const before = await person.view()
  const token = await person.signIn()

  const answer = await vigie.ask('/case/names', { method: 'DELETE', token })
  await publish('Zoe Maes')

  expect([before.names, answer.status, (await person.view()).names]).toEqual([2, 204, 0])
  expect(await person.inbox()).toEqual([])
  expect(JSON.stringify(before)).not.toMatch(/Maes|Claes/i)
})

test('a name of one word is refused, with what to write instead', async () => {
  await expect(vigie.enrol({ names: ['Madonna'] })).rejects.toThrow(/first and last name/)
})

test('the site never hears a name that is watched, and no log line holds one', async () => {
  await vigie.enrol({ names: ['Hermione Quisquater'] })
  await publish('nobody')

  expect(listing.site.heard()).not.toMatch(/hermione|quisquater/i)
  expect(JSON.stringify(vigie.logged)).not.toMatch(/hermione|quisquater/i)
})
