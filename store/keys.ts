/**
 * Case keys. They live in files of the data folder, never in the database: so no dump, replica or backup of the
 * database can open a case, and a case whose file is destroyed stays closed, also in every backup made before
 * (docs/decisions/0002-keys-beside-the-database.md).
 *
 *     <folder>/master            32 bytes: wraps every case key
 *     <folder>/refs              32 bytes: makes the keyed digests that join rows (`ref`)
 *     <folder>/signing           32 bytes: the seed of the Ed25519 key that signs packs of evidence (`signing`)
 *     <folder>/cases/ab/<id>     one case's key, sealed with the master key
 *
 * Every process of an installation must see the same folder.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  randomUUID,
  sign,
} from 'node:crypto'
import { constants } from 'node:fs'
import { link, mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { InvalidInput, NotFound, Unavailable } from '#core/errors.ts'

/** One case's key, open. It seals and opens that case's columns and nothing else. */
export interface CaseKey {
  /** AES-256-GCM; `column` (`table.column`) and `row` are bound to the text, so a value cannot be moved. */
  seal(column: string, row: string, value: unknown): Buffer
  /** Throws when the value was changed, moved, or sealed with another key: a bug or an attack, never the person's fault. */
  open<T>(column: string, row: string, sealed: Buffer): T
}

export interface Keys {
  create(caseId: string): Promise<CaseKey>
  /** Throws `NotFound` when the case was withdrawn. */
  open(caseId: string): Promise<CaseKey>
  /** Overwrites and removes the key; returns when the removal is on the disk. Destroying twice is harmless. */
  destroy(caseId: string): Promise<void>
  /** Every case that still has a key: those without one were withdrawn. */
  list(): Promise<Set<string>>
  /** Seals what belongs to the installation and to no case, e.g. a channel's secrets, in the way of `CaseKey.seal`. */
  own: CaseKey
  /** Says that something comes from this installation. What was signed can be checked by whoever has the public key. */
  signing: SigningKey
  /** A keyed digest, 32 bytes: equal parts give equal digests, and nobody without the folder can recompute them. */
  ref(...parts: string[]): Buffer
}

/** Ed25519 (RFC 8032). */
export interface SigningKey {
  /** 32 bytes, as RFC 8032 §5.1.5 writes a public key. */
  publicKey: Uint8Array<ArrayBuffer>
  /** 64 bytes. */
  sign(message: Uint8Array): Uint8Array<ArrayBuffer>
}

const isCaseId = /^[0-9a-f-]{36}$/
/** Ends the name of a key that is being destroyed. */
const destroyed = '.destroyed'

export async function openKeys(folder: string): Promise<Keys> {
  const cases = join(folder, 'cases')
  await mkdir(cases, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new Unavailable(`The folder ${folder} cannot be written. Give VIGIE_DATA a folder of your own.`, { cause })
  })
  const master = await secret(join(folder, 'master'))
  const refs = await secret(join(folder, 'refs'))
  const signing = signingKey(await secret(join(folder, 'signing')))
  const file = (caseId: string) => {
    if (!isCaseId.test(caseId)) throw new NotFound('There is no such file.')
    return join(cases, caseId.slice(-2), caseId)
  }

  return {
    async create(caseId) {
      const key = randomBytes(32)
      await mkdir(join(cases, caseId.slice(-2)), { recursive: true, mode: 0o700 })
      await writeDurably(file(caseId), seal(master, `case-key|${caseId}`, key))
      return caseKey(key, caseId)
    },

    async open(caseId) {
      const sealed = await readFile(file(caseId)).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === 'ENOENT') throw new NotFound('There is no such file.')
        throw cause
      })
      return caseKey(unseal(master, `case-key|${caseId}`, sealed), caseId)
    },

    async destroy(caseId) {
      const path = file(caseId)
      const doomed = `${path}${destroyed}`
      // The name goes first: whatever cuts this short, the case is closed, and `list` tells that it is to be finished.
      await rename(path, doomed).catch(unlessMissing)
      await syncFolder(join(path, '..'))
      const handle = await open(doomed, constants.O_WRONLY).catch(unlessMissing)
      if (!handle) return
      await handle.writeFile(randomBytes((await handle.stat()).size))
      await handle.sync()
      await handle.close()
      await rm(doomed, { force: true })
      await syncFolder(join(path, '..'))
    },

    async list() {
      const found = new Set<string>()
      for (const part of await readdir(cases))
        for (const id of await readdir(join(cases, part))) if (isCaseId.test(id)) found.add(id)
      return found
    },

    own: caseKey(master, 'installation'),
    signing,

    ref(...parts) {
      const mac = createHmac('sha256', refs)
      for (const part of parts) mac.update(`${Buffer.byteLength(part)}:${part}`)
      return mac.digest()
    },
  }
}

function unlessMissing(cause: NodeJS.ErrnoException): null {
  if (cause.code === 'ENOENT') return null
  throw cause
}

function caseKey(key: Buffer, caseId: string): CaseKey {
  return {
    seal: (column, row, value) => seal(key, `${caseId}|${column}|${row}`, Buffer.from(JSON.stringify(value))),
    open: (column, row, sealed) => JSON.parse(unseal(key, `${caseId}|${column}|${row}`, sealed).toString('utf8')),
  }
}

/** Before the seed in the PKCS #8 form of an Ed25519 key (RFC 8410 §7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

function signingKey(seed: Buffer): SigningKey {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  // The last 32 bytes of SubjectPublicKeyInfo are the key itself (RFC 8410 §4).
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
  return {
    publicKey: new Uint8Array(publicKey),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  }
}

/** `1 ‖ nonce (12) ‖ text ‖ tag (16)`: AES-256-GCM with a random nonce (NIST SP 800-38D §8.2.2). */
function seal(key: Buffer, bound: string, text: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound))
  return Buffer.concat([Buffer.of(1), nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()])
}

function unseal(key: Buffer, bound: string, sealed: Buffer): Buffer {
  if (sealed[0] !== 1 || sealed.length < 29) throw new Error('A sealed value has an unknown form.')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13)).setAAD(Buffer.from(bound))
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()])
}

/** Reads a secret, or makes it; two processes that start at once end with the same one. */
async function secret(path: string): Promise<Buffer> {
  if (!(await stat(path).catch(() => null))) {
    const own = `${path}.${randomUUID()}`
    await writeDurably(own, randomBytes(32))
    await link(own, path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause
    })
    await unlink(own)
  }
  const bytes = await readFile(path)
  if (bytes.length !== 32)
    throw new InvalidInput(`${path} is damaged: put back your copy of it. Without it no case can be opened.`)
  return bytes
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const unfinished = `${path}.new`
  const handle = await open(unfinished, 'w', 0o600)
  await handle.writeFile(bytes)
  await handle.sync()
  await handle.close()
  await rename(unfinished, path)
  await syncFolder(join(path, '..'))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {}) // some file systems have no such call
  await handle?.close()
}
