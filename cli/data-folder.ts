/** The data folder: what an installation keeps beside its database. */
import { randomBytes } from 'node:crypto'
import { access, chmod, constants, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Unavailable } from '#core/errors.ts'

const tokenFile = 'operator.token'

/**
 * Makes the folder if it is not there, for its owner alone.
 *
 * @throws Unavailable when it cannot be made or written, with what to do.
 */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new Unavailable(
      `The data folder ${folder} cannot be written (${codeOf(cause)}): mend its rights, or set VIGIE_DATA to another folder.`,
      { cause },
    )
  }
  // A folder that was there before may be open to others; one of another owner's stays as it is.
  await chmod(folder, 0o700).catch(() => undefined)
}

/** Parent by parent: `recursive` never returns where a folder exists in which none can be made, such as /proc. */
async function makeFolder(folder: string): Promise<void> {
  const parent = dirname(folder)
  const hasParent = await access(parent).then(
    () => true,
    () => false,
  )
  if (!hasParent && parent !== folder) await makeFolder(parent)
  await mkdir(folder, { mode: 0o700 }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause
  })
}

/**
 * The operator's token, made at the first start. Two processes that start at once get the same one.
 *
 * @throws Unavailable when the file cannot be read or written.
 */
export async function readOrMakeToken(folder: string): Promise<string> {
  const kept = await readToken(folder)
  if (kept) return kept
  const path = join(folder, tokenFile)
  const made = join(folder, `${tokenFile}.${process.pid}`)
  try {
    await writeFile(made, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
    // Whole or not at all, and whoever comes second takes what is there.
    await link(made, path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause
    })
    await rm(made)
    return (await readFile(path, 'utf8')).trim()
  } catch (cause) {
    throw new Unavailable(
      `The operator's token cannot be kept in ${path} (${codeOf(cause)}): mend the folder's rights.`,
      { cause },
    )
  }
}

/** The token of an installation on this machine, or nothing when there is none that we may read. */
export async function readToken(folder: string): Promise<string | undefined> {
  const token = (await readFile(join(folder, tokenFile), 'utf8').catch(() => '')).trim()
  return token || undefined
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
}
