import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { InvalidInput } from '#core/errors.ts'
import { openStore } from '#store/store.ts'
import { freshDatabase } from '../database.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }

async function newFolder() {
  const path = await mkdtemp(join(tmpdir(), 'vigie-store-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

test('processes that start at once on an empty database all find it made, once', async () => {
  await using database = await freshDatabase()
  await using folder = await newFolder()
  await using opened = new AsyncDisposableStack()

  const stores = await Promise.all(
    Array.from({ length: 6 }, () => openStore({ databaseUrl: database.url, dataFolder: folder.path, log })),
  )
  for (const store of stores) opened.use(store)

  for (const store of stores) expect(await store.db.selectFrom('cases').select('id').execute()).toEqual([])
})

test('a database is refused with the keys of another installation, and nothing in it is touched', async () => {
  await using database = await freshDatabase()
  await using mine = await newFolder()
  await using other = await newFolder()
  await using _ = await openStore({ databaseUrl: database.url, dataFolder: mine.path, log })

  const opening = openStore({ databaseUrl: database.url, dataFolder: other.path, log })

  await expect(opening).rejects.toThrow(InvalidInput)
  await expect(opening).rejects.toThrow(/VIGIE_DATA/)
})
