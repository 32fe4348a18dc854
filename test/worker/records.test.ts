import { expect, test } from 'vitest'
import { verifyAudit, verifyChain } from '#core/record/index.ts'
import { giveMandate } from '#store/mandates.ts'
import { readAudit, readAuditHead, readRecord } from '#store/record.ts'
import { revokeSending } from '#store/sendings.ts'
import { day, startAsking } from '../asking.ts'

test('what she agrees to, whom she mandates and what is sent for her stands in the record, word by word', async () => {
  await using asking = await startAsking()
  const { of, vigie } = asking
  const given = {
    kind: 'agent' as const,
    name: 'Cas Worker',
    organisation: 'A Helping Hand',
    contact: null,
    scope: { grounds: ['dsa16'], recipients: null, locations: null },
    from: asking.now(),
    until: null,
    how: 'in-writing' as const,
    words: 'They may ask for me.',
  }
  await giveMandate(vigie.store.db, of, given, asking.now())
  await asking.send()
  const { location, route } = await asking.request()
  await revokeSending(vigie.store.db, of, { platform: location.platform, route }, asking.now())

  const record = await readRecord(vigie.store.db, of)

  const factsOf = (kind: string) => record.filter((entry) => entry.kind === kind).map(({ facts }) => facts)
  expect(factsOf('mandate.given')).toMatchObject([{ name: 'Cas Worker', words: 'They may ask for me.' }])
  expect(factsOf('consent.granted')).toEqual([{ purpose: `send:website:${route}`, words: 'Send it for me.' }])
  expect(factsOf('consent.revoked')).toEqual([{ purpose: `send:website:${route}` }])
  const digest = expect.stringMatching(/^[0-9a-f]{64}$/)
  expect(factsOf('sending.sent')).toMatchObject([{ to: 'desk@host.example', digest }])
  expect(factsOf('request.sent')).toMatchObject([{ by: 'service', receipt: 'mail-server', locations: [location.url] }])
  // What she wrote is hers: that it changed is enough.
  expect(JSON.stringify(record)).not.toContain('her.example')
})

test('an entry that was changed, or taken out, in the database is found', async () => {
  await using asking = await startAsking({ worker: false })
  const { of, vigie } = asking
  await asking.ready()
  const record = await readRecord(vigie.store.db, of)
  expect(record.length).toBeGreaterThan(3)

  await expect(vigie.store.pool.query('update records set seq = seq + 10')).rejects.toThrow(/never changed/)
  await expect(vigie.store.pool.query('delete from audit')).rejects.toThrow(/never changed/)
  await expect(vigie.store.pool.query('truncate audit')).rejects.toThrow(/never changed/)
  await vigie.store.pool.query('delete from records where seq = 2')

  expect((await verifyChain(record)).ok).toBe(true)
  expect((await verifyChain(await readRecord(vigie.store.db, of))).ok).toBe(false)
})

test('many changes at once are one chain, of each case and of the installation', async () => {
  await using asking = await startAsking({ worker: false })
  const { of, vigie } = asking

  await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      n % 3 === 0
        ? vigie.enrol({ locations: [`https://leak.example/p/${n}`] })
        : asking.ready(n % 2 ? 'dsa16' : 'tida'),
    ),
  )

  expect(await verifyChain(await readRecord(vigie.store.db, of))).toEqual({ ok: true })
  const { seq, hash } = await readAuditHead(vigie.store.db)
  const links = await readAudit(vigie.store.db, { from: 1, to: seq })
  expect(await verifyAudit(links)).toEqual({ ok: true })
  expect(links.at(-1)?.hash).toBe(hash)
})

test('a withdrawal takes the record, the mandates and the letters with it; the chain stays, and says nothing', async () => {
  await using asking = await startAsking()
  const { vigie, of, person } = asking
  await asking.send()
  const before = await readAuditHead(vigie.store.db)

  await vigie.ask('/case', { method: 'DELETE', token: await person.signIn() })
  await asking.pass(2 * day)

  for (const table of ['requests', 'request_places', 'records', 'mandates', 'sendings', 'consents', 'tidings'] as const)
    expect(await vigie.store.db.selectFrom(table).selectAll().execute(), table).toEqual([])
  const rows = await vigie.store.db.selectFrom('audit').selectAll().execute()
  expect(rows).toHaveLength(before.seq)
  expect(JSON.stringify(rows)).not.toContain(of.id)
  const links = await readAudit(vigie.store.db, { from: 1, to: before.seq })
  expect(await verifyAudit(links)).toEqual({ ok: true })
  expect(await readAuditHead(vigie.store.db)).toEqual(before)
})

test('nothing of a letter, a mandate or a record stands in the database in the clear, or in the log', async () => {
  await using asking = await startAsking({ paths: ['/album-of-hers'] })
  const { vigie } = asking
  await asking.send()
  await asking.desk.answer(asking.desk.letters()[0]!, 'We will not remove this content.')
  await asking.pass(2 * day)

  const rows = []
  for (const table of [
    'requests',
    'request_places',
    'records',
    'audit',
    'sendings',
    'outcomes',
    'tidings',
    'work',
  ] as const)
    rows.push(...(await vigie.store.db.selectFrom(table).selectAll().execute()))
  const texts = [...rows, ...vigie.logged].map((row) =>
    JSON.stringify(row, (_, value) => (value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value)),
  )

  expect(rows.length).toBeGreaterThan(10)
  expect(texts.filter((text) => /album-of-hers|Ada Example|her\.example|host\.example/.test(text))).toEqual([])
})
