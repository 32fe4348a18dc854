/**
 * Git: public repositories, read with the machine's own git, which goes out through the guard's proxy. Only the newest
 * state is fetched at first, and what was added to it from then on. Nothing is checked out: no file of a repository
 * ever becomes a file here, and no setting of a user or of the machine is read.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused, Unavailable } from '#core/errors.ts'
import type { Git, GitChange } from '#core/ports.ts'
import { createGuard } from './guard.ts'
import { startProxy } from './proxy.ts'

const bounds = { transferBytes: 1 << 30, outputBytes: 256 << 20, fetchMs: 15 * 60_000, filesAtOnce: 500 }
const tipRef = 'refs/heads/tip'

/** @param folder where copies of repositories lie; they can be deleted at any time */
export function createGit({ allowNets, folder }: { allowNets: readonly string[]; folder: string }): Git {
  const guard = createGuard(allowNets)

  return {
    async changes(address, { since, maxFileBytes, signal }) {
      const url = guard.check(address, ['https:', 'http:'])
      const home = join(folder, createHash('sha256').update(url.href).digest('hex').slice(0, 24))
      await mkdir(home, { recursive: true, mode: 0o700 })
      const git = (args: readonly string[], options: RunOptions = {}) => run(home, args, { signal, ...options })

      await git(['init', '--bare', '--quiet', '.'])
      await fetchTip(url, git).catch(async (error: unknown) => {
        // A copy that was cut in the middle of a fetch may be past mending: the next poll begins with an empty one.
        if (error instanceof Damaged) await rm(home, { recursive: true, force: true })
        throw error
      })
      const tip = text(await git(['rev-parse', tipRef])).trim()
      const isKnown = since !== null && /^[0-9a-f]{40,64}$/.test(since) && (await isCommit(git, since))
      const paths = isKnown && since ? await differences(git, since, tip) : await everything(git, tip)
      return { tip, rewritten: !isKnown, changes: read(git, { tip, paths, maxFileBytes }) }
    },
  }

  async function fetchTip(url: URL, git: Runner): Promise<void> {
    await using proxy = await startProxy({ allowNets, maxBytes: bounds.transferBytes })
    const through = `http://${proxy.user}:${proxy.password}@${proxy.url.slice('http://'.length)}`
    const isFirst = (await git(['rev-parse', '--verify', '--quiet', tipRef], { mayFail: true })).status !== 0
    const depth = isFirst ? ['--depth=1'] : []
    const fetching = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', ...depth, url.href, `+HEAD:${tipRef}`]
    const { status, said } = await git(fetching, { proxy: through, timeoutMs: bounds.fetchMs, mayFail: true })
    if (status === 0) return
    if (/not found|does not appear to be a git|repository .* not exist/i.test(said))
      throw new Refused(`${url.host} has no such repository: check the address`)
    if (/\b403\b|\b401\b|authentication/i.test(said))
      throw new Refused(`${url.host} does not let everybody read this repository: check the address`)
    if (/bad object|corrupt|unpack|index-pack|shallow/i.test(said))
      throw new Damaged(`The copy of a repository of ${url.host} was damaged and is made anew`)
    throw new Unavailable(`${url.host} did not hand over the repository: try again later`)
  }
}

class Damaged extends Unavailable {}

interface RunOptions {
  input?: string
  proxy?: string
  timeoutMs?: number
  mayFail?: boolean
}

type Runner = (args: readonly string[], options?: RunOptions) => Promise<Ran>

interface Ran {
  status: number
  output: Buffer
  /** What it complained of: never shown, since it repeats outside text. */
  said: string
}

const text = ({ output }: Ran) => output.toString('utf8')

async function isCommit(git: Runner, id: string): Promise<boolean> {
  return (await git(['cat-file', '-e', `${id}^{commit}`], { mayFail: true })).status === 0
}

type Change = Pick<GitChange, 'path' | 'change'>

/** From one state to the other; a renamed file is one deleted and one added. */
async function differences(git: Runner, since: string, tip: string): Promise<Change[]> {
  const listed = await git(['diff-tree', '-r', '-z', '--no-renames', '--name-status', since, tip])
  const fields = text(listed).split('\0')
  const changes: Change[] = []
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [status = '', path = ''] = fields.slice(at, at + 2)
    changes.push({ path, change: status === 'A' ? 'added' : status === 'D' ? 'deleted' : 'modified' })
  }
  // A file that only moved is named twice: its going must not come after its coming.
  return [
    ...changes.filter(({ change }) => change === 'deleted'),
    ...changes.filter(({ change }) => change !== 'deleted'),
  ]
}

async function everything(git: Runner, tip: string): Promise<Change[]> {
  const paths = text(await git(['ls-tree', '-r', '-z', '--name-only', tip])).split('\0')
  return paths.filter((path) => path !== '').map((path) => ({ path, change: 'added' }))
}

async function* read(
  git: Runner,
  { tip, paths, maxFileBytes }: { tip: string; paths: Change[]; maxFileBytes: number },
): AsyncGenerator<GitChange> {
  for (let at = 0; at < paths.length; at += bounds.filesAtOnce) {
    const page = paths.slice(at, at + bounds.filesAtOnce)
    const present = page.filter(({ change, path }) => change !== 'deleted' && !path.includes('\n'))
    const sizes = await sizesOf(git, tip, present)
    const short = present.filter((_, i) => (sizes[i] ?? Number.POSITIVE_INFINITY) <= maxFileBytes)
    const contents = await contentsOf(git, tip, short)
    for (const { path, change } of page) yield { path, change, text: contents.get(path) ?? null }
  }
}

async function sizesOf(git: Runner, tip: string, of: readonly Change[]): Promise<(number | null)[]> {
  if (of.length === 0) return []
  const input = of.map(({ path }) => `${tip}:${path}\n`).join('')
  const lines = text(await git(['cat-file', '--batch-check=%(objecttype) %(objectsize)'], { input })).split('\n')
  return of
    .map((_, i) => Number(lines[i]?.match(/^blob (\d+)$/)?.[1] ?? Number.NaN))
    .map((n) => (Number.isNaN(n) ? null : n))
}

async function contentsOf(git: Runner, tip: string, of: readonly Change[]): Promise<Map<string, string>> {
  const contents = new Map<string, string>()
  if (of.length === 0) return contents
  const input = of.map(({ path }) => `${tip}:${path}\n`).join('')
  const { output } = await git(['cat-file', '--batch=%(objecttype) %(objectsize)'], { input })
  let at = 0
  for (const { path } of of) {
    const end = output.indexOf(0x0a, at)
    const length = Number(output.toString('latin1', at, end).match(/^blob (\d+)$/)?.[1] ?? Number.NaN)
    if (Number.isNaN(length)) throw new Damaged('The copy of a repository was damaged and is made anew')
    contents.set(path, output.toString('utf8', end + 1, end + 1 + length))
    at = end + 1 + length + 1
  }
  return contents
}

/** One call of git in a surrounding of its own: no configuration but ours, no prompt, no hooks, no other protocol. */
async function run(
  home: string,
  args: readonly string[],
  { input = '', proxy, timeoutMs = 120_000, mayFail = false, signal }: RunOptions & { signal: AbortSignal | undefined },
): Promise<Ran> {
  const settings = {
    'core.hooksPath': '/dev/null',
    'credential.helper': '',
    'fetch.fsckObjects': 'false',
    'gc.auto': '500',
    'gc.autoDetach': 'false',
    'http.followRedirects': 'initial',
    'http.lowSpeedLimit': '100',
    'http.lowSpeedTime': '60',
    'http.proxy': proxy ?? 'http://127.0.0.1:1',
    'protocol.allow': 'never',
    'protocol.http.allow': 'always',
    'protocol.https.allow': 'always',
  }
  const configured = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn('git', [...configured, ...args], {
    cwd: home,
    env: {
      PATH: process.env.PATH,
      HOME: home,
      GIT_DIR: home,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
      NO_PROXY: '',
      LC_ALL: 'C.UTF-8',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
    signal: signal ? AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) : AbortSignal.timeout(timeoutMs),
  })
  const output: Buffer[] = []
  let bytes = 0
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength
    if (bytes > bounds.outputBytes) child.kill('SIGKILL')
    else output.push(chunk)
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-4000)
  })
  child.stdin.on('error', () => {}) // it may end without reading all
  child.stdin.end(input)
  const status = await new Promise<number>((resolve, reject) => {
    child.on('error', (cause: NodeJS.ErrnoException) => {
      if (signal?.aborted) reject(signal.reason)
      else if (cause.code === 'ENOENT') reject(new Refused('This machine has no git: install it to read this channel'))
      else reject(new Unavailable('Reading the repository took too long: try again later', { cause }))
    })
    child.on('close', (code) => resolve(code ?? -1))
  })
  if (status !== 0 && !mayFail) throw new Damaged('The copy of a repository was damaged and is made anew')
  return { status, output: Buffer.concat(output), said }
}
