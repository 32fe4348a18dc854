/**
 * The one entry: `vigie COMMAND …`. Loads the command that was asked for and nothing else, and turns what is thrown into
 * one clear message and an exit status: 0 done, 1 failed, 2 wrong use.
 */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { InvalidInput, Malformed, NotFound, Refused, Unavailable } from '#core/errors.ts'
import { type Context, describeCommand, readArguments } from './command.ts'
import { commands, groups } from './commands/index.ts'

async function main(argv: string[]): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined) {
    process.stderr.write(`${await describeAll()}\n`)
    return 2
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${await describeAll()}\n`)
    return 0
  }
  const entry = commands.find((each) => each.name === name)
  if (!entry) throw new InvalidInput(`There is no command "${name}". \`vigie --help\` shows them all.`)
  const command = await entry.load()
  const args = readArguments(name, command, rest)
  if (args.wantsHelp) {
    process.stdout.write(`${(await command.help?.(args.positionals)) ?? describeCommand(name, command)}\n`)
    return 0
  }
  return command.run(args, makeContext())
}

async function describeAll(): Promise<string> {
  const lines = ['vigie COMMAND …   (npx vigie, in the folder of the project)', '']
  for (const { title, entries } of groups) {
    lines.push(`${title}:`)
    for (const { name, load } of entries) lines.push(`  ${name.padEnd(12)}${(await load()).summary}`)
    lines.push('')
  }
  lines.push('Results are JSON lines on stdout, messages go to stderr. Exit status: 0 done, 1 failed, 2 wrong use.')
  lines.push('`vigie COMMAND --help` says more and shows an example. Settings: docs/reference/settings.md')
  return lines.join('\n')
}

function makeContext(): Context {
  let signal: AbortSignal | undefined
  const printText = async (text: string) => {
    if (text && !process.stdout.write(text)) await once(process.stdout, 'drain')
  }
  return {
    environment: process.env,
    print: (...values) => printText(values.map((value) => `${JSON.stringify(value)}\n`).join('')),
    printText,
    say: (text) => void process.stderr.write(`${text}\n`),
    // A command that never asks for it simply ends on Ctrl-C.
    get signal() {
      signal ??= untilStopped()
      return signal
    },
  }
}

/**
 * Ctrl-C and SIGTERM ask the command to stop; it does so in its own time. A second one ends the process at once, unless
 * it comes so soon that it is the same wish, told to a whole group of processes and passed on by one of them.
 */
function untilStopped(): AbortSignal {
  const controller = new AbortController()
  let stoppedAt = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (!controller.signal.aborted) {
        stoppedAt = performance.now()
        controller.abort()
      } else if (performance.now() - stoppedAt > 500) process.exit(signal === 'SIGINT' ? 130 : 143)
    })
  if (process.env.npm_lifecycle_event) stopWithParent(controller)
  return controller.signal
}

/** A killed npm passes no signal on: whoever it started would hold the port against the next start. */
function stopWithParent(controller: AbortController): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) controller.abort()
  }, 250).unref()
}

/** What the person reads, and the exit status that goes with it. */
function explain(error: unknown): { message: string; status: number } {
  if (error instanceof Error && error.name === 'AbortError') return { message: 'Stopped.', status: 1 }
  if (error instanceof InvalidInput) return { message: error.message, status: 2 }
  if (
    error instanceof NotFound ||
    error instanceof Refused ||
    error instanceof Malformed ||
    error instanceof Unavailable
  )
    return { message: error.message, status: 1 }
  const number = randomBytes(4).toString('hex')
  const trace = error instanceof Error ? error.stack : String(error)
  return { message: `This is a fault of Vigie's (${number}). Please report it, with these lines:\n${trace}`, status: 1 }
}

// Reading and stripping the types of a few hundred files is most of what a short command costs. The cache lies with the
// packages, where no other user writes; where nobody may write, there is none.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/vigie', import.meta.url)))

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const { message, status } = explain(error)
  process.stderr.write(`${message}\n`)
  process.exitCode = status
}
