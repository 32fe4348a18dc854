#!/usr/bin/env node
/**
 * `npx vigie`: the command line, from whatever Node npx runs. The installed Node runs it; where nothing is installed
 * yet, scripts/ready.mjs sees to that first.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const main = join(root, 'cli', 'main.ts')
const ownNode = join(root, 'node_modules', '.bin', 'node')

if (!existsSync(join(root, 'node_modules', '.vigie-ready'))) {
  const code = await run(process.execPath, [join(root, 'scripts', 'ready.mjs')])
  if (code !== 0) process.exit(code)
}
const isCurrent = Number(process.versions.node.split('.')[0]) >= 26
if (isCurrent || !existsSync(ownNode)) await import(pathToFileURL(main).href)
else process.exitCode = await run(ownNode, [main, ...process.argv.slice(2)])

/** Runs a program in our place: same terminal, same signals, same exit status. */
function run(program, args) {
  const child = spawn(program, args, { stdio: 'inherit' })
  // A signal from the terminal reaches the child by itself; one sent to us alone is passed on. The child decides.
  const pass = (signal) => {
    if (signal === 'SIGTERM' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)))
  })
}
