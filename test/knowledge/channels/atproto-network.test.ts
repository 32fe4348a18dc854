/**
 * The same channel against the network's own services: its directory, its server of accounts and Ozone, the labeler that
 * Bluesky runs. They are half a gigabyte of packages with one that is compiled, so this runs only on request; how to get
 * them stands in docs/how-to/test-against-at-protocol.md.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sha256 } from '#core/fingerprint/index.ts'
import { atproto } from '#knowledge/channels/atproto.ts'
import { freshDatabase } from '../../database.ts'
import { follow } from './contract.ts'

const folder = process.env.VIGIE_TEST_ATPROTO ?? ''

interface Server {
  url: string
  close(): Promise<void>
}
interface Agent {
  createAccount(account: { email: string; handle: string; password: string }): Promise<unknown>
  did: string
  uploadBlob(bytes: Uint8Array, options: { encoding: string }): Promise<{ data: { blob: unknown } }>
  post(record: Record<string, unknown>): Promise<{ uri: string; cid: string }>
}
interface DevEnv {
  TestPlc: { create(options: object): Promise<Server> }
  TestPds: { create(options: object): Promise<Server & { getClient(): Agent; getAgent?(): Agent }> }
  TestOzone: {
    create(options: object): Promise<
      Server & {
        processAll(): Promise<void>
        getModClient(): {
          emitEvent(event: object, role: string): Promise<unknown>
          performTakedown(of: object, role: string): Promise<unknown>
        }
      }
    >
  }
}

async function startNetwork() {
  const opened = new AsyncDisposableStack()
  const resolve = createRequire(join(folder, 'from.js')).resolve
  const { TestPlc, TestPds, TestOzone } = (await import(pathToFileURL(resolve('@atproto/dev-env')).href)) as DevEnv
  const plc = await TestPlc.create({})
  opened.defer(() => plc.close())
  const pds = await TestPds.create({ didPlcUrl: plc.url })
  opened.defer(() => pds.close())
  const database = opened.use(await freshDatabase())
  const ozone = await TestOzone.create({
    plcUrl: plc.url,
    dbPostgresUrl: database.url,
    dbPostgresSchema: 'ozone_test',
    appviewUrl: 'http://127.0.0.1:1',
    appviewDid: 'did:example:a',
    appviewPushEvents: false,
    pdsUrl: pds.url,
    pdsDid: 'did:example:p',
  })
  opened.defer(() => ozone.close())
  const agent = pds.getAgent?.() ?? pds.getClient()
  await agent.createAccount({ email: 'a@mail.example', handle: 'alice.test', password: 'password' })
  const post = async (bytes: Uint8Array) => {
    const { data } = await agent.uploadBlob(bytes, { encoding: 'image/png' })
    const embed = { $type: 'app.bsky.embed.images', images: [{ alt: '', image: data.blob }] }
    return agent.post({ text: 'hello', createdAt: new Date().toISOString(), embed })
  }
  const label = async ({ uri, cid }: { uri: string; cid: string }, values: { add?: string[]; take?: string[] }) => {
    const event = {
      $type: 'tools.ozone.moderation.defs#modEventLabel',
      createLabelVals: values.add ?? [],
      negateLabelVals: values.take ?? [],
    }
    const subject = { $type: 'com.atproto.repo.strongRef', uri, cid }
    await ozone.getModClient().emitEvent({ event, subject }, 'moderator')
    await ozone.processAll()
  }
  const source = { url: ozone.url, options: { directory: plc.url } }
  return { source, ozone, did: () => agent.did, post, label, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

const png = (text: string) => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(text.repeat(100))])
const digestOf = (bytes: Uint8Array) => Buffer.from(sha256(bytes)).toString('hex')

describe.skipIf(folder === '')('against the network’s own services', () => {
  test('a labelled post gives the digest of its picture, and goes when the label is taken back', async () => {
    await using network = await startNetwork()
    const [first, second] = [png('first'), png('second')]
    const [one, two] = [await network.post(first), await network.post(second)]
    await network.label(one, { add: ['ncii'] })
    await network.label(two, { add: ['spam'] })
    await using reader = follow(atproto, network.source)

    await reader.poll()
    const labelled = reader.said()
    await network.label(one, { take: ['ncii'] })
    await network.label(two, { add: ['ncii'] })
    await reader.poll()

    expect(labelled).toEqual(new Set([digestOf(first)]))
    expect(reader.said()).toEqual(new Set([digestOf(second)]))
    expect(reader.quarantine).toEqual([])
  }, 120_000)

  test('a post that is taken down is told with its place', async () => {
    await using network = await startNetwork()
    const { uri, cid } = await network.post(png('third'))
    const subject = { $type: 'com.atproto.repo.strongRef', uri, cid }
    await network.ozone.getModClient().performTakedown({ subject }, 'admin')
    await network.ozone.processAll()
    await using reader = follow(atproto, network.source)

    await reader.poll()

    const [notice] = reader.notices.values()
    expect(notice).toMatchObject({ kind: 'takedown', locations: expect.arrayContaining([uri]) })
  }, 120_000)
})
