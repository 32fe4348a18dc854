// Builds the kernels (scripts/kernels.mjs) and the pages into dist/web, when a source is newer than what was built. Any start calls this: when nothing has
// changed it takes some tens of milliseconds and writes nothing. Progress goes to stderr, stdout belongs to the caller.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const target = join(dist, 'web')
const mark = join(target, 'built')
const sources = ['web', 'core', 'knowledge', 'vite.config.ts', 'package-lock.json', 'scripts/build.mjs']

await import('./kernels.mjs')
if (newest(sources.map((name) => join(root, name))) > builtAt()) await build()

/** Time of the youngest file below the paths, in milliseconds. */
function newest(paths) {
  let youngest = 0
  for (const path of paths) {
    const { mtimeMs } = statSync(path)
    const isFolder = statSync(path).isDirectory()
    // A folder's own time changes when a file is taken out of it.
    youngest = Math.max(youngest, mtimeMs, isFolder ? newest(readdirSync(path).map((name) => join(path, name))) : 0)
  }
  return youngest
}

function builtAt() {
  return existsSync(mark) ? statSync(mark).mtimeMs : 0
}

async function build() {
  process.stderr.write('Building the pages…\n')
  const began = new Date()
  const { build } = await import('vite')
  // Beside, then in its place: who starts meanwhile finds the old pages or the new ones, never half of them.
  const fresh = join(dist, `web-${process.pid}`)
  const old = join(dist, `old-${process.pid}`)
  const options = { configFile: join(root, 'vite.config.ts'), logLevel: 'error', mode: 'production' }
  try {
    mkdirSync(dist, { recursive: true })
    await build({ ...options, build: { outDir: fresh, emptyOutDir: true } })
    await build({ ...options, build: { outDir: fresh, ssr: 'web/server.ts' } })
    // As old as its beginning: what was changed while it ran is newer, and is built the next time.
    writeFileSync(join(fresh, 'built'), '')
    utimesSync(join(fresh, 'built'), began, began)
    if (existsSync(target)) renameSync(target, old)
    renameSync(fresh, target)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
}
