// Compiles the WebAssembly kernels of core/, `kernel/NAME.as.ts` (AssemblyScript) to `kernel/NAME.wasm.ts` beside it, where
// the source is newer. What is generated is a module of text, so that a kernel loads alike in Node, in a page and in a
// worker, without a request and without reading a file. A source's first line may name further options of the compiler:
// `// asc --enable threads …`.
import { existsSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const script = join(root, 'scripts', 'kernels.mjs')
/** No allocator, no checks, nothing imported: a kernel gets all it works on in its memory. */
const always = ['--runtime', 'stub', '--noAssert', '--use', 'abort=', '--enable', 'simd', '-O3', '--converge']

const stale = globSync('core/*/kernel/*.as.ts', { cwd: root })
  .map((path) => join(root, path))
  .filter((source) => {
    const target = targetOf(source)
    return (
      !existsSync(target) || statSync(target).mtimeMs < Math.max(statSync(source).mtimeMs, statSync(script).mtimeMs)
    )
  })

if (stale.length > 0) {
  process.stderr.write('Building the kernels…\n')
  const { main } = await import('assemblyscript/asc')
  const folder = mkdtempSync(join(tmpdir(), 'vigie-kernel-'))
  try {
    for (const source of stale) await compile(main, source, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function targetOf(source) {
  return source.replace(/\.as\.ts$/, '.wasm.ts')
}

async function compile(asc, source, folder) {
  const [first = ''] = readFileSync(source, 'utf8').split('\n', 1)
  const own = first.startsWith('// asc ') ? first.slice(7).trim().split(/\s+/) : []
  const binary = join(folder, 'kernel.wasm')
  const { error, stderr } = await asc([source, '--outFile', binary, '--baseDir', '/', ...always, ...own])
  if (error) throw new Error(`${source} does not compile.\n${stderr.toString()}`)
  const text = readFileSync(binary).toString('base64')
  // Beside, then in its place: who starts meanwhile reads the old kernel or the new one, never half of it.
  const fresh = `${targetOf(source)}.${process.pid}`
  writeFileSync(fresh, `/** Generated from ${source.split('/').at(-1)}. */\nexport const wasm =\n  '${text}'\n`)
  renameSync(fresh, targetOf(source))
}
