import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterEach, expect, test, vi } from 'vitest'
import { fingerprintPixels } from '#core/fingerprint/index.ts'
import { decodePicture } from '#worker/net/decode.ts'
import { aPicture, type Installation, startInstallation } from '../installation.ts'
import { drawPicture, startGallery } from '../peers/gallery.ts'
import { startMastodon } from '../peers/mastodon.ts'

vi.setConfig({ testTimeout: 60_000 })

const opened: AsyncDisposable[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one[Symbol.asyncDispose]()
})
function use<T extends AsyncDisposable>(one: T): T {
  opened.push(one)
  return one
}

/** A gallery that counts, an instance whose posts show its pictures, and an installation that looks at them. */
async function open() {
  const gallery = use(await startGallery())
  const instance = use(await startMastodon())
  const vigie = use(await startInstallation())
  const show = (path: string, picture: Buffer, more: Record<string, unknown> = {}) => {
    const url = gallery.publish(path, picture, { 'content-type': 'image/jpeg' })
    instance.post(path, { media_attachments: [{ type: 'image', url, remote_url: null }], ...more })
    return url
  }
  return { gallery, instance, vigie, show }
}

/** A picture as it is enrolled, and a copy that was scaled and compressed again: another file, and near. */
async function aCopy(number: number) {
  const original = await drawPicture(number, 700)
  const [full] = fingerprintPixels((await decodePicture(original, { mostPixels: 1e6 })).pixels).paths
  return { enrolled: aPicture([full!.pdq]), copy: await sharp(original).resize(500).jpeg({ quality: 60 }).toBuffer() }
}

async function read(vigie: Installation, url: string, look: 'on' | 'off' = 'on') {
  const polled = await vigie.poll(await vigie.addChannel('mastodon', url, { look }))
  await vigie.idle()
  return polled
}

test('an altered copy that an author marks as sensitive is found by a look, with its place', async () => {
  const { instance, vigie, show } = await open()
  const { enrolled, copy } = await aCopy(1)
  const person = await vigie.enrol({ pictures: [enrolled] })
  const url = show('/p/1.jpg', copy)

  const polled = await read(vigie, instance.url)

  expect(polled.problem).toBe(null)
  const matches = (await person.inbox()).flatMap((alert) => alert.matches)
  expect(matches.map(({ location }) => location)).toContain(url.replace('http:', 'https:'))
  expect(new Set(matches.map(({ kind }) => kind))).toEqual(new Set(['pdq']))
})

test('what is fetched does not depend on who is enrolled, and a minor’s picture is never compared with a look', async () => {
  const asked: string[][] = []
  const { enrolled, copy } = await aCopy(2)
  for (const enrol of [[], ['adult'], ['under-16'], ['16-17']] as const) {
    const { gallery, instance, vigie, show } = await open()
    const people = await Promise.all(enrol.map((ageBand) => vigie.enrol({ ageBand, pictures: [enrolled] })))
    show('/adult.jpg', copy)
    show('/unmarked.jpg', await drawPicture(3), { sensitive: false })
    show('/closed.jpg', await drawPicture(4), { account: { noindex: true } })
    show('/young.jpg', await drawPicture(5), { content: '<p>15 yo</p>' })

    await read(vigie, instance.url)

    asked.push(gallery.requests)
    const told = (await Promise.all(people.map((person) => person.inbox()))).flat()
    expect(told).toHaveLength(enrol[0] === 'adult' ? 1 : 0)
  }

  expect(new Set(asked.map((each) => JSON.stringify(each)))).toEqual(
    new Set([JSON.stringify(['GET /robots.txt', 'GET /adult.jpg'])]),
  )
})

test('where the operator has not switched looks on, nothing is fetched', async () => {
  const { gallery, instance, vigie, show } = await open()
  show('/p/1.jpg', await drawPicture(6))

  await read(vigie, instance.url, 'off')

  expect(gallery.requests).toEqual([])
})

test('of a picture that was looked at no byte is in the database, the data folder or the log', async () => {
  const { gallery, instance, vigie, show } = await open()
  const mark = Buffer.from('RECOGNISE-ME-'.repeat(40))
  const marked = Buffer.concat([await drawPicture(7), mark]) // after the picture's end, as many programs write
  show('/p/marked.jpg', marked)

  await read(vigie, instance.url)

  expect(gallery.requests).toContain('GET /p/marked.jpg')
  const kept = [JSON.stringify(vigie.logged), JSON.stringify(await rows(vigie))]
  for await (const text of texts(vigie.dataFolder)) kept.push(text)
  for (const text of kept)
    for (const form of ['RECOGNISE-ME', mark.toString('hex').slice(0, 24), mark.toString('base64').slice(0, 16)])
      expect(text.toLowerCase()).not.toContain(form.toLowerCase())
  const [notice] = await vigie.store.db.selectFrom('notices').select('prints').execute()
  expect(notice?.prints.length).toBeGreaterThan(70) // but its fingerprints are
})

/** Everything that the database holds, binary columns as hexadecimal. */
async function rows({ store: { db } }: Installation): Promise<unknown[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`.execute(db)
  const all = await Promise.all(
    tables.map(({ schema, name }) => sql`select t::text as row from ${sql.id(schema, name)} t`.execute(db)),
  )
  return all.flatMap((result) => result.rows)
}

async function* texts(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) yield (await readFile(join(entry.parentPath, entry.name))).toString('latin1')
}
