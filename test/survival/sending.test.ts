import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { locationKey } from '#core/location/index.ts'
import { type Case, hashPassphrase, insertCase, prepareCase, readCase, withdrawCase } from '#store/cases.ts'
import { placeRef } from '#store/finds.ts'
import { insertRequests, readRequests, setAnswers } from '#store/requests.ts'
import { grantSending, queueSending, readSendings } from '#store/sendings.ts'
import { openStore, type Store } from '#store/store.ts'
import { freshDatabase } from '../database.ts'
import { startMailServer } from '../peers/mail-server.ts'
import { type Service, startService } from '../service.ts'
import { until } from '../until.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }
const route = 'abuse-mail'

/** Somebody with a letter in the outbox. */
async function letterOf(store: Store, n: number): Promise<Case> {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes))
  const fresh = await prepareCase(store, random)
  const at = new Date()
  const of = { ageBand: 'adult', country: 'BE', lang: 'en', mail: null, createdAt: at } as const
  const passphraseHash = await hashPassphrase(fresh.passphrase)
  await store.transaction((tx) => insertCase(store, tx, { ...fresh, ...of, passphraseHash }))
  const told = await readCase(store, fresh.id)
  const url = `https://leak.example/p/${n}`
  const location = { platform: 'website', kind: 'page', id: `leak.example/p/${n}`, url }
  const place = placeRef(store.keys, told.id, locationKey(location))
  const request = { placeRef: place, route, ground: 'dsa16', location, found: null }
  await insertRequests(store.db, told, [request], { practice: false, at })
  const [prepared] = await readRequests(store, told)
  await setAnswers(store.db, told, prepared!, { 'dsa16.identity': 'Ada Example, ada@her.example' }, at)
  await grantSending(store.db, told, { platform: 'website', route, words: 'Send it for me.', since: at })
  const letter = { requestId: prepared!.id, to: 'abuse@leak.example', lang: 'en' } as const
  await queueSending(store.db, told, letter, at)
  return told
}

test('a worker killed at the very moment a letter is accepted: it is not sent again, and the next one is', {
  timeout: 240_000,
}, async () => {
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await freshDatabase())
  const dataFolder = await mkdtemp(join(tmpdir(), 'vigie-sending-'))
  opened.defer(() => rm(dataFolder, { recursive: true, force: true }))
  const mail = opened.use(await startMailServer())
  const store = opened.use(await openStore({ databaseUrl: database.url, dataFolder, log }))
  const env = {
    DATABASE_URL: database.url,
    SMTP_URL: mail.url,
    MAIL_FROM: 'Almanac <post@almanac.example>',
    VIGIE_MAIL_DOMAIN: 'in.example',
  }
  let service: Service | undefined
  let kill = true
  mail.beforeAnswer = async () => {
    if (kill) await service?.kill()
  }
  const start = async () => {
    service = opened.use(await startService({ mode: 'worker', env, dataFolder }))
  }
  const stateOf = async (of: Case) => (await readSendings(store.db, of)).map(({ state }) => state)

  await start()
  const first = await letterOf(store, 1)
  await mail.received(1)
  kill = false
  await start()
  await until('nobody knows of the first', async () => (await stateOf(first))[0] === 'unconfirmed', { within: 60_000 })
  const second = await letterOf(store, 2)
  await until('the second is sent', async () => (await stateOf(second))[0] === 'sent', { within: 60_000 })

  expect(mail.mails).toHaveLength(2)
  expect((await readRequests(store, first))[0]?.state).toBe('prepared')
  expect((await readRequests(store, second))[0]?.state).toBe('sent')
})

test('killed at random points, with one who withdraws: each letter goes once, and none of hers after she has left', {
  timeout: 240_000,
}, async () => {
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await freshDatabase())
  const dataFolder = await mkdtemp(join(tmpdir(), 'vigie-sending-'))
  opened.defer(() => rm(dataFolder, { recursive: true, force: true }))
  const mail = opened.use(await startMailServer())
  const store = opened.use(await openStore({ databaseUrl: database.url, dataFolder, log }))
  const env = { DATABASE_URL: database.url, SMTP_URL: mail.url, VIGIE_MAIL_DOMAIN: 'in.example' }
  const people: Case[] = []
  for (let n = 0; n < 6; n++) people.push(await letterOf(store, n))
  const leaves = await letterOf(store, 99)
  await withdrawCase(store, leaves.id)

  for (let round = 1; round <= 2; round++) {
    const service = opened.use(await startService({ mode: 'worker', env, dataFolder }))
    await mail.received(round * 2)
    await service.kill()
  }
  const last = opened.use(await startService({ mode: 'worker', env, dataFolder }))
  const states = async () => (await Promise.all(people.map((of) => readSendings(store.db, of)))).flat()
  const isOver = async () => (await states()).every(({ state }) => state === 'sent' || state === 'unconfirmed')
  await until('every letter is settled', isOver, { within: 60_000 })

  const sent = mail.mails.map(({ messageId }) => messageId)
  expect(new Set(sent).size).toBe(sent.length)
  expect(mail.mails.filter(({ text }) => text?.includes('/p/99'))).toEqual([])
  for (const { id, state } of await states()) if (state === 'sent') expect(sent).toContain(`<${id}@in.example>`)
  expect(await last.stop()).toBe(0)
})
