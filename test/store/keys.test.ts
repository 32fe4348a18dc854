import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidInput, NotFound } from '#core/errors.ts'
import { openKeys } from '#store/keys.ts'

async function newFolder() {
  const path = await mkdtemp(join(tmpdir(), 'vigie-keys-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

const filesOf = async (folder: string) =>
  (await readdir(join(folder, 'cases'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

test('what a case’s key seals it opens again, also after a restart, and never twice to the same bytes', async () => {
  await using folder = await newFolder()
  const id = randomUUID()
  const key = await (await openKeys(folder.path)).create(id)
  const again = await (await openKeys(folder.path)).open(id)

  fc.assert(
    fc.property(fc.string(), fc.string(), fc.jsonValue(), (column, row, value) => {
      const sealed = key.seal(column, row, value)
      expect(again.open(column, row, sealed)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(key.seal(column, row, value).equals(sealed)).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('a sealed value that was moved to another row, column or case, or changed in any bit, does not open', async () => {
  await using folder = await newFolder()
  const keys = await openKeys(folder.path)
  const [mine, other] = [await keys.create(randomUUID()), await keys.create(randomUUID())]
  const sealed = mine.seal('items.sealed', 'row-1', { secret: 'x' })

  expect(() => mine.open('items.sealed', 'row-2', sealed)).toThrow()
  expect(() => mine.open('finds.sealed', 'row-1', sealed)).toThrow()
  expect(() => other.open('items.sealed', 'row-1', sealed)).toThrow()
  fc.assert(
    fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
      const changed = Buffer.from(sealed)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      expect(() => mine.open('items.sealed', 'row-1', changed)).toThrow()
    }),
  )
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), (length) => {
      expect(() => mine.open('items.sealed', 'row-1', sealed.subarray(0, length))).toThrow()
    }),
  )
})

test('a key file that was moved to another case’s place does not open it', async () => {
  await using folder = await newFolder()
  const keys = await openKeys(folder.path)
  const [one, two] = [randomUUID(), randomUUID()]
  await keys.create(one)
  const [file] = await filesOf(folder.path)
  const place = join(folder.path, 'cases', two.slice(-2))
  await mkdir(place, { recursive: true })
  await rename(file!, join(place, two))

  await expect(keys.open(two)).rejects.toThrow()
})

test('a destroyed key is found no more, by anybody, and destroying it twice is harmless', async () => {
  await using folder = await newFolder()
  const keys = await openKeys(folder.path)
  const [gone, kept] = [randomUUID(), randomUUID()]
  await keys.create(gone)
  await keys.create(kept)

  await keys.destroy(gone)
  await keys.destroy(gone)

  await expect(keys.open(gone)).rejects.toThrow(NotFound)
  await expect((await openKeys(folder.path)).open(gone)).rejects.toThrow(NotFound)
  expect(await keys.list()).toEqual(new Set([kept]))
  expect((await filesOf(folder.path)).map((path) => path.slice(-36))).toEqual([kept])
})

test.each(['before it was overwritten', 'before it was removed'])(
  'a destruction that was cut short %s is one: the case is closed, and its end can be asked for again',
  async (moment) => {
    await using folder = await newFolder()
    const keys = await openKeys(folder.path)
    const id = randomUUID()
    await keys.create(id)
    const [file] = await filesOf(folder.path)
    // What a process leaves that is killed in the middle of `destroy`.
    await rename(file!, `${file}.destroyed`)
    if (moment === 'before it was removed') await writeFile(`${file}.destroyed`, Buffer.alloc(61))

    const after = await openKeys(folder.path)
    expect(await after.list()).toEqual(new Set())
    await expect(after.open(id)).rejects.toThrow(NotFound)
    await after.destroy(id)
    expect(await filesOf(folder.path)).toEqual([])
  },
)

test('an id that is none reaches no file', async () => {
  await using folder = await newFolder()
  const keys = await openKeys(folder.path)

  await expect(keys.open('../../master')).rejects.toThrow(NotFound)
  await expect(keys.destroy('../../master')).rejects.toThrow(NotFound)
  expect(await readFile(join(folder.path, 'master'))).toHaveLength(32)
})

test('processes that start at once on an empty folder end with the same secrets', async () => {
  await using folder = await newFolder()
  const opened = await Promise.all(Array.from({ length: 12 }, () => openKeys(folder.path)))
  const id = randomUUID()
  const sealed = (await opened[0]!.create(id)).seal('c', 'r', 1)

  for (const keys of opened) {
    expect((await keys.open(id)).open('c', 'r', sealed)).toBe(1)
    expect(keys.ref('a')).toEqual(opened[0]!.ref('a'))
  }
  expect((await readdir(folder.path)).sort()).toEqual(['cases', 'master', 'refs', 'signing'])
})

test.each(['master', 'refs'])('a damaged %s is said so, and what to do', async (name) => {
  await using folder = await newFolder()
  await openKeys(folder.path)
  await writeFile(join(folder.path, name), 'short')

  const opening = openKeys(folder.path)

  await expect(opening).rejects.toThrow(InvalidInput)
  await expect(opening).rejects.toThrow(/put back your copy/)
})

test('a keyed digest depends on every part and on where the parts end', async () => {
  await using folder = await newFolder()
  await using other = await newFolder()
  const keys = await openKeys(folder.path)

  expect(keys.ref('ab', 'c')).toEqual(keys.ref('ab', 'c'))
  expect(keys.ref('ab', 'c')).not.toEqual(keys.ref('a', 'bc'))
  expect(keys.ref('ab', 'c')).not.toEqual((await openKeys(other.path)).ref('ab', 'c'))
})

test('what an installation has signed can be checked with its public key, which stays the same', async () => {
  await using folder = await newFolder()
  const message = new TextEncoder().encode('a pack')

  const first = await openKeys(folder.path)
  const signature = first.signing.sign(message)
  const { publicKey } = (await openKeys(folder.path)).signing

  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
  expect(await crypto.subtle.verify('Ed25519', key, signature, message)).toBe(true)
  expect(await crypto.subtle.verify('Ed25519', key, signature, new TextEncoder().encode('another'))).toBe(false)
})
